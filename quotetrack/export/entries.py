"""What every export starts from: a quote with all that is known about it.

An entry comes from one extraction or from the database; each format is a function from entries to lines of text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrack.model import Document, Extraction, Quote

if TYPE_CHECKING:
    from quotetrack.store import ClaimStore, ReviewRow
    from quotetrack.store.rows import SourceRow


@dataclass(frozen=True, slots=True)
class Entry:
    """A quote with what an export may tell of it.

    Attributes:
        document: the article, with its text.
        quote: the quote.
        via: the quote inside whose content this one is reported.
        who: the speaker's name in the archive; in one extraction, the name that the document gives.
        source_id: id of the source in the archive; None outside of one.
        source: what the archive knows of the source.
        extracted_at: when the article was last extracted (UTC).
        claim: key of the claim that the quote makes; None outside of an archive.
        reviews: what people found about it, the oldest first.
    """

    document: Document
    quote: Quote
    via: Quote | None = None
    who: str | None = None
    source_id: str | None = None
    source: SourceRow | None = None
    extracted_at: str | None = None
    claim: str | None = None
    reviews: tuple[ReviewRow, ...] = ()

    @property
    def text(self) -> str:
        """The quote's content as printed."""
        return self.quote.content.of(self.document.text)

    @property
    def source_kind(self) -> str:
        """What sort of source speaks."""
        return self.quote.speaker.kind if self.quote.speaker else "unknown"


def extracted_entries(extraction: Extraction) -> Iterator[Entry]:
    """Yield the quotes of one extraction."""
    by_id = {quote.id: quote for quote in extraction.quotes}
    for quote in extraction.quotes:
        via = by_id.get(quote.via) if quote.via else None
        yield Entry(extraction.document, quote, via, quote.speaker.name if quote.speaker else None)


def stored_entries(store: ClaimStore, documents: Container[str] | None = None) -> Iterator[Entry]:
    """Yield the quotes of a database, or of these documents of it (ids), document by document in time order."""
    reviews: dict[str, list[ReviewRow]] = defaultdict(list)
    for review in store.reviews():
        if review.quote is not None:
            reviews[review.quote].append(review)
    sources = {source.id: source for source in store.sources()}
    for document in store.documents():
        if documents is not None and document.id not in documents:
            continue
        rows = {row.id: row for row in store.quotes(document.id)}
        claims = store.claims_in(document.id)
        for entry in extracted_entries(store.extraction(document.id)):
            row = rows[entry.quote.id]
            yield Entry(
                entry.document,
                entry.quote,
                entry.via,
                row.who,
                row.source,
                sources.get(row.source) if row.source else None,
                document.extracted_at,
                claims.get(row.id),
                tuple(reviews.get(row.id, ())),
            )
