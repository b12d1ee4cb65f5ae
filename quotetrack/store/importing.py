"""Put known people and organisations into the registry, and let them claim the sightings of their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlite_utils import Database

from quotetrack.sources.people import KnownSource
from quotetrack.store.presence import folded_name, refresh
from quotetrack.store.registry import resettle

CHUNK = 500  # values in one SQL list: every SQLite allows 999


def import_known(db: Database, known: Iterable[KnownSource]) -> None:
    """Add or update known sources; inside a transaction."""
    sources = [(source.identity, source) for source in known]
    ids = list(dict.fromkeys(identity.id for identity, _ in sources))
    already = set(_found(db, "SELECT id FROM sources WHERE id IN ({})", ids))
    released = set(
        _found(db, "SELECT key FROM source_names WHERE key IS NOT NULL AND source IN ({})", sorted(already))
    )
    db.conn.executemany(
        "INSERT INTO sources (id, name, kind, gender, wikidata, imported, key, variant)"
        " VALUES (?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
        " kind = excluded.kind, gender = excluded.gender, wikidata = excluded.wikidata, imported = 1",
        [
            (identity.id, s.name, s.kind, s.gender, s.wikidata, identity.key, identity.variant)
            for identity, s in sources
        ],
    )
    db.conn.executemany(
        "DELETE FROM source_names WHERE source = ? AND how = 'import'", [(source,) for source in already]
    )
    names = [
        (identity.id, *folded_name(alias), source.key_of(alias))
        for identity, source in sources
        for alias in dict.fromkeys((source.name, *source.aliases))
    ]
    db.conn.executemany(
        "INSERT OR REPLACE INTO source_names (source, alias, folded, surname, how, key)"
        " VALUES (?, ?, ?, ?, 'import', ?)",
        names,
    )
    claimed = sorted(released | {key for *_, key in names if key is not None})
    resettle(db, {key for query in _RESTING_ON for key in _found(db, query, claimed)})
    decided = _found(
        db,
        "SELECT s.id FROM decision_edges e JOIN sources s ON s.key = e.key WHERE e.key IN ({})",
        sorted({identity.key for identity, _ in sources}),
    )
    refresh(db, already | set(decided))


# The keys, among those given, whose answer an import can change.
_RESTING_ON = (
    "SELECT DISTINCT key FROM sightings WHERE key IN ({})",
    "SELECT DISTINCT acronym FROM sightings WHERE acronym IN ({})",
    "SELECT DISTINCT to_key FROM decision_edges WHERE to_key IN ({})",
)


def _found(db: Database, query: str, values: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(values), CHUNK):
        some = values[start : start + CHUNK]
        for (found,) in db.conn.execute(query.format(", ".join("?" * len(some))), some):
            yield found
