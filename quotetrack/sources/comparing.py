"""Comparing descriptions: what they say beyond their noun, and how much it weighs that they agree."""

from __future__ import annotations

from functools import lru_cache

import regex

from quotetrack.lexicon.institutions import institution, medium
from quotetrack.lexicon.roles import noun_form
from quotetrack.lexicon.tables import fold, with_elisions, without_apostrophes, word_class
from quotetrack.memory import NAMES
from quotetrack.sources.entities import Entity
from quotetrack.sources.modifiers import stem
from quotetrack.sources.phrases import Description

SURE = 4
"""From this score on, a description and a role say the same; below, only the context decides."""


TOPIC = 1
"""The score of a description that says nothing of its own: « l'intéressé », « l'ancien candidat »."""


@lru_cache(maxsize=NAMES)
def telling(modifiers: frozenset[str]) -> frozenset[str]:
    """Return the modifiers that tell one from another: not a country, not « ancien » or « haut »."""
    return frozenset(m for m in modifiers if not m.startswith("@") and m not in _VAGUE)


@lru_cache(maxsize=NAMES)
def stems(words: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words of a name."""
    return frozenset(map(stem, words))


@lru_cache(maxsize=NAMES)
def sorts_in(text: str) -> frozenset[str]:
    """Return the sorts of organisations that the words of a description tell: « délégué CGT » → union."""
    words = with_elisions(text)
    forms = (noun_form(words, at) for at in range(1, len(words)))
    found = {form.entry.category for form in forms if form is not None and form.entry.kind == "organisation"}
    named = [
        " ".join(words[at : at + length])
        for at in range(1, len(words))
        for length in (1, 2)
        if words[at][:1].isupper()
    ]
    known = map(institution, named)
    return frozenset(found | {i.category for i in known if i is not None and i.category})


def country_told(description: Description) -> str | None:
    """Return the country that a description names, if it names one."""
    return _only_country(description.modifiers)


@lru_cache(maxsize=NAMES)
def _only_country(modifiers: frozenset[str]) -> str | None:
    countries = {m[1:] for m in modifiers if m.startswith("@")} - {"Europe"}
    return countries.pop() if len(countries) == 1 else None


def other_country(description: Description, entity: Entity) -> bool:
    """« le président russe » is not the one of « le président serbe »."""
    ours = country_told(description)
    if ours is None:
        return False
    theirs = {c for _, c in entity.offices if c and c != "Europe"} | {
        c for role in entity.roles if (c := country_told(role))
    }
    if entity.name_words and (paper := medium(entity.name)) is not None and paper.country is not None:
        theirs.add(paper.country)  # « le quotidien belge » is not « Le Monde »
    return bool(theirs) and ours not in theirs


def from_elsewhere(description: Description, entity: Entity) -> bool:
    """« la Norvégienne » is not « la chercheuse française »; whoever coaches an English club may be Spanish."""
    ours = country_told(description)
    theirs = {c for role in entity.roles if not role.governs and (c := country_told(role))}
    return ours is not None and bool(theirs) and ours not in theirs


def of_other_names(description: Description, role: Description) -> bool:
    """« l'avocat de la famille Roux » is not « l'avocat de la famille Petit », whatever else they share."""
    ours, theirs = _names_in(description.text), _names_in(role.text)
    if _TITLED.search(description.text) and not ours & theirs:
        return True  # « l'équipe de campagne de M. Roux » is not « l'équipe de campagne du candidat Petit »
    if not (ours - set(_folded_words(role.text)) and theirs - set(_folded_words(description.text))):
        return False
    return not ours & theirs


@lru_cache(maxsize=NAMES)
def _names_in(text: str) -> frozenset[str]:
    """Return the proper names in what stands behind a noun; an acronym may stand for other words."""
    words = without_apostrophes(text)[1:]
    if any(len(w) > 1 and w.isupper() for w in words):
        return frozenset()
    return frozenset(fold(w) for w in words if w[:1].isupper() and len(w.strip(".")) > 1)


def _folded_words(text: str) -> list[str]:
    return [fold(w) for w in without_apostrophes(text)]


_TITLED = regex.compile(r"\bde (?:M\.|Mme|Me|MM\.) \p{Lu}")


_VAGUE = word_class("telling little")
