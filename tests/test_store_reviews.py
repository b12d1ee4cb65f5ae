"""Reviews outlive the extraction: they follow their quote, or wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from archive import Draft

from quotetrack.model import Extraction, QuotetrackError, Source
from quotetrack.store import VERDICTS, ClaimStore

MACRON = Source("Emmanuel Macron", "person")


def article(*words: str) -> Extraction:
    draft = Draft()
    for said in words:
        draft.say("Macron", said, MACRON)
    return draft.extraction("a", title="Visite")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ClaimStore]:
    with ClaimStore(tmp_path / "claims.db") as opened:
        opened.save(article("le chômage a baissé", "nous verrons"))
        yield opened


def reviewed(store: ClaimStore) -> dict[str, list[str | None]]:
    return {quote.text: [review.verdict for review in store.reviews(quote.id)] for quote in store.quotes()}


def test_reviews_are_a_history(store: ClaimStore) -> None:
    quote = store.search("chômage")[0]
    store.add_review(quote.id[:9], verdict="true", by="ana")
    last = store.add_review(
        quote.id, verdict="missing-context", note="sur un an", url="https://example.org", by="léo"
    )
    assert [review.verdict for review in store.reviews(quote.id)] == ["true", "missing-context"]
    assert (last.quote, last.quote_text, last.source_name, last.document_name, last.by, last.note, last.url) == (
        quote.id, "le chômage a baissé", "Emmanuel Macron", "a", "léo", "sur un an", "https://example.org",
    )  # fmt: skip
    assert store.reviews() == store.reviews(quote.id)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_is_taken(store: ClaimStore, verdict: str) -> None:
    assert store.add_review(store.search("chômage")[0].id, verdict=verdict).verdict == verdict


@pytest.mark.parametrize(
    ("quote", "given", "message"),
    [
        ("", {"verdict": "true"}, "No quote has an id"),
        ("zzz", {"verdict": "true"}, "No quote has an id"),
        (None, {"verdict": "vrai"}, "“vrai” is not a verdict. Use one of: true, false, misleading"),
        (None, {}, "needs a verdict, a note or a link"),
    ],
)
def test_a_review_that_says_nothing_or_is_about_nothing_is_refused(
    store: ClaimStore, quote: str | None, given: dict[str, str], message: str
) -> None:
    with pytest.raises(QuotetrackError, match=message):
        store.add_review(store.search("chômage")[0].id if quote is None else quote, **given)
    assert store.reviews() == []


def test_a_review_follows_its_words_into_the_corrected_article(store: ClaimStore) -> None:
    store.add_review(store.search("chômage")[0].id, verdict="false")
    store.save(article("avant tout", "le chômage a baissé", "nous verrons"))
    assert reviewed(store) == {"avant tout": [], "le chômage a baissé": ["false"], "nous verrons": []}
    assert store.orphaned_reviews() == []


def test_a_review_waits_while_its_quote_is_gone(store: ClaimStore) -> None:
    store.add_review(store.search("chômage")[0].id, verdict="false", note="faux")
    store.save(article("nous verrons"))
    assert [(r.quote, r.quote_text, r.document_name) for r in store.orphaned_reviews()] == [
        (None, "le chômage a baissé", "a")
    ]
    store.delete("a")
    assert len(store.orphaned_reviews()) == 1
    store.save(article("le chômage a baissé"))
    assert reviewed(store) == {"le chômage a baissé": ["false"]}


def test_a_review_is_not_given_to_one_of_two_alike(store: ClaimStore) -> None:
    store.add_review(store.search("chômage")[0].id, verdict="false")
    store.save(article("Bonjour.", "le chômage a baissé", "le chômage a baissé"))
    assert reviewed(store) == {"Bonjour.": [], "le chômage a baissé": []}
    assert len(store.orphaned_reviews()) == 1


def test_a_review_never_goes_to_another_article(store: ClaimStore) -> None:
    store.add_review(store.search("chômage")[0].id, verdict="false")
    store.delete("a")
    store.save(Draft().say("Macron", "le chômage a baissé", MACRON).extraction("b"))
    assert reviewed(store) == {"le chômage a baissé": []}


def test_saving_tells_how_many_reviews_wait_for_their_quote(store: ClaimStore) -> None:
    store.add_review(store.search("chômage")[0].id, verdict="true")
    store.add_review(store.search("verrons")[0].id, verdict="unverifiable")
    assert store.save(article("nous verrons")).orphaned == 1
    assert [review.quote_text for review in store.orphaned_reviews()] == ["le chômage a baissé"]
    assert store.save(article("le chômage a baissé", "nous verrons")).orphaned == 0
