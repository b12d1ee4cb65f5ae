"""Closed classes of French words, and the tests on single words that several modules share."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.lexicon.institutions import is_nationality
from quotetrack.lexicon.tables import word_class
from quotetrack.sources.tokens import Token

ARTICLES = frozenset({"le", "la", "l'", "les"})


CONTRACTED = frozenset({"du", "des", "au", "aux"})


DEMONSTRATIVES = frozenset({"ce", "cet", "cette", "ces"})


INDEFINITES = frozenset(
    {"un", "une", "des", "plusieurs", "quelques", "certains", "certaines", "certain", "certaine", "d'autres",
     "d'", "de", "aucun", "aucune", "chaque", "quelque", "nombre", "beaucoup", "maints", "divers", "diverses"}
)  # fmt: skip


SINGULAR_POSSESSIVES = frozenset({"son", "sa", "ses"})


PLURAL_POSSESSIVES = frozenset({"leur", "leurs"})


SPEAKER_POSSESSIVES = frozenset({"mon", "ma", "mes", "notre", "nos", "ton", "ta", "tes", "votre", "vos"})


NUMERALS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
}  # fmt: skip


PREPOSITIONS = word_class("prepositions")


FUNCTION_WORDS = word_class("function words")


PRENOMINAL = word_class("adjectives before the noun")


_ADJECTIVES = word_class("adjectives behind the noun")


_ENDINGS = ("ique", "iques", "aire", "aires", "iste", "istes", "ien", "ienne", "iens", "iennes", "eux", "euse", "if",
            "ive", "al", "ale", "aux", "ales", "el", "elle", "ois", "oise")  # fmt: skip


_RATHER_VERBS = frozenset({"dement", "precise", "complete"})
"""« L'intéressée dément », « le maire précise »: the verb is far more usual behind a person than the adjective."""


def is_adjective(token: Token) -> bool:
    """Tell whether a lower-case word is an adjective: by the lexicon, else by the tagger, else by its ending."""
    if token.capital or not token.is_word:
        return False
    if token.folded in _RATHER_VERBS:
        return False
    if token.folded in _ADJECTIVES or is_nationality(token.text):
        return True
    if token.upos is not None:
        return token.upos == "ADJ"
    return token.folded.endswith(_ENDINGS) and len(token.folded) > 5


def takes_object(tokens: Sequence[Token], at: int) -> bool:
    """« le syndicat | représentant les cadres »: a participle with an object is no adjective."""
    behind = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    return tokens[at].folded.endswith(("ant", "ants")) and behind in ARTICLES | {"un", "une", "des"}
