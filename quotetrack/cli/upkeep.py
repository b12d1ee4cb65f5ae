"""The commands that look after the database file: db check, backup, delete, vacuum."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotetrack.cli.options import DEFAULT_DATABASE, DatabaseOption, FormatOption
from quotetrack.cli.output import Format, counted, print_rows, print_text, tell

db = typer.Typer(
    help="Look after the database: check it, back it up, delete from it, make it smaller.",
    no_args_is_help=True,
)


@db.command()
def check(database: DatabaseOption = DEFAULT_DATABASE, form: FormatOption = Format.TABLE) -> None:
    """Tell what is wrong with the file, if anything; the status is then 1.

    Looks at every page, every reference between tables and the search index. A database of an older version is
    brought up to date first.
    """
    from quotetrack.store import ClaimStore

    with ClaimStore(database, create=False) as store:
        problems = store.check()
    rows = [{"problem": problem} for problem in problems]
    print_rows(rows, form, {"problem": "Problem"}, empty=f"{database}: nothing is wrong.")
    if problems:
        raise typer.Exit(1)


@db.command()
def backup(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The copy; never one that exists.")],
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Copy the database into a new file, as it stands at one moment, while others may go on writing."""
    from quotetrack.store import ClaimStore

    with ClaimStore(database, create=False, read_only=True) as store:
        store.backup(path)
    print_text(str(path))


@db.command()
def delete(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its name, id, path or address.")],
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Remove an article with all that was found in it, and all that followed from it.

    What people said about its quotes and sources stays, and holds again when the article comes back.
    """
    from quotetrack.store import ClaimStore

    with ClaimStore(database, create=False) as store:
        gone = store.delete(article)
    tell(f"{gone.name}: {counted(gone.quotes, 'quote')} removed with it.")


@db.command()
def vacuum(database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """Rebuild the search index and give unused room back to the disk. Nobody else may be writing meanwhile."""
    from quotetrack.store import ClaimStore

    with ClaimStore(database, create=False) as store:
        before = _size(database)
        store.vacuum()
    tell(f"{database}: {before / 1e6:.1f} MB before, {_size(database) / 1e6:.1f} MB now.")


def _size(database: Path) -> int:
    """Return the bytes of the file and of its write-ahead log."""
    log = database.with_name(database.name + "-wal")
    return sum(file.stat().st_size for file in (database, log) if file.exists())
