"""Open a database file: create it, bring it up to date, or say why it cannot be used."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database, Migrations

from quotetrack.model import QuotetrackError
from quotetrack.store.migrations import MIGRATIONS
from quotetrack.store.parts import parts
from quotetrack.store.printing import PRINTING_MIGRATIONS
from quotetrack.store.shown import SHOWN_MIGRATIONS

TIMEOUT = 30.0  # seconds to wait for another process's transaction


def open_database(path: Path, *, create: bool, read_only: bool, timeout: float = TIMEOUT) -> Database:
    """Open the database at ``path``, with its schema up to date.

    Args:
        path: the SQLite file.
        create: make the file, and the folders above it, if they are missing.
        read_only: open what is there without changing anything.
        timeout: seconds to wait for a locked database.

    Raises:
        QuotetrackError: it is missing, unreadable, locked, not ours, or from another version.
    """
    if not path.exists():
        if read_only or not create:
            raise QuotetrackError(
                f"{path}: no such database. Run `quotetrack extract … --db {path}` to make it."
            )
        _make_parent(path)
    with explained(path):
        return _opened(path, read_only=read_only, timeout=timeout)


def _opened(path: Path, *, read_only: bool, timeout: float) -> Database:
    """Open a file and prepare it, anew while another process is about to make it what it shall be.

    Who turns to the write-ahead log does not wait for those that read: SQLite tells him at once that it is locked.
    """
    until = time.monotonic() + timeout
    while True:
        db = _connect(path, read_only=read_only, timeout=timeout)
        try:
            _prepare(db, path, read_only=read_only)
        except sqlite3.OperationalError as error:
            db.close()
            if not _is_locked(error) or time.monotonic() >= until:
                raise
            time.sleep(0.02)
        except BaseException:
            db.close()
            raise
        else:
            return db


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's complaints about a file into errors that say what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise QuotetrackError(_explanation(path, error)) from error


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Write all or nothing; wait for other writers first, so that what is read cannot be stale."""
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def check_references_last(db: Database) -> None:
    """Let rows point at what is not there until the transaction ends: what is taken out may be put back.

    Not for every transaction: SQLite compiles all statements again after it, which takes a millisecond.
    """
    db.conn.execute("PRAGMA defer_foreign_keys = ON")


def migration_sets() -> list[Migrations]:
    """Return the migration sets of this version, in the order in which they apply."""
    own = (MIGRATIONS, PRINTING_MIGRATIONS, SHOWN_MIGRATIONS)
    return [*own, *(part.migrations for part in parts())]


def _make_parent(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise QuotetrackError(
            f"{path.parent}: cannot make this folder ({error.strerror}). Choose another place with --db."
        ) from error


def _connect(path: Path, *, read_only: bool, timeout: float) -> Database:
    if path.is_dir():
        raise QuotetrackError(
            f"{path}: this is a folder. Name a file in it, such as {path / 'quotetrack.db'}."
        )
    address = f"file:{quote(str(path.absolute()))}"
    if read_only:
        try:
            connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=timeout)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            # In a folder that cannot be written to, SQLite cannot make the shared memory that its
            # write-ahead log needs; with no log beside it, the file is complete and can be read as it is.
            if path.with_name(path.name + "-wal").exists():
                raise
            connection = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, timeout=timeout)
    else:
        connection = sqlite3.connect(f"{address}?mode=rwc", uri=True, timeout=timeout)
    db = Database(connection, execute_plugins=False)
    connection.execute("PRAGMA foreign_keys = ON")
    return db


def _prepare(db: Database, path: Path, *, read_only: bool) -> None:
    tables = set(db.table_names())
    if tables and MIGRATIONS.migrations_table not in tables:
        raise _not_ours(path)
    sets = migration_sets()
    applied = _applied(db) if tables else set()
    if tables and not any(name == MIGRATIONS.name for name, _ in applied):
        raise _not_ours(path)
    known = {(migrations.name, migration.name) for migrations in sets for migration in migrations._migrations}
    newer = sorted(
        name for group, name in applied - known if group == MIGRATIONS.name or group.startswith("quotetrack.")
    )
    if newer:
        raise QuotetrackError(
            f"{path}: written by a newer version of quotetrack (it has {newer[-1]}). "
            "Upgrade quotetrack, or name another database with --db."
        )
    pending = known - applied
    if read_only:
        if not tables:
            raise QuotetrackError(
                f"{path}: an empty file. Run `quotetrack extract … --db {path}` to fill it."
            )
        if pending:
            raise QuotetrackError(
                f"{path}: written by an older version of quotetrack. "
                f"Run `quotetrack db check --db {path}` once to bring it up to date."
            )
        return
    if db.journal_mode != "wal":
        db.enable_wal()
    # The write-ahead log cannot be torn by a kill; only a power cut can cost the last documents.
    db.conn.execute("PRAGMA synchronous = NORMAL")
    # Keep 8 MB of pages at hand: the system has the others, and to ask it is cheaper than to manage more (measured: at
    # 120,000 quotes as many are stored in a second as with 16 MB, at 200,000 6 % more with 16 than with 64 MB).
    # Write 64 MB back at a time, when many pages have been changed more than once.
    db.conn.execute("PRAGMA cache_size = -8192")
    db.conn.execute("PRAGMA wal_autocheckpoint = 16384")
    db.conn.execute("PRAGMA temp_store = MEMORY")
    if pending:
        with transaction(db):
            check_references_last(db)
            for migrations in sets:
                migrations.apply(db)


def _applied(db: Database) -> set[tuple[str, str]]:
    try:
        rows = db.execute(f"SELECT migration_set, name FROM {MIGRATIONS.migrations_table}")
        return {(group, name) for group, name in rows}
    except sqlite3.OperationalError:
        return set()


def _not_ours(path: Path) -> QuotetrackError:
    return QuotetrackError(
        f"{path}: an SQLite database, but not one of quotetrack's. Name another one with --db."
    )


def _is_locked(error: sqlite3.Error) -> bool:
    return "locked" in str(error) or "busy" in str(error)


def _explanation(path: Path, error: sqlite3.Error) -> str:
    said = str(error)
    if _is_locked(error):
        return (
            f"{path}: another program is writing to it and did not finish in time. Try again when it is done."
        )
    if "not a database" in said:
        return f"{path}: not an SQLite database. Name another file with --db."
    if "malformed" in said:
        return f"{path}: the file is damaged ({said}). Restore a backup, or extract again into a new one."
    if "readonly" in said or "unable to open" in said:
        return (
            f"{path}: cannot be opened or written to ({said}). Check permissions, or name another with --db."
        )
    if "full" in said:
        return (
            f"{path}: no room left on the disk ({said}). What was stored before is whole. "
            "Free some space and run the same command again to go on."
        )
    return f"{path}: {said}."
