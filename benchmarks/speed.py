"""How fast texts are read, beside plain Stanza, on the same texts with the same models, in one run.

    python -m benchmarks.speed [--texts FOLDER] [--articles N] [--rounds N]

Words are those that Stanza finds in the whole texts; quotetrack's time covers all that `quotetrack extract` does, from
the text to the database. The ways take turns, round after round, and each is told by its best round, since on a shared
machine only the fastest round says what the machine can do.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from benchmarks.press import articles
from quotetrack.documents import paragraphs, read_documents
from quotetrack.engines.loading import Loading
from quotetrack.engines.local import Extracted, Pool
from quotetrack.engines.portions import portions, read_all
from quotetrack.extraction import Extractor
from quotetrack.model import Document, Extraction
from quotetrack.store import ClaimStore
from quotetrack.syntax import masking
from quotetrack.syntax.stanza_parser import EMBEDDED, StanzaParser

Way = Callable[[], object]


def main() -> None:
    options = _options()
    documents = _documents(options)
    parser = StanzaParser(EMBEDDED, "quotetrack")
    pipeline = parser._pipeline
    stanza: Any = parser._stanza
    texts = [d.body.of(d.text) for d in documents]
    words = sum(
        document.num_words
        for document in pipeline.bulk_process([stanza.Document([], text=text) for text in texts])
    )
    threads = torch.get_num_threads()
    print(f"{len(documents)} articles, {sum(map(len, texts)):,} characters, {words:,} words; ", end="")
    print(f"{os.cpu_count()} processors, {threads} threads in one process, 1 in a worker\n")
    masked, unmasked = Loading().settled(), Loading(mask=False).settled()
    with Pool(Loading(), 1) as one, Pool(Loading(), 2) as two, Pool(Loading(mask=False), 2) as two_unmasked:
        ways: dict[str, Way] = {
            "Stanza, one text a call": lambda: [pipeline(text) for text in texts],
            "Stanza, bulk_process": lambda: pipeline.bulk_process(
                [stanza.Document([], text=text) for text in texts]
            ),
            "quotetrack, this process": lambda: _stored(read_all(masked, documents)),
            "quotetrack, this process, unmasked": lambda: _stored(read_all(unmasked, documents)),
            "quotetrack, 1 job": lambda: _stored(_extractions(one, documents, 1)),
            "quotetrack, 2 jobs": lambda: _stored(_extractions(two, documents, 2)),
            "quotetrack, 2 jobs, unmasked": lambda: _stored(_extractions(two_unmasked, documents, 2)),
        }
        seconds: dict[str, list[float]] = {name: [] for name in ways}
        for way in list(ways.values())[2:]:
            way()  # models are loaded, words met
        for _ in range(options.rounds):
            for name, way in ways.items():
                start = time.perf_counter()
                way()
                seconds[name].append(time.perf_counter() - start)
    _print_rates(words, seconds)
    print("\nWhere the time goes (a process of its own, one thread, seconds of processor):\n", flush=True)
    alone = multiprocessing.get_context("spawn").Process(target=_print_parts, args=(options, words))
    alone.start()
    alone.join()
    if alone.exitcode:
        raise SystemExit(alone.exitcode)
    _print_same(documents, parser)


def _documents(options: argparse.Namespace) -> list[Document]:
    if options.texts:
        return [d for d in read_documents([options.texts]) if isinstance(d, Document)]
    return list(articles(options.articles))


def _print_rates(words: int, seconds: dict[str, list[float]]) -> None:
    best = {name: words / min(times) for name, times in seconds.items()}
    single, bulk = best["Stanza, one text a call"], best["Stanza, bulk_process"]
    print(f"{'':36}{'words/s':>9}{'median':>9}{'× one':>8}{'× bulk':>8}")
    for name, rate in best.items():
        median = words / statistics.median(seconds[name])
        print(f"{name:36}{rate:9,.0f}{median:9,.0f}{rate / single:8.2f}{rate / bulk:8.2f}")
    print(
        f"\n2 jobs are {best['quotetrack, 2 jobs'] / best['quotetrack, 1 job']:.2f} times as fast as 1 job."
    )


def _print_parts(options: argparse.Namespace, words: int) -> None:
    """Take the stages one by one, a portion after the other; those of the parser are timed where they are called.

    In a process of its own, as the program is: what other ways leave in memory slows some stages more than others.
    """
    torch.set_num_threads(1)
    documents, extractor, rounds = _documents(options), Loading().settled(), options.rounds
    _stored(read_all(extractor, documents))  # words met
    inside = ("_tokens", "_tags", "_lemmatized", "_trees")
    spent = min((_spent(documents, extractor, inside) for _ in range(rounds)), key=_all_of)
    spent["  sentences built"] = spent["parser"] - sum(spent[name] for name in inside)
    total = _all_of(spent)
    names = {
        "_tokens": "  tokens",
        "_tags": "  tags",
        "_lemmatized": "  lemmas",
        "_trees": "  trees",
    }
    order = ("paragraphs, passages, frames", "parser", *inside, "  sentences built", "offsets restored")
    for name in (*order, "quotes and sources", "stored"):
        print(f"{names.get(name, name):36}{spent[name]:8.2f} s{spent[name] / total:8.1%}")
    print(f"{'all':36}{total:8.2f} s, {words / total:,.0f} words a second of processor")
    print(f"{'outside the parser':36}{1 - spent['parser'] / total:10.1%}")


def _spent(documents: Sequence[Document], extractor: Extractor, inside: Sequence[str]) -> dict[str, float]:
    """Return the seconds of processor that each stage took."""
    parser: Any = extractor.parser
    spent: dict[str, float] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        ClaimStore(Path(folder) / "q.db") as store,
        _timed(parser._direct, inside, spent),
    ):
        run = store.start_run("benchmark")
        for portion in portions(documents):
            _time_parts(portion.documents, extractor, store, run, spent)
    return spent


def _all_of(spent: Mapping[str, float]) -> float:
    return sum(seconds for name, seconds in spent.items() if not name.startswith((" ", "_")))


def _time_parts(
    documents: Sequence[Document], extractor: Extractor, store: ClaimStore, run: int, spent: dict[str, float]
) -> None:
    plans = _timing(spent, "paragraphs, passages, frames", lambda: [extractor.plan(d) for d in documents])
    frames = [frame for plan in plans for frame in plan.frames]
    texts, starts = [f.text for f in frames], [f.start for f in frames]
    parsed = _timing(spent, "parser", lambda: iter(extractor.parser.parse(texts, starts)))
    sentences = _timing(
        spent,
        "offsets restored",
        lambda: [[s for f in plan.frames for s in masking.restore(f, next(parsed))] for plan in plans],
    )
    found = _timing(
        spent,
        "quotes and sources",
        lambda: [extractor.read(plan, own) for plan, own in zip(plans, sentences, strict=True)],
    )
    _timing(spent, "stored", lambda: _save_all(found, store, run))


def _print_same(documents: Sequence[Document], parser: StanzaParser) -> None:
    """Compare what the direct parser gives with what the pipeline gives, word by word."""
    texts = [span.of(d.text) for d in documents for span in paragraphs(d)]
    plain = StanzaParser(EMBEDDED, "quotetrack", direct=False)
    differing = dict.fromkeys(("start", "end", "upos", "feats", "lemma", "head", "deprel"), 0)
    words = cut = 0
    for mine, theirs in zip(parser.parse(texts), plain.parse(texts), strict=True):
        words += sum(len(s.words) for s in theirs)
        if [len(s.words) for s in mine] != [len(s.words) for s in theirs]:
            cut += 1
            continue
        for a, b in zip(
            (w for s in mine for w in s.words), (w for s in theirs for w in s.words), strict=True
        ):
            for name in differing:
                differing[name] += getattr(a, name) != getattr(b, name)
    told = ", ".join(f"{name} {count}" for name, count in differing.items())
    print(f"\nOf {words:,} words these differ from the pipeline's: {told}; paragraphs cut otherwise: {cut}.")


def _extractions(pool: Pool, documents: Sequence[Document], jobs: int) -> Iterator[Extraction]:
    for found in pool.extract(portions(documents, among=jobs)):
        assert isinstance(found, Extracted), found
        yield found.extraction


def _stored(found: Any) -> None:
    with tempfile.TemporaryDirectory() as folder, ClaimStore(Path(folder) / "q.db") as store:
        _save_all(found, store, store.start_run("benchmark"))


def _save_all(found: Any, store: ClaimStore, run: int) -> None:
    for extraction in found:
        assert isinstance(extraction, Extraction), extraction
        store.save(extraction, run)


def _timing(spent: dict[str, float], name: str, work: Callable[[], Any]) -> Any:
    start = time.process_time()
    done = work()
    spent[name] = spent.get(name, 0.0) + time.process_time() - start
    return done


@contextmanager
def _timed(owner: Any, names: Sequence[str], spent: dict[str, float]) -> Iterator[None]:
    kept = {name: getattr(owner, name) for name in names}
    for name, call in kept.items():
        setattr(owner, name, lambda *args, name=name, call=call: _timing(spent, name, lambda: call(*args)))
    try:
        yield
    finally:
        for name, call in kept.items():
            setattr(owner, name, call)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--texts", help="a folder of articles; generated ones if not given")
    parser.add_argument("--articles", type=int, default=60, help="how many are generated")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
