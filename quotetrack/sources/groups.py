"""Several who are meant together: « les deux dirigeants », « X et Y », « ils »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from quotetrack.sources.discourse import Reference
from quotetrack.sources.entities import Entity
from quotetrack.sources.names import Name
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading
from quotetrack.sources.topics import TOPIC_REACH


def last_two(reading: Reading, description: Description) -> Entity | None:
    """« les deux dirigeants »: the two persons named last, in one sentence or in two that follow each other."""
    at = description.start
    found: list[Entity] = []
    for reference in reading.discourse.before(at):
        entity = reference.entity
        if entity.members and len(entity.members) == 2 and not found:
            return entity
        if entity.kind != "person" or entity.plural or not entity.name_words or entity in found:
            continue
        if reading.discourse.distance(reference, at) > 3:
            break
        found.append(entity)
        if len(found) == 3:
            break
    if description.category in _VOICES and (voices := _last_voices(reading, found[:2], at)) is not None:
        return group_of(reading, voices)
    if len(found) == 3 and not _together(reading, found[:2], at):
        return None
    return group_of(reading, found[1::-1]) if len(found) > 1 else None


def _last_voices(reading: Reading, pair: Sequence[Entity], at: int) -> list[Entity] | None:
    """« Les deux responsables ont affirmé … »: the two who spoke, where one of the pair is only spoken of."""
    voices: list[Entity] = []
    for reference in reading.discourse.before(at):
        if reading.discourse.distance(reference, at) > 2 * TOPIC_REACH:
            break
        entity = reference.entity
        if reference.speaking and entity.kind == "person" and entity.name_words and entity not in voices:
            voices.append(entity)
    if len(voices) != 2 or all(entity in voices for entity in pair):
        return None
    return voices[::-1]


_VOICES = frozenset(
    {"official", "expert", "academic", "witness", "activist", "parliament", "lawyer", "person"}
)


def _together(reading: Reading, pair: Sequence[Entity], at: int) -> bool:
    """Tell whether two persons last stood in one sentence; of three in as many sentences, no two are meant for sure."""
    where = [
        {reading.tokens[r.at].sentence for r in reading.discourse.before(at) if r.entity is entity}
        for entity in pair
    ]
    return max(where[0] | where[1]) in where[0] & where[1]


def group_of(reading: Reading, members: Sequence[Entity]) -> Entity:
    """Return the group of some entities: « Emmanuel Macron et Poutine »."""
    known = reading.joined.get(frozenset(map(id, members)))
    if known is not None:
        return known
    names = [m.name for m in members]
    kind = "organisation" if all(m.kind == "organisation" for m in members) else "group"
    genders = {m.gender for m in members}
    group = Entity(
        " et ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0],
        "group" if kind == "group" else "organisation",
        genders.pop() if genders == {"f"} else None,
        plural=True,
        members=tuple(members),
    )
    reading.joined[frozenset(map(id, members))] = group
    return group


def note_joined(reading: Reading, name: Name) -> None:
    """Note « X et Y » as a group, for « ils » and « les deux hommes » further on."""
    tokens = reading.tokens
    before = name.start - 1
    if before > 0 and tokens[before].folded in {"la", "le", "l'", "les"}:
        before -= 1
    if before < 1 or tokens[before].folded != "et":
        return
    recent = islice(reversed(reading.discourse.trail), _JUST_BEFORE)
    other = next((r for r in recent if r.last == before - 1 and not r.pronoun), None)
    mine = reading.registered.of_name[name.first]
    if other is None or other.entity is mine or other.entity.kind != mine.kind or mine.kind == "place":
        return
    first, listed = _listed_before(reading, other)
    members = [*listed, *(other.entity.members or (other.entity,)), mine]
    group = group_of(reading, members)
    speaking = any(i in reading.speaking for i in range(name.first, name.last + 1)) and other.speaking
    reading.discourse.add(Reference(first.at, name.last, group, other.subject, False, speaking))


def _listed_before(reading: Reading, last: Reference) -> tuple[Reference, list[Entity]]:
    """« Anne Morin, | Luc Petit | et Paul Roux sont arrivés »: the people named one by one in front, and the first."""
    tokens, first = reading.tokens, last
    found: list[Entity] = []
    named = [r for r in reading.discourse.trail[-_LONGEST_LIST:] if not r.pronoun and r.entity.name_words]
    while first.at > 1 and tokens[first.at - 1].text == ",":
        before = next((r for r in reversed(named) if r.last == first.at - 2), None)
        if before is None or before.entity.kind != "person":
            break
        if before.subject != last.subject or before.speaking != last.speaking:
            break  # « Selon Anne Morin, Luc Petit et Paul Roux sont partis »
        if before.entity is last.entity or before.entity in found or before.entity.members:
            break
        found.insert(0, before.entity)
        first = before
    return first, found if last.entity.kind == "person" else []


_LONGEST_LIST = 12
"""References among which the people of one list are sought."""

_JUST_BEFORE = 50
"""References back among which the one is that stands right before another."""


def the_two(reading: Reading, at: int, feminine: bool) -> Entity | None:
    """« Tous deux dénoncent … »: the two persons whom the last sentences name, if they name no third."""
    found: list[Entity] = []
    for reference in reading.discourse.before(at):
        entity = reference.entity
        if reading.discourse.distance(reference, at) > 2:
            break
        if len(entity.members) == 2 and not found:
            return entity
        if entity.kind == "person" and not entity.plural and entity.name_words and entity not in found:
            found.append(entity)
    if len(found) != 2 or (feminine and any(e.gender == "m" for e in found)):
        return None
    return group_of(reading, found[::-1])


def tell_of_each(reading: Reading, description: Description, pair: Entity) -> None:
    """« Selon les deux chercheuses, … »: each is « la chercheuse » from then on."""
    if description.lemma == "homme" or description.category in {"bare", "family", "friend"}:
        return
    for member in pair.members:
        if all(role.head != description.head for role in member.roles):
            member.roles.append(replace(description, plural=False, number=None))
            reading.registered.by_role.setdefault(description.lemma, []).append(member)
