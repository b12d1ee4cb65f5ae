"""The command that shows the database in a browser: serve."""

from __future__ import annotations

import json
import socket
import tempfile
from pathlib import Path
from typing import Annotated

import click
import typer

from quotetrack.cli.options import DEFAULT_DATABASE, DatabaseOption
from quotetrack.model import QuotetrackError

HOST = "127.0.0.1"


def serve(
    database: DatabaseOption = DEFAULT_DATABASE,
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, help="Where to listen, on this machine.")
    ] = 8001,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the pages in your browser.")] = False,
    write: Annotated[
        bool,
        typer.Option(
            "--write", help="Let whoever follows the login link record reviews and set findings aside."
        ),
    ] = False,
) -> None:
    """Show the database in a browser: articles with their quotes marked, sources, claims, checks.

    Datasette serves the pages, on this machine only, until Ctrl-C. Nothing can be changed from them unless
    --write is given; then the link that is printed, good for one login, opens them for writing.
    """
    from quotetrack.store import ClaimStore

    with ClaimStore(database, read_only=True):
        pass  # says what is wrong with the file, if anything, before a server starts
    _check_port(port)
    cli = _datasette()
    arguments = ["serve", str(database), "--host", HOST, "--port", str(port)]
    if open_browser:
        arguments.append("--open")
    with tempfile.TemporaryDirectory() as folder:
        if write:
            settings = Path(folder) / "metadata.json"
            settings.write_text(json.dumps({"plugins": {"quotetrack": {"write": True}}}), "utf-8")
            arguments += ["--metadata", str(settings), "--root"]
        cli.main(args=arguments, prog_name="datasette", standalone_mode=False)


def _datasette() -> click.Group:
    try:
        from datasette.cli import cli
    except ImportError as error:
        raise QuotetrackError(
            "serve needs Datasette, which is not installed. Run: pip install 'quotetrack[web]'"
        ) from error
    assert isinstance(cli, click.Group)
    return cli


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise QuotetrackError(
                f"Port {port} cannot be used ({error.strerror}). Choose another with --port."
            ) from error
