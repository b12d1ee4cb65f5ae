"""The index of shingles in the database: a large table, and what came last beside it.

Shingles are random numbers, so each that is put into a large table changes a page of its own, and writing those
pages was a third of what it cost to store a document. So new ones are kept in the order in which they come
(`recent_shingles`: a page or two a document), sorted in the memory of the connection (``temp.shingles_at_hand``), and
put into the large table many at a time, when each of its pages takes several. What is in memory follows the
transaction like any other table, and is read anew when another process has written.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

AT_HAND = 120_000
"""So many recent shingles are kept in memory (some 5 MB) before they are put into the large table."""

TABLES = """
-- Shingles that are not yet in the large table, in the order of their versions.
CREATE TABLE recent_shingles (
    version INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (version, hash)
) WITHOUT ROWID;
"""

_AT_HAND = (
    "CREATE TEMP TABLE shingles_at_hand (hash INTEGER NOT NULL, version INTEGER NOT NULL, size INTEGER NOT NULL,"
    " PRIMARY KEY (hash, version)) WITHOUT ROWID",
    # As of which state of the file, and about how many they are.
    "CREATE TEMP TABLE shingles_seen (data_version INTEGER NOT NULL, many INTEGER NOT NULL)",
    "INSERT INTO temp.shingles_seen VALUES (-1, 0)",
)


@dataclass(frozen=True, slots=True)
class ShingleIndex:
    """Which versions have which shingles; inside a transaction of the connection, whose state it all is."""

    conn: sqlite3.Connection

    def open(self) -> ShingleIndex:
        """Bring what is in memory up to date; return the index."""
        (now,) = self.conn.execute("PRAGMA data_version").fetchone()
        made = "SELECT EXISTS (SELECT 1 FROM temp.sqlite_master WHERE name = 'shingles_at_hand')"
        if not self.conn.execute(made).fetchone()[0]:
            for table in _AT_HAND:
                self.conn.execute(table)
        (seen,) = self.conn.execute("SELECT data_version FROM temp.shingles_seen").fetchone()
        if seen != now:
            self.conn.execute("DELETE FROM temp.shingles_at_hand")
            many = self.conn.execute(
                "INSERT INTO temp.shingles_at_hand (hash, version, size)"
                " SELECT hash, version, size FROM recent_shingles ORDER BY hash, version"
            ).rowcount
            self.conn.execute("UPDATE temp.shingles_seen SET data_version = ?, many = ?", [now, many])
        return self

    def met(self, shingles: Iterable[int]) -> set[int]:
        """Return those of some shingles that any version has; most of them are new."""
        query = (
            "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM shingles WHERE hash = value)"
            " OR EXISTS (SELECT 1 FROM temp.shingles_at_hand WHERE hash = value)"
        )
        return {row[0] for row in self.conn.execute(query, [json.dumps(list(shingles))])}

    def versions(self, shingle: int, most: int) -> list[tuple[int, int]]:
        """Return the oldest versions that have a shingle, each with how many of that sort it has."""
        found: list[tuple[int, int]] = []
        for table in ("main.shingles", "temp.shingles_at_hand"):
            query = f"SELECT version, size FROM {table} WHERE hash = ? ORDER BY version LIMIT ?"
            found += self.conn.execute(query, [shingle, most - len(found)])
        return found

    def add(self, versions: Mapping[int, Iterable[Collection[int]]]) -> None:
        """Index new versions by their shingles, given apart for each sort."""
        rows = [
            (version, shingle, len(of_sort))
            for version, sorts in versions.items()
            for of_sort in sorts
            for shingle in of_sort
        ]
        for table in ("main.recent_shingles", "temp.shingles_at_hand"):
            self.conn.executemany(f"INSERT INTO {table} (version, hash, size) VALUES (?, ?, ?)", rows)
        (many,) = self.conn.execute(
            "UPDATE temp.shingles_seen SET many = many + ? RETURNING many", [len(rows)]
        ).fetchone()
        if many >= AT_HAND:
            self._settle()

    def remove(self, version: int, shingles: Iterable[int]) -> None:
        """Forget a version and the shingles that it has."""
        self.conn.execute("DELETE FROM recent_shingles WHERE version = ?", [version])
        rows = [(shingle, version) for shingle in shingles]
        for table in ("main.shingles", "temp.shingles_at_hand"):
            self.conn.executemany(f"DELETE FROM {table} WHERE hash = ? AND version = ?", rows)

    def _settle(self) -> None:
        """Put the recent shingles into the large table."""
        self.conn.execute(
            "INSERT INTO shingles (hash, version, size)"
            " SELECT hash, version, size FROM temp.shingles_at_hand ORDER BY hash, version"
        )
        self.conn.execute("DELETE FROM recent_shingles")
        self.conn.execute("DELETE FROM temp.shingles_at_hand")
        self.conn.execute("UPDATE temp.shingles_seen SET many = 0")
