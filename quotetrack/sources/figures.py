"""Whom a portrait is about: « Son éditrice, Claire Roux, sourit. … Elle écrit la nuit »: she, not the publisher."""

from __future__ import annotations

from quotetrack.model import Gender
from quotetrack.sources.discourse import Discourse, Reference, agrees
from quotetrack.sources.entities import Entity
from quotetrack.sources.phrases import Description
from quotetrack.sources.possessors import possessor
from quotetrack.sources.reading import Reading
from quotetrack.sources.words import SINGULAR_POSSESSIVES

ENOUGH = 3
"""Mentions from which on somebody may be whom the article is about."""


def note_company(reading: Reading, description: Description, entity: Entity) -> None:
    """Note whose somebody is: « son éditrice », « sa sœur »; whoever speaks or decides for others stands alone."""
    owned = reading.tokens[description.start].folded in SINGULAR_POSSESSIVES
    if not owned or description.determiner != "possessive" or description.category in _STANDING_ALONE:
        return
    if description.plural or description.noun.entry.kind != "person":
        return
    owner = possessor(reading, description, {"person"}, entity)
    if owner is not None:
        reading.discourse.company[id(entity)] = owner


def rather_the_figure(
    discourse: Discourse, found: Reference, at: int, gender: Gender | None
) -> Entity | None:
    """Return whom the article is about where a pronoun may mean her rather than who stands nearest.

    Nearest is somebody of hers who only put a word in (« …, s'amuse son éditrice, Claire Roux. Elle écrit la nuit »),
    or a thing of the paragraph before (« La presse a ri. ¶ Elle ne lit rien »).
    """
    if found.entity.kind == "organisation":
        figure = _figure(discourse, gender)
        before = discourse.tokens[found.at].paragraph != discourse.tokens[at].paragraph
        known_better = figure is not None and _times(discourse, figure) > _times(discourse, found.entity)
        return figure if before and known_better else None
    owner = discourse.company.get(id(found.entity))
    if owner is None or not agrees(owner, gender, False):
        return None
    last = discourse.latest.get(id(found.entity), found)
    if discourse.tokens[last.at].paragraph != discourse.tokens[at].paragraph:
        times = _times(discourse, owner)
        return owner if times >= ENOUGH and times > _times(discourse, found.entity) else None
    if not _dominates(discourse, owner, found.entity):
        return None
    far = discourse.distance(last, at) > 1
    return owner if far or (at not in discourse.speaking and _behind_verb(discourse, last)) else None


def whose_company(discourse: Discourse, last: Reference, gender: Gender | None) -> Entity | None:
    """« Paul Roux, sa femme et son fils sont partis. « … », dit-il »: Paul Roux, whose they are."""
    owner = discourse.company.get(id(last.entity))
    joined = last.at > 0 and discourse.tokens[last.at - 1].folded in {"et", ","}
    if owner is None or not joined or last.speaking or last.entity.name_words:
        return None
    if not agrees(owner, gender, False):
        return None
    for reference in discourse.before(last.at):
        if discourse.distance(reference, last.at):
            return None
        if reference.entity is owner and reference.subject and not reference.nested:
            return owner
    return None


def _behind_verb(discourse: Discourse, reference: Reference) -> bool:
    """« …, s'amuse son éditrice, Claire Roux. »: she put in a word, nothing else is told of her."""
    before = discourse.tokens[reference.at - 1] if reference.at else None
    return before is not None and reference.speaking and before.upos in {"VERB", "AUX"}


def _figure(discourse: Discourse, gender: Gender | None) -> Entity | None:
    """Return the one person of a gender who is named again and again, twice as often as any other."""
    people = {
        id(r.entity): r.entity
        for r in discourse.latest.values()
        if r.entity.kind == "person" and r.entity.name_words and r.entity.gender == gender
    }
    most = sorted(people.values(), key=lambda e: -_times(discourse, e))
    if not most or _times(discourse, most[0]) < ENOUGH:
        return None
    return most[0] if all(_dominates(discourse, most[0], other) for other in most[1:]) else None


def _dominates(discourse: Discourse, figure: Entity, other: Entity) -> bool:
    times = _times(discourse, figure)
    return times >= ENOUGH and times >= 2 * _times(discourse, other)


def _times(discourse: Discourse, entity: Entity) -> int:
    return discourse.mentions.get(id(entity), 0)


_STANDING_ALONE = frozenset(
    {
        "spokesperson",
        "lawyer",
        "minister",
        "premier",
        "head",
        "deputy-head",
        "delegate",
        "secretary",
        "counterpart",
    }
)
