"""What the archive says of a source: its names, roles, kind and gender, counted from its sightings.

Counted as sightings come and go rather than recounted, so that a source seen in a hundred thousand documents
costs no more than one seen in two. Nothing here depends on the order in which documents came.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from quotetrack.model import Source
from quotetrack.sources.identity import fold, is_proper, lookup_key, names_nobody, surname
from quotetrack.sources.registry import Identity, concerns
from quotetrack.store.evidence import conflicting

# What a source is when its documents disagree: the first of these that one of them says.
KINDS = ("person", "organisation", "place", "group", "document", "anonymous", "unknown")
_KINDS = ", ".join(f"'{kind}'" for kind in KINDS)
# Kinds and genders are named, so that the index of sightings leads to the role of a source seen in 100,000 documents.
_SEEN_WITH_ROLE = f"""
SELECT count(*), min(date), max(date) FROM json_each('[null, "f", "m"]') CROSS JOIN sightings
WHERE source = ? AND kind IN ({_KINDS}) AND gender IS value AND role = ?
"""


# Name, kind, gender and role of a source.
SourceValues = Sequence[Any]


def count(db: Database, sightings: Sequence[tuple[str, str, str | None, str | None, str | None]]) -> None:
    """Count sightings (source, name, aliases, role, date): the names that their sources go by there, and the roles."""
    db.conn.executemany(
        "INSERT INTO source_names (source, alias, folded, surname, how, documents) VALUES (?, ?, ?, ?, ?, 1)"
        " ON CONFLICT (source, alias, how) DO UPDATE SET documents = documents + 1",
        [(source, *named) for source, name, aliases, _, _ in sightings for named in _names(name, aliases)],
    )
    db.conn.executemany(
        "INSERT INTO source_roles (source, role, first_seen, last_seen, documents)"
        " VALUES (?1, ?2, ?3, ?3, 1)"
        " ON CONFLICT (source, role) DO UPDATE SET documents = documents + 1,"
        " first_seen = min(coalesce(first_seen, ?3), coalesce(?3, first_seen)),"
        " last_seen = max(coalesce(last_seen, ?3), coalesce(?3, last_seen))",
        [(source, role, date) for source, _, _, role, date in sightings if role is not None],
    )


def uncount(db: Database, source: str, name: str, aliases: str | None, role: str | None) -> None:
    """Take back one sighting, whose own row is gone or points elsewhere already."""
    for alias, _, _, how in _names(name, aliases):
        db.conn.execute(
            "UPDATE source_names SET documents = documents - 1 WHERE source = ? AND alias = ? AND how = ?",
            (source, alias, how),
        )
    db.conn.execute("DELETE FROM source_names WHERE source = ? AND documents <= 0"
                    " AND how IN ('name', 'alias', 'description')", (source,))  # fmt: skip
    if role is not None:
        seen, first, last = db.conn.execute(_SEEN_WITH_ROLE, (source, role)).fetchone()
        if seen:
            db.conn.execute(
                "UPDATE source_roles SET documents = ?, first_seen = ?, last_seen = ?"
                " WHERE source = ? AND role = ?",
                (seen, first, last, source, role),
            )
        else:
            db.conn.execute("DELETE FROM source_roles WHERE source = ? AND role = ?", (source, role))


def refresh(db: Database, sources: Iterable[str]) -> None:
    """Give each source the name, kind, gender and role that its sightings and people's decisions call for.

    One that nothing mentions any more is removed, unless it was imported.
    """
    for source in sorted(set(sources)):
        row = db.conn.execute(_SAID, (source,)).fetchone()
        if row is None:
            continue
        name, kind, gender, role, imported, key, variant, *said = row
        kind_seen, gender_seen, last_role, quoted, decided = said
        if kind_seen is None and not imported and not quoted:
            db.conn.execute("DELETE FROM sources WHERE id = ?", (source,))
            continue
        own = _decided_name(db, source, Identity(key, variant)) if decided else None
        new = (
            own or (name if imported else _best_name(db, source, key)) or name,
            kind if imported or kind_seen is None else kind_seen,
            gender if imported or kind_seen is None else gender_seen,
            last_role,
        )
        if new != (name, kind, gender, role):
            db.conn.execute(
                "UPDATE sources SET name = ?, kind = ?, gender = ?, role = ? WHERE id = ?", (*new, source)
            )


# The row of a source, and what is said of it: the first of the kinds and the only gender that its sightings have, its
# last role, whether it is quoted, and whether people decided anything about its name.
_SAID = f"""
SELECT s.name, s.kind, s.gender, s.role, s.imported, s.key, s.variant,
    coalesce((SELECT value FROM json_each('{json.dumps(KINDS)}')
              WHERE EXISTS (SELECT 1 FROM sightings WHERE source = s.id AND kind = value) LIMIT 1),
             (SELECT 'unknown' FROM sightings WHERE source = s.id LIMIT 1)),
    (SELECT iif(count(*) = 1, min(value), NULL) FROM json_each('["f", "m"]') WHERE EXISTS
        (SELECT 1 FROM sightings WHERE source = s.id AND kind IN ({_KINDS}) AND gender = value)),
    (SELECT role FROM source_roles WHERE source = s.id ORDER BY last_seen DESC, documents DESC, role LIMIT 1),
    EXISTS (SELECT 1 FROM quotes WHERE source = s.id),
    EXISTS (SELECT 1 FROM decision_edges WHERE key = s.key)
        OR EXISTS (SELECT 1 FROM source_names WHERE source = s.id AND how = 'decision')
FROM sources s WHERE s.id = ?
"""


def rows_of(db: Database, sources: Iterable[str]) -> dict[str, SourceValues]:
    """Return what is stored of these sources, by id: name, kind, gender, role."""
    query = "SELECT id, name, kind, gender, role FROM sources WHERE id IN (SELECT value FROM json_each(?))"
    return {source: row for source, *row in db.conn.execute(query, (json.dumps(list(sources)),))}


def says_nothing_new(row: SourceValues | None, source: Source) -> bool:
    """Tell whether a document says no more of a source than its row: `refresh` would leave it as it is."""
    if row is None or row[0] != source.name or KINDS.index(source.kind) < KINDS.index(row[1]):
        return False
    return source.gender in (None, row[2]) and source.role in (None, row[3])


def folded_name(alias: str) -> tuple[str, str, str | None]:
    """Return an alias with what it is looked up by: the folded words, and the surname of a full name."""
    return alias, lookup_key(alias), surname(alias)


def _names(name: str, aliases: str | None) -> list[tuple[str, str, str | None, str]]:
    found = [(*folded_name(name), "name")]
    for alias in json.loads(aliases) if aliases else ():
        if not names_nobody(alias):
            found.append((*folded_name(alias), "alias" if is_proper(alias) else "description"))
    return found


def _best_name(db: Database, source: str, key: str) -> str | None:
    """Return the commonest of the names that spell the source's key, else the commonest of its names.

    One without title and article is better than one with them, « Agnès Buzyn » better than « AGNÈS BUZYN ».
    """
    spelled = key.partition(":")[2]
    uses: dict[tuple[str, str], list[int]] = {}
    for alias, folded, how, documents in db.conn.execute(
        "SELECT alias, folded, how, documents FROM source_names"
        " WHERE source = ? AND how IN ('name', 'alias')",
        (source,),
    ):
        use = uses.setdefault((alias, folded), [0, 0])
        use[0] |= how == "name"
        use[1] += documents

    def rank(name: tuple[str, str]) -> tuple[bool, bool, bool, int, int, str]:
        alias, folded = name
        as_name, documents = uses[name]
        return folded != spelled, fold(alias) != folded, alias.isupper(), -as_name, -documents, alias

    return min(uses, key=rank)[0] if uses else None


def _decided_name(db: Database, source: str, identity: Identity) -> str | None:
    """Return the name that a person gave to the source, and let it be looked up by that name."""
    names = db.conn.execute(
        "SELECT e.variant, e.gender, d.target_name FROM decision_edges e"
        " JOIN decisions d ON d.id = e.decision"
        " WHERE e.key = ? AND e.to_key IS NULL AND d.undone_at IS NULL ORDER BY d.id DESC",
        (identity.key,),
    ).fetchall()
    conflict = bool(names) and conflicting(db, identity.key)
    name = next(
        (name for variant, gender, name in names if concerns(variant, gender, identity, conflict)), None
    )
    db.conn.execute(
        "DELETE FROM source_names WHERE source = ? AND how = 'decision' AND alias IS NOT ?", (source, name)
    )
    if name is None:
        return None
    db.conn.execute(
        "INSERT OR IGNORE INTO source_names (source, alias, folded, surname, how)"
        " VALUES (?, ?, ?, ?, 'decision')",
        (source, *folded_name(name)),
    )
    return str(name)
