"""Whoever spoke or was spoken of last, under another word: « …, a dit le maire, Luc Roux. L'ingénieur promet … ».

Newspapers vary: a head, a minister or a delegate comes back by his calling. Only callings that no event brings in by
itself count (« l'architecte » may be the building's), or words that say that it is, or was, his calling.
"""

from __future__ import annotations

from itertools import islice

from quotetrack.lexicon.institutions import institution
from quotetrack.lexicon.tables import word_class
from quotetrack.sources.ages import years_behind
from quotetrack.sources.contrasts import set_against
from quotetrack.sources.discourse import FARTHEST_BACK, Reference, agrees
from quotetrack.sources.entities import Entity
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading
from quotetrack.sources.topics import INTRODUCED_REACH, learnt_of


def called_anew(reading: Reading, description: Description) -> Entity | None:
    """Return who spoke in the sentence before, if a description may say what else he is, or None."""
    if description.noun.entry.kind != "person" or description.plural or description.name is not None:
        return None
    if description.head not in reading.speaking or set_against(reading, description):
        return None
    if (aged := _told_with_his_age(reading, description)) is not None:
        return aged
    if not (_stated(reading, description) or (_is_career(description) and not description.governs)):
        return None
    last = _spoke_before(reading, description)
    if last is None and (named := _told_before(reading, description)) is not None:
        last = named if any(r.lemma in _SCHOLARS for r in named.entity.roles) else None
    if last is None or not _has_no_calling(last.entity, description):
        return None
    return learnt_of(reading, last.entity, description)


def _told_with_his_age(reading: Reading, description: Description) -> Entity | None:
    """« Luc Roux a publié un message. « J'ai eu tort », écrit l'ingénieur de 44 ans »: he, whose age is new as well."""
    if description.category in _ANYBODY or years_behind(reading.tokens, description.last) is None:
        return None
    told = _told_before(reading, description)
    if told is None or not told.subject or not told.entity.name_words or told.entity.age is not None:
        return None
    return learnt_of(reading, told.entity, description) if _has_no_calling(told.entity, description) else None


def _is_career(description: Description) -> bool:
    """« l'ingénieur », « la neurologue », whom no event brings in by itself."""
    studies = description.category in _STUDIES and description.lemma.endswith(("logue", "logiste"))
    return studies or description.lemma in _CAREERS


_STUDIES = frozenset({"academic", "medical", "unknown", "expert"})


def pointed_at(reading: Reading, description: Description) -> Entity | None:
    """Return the one person of the sentence before whom « cet ancien conseiller », « ce quinquagénaire » points at.

    « …, dit le maire, Luc Roux. Une version que conteste Paul Rey. Cet enseignant … »: not who spoke before.
    """
    if description.determiner != "demonstrative" or description.plural:
        return None
    if description.noun.entry.kind != "person":
        return None
    told = _told_before(reading, description)
    if told is None:
        return None
    entity = told.entity
    if not entity.name_words:  # « …, décrit une survivante. « … », raconte cette mère de deux enfants »
        return entity if told.speaking and description.category in _ANYBODY else None
    varies = description.category == "bare" or "ancien" in description.modifiers
    return learnt_of(reading, entity, description) if varies or _has_no_calling(entity, description) else None


_ANYBODY = frozenset({"bare", "family"})
"""Words for what anybody may be besides: « cette mère de deux enfants », « ce quinquagénaire »."""


def _told_before(reading: Reading, description: Description) -> Reference | None:
    """Return where the sentence before tells of the one person of that gender in it, or None."""
    at, discourse = description.start, reading.discourse
    near: list[Reference] = []
    for reference in discourse.before(at, discourse.place(at)):
        if discourse.narrated(reference, at) > 1:
            break
        person = reference.entity.kind in {"person", "anonymous"}
        if (
            discourse.distance(reference, at)
            and person
            and agrees(reference.entity, description.gender, False)
        ):
            near.append(reference)
    if len({id(r.entity) for r in near}) != 1:
        return None
    return next((r for r in near if not r.nested and not r.pronoun), None)


def comrade(reading: Reading, description: Description) -> Entity | None:
    """Return the one person of a union or a party named before: « son camarade de FO », « son homologue de la CGT ».

    Or the one other lawyer of two: « Mes Luc Roux et Anne Petit … a lancé Me Petit. Son confrère … ».
    """
    if description.determiner == "possessive" and description.lemma == "confrère" and not description.plural:
        return _other_lawyer(reading, description)
    if description.determiner != "possessive" or description.plural or description.lemma not in _EQUALS:
        return None
    houses = {m for m in description.modifiers if (i := institution(m)) and i.category in {"union", "party"}}
    found = [
        entity
        for entity in reading.registered.entities
        if id(entity) in reading.discourse.latest
        and entity.kind == "person"
        and agrees(entity, description.gender, plural=False)
        and any(role.head < description.head and role.modifiers & houses for role in entity.roles)
    ]
    return found[0] if len(found) == 1 else None


def _other_lawyer(reading: Reading, description: Description) -> Entity | None:
    at, discourse = description.start, reading.discourse
    last = next((r.entity for r in discourse.before(at, discourse.place(at)) if r.speaking), None)
    lawyers = [e for e in reading.registered.entities if "lawyer" in e.trades and id(e) in discourse.latest]
    others = [e for e in lawyers if e is not last]
    if last not in lawyers or len(others) != 1:
        return None
    return others[0] if agrees(others[0], description.gender, plural=False) else None


_EQUALS = frozenset({"camarade", "collègue", "homologue"})


def _stated(reading: Reading, description: Description) -> bool:
    """« l'avocate de profession », « le général à la retraite », « cet infirmier de formation »."""
    behind = reading.tokens[description.head + 1 : description.last + 4]
    return " ".join(t.folded for t in behind).startswith(_STATING)


_STATING = ("de profession", "de formation", "de metier", "à la retraite", "en retraite", "de son etat")


_CAREERS = word_class("careers")


def _spoke_before(reading: Reading, description: Description) -> Reference | None:
    """Return the speaker of the last sentence in which the author speaks, if nobody else of that gender acts since."""
    at, discourse = description.start, reading.discourse
    acting: list[Entity] = []
    for reference in discourse.before(at, discourse.place(at)):
        if discourse.narrated(reference, at) > 1:
            return None
        entity = reference.entity
        if discourse.distance(reference, at) == 0 or entity.kind not in {"person", "anonymous"}:
            continue
        if reference.speaking:
            named = entity.kind == "person" and bool(entity.name_words) and not entity.plural
            alone = all(other is entity for other in acting)
            return reference if named and alone and agrees(entity, description.gender, False) else None
        if reference.subject and not reference.nested and agrees(entity, description.gender, False):
            acting.append(entity)
    return None


def _has_no_calling(entity: Entity, description: Description) -> bool:
    """Tell whether all that is known of somebody is what he leads or whom he speaks for."""
    before = [role for role in entity.roles if role.head < description.head]
    studies = description.category in _STUDIES
    known = [r for r in before if r.category not in _FUNCTIONS and not (studies and r.lemma in _SCHOLARS)]
    return not known and not entity.trades & {"lawyer", "magistrate"}


_FUNCTIONS = word_class("functions")


_SCHOLARS = word_class("scholars")
"""« la directrice de recherche » may be a neurologist, « l'historien » is no sociologist."""


REACH_OF_TALK = INTRODUCED_REACH + 1
"""Sentences, or sentences of the author's own, within which « l'intéressé » was spoken of."""


def just_mentioned(reading: Reading, description: Description) -> Entity | None:
    """Return the one person of that gender who was spoken of last: « l'intéressé » is seldom who speaks himself.

    « « Elle a fait une faute », dit le maire, Luc Roux, de Mme Petit. L'intéressée … »: named inside the words as well.
    Whoever spoke last it is only where nobody else comes into question but by a pronoun, and where he goes on in the
    same paragraph.
    """
    at, discourse = description.start, reading.discourse
    spoke = next((r.entity for r in discourse.before(at, discourse.place(at)) if r.speaking), None)
    if spoke is not None and not _may_be(spoke, description):
        spoke = None
    spoken_of: list[Reference] = []
    went_on = False
    for reference in islice(reversed(discourse.trail), FARTHEST_BACK):
        distance = discourse.distance(reference, at)
        if spoken_of and distance > discourse.distance(spoken_of[0], at):
            break
        if distance > REACH_OF_TALK and discourse.narrated(reference, at) > REACH_OF_TALK:
            break
        here = reading.tokens[reference.at].paragraph == reading.tokens[at].paragraph
        if not _may_be(reference.entity, description) or reference.at >= at:
            continue
        if reference.entity is spoke:
            went_on = went_on or here
        elif not (went_on and (reference.pronoun or not here)) and (spoke is None or not reference.speaking):
            spoken_of.append(reference)
    if not spoken_of:
        return spoke if went_on else None
    named = {id(r.entity): r.entity for r in spoken_of if r.entity.name_words} or {
        id(r.entity): r.entity for r in spoken_of
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _may_be(entity: Entity, description: Description) -> bool:
    """Tell whether somebody is a person of that gender; « Mise en cause, Claire Roux … » is one, not two."""
    if not entity.name_words and all(r.determiner == "bare" for r in entity.roles):
        return False
    return entity.kind in {"person", "anonymous"} and agrees(entity, description.gender, description.plural)
