"""Names of persons: first names with their gender, civility titles, and office holders that the news takes for known.

The table of office holders types a name that stands alone (« Poutine ») and says which office it held when;
it never adds a name that the article does not give.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from quotetrack.lexicon.tables import fold, rows, word_class
from quotetrack.memory import NAMES
from quotetrack.model import Gender

PARTICLES = word_class("particles")
"""What may stand in lower case between the parts of a name."""

CAPITAL_PARTICLES = word_class("capital particles")
"""What may stand with a capital before the last name: « Le Pen », « El Khomri »."""

LEADING_PARTICLES = word_class("particles before another")
"""What goes on in lower case though it has a capital: « Van de Walle »."""


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person who held an office (``head-of-state`` …) of a country; years are None where open."""

    last: str
    first: str
    gender: Gender
    office: str | None
    country: str | None
    since: int | None
    until: int | None


@lru_cache(maxsize=NAMES)
def is_first_name(word: str) -> bool:
    """Tell whether a word is a first name, alone or of two parts: « Jean-Éric », « Jean Éric »."""
    return _first_name_key(word) is not None


def first_name_gender(word: str) -> Gender | None:
    """Return the gender of a first name, or None for one given to both or unknown."""
    key = _first_name_key(word)
    gender = _first_names()[key] if key else None
    return None if gender == "any" else cast("Gender | None", gender)


def title_gender(word: str) -> Gender | None:
    """Return the gender of a civility title (« Mme » → ``f``), None for « Me » or no title."""
    gender = _titles().get(fold(word))
    return cast(Gender, gender) if gender in {"f", "m"} else None


@lru_cache(maxsize=NAMES)
def is_title(word: str) -> bool:
    """Tell whether a word is a civility title: « M. », « Mme », « Me », « Dr »; « le MR », « la DR » are parties."""
    initials = word.isupper() and 1 < len(word) < 4 and word not in {"MM", "MM."} and not word.endswith(".")
    return word[:1].isupper() and fold(word) in _titles() and (len(word) > 1 or word == "M") and not initials


def office_holders(last_name: str) -> tuple[OfficeHolder, ...]:
    """Return the known office holders of a last name (« Poutine »), particle included, accents ignored."""
    return _office_holders().get(fold(last_name), ())


@cache
def known_first_names() -> frozenset[str]:
    """Return all first names, folded."""
    return frozenset(_first_names())


def _first_name_key(word: str) -> str | None:
    key = fold(word)
    if key in _first_names():
        return key
    first = key.partition("-")[0]
    return first if "-" in key and all(part in _first_names() for part in key.split("-")) else None


@cache
def _first_names() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, gender in rows("first_names.tsv", 2):
        key = fold(name)
        found[key] = gender if found.get(key, gender) == gender else "any"
    return found


@cache
def _titles() -> dict[str, str]:
    return {fold(title): gender for title, gender, _ in rows("titles.tsv", 3)}


@cache
def _office_holders() -> dict[str, tuple[OfficeHolder, ...]]:
    found: dict[str, tuple[OfficeHolder, ...]] = {}
    for last, first, gender, office, country, since, until in rows("people.tsv", 7):
        holder = OfficeHolder(
            last,
            first,
            cast(Gender, gender),
            office or None,
            country or None,
            int(since) if since else None,
            int(until) if until else None,
        )
        key = fold(last)
        found[key] = (*found.get(key, ()), holder)
    return found
