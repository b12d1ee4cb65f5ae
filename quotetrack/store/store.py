"""The database of claims: documents, quotes and sources, saved and asked for.

with ClaimStore("db/quotetrack.db") as store:
    store.save(extraction)
    for quote in store.quotes_by("Macron"):
        print(quote.date, quote.who, quote.text)
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from quotetrack.model import Document, Extraction, QuotetrackError
from quotetrack.sources.people import BadRow, KnownSource, read_people
from quotetrack.store import decisions, importing, queries, reviewing, statistics, upkeep, writing
from quotetrack.store.cross_checking import CrossChecking
from quotetrack.store.opening import TIMEOUT, explained, open_database, transaction
from quotetrack.store.parts import Follower, parts
from quotetrack.store.rows import (
    DecisionRow,
    DocumentRow,
    Imported,
    NameRow,
    QuoteRow,
    ReviewRow,
    RoleRow,
    Saved,
    SightingRow,
    SourceRow,
)
from quotetrack.store.statistics import Tally


class ClaimStore(CrossChecking):
    """One SQLite file of what was said; a context manager.

    Args:
        path: the file.
        create: make the file, and the folders above it, if they are missing.
        read_only: refuse to change anything; works on a file and in a folder without write permission.
        timeout: seconds to wait while another process writes.

    Raises:
        QuotetrackError: the file is missing, locked, damaged, not ours, or from a newer version.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        create: bool = True,
        read_only: bool = False,
        timeout: float = TIMEOUT,
    ) -> None:
        self.path = Path(path)
        self.db: Database = open_database(self.path, create=create, read_only=read_only, timeout=timeout)
        self._followers = self._follow()

    def __enter__(self) -> ClaimStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        self.db.close()

    # --- documents ------------------------------------------------------------------------------------------

    def save(self, extraction: Extraction, run: int | None = None) -> Saved:
        """Store what was found in a document, in one transaction.

        The same document again changes nothing. A corrected one (same address, or same name and file, other
        text) takes the place of the earlier version; reviews and people's decisions are carried over.
        """
        try:
            with self._writing():
                return writing.save(self.db, extraction, run, self._followers)
        except UnicodeEncodeError as error:
            raise QuotetrackError(
                f"{extraction.document.name}: half a character (U+{ord(error.object[error.start]):04X}) stands in "
                "it, which is no Unicode text. Read it again with the encoding that it was written in."
            ) from error

    def delete(self, document: str) -> DocumentRow:
        """Remove a document (id, name, path or address) and what was found in it; return what it was."""
        with self._writing():
            row = queries.document_row(self.db, document)
            writing.delete(self.db, row.id, self._followers)
            return row

    def stored(self, document: Document, version: str | None = None, model: str | None = None) -> bool:
        """Tell whether this document is stored with exactly this text, by this version of quotetrack and this model."""
        with self._reading():
            row = self.db.conn.execute(
                "SELECT r.version, r.model FROM documents d LEFT JOIN runs r ON r.id = d.run WHERE d.id = ?",
                (document.id,),
            ).fetchone()
            return row is not None and version in (None, row[0]) and model in (None, row[1])

    def stored_by(self, document: Document) -> str | None:
        """Return the version of quotetrack whose extraction of exactly this text is stored; None where none is."""
        with self._reading():
            row = self.db.conn.execute(
                "SELECT r.version FROM documents d JOIN runs r ON r.id = d.run WHERE d.id = ?", (document.id,)
            ).fetchone()
            return row[0] if row is not None else None

    def documents(self) -> list[DocumentRow]:
        """Return all documents in time order."""
        with self._reading():
            return queries.documents(self.db)

    def extraction(self, document: str) -> Extraction:
        """Return a stored document (id, name, path or address) with its text and all that was found in it."""
        with self._reading():
            return queries.extraction(self.db, queries.document_row(self.db, document).id)

    def start_run(
        self, version: str, model: str | None = None, options: Mapping[str, object] | None = None
    ) -> int:
        """Record that an extraction begins; return its id, for `save` and `finish_run`."""
        started = writing.now()
        with self._writing():
            cursor = self.db.conn.execute(
                "INSERT INTO runs (name, version, model, options, started) VALUES (?, ?, ?, ?, ?)",
                (" · ".join(filter(None, (version, model, started))), version, model,
                 json.dumps(dict(options or {}), ensure_ascii=False, default=str), started),
            )  # fmt: skip
            return cursor.lastrowid or 0

    def finish_run(self, run: int) -> None:
        """Record that an extraction is complete."""
        with self._writing():
            self.db.conn.execute("UPDATE runs SET finished = ? WHERE id = ?", (writing.now(), run))

    # --- quotes ---------------------------------------------------------------------------------------------

    def quotes(self, document: str | None = None) -> Iterator[QuoteRow]:
        """Yield the quotes of one document, or all, in time order."""
        with self._reading():
            if document is None:
                yield from queries.quotes_where(self.db, "1")
            else:
                row = queries.document_row(self.db, document)
                yield from queries.quotes_where(self.db, "q.document = ?", (row.id,))

    def quote(self, id: str) -> QuoteRow:
        """Return the quote with this id, or the only one whose id starts so.

        Raises:
            QuotetrackError: there is none, or more than one.
        """
        with self._reading():
            return queries.quote_by_prefix(self.db, id)

    def quotes_by(self, name: str) -> list[QuoteRow]:
        """Return what is quoted from all sources that go by ``name`` (any alias, or an id), in time order."""
        with self._reading():
            found = json.dumps([source.id for source in self._named(name)])
            return list(
                queries.quotes_where(self.db, "q.source IN (SELECT value FROM json_each(?))", (found,))
            )

    def search(self, words: str, limit: int | None = 100) -> list[QuoteRow]:
        """Return the quotes that hold all the words in their content or source name, the best match first.

        Accents and case do not count; words between quotation marks must follow each other.
        """
        with self._reading():
            return queries.search(self.db, words, limit)

    # --- reviews --------------------------------------------------------------------------------------------

    def add_review(
        self,
        quote: str,
        *,
        verdict: str | None = None,
        note: str | None = None,
        url: str | None = None,
        by: str | None = None,
    ) -> ReviewRow:
        """Record what a person found about a quote; earlier reviews stay.

        Raises:
            QuotetrackError: no such quote, a verdict that is not one of `VERDICTS`, or nothing said.
        """
        with self._writing():
            row = queries.quote_by_prefix(self.db, quote)
            return reviewing.add_review(
                self.db, row, verdict=verdict, note=note, url=url, by=by, at=writing.now()
            )

    def reviews(self, quote: str | None = None) -> list[ReviewRow]:
        """Return the reviews of a quote, or all of them, the oldest first."""
        with self._reading():
            if quote is None:
                return reviewing.reviews(self.db)
            return reviewing.reviews_of(self.db, queries.quote_by_prefix(self.db, quote).id)

    def orphaned_reviews(self) -> list[ReviewRow]:
        """Return the reviews whose quote is no longer in the database, since its article changed or went."""
        with self._reading():
            return reviewing.orphaned_reviews(self.db)

    # --- sources --------------------------------------------------------------------------------------------

    def sources(self, *, quoted_only: bool = True) -> list[SourceRow]:
        """Return the sources, the most quoted first; ``quoted_only=False`` adds those that said nothing."""
        with self._reading():
            return queries.sources(self.db, quoted_only=quoted_only)

    def find_sources(self, name: str) -> list[SourceRow]:
        """Return the sources that go by a name, without regard to accents, case, titles and articles."""
        with self._reading():
            return queries.find_sources(self.db, name)

    def source(self, reference: str) -> SourceRow:
        """Return the one source with this id, start of an id, or name.

        Raises:
            QuotetrackError: there is none, or more than one (it lists them).
        """
        with self._reading():
            return queries.source_row(self.db, reference)

    def names(self, source: str) -> list[NameRow]:
        """Return the names that a source goes by, the commonest first."""
        with self._reading():
            return queries.names_of(self.db, queries.source_row(self.db, source).id)

    def roles(self, source: str) -> list[RoleRow]:
        """Return the roles in which a source was seen, with dates, the latest first."""
        with self._reading():
            return queries.roles_of(self.db, queries.source_row(self.db, source).id)

    def explain(self, source: str) -> list[SightingRow]:
        """Return the documents that know a source, and why each is held to mean it."""
        with self._reading():
            return queries.sightings_of(self.db, queries.source_row(self.db, source).id)

    def merge(self, source: str, into: str, *, by: str | None = None, note: str | None = None) -> DecisionRow:
        """Decide that two sources are one, under the name of the second; lasts until undone."""
        with self._writing():
            one, other = (queries.source_row(self.db, reference) for reference in (source, into))
            return decisions.merge(self.db, one, other, by=by, note=note, at=writing.now())

    def split(
        self,
        source: str,
        *,
        alias: str | None = None,
        quotes: tuple[str, ...] = (),
        name: str | None = None,
        by: str | None = None,
        note: str | None = None,
    ) -> DecisionRow:
        """Decide that part of a source is another one, under ``name``; lasts until undone.

        Args:
            source: id or name.
            alias: split off all the documents that call it so,
            quotes: or these quotes (ids).
            name: of the new source.
            by: who decided.
            note: why.
        """
        with self._writing():
            row = queries.source_row(self.db, source)
            chosen = [queries.quote_by_prefix(self.db, quote) for quote in quotes]
            return decisions.split(
                self.db, row, alias=alias, quotes=chosen, name=name, by=by, note=note, at=writing.now()
            )

    def rename(
        self, source: str, name: str, *, by: str | None = None, note: str | None = None
    ) -> DecisionRow:
        """Decide what a source is called; lasts until undone."""
        with self._writing():
            row = queries.source_row(self.db, source)
            return decisions.rename(self.db, row, name, by=by, note=note, at=writing.now())

    def undo(self, decision: int) -> DecisionRow:
        """Take a merge, a split or a renaming back."""
        with self._writing():
            return decisions.undo(self.db, decision, at=writing.now())

    def decisions(self) -> list[DecisionRow]:
        """Return what people decided about sources, the undone too, the oldest first."""
        with self._reading():
            return decisions.decisions(self.db)

    def import_people(self, path: str | os.PathLike[str]) -> Imported:
        """Import known people, organisations and places (see `quotetrack.sources.people.read_people`).

        Documents stored before and after are joined to them by the names that they bear. A malformed row is
        named by its line in the result, and skipped.

        Raises:
            QuotetrackError: the file cannot be read.
        """
        count, bad = 0, []
        rows = iter(read_people(Path(path)))
        while batch := list(islice(rows, 5_000)):
            known = [row for row in batch if isinstance(row, KnownSource)]
            bad += [row for row in batch if isinstance(row, BadRow)]
            with self._writing():
                importing.import_known(self.db, known)
            count += len(known)
        return Imported(count, tuple(bad))

    # --- statistics and upkeep ------------------------------------------------------------------------------

    def stats(self, *by: statistics.Dimension) -> list[Tally]:
        """Count quotes: all of them, or for each group of the dimensions given (« outlet », « month », …)."""
        with self._reading():
            return statistics.tallies(self.db, by)

    def check(self) -> list[str]:
        """Return what is wrong with the file, in words; nothing if it is sound."""
        with self._reading():
            return upkeep.problems(self.db)

    def backup(self, path: str | os.PathLike[str]) -> None:
        """Copy the database into a new file, while others may go on writing."""
        with self._reading():
            upkeep.backup(self.db, Path(path))

    def vacuum(self) -> None:
        """Rebuild the search index and give unused room back to the disk."""
        with explained(self.path):
            upkeep.vacuum(self.db)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all that is read inside be as it stood at one moment, whatever others write meanwhile."""
        with self._reading():
            self.db.conn.execute("BEGIN")
            try:
                yield
            finally:
                self.db.rollback()

    # --- inside ---------------------------------------------------------------------------------------------

    def _named(self, name: str) -> list[SourceRow]:
        found = queries.find_sources(self.db, name)
        return found or queries.sources_by_id(self.db, name)

    def _follow(self) -> tuple[Follower, ...]:
        return tuple(part.follow(self.db) for part in parts())

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with explained(self.path), transaction(self.db):
                yield
        except BaseException:
            self._followers = self._follow()  # what they remember was not stored
            raise

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with explained(self.path):
            yield
