"""Whom a definite description means, of all that the article has named: « le maire », « l'ancien ministre »."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from quotetrack.sources.announced import announces, bearers_of, told_later_of_another
from quotetrack.sources.comparing import SURE, TOPIC, telling
from quotetrack.sources.discourse import agrees, perhaps_place
from quotetrack.sources.entities import Entity
from quotetrack.sources.leaders import led_by
from quotetrack.sources.matching import fitting
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading
from quotetrack.sources.reprises import called_anew, just_mentioned, pointed_at
from quotetrack.sources.topics import has_its_capital, is_topic, just_introduced, on_trial


def known_entity(reading: Reading, description: Description) -> Entity | None:
    """Return the entity that a definite description fits best, the more salient of equals, or None."""
    at = description.start
    scored: list[tuple[int, float, Entity]] = []
    named = bearers_of(reading, description.lemma)
    for entity, score in fitting(description, chain(reading.discourse.recent(), named)):
        last = reading.discourse.latest.get(id(entity))
        if last is None:
            # Named only further on: it must say exactly the same, or stand in the headline.
            told = score > SURE or (score == SURE and announces(reading, description))
            told = told and not told_later_of_another(reading, description, entity)
            if told and any(not reading.tokens[r.head].quoted for r in entity.roles):
                scored.append((score, -100.0, entity))
            continue
        if score == TOPIC and (
            _left_by_another(reading, description) or not is_topic(reading, last, description)
        ):
            continue
        if score < SURE and (
            perhaps_place(reading.discourse, last) or has_its_capital(reading, description, entity)
        ):
            continue  # « Dans le Tursan, … l'exploitant », « Kerlaz a gagné. À la Ligue, … »
        scored.append((score, reading.discourse.salience(last, at), entity))
    if description.lemma in {"intéressé", "concerné"}:
        return just_mentioned(reading, description)
    if max([s[0] for s in scored], default=0) < SURE and (pointed := pointed_at(reading, description)):
        return pointed
    if not scored:
        if (accused := on_trial(reading, description)) is not None:
            return accused
        if (anew := led_by(reading, description) or called_anew(reading, description)) is not None:
            return anew
        return None if _left_by_another(reading, description) else just_introduced(reading, description)
    best = max(scored, key=lambda s: (s[0], s[1]))
    if (spoke := _who_just_spoke(reading, description, best[2], scored)) is not None:
        return spoke
    if best[0] < SURE and (fresh := _fresher(reading, description, best[2])) is not None:
        return fresh
    if best[0] < SURE and _rivals(scored, best):
        return None
    if best[0] < SURE and _another_since(reading, description, best[2]):
        return None
    return best[2]


def _who_just_spoke(
    reading: Reading, description: Description, best: Entity, scored: Sequence[tuple[int, float, Entity]]
) -> Entity | None:
    """« Ce médecin se plaint. ¶ « … », confirme Luc Roux, urgentiste. « … », souligne le médecin »: Luc Roux.

    Who has no name, and was spoken of before him, is no longer meant, though he was called so himself. Nor is who has
    one, where somebody of his trade spoke since: « … dit l'entraîneur Luc Roux. Son homologue, Paul Rey, salue « … ».
    « … », ajoute le technicien ».
    """
    if description.modifiers:
        return None
    at, discourse = description.start, reading.discourse
    last = next(
        (r for r in discourse.before(at, discourse.place(at)) if r.speaking and discourse.distance(r, at)),
        None,
    )
    if last is None or last.entity is best or not last.entity.name_words:
        return None
    if best.name_words and (description.category not in last.entity.trades or _is_called(best, description)):
        return None
    here = reading.tokens[last.at].paragraph == reading.tokens[at].paragraph
    fits = any(entity is last.entity for _, _, entity in scored)
    earlier = discourse.latest[id(best)].at < last.at if id(best) in discourse.latest else False
    return last.entity if here and fits and earlier else None


def _is_called(entity: Entity, description: Description) -> bool:
    return any(role.lemma == description.lemma for role in entity.roles)


def _another_since(reading: Reading, description: Description, entity: Entity) -> bool:
    """« …, explique le Pr Roux. … ce médecin »: a demonstrative does not reach behind whoever spoke last."""
    if description.determiner != "demonstrative":
        return False
    at, discourse = description.start, reading.discourse
    spoke = next((r.entity for r in discourse.before(at, discourse.place(at)) if r.speaking), None)
    if spoke is None or spoke is entity or spoke.kind != "person" or not spoke.name_words:
        return False
    return agrees(spoke, description.gender, False)


def _left_by_another(reading: Reading, description: Description) -> bool:
    """« La maire part. Son adjoint, Luc Roux, reste. L'ex-maire se tait »: not he, though he was named last."""
    if "ancien" not in description.modifiers:
        return False
    ours = telling(description.modifiers)
    bearers = reading.registered.by_role.get(description.lemma, ())
    roles = [
        role
        for e in bearers
        for role in e.roles
        if role.lemma == description.lemma and "ancien" not in role.modifiers
    ]
    # « l'ancien ministre de la Défense » is none of the ministers of other things.
    return any(not ours or not telling(role.modifiers) or ours & telling(role.modifiers) for role in roles)


def _fresher(reading: Reading, description: Description, entity: Entity) -> Entity | None:
    """« Paul Roux, buteur, … Touché, Lucas Petit sort. Le joueur de 22 ans … »: whom the last sentence is about."""
    discourse, at = reading.discourse, description.start
    last = discourse.latest[id(entity)]
    if discourse.distance(last, at) <= 1:
        return None
    for reference in discourse.before(at, discourse.place(at)):
        if discourse.distance(reference, at) > 1 and discourse.narrated(reference, at) > 1:
            return None
        fresh = reference.entity
        if reference.subject and not reference.nested and fresh.name_words and fresh.kind == "person":
            return just_introduced(reading, description) if fresh is not entity else None
    return None


def _rivals(scored: Sequence[tuple[int, float, Entity]], best: tuple[int, float, Entity]) -> bool:
    """Tell whether a vague description could as well mean another entity that is nearly as present."""
    return any(s[2] is not best[2] and s[0] == best[0] and best[1] - s[1] < 1.0 for s in scored)
