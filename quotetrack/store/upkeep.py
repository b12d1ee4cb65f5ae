"""Look after the file: is it whole, a copy of it, no more room than it needs."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from quotetrack.model import QuotetrackError
from quotetrack.store.opening import explained


def problems(db: Database) -> list[str]:
    """Return what is wrong with the database, in words; nothing if it is sound."""
    found = [row for (row,) in db.conn.execute("PRAGMA integrity_check") if row != "ok"]
    for table, _, other, _ in db.conn.execute("PRAGMA foreign_key_check"):
        found.append(f"a row of {table} points to a row of {other} that is not there")
    try:
        db.conn.execute("INSERT INTO quotes_fts (quotes_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        found.append("the search index does not match the quotes; `quotetrack db vacuum` rebuilds it")
    finally:
        db.rollback()
    return found


def backup(db: Database, path: Path) -> None:
    """Copy the database into a new file, as it stands at one moment, while others may go on writing.

    Raises:
        QuotetrackError: the file exists, its folder does not, or it cannot be written.
    """
    if path.exists():
        raise QuotetrackError(f"{path}: exists already and is left as it is. Name a new file.")
    if not path.parent.is_dir():
        raise QuotetrackError(f"{path.parent}: no such folder. Make it first, or name another one.")
    with explained(path):
        copy = sqlite3.connect(path)
        try:
            db.conn.backup(copy)
        except BaseException:
            copy.close()
            path.unlink(missing_ok=True)
            raise
        copy.close()


def vacuum(db: Database) -> None:
    """Rebuild the search index and give unused room back to the disk."""
    db.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild')")
    db.vacuum()
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
