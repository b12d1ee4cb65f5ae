"""Two wordings against each other, for the eye: which words went, which came.

What differs *in meaning* is decided by `quotetrack.claims.differences`, over the stretch that two versions share.
Here the whole of both texts is laid side by side, and every word that is not in both is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup
from rapidfuzz.distance import LCSseq

from quotetrack.claims.folding import Word, fold
from quotetrack.model import Span
from quotetrack.web.inert import inert

CUT = 4
"""So many words missing, or more, at the beginning or the end are a cut, and shown as « […] »."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the earlier text that became words of the later one; either span may be empty."""

    before: Span
    after: Span
    cut: bool = False


def word_changes(earlier: str, later: str) -> Iterator[Change]:
    """Yield what differs word for word, in text order; typography, case and accents do not count."""
    one, other = fold(earlier), fold(later)
    pending: tuple[int, int, int, int] | None = None
    for block in LCSseq.opcodes([word.form for word in one], [word.form for word in other]):
        if block.tag == "equal":
            if pending:
                yield _change(one, other, pending)
            pending = None
        else:
            start = pending or (block.src_start, 0, block.dest_start, 0)
            pending = (start[0], block.src_end, start[2], block.dest_end)
    if pending:
        yield _change(one, other, pending)


def gone(earlier: str, later: str) -> Markup:
    """Return the earlier wording with the words that the later one does not have as ``<del>``."""
    return _marked(
        earlier, [(change.before, Markup("<del>{}</del>")) for change in word_changes(earlier, later)]
    )


def come(later: str, earlier: str) -> Markup:
    """Return the later wording with the words that the earlier one does not have as ``<ins>``."""
    return _marked(
        later, [(change.after, Markup("<ins>{}</ins>")) for change in word_changes(earlier, later)]
    )


def both(later: str, earlier: str) -> Markup:
    """Return the later wording with its new words as ``<ins>``, after those that they replace as ``<del>``."""
    parts: list[Markup] = []
    done = 0
    for change in word_changes(earlier, later):
        parts.append(inert(later[done : change.after.start]))
        old = Markup("[…]") if change.cut else inert(change.before.of(earlier))
        new = inert(change.after.of(later))
        apart = Markup(" ") if later[: change.after.start][-1:].isalnum() else Markup("")
        if old:
            parts.append(
                apart + Markup("<del>{}</del>").format(old) + Markup("" if apart and not new else " ")
            )
        if new:
            parts.append(Markup("<ins>{}</ins>").format(new))
        done = change.after.end
    parts.append(inert(later[done:]))
    return Markup("").join(parts)


def _marked(text: str, spans: Sequence[tuple[Span, Markup]]) -> Markup:
    parts: list[Markup] = []
    done = 0
    for span, frame in spans:
        if len(span):
            parts += [inert(text[done : span.start]), frame.format(inert(span.of(text)))]
            done = span.end
    return Markup("").join([*parts, inert(text[done:])])


def _change(one: Sequence[Word], other: Sequence[Word], places: tuple[int, int, int, int]) -> Change:
    start, end, new_start, new_end = places
    edge = start == 0 or end == len(one)
    return Change(
        _stretch(one, start, end),
        _stretch(other, new_start, new_end),
        cut=edge and new_start == new_end and end - start >= CUT,
    )


def _stretch(words: Sequence[Word], start: int, end: int) -> Span:
    """Return where words stand; for none, the place after the word before."""
    if start < end:
        return Span(words[start].start, words[end - 1].end)
    place = words[start - 1].end if start else words[0].start if words else 0
    return Span(place, place)
