"""Read claims: of a quote, by key, with all their versions and the quotes that print them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from quotetrack.model import QuotetrackError
from quotetrack.store.findings import Evidence, evidence


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim: what was said, over all documents.

    Attributes:
        key: 16 hexadecimal digits, the smallest of its versions' keys.
        text: its earliest printed wording.
        versions: how many different ways it is printed in.
        quotes: how many quotes print it.
        documents: how many documents.
        first_date: of the earliest document with a date.
    """

    key: str
    text: str
    versions: int
    quotes: int
    documents: int
    first_date: str | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One wording of a claim, in one mouth, printed in one way, with the ids of the quotes that print it."""

    key: str
    earliest: Evidence
    depth: int
    quotes: tuple[str, ...]


def claim(db: Database, key: str) -> ClaimRow:
    """Return the claim that has a version with this key (a claim's own key is one of them).

    Raises:
        QuotetrackError: there is none.
    """
    row = db.conn.execute("SELECT claim FROM claim_versions WHERE key = ?", [key]).fetchone()
    if row is None:
        raise QuotetrackError(f"{key}: no such claim. `quotetrack show QUOTE` names the claim of a quote.")
    return _claim(db, row[0])


def claim_of(db: Database, quote: str) -> ClaimRow | None:
    """Return the claim that a quote (its full id) makes; None for a quote without a word."""
    row = db.conn.execute(
        "SELECT v.claim FROM quotes q JOIN claim_quotes p ON p.document = q.document AND p.quote = q.id"
        " JOIN claim_versions v ON v.id = p.version WHERE q.id = ?",
        [quote],
    ).fetchone()
    return _claim(db, row[0]) if row else None


def claims_in(db: Database, document: str) -> dict[str, str]:
    """Return the key of the claim that each quote of a document (its full id) makes."""
    rows = db.conn.execute(
        "SELECT p.quote, c.key FROM claim_quotes p JOIN claim_versions v ON v.id = p.version"
        " JOIN claims c ON c.id = v.claim WHERE p.document = ?",
        [document],
    )
    return dict(rows.fetchall())


def versions_of(db: Database, key: str) -> list[VersionRow]:
    """Return the versions of a claim, the earliest first."""
    rows = db.conn.execute(
        "SELECT v.id, v.key, v.depth FROM claim_versions a JOIN claim_versions v ON v.claim = a.claim"
        " WHERE a.key = ? ORDER BY v.first_rank",
        [key],
    ).fetchall()
    found = []
    for number, version_key, depth in rows:
        quotes = db.conn.execute("SELECT quote FROM claim_quotes WHERE version = ? ORDER BY quote", [number])
        ids = tuple(quote for (quote,) in quotes)
        found.append(VersionRow(version_key, evidence(db.conn, number), depth, ids))
    return found


def _claim(db: Database, number: int) -> ClaimRow:
    row = db.conn.execute(
        "SELECT c.key, c.text, c.versions, count(p.quote), count(DISTINCT p.document),"
        " (SELECT min(first_date) FROM claim_versions WHERE claim = c.id)"
        " FROM claims c JOIN claim_versions v ON v.claim = c.id JOIN claim_quotes p ON p.version = v.id"
        " WHERE c.id = ? GROUP BY c.id",
        [number],
    ).fetchone()
    return ClaimRow(*row)
