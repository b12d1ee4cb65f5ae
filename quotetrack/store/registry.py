"""The registry of sources: which source of the archive each document's source is, as documents come and go.

The evidence is one row of `sightings` for each source of each document. From it, and from people's decisions,
`quotetrack.sources.registry` says who is who; this module asks it again about exactly those sightings that a
change can concern, and moves them with their quotes. All functions run inside the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from quotetrack.model import Source
from quotetrack.sources.identity import fold
from quotetrack.sources.registry import Evidence, Identity, Sighting, settle, sight
from quotetrack.store.again import folded_quotes, found_again
from quotetrack.store.evidence import anything_decided, evidence_of, root
from quotetrack.store.presence import count, refresh, rows_of, says_nothing_new, uncount


def add_sightings(
    db: Database, document: str, date: str | None, article: str, sources: Sequence[Source]
) -> list[int]:
    """Record the sources of one document (its id) and find out who they are; return their sighting ids, in order."""
    sightings = list(_sightings(sources, article))
    before = evidence_of(db, _keys(sightings))
    decided = anything_decided(db)
    (last,) = db.conn.execute("SELECT coalesce(max(id), 0) FROM sightings").fetchone()
    new = [
        _New(number, source, sighting, _aliases(source), *_placed(db, sighting, before, decided))
        for number, (source, sighting) in enumerate(zip(sources, sightings, strict=True), last + 1)
    ]
    touched = _make_room(db, new, decided)
    db.conn.executemany(
        "INSERT INTO sightings"
        " (id, document, source, name, kind, gender, role, aliases, date, article, key, acronym, how)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                one.number, document, one.identity.id, one.source.name, one.source.kind, one.source.gender,
                one.source.role, one.aliases, date, article, one.sighting.key, one.sighting.acronym, one.how,
            )
            for one in new
        ],
    )  # fmt: skip
    count(db, [(one.identity.id, one.source.name, one.aliases, one.source.role, date) for one in new])
    # Only a gender or the explanation of an acronym adds to what is known of a name.
    after = before | evidence_of(db, _keys(s for s in sightings if s.gender or s.acronym))
    refresh(db, touched | _resettle_changed(db, before, after))
    return [one.number for one in new]


@dataclass(frozen=True, slots=True)
class _New:
    """A source of the document that is being stored.

    Attributes:
        number: id of its sighting.
        source, sighting: as the document has it, and what it can be known by.
        aliases: a JSON array.
        identity, how: who it is in the archive, and why.
    """

    number: int
    source: Source
    sighting: Sighting
    aliases: str | None
    identity: Identity
    how: str


def _aliases(source: Source) -> str | None:
    found = tuple(dict.fromkeys(alias for alias in source.aliases if alias != source.name))
    return json.dumps(found, ensure_ascii=False) if found else None


def _sightings(sources: Iterable[Source], article: str) -> Iterator[Sighting]:
    met: dict[tuple[str, str], int] = {}
    for source in sources:
        ordinal = met.get((source.kind, source.name), 0)
        met[source.kind, source.name] = ordinal + 1
        yield sight(source, article, ordinal)


def drop_sightings(db: Database, document: str) -> set[str]:
    """Forget the sources of one document, with all that only this document said of them.

    Call it once the document's quotes are gone. Returns the ids of the sources that it had, for `refresh`.
    """
    rows = db.conn.execute(
        "SELECT source, name, aliases, role, key, acronym FROM sightings WHERE document = ?", (document,)
    ).fetchall()
    shared = [Sighting(key, "", "", acronym=acronym) for *_, key, acronym in rows]
    before = evidence_of(db, _keys(shared))
    db.conn.execute("DELETE FROM sightings WHERE document = ?", (document,))
    touched: set[str] = set()
    for source, name, aliases, role, _, _ in rows:
        if source is not None:
            uncount(db, source, name, aliases, role)
            touched.add(source)
    return touched | _resettle_changed(db, before, evidence_of(db, _keys(shared)))


def resettle(db: Database, keys: Iterable[str]) -> None:
    """Ask again who the sightings with these keys are, after an import or a decision."""
    touched: set[str] = set()
    for key in _with_dependents(db, keys):
        touched |= _settle_key(db, key)
    refresh(db, touched)


def ensure_source(
    db: Database, identity: Identity, name: str, kind: str, gender: str | None = None, role: str | None = None
) -> str:
    """Make sure that the source has a row, and return its id."""
    db.conn.execute(
        "INSERT OR IGNORE INTO sources (id, name, kind, gender, role, key, variant) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (identity.id, name, kind, gender, role, identity.key, identity.variant),
    )
    return identity.id


def assign_quotes(db: Database, article: str) -> set[str]:
    """Give the quotes of an article to their sightings' sources, or to those that people decided on.

    Returns the ids of the sources that gained or lost a quote.
    """
    decided = db.conn.execute(
        "SELECT e.quote, e.words, e.to_key, e.to_variant, d.target_name FROM decision_edges e"
        " JOIN decisions d ON d.id = e.decision"
        " WHERE e.article = ? AND e.quote IS NOT NULL AND d.undone_at IS NULL ORDER BY e.decision",
        (article,),
    ).fetchall()
    quotes = folded_quotes(db, article) if decided else {}
    wanted: dict[str, str | None] = {}
    names: dict[str, tuple[Identity, str, str]] = {}
    for quote, words, key, variant, name in decided:
        meant = found_again(quotes, quote, words)
        if meant is not None:
            identity, _ = root(db, Identity(key, variant))
            wanted[meant] = identity.id
            (kind,) = db.conn.execute("SELECT source_kind FROM quotes WHERE id = ?", (meant,)).fetchone()
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


def _make_room(db: Database, new: Sequence[_New], decided: bool) -> set[str]:
    """Make sure that new sightings have their sources; return the ids of those of which they say something new.

    Args:
        db: the database.
        new: the sightings.
        decided: people may have decided how a source that comes for the first time is called.
    """
    known = rows_of(db, [one.identity.id for one in new])
    touched: set[str] = set()
    for one in new:
        source, identifier = one.source, one.identity.id
        if identifier not in known:
            row = (source.name, source.kind, source.gender, source.role)
            ensure_source(db, one.identity, *row)
            if not decided:
                known[identifier] = row
        if one.aliases or not says_nothing_new(known.get(identifier), source):
            touched.add(identifier)
    return touched


def _placed(
    db: Database, sighting: Sighting, said: Mapping[str, Evidence], decided: bool = True
) -> tuple[Identity, str]:
    """Return who a sighting is, by the evidence and by what people decided (if anything), and why."""
    identity, how = settle(sighting, said.get(sighting.key, Evidence()))
    identity, decisions = root(db, identity, sighting) if decided else (identity, ())
    return identity, how + (f"; decision {', '.join(map(str, decisions))}" if decisions else "")


def _move(db: Database, number: int, sighting: Sighting, said: Mapping[str, Evidence]) -> set[str]:
    """Give a sighting to the source that it belongs to now; return the ids of the sources that this changed."""
    identity, how = _placed(db, sighting, said)
    name, kind, aliases, role, date, now, was = db.conn.execute(
        "SELECT name, kind, aliases, role, date, source, how FROM sightings WHERE id = ?", (number,)
    ).fetchone()
    if now == identity.id:
        if how != was:
            db.conn.execute("UPDATE sightings SET how = ? WHERE id = ?", (how, number))
        return set()
    ensure_source(db, identity, name, kind)
    db.conn.execute("UPDATE sightings SET source = ?, how = ? WHERE id = ?", (identity.id, how, number))
    count(db, [(identity.id, name, aliases, role, date)])
    uncount(db, now, name, aliases, role)
    return {identity.id, now} | assign_quotes(db, sighting.article)


def _settle_key(db: Database, key: str) -> set[str]:
    said = evidence_of(db, [key])
    rows = db.conn.execute(
        "SELECT id, article, name, gender, acronym FROM sightings WHERE key = ?",
        (key,),
    ).fetchall()
    touched: set[str] = set()
    for number, article, name, gender, acronym in rows:
        touched |= _move(db, number, Sighting(key, article, fold(name), gender, acronym), said)
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


def _keys(sightings: Iterable[Sighting]) -> set[str]:
    """Return the keys that these sightings say something of."""
    return {key for s in sightings for key in (s.key, s.acronym) if key}
