"""W3C Web Annotation: each quote as a stretch of its article that other annotation tools can show.

https://www.w3.org/TR/annotation-model/. The stretch is named twice, by position and by its words with what stands
before and after them, so that it is found again in a copy of the article whose header or layout differs. Positions
count Unicode code points of the text as read, as the model asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from quotetrack.export.entries import Entry
from quotetrack.model import Document, Span

# Characters of context on each side.
CONTEXT = 32


def webannotation_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines of one AnnotationPage, one annotation a line."""
    head = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:quotetrack:annotations",
        "type": "AnnotationPage",
    }
    yield json.dumps(head)[:-1] + ', "items": [\n'
    separator = ""
    for entry in entries:
        yield separator + json.dumps(annotation(entry), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def annotation(entry: Entry) -> dict[str, Any]:
    """Return one quote as an annotation: its stretch, and who says it as the body."""
    return {
        "id": f"urn:quotetrack:quote:{entry.quote.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "identifying",
                "format": "text/plain",
                "language": "fr",
                "value": _says(entry),
            },
            *(
                {"type": "TextualBody", "purpose": "tagging", "value": tag}
                for tag in (entry.quote.kind, entry.quote.stance, entry.source_kind)
            ),
        ],
        "target": {
            "source": entry.document.url or f"urn:quotetrack:document:{entry.document.id}",
            "selector": list(_selectors(entry.document, entry.quote.content)),
        },
    }


def _says(entry: Entry) -> str:
    """« Emmanuel Macron (a déclaré) »; « ? » where nobody knows who."""
    mention = entry.quote.source.of(entry.document.text) if entry.quote.source else None
    cue = entry.quote.cue.of(entry.document.text) if entry.quote.cue else None
    name = entry.who or mention or "?"
    return f"{name} ({cue})" if cue else name


def _selectors(document: Document, span: Span) -> Iterator[dict[str, Any]]:
    text, body = document.text, document.body
    yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    yield {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        # The header of a file is no part of the page that others see.
        "prefix": text[max(min(body.start, span.start), span.start - CONTEXT) : span.start],
        "suffix": text[span.end : min(max(body.end, span.end), span.end + CONTEXT)],
    }
