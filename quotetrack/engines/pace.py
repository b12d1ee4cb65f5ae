"""How fast documents are read, and how long it will take."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

RECENT = 30.0
"""Seconds over which the rate is taken, so that it follows the machine."""


class Pace:
    """Counts what is done, and tells at what rate and what is left.

    Args:
        total: characters, or bytes, of all that there is to read; None if nobody knows.
        clock: returns seconds.
    """

    def __init__(self, total: int | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._clock = clock
        self._done = 0
        self._marks: deque[tuple[float, int, int]] = deque([(clock(), 0, 0)])

    def after(self, size: int) -> str:
        """Count one more document of this size; return « 41 documents/s, 3 min left »."""
        now, (_, documents, _) = self._clock(), self._marks[-1]
        self._done += size
        self._marks.append((now, documents + 1, self._done))
        while len(self._marks) > 2 and now - self._marks[1][0] > RECENT:
            self._marks.popleft()
        then, documents_then, done_then = self._marks[0]
        if now - then < 1:
            return ""
        rate = (documents + 1 - documents_then) / (now - then)
        told = f"{rate:.3g} documents/s"
        speed = (self._done - done_then) / (now - then)
        if self._total is None or not speed:
            return told
        return f"{told}, {_duration(max(self._total - self._done, 0) / speed)} left"


def size_of(paths: Iterable[str]) -> int | None:
    """Return the bytes of files and folders, None if one of them is no file (standard input)."""
    total = 0
    for path in paths:
        if path == "-":
            return None
        for folder, _, files in os.walk(path):
            for name in files:
                try:
                    total += os.path.getsize(os.path.join(folder, name))
                except OSError:
                    continue  # gone, or not ours to see: it will be told when it is read
        if Path(path).is_file():
            total += os.path.getsize(path)
    return total


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
