"""The registry of sources: which source of the archive each document's source is, as documents come and go.

The evidence is one row of `sightings` for each source of each document. From it, and from people's decisions,
`quotetrack.sources.registry` says who is who; this module asks it again about exactly those sightings that a
change can concern, and moves them with their quotes. All functions run inside the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from quotetrack.model import Document, Source
from quotetrack.sources.identity import fold
from quotetrack.sources.registry import Evidence, Identity, Sighting, is_local, settle, sight
from quotetrack.store.evidence import evidence, root
from quotetrack.store.presence import as_known, count, refresh, uncount


def add_sightings(db: Database, document: Document, article: str, sources: Sequence[Source]) -> list[int]:
    """Record the sources of one document and find out who they are; return their sighting ids, in order."""
    met: dict[tuple[str, str], int] = {}
    sightings: list[Sighting] = []
    for source in sources:
        ordinal = met.get((source.kind, source.name), 0)
        met[source.kind, source.name] = ordinal + 1
        sightings.append(sight(source, article, ordinal))
    before = _evidence_of(db, sightings)
    ids: list[int] = []
    identifier = document.id
    for source, sighting in zip(sources, sightings, strict=True):
        aliases = tuple(dict.fromkeys(alias for alias in source.aliases if alias != source.name))
        cursor = db.conn.execute(
            "INSERT INTO sightings (document, name, kind, gender, role, aliases, date, article, key, acronym)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                identifier, source.name, source.kind, source.gender, source.role,
                json.dumps(aliases, ensure_ascii=False) if aliases else None,
                document.date, article, sighting.key, sighting.acronym,
            ),
        )  # fmt: skip
        ids.append(cursor.lastrowid or 0)
    # Only a gender or the explanation of an acronym adds to what is known of a name.
    after = before | _evidence_of(db, [s for s in sightings if s.gender or s.acronym])
    touched = _resettle_changed(db, before, after)
    for number, sighting in zip(ids, sightings, strict=True):
        touched |= _place(db, number, sighting, after.get(sighting.key, Evidence()))
    refresh(db, touched)
    return ids


def drop_sightings(db: Database, document: str) -> set[str]:
    """Forget the sources of one document, with all that only this document said of them.

    Call it once the document's quotes are gone. Returns the ids of the sources that it had, for `refresh`.
    """
    rows = db.conn.execute(
        "SELECT source, name, aliases, role, key, acronym FROM sightings WHERE document = ?", (document,)
    ).fetchall()
    shared = [Sighting(key, "", "", acronym=acronym) for *_, key, acronym in rows]
    before = _evidence_of(db, shared)
    db.conn.execute("DELETE FROM sightings WHERE document = ?", (document,))
    touched: set[str] = set()
    for source, name, aliases, role, _, _ in rows:
        if source is not None:
            uncount(db, source, name, aliases, role)
            touched.add(source)
    return touched | _resettle_changed(db, before, _evidence_of(db, shared))


def resettle(db: Database, keys: Iterable[str]) -> None:
    """Ask again who the sightings with these keys are, after an import or a decision."""
    touched: set[str] = set()
    for key in _with_dependents(db, keys):
        touched |= _settle_key(db, key)
    refresh(db, touched)


def ensure_source(db: Database, identity: Identity, name: str, kind: str) -> str:
    """Make sure that the source has a row, and return its id."""
    db.conn.execute(
        "INSERT OR IGNORE INTO sources (id, name, kind, key, variant) VALUES (?, ?, ?, ?, ?)",
        (identity.id, name, kind, identity.key, identity.variant),
    )
    return identity.id


def assign_quotes(db: Database, article: str) -> set[str]:
    """Give the quotes of an article to their sightings' sources, or to those that people decided on.

    Returns the ids of the sources that gained or lost a quote.
    """
    decided = db.conn.execute(
        "SELECT e.quote, e.words, e.to_key, e.to_variant, d.target_name, q.id, q.text, q.source_kind"
        " FROM decision_edges e JOIN decisions d ON d.id = e.decision"
        " JOIN documents a ON a.article = e.article JOIN quotes q ON q.document = a.id"
        " WHERE e.article = ? AND e.quote IS NOT NULL AND d.undone_at IS NULL ORDER BY e.decision",
        (article,),
    ).fetchall()
    wanted: dict[str, str | None] = {}
    names: dict[str, tuple[Identity, str, str]] = {}
    for quote, words, key, variant, name, quote_id, text, kind in decided:
        if quote_id == quote or fold(text) == words:
            identity, _ = root(db, Identity(key, variant))
            wanted[quote_id] = identity.id
            names[identity.id] = (identity, name, kind or "person")
    for identity, name, kind in names.values():
        ensure_source(db, identity, name, kind)
    touched: set[str] = set()
    rows = db.conn.execute(
        "SELECT q.id, q.source, g.source FROM documents a JOIN quotes q ON q.document = a.id"
        " LEFT JOIN sightings g ON g.id = q.sighting WHERE a.article = ?",
        (article,),
    ).fetchall()
    for quote_id, now, by_sighting in rows:
        new = wanted.get(quote_id, by_sighting)
        if new != now:
            db.conn.execute("UPDATE quotes SET source = ? WHERE id = ?", (new, quote_id))
            touched |= {source for source in (now, new) if source}
    return touched


def _place(db: Database, number: int, sighting: Sighting, said: Evidence) -> set[str]:
    """Give a sighting to the source that it belongs to; return the ids of the sources that this changed."""
    identity, how = settle(sighting, said)
    identity, decisions = root(db, identity, sighting)
    if decisions:
        how += f"; decision {', '.join(map(str, decisions))}"
    name, kind, gender, aliases, role, date, now, was = db.conn.execute(
        "SELECT name, kind, gender, aliases, role, date, source, how FROM sightings WHERE id = ?", (number,)
    ).fetchone()
    if now == identity.id:
        if how != was:
            db.conn.execute("UPDATE sightings SET how = ? WHERE id = ?", (how, number))
        return set()
    repeats = now is None and aliases is None and as_known(db, identity.id, name, kind, gender, role)
    if not repeats:
        ensure_source(db, identity, name, kind)
    db.conn.execute("UPDATE sightings SET source = ?, how = ? WHERE id = ?", (identity.id, how, number))
    count(db, identity.id, name, aliases, role, date)
    if now is None:
        return set() if repeats else {identity.id}
    uncount(db, now, name, aliases, role)
    return {identity.id, now} | assign_quotes(db, sighting.article)


def _settle_key(db: Database, key: str) -> set[str]:
    said = evidence(db, key)
    rows = db.conn.execute(
        "SELECT id, article, name, gender, acronym FROM sightings WHERE key = ? AND source IS NOT NULL",
        (key,),
    ).fetchall()
    touched: set[str] = set()
    for number, article, name, gender, acronym in rows:
        touched |= _place(db, number, Sighting(key, article, fold(name), gender, acronym), said)
    return touched


def _resettle_changed(db: Database, before: dict[str, Evidence], after: dict[str, Evidence]) -> set[str]:
    changed = [key for key, old in before.items() if after[key] != old]
    touched: set[str] = set()
    for key in _with_dependents(db, changed):
        touched |= _settle_key(db, key)
    return touched


def _with_dependents(db: Database, keys: Iterable[str]) -> list[str]:
    """Add the keys whose answer rests on that of others: their acronyms, and what people gave to them."""
    found: dict[str, None] = dict.fromkeys(keys)
    waiting = list(found)
    while waiting:
        key = waiting.pop()
        rows = db.conn.execute(
            "SELECT acronym FROM sightings WHERE key = ?1 AND acronym IS NOT NULL"
            " UNION SELECT key FROM decision_edges WHERE to_key = ?1",
            (key,),
        )
        new = [other for (other,) in rows if other not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return list(found)


def _evidence_of(db: Database, sightings: Iterable[Sighting]) -> dict[str, Evidence]:
    keys = {key for s in sightings for key in (s.key, s.acronym) if key and not is_local(key)}
    return {key: evidence(db, key) for key in sorted(keys)}
