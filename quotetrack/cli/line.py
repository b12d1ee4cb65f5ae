"""The one line on stderr that tells how a long run goes; it is out of the way when anything else is written there."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

EVERY = 0.2
"""Seconds between two drawings."""

_ERASE = "\r\x1b[2K"
_SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"


class Line:
    """A line on a terminal, drawn again and again by a thread of its own, so that one sees that the program lives.

    stdout stays as it is: results that go into a file go into the file, those that go to the terminal are written
    inside `aside`, as messages are.

    Args:
        compose: returns the text of the line; it is cut at the width of the terminal.
    """

    def __init__(self, compose: Callable[[], str]) -> None:
        self._compose = compose
        self._lock = threading.RLock()
        self._over = threading.Event()
        self._thread: threading.Thread | None = None
        self._drawn = False
        self._turn = 0

    def show(self) -> None:
        """Begin to draw; a line that is there already stays."""
        global _shown
        if self._thread is None:
            _shown = self
            self._thread = threading.Thread(target=self._draw_on, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Take the line away for good."""
        global _shown
        self._over.set()
        if self._thread is not None:
            self._thread.join()
            self._erase()
            _shown = None

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the line away while something else is written."""
        with self._lock:
            self._erase()
            yield

    def _draw_on(self) -> None:
        while not self._over.wait(EVERY):
            with self._lock:
                try:
                    self._draw()
                except OSError:  # the terminal is gone
                    return

    def _draw(self) -> None:
        from rich.cells import cell_len, set_cell_size

        self._turn += 1
        text = f"{_SPINNER[self._turn % len(_SPINNER)]} {self._compose()}"
        width = _width() - 1  # the last column would break the line on some terminals
        if cell_len(text) > width:
            text = set_cell_size(text, width - 1) + "…"
        sys.stderr.write(_ERASE + text)
        sys.stderr.flush()
        self._drawn = True

    def _erase(self) -> None:
        if self._drawn:
            self._drawn = False
            with suppress(OSError):
                sys.stderr.write(_ERASE)
                sys.stderr.flush()


_shown: Line | None = None


@contextmanager
def aside() -> Iterator[None]:
    """Take the line away, if one is shown, while something else is written on the terminal."""
    if _shown is None:
        yield
        return
    with _shown.hidden():
        yield


def can_show() -> bool:
    """Tell whether stderr is a terminal on which a line can be drawn over."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def elapsed(since: float) -> str:
    """Return « 1:02:03 », the time since a moment of the monotonic clock."""
    seconds = int(time.monotonic() - since)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except OSError:  # no terminal after all
        return 80
