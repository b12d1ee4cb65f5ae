"""The command line: `quotetrack COMMAND …`.

Commands live in one module for each group (extract; ask; measure; …) and are named here, in the order in
which ``--help`` lists them. Nothing heavy is imported before a command needs it: ``--help`` answers at once.

Exit status: 0 done; 1 some documents failed, or a score fell below its baseline; 2 wrong use.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import quotetrack
from quotetrack.cli import asking, claims, clusters, counting, extracting, measuring, serving, sources, upkeep
from quotetrack.cli.output import print_text, tell
from quotetrack.model import QuotetrackError


class _Group(TyperGroup):
    """Says in one line what the user can mend, instead of a traceback."""

    def invoke(self, ctx: Any) -> Any:
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
            return done
        except QuotetrackError as error:
            tell(f"quotetrack: {error}")
            raise typer.Exit(2) from error
        except OSError as error:
            place = error.filename or ("standard output" if error.errno in _CANNOT_BE_WRITTEN else None)
            if place is None:  # `| head` has seen enough, or a fault of ours
                raise
            tell(f"quotetrack: {place}: {error.strerror}.")
            _forget_output()
            raise typer.Exit(2) from error


_CANNOT_BE_WRITTEN = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


app = typer.Typer(
    name="quotetrack",
    cls=_Group,
    help="Who said what in French news: quotes, their sources, and the claims they make, in SQLite.",
    epilog="Exit status: 0 done, 1 some documents failed, 2 wrong use. Results go to stdout.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _forget_output() -> None:
    """Let what could not be written be: Python would try again at the end, and fail with a status of its own."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        return  # no file behind it


def _show_version(wanted: bool) -> None:
    if wanted:
        print_text(f"quotetrack {quotetrack.__version__}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[  # noqa: ARG001  its callback acts on it
        bool, typer.Option("--version", help="Show the version.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who started the program
            setattr(sys, name, io.TextIOWrapper(io.FileIO(os.devnull, "w"), encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # JSON is UTF-8, whatever the terminal believes


app.command()(extracting.extract)
app.command()(clusters.load)
app.command()(asking.who)
app.command()(asking.search)
app.command()(asking.show)
app.command()(counting.stats)
app.command()(claims.check)
app.command()(claims.review)
app.command()(claims.export)
app.command()(serving.serve)
app.command()(measuring.evaluate)
app.add_typer(sources.sources, name="sources")
app.add_typer(upkeep.db, name="db")
app.add_typer(measuring.models, name="models")
