"""Spans found by where they are: what a look at all of them would find."""

import random

from quotetrack.model import Span
from quotetrack.spans import SpanIndex


def some_spans(count: int) -> list[Span]:
    chance = random.Random(3)
    starts = [chance.randrange(200) for _ in range(count)]
    return [Span(start, start + chance.choice((0, 1, 5, 5, 40, 150))) for start in starts]


def test_what_touches_a_span_is_what_a_look_at_all_finds() -> None:
    spans = some_spans(60)
    index = SpanIndex(spans)
    for asked in some_spans(200):
        near = [i for i, s in enumerate(spans) if s.start <= asked.end and asked.start <= s.end]
        assert index.touching(asked) == near


def test_spans_are_found_by_their_ends_and_beginnings() -> None:
    spans = some_spans(60)
    index = SpanIndex(spans)
    for first in range(0, 200, 7):
        last = first + 6
        assert index.ending(first, last) == [i for i, s in enumerate(spans) if first <= s.end <= last]
        assert index.beginning(first, last) == [i for i, s in enumerate(spans) if first <= s.start <= last]


def test_no_spans_touch_nothing() -> None:
    assert SpanIndex([]).touching(Span(0, 10)) == SpanIndex([]).ending(0, 10) == []
