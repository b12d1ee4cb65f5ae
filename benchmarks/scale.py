"""Whether a document costs the same however many have gone before: time and memory from 100 to 10,000 documents.

    python -m benchmarks.scale [--documents 10000] [--jobs 1] [--words 500] [--database FILE]

One run over generated articles, extracted and stored; after each stretch it tells what a document of that stretch cost.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.press import articles
from benchmarks.speed import worked
from quotetrack.engines.loading import Loading
from quotetrack.engines.local import Extracted, Pool, extract_with
from quotetrack.engines.portions import Failed, portions
from quotetrack.model import Document
from quotetrack.store import ClaimStore

MARKS = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)


def main() -> None:
    options = _options()
    marks = [mark for mark in MARKS if mark <= options.documents]
    print(
        f"{'documents':>9}{'ms/document':>13}{'of processor':>14}{'to store':>10}{'memory':>9}{'database':>10}"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(options.database or Path(folder) / "q.db")
        with ClaimStore(path) as store, Pool(Loading(), options.jobs) as pool:
            for found in _found(pool, articles(3 * options.jobs, seed=0, words=options.words), options.jobs):
                assert isinstance(found, Extracted), found  # models are loaded
            run = store.start_run("benchmark")
            start = last = 0
            begun, busy, storing = time.perf_counter(), worked(), 0.0
            for done, found in enumerate(
                _found(pool, articles(marks[-1], words=options.words), options.jobs), 1
            ):
                assert isinstance(found, Extracted), found
                before = time.perf_counter()
                store.save(found.extraction, run)
                storing += time.perf_counter() - before
                if done in marks:
                    start, last = last, done
                    now, work = time.perf_counter(), worked()
                    per = 1000 / (last - start)
                    print(
                        f"{done:9,}{(now - begun) * per:13.1f}{(work - busy) * per:14.1f}{storing * per:10.1f}"
                        f"{_memory() / 1e6:7.0f}MB{path.stat().st_size / 1e6:8.1f}MB",
                        flush=True,
                    )
                    begun, busy, storing = now, work, 0.0


def _found(pool: Pool, documents: Iterator[Document], jobs: int) -> Iterator[Extracted | Failed]:
    """Extract in the pool, or here for one job."""
    return pool.extract(portions(documents)) if jobs > 1 else extract_with(Loading(), documents)


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
