"""The commands that reach beyond one machine: extract on Ray, and load for the shards that it writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotetrack.cli.options import DEFAULT_DATABASE, DatabaseOption
from quotetrack.cli.output import counted, progress, tell
from quotetrack.cli.stopping import stoppable
from quotetrack.engines.loading import Loading
from quotetrack.model import QuotetrackError

if TYPE_CHECKING:
    from quotetrack.engines.shards import Shelved


def extract_on_ray(
    paths: Sequence[str], out: Path | None, database: Path | None, loading: Loading, jobs: int
) -> None:
    """Write shards into a folder, and load them into the database."""
    from quotetrack.engines.ray import extract_to_shards

    if out is None:
        raise QuotetrackError(
            "--engine ray writes Parquet shards: name a folder that all nodes see with --out DIR."
        )
    folder = re.sub(r"^(\w+):/(?!/)", r"\1://", str(out))  # a Path makes one slash of the two in s3://
    documents = again = failed = 0
    go_on = f"Stopped. The shards that are done are in {folder}. Run the same command again to go on."
    with stoppable(lambda: go_on), progress("shard") as shown:
        for written in extract_to_shards(paths, folder, loading=loading, actors=jobs if jobs > 1 else None):
            documents += written.documents
            again += written.documents if written.again else 0
            failed += len(written.failed)
            for message in written.failed:
                tell(message)
            shown.done(written.shard)
    already = f", {again} of them there already" if again else ""
    tell(f"{documents} documents{already}, {failed} failed. Shards are in {folder}.")
    if database is not None:
        _load([folder], database)
    if failed:
        raise typer.Exit(1)


def load(
    places: Annotated[
        list[str],
        typer.Argument(
            metavar="SHARDS...", help="Folders of Parquet shards, single shards, or addresses of them."
        ),
    ],
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Put into the database what was extracted elsewhere: the shards of `extract --engine ray`.

    Doing it again changes nothing. Of a document that several versions of quotetrack have read, the latest counts.
    """
    if _load(places, database):
        raise typer.Exit(1)


def _load(places: Sequence[str], database: Path) -> int:
    """Return how many documents could not be extracted, and shards not be read."""
    try:
        from quotetrack.engines.shards import shards

        found = [shard for place in places for shard in shards(place)]
    except ImportError as error:
        raise QuotetrackError(
            f"Reading shards needs pyarrow ({error}). Install it with: pip install 'quotetrack[ray]'"
        ) from None
    from quotetrack.store import ClaimStore

    runs: dict[tuple[str, str], int] = {}
    counts = {"new": 0, "replaced": 0, "unchanged": 0, "older than what is stored": 0}
    failed = damaged = 0
    go_on = f"Stopped. What was loaded is in {database}. Run the same command again to go on."
    with stoppable(lambda: go_on), ClaimStore(database) as store, progress("document") as shown:
        for row in _rows(found):
            if isinstance(row, QuotetrackError):
                damaged += 1
                tell(str(row))
                continue
            if row.error is not None:
                failed += 1
                tell(row.error)
                continue
            document = row.extraction.document
            by = row.version, row.parser
            if store.stored(document, *by):
                counts["unchanged"] += 1
            elif _release(store.stored_by(document)) > _release(row.version):
                counts["older than what is stored"] += 1
            else:
                if by not in runs:
                    runs[by] = store.start_run(*by)
                counts[store.save(row.extraction, runs[by]).status] += 1
            shown.done(document.name)
        for run in runs.values():
            store.finish_run(run)
    told = ", ".join(f"{count} {state}" for state, count in counts.items() if count) or "nothing"
    unread = f", {counted(damaged, 'shard')} could not be read" if damaged else ""
    tell(f"{told} in {database}; {failed} failed{unread}.")
    return failed + damaged


def _rows(found: Sequence[str]) -> Iterator[Shelved | QuotetrackError]:
    """Yield what shards hold; of one that is damaged what is whole, and what is wrong with it."""
    from quotetrack.engines.shards import read_shard

    for shard in found:
        try:
            yield from read_shard(shard)
        except QuotetrackError as error:
            yield error


def _release(version: str | None) -> tuple[int, ...]:
    """« 0.10.2 » → (0, 10, 2), so that versions can be compared."""
    return tuple(map(int, re.findall(r"\d+", version or "")[:3]))
