"""What the bytes of a file are: text in UTF-8, a web page, or something else, which is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from quotetrack.model import QuotetrackError


def is_page(data: bytes) -> bool:
    """Tell whether bytes begin as a web page does."""
    return _PAGE.match(data) is not None


def page_text(place: str, data: bytes) -> tuple[str, dict[str, Any]]:
    """Return the main text of a web page, a blank line between its paragraphs, and what the page says about it.

    Raises:
        QuotetrackError: there is no article in it, or what reads pages is not installed.
    """
    try:
        import trafilatura
    except ImportError:
        raise QuotetrackError(
            f"{place}: reading HTML needs trafilatura. Install it with: pip install 'quotetrack[html]'"
        ) from None
    _reject_binary(place, data)
    if _OURS in data[:1000]:
        raise QuotetrackError(f"{place}: a page that quotetrack made of an article. Read the article itself.")
    # Bytes, not text: a page says itself in which encoding it is.
    page: Any = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    said: dict[str, Any] = page.as_dict() if page is not None else {}
    text = "\n\n".join((said.get("text") or "").splitlines())
    if not text.strip():
        raise QuotetrackError(f"{place}: no article found in this page. Save the article or its text.")
    return text, said


def article_text(place: str, data: bytes) -> str:
    """Return the text of UTF-8 bytes as it is, unless it is written in another format than plain text.

    Raises:
        QuotetrackError: it is; or the bytes are no UTF-8.
    """
    text = decoded(place, data)
    if other := _OTHER_FORMAT.match(text):
        raise QuotetrackError(f"{place}: {_OTHER_FORMATS[other.lastgroup or '']}")
    return text


def decoded(place: str, data: bytes) -> str:
    """Return the text of UTF-8 bytes as it is.

    Raises:
        QuotetrackError: it is something else; the message says at which byte.
    """
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


def lines_of(file: BinaryIO, max_bytes: int) -> Iterator[bytes | None]:
    """Yield the lines of a file, None for one that is too long to be held."""
    while line := file.readline(max_bytes + 1):
        if len(line) <= max_bytes or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(max_bytes)
        yield None


def cannot_open(place: str, error: OSError) -> str:
    """Say why a file could not be opened."""
    if isinstance(error, FileNotFoundError):
        return f"{place}: no such file or folder. Check the path."
    if isinstance(error, IsADirectoryError):
        return f"{place}: a folder, not a file. Use read_documents."
    if isinstance(error, PermissionError):
        return f"{place}: no permission to read it. Change its permissions or copy it."
    return f"{place}: cannot be read ({error.strerror or error})."


def _reject_binary(place: str, data: bytes) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise QuotetrackError(f"{place}: the text is UTF-16. Convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW")
    for start, said in _OTHER_FILES.items():
        if data.startswith(start):
            raise QuotetrackError(f"{place}: {said}")
    if b"\0" in data:
        raise QuotetrackError(
            f"{place}: a binary file (NUL at byte {data.index(0)}). Export it as plain text first."
        )


_OTHER_FILES = {
    b"%PDF-": "a PDF, not plain text. Take its text out first: pdftotext OLD.pdf NEW.txt",
    b"PK\x03\x04": "a zipped file, such as .docx or .odt, not plain text. Save it as plain text (.txt) first.",
}
_OURS = b'<meta name="generator" content="quotetrack">'
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_OTHER_FORMAT = re.compile(r'\ufeff?\s*(?:(?P<json>\[?\s*\{\s*"[^"\n]*"\s*:)|(?P<rtf>\{\\rtf))')
_OTHER_FORMATS = {
    "json": "JSON, not the text of an article. Put one object a line into a .jsonl file.",
    "rtf": "RTF, not plain text. Save it as plain text (.txt) first.",
}
