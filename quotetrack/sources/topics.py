"""Descriptions that say nothing of their own, and roles told only in passing."""

from __future__ import annotations

from quotetrack.lexicon.tables import word_class
from quotetrack.model import Gender
from quotetrack.sources.discourse import Reference, agrees
from quotetrack.sources.entities import Entity
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading

TOPIC_REACH = 4
"""Sentences within which a description that says nothing of its own may mean the last speaker or subject."""


INTRODUCED_REACH = 2
"""Sentences within which the role of somebody named without one is looked for."""


FRESH = word_class("fresh categories")
"""Roles that the news brings in without a name: « le préfet », « le procureur », « le maire »."""


FRESH_UNLESS_MODIFIED = word_class("fresh categories unless modified")
"""Roles that may be anybody's where nothing is said about them: « le ministre », but « le ministre grec »."""


def just_introduced(reading: Reading, description: Description) -> Entity | None:
    """Return the person named without a role just before, whose role this description is.

    « Plus discrète, Léa Corvisart a appelé au calme. La députée écologiste … », « L'allusion visait Bertrand Coste.
    Le président du parti … ». Offices that the news brings in without a name (le préfet, le procureur, le maire) are
    left alone, and so is whoever already has a role of his own.
    """
    if description.noun.entry.kind != "person" or description.plural or description.category in FRESH:
        return None
    if description.category in FRESH_UNLESS_MODIFIED and not description.modifiers:
        return None
    at, tokens = description.start, reading.tokens
    inside = reading.discourse.place(at)
    unexplained: list[Reference] = []
    for reference in reading.discourse.before(at, inside):
        distance = reading.discourse.distance(reference, at)
        if distance > INTRODUCED_REACH:
            break
        entity = reference.entity
        explained = any(r.head < at for r in entity.roles) or entity.offices
        named = entity.kind == "person" and entity.name_words and not entity.plural
        agrees = None in {entity.gender, description.gender} or entity.gender == description.gender
        if distance and named and not explained and agrees:
            unexplained.append(reference)
    nearest = [r for r in unexplained if tokens[r.at].sentence == tokens[unexplained[0].at].sentence]
    if len({id(r.entity) for r in nearest}) != 1:
        # « quand X a repris un corner de Y. … l'attaquant »: whoever acts.
        nearest = [r for r in nearest if r.subject and not r.nested]
    if len({id(r.entity) for r in nearest}) != 1:
        return None
    entity = nearest[0].entity
    entity.roles.append(description)
    reading.registered.by_role.setdefault(description.lemma, []).append(entity)
    entity.role = entity.role or description.text
    entity.gender = entity.gender or description.gender
    return entity


def just_mentioned(reading: Reading, description: Description) -> Entity | None:
    """Return the one person of that gender in the last sentence that has any: « l'intéressé » is who was spoken of."""
    at, discourse = description.start, reading.discourse
    found: list[Reference] = []
    for reference in discourse.before(at, discourse.place(at)):
        distance = discourse.distance(reference, at)
        if distance > INTRODUCED_REACH + 1 or (found and distance > discourse.distance(found[0], at)):
            break
        if reference.entity.kind in {"person", "anonymous"} and agrees(
            reference.entity, description.gender, description.plural
        ):
            found.append(reference)
    return found[0].entity if len({id(r.entity) for r in found}) == 1 else None


def is_topic(reading: Reading, reference: Reference, at: int, gender: Gender | None = None) -> bool:
    """Tell whether a person is whom the passage is about: the last subject or speaker of the frame, close by.

    Where the description tells a man from a woman, the others do not count.
    """
    discourse = reading.discourse
    if discourse.distance(reference, at) > TOPIC_REACH:
        return False
    inside = discourse.place(at)
    if reference.entity.kind != "person":
        things = (
            r
            for r in discourse.before(at, inside)
            if r.entity.kind in {"organisation", "unknown"} and r.entity.name_words
        )
        nearest = next(things, None)
        return (
            nearest is not None
            and nearest.entity is reference.entity
            and discourse.distance(nearest, at) <= 1
        )
    top = discourse.most_salient(
        at,
        lambda r: r.entity.kind == "person" and agrees(r.entity, gender, False),
        inside,
        same_sentence=False,
    )
    if top is None or top.entity is not reference.entity or not (top.subject or top.speaking):
        return False
    return gender is None or not _beside_another(reading, top, gender, inside, at)


def _beside_another(reading: Reading, top: Reference, gender: Gender, inside: int | None, at: int) -> bool:
    """« Julie Colin et Anne Petit sont venues. … la jeune femme »: two of them in the sentence, so neither."""
    where = reading.discourse.distance(top, at)
    return any(
        r.entity is not top.entity
        and r.entity.kind == "person"
        and r.entity.gender == gender
        and not r.entity.plural
        and reading.discourse.distance(r, at) == where
        for r in reading.discourse.before(at, inside)
    )
