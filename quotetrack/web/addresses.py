"""Where the pages of one database are."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses of our pages; ``base`` is that of the database (``/quotetrack``), ``root`` the server's."""

    base: str
    root: str = "/"

    @property
    def front(self) -> str:
        """Return the address of the front page."""
        return f"{self.base}/-/quotetrack"

    @property
    def checks(self) -> str:
        """Return the address of the page of findings."""
        return f"{self.base}/-/checks"

    @property
    def review(self) -> str:
        """Return where reviews are posted to."""
        return f"{self.base}/-/review"

    def document(self, id: str, quote_id: str | None = None) -> str:
        """Return the address of a document's reading view, at one of its quotes if asked."""
        return f"{self.base}/-/document/{quote(id, safe='')}" + (f"#q-{quote(quote_id)}" if quote_id else "")

    def quote(self, id: str) -> str:
        """Return an address that leads to a quote in its document, where only its id is known."""
        return f"{self.base}/-/quote/{quote(id, safe='')}"

    def source(self, id: str, **filters: str | int | None) -> str:
        """Return the address of a source, with these filters."""
        given = {name: value for name, value in filters.items() if value}
        return f"{self.base}/-/source/{quote(id, safe='')}" + (f"?{urlencode(given)}" if given else "")

    def claim(self, id: str) -> str:
        """Return the address of a claim."""
        return f"{self.base}/-/claim/{quote(id, safe='')}"

    def table(self, name: str) -> str:
        """Return the address of one of Datasette's own pages: a table, a view or a canned query."""
        return f"{self.base}/{quote(name, safe='')}"

    def static(self, name: str, version: str) -> str:
        """Return the address of a file of ours that may be kept for ever."""
        return f"{self.root}-/quotetrack/{version}/{name}"
