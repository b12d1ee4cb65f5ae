"""Find spans by where they are: a document may hold ten thousand of them, and each is asked for its neighbours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from quotetrack.model import Span


class SpanIndex:
    """Spans in the order of their starts and ends, so that those near a place are found without reading all.

    Args:
        spans: in any order; each is known by its index.
    """

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        starts, ends = [span.start for span in spans], [span.end for span in spans]
        self._by_start = sorted(range(len(spans)), key=starts.__getitem__)
        self._starts = [starts[i] for i in self._by_start]
        self._farthest = list(accumulate([ends[i] for i in self._by_start], max))
        self._by_end = sorted(range(len(spans)), key=ends.__getitem__)
        self._ends = [ends[i] for i in self._by_end]

    def touching(self, span: Span) -> list[int]:
        """Return the spans that overlap one or end or begin right at its edge, by their index."""
        if not self._spans:
            return []
        first = bisect_left(self._farthest, span.start)
        last = bisect_right(self._starts, span.end)
        near = self._by_start[first:last]
        return sorted([i for i in near if self._spans[i].end >= span.start]) if near else []

    def ending(self, first: int, last: int) -> list[int]:
        """Return the spans that end from one position to another, both included, by their index."""
        return sorted(self._by_end[bisect_left(self._ends, first) : bisect_right(self._ends, last)])

    def beginning(self, first: int, last: int) -> list[int]:
        """Return the spans that begin from one position to another, both included, by their index."""
        return sorted(self._by_start[bisect_left(self._starts, first) : bisect_right(self._starts, last)])
