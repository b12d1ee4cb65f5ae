"""The values that the stages hand to each other: spans, passages, quotes, sources.

Every position is a character offset into the document's text exactly as read (Python
``str`` index, end exclusive), so ``span.of(document.text)`` is always the evidence.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from quotetrack.values import value

Kind = Literal["direct", "mixed", "indirect"]
Stance = Literal["asserted", "hearsay"]
SourceKind = Literal["person", "group", "organisation", "place", "document", "anonymous", "unknown"]
Gender = Literal["f", "m"]


class QuotetrackError(Exception):
    """Something that the user can mend; the message says what happened, where, and what to do next."""


@value
class Span:
    """A stretch of a text: characters ``start`` to ``end``, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of ``text`` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read, with what its header says.

    Attributes:
        name: identifies the document for people (file stem, or the id of a JSON Lines record).
        text: the text exactly as read; nothing is normalised.
        body: the part of ``text`` that holds the article (after a header such as ``date: 2020-06``).
        title, date, outlet, url: from the header or the caller; ``date`` is ISO, possibly partial (``2020-06``).
        path: where it was read from, if from a file.
        warnings: what could not be made out when it was read.
    """

    name: str
    text: str
    body: Span
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    path: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Identify the document by its content: 16 hexadecimal digits of a hash of name and text."""
        return content_hash(self.name, self.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch between a pair of quotation marks, whatever it turns out to be; never longer than a paragraph.

    Attributes:
        span: the stretch with its marks.
        inner: the stretch without its marks and the spaces at their inner edges.
        opening, closing: the marks as printed ("" where one is missing).
        depth: 0 for the outermost level, 1 for a passage inside a passage, …
        continues: it carries on a quotation that was left open by the paragraph before.
        dialogue: its opening mark is a dialogue dash; it ends with the paragraph.
        repaired: what had to be mended: "unclosed", "stray", "mismatched", or None.
    """

    span: Span
    inner: Span
    opening: str
    closing: str
    depth: int = 0
    continues: bool = False
    dialogue: bool = False
    repaired: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who or what speaks, as resolved within one document.

    Attributes:
        name: as full as the document allows (« Emmanuel Macron »), or the exact wording of an anonymous source
            without its article (« haut responsable de la présidence française »).
        kind: what sort of source it is.
        aliases: the other wordings that the document uses for it.
        role: title or function, where the document gives one (« Premier ministre serbe »).
        gender: grammatical evidence only (« Mme », « elle », « la ministre »); None when nothing says.
    """

    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    role: str | None = None
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution: content that the text attributes to a source by a cue.

    Attributes:
        id: content hash, stable as long as the document and the quote stay the same.
        kind: direct, mixed or indirect, by how much of the content stands inside quotation marks.
        content: the whole reported content, marks and complementiser excluded.
        verbatim: the parts of the content that stand inside quotation marks, in text order.
        cue: the verb group or marker that signals the report, if there is one.
        source: the mention that the cue points to, as it stands there.
        speaker: the source that the mention resolves to; None when unknown.
        addressee: to whom it was said, named by the cue.
        medium: where it was said (« dans un entretien au Monde »).
        via: id of the quote inside whose content this one is reported.
        stance: hearsay where the press conditional reports it without a source.
        rule: the construction that found it.
        confidence: share of quotes of this construction that are right on annotated articles, 0 to 1.
    """

    id: str
    kind: Kind
    content: Span
    verbatim: tuple[Span, ...] = ()
    cue: Span | None = None
    source: Span | None = None
    speaker: Source | None = None
    addressee: Span | None = None
    medium: Span | None = None
    via: str | None = None
    stance: Stance = "asserted"
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class NonSpeech:
    """A passage for which nobody is quoted: a title, a name, a word as a word, scare quotes."""

    span: Span
    why: Literal["scare", "title", "name", "word"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document, in text order."""

    document: Document
    quotes: tuple[Quote, ...] = ()
    non_speech: tuple[NonSpeech, ...] = ()
    sources: tuple[Source, ...] = ()
    warnings: tuple[str, ...] = field(default=())


def content_hash(*parts: str) -> str:
    """Return 16 hexadecimal digits that identify a sequence of strings."""
    whole = "\x1f".join((*parts, ""))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def quote_id(document: str, *parts: str) -> str:
    """Return 16 hexadecimal digits that identify a quote, the first four those of its document.

    So the quotes of a document lie side by side in every index by quote, however large the archive: storing them
    touches one page of each instead of one a quote.

    Args:
        document: the document's id.
        parts: what tells the quote from the document's others.
    """
    return document[:4] + content_hash(document, *parts)[:12]
