"""What people say about quotes: added, listed, and found again after the article was corrected."""

from __future__ import annotations

from sqlite_utils import Database

from quotetrack.model import QuotetrackError
from quotetrack.sources.identity import fold
from quotetrack.store.again import folded_quotes, found_again
from quotetrack.store.rows import VERDICTS, QuoteRow, ReviewRow

_SELECT = (
    "SELECT id, quote, quote_id, quote_text, source_name, document_name, verdict, note, url, by, reviewed_at"
    " FROM reviews"
)
_OLDEST_FIRST = "ORDER BY reviewed_at, id"


def add_review(
    db: Database,
    quote: QuoteRow,
    *,
    verdict: str | None,
    note: str | None,
    url: str | None,
    by: str | None,
    at: str,
) -> ReviewRow:
    """Record a review; older ones stay, so that a quote has a history."""
    if verdict is not None and verdict not in VERDICTS:
        raise QuotetrackError(f"“{verdict}” is not a verdict. Use one of: {', '.join(VERDICTS)}.")
    if verdict is None and not note and not url:
        raise QuotetrackError("A review needs a verdict, a note or a link.")
    cursor = db.conn.execute(
        "INSERT INTO reviews (quote, quote_id, quote_text, source_name, article, document_name, verdict,"
        " note, url, by, reviewed_at)"
        " SELECT ?1, ?1, ?2, ?3, article, name, ?4, ?5, ?6, ?7, ?8 FROM documents WHERE id = ?9",
        (quote.id, quote.text, quote.who, verdict, note, url, by, at, quote.document),
    )
    return ReviewRow(*db.conn.execute(f"{_SELECT} WHERE id = ?", (cursor.lastrowid,)).fetchone())


def reviews(db: Database) -> list[ReviewRow]:
    """Return all reviews, the oldest first."""
    return [ReviewRow(*row) for row in db.conn.execute(f"{_SELECT} {_OLDEST_FIRST}")]


def reviews_of(db: Database, quote: str) -> list[ReviewRow]:
    """Return the reviews of one quote, the oldest first."""
    return [
        ReviewRow(*row) for row in db.conn.execute(f"{_SELECT} WHERE quote = ? {_OLDEST_FIRST}", (quote,))
    ]


def orphaned_reviews(db: Database) -> list[ReviewRow]:
    """Return the reviews whose quote is gone, the oldest first."""
    return [ReviewRow(*row) for row in db.conn.execute(f"{_SELECT} WHERE quote IS NULL {_OLDEST_FIRST}")]


def reattach_reviews(db: Database, article: str) -> int:
    """Give the reviews of an article back to its quotes: same id, else the same words said once.

    Returns how many are left without a quote.
    """
    orphans = db.conn.execute(
        "SELECT id, quote_id, quote_text FROM reviews WHERE article = ? AND quote IS NULL", (article,)
    ).fetchall()
    left = len(orphans)
    if not orphans:
        return left
    quotes = folded_quotes(db, article)
    for review, quote_id, text in orphans:
        found = found_again(quotes, quote_id, fold(text))
        if found is not None:
            db.conn.execute("UPDATE reviews SET quote = ? WHERE id = ?", (found, review))
            left -= 1
    return left
