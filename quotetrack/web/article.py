"""One document ready to be read: its paragraphs with every quote marked, and a note for each quote.

Knows neither files nor the database: an ``Extraction`` comes in, values for the templates come out. The
mailed page (``quotetrack.export.html``) and the Datasette page show the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from quotetrack.balanced import balanced
from quotetrack.documents import paragraphs
from quotetrack.model import Document, Extraction, Kind, Quote, Span
from quotetrack.store.rows import Verdict
from quotetrack.web import wording
from quotetrack.web.inert import inert, plain, web_address
from quotetrack.web.segments import Segment, cut


@dataclass(frozen=True, slots=True)
class QuoteLinks:
    """What the database knows about a quote: its source, its claim and in how many documents, the last verdict."""

    source: str | None = None
    claim: str | None = None
    documents: int = 1
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What the margin says about one quote; all strings are as read, the templates make them inert.

    Attributes:
        number: 1-based, in text order; the page calls the quote by it.
        anchor: what its deep link ends in (``#q-anchor``).
        chain: who reported it, the outermost first, down to the speaker; empty unless it came second hand.
        confidence: in percent, None where nothing is known of the construction.
    """

    number: int
    anchor: str
    kind: Kind
    hearsay: bool
    speaker: str
    speaker_kind: str
    role: str | None
    mention: str | None
    words: str
    cue: str | None
    chain: tuple[str, ...]
    addressee: str | None
    medium: str | None
    construction: str
    confidence: int | None
    links: QuoteLinks

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the words for its kind and, where it is hearsay, its stance."""
        kind = wording.KINDS[self.kind]
        return (kind, wording.STANCES["hearsay"]) if self.hearsay else (kind,)


@dataclass(frozen=True, slots=True)
class Article:
    """A document as the templates show it.

    Attributes:
        headline: the title as HTML with its quotes marked, where the text begins with it; else None.
        paragraphs: HTML of the rest, whose text is the document's text character by character.
        notes: one for each quote, in text order.
        counts: how many quotes there are of each kind, and of hearsay.
    """

    title: str
    outlet: str | None
    date: str
    iso_date: str | None
    url: str | None
    name: str
    headline: Markup | None
    paragraphs: tuple[Markup, ...]
    notes: tuple[Note, ...]
    counts: Mapping[str, int]
    warnings: tuple[str, ...] = field(default=())


def article(extraction: Extraction, links: Mapping[str, QuoteLinks] | None = None) -> Article:
    """Prepare one extraction for reading.

    Args:
        extraction: what was found; spans may nest, overlap, or reach beyond the text.
        links: by quote id, where more is known.
    """
    document = extraction.document
    quotes = sorted(extraction.quotes, key=lambda quote: (quote.content.start, -quote.content.end))
    notes = tuple(_notes(quotes, document, links or {}))
    counts = Counter[str](quote.kind for quote in quotes)
    counts["hearsay"] = sum(quote.stance == "hearsay" for quote in quotes)
    printed = tuple(_paragraphs(document, quotes, notes))
    titled = _begins_with_title(document, quotes)
    return Article(
        title=document.title or document.name,
        outlet=document.outlet,
        date=wording.french_date(document.date),
        iso_date=document.date,
        url=web_address(document.url),
        name=document.name,
        headline=printed[0] if titled else None,
        paragraphs=printed[1:] if titled else printed,
        notes=notes,
        counts=counts,
        warnings=extraction.warnings,
    )


def _notes(quotes: Sequence[Quote], document: Document, links: Mapping[str, QuoteLinks]) -> Iterator[Note]:
    by_id = {quote.id: quote for quote in quotes}
    anchors: set[str] = set()
    for number, quote in enumerate(quotes, 1):
        anchor = re.sub(r"[^\w-]", "", quote.id) or str(number)
        if anchor in anchors:
            anchor = f"{anchor}-{number}"
        anchors.add(anchor)
        speaker = quote.speaker
        yield Note(
            number=number,
            anchor=anchor,
            kind=quote.kind,
            hearsay=quote.stance == "hearsay",
            speaker=_speaker(quote, document),
            speaker_kind=wording.SOURCE_KINDS[speaker.kind if speaker else "unknown"],
            role=speaker.role if speaker else None,
            mention=_words(quote.source, document),
            words=_quoted(quote, document),
            cue=_words(quote.cue, document),
            chain=_chain(quote, by_id, document),
            addressee=_words(quote.addressee, document),
            medium=_words(quote.medium, document),
            construction=wording.construction(quote.rule),
            confidence=round(100 * quote.confidence) if quote.confidence > 0 else None,
            links=links.get(quote.id, QuoteLinks()),
        )


def _speaker(quote: Quote, document: Document) -> str:
    if quote.speaker is not None:
        return quote.speaker.name
    return _words(quote.source, document) or wording.UNKNOWN_SOURCE


def _words(span: Span | None, document: Document) -> str | None:
    """Return what a span says, on one line, or None if it says nothing."""
    return wording.excerpt(span.of(document.text)) or None if span else None


def _quoted(quote: Quote, document: Document) -> str:
    """Return the beginning of the content, every mark with its partner: « nous irons … »."""
    shown = wording.excerpt(quote.content.of(document.text))
    return balanced(shown, quote.content, quote.verbatim)


def _chain(quote: Quote, by_id: Mapping[str, Quote], document: Document) -> tuple[str, ...]:
    """Return the speakers through whom a quote came, the outermost first, its own speaker last."""
    chain = [quote]
    seen = {quote.id}
    while (via := chain[-1].via) and via in by_id and via not in seen:
        seen.add(via)
        chain.append(by_id[via])
    return tuple(_speaker(step, document) for step in reversed(chain)) if len(chain) > 1 else ()


def _begins_with_title(document: Document, quotes: Sequence[Quote]) -> bool:
    """Tell whether the first paragraph of several is the title, as in a text without header lines."""
    if any(quote.content.start < document.body.start for quote in quotes):
        return False
    printed = paragraphs(document)
    title = wording.spaced(document.title or "")
    return len(printed) > 1 and wording.spaced(printed[0].of(document.text)) == title


def _paragraphs(document: Document, quotes: Sequence[Quote], notes: Sequence[Note]) -> Iterator[Markup]:
    """Yield each paragraph as HTML; the line ends between two paragraphs go with the one before."""
    text = document.text
    first = min([document.body.start, *(q.content.start for q in quotes if len(q.content) > 0)])
    starts = [p.start for p in paragraphs(document) if p.start > first and text[first : p.start].strip()]
    pieces = (segment for segment in cut(len(text), quotes, [first, *starts]) if segment.span.start >= first)
    index = 0

    def paragraph_of(segment: Segment) -> int:
        nonlocal index
        while index < len(starts) and starts[index] <= segment.span.start:
            index += 1
        return index

    for _, group in groupby(pieces, key=paragraph_of):
        yield Markup("").join(_piece(segment, text, quotes, notes) for segment in group)


def _piece(segment: Segment, text: str, quotes: Sequence[Quote], notes: Sequence[Note]) -> Markup:
    """Return one segment, between the anchors of quotes that open there and the calls of those that close."""
    html = inert(segment.span.of(text))
    opens = Markup("").join(
        Markup('<i id="q-{}"></i>').format(notes[index].anchor) for index in segment.opens
    )
    calls = Markup("").join(_call(notes[index]) for index in segment.closes)
    if not segment.quotes and not segment.marks:
        return html
    classes: list[str] = sorted({role for role, _ in segment.marks})
    attributes = ""
    if segment.quotes:
        innermost = quotes[segment.quotes[0]]
        classes += ["q", innermost.kind]
        classes += ["hearsay"] if innermost.stance == "hearsay" else []
        classes += ["verbatim"] if segment.verbatim else []
        classes += ["nested"] if len(segment.quotes) > 1 else []
        classes += ["opens"] if segment.opens else []
        classes += ["closes"] if segment.closes else []
        attributes += f' data-q="{" ".join(str(index + 1) for index in segment.quotes)}"'
    if segment.marks:
        attributes += f' data-m="{" ".join(str(index + 1) for _, index in segment.marks)}"'
    return Markup(f'{opens}<span class="{" ".join(classes)}"{attributes}>{html}</span>{calls}')


def _call(note: Note) -> Markup:
    """Return the note's number as a link; the style sheet writes the number, so the text stays as printed."""
    label = f"Note {note.number} : {note.speaker}, citation {' et '.join(note.labels)}"
    mark = f"{note.number}?" if note.hearsay else f"{note.number}"
    return Markup('<a class="call {}" id="c-{}" href="#n-{}" data-n="{}" aria-label="{}"></a>').format(
        note.kind, note.anchor, note.anchor, mark, plain(label)
    )
