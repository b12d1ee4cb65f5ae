"""What stands where in a document, for looking mentions up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from quotetrack.model import Span
from quotetrack.sources.names import Name
from quotetrack.sources.phrases import Description
from quotetrack.sources.tokens import Token


@dataclass(frozen=True, slots=True)
class Index:
    """What stands where in a document, for looking mentions up.

    Attributes:
        names, descriptions: by the index of their first token, of their head.
        introduced: indices of the first tokens of the names that a description introduces.
    """

    tokens: Sequence[Token]
    names: dict[int, Name]
    descriptions: dict[int, Description]
    introduced: frozenset[int]

    def between(self, span: Span) -> range:
        """Return the indices of the tokens that overlap a span."""
        first = bisect_right(self.tokens, span.start, key=_END)
        return range(first, bisect_left(self.tokens, span.end, key=_START))


_START, _END = attrgetter("start"), attrgetter("end")


def index_of(tokens: Sequence[Token], names: Sequence[Name], descriptions: Sequence[Description]) -> Index:
    """Return the look-up tables of a document."""
    return Index(
        tokens,
        {n.first: n for n in names},
        {d.head: d for d in descriptions},
        frozenset(d.name.first for d in descriptions if d.name is not None),
    )


CLAUSE_MARKS = {",", ".", ";", ":", "!", "?", "»", "«", "(", ")", '"', "”", "“"}
