"""Make the findings anew around the versions and claims that a document touched."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone

from quotetrack.claims.checks import Finding, claim_findings, pair_findings, version_findings
from quotetrack.claims.joining import Kinship
from quotetrack.claims.touched import Touched
from quotetrack.store.printed import VERSION, load_version, printed_version


def refresh_findings(conn: sqlite3.Connection, versions: Iterable[int], claims: Iterable[int]) -> None:
    """Bring the findings up to date.

    Args:
        conn: the database, inside a transaction.
        versions: those that came, or that other documents print now.
        claims: those that any version came to or left.
    """
    for version in versions:
        _replace(conn, _OF_PAIRS, [version, "second-hand"], _pair_findings(conn, version))
    for claim in claims:
        _replace(conn, _OF_CLAIM, [claim, "second-hand"], _claim_findings(conn, claim))


# A second-hand finding names a second version, the one closest to the speaker, but is about the claim.
_KNOWN = (
    "SELECT f.id, f.severity, f.detail, (SELECT key FROM claim_versions WHERE id = f.other) FROM findings f"
)
_OF_PAIRS = f"""
{_KNOWN} WHERE f.one = ?1 AND f.other IS NOT NULL AND f."check" <> ?2
UNION {_KNOWN} WHERE f.other = ?1 AND f."check" <> ?2
"""
_OF_CLAIM = f"""
{_KNOWN} JOIN claim_versions v ON v.id = f.one
WHERE v.claim = ?1 AND (f.other IS NULL OR f."check" = ?2)
"""


def _pair_findings(conn: sqlite3.Connection, version: int) -> list[Finding]:
    found: list[Finding] = []
    rows = conn.execute(
        "SELECT * FROM kin WHERE one = ?1 UNION ALL SELECT * FROM kin WHERE other = ?1", [version]
    ).fetchall()
    for one, other, kind, score, touched, verbatim, shared, in_one, in_other in rows:
        kin = Kinship(kind, score, _listed(touched), _listed(verbatim), shared, (in_one, in_other))
        found.extend(pair_findings(load_version(conn, one)[0], load_version(conn, other)[0], kin))
    return found


def _claim_findings(conn: sqlite3.Connection, claim: int) -> list[Finding]:
    rows = conn.execute(f"SELECT {VERSION} FROM claim_versions WHERE claim = ?", [claim])
    members = [printed_version(row) for row in rows]
    if not members:
        return []
    several = any(p.documents > 1 for p in members) or len({p.document for p in members}) > 1
    dismissed = conn.execute(
        'SELECT d."check", d.anchor FROM claim_versions v JOIN dismissals d ON d.anchor = v.key'
        " WHERE v.claim = ? AND d.undone_at IS NULL",
        [claim],
    ).fetchall()
    whole = claim_findings([printed.version for printed in members], several, dismissed)
    return [*version_findings(members), *whole]


_INSERT = """
INSERT INTO findings (id, "check", severity, one, other, detail, found_at) VALUES (?, ?, ?,
    (SELECT id FROM claim_versions WHERE key = ?), (SELECT id FROM claim_versions WHERE key = ?), ?, ?)
"""
_UPDATE = """
UPDATE findings SET severity = ?, detail = ?, other = (SELECT id FROM claim_versions WHERE key = ?)
WHERE id = ?
"""


def _replace(
    conn: sqlite3.Connection, query: str, parameters: Sequence[object], findings: Sequence[Finding]
) -> None:
    """Make what the query selects be these findings; those that were there stay as they were found."""
    there = {row[0]: row[1:] for row in conn.execute(query, parameters)}
    for finding in findings:
        detail = json.dumps(finding.detail, ensure_ascii=False)
        known = there.pop(finding.id, None)
        if known is None:
            now = datetime.now(timezone.utc).isoformat(timespec="seconds")
            values = [finding.id, finding.check, finding.severity, finding.one, finding.other, detail, now]
            conn.execute(_INSERT, values)
        elif known != (finding.severity, detail, finding.other):
            conn.execute(_UPDATE, [finding.severity, detail, finding.other, finding.id])
    conn.executemany("DELETE FROM findings WHERE id = ?", [(gone,) for gone in there])


def _listed(kinds: str) -> tuple[Touched, ...]:
    return tuple(kinds.split(",")) if kinds else ()  # type: ignore[arg-type]
