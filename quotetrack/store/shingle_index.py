"""The index of shingles in the database: a large table, and what came last beside it.

Shingles are random numbers, so each that is put into a large table changes a page of its own, and writing those
pages was a third of what it cost to store a document. So new ones are written down version by version
(`recent_shingles`: a page or two a document), looked up in memory, and put into the large table many at a time, when
each of its pages takes several. The larger the table, the more are kept back.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from struct import pack, unpack

AT_HAND = 2_000
"""The shingles of so many versions at least are kept in memory (some 3 MB) and then put into the large table;"""
SHARE_AT_HAND = 20
"""or those of one in so many versions, where that is more: of a million quotes, 25,000 versions and 40 MB."""

RECENT = """
-- Shingles that are not yet in the large table: of each version, as 64-bit numbers, the smallest byte first.
CREATE TABLE recent_shingles (
    version INTEGER PRIMARY KEY,
    of_speaker BLOB NOT NULL,
    of_anybody BLOB NOT NULL
);
"""

Posting = tuple[int, int]
"""A version that has a shingle, and how many shingles of that sort it has."""


class ShingleIndex:
    """Which versions have which shingles; used inside transactions of its connection.

    After a transaction that was rolled back, make another one: this one remembers what was never stored.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._state: int | None = (
            None  # of the file, as this memory knows it; another process's commit changes it
        )
        self._at_hand: dict[int, tuple[Posting, ...]] = {}
        self._recent = 0  # versions whose shingles are at hand

    def refresh(self) -> None:
        """Read the recent shingles, unless they are known and no other process has written since."""
        (state,) = self._conn.execute("PRAGMA data_version").fetchone()
        if state == self._state:
            return
        self._state = state
        self._at_hand.clear()
        self._recent = 0
        rows = self._conn.execute(
            "SELECT version, of_speaker, of_anybody FROM recent_shingles ORDER BY version"
        )
        for version, *sorts in rows:
            self._remember(version, [unpack(f"<{len(of_sort) // 8}q", of_sort) for of_sort in sorts])

    def postings(self, shingles: Collection[int], most: int) -> dict[int, list[Posting]]:
        """Return, of each shingle that any version has, the oldest versions that have it, at most so many."""
        found: dict[int, list[Posting]] = {}
        stored = "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM shingles WHERE hash = value)"
        for (shingle,) in self._conn.execute(stored, [json.dumps(list(shingles))]):
            query = "SELECT version, size FROM shingles WHERE hash = ? ORDER BY version LIMIT ?"
            found[shingle] = self._conn.execute(query, [shingle, most]).fetchall()
        for shingle in shingles:
            if recent := self._at_hand.get(shingle):
                found[shingle] = [*found.get(shingle, ()), *recent][:most]
        return found

    def add(self, versions: Mapping[int, tuple[Collection[int], Collection[int]]]) -> None:
        """Index new versions, each newer than all before, by their shingles: of the speaker, of anybody."""
        self._conn.executemany(
            "INSERT INTO recent_shingles (version, of_speaker, of_anybody) VALUES (?, ?, ?)",
            [
                (version, *(pack(f"<{len(of_sort)}q", *of_sort) for of_sort in sorts))
                for version, sorts in versions.items()
            ],
        )
        for version, sorts in versions.items():
            self._remember(version, sorts)
        if versions and self._recent >= max(AT_HAND, max(versions) // SHARE_AT_HAND):
            self._settle()

    def remove(self, version: int, shingles: Iterable[int]) -> None:
        """Forget a version and the shingles that it has."""
        if self._conn.execute("DELETE FROM recent_shingles WHERE version = ?", [version]).rowcount:
            self._recent -= 1
            for shingle in shingles:
                left = tuple(posting for posting in self._at_hand.pop(shingle, ()) if posting[0] != version)
                if left:
                    self._at_hand[shingle] = left
        else:
            rows = [(shingle, version) for shingle in shingles]
            self._conn.executemany("DELETE FROM shingles WHERE hash = ? AND version = ?", rows)

    def _remember(self, version: int, sorts: Iterable[Collection[int]]) -> None:
        at_hand = self._at_hand
        for of_sort in sorts:
            posting = ((version, len(of_sort)),)
            for shingle in of_sort:
                known = at_hand.get(shingle)
                at_hand[shingle] = posting if known is None else known + posting
        self._recent += 1

    def _settle(self) -> None:
        """Put the recent shingles into the large table."""
        self._conn.executemany(
            "INSERT OR IGNORE INTO shingles (hash, version, size) VALUES (?, ?, ?)",
            ((shingle, *posting) for shingle in sorted(self._at_hand) for posting in self._at_hand[shingle]),
        )
        self._conn.execute("DELETE FROM recent_shingles")
        self._at_hand.clear()
        self._recent = 0
