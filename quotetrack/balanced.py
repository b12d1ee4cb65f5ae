"""The words of a quote as they are shown away from their article: no quotation mark without its partner.

A quote's content leaves out the marks around it. Where only part of it is verbatim and that part stands at its
edge, one mark of the pair is inside and the other is not: « l'ingérence étrangère », y compris russe → l'ingérence
étrangère », y compris russe. Here the missing one comes back. Positions stay what they are: this is for people.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.marks import MARKS, Mark, find_marks
from quotetrack.model import Span

NO_BREAK_SPACE = "\u00a0"


def balanced(words: str, content: Span, verbatim: Sequence[Span]) -> str:
    """Return the words of a quote with the marks that belong around them.

    « Nous irons », a-t-il dit : Nous irons → « Nous irons »; nothing is added to what is not verbatim.

    Args:
        words: the text of the content.
        content: where it stands.
        verbatim: its parts inside marks, in text order, in the same text.
    """
    shown = with_partners(words, content, verbatim)
    if shown == words and all(_at_edges(content, verbatim)):
        return f"«{NO_BREAK_SPACE}{words}{NO_BREAK_SPACE}»"
    return shown


def with_partners(words: str, content: Span, verbatim: Sequence[Span]) -> str:
    """Return the words of a quote with a partner for each mark that has none inside; the same words if all have.

    The partner is of the same family as its mark, and spaced like it.
    """
    opened, closed = _at_edges(content, verbatim)
    closings, openings = _alone(words, opened)
    if not closings and not openings:
        return words
    # A " may also be an inch: alone, it is a mark only if verbatim words stand at that edge.
    closings = [mark for mark in closings if opened or _has_direction(mark)]
    openings = [mark for mark in openings if closed or _has_direction(mark)]
    before = "".join(_partner(mark) + _space(words[: mark.start][-1:]) for mark in reversed(closings))
    after = "".join(_space(words[mark.end :][:1]) + _partner(mark) for mark in reversed(openings))
    return before + words + after


def _at_edges(content: Span, verbatim: Sequence[Span]) -> tuple[bool, bool]:
    """Tell whether the content begins, and whether it ends, with verbatim words."""
    return (
        bool(verbatim) and verbatim[0].start <= content.start,
        bool(verbatim) and verbatim[-1].end >= content.end,
    )


def _alone(words: str, opened: bool) -> tuple[list[Mark], list[Mark]]:
    """Return the closing marks and the opening marks that have no partner in the words.

    A long quotation repeats its opening mark at each paragraph, and closes once: such a repetition opens nothing.
    """
    closings: list[Mark] = []
    openings: list[Mark] = []
    for mark in find_marks(words):
        before = [place for place, other in enumerate(openings) if other.pair == mark.pair]
        if mark.side < 0 or (mark.side == 0 and before):
            if before:
                del openings[before[-1] :]
            else:
                closings.append(mark)
                opened = False
        elif not ((before or opened) and words[: mark.start].rstrip(" \t").endswith("\n")):
            openings.append(mark)
    return closings, openings


def _partner(mark: Mark) -> str:
    """« » » → « « », « “ » → « ” »; of a mark without direction, itself."""
    if not _has_direction(mark):
        return mark.text
    side = 1 if MARKS[mark.text][1] < 0 else -1
    return next(text for text, (pair, way) in MARKS.items() if pair == mark.pair and way == side)


def _has_direction(mark: Mark) -> bool:
    return MARKS[mark.text][1] != 0


def _space(beside: str) -> str:
    return NO_BREAK_SPACE if beside.isspace() else ""
