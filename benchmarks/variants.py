"""The ways in which an invented statement is printed, and what is true of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

from benchmarks.statements import Edit, Mood, Statement
from quotetrack.model import Stance

Where = tuple[str, int, tuple[int, ...]]


@dataclass(frozen=True)
class Variant:
    """One way in which a statement is printed, in ``copies`` documents.

    Attributes:
        said: the statement with its changes.
        edits: what was changed.
        mood: as said, reported in the third person, or rumoured.
        cut: slots that are left out at the beginning ("head"), at the end ("tail") or, announced, within ("[…]").
        verbatim: "all", "some" (from the object on) or "none" stands in quotation marks.
        speaker: the full name; ``called``: as these documents call the speaker.
    """

    said: Statement
    edits: tuple[Edit, ...] = ()
    mood: Mood = "said"
    cut: str = ""
    verbatim: str = "all"
    speaker: str = ""
    called: str = ""
    kind: str = "person"
    stance: Stance = "asserted"
    via: str = ""
    day: int = 0
    copies: int = 1

    def printed(self, digits: bool = True) -> dict[str, str]:
        """Return the words of each slot that is printed."""
        slots = self.said.slots(self.mood, digits)
        names = list(slots)
        if self.cut == "head":
            names = names[names.index("object") :]
        elif self.cut == "tail":
            names = names[:-1]
        elif self.cut:
            slots[names[-2]] = "[…]"
        return {name: slots[name] for name in names}


@dataclass
class Truth:
    """What is true of the archive: for each quote id its statement and variant; the findings to be made.

    A finding is (check, statement, variants): two variants, one, or none where it is about the whole claim.
    """

    quotes: dict[str, tuple[int, int]] = field(default_factory=dict)
    findings: set[Where] = field(default_factory=set)
    open: set[Where] = field(default_factory=set)
    touched: dict[Where, str] = field(default_factory=dict)


def different(variants: list[Variant]) -> list[Variant]:
    """Leave out what would be printed like an earlier variant."""
    found: dict[tuple[object, ...], Variant] = {}
    for variant in variants:
        words = tuple(variant.printed().items())
        found.setdefault((words, variant.called or variant.speaker, variant.verbatim), variant)
    return list(found.values())


def tell(truth: Truth, statement: int, variants: list[Variant]) -> None:
    """Add what is to be found in a statement's variants."""
    for (i, one), (j, other) in combinations(enumerate(variants), 2):
        _tell_pair(truth, statement, (i, j), one, other)
    for i, variant in enumerate(variants):
        if variant.via:
            truth.findings.add(("second-hand", statement, (i,)))
        if variant.stance == "hearsay":
            truth.findings.add(("hearsay", statement, (i,)))
    if all(variant.kind == "anonymous" for variant in variants):
        truth.findings.add(("anonymous only", statement, ()))
    speakers = {(variant.speaker, variant.kind) for variant in variants}
    documents = sum(variant.copies for variant in variants)
    if documents > 1 and len(speakers) == 1 and "person" in next(iter(speakers)):
        truth.findings.add(("single source", statement, ()))


def _tell_pair(truth: Truth, statement: int, pair: tuple[int, int], one: Variant, other: Variant) -> None:
    printed = one.printed(), other.printed()
    both = printed[0].keys() & printed[1].keys()
    edits = [edit for edit in {*one.edits, *other.edits} if _shows(edit, one, other, both)]
    same_mouth = one.speaker == other.speaker
    quoted = {one.verbatim, other.verbatim} == {"all"}
    half = "some" in (one.verbatim, other.verbatim)
    findings, open_ = set(), set()
    if same_mouth and edits and quoted:
        findings.add("altered words")
        if len(edits) == 1:
            truth.touched["altered words", statement, pair] = edits[0]
    contradicted = {"negation", "number"}.intersection(edits)
    if same_mouth and contradicted and (abs(one.day - other.day) > 2 or not quoted):
        findings.add("changed story")
    if not same_mouth and one.kind == other.kind == "person" and not edits and quoted:
        findings.add("disputed speaker")
    if one.stance != other.stance:
        findings.add("hearsay turned fact")
    elif same_mouth and {one.verbatim, other.verbatim} == {"all", "none"}:
        findings.add("paraphrase made verbatim")
    if "name" in edits and {"noun", "number", "date"}.intersection(edits):
        open_ |= {
            "altered words",
            "changed story",
        }  # Another statement, of another place, would look the same.
    if half:  # What is half quoted may be read either way.
        open_ |= {"altered words", "changed story", "disputed speaker", "paraphrase made verbatim"}
    if not same_mouth and edits:  # Somebody else's words, or a paraphrase of one's own.
        open_ |= {"disputed speaker"}
    for where, checks in ((truth.findings, findings - open_), (truth.open, open_)):
        where.update((check, statement, pair) for check in checks)


_SLOT: dict[Edit, str] = {
    "negation": "verb", "modality": "verb", "tense": "verb", "number": "number", "name": "place", "date": "date",
    "noun": "object", "adjective": "object",
}  # fmt: skip


def _shows(edit: Edit, one: Variant, other: Variant, both: set[str]) -> bool:
    """Tell whether a change shows: both print the slot, print it differently, and do not merely end earlier."""
    slot = _SLOT[edit]
    if edit == "adjective" and slot in {list(one.printed())[-1], list(other.printed())[-1]}:
        return False  # One quote ends a word earlier: that is a cut.
    words = one.printed().get(slot), other.printed().get(slot)
    return slot in both and words[0] != words[1] and "[…]" not in words
