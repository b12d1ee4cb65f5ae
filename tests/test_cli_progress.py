"""How a long run shows on a terminal: one line that fits, goes away, and touches no result."""

import fcntl
import os
import pty
import struct
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, suppress
from pathlib import Path
from typing import TextIO

import pytest

from quotetrack.cli.line import EVERY, aside
from quotetrack.cli.output import Progress, progress, tell


class Terminal:
    """A pseudo-terminal of 40 columns in the place of stderr."""

    def __init__(self) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
        os.set_blocking(self._ours, False)
        self.stream: TextIO = os.fdopen(theirs, "w", encoding="utf-8")
        self._read = b""

    def written(self) -> str:
        self.stream.flush()
        with suppress(BlockingIOError):
            self._read += os.read(self._ours, 1_000_000)
        return self._read.decode()

    def wait_for(self, text: str) -> None:
        deadline = time.monotonic() + 20
        while text not in self.written() and time.monotonic() < deadline:
            time.sleep(EVERY / 4)

    def hang_up(self) -> None:
        os.close(self._ours)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    found = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    yield found
    with suppress(OSError):
        found.stream.close()


@contextmanager
def shown_on(terminal: Terminal) -> Iterator[Progress]:
    with redirect_stderr(terminal.stream), progress("document") as shown:
        yield shown


def test_the_line_fits_and_goes_away(terminal: Terminal) -> None:
    with shown_on(terminal) as shown:
        shown.done("premier")
        shown.done("un-article-au-nom-très-très-très-très-très-long", "1.7/s, 3 min left")
        terminal.wait_for("2 documents")
    drawn = terminal.written().split("\r\x1b[2K")
    assert drawn[0] == drawn[-1] == ""
    assert drawn[1][2:].startswith("2 documents · 1.7/s, 3 min left")
    assert all(len(line) < 40 for line in drawn)
    assert drawn[1].endswith("…")


def test_nothing_shows_for_one_document(terminal: Terminal) -> None:
    with shown_on(terminal) as shown:
        shown.done("seul")
        time.sleep(2 * EVERY)
    assert terminal.written() == ""


def test_a_name_does_nothing_to_the_terminal(terminal: Terminal) -> None:
    with shown_on(terminal) as shown:
        shown.done("a")
        shown.done("\x1b]0;titre\x07")
        terminal.wait_for("titre")
    assert "titre" in terminal.written()
    assert "\x1b]" not in terminal.written()


def test_results_go_where_stdout_goes(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open(tmp_path / "out.jsonl", "w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        with shown_on(terminal) as shown:
            shown.begin()
            terminal.wait_for("starting")
            print('{"doc": "a"}')
            sys.stdout.write('{"doc": "b"}\n')
    assert (tmp_path / "out.jsonl").read_text().splitlines() == ['{"doc": "a"}', '{"doc": "b"}']
    assert "doc" not in terminal.written()


def test_messages_stand_on_lines_of_their_own(terminal: Terminal) -> None:
    with shown_on(terminal) as shown:
        shown.begin()
        terminal.wait_for("starting")
        tell("pont.txt: no quotes found.")
        with aside():
            terminal.stream.write("result\n")
    assert "\r\x1b[2Kpont.txt: no quotes found.\r\nresult\r\n" in terminal.written()


def test_there_is_no_line_where_none_can_be_drawn(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with shown_on(terminal) as shown:
        shown.begin()
        time.sleep(2 * EVERY)
    assert terminal.written() == ""


def test_a_terminal_that_is_gone_stops_nothing(terminal: Terminal) -> None:
    with shown_on(terminal) as shown:
        shown.begin()
        terminal.wait_for("starting")
        terminal.hang_up()
        time.sleep(2 * EVERY)
        shown.done("a")
