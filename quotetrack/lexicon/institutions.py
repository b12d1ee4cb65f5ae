"""Places and institutions that speak, and the countries, capitals and adjectives that belong together.

« Le Kremlin » is a place that stands for the Russian presidency, never for a person; « Paris », « la France » and
« français » lead to the same country, so that « le président français » can be told from « le président russe ».
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from quotetrack.lexicon.tables import fold, rows, with_elisions, word_class
from quotetrack.memory import NAMES
from quotetrack.model import Gender, SourceKind


@dataclass(frozen=True, slots=True)
class Institution:
    """A proper name whose kind is known.

    Attributes:
        name: as usually printed, without article.
        kind: ``place`` where a place stands for a power, ``organisation`` otherwise.
        stands_for: the power behind the place, or the full name behind an acronym.
        country: the country it belongs to.
        category: what sort of organisation it is: ``party``, ``union``, ``company``, ``public`` …
    """

    name: str
    kind: SourceKind
    stands_for: str | None = None
    country: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Medium:
    """A newspaper, agency, channel or site; ``category`` is journal, hebdomadaire, agence, chaîne, radio or site."""

    name: str
    gender: Gender
    category: str
    country: str | None = None


@lru_cache(maxsize=NAMES)
def begins_known_name(text: str) -> bool:
    """Tell whether the name of an institution, country or medium begins so: « Le », « Le Mon », « Maison Bl »."""
    folded = fold(text)
    known = _known_names()
    place = bisect_left(known, folded)
    return place < len(known) and known[place].startswith(folded)


@lru_cache(maxsize=NAMES)
def institution(name: str) -> Institution | None:
    """Return what is known of a proper name without its article: « Kremlin », « Paris », « Onu »."""
    return _institutions().get(fold(name))


@lru_cache(maxsize=NAMES)
def medium(name: str) -> Medium | None:
    """Return the medium of that name, printed with its own article (« Le Monde ») or without (« au Monde »)."""
    return _media().get(fold(name)) or _local_paper(name)


def houses_of(power: str) -> Sequence[str]:
    """Return the addresses by which the press calls a power: « Place Beauvau », « Beauvau »; no town is one."""
    return _houses().get(power, ())


def one_word_names(category: str) -> Iterator[str]:
    """Yield the names of a sort of organisations that are one word: « Renaissance », « Vox » of the parties."""
    return (i.name for i in _institutions().values() if i.category == category and " " not in i.name)


def country_of(word: str) -> str | None:
    """Return the country that a word belongs to: « Paris », « français », « Françaises » → France."""
    return _countries().get(fold(word))


@lru_cache(maxsize=NAMES)
def is_nationality(word: str) -> bool:
    """Tell whether a word is an adjective or a noun of nationality: « serbe », « Européens »."""
    return fold(word) in _nationalities()


def is_country(word: str) -> bool:
    """Tell whether a proper name is a country's: « France », not « Paris »."""
    return fold(word) in _country_names()


def _local_paper(name: str) -> Medium | None:
    """Return a newspaper that only its title tells: « L'Écho de la Mortagne », « La Gazette du Val »."""
    words = with_elisions(name)
    rest = words[1:] if words[:1] and words[0] in {"L'", "Le", "La", "Les"} else words
    if not rest or fold(rest[0]) not in word_class("press titles") or not rest[0][0].isupper():
        return None
    of_somewhere = len(rest) > 2 and fold(rest[1]) in {"de", "d'", "du", "des"} and rest[-1][0].isupper()
    if not of_somewhere and (len(rest) > 1 or rest is words):
        return None
    feminine = fold(rest[0]) in {"voix", "gazette", "depeche", "tribune", "nouvelles"}
    return Medium(name, "f" if feminine else "m", "journal")


@cache
def _known_names() -> list[str]:
    return sorted({*_institutions(), *_media()})


@cache
def _country_names() -> frozenset[str]:
    return frozenset(fold(country) for country, *_ in rows("countries.tsv", 4))


@cache
def _institutions() -> dict[str, Institution]:
    found: dict[str, Institution] = {}
    for name, kind, stands_for, country, category in rows("institutions.tsv", 5):
        entry = Institution(
            name, cast(SourceKind, kind), stands_for or None, country or None, category or None
        )
        found[fold(name)] = entry
    for country, capital, _, _ in rows("countries.tsv", 4):
        for name in filter(None, (country, capital)):
            found.setdefault(fold(name), Institution(name, "place", None, country))
    return found


@cache
def _houses() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for known in _institutions().values():
        if known.stands_for and known.name not in word_class("seats"):
            found.setdefault(known.stands_for, []).append(known.name)
    return found


@cache
def _media() -> dict[str, Medium]:
    found: dict[str, Medium] = {}
    for name, gender, category, country in rows("media.tsv", 4):
        entry = Medium(name, cast(Gender, gender), category, country or None)
        found[fold(name)] = entry
        bare = _ARTICLES.get(name.partition(" ")[0])
        if bare is not None:
            found.setdefault(fold(name.partition(" ")[2]), entry)
        elif name.startswith("L'"):
            found.setdefault(fold(name[2:]), entry)
    return found


_ARTICLES = {"Le": 1, "La": 1, "Les": 1, "The": 1, "Der": 1, "Die": 1}


@cache
def _nationalities() -> dict[str, str]:
    found: dict[str, str] = {}
    for country, _, masculine, feminine in rows("countries.tsv", 4):
        for form in (masculine, feminine):
            for ending in ("", "s", "x"):
                if not (ending and form[-1] in "sx"):
                    found.setdefault(fold(form + ending), country)
    return found


@cache
def _countries() -> dict[str, str]:
    found = dict(_nationalities())
    for country, capital, _, _ in rows("countries.tsv", 4):
        found.setdefault(fold(country), country)
        if capital:
            found.setdefault(fold(capital), country)
    for name, kind, _, country, _ in rows("institutions.tsv", 5):
        if country and kind == "place":
            found.setdefault(fold(name), country)
    return found
