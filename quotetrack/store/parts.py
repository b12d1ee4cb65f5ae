"""Parts of the store that keep tables of their own, filled in the same transaction as the document.

To add one: write its migrations and a function that follows a database, build a `Part`, and name it in `PARTS`. The
part's migrations run after the store's own whenever a database is opened for writing; what `follow` returns runs
inside the transaction that saved or deleted a document, once the quotes stand in their table, so that the part can
never disagree with the quotes, whatever moment the process is killed at. It may remember things from one document to
the next: after a transaction that failed, the part follows the database anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from sqlite_utils import Database, Migrations


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction did to one article.

    Attributes:
        document: id of the document that stands now; None after a deletion.
        removed: ids of the quotes that were there before.
        added: ids of the quotes that are there now; an id in both was written again.
        before: id of the document that stood there before, if there was one.
    """

    document: str | None
    removed: tuple[str, ...]
    added: tuple[str, ...]
    before: str | None = None


Follower = Callable[[Change], None]
"""What a part does when a document changes."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the store: its name, its tables, and how it follows the documents of a database."""

    name: str
    migrations: Migrations
    follow: Callable[[Database], Follower]


# "module:attribute" of each part, imported when a database is first opened.
PARTS: tuple[str, ...] = ("quotetrack.store.claims:CLAIMS",)


def parts() -> Sequence[Part]:
    """Return the parts of this version, in the order in which they run."""
    return tuple(
        getattr(import_module(module), name) for module, _, name in (p.partition(":") for p in PARTS)
    )
