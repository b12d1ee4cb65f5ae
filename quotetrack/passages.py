"""Quotation marks to passages: pairing, nesting, continuation, and the mending of what is broken.

Marks are read in order with a stack of those still open, one paragraph at a time, so that a lost or
doubled mark never costs more than its own paragraph. A quotation that runs over several paragraphs is
handed on from one to the next: « at the start of each, or » as older printers do, and one » at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from quotetrack.marks import INVISIBLE, Mark, find_marks, side_in_context
from quotetrack.model import Passage, Span


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
            pairing = _Pairing(text, paragraph, marks[index], following)
            found += pairing.pair(carried.get(index))
            if pairing.left_open:
                carried |= _carry_on(paragraphs, marks, index, pairing.left_open, following)
        elif index in carried and index not in turns:
            found = [_Found(*_edges(paragraph), *_edges(paragraph), "", "", continues=True)]
        if found:
            passages += _passages(text, found)
    return passages


class _Open(NamedTuple):
    """A mark that waits for its other half."""

    start: int
    end: int
    text: str
    pair: str
    continues: bool = False
    repaired: str | None = None
    closes_outer: bool = False


class _Found(NamedTuple):
    """A passage before its edges are trimmed and its depth is known."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    opening: str
    closing: str
    continues: bool = False
    dialogue: bool = False
    repaired: str | None = None


class _Pairing:
    """The marks of one paragraph, paired as they come.

    Attributes:
        found: the passages so far, in the order in which they were closed.
        left_open: the family of the mark that the paragraph leaves open, "" if none.
    """

    def __init__(self, text: str, paragraph: Span, marks: list[Mark], following: Mark | None) -> None:
        self.text = text
        self.paragraph = paragraph
        self.marks = marks
        self.following = following
        self.stack: list[_Open] = []
        self.found: list[_Found] = []
        self.left_open = ""

    def pair(self, carried: str | None) -> list[_Found]:
        """Pair the marks; ``carried`` is the family that the paragraph before left open, if it did."""
        start = 0
        first = self.marks[0]
        if carried is not None:
            if first.pair == carried and first.start == _skip_spaces(self.text, *_edges(self.paragraph)):
                self.stack.append(_Open(*first[:4], continues=True))
                start = 1
            else:
                edge = self.paragraph.start
                self.stack.append(_Open(edge, edge, "", carried, continues=True))
        for at in range(start, len(self.marks)):
            mark = self.marks[at]
            if self._opens(at, mark):
                if self.stack and self.stack[-1].pair == mark.pair:
                    self._open_again(at, mark)
                else:
                    self._open(at, mark)
            else:
                self._close(at, mark)
        self._end()
        return self.found

    def _opens(self, at: int, mark: Mark) -> bool:
        """Decide the direction of a mark by its form, its neighbours, and what is open."""
        if mark.side > 0:
            return True
        if any(waiting.pair == mark.pair for waiting in self.stack):
            return False
        if mark.side == 0:
            return True
        # A closing mark with nothing to close, before one more: « il a dit" je pars", » and »mot».
        later = self._later(at, mark.pair)
        side = side_in_context(self.text, mark.start, mark.end)
        spaced = self.text[mark.end : mark.end + 1].isspace() and mark.pair in STRAIGHT
        return (
            not self.stack
            and bool(later)
            and later[0].side < 0
            and (side > 0 or (spaced and self.text[mark.start - 1 : mark.start].isalpha()))
            and STRAY_EVIDENCE.match(self.text, mark.end, self.paragraph.end) is None
        )

    def _open(self, at: int, mark: Mark, repaired: str | None = None, closes_outer: bool = False) -> None:
        if mark.pair in UNSURE and not self._worth_opening(at, mark):
            return
        self.stack.append(_Open(*mark[:4], repaired=repaired, closes_outer=closes_outer))

    def _worth_opening(self, at: int, mark: Mark) -> bool:
        """Tell whether an opening mark that could be something else has evidence for it.

        « ‘ » needs its « ’ ». A straight mark of unclear direction (ditto) needs a second one, or a place
        where quotations start. A straight mark after a digit is an inch or a second.
        """
        later = bool(self._later(at, mark.pair))
        if mark.pair == "single":
            return later
        if mark.side > 0:
            return True
        if self.text[mark.start - 1 : mark.start].isdigit():
            return False
        return later or (not self.stack and self._is_at_start_of_speech(mark.start))

    def _open_again(self, at: int, mark: Mark) -> None:
        """Open a second mark of a family that is open: nested, doubled, or the first was never closed."""
        outer = self.stack[-1]
        lowest, balance = self._balance(at, mark.pair)
        between = self.text[outer.end : mark.start]
        if lowest <= -2:
            self._open(at, mark)
        elif mark.pair == "angle" and side_in_context(self.text, mark.start, mark.end) < 0:
            self._close_top(mark.start, mark.end, mark.text, "mismatched")
        elif mark.pair in STRAIGHT and lowest == balance == 0:
            # « "mot "et puis "autre mot" »: the marks add up if this one closes.
            self._close_top(mark.start, mark.end, mark.text, None)
        elif len(self.stack) == 1 and self._is_carried_on():
            self._open(at, mark)
        elif lowest < 0 and self._is_speech(outer) and CLAUSE_START.fullmatch(between):
            # One » ends both levels, as the Imprimerie nationale has it: « Il parle d'une « réforme ».
            self._open(at, mark, closes_outer=True)
        elif lowest < 0 and DOUBLED.fullmatch(between):
            self.stack.pop()
            self._open(at, mark, repaired="stray")
        else:
            self._leave_unclosed(self.stack.pop(), self._cut_before(outer, mark.start))
            self._open(at, mark)

    def _close(self, at: int, mark: Mark) -> None:
        """Close the nearest mark of the same family, or the last one open, or take the mark as stray."""
        if mark.pair != "single" and self._is_measure(at, mark):
            return
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].pair == mark.pair:
                while len(self.stack) > depth + 1:
                    self._leave_unclosed(self.stack.pop(), mark.start)
                closes_outer = self.stack[-1].closes_outer
                self._close_top(mark.start, mark.end, mark.text, self.stack[-1].repaired)
                if closes_outer and self.stack:
                    self._close_top(mark.start, mark.end, mark.text, "unclosed")
                return
        if mark.pair == "single":
            return
        if not self.stack:
            self._take_stray(mark)
            return
        later = self._later(at, self.stack[-1].pair)
        if not later or later[0].side > 0:
            self._close_top(mark.start, mark.end, mark.text, "mismatched")

    def _close_top(self, start: int, end: int, closing: str, repaired: str | None) -> None:
        opening = self.stack.pop()
        self.found.append(
            _Found(
                opening.start,
                end,
                opening.end,
                start,
                opening.text,
                closing,
                opening.continues,
                False,
                repaired or opening.repaired,
            )
        )

    def _take_stray(self, mark: Mark) -> None:
        """Give a closing mark its lost opening, if what follows shows that somebody was quoted.

        « La France est championne. Elle remonte le plus vite", analyse X. »: from the paragraph's start,
        or from the end of the sentence that holds the passage before. Elsewhere it proves nothing.
        """
        if STRAY_EVIDENCE.match(self.text, mark.end, self.paragraph.end) is None:
            return
        start = self.paragraph.start
        if self.found:
            last = max(found.end for found in self.found)
            ended = SENTENCE_END.search(self.text, max(self.paragraph.start, last - 3), mark.start)
            if ended is None:
                return
            start = ended.end()
        start = _skip_spaces(self.text, start, mark.start)
        self.found.append(_Found(start, mark.end, start, mark.start, "", mark.text, repaired="stray"))

    def _end(self) -> None:
        """Bring what is still open to an end within the paragraph."""
        while self.stack:
            opening = self.stack.pop()
            if self.stack:
                self._leave_unclosed(opening, self._cut_at_sentence(opening))
            elif self._is_carried_on_by(opening):
                self.left_open = opening.pair
                self._leave_unclosed(opening, self.paragraph.end, None)
            else:
                end = self._cut_at_sentence(opening)
                if end == self.paragraph.end and self._is_speech(opening):
                    self.left_open = opening.pair
                self._leave_unclosed(opening, end)

    def _leave_unclosed(self, opening: _Open, end: int, repaired: str | None = "unclosed") -> None:
        if opening.pair == "single":
            return
        self.found.append(
            _Found(opening.start, end, opening.end, end, opening.text, "", opening.continues, False, repaired)
        )

    def _cut_at_sentence(self, opening: _Open) -> int:
        """Return where a quotation that is never closed ends: speech with its paragraph, fragments sooner."""
        limit = self.paragraph.end
        if self._is_speech(opening) and limit - opening.end <= LONGEST_UNCLOSED:
            return limit
        inside = [(found.start, found.end) for found in self.found if found.start >= opening.end]
        for ended in SENTENCE_END.finditer(self.text, opening.end, limit):
            if not any(start < ended.end() < end for start, end in inside):
                return int(ended.end())
        return limit

    def _cut_before(self, opening: _Open, limit: int) -> int:
        """Return where a quotation ends that was not closed before the next one opens at ``limit``."""
        inside = [(found.start, found.end) for found in self.found if found.start >= opening.end]
        for ends in (SENTENCE_END, CLAUSE_END):
            cuts = [
                int(match.end())
                for match in ends.finditer(self.text, opening.end, limit)
                if not any(start < match.end() < end for start, end in inside)
            ]
            if cuts:
                return cuts[-1] if ends is SENTENCE_END and self._is_speech(opening) else cuts[0]
        return limit

    def _is_carried_on(self) -> bool:
        return bool(self.stack) and self._is_carried_on_by(self.stack[0])

    def _is_carried_on_by(self, opening: _Open) -> bool:
        """Tell whether the next paragraph starts with a mark that carries this quotation on."""
        return self.following is not None and self.following.pair == opening.pair

    def _is_speech(self, opening: _Open) -> bool:
        """Tell speech from a fragment: at a paragraph's start, after a colon, or with a capital."""
        first = _skip_spaces(self.text, opening.end, self.paragraph.end)
        return self.text[first : first + 1].isupper() or self._is_at_start_of_speech(opening.start)

    def _is_at_start_of_speech(self, start: int) -> bool:
        before = start - 1
        while before >= self.paragraph.start and self.text[before] in EDGE:
            before -= 1
        return before < self.paragraph.start or self.text[before] == ":"

    def _later(self, at: int, pair: str) -> list[Mark]:
        return [mark for mark in self.marks[at + 1 : at + 1 + LOOKAHEAD] if mark.pair == pair]

    def _balance(self, at: int, pair: str) -> tuple[int, int]:
        """Add up the family's marks that follow, opening +1, closing -1: the lowest sum met, and the last."""
        lowest = balance = 0
        for mark in self._later(at, pair):
            balance += mark.side or -1
            lowest = min(lowest, balance)
        return lowest, balance

    def _is_measure(self, at: int, mark: Mark) -> bool:
        """Tell whether a mark after a digit counts inches or seconds: 5'10", un écran de 15"."""
        if mark.pair not in STRAIGHT or not self.text[mark.start - 1 : mark.start].isdigit():
            return False
        if not self.stack:
            return True
        later = self._later(at, mark.pair)
        minutes = MINUTES.search(self.text, max(self.paragraph.start, mark.start - 8), mark.start)
        return minutes is not None and bool(later) and later[0].side <= 0


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
    return by_paragraph


def _first_mark(
    text: str, paragraphs: Sequence[Span], marks: dict[int, list[Mark]], index: int
) -> Mark | None:
    """Return the mark with which a paragraph starts, if it is one that can open or carry on a quotation."""
    if index not in marks:
        return None
    first = marks[index][0]
    starts = first.start == _skip_spaces(text, *_edges(paragraphs[index]))
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


def _dash_turn(text: str, paragraph: Span) -> _Found:
    dash = paragraph.start
    return _Found(dash, paragraph.end, dash + 1, paragraph.end, text[dash], "", False, True)


def _passages(text: str, found: list[_Found]) -> list[Passage]:
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
        while around and around[-1] <= start:
            around.pop()
        # Without its marks a passage starts with its first word and ends with its last.
        first = item.start if item.opening else start
        last = item.end if item.closing else end
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


def _skip_spaces(text: str, start: int, end: int) -> int:
    while start < end and text[start] in EDGE:
        start += 1
    return start


def _edges(span: Span) -> tuple[int, int]:
    return span.start, span.end


EDGE = frozenset(INVISIBLE + "".join(chr(code) for code in range(0x3001) if chr(code).isspace()))
"""What is trimmed from a passage's edges: every white space of Unicode, and the characters of no width."""

STRAIGHT = {"straight", "apostrophes"}
UNSURE = {"single", *STRAIGHT}

LOOKAHEAD = 100
"""Marks of the same paragraph looked at ahead to settle one: bounds the time on hopeless texts."""

LONGEST_UNCLOSED = 1500
"""Characters that an unclosed speech may run; a longer one ends with its first sentence."""

LONGEST_CARRY = 4
"""Paragraphs that a quotation may run on without a repeated mark."""

# A full stop ends a sentence before a capital or a figure, but not after an initial or an abbreviated title.
SENTENCE_END = regex.compile(
    r"""(?:(?<!\b(?:\p{Lu}|MM|Mmes?|Mlles?|Drs?|Mes?|Mgr|Prs?|Ste?|cf|p|art|vol))\.|[!?…])[.!?…]*"""
    r"""(?:\s?[»”"›])?(?=\s+[\p{Lu}\p{N}«“"—–-]|\s*$)"""
)
CLAUSE_END = regex.compile(r"(?=\s*[,;:]\s)")
# The start of a sentence that has not ended yet, two words at least.
CLAUSE_START = regex.compile(r"\s*\p{Lu}[\p{L}\p{N}'’-]*\s+\p{L}[^.!?…]*")
# An opening mark set twice: « un « un gaspillage du temps ».
DOUBLED = regex.compile(r"[^\S\n]*(?:[\p{L}\p{N}'’-]+[^\S\n]+){0,3}")
# « …", analyse X », « …" a-t-il dit ».
STRAY_EVIDENCE = regex.compile(r"\s*(?:,\s*\p{L}|\p{L}+-(?:t-)?(?:ils?|elles?|on|je)\b)")
MINUTES = regex.compile(r"\d\s?['’′]\s?\d{1,2}$")
DASHES = frozenset("—–-")
TURN = regex.compile(r"(?:—\s*|[–-]\s+)[^\s«“\"„‹<—–-].*?[.!?…][\s)»”\"]*", regex.DOTALL)
ADDRESS = regex.compile(r"[?!]|\b(?:je|j['’]|tu|vous|nous|moi|toi|votre|vos)\b", regex.IGNORECASE)
