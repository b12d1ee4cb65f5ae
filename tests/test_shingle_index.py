"""The index of shingles: what is at hand and what is in the large table are one index, whoever writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database
from test_claims_joining import ARTICLES, contents, stored

from quotetrack.model import QuotetrackError
from quotetrack.store import ClaimStore, shingle_index
from quotetrack.store.claim_tables import CLAIM_MIGRATIONS
from quotetrack.store.opening import migration_sets


def rows(store: ClaimStore, table: str) -> int:
    return int(store.db.conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


@pytest.mark.parametrize("at_hand", [1, 2, 5])
def test_claims_do_not_depend_on_how_many_shingles_are_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_hand: int
) -> None:
    expected = stored(tmp_path / "all at hand.db", ARTICLES)
    monkeypatch.setattr(shingle_index, "AT_HAND", at_hand)
    assert stored(tmp_path / "few at hand.db", ARTICLES) == expected


def test_the_large_table_is_filled_when_many_are_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ClaimStore(tmp_path / "a.db") as store:
        store.save(ARTICLES[0])
        recent = rows(store, "recent_shingles")
        assert recent and not rows(store, "shingles")
        monkeypatch.setattr(shingle_index, "AT_HAND", 1)
        store.save(ARTICLES[1])
        assert rows(store, "shingles") > recent and not rows(store, "recent_shingles")


def test_the_larger_the_archive_the_more_are_at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shingle_index, "AT_HAND", 1)
    monkeypatch.setattr(shingle_index, "SHARE_AT_HAND", 1)
    with ClaimStore(tmp_path / "a.db") as store:
        for extraction in ARTICLES:
            store.save(extraction)
        assert rows(store, "recent_shingles") < rows(store, "claim_versions")
        monkeypatch.setattr(shingle_index, "SHARE_AT_HAND", 10**6)
        store.delete(ARTICLES[0].document.id)
        store.save(ARTICLES[0])
        assert not rows(store, "recent_shingles")


def test_a_version_is_forgotten_in_either_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ClaimStore(tmp_path / "a.db") as store:
        for at_hand in (1, 10**6):
            monkeypatch.setattr(shingle_index, "AT_HAND", at_hand)
            store.save(ARTICLES[0])
            store.delete(ARTICLES[0].document.id)
            for table in ("shingles", "recent_shingles"):
                assert not rows(store, table)


def test_two_processes_that_write_in_turns_see_each_others_shingles(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    with ClaimStore(path) as one, ClaimStore(path) as other:
        for number, extraction in enumerate(ARTICLES):
            (one, other)[number % 2].save(extraction)
        assert contents(one) == stored(tmp_path / "alone.db", ARTICLES)


def test_a_database_that_is_opened_again_has_its_recent_shingles(tmp_path: Path) -> None:
    for extraction in ARTICLES:
        with ClaimStore(tmp_path / "again.db") as store:
            store.save(extraction)
    with ClaimStore(tmp_path / "again.db") as store:
        assert contents(store) == stored(tmp_path / "alone.db", ARTICLES)


def test_what_a_failed_save_put_at_hand_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ClaimStore(tmp_path / "a.db") as store:
        store.save(ARTICLES[0])
        before = rows(store, "recent_shingles")

        def fails(*_: object) -> None:
            raise QuotetrackError("no more room")

        with monkeypatch.context() as patched, pytest.raises(QuotetrackError):
            patched.setattr("quotetrack.store.claims.refresh_findings", fails)
            store.save(ARTICLES[1])
        assert rows(store, "recent_shingles") == before
        for extraction in ARTICLES[1:]:
            store.save(extraction)
        assert contents(store) == stored(tmp_path / "alone.db", ARTICLES)


def test_a_database_of_an_earlier_version_keeps_its_recent_shingles(tmp_path: Path) -> None:
    db = Database(tmp_path / "a.db")
    for migrations in migration_sets()[:-1]:
        migrations.apply(db)
    CLAIM_MIGRATIONS.apply(db, stop_before="c006_recent_shingles_by_version")
    db.conn.execute("INSERT INTO recent_shingles (version, hash, size) VALUES (1, 123456, 2)")
    db.conn.commit()
    db.close()
    with ClaimStore(tmp_path / "a.db") as store:
        assert list(store.db.execute("SELECT version, hash, size FROM shingles")) == [(1, 123456, 2)]
        assert not rows(store, "recent_shingles")
