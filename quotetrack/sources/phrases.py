"""The noun phrases that describe a source, and how far they go: « le maire (sans étiquette) de Tulle | a dit »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from quotetrack.lexicon.institutions import institution, medium
from quotetrack.lexicon.people import is_first_name
from quotetrack.lexicon.roles import NounForm, noun_alone, noun_form
from quotetrack.lexicon.tables import fold, word_class
from quotetrack.model import Gender, SourceKind
from quotetrack.sources.names import Name
from quotetrack.sources.tokens import Token
from quotetrack.sources.words import (
    ARTICLES,
    CONTRACTED,
    DEMONSTRATIVES,
    FUNCTION_WORDS,
    INDEFINITES,
    NUMERALS,
    PLURAL_POSSESSIVES,
    PRENOMINAL,
    SINGULAR_POSSESSIVES,
    SPEAKER_POSSESSIVES,
    is_adjective,
    takes_object,
)
from quotetrack.values import value

Determiner = Literal["definite", "indefinite", "demonstrative", "possessive", "bare"]


@value
class Description:
    """A described source as it stands at one place.

    Attributes:
        start: index of the first token, determiner included.
        core: index of the first token without determiner.
        head: index of the head noun.
        last: index of the last token of the phrase, a name that it introduces left out.
        noun: what the lexicon says of the head.
        determiner: how it is introduced; « du ministre » counts as definite.
        number: how many there are where a numeral says so (« les deux dirigeants » → 2).
        modifiers: folded words that tell it from others of its sort; « @France » for whatever names a country.
        office: the office that head and complement name together, such as ``head-of-state``.
        governs: it has a complement with a preposition, not adjectives alone.
        name: the proper name that it introduces, apposed or fused.
        apposed: that name stands behind a comma.
    """

    start: int
    core: int
    head: int
    last: int
    noun: NounForm
    determiner: Determiner
    plural: bool
    gender: Gender | None
    number: int | None
    modifiers: frozenset[str]
    office: str | None
    text: str
    governs: bool = False
    name: Name | None = None
    apposed: bool = False

    @property
    def kind(self) -> SourceKind:
        """Return what sort of source the head noun names; several persons are a group."""
        kind = self.noun.entry.kind
        return "group" if kind == "person" and self.plural else kind

    @property
    def lemma(self) -> str:
        """Return the head noun in the masculine singular."""
        return self.noun.entry.lemma

    @property
    def category(self) -> str:
        """Return the sort of role, organisation or document."""
        return self.noun.entry.category


def determiner_of(tokens: Sequence[Token], core: int) -> tuple[int, Determiner, int | None, int]:
    """Return where the phrase begins, what introduces it, its numeral, and where it begins without determiner."""
    number = None
    at = core - 1
    if at >= 0 and tokens[at].folded in NUMERALS:
        number = NUMERALS[tokens[at].folded]
        core, at = at, at - 1
    if at < 0:
        return core, "bare", number, core
    word = tokens[at].folded
    if word in ARTICLES or word in {"du", "au", "aux"}:
        return at, "definite", number, core
    if word == "des":
        inside = (
            at > 0 and tokens[at - 1].is_word and tokens[at - 1].upos not in {"VERB", "AUX", "SCONJ", "CCONJ"}
        )
        inside = inside and tokens[at - 1].folded not in {
            "que",
            "qu'",
            "et",
            "selon",
            "par",
            "avec",
            "pour",
            "d'apres",
        }
        return at, "definite" if inside and not tokens[at].initial else "indefinite", number, core
    if word in DEMONSTRATIVES:
        return at, "demonstrative", number, core
    if word in _POSSESSIVES:
        return at, "possessive", number, core
    if word in _INDEFINITE or number is not None:
        start = at if word in INDEFINITES else core
        return start, "indefinite", number, core
    return core, "bare", number, core


def plural_by_determiner(tokens: Sequence[Token], start: int, core: int) -> bool:
    """« les porte-parole », « ces PDG »: the determiner tells where the noun does not."""
    return start < core and tokens[start].folded in PLURAL_DETERMINERS


def complement_end(tokens: Sequence[Token], last: int, noun: NounForm, by_first: Mapping[int, Name]) -> int:
    """Return the index of the last token of the phrase whose head ends at ``last``."""
    depth = 0
    while last + 1 < len(tokens) and depth < 12:
        step = _complement_step(tokens, last, noun, by_first)
        if step is None:
            break
        last = step
        depth += 1
    if noun.entry.category in {"minister", "ministry"} and depth:
        whole = _portfolios_end(tokens, last)
        return whole if whole == last else _country_end(tokens, whole, by_first)
    return last


def _country_end(tokens: Sequence[Token], last: int, by_first: Mapping[int, Name]) -> int:
    """« ministre de la Santé et des Sports | de la République du Mali »: of which country, behind two portfolios."""
    for at in range(last + 1, min(last + 6, len(tokens))):
        country = by_first.get(at)
        if country is not None and country.kind == "place" and at > last + 1:
            return country.last
        if tokens[at].folded not in {"de", "d'", "du", "des", "la", "l'", "republique", "royaume"}:
            break
    return last


def _portfolios_end(tokens: Sequence[Token], last: int) -> int:
    """Return the last token of an enumeration of portfolios: « de l'Agriculture, de la Pêche et des Forêts ».

    Only with an « et » in the end, and with a capital behind every « de ».
    """
    at, closed = last, False
    while at + 3 < len(tokens) and (tokens[at + 1].text == "," or tokens[at + 1].folded == "et"):
        first = at + 2
        if tokens[first].folded == "de" and tokens[first + 1].folded in {"la", "l'"}:
            first += 1
        elif tokens[first].folded not in {"du", "des"}:
            break
        if not tokens[first + 1].capital or first + 1 >= len(tokens) - 1:
            break
        closed = tokens[at + 1].folded == "et"
        at = first + 1
        while at + 1 < len(tokens) and (
            is_adjective(tokens[at + 1])
            or (tokens[at + 1].folded == "et" and at + 2 < len(tokens) and tokens[at + 2].capital)
        ):
            at += 1
            if tokens[at].folded == "et":
                at += 1
    return at if closed else last


def _complement_step(
    tokens: Sequence[Token], last: int, noun: NounForm, by_first: Mapping[int, Name]
) -> int | None:
    """Return where one more adjective or complement ends, or None where the phrase is over."""
    at = last + 1
    token = tokens[at]
    if token.paragraph != tokens[last].paragraph or token.passage != tokens[last].passage:
        return None
    if token.text == "(":
        return _after_brackets(tokens, at)
    if token.text == "/" and at + 1 < len(tokens) and tokens[at + 1].capital and tokens[last].capital:
        return by_first[at + 1].last if at + 1 in by_first else at + 1  # « de la Mauricie/Centre »
    if not token.is_word and token.text not in {"'", "’"}:
        return None
    if (is_adjective(token) and not takes_object(tokens, at)) or token.folded in _CLOSE_WORDS:
        return at
    if token.folded == "par" and at + 1 < len(tokens) and tokens[at + 1].folded == "interim":
        return at + 1
    named = by_first.get(at)
    person = named is not None and named.kind == "person"  # « la présidente ROUX »
    if token.text == "Internet" or (token.acronym and noun.entry.kind == "person" and not person):
        return at
    if (party := _party_before_name(tokens, at, noun, by_first)) is not None:
        return party
    if _is_field_before_name(tokens, at, noun, by_first):
        return at
    following = at + 1
    if token.folded in {"de", "d'", "du", "des"}:
        if following < len(tokens) and tokens[following].folded == "toujours":
            return following
        return _object_of(tokens, following, by_first)
    if (noun.entry.category in _TAKES_A or noun.entry.lemma in _AGAINST) and token.folded in {
        "à",
        "au",
        "aux",
    }:
        return (
            None
            if _is_told(tokens, following) or _is_setting(tokens, following)
            else _object_of(tokens, following, by_first)
        )
    if noun.entry.category in {"official", "adviser", "friend", "source", "expert"} and token.folded in {
        "au",
        "aux",
        "à",
    }:
        told = following < len(tokens) and medium(tokens[following].text.removeprefix("l'")) is not None
        told = told or (following + 1 < len(tokens) and medium(tokens[following + 1].text) is not None)
        return None if told else _object_of(tokens, following, by_first)  # « une source … à l'AFP » told it
    near = token.folded in {"charge", "chargee", "charges", "proche", "proches"}
    if near and following < len(tokens) and tokens[following].folded in {"de", "d'", "du", "des"}:
        return _object_of(tokens, following + 1, by_first)
    if token.folded == "en" and following < len(tokens) and tokens[following].folded in _IN_WHAT_STATE:
        return following
    return None


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """« demande la ministre aux grévistes »: whom she asks; « la ministre aux Aînés » is hers by office."""
    while at < len(tokens) and tokens[at].folded in {"la", "l'"}:
        at += 1
    told = noun_alone(tokens[at].text) if at < len(tokens) and not tokens[at].capital else None
    return told is not None and told.entry.kind == "person"


def _is_setting(tokens: Sequence[Token], at: int) -> bool:
    """« la ministre danoise de la Pêche | au micro de Lila Ben »: where, when he says it."""
    while at < len(tokens) and tokens[at].folded in {"la", "l'"}:
        at += 1
    return at < len(tokens) and tokens[at].folded in _SETTINGS


_SETTINGS = word_class("settings")


def _party_before_name(
    tokens: Sequence[Token], at: int, noun: NounForm, by_first: Mapping[int, Name]
) -> int | None:
    """Return the last index of an organisation between a role and its bearer: « le député LR Éric Ciotti ».

    A known party or union may close the phrase: « l'élue Renaissance | a dit », « le délégué Force ouvrière, ».
    """
    name = by_first.get(at)
    if name is None or noun.entry.kind != "person" or name.kind not in {"organisation", "group", "unknown"}:
        return None
    known = institution(name.text)
    if known is not None and known.category in {"party", "union"}:
        return name.last
    bearer = by_first.get(name.last + 1)
    if bearer is None and name.last + 2 < len(tokens) and tokens[name.last + 1].text == ",":
        bearer = by_first.get(name.last + 2) if name.kind != "unknown" or at - 1 not in by_first else None
    return name.last if bearer is not None and bearer.kind == "person" and bearer.given else None


def _is_field_before_name(
    tokens: Sequence[Token], at: int, noun: NounForm, by_first: Mapping[int, Name]
) -> bool:
    """« l'expert incendie Luc Roux », « la directrice marketing Anne Roux »: a bare noun says what he is expert in."""
    name = by_first.get(at + 1)
    if name is None or noun.entry.kind != "person" or noun.plural or name.kind != "person" or not name.given:
        return False
    field = tokens[at]
    if field.capital or field.upos not in {"NOUN", "ADJ", "X"} or field.folded in FUNCTION_WORDS | _TIMES:
        return False
    known = noun_alone(field.text)
    return known is None or known.entry.kind != "person"


_TIMES = word_class("times")


def _after_brackets(tokens: Sequence[Token], at: int) -> int | None:
    """Return the index of a closing bracket behind which the phrase goes on: « le maire (sans étiquette) de Tulle »."""
    for close in range(at + 1, min(at + 7, len(tokens) - 1)):
        if tokens[close].text == ")":
            more = tokens[close + 1].folded in {"de", "d'", "du", "des"}
            return (
                close
                if more
                or (
                    tokens[close + 1].text == ","
                    and tokens[close + 2 : close + 3]
                    and tokens[close + 2].capital
                )
                else None
            )
    return None


def _object_of(tokens: Sequence[Token], at: int, by_first: Mapping[int, Name]) -> int | None:
    """Return the last index of the noun phrase that a preposition governs, or None."""
    while (
        at < len(tokens)
        and at not in by_first
        and (tokens[at].folded in BEFORE_NOUN or tokens[at].folded in NUMERALS)
    ):
        at += 1
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    if at in by_first:
        return by_first[at].last
    token = tokens[at]
    if token.folded in FUNCTION_WORDS or token.upos in {"VERB", "AUX", "PRON", "ADV"} or token.text.isdigit():
        return None
    if token.folded in _MANNERS:
        return None  # « lâche la maire d'une voix lasse »
    noun = noun_form([t.text for t in tokens[at : at + 5]], 0)
    last = at + (noun.length if noun else 1) - 1
    called = by_first.get(last + 1)
    return called.last if called is not None and _is_called(noun, called) else last


_MANNERS = frozenset(map(fold, word_class("manners of saying")))


def _is_called(noun: NounForm | None, name: Name) -> bool:
    """Tell whether a name right behind a complement is the complement's: « le porte-parole du groupe | Norvia ».

    A first and a last name are the bearer's (« le directeur de l'hôpital Paul Roux »), and so is a last name behind an
    institution that needs no name (« le chef de la diplomatie Lavrov », « le ministre des Finances Schäuble »).
    """
    if name.titled or is_first_name(name.words[0]):
        return False
    if noun is None:
        return name.kind in {"organisation", "unknown"}
    return noun.entry.kind in {"organisation", "document", "group"} and noun.entry.category in _NAMED_SORTS


_NAMED_SORTS = word_class("sorts with names")


_POSSESSIVES = SINGULAR_POSSESSIVES | PLURAL_POSSESSIVES | SPEAKER_POSSESSIVES


_INDEFINITE = INDEFINITES - {"de", "d'", "des"}


DETERMINERS = (
    ARTICLES | CONTRACTED | DEMONSTRATIVES | _POSSESSIVES
    | {"un", "une", "certain", "certaine", "certains", "certaines", "plusieurs", "quelques", "chaque"}
)  # fmt: skip


BEFORE_NOUN = DETERMINERS | PRENOMINAL


PLURAL_DETERMINERS = frozenset(
    {"les", "des", "ces", "ses", "leurs", "aux", "plusieurs", "quelques", "certains", "certaines"}
)


_TAKES_A = frozenset(
    {"minister", "candidate", "commissioner", "delegate", "secretary", "head", "deputy-head"}
)


_AGAINST = frozenset({"opposant"})
"""« l'opposant au régime »: against whom or what somebody is, is said with « à »."""


_IN_WHAT_STATE = frozenset(
    {
        "chef",
        "exercice",
        "titre",
        "exil",
        "fuite",
        "cavale",
        "retraite",
        "activite",
        "poste",
        "fonction",
        "detention",
    }
)
"""« le ministre en exercice », « l'opposant en exil »."""


_CLOSE_WORDS = frozenset({"adjoint", "adjointe", "plenipotentiaire"})
