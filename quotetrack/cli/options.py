"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotetrack.cli.output import Format

DEFAULT_DATABASE = Path("db/quotetrack.db")

DatabaseOption = Annotated[
    Path, typer.Option("--db", envvar="QUOTETRACK_DB", metavar="FILE", help="The SQLite database.")
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print the rows.")]
ModelOption = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="NAME",
        help="French models: embedded, official (Stanza's own), or the folder of others.",
    ),
]
DeviceOption = Annotated[str, typer.Option("--device", metavar="cpu|cuda", help="Where the models run.")]
