"""Saving: the same again changes nothing, a corrected article replaces its earlier version."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from archive import Draft, archive

from quotetrack.model import NonSpeech, QuotetrackError, Source, Span
from quotetrack.store import ClaimStore

MACRON = Source("Emmanuel Macron", "person", ("Macron", "le président"), "président de la République", "m")
KREMLIN = Source("Kremlin", "place")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ClaimStore]:
    with ClaimStore(tmp_path / "claims.db") as opened:
        yield opened


def contents(store: ClaimStore) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables, apart from the times of writing and the runs of numbers."""
    tables = ("documents", "quotes", "verbatim", "sources", "source_names", "source_roles", "sightings")
    dump = {}
    for table in tables:
        columns = [
            f'"{c}"'
            for c in store.db[table].columns_dict
            if c not in ("extracted_at", "run") and (table, c) not in NUMBERS
        ]
        dump[table] = sorted(
            store.db.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall(), key=repr
        )
    return dump


NUMBERS = {("sightings", "id"), ("quotes", "sighting")}


def test_all_that_was_extracted_comes_back(store: ClaimStore) -> None:
    said = (
        Draft()
        .say("Le Kremlin", "Poutine viendra", KREMLIN)
        .say("Macron", "« Oui »", MACRON, kind="mixed", via=0)
    )
    extraction = replace(
        said.say("On", "il serait parti", None, kind="indirect", stance="hearsay").extraction(
            "visite", title="Visite", date="2020-06", outlet="L'Écho", url="https://example.org/1"
        ),
        non_speech=(NonSpeech(Span(0, 2), "scare"),),
        warnings=("guillemet non fermé",),
    )
    assert store.save(extraction).status == "new"
    assert store.extraction("visite") == extraction


def test_a_quote_may_stand_before_the_one_that_it_came_through(store: ClaimStore) -> None:
    extraction = Draft().say("Macron", "Oui", MACRON).say("Le Kremlin", "il dit oui", KREMLIN).extraction("a")
    inner, outer = extraction.quotes
    extraction = replace(extraction, quotes=(replace(inner, via=outer.id), outer))
    store.save(extraction)
    assert store.extraction("a") == extraction


def test_quotes_that_came_through_each_other_are_kept_without_that(store: ClaimStore) -> None:
    extraction = Draft().say("Macron", "Oui", MACRON).say("Le Kremlin", "il dit oui", KREMLIN).extraction("a")
    one, other = extraction.quotes
    store.save(replace(extraction, quotes=(replace(one, via=other.id), replace(other, via=one.id))))
    assert store.extraction("a") == extraction


def test_the_same_article_again_changes_nothing(store: ClaimStore) -> None:
    articles = [article.extraction for article in archive(20)]
    for extraction in articles:
        store.save(extraction)
    before = list(store.db.conn.iterdump())
    assert {store.save(extraction).status for extraction in reversed(articles)} == {"unchanged"}
    assert list(store.db.conn.iterdump()) == before


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"name": "a"}, {"name": "a"}),
        ({"name": "a", "path": "presse/a.txt"}, {"name": "a", "path": "./presse/a.txt"}),
        ({"name": "a", "path": "presse/a.txt"}, {"name": "a"}),
        (
            {"name": "a", "url": "https://example.org/1"},
            {"name": "autre nom", "url": "https://example.org/1"},
        ),
        ({"name": "a", "url": "https://example.org/1"}, {"name": "a"}),
        ({"name": "text", "path": "text.txt"}, {"name": "text", "path": "text.txt"}),
    ],
)
def test_a_corrected_article_takes_the_place_of_the_earlier_one(
    store: ClaimStore, first: dict[str, str], second: dict[str, str]
) -> None:
    store.save(
        Draft().say("Macron", "je viendrai", MACRON).say("Le Kremlin", "bien", KREMLIN).extraction(**first)
    )
    corrected = Draft().say("Macron", "je ne viendrai pas", MACRON).extraction(**second)
    assert store.save(corrected).status == "replaced"
    assert [quote.text for quote in store.quotes()] == ["je ne viendrai pas"]
    assert [source.name for source in store.sources(quoted_only=False)] == ["Emmanuel Macron"]
    assert store.search("bien") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"name": "a"}, {"name": "b"}),
        ({"name": "a", "path": "lundi/a.txt"}, {"name": "a", "path": "mardi/a.txt"}),
        ({"name": "a", "url": "https://example.org/1"}, {"name": "a", "url": "https://example.org/2"}),
        ({"name": "1", "path": "tous.jsonl"}, {"name": "2", "path": "tous.jsonl"}),
        ({"name": "stdin"}, {"name": "stdin"}),
        ({"name": "text"}, {"name": "text"}),
        ({"name": "text"}, {"name": "text", "path": "text.txt"}),
        ({"name": "text", "path": "text.txt"}, {"name": "text"}),
    ],
)
def test_another_article_takes_nobodys_place(
    store: ClaimStore, first: dict[str, str], second: dict[str, str]
) -> None:
    store.save(Draft().say("Macron", "je viendrai", MACRON).extraction(**first))
    assert store.save(Draft().say("Macron", "ou pas", MACRON).extraction(**second)).status == "new"
    assert len(store.documents()) == 2


def test_a_name_that_two_articles_have_identifies_neither(store: ClaimStore) -> None:
    for url in ("https://example.org/1", "https://example.org/2"):
        store.save(Draft().say("Macron", f"je viendrai {url}", MACRON).extraction("a", url=url))
    assert store.save(Draft().say("Macron", "ou pas", MACRON).extraction("a")).status == "new"
    assert len(store.documents()) == 3


def test_anonymous_sources_of_two_unnamed_articles_are_two(store: ClaimStore) -> None:
    leak = Source("source policière", "anonymous")
    store.save(Draft().say("Une source policière", "oui", leak).extraction("stdin"))
    store.save(Draft().say("Une source policière", "non", leak).extraction("stdin"))
    assert len({quote.source for quote in store.quotes()}) == 2


def test_a_better_extraction_of_the_same_text_replaces_the_quotes(store: ClaimStore) -> None:
    extraction = Draft().say("Il", "je viendrai", None).extraction("a")
    store.save(extraction)
    better = replace(extraction, quotes=(replace(extraction.quotes[0], speaker=MACRON),), sources=(MACRON,))
    assert store.save(better).status == "replaced"
    assert [quote.who for quote in store.quotes()] == ["Emmanuel Macron"]
    assert store.stored(extraction.document)


def test_correcting_and_correcting_back_leaves_no_trace(store: ClaimStore) -> None:
    for article in archive(30):
        store.save(article.extraction)
    before = contents(store)
    for article in archive(30):
        store.save(Draft().say("Macron", "erreur", MACRON).extraction(article.extraction.document.name))
    for article in archive(30):
        store.save(article.extraction)
    assert contents(store) == before


def test_a_deleted_document_is_gone_and_no_longer_stored(store: ClaimStore) -> None:
    extraction = Draft().say("Macron", "je viendrai", MACRON).extraction("a")
    assert not store.stored(extraction.document)
    store.save(extraction)
    assert store.stored(extraction.document)
    assert not store.stored(replace(extraction.document, text="autre"))
    assert store.delete("a").name == "a"
    assert not store.stored(extraction.document)
    assert all(not rows for rows in contents(store).values())
    with pytest.raises(QuotetrackError, match="No document is called “a”"):
        store.delete("a")


def test_a_document_that_fails_leaves_the_earlier_version(store: ClaimStore) -> None:
    good = Draft().say("Macron", "je viendrai", MACRON).extraction("a")
    store.save(good)
    other = Draft().say("Macron", "autre article", MACRON).extraction("b")
    clash = replace(other, document=replace(other.document, name="a"), quotes=good.quotes * 2)
    with pytest.raises(QuotetrackError):
        store.save(clash)
    assert store.extraction("a") == good
    assert store.check() == []


def test_a_run_is_recorded_with_its_documents(store: ClaimStore) -> None:
    run = store.start_run("0.1.0", "embedded", {"jobs": 2})
    store.save(Draft().say("Macron", "je viendrai", MACRON).extraction("a"), run=run)
    store.finish_run(run)
    row = store.db.execute("SELECT r.version, r.model, r.options, r.finished IS NOT NULL, d.name FROM runs r"
                           " JOIN documents d ON d.run = r.id").fetchone()  # fmt: skip
    assert row == ("0.1.0", "embedded", '{"jobs": 2}', 1, "a")


def test_texts_with_lone_surrogates_and_nulls_are_stored_or_refused_clearly(store: ClaimStore) -> None:
    store.save(Draft().say("Macron", "a\0b ﻿ c\u200b", MACRON).extraction("a"))
    assert store.extraction("a").quotes[0].content.of(store.extraction("a").document.text) == "a\0b ﻿ c\u200b"
    with pytest.raises(QuotetrackError, match="b: "):
        store.save(Draft().say("Macron", "cassé \ud800", MACRON).extraction("b"))
    assert [document.name for document in store.documents()] == ["a"]


def test_the_search_index_follows_every_change_even_vacuum(store: ClaimStore) -> None:
    articles = [article.extraction for article in archive(40)]
    for extraction in articles:
        store.save(extraction)
    for extraction in articles[::3]:
        store.delete(extraction.document.id)
    store.vacuum()
    for extraction in articles[::3]:
        store.save(extraction)
    assert store.check() == []
    for quote in list(store.quotes())[:50]:
        assert quote.id in {found.id for found in store.search(f'"{quote.text}"', limit=None)}


def test_foreign_keys_are_enforced(store: ClaimStore) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.db.execute("INSERT INTO verbatim VALUES ('nowhere', 0, 1, 'x')")


def test_two_articles_of_one_run_that_were_taken_for_one_are_told(store: ClaimStore) -> None:
    one, other, run = store.start_run("1"), store.start_run("1"), None
    first = Draft().say("Macron", "oui", MACRON).extraction("Le Monde")
    second = Draft().say("Macron", "non", MACRON).extraction("Le Monde")
    assert store.save(first, one).same_run is False
    assert store.save(first, one).same_run is False
    assert store.save(second, other).same_run is False  # a corrected article, read another time
    assert store.save(first, other).same_run is True
    assert store.save(second, run).same_run is False
