"""What deserves a second look: findings about two versions of a claim, about one version, or about a claim.

    altered words             verbatim in both, but different
    disputed speaker          the same words in two mouths
    changed story             one source, the same subject, another negation or number
    hearsay turned fact       conditional in one outlet, plain fact in another
    paraphrase made verbatim  indirect in one, in quotation marks in another
    second-hand               reported through somebody else, with the shortest chain known
    hearsay                   in the conditional: nobody stands behind it
    anonymous only            no named source anywhere
    single source             several documents, one mouth

Each function looks at what it is given and nothing else, and a finding's id depends on what it is about, so
that it stays the same when documents are extracted again and a dismissal lasts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from quotetrack.claims.alignment import same_mouth
from quotetrack.claims.joining import Kinship
from quotetrack.claims.touched import GRAVE
from quotetrack.claims.versions import Version
from quotetrack.model import content_hash

Check = Literal[
    "altered words",
    "disputed speaker",
    "changed story",
    "hearsay turned fact",
    "paraphrase made verbatim",
    "second-hand",
    "hearsay",
    "anonymous only",
    "single source",
]
CHECKS: tuple[Check, ...] = Check.__args__  # type: ignore[attr-defined]
OF_CLAIMS: frozenset[Check] = frozenset({"anonymous only", "single source"})
"""The checks that look at a claim as a whole: their evidence is its earliest version."""

HIGH, MEDIUM, LOW = 3, 2, 1
SEVERITIES = {HIGH: "high", MEDIUM: "medium", LOW: "low"}

# Reports within so many days of each other are taken to be of one occasion.
SAME_OCCASION = timedelta(days=2)
# Of the words that two versions share, how many must be verbatim for the stretch to count as quoted; and
# how few verbatim words are still no quotation.
MOSTLY, FEWEST = 0.6, 3
# How alike altered words in two mouths must be to be one sentence that somebody else is credited with.
CLOSE = 0.85


@dataclass(frozen=True, slots=True)
class Printed:
    """A version and where it was printed.

    Attributes:
        version: what was printed.
        documents: in how many documents.
        document: in which one, if it is only one.
        date: of the earliest document, ISO and possibly partial; None when unknown.
    """

    version: Version
    documents: int = 1
    document: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that deserves a second look.

    Attributes:
        id: stable as long as the versions that it is about exist anywhere in the archive.
        check: which check found it.
        severity: 3 high, 2 medium, 1 low.
        one: key of the version that it is about.
        other: key of the version that it is compared with, if it is about two.
        detail: what else is known: ``touched``, ``relation``, ``depth``, ``shortest``.
    """

    id: str
    check: Check
    severity: int
    one: str
    other: str | None = None
    detail: dict[str, Any] = field(default_factory=dict)


def pair_findings(one: Printed, other: Printed, kin: Kinship) -> Iterator[Finding]:
    """Yield what deserves a second look in two kindred versions; ``kin`` is of ``one`` to ``other``."""
    if one.document is not None and one.document == other.document:
        return
    a, b = one.version, other.version
    familiar = same_mouth(a, b)
    compatible = familiar or not (a.mouth and b.mouth)
    quoted = min(kin.verbatim) >= max(FEWEST, MOSTLY * kin.shared)
    altered = bool(kin.touched_verbatim) and compatible and min(kin.verbatim) >= FEWEST
    if altered:
        yield _pair("altered words", _gravity(kin), one, other, touched=kin.touched_verbatim)
    if a.mouth and b.mouth and not familiar:
        yield from _disputed(one, other, kin, quoted)
    contradicted = {"negation", "number"}.intersection(kin.touched)
    if familiar and contradicted and not (altered and _one_occasion(one.date, other.date)):
        yield _pair("changed story", HIGH, one, other, touched=kin.touched)
    if a.stance != b.stance:
        yield _pair("hearsay turned fact", HIGH, one, other, relation=kin.kind)
    elif compatible:
        yield from _made_verbatim(one, other, kin)


def version_findings(claim: Sequence[Printed]) -> Iterator[Finding]:
    """Yield what deserves a second look in each version of a claim taken by itself."""
    by_name: dict[str, list[Version]] = defaultdict(list)
    for printed in claim:
        by_name[_last_name(printed.version)].append(printed.version)
    for printed in claim:
        version = printed.version
        if version.stance == "hearsay":
            yield _about("hearsay", MEDIUM, version.key)
        if version.depth:
            yield _second_hand(version, by_name[_last_name(version)])


def _last_name(version: Version) -> str:
    return version.mouth[-1] if version.mouth else ""


def claim_findings(
    versions: Sequence[Version], several_documents: bool, dismissed: Iterable[tuple[str, str]] = ()
) -> Iterator[Finding]:
    """Yield what deserves a second look in a claim as a whole.

    Such a finding is named after the claim's version with the smallest key, unless it was dismissed under
    the name of another version: a dismissal outlives the arrival of further versions.

    Args:
        versions: all versions of the claim.
        several_documents: more than one document prints it.
        dismissed: checks that were dismissed, each with the key of the version that it was named after.
    """
    anchors = dict(sorted(dismissed, reverse=True))
    first = min(version.key for version in versions)
    if any(v.speaker_kind == "anonymous" for v in versions) and not any(v.mouth for v in versions):
        yield _about("anonymous only", MEDIUM, anchors.get("anonymous only", first))
    if several_documents and _one_mouth(versions):
        yield _about("single source", LOW, anchors.get("single source", first))


def _disputed(one: Printed, other: Printed, kin: Kinship, quoted: bool) -> Iterator[Finding]:
    """The same words with another speaker; paraphrases count only word for word: ideas are anybody's."""
    if quoted and (kin.kind != "altered" or kin.score >= CLOSE):
        persons = one.version.speaker_kind == other.version.speaker_kind == "person"
        yield _pair("disputed speaker", HIGH if persons else MEDIUM, one, other, relation=kin.kind)
    elif kin.kind == "same":
        yield _pair("disputed speaker", LOW, one, other, relation=kin.kind)


def _made_verbatim(one: Printed, other: Printed, kin: Kinship) -> Iterator[Finding]:
    """Indirect in one and quoted in the other, unless the quotation came first and was paraphrased later."""
    enough = max(FEWEST, MOSTLY * kin.shared)
    for loose, exact, verbatim in ((one, other, kin.verbatim), (other, one, kin.verbatim[::-1])):
        if verbatim[0] == 0 and verbatim[1] >= enough and not _before(exact.date, loose.date):
            severity = MEDIUM if _before(loose.date, exact.date) else LOW
            yield _pair("paraphrase made verbatim", severity, one, other, touched=kin.touched)


def _second_hand(version: Version, namesakes: Sequence[Version]) -> Finding:
    known = [v for v in namesakes if v.depth < version.depth and same_mouth(version, v)]
    best = min(known, key=lambda candidate: (candidate.depth, candidate.key), default=None)
    shortest = best.depth if best else version.depth
    severity = LOW if shortest == 0 else MEDIUM if version.depth == 1 else HIGH
    detail = {"depth": version.depth, "shortest": shortest}
    return Finding(
        content_hash("second-hand", version.key),
        "second-hand",
        severity,
        version.key,
        best.key if best else None,
        detail,
    )


def _one_mouth(versions: Sequence[Version]) -> bool:
    return bool(versions[0].mouth) and all(same_mouth(versions[0], version) for version in versions)


def _gravity(kin: Kinship) -> int:
    if GRAVE.intersection(kin.touched_verbatim):
        return HIGH
    return MEDIUM if "wording" in kin.touched_verbatim else LOW


def _pair(check: Check, severity: int, one: Printed, other: Printed, **detail: Any) -> Finding:
    first, second = sorted((one.version.key, other.version.key))
    return Finding(content_hash(check, first, second), check, severity, first, second, detail)


def _about(check: Check, severity: int, key: str) -> Finding:
    return Finding(content_hash(check, key), check, severity, key)


def _one_occasion(one: str | None, other: str | None) -> bool:
    """Tell whether two dates are known to the day and next to each other."""
    days = [_day(value) for value in (one, other)]
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= SAME_OCCASION


def _before(one: str | None, other: str | None) -> bool:
    """Tell whether the first date is surely earlier: « 2020-06 » is, before « 2020-07-01 » only."""
    if one is None or other is None:
        return False
    size = min(len(one), len(other))
    return one[:size] < other[:size]


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
