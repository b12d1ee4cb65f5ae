"""One flat row a quote, for JSON Lines and for CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quotetrack.export.entries import Entry
from quotetrack.export.records import quote_record
from quotetrack.model import Span

COLUMNS = (
    *(
        "id",
        "document_id",
        "document",
        "title",
        "date",
        "outlet",
        "url",
        "kind",
        "stance",
        "text",
        "verbatim",
    ),
    *("who", "source_id", "source_name", "source_kind", "source_role", "source_aliases", "source_gender"),
    *("source_wikidata", "mention", "cue"),
    *("addressee", "medium", "via", "via_who", "claim", "verdict", "reviews", "rule", "confidence"),
    *("content_start", "content_end", "extracted_at"),
)


def json_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield one JSON object a quote: the flat row, and ``spans`` with all positions in the document's text."""
    for entry in entries:
        positions = quote_record(entry.quote, entry.document)
        names = ("content", "verbatim", "cue", "source", "addressee", "medium")
        spans = {name: positions[name] for name in names}
        yield json.dumps({**row(entry), "spans": spans}, ensure_ascii=False) + "\n"


def csv_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines of a CSV file (RFC 4180, CRLF), the header first; lists stand in one cell, by « | ».

    A cell that a spreadsheet would run as a formula (it starts with = + - @, a tab or a line break) gets an
    apostrophe in front.
    """
    yield _csv_line(COLUMNS)
    for entry in entries:
        values = row(entry)
        yield _csv_line([_cell(values[column]) for column in COLUMNS])


def row(entry: Entry) -> dict[str, Any]:
    """Return what is known of a quote under the names of `COLUMNS`."""
    document, quote, speaker = entry.document, entry.quote, entry.quote.speaker
    verdicts = [review.verdict for review in entry.reviews if review.verdict]

    def words(span: Span | None) -> str | None:
        return span.of(document.text) if span else None

    return {
        "id": quote.id,
        "document_id": document.id,
        "document": document.name,
        "title": document.title,
        "date": document.date,
        "outlet": document.outlet,
        "url": document.url,
        "kind": quote.kind,
        "stance": quote.stance,
        "text": entry.text,
        "verbatim": [span.of(document.text) for span in quote.verbatim],
        "who": entry.who,
        "source_id": entry.source_id,
        "source_name": speaker.name if speaker else None,
        "source_kind": entry.source_kind,
        "source_role": speaker.role if speaker else None,
        "source_aliases": list(speaker.aliases) if speaker else [],
        "source_gender": _gender(entry),
        "source_wikidata": entry.source.wikidata if entry.source else None,
        "mention": words(quote.source),
        "cue": words(quote.cue),
        "addressee": words(quote.addressee),
        "medium": words(quote.medium),
        "via": quote.via,
        "via_who": entry.via.speaker.name if entry.via and entry.via.speaker else None,
        "claim": entry.claim,
        "verdict": verdicts[-1] if verdicts else None,
        "reviews": [
            {"verdict": r.verdict, "note": r.note, "url": r.url, "by": r.by, "reviewed_at": r.reviewed_at}
            for r in entry.reviews
        ],
        "rule": quote.rule,
        "confidence": quote.confidence,
        "content_start": quote.content.start,
        "content_end": quote.content.end,
        "extracted_at": entry.extracted_at,
    }


def _gender(entry: Entry) -> str | None:
    """Return what the archive knows, else what the article says."""
    if entry.source is not None:
        return entry.source.gender
    return entry.quote.speaker.gender if entry.quote.speaker else None


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = " | ".join(_review(item) if isinstance(item, Mapping) else str(item) for item in value)
    if not isinstance(value, str):
        return str(value)
    return no_formula(value)


def no_formula(text: str) -> str:
    """Return a cell with an apostrophe in front if a spreadsheet would run it as a formula."""
    # Leading spaces are passed over by spreadsheets, so they hide nothing.
    return "'" + text if text.lstrip(" \u00a0").startswith(_FORMULA) else text


def _review(review: Mapping[str, Any]) -> str:
    parts = (review["reviewed_at"], review["verdict"], review["note"], review["url"], review["by"])
    return ", ".join(part for part in parts if part)


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
