"""What `quotetrack extract` does with each extraction: print it, or write it to a folder."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

from quotetrack.cli.output import as_json, print_json, print_table, tell, write_csv
from quotetrack.export.records import document_record, quote_record
from quotetrack.model import Document, Extraction, Quote, QuotetrackError, Span

COLUMNS = {"who": "Who", "what": "What", "cue": "Cue", "notes": "Notes", "id": "Id"}
CSV_COLUMNS = (
    *(
        "doc",
        "date",
        "outlet",
        "title",
        "id",
        "kind",
        "stance",
        "source_name",
        "source_kind",
        "source",
        "cue",
    ),
    *("text", "addressee", "medium", "via", "rule", "confidence", "start", "end"),
)


LONGEST_NAME = 200
"""Bytes of a file name, so that there is room for an ending and an id in the 255 that file systems allow."""


class NotWritten(QuotetrackError):
    """One document could not be written; the others can."""


class ResultFormat(str, Enum):
    """How extractions are printed or written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


class Results(Protocol):
    """Takes extractions one by one."""

    def add(self, extraction: Extraction) -> None:
        """Print or write one extraction."""

    def close(self) -> None:
        """Finish what was begun."""


def results(form: ResultFormat, folder: Path | None) -> Results:
    """Return what prints extractions on stdout, or writes one file for each into a folder.

    Raises:
        QuotetrackError: the folder cannot be made.
    """
    if folder is not None:
        return _Folder(folder, form)
    printers: dict[ResultFormat, Callable[[], Results]] = {
        ResultFormat.TABLE: _Tables,
        ResultFormat.JSON: _Json,
        ResultFormat.JSONL: _JsonLines,
        ResultFormat.CSV: _Csv,
        ResultFormat.HTML: _Html,
    }
    return printers[form]()


def table_rows(extraction: Extraction) -> list[dict[str, str]]:
    """Return the quotes of a document as people read them: who, what, by which cue, what else."""
    from quotetrack.balanced import balanced

    text = extraction.document.text
    said_by = {quote.id: _who(quote, text) for quote in extraction.quotes}
    rows = []
    for quote in extraction.quotes:
        notes = []
        if quote.addressee:
            notes.append(f"→ {quote.addressee.of(text)}")
        if quote.medium:
            notes.append(quote.medium.of(text))
        if quote.via in said_by:
            notes.append(f"via {said_by[quote.via]}")
        if quote.stance == "hearsay":
            notes.append("hearsay")
        rows.append(
            {
                "who": said_by[quote.id],
                "what": balanced(quote.content.of(text), quote.content, quote.verbatim),
                "cue": quote.cue.of(text) if quote.cue else "",
                "notes": "; ".join(notes),
                "id": quote.id,
            }
        )
    return rows


def csv_rows(extraction: Extraction) -> list[dict[str, Any]]:
    """Return the quotes of a document as rows of a spreadsheet, words instead of positions."""
    document = extraction.document
    rows = []
    for quote in extraction.quotes:
        record = quote_record(quote, document)
        words = {
            name: _words(span, document.text)
            for name, span in (
                ("source", quote.source),
                ("cue", quote.cue),
                ("addressee", quote.addressee),
                ("medium", quote.medium),
            )
        }
        about = {
            "doc": document.name,
            "date": document.date,
            "outlet": document.outlet,
            "title": document.title,
        }
        position = {"start": quote.content.start, "end": quote.content.end}
        rows.append({**record, **words, **about, **position})
    return rows


class _Tables:
    def add(self, extraction: Extraction) -> None:
        if extraction.quotes:
            print_table(table_rows(extraction), COLUMNS, wide="what", title=_heading(extraction.document))

    def close(self) -> None:
        pass


class _JsonLines:
    def add(self, extraction: Extraction) -> None:
        sys.stdout.write(as_json(document_record(extraction)) + "\n")

    def close(self) -> None:
        pass


class _Json:
    """One document is one object; as soon as there is a second one, it is an array."""

    def __init__(self) -> None:
        self._first: Extraction | None = None
        self._many = False

    def add(self, extraction: Extraction) -> None:
        if self._first is None:
            self._first = extraction
            return
        if not self._many:
            sys.stdout.write("[\n" + as_json(document_record(self._first)))
            self._many = True
        sys.stdout.write(",\n" + as_json(document_record(extraction)))

    def close(self) -> None:
        if self._many:
            sys.stdout.write("\n]\n")
        elif self._first is not None:
            print_json(document_record(self._first))


class _Csv:
    def __init__(self) -> None:
        write_csv([], CSV_COLUMNS)

    def add(self, extraction: Extraction) -> None:
        write_csv(csv_rows(extraction), CSV_COLUMNS, header=False)

    def close(self) -> None:
        pass


class _Html:
    """A page holds one document, so nothing is printed before it is known to be the only one."""

    def __init__(self) -> None:
        self._only: Extraction | None = None

    def add(self, extraction: Extraction) -> None:
        if self._only is not None:
            self._only = None
            raise QuotetrackError(
                "HTML is one page for each document: with several, name a folder with --out DIR."
            )
        self._only = extraction

    def close(self) -> None:
        if self._only is not None:
            sys.stdout.write(_page(self._only))


class _Folder:
    """One file for each document: FOLDER/NAME.json (or .jsonl, .csv, .html), whole or not at all.

    Of several documents with one name (a/digue.txt, b/digue.txt) the first has it, and the id of each of the others
    is added to theirs.
    """

    def __init__(self, folder: Path, form: ResultFormat) -> None:
        if form is ResultFormat.TABLE:
            raise QuotetrackError("--out writes files: give it --format json, jsonl, csv or html.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise QuotetrackError(
                f"{folder}: cannot make this folder ({error.strerror}). Choose another one with --out."
            ) from error
        self._folder, self._form = folder, form
        self._written: dict[
            str, str
        ] = {}  # file name → whose it is; no documents, which would fill the memory

    def add(self, extraction: Extraction) -> None:
        path = self._folder / f"{self._name(extraction.document)}.{self._form.value}"
        unfinished = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            self._write(extraction, unfinished)
            os.replace(unfinished, path)
        except OSError as error:
            raise NotWritten(f"{path}: cannot be written ({error.strerror}).") from error
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)

    def _write(self, extraction: Extraction, path: Path) -> None:
        with open(path, "w", encoding="utf-8", newline="") as file:
            if self._form is ResultFormat.HTML:
                file.write(_page(extraction))
            elif self._form is ResultFormat.CSV:
                write_csv(csv_rows(extraction), CSV_COLUMNS, stream=file)
            else:
                indent = 1 if self._form is ResultFormat.JSON else None
                file.write(as_json(document_record(extraction), indent) + "\n")

    def close(self) -> None:
        pass

    def _name(self, document: Document) -> str:
        name = file_name(document.name)
        if name.casefold() in self._written:
            taken = self._written[name.casefold()]
            name = f"{name}-{document.id}"
            tell(f"{document.path or document.name}: written as {name}, for {taken} has the same name.")
        self._written.setdefault(name.casefold(), document.path or document.name)
        return name


def file_name(name: str) -> str:
    """Return a document's name as a file name; the id of a JSON Lines record may be anything."""
    safe = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]', "_", name).lstrip(".").strip()
    return safe.encode("utf-8", "replace")[:LONGEST_NAME].decode("utf-8", "ignore") or "document"


def _page(extraction: Extraction) -> str:
    from quotetrack.export.html import reading_view

    return reading_view(extraction)


def _heading(document: Document) -> str:
    about = ", ".join(part for part in (document.outlet, document.date) if part)
    title = document.title or document.name
    return f"{title} ({about})" if about else title


def _who(quote: Quote, text: str) -> str:
    if quote.speaker:
        return quote.speaker.name
    return quote.source.of(text) if quote.source else "?"


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None
