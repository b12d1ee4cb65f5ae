"""Parses kept in a file, so that extracting again after a change of lexicon or rules does not parse again.

    parser = CachedParser(load_parser(), "parses.sqlite")

A parse is found by the text that was parsed and the name of the parser, which names its models: with other models
nothing is found and all is parsed anew. The file is a cache and nothing else (it holds no part of the database of
claims): it may be deleted at any time, several processes may share it, and it forgets its oldest parses when it grows
too large.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from quotetrack.model import QuotetrackError
from quotetrack.syntax.stanza_parser import Parser
from quotetrack.syntax.tree import Sentence, Word

LARGEST = 4_000_000_000
"""Bytes of parses that a file may hold: those of some half a million articles."""

FORMAT = "3"
"""Part of every key: a change of what is stored, or of how texts are put to the models, finds nothing from before."""

_WAIT = 30.0
_ASKED_AT_ONCE = 500
_SCHEMA = """
CREATE TABLE IF NOT EXISTS parses (number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, parse BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS total (bytes INTEGER NOT NULL);
INSERT INTO total SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM total);
"""


class CachedParser:
    """A parser that looks into a file first, and keeps there what it parses.

    Args:
        parser: parses what is not in the file.
        path: the file; made if it is missing.
        largest: bytes of parses beyond which the oldest tenth is forgotten.

    Raises:
        QuotetrackError: the file cannot be opened, or is something else.
    """

    def __init__(self, parser: Parser, path: str | os.PathLike[str], largest: int = LARGEST) -> None:
        self.name = parser.name
        self._parser = parser
        self._path = Path(path)
        self._largest = largest
        self._process: int | None = None
        self._open()

    def parse(self, paragraphs: Sequence[str], starts: Sequence[int] = ()) -> list[list[Sentence]]:
        """Return the sentences of each paragraph, its first character counted as ``starts`` says, or as 0."""
        keys = [self._key(text) for text in paragraphs]
        found = self._read(set(keys))
        missing = {key: text for key, text in zip(keys, paragraphs, strict=True) if key not in found}
        if missing:
            parsed = self._parser.parse(list(missing.values()))
            new = {key: packed(sentences) for key, sentences in zip(missing, parsed, strict=True)}
            self._keep(new)
            found |= new
        try:
            return [
                unpacked(found[key], start)
                for key, start in zip(keys, starts or [0] * len(keys), strict=True)
            ]
        except (zlib.error, ValueError) as error:
            raise self._explained(error) from error

    def _key(self, text: str) -> bytes:
        digest = hashlib.blake2b(digest_size=16)
        for part in (FORMAT, self.name, text):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\x1f")
        return digest.digest()

    def _open(self) -> sqlite3.Connection:
        if self._process != os.getpid():  # a connection does not survive a fork
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._file = sqlite3.connect(self._path, timeout=_WAIT, check_same_thread=False)
                self._refuse_others()
                self._file.execute("PRAGMA journal_mode=WAL")
                self._file.execute("PRAGMA synchronous=OFF")  # what a power cut takes is parsed again
                self._file.executescript(_SCHEMA)
            except (sqlite3.Error, OSError) as error:
                raise self._explained(error) from error
            self._process = os.getpid()
        return self._file

    def _refuse_others(self) -> None:
        """Keep out of a database that holds something else, such as claims."""
        tables = {
            name for (name,) in self._file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        if tables - {"parses", "total"}:
            self._file.close()
            raise QuotetrackError(
                f"{self._path}: a database of something else, no cache of parses. Name another file."
            )

    def _read(self, keys: set[bytes]) -> dict[bytes, bytes]:
        found: dict[bytes, bytes] = {}
        try:
            for asked in _in_parts(keys, _ASKED_AT_ONCE):
                marks = ", ".join("?" * len(asked))
                with closing(
                    self._open().execute(f"SELECT key, parse FROM parses WHERE key IN ({marks})", asked)
                ) as rows:
                    found.update(rows)
        except sqlite3.DatabaseError as error:
            raise self._explained(error) from error
        return found

    def _keep(self, new: dict[bytes, bytes]) -> None:
        try:
            file = self._open()
            with file:
                file.execute("BEGIN IMMEDIATE")
                before = file.total_changes
                size = 0
                for row in new.items():
                    file.execute("INSERT OR IGNORE INTO parses (key, parse) VALUES (?, ?)", row)
                    size += len(row[1]) if file.total_changes > before else 0
                    before = file.total_changes
                (total,) = file.execute(
                    "UPDATE total SET bytes = bytes + ? RETURNING bytes", (size,)
                ).fetchone()
                if total > self._largest:
                    self._forget(file, total)
        except sqlite3.OperationalError:
            return  # the disk is full or the file is locked: these are parsed again another time
        except sqlite3.DatabaseError as error:
            raise self._explained(error) from error

    def _forget(self, file: sqlite3.Connection, total: int) -> None:
        """Forget the oldest parses until nine tenths of what may be kept are left."""
        last, freed = 0, 0
        for number, length in file.execute("SELECT number, length(parse) FROM parses ORDER BY number"):
            if total - freed <= 0.9 * self._largest:
                break
            last, freed = number, freed + length
        file.execute("DELETE FROM parses WHERE number <= ?", (last,))
        file.execute("UPDATE total SET bytes = bytes - ?", (freed,))

    def _explained(self, error: Exception) -> QuotetrackError:
        return QuotetrackError(
            f"{self._path}: cannot be used as a cache of parses ({error}). "
            "Delete it if it is damaged, or name another file."
        )


def packed(sentences: Iterable[Sentence]) -> bytes:
    """Return the sentences of a paragraph as compressed JSON, one list a word."""
    rows = [
        [(w.text, w.lemma, w.upos, w.feats, w.head, w.deprel, w.start, w.end) for w in sentence.words]
        for sentence in sentences
    ]
    return zlib.compress(
        json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 1
    )


def unpacked(parse: bytes, begins: int = 0) -> list[Sentence]:
    """Return the sentences that ``packed`` made bytes of, the paragraph's first character counted as ``begins``."""
    rows = json.loads(zlib.decompress(parse).decode("utf-8", "surrogatepass"))
    return [
        Sentence(
            tuple(
                Word(i, text, lemma, upos, feats, head, deprel, begins + start, begins + end)
                for i, (text, lemma, upos, feats, head, deprel, start, end) in enumerate(sentence, 1)
            )
        )
        for sentence in rows
    ]


def _in_parts(keys: set[bytes], most: int) -> Iterator[list[bytes]]:
    listed = list(keys)
    for start in range(0, len(listed), most):
        yield listed[start : start + most]
