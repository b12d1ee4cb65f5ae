"""Sources that keep their own words: « une source proche du dossier », « plusieurs témoins », « son entourage »."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.lexicon.roles import ANONYMOUS_CATEGORIES
from quotetrack.model import Source
from quotetrack.sources.entities import Entity
from quotetrack.sources.lookup import Index
from quotetrack.sources.phrases import Description
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
        entity.wordings[entity.name] += 1
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
    plural = tokens[described.start].folded in PLURAL_POSSESSIVES
    if tokens[described.start].folded not in SINGULAR_POSSESSIVES | PLURAL_POSSESSIVES:
        return
    private = described.category in {"family", "friend", "lawyer", "bare", "circle", "medical", "person"}
    kinds = {"person", "anonymous"} if private else {"person", "organisation", "group", "place", "unknown"}
    owner = reading.discourse.most_salient(
        described.start,
        lambda r: r.entity.plural == plural and r.entity is not entity and r.entity.kind in kinds,
        reading.discourse.place(described.start),
    )
    if owner is not None and owner.entity.kind in {"person", "organisation"}:
        entity.name = f"{described.text} {of(owner.entity.name)}"
    entity.wordings[f"{tokens[described.start].text.lower()} {described.text}"] += 1


def of(name: str) -> str:
    """Return « de » and a name, elided where it must be: « d'Emmanuel Macron »."""
    return f"d'{name}" if name[:1].lower() in "aeiouyéèêàâîôûhœ" and name[:1].lower() != "h" else f"de {name}"


def another_of_that_sort(index: Index, reading: Reading, inside: range) -> Source | None:
    """Return one more of the last anonymous speaker's sort: « Une autre » after « une sénatrice »."""
    words = [index.tokens[i].folded for i in inside]
    if words not in (["un", "autre"], ["une", "autre"], ["un", "second"], ["une", "seconde"]):
        return None
    for reference in reading.discourse.before(inside.start):
        entity = reference.entity
        if (
            entity.kind == "anonymous"
            and entity.roles
            and entity.gender in {None, "f" if words[0] == "une" else "m"}
        ):
            head = index.tokens[entity.roles[0].head].text
            return Source(f"{words[1]} {head}", "anonymous", gender="f" if words[0] == "une" else "m")
    return None


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


def is_partitive(tokens: Sequence[Token], inside: range) -> bool:
    """« un des documents », « l'une de ses proches »: one of several, whom the text does not tell."""
    words = [tokens[i].folded for i in inside[:4]]
    words = words[1:] if words[:1] == ["l'"] else words
    return (
        len(words) > 1
        and words[0] in {"un", "une", "certains", "certaines", "plusieurs", "deux", "trois"}
        and words[1] in {"des", "de", "d'"}
    )


_QUANTIFIERS = {"plusieurs", "quelques", "certains", "certaines"}
