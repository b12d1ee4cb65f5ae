"""The short way: one article in, who said what out, with the embedded models."""

from __future__ import annotations

import os
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from quotetrack.model import Document, Extraction

if TYPE_CHECKING:
    from quotetrack.extraction import Extractor

_one_at_a_time = Lock()


def extract(
    article: str | os.PathLike[str] | Document,
    *,
    title: str | None = None,
    date: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Extraction:
    """Find who said what in one article.

    The embedded models are loaded by the first call and kept (0.6 GB); calls from several threads take turns.
    For many articles, `Extractor.extract_many` is faster.

    Args:
        article: its text; or a file: a ``Path``, or a string of one line that ends in .txt, .md or .html; or a
            document that was read before.
        title, date, outlet, url: what is known of it, over what it says itself.

    Raises:
        QuotetrackError: the file cannot be read, the text is empty, or ``date`` is no date.
    """
    document = _document(article, title=title, date=date, outlet=outlet, url=url)
    with _one_at_a_time:
        return _extractor().extract(document)


def _document(article: str | os.PathLike[str] | Document, **about: Any) -> Document:
    from dataclasses import replace

    from quotetrack.documents import parse_document, read_document

    if isinstance(article, Document):
        checked = parse_document(article.name, article.text, **about) if any(about.values()) else article
        return replace(article, **{name: getattr(checked, name) for name, value in about.items() if value})
    if isinstance(article, str) and not _names_a_file(article):
        return parse_document("text", article, **about)
    return read_document(os.fspath(article), **about)


def _names_a_file(text: str) -> bool:
    from quotetrack.documents import ENDINGS

    return "\n" not in text and text.lower().endswith(ENDINGS)


@cache
def _extractor() -> Extractor:
    from quotetrack.extraction import Extractor, load_parser

    return Extractor(load_parser())
