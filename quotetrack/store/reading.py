"""What the pages read: one function for each question, over an open SQLite connection, typed values out.

The functions take a plain connection because Datasette lends one of its own; they never write.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from quotetrack.model import Extraction, Kind, SourceKind, Stance
from quotetrack.store import queries
from quotetrack.store.rows import NameRow, ReviewRow, RoleRow, Verdict

MATCH_START, MATCH_END = "\ue000", "\ue001"
"""Private-use characters around each match in ``Hit.marked``."""

RANKED = 20_000


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the database holds."""

    documents: int
    quotes: int
    sources: int
    reviews: int


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a list, with how many quotes it has."""

    id: str
    title: str
    outlet: str | None
    date: str | None
    quotes: int


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quote in a list, with its document and its source.

    Attributes:
        marked: its text with the matches of a search between ``MATCH_START`` and ``MATCH_END``.
        opened, closed: a quotation mark stands right before it, right after it.
    """

    id: str
    document: str
    title: str
    outlet: str | None
    date: str | None
    kind: Kind
    stance: Stance
    text: str
    marked: str
    source: str | None
    who: str | None
    source_kind: SourceKind
    via_whom: str | None
    opened: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class SourceHead:
    """A source of the archive and what it goes by."""

    id: str
    name: str
    kind: SourceKind
    gender: str | None
    role: str | None
    wikidata: str | None
    names: tuple[NameRow, ...]
    roles: tuple[RoleRow, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many quotes of a source share a date (cut to day, month or year), outlet, kind and stance."""

    date: str | None
    outlet: str | None
    kind: Kind
    stance: Stance
    quotes: int


def counts(db: sqlite3.Connection) -> Counts:
    """Count the rows of the tables that people ask for."""
    return Counts(**{t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in Counts.__slots__})


def latest_documents(db: sqlite3.Connection, most: int = 20) -> list[DocumentLine]:
    """Return the documents with the latest dates first."""
    return [
        DocumentLine(row["id"], row["title"], row["outlet"], row["date"], row["quotes"])
        for row in _rows(
            db,
            """SELECT id, coalesce(title, name) AS title, outlet, date,
                      (SELECT count(*) FROM quotes WHERE document = documents.id) AS quotes
               FROM documents ORDER BY date DESC, id LIMIT ?""",
            (most,),
        )
    ]


def pulled_quotes(db: sqlite3.Connection, documents: Sequence[str]) -> dict[str, QuoteLine]:
    """Return, by document id, the first words that somebody known says in it, neither too short nor too long to print.

    A document in which nobody does is left out.
    """
    pulled = _rows(
        db,
        f"""SELECT (SELECT rowid FROM quotes WHERE document = d.id AND kind = 'direct' AND source IS NOT NULL
                    AND length(text) BETWEEN 30 AND 240 ORDER BY position LIMIT 1) AS row
            FROM documents d WHERE id IN ({", ".join("?" * len(documents))})""",
        documents,
    )
    return {line.document: line for line in quote_lines(db, [row["row"] for row in pulled if row["row"]])}


def search(db: sqlite3.Connection, words: str, most: int = 50) -> list[QuoteLine]:
    """Return the quotes that hold all these words, the best matches first; accents and case do not matter.

    « … » or "…" in ``words`` asks for a phrase. No word at all finds nothing. Of more than ``RANKED`` matches, the
    last that were filed come first: to weigh them all would take seconds.
    """
    expression = queries.match_expression(words)
    if not expression:
        return []
    matches = db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM quotes_fts WHERE quotes_fts MATCH ? LIMIT ?)",
        (expression, RANKED + 1),
    ).fetchone()[0]
    found = _rows(
        db,
        f"""SELECT rowid AS row, highlight(quotes_fts, 0, '{MATCH_START}', '{MATCH_END}') AS marked
            FROM quotes_fts WHERE quotes_fts MATCH ?
            ORDER BY {"rank" if matches <= RANKED else "rowid DESC"} LIMIT ?""",
        (expression, most),
    )
    marked = {row["row"]: row["marked"] for row in found}
    return quote_lines(db, list(marked), marked)


def quote_lines(
    db: sqlite3.Connection, rows: Sequence[int], marked: Mapping[int, str] | None = None
) -> list[QuoteLine]:
    """Return the quotes with these row ids, in this order."""
    query = f"""
        SELECT q.rowid AS row, q.id, q.document, coalesce(d.title, d.name) AS title, d.outlet, d.date, q.kind,
               q.stance, q.text, q.source, coalesce(s.name, q.source_name, q.mention) AS who,
               coalesce(s.kind, q.source_kind, 'unknown') AS source_kind,
               coalesce(vs.name, v.source_name, v.mention) AS via_whom,
               EXISTS (SELECT 1 FROM verbatim WHERE quote = q.id AND start <= q.content_start) AS opened,
               EXISTS (SELECT 1 FROM verbatim WHERE quote = q.id AND "end" >= q.content_end) AS closed
        FROM quotes q JOIN documents d ON d.id = q.document
        LEFT JOIN sources s ON s.id = q.source
        LEFT JOIN quotes v ON v.id = q.via LEFT JOIN sources vs ON vs.id = v.source
        WHERE q.rowid IN ({", ".join("?" * len(rows))})"""
    found = {row["row"]: row for row in _rows(db, query, rows)}
    return [_quote_line(found[row], (marked or {}).get(row)) for row in rows if row in found]


def quote_lines_of(db: sqlite3.Connection, quotes: Sequence[str]) -> list[QuoteLine]:
    """Return the quotes with these ids, in any order."""
    ids = list(dict.fromkeys(quotes))
    rows = db.execute(f"SELECT rowid FROM quotes WHERE id IN ({', '.join('?' * len(ids))})", ids)
    return quote_lines(db, [row for (row,) in rows])


def quote_line(db: sqlite3.Connection, quote: str) -> QuoteLine | None:
    """Return the quote with this id, or None if there is none."""
    row = db.execute("SELECT rowid FROM quotes WHERE id = ?", (quote,)).fetchone()
    return quote_lines(db, [row[0]])[0] if row else None


def extraction(db: sqlite3.Connection, document: str) -> Extraction | None:
    """Return a stored document with all that was found in it, or None if there is none of this id."""
    if db.execute("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone() is None:
        return None
    return queries.extraction(Database(db, execute_plugins=False), document)


def sources_of_quotes(db: sqlite3.Connection, document: str) -> dict[str, str]:
    """Return, by quote id, the id of the archive's source for each quote of a document that has one."""
    rows = db.execute("SELECT id, source FROM quotes WHERE document = ? AND source IS NOT NULL", (document,))
    return {quote: source for quote, source in rows}


def verdicts_of_document(db: sqlite3.Connection, document: str) -> dict[str, Verdict]:
    """Return, by quote id, the last verdict that somebody gave on each quote of a document."""
    rows = db.execute(
        """SELECT r.quote, r.verdict FROM quotes q JOIN reviews r ON r.quote = q.id
           WHERE q.document = ? AND r.verdict IS NOT NULL ORDER BY r.reviewed_at, r.id""",
        (document,),
    )
    return dict(tuple(row) for row in rows)


def source_head(db: sqlite3.Connection, source: str) -> SourceHead | None:
    """Return a source with its names and roles, or None if there is none of this id."""
    row = next(_rows(db, "SELECT * FROM sources WHERE id = ?", (source,)), None)
    if row is None:
        return None
    names = _rows(
        db,
        """SELECT alias, min(how) AS how, max(documents) AS documents FROM source_names WHERE source = ?
           GROUP BY alias ORDER BY 3 DESC, alias LIMIT 60""",
        (source,),
    )
    return SourceHead(
        row["id"],
        row["name"],
        row["kind"],
        row["gender"],
        row["role"],
        row["wikidata"],
        tuple(NameRow(**name) for name in names),
        tuple(queries.roles_of(Database(db, execute_plugins=False), source)),
    )


def tallies(db: sqlite3.Connection, source: str) -> list[Tally]:
    """Count a source's quotes by date, outlet, kind and stance; dates by day, month or year as fits their range."""
    first, last = db.execute("SELECT min(date), max(date) FROM quotes WHERE source = ?", (source,)).fetchone()
    rows = db.execute(
        """SELECT substr(date, 1, ?) AS day, outlet, kind, stance, count(*) FROM quotes WHERE source = ?
           GROUP BY day, outlet, kind, stance""",
        (_digits(first or "", last or ""), source),
    )
    return [Tally(*row) for row in rows]


def quotes_of_source(
    db: sqlite3.Connection, source: str, filters: Mapping[str, str], most: int, offset: int
) -> list[QuoteLine]:
    """Return what a source said, in time order, what has no date last.

    Args:
        db: the database.
        source: its id.
        filters: what ``outlet``, ``kind`` and ``stance`` must be; an empty value asks for nothing.
        most: at most so many.
        offset: so many are passed over.
    """
    wanted = {
        name: value for name, value in filters.items() if value and name in {"outlet", "kind", "stance"}
    }
    rows = db.execute(
        f"""SELECT rowid FROM quotes WHERE source = ? {"".join(f" AND {name} = ?" for name in wanted)}
            ORDER BY date NULLS LAST, rowid LIMIT ? OFFSET ?""",
        (source, *wanted.values(), most, offset),
    )
    return quote_lines(db, [row for (row,) in rows])


def _digits(first: str, last: str) -> int:
    """Return how much of a date tells apart what was said between these two: 10 for days, 7 months, 4 years."""
    dates = [re.match(r"(\d{4})(?:-(\d\d))?", date) for date in (first, last)]
    months = [int(date[1]) * 12 + int(date[2] or 1) for date in dates if date]
    apart = months[1] - months[0] if len(months) == 2 else 0
    return 10 if apart <= 2 else 7 if apart <= 72 else 4


def reviews_of(db: sqlite3.Connection, quotes: Sequence[str]) -> list[ReviewRow]:
    """Return what people said about these quotes, the latest first."""
    columns = ", ".join(ReviewRow.__slots__)
    return [
        ReviewRow(**row)
        for row in _rows(
            db,
            f"""SELECT {columns} FROM reviews WHERE quote IN ({", ".join("?" * len(quotes))})
                ORDER BY reviewed_at DESC, id DESC""",
            quotes,
        )
    ]


def _rows(db: sqlite3.Connection, query: str, values: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
    cursor = db.execute(query, tuple(values))
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def _quote_line(row: Mapping[str, Any], marked: str | None) -> QuoteLine:
    fields = {name: row[name] for name in QuoteLine.__slots__ if name != "marked"}
    fields |= {"opened": bool(row["opened"]), "closed": bool(row["closed"])}
    return QuoteLine(**fields, marked=row["text"] if marked is None else marked)
