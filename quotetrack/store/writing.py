"""Write what was found in one document: all of it or nothing, and nothing twice."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import datetime, timezone

from sqlite_utils import Database

from quotetrack.claims.versions import chain_length
from quotetrack.model import Document, Extraction, Quote, Source, Span, content_hash
from quotetrack.store.opening import check_references_last
from quotetrack.store.parts import Change, Follower
from quotetrack.store.presence import refresh
from quotetrack.store.registry import add_sightings, assign_quotes, drop_sightings
from quotetrack.store.reviewing import reattach_reviews
from quotetrack.store.rows import Saved
from quotetrack.store.shown import shown

# What documents are called that nobody named, where they come from no file: two of them are not two versions of one
# article.
UNNAMED = frozenset({"stdin", "text", "-", ""})


def save(db: Database, extraction: Extraction, run: int | None, followers: Iterable[Follower]) -> Saved:
    """Store an extraction, in place of what an earlier version of the article had; inside a transaction."""
    document = extraction.document
    identifier = document.id
    fingerprint = _fingerprint(extraction)
    old = _earlier_version(db, document, identifier)
    if old is not None and old[1] == fingerprint:
        if run is not None:
            db.conn.execute("UPDATE documents SET run = ? WHERE id = ?", (run, old[0]))
        return Saved(identifier, "unchanged", len(extraction.quotes))
    removed: tuple[str, ...] = ()
    gone: set[str] = set()
    if old is not None:
        removed, gone = _remove(db, old[0])
    article = old[2] if old is not None else _article(document)
    _insert_document(db, extraction, identifier, article, fingerprint, run)
    _insert_quotes(db, extraction, identifier, article)
    touched = assign_quotes(db, article) if _has_quote_decisions(db, article) else set()
    refresh(db, touched | gone)
    orphaned = reattach_reviews(db, article)
    added = tuple(quote.id for quote in extraction.quotes)
    change = Change(identifier, removed, added, before=None if old is None else old[0])
    for follow in followers:
        follow(change)
    return Saved(
        identifier,
        "new" if old is None else "replaced",
        len(extraction.quotes),
        same_run=old is not None and run is not None and old[3] == run and old[0] != identifier,
        orphaned=orphaned,
    )


def delete(db: Database, document: str, followers: Iterable[Follower]) -> None:
    """Remove a document with all that was found in it; its reviews and people's decisions stay."""
    removed, gone = _remove(db, document)
    refresh(db, gone)
    for follow in followers:
        follow(Change(None, removed, (), before=document))


def now() -> str:
    """Return the time, in UTC, as the database writes it."""
    return datetime.now(timezone.utc).isoformat(timespec="seconds")


def _fingerprint(extraction: Extraction) -> str:
    """Return what all that is stored of a document is compared by: as plain tuples, which print fast."""
    document = extraction.document
    quotes = [
        (
            quote.id, quote.kind, _ends(quote.content), [_ends(span) for span in quote.verbatim], _ends(quote.cue),
            _ends(quote.source), _plain(quote.speaker), _ends(quote.addressee), _ends(quote.medium), quote.via,
            quote.stance, quote.rule, quote.confidence,
        )
        for quote in extraction.quotes
    ]  # fmt: skip
    return content_hash(
        document.text,
        repr(
            (
                document.name, document.title, document.date, document.outlet, document.url, document.path,
                _ends(document.body),
                quotes, [(_ends(passage.span), passage.why) for passage in extraction.non_speech],
                [_plain(source) for source in extraction.sources], extraction.warnings,
            )
        ),
    )  # fmt: skip


def _ends(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


def _plain(source: Source | None) -> tuple[object, ...] | None:
    if source is None:
        return None
    return source.name, source.kind, source.aliases, source.role, source.gender


def _earlier_version(
    db: Database, document: Document, identifier: str
) -> tuple[str, str, str, int | None] | None:
    """Return id, fingerprint, article and run of the stored version: same text, same address, or same file.

    A name alone identifies an article only if no other stored article has it.
    """
    columns = "SELECT id, fingerprint, article, run FROM documents"
    for condition in ("id = :id", _SAME_ADDRESS, _SAME_FILE):
        if condition is _SAME_FILE and _is_unnamed(document):
            break
        if condition is _SAME_ADDRESS and document.url is None:
            continue
        rows = db.conn.execute(
            f"{columns} WHERE {condition} LIMIT 2",
            {
                "id": identifier,
                "url": document.url,
                "name": document.name,
                "path": _path(document),
                "told": document.name not in UNNAMED,
            },
        ).fetchall()
        if len(rows) == 1:
            version: tuple[str, str, str, int | None] = rows[0]
            return version
    return None


_SAME_ADDRESS = "url = :url"
_SAME_FILE = (
    "name = :name AND (path = :path OR (:told AND (path IS NULL OR :path = '')))"
    " AND (url IS NULL OR :url IS NULL OR url = :url)"
)


def _article(document: Document) -> str:
    """Return what identifies a new article, and all its versions to come."""
    version = document.id if _is_unnamed(document) and not document.url else ""
    return content_hash("article", document.url or "", _path(document), document.name, version)


def _is_unnamed(document: Document) -> bool:
    return document.name in UNNAMED and not document.path


def _path(document: Document) -> str:
    return os.path.abspath(document.path) if document.path else ""


def _remove(db: Database, document: str) -> tuple[tuple[str, ...], set[str]]:
    check_references_last(db)  # the claims let go of it later
    removed = tuple(
        quote
        for (quote,) in db.conn.execute(
            "SELECT id FROM quotes WHERE document = ? ORDER BY position", (document,)
        )
    )
    sources = {
        source
        for (source,) in db.conn.execute("SELECT DISTINCT source FROM quotes WHERE document = ?", (document,))
    }
    db.conn.execute("DELETE FROM quotes WHERE document = ?", (document,))
    gone = drop_sightings(db, document) | (sources - {None})
    db.conn.execute("DELETE FROM documents WHERE id = ?", (document,))
    return removed, gone


def _insert_document(
    db: Database, extraction: Extraction, identifier: str, article: str, fingerprint: str, run: int | None
) -> None:
    document = extraction.document
    db.conn.execute(
        "INSERT INTO documents (id, name, title, date, outlet, url, path, article, text, text_hash,"
        " body_start, body_end, warnings, fingerprint, extracted_at, run)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            identifier, document.name, document.title, document.date, document.outlet, document.url,
            _path(document) or None, article, document.text, content_hash(document.text), document.body.start,
            document.body.end, json.dumps(extraction.warnings, ensure_ascii=False), fingerprint, now(), run,
        ),
    )  # fmt: skip
    db.conn.executemany(
        "INSERT OR IGNORE INTO non_speech VALUES (?, ?, ?, ?, ?)",
        [
            (identifier, n.span.start, n.span.end, n.span.of(document.text), n.why)
            for n in extraction.non_speech
        ],
    )


def _insert_quotes(db: Database, extraction: Extraction, identifier: str, article: str) -> None:
    document, text = extraction.document, extraction.document.text
    sources = _distinct_sources(extraction)
    numbers = add_sightings(db, identifier, document.date, article, sources)
    index = {source: number for source, number in zip(sources, numbers, strict=True)}
    named = {(source.kind, source.name): number for source, number in zip(sources, numbers, strict=True)}
    archived = dict(db.conn.execute("SELECT id, source FROM sightings WHERE document = ?", (identifier,)))
    vias = {quote.id: quote.via for quote in extraction.quotes}
    depths = {quote: chain_length(quote, vias) for quote in vias}
    rows = []
    for position, quote in enumerate(extraction.quotes):
        speaker = quote.speaker
        number = None if speaker is None else index.get(speaker, named.get((speaker.kind, speaker.name)))
        words, depth = quote.content.of(text), depths[quote.id]
        rows.append(
            (
                quote.id, identifier, document.date, document.outlet, position, quote.kind,
                words, shown(words, quote.content, quote.verbatim),
                quote.content.start, quote.content.end,
                *_evidence(text, quote.cue), *_evidence(text, quote.source),
                archived.get(number), speaker and speaker.name, speaker and speaker.kind, number,
                *_evidence(text, quote.addressee), *_evidence(text, quote.medium),
                quote.via if quote.via and depths.get(quote.via, depth) < depth else None,
                quote.stance, quote.rule, quote.confidence,
            )
        )  # fmt: skip
    rows.sort(key=lambda row: depths[row[0]])  # a quote after those that it came through
    db.conn.executemany(f"INSERT INTO quotes ({_QUOTE_COLUMNS}) VALUES ({_QUOTE_MARKS})", rows)
    db.conn.executemany(
        "INSERT OR IGNORE INTO verbatim VALUES (?, ?, ?, ?)", _verbatim(extraction.quotes, text)
    )
    db.conn.execute(
        "INSERT INTO quotes_fts (rowid, text, source_name)"
        " SELECT rowid, text, source_name FROM quotes WHERE document = ?",
        (identifier,),
    )


_QUOTE_COLUMNS = (
    "id, document, date, outlet, position, kind, text, shown, content_start, content_end, cue, cue_start, cue_end,"
    " mention, mention_start, mention_end, source, source_name, source_kind, sighting, addressee, addressee_start,"
    " addressee_end, medium, medium_start, medium_end, via, stance, rule, confidence"
)
_QUOTE_MARKS = ", ".join("?" * (_QUOTE_COLUMNS.count(",") + 1))


def _verbatim(quotes: Iterable[Quote], text: str) -> list[tuple[str, int, int, str]]:
    return [(quote.id, span.start, span.end, span.of(text)) for quote in quotes for span in quote.verbatim]


def _evidence(text: str, span: Span | None) -> tuple[str | None, int | None, int | None]:
    return (None, None, None) if span is None else (span.of(text), span.start, span.end)


def _distinct_sources(extraction: Extraction) -> list[Source]:
    """Return the document's sources once each; a speaker that is not among them counts as one more."""
    found = dict.fromkeys(extraction.sources)
    named = {(source.kind, source.name) for source in found}
    for quote in extraction.quotes:
        speaker = quote.speaker
        if speaker is not None and speaker not in found and (speaker.kind, speaker.name) not in named:
            found[speaker] = None
            named.add((speaker.kind, speaker.name))
    return list(found)


def _has_quote_decisions(db: Database, article: str) -> bool:
    return bool(
        db.conn.execute(
            "SELECT EXISTS (SELECT 1 FROM decision_edges WHERE article = ?)", (article,)
        ).fetchone()[0]
    )
