"""Read the findings with their evidence, set them aside with a reason; read claims and their versions."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from sqlite_utils import Database

from quotetrack.claims.checks import CHECKS, OF_CLAIMS, SEVERITIES
from quotetrack.claims.differences import difference
from quotetrack.claims.touched import Touched
from quotetrack.claims.versions import printed_words
from quotetrack.model import QuotetrackError, Span
from quotetrack.store.printed import load_version


@dataclass(frozen=True, slots=True)
class Evidence:
    """The earliest quote that prints a version, and how often the version is printed.

    Attributes:
        quote: id of the quote; `text` is its content, `who` its source as the document names it.
        document: id of its document; `title` is the title, or the name where there is none.
        documents: how many documents print this version.
        version: key of the version.
    """

    quote: str
    text: str
    who: str | None
    kind: str
    stance: str
    document: str
    title: str
    outlet: str | None
    date: str | None
    url: str | None
    documents: int
    version: str


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """Words that differ between two pieces of evidence; spans are positions in their texts, possibly empty.

    Attributes:
        before, after: where the words stand in the first and in the second quote's text.
        touched: what they are about, gravest first.
        verbatim: both print them inside quotation marks.
    """

    before: Span
    after: Span
    touched: tuple[Touched, ...]
    verbatim: bool


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Something that deserves a second look, with its evidence; see `quotetrack.claims.checks`.

    Attributes:
        claim: key of the claim; `claim_text` is its earliest wording.
        one, other: the evidence; the earlier first. `other` is None where the finding is about one version.
        changes: the words that differ from `one` to `other`.
        detail: what else is known: ``touched``, ``relation``, ``depth``, ``shortest``, ``documents``.
        number: grows with each new finding; see ``new_since``.
        dismissed: why it was set aside; None if it stands.
    """

    id: str
    check: str
    severity: str
    claim: str
    claim_text: str
    one: Evidence
    other: Evidence | None
    changes: tuple[ChangedWords, ...]
    detail: dict[str, Any]
    found_at: str
    number: int
    dismissed: str | None


def findings(
    db: Database,
    kinds: Sequence[str] | None = None,
    new_since: int | str | None = None,
    *,
    dismissed: bool = False,
    severity: int | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[FindingRow]:
    """Return the findings, the gravest first, then in the order in which they were found.

    Args:
        db: the database.
        kinds: the checks to show (see `CHECKS`); all by default.
        new_since: a finding's number, or a time in ISO format (UTC): only those found after it.
        dismissed: also those that were set aside.
        severity: only those of this one (3 high, 2 medium, 1 low).
        limit: at most so many.
        offset: so many are passed over.

    Raises:
        QuotetrackError: there is no such check.
    """
    conditions, values = _conditions(kinds, new_since)
    if severity is not None:
        conditions.append("severity = ?")
        values.append(severity)
    if not dismissed:
        conditions.append("dismissed IS NULL")
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = db.conn.execute(
        f"SELECT * FROM ({_FINDING}) {where} ORDER BY severity DESC, seq LIMIT ? OFFSET ?",
        [*values, -1 if limit is None else limit, offset],
    ).fetchall()
    return [_finding(db.conn, row) for row in rows]


def new_findings(
    db: Database, kinds: Sequence[str] | None = None, limit: int | None = None
) -> list[FindingRow]:
    """Return what was found since `mark_read`: the earliest found, at most so many, the gravest of them first."""
    conditions, values = _conditions(kinds, last_read(db))
    where = " AND ".join([*conditions, "dismissed IS NULL"])
    rows = db.conn.execute(
        f"SELECT * FROM ({_FINDING}) WHERE {where} ORDER BY seq LIMIT ?",
        [*values, -1 if limit is None else limit],
    ).fetchall()
    found = [_finding(db.conn, row) for row in rows]
    severe = {name: severity for severity, name in SEVERITIES.items()}
    return sorted(found, key=lambda row: (-severe[row.severity], row.number))


def finding(db: Database, id: str) -> FindingRow:
    """Return the finding with this id, or the only one whose id starts so.

    Raises:
        QuotetrackError: there is none, or more than one.
    """
    start = id.strip().lower()
    found = db.conn.execute(f"SELECT * FROM ({_FINDING}) WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2", [start])
    rows = found.fetchall() if start else []
    if not rows:
        raise QuotetrackError(f"{id}: no such finding. `quotetrack check` lists them with their ids.")
    if len(rows) > 1:
        raise QuotetrackError(f"{id}: several findings have ids that start so. Write more of it.")
    return _finding(db.conn, rows[0])


def count_findings(
    db: Database,
    new_since: int | str | None = None,
    kinds: Sequence[str] | None = None,
    *,
    dismissed: bool = False,
) -> dict[tuple[str, str], int]:
    """Count the findings that stand, or with ``dismissed`` also those that were set aside, by check and severity.

    All are counted from an index, and those that do not count are taken off: they are few.
    """
    conditions, values = _conditions(kinds, new_since)
    left_out = [_ONE_MOUTH] if dismissed else [_ONE_MOUTH, f"id IN {_SET_ASIDE} AND NOT ({_ONE_MOUTH})"]
    counted = Counter(_counts(db, conditions, values))
    for condition in left_out:
        counted.subtract(_counts(db, [*conditions, condition], values))
    return {
        (check, SEVERITIES[grade]): number
        for (check, grade), number in sorted(counted.items(), key=_gravest)
        if number
    }


def _counts(db: Database, conditions: Sequence[str], values: Sequence[Any]) -> dict[tuple[str, int], int]:
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = db.conn.execute(
        f'SELECT "check", severity, count(*) FROM findings f {where} GROUP BY 1, 2', values
    )
    return {(check, severity): count for check, severity, count in rows}


def _gravest(counted: tuple[tuple[str, int], int]) -> tuple[int, str]:
    (check, severity), _ = counted
    return -severity, check


def set_aside(db: Database, limit: int) -> list[FindingRow]:
    """Return the findings that people set aside, the last one first."""
    rows = db.conn.execute(
        f"SELECT * FROM ({_FINDING}) AS found WHERE id IN {_SET_ASIDE} ORDER BY (SELECT max(d.id) FROM dismissals d"
        " WHERE d.finding = found.id AND d.undone_at IS NULL) DESC LIMIT ?",
        [limit],
    ).fetchall()
    return [_finding(db.conn, row) for row in rows]


def count_set_aside(db: Database) -> int:
    """Count the findings that people set aside."""
    query = f"SELECT count(*) FROM findings f WHERE id IN {_SET_ASIDE} AND NOT ({_ONE_MOUTH})"
    return int(db.conn.execute(query).fetchone()[0])


def dismiss(db: Database, id: str, reason: str, by: str | None, at: str) -> FindingRow:
    """Set a finding aside; it stays so when its documents are extracted again.

    Raises:
        QuotetrackError: no such finding, or no reason.
    """
    if not reason.strip():
        raise QuotetrackError("A dismissal needs a reason, so that others can judge it.")
    row = finding(db, id)
    db.conn.execute(
        'INSERT INTO dismissals (finding, "check", anchor, reason, by, dismissed_at)'
        " VALUES (?, ?, ?, ?, ?, ?)",
        [row.id, row.check, _anchor(db.conn, row.id), reason.strip(), by, at],
    )
    return finding(db, row.id)


def _anchor(conn: sqlite3.Connection, id: str) -> str:
    """Return the key of the version that a finding is named after."""
    (key,) = conn.execute(
        "SELECT v.key FROM findings f JOIN claim_versions v ON v.id = f.one WHERE f.id = ?", [id]
    ).fetchone()
    return str(key)


def restore(db: Database, id: str, at: str) -> FindingRow:
    """Take the dismissal of a finding back; that it was dismissed stays on record."""
    row = finding(db, id)
    db.conn.execute(
        "UPDATE dismissals SET undone_at = ? WHERE finding = ? AND undone_at IS NULL", [at, row.id]
    )
    return finding(db, row.id)


def last_read(db: Database) -> int:
    """Return the number of the last finding that `check --new` has shown; 0 before the first time."""
    row = db.conn.execute("SELECT seq FROM findings_read").fetchone()
    return row[0] if row else 0


def mark_read(db: Database, until: int | None, at: str) -> None:
    """Remember that the findings up to this number have been shown; None: all until now."""
    db.conn.execute(
        "INSERT OR REPLACE INTO findings_read SELECT 1, coalesce(?, max(seq), 0), ? FROM findings",
        [until, at],
    )


def _conditions(kinds: Sequence[str] | None, new_since: int | str | None) -> tuple[list[str], list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []
    if kinds is not None:
        for kind in kinds:
            if kind not in CHECKS:
                raise QuotetrackError(f"“{kind}” is not a check. Use one of: {', '.join(CHECKS)}.")
        conditions.append(f'"check" IN ({", ".join("?" * len(kinds))})')
        values.extend(kinds)
    if new_since is not None:
        conditions.append("seq > ?" if isinstance(new_since, int) else "found_at > ?")
        values.append(new_since if isinstance(new_since, int) else _moment(new_since))
    return conditions, values


def _moment(time: str) -> str:
    """Return a time as the database writes it: « 2024-05-31 » → « 2024-05-31T00:00:00+00:00 »."""
    try:
        moment = datetime.fromisoformat(time)
    except ValueError as error:
        raise QuotetrackError(
            f"“{time}” is not a time. Write it as 2024-05-31 or 2024-05-31T18:30."
        ) from error
    moment = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return moment.astimezone(timezone.utc).isoformat(timespec="seconds")


_SET_ASIDE = "(SELECT finding FROM dismissals WHERE undone_at IS NULL)"
# People may have decided since that the two speakers are one.
_ONE_MOUTH = """f."check" = 'disputed speaker' AND EXISTS (
    SELECT 1 FROM claim_versions x JOIN claim_versions y ON y.id = f.other
    JOIN quotes qx ON qx.id = x.first_quote JOIN quotes qy ON qy.id = y.first_quote
    WHERE x.id = f.one AND qx.source = qy.source)"""
_FINDING = f"""
SELECT f.id, f."check", f.severity, f.detail, f.found_at, f.seq, f.one, f.other, c.key, c.text,
       (SELECT d.reason FROM dismissals d WHERE d.finding = f.id AND d.undone_at IS NULL
        ORDER BY d.id DESC LIMIT 1) AS dismissed
FROM findings f JOIN claim_versions a ON a.id = f.one JOIN claims c ON c.id = a.claim
WHERE NOT ({_ONE_MOUTH})
"""


def _finding(conn: sqlite3.Connection, row: Sequence[Any]) -> FindingRow:
    id, check, severity, detail, found_at, number, one, other, claim, claim_text, dismissed = row
    known = json.loads(detail)
    if check in OF_CLAIMS:
        one, known["documents"] = _earliest(conn, one)
    numbers = [one] if other is None else [one, other]
    shown = sorted(((evidence(conn, number), number) for number in numbers), key=_earlier)
    changes = tuple(changes_between(conn, *shown)) if len(shown) == 2 else ()
    return FindingRow(
        id, check, SEVERITIES[severity], claim, claim_text, shown[0][0],
        shown[1][0] if len(shown) == 2 else None, changes, known, found_at, number, dismissed,
    )  # fmt: skip


def _earliest(conn: sqlite3.Connection, version: int) -> tuple[int, int]:
    """Return the earliest version of a version's claim, and in how many documents the claim stands."""
    earliest, documents = conn.execute(
        "SELECT (SELECT v.id FROM claim_versions v WHERE v.claim = a.claim ORDER BY v.first_rank LIMIT 1),"
        " (SELECT count(DISTINCT p.document) FROM claim_versions v JOIN claim_quotes p ON p.version = v.id"
        "  WHERE v.claim = a.claim) FROM claim_versions a WHERE a.id = ?",
        [version],
    ).fetchone()
    return int(earliest), int(documents)


def _earlier(shown: tuple[Evidence, int]) -> tuple[str, str, str]:
    return shown[0].date or "9999", shown[0].title, shown[0].quote


def evidence(conn: sqlite3.Connection, version: int) -> Evidence:
    """Return the earliest quote that prints a version."""
    row = conn.execute(
        "SELECT q.id, q.text, coalesce(q.source_name, q.mention), q.kind, q.stance, d.id,"
        " coalesce(d.title, d.name), d.outlet, d.date, d.url, v.documents, v.key FROM claim_versions v"
        " JOIN quotes q ON q.id = v.first_quote JOIN documents d ON d.id = q.document WHERE v.id = ?",
        [version],
    ).fetchone()
    return Evidence(*row)


def changes_between(
    conn: sqlite3.Connection, one: tuple[Evidence, int], other: tuple[Evidence, int]
) -> Iterator[ChangedWords]:
    """Yield what differs between two versions (evidence, number), as positions in the two printed texts."""
    spans = [_word_spans(conn, shown.quote) for shown, _ in (one, other)]
    for change in difference(
        load_version(conn, one[1])[0].version, load_version(conn, other[1])[0].version
    ).changes:
        before, after = _stretch(spans[0], change.before), _stretch(spans[1], change.after)
        yield ChangedWords(before, after, change.touched, change.verbatim)


def _word_spans(conn: sqlite3.Connection, quote: str) -> list[Span]:
    text, start = conn.execute("SELECT text, content_start FROM quotes WHERE id = ?", [quote]).fetchone()
    reported = conn.execute("SELECT content_start, content_end FROM quotes WHERE via = ?", [quote])
    return [
        Span(word.start, word.end) for word in printed_words(text, start, [Span(*span) for span in reported])
    ]


def _stretch(words: Sequence[Span], places: tuple[int, int]) -> Span:
    start, end = places
    if start < end:
        return Span(words[start].start, words[end - 1].end)
    position = words[start - 1].end if start else words[0].start if words else 0
    return Span(position, position)
