"""Documents in portions of about equal work, and what happens to one that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrack.model import Document, Extraction

if TYPE_CHECKING:
    from quotetrack.extraction import Extractor

CHARACTERS = 120_000
"""Characters of a portion, about: some forty articles, a few seconds of work. It fills the parser's batches: with a
third of it, everything takes a twelfth longer."""
DOCUMENTS = 256
"""Documents of a portion, however short."""

Known = Callable[[Document], Extraction | None]
"""Returns what is known of a document already, or None where it has to be read."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that nothing could be extracted from.

    Attributes:
        document: which.
        message: what happened, for people; it names the document.
    """

    document: Document
    message: str


@dataclass(frozen=True, slots=True)
class Portion:
    """Documents that are read together, in order, and what is known of some of them already."""

    documents: tuple[Document, ...]
    known: tuple[Extraction | None, ...]

    @property
    def unread(self) -> tuple[Document, ...]:
        """Return the documents that have to be read."""
        return tuple(d for d, found in zip(self.documents, self.known, strict=True) if found is None)

    def merged(self, read: Iterable[Extraction | Failed]) -> Iterator[Extraction | Failed]:
        """Yield what is known and what was read (one for each unread document), in the order of the documents."""
        rest = iter(read)
        for found in self.known:
            yield next(rest) if found is None else found


def portions(
    documents: Iterable[Document], known: Known | None = None, *, among: int = 1
) -> Iterator[Portion]:
    """Yield documents in portions of about ``CHARACTERS``; a longer document is one by itself.

    Args:
        documents: read as they are needed, a portion for each worker ahead.
        known: returns what is known of a document already.
        among: how many workers there are: the last documents, or all if they are few, are shared out evenly.
    """
    ahead: list[_Weighed] = []
    size = 0
    for document in documents:
        found = known(document) if known is not None else None
        length = len(document.text) if found is None else 0
        if ahead and (size + length > among * CHARACTERS or len(ahead) >= among * DOCUMENTS):
            yield from _shares(ahead, among)
            ahead, size = [], 0
        ahead.append((document, found, length))
        size += length
    yield from _shares(ahead, among)


_Weighed = tuple[Document, Extraction | None, int]
"""A document, what is known of it, and the characters of it that have to be read."""


def _shares(weighed: Sequence[_Weighed], among: int) -> Iterator[Portion]:
    """Yield documents in so many portions of about equal work, in order; in fewer where they are too few."""
    share = max(sum(length for _, _, length in weighed) / among, 1)
    taken: list[_Weighed] = []
    done = number = 0
    for item in weighed:
        if taken and (done + item[2] / 2) // share > number:
            yield _portion(taken)
            taken, number = [], int((done + item[2] / 2) // share)
        taken.append(item)
        done += item[2]
    if taken:
        yield _portion(taken)


def _portion(weighed: Sequence[_Weighed]) -> Portion:
    return Portion(tuple(document for document, _, _ in weighed), tuple(found for _, found, _ in weighed))


def read_all(extractor: Extractor, documents: Sequence[Document]) -> Iterator[Extraction | Failed]:
    """Yield the extraction of each document, parsed together; one that fails does not fail the others."""
    done = 0
    try:
        for extraction in extractor.extract_many(documents):
            yield extraction
            done += 1
    except Exception:
        # Which of them it was is known once each is read by itself.
        for document in documents[done:]:
            yield _read(extractor, document)


def _read(extractor: Extractor, document: Document) -> Extraction | Failed:
    try:
        return extractor.extract(document)
    except Exception as error:
        return Failed(
            document,
            f"{document.path or document.name}: nothing extracted, {type(error).__name__}: {error}. "
            "This is a fault of quotetrack; please report it with the article.",
        )
