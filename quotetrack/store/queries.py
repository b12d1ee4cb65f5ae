"""Ask the database for quotes, documents and sources, and get them as values."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from quotetrack.model import Document, Extraction, NonSpeech, Quote, QuotetrackError, Source, Span
from quotetrack.sources.identity import lookup_key
from quotetrack.sources.registry import Identity
from quotetrack.store.evidence import root
from quotetrack.store.rows import DocumentRow, NameRow, QuoteRow, RoleRow, SightingRow, SourceRow, span

_QUOTES = """
SELECT q.*, d.name AS document_name, d.title, d.date, d.outlet, d.url,
       coalesce(s.name, q.source_name) AS who, coalesce(s.kind, q.source_kind, 'unknown') AS who_kind,
       coalesce(vs.name, v.source_name, v.mention) AS via_whom
FROM quotes q
JOIN documents d ON d.id = q.document
LEFT JOIN sources s ON s.id = q.source
LEFT JOIN quotes v ON v.id = q.via
LEFT JOIN sources vs ON vs.id = v.source
"""
_IN_TIME = "ORDER BY d.date IS NULL, d.date, d.name, d.id, q.position"
_DOCUMENTS = """
SELECT d.id, d.name, d.title, d.date, d.outlet, d.url, d.path,
       (SELECT count(*) FROM quotes WHERE document = d.id) AS quotes, d.extracted_at
FROM documents d
"""
_SOURCE = """s.id, s.name, s.kind, s.gender, s.role, s.wikidata, s.imported,
       (SELECT count(*) FROM quotes WHERE source = s.id) AS quotes,
       (SELECT count(*) FROM (SELECT document FROM sightings WHERE source = s.id
                              UNION SELECT document FROM quotes WHERE source = s.id)) AS documents"""
_SOURCES = f"SELECT {_SOURCE} FROM sources s"
_SOURCES_WITH_MERGES = f"""
SELECT {_SOURCE}, s.key, s.variant,
       EXISTS (SELECT 1 FROM decision_edges WHERE key = s.key AND to_key IS NOT NULL)
FROM sources s
"""


def quotes_where(db: Database, condition: str, parameters: Sequence[Any] = ()) -> Iterator[QuoteRow]:
    """Yield quotes in time order; ``condition`` speaks of quotes as q, documents as d, sources as s."""
    cursor = _named_rows(db).execute(f"{_QUOTES} WHERE {condition} {_IN_TIME}", tuple(parameters))
    while batch := cursor.fetchmany(500):
        spans = _verbatim(db, [row["id"] for row in batch])
        for row in batch:
            yield _quote(row, spans.get(row["id"], ()))


def quote_by_prefix(db: Database, prefix: str) -> QuoteRow:
    """Return the quote whose id starts so, if there is just one."""
    start = prefix.strip().lower()
    found = db.conn.execute(
        "SELECT id FROM quotes WHERE id >= ?1 AND id < ?1 || char(1114111) LIMIT 4", (start,)
    )
    ids = [quote for (quote,) in found] if start else []
    if not ids:
        raise QuotetrackError(
            f"No quote has an id that starts with “{prefix}”. `quotetrack search` shows ids."
        )
    if len(ids) > 1 and ids[0] != start:
        raise QuotetrackError(
            f"Several quotes have an id that starts with “{prefix}” ({', '.join(ids[:3])}…). Give more of it."
        )
    return next(quotes_where(db, "q.id = ?", ids[:1]))


def search(db: Database, words: str, limit: int | None) -> list[QuoteRow]:
    """Return the quotes that hold all the words, the best match first; accents and case do not count."""
    expression = match_expression(words)
    if not expression:
        return []
    cursor = db.conn.execute(
        "SELECT q.id FROM quotes_fts f JOIN quotes q ON q.rowid = f.rowid WHERE quotes_fts MATCH ?"
        " ORDER BY f.rank, q.id LIMIT ?",
        (expression, -1 if limit is None else limit),
    )
    ids = [quote for (quote,) in cursor]
    rows: dict[str, QuoteRow] = {}
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        rows.update((quote.id, quote) for quote in quotes_where(db, f"q.id IN ({_marks(some)})", some))
    return [rows[quote] for quote in ids]


def match_expression(words: str) -> str:
    """Return what FTS5 is asked for: each word, or words between quotation marks, quoted."""
    phrases = re.findall(r"[\"«“]([^\"»”]*)[\"»”]?|([^\s\"«»“”]+)", words)
    tokens = (" ".join(re.findall(r"\w+", phrase or word)) for phrase, word in phrases)
    return " ".join(f'"{token}"' for token in tokens if token)


def documents(db: Database) -> list[DocumentRow]:
    """Return all articles in time order."""
    rows = db.conn.execute(f"{_DOCUMENTS} ORDER BY d.date IS NULL, d.date, d.name, d.id")
    return [DocumentRow(*row) for row in rows]


def document_row(db: Database, reference: str) -> DocumentRow:
    """Return the article with this id, address, path, name, or start of an id."""
    for condition in (
        "d.id = ?1",
        "d.url = ?1",
        "d.path = ?1",
        "d.name = ?1",
        "length(?1) > 5 AND d.id GLOB ?1 || '*'",
    ):
        rows = db.conn.execute(f"{_DOCUMENTS} WHERE {condition} LIMIT 2", (reference,)).fetchall()
        if len(rows) == 1:
            return DocumentRow(*rows[0])
        if rows:
            raise QuotetrackError(
                f"Several documents are called “{reference}”. Give the id, path or address."
            )
    raise QuotetrackError(f"No document is called “{reference}” in this database.")


def extraction(db: Database, document: str) -> Extraction:
    """Return all that is stored of the article with this id, its sources as the article knows them."""
    row = _named_rows(db).execute("SELECT * FROM documents WHERE id = ?", (document,)).fetchone()
    sources: dict[int, Source] = {}
    for number, name, kind, aliases, role, gender in db.conn.execute(
        "SELECT id, name, kind, aliases, role, gender FROM sightings WHERE document = ? ORDER BY id",
        (document,),
    ):
        sources[number] = Source(name, kind, tuple(json.loads(aliases or "[]")), role, gender)
    speakers = dict(db.conn.execute("SELECT id, sighting FROM quotes WHERE document = ?", (document,)))
    found = sorted(quotes_where(db, "q.document = ?", (document,)), key=lambda quote: quote.position)
    others = db.conn.execute(
        'SELECT start, "end", why FROM non_speech WHERE document = ? ORDER BY 1, 2', (document,)
    )
    return Extraction(
        document=Document(
            name=row["name"],
            text=row["text"],
            body=Span(row["body_start"], row["body_end"]),
            title=row["title"],
            date=row["date"],
            outlet=row["outlet"],
            url=row["url"],
            path=row["path"],
        ),
        quotes=tuple(_extracted(quote, sources.get(speakers[quote.id])) for quote in found),
        non_speech=tuple(NonSpeech(Span(start, end), why) for start, end, why in others),
        sources=tuple(sources.values()),
        warnings=tuple(json.loads(row["warnings"] or "[]")),
    )


def find_sources(db: Database, name: str) -> list[SourceRow]:
    """Return the sources that go by a name, whatever its case, accents, title or article.

    Names come before surnames (« Macron » where documents only say « Emmanuel Macron »), and both before
    descriptions (« le chef de l'État »), which different people may share.
    """
    key = lookup_key(name)
    if not key:
        return []
    for condition in (
        "folded = ? AND how <> 'description'",
        "surname = ? AND how <> 'import'",
        "surname = ?",
        "folded = ?",
    ):
        query = f"SELECT source FROM source_names WHERE {condition}"
        if found := _sources(db, query, key):
            return found
    return []


def source_row(db: Database, reference: str) -> SourceRow:
    """Return the one source with this id, start of an id (6 characters at least), or name."""
    found = sources_by_id(db, reference) or find_sources(db, reference)
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(f"{source.name} [{source.id}]" for source in found[:5])
        raise QuotetrackError(f"Several sources are called “{reference}”: {some}. Give the id of one.")
    raise QuotetrackError(f"No source is called “{reference}”. `quotetrack sources` lists them.")


def sources_by_id(db: Database, prefix: str) -> list[SourceRow]:
    """Return the sources whose id starts so: 6 hexadecimal digits at least."""
    prefix = prefix.strip().lower()
    if not re.fullmatch(r"[0-9a-f]{6,16}", prefix):
        return []
    return _sources(db, "SELECT id FROM sources WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 10", prefix)


def sources(db: Database, *, quoted_only: bool) -> list[SourceRow]:
    """Return the sources, the most quoted first."""
    condition = "WHERE EXISTS (SELECT 1 FROM quotes WHERE source = s.id)" if quoted_only else ""
    rows = db.conn.execute(f"SELECT * FROM ({_SOURCES} {condition}) ORDER BY quotes DESC, name, id")
    return [_source(row) for row in rows]


def names_of(db: Database, source: str) -> list[NameRow]:
    """Return the names that a source goes by, the commonest first."""
    rows = db.conn.execute(
        "SELECT alias, how, documents FROM source_names WHERE source = ? ORDER BY documents DESC, alias, how",
        (source,),
    )
    return [NameRow(*row) for row in rows]


def roles_of(db: Database, source: str) -> list[RoleRow]:
    """Return the roles in which a source was seen, the latest first."""
    rows = db.conn.execute(
        "SELECT role, first_seen, last_seen, documents FROM source_roles WHERE source = ?"
        " ORDER BY last_seen DESC, role",
        (source,),
    )
    return [RoleRow(*row) for row in rows]


def sightings_of(db: Database, source: str) -> list[SightingRow]:
    """Return the documents that know a source, in time order, and why each is held to mean it."""
    rows = db.conn.execute(
        "SELECT g.document, d.name, g.date, g.name, g.kind, g.gender, g.role, g.how FROM sightings g"
        " JOIN documents d ON d.id = g.document WHERE g.source = ?"
        " ORDER BY g.date IS NULL, g.date, d.name, g.id",
        (source,),
    )
    return [SightingRow(*row) for row in rows]


def _sources(db: Database, query: str, parameter: str) -> list[SourceRow]:
    """Return the sources whose ids a query finds; one that people merged into another is that other one."""
    found: dict[str, Sequence[Any]] = {}
    for *row, key, variant, merged in db.conn.execute(
        f"{_SOURCES_WITH_MERGES} WHERE s.id IN ({query})", (parameter,)
    ):
        end = root(db, Identity(key, variant))[0].id if merged else row[0]
        now = db.conn.execute(f"{_SOURCES} WHERE s.id = ?", (end,)).fetchone() if end != row[0] else row
        found[end] = now or row
    return sorted(map(_source, found.values()), key=lambda s: (-s.quotes, s.name, s.id))


def _source(row: Sequence[Any]) -> SourceRow:
    source, name, kind, gender, role, wikidata, imported, quotes, documents = row
    return SourceRow(source, name, kind, gender, role, wikidata, bool(imported), quotes, documents)


def _named_rows(db: Database) -> sqlite3.Cursor:
    cursor = db.conn.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _verbatim(db: Database, ids: Sequence[str]) -> dict[str, tuple[Span, ...]]:
    found: dict[str, tuple[Span, ...]] = {}
    query = f'SELECT quote, start, "end" FROM verbatim WHERE quote IN ({_marks(ids)}) ORDER BY quote, start'
    for quote, start, end in db.conn.execute(query, tuple(ids)):
        found[quote] = (*found.get(quote, ()), Span(start, end))
    return found


def _quote(row: sqlite3.Row, verbatim: tuple[Span, ...]) -> QuoteRow:
    fields: dict[str, Any] = {name: row[name] for name in _PLAIN}
    fields |= {f"{name}_span": span(row, name) for name in _EVIDENCE}
    content = Span(row["content_start"], row["content_end"])
    return QuoteRow(**fields, content=content, verbatim=verbatim, source_kind=row["who_kind"])


_EVIDENCE = ("cue", "mention", "addressee", "medium")
_PLAIN = tuple(
    name
    for name in QuoteRow.__slots__
    if name not in {"content", "verbatim", "source_kind", *(f"{name}_span" for name in _EVIDENCE)}
)


def _extracted(row: QuoteRow, speaker: Source | None) -> Quote:
    return Quote(
        id=row.id,
        kind=row.kind,
        content=row.content,
        verbatim=row.verbatim,
        cue=row.cue_span,
        source=row.mention_span,
        speaker=speaker,
        addressee=row.addressee_span,
        medium=row.medium_span,
        via=row.via,
        stance=row.stance,
        rule=row.rule,
        confidence=row.confidence,
    )
