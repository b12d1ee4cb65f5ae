"""What the pages about claims read: where a quote is repeated, a claim with all its versions, the findings.

Like `quotetrack.store.reading`: functions over an open SQLite connection, typed values out, nothing written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from quotetrack.claims.checks import SEVERITIES
from quotetrack.store import claim_rows
from quotetrack.store.claim_rows import ClaimRow, VersionRow
from quotetrack.store.findings import (
    ChangedWords,
    FindingRow,
    changes_between,
    count_findings,
    count_set_aside,
    evidence,
    findings,
    set_aside,
)
from quotetrack.store.reading import QuoteLine, quote_lines_of, reviews_of
from quotetrack.store.rows import ReviewRow

VERSIONS, PRINTED, REVIEWED = 40, 8, 500
"""How much of a claim is shown: versions, quotes of each, and quotes whose reviews are looked for."""
MOST_VERSIONS = 1000
"""Versions of a claim for programs."""


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """The claim of a quote: its key, and in how many documents it stands."""

    key: str
    documents: int


def claims_of_document(db: sqlite3.Connection, document: str) -> dict[str, ClaimLink]:
    """Return, by quote id, the claims of a document's quotes, and in how many documents each stands."""
    rows = db.execute(
        # An article that prints a claim in two versions is one article.
        """SELECT p.quote, c.key, iif(c.versions = 1, v.documents,
               (SELECT count(DISTINCT o.document) FROM claim_versions w JOIN claim_quotes o ON o.version = w.id
                WHERE w.claim = c.id)) AS documents
           FROM claim_quotes p JOIN claim_versions v ON v.id = p.version JOIN claims c ON c.id = v.claim
           WHERE p.document = ?""",
        (document,),
    )
    return {quote: ClaimLink(key, documents) for quote, key, documents in rows}


@dataclass(frozen=True, slots=True)
class VersionSide:
    """One version of a claim as the claim page shows it.

    Attributes:
        version: the version with its earliest quote.
        line: that quote with its document and source.
        changes: how the claim's first version was changed into this one; none for the first itself.
        chain: through whom it came, the speaker first, the last reporter last.
        printed: the earliest quotes that print it, with their documents, at most ``PRINTED``.
        others: how many more quotes print it.
    """

    version: VersionRow
    line: QuoteLine
    changes: tuple[ChangedWords, ...]
    chain: tuple[str, ...]
    printed: tuple[QuoteLine, ...]
    others: int


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim with all that the claim page shows; so many ``hidden`` versions are left out."""

    claim: ClaimRow
    versions: tuple[VersionSide, ...]
    hidden: int
    reviews: tuple[ReviewRow, ...]


def claim_page(db: sqlite3.Connection, key: str, most: int = VERSIONS) -> ClaimPage | None:
    """Return the claim that has a version with this key, at most so many of its versions in time order, or None."""
    numbers = db.execute(
        """SELECT v.id, v.key, v.depth, v.first_quote FROM claim_versions a
           JOIN claim_versions v ON v.claim = a.claim WHERE a.key = ? ORDER BY v.first_rank""",
        (key,),
    ).fetchall()
    if not numbers:
        return None
    quotes_of = {number: _printing(db, number) for number, *_ in numbers}
    shown = numbers[:most]
    wanted = [quote for number, _, _, first in shown for quote in (first, *quotes_of[number][:PRINTED])]
    lines = {line.id: line for line in quote_lines_of(db, wanted)}
    first = (evidence(db, shown[0][0]), shown[0][0])
    sides = []
    for number, version, depth, earliest in shown:
        this = (evidence(db, number), number)
        quotes = quotes_of[number]
        sides.append(
            VersionSide(
                VersionRow(version, this[0], depth, quotes),
                lines[earliest],
                () if number == first[1] else tuple(changes_between(db, first, this)),
                _chain(db, earliest),
                tuple(lines[quote] for quote in quotes[:PRINTED]),
                max(0, len(quotes) - PRINTED),
            )
        )
    every = [quote for quotes in quotes_of.values() for quote in quotes][:REVIEWED]
    claim = claim_rows.claim(Database(db, execute_plugins=False), key)
    return ClaimPage(claim, tuple(sides), len(numbers) - len(shown), tuple(reviews_of(db, every)))


def findings_page(db: sqlite3.Connection, check: str | None, most: int, offset: int) -> list[FindingRow]:
    """Return what deserves a second look, of one check or of all, the gravest first.

    One check is read severity by severity: within each, an index has them in the order in which they were found.
    """
    database = Database(db, execute_plugins=False)
    if check is None:
        return findings(database, limit=most, offset=offset)
    found: list[FindingRow] = []
    for severity in sorted(SEVERITIES, reverse=True):
        more = findings(database, [check], severity=severity, limit=most - len(found), offset=offset)
        found += more
        if len(found) == most:
            break
        offset = 0 if more or not offset else max(0, offset - _standing(db, check, severity))
    return found


def _standing(db: sqlite3.Connection, check: str, severity: int) -> int:
    """Count the findings of one check and severity that stand."""
    return findings_counted(db, check).get((check, SEVERITIES[severity]), 0)


def findings_set_aside(db: sqlite3.Connection, most: int) -> list[FindingRow]:
    """Return the findings that people set aside, the last one first."""
    return set_aside(Database(db, execute_plugins=False), most)


def number_set_aside(db: sqlite3.Connection) -> int:
    """Count the findings that people set aside."""
    return count_set_aside(Database(db, execute_plugins=False))


def lines_of_findings(db: sqlite3.Connection, rows: Sequence[FindingRow]) -> dict[str, QuoteLine]:
    """Return the quotes that are the evidence of findings, by id."""
    sides = [side for row in rows for side in (row.one, row.other) if side is not None]
    return {line.id: line for line in quote_lines_of(db, [side.quote for side in sides])}


def findings_counted(db: sqlite3.Connection, check: str | None = None) -> dict[tuple[str, str], int]:
    """Count the findings that stand, by check and severity."""
    return count_findings(Database(db, execute_plugins=False), None, check and [check])


def _printing(db: sqlite3.Connection, version: int) -> tuple[str, ...]:
    rows = db.execute(
        """SELECT p.quote FROM claim_quotes p JOIN documents d ON d.id = p.document WHERE p.version = ?
           ORDER BY d.date IS NULL, d.date, d.name, p.quote""",
        (version,),
    )
    return tuple(quote for (quote,) in rows)


def _chain(db: sqlite3.Connection, quote: str) -> tuple[str, ...]:
    rows = db.execute(
        """WITH RECURSIVE up (id, via, who, depth) AS (
             SELECT id, via, coalesce(source_name, mention, '?'), 0 FROM quotes WHERE id = ?
             UNION SELECT q.id, q.via, coalesce(q.source_name, q.mention, '?'), depth + 1
             FROM up JOIN quotes q ON q.id = up.via WHERE depth < 8)
           SELECT who FROM up ORDER BY depth""",
        (quote,),
    )
    return tuple(who for (who,) in rows)
