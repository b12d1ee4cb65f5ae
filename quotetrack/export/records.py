"""One extraction as plain values: the JSON that commands print, annotators write and scoring reads.

    {"doc": …, "title": …, "date": …, "outlet": …, "url": …,
     "quotes": [{"id": …, "kind": …, "text": …, "content": [s, e], "verbatim": [[s, e], …], …}, …],
     "non_speech": [{"span": [s, e], "why": "scare" | "title" | "name" | "word"}, …]}

All positions are character offsets into the document's text, end exclusive.
"""

from __future__ import annotations

from typing import Any

from quotetrack.model import Document, Extraction, NonSpeech, Quote, Span

Record = dict[str, Any]


def document_record(extraction: Extraction) -> Record:
    """Return the whole extraction of one document as values that ``json.dumps`` accepts."""
    document = extraction.document
    return {
        "doc": document.name,
        "title": document.title,
        "date": document.date,
        "outlet": document.outlet,
        "url": document.url,
        "quotes": [quote_record(quote, document) for quote in extraction.quotes],
        "non_speech": [_non_speech_record(passage) for passage in extraction.non_speech],
        "warnings": list(extraction.warnings),
    }


def quote_record(quote: Quote, document: Document) -> Record:
    """Return one quote with its text, its positions and its speaker."""
    speaker = quote.speaker
    return {
        "id": quote.id,
        "kind": quote.kind,
        "text": quote.content.of(document.text),
        "content": _pair(quote.content),
        "verbatim": [_pair(span) for span in quote.verbatim],
        "cue": _pair_or_none(quote.cue),
        "source": _pair_or_none(quote.source),
        "source_name": speaker.name if speaker else None,
        "source_kind": speaker.kind if speaker else "unknown",
        "source_aliases": list(speaker.aliases) if speaker else [],
        "source_role": speaker.role if speaker else None,
        "addressee": _pair_or_none(quote.addressee),
        "medium": _pair_or_none(quote.medium),
        "via": quote.via,
        "stance": quote.stance,
        "rule": quote.rule,
        "confidence": quote.confidence,
    }


def _non_speech_record(passage: NonSpeech) -> Record:
    return {"span": _pair(passage.span), "why": passage.why}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pair_or_none(span: Span | None) -> list[int] | None:
    return None if span is None else _pair(span)
