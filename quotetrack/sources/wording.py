"""Sources that keep their own words: « une source proche du dossier », « plusieurs témoins », « son entourage »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotetrack.lexicon.roles import ANONYMOUS_CATEGORIES
from quotetrack.lexicon.tables import word_class
from quotetrack.model import Source
from quotetrack.sources.entities import Entity
from quotetrack.sources.lookup import Index
from quotetrack.sources.phrases import Description
from quotetrack.sources.possessors import possessor, several_may_own
from quotetrack.sources.reading import Reading
from quotetrack.sources.tokens import Token, text_of
from quotetrack.sources.words import (
    ARTICLES,
    DEMONSTRATIVES,
    FUNCTION_WORDS,
    PLURAL_POSSESSIVES,
    SINGULAR_POSSESSIVES,
)


def entity_at(index: Index, reading: Reading, head: int, inside: range) -> Entity:
    """Return the entity of the name or noun at a token, worded as in the mention if it has no name."""
    described = index.descriptions.get(head)
    if described is None:
        return reading.registered.of_name[head]
    entity = reading.of_description[head]
    if described.determiner == "possessive" and described.name is None and entity.roles[:1] == [described]:
        _name_possessor(index, reading, described, entity)
    elif entity.roles[:1] == [described] and not entity.members and entity.introduced == head:
        _word_in_full(index, described, entity, inside)
    return entity


def _word_in_full(index: Index, described: Description, entity: Entity, inside: range) -> None:
    """Give a source that is known by its description only the exact wording of its mention, or its handle."""
    handle = next((index.tokens[i].text for i in inside if index.tokens[i].text.startswith("@")), None)
    if handle is not None and len(handle) > 1:
        entity.wordings.add(entity.name)
        entity.name = handle
        return
    last = max(described.last, _end_of_wording(index.tokens, described.last, inside))
    quantified = index.tokens[described.start].folded in _QUANTIFIERS
    if last > described.last or quantified:
        first = described.start if quantified else described.core
        wording = text_of(index.tokens, first, last)
        entity.name = wording[0].lower() + wording[1:] if quantified else wording
    if entity.kind == "anonymous" and described.category not in ANONYMOUS_CATEGORIES:
        entity.role = described.text


def _name_possessor(index: Index, reading: Reading, described: Description, entity: Entity) -> None:
    """Say whose it is: « son entourage » → « entourage d'Emmanuel Macron », if the text tells."""
    tokens = index.tokens
    if tokens[described.start].folded not in SINGULAR_POSSESSIVES | PLURAL_POSSESSIVES:
        return
    private = described.category in {"family", "friend", "lawyer", "bare", "circle", "medical", "person"}
    kinds = {"person", "anonymous"} if private else {"person", "organisation", "group", "place", "unknown"}
    if private and several_may_own(reading, described, kinds, entity):
        return
    if _done_by(tokens, described) and not _acts_here(reading, described):
        return
    owner = _house_before(reading, described) or possessor(reading, described, kinds, entity)
    if owner is not None and owner.kind in {"person", "organisation", "document"}:
        entity.name = f"{described.text} {of_entity(owner)}"
    entity.wordings.add(f"{tokens[described.start].text.lower()} {described.text}")


def name_own_people(
    tokens: Sequence[Token], found: Sequence[Entity | Source | None], voices: Mapping[int, int]
) -> None:
    """« « Mon père m'a prévenue », raconte Anne Roux »: say whose father he is.

    Args:
        tokens: of the document.
        found: what each mention means.
        voices: of a passage the mention of whoever speaks there.
    """
    for entity in dict.fromkeys([e for e in found if isinstance(e, Entity) and e.roles and not e.name_words]):
        role = entity.roles[0]
        passage = tokens[role.head].passage
        if passage is None or tokens[role.start].folded not in _MINE:
            continue
        owner = found[voices[passage]] if passage in voices else None
        if isinstance(owner, Entity) and owner is not entity and owner.kind == "person" and owner.name_words:
            entity.wordings.add(entity.name)
            entity.name = f"{entity.name} {of_entity(owner)}"


_MINE = frozenset({"mon", "ma", "mes"})


def _house_before(reading: Reading, described: Description) -> Entity | None:
    """« La société Norvia n'a pas répondu. Contacté, son avocat assure … »: whose sentence comes before has him."""
    at, discourse = described.start, reading.discourse
    if described.category not in _OF_HOUSES or discourse.place(at) is not None:
        return None
    last = next((r for r in discourse.before(at) if r.subject and not r.nested), None)
    if last is None or last.entity.kind != "organisation" or not last.entity.name_words:
        return None
    return last.entity if discourse.distance(last, at) == 1 and not last.entity.plural else None


_OF_HOUSES = frozenset({"head", "lawyer", "secretary", "spokesperson"})
"""What a house has as often as a person."""


def _done_by(tokens: Sequence[Token], described: Description) -> bool:
    """« dénoncée par ses détracteurs »: whose they are, the subject of the passive tells."""
    return described.start > 0 and tokens[described.start - 1].folded == "par"


def _acts_here(reading: Reading, described: Description) -> bool:
    """« Le ministre, critiqué par ses adversaires, … », but not « Cette décision, dénoncée par ses adversaires, … »."""
    at, discourse = described.start, reading.discourse
    for reference in discourse.before(at, discourse.place(at)):
        if discourse.distance(reference, at):
            return False
        if reference.subject and not reference.nested:
            return reference.entity.kind in {"person", "anonymous", "organisation"}
    return False


def of_entity(entity: Entity) -> str:
    """Return « de » and what an entity is called: « de Paul Roux », « du suspect », « de la mairie »."""
    described = bool(entity.roles) and not entity.name_words and entity.name.startswith(entity.roles[0].text)
    if not described or entity.kind == "anonymous":
        return of(entity.name)
    if of(entity.name).startswith("d'"):
        return f"de l'{entity.name}"
    if entity.gender is None:
        return of(entity.name)
    return f"du {entity.name}" if entity.gender == "m" else f"de la {entity.name}"


_MUTE_H = (
    "hôpital",
    "hôtel",
    "homme",
    "habitant",
    "historien",
    "humoriste",
    "huissier",
    "héritier",
    "hebdomadaire",
)


def of(name: str) -> str:
    """Return « de » and a name, elided where it must be: « d'Emmanuel Macron »."""
    if name[:1].lower() == "y" and name[1:2].lower() in "aeiou":
        return f"de {name}"
    mute = name[:1].lower() in "aeiouyéèêàâîôûœ" or name.lower().startswith(_MUTE_H)
    return f"d'{name}" if mute else f"de {name}"


def as_worded(index: Index, inside: range) -> Source | None:
    """Return a mention that holds nothing known, under its own words: « les hamonistes », « un des documents »."""
    tokens = index.tokens
    first = inside.start
    if tokens[first].folded in ARTICLES | DEMONSTRATIVES | {
        "un",
        "une",
        "des",
        "du",
        "au",
        "aux",
    } and not is_partitive(tokens, inside):
        first += 1
    if first >= inside.stop or not tokens[first].is_word:
        return None
    last = _end_of_wording(tokens, first, range(first, inside.stop))
    words = [t for t in tokens[first : last + 1] if t.is_word]
    if not words or all(t.folded in FUNCTION_WORDS for t in words):
        return None
    plural = tokens[inside.start].folded in {
        "les",
        "des",
        "ces",
        "certains",
        "certaines",
        "plusieurs",
        "quelques",
    }
    return Source(text_of(tokens, first, last), "group" if plural else "unknown")


def _end_of_wording(tokens: Sequence[Token], at: int, inside: range) -> int:
    """Return the last token before a comma, a relative clause or a bracket.

    A participle closes what a name has already told apart: « l'enquête Ipsos | publiée lundi », but « un sondage
    commandé à l'Ifop ».
    """
    last = at
    while last + 1 in inside:
        token = tokens[last + 1]
        if last >= at and (
            token.folded in {"s'", "ayant"} or (token.upos == "VERB" and token.folded.endswith("ant"))
        ):
            break
        dated = tokens[last - 1 if tokens[last].text.isdigit() else last]  # « le Mouvement du 4 juin »
        if token.folded in _DAYS and dated.folded not in {"du", "de", "le"}:
            break
        if token.folded in {"lui-meme", "elle-meme", "eux-memes", "elles-memes"}:
            break  # « la direction | elle-même »
        if token.folded == "sous" and tokens[last + 2].folded in {"couvert", "le", "condition", "pseudonyme"}:
            break
        if token.upos == "VERB" and any(t.capital for t in tokens[inside.start + 1 : last + 1]):
            break
        if (not token.is_word and token.text not in {"'", "’", "&"}) or token.folded in {
            "qui",
            "que",
            "qu'",
            "dont",
            "lequel",
        }:
            break
        last += 1
    while last > at and tokens[last].folded in FUNCTION_WORDS:
        last -= 1
    return last


_DAYS = word_class("calendar") | {"hier", "aujourd'hui"}


_QUANTIFIERS = {"plusieurs", "quelques", "certains", "certaines"}


def is_partitive(tokens: Sequence[Token], inside: range) -> bool:
    """« un des documents », « l'une de ses proches »: one of several, whom the text does not tell."""
    words = [tokens[i].folded for i in inside[:4]]
    words = words[1:] if words[:1] == ["l'"] else words
    return (
        len(words) > 1
        and words[0] in {"un", "une", "certains", "certaines", "plusieurs", "deux", "trois"}
        and words[1] in {"des", "de", "d'"}
    )
