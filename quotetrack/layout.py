"""The paragraphs of a text, by its blank lines or by its lines, and the title that may stand first."""

from __future__ import annotations

from itertools import pairwise

import regex

from quotetrack.marks import EDGE, skip_spaces
from quotetrack.model import Span


def paragraph_spans(text: str, body: Span) -> list[Span]:
    """Return the paragraphs of ``text`` within ``body``: in order, trimmed, none of them empty."""
    found = LINE.finditer(text, body.start, body.end)
    lines = [line for match in found if (line := _trim(text, *match.span()))]
    if not lines:
        return []
    blank = [_is_blank_line(text[a.end : b.start]) for a, b in pairwise(lines)]
    longest = max(map(len, lines))
    by_blank_lines = any(blank)
    wrapped = not by_blank_lines and _is_wrapped(text, lines, longest)
    spans = []
    start = lines[0].start
    for (line, following), is_blank in zip(pairwise(lines), blank, strict=True):
        if by_blank_lines:
            # Nobody wraps at such a width: this line was a paragraph, blank lines elsewhere or not.
            ends = is_blank or len(line) > WIDEST_WRAP
        else:
            ends = not wrapped or (len(line) < 0.7 * longest and _ends_sentence(text, line))
        if ends or _starts_item(text, line, following):
            spans.append(Span(start, line.end))
            start = following.start
    spans.append(Span(start, lines[-1].end))
    return spans


def is_title(text: str, paragraphs: list[Span]) -> bool:
    """Tell whether the first of several paragraphs can be the title: short, no dash, no full stop."""
    if len(paragraphs) < 2:
        return False
    first = paragraphs[0].of(text)
    return len(first) <= LONGEST_TITLE and not UNLIKE_TITLE.search(first) and not ITEM.match(first)


def _trim(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without spaces and invisible characters at its edges, None if nothing is left."""
    start = skip_spaces(text, start, end)
    while start < end and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end) if start < end else None


def _is_blank_line(between: str) -> bool:
    return "\u2029" in between or len(LINE_END.findall(between)) > 1


def _is_wrapped(text: str, lines: list[Span], longest: int) -> bool:
    """Tell whether lines were broken for width: narrow, and most of them stop in mid-sentence."""
    if longest > WIDEST_WRAP or len(lines) < 2:
        return False
    soft = sum(
        not _ends_sentence(text, line) and (text[following.start].islower() or len(line) >= 0.75 * longest)
        for line, following in pairwise(lines)
    )
    return 2 * soft >= len(lines) - 1


def _ends_sentence(text: str, line: Span) -> bool:
    return SENTENCE_END.search(text, max(line.start, line.end - 4), line.end) is not None


def _starts_item(text: str, line: Span, following: Span) -> bool:
    """Tell whether the next line is a turn of dialogue or an item of a list, or either is a heading.

    A dash at a line's start may also be the second one of an incise, in wrapped text; then the line
    before stops in mid-sentence.
    """
    if HEADING.match(text, line.start, line.end) or HEADING.match(text, following.start, following.end):
        return True
    if not ITEM.match(text, following.start, following.end):
        return False
    return ITEM.match(text, line.start, line.end) is not None or _ends_sentence(text, line)


WIDEST_WRAP = 120
"""Characters: a longer line was not broken for width."""

LONGEST_TITLE = 150

LINE = regex.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
LINE_END = regex.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
SENTENCE_END = regex.compile(r"[.!?…:;][\s»”\"’)]*$")
ITEM = regex.compile(r"—|[–•*-]\s")
HEADING = regex.compile(r"#{1,6} ")
UNLIKE_TITLE = regex.compile(r"[\n\r]|[.…;:,][\s»”\")]*$")
