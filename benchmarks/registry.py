"""How fast names are resolved, and documents saved, with a registry of a million sources.

    python -m benchmarks.registry [--sources 1000000]

Invents that many people and organisations, imports them, then asks for names and saves documents.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from quotetrack.model import Document, Extraction, Quote, Source, Span, quote_id
from quotetrack.store import ClaimStore

SYLLABLES = (
    "ba",
    "ké",
    "lo",
    "mi",
    "nou",
    "ra",
    "sé",
    "ti",
    "va",
    "zo",
    "çan",
    "dru",
    "fau",
    "gri",
    "jol",
    "pré",
)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    arguments.add_argument("--sources", type=float, default=1e6)
    count = int(arguments.parse_args().sources)
    names = list(itertools.islice(invented_names(), count))
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        empty = ClaimStore(Path(folder, "empty.db"))
        store = ClaimStore(Path(folder, "full.db"))
        seconds, _ = timed(lambda: store.import_people(people_file(Path(folder, "people.csv"), names)))
        print(f"import             {count / seconds:12,.0f} sources/s  ({count:,} in {seconds:.0f} s)")
        some = rng.sample(names, 1000)
        report("full name", lambda name: store.find_sources(name), [name.upper() for name in some])
        report("surname", lambda name: store.find_sources(name), [name.split()[-1] for name in some])
        report("unknown name", lambda name: store.find_sources(name), [name + "x" for name in some])
        report(
            "start of an id",
            lambda name: store.source(name),
            [store.find_sources(n)[0].id[:12] for n in some],
        )
        documents = [document(rng, number, some) for number in range(500)]
        for label, target in (("empty", empty), ("full", store)):
            seconds, _ = timed(lambda: [target.save(extraction) for extraction in documents])  # noqa: B023
            print(f"save, {label:12} {20 * len(documents) / seconds:12,.0f} quotes/s   "
                  f"({1000 * seconds / len(documents):.1f} ms a document of 20 quotes)")  # fmt: skip


def invented_names() -> Iterator[str]:
    """Yield first and last names, all different after folding."""
    first = ["".join(parts).capitalize() for parts in itertools.product(SYLLABLES, repeat=2)]
    for last in itertools.product(SYLLABLES, repeat=4):
        surname = "".join(last).capitalize()
        for name in first:
            yield f"{name} {surname}"


def people_file(path: Path, names: list[str]) -> Path:
    """Write the names as a CSV file of people with two aliases each."""
    with path.open("w", encoding="utf-8") as file:
        file.write("name,aliases,kind,gender,wikidata\n")
        for number, name in enumerate(names, start=1):
            first, last = name.split()
            file.write(f"{name},{first} Jean {last}|{last} {first},person,{'fm'[number % 2]},Q{number}\n")
    return path


def document(rng: random.Random, number: int, names: list[str]) -> Extraction:
    """Return a document in which five people say four things each."""
    text = "".join(f"phrase {number} {place} " for place in range(20))
    read = Document(name=str(number), text=text, body=Span(0, len(text)), date="2020-06-27", outlet="L'Écho")
    speakers = [Source(name, "person", (name.split()[1],), "maire") for name in rng.sample(names, 5)]
    width = len(text) // 20
    quotes = tuple(
        Quote(
            id=quote_id(read.id, str(place)),
            kind="direct",
            content=Span(place * width, place * width + width - 2),
            verbatim=(Span(place * width, place * width + width - 2),),
            speaker=speakers[place % 5],
            rule="incise",
        )
        for place in range(20)
    )
    return Extraction(read, quotes, (), tuple(speakers))


def report(label: str, ask: Callable[[str], object], names: list[str]) -> None:
    """Print how long one question takes."""
    times = sorted(timed(lambda: ask(name))[0] for name in names)  # noqa: B023
    middle, worst = times[len(times) // 2], times[-1]
    print(f"{label:18} {1000 * middle:9.3f} ms median, {1000 * worst:.3f} ms at worst")


def timed(act: Callable[[], object]) -> tuple[float, object]:
    """Return the seconds that something took, and its result."""
    start = time.perf_counter()
    result = act()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    sys.exit(main())
