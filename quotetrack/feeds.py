"""RSS and Atom files to documents: one for each entry, with the text that the feed carries.

A feed often carries a summary only; the article itself is then to be had at the entry's address, which no command
of ours fetches. Entries come as they stand in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from quotetrack.documents import MAX_BYTES, Failure, parse_document
from quotetrack.header import iso_date
from quotetrack.model import Document, QuotetrackError, content_hash


def read_feed(
    path: str | Path, *, outlet: str | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Document | Failure]:
    """Yield a document for each entry of an RSS 2.0, RSS 1.0 or Atom file, a `Failure` for one without text.

    Args:
        path: the file.
        outlet: who publishes; by default the feed's own title.
        max_bytes: the largest file accepted.

    Raises:
        QuotetrackError: the file cannot be read, is no XML, or no feed.
    """
    root = _root(Path(path), max_bytes)
    entries = [element for element in root.iter() if _name(element) in {"item", "entry"}]
    channel = next((element for element in root.iter() if _name(element) == "channel"), root)
    publisher = outlet or _words(_child(channel, "title"))
    return _documents(Path(path), entries, publisher)


def _documents(path: Path, entries: list[Element], outlet: str | None) -> Iterator[Document | Failure]:
    if not entries:
        yield Failure(str(path), f"{path}: a feed without an entry. Is it the right file?")
    for number, entry in enumerate(entries, start=1):
        place = f"{path}:{number}"
        title, url = _words(_child(entry, "title")), _address(entry)
        text = _text(entry)
        if not text:
            yield Failure(place, f"{place}: the entry “{title or url or number}” carries no text.")
            continue
        said = _words(_child(entry, "guid", "id")) or url or f"{title}{text}"
        try:
            yield parse_document(
                f"{path.stem}-{content_hash(said)[:8]}",
                text,
                title=title,
                date=_date(entry),
                outlet=outlet,
                url=url,
                path=str(path),
            )
        except QuotetrackError as error:
            yield Failure(place, str(error))


def _root(path: Path, max_bytes: int) -> Element:
    try:
        with open(path, "rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise QuotetrackError(f"{path}: cannot be opened ({error.strerror}).") from None
    if len(data) > max_bytes:
        raise QuotetrackError(f"{path}: larger than {max_bytes:,} bytes, the limit for one feed.")
    # A feed needs no document type; one that defines entities can blow up to any size.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise QuotetrackError(
            f"{path}: the file declares a document type, which no feed needs; it is not read."
        )
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise QuotetrackError(f"{path}: not valid XML ({error}). Download the feed again.") from None
    if _name(root) not in {"rss", "feed", "rdf"}:
        raise QuotetrackError(f"{path}: XML, but neither RSS nor Atom (its root is <{_name(root)}>).")
    return root


def _name(element: Element) -> str:
    """Return an element's name without its namespace, in lower case."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _child(element: Element, *names: str) -> Element | None:
    """Return the child with the first of the names that is there."""
    for name in names:
        for child in element:
            if _name(child) == name:
                return child
    return None


def _words(element: Element | None) -> str | None:
    return " ".join(plain_text("".join(element.itertext())).split()) or None if element is not None else None


def _address(entry: Element) -> str | None:
    for link in entry:
        if _name(link) == "link" and link.get("rel", "alternate") == "alternate":
            return (link.get("href") or link.text or "").strip() or None
    return None


def _date(entry: Element) -> str | None:
    """Return the day of publication: RFC 822 in RSS (« Mon, 29 Jun 2020 08:00:00 +0200 »), ISO in Atom."""
    said = _words(_child(entry, "pubdate", "published", "date", "issued", "updated"))
    return iso_date(said) if said is not None else None


def _text(entry: Element) -> str:
    """Return the longest text that the entry carries: its content, or else its summary."""
    texts = []
    for child in entry:
        if _name(child) in {"encoded", "content", "description", "summary"}:
            inside = "".join(child.itertext())
            if child.get("type") == "xhtml":
                inside = ElementTree.tostring(child, encoding="unicode")
            texts.append(inside if child.get("type") == "text" else plain_text(inside))
    return max(texts, key=len, default="").strip()


def plain_text(markup: str) -> str:
    """Return the text of a piece of HTML, a blank line between its paragraphs."""
    reader = _Paragraphs()
    reader.feed(markup)
    reader.close()
    return "\n\n".join(
        paragraph for paragraph in map(str.strip, "".join(reader.parts).split("\n\n")) if paragraph
    )


_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"),
    ]
)
_UNSEEN = frozenset({"script", "style", "template", "noscript"})


class _Paragraphs(HTMLParser):
    """Collects the text of HTML; blocks and line breaks end a paragraph."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag.rpartition(":")[2] in _UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag.rpartition(":")[2] in _UNSEEN and self._unseen:
            self._unseen -= 1
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            # White space that HTML folds; the no-break spaces of French typography stay.
            self.parts.append(re.sub(r"[ \t\r\n\f]+", " ", data))

    def _break(self, tag: str) -> None:
        if tag.rpartition(":")[2] in _BLOCKS:
            self.parts.append("\n\n")
