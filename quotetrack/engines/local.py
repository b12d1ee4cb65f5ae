"""Extract many documents on this machine, in this process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from quotetrack.model import Document, Extraction, QuotetrackError

if TYPE_CHECKING:
    from quotetrack.extraction import Extractor

BATCH = 16
"""Documents that a worker takes at a time; enough for the parser to work on paragraphs of one length."""

Extracted = tuple[Extraction, str]
"""An extraction with the name of the parser that read it."""


def extract_documents(
    documents: Iterable[Document], *, model: str = "embedded", device: str = "cpu", jobs: int = 1
) -> Iterator[Extracted]:
    """Yield the extraction of each document, in order. Models are loaded once there is something to read.

    Args:
        documents: read as they are needed: a few batches for each worker are in memory at a time.
        model: ``embedded``, ``official`` or a folder.
        device: ``cpu`` or ``cuda``.
        jobs: worker processes, each with models of its own (about 0.6 GB) and one thread; 1 is this process.

    Raises:
        QuotetrackError: the models cannot be loaded, or a worker died.
    """
    documents = iter(documents)
    first = next(documents, None)
    if first is None:
        return
    documents = chain([first], documents)
    if jobs > 1:
        yield from _in_workers(documents, model, device, jobs)
        return
    extractor = _extractor(model, device)
    for extraction in extractor.extract_many(documents):
        yield extraction, extractor.parser.name


def _in_workers(documents: Iterator[Document], model: str, device: str, jobs: int) -> Iterator[Extracted]:
    # Spawned, not forked: Torch's threads do not survive a fork.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start_worker, (model, device)) as pool:
        pending: deque[Future[list[Extracted]]] = deque()
        try:
            while batch := list(islice(documents, BATCH)):
                pending.append(pool.submit(_work, batch))
                if len(pending) > 2 * jobs:
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        except BrokenProcessPool as error:
            raise QuotetrackError(
                f"A worker process died; perhaps {jobs} are too many for the memory of this machine. "
                "What was done is stored. Run again with fewer --jobs."
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


_worker: Extractor | str | None = None
"""In a worker process: its extractor, or why it has none."""


def _start_worker(model: str, device: str) -> None:
    global _worker
    import torch

    torch.set_num_threads(1)
    try:
        _worker = _extractor(model, device)
    except QuotetrackError as error:
        # An error here would only break the pool; it is told when the first batch comes.
        _worker = str(error)


def _work(batch: list[Document]) -> list[Extracted]:
    if _worker is None or isinstance(_worker, str):
        raise QuotetrackError(_worker or "this worker has no models")
    name = _worker.parser.name
    return [(extraction, name) for extraction in _worker.extract_many(batch)]


def _extractor(model: str, device: str) -> Extractor:
    from quotetrack import extraction

    return extraction.Extractor(extraction.load_parser(model, device))
