"""Quotation marks to passages: pairing, nesting, continuation, and the mending of what is broken.

Marks are read in order with a stack of those still open, one paragraph at a time, so that a lost or
doubled mark never costs more than its own paragraph. A quotation that runs over several paragraphs is
handed on from one to the next: « at the start of each, or » as older printers do, and one » at the end.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotetrack.marks import EDGE, Mark, find_marks, skip_spaces
from quotetrack.model import Passage, Span
from quotetrack.pairing import Found, Pairing


def find_passages(text: str, paragraphs: Sequence[Span]) -> list[Passage]:
    """Find every stretch of ``text`` that stands between quotation marks, or after a dialogue dash.

    No text makes it fail. A passage never leaves its paragraph, and two passages are either disjoint or
    nested; marks outside all paragraphs (a header) are left alone.

    Args:
        text: the document's text as read.
        paragraphs: its paragraphs in text order, as `quotetrack.documents.paragraphs` gives them.

    Returns:
        The passages, by start, the longer first where two start together.
    """
    marks = _marks_by_paragraph(text, paragraphs)
    turns = _dialogue_turns(text, paragraphs)
    carried: dict[int, str] = {}
    passages: list[Passage] = []
    for index, paragraph in enumerate(paragraphs):
        found = [_dash_turn(text, paragraph)] if index in turns else []
        if index in marks:
            following = _first_mark(text, paragraphs, marks, index + 1)
            pairing = Pairing(text, paragraph, marks[index], following)
            found += pairing.pair(carried.get(index))
            if pairing.left_open:
                carried |= _carry_on(paragraphs, marks, index, pairing.left_open, following)
        elif index in carried and index not in turns:
            found = [_whole(paragraph)]
        if found:
            passages += _passages(text, found)
    return passages


def _marks_by_paragraph(text: str, paragraphs: Sequence[Span]) -> dict[int, list[Mark]]:
    """Return the marks of each paragraph that has any, by the paragraph's index."""
    by_paragraph: dict[int, list[Mark]] = {}
    index = 0
    for mark in find_marks(text):
        while index < len(paragraphs) and paragraphs[index].end < mark.end:
            index += 1
        if index == len(paragraphs):
            break
        if paragraphs[index].start <= mark.start:
            by_paragraph.setdefault(index, []).append(mark)
    if REVERSED.search(text) is not None:
        by_paragraph = {i: _turned(text, paragraphs[i], marks) for i, marks in by_paragraph.items()}
    return by_paragraph


def _turned(text: str, paragraph: Span, marks: list[Mark]) -> list[Mark]:
    """« ” Oui “, dit-il. »: curly marks that a page set the wrong way round, for they stood between spaces."""
    curly = [mark for mark in marks if mark.pair == "curly"]
    first = curly[0] if curly else None
    if first is None or first.text != "”" or all(mark.text != "“" for mark in curly):
        return marks
    before = text[paragraph.start : first.start].rstrip()
    if (before and before[-1] not in ":,") or not text[first.end : first.end + 1].isspace():
        return marks
    return [mark._replace(side=-mark.side) if mark.pair == "curly" else mark for mark in marks]


def _first_mark(
    text: str, paragraphs: Sequence[Span], marks: dict[int, list[Mark]], index: int
) -> Mark | None:
    """Return the mark with which a paragraph starts, if it is one that can open or carry on a quotation."""
    if index not in marks:
        return None
    first = marks[index][0]
    starts = first.start == skip_spaces(text, paragraphs[index].start, paragraphs[index].end)
    return first if starts and (first.side >= 0 or first.text in {"»", ">>"}) else None


def _carry_on(
    paragraphs: Sequence[Span], marks: dict[int, list[Mark]], index: int, pair: str, following: Mark | None
) -> dict[int, str]:
    """Return where a quotation goes on that paragraph ``index`` leaves open: paragraphs with its family.

    Where the mark is not repeated, the quotation runs on through a few paragraphs without any mark only
    if a lone closing mark shows where it ends.
    """
    if following is not None and following.pair == pair:
        return {index + 1: pair}
    for later in range(index + 1, min(index + 1 + LONGEST_CARRY, len(paragraphs))):
        if later in marks:
            first = marks[later][0]
            return (
                dict.fromkeys(range(index + 1, later + 1), pair)
                if first.pair == pair and first.side < 0
                else {}
            )
    return {}


def _dialogue_turns(text: str, paragraphs: Sequence[Span]) -> set[int]:
    """Return the paragraphs that are turns of a dialogue, each with a dash in front.

    A list has dashes as well: turns are sentences, there are two of them at least, and somebody asks,
    exclaims, or says « je » or « vous ». A mark after the dash makes it a bullet before a quotation.
    """
    turns = [
        index
        for index, paragraph in enumerate(paragraphs)
        if text[paragraph.start : paragraph.start + 1] in DASHES
        and TURN.fullmatch(text, paragraph.start, paragraph.end)
    ]
    if len(turns) < 2 or not any(ADDRESS.search(text, paragraphs[i].start, paragraphs[i].end) for i in turns):
        return set()
    return set(turns)


def _dash_turn(text: str, paragraph: Span) -> Found:
    dash = paragraph.start
    aside = _SPOKEN_HOW.search(text, dash, paragraph.end)
    end = aside.start() if aside is not None else paragraph.end
    return Found(dash, paragraph.end, dash + 1, end, text[dash], "", False, True)


def _whole(paragraph: Span) -> Found:
    return Found(paragraph.start, paragraph.end, paragraph.start, paragraph.end, "", "", continues=True)


def _passages(text: str, found: list[Found]) -> list[Passage]:
    """Trim the edges, drop the empty, and give each passage its depth among those of its paragraph."""
    passages = []
    around: list[int] = []
    if len(found) > 1:
        found.sort(key=lambda item: (item.start, -item.end))
    for item in found:
        start, end = item.inner_start, item.inner_end
        while start < end and text[start] in EDGE:
            start += 1
        while start < end and text[end - 1] in EDGE:
            end -= 1
        if start == end:
            continue
        # Without its marks a passage starts with its first word and ends with its last.
        first = item.start if item.opening else start
        last = item.end if item.closing else end
        while around and around[-1] <= first:
            around.pop()
        passages.append(
            Passage(
                Span(first, last),
                Span(start, end),
                item.opening,
                item.closing,
                len(around),
                item.continues,
                item.dialogue,
                item.repaired,
            )
        )
        around.append(last)
    return passages


REVERSED = regex.compile(r"”[\s\p{Z}][^“”\n]+[\s\p{Z}]“")
LONGEST_CARRY = 4
"""Paragraphs that a quotation may run on without a repeated mark."""

DASHES = frozenset("—–-")
_ASIDE = r"(?<=[.!?…»][\s\p{Z}])\([^()\n]{3,60}\)"
"""« — Moi ? (d'une voix forte) »: how a turn is spoken."""
TURN = regex.compile(rf"(?:—\s*|[–-]\s+)[^\s«“\"„‹<—–-].*?[.!?…][\s)»”\"]*(?:{_ASIDE}\s*)?", regex.DOTALL)
_SPOKEN_HOW = regex.compile(rf"{_ASIDE}\s*$")
ADDRESS = regex.compile(r"[?!]|\b(?:je|j['’]|tu|vous|nous|moi|toi|votre|vos)\b", regex.IGNORECASE)
