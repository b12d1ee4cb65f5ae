"""Comparing descriptions: what they say beyond their noun, and how much it weighs that they agree."""

from __future__ import annotations

from functools import lru_cache

from quotetrack.lexicon.tables import word_class
from quotetrack.sources.entities import Entity
from quotetrack.sources.modifiers import stem
from quotetrack.sources.phrases import Description

SURE = 4
"""From this score on, a description and a role say the same; below, only the context decides."""


TOPIC = 1
"""The score of a description that says nothing of its own: « l'intéressé », « l'ancien candidat »."""


@lru_cache(maxsize=8192)
def telling(modifiers: frozenset[str]) -> frozenset[str]:
    """Return the modifiers that tell one from another: not a country, not « ancien » or « haut »."""
    return frozenset(m for m in modifiers if not m.startswith("@") and m not in _VAGUE)


@lru_cache(maxsize=8192)
def stems(words: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words of a name."""
    return frozenset(map(stem, words))


def country_told(description: Description) -> str | None:
    """Return the country that a description names, if it names one."""
    return _only_country(description.modifiers)


@lru_cache(maxsize=8192)
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
    return bool(theirs) and ours not in theirs


def from_elsewhere(description: Description, entity: Entity) -> bool:
    """« la Norvégienne » is not « la chercheuse française »; whoever coaches an English club may be Spanish."""
    ours = country_told(description)
    theirs = {c for role in entity.roles if not role.governs and (c := country_told(role))}
    return ours is not None and bool(theirs) and ours not in theirs


_VAGUE = word_class("telling little")
