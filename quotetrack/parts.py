"""Documents too long to be read at once: their parts, each a document, and what was found in them, joined again.

Who is meant, and whose words go on, is decided by what stands around: that costs more than its share the more there
is of it. No article is as long as a part may be; a book, a year of minutes, or a text made to keep a reader busy is
read part by part, in time that grows with its length and no faster. A name told in one part is not known in the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quotetrack.model import Document, Extraction, NonSpeech, Quote, Span, quote_id

LONGEST_READ = 100_000
"""Characters read at once: some 16,000 words, five times a long report."""

_ENDS = ("\n\n", "\n", ". ", " ")
"""Where a part may end, the best first; a text that has none of them is cut anywhere."""


def parts_of(document: Document, longest: int = LONGEST_READ) -> Sequence[Document]:
    """Return a document in parts of at most so many characters of its body, itself where that is one."""
    body = document.body
    if len(body) <= longest:
        return (document,)
    bounds = [body.start, *_cuts(document.text, body, longest), body.end]
    first = replace(document, text=document.text[: bounds[1]], body=Span(body.start, bounds[1]))
    rest = (
        replace(document, text=document.text[start:end], body=Span(0, end - start))
        for start, end in pairwise(bounds[1:])
    )
    return (first, *rest)


def joined(document: Document, parts: Sequence[Extraction]) -> Extraction:
    """Return what was found in the parts of a document as found in the whole."""
    if len(parts) == 1:
        return parts[0]
    quotes: list[Quote] = []
    non_speech: list[NonSpeech] = []
    at, identity = 0, document.id
    for part in parts:
        quotes += _placed(part, document, identity, at)
        non_speech += [replace(n, span=_shifted(n.span, at)) for n in part.non_speech]
        at += len(part.document.text)
    sources = tuple(dict.fromkeys(source for part in parts for source in part.sources))
    long = f"longer than an article: read in {len(parts)} parts; a name told in one is not known in the next."
    return Extraction(document, tuple(quotes), tuple(non_speech), sources, (*document.warnings, long))


def _cuts(text: str, body: Span, longest: int) -> Iterator[int]:
    start = body.start
    while body.end - start > longest:
        latest = start + longest
        found = ((text.rfind(end, start + longest // 2, latest), end) for end in _ENDS)
        start = next((at + len(end) for at, end in found if at >= 0), latest)
        yield start


def _placed(part: Extraction, document: Document, identity: str, at: int) -> Iterator[Quote]:
    """Yield the quotes of a part where they stand in the document, known by that place."""
    moved = [_moved(quote, at) for quote in part.quotes]
    identifiers = {
        old.id: identified(identity, document.text, new.content, new.cue)
        for old, new in zip(part.quotes, moved, strict=True)
    }
    for quote in moved:
        via = identifiers[quote.via] if quote.via is not None else None
        yield replace(quote, id=identifiers[quote.id], via=via)


def identified(document: str, text: str, content: Span, cue: Span | None) -> str:
    """Return the id of a quote of a document, known by its own id and its text, by where content and cue stand."""
    place = f"{content.start}:{content.end}:{cue.start if cue else ''}"
    return quote_id(document, place, content.of(text))


def _moved(quote: Quote, by: int) -> Quote:
    return replace(
        quote,
        content=_shifted(quote.content, by),
        verbatim=tuple(_shifted(span, by) for span in quote.verbatim),
        cue=_shifted_if_any(quote.cue, by),
        source=_shifted_if_any(quote.source, by),
        addressee=_shifted_if_any(quote.addressee, by),
        medium=_shifted_if_any(quote.medium, by),
    )


def _shifted_if_any(span: Span | None, by: int) -> Span | None:
    return None if span is None else _shifted(span, by)


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
