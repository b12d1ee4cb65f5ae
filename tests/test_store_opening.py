"""Opening: what can be used is, what cannot be says why and stays as it was."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from archive import Draft
from sqlite_utils import Database

from quotetrack.model import QuotetrackError, Source
from quotetrack.store import ClaimStore

MACRON = Source("Emmanuel Macron", "person")
ONE = Draft().say("Macron", "je viendrai", MACRON).extraction("a")


def test_missing_folders_are_made(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "un" / "deux" / "claims.db") as store:
        assert store.documents() == []


@pytest.mark.parametrize("options", [{"create": False}, {"read_only": True}])
def test_a_missing_database_is_not_made_unless_asked(tmp_path: Path, options: dict[str, bool]) -> None:
    with pytest.raises(QuotetrackError, match=r"claims\.db: no such database"):
        ClaimStore(tmp_path / "claims.db", **options)
    assert not (tmp_path / "claims.db").exists()


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    Database(path)["recipes"].insert({"name": "quiche"})
    before = path.read_bytes()
    with pytest.raises(QuotetrackError, match="not one of quotetrack's"):
        ClaimStore(path)
    assert path.read_bytes() == before


def test_a_database_with_other_peoples_migrations_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    Database(path)["_sqlite_migrations"].insert({"migration_set": "recipes", "name": "first"})
    with pytest.raises(QuotetrackError, match="not one of quotetrack's"):
        ClaimStore(path)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Ceci n'est pas une base de données. " * 50, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(QuotetrackError, match="not an SQLite database"):
        ClaimStore(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.touch()
    with ClaimStore(path) as store:
        assert store.save(ONE).status == "new"


def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(QuotetrackError, match="this is a folder"):
        ClaimStore(tmp_path)


def test_a_database_from_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    ClaimStore(path).close()
    Database(path)["_sqlite_migrations"].insert(
        {"migration_set": "quotetrack", "name": "m999_of_the_future", "applied_at": "2099"}
    )
    for read_only in (False, True):
        with pytest.raises(QuotetrackError, match=r"newer version of quotetrack .*m999_of_the_future"):
            ClaimStore(path, read_only=read_only)


def test_an_empty_file_is_filled_but_not_read(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.touch()
    with pytest.raises(QuotetrackError, match="an empty file"):
        ClaimStore(path, read_only=True)
    ClaimStore(path).close()
    ClaimStore(path, read_only=True).close()


def test_a_database_from_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    ClaimStore(path).close()
    with sqlite3.connect(path) as old:
        for view in ("homonyms", "anonymous", "hearsay", "second_hand", "who_said_what"):
            old.execute(f"DROP VIEW {view}")
        old.execute("DELETE FROM _sqlite_migrations WHERE name = 'm005_views'")
    with pytest.raises(QuotetrackError, match="older version"):
        ClaimStore(path, read_only=True)
    with ClaimStore(path) as store:
        assert {"who_said_what", "second_hand", "hearsay", "anonymous"} <= set(store.db.view_names())


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(QuotetrackError, match="cannot make this folder"):
        ClaimStore(tmp_path / "file" / "sub" / "claims.db")


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder that not even root can write to: /proc")
def test_a_folder_that_cannot_be_written_to_is_named() -> None:
    with pytest.raises(QuotetrackError, match="cannot be opened or written to"):
        ClaimStore("/proc/claims.db")


def test_read_only_means_that_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with ClaimStore(path) as store:
        store.save(ONE)
    before = path.read_bytes()
    with ClaimStore(path, read_only=True) as store:
        assert [quote.text for quote in store.quotes_by("macron")] == ["je viendrai"]
        with pytest.raises(QuotetrackError, match="opened or written to"):
            store.delete("a")
    assert path.read_bytes() == before


@pytest.mark.skipif(
    sys.platform != "linux" or os.getuid() != 0, reason="becomes another user to lose its rights"
)
def test_a_folder_without_write_permission_can_be_read() -> None:
    with tempfile.TemporaryDirectory() as folder:
        with ClaimStore(Path(folder, "claims.db")) as store:
            store.save(ONE)
        script = (
            "import os, sys\n"
            "from quotetrack.model import QuotetrackError\n"
            "from quotetrack.store import ClaimStore\n"
            f"path = {folder!r} + '/claims.db'\n"
            "os.chmod(os.path.dirname(path), 0o555); os.setuid(65534)\n"
            "with ClaimStore(path, read_only=True) as store: print(len(list(store.quotes())))\n"
            "try: ClaimStore(path).delete('a')\n"
            "except QuotetrackError as error: print(error)\n"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
        assert done.stderr == ""
        assert done.stdout.startswith("1\n")
        assert "cannot be opened or written to" in done.stdout


def test_a_locked_database_is_waited_for_and_then_named(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with ClaimStore(path) as writer, ClaimStore(path, timeout=0.2) as waiting:
        writer.db.conn.execute("BEGIN IMMEDIATE")
        with pytest.raises(QuotetrackError, match="another program is writing"):
            waiting.save(ONE)
        assert waiting.documents() == []  # reading is always possible
        writer.db.conn.execute("ROLLBACK")
        assert waiting.save(ONE).status == "new"


def test_many_can_open_a_new_database_at_once(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    failures: list[Exception] = []

    def add(number: int) -> None:
        try:
            with ClaimStore(path) as store:
                for turn in range(5):
                    said = Draft().say("Macron", f"je viendrai {turn}", MACRON)
                    store.save(said.extraction(f"{number}-{turn}"))
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with ClaimStore(path) as store:
        assert len(store.documents()) == 30
        assert store.source("Macron").documents == 30
        assert store.check() == []


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with ClaimStore(path) as store:
        for number in range(50):
            store.save(Draft().say("Macron", f"je viendrai {number}", MACRON).extraction(str(number)))
    damaged = bytearray(path.read_bytes())
    damaged[8192:] = b"\xff" * (len(damaged) - 8192)
    path.write_bytes(damaged)
    with pytest.raises(QuotetrackError, match=r"claims\.db: the file is damaged"), ClaimStore(path) as store:
        list(store.quotes())


def test_a_backup_is_whole_and_overwrites_nothing(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "claims.db") as store:
        store.save(ONE)
        store.backup(tmp_path / "copy.db")
        with pytest.raises(QuotetrackError, match="exists already"):
            store.backup(tmp_path / "copy.db")
        with pytest.raises(QuotetrackError, match="no such folder"):
            store.backup(tmp_path / "nowhere" / "copy.db")
    with ClaimStore(tmp_path / "copy.db", create=False) as copy:
        assert copy.extraction("a") == ONE
        assert copy.check() == []
