"""Commands for what was said in several places: check, review, export."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotetrack.cli.findings import print_findings
from quotetrack.cli.options import DEFAULT_DATABASE, DatabaseOption, FormatOption
from quotetrack.cli.output import Format, counted, on_terminal, print_rows, print_text, tell
from quotetrack.model import QuotetrackError

if TYPE_CHECKING:
    from quotetrack.export.entries import Entry
    from quotetrack.store import ClaimStore

REVIEW_COLUMNS = {
    "reviewed_at": "When", "verdict": "Verdict", "note": "Note", "url": "Link", "by": "By", "quote_text": "Quote",
}  # fmt: skip


def check(
    database: DatabaseOption = DEFAULT_DATABASE,
    form: FormatOption = Format.TABLE,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="CHECK", help="Only this check (altered-words, disputed-speaker, …)."),
    ] = None,
    new: Annotated[
        bool,
        typer.Option("--new", help="Only what no earlier --new has shown; what is left comes next time."),
    ] = False,
    since: Annotated[
        str | None, typer.Option(metavar="TIME", help="Only what was found after this time (2024-05-31).")
    ] = None,
    limit: Annotated[int, typer.Option(min=0, help="At most so many; 0 for all.")] = 100,
    dismissed: Annotated[bool, typer.Option("--dismissed", help="Also what was set aside.")] = False,
    dismiss: Annotated[
        str | None, typer.Option(metavar="ID", help="Set a finding aside, with --reason.")
    ] = None,
    restore: Annotated[str | None, typer.Option(metavar="ID", help="Take a dismissal back.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why a finding is set aside.")] = None,
    by: Annotated[str | None, typer.Option(help="Who sets it aside.")] = None,
) -> None:
    """List what deserves a second look: the same claim elsewhere, in other words, another mouth, another mood.

    The gravest come first, the two quotes side by side; words that differ stand in square brackets. A finding that was
    set aside with a reason stays so when its articles are extracted again.
    """
    from quotetrack.store import ClaimStore

    if reason is not None and dismiss is None:
        raise QuotetrackError("--reason goes with --dismiss ID.")
    if by is not None and dismiss is None:
        raise QuotetrackError("--by goes with --dismiss ID.")
    if dismiss is not None and restore is not None:
        raise QuotetrackError("--dismiss or --restore: one at a time.")
    if new and (since is not None or dismissed):
        raise QuotetrackError("--new goes neither with --since nor with --dismissed.")
    with ClaimStore(database, create=False, read_only=not (new or dismiss or restore)) as store:
        if dismiss is not None or restore is not None:
            row = (
                store.dismiss(dismiss, reason or "", by)
                if dismiss is not None
                else store.restore(restore or "")
            )
            tell(f"{row.id}: {row.check}, {'set aside' if row.dismissed else 'stands again'}.")
            return
        checks = _checks(kinds)
        if new:
            _show_new(store, checks, form, limit)
            return
        found = store.findings(checks, since, dismissed=dismissed, limit=limit or None)
        print_findings(found, form, "Nothing deserves a second look.")
        if limit and len(found) == limit:
            total = sum(store.count_findings(since, checks, dismissed=dismissed).values())
            if total > limit:
                tell(f"{limit} of {total} findings shown; all of them with --limit 0.")


def _show_new(store: ClaimStore, checks: Sequence[str] | None, form: Format, limit: int) -> None:
    """Show what no earlier call has shown, and remember how far that was; of one kind only, nothing is remembered."""
    since = store.last_read()
    found = store.new_findings(checks, limit=limit or None)
    print_findings(found, form, "Nothing new deserves a second look.")
    sys.stdout.flush()  # what nobody could be shown stays new
    more = limit > 0 and len(found) == limit
    left = sum(store.count_findings(since, checks).values()) - limit if more else 0
    if checks is not None:
        tell("With --kind, all of it counts as new again next time.")
    elif found:  # not all until now: others may have found more meanwhile
        store.mark_read(max(row.number for row in found))
    if left > 0:
        tell(f"{counted(left, 'more new finding')}: ask again, or for all of them with --limit 0.")


def review(
    quote: Annotated[str, typer.Argument(metavar="ID", help="A quote's id, or the beginning of it.")],
    database: DatabaseOption = DEFAULT_DATABASE,
    form: FormatOption = Format.TABLE,
    verdict: Annotated[
        str | None, typer.Option(help="true, false, misleading, unverifiable or missing-context.")
    ] = None,
    note: Annotated[str | None, typer.Option(help="What was found.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it is shown.")] = None,
    by: Annotated[str | None, typer.Option(help="Who found it.")] = None,
) -> None:
    """Record what a person found about a quote, and show all that was found so far.

    Reviews are never lost: they stay with their quote when the article is extracted again or corrected.
    """
    from quotetrack.store import ClaimStore
    from quotetrack.store.rows import ReviewRow

    said = verdict is not None or note or url
    if by is not None and not said:
        raise QuotetrackError("--by goes with a --verdict, a --note or a --url.")
    with ClaimStore(database, create=False, read_only=not said) as store:
        if said:
            store.add_review(quote, verdict=verdict, note=note, url=url, by=by)
        rows = [asdict(row) for row in store.reviews(quote)]
    print_rows(
        rows,
        form,
        REVIEW_COLUMNS,
        keys=ReviewRow.__dataclass_fields__,
        wide="note",
        empty="Nobody has reviewed this quote yet.",
    )


class ExportFormat(str, Enum):
    """What `quotetrack export` writes."""

    JSONL = "jsonl"
    CSV = "csv"
    JSONLD = "jsonld"
    WEBANNOTATION = "webannotation"
    BIBTEX = "bibtex"
    FOOTNOTE = "footnote"
    HTML = "html"


def export(
    form: Annotated[ExportFormat, typer.Option("--format", help="What to write.")],
    database: DatabaseOption = DEFAULT_DATABASE,
    out: Annotated[
        Path | None, typer.Option(metavar="PATH", help="A new file; for html a new folder. Otherwise stdout.")
    ] = None,
    quote: Annotated[
        list[str] | None, typer.Option("--quote", metavar="ID", help="Only this quote; may be repeated.")
    ] = None,
) -> None:
    """Write all quotes of the database for other tools. A file that exists is never overwritten.

    jsonl and csv: one row a quote, all that the database knows. jsonld: schema.org Quotation, Claim, ClaimReview.
    webannotation: W3C Web Annotation. bibtex, footnote: references. html: a page for each article.
    """
    from quotetrack.export.entries import stored_entries
    from quotetrack.export.files import write_new
    from quotetrack.store import ClaimStore

    if form is ExportFormat.HTML and quote:
        raise QuotetrackError("--quote goes with the other formats: html is a page for each article.")
    with ClaimStore(database, create=False, read_only=True) as store, store.snapshot():
        if form is ExportFormat.HTML:
            _write_pages(store, out)
            return
        wanted = {row.id: row.document for row in map(store.quote, quote)} if quote else None
        entries = stored_entries(store, None if wanted is None else set(wanted.values()))
        chosen = (entry for entry in entries if wanted is None or entry.quote.id in wanted)
        lines = _writer(form)(chosen)
        if out is None:
            show = on_terminal if sys.stdout.isatty() else str
            for line in lines:
                sys.stdout.write("\n".join(map(show, line.split("\n"))))
        else:
            tell(f"{write_new(out, lines)}: written.")


def _checks(kinds: Sequence[str] | None) -> list[str] | None:
    """« altered-words », « altered_words » → « altered words »; « second-hand » stays as it is."""
    from quotetrack.claims.checks import CHECKS

    by_name = {re.sub(r"[ _]", "-", name): name for name in CHECKS}
    return [by_name.get(re.sub(r"[ _]", "-", kind), kind) for kind in kinds] if kinds else None


def _writer(form: ExportFormat) -> Callable[[Iterable[Entry]], Iterator[str]]:
    from quotetrack.export import citation, jsonld, rows, webannotation

    return {
        ExportFormat.JSONL: rows.json_lines,
        ExportFormat.CSV: rows.csv_lines,
        ExportFormat.JSONLD: jsonld.jsonld_lines,
        ExportFormat.WEBANNOTATION: webannotation.webannotation_lines,
        ExportFormat.BIBTEX: citation.bibtex_lines,
        ExportFormat.FOOTNOTE: citation.footnote_lines,
    }[form]


def _write_pages(store: ClaimStore, folder: Path | None) -> None:
    from quotetrack.cli.results import file_name
    from quotetrack.export.files import write_new
    from quotetrack.export.html import reading_view

    if folder is None:
        raise QuotetrackError("HTML is one page for each article: name a new folder with --out DIR.")
    try:
        folder.mkdir(parents=True)
    except FileExistsError as error:
        raise QuotetrackError(
            f"{folder}: exists already, and is left as it is. Name another folder."
        ) from error
    except OSError as error:
        raise QuotetrackError(
            f"{folder}: cannot be made ({error.strerror}). Choose another place."
        ) from error
    for document in store.documents():
        name = f"{file_name(document.name)}.html"
        if (folder / name).exists():
            name = f"{file_name(document.name)}-{document.id}.html"
        write_new(folder / name, [reading_view(store.extraction(document.id))])
    print_text(str(folder))
