"""Which words differ between two versions, and what kind of words they are.

    « Nous ne livrerons pas d'armes »  /  « Nous livrerons des armes »
    dropped « ne » (negation), dropped « pas » (negation), replaced « d » by « des » (wording)

Only the stretch that both versions cover is compared: what one outlet quotes beyond the other is not a
difference, and neither is what an announced cut (« […] ») leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from quotetrack.claims.touched import Touched, in_order, negations, touched
from quotetrack.claims.versions import GAP, Version, informative_key


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one version against words of the other; either side may be empty.

    Attributes:
        before: places of the words in the first version: from, to (end exclusive).
        after: places of the words in the second version.
        touched: what the words are about, gravest first.
        verbatim: both versions put the words, or the place where they are missing, inside quotation marks.
    """

    before: tuple[int, int]
    after: tuple[int, int]
    touched: tuple[Touched, ...]
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """How the stretch that two versions share was changed.

    Attributes:
        before, after: the shared stretch, as places of words in each version.
        changes: in the order of the words.
        verbatim_before, verbatim_after: how many of the words found in both stand inside quotation marks.
        shared: how many words are found in both.
    """

    before: tuple[int, int]
    after: tuple[int, int]
    changes: tuple[Change, ...]
    verbatim_before: int
    verbatim_after: int
    shared: int

    @property
    def touched(self) -> tuple[Touched, ...]:
        """What the changes touch, gravest first, each once."""
        return in_order({kind for change in self.changes for kind in change.touched})

    @property
    def touched_verbatim(self) -> tuple[Touched, ...]:
        """What the changes inside quotation marks touch, gravest first, each once."""
        return in_order({kind for change in self.changes if change.verbatim for kind in change.touched})


def difference(one: Version, other: Version) -> Difference:
    """Compare two related versions word by word; another form of a word is a change of that word alone."""
    before, after = _shared_stretch(one, other)
    mine, theirs = _anchors(one, before), _anchors(other, after)
    changes: list[Change] = []
    shared = verbatim_before = verbatim_after = 0
    for block in _blocks(mine, theirs):
        places = (block[0] + before[0], block[1] + before[0]), (block[2] + after[0], block[3] + after[0])
        if block[4]:
            shared += block[1] - block[0]
            verbatim_before += one.verbatim(*places[0])
            verbatim_after += other.verbatim(*places[1])
            changes.extend(_forms(one, other, *places))
            continue
        edge = 0 in (block[0], block[2]) or block[1] == len(mine) or block[3] == len(theirs)
        if not (edge and _elsewhere(one, other, *places)) and not _announced(one, other, *places):
            changes.append(_change(one, other, *places))
    still = tuple(_without_moved_negations(one, other, changes))
    return Difference(before, after, still, verbatim_before, verbatim_after, shared)


Places = tuple[int, int]
# A replaced beginning or end longer than this is another context, not another wording; where both quotes begin or
# end there, nothing is left for a context, and more may be wording.
EDGE, WHOLE_EDGE = 2, 4
# How many more words one version may have there than the other: « ne … pas », « ne … peut-être plus ».
LONGER = 3


def _shared_stretch(one: Version, other: Version) -> tuple[Places, Places]:
    """Find the words that both cover.

    They run from the first informative word in common to the last, with the words before and after that may
    stand against each other: « Nous ne voulons plus partir » against « Nous voulons partir », whole.
    """
    if one.words == other.words:
        return (0, len(one.words)), (0, len(other.words))
    contained = _place_of(one.words, other.words)
    if contained is not None:
        return contained
    equal = [block for block in LCSseq.opcodes(one.keys, other.keys) if block.tag == "equal"]
    if not equal:
        return (0, 0), (0, 0)
    mine, theirs = one.key_positions, other.key_positions
    start = (mine[equal[0].src_start], theirs[equal[0].dest_start])
    end = (mine[equal[-1].src_end - 1] + 1, theirs[equal[-1].dest_end - 1] + 1)
    lead = min(start) + LONGER
    tail = min(len(one.words) - end[0], len(other.words) - end[1]) + LONGER
    return (
        (max(0, start[0] - lead), min(len(one.words), end[0] + tail)),
        (max(0, start[1] - lead), min(len(other.words), end[1] + tail)),
    )


def _anchors(version: Version, places: Places) -> list[str]:
    """Return what the words are aligned by: informative words without their endings."""
    return [informative_key(word) or word for word in version.words[slice(*places)]]


def _blocks(mine: list[str], theirs: list[str]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield the aligned stretches in order: from and to in each, and whether they are equal."""
    run: tuple[int, int, int, int] | None = None
    for block in LCSseq.opcodes(mine, theirs):
        stretch = block.src_start, block.src_end, block.dest_start, block.dest_end
        if block.tag != "equal":
            run = stretch if run is None else (run[0], stretch[1], run[2], stretch[3])
            continue
        if run is not None:
            yield (*run, False)
            run = None
        yield (*stretch, True)
    if run is not None:
        yield (*run, False)


def _forms(one: Version, other: Version, before: Places, after: Places) -> Iterator[Change]:
    """Yield the words that stand in both, in different forms."""
    for mine, theirs in zip(range(*before), range(*after), strict=True):
        if one.words[mine] != other.words[theirs]:
            yield _change(one, other, (mine, mine + 1), (theirs, theirs + 1))


def _place_of(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Places, Places] | None:
    """Return where the shorter sequence stands in the longer, word for word."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    before, found, _ = f" {' '.join(long)} ".partition(f" {' '.join(short)} ")
    if not found:
        return None
    start = before.count(" ") if before else 0
    inner, whole = (start, start + len(short)), (0, len(short))
    return (whole, inner) if short is one else (inner, whole)


def _elsewhere(one: Version, other: Version, before: Places, after: Places) -> bool:
    """Tell whether what differs at the edge is another context rather than another wording."""
    sizes = before[1] - before[0], after[1] - after[0]
    both_begin = before[0] == 0 == after[0]
    both_end = (before[1], after[1]) == (len(one.words), len(other.words))
    return min(sizes) == 0 or max(sizes) > (WHOLE_EDGE if both_begin or both_end else EDGE)


def _announced(one: Version, other: Version, before: Places, after: Places) -> bool:
    """Tell whether one side is missing where that version says that it left something out."""
    if before[0] == before[1]:
        return _gap_at(one, before[0])
    return after[0] == after[1] and _gap_at(other, after[0])


def _gap_at(version: Version, place: int) -> bool:
    return place < len(version.words) and version.marked(place, GAP)


def _change(one: Version, other: Version, before: Places, after: Places) -> Change:
    verbatim = _inside_marks(one, before) and _inside_marks(other, after)
    return Change(before, after, touched(one, other, before, after), verbatim)


# Between a verb's two places around its negation: « ne vendra pas », « n'a peut-être pas vendu ».
NEAR = 3


def _without_moved_negations(one: Version, other: Version, changes: Sequence[Change]) -> Iterator[Change]:
    """Yield the changes; a negation that only stands elsewhere touches nothing.

    « Il ne vendra pas » and « Il n'a pas vendu »: « pas » goes in one place and comes in another.
    """
    moved: set[int] = set()
    negating = [place for place, change in enumerate(changes) if "negation" in change.touched]
    for place, later in pairwise(negating):
        first, second = changes[place], changes[later]
        near = second.before[0] - first.before[1] <= NEAR and second.after[0] - first.after[1] <= NEAR
        gone = [*negations(one, first.before), *negations(one, second.before)]
        come = [*negations(other, first.after), *negations(other, second.after)]
        if near and gone == come:
            moved |= {place, later}
    for place, change in enumerate(changes):
        if place in moved:
            kinds = tuple(kind for kind in change.touched if kind != "negation") or ("form",)
            change = replace(change, touched=kinds)
        yield change


def _inside_marks(version: Version, places: Places) -> bool:
    """Tell whether words, or the place between two words, stand inside quotation marks."""
    start, end = places if places[0] < places[1] else (max(0, places[0] - 1), places[0] + 1)
    end = min(end, len(version.words))
    return version.verbatim(start, end) == end - start
