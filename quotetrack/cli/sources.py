"""The commands about sources: their list, and what people decide about who is who."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotetrack.cli.options import DEFAULT_DATABASE, DatabaseOption, FormatOption
from quotetrack.cli.output import Format, counted, print_fields, print_json, print_rows, print_table, tell
from quotetrack.model import QuotetrackError

if TYPE_CHECKING:
    from quotetrack.store import ClaimStore, DecisionRow, SourceRow

sources = typer.Typer(invoke_without_command=True)

SOURCE_COLUMNS = {
    "name": "Source", "kind": "Kind", "role": "Role", "quotes": "Quotes", "documents": "Documents", "id": "Id",
}  # fmt: skip
DECISION_COLUMNS = {
    "id": "Number", "action": "Decision", "source_name": "Source", "target_name": "Target", "by": "By",
    "note": "Note", "decided_at": "When", "undone_at": "Undone",
}  # fmt: skip
SIGHTING_COLUMNS = {
    "date": "Date", "document_name": "Article", "name": "Called", "kind": "Kind", "role": "Role", "how": "Why",
}  # fmt: skip

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="Any name the source goes by, or its id.")]
ByOption = Annotated[str | None, typer.Option("--by", metavar="WHO", help="Who decides.")]
NoteOption = Annotated[str | None, typer.Option("--note", help="Why.")]


@sources.callback()
def list_sources(
    context: typer.Context,
    database: DatabaseOption = DEFAULT_DATABASE,
    form: FormatOption = Format.TABLE,
    every: Annotated[bool, typer.Option("--all", help="Also those that are named but not quoted.")] = False,
) -> None:
    """List the sources, the most quoted first; or decide, with a command below, who is who.

    NAME may be any name that a source goes by, without regard to accents, case, titles and articles, or the
    beginning of its id. A decision holds for articles to come, and until it is undone.
    """
    if context.invoked_subcommand is not None:
        _refuse_misplaced(context, context.invoked_subcommand)
        return
    from quotetrack.store.rows import SourceRow

    with _store(database) as store:
        rows = [asdict(row) for row in store.sources(quoted_only=not every)]
    print_rows(
        rows,
        form,
        SOURCE_COLUMNS,
        keys=SourceRow.__dataclass_fields__,
        empty=f"No sources in {database} yet. Run: quotetrack extract PATH",
    )


@sources.command()
def explain(
    name: NameArgument, database: DatabaseOption = DEFAULT_DATABASE, form: FormatOption = Format.TABLE
) -> None:
    """Show what a source goes by, its roles, and why each article is held to mean it."""
    from quotetrack.store.rows import SightingRow

    with _store(database) as store, store.snapshot():
        source = store.source(name)
        sightings = [asdict(row) for row in store.explain(source.id)]
        values: dict[str, Any] = {
            **asdict(source),
            "names": [asdict(row) for row in store.names(source.id)],
            "roles": [asdict(row) for row in store.roles(source.id)],
            "decisions": [asdict(row) for row in _decisions_about(store, source)],
            "sightings": sightings,
        }
    if form is Format.JSON:
        print_json(values)
    elif form is Format.CSV:
        print_rows(sightings, form, SIGHTING_COLUMNS, keys=SightingRow.__dataclass_fields__, empty="")
    else:
        _print_source(values)


@sources.command()
def merge(
    source: Annotated[
        str, typer.Argument(metavar="A", help="The source that is really B: a name, or an id.")
    ],
    into: Annotated[str, typer.Argument(metavar="B", help="The source whose name stays.")],
    database: DatabaseOption = DEFAULT_DATABASE,
    form: FormatOption = Format.TABLE,
    by: ByOption = None,
    note: NoteOption = None,
) -> None:
    """Decide that two sources are one, under the name of the second."""
    with _store(database, write=True) as store:
        decision = store.merge(source, into, by=by, note=note)
    _print_decision(decision, form, f"{decision.source_name} is now {decision.target_name}.")


@sources.command()
def split(
    name: NameArgument,
    database: DatabaseOption = DEFAULT_DATABASE,
    form: FormatOption = Format.TABLE,
    alias: Annotated[str | None, typer.Option(help="Split off the articles that call the source so.")] = None,
    quotes: Annotated[
        list[str] | None, typer.Option("--quote", metavar="ID", help="Split off this quote; may be repeated.")
    ] = None,
    new_name: Annotated[str | None, typer.Option("--name", help="What the new source is called.")] = None,
    by: ByOption = None,
    note: NoteOption = None,
) -> None:
    """Decide that part of a source is another one: what is said under one alias, or certain quotes."""
    with _store(database, write=True) as store:
        decision = store.split(name, alias=alias, quotes=tuple(quotes or ()), name=new_name, by=by, note=note)
    _print_decision(decision, form, f"{decision.target_name} is now apart from {decision.source_name}.")


@sources.command()
def rename(
    name: NameArgument,
    new_name: Annotated[str, typer.Argument(metavar="NEW_NAME", help="What to call it from now on.")],
    database: DatabaseOption = DEFAULT_DATABASE,
    form: FormatOption = Format.TABLE,
    by: ByOption = None,
    note: NoteOption = None,
) -> None:
    """Decide what a source is called."""
    with _store(database, write=True) as store:
        decision = store.rename(name, new_name, by=by, note=note)
    _print_decision(decision, form, f"{decision.source_name} is now called {decision.target_name}.")


@sources.command()
def undo(
    decision: Annotated[int, typer.Argument(metavar="NUMBER", help="As listed by: sources decisions.")],
    database: DatabaseOption = DEFAULT_DATABASE,
    form: FormatOption = Format.TABLE,
) -> None:
    """Take a merge, a split or a renaming back."""
    with _store(database, write=True) as store:
        row = store.undo(decision)
    print_rows([asdict(row)], form, DECISION_COLUMNS, empty="")


@sources.command()
def decisions(database: DatabaseOption = DEFAULT_DATABASE, form: FormatOption = Format.TABLE) -> None:
    """List what people decided about sources, the undone too, the oldest first."""
    from quotetrack.store.rows import DecisionRow

    with _store(database) as store:
        rows = [asdict(row) for row in store.decisions()]
    print_rows(
        rows,
        form,
        DECISION_COLUMNS,
        keys=DecisionRow.__dataclass_fields__,
        empty="Nobody has decided anything about sources yet.",
    )


@sources.command("import")
def import_people(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv, or a .jsonl of Wikidata entities.")],
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Import known people, organisations and places, so that their names and aliases lead to one source.

    CSV columns: name, aliases (separated by |), kind (person, organisation, place), gender (f, m), wikidata (Q…);
    all but name may be missing. Commas, semicolons or tabs separate them. A malformed row is named by its line and
    skipped; the status is then 1.
    """
    if not path.is_file():
        raise QuotetrackError(f"{path}: no such file. Name a .csv or .jsonl file of known sources.")
    with _store(database, write=True, create=True) as store:
        done = store.import_people(path)
    for bad in done.skipped:
        tell(f"{path}:{bad.line}: {bad.problem}; skipped.")
    tell(
        f"{counted(done.sources, 'source')} imported into {database}, {counted(len(done.skipped), 'row')} skipped."
    )
    if done.skipped:
        raise typer.Exit(1)


@contextmanager
def _store(database: Path, *, write: bool = False, create: bool = False) -> Iterator[ClaimStore]:
    from quotetrack.store import ClaimStore

    with ClaimStore(database, create=create, read_only=not write) as store:
        yield store


def _refuse_misplaced(context: typer.Context, command: str) -> None:
    """Refuse `sources --db FILE merge …`, which would otherwise change the default database."""
    for parameter in context.command.params:
        given = context.get_parameter_source(parameter.name) if parameter.name else None
        if given is not None and given.name == "COMMANDLINE":
            option = parameter.opts[0]
            raise QuotetrackError(
                f"{option} goes behind the command: quotetrack sources {command} … {option}"
            )


def _decisions_about(store: ClaimStore, source: SourceRow) -> list[DecisionRow]:
    return [row for row in store.decisions() if source.id in (row.source, row.target) and not row.undone_at]


def _print_decision(decision: DecisionRow, form: Format, done: str) -> None:
    print_rows([asdict(decision)], form, DECISION_COLUMNS, empty="")
    tell(f"{done} To take it back: quotetrack sources undo {decision.id}")


def _print_source(values: dict[str, Any]) -> None:
    names = [row["alias"] for row in values["names"] if row["alias"] != values["name"]]
    print_fields(
        {
            "name": values["name"],
            "kind": ", ".join(part for part in (values["kind"], _GENDERS.get(values["gender"])) if part),
            "also": ", ".join(dict.fromkeys(names)),
            "roles": "; ".join(_role(row) for row in values["roles"]),
            "wikidata": values["wikidata"],
            "imported": "yes" if values["imported"] else None,
            "quotes": f"{values['quotes']}, in {counted(values['documents'], 'document')}",
            "decisions": "; ".join(
                f"{row['id']} ({row['action']} {row['source_name']} → {row['target_name']})"
                for row in values["decisions"]
            ),
            "id": values["id"],
        }
    )
    if values["sightings"]:
        print_table(values["sightings"], SIGHTING_COLUMNS, wide="how")


_GENDERS = {"f": "feminine", "m": "masculine"}


def _role(row: dict[str, Any]) -> str:
    seen = dict.fromkeys(date for date in (row["first_seen"], row["last_seen"]) if date)
    return f"{row['role']} ({' – '.join(seen)})" if seen else str(row["role"])
