"""Who is « le responsable »? Source mentions of one document and the sources that they mean.

The document is read once from left to right. Names come first, grouped over the whole text (`names`, `entities`);
descriptions (`descriptions`) and pronouns (`pronouns`) find their entity in what was read before (`discourse`,
`matching`, `resolution`). Unknown is an answer: a wrong name is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from quotetrack.model import Document, Passage, Source
from quotetrack.sources.ages import note_ages
from quotetrack.sources.descriptions import find_descriptions
from quotetrack.sources.entities import Entity, register
from quotetrack.sources.events import reading_order
from quotetrack.sources.lookup import index_of
from quotetrack.sources.mentions import Mention, head_tokens, source_of, unknown_heads
from quotetrack.sources.modifiers import with_expansions
from quotetrack.sources.names import find_names
from quotetrack.sources.resolution import read
from quotetrack.sources.roles import attach_roles, note_doctors, note_judges, note_players, without_portfolios
from quotetrack.sources.tokens import tokenise
from quotetrack.sources.wording import name_own_people
from quotetrack.syntax.tree import Sentence

__all__ = ["Mention", "resolve"]


def resolve(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    passages: Sequence[Passage],
    voices: Mapping[int, int] | None = None,
) -> list[Source | None]:
    """Return the source that each mention means, None where the document does not tell.

    Args:
        document: the article; its year, if known, tells who held which office.
        sentences: what was parsed of it, in any order; parts without a parse are read by their words.
        mentions: in any order; offsets into ``document.text``.
        passages: the stretches in quotation marks, inside which people are seldom introduced.
        voices: by the index of a passage that of the mention of whoever speaks there.

    Returns:
        One entry a mention, equal for mentions of one source.
    """
    tokens = tokenise(document, sentences, passages)
    if not tokens:
        return [None] * len(mentions)
    names = find_names(tokens)
    descriptions = find_descriptions(tokens, names, unknown_heads(tokens, mentions, sentences))
    names = without_portfolios(names, descriptions)
    registered = register(tokens, names, _year(document))
    descriptions = with_expansions(descriptions, registered.expansions)
    attach_roles(tokens, descriptions, registered, names)
    note_ages(tokens, names, registered)
    note_judges(tokens, registered)
    note_doctors(registered)
    note_players(descriptions, registered)
    index = index_of(tokens, names, descriptions)
    speaking = frozenset(i for m in mentions for i in head_tokens(index, m, sentences))
    places = {None, *(tokens[i].passage for m in mentions for i in index.between(m.span))}
    events = tuple(reading_order(tokens, names, descriptions))
    before = registered.learnt
    reading = read(tokens, names, descriptions, events, registered, speaking, places)
    # A reading may learn roles that the text gives only by the way; another then knows them from the start.
    if registered.learnt != before:
        reading = read(tokens, names, descriptions, events, registered, speaking, places)
    found = [source_of(index, reading, m, sentences) for m in mentions]
    name_own_people(tokens, found, voices or {})
    return [e.as_source() if isinstance(e, Entity) else e for e in found]


def _year(document: Document) -> int | None:
    """Return the year of an article, None where no date is known."""
    match = _YEAR.match(document.date or "")
    return int(match.group()) if match else None


_YEAR = regex.compile(r"\d{4}")
