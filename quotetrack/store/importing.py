"""Put known people and organisations into the registry, and let them claim the sightings of their names."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from quotetrack.sources.people import KnownSource
from quotetrack.store.presence import folded_name, refresh
from quotetrack.store.registry import resettle


def import_known(db: Database, known: Iterable[KnownSource]) -> None:
    """Add or update known sources; inside a transaction."""
    touched: set[str] = set()
    claimed: set[str] = set()
    for source in known:
        identity = source.identity
        db.conn.execute(
            "INSERT INTO sources (id, name, kind, gender, wikidata, imported, key, variant)"
            " VALUES (?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
            " kind = excluded.kind, gender = excluded.gender, wikidata = excluded.wikidata, imported = 1",
            (
                identity.id,
                source.name,
                source.kind,
                source.gender,
                source.wikidata,
                identity.key,
                identity.variant,
            ),
        )
        old = "FROM source_names WHERE source = ? AND how = 'import'"
        claimed.update(key for (key,) in db.conn.execute(f"SELECT key {old}", (identity.id,)) if key)
        db.conn.execute(f"DELETE {old}", (identity.id,))
        names = [(alias, source.key_of(alias)) for alias in dict.fromkeys((source.name, *source.aliases))]
        claimed.update(key for _, key in names if key)
        db.conn.executemany(
            "INSERT INTO source_names (source, alias, folded, surname, how, key)"
            " VALUES (?, ?, ?, ?, 'import', ?)",
            [(identity.id, *folded_name(alias), key) for alias, key in names],
        )
        touched.add(identity.id)
    resettle(db, {key for key in claimed if _is_seen(db, key)})
    refresh(db, touched)


def _is_seen(db: Database, key: str) -> bool:
    found = db.conn.execute(
        "SELECT EXISTS (SELECT 1 FROM sightings WHERE key = ?1)"
        " OR EXISTS (SELECT 1 FROM sightings WHERE acronym = ?1)"
        " OR EXISTS (SELECT 1 FROM decision_edges WHERE to_key = ?1)",
        (key,),
    ).fetchone()
    return bool(found[0])
