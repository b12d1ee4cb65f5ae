"""Articles to documents: plain text, Markdown, HTML and JSON Lines, from files, folders and standard input.

The text of a document is what the file holds, character for character: byte-order mark, carriage
returns, no-break spaces and soft hyphens included. Only HTML has no such text; there it is what
trafilatura extracts.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from quotetrack.header import iso_date, parse_header
from quotetrack.language import is_french
from quotetrack.layout import is_title, paragraph_spans
from quotetrack.model import Document, QuotetrackError, Span

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
        raise QuotetrackError(_cannot_open(place, error)) from None
    if len(data) > max_bytes:
        raise QuotetrackError(
            f"{place}: larger than {max_bytes:,} bytes, the limit for one document. "
            "Split it into articles, or put one article a line into a .jsonl file."
        )
    name, origin = ("stdin", None) if str(path) == "-" else (Path(path).stem, str(path))
    if Path(path).suffix.lower() in PAGE_ENDINGS or _PAGE.match(data):
        return _html_document(place, data, name, origin, given)
    text = _decode(place, data)
    if other := _OTHER_FORMAT.match(text):
        raise QuotetrackError(f"{place}: {_OTHER_FORMATS[other.lastgroup or '']}")
    return parse_document(name, text, path=origin, **given)


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
        yield Failure(str(error.filename), _cannot_open(str(error.filename), error))
    if empty and not unreadable:
        yield Failure(str(path), f"{path}: no article in this folder. Looked for {', '.join(ENDINGS)} files.")


def _read_lines(
    path: Path, names: Mapping[str, tuple[str, ...]], given: Mapping[str, str | None], max_bytes: int
) -> Iterator[Document | Failure]:
    """Yield the documents of a JSON Lines file, a `Failure` for each line that is none."""
    empty = True
    try:
        with open(path, "rb") as file:
            for number, line in enumerate(_lines(file, max_bytes), start=1):
                if line is not None and not line.strip(b" \t\r\n\xef\xbb\xbf"):
                    continue
                empty = False
                place = f"{path}:{number}"
                try:
                    if line is None:
                        raise QuotetrackError(
                            f"{place}: longer than {max_bytes:,} bytes, the limit for one document."
                        )
                    yield _line_document(path, number, line, names, given)
                except QuotetrackError as error:
                    yield Failure(place, str(error))
    except OSError as error:
        yield Failure(str(path), _cannot_open(str(path), error))
        return
    if empty:
        yield Failure(str(path), f"{path}: the file is empty. Is it the right one?")


def _lines(file: BinaryIO, max_bytes: int) -> Iterator[bytes | None]:
    """Yield the lines of a file, None for one that is too long to be held."""
    while line := file.readline(max_bytes + 1):
        if len(line) <= max_bytes or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(max_bytes)
        yield None


def _line_document(
    path: Path,
    number: int,
    line: bytes,
    names: Mapping[str, tuple[str, ...]],
    given: Mapping[str, str | None],
) -> Document:
    place = f"{path}:{number}"
    try:
        record = json.loads(_decode(place, line).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise QuotetrackError(
            f"{place}: not valid JSON ({error}). Each line must be one JSON object."
        ) from None
    if not isinstance(record, dict):
        raise QuotetrackError(f'{place}: not a JSON object. Each line must be like {{"text": "…"}}.')
    values = {attribute: _field(record, choices) for attribute, choices in names.items()}
    text = values.pop("text")
    if text is None:
        raise QuotetrackError(
            f"{place}: no text in the field {' or '.join(map(repr, names['text']))}. The fields are: "
            f"{', '.join(list(record)[:20]) or 'none'}. Say which holds the text with --field text=NAME."
        )
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise QuotetrackError(
            f"{place}: the text holds NUL characters or halves of characters; export it again."
        )
    name = values.pop("name") or f"{path.stem}-{number}"
    # A date in the record that is none should not cost the article; one given by the user is checked.
    values["date"] = iso_date(values["date"]) if values["date"] else None
    values.update({attribute: value for attribute, value in given.items() if value is not None})
    try:
        return replace(parse_document(name, text, **values), path=str(path))
    except QuotetrackError as error:
        raise QuotetrackError(f"{place}: {error}") from None


def _field(record: Mapping[str, object], choices: Iterable[str]) -> str | None:
    """Return the first of the fields that holds a text or a number, as text."""
    for choice in choices:
        value = record.get(choice)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return None


def _html_document(
    place: str, data: bytes, name: str, path: str | None, given: Mapping[str, str | None]
) -> Document:
    try:
        import trafilatura
    except ImportError:
        raise QuotetrackError(
            f"{place}: reading HTML needs trafilatura. Install it with: pip install 'quotetrack[html]'"
        ) from None
    _reject_binary(place, data)
    # Bytes, not text: a page says itself in which encoding it is.
    page: Any = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    said: dict[str, Any] = page.as_dict() if page is not None else {}
    text = "\n\n".join((said.get("text") or "").splitlines())
    if not text.strip():
        raise QuotetrackError(f"{place}: no article found in this page. Save the article or its text.")
    return parse_document(
        name,
        text,
        title=given["title"] or said.get("title"),
        date=given["date"] or said.get("date"),
        outlet=given["outlet"] or said.get("sitename"),
        url=given["url"] or said.get("url"),
        path=path,
    )


_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_OTHER_FORMAT = re.compile(r'\ufeff?\s*(?:(?P<json>\[?\s*\{\s*"[^"\n]*"\s*:)|(?P<rtf>\{\\rtf))')
_OTHER_FORMATS = {
    "json": "JSON, not the text of an article. Put one object a line into a .jsonl file.",
    "rtf": "RTF, not plain text. Save it as plain text (.txt) first.",
}


def _decode(place: str, data: bytes) -> str:
    """Return the text of UTF-8 bytes as it is, or say at which byte it is something else."""
    _reject_binary(place, data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise QuotetrackError(
                f"{place}: cut off in the middle of a character, at byte {error.start}. Copy or export it again."
            ) from None
        raise QuotetrackError(
            f"{place}: not UTF-8: byte {error.start} is 0x{data[error.start]:02X}. "
            "If it is Windows-1252 (Latin-1), convert it: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"
        ) from None


def _reject_binary(place: str, data: bytes) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise QuotetrackError(f"{place}: the text is UTF-16. Convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW")
    if b"\0" in data:
        raise QuotetrackError(
            f"{place}: a binary file (NUL at byte {data.index(0)}). Export it as plain text first."
        )


def _cannot_open(place: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{place}: no such file or folder. Check the path."
    if isinstance(error, IsADirectoryError):
        return f"{place}: a folder, not a file. Use read_documents."
    if isinstance(error, PermissionError):
        return f"{place}: no permission to read it. Change its permissions or copy it."
    return f"{place}: cannot be read ({error.strerror or error})."
