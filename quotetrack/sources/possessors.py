"""Whose somebody is: « son porte-parole », « sa directrice générale », « leur avocat »."""

from __future__ import annotations

from collections.abc import Collection

from quotetrack.lexicon.tables import fold, word_class
from quotetrack.model import Gender
from quotetrack.sources.discourse import Reference, agrees
from quotetrack.sources.entities import Entity
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading
from quotetrack.sources.tokens import sentence_start
from quotetrack.sources.words import PLURAL_POSSESSIVES, SINGULAR_POSSESSIVES


def possessor(
    reading: Reading, described: Description, kinds: Collection[str], possessed: Entity
) -> Entity | None:
    """Return whom a possessive means, or None.

    « Le plan est refusé par le maire, Jean Roux, selon son porte-parole »: a person in the same sentence comes before
    whoever the text was about, and so does the house of « La chambre des notaires proteste : « … », écrit son
    président ».
    """
    at, discourse = described.start, reading.discourse
    plural = reading.tokens[at].folded in PLURAL_POSSESSIVES
    inside = discourse.place(at)
    if _of_things(described):
        return _paper_before(reading, at, plural)
    told = _gender_told(reading, described)

    def may_own(reference: Reference) -> bool:
        owner = reference.entity
        return (
            owner.plural == plural
            and (told is None or owner.gender in {None, told})
            and not (described.category == "family" and _on_duty(owner))
            and owner is not possessed
            and owner.kind in kinds
            and (not _belongs(owner) or _named_alone(reading, reference, at))
            and reference.at < at
        )

    def beside(reference: Reference) -> bool:
        return may_own(reference) and discourse.distance(reference, at) == 0

    def person_beside(reference: Reference) -> bool:
        return reference.entity.kind == "person" and beside(reference)

    def house_beside(reference: Reference) -> bool:
        return reference.entity.kind == "organisation" and not reference.nested and beside(reference)

    found = discourse.most_salient(at, person_beside, inside)
    if found is None and described.category in _OF_HOUSES:
        found = discourse.most_salient(at, house_beside, inside)
    found = found or discourse.most_salient(at, may_own, inside)
    return found.entity if found is not None else None


_OF_HOUSES = frozenset({"head", "deputy-head", "secretary", "spokesperson", "delegate"})
"""What a house has rather than a person: « son président », « sa porte-parole »."""


def _of_things(described: Description) -> bool:
    """« son auteur », « son constructeur »: a thing's, neither a person's nor an institution's."""
    return fold(described.lemma).removesuffix("s") in word_class("of things")


def _paper_before(reading: Reading, at: int, plural: bool) -> Entity | None:
    """« La mairie attend. Un rapport de l'assureur accuse. Son auteur … »: the paper, or nobody who is known.

    « La mairie a lu le rapport. Le film est sorti. Son auteur … »: what the last sentence is about is no paper.
    """
    discourse = reading.discourse
    things = [r for r in discourse.before(at, discourse.place(at)) if discourse.distance(r, at) <= 1]
    papers = [r for r in things if r.entity.kind == "document" and r.entity.plural == plural and not r.nested]
    paper = next((r for r in papers if r.subject), papers[0] if papers else None)
    if paper is None:
        return None
    between = reading.tokens[paper.last + 1 : at]
    known = {r.at for r in things}
    others = (t for t in between if t.subject and t.upos == "NOUN" and t.index not in known)
    return paper.entity if next(others, None) is None else None


def note_serving(reading: Reading, described: Description, entity: Entity, owner: Entity) -> None:
    """Note who is somebody's lawyer or spokesman: « Son avocat, Me Roux, … »."""
    key = id(owner), described.category
    known = reading.discourse.serving.get(key, entity)
    reading.discourse.serving[key] = entity if known is entity else None


def named_before(reading: Reading, described: Description) -> Entity | None:
    """Return whom « son avocat » meant before: « M. Rey … Son avocat, Me Roux, … M. Rey … son conseil »."""
    if described.determiner != "possessive" or described.plural or described.category not in _SERVING:
        return None
    kinds = _SERVING[described.category]
    for (owner, category), entity in reading.discourse.serving.items():
        if category != described.category or entity is None:
            continue
        if not agrees(entity, described.gender, plural=False):
            continue
        now = possessor(reading, described, kinds, entity)
        if now is not None and id(now) == owner:
            return entity
    return None


def whom_they_defend(reading: Reading, described: Description) -> Entity | None:
    """« L'avocate de Paul Roux plaide. Son client nie »: Paul Roux."""
    if described.lemma != "client" or described.determiner != "possessive" or described.plural:
        return None
    lawyer = possessor(reading, described, {"person", "anonymous"}, Entity(described.text, "person"))
    phrases = [role for role in lawyer.roles if role.category == "lawyer"] if lawyer is not None else []
    for reference in reading.discourse.before(described.start) if phrases else ():
        defended = reference.entity
        if any(role.head < reference.at <= role.last for role in phrases) and defended.kind == "person":
            return defended if agrees(defended, described.gender, plural=False) else None
    return None


_SERVING = {
    "lawyer": frozenset({"person", "anonymous"}),
    "spokesperson": frozenset({"person", "organisation", "group", "place", "unknown"}),
}
"""Who has a lawyer, or a spokesman; what else somebody has he may have twice."""


def several_may_own(
    reading: Reading, described: Description, kinds: Collection[str], possessed: Entity
) -> bool:
    """« Un élève est blessé, dit la proviseure Jeanne Malle. Sa mère … »: of two who may have a mother, neither."""
    at, discourse = described.start, reading.discourse
    told = _gender_told(reading, described)
    near: list[Entity] = []
    for reference in discourse.before(at, discourse.place(at)):
        if discourse.distance(reference, at) > 1:
            break
        owner = reference.entity
        named = owner.kind in kinds and not owner.plural and owner is not possessed and not _belongs(owner)
        named = named and not (described.category == "family" and _on_duty(owner))
        named = named and (told is None or owner.gender in {None, told})
        if named and not reference.nested and owner not in near:
            near.append(owner)
    return len(near) > 1


def _gender_told(reading: Reading, described: Description) -> Gender | None:
    """« Au dire de ses confrères, elle plaide comme elle respire »: they are hers.

    « Selon son avocat, elle ment » is said of the other side as well.
    """
    tokens, behind = reading.tokens, described.last + 1
    if described.category == "lawyer" or behind + 1 >= len(tokens) or tokens[behind].text != ",":
        return None
    opens = described.start - sentence_start(tokens, described.start) <= _LONGEST_MARKER
    return _TOLD_OF.get(tokens[behind + 1].folded) if opens else None


_TOLD_OF: dict[str, Gender] = {"il": "m", "elle": "f"}
_LONGEST_MARKER = 4
"""Words of « de l'aveu de »."""


def _on_duty(entity: Entity) -> bool:
    """« Un élève est blessé, dit la porte-parole de la police. Sa mère … »: whoever speaks for others has no family."""
    return bool(entity.trades & {"lawyer", "magistrate"}) or any(
        role.category in _ON_DUTY for role in entity.roles
    )


_ON_DUTY = frozenset(
    {"spokesperson", "lawyer", "magistrate", "police", "rescue", "prefect", "expert", "medical"}
)


def _named_alone(reading: Reading, reference: Reference, at: int) -> bool:
    """« Sa collègue, Ève Roux, … « Oui », dit Ève Roux. Son camarade … »: whoever speaks by name has people too."""
    spoke = reference.speaking and reading.discourse.distance(reference, at) <= 1
    first = reading.tokens[reference.at]
    return spoke and first.capital and first.folded not in SINGULAR_POSSESSIVES and not reference.pronoun


def _belongs(entity: Entity) -> bool:
    """« Son père … Son avocate … »: both are of the one whom the text is about."""
    first = entity.roles[0] if entity.roles else None
    if first is None or first.determiner != "possessive":
        return False
    return not entity.name_words or first.category in {"family", "friend"}
