"""Overlapping spans cut into a flat row of segments."""

import pytest

from quotetrack.model import Quote, Span
from quotetrack.web.segments import MOST_SHOWN, cut


def quote(start: int, end: int, **fields: object) -> Quote:
    return Quote(id=f"{start}-{end}", kind="indirect", content=Span(start, end), **fields)  # type: ignore[arg-type]


def covered(quotes: list[Quote], index: int, length: int = 20) -> list[tuple[int, int]]:
    return [(s.span.start, s.span.end) for s in cut(length, quotes) if index in s.quotes]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((2, 8), (10, 15)),
        ((2, 15), (5, 9)),
        ((2, 9), (5, 15)),
        ((2, 9), (2, 15)),
        ((2, 9), (2, 9)),
        ((0, 20), (9, 20)),
    ],
    ids=["apart", "nested", "overlapping", "same start", "same", "to the end"],
)
def test_each_quote_covers_exactly_its_own_characters(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    quotes = [quote(*first), quote(*second)]
    for index, (start, end) in enumerate((first, second)):
        characters = [place for piece in covered(quotes, index) for place in range(*piece)]
        assert characters == list(range(start, end))


def test_the_segments_cover_the_text_once_and_in_order() -> None:
    segments = list(cut(20, [quote(2, 9), quote(5, 15)], breaks=[7, 0, 20]))
    assert [(s.span.start, s.span.end) for s in segments] == [
        (0, 2),
        (2, 5),
        (5, 7),
        (7, 9),
        (9, 15),
        (15, 20),
    ]


def test_the_innermost_quote_comes_first() -> None:
    middle = next(s for s in cut(20, [quote(0, 20), quote(5, 10)]) if s.span.start == 5)
    assert middle.quotes == (1, 0)


def test_verbatim_cue_and_source_are_told_where_they_stand() -> None:
    mixed = quote(0, 10, verbatim=(Span(3, 6),), cue=Span(12, 14), source=Span(15, 18))
    by_start = {s.span.start: s for s in cut(20, [mixed])}
    assert [by_start[place].verbatim for place in (0, 3, 6)] == [False, True, False]
    assert by_start[12].marks == (("cue", 0),)
    assert by_start[15].marks == (("source", 0),)


@pytest.mark.parametrize("span", [Span(-5, 4), Span(15, 900), Span(7, 7), Span(9, 3)])
def test_spans_beyond_the_text_are_clipped_and_empty_ones_dropped(span: Span) -> None:
    characters = [place for piece in covered([quote(span.start, span.end)], 0) for place in range(*piece)]
    assert characters == list(range(max(span.start, 0), min(span.end, 20)))


def test_many_staggered_quotes_stay_linear() -> None:
    quotes = [quote(start, start + 2000) for start in range(2000)]
    segments = list(cut(4000, quotes))
    assert len(segments) == 4000
    assert max(len(s.quotes) for s in segments) == MOST_SHOWN


def test_no_text_gives_no_segment() -> None:
    assert list(cut(0, [quote(0, 5)])) == []
