"""Sources across 500 articles: nobody is taken for another, and the order of articles does not matter."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from archive import NAMESAKES, PEOPLE, Article, archive

from quotetrack.store import ClaimStore

PERSONS = {person.id for person in (*PEOPLE, *NAMESAKES)}


def stored(articles: Iterable[Article], path: Path, known_people: Path | None = None) -> ClaimStore:
    store = ClaimStore(path)
    if known_people:
        store.import_people(known_people)
    for article in articles:
        store.save(article.extraction)
    return store


def partition(store: ClaimStore) -> dict[str, set[str]]:
    """Return the quote ids of each source of the archive."""
    found: dict[str, set[str]] = defaultdict(set)
    for quote in store.quotes():
        if quote.source is not None:
            found[quote.source].add(quote.id)
    return found


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return archive()


@pytest.fixture(scope="module")
def whole(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> ClaimStore:
    return stored(articles, tmp_path_factory.mktemp("archive") / "whole.db")


def speakers(articles: list[Article]) -> dict[str, str | None]:
    return {quote: speaker for article in articles for quote, speaker in article.speakers.items()}


def test_no_two_people_are_one_source(articles: list[Article], whole: ClaimStore) -> None:
    truth = speakers(articles)
    wrong = {
        source: names
        for source, quotes in partition(whole).items()
        if len(names := {truth[quote] for quote in quotes} & PERSONS) > 1
    }
    assert wrong == {}


def test_whoever_is_named_in_full_is_one_source(articles: list[Article], whole: ClaimStore) -> None:
    homonyms = {"Camille Roche", "Dominique Faure"}
    for person in PEOPLE:
        if person.name not in homonyms:
            found = whole.find_sources(person.name)
            assert [source.name for source in found] == [person.name]
            assert found[0].documents > 20


def test_nobody_unnamed_is_met_twice(articles: list[Article], whole: ClaimStore) -> None:
    document_of = {quote.id: quote.document for quote in whole.quotes()}
    truth = speakers(articles)
    for quotes in partition(whole).values():
        if any(truth[quote] is None for quote in quotes):
            assert len({document_of[quote] for quote in quotes}) == 1


def test_powers_are_joined_by_name_and_by_an_acronym_with_one_meaning(
    articles: list[Article], whole: ClaimStore
) -> None:
    truth = speakers(articles)
    joined = {frozenset(str(truth[q]) for q in quotes) for quotes in partition(whole).values()}
    for power in ("rni", "ps-1", "ps-2", "ps-unknown", "elysee", "kremlin", "cpi"):
        assert [group for group in joined if power in group] == [frozenset({power})]
    (party,) = whole.find_sources("R.N.I.")
    assert party.name == "Rassemblement national des indépendants"
    assert any(sighting.name == "RNI" and "acronym" in sighting.how for sighting in whole.explain("RNI"))


def test_an_office_keeps_the_dates_of_each_holder(whole: ClaimStore) -> None:
    (interior,) = [role for role in whole.roles("Hélène Sérac") if role.role == "ministre de l'Intérieur"]
    (president,) = [
        role for role in whole.roles("Hélène Sérac") if role.role == "présidente de la République"
    ]
    assert "2010" <= interior.first_seen <= interior.last_seen < "2015"
    assert "2015" <= president.first_seen <= president.last_seen < "2020"
    assert whole.source("Hélène Sérac").role == "présidente de la République"


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_articles_does_not_matter(tmp_path: Path, seed: int) -> None:
    articles = archive(150)
    expected = stored(articles, tmp_path / "in-order.db")
    shuffled = stored(random.Random(seed).sample(articles, len(articles)), tmp_path / "shuffled.db")
    assert_same_sources(shuffled, expected)


def test_what_is_deleted_leaves_no_trace(tmp_path: Path) -> None:
    articles = archive(150)
    expected = stored(articles[::2], tmp_path / "half.db")
    store = stored(articles, tmp_path / "all.db")
    for article in articles[1::2]:
        store.delete(article.extraction.document.id)
    assert_same_sources(store, expected)


def assert_same_sources(store: ClaimStore, expected: ClaimStore) -> None:
    assert partition(store) == partition(expected)
    assert store.sources(quoted_only=False) == expected.sources(quoted_only=False)
    for source in expected.sources():
        assert store.names(source.id) == expected.names(source.id)
        assert store.roles(source.id) == expected.roles(source.id)


def test_namesakes_are_kept_apart_once_it_is_known_that_there_are_two(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text(
        "name,aliases,kind,gender,wikidata\nPaul Girard,,person,m,Q1\nPaul Girard,,person,m,Q2\n",
        encoding="utf-8",
    )
    articles = archive(100, seed=5, people=NAMESAKES)
    before = stored(articles, tmp_path / "before.db", people)
    after = stored(articles, tmp_path / "after.db")
    after.import_people(people)
    truth = speakers(articles)
    for store in (before, after):
        for quotes in partition(store).values():
            assert len({truth[quote] for quote in quotes} & PERSONS) <= 1
    assert partition(before) == partition(after)
