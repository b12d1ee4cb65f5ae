"""Make the findings anew around the versions and claims that a document touched."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Container, Iterable, Sequence
from datetime import datetime, timezone
from typing import Any

from quotetrack.claims.checks import Finding, Printed, claim_findings, pair_findings, version_findings
from quotetrack.claims.joining import Kinship
from quotetrack.claims.touched import Touched
from quotetrack.store.printed import VERSION, load_version, printed_version


def refresh_findings(
    conn: sqlite3.Connection,
    changed: Iterable[int],
    new: Iterable[int],
    claims: Iterable[int],
    fresh: Container[int],
) -> None:
    """Bring the findings up to date.

    Args:
        conn: the database, inside a transaction.
        changed: versions that other documents print now.
        new: versions that were not there before.
        claims: those that any version came to or left; those of the versions are looked at anyhow.
        fresh: claims that were not there before: there can be no findings about them yet.
    """
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    loaded: dict[int, Printed] = {}
    touched = set(claims)

    def load(version: int) -> Printed:
        if version not in loaded:
            loaded[version] = load_version(conn, version)[0]
        return loaded[version]

    for version in changed:
        touched.add(_claim_of(conn, version))
        _replace(conn, _known(conn, _OF_PAIRS, version), _pair_findings(conn, version, load), now)
    for version in new:
        touched.add(_claim_of(conn, version))
        _replace(conn, {}, _pair_findings(conn, version, load), now)
    (any_dismissed,) = conn.execute("SELECT EXISTS (SELECT 1 FROM dismissals)").fetchone()
    for claim in touched:
        known = {} if claim in fresh else _known(conn, _OF_CLAIM, claim)
        _replace(
            conn, known, _claim_findings(conn, claim, _dismissed(conn, claim) if any_dismissed else ()), now
        )


def _claim_of(conn: sqlite3.Connection, version: int) -> int:
    (claim,) = conn.execute("SELECT claim FROM claim_versions WHERE id = ?", [version]).fetchone()
    return int(claim)


# A second-hand finding names a second version, the one closest to the speaker, but is about the claim.
_KNOWN = (
    "SELECT f.id, f.severity, f.detail, (SELECT key FROM claim_versions WHERE id = f.other) FROM findings f"
)
_OF_PAIRS = f"""
{_KNOWN} WHERE f.one = ?1 AND f.other IS NOT NULL AND f."check" <> 'second-hand'
UNION {_KNOWN} WHERE f.other = ?1 AND f."check" <> 'second-hand'
"""
MEMBERS = 200
"""Versions of a claim, the oldest, that findings about the whole of it are made of: a bound on what a sentence costs
that is printed every day with another number in it."""

_OLDEST = f"(SELECT id FROM claim_versions WHERE claim = ?1 ORDER BY id LIMIT {MEMBERS})"
# Left to itself, SQLite would go through all second-hand findings there are.
_OF_CLAIM = f"""
{_KNOWN} INDEXED BY findings_one WHERE f.one IN {_OLDEST} AND f.other IS NULL
UNION {_KNOWN} INDEXED BY findings_second_hand WHERE f.one IN {_OLDEST} AND f."check" = 'second-hand'
"""


def _known(conn: sqlite3.Connection, query: str, number: int) -> dict[str, tuple[Any, ...]]:
    return {row[0]: row[1:] for row in conn.execute(query, [number])}


def _pair_findings(conn: sqlite3.Connection, version: int, load: Callable[[int], Printed]) -> list[Finding]:
    found: list[Finding] = []
    rows = conn.execute(
        "SELECT * FROM kin WHERE one = ?1 UNION ALL SELECT * FROM kin WHERE other = ?1", [version]
    ).fetchall()
    for one, other, kind, score, touched, verbatim, shared, in_one, in_other in rows:
        kin = Kinship(kind, score, _listed(touched), _listed(verbatim), shared, (in_one, in_other))
        found.extend(pair_findings(load(one), load(other), kin))
    return found


def _claim_findings(
    conn: sqlite3.Connection, claim: int, dismissed: Iterable[tuple[str, str]]
) -> list[Finding]:
    rows = conn.execute(f"SELECT {VERSION} FROM claim_versions WHERE id IN {_OLDEST}", [claim])
    members = [printed_version(row) for row in rows]
    if not members:
        return []
    several = any(p.documents > 1 for p in members) or len({p.document for p in members}) > 1
    whole = claim_findings([printed.version for printed in members], several, dismissed)
    return [*version_findings(members), *whole]


def _dismissed(conn: sqlite3.Connection, claim: int) -> list[tuple[str, str]]:
    """Return what people set aside about a claim: checks, each with the key of the version it was named after."""
    return conn.execute(
        'SELECT d."check", d.anchor FROM claim_versions v JOIN dismissals d ON d.anchor = v.key'
        f" WHERE v.id IN {_OLDEST} AND d.undone_at IS NULL",
        [claim],
    ).fetchall()


_JSON = json.JSONEncoder(ensure_ascii=False)
_WRITE = """
INSERT INTO findings (id, "check", severity, one, other, detail, found_at) VALUES (?, ?, ?,
    (SELECT id FROM claim_versions WHERE key = ?), (SELECT id FROM claim_versions WHERE key = ?), ?, ?)
ON CONFLICT (id) DO UPDATE SET severity = excluded.severity, detail = excluded.detail, other = excluded.other
"""


def _replace(
    conn: sqlite3.Connection, known: dict[str, tuple[Any, ...]], findings: Sequence[Finding], now: str
) -> None:
    """Put findings in the place of the known ones; those that were there stay as they were found."""
    rows = []
    for finding in findings:
        detail = _JSON.encode(finding.detail)
        if known.pop(finding.id, None) != (finding.severity, detail, finding.other):
            rows.append(
                (finding.id, finding.check, finding.severity, finding.one, finding.other, detail, now)
            )
    if rows:
        conn.executemany(_WRITE, rows)
    if known:
        conn.executemany("DELETE FROM findings WHERE id = ?", [(gone,) for gone in known])


def _listed(kinds: str) -> tuple[Touched, ...]:
    return tuple(kinds.split(",")) if kinds else ()  # type: ignore[arg-type]
