"""The commands db check, backup and vacuum: a sound file, a copy of it, no more room than it needs."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from archive_examples import article
from typer.testing import CliRunner

from quotetrack.cli import app
from quotetrack.store import ClaimStore


@pytest.fixture
def database(tmp_path: Path) -> Path:
    with ClaimStore(tmp_path / "claims.db") as store:
        for number in range(40):
            store.save(article(f"a{number}", ("Anne Verdier", f"La digue {number} tiendra. " * 40)))
    return tmp_path / "claims.db"


def run(*arguments: str | Path, status: int = 0) -> tuple[str, str]:
    result = CliRunner().invoke(app, ["db", *map(str, arguments)])
    assert result.exit_code == status, result.output
    return result.stdout, result.stderr


def test_a_sound_database_has_no_problems(database: Path) -> None:
    assert run("check", "--db", database) == ("", f"{database}: nothing is wrong.\n")
    assert run("check", "--db", database, "--format", "json")[0] == "[]\n"


def test_what_is_wrong_is_listed_and_the_index_is_mended_by_vacuum(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("DELETE FROM quotes_fts WHERE rowid = 1")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE quotes SET source = 'nobody' WHERE rowid = 2")
    connection.close()
    problems = json.loads(run("check", "--db", database, "--format", "json", status=1)[0])
    assert [row["problem"] for row in problems] == [
        "a row of quotes points to a row of sources that is not there",
        "the search index does not match the quotes; `quotetrack db vacuum` rebuilds it",
    ]
    assert "search index" in run("check", "--db", database, status=1)[0]
    run("vacuum", "--db", database)
    problems = json.loads(run("check", "--db", database, "--format", "json", status=1)[0])
    assert len(problems) == 1


def test_a_backup_holds_the_same(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert run("backup", copy, "--db", database)[0] == f"{copy}\n"
    with ClaimStore(database, read_only=True) as one, ClaimStore(copy, read_only=True) as other:
        assert list(one.quotes()) == list(other.quotes()) != []
    assert "exists already" in run("backup", copy, "--db", database, status=2)[1]
    assert "no such folder" in run("backup", tmp_path / "no" / "copy.db", "--db", database, status=2)[1]


def test_vacuum_gives_room_back(database: Path) -> None:
    with ClaimStore(database) as store:
        for number in range(39):
            store.delete(f"a{number}")
    before = database.stat().st_size
    said = run("vacuum", "--db", database)[1]
    assert database.stat().st_size < before
    assert "MB before" in said
    with ClaimStore(database, read_only=True) as store:
        assert len(store.search("digue")) == 1


@pytest.mark.parametrize("command", [["check"], ["vacuum"], ["backup", "copy.db"]])
def test_a_database_that_is_not_there_is_not_made(tmp_path: Path, command: list[str]) -> None:
    missing = tmp_path / "none.db"
    assert "no such database" in run(*command, "--db", missing, status=2)[1]
    assert not missing.exists()


def test_a_backup_that_cannot_be_written_is_named(database: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    copy = tmp_path / "folder" / ("x" * 300)
    said = run("backup", copy, "--db", database, status=2)[1]
    assert said.startswith(f"quotetrack: {copy}: ") and str(database) not in said
