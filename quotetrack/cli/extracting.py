"""The command that reads articles: extract."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing, nullcontext
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

import quotetrack
from quotetrack.cli.clusters import extract_on_ray
from quotetrack.cli.line import aside, can_show
from quotetrack.cli.options import DEFAULT_DATABASE, DatabaseOption, DeviceOption, ModelOption
from quotetrack.cli.output import Progress, counted, progress, tell
from quotetrack.cli.results import NotWritten, ResultFormat, Results, results
from quotetrack.cli.stopping import stoppable
from quotetrack.engines.loading import Loading
from quotetrack.model import Document, Extraction, QuotetrackError

if TYPE_CHECKING:
    from quotetrack.documents import Failure
    from quotetrack.engines.local import Extracted
    from quotetrack.store import ClaimStore
    from quotetrack.store.rows import Saved


class Engine(str, Enum):
    """Where documents are extracted."""

    LOCAL = "local"
    RAY = "ray"


def extract(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input."),
    ] = None,
    database: DatabaseOption = DEFAULT_DATABASE,
    no_db: Annotated[bool, typer.Option("--no-db", help="Do not store anything.")] = False,
    form: Annotated[
        ResultFormat | None, typer.Option("--format", help="How to print; table, or json with --out.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write DIR/NAME.json for each document instead of printing."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the article.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it stands.")] = None,
    date: Annotated[str | None, typer.Option(help="Its date: 2020-06-27, 2020-06 or 2020.")] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option(
            "--field",
            metavar="WHAT=NAME",
            help="What a field of .jsonl is called, such as text=contenu; may be repeated.",
        ),
    ] = None,
    files_from: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Read also the files that FILE lists, one a line.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Worker processes, 0.6 GB each.")] = 1,
    engine: Annotated[
        Engine, typer.Option(help="Where: this machine, or a Ray cluster that writes shards into --out DIR.")
    ] = Engine.LOCAL,
    resume: Annotated[
        bool, typer.Option(help="Take what is stored already (same text, version, model) from the database.")
    ] = True,
    parses: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep parses in FILE: another extraction need not parse again."),
    ] = None,
    model: ModelOption = "embedded",
    device: DeviceOption = "cpu",
) -> None:
    """Find who said what in French articles, print it, and file it in the database.

    Reads .txt, .md, .html, .jsonl (one article a line) and feeds (.rss, .atom, .xml); a folder is read with its
    subfolders, without feeds. An article may begin with a header (date: 2020-06-27, title: …, source: …, url: …).
    Doing it again changes nothing.
    """
    from quotetrack.documents import read_documents
    from quotetrack.header import iso_date

    if date is not None and iso_date(date) is None:
        raise QuotetrackError(f"--date {date}: not a date. Write it as 2020-06-27, 2020-06 or 2020.")
    paths = [*(paths or ()), *(_listed(files_from) if files_from else ())]
    if not paths:
        raise QuotetrackError(
            "Nothing to read: name files, folders, - for standard input, or --files-from FILE."
        )
    names = _fields(fields or ())
    loading = Loading(model, device, str(parses.absolute()) if parses else None)
    if engine is Engine.RAY:
        _refuse_on_ray(
            fields=names, title=title, outlet=outlet, url=url, date=date, form=form, resume=not resume
        )
        extract_on_ray(paths, out, None if no_db else database, loading, jobs)
        return
    counts = _Counts()
    work = _Work(tuple(paths), None if no_db else database, out, resume, jobs, loading)
    with stoppable(lambda: counts.stopped(work)):
        found = read_documents(paths, title=title, date=date, outlet=outlet, url=url, fields=names)
        target = results(form or (ResultFormat.JSON if out else ResultFormat.TABLE), out)
        _extract(work, _inputs(found, paths, out), target, counts)
    counts.tell(work)
    if counts.failed:
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be done with the documents.

    Attributes:
        paths: what was named on the command line.
        database: where they are stored; None for nowhere.
        out: the folder for results, None for stdout.
        resume: take what is stored already from the database.
    """

    paths: tuple[str, ...]
    database: Path | None
    out: Path | None
    resume: bool
    jobs: int
    loading: Loading


def _extract(work: _Work, found: Iterator[Document | Failure], target: Results, counts: _Counts) -> None:
    """Extract documents, store them one by one, and hand them on."""
    from quotetrack.engines.local import extract_with
    from quotetrack.engines.pace import Pace, size_of, size_read
    from quotetrack.engines.portions import Failed

    with ExitStack() as stack:
        stack.callback(target.close)
        store = None
        if work.database is not None:
            from quotetrack.store import ClaimStore

            store = stack.enter_context(ClaimStore(work.database))
        shown = stack.enter_context(progress("document"))
        pace = Pace(size_of(work.paths) if can_show() else None)
        documents = _announced(counts.readable(found), shown)
        known = _stored(store, work.loading.model) if store is not None and work.resume else None
        run = None
        extracted = extract_with(work.loading, documents, jobs=work.jobs, known=known)
        stack.enter_context(closing(cast("Generator[Extracted | Failed]", extracted)))  # workers end at once
        for item in extracted:
            if isinstance(item, Failed):
                counts.fail(item.message)
                continue
            extraction = item.extraction
            if store is not None and item.parser is not None:
                run = run or store.start_run(quotetrack.__version__, item.parser)
                counts.stored(extraction.document, store.save(extraction, run))
            elif store is not None and not store.stored(extraction.document):
                counts.displaced(extraction.document)  # by one that was read since it was found there
            try:
                with aside() if sys.stdout.isatty() else nullcontext():
                    target.add(extraction)
            except NotWritten as error:
                counts.fail(str(error))
                continue
            counts.done(extraction, known=item.parser is None)
            size = size_read(extraction.document)
            if item.parser is None:
                pace.passed(size)
                shown.done(extraction.document.name)
            else:
                shown.done(extraction.document.name, pace.after(size))
        if store is not None and run is not None:
            store.finish_run(run)


def _announced(documents: Iterator[Document], shown: Progress) -> Iterator[Document]:
    """Show that there is something to do as soon as there is more than one document: models take seconds to load."""
    for number, document in enumerate(documents):
        if number == 1:
            shown.begin()
        yield document


def _refuse_on_ray(**given: object) -> None:
    """Refuse what shards have no use for, rather than pass over it."""
    called = {"fields": "--field", "form": "--format", "resume": "--no-resume"}
    for name, value in given.items():
        if value:
            raise QuotetrackError(f"{called.get(name, f'--{name}')} goes with --engine local.")


def _listed(path: Path) -> list[str]:
    """Return the paths that a file lists, one a line; blank lines are passed over."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuotetrackError(
            f"{path}: this list of files cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'})."
        ) from error
    return [line.strip() for line in lines if line.strip()]


def _fields(given: Sequence[str]) -> dict[str, str]:
    """« text=contenu » → {"text": "contenu"}."""
    pairs = [text.partition("=") for text in given]
    for text, (attribute, sign, name) in zip(given, pairs, strict=True):
        if not (attribute and sign and name):
            raise QuotetrackError(f"--field {text}: write it as text=contenu.")
    return {attribute.strip(): name.strip() for attribute, _, name in pairs}


def _stored(store: ClaimStore, model: str) -> Callable[[Document], Extraction | None]:
    """Return what finds a document in the database, if it was extracted as it would be now."""
    from quotetrack.syntax.stanza_parser import parser_name

    name = parser_name(model)

    def known(document: Document) -> Extraction | None:
        if not store.stored(document, quotetrack.__version__, name):
            return None
        found = store.extraction(document.id)
        # A new title, date or address is stored, too.
        return found if _about(found.document) == _about(document) else None

    return known


def _about(document: Document) -> tuple[str | None, ...]:
    path = str(Path(document.path).absolute()) if document.path else None
    return document.title, document.date, document.outlet, document.url, path


def _inputs(
    found: Iterator[Document | Failure], paths: Sequence[str], out: Path | None
) -> Iterator[Document | Failure]:
    """Leave out what stands in the output folder, where that is inside a folder to read."""
    results = out.resolve() if out else None
    if results is None or not any(Path(path).resolve() in results.parents for path in paths):
        yield from found
        return
    for item in found:
        if item.path is None or results not in Path(item.path).resolve().parents:
            yield item


class _Counts:
    """What was done, and what failed; each failure is told when it happens."""

    def __init__(self) -> None:
        self.documents = self.known = self.quotes = self.failed = self.replaced = 0

    def readable(self, found: Iterator[Document | Failure]) -> Iterator[Document]:
        for document in found:
            if isinstance(document, Document):
                yield document
            else:
                self.fail(document.message)

    def fail(self, message: str) -> None:
        self.failed += 1
        tell(message)

    def stored(self, document: Document, saved: Saved) -> None:
        if saved.orphaned:
            tell(
                f"{document.name}: {counted(saved.orphaned, 'review')} of words that are no longer in it; kept, "
                "without a quote, in the table reviews."
            )
        if saved.same_run:
            self.displaced(document)

    def displaced(self, document: Document) -> None:
        self.replaced += 1
        tell(
            f"{document.path or document.name}: {document.name} has the same name or address as another document of "
            "this run; the database holds one of them. Give each an id or a url of its own."
        )

    def done(self, extraction: Extraction, *, known: bool) -> None:
        self.documents += 1
        self.known += known
        self.quotes += len(extraction.quotes)
        for warning in extraction.warnings:
            tell(f"{extraction.document.name}: {warning}")
        if not extraction.quotes:
            tell(f"{extraction.document.name}: no quotes found.")

    def tell(self, work: _Work) -> None:
        tell(f"{self._counted(work)}.")
        if self.replaced:
            tell(f"{self.replaced} of them not kept, for others have the same name or address.")
        if self.failed:
            tell(f"{counted(self.failed, 'document')} failed.")

    def stopped(self, work: _Work) -> str:
        """Return what to tell somebody who stopped the work."""
        if work.database is None:
            return f"Stopped after {self._counted(work)}. Without a database, the same command begins anew."
        again = "the same command again" if work.resume else "it again without --no-resume"
        return f"Stopped after {self._counted(work)}. Run {again} to go on: what is stored is not read again."

    def _counted(self, work: _Work) -> str:
        already = f" ({self.known} of them there already)" if self.known else ""
        places = [f"stored in {work.database}{already}"] if work.database else []
        places += [f"written to {work.out}"] if work.out else []
        where = f" {' and '.join(places)}" if places and self.documents else ""
        return f"{counted(self.documents, 'document')}, {counted(self.quotes, 'quote')}{where}"
