"""Server time of the pages, inside one process: no network, no browser.

    python -m benchmarks.web                      an archive of 20,000 quotes, made for the occasion
    python -m benchmarks.web --quotes 1e6         of a million (a quarter of an hour to make)
    python -m benchmarks.web --db FILE            of your own

Prints one line a page: what; median and slowest of the rounds, and the median of what the processor worked for one,
in milliseconds; the bar, and whether the median meets it. Exit status 1 when one does not. The archive is that of
`benchmarks/archive.py`; the article read has 1,500 words and 40 quotes.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from datasette.app import Datasette

from benchmarks.archive import QUOTES_A_STATEMENT, Archive
from quotetrack.model import Document, Extraction, Quote, Source, Span, content_hash
from quotetrack.store import ClaimStore

BAR = 100.0  # milliseconds
ROUNDS = 15


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the server time of the pages.")
    parser.add_argument("--quotes", type=float, default=20_000, help="size of the archive that is made")
    parser.add_argument("--db", type=Path, help="measure this database instead; one article is added to it")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.db or build(Path(folder) / "quotetrack.db", int(chosen.quotes))
        with ClaimStore(path) as store:
            store.save(article())
        met = asyncio.run(measure(path))
    sys.exit(0 if met else 1)


def build(path: Path, quotes: int) -> Path:
    """Make a database of about so many quotes."""
    began, stored = time.perf_counter(), 0
    with ClaimStore(path) as store:
        for extraction in Archive(1, int(quotes / QUOTES_A_STATEMENT)).extractions():
            store.save(extraction)
            stored += len(extraction.quotes)
    print(f"{stored:,} quotes stored in {time.perf_counter() - began:.0f} s")
    return path


def article() -> Extraction:
    """Return an article of 1,500 words and 40 quotes of ten sources, a quarter of them inside another."""
    draw = random.Random(1)
    words = [
        draw.choice(
            ["le", "maire", "a", "dit", "hier", "que", "rien", "ne", "serait", "fait", "avant", "longtemps"]
        )
        for _ in range(1500)
    ]
    starts, place = [], 0
    for word in words:
        starts.append(place)
        place += len(word) + 1
    text = " ".join(words)
    quotes: list[Quote] = []
    for number in range(40):
        inside = number % 4 == 3
        first = (number - inside) * 36 + (6 if inside else 0)
        content = Span(starts[first], starts[first + (8 if inside else 25)] - 1)
        speaker = Source(f"Personne {number % 10}", "person")
        quotes.append(
            Quote(
                id=content_hash("benchmark", str(number)),
                kind=("direct", "mixed", "indirect")[number % 3],
                content=content,
                verbatim=(content,) if number % 3 == 0 else (),
                cue=Span(content.end + 1, content.end + 4),
                source=Span(content.end + 5, content.end + 9),
                speaker=speaker,
                via=quotes[-1].id if inside else None,
                rule="inversion",
                confidence=0.9,
            )
        )
    document = Document(
        "benchmark", text, Span(0, len(text)), "Un article de 1 500 mots", "2031-01-01", "Le Banc"
    )
    return Extraction(document, tuple(quotes), sources=tuple({quote.speaker: None for quote in quotes}))


async def measure(path: Path) -> bool:
    """Ask for every page, print what each took, and return whether all bars are met."""
    datasette = Datasette([str(path)])
    await datasette.invoke_startup()
    met = True
    name = next(iter(n for n in datasette.databases if not n.startswith("_")))
    for what, address, bar in pages(path):
        times, worked = [], []
        for _ in range(ROUNDS):
            began, busy = time.perf_counter(), time.process_time()
            answer = await datasette.client.get(f"/{name}/-/{address}")
            times.append((time.perf_counter() - began) * 1000)
            worked.append((time.process_time() - busy) * 1000)
            assert answer.status_code == 200, (address, answer.status_code)
        median = statistics.median(times)
        met = met and (bar is None or median < bar)
        against = "" if bar is None else f"< {bar:.0f}  {'met' if median < bar else 'MISSED'}"
        print(f"{what:<52} {median:8.1f} {max(times):8.1f} {statistics.median(worked):8.1f}  {against}")
    return met


def pages(path: Path) -> list[tuple[str, str, float | None]]:
    """Return what is measured: a name, an address, and the bar if there is one."""
    db = sqlite3.connect(path)

    def one(query: str) -> Any:
        return db.execute(query).fetchone()

    quotes = one("SELECT count(*) FROM quotes")[0]
    sources = db.execute(
        "SELECT source, count(*) FROM quotes WHERE source NOT NULL GROUP BY 1 ORDER BY 2 DESC"
    ).fetchall()
    most, usual = sources[0], sources[len(sources) // 20]
    widest = one("SELECT key, versions FROM claims ORDER BY versions DESC")
    claim = one("SELECT key, versions FROM claims WHERE versions BETWEEN 2 AND 4")
    findings = one("SELECT count(*) FROM findings")[0]
    check = one('SELECT "check" FROM findings GROUP BY 1 ORDER BY count(*)')[0].replace(" ", "+")
    word = one("SELECT text FROM quotes LIMIT 1")[0].split()
    db.close()
    document = article().document.id
    return [
        (f"front page, {quotes:,} quotes", "quotetrack", BAR),
        ("reading view, 1,500 words, 40 quotes", f"document/{document}", BAR),
        (f"source of {usual[1]:,} quotes", f"source/{usual[0]}", BAR),
        (f"source of {most[1]:,} quotes, the most quoted", f"source/{most[0]}", BAR),
        (f"claim of {claim[1]} versions", f"claim/{claim[0]}", BAR),
        (f"claim of {widest[1]:,} versions, the widest", f"claim/{widest[0]}", BAR),
        (f"checks, {findings:,} findings", "checks", BAR),
        (f"checks of one kind ({check})", f"checks?check={check}", BAR),
        ("checks, tenth page", "checks?page=10", BAR),
        (f"search for {word[-1]}", f"quotetrack?q={word[-1]}", None),
        (f"search for {word[0]} {word[1]}", f"quotetrack?q={word[0]}+{word[1]}", None),
    ]


if __name__ == "__main__":
    main()
