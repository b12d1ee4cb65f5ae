"""`quotetrack serve`: a real server on a real port, read-only unless asked."""

from __future__ import annotations

import re
import socket
import urllib.request
from pathlib import Path

import pytest
from one_story import store_story
from typer.testing import CliRunner
from web_site import served

from quotetrack.cli import app


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_story(tmp_path_factory.mktemp("serve") / "quotetrack.db")


def test_serve_shows_the_front_page_and_lets_nobody_write(database: Path, tmp_path: Path) -> None:
    with served(database, tmp_path / "log") as address:
        page = urllib.request.urlopen(address).read().decode()
        assert "Qui dit quoi" in page
        assert (
            "Rendre un avis" not in urllib.request.urlopen(f"{address}/quotetrack/-/checks").read().decode()
        )


def test_serve_write_lets_whoever_follows_the_link_write(database: Path, tmp_path: Path) -> None:
    with served(database, tmp_path / "log", "--write") as address:
        link = re.search(r"http://\S+auth-token\S+", (tmp_path / "log").read_text())
        assert link
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        opener.open(link[0]).close()
        checks = f"{address}/quotetrack/-/checks"
        assert "Classer sans suite" in opener.open(checks).read().decode()
        assert "Classer sans suite" not in urllib.request.urlopen(checks).read().decode()


def test_a_missing_database_is_an_error_before_any_server_starts(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["serve", "--db", str(tmp_path / "none.db")])
    assert result.exit_code == 2
    assert "no such database" in result.output


def test_a_busy_port_is_named(database: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = str(busy.getsockname()[1])
        result = CliRunner().invoke(app, ["serve", "--db", str(database), "--port", port])
    assert result.exit_code == 2
    assert f"Port {port} cannot be used" in result.output
