"""Commands that ask the database: who, search, show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotetrack.cli.options import DEFAULT_DATABASE, DatabaseOption, FormatOption
from quotetrack.cli.output import (
    Format,
    counted,
    print_fields,
    print_json,
    print_paragraphs,
    print_rows,
    tell,
)
from quotetrack.model import Document, Span

if TYPE_CHECKING:
    from quotetrack.store import ClaimStore, QuoteRow

QUOTE_COLUMNS = {
    "date": "Date",
    "who": "Who",
    "words": "What",
    "article": "Where",
    "notes": "Notes",
    "id": "Id",
}
SHOWN = ("words", "article", "notes")
"""What `quote_values` adds to the columns of a stored quote."""
CONTEXT = 200
"""Characters of the article shown before and after a quote."""


def who(
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="Any name the source goes by, or its id.")
    ],
    database: DatabaseOption = DEFAULT_DATABASE,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show what a source said, in time order. Accents, case, titles and articles do not matter."""
    wanted = " ".join(name)
    with _store(database) as store:
        quotes = store.quotes_by(wanted)
        called = [] if quotes and len({quote.source for quote in quotes}) == 1 else store.find_sources(wanted)
    if len(called) > 1:
        tell(f"Several sources are called {wanted}; all of them are shown. The id tells one from another:")
        for source in called:
            about = ", ".join(part for part in (source.kind, source.role) if part)
            tell(f"  {source.id}  {source.name} ({about}), {counted(source.quotes, 'quote')}")
    _print_quotes(quotes, form, f"Nobody called {wanted} is quoted in {database}. See: quotetrack sources")


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="All of them must occur.")],
    database: DatabaseOption = DEFAULT_DATABASE,
    form: FormatOption = Format.TABLE,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Show at most so many.")] = 100,
) -> None:
    """Find quotes by their words or the name of their source, the best match first.

    Accents and case do not matter. Words inside « » or "" must follow each other.
    """
    wanted = " ".join(words)
    with _store(database) as store:
        quotes = store.search(wanted, limit)
    _print_quotes(quotes, form, f"No quote in {database} holds all of: {wanted}")


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The quote's id, or its first characters.")],
    database: DatabaseOption = DEFAULT_DATABASE,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show one quote with its evidence in the article, and why it is held to be one."""
    with _store(database) as store, store.snapshot():
        quote = store.quote(id)
        document = store.extraction(quote.document).document
        reviews = [asdict(review) for review in store.reviews(quote.id)]
    before, after = _context(document, quote.content)
    values = {**quote_values(quote), "before": before, "after": after, "why": why(quote), "reviews": reviews}
    if form is Format.JSON:
        print_json(values)
    elif form is Format.CSV:
        print_rows([{**values, "reviews": len(reviews)}], form, QUOTE_COLUMNS, empty="")
    else:
        _print_quote(quote, values, document)


def quote_values(quote: QuoteRow) -> dict[str, Any]:
    """Return a stored quote as plain values, spans as pairs, with what tables show of it."""
    from quotetrack.balanced import balanced

    values = {name: _plain(getattr(quote, name)) for name in type(quote).__dataclass_fields__}
    notes = [f"→ {quote.addressee}"] if quote.addressee else []
    notes += [quote.medium] if quote.medium else []
    notes += [f"via {quote.via_whom or '?'}"] if quote.via else []
    notes += ["hearsay"] if quote.stance == "hearsay" else []
    return {
        **values,
        "who": quote.who or quote.source_name or quote.mention,
        "words": balanced(quote.text, quote.content, quote.verbatim),
        "article": ", ".join(part for part in (quote.title or quote.document_name, quote.outlet) if part),
        "notes": "; ".join(notes),
    }


def why(quote: QuoteRow) -> str:
    """Say in a sentence on what the attribution of a quote rests."""
    source = quote.who or quote.source_name
    name = f"{source} ({quote.source_kind})" if source else "an unknown source"
    if quote.stance == "hearsay":
        said = "Nobody is named: the conditional reports it as hearsay"
    elif quote.cue and quote.mention:
        said = f"The cue « {quote.cue} » points to « {quote.mention} », held to be {name}"
    elif quote.cue:
        said = f"The cue « {quote.cue} » reports it; it is credited to {name}"
    elif quote.mention:
        said = f"It is attributed without a verb to « {quote.mention} », held to be {name}"
    else:
        said = f"It has no cue of its own and is credited to {name} from what stands around it"
    found = f"; found by the construction “{quote.rule}”" if quote.rule else ""
    sure = (
        f", right in {quote.confidence:.0%} of the annotated cases" if quote.rule and quote.confidence else ""
    )
    return f"{said}{found}{sure}."


def _store(database: Path) -> ClaimStore:
    from quotetrack.store import ClaimStore

    return ClaimStore(database, create=False, read_only=True)


def _print_quotes(quotes: Sequence[QuoteRow], form: Format, empty: str) -> None:
    from quotetrack.store import QuoteRow

    print_rows(
        [quote_values(quote) for quote in quotes],
        form,
        QUOTE_COLUMNS,
        keys=[*QuoteRow.__dataclass_fields__, *SHOWN],
        wide="words",
        empty=empty,
    )


def _print_quote(quote: QuoteRow, values: dict[str, Any], document: Document) -> None:
    fields = {
        "who": values["who"] or "?",
        "what": values["words"],
        "how": f"{quote.kind}, {quote.stance}",
        "to": quote.addressee,
        "in": quote.medium,
        "told by": f"{quote.via_whom or '?'} (quote {quote.via})" if quote.via else None,
        "article": values["article"] + (f", {quote.date}" if quote.date else ""),
        "where": f"characters {quote.content.start}–{quote.content.end}"
        + (f" of {quote.url}" if quote.url else ""),
        "why": values["why"],
        "id": quote.id,
    }
    for review in values["reviews"]:
        said = " · ".join(review[key] for key in ("verdict", "note", "url", "by") if review[key])
        fields[f"review {review['id']}"] = f"{review['reviewed_at'][:10]} {said}"
    print_fields(fields)
    before, after, whole = values["before"], values["after"], document.body
    cut = "… " if quote.content.start - len(before) > whole.start else ""
    more = " …" if quote.content.end + len(after) < whole.end else ""
    print_paragraphs(f"\n{cut}{before}[[{quote.text}]]{after.rstrip()}{more}")


def _context(document: Document, content: Span) -> tuple[str, str]:
    """Return what stands before and after a quote; the header of a file is no part of the article."""
    text, body = document.text, document.body
    first = max(min(body.start, content.start), content.start - CONTEXT)
    return text[first : content.start], text[content.end : content.end + CONTEXT]


def _plain(value: object) -> object:
    match value:
        case Span(start, end):
            return [start, end]
        case tuple():
            return [_plain(item) for item in value]
    return value
