"""Extract many documents on this machine, in this process or in several.

This process reads the documents and takes the results, in order, and is the only one that writes. It reads ahead of
the workers by a few portions, never more: however many documents there are, the memory stays the same.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrack.engines.loading import Loading
from quotetrack.engines.portions import Failed, Known, Portion, portions, read_all
from quotetrack.engines.workers import Worker
from quotetrack.model import Document, Extraction

if TYPE_CHECKING:
    from quotetrack.extraction import Extractor

AHEAD = 3
"""Portions for each worker that are read, being worked on, or done and not taken yet."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was extracted from a document.

    Attributes:
        parser: name of the parser that read it; None where it was known already.
    """

    extraction: Extraction
    parser: str | None


def extract_documents(
    documents: Iterable[Document],
    *,
    model: str = "embedded",
    device: str = "cpu",
    jobs: int = 1,
    parses: str | None = None,
    known: Known | None = None,
) -> Iterator[Extracted | Failed]:
    """Yield the extraction of each document, in order. Models are loaded once there is something to read.

    A document that fails comes as `Failed` in its place, be it by an error or by the death of the process that read it.

    Args:
        documents: read as they are needed.
        model: ``embedded``, ``official`` or a folder.
        device: ``cpu`` or ``cuda``.
        parses: a file in which parses are kept for another time (see ``syntax.parse_cache``).
        jobs: worker processes, each with models of its own (about 0.6 GB) and one thread; 1 is this process.
        known: returns what is known of a document already, which is then not read again.

    Raises:
        QuotetrackError: the models cannot be loaded, or workers keep dying.
    """
    loading = Loading(model, device, parses)
    yield from _extract(loading, loading.extractor, documents, jobs, known)


def extract_with(
    loading: Loading, documents: Iterable[Document], *, jobs: int = 1, known: Known | None = None
) -> Iterator[Extracted | Failed]:
    """Do as `extract_documents` with what ``loading`` loads, in a process that is there for nothing else."""
    yield from _extract(loading, loading.settled, documents, jobs, known)


def _extract(
    loading: Loading,
    load: Callable[[], Extractor],
    documents: Iterable[Document],
    jobs: int,
    known: Known | None,
) -> Iterator[Extracted | Failed]:
    """Extract in this process with what ``load`` returns, or in workers."""
    waiting = portions(documents, known, among=jobs)
    if jobs > 1:
        with Pool(loading, jobs) as pool:
            yield from pool.extract(waiting)
    else:
        yield from _here(waiting, load)


def _here(waiting: Iterator[Portion], load: Callable[[], Extractor]) -> Iterator[Extracted | Failed]:
    extractor = None
    for portion in waiting:
        read: Iterator[Extraction | Failed] = iter(())
        if unread := portion.unread:
            if extractor is None:
                extractor = load()
            read = read_all(extractor, unread)
        yield from _named(portion, read, extractor.parser.name if extractor else "")


class Pool:
    """Worker processes that stay, with their models, from one call to the next; a context manager.

    Args:
        loading: what each worker loads.
        jobs: how many workers there are; each is started when it is first needed.
    """

    def __init__(self, loading: Loading, jobs: int) -> None:
        self._workers = [Worker(loading) for _ in range(jobs)]
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        for worker in self._workers:
            threading.Thread(target=_serve, args=(worker, self._tasks), daemon=True).start()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the workers at once, whatever they are doing."""
        for worker in self._workers:
            self._tasks.put(None)
            worker.stop()

    def extract(self, waiting: Iterable[Portion]) -> Iterator[Extracted | Failed]:
        """Yield what is found in each document of some portions, in order."""
        pending: deque[_Task] = deque()
        for portion in waiting:
            task = _Task(portion)
            pending.append(task)
            if portion.unread:
                self._tasks.put(task)
            else:
                task.finish([], "")
            if len(pending) >= AHEAD * len(self._workers):
                yield from pending.popleft().results()
        while pending:
            yield from pending.popleft().results()


class _Task:
    """A portion on its way through the workers."""

    def __init__(self, portion: Portion) -> None:
        self.portion = portion
        self._done = threading.Event()
        self._found: list[Extraction | Failed] = []
        self._parser = ""
        self._error: Exception | None = None

    def finish(self, found: list[Extraction | Failed], parser: str) -> None:
        self._found, self._parser = found, parser
        self._done.set()

    def fail(self, error: Exception) -> None:
        self._error = error
        self._done.set()

    def results(self) -> Iterator[Extracted | Failed]:
        """Wait until it is done, and yield what was found."""
        self._done.wait()
        if self._error is not None:
            raise self._error
        yield from _named(self.portion, self._found, self._parser)


def _serve(worker: Worker, tasks: queue.SimpleQueue[_Task | None]) -> None:
    """Hand tasks to a worker, one after the other, until there is None."""
    while (task := tasks.get()) is not None:
        try:
            task.finish(list(worker.read(task.portion.unread)), worker.parser)
        except Exception as error:
            task.fail(error)


def _named(
    portion: Portion, read: Iterable[Extraction | Failed], parser: str
) -> Iterator[Extracted | Failed]:
    for found, already in zip(portion.merged(read), portion.known, strict=True):
        yield found if isinstance(found, Failed) else Extracted(found, None if already else parser)
