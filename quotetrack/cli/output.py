"""What commands print: rows as a table, JSON or CSV on stdout; warnings and progress on stderr.

Text from articles may hold anything. On its way to a terminal, characters that act instead of showing
(escape sequences, changes of reading direction) are written as ``\\x1b``; in JSON as ``\\u001b``, which means
the same.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING, Any

from quotetrack.cli.line import Line, aside, can_show, elapsed
from quotetrack.export.rows import no_formula

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Row = Mapping[str, Any]

WIDTH, WIDEST = 100, 140
"""Columns of a table when stdout is not a terminal, and of one without running text that needs more."""
NARROWEST = 80
"""Below so many columns a row with running text does not stand in a table."""
SHORT_ID = 8
"""Characters of an identifier that a table shows; commands take the beginning of one."""

# C0 and C1 controls but for tab and line feed, DEL, bidirectional embeddings, overrides and isolates, lone
# surrogates, tag characters.
_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
_NUMBER = re.compile(r"(\d+(\.\d+)?( %)?)?")


class Format(str, Enum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def print_rows(
    rows: Iterable[Row],
    form: Format,
    columns: Mapping[str, str],
    *,
    keys: Iterable[str] = (),
    wide: str | None = None,
    empty: str,
) -> None:
    """Print rows on stdout.

    Args:
        rows: all of the same keys.
        form: as a table for people, a JSON array, or CSV with a header.
        columns: the keys that the table shows, each with its heading; JSON and CSV hold all keys.
        keys: all of them, for the header of a CSV without rows; those of the table by default.
        wide: the key of the column that takes the room that the others leave.
        empty: what a person is told when there are no rows (on stderr).
    """
    if form is Format.JSON:
        print_json_array(rows)
        return
    rows = list(rows)
    if form is Format.CSV:
        write_csv(rows, list(rows[0] if rows else keys or columns))
    elif rows:
        print_table(rows, columns, wide=wide)
    else:
        tell(empty)


def print_table(
    rows: Iterable[Row], columns: Mapping[str, str], *, wide: str | None = None, title: str | None = None
) -> None:
    """Print rows as a table that fits: cells are wrapped, empty columns left out, ids shortened.

    With a wide column, a terminal below `NARROWEST` columns gets the rows one under the other instead.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    page = console()
    cells = [{key: _table_cell(key, row[key]) for key in columns} for row in rows]
    if wide is not None and page.width < NARROWEST:
        for row in cells:
            print_fields({columns[key]: row[key] for key in columns})
            page.print()
        return
    shown = [key for key in columns if any(row[key] for row in cells)]
    table = Table(
        box=SIMPLE_HEAD,
        leading=1 if wide else 0,
        expand=wide is not None,
        pad_edge=False,
        title_justify="left",
    )
    table.title = Text(on_terminal(title), style="bold") if title else None
    for key in shown:
        number = all(_NUMBER.fullmatch(row[key]) for row in cells)
        table.add_column(
            columns[key],
            overflow="fold",
            justify="right" if number else "left",
            no_wrap=key == "id" or number,
            ratio=1 if key == wide else None,
            max_width=None if wide is None or key == wide else max(10, page.width // 6),
        )
    for row in cells:
        table.add_row(*(Text(row[key]) for key in shown))
    if wide is None and not sys.stdout.isatty():
        page.width = min(max(WIDTH, _width_of(table, page)), WIDEST)
    page.print(table)


def _width_of(table: Table, page: Console) -> int:
    """Return the columns that a table takes where no cell is broken."""
    from rich.measure import Measurement

    return Measurement.get(page, page.options.update_width(10 * WIDEST), table).maximum


def print_json(value: object) -> None:
    """Print one value as indented JSON."""
    sys.stdout.write(as_json(value, indent=1) + "\n")


def print_json_array(values: Iterable[object]) -> None:
    """Print a JSON array, one value a line, each as soon as it comes."""
    separator = "[\n"
    for value in values:
        sys.stdout.write(separator + as_json(value))
        separator = ",\n"
    sys.stdout.write("[]\n" if separator == "[\n" else "\n]\n")


def as_json(value: object, indent: int | None = None) -> str:
    """Return JSON in which accents stand as they are and acting characters as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ACTING.sub(lambda match: json.dumps(match.group())[1:-1], text)


def write_csv(
    rows: Iterable[Row], columns: Sequence[str], *, header: bool = True, stream: Any = None
) -> None:
    """Write rows as CSV on stdout or into a stream.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    writer = csv.writer(stream or sys.stdout, lineterminator="\n")
    if header:
        writer.writerow(columns)
    for row in rows:
        writer.writerow([_csv_cell(row[key]) for key in columns])


def print_fields(fields: Mapping[str, str | None]) -> None:
    """Print labels with their values, one under the other; those without a value are left out."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    for label, value in fields.items():
        if value:
            table.add_row(Text(label, style="dim"), Text(on_terminal(value)))
    console().print(table)


def print_paragraphs(text: str) -> None:
    """Print running text, wrapped at the width of the terminal."""
    from rich.text import Text

    console().print(Text("\n".join(on_terminal(line) for line in text.split("\n"))))


def print_text(text: str) -> None:
    """Print lines of text on stdout."""
    sys.stdout.write("\n".join(on_terminal(line) for line in text.split("\n")) + "\n")


def tell(message: str) -> None:
    """Tell a person something on stderr."""
    with aside():
        sys.stderr.write(on_terminal(message) + "\n")


def counted(number: int, noun: str) -> str:
    """Return « 1 quote », « 2 quotes »."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def on_terminal(text: str) -> str:
    """Return text that shows on a terminal and does nothing else to it; line breaks become spaces."""
    flat = " ".join(text.replace("\r\n", "\n").split("\n"))
    return _ACTING.sub(lambda match: _escaped(ord(match.group())), flat)


def console() -> Console:
    """Return a console for stdout: as wide as the terminal, or `WIDTH` columns where there is none."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else WIDTH
    return Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False)


class Progress:
    """How many things have been done, and which was the last; shown on stderr if that is a terminal.

    Args:
        what: one of the things.
        line: where it is shown; None for nowhere.
    """

    def __init__(self, what: str, line: bool) -> None:
        self._what = what
        self._since = time.monotonic()
        self._count = 0
        self._last = self._pace = ""
        self._line = Line(self._text) if line else None

    def begin(self) -> None:
        """Show that there is something to do, before any of it is done."""
        if self._line is not None:
            self._line.show()

    def done(self, name: str, pace: str = "") -> None:
        """Count one more, and say how fast it goes; the second one shows the line."""
        self._count += 1
        self._last, self._pace = on_terminal(name), pace
        if self._count > 1:
            self.begin()

    def close(self) -> None:
        """Take the line away."""
        if self._line is not None:
            self._line.close()

    def _text(self) -> str:
        count = counted(self._count, self._what) if self._count else "starting"
        return " · ".join(filter(None, (count, self._pace, elapsed(self._since), self._last)))


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    """Show how a long run goes, as long as it does; nothing is left on the terminal afterwards."""
    shown = Progress(what, can_show())
    try:
        yield shown
    finally:
        shown.close()


def _table_cell(key: str, value: object) -> str:
    text = on_terminal(_cell(value))
    return text[:SHORT_ID] if key == "id" else text


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(_cell, value))
    return str(value)


def _csv_cell(value: object) -> str:
    if not isinstance(value, str):
        return _cell(value)
    return no_formula(_ACTING.sub(lambda match: _escaped(ord(match.group())), value))


def _escaped(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
