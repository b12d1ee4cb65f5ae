"""Articles to documents: plain text, Markdown, HTML and JSON Lines, from files, folders and standard input.

The text of a document is what the file holds, character for character: byte-order mark, carriage
returns, no-break spaces and soft hyphens included. Only HTML has no such text; there it is what
trafilatura extracts.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from quotetrack.formats import article_text, cannot_open, decoded, is_page, lines_of, page_text
from quotetrack.header import iso_date, parse_header
from quotetrack.language import is_french
from quotetrack.layout import is_title, paragraph_spans
from quotetrack.model import Document, QuotetrackError, Span, content_hash

PAGE_ENDINGS = (".html", ".htm", ".xhtml")
"""Files read as web pages."""

LINES_ENDINGS = (".jsonl", ".ndjson")
"""Files read as JSON Lines."""

ENDINGS = (".txt", ".md", *PAGE_ENDINGS, *LINES_ENDINGS)
"""File endings read in a folder; a file named by itself is read as plain text whatever its ending."""

FEED_ENDINGS = (".rss", ".atom", ".xml")
"""Files read as feeds (see `quotetrack.feeds`) when they are named; in a folder they are passed over."""

MAX_BYTES = 10_000_000
"""Largest document read, in bytes: a hundred times a long magazine article."""

JSONL_FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text",),
    "name": ("id", "name"),
    "title": ("title",),
    "date": ("date",),
    "outlet": ("outlet", "source"),
    "url": ("url",),
}
"""For each attribute of a document the fields of a JSON Lines record that may hold it, best first."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read.

    Attributes:
        path: where it is: a file, a folder, or ``FILE:LINE`` for a line of a JSON Lines file.
        message: what is wrong and what to do, for people; it names the path.
    """

    path: str
    message: str


def parse_document(
    name: str,
    text: str,
    *,
    title: str | None = None,
    date: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    path: str | None = None,
) -> Document:
    """Make a document of a text: read its header, and its title from the first paragraph if need be.

    What the caller gives goes before what the header says.

    Raises:
        QuotetrackError: the text has nothing but white space or is not in French, or ``date`` is no date.
    """
    header = parse_header(text)
    body = Span(header.end, len(text))
    given = iso_date(date) if date is not None else header.date
    if date is not None and given is None:
        raise QuotetrackError(
            f"{name}: {date!r} is not a date that can be read. Write it as 2020-06-27, 2020-06 or 2020."
        )
    spans = paragraph_spans(text, body)
    if not spans:
        raise QuotetrackError(f"{path or name}: the document is empty. Is it the right file?")
    if not is_french(body.of(text)):
        raise QuotetrackError(
            f"{path or name}: not in French, as far as its commonest words show. quotetrack reads French only."
        )
    if title is None:
        title = header.title
    if title is None and is_title(text, spans):
        title = " ".join(spans[0].of(text).lstrip("# ").split())
    return Document(name, text, body, title, given, outlet or header.outlet, url or header.url, path)


def paragraphs(document: Document) -> list[Span]:
    """Return the paragraphs of a document's body, without the white space at their edges, none of them empty.

    A blank line ends a paragraph. In a text without blank lines every line is one, unless the lines are
    hard-wrapped. A turn of dialogue (a line that starts with a dash) is a paragraph of its own.
    """
    return paragraph_spans(document.text, document.body)


def read_document(
    path: str | Path,
    *,
    title: str | None = None,
    date: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """Read one article from a .txt, .md or .html file, or from standard input (``-``).

    What begins as a web page does is read as one, whatever the file is called.

    Raises:
        QuotetrackError: it cannot be read; the message says why.
    """
    given = {"title": title, "date": date, "outlet": outlet, "url": url}
    place = "standard input" if str(path) == "-" else str(path)
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(max_bytes + 1)
        elif Path(path).suffix.lower() in LINES_ENDINGS:
            raise QuotetrackError(f"{place}: a JSON Lines file holds many documents. Use read_documents.")
        else:
            with open(path, "rb") as file:
                data = file.read(max_bytes + 1)
    except OSError as error:
        raise QuotetrackError(cannot_open(place, error)) from None
    if len(data) > max_bytes:
        raise QuotetrackError(
            f"{place}: larger than {max_bytes:,} bytes, the limit for one document. "
            "Split it into articles, or put one article a line into a .jsonl file."
        )
    return document_of(data, place, None if str(path) == "-" else str(path), **given)


def document_of(
    data: bytes,
    place: str,
    path: str | None,
    *,
    title: str | None = None,
    date: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Document:
    """Make a document of what a file holds; ``place`` is what messages call it, ``path`` None for standard input.

    Raises:
        QuotetrackError: it is no article; the message says why.
    """
    given = {"title": title, "date": date, "outlet": outlet, "url": url}
    file = Path(path or "stdin")
    if file.suffix.lower() in PAGE_ENDINGS or is_page(data):
        return _page_document(place, data, file.stem, path, given)
    return parse_document(file.stem, article_text(place, data), path=path, **given)


def read_documents(
    paths: Iterable[str | Path],
    *,
    title: str | None = None,
    date: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    fields: Mapping[str, str] | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Document | Failure]:
    """Read the articles of files, folders (with their subfolders, by name) and standard input (``-``).

    One document is in memory at a time, JSON Lines files included. What cannot be read comes as a
    `Failure` in its place, and the others are read all the same.

    Args:
        paths: files, folders, or ``-``.
        title, date, outlet, url: hold for every document, over what the documents say.
        fields: JSON Lines fields by document attribute, where they differ from `JSONL_FIELDS`:
            ``{"text": "contenu"}``.
        max_bytes: the largest document accepted.

    Raises:
        QuotetrackError: ``fields`` names an attribute that documents do not have.
    """
    unknown = set(fields or ()) - set(JSONL_FIELDS)
    if unknown:
        raise QuotetrackError(
            f"no such attribute: {sorted(unknown)[0]!r}. Choose from {', '.join(JSONL_FIELDS)}."
        )
    names = {**JSONL_FIELDS, **{attribute: (field,) for attribute, field in (fields or {}).items()}}
    given = {"title": title, "date": date, "outlet": outlet, "url": url}
    return _read_all(paths, names, given, max_bytes)


def _read_all(
    paths: Iterable[str | Path],
    names: Mapping[str, tuple[str, ...]],
    given: Mapping[str, str | None],
    max_bytes: int,
) -> Iterator[Document | Failure]:
    for path in paths:
        for found in article_files(Path(path)):
            if isinstance(found, Failure):
                yield found
            elif found.suffix.lower() in LINES_ENDINGS:
                yield from _read_lines(found, names, given, max_bytes)
            elif found.suffix.lower() in FEED_ENDINGS:
                yield from _read_entries(found, given, max_bytes)
            else:
                try:
                    yield read_document(found, max_bytes=max_bytes, **given)
                except QuotetrackError as error:
                    yield Failure(str(found), str(error))


def _read_entries(
    path: Path, given: Mapping[str, str | None], max_bytes: int
) -> Iterator[Document | Failure]:
    """Yield the entries of an RSS or Atom file; what the caller gives goes before what they say."""
    from quotetrack.feeds import read_feed

    said: dict[str, Any] = {attribute: value for attribute, value in given.items() if value is not None}
    if "date" in said:
        said["date"] = iso_date(said["date"])
    try:
        for found in read_feed(path, max_bytes=max_bytes):
            yield found if isinstance(found, Failure) else replace(found, **said)
    except QuotetrackError as error:
        yield Failure(str(path), str(error))


def article_files(path: Path) -> Iterator[Path | Failure]:
    """Yield the files to read for one path: itself, or what a folder holds, by name.

    Hidden files are left out, and those called README, which say what a folder is for. Links to folders are not
    followed: they may lead back.
    """
    if not path.is_dir():
        yield path
        return
    unreadable: list[OSError] = []
    empty = True
    for folder, folders, files in os.walk(path, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.lower().startswith((".", "readme.")):
                empty = False
                found = Path(folder, name)
                # A pipe would be waited for as long as nobody writes into it; one that is named is meant.
                pipe = found.exists() and not found.is_file()
                yield (
                    Failure(str(found), f"{found}: a pipe or a device, not a file. Name it to read it.")
                    if pipe
                    else found
                )
    for error in unreadable:
        yield Failure(str(error.filename), cannot_open(str(error.filename), error))
    if empty and not unreadable:
        yield Failure(str(path), f"{path}: no article in this folder. Looked for {', '.join(ENDINGS)} files.")


def _read_lines(
    path: Path, names: Mapping[str, tuple[str, ...]], given: Mapping[str, str | None], max_bytes: int
) -> Iterator[Document | Failure]:
    """Yield the documents of a JSON Lines file, a `Failure` for each line that is none."""
    empty = True
    try:
        with open(path, "rb") as file:
            for number, line in enumerate(lines_of(file, max_bytes), start=1):
                if line is not None and not line.strip(b" \t\r\n\xef\xbb\xbf"):
                    continue
                empty = False
                place = f"{path}:{number}"
                try:
                    if line is None:
                        raise QuotetrackError(
                            f"{place}: longer than {max_bytes:,} bytes, the limit for one document."
                        )
                    yield _line_document(place, str(path), line, names, given)
                except QuotetrackError as error:
                    yield Failure(place, str(error))
    except OSError as error:
        yield Failure(str(path), cannot_open(str(path), error))
        return
    if empty:
        yield Failure(str(path), f"{path}: the file is empty. Is it the right one?")


def _line_document(
    place: str,
    path: str,
    line: bytes,
    names: Mapping[str, tuple[str, ...]],
    given: Mapping[str, str | None],
) -> Document:
    try:
        record = json.loads(decoded(place, line).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise QuotetrackError(
            f"{place}: not valid JSON ({error}). Each line must be one JSON object."
        ) from None
    if not isinstance(record, dict):
        raise QuotetrackError(f'{place}: not a JSON object. Each line must be like {{"text": "…"}}.')
    if _field(record, names["text"]) is None:
        raise QuotetrackError(
            f"{place}: no text in the field {' or '.join(map(repr, names['text']))}. The fields are: "
            f"{_fields(record)}. Say which holds the text with --field text=NAME."
        )
    return record_document(record, place, path, names, given)


def record_document(
    record: Mapping[str, object],
    place: str,
    path: str,
    names: Mapping[str, tuple[str, ...]] = JSONL_FIELDS,
    given: Mapping[str, str | None] | None = None,
) -> Document:
    """Make a document of a record: a line of JSON, a row of a table.

    One without an id is called by its text, not by its place: the next export of the same name begins with other
    articles.

    Args:
        record: the fields.
        place: what messages call it.
        path: the file that it stands in.
        names: for each attribute of a document the fields that may hold it.
        given: what holds over what the record says.

    Raises:
        QuotetrackError: it holds no article; the message says why.
    """
    values = {attribute: _field(record, choices) for attribute, choices in names.items()}
    text = values.pop("text")
    if text is None:
        raise QuotetrackError(f"{place}: a record without a text. Its fields are: {_fields(record)}.")
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise QuotetrackError(
            f"{place}: the text holds NUL characters or halves of characters; export it again."
        )
    name = values.pop("name") or f"{Path(path).stem}-{content_hash(text)[:8]}"
    # A date in the record that is none should not cost the article; one given by the user is checked.
    said = values["date"]
    values["date"] = iso_date(said) if said else None
    values.update({attribute: value for attribute, value in (given or {}).items() if value is not None})
    try:
        document = parse_document(name, text, **values)
    except QuotetrackError as error:
        raise QuotetrackError(f"{place}: {error}") from None
    lost = f"its date “{said}” cannot be read, so it has none. Write it as 2024-02-27."
    return replace(document, path=path, warnings=(lost,) if said and document.date is None else ())


def _fields(record: Mapping[str, object]) -> str:
    return ", ".join(list(map(str, record))[:20]) or "none"


def _field(record: Mapping[str, object], choices: Iterable[str]) -> str | None:
    """Return the first of the fields that holds a text, a number or a date, as text."""
    for choice in choices:
        value = record.get(choice)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, date):  # of a table; JSON has none
            return value.isoformat()
    return None


def _page_document(
    place: str, data: bytes, name: str, path: str | None, given: Mapping[str, str | None]
) -> Document:
    text, said = page_text(place, data)
    return parse_document(
        name,
        text,
        title=given["title"] or said.get("title"),
        date=given["date"] or said.get("date"),
        outlet=given["outlet"] or said.get("sitename"),
        url=given["url"] or said.get("url"),
        path=path,
    )
