"""How fast documents are read, and how long it will take."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from quotetrack.documents import PAGE_ENDINGS, article_files
from quotetrack.model import Document

RECENT = 30.0
"""Seconds over which the rate is taken, so that it follows the machine."""
BURST = 1.0
"""Seconds in which the documents of the first portion come, one after the other, after the time that it took."""


class Pace:
    """Counts what is done, and tells at what rate and what is left.

    The rate counts from when the first portion was done: the time in which the models are loaded says nothing of it.

    Args:
        total: bytes of all that there is to read; None if nobody knows.
        clock: returns seconds.
    """

    def __init__(self, total: int | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._clock = clock
        self._passed = 0
        self._marks: deque[tuple[float, int, int]] = deque()
        self._first = 0.0

    def passed(self, size: int) -> None:
        """Count a document that was known already: it takes no time, and tells nothing of the rate."""
        self._passed += size

    def after(self, size: int) -> str:
        """Count one more document of this size; return « 1.7/s, 3 min left »."""
        now = self._clock()
        if not self._marks:
            self._first = now
        _, documents, done = self._marks[-1] if self._marks else (now, 0, 0)
        self._marks.append((now, documents + 1, done + size))
        if now - self._first < BURST:
            self._marks = deque([self._marks[-1]])
        while len(self._marks) > 2 and now - self._marks[1][0] > RECENT:
            self._marks.popleft()
        then, documents_then, done_then = self._marks[0]
        if now - then < BURST:
            return ""
        told = f"{(documents + 1 - documents_then) / (now - then):.2g}/s"
        speed = (done + size - done_then) / (now - then)
        if self._total is None or not speed:
            return told
        return f"{told}, {_duration(max(self._total - self._passed - done - size, 0) / speed)} left"


def size_of(paths: Iterable[str]) -> int | None:
    """Return the bytes of the articles in files and folders, None if one of them is no file (standard input)."""
    total = 0
    for path in paths:
        if path == "-":
            return None
        for found in article_files(Path(path)):
            try:
                total += found.stat().st_size if isinstance(found, Path) else 0
            except OSError:
                continue  # gone, or not ours to see: it will be told when it is read
    return total


def size_read(document: Document) -> int:
    """Return the bytes of a document as `size_of` counts them: of a web page, the whole file."""
    if document.path is not None and document.path.lower().endswith(PAGE_ENDINGS):
        try:
            return os.path.getsize(document.path)
        except OSError:
            pass
    return len(document.text.encode("utf-8", "surrogatepass"))


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
