"""A Datasette with our plugin: inside the test's own process, or as a server of its own."""

from __future__ import annotations

import asyncio
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any, TypeVar

from datasette.app import Datasette

T = TypeVar("T")


class Site:
    """Datasette with a few verbs."""

    def __init__(self, datasette: Datasette) -> None:
        self.datasette = datasette
        self.loop = asyncio.new_event_loop()
        self.run(datasette.invoke_startup())

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(coroutine)

    def get(self, path: str, **options: Any) -> Any:
        return self.run(self.datasette.client.get(path, **options))

    def post(self, path: str, **options: Any) -> Any:
        return self.run(self.datasette.client.post(path, **options))


def first(database: Path, query: str) -> Any:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchone()[0]
    finally:
        connection.close()


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@contextmanager
def served(database: Path, log: Path, *options: str) -> Iterator[str]:
    """Run ``quotetrack serve`` on a free port; give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-c", "from quotetrack.cli import app; app()", "serve", "--db", str(database)]
    with log.open("w") as output:
        server = subprocess.Popen([*command, "--port", str(port), *options], stdout=output, stderr=output)
        try:
            for _ in range(300):
                try:
                    urllib.request.urlopen(address).close()
                    break
                except OSError:
                    assert server.poll() is None, log.read_text()
                    time.sleep(0.1)
            yield address
        finally:
            server.terminate()
            server.wait(10)
