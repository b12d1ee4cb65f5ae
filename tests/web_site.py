"""A Datasette with our plugin inside the test's own process, with a few verbs."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Coroutine
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
