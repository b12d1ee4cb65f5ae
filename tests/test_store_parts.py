"""A part of the store keeps its own tables in the transaction of each document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from archive import Draft
from sqlite_utils import Database, Migrations

from quotetrack.model import Extraction, Source
from quotetrack.store import ClaimStore
from quotetrack.store import parts as store_parts
from quotetrack.store.parts import Change, Follower, Part

WORDS = Migrations("quotetrack.words")
FORBIDDEN = "interdit"


@WORDS()
def m001_words(db: Database) -> None:
    db.executescript("CREATE TABLE words (quote TEXT PRIMARY KEY REFERENCES quotes(id), words INTEGER)")


def count_words(db: Database) -> Follower:
    remembered: set[str] = set()

    def count(change: Change) -> None:
        db.conn.executemany("DELETE FROM words WHERE quote = ?", [(quote,) for quote in change.removed])
        for quote in change.added:
            (text,) = db.conn.execute("SELECT text FROM quotes WHERE id = ?", (quote,)).fetchone()
            remembered.add(text)
            if FORBIDDEN in remembered:
                raise ValueError(text)
            db.conn.execute("INSERT INTO words VALUES (?, ?)", (quote, len(text.split())))

    return count


COUNTER = Part("words", WORDS, count_words)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ClaimStore]:
    monkeypatch.setattr(store_parts, "PARTS", (f"{__name__}:COUNTER",))
    with ClaimStore(tmp_path / "claims.db") as opened:
        yield opened


def said(*words: str) -> Extraction:
    draft = Draft()
    for some in words:
        draft.say("Macron", some, Source("Emmanuel Macron", "person"))
    return draft.extraction("a")


def counted(store: ClaimStore) -> list[int]:
    return sorted(words for (words,) in store.db.execute("SELECT words FROM words"))


def test_a_part_follows_each_document(store: ClaimStore) -> None:
    store.save(said("un", "un deux"))
    assert counted(store) == [1, 2]
    store.save(said("un", "un deux trois"))
    assert counted(store) == [1, 3]
    store.delete("a")
    assert counted(store) == []


def test_what_a_part_refuses_is_not_stored_at_all(store: ClaimStore) -> None:
    store.save(said("un"))
    with pytest.raises(ValueError, match=FORBIDDEN):
        store.save(said("un deux", FORBIDDEN))
    assert [quote.text for quote in store.quotes()] == ["un"]
    assert counted(store) == [1]


def test_what_a_part_remembers_of_a_document_that_failed_is_forgotten(store: ClaimStore) -> None:
    with pytest.raises(ValueError, match=FORBIDDEN):
        store.save(said(FORBIDDEN))
    store.save(said("un deux"))
    assert counted(store) == [2]
