"""Opening marks to closing marks within one paragraph, and the mending of those that are lost or doubled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Any, NamedTuple

import regex

from quotetrack.marks import EDGE, Mark, side_in_context, skip_spaces
from quotetrack.model import Span


class Open(NamedTuple):
    """A mark that waits for its other half."""

    start: int
    end: int
    text: str
    pair: str
    continues: bool = False
    repaired: str | None = None
    closes_outer: bool = False


class Found(NamedTuple):
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


class Pairing:
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
        self.stack: list[Open] = []
        self.found: list[Found] = []
        self.left_open = ""
        self.reach = paragraph.start
        self.ignored: Mark | None = None

    def pair(self, carried: str | None) -> list[Found]:
        """Pair the marks; ``carried`` is the family that the paragraph before left open, if it did."""
        start = 0
        first = self.marks[0]
        if carried is not None:
            if first.pair == carried and first.start == skip_spaces(
                self.text, self.paragraph.start, self.paragraph.end
            ):
                self.stack.append(Open(*first[:4], continues=True))
                start = 1
            else:
                edge = self.paragraph.start
                self.stack.append(Open(edge, edge, "", carried, continues=True))
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
        if self.stack and any(waiting.pair == mark.pair for waiting in self.stack):
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
        if len(self.stack) == DEEPEST or (mark.pair in UNSURE and not self._worth_opening(at, mark)):
            return
        if mark.side < 0 and mark.pair not in STRAIGHT:
            repaired = "mismatched"
        self.stack.append(Open(*mark[:4], repaired=repaired, closes_outer=closes_outer))

    def _worth_opening(self, at: int, mark: Mark) -> bool:
        """Tell whether an opening mark that could be something else has evidence for it.

        « ‘ » needs its « ’ », and « ' » another. A straight mark of unclear direction (ditto) and « << » (much less
        than) need a second one, or a place where quotations start. A straight mark after a digit counts inches.
        """
        later = bool(self._later(at, mark.pair))
        if mark.pair in SINGLE:
            return later
        if mark.side > 0 and mark.pair != "chevrons":
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
        if mark.pair not in SINGLE and self._is_measure(at, mark):
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
        if mark.pair in SINGLE:
            return
        if not self.stack:
            self._take_stray(mark)
            return
        later = self._later(at, self.stack[-1].pair)
        if not later or later[0].side > 0:
            self._close_top(mark.start, mark.end, mark.text, "mismatched")

    def _add(self, found: Found) -> None:
        self.found.append(found)
        self.reach = max(self.reach, found.end)

    def _close_top(self, start: int, end: int, closing: str, repaired: str | None) -> None:
        opening = self.stack.pop()
        self._add(
            Found(
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
        or from the end of the sentence that holds the passage before. Elsewhere it proves nothing, but
        may have been meant to open: « Elle avoua » qu'elle pleurait », et sortit. »
        """
        if STRAY_EVIDENCE.match(self.text, mark.end, self.paragraph.end) is None:
            self.ignored = mark
            return
        meant = self.ignored
        if meant is not None and meant.pair == mark.pair and meant.start >= self.reach:
            self._add(
                Found(
                    meant.start, mark.end, meant.end, mark.start, meant.text, mark.text, repaired="mismatched"
                )
            )
            return
        start = max(self.reach - 3, self.paragraph.start, mark.start - LONGEST_UNCLOSED)
        if self.found or start > self.paragraph.start:
            ended = SENTENCE_END.search(self.text, start, mark.start)
            if ended is None:
                return
            start = ended.end()
        start = skip_spaces(self.text, start, mark.start)
        self._add(Found(start, mark.end, start, mark.start, "", mark.text, repaired="stray"))

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

    def _leave_unclosed(self, opening: Open, end: int, repaired: str | None = "unclosed") -> None:
        if opening.pair in SINGLE:
            return
        self._add(
            Found(opening.start, end, opening.end, end, opening.text, "", opening.continues, False, repaired)
        )

    def _cut_at_sentence(self, opening: Open) -> int:
        """Return where a quotation that is never closed ends: speech with its paragraph, fragments sooner."""
        limit = self.paragraph.end
        if self._is_speech(opening) and limit - opening.end <= LONGEST_UNCLOSED:
            return limit
        return next(self._cuts(SENTENCE_END, opening.end, limit), limit)

    def _cut_before(self, opening: Open, limit: int) -> int:
        """Return where a quotation ends that was not closed before the next one opens at ``limit``."""
        cuts = list(self._cuts(SENTENCE_END, opening.end, limit))
        if cuts:
            return cuts[-1] if self._is_speech(opening) else cuts[0]
        return next(self._cuts(CLAUSE_END, opening.end, limit), limit)

    def _cuts(self, ends: Any, start: int, limit: int) -> Iterator[int]:
        """Yield where the pattern ``ends`` matches between ``start`` and ``limit``, not inside a passage."""
        nested = list(takewhile(lambda found: found.start >= start, reversed(self.found)))
        nested.sort(key=lambda found: found.start, reverse=True)
        reach = start
        for match in ends.finditer(self.text, start, limit):
            while nested and nested[-1].start < match.end():
                reach = max(reach, nested.pop().end)
            if match.end() >= reach:
                yield match.end()

    def _is_carried_on(self) -> bool:
        return bool(self.stack) and self._is_carried_on_by(self.stack[0])

    def _is_carried_on_by(self, opening: Open) -> bool:
        """Tell whether the next paragraph starts with a mark that carries this quotation on."""
        return self.following is not None and self.following.pair == opening.pair

    def _is_speech(self, opening: Open) -> bool:
        """Tell speech from a fragment: at a paragraph's start, after a colon, or with a capital."""
        first = skip_spaces(self.text, opening.end, self.paragraph.end)
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


STRAIGHT = {"straight", "apostrophes"}
SINGLE = {"single", "upright"}
UNSURE = {"chevrons", *SINGLE, *STRAIGHT}

DEEPEST = 20
"""Levels of nesting; no text has more, and a heap of opening marks must not cost a heap of time."""

LOOKAHEAD = 100
"""Marks of the same paragraph looked at ahead to settle one: bounds the time on hopeless texts."""

LONGEST_UNCLOSED = 1500
"""Characters that an unclosed speech may run; a longer one ends with its first sentence."""

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
