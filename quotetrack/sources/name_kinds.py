"""What sort of thing a proper name names, guessed from its form and from the word before it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotetrack.lexicon.institutions import is_country, is_nationality
from quotetrack.lexicon.people import CAPITAL_PARTICLES, is_first_name, office_holders
from quotetrack.lexicon.roles import noun_alone
from quotetrack.lexicon.tables import word_class
from quotetrack.model import SourceKind
from quotetrack.sources.capitals import of_a_share, singular_in_s
from quotetrack.sources.tokens import Token


def given_words(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return how many words at the start of a name are first names or initials, never all of several."""
    count = 0
    if tokens[first].text in CAPITAL_PARTICLES:
        if last - first < 2 or tokens[first + 1].folded not in _PILGRIMS:
            return 0
        count = 2  # « El Hadji Malick Sarr »
    for at in range(first + count, last):
        text = tokens[at].text
        if is_first_name(text) or text.endswith("."):
            count += 1
        else:
            break
    if count == 0 and last > first and _looks_personal(tokens, first, last):
        return 1
    return count


_PILGRIMS = frozenset({"hadj", "hadji", "hadja"})


def kind_of(tokens: Sequence[Token], first: int, last: int, given: int, titled: bool) -> SourceKind:
    """Guess the kind of a name from its form and the word before it."""
    words = tokens[first : last + 1]
    before = tokens[first - 1].folded if first else ""
    if titled:
        return "person"
    if is_address(tokens, first, given):
        return "place"
    if last + 1 < len(tokens) and tokens[last + 1].acronym and of_a_share(tokens, last + 1):
        return "organisation"  # « Norvia NRV.L a publié ses comptes »
    if office_holders(" ".join([t.text for t in words])):
        return "person"
    if last > first and is_country(words[0].text) and _names_a_thing(tokens, first):
        return "organisation"  # « l'association France Parkinson »
    if last > first and given and is_first_name(words[0].text) and not org_word(words[-1]):
        return "person"
    if before in {"les", "des", "aux"} or _inhabitants(words):
        return "group"
    if last == first and words[0].acronym and _sort_of_thing(tokens, first):
        return "unknown"
    if any([t.acronym for t in words]) and not (given and is_first_name(words[0].text)):
        return "organisation"
    if before in _ARTICLES and not _personal_after_article(tokens, first):
        return "organisation"
    if last > first and _looks_personal(tokens, first, last):
        return "organisation" if _is_led(tokens, first) else "person"
    if last == first and is_first_name(words[0].text) and before not in {"de", "d'", "à", "en"}:
        return "person"
    return "organisation" if before == "chez" or _has_inner_capital(words[0].text) else "unknown"


def is_address(tokens: Sequence[Token], first: int, given: int) -> bool:
    """« Rue Jean Jaurès », « la place Charles-de-Gaulle », « avenue de la Libération »: a street, whosever its name is.

    « la place de Paul Roux » is his.
    """
    if tokens[first].folded in _ROADS:
        return True
    at = first - 1
    while at > 0 and tokens[at].folded in _BEFORE_STREET_NAMES:
        at -= 1
    if at < 0 or tokens[at].folded not in _ROADS:
        return False
    return at == first - 1 or tokens[at].folded != "place" or not given


_ROADS = word_class("roads")


_BEFORE_STREET_NAMES = frozenset({"de", "du", "des", "d'", "la", "l'", "les"})


def _is_led(tokens: Sequence[Token], first: int) -> bool:
    """« la cheffe de Projet Valbourg », « le président d'Action locale »: nobody leads a person."""
    if first < 2 or tokens[first - 1].folded not in {"de", "d'"}:
        return False
    form = noun_alone(tokens[first - 2].text)
    return form is not None and form.entry.category in {"head", "deputy-head"}


def _names_a_thing(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the noun in front is one of organisations: « l'association », « la fondation »."""
    form = noun_alone(tokens[first - 1].text.lower()) if first else None
    return form is not None and form.entry.kind == "organisation"


def _sort_of_thing(tokens: Sequence[Token], first: int) -> bool:
    """« un train IC », « un test PCR »: an acronym right behind a common noun that is no source."""
    before = tokens[first - 1] if first else None
    return (
        before is not None
        and before.upos == "NOUN"
        and not before.capital
        and noun_alone(before.text) is None
    )


def _has_inner_capital(word: str) -> bool:
    """« RéseauPlus », « BlackRock »: no last name but Mac and Mc has a capital inside."""
    if word[1:].islower() or _INNER_CAPITAL.search(word) is None:
        return False
    return not word.startswith(("Mac", "Mc", "De", "Le", "La", "Di", "Van"))


_INNER_CAPITAL = regex.compile(r"\p{Ll}\p{Lu}")


def _inhabitants(words: Sequence[Token]) -> bool:
    """« Européens »: a nationality in the plural, with the capital of a noun."""
    return (
        len(words) == 1
        and is_nationality(words[0].text)
        and words[0].folded.endswith("s")
        and not singular_in_s(words[0])
    )


def _looks_personal(tokens: Sequence[Token], first: int, last: int) -> bool:
    """« Hashim Thaci »: two to four capitalised words, no article, no word of an organisation."""
    words = tokens[first : last + 1]
    before = tokens[first - 1].folded if first else ""
    if not 2 <= len(words) <= 5 or before in _ARTICLES:
        return False
    return not any(
        t.acronym or org_word(t) or any(c.isdigit() for c in t.text) or is_nationality(t.text) for t in words
    )


def _personal_after_article(tokens: Sequence[Token], first: int) -> bool:
    return first > 1 and tokens[first - 1].folded == "d'" and is_first_name(tokens[first].text)


def org_word(token: Token) -> bool:
    """Tell whether a word belongs into the name of an organisation or a document: « Group », « Conseil »."""
    if token.folded in _ORGANISATION_WORDS:
        return True
    form = noun_alone(token.text)
    return form is not None and form.entry.kind != "person" and not is_first_name(token.text)


_ARTICLES = {"le", "la", "l'", "un", "une", "du", "au", "ce", "cette", "cet"}


_ORGANISATION_WORDS = word_class("words of organisations")
