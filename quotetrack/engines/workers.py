"""Worker processes that read documents, each with models of its own and one thread.

A worker is a spawned process (Torch's threads do not survive a fork) at the other end of a pipe of its own, so that one
that dies takes nothing along: another takes its place and reads what it left one document at a time, which tells the
document that it died of.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from quotetrack.engines.loading import Loading
from quotetrack.engines.portions import Failed, read_all
from quotetrack.model import Document, Extraction, QuotetrackError

DEATHS = 6
"""Workers that may die in a row, no document read in between, before it is the machine and not the documents."""


class Worker:
    """One worker process, started when it is first needed and again after each death.

    Args:
        loading: what it loads.
    """

    def __init__(self, loading: Loading) -> None:
        self._loading = loading
        self._process: Any = None
        self._pipe: Connection | None = None
        self._deaths = 0
        self._stopped = False
        self.parser = ""

    def read(self, documents: Sequence[Document]) -> Iterator[Extraction | Failed]:
        """Yield the extraction of each document, in order.

        Raises:
            QuotetrackError: the models cannot be loaded, or workers keep dying.
        """
        done = 0
        try:
            for found in self._ask(documents):
                yield found
                done += 1
            return
        except _Died:
            pass
        for document in documents[done:]:
            try:
                yield from self._ask([document])
            except _Died as death:
                yield self._victim(document, death)

    def stop(self) -> None:
        """End the process at once; whoever waits for it in another thread gets an error."""
        self._stopped = True
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()

    def _ask(self, documents: Sequence[Document]) -> Iterator[Extraction | Failed]:
        try:
            if self._stopped:
                raise QuotetrackError("The worker was stopped.")
            if self._process is None:
                self._start()
            assert self._pipe is not None
            self._pipe.send(list(documents))
            for _ in documents:
                yield self._pipe.recv()
                self._deaths = 0
        except (EOFError, OSError) as error:
            raise self._death() from error

    def _start(self) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._loading), daemon=True)
        self._process.start()
        theirs.close()
        try:
            answer = self._pipe.recv()
        except (EOFError, OSError):
            raise self._fatal(f"A worker process died as it loaded its models ({self._ended()}).") from None
        if isinstance(answer, QuotetrackError):
            raise answer
        self.parser = answer

    def _death(self) -> _Died:
        how = self._ended()
        self._deaths += 1
        if self._deaths >= DEATHS:
            raise self._fatal(f"{self._deaths} worker processes died one after the other ({how}).")
        return _Died(how)

    def _ended(self) -> str:
        """Return how the process ended."""
        process, self._process = self._process, None
        if process is None:
            return "stopped"
        process.join(5)
        code = process.exitcode
        return f"killed by {_signal_name(-code)}" if code is not None and code < 0 else f"exit status {code}"

    def _fatal(self, what: str) -> QuotetrackError:
        return QuotetrackError(
            f"{what} Is there enough memory? A worker needs about 0.6 GB. "
            "What was done is stored. Run again with fewer --jobs."
        )

    def _victim(self, document: Document, death: _Died) -> Failed:
        return Failed(
            document,
            f"{document.path or document.name}: the worker process died of it ({death}); "
            "the other documents are read by another. Is the document very long for the memory of this machine?",
        )


class _Died(Exception):
    """The process ended in the middle of something."""


def _work(pipe: Connection, loading: Loading) -> None:
    """Read documents until the pipe is closed: the work of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    try:
        extractor = loading.settled(threads=1)
    except QuotetrackError as error:
        pipe.send(error)
        return
    try:
        pipe.send(extractor.parser.name)
        while True:
            for found in read_all(extractor, pipe.recv()):
                pipe.send(found)
    except (EOFError, BrokenPipeError):
        return  # the parent is gone


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
