"""Ctrl-C, a request to end, a terminal that is closed: what is done stays done, and one is told how to go on."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import typer

from quotetrack.cli.output import tell

REQUESTS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Signals that end a program as Ctrl-C does: sent by `kill`, by a machine that shuts down, by a closed terminal."""


class Ended(KeyboardInterrupt):
    """The process was asked to end.

    Attributes:
        number: by which signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def stoppable(how_to_go_on: Callable[[], str]) -> Iterator[None]:
    """Let what stands inside be stopped at any moment: it is left in order, and a person is told how to go on.

    Args:
        how_to_go_on: returns what is said, once what was begun is closed.

    Raises:
        typer.Exit: with the status of a program ended by that signal (130 for Ctrl-C, 143 for SIGTERM).
    """
    before = {}
    if threading.current_thread() is threading.main_thread():
        # One that is ignored stays so: `nohup` means it.
        before = {n: signal.signal(n, _end) for n in REQUESTS if signal.getsignal(n) == signal.SIG_DFL}
    try:
        yield
    except KeyboardInterrupt as stop:
        with suppress(OSError):  # the terminal may be gone
            tell(how_to_go_on())
        raise typer.Exit(128 + (stop.number if isinstance(stop, Ended) else signal.SIGINT)) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: FrameType | None) -> None:
    raise Ended(number)
