"""Keep the claims right while documents come and go, in the transaction of each document.

Only the claims that a document touches are looked at: its new versions are compared with what the index of
shingles finds, versions that no document prints any more leave with all that hangs on them, and the groups
and findings around them are made anew."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sqlite_utils import Database

from quotetrack.claims.joining import Kinship, groups, kinship
from quotetrack.claims.shingles import candidates, shingles
from quotetrack.claims.versions import Version
from quotetrack.store.claim_tables import CLAIM_MIGRATIONS
from quotetrack.store.finding import refresh_findings
from quotetrack.store.parts import Change, Follower, Part
from quotetrack.store.printed import Placed, load_version, load_versions, placed_quotes, version_columns
from quotetrack.store.shingle_index import Posting, ShingleIndex

# Of the versions that share a shingle, the oldest so many are compared: enough to join any family of
# wordings, and a bound on what one stock phrase can cost. Below it, claims do not depend on the order of
# documents.
POSTINGS = 200
# So many are aligned, those with the same words first, then those with the most shingles in common: a sentence that is
# printed every day with another number in it (weather, stocks), or a phrase that all use, would else be compared with
# each of its thousands of likes.
ALIGNED = 50


def follow(db: Database) -> Follower:
    """Return what brings the claims up to date after one document was saved, replaced or deleted."""
    index = ShingleIndex(db.conn)

    def update(change: Change) -> None:
        index.refresh()
        Update(db.conn, index).run(change)

    return update


CLAIMS = Part("claims", CLAIM_MIGRATIONS, follow)


@dataclass(slots=True)
class Update:
    """One document's passage through the claims."""

    conn: sqlite3.Connection
    index: ShingleIndex
    new: dict[int, tuple[Version, int]] = field(default_factory=dict)  # each with its claim
    twins: set[str] = field(default_factory=set)  # words of new versions that others have as well
    fresh: set[int] = field(default_factory=set)  # claims that no document before this one had
    joined: set[int] = field(default_factory=set)  # claims to look at again
    split: set[int] = field(default_factory=set)  # claims that may have fallen apart
    recounted: set[int] = field(default_factory=set)  # claims to describe from all their versions
    quiet: set[int] = field(default_factory=set)  # versions that cannot give a new finding: most of them

    def run(self, change: Change) -> None:
        """Do all of it."""
        before = self._take_out(change.before) if change.before else set()
        placed = list(placed_quotes(self.conn, change.document, change.added)) if change.document else []
        gained = self._put_in(placed)
        for version in before:
            self._recount(version)
            self.recounted.add(load_version(self.conn, version)[1])
        alive = self._alive(before - gained.keys()) | gained.keys()
        for version in before - alive:
            self._forget(version)
        self._join_all()
        self._regroup()
        touched = alive - (self.quiet - before)
        refresh_findings(
            self.conn, touched - self.new.keys(), touched & self.new.keys(), self.joined, self.fresh
        )

    def _take_out(self, document: str) -> set[int]:
        """Remove a document's quotes from their versions; return the versions."""
        found = self.conn.execute("SELECT version FROM claim_quotes WHERE document = ?", [document])
        versions = {version for (version,) in found}
        self.conn.execute("DELETE FROM claim_quotes WHERE document = ?", [document])
        return versions

    def _put_in(self, placed: Iterable[Placed]) -> dict[int, Placed]:
        """Add quotes to their versions; return each version with its earliest quote in this document."""
        items = sorted(placed, key=lambda item: item.rank)
        known = self._known(item.version.key for item in items)
        first: dict[str, Placed] = {}
        for item in items:
            first.setdefault(item.version.key, item)
        here = self._new_versions([item for key, item in first.items() if key not in known])
        here |= {key: row[0] for key, row in known.items()}
        self._count_in([(known[key], item) for key, item in first.items() if key in known])
        self.conn.executemany(
            "INSERT INTO claim_quotes (document, quote, version) VALUES (?, ?, ?)",
            [(item.document, item.quote, here[item.version.key]) for item in items],
        )
        return {here[key]: item for key, item in first.items()}

    def _known(self, keys: Iterable[str]) -> dict[str, list[Any]]:
        """Return what is stored of the versions with these keys: id, documents, first date and rank, claim."""
        query = (
            "SELECT key, id, documents, first_date, first_rank, claim FROM claim_versions"
            " WHERE key IN (SELECT value FROM json_each(?))"
        )
        return {key: row for key, *row in self.conn.execute(query, [json.dumps(list(keys))])}

    def _new_versions(self, items: Sequence[Placed]) -> dict[str, int]:
        """Store versions that were not there, each with a claim of its own for now; return their ids by key."""
        ids = self.conn.execute(
            "SELECT (SELECT coalesce(max(id), 0) FROM claim_versions), (SELECT coalesce(max(id), 0) FROM claims)"
        )
        last_version, last_claim = ids.fetchone()
        numbered = list(zip(items, count(last_version + 1), count(last_claim + 1), strict=False))
        self.twins = self._with_twins([item.version for item in items])
        self.conn.executemany(
            "INSERT INTO claims (id, key, text, versions, first_rank) VALUES (?, ?, ?, 1, ?)",
            [(claim, item.version.key, item.text, item.rank) for item, _, claim in numbered],
        )
        self.conn.executemany(
            "INSERT INTO claim_versions (id, key, claim, words, marks, speaker, speaker_kind, stance, depth,"
            " documents, document, first_date, first_quote, first_rank) VALUES (?,?,?,?,?,?,?,?,?,1,?,?,?,?)",
            [
                (
                    version,
                    *version_columns(item.version, claim),
                    item.document,
                    item.date,
                    item.quote,
                    item.rank,
                )
                for item, version, claim in numbered
            ],
        )
        self.new |= {version: (item.version, claim) for item, version, claim in numbered}
        self.fresh |= {claim for _, _, claim in numbered}
        return {item.version.key: version for item, version, _ in numbered}

    def _count_in(self, known: Iterable[tuple[Sequence[Any], Placed]]) -> None:
        """Count this document for versions that were there, rows of `_known`, each with its earliest quote here."""
        rows = []
        for (version, documents, first_date, first_rank, claim), item in known:
            rows.append((item.date, item.rank, item.quote, version))
            if item.rank < first_rank:  # the claim may be called by this wording now
                self.conn.execute(
                    "UPDATE claims SET text = ?1, first_rank = ?2 WHERE id = ?3 AND ?2 < first_rank",
                    [item.text, item.rank, claim],
                )
            if documents > 1 and item.date is not None and first_date is not None and first_date <= item.date:
                self.quiet.add(version)  # one more copy of what many documents print
        self.conn.executemany(
            "UPDATE claim_versions SET documents = documents + 1, document = NULL,"
            " first_date = min(coalesce(first_date, ?1), coalesce(?1, first_date)),"
            " first_quote = iif(?2 < first_rank, ?3, first_quote), first_rank = min(first_rank, ?2)"
            " WHERE id = ?4",
            rows,
        )

    def _recount(self, version: int) -> None:
        """Count a version's documents anew: it lost one, and may have got it back changed."""
        self.conn.execute(
            "UPDATE claim_versions SET (documents, document, first_date) ="
            " (SELECT count(DISTINCT c.document),"
            "         iif(count(DISTINCT c.document) = 1, min(c.document), NULL), min(d.date)"
            "  FROM claim_quotes c JOIN documents d ON d.id = c.document WHERE c.version = ?1),"
            " (first_rank, first_quote) ="
            " (SELECT coalesce(d.date, '9999') || ' ' || d.name || ' ' || c.quote AS rank, c.quote"
            "  FROM claim_quotes c JOIN documents d ON d.id = c.document WHERE c.version = ?1"
            "  ORDER BY rank LIMIT 1)"
            " WHERE id = ?1",
            [version],
        )

    def _alive(self, versions: Iterable[int]) -> set[int]:
        query = "SELECT 1 FROM claim_quotes WHERE version = ? LIMIT 1"
        return {version for version in versions if self.conn.execute(query, [version]).fetchone()}

    def _forget(self, version: int) -> None:
        """Remove a version that no document prints any more, with all that hangs on it."""
        printed, claim = load_version(self.conn, version)
        self.split.add(claim)
        self.index.remove(version, {h for of_sort in shingles(printed.version) for h in of_sort})
        self.conn.execute("DELETE FROM kin WHERE one = ?1 OR other = ?1", [version])
        self.conn.execute("DELETE FROM findings WHERE one = ?1 OR other = ?1", [version])
        self.conn.execute("DELETE FROM claim_versions WHERE id = ?", [version])

    def _join_all(self) -> None:
        """Put the new versions into the index and compare each with those before it that the index finds."""
        sorts = {version: shingles(mine) for version, (mine, _) in self.new.items()}
        self.index.add(sorts)
        every = {shingle for pair in sorts.values() for of_sort in pair for shingle in of_sort}
        postings = self.index.postings(every, POSTINGS)
        for version in self.new:
            self._join(version, sorts[version], postings)

    def _join(
        self, version: int, sorts: Sequence[set[int]], postings: Mapping[int, Sequence[Posting]]
    ) -> None:
        """Compare a new version with those before it."""
        mine, claim = self.new[version]
        claims, alone = {claim}, True
        shares = candidates(sorts, lambda shingle: postings[shingle])
        if _words(mine) in self.twins:
            shares |= dict.fromkeys(self._twins(mine), 2.0)
        before = [other for other in shares if other < version]
        before.sort(key=lambda other: (-shares[other], other))
        loaded = load_versions(self.conn, before[:ALIGNED])
        for other in before[:ALIGNED]:
            their, their_claim = loaded[other]
            first, second = sorted(((mine.key, version), (their.version.key, other)))
            ordered = (mine, their.version) if first[1] == version else (their.version, mine)
            kin = kinship(*ordered)
            if kin is not None:
                self._add_kin(first[1], second[1], kin)
                claims.add(their_claim)
                alone = False
                self.quiet.discard(other)
        if len(claims) > 1:
            self._merge(claims)
        elif mine.mouth and not mine.depth and mine.stance == "asserted" and alone:
            self.quiet.add(version)

    def _with_twins(self, versions: Iterable[Version]) -> set[str]:
        """Return the words, as keys begin, of those of these new versions that any other version has as well."""
        here = Counter(map(_words, versions))
        query = (
            "SELECT value FROM json_each(?) WHERE EXISTS"
            " (SELECT 1 FROM claim_versions WHERE key BETWEEN value AND value || 'g')"
        )
        stored = {words for (words,) in self.conn.execute(query, [json.dumps(list(here))])}
        return stored | {words for words, several in here.items() if several > 1}

    def _twins(self, version: Version) -> set[int]:
        """Return the versions with the same words."""
        words = _words(version)
        twins = self.conn.execute(
            "SELECT id FROM claim_versions WHERE key BETWEEN ? AND ? LIMIT ?", [words, words + "g", POSTINGS]
        )
        return {row[0] for row in twins}

    def _add_kin(self, one: int, other: int, kin: Kinship) -> None:
        self.conn.execute(
            "INSERT OR REPLACE INTO kin VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                one, other, kin.kind, kin.score, ",".join(kin.touched), ",".join(kin.touched_verbatim),
                kin.shared, *kin.verbatim,
            ],
        )  # fmt: skip

    def _merge(self, claims: set[int]) -> None:
        """Make one claim of several, under the smallest number."""
        kept, *others = sorted(claims)
        rows = self.conn.execute(
            "SELECT first_rank, text, key, versions FROM claims WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps([kept, *others])],
        ).fetchall()
        first_rank, text, *_ = min(rows)
        self.conn.execute(
            "UPDATE claims SET first_rank = ?, text = ?, key = ?, versions = ? WHERE id = ?",
            [first_rank, text, min(key for *_, key, _ in rows), sum(versions for *_, versions in rows), kept],
        )
        for claim in others:
            self.conn.execute("UPDATE claim_versions SET claim = ? WHERE claim = ?", [kept, claim])
            self.conn.execute("DELETE FROM claims WHERE id = ?", [claim])
        self.joined -= set(others)
        self.joined.add(kept)
        for marked in (self.split, self.recounted):
            if not marked.isdisjoint(others):
                marked.difference_update(others)
                marked.add(kept)

    def _regroup(self) -> None:
        """Part the claims that lost a version where it held them together; describe those that lost a document."""
        for claim in self.split:
            nodes = [
                row[0] for row in self.conn.execute("SELECT id FROM claim_versions WHERE claim = ?", [claim])
            ]
            pairs = self.conn.execute(
                "SELECT k.one, k.other FROM claim_versions v JOIN kin k ON k.one = v.id WHERE v.claim = ?",
                [claim],
            )
            parts = groups(nodes, pairs)
            self.recounted.add(claim)
            for part in parts[1:]:
                made = self.conn.execute(
                    "INSERT INTO claims (key, text, versions, first_rank) VALUES ('', '', 0, '')"
                ).lastrowid
                assert made is not None
                self.conn.executemany(
                    "UPDATE claim_versions SET claim = ? WHERE id = ?", [(made, version) for version in part]
                )
                self.recounted.add(made)
        for claim in self.recounted:
            self._describe(claim)
        self.joined |= self.recounted

    def _describe(self, claim: int) -> None:
        """Describe a claim by all its versions; forget it if there are none."""
        key, versions = self.conn.execute(
            "SELECT min(key), count(*) FROM claim_versions WHERE claim = ?", [claim]
        ).fetchone()
        if not versions:
            self.conn.execute("DELETE FROM claims WHERE id = ?", [claim])
            return
        self.conn.execute(
            "UPDATE claims SET key = ?2, versions = ?3, (first_rank, text) ="
            " (SELECT v.first_rank, q.text FROM claim_versions v JOIN quotes q ON q.id = v.first_quote"
            "  WHERE v.claim = ?1 ORDER BY v.first_rank LIMIT 1) WHERE id = ?1",
            [claim, key, versions],
        )


def _words(version: Version) -> str:
    """Return what the keys of all versions with the same words begin with."""
    return version.key[:8]
