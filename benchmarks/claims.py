"""Measure the claims: are they joined rightly, are the checks right, how fast, and with how much memory.

    python -m benchmarks.claims                 10,000 quotes: precision and recall, build rate
    python -m benchmarks.claims --quotes 1e6    how an archive of a million quotes answers

Prints one line a measure: what, value, bar, and whether it is met. Exit status 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from benchmarks.archive import QUOTES_A_STATEMENT, Archive
from benchmarks.variants import Truth, Where
from quotetrack.claims.checks import CHECKS
from quotetrack.claims.touched import GRAVE
from quotetrack.memory import settle
from quotetrack.model import Extraction
from quotetrack.store import ClaimStore

JOINING, CHECKING, RATE, SLOWDOWN, NEW, MEMORY = 0.97, 0.95, 2000, 2.0, 2.0, 1024
PROBES = 30


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quotes", type=float, default=1e4, help="about how many quotes to store (1e4)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--db", type=Path, help="keep the database in this file")
    options = parser.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for what, value, bar, met in measure(
            options.quotes, options.seed, options.db or Path(folder) / "archive.db"
        ):
            missed += not met
            print(f"{what:44} {value:>12} {bar:>12} {'' if met else 'MISSED'}", flush=True)
    sys.exit(1 if missed else 0)


def measure(quotes: float, seed: int, path: Path) -> Iterator[tuple[str, str, str, bool]]:
    """Yield what was measured, its value, the bar, and whether it is met."""
    archive = Archive(seed, int(quotes / QUOTES_A_STATEMENT))
    settle()  # the garbage collector, as the command line does
    probes = [e for e in Archive(seed + 1, PROBES * 60, "probe").extractions() if len(e.quotes) >= 20][
        :PROBES
    ]
    with ClaimStore(path) as store, ClaimStore(path.with_suffix(".empty")) as nothing:
        stored, seconds, processor = _build(store, archive)
        yield "quotes stored", f"{stored:,}", "", True
        yield "quotes a second, by the clock", f"{stored / seconds:,.0f}", "", True
        # What one core does; by the clock, other programs on the machine count as well.
        rate = stored / processor
        yield "quotes a second of one core", f"{rate:,.0f}", f">= {RATE:,}", rate >= RATE
        empty, full = _add_and_remove((nothing, store), probes)
        yield "adding 20 quotes to an empty database, ms", f"{empty * 1000:.1f}", "", True
        slowdown = full / empty
        yield "adding 20 quotes to this one, ms", f"{full * 1000:.1f}", "", True
        yield "the latter over the former", f"{slowdown:.2f}", f"<= {SLOWDOWN}", slowdown <= SLOWDOWN
        new = _check_new(store)
        yield "check --new, s", f"{new:.2f}", f"< {NEW}", new < NEW
        precision, recall = _joining(store, archive.truth)
        yield "joining, precision", f"{precision:.4f}", f">= {JOINING}", precision >= JOINING
        yield "joining, recall", f"{recall:.4f}", f">= {JOINING}", recall >= JOINING
        for check, (precision, recall, expected) in _checks(store, archive.truth).items():
            met = min(precision, recall) >= CHECKING
            yield f"{check} ({expected})", f"{precision:.3f} {recall:.3f}", f">= {CHECKING}", met
        for kind, (precision, recall, expected) in _touched(store, archive.truth).items():
            met = min(precision, recall) >= CHECKING
            yield (
                f"altered words: a {kind} ({expected})",
                f"{precision:.3f} {recall:.3f}",
                f">= {CHECKING}",
                met,
            )
        size = path.stat().st_size / stored
        yield "bytes of database a quote", f"{size:,.0f}", "", True
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - _of_the_truth(archive.truth)
    yield "peak memory without the truth, MB", f"{memory:,.0f}", f"< {MEMORY}", memory < MEMORY


def _build(store: ClaimStore, archive: Archive) -> tuple[int, float, float]:
    """Return how many quotes were stored, in how many seconds, in how many of processor time."""
    stored, seconds, processor, told = 0, 0.0, 0.0, 0
    for extraction in archive.extractions():
        start, used = time.perf_counter(), time.process_time()
        store.save(extraction)
        seconds += time.perf_counter() - start
        processor += time.process_time() - used
        stored += len(extraction.quotes)
        if stored - told >= 100_000:
            told = stored
            print(f"… {stored:,} quotes, {stored / seconds:,.0f} a second", file=sys.stderr, flush=True)
    return stored, seconds, processor


def _add_and_remove(stores: Sequence[ClaimStore], documents: Iterable[Extraction]) -> list[float]:
    """Return the median time, in seconds, of adding a document to each store; each is removed again.

    The stores take turns, so that whatever else the machine does slows them all alike.
    """
    times: list[list[float]] = [[] for _ in stores]
    for extraction in documents:
        for store, taken in zip(stores, times, strict=True):
            start = time.perf_counter()
            store.save(extraction)
            taken.append(time.perf_counter() - start)
            store.delete(extraction.document.id)
    return [statistics.median(taken) for taken in times]


def _check_new(store: ClaimStore) -> float:
    """Return the seconds that it takes to show what is new since the last time, over all that was ever found."""
    start = time.perf_counter()
    store.count_findings(store.last_read())
    shown = store.new_findings(limit=100)
    store.mark_read(max(row.number for row in shown))
    return time.perf_counter() - start


def _joining(store: ClaimStore, truth: Truth) -> tuple[float, float]:
    """Return precision and recall over pairs of quotes: both of one claim, both of one statement."""
    rows = store.db.conn.execute(
        "SELECT p.quote, v.claim FROM claim_quotes p JOIN claim_versions v ON v.id = p.version"
    )
    by_claim: dict[int, Counter[int]] = defaultdict(Counter)
    by_statement: Counter[int] = Counter()
    for quote, claim in rows:
        statement = truth.quotes[quote][0]
        by_claim[claim][statement] += 1
        by_statement[statement] += 1
    right = sum(_pairs(number) for members in by_claim.values() for number in members.values())
    joined = sum(_pairs(sum(members.values())) for members in by_claim.values())
    wanted = sum(map(_pairs, by_statement.values()))
    return right / joined, right / wanted


def _checks(store: ClaimStore, truth: Truth) -> dict[str, tuple[float, float, int]]:
    """Return precision, recall and number expected for each check."""
    found: dict[str, set[Where]] = defaultdict(set)
    for where, _ in _found(store, truth):
        found[where[0]].add(where)
    result = {}
    for check in CHECKS:
        expected = {finding for finding in truth.findings if finding[0] == check}
        right, made = len(expected & found[check]), len(found[check] - truth.open)
        precision = right / made if made else 1.0
        recall = right / len(expected) if expected else 1.0
        result[check] = (precision, recall, len(expected))
    return result


def _touched(store: ClaimStore, truth: Truth) -> dict[str, tuple[float, float, int]]:
    """Return precision, recall and number for what altered words touch, where one thing alone was changed."""
    right: Counter[str] = Counter()
    named: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for where, detail in _found(store, truth):
        edit = truth.touched.get(where)
        if edit is None:
            continue
        touched = set(json.loads(detail)["touched"]) & GRAVE
        wanted[edit] += edit in GRAVE
        named.update(touched)
        right.update(touched & {edit})
    return {
        kind: (right[kind] / max(1, named[kind]), right[kind] / wanted[kind], wanted[kind])
        for kind in sorted(GRAVE)
        if wanted[kind]
    }


def _found(store: ClaimStore, truth: Truth) -> Iterator[tuple[Where, str]]:
    """Yield the findings as the truth tells them, with their details."""
    rows = store.db.conn.execute(
        'SELECT f."check", a.first_quote, b.first_quote, f.detail FROM findings f'
        " JOIN claim_versions a ON a.id = f.one LEFT JOIN claim_versions b ON b.id = f.other"
    )
    for check, one, other, detail in rows:
        statement, variant = truth.quotes[one]
        if check in {"anonymous only", "single source"}:
            about: tuple[int, ...] = ()
        elif other is None or check == "second-hand":
            about = (variant,)
        else:
            also = truth.quotes[other]
            # Two statements in one finding are wrong whatever the check says.
            about = (
                tuple(sorted((variant, also[1])))
                if also[0] == statement
                else (-1, *sorted((statement, also[0])))
            )
        yield (check, statement, about), detail


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def _of_the_truth(truth: Truth) -> float:
    """Estimate the megabytes that the archive's own truth takes: an id and two small tuples a quote."""
    return len(truth.quotes) * 280 / 1e6


if __name__ == "__main__":
    main()
