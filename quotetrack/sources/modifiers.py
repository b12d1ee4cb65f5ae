"""What the words around a noun say, in a form in which two descriptions can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from quotetrack.lexicon.institutions import country_of, institution, is_country, is_nationality
from quotetrack.lexicon.tables import fold, without_apostrophes
from quotetrack.memory import NAMES
from quotetrack.sources.phrases import Description
from quotetrack.sources.tokens import Token
from quotetrack.sources.words import FUNCTION_WORDS


def modifiers_of(words: Sequence[Token]) -> frozenset[str]:
    """Return what a complement says, to be compared: « de la présidence française » → presidenc, @France."""
    found: set[str] = set()
    for token in words:
        if token.is_word and token.folded not in FUNCTION_WORDS and not token.text.isdigit():
            found.update(_said_by(token.text, token.capital))
    return frozenset(found)


@lru_cache(maxsize=NAMES)
def _said_by(word: str, capital: bool) -> tuple[str, ...]:
    """Return the stem of a word, the country that it names, or both."""
    country = country_of(word)
    own = is_nationality(word) or is_country(word)
    place = institution(word) if capital else None
    named = country is not None and (own or (place is not None and place.stands_for))
    return (*([f"@{country}"] if named else []), *([] if own else [stem(word)]))


@lru_cache(maxsize=NAMES)
def stem(word: str) -> str:
    """Return a word without plural or feminine ending: « socialistes » and « socialiste » meet."""
    folded = fold(word)
    if len(folded) > 5 and folded.endswith("aux") and not folded.endswith("eaux"):
        return folded[:-2] + "l"
    if len(folded) > 3 and folded.endswith(("s", "x")):
        folded = folded[:-1]
    if len(folded) <= 4 or not folded.endswith("e"):
        return folded
    folded = folded[:-1]
    if folded.endswith(("enn", "onn", "ell", "ett")):
        return folded[:-1]
    return folded[:-1] + "f" if folded.endswith("iv") else folded[:-1] if folded.endswith("eus") else folded


def with_expansions(descriptions: Sequence[Description], expansions: Mapping[str, str]) -> list[Description]:
    """Return descriptions whose acronyms also count in full: « secrétaire du PS » is of the socialists."""
    long = {stem(short): frozenset(_stems(full)) for short, full in expansions.items()}
    found = []
    for description in descriptions:
        known = description.modifiers
        told = known.union(*[long[m] if m in long else meanings(m) for m in known]) if known else known
        found.append(replace(description, modifiers=told) if len(told) > len(known) else description)
    return found


@lru_cache(maxsize=NAMES)
def meanings(modifier: str) -> frozenset[str]:
    """Return what an acronym stands for in the lexicon, and what its sort is called."""
    known = institution(modifier)
    if known is None or not (known.kind == "organisation" or known.stands_for):
        return frozenset()
    words = frozenset(stem(w) for w in (known.stands_for or "").split() if fold(w) not in FUNCTION_WORDS)
    return words | {"union": {"syndical", "syndicat"}, "party": {"parti"}}.get(known.category or "", set())


def _stems(full: str) -> Iterator[str]:
    for word in without_apostrophes(full):
        if fold(word) not in FUNCTION_WORDS:
            yield stem(word)
