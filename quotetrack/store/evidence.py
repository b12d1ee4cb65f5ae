"""What the database says about a name: who bears it, what it is short for, what people decided about it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database

from quotetrack.sources.registry import Edge, Evidence, Identity, Known, Sighting, follow, is_local, settle


def evidence_of(db: Database, keys: Iterable[str]) -> dict[str, Evidence]:
    """Collect what is said about some keys; about most of them nothing is."""
    shared = sorted(key for key in set(keys) if not is_local(key))
    found = dict.fromkeys(shared, Evidence())
    for (key,) in db.conn.execute(_NOTED, (json.dumps(shared),)).fetchall():
        found[key] = Evidence(conflicting(db, key), _known(db, key), _expansions(db, key))
    return found


# The keys that were imported, that an article explains as an acronym, or that a man and a woman bear.
_NOTED = """
SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM source_names WHERE key = value)
    OR EXISTS (SELECT 1 FROM sightings WHERE acronym = value)
    OR EXISTS (SELECT 1 FROM sightings WHERE key = value AND gender = 'f')
        AND EXISTS (SELECT 1 FROM sightings WHERE key = value AND gender = 'm')
"""


def conflicting(db: Database, key: str) -> bool:
    """Tell whether a man and a woman bear the name, and nobody decided that they are one person."""
    if not key.startswith("person:") or not all(_gender_seen(db, key, gender) for gender in ("m", "f")):
        return False
    if not edges(db, key):
        return True
    ends = {follow(Identity(key, g), lambda k: edges(db, k), lambda k: k == key)[0] for g in ("m", "f")}
    return len(ends) == 2


def edges(db: Database, key: str) -> list[Edge]:
    """Return the decisions in force about a key, the latest first."""
    return [
        Edge(decision, key, variant, gender, Identity(to_key, to_variant), to_gender)
        for decision, variant, gender, to_key, to_variant, to_gender in db.conn.execute(
            "SELECT e.decision, e.variant, e.gender, e.to_key, e.to_variant, e.to_gender"
            " FROM decision_edges e JOIN decisions d ON d.id = e.decision"
            " WHERE e.key = ? AND e.to_key IS NOT NULL AND e.quote IS NULL AND d.undone_at IS NULL"
            " ORDER BY e.decision DESC",
            (key,),
        )
    ]


def anything_decided(db: Database) -> bool:
    """Tell whether people decided anything about any source: of most archives nothing."""
    return bool(db.conn.execute("SELECT EXISTS (SELECT 1 FROM decision_edges)").fetchone()[0])


def root(
    db: Database, identity: Identity, sighting: Sighting | None = None
) -> tuple[Identity, tuple[int, ...]]:
    """Return where people's decisions lead from an identity, and which ones."""
    if not anything_decided(db):
        return identity, ()
    return follow(identity, lambda key: edges(db, key), lambda key: conflicting(db, key), sighting)


def _known(db: Database, key: str) -> tuple[Known, ...]:
    rows = db.conn.execute(
        "SELECT DISTINCT s.key, s.variant, s.gender FROM source_names n JOIN sources s ON s.id = n.source"
        " WHERE n.key = ? ORDER BY s.id",
        (key,),
    )
    return tuple(Known(Identity(k, variant), gender) for k, variant, gender in rows)


def _gender_seen(db: Database, key: str, gender: str) -> bool:
    return bool(
        db.conn.execute(
            "SELECT EXISTS (SELECT 1 FROM sightings WHERE key = ?1 AND gender = ?2) OR EXISTS"
            " (SELECT 1 FROM source_names n JOIN sources s ON s.id = n.source"
            "  WHERE n.key = ?1 AND s.gender = ?2)",
            (key, gender),
        ).fetchone()[0]
    )


def _expansions(db: Database, key: str) -> tuple[Identity, ...]:
    """Return the different sources that a short form is explained by; two are enough to make it ambiguous."""
    found: dict[Identity, None] = {}
    last = ""
    while len(found) < 2:
        (last,) = db.conn.execute(
            "SELECT min(key) FROM sightings WHERE acronym = ? AND key > ?", (key, last)
        ).fetchone()
        if last is None:
            break
        identity, _ = settle(Sighting(last, "", ""), Evidence(known=_known(db, last)))
        found[root(db, identity)[0]] = None
    return tuple(found)
