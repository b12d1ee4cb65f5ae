"""Whom the first lines of an article call by a role alone: « …, assure le ministre », whom it names further on."""

from __future__ import annotations

from quotetrack.lexicon.tables import word_class
from quotetrack.sources.comparing import country_told, telling
from quotetrack.sources.discourse import agrees
from quotetrack.sources.entities import Entity
from quotetrack.sources.modifiers import stem
from quotetrack.sources.persons import MAYORS
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading


def told_later_of_another(reading: Reading, description: Description, entity: Entity) -> bool:
    """« Le Premier ministre a dit … ¶ … le Premier ministre israélien, X »: not he, but for the headline.

    « Le président de la République a reçu le club. Le président, Luc Roux, … »: of the club.
    """
    if description.office == "head-of-state" and (description.governs or description.lemma != "président"):
        held = any(office == description.office and country for office, country in entity.offices)
        return not held and all(role.lemma == "président" and not role.modifiers for role in entity.roles)
    if description.category != "premier" or reading.tokens[description.head].paragraph == 0:
        return False
    return country_told(description) is None and any(country_told(role) for role in entity.roles)


def announces(reading: Reading, description: Description) -> bool:
    """« …, assure le ministre » in the headline, « …, a annoncé le procureur »: the one whom the article names."""
    if description.lemma in _OFFICES_OF_ONE:
        return _named_once(reading, description)
    if reading.tokens[description.head].paragraph != 0 or _told_of(reading, description):
        return False
    bearers = reading.registered.by_role.get(description.lemma, ())
    named = {id(e) for e in bearers if agrees(e, description.gender, description.plural)}
    return len(named) == 1


def note_who_it_was(reading: Reading, description: Description, entity: Entity) -> None:
    """« Le maire de Vars a dit … Le maire, Luc Roux, … »: a name for the only mayor spoken of so far.

    The next reading knows it from the start, so what was said before is his as well.
    """
    bare = description.determiner == "definite" and not description.governs and not description.plural
    if not bare or not description.apposed or entity.kind != "person" or telling(description.modifiers):
        return
    if description not in entity.roles or reading.discourse.latest.get(id(entity)) is not None:
        return
    nameless = [
        (e, role)
        for e in reading.discourse.recent()
        if e.kind == "person" and not e.name_words and agrees(e, description.gender, plural=False)
        for role in e.roles[:1]
        if role.lemma == description.lemma or {role.lemma, description.lemma} <= MAYORS | {"maire"}
    ]
    role = nameless[0][1] if len(nameless) == 1 else None
    if role is None or role.determiner != "definite":
        return
    if telling(role.modifiers) & _BELOW or _former(role) or told_later_of_another(reading, role, entity):
        return
    entity.roles.append(role)
    reading.registered.by_role.setdefault(role.lemma, []).append(entity)


def _named_once(reading: Reading, description: Description) -> bool:
    """Tell whether an article introduces one person with an office, and with a definite article."""
    bearers = dict.fromkeys(
        e for e in bearers_of(reading, description.lemma) if agrees(e, description.gender, description.plural)
    )
    roles = [
        role
        for e in bearers
        for role in e.roles
        if f"{role.lemma} ".startswith(f"{description.lemma} ") or role.lemma in MAYORS
    ]
    return len(bearers) == 1 and all(
        role.determiner == "definite" and role.name is not None for role in roles
    )


def bearers_of(reading: Reading, lemma: str) -> list[Entity]:
    """Return those with a role, longer names of an office included: « procureur de la République »."""
    by_role = reading.registered.by_role
    if lemma not in _OFFICES_OF_ONE:
        return by_role.get(lemma, [])
    if lemma == "maire":
        return [e for other in (lemma, *MAYORS) for e in by_role.get(other, ())]
    return [e for longer in by_role if f"{longer} ".startswith(f"{lemma} ") for e in by_role[longer]]


def _former(role: Description) -> bool:
    return "ancien" in role.modifiers


_BELOW = frozenset(map(stem, ("adjoint", "délégué", "suppléant", "honoraire", "intérimaire")))
"""« le maire adjoint » is not the mayor."""


_OFFICES_OF_ONE = word_class("offices of one")


def _told_of(reading: Reading, description: Description) -> bool:
    """« Luc Petit et ses vaches souffrent, déplore l'éleveur »: somebody whom the headline does name."""
    return any(
        r.entity.kind == "person"
        and r.entity.name_words
        and r.subject
        and agrees(r.entity, description.gender, description.plural)
        for r in reading.discourse.before(description.start)
    )
