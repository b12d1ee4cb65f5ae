"""What the store returns: one frozen value for a row, never a database cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from quotetrack.model import Gender, Kind, SourceKind, Span, Stance
from quotetrack.sources.people import BadRow

Verdict = Literal["true", "false", "misleading", "unverifiable", "missing-context"]
VERDICTS: tuple[Verdict, ...] = ("true", "false", "misleading", "unverifiable", "missing-context")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A stored article, without its text (see `ClaimStore.document`)."""

    id: str
    name: str
    title: str | None
    date: str | None
    outlet: str | None
    url: str | None
    path: str | None
    quotes: int
    extracted_at: str


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A stored quote with what its document and its source are called.

    Attributes:
        document: id of the document; `document_name`, `title`, `date`, `outlet`, `url` are the document's.
        mention: the words that the cue points to (« le responsable »).
        source: id of the source in the archive, None when unknown; `who` is its name there.
        source_name: its name as this document gives it.
        via: id of the quote inside whose content this one is reported; `via_whom` is who said that.
    """

    id: str
    document: str
    document_name: str
    title: str | None
    date: str | None
    outlet: str | None
    url: str | None
    position: int
    kind: Kind
    text: str
    content: Span
    verbatim: tuple[Span, ...]
    cue: str | None
    cue_span: Span | None
    mention: str | None
    mention_span: Span | None
    source: str | None
    who: str | None
    source_name: str | None
    source_kind: SourceKind
    addressee: str | None
    addressee_span: Span | None
    medium: str | None
    medium_span: Span | None
    via: str | None
    via_whom: str | None
    stance: Stance
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role in which a source was seen, and the dates of the first and last documents that say so."""

    role: str
    first_seen: str | None
    last_seen: str | None
    documents: int


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name that a source goes by, how that is known, and in how many documents.

    Attributes:
        how: so called in a document (name, alias, description), or by people (import, decision).
    """

    alias: str
    how: str
    documents: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source of the archive, with how many quotes and documents it has."""

    id: str
    name: str
    kind: SourceKind
    gender: Gender | None
    role: str | None
    wikidata: str | None
    imported: bool
    quotes: int
    documents: int


@dataclass(frozen=True, slots=True)
class SightingRow:
    """A source as one document knows it, and why it is held to be the archive's source."""

    document: str
    document_name: str
    date: str | None
    name: str
    kind: SourceKind
    gender: Gender | None
    role: str | None
    how: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What a person decided about sources; `undone_at` is set once it was taken back."""

    id: int
    action: Literal["merge", "split", "rename"]
    source: str
    source_name: str
    target: str | None
    target_name: str | None
    by: str | None
    note: str | None
    decided_at: str
    undone_at: str | None


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A person's review of a quote; `quote` is None while the reviewed quote is not in the database."""

    id: int
    quote: str | None
    quote_id: str
    quote_text: str
    source_name: str | None
    document_name: str
    verdict: Verdict | None
    note: str | None
    url: str | None
    by: str | None
    reviewed_at: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving did: the document's id, and whether it was new, unchanged, or replaced an older version.

    Attributes:
        same_run: what it replaced was stored in the same run, so that two documents were taken for one article.
        orphaned: reviews of the article whose quote is no longer in it.
    """

    document: str
    status: Literal["new", "unchanged", "replaced"]
    quotes: int
    same_run: bool = False
    orphaned: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: how many sources it knows now, and the rows that it skipped."""

    sources: int
    skipped: tuple[BadRow, ...]


class Columns(Protocol):
    """A row whose columns go by name: a mapping or an ``sqlite3.Row``."""

    def __getitem__(self, name: str, /) -> Any: ...


def span(row: Columns, name: str) -> Span | None:
    """Return the span in the columns NAME_start and NAME_end, if there is one."""
    start = row[f"{name}_start"]
    return None if start is None else Span(start, row[f"{name}_end"])
