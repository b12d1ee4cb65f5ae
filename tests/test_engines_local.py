"""Many documents: in order, whatever becomes of one of them or of the process that reads it."""

import gc
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quotetrack.documents import parse_document
from quotetrack.engines import local
from quotetrack.engines.loading import Loading
from quotetrack.engines.local import Extracted, extract_documents, extract_with
from quotetrack.engines.pace import Pace, size_of
from quotetrack.engines.portions import Failed, portions
from quotetrack.memory import NEW_OBJECTS
from quotetrack.model import Document, Extraction, QuotetrackError


class Reader:
    """Finds nothing, and meets with what the names of documents say."""

    class parser:
        name = "reader:1"

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        for document in documents:
            if document.name == "error":
                raise ValueError("a fault")
            if document.name == "death":
                os.kill(os.getpid(), signal.SIGKILL)
            yield Extraction(document, warnings=(str(os.getpid()),))

    def extract(self, document: Document) -> Extraction:
        return next(self.extract_many([document]))


@dataclass(frozen=True, slots=True)
class Readers(Loading):
    """Loads a `Reader`."""

    def extractor(self, *, threads: int | None = None) -> Reader:  # type: ignore[override]
        if self.model == "missing":
            raise QuotetrackError("there are no such models")
        if self.model == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        return Reader()


def named(*names: str, length: int = 50) -> list[Document]:
    return [parse_document(name, "mot " * (length // 4)) for name in names]


def outcome(found: Iterable[Extracted | Failed]) -> list[str]:
    return [
        f"{f.document.name} failed" if isinstance(f, Failed) else f.extraction.document.name for f in found
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs: int) -> None:
    names = [str(number) for number in range(700)]
    assert outcome(extract_with(Readers(), named(*names, length=2000), jobs=jobs)) == names


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_fails_one_document(jobs: int) -> None:
    found = list(extract_with(Readers(), named("a", "error", "b"), jobs=jobs))
    assert outcome(found) == ["a", "error failed", "b"]
    assert isinstance(found[1], Failed)
    assert found[1].message.startswith("error: nothing extracted, ValueError: a fault.")


def test_a_worker_that_dies_fails_the_document_it_died_of() -> None:
    names = ["a", "death", "b", "c", "death", "d"]
    found = list(extract_with(Readers(), named(*names), jobs=2))
    assert outcome(found) == ["a", "death failed", "b", "c", "death failed", "d"]
    assert isinstance(found[1], Failed)
    assert "SIGKILL" in found[1].message


def test_a_worker_killed_between_two_documents_costs_nothing() -> None:
    found = extract_with(Readers(), named(*"abcdefgh", length=50_000), jobs=2)
    first = next(found)
    assert isinstance(first, Extracted)
    os.kill(int(first.extraction.warnings[0]), signal.SIGKILL)
    assert outcome(found) == list("bcdefgh")


def test_models_that_kill_every_worker_are_told() -> None:
    with pytest.raises(QuotetrackError, match="fewer --jobs"):
        list(extract_with(Readers("deadly"), named("a"), jobs=2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_models_that_are_missing_are_told(jobs: int) -> None:
    with pytest.raises(QuotetrackError, match="no such models"):
        list(extract_with(Readers("missing"), named("a"), jobs=jobs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_known_is_not_read_again(jobs: int) -> None:
    def known(document: Document) -> Extraction | None:
        return Extraction(document, warnings=("known",)) if document.name in "ac" else None

    found = list(extract_with(Readers(), named("a", "b", "c"), jobs=jobs, known=known))
    assert outcome(found) == ["a", "b", "c"]
    assert [f.parser for f in found if isinstance(f, Extracted)] == [None, "reader:1", None]


def test_nothing_is_loaded_when_all_is_known() -> None:
    assert outcome(extract_with(Readers("missing"), named("a"), known=Extraction)) == ["a"]


def test_documents_are_read_only_a_little_ahead() -> None:
    taken: list[str] = []

    def endless() -> Iterator[Document]:
        for number in range(10**9):
            taken.append(str(number))
            yield named(str(number), length=50_000)[0]

    found = extract_with(Readers(), endless(), jobs=2)
    for _ in range(5):
        next(found)
    assert len(taken) < 20
    found.close()  # type: ignore[attr-defined]


def test_workers_end_with_their_work() -> None:
    found = extract_with(Readers(), named(*"abcdefghijkl", length=50_000), jobs=2)
    first = next(found)
    assert isinstance(first, Extracted)
    found.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        for _ in range(100):
            os.kill(int(first.extraction.warnings[0]), 0)
            time.sleep(0.05)
    assert threading.active_count() < 10


def test_a_portion_is_bounded_by_its_characters() -> None:
    documents = [*named("a", "b", length=48_000), *named("long", length=300_000), *named("c")]
    assert [[d.name for d in p.documents] for p in portions(documents)] == [["a", "b"], ["long"], ["c"]]


@pytest.mark.parametrize("among, sizes", [(1, [10]), (2, [5, 5]), (4, [2, 3, 2, 3]), (20, [1] * 10)])
def test_few_documents_are_shared_out_among_all_workers(among: int, sizes: list[int]) -> None:
    documents = named(*"abcdefghij", length=3_000)
    assert [len(p.documents) for p in portions(documents, among=among)] == sizes


def test_the_last_documents_are_shared_out() -> None:
    documents = named(*map(str, range(300)), length=2_000)
    assert [len(p.documents) for p in portions(documents, among=2)] == [60, 60, 60, 60, 30, 30]


def test_what_is_known_weighs_nothing() -> None:
    documents = named(*"abcdef", length=3_000)
    shared = portions(documents, lambda d: Extraction(d) if d.name in "bcde" else None, among=2)
    assert [[d.name for d in p.unread] for p in shared] == [["a"], ["f"]]


def test_only_a_process_of_ours_settles_its_collector(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "Loading", Readers)
    before = gc.get_threshold(), gc.get_freeze_count()
    try:
        assert outcome(extract_documents(named("a"))) == ["a"]
        assert (gc.get_threshold(), gc.get_freeze_count()) == before
        assert outcome(local.extract_with(Readers(), named("a"))) == ["a"]
        assert gc.get_threshold()[0] == NEW_OBJECTS
        assert gc.get_freeze_count() > before[1]
    finally:
        gc.unfreeze()
        gc.set_threshold(*before[0])


@pytest.mark.models
def test_two_jobs_find_what_one_finds() -> None:
    from quotetrack.documents import read_documents

    articles = [d for d in read_documents(["fixtures"]) if isinstance(d, Document)]
    one, two = (list(extract_documents(articles, jobs=jobs)) for jobs in (1, 2))
    assert one == two


@pytest.mark.models
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_a_run_cut_short_leaves_whole_documents_and_goes_on(end: signal.Signals, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path("fixtures").glob("f*.txt"))]
    for number in range(56):
        (archive / f"{number:02}.txt").write_text(
            texts[number % len(texts)] + f"\n\nNuméro {number}.", encoding="utf-8"
        )
    run = [
        sys.executable,
        "-c",
        "from quotetrack.cli import app; app()",
        "extract",
        str(archive),
        "--db",
        str(tmp_path / "q.db"),
    ]
    run += ["--jobs", "2", "--format", "jsonl"]
    with open(tmp_path / "out", "wb") as out:
        process = subprocess.Popen(run, stdout=out, stderr=subprocess.DEVNULL, start_new_session=True)
        deadline = time.monotonic() + 120
        while _documents(tmp_path / "q.db") < 5 and time.monotonic() < deadline:
            time.sleep(0.05)
        os.killpg(process.pid, end) if end == signal.SIGINT else process.kill()
        process.wait(30)
    stored = _documents(tmp_path / "q.db")
    assert 5 <= stored < 56
    done = subprocess.run(run, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 56
    with sqlite3.connect(tmp_path / "q.db") as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        runs = file.execute("SELECT run, count(*) FROM documents GROUP BY run ORDER BY run").fetchall()
        halves = file.execute(
            "SELECT min(n), max(n) FROM (SELECT count(q.id) AS n FROM documents d LEFT JOIN quotes q"
            " ON q.document = d.id GROUP BY d.id)"
        ).fetchone()
    assert sum(count for _, count in runs) == 56
    assert runs[0][1] >= stored  # the first run's documents were not read a second time
    assert halves[0] > 0


def _documents(path: Path) -> int:
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
            return int(file.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def at(seconds: list[float]) -> Callable[[], float]:
    return iter(seconds).__next__


def test_the_pace_counts_from_the_first_document() -> None:
    pace = Pace(total=1000, clock=at([20, 22, 24]))
    assert [pace.after(100) for _ in range(3)] == ["", "0.5/s, 16 s left", "0.5/s, 14 s left"]


def test_the_documents_of_the_first_portion_are_no_pace() -> None:
    pace = Pace(total=1000, clock=at([20, 20.1, 20.2, 20.3, 22.3]))
    assert [pace.after(100) for _ in range(5)][-1] == "0.5/s, 10 s left"


def test_what_is_known_is_done_and_makes_no_pace() -> None:
    pace = Pace(total=1000, clock=at([20, 22]))
    for _ in range(5):
        pace.passed(100)
    assert [pace.after(100) for _ in range(2)][-1] == "0.5/s, 6 s left"


def test_what_is_left_counts_the_files_that_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mot " * 25)
    (tmp_path / "film.mp4").write_bytes(b"x" * 10_000)
    assert size_of([str(tmp_path)]) == 100
    assert size_of([str(tmp_path), "-"]) is None
