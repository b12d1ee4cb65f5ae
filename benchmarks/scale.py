"""Whether a document costs the same however many have gone before: time and memory from 100 to 10,000 documents.

    python -m benchmarks.scale [--documents 10000] [--jobs 1] [--words 500] [--database FILE]

One run over generated articles, extracted and stored; after each stretch it tells what a document of that stretch cost.
A machine that others use is faster at one time than at another, so with one job the same ten articles are read again
behind every hundred documents: how many times their cost a document has, reading and storing, is told as well.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.press import articles
from quotetrack.engines.loading import Loading
from quotetrack.engines.local import Extracted, Pool
from quotetrack.engines.portions import portions, read_all
from quotetrack.model import Document, Extraction
from quotetrack.store import ClaimStore

MARKS = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
WARMING_UP = 30
"""Articles for each job before the clock starts: models are loaded, words met."""
YARDSTICK, EVERY = 10, 100
"""Articles that are read again, and behind how many documents."""


def main() -> None:
    options = _options()
    marks = [mark for mark in MARKS if mark <= options.documents] or [options.documents]
    print(
        f"{'documents':>9}{'ms/document':>13}{'of processor':>14}{'× yardstick':>13}{'to store':>10}"
        f"{'memory':>9}{'database':>10}"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(options.database or Path(folder) / "q.db")
        with ClaimStore(path) as store, _Reader(options.jobs) as reader:
            for _ in reader.read(articles(WARMING_UP * options.jobs, seed=0, words=options.words)):
                pass
            run = store.start_run("benchmark")
            start = last = 0
            begun, busy, storing = time.perf_counter(), _worked(), 0.0
            measured: list[_Cost] = []
            for done, extraction in enumerate(reader.read(articles(marks[-1], words=options.words)), 1):
                before = time.perf_counter()
                store.save(extraction, run)
                storing += time.perf_counter() - before
                if done in marks:
                    start, last = last, done
                    now, work = time.perf_counter(), _worked()
                    per = 1000 / (last - start)
                    cost = (work - busy - sum(m.work for m in measured)) * per
                    passed = (now - begun - sum(m.wall for m in measured)) * per
                    again = (
                        1000 * statistics.fmean(m.work for m in measured) / YARDSTICK if measured else None
                    )
                    print(
                        f"{done:9,}{passed:13.1f}{cost:14.1f}"
                        f"{f'{cost / again:.2f}' if again else '':>13}{storing * per:10.1f}"
                        f"{_memory() / 1e6:7.0f}MB{_size(path) / 1e6:8.1f}MB",
                        flush=True,
                    )
                    begun, busy, storing, measured = now, work, 0.0, []
                if options.jobs == 1 and done % EVERY == EVERY // 2:
                    measured.append(_yardstick(reader, options.words))


class _Reader:
    """Extracts in this process for one job, else in workers; models stay loaded from one call to the next."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool = Pool(Loading(), jobs) if jobs > 1 else None
        self._extractor = Loading().settled() if jobs == 1 else None

    def __enter__(self) -> _Reader:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool is not None:
            self._pool.close()

    def read(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        waiting = portions(documents, among=self._jobs)
        if self._pool is not None:
            for found in self._pool.extract(waiting):
                assert isinstance(found, Extracted), found
                yield found.extraction
        elif self._extractor is not None:
            for portion in waiting:
                for extraction in read_all(self._extractor, portion.documents):
                    assert isinstance(extraction, Extraction), extraction
                    yield extraction


class _Cost(NamedTuple):
    """Seconds that passed, and those of processor."""

    wall: float
    work: float


def _yardstick(reader: _Reader, words: int) -> _Cost:
    """Return what the articles cost now that are read again and again."""
    begun, busy = time.perf_counter(), _worked()
    for _ in reader.read(articles(YARDSTICK, seed=0, words=words)):
        pass
    return _Cost(time.perf_counter() - begun, _worked() - busy)


def _worked() -> float:
    """Return the seconds of processor that this process and its workers have had (Linux)."""
    ticks = 0
    for child in multiprocessing.active_children():
        fields = Path(f"/proc/{child.pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])  # in user and in system mode
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def _size(database: Path) -> int:
    """Return the bytes of a database with what is still in its log."""
    return sum(file.stat().st_size for file in database.parent.glob(f"{database.name}*"))


def _memory() -> int:
    """Return the bytes that this process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--words", type=int, default=500, help="of an article")
    parser.add_argument("--database", help="a new file; a temporary one if not given")
    return parser.parse_args()


if __name__ == "__main__":
    main()
