"""Quotes of the database as versions of claims, and versions as rows."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from quotetrack.claims.checks import Printed
from quotetrack.claims.versions import Version, chain_length, version_of
from quotetrack.model import Span, Stance


@dataclass(frozen=True, slots=True)
class Placed:
    """A quote of one document with its version.

    Attributes:
        quote: its id.
        text: its content as printed.
        version: the version that it prints.
        document: id of its document.
        date: the document's, ISO and possibly partial.
        rank: the smaller, the earlier; unknown dates come last.
    """

    quote: str
    text: str
    version: Version
    document: str
    date: str | None
    rank: str


def placed_quotes(conn: sqlite3.Connection, document: str, quotes: Sequence[str]) -> Iterator[Placed]:
    """Yield a document's quotes with their versions; wordless ones are left out."""
    wanted = set(quotes)
    date, name = conn.execute("SELECT date, name FROM documents WHERE id = ?", [document]).fetchone()
    rows = conn.execute(
        "SELECT id, text, content_start, content_end, source_name, source_kind, stance, via"
        " FROM quotes WHERE document = ? ORDER BY position",
        [document],
    ).fetchall()
    verbatim = defaultdict(list)
    for quote, start, end in conn.execute(
        'SELECT v.quote, v.start, v."end" FROM quotes q JOIN verbatim v ON v.quote = q.id'
        " WHERE q.document = ?",
        [document],
    ):
        verbatim[quote].append(Span(start, end))
    vias = {row[0]: row[7] for row in rows}
    reported = defaultdict(list)
    for row in rows:
        if row[7] is not None:
            reported[row[7]].append(Span(row[2], row[3]))
    for quote, text, start, _, speaker, kind, stance, _ in rows:
        if quote not in wanted:
            continue
        version = version_of(
            text,
            start,
            verbatim=verbatim[quote],
            reported=reported[quote],
            speaker=speaker or "",
            speaker_kind=kind or "unknown",
            stance=stance,
            depth=chain_length(quote, vias),
        )
        if version is not None:
            yield Placed(quote, text, version, document, date, f"{date or '9999'} {name} {quote}")


# The columns that `printed_version` reads, in its order.
VERSION = "key, words, marks, speaker, speaker_kind, stance, depth, documents, document, first_date"


def printed_version(row: Sequence[Any]) -> Printed:
    """Return the version of a row of the columns named in ``VERSION``."""
    key, words, marks, speaker, speaker_kind, stance, depth, documents, document, date = row
    version = _version(key, words, marks, speaker, speaker_kind, stance, depth)
    return Printed(version, documents, document, date)


@lru_cache(maxsize=1024)
def _version(
    key: str, words: str, marks: str, speaker: str, speaker_kind: str, stance: Stance, depth: int
) -> Version:
    """Return a version with all that is worked out about it: one that many compare with is loaded many times."""
    return Version(key, tuple(words.split(" ")), marks, speaker, speaker_kind, stance, depth)


def version_columns(version: Version, claim: int | None) -> list[Any]:
    """Return a version as the columns key, claim, words, marks, speaker, speaker_kind, stance, depth."""
    return [
        version.key,
        claim,
        " ".join(version.words),
        version.marks,
        version.speaker,
        version.speaker_kind,
        version.stance,
        version.depth,
    ]


def load_versions(conn: sqlite3.Connection, versions: Sequence[int]) -> dict[int, tuple[Printed, int]]:
    """Return stored versions with their claims, by their numbers."""
    rows = conn.execute(
        f"SELECT {VERSION}, claim, id FROM claim_versions WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(versions)],
    )
    return {row[-1]: (printed_version(row[:-2]), row[-2]) for row in rows}


def load_version(conn: sqlite3.Connection, version: int) -> tuple[Printed, int]:
    """Return a stored version with its claim."""
    row = conn.execute(f"SELECT {VERSION}, claim FROM claim_versions WHERE id = ?", [version]).fetchone()
    return printed_version(row[:-1]), row[-1]
