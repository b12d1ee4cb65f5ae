"""Articles for the page tests: a fixture with its gold annotation, and extractions put together by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from quotetrack.model import Document, Extraction, Kind, Quote, Source, Span, content_hash
from quotetrack.store import ClaimStore

FIXTURES = Path(__file__).parent.parent / "fixtures"


def gold_extraction(name: str, outlet: str | None = None) -> Extraction:
    """Return the annotation of a fixture as if it had been extracted."""
    gold = json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))
    text = (FIXTURES / f"{name}.txt").read_text("utf-8")
    first_line_of_body = (
        text.index("\n\n") + 2 if text.startswith(("date", "title")) else text.index("\n") + 1
    )
    document = Document(
        name=name,
        text=text,
        body=Span(first_line_of_body, len(text)),
        title=gold.get("title") or text.split("\n", 1)[0],
        date=gold.get("date"),
        outlet=outlet,
    )
    return Extraction(document, tuple(_quote(record) for record in gold["quotes"]))


def store_gold(path: Path) -> Path:
    """File the annotation of all fixtures in a database; return its path."""
    outlets = ("La Gazette de Corrèze", "Le Courrier du Centre", "L’Écho républicain")
    with ClaimStore(path) as store:
        for number, file in enumerate(sorted(FIXTURES.glob("f*.json"))):
            store.save(_with_unique_ids(gold_extraction(file.stem, outlets[number % 3])))
    return path


def made_up(text: str, *contents: tuple[int, int], **fields: Any) -> Extraction:
    """Return a document with direct quotes at these offsets; ``fields`` adds a cue, a source, a kind."""
    document = Document(name="essai", text=text, body=Span(0, len(text)), title=fields.pop("title", None))
    quotes = tuple(
        Quote(id=f"q{number}", kind="direct", content=Span(*content), verbatim=(Span(*content),), **fields)
        for number, content in enumerate(contents, 1)
    )
    return Extraction(document, quotes)


def _with_unique_ids(extraction: Extraction) -> Extraction:
    """Return the extraction with quote ids that no other document has."""
    ids = {quote.id: content_hash(extraction.document.id, quote.id) for quote in extraction.quotes}
    quotes = (replace(q, id=ids[q.id], via=ids.get(q.via or "")) for q in extraction.quotes)
    return replace(extraction, quotes=tuple(quotes))


def _quote(record: dict[str, Any]) -> Quote:
    content = Span(*record["content"])
    verbatim = tuple(Span(*span) for span in record["verbatim"])
    kind: Kind = "direct" if verbatim == (content,) else "mixed" if verbatim else "indirect"
    name = record["source_name"]
    return Quote(
        id=record["id"],
        kind=kind,
        content=content,
        verbatim=verbatim,
        cue=_span(record["cue"]),
        source=_span(record["source"]),
        speaker=Source(name, record["source_kind"], tuple(record.get("source_aliases", ())))
        if name
        else None,
        addressee=_span(record["addressee"]),
        medium=_span(record["medium"]),
        via=record["via"],
        stance=record["stance"],
        rule=record.get("rule", ""),
    )


def _span(pair: list[int] | None) -> Span | None:
    return Span(*pair) if pair else None
