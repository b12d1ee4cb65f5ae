"""Which words differ between two versions, and what kind of words they are.

    « Nous ne livrerons pas d'armes »  /  « Nous livrerons des armes »
    dropped « ne » (negation), dropped « pas » (negation), replaced « d » by « des » (wording)

Only the stretch that both versions cover is compared: what one outlet quotes beyond the other is not a
difference, and neither is what an announced cut (« […] ») leaves out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from quotetrack.claims.function_words import MODAL_VERBS, MODAL_WORDS, NEGATIONS, word_set
from quotetrack.claims.versions import CAPITAL, GAP, Version, informative_key

Touched = Literal["negation", "modality", "number", "name", "date", "wording", "form"]

# In the order in which they deserve attention.
TOUCHED: tuple[Touched, ...] = ("negation", "modality", "number", "name", "date", "wording", "form")
GRAVE = frozenset(TOUCHED[:5])


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
        return _ordered({kind for change in self.changes for kind in change.touched})

    @property
    def touched_verbatim(self) -> tuple[Touched, ...]:
        """What the changes inside quotation marks touch, gravest first, each once."""
        return _ordered({kind for change in self.changes if change.verbatim for kind in change.touched})


def difference(one: Version, other: Version) -> Difference:
    """Compare two related versions word by word."""
    before, after = _shared_stretch(one, other)
    mine, theirs = one.words[slice(*before)], other.words[slice(*after)]
    changes: list[Change] = []
    shared = verbatim_before = verbatim_after = 0
    run: tuple[int, int, int, int] | None = None
    for block in [*LCSseq.opcodes(mine, theirs), None]:
        if block is not None and block.tag != "equal":
            start = run or (block.src_start, 0, block.dest_start, 0)
            run = (start[0], block.src_end, start[2], block.dest_end)
            continue
        if run is not None:
            places = (run[0] + before[0], run[1] + before[0]), (run[2] + after[0], run[3] + after[0])
            edge = block is None or run[0] == 0 or run[2] == 0
            if not (edge and _elsewhere(*places)) and not _announced(one, other, *places):
                changes.append(_change(one, other, *places))
            run = None
        if block is not None:
            shared += block.src_end - block.src_start
            verbatim_before += one.verbatim(block.src_start + before[0], block.src_end + before[0])
            verbatim_after += other.verbatim(block.dest_start + after[0], block.dest_end + after[0])
    return Difference(before, after, tuple(changes), verbatim_before, verbatim_after, shared)


Places = tuple[int, int]
# A replaced beginning or end longer than this is another context, not another wording.
EDGE = 2


def _shared_stretch(one: Version, other: Version) -> tuple[Places, Places]:
    """Find the words that both cover.

    They run from the first informative word in common to the last, with as many words before and after as
    both have.
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
    lead = min(start)
    tail = min(len(one.words) - end[0], len(other.words) - end[1])
    return (start[0] - lead, end[0] + tail), (start[1] - lead, end[1] + tail)


def _place_of(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Places, Places] | None:
    """Return where the shorter sequence stands in the longer, word for word."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    before, found, _ = f" {' '.join(long)} ".partition(f" {' '.join(short)} ")
    if not found:
        return None
    start = before.count(" ") if before else 0
    inner, whole = (start, start + len(short)), (0, len(short))
    return (whole, inner) if short is one else (inner, whole)


def _elsewhere(before: Places, after: Places) -> bool:
    """Tell whether what differs at the edge is another context rather than another wording."""
    sizes = before[1] - before[0], after[1] - after[0]
    return min(sizes) == 0 or max(sizes) > EDGE


def _announced(one: Version, other: Version, before: Places, after: Places) -> bool:
    """Tell whether one side is missing where that version says that it left something out."""
    if before[0] == before[1]:
        return _gap_at(one, before[0])
    return after[0] == after[1] and _gap_at(other, after[0])


def _gap_at(version: Version, place: int) -> bool:
    return place < len(version.words) and version.marked(place, GAP)


def _change(one: Version, other: Version, before: Places, after: Places) -> Change:
    verbatim = _inside_marks(one, before) and _inside_marks(other, after)
    return Change(before, after, _touched(one, other, before, after), verbatim)


def _inside_marks(version: Version, places: Places) -> bool:
    """Tell whether words, or the place between two words, stand inside quotation marks."""
    start, end = places if places[0] < places[1] else (max(0, places[0] - 1), places[0] + 1)
    end = min(end, len(version.words))
    return version.verbatim(start, end) == end - start


def _touched(one: Version, other: Version, before: Places, after: Places) -> tuple[Touched, ...]:
    mine, theirs = one.words[slice(*before)], other.words[slice(*after)]
    found: set[Touched] = set()
    if _negations(one, before) != _negations(other, after):
        found.add("negation")
    if _modals(mine) != _modals(theirs):
        found.add("modality")
    dates = _dates(one, before), _dates(other, after)
    if dates[0] != dates[1]:
        found.add("date")
    if _numbers(mine) - dates[0] != _numbers(theirs) - dates[1]:
        found.add("number")
    if _keys(mine) == _keys(theirs):
        return _ordered(found) or ("form",)
    if _names(one, before) != _names(other, after):
        found.add("name")
    return _ordered(found) or ("wording",)


STRONG_NEGATIONS = NEGATIONS - {"ne", "n", "personne", "point"}
# How far after « ne » the word that completes it may stand.
REACH = 6


def _negations(version: Version, places: Places) -> list[str]:
    """List what negates; « ne » only where no « pas » completes it (« il n'y en a plus »)."""
    found = []
    for place in range(*places):
        word = version.words[place]
        if word in STRONG_NEGATIONS or (
            word in {"ne", "n"}
            and not STRONG_NEGATIONS.intersection(version.words[place + 1 : place + REACH])
        ):
            found.append(word)
    return found


def _modals(words: tuple[str, ...]) -> list[str]:
    """List the modal verbs by stem, the modal words, and the conditional forms as such."""
    found = []
    for word in words:
        if word in MODAL_VERBS:
            found.append(("pouv" if word[0] == "p" else word[0]) + "?" * is_conditional(word))
        elif word in MODAL_WORDS:
            found.append(word[:5])
        elif is_conditional(word):
            found.append("conditional")
    return found


_CONDITIONAL = re.compile(
    r"(?:[ei]|^au|^sau|pour|^ver|dev|oud|aud|end|ond|erd|tt|uiv|uir)r(?:ais|ait|aient|ions|iez)$"
)
# Imperfects of verbs in -rer that end like a conditional once accents are gone: « espérait », « tirait ».
_IN_RER = word_set("""
    esperer operer liberer gerer considerer preferer differer suggerer adherer inserer transferer conferer
    referer moderer accelerer tolerer exagerer recuperer cooperer enumerer proliferer degenerer generer
    ingerer digerer desesperer reverer venerer reperer averer deliberer reiterer perseverer temperer
    regenerer alterer obtemperer vociferer admirer tirer attirer retirer respirer inspirer aspirer expirer
    conspirer virer desirer etirer soupirer
    """)


def is_conditional(word: str) -> bool:
    """Tell whether a folded word is a verb in the conditional: « serait », « pourraient »; not « tirait »."""
    match = _CONDITIONAL.search(word)
    if match is None:
        return False
    return re.sub(r"(?:ais|ait|aient|ions|iez)$", "er", word) not in _IN_RER


_MONTHS = word_set("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
_DATE_WORDS = _MONTHS | word_set("lundi mardi mercredi jeudi vendredi samedi dimanche hier demain")
_QUANTITIES = word_set("""
    % million millions milliard milliards dizaine dizaines douzaine centaine centaines millier milliers
    moitie tiers quart double triple zero
    """)


def _numbers(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word[0].isdigit() or word in _QUANTITIES}


def _dates(version: Version, places: Places) -> set[str]:
    """Return the words of a date: months, days, years, and the number before a month."""
    found = set()
    for place in range(*places):
        word = version.words[place]
        following = version.words[place + 1] if place + 1 < len(version.words) else ""
        year = len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"} and following != "euros"
        if word in _DATE_WORDS or year or (word.isdigit() and following in _MONTHS):
            found.add(word)
    return found


def _names(version: Version, places: Places) -> set[str]:
    return {version.words[place] for place in range(*places) if version.marked(place, CAPITAL)}


def _keys(words: tuple[str, ...]) -> list[str]:
    return [key for key in map(informative_key, words) if key]


def _ordered(kinds: set[Touched]) -> tuple[Touched, ...]:
    return tuple(kind for kind in TOUCHED if kind in kinds)
