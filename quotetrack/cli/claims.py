"""Commands for what was said in several places: check, review, export."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotetrack.cli.options import DEFAULT_DATABASE, DatabaseOption, FormatOption
from quotetrack.cli.output import Format, on_terminal, print_rows, print_text, tell
from quotetrack.model import QuotetrackError, Span

if TYPE_CHECKING:
    from quotetrack.export.entries import Entry
    from quotetrack.store import ClaimStore
    from quotetrack.store.findings import Evidence, FindingRow

FINDING_COLUMNS = {
    "severity": "Severity", "check": "Check", "words": "Words", "where": "Where", "about": "About", "id": "Id",
}  # fmt: skip
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
    new: Annotated[bool, typer.Option("--new", help="Only what no earlier --new has shown.")] = False,
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

    The gravest come first. Words that differ stand in [brackets]. A finding that was set aside with a reason stays
    so when its articles are extracted again.
    """
    from quotetrack.store import ClaimStore

    if reason is not None and dismiss is None:
        raise QuotetrackError("--reason goes with --dismiss ID.")
    with ClaimStore(database, create=False, read_only=not (new or dismiss or restore)) as store:
        if dismiss is not None or restore is not None:
            row = (
                store.dismiss(dismiss, reason or "", by)
                if dismiss is not None
                else store.restore(restore or "")
            )
            tell(f"{row.id}: {row.check}, {'set aside' if row.dismissed else 'stands again'}.")
            return
        start = store.last_read() if new else since
        found = store.findings(_checks(kinds), start, dismissed=dismissed, limit=limit or None)
        total = sum(store.count_findings(start).values()) if limit and len(found) == limit else len(found)
        print_rows(
            [flat_values(row) if form is Format.CSV else finding_values(row) for row in found],
            form,
            FINDING_COLUMNS,
            wide="words",
            empty="Nothing new deserves a second look." if new else "Nothing deserves a second look.",
        )
        if len(found) < total:
            tell(f"{len(found)} of {total} findings shown; all of them with --limit 0.")
        if new:
            store.mark_read()


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

    said = verdict is not None or note or url
    if by is not None and not said:
        raise QuotetrackError("--by goes with a --verdict, a --note or a --url.")
    with ClaimStore(database, create=False, read_only=not said) as store:
        if said:
            store.add_review(quote, verdict=verdict, note=note, url=url, by=by)
        rows = [asdict(row) for row in store.reviews(quote)]
    print_rows(rows, form, REVIEW_COLUMNS, wide="note", empty="Nobody has reviewed this quote yet.")


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
    import sys

    from quotetrack.export.entries import stored_entries
    from quotetrack.export.files import write_new
    from quotetrack.store import ClaimStore

    with ClaimStore(database, create=False, read_only=True) as store:
        if form is ExportFormat.HTML:
            _write_pages(store, out)
            return
        wanted = {store.quote(id).id for id in quote} if quote else None
        entries = stored_entries(store)
        chosen = (entry for entry in entries if wanted is None or entry.quote.id in wanted)
        lines = _writer(form)(chosen)
        if out is None:
            show = on_terminal if sys.stdout.isatty() else str
            for line in lines:
                sys.stdout.write("\n".join(map(show, line.split("\n"))))
        else:
            tell(f"{write_new(out, lines)}: written.")


def finding_values(row: FindingRow) -> dict[str, Any]:
    """Return a finding as plain values, with what tables show of it."""
    shown = [item for item in (row.one, row.other) if item is not None]
    spans = [[change.before for change in row.changes], [change.after for change in row.changes]]
    touched = row.detail.get("touched") or ()
    about = [", ".join(kind for kind in touched if kind not in {"form", "wording"})]
    if "depth" in row.detail:
        about.append(f"depth {row.detail['depth']}, shortest {row.detail['shortest']}")
    return {
        **{name: getattr(row, name) for name in ("id", "check", "severity", "claim", "claim_text")},
        "one": asdict(row.one),
        "other": asdict(row.other) if row.other else None,
        "changes": [
            {
                "before": [change.before.start, change.before.end],
                "after": [change.after.start, change.after.end],
                "before_words": change.before.of(row.one.text),
                "after_words": change.after.of(row.other.text) if row.other else "",
                "touched": list(change.touched),
                "verbatim": change.verbatim,
            }
            for change in row.changes
        ],
        "detail": row.detail,
        "found_at": row.found_at,
        "dismissed": row.dismissed,
        "words": " / ".join(
            f"{item.who or '?'}: {_bracketed(item.text, changed)}"
            for item, changed in zip(shown, spans, strict=False)
        ),
        "where": " / ".join(map(_where, shown)),
        "about": "; ".join(part for part in about if part),
    }


def flat_values(row: FindingRow) -> dict[str, Any]:
    """Return a finding as one row of a spreadsheet: the evidence in columns of its own, without positions."""
    values = finding_values(row)
    flat = {
        name: values[name] for name in ("id", "check", "severity", "about", "claim", "found_at", "dismissed")
    }
    names = ("who", "text", "title", "outlet", "date", "url", "documents", "quote")
    for side in ("one", "other"):
        flat |= {f"{side}_{name}": (values[side] or {}).get(name) for name in names}
    flat["changes"] = "; ".join(f"{c['before_words']} → {c['after_words']}" for c in values["changes"])
    return flat


def _checks(kinds: Sequence[str] | None) -> list[str] | None:
    """« altered-words », « altered_words » → « altered words »; « second-hand » stays as it is."""
    from quotetrack.claims.checks import CHECKS

    by_name = {re.sub(r"[ _]", "-", name): name for name in CHECKS}
    return [by_name.get(re.sub(r"[ _]", "-", kind), kind) for kind in kinds] if kinds else None


def _bracketed(text: str, changed: Iterable[Span]) -> str:
    for span in sorted((span for span in changed if len(span)), reverse=True):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    return text


def _where(shown: Evidence) -> str:
    copies = f"{shown.documents} articles, first {shown.title}" if shown.documents > 1 else shown.title
    return ", ".join(part for part in (copies, shown.outlet, shown.date) if part)


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
