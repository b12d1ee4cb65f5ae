"""Powers by their address: « la place Beauvau » for a ministry, « les sages de la rue Cambon » for a court."""

from __future__ import annotations

from quotetrack.lexicon.institutions import institution
from quotetrack.lexicon.tables import fold, with_elisions, word_class
from quotetrack.sources.comparing import country_told, telling
from quotetrack.sources.entities import Entity, Register
from quotetrack.sources.modifiers import stem
from quotetrack.sources.phrases import Description


def fit_house(description: Description, entity: Entity) -> int | None:
    """Return how well a description fits a place that stands for a power.

    « le ministère » for Bercy, « la présidence » for the Élysée; « le ministère de l'Intérieur » for Beauvau.
    """
    known = institution(entity.name)
    power = known.stands_for if known is not None else None
    if known is None or power is None or country_told(description) not in {None, known.country}:
        return None
    words = with_elisions(power)
    if stem(words[0]) != stem(description.lemma):
        return None
    said = telling(description.modifiers)
    return 3 if not said else _BY_NAME if said <= frozenset(map(stem, words[1:])) else None


_BY_NAME = 6


def named_in_full(description: Description, entity: Entity) -> None:
    """Let a place have the name of the power that the article gives as well: « ministère de l'Intérieur »."""
    if entity.kind != "place" or description.kind != "organisation":
        return
    known = institution(entity.name)
    whole = known is not None and fold(known.stands_for or "") == fold(description.text)
    if whole or telling(description.modifiers):
        entity.name, entity.kind = description.text, "organisation"
        entity.gender = description.noun.gender
        entity.roles.append(description)


def house_of(registered: Register, description: Description) -> Entity | None:
    """Return the power that a description names, where the article names it, or its address."""
    if description.lemma == "ministère":
        places = (e for e in registered.entities if e.kind == "place")
        return next((e for e in places if fit_house(description, e) == _BY_NAME), None)
    return _house_of_members(registered, description)


def _house_of_members(registered: Register, description: Description) -> Entity | None:
    """« les sages de la rue Cambon », « les magistrats de la rue Cambon »: the court, where the article names it.

    « Les Sages » alone sit in the Conseil constitutionnel, where no other court with sages is named.
    """
    if not description.plural or description.lemma not in _MEMBERS or description.name is not None:
        return None
    known = _house_in(description.text)
    if known is not None:
        return _called(registered, known)
    alone = description.lemma == "sage" and not description.governs and not telling(description.modifiers)
    if alone and _called(registered, "Cour des comptes") is None:
        return _called(registered, "Conseil constitutionnel")
    return None


_MEMBERS = word_class("members of a house")


def _house_in(text: str) -> str | None:
    """Return the power that the complement of a description names: « sages de la rue Cambon », « … de la Cour »."""
    words = with_elisions(text)
    for first in range(1, len(words)):
        known = institution(" ".join(words[first:]).replace("' ", "'"))
        if known is not None and (known.stands_for or known.kind == "organisation"):
            return known.stands_for or known.name
    return None


def _called(registered: Register, power: str) -> Entity | None:
    return next((e for e in registered.entities if fold(e.name) == fold(power) and e.kind != "person"), None)
