"""A text cut at every boundary of its marks: overlapping spans become a flat row of segments.

Highlights that nest or overlap cannot all be elements around their text; cut at each boundary, every piece
knows what covers it, and the page is well-formed whatever the spans are.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quotetrack.model import Quote, Span

Role = Literal["content", "verbatim", "cue", "source", "addressee", "medium"]

MOST_SHOWN = 8
"""Of the quotes that cover one character, so many are told, the innermost first; more would be noise."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text covered by the same marks throughout.

    Attributes:
        span: the stretch, never empty.
        quotes: indices of the quotes whose content covers it, the innermost first.
        marks: role and quote index of the cues, sources, addressees and media that cover it.
        verbatim: it stands inside quotation marks of one of these quotes.
        opens, closes: indices of the quotes whose content starts, or ends, exactly with this segment.
    """

    span: Span
    quotes: tuple[int, ...] = ()
    marks: tuple[tuple[Role, int], ...] = ()
    verbatim: bool = False
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class _Edge:
    at: int
    opening: bool
    length: int
    quote: int
    role: Role


def cut(text_length: int, quotes: Sequence[Quote], breaks: Sequence[int] = ()) -> Iterator[Segment]:
    """Cut a text at the boundaries of the quotes' spans, and at ``breaks``; yield all segments in order.

    Spans that reach beyond the text are clipped. The segments cover the text exactly once.

    Args:
        text_length: length of the text in characters.
        quotes: in any order; a segment names them by index.
        breaks: further offsets at which to cut (paragraph boundaries).
    """
    edges = sorted(_edges(text_length, quotes))
    stops = sorted(
        {0, text_length, *(edge.at for edge in edges), *(b for b in breaks if 0 < b < text_length)}
    )
    covering: list[tuple[int, int]] = []  # (length, quote), innermost first
    marks: list[tuple[Role, int]] = []
    verbatim = 0
    done = 0
    closing_at = _quotes_by_end(edges)
    for start, end in zip(stops, [*stops[1:], text_length], strict=True):
        opens: list[int] = []
        while done < len(edges) and edges[done].at == start:
            edge = edges[done]
            done += 1
            if edge.role == "content":
                entry = (edge.length, edge.quote)
                if edge.opening:
                    insort(covering, entry)
                    opens.append(edge.quote)
                else:
                    del covering[bisect_left(covering, entry)]
            elif edge.role == "verbatim":
                verbatim += 1 if edge.opening else -1
            elif edge.opening:
                marks.append((edge.role, edge.quote))
            else:
                marks.remove((edge.role, edge.quote))
        if start < end:
            yield Segment(
                Span(start, end),
                tuple(quote for _, quote in covering[:MOST_SHOWN]),
                tuple(marks[:MOST_SHOWN]),
                verbatim > 0,
                tuple(opens),
                tuple(closing_at.get(end, ())),
            )


def _edges(text_length: int, quotes: Sequence[Quote]) -> Iterator[_Edge]:
    for index, quote in enumerate(quotes):
        for role, span in _spans(quote):
            start, end = max(span.start, 0), min(span.end, text_length)
            if start < end:
                yield _Edge(start, True, end - start, index, role)
                yield _Edge(end, False, end - start, index, role)


def _spans(quote: Quote) -> Iterator[tuple[Role, Span]]:
    yield "content", quote.content
    for part in quote.verbatim:
        yield "verbatim", part
    if quote.cue:
        yield "cue", quote.cue
    if quote.source:
        yield "source", quote.source
    if quote.addressee:
        yield "addressee", quote.addressee
    if quote.medium:
        yield "medium", quote.medium


def _quotes_by_end(edges: Sequence[_Edge]) -> dict[int, list[int]]:
    ends: dict[int, list[int]] = {}
    for edge in edges:  # in text order, the shorter of two that end together first
        if edge.role == "content" and not edge.opening:
            ends.setdefault(edge.at, []).append(edge.quote)
    return ends
