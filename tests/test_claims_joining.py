"""Claims over many documents: the same whatever the order, and no trace of what was deleted."""

from __future__ import annotations

import random
from pathlib import Path
from struct import unpack
from typing import Any

import pytest
from archive_examples import article, version

from quotetrack.claims import alignment
from quotetrack.claims.alignment import relate
from quotetrack.claims.joining import groups, kinships
from quotetrack.claims.versions import versions
from quotetrack.model import Extraction
from quotetrack.store import ClaimStore

MACRON, CASTEX, VERAN = "Emmanuel Macron", "Jean Castex", "Olivier Véran"
SCHOOLS = "Les écoles rouvriront lundi dans tout le pays"
LONG = SCHOOLS + " et les cantines accueilleront de nouveau les enfants des soignants"
HEARSAY = {"verbatim": False, "stance": "hearsay"}
ARTICLES = [
    article("a", (MACRON, SCHOOLS), (CASTEX, "un jeu dangereux"), date="2023-01-03"),
    article("b", (MACRON, LONG), (VERAN, "un jeu dangereux"), date="2023-01-02"),
    article("c", (CASTEX, "Les écoles ne rouvriront pas lundi dans tout le pays"), (None, SCHOOLS, HEARSAY)),
    article("d", (MACRON, "les cantines accueilleront de nouveau les enfants des soignants"), date="2023-01"),
    article("e", (MACRON, SCHOOLS), (CASTEX, "La Turquie joue un jeu dangereux en Libye"), date="2023-01-05"),
    article(
        "f", (MACRON, SCHOOLS, {"via": CASTEX}), ("un proche", LONG, {"kind": "anonymous"}), date="2023-01-01"
    ),
]


def contents(store: ClaimStore) -> list[list[tuple[Any, ...]]]:
    """All that the database says of claims, without its internal numbers and times."""
    queries = (
        "SELECT c.key, c.text, c.versions, v.key, v.documents, v.document, v.first_date, v.first_quote"
        " FROM claims c JOIN claim_versions v ON v.claim = c.id ORDER BY v.key",
        "SELECT p.quote, v.key FROM claim_quotes p JOIN claim_versions v ON v.id = p.version ORDER BY p.quote",
        "SELECT a.key, b.key, k.kind, k.score, k.touched FROM kin k JOIN claim_versions a ON a.id = k.one"
        " JOIN claim_versions b ON b.id = k.other ORDER BY 1, 2",
        "SELECT f.id, f.severity, f.detail, a.key, b.key FROM findings f JOIN claim_versions a ON a.id = f.one"
        " LEFT JOIN claim_versions b ON b.id = f.other ORDER BY f.id",
        "SELECT (SELECT count(*) FROM claims), (SELECT count(*) FROM kin)",
    )
    return [*([tuple(row) for row in store.db.conn.execute(query)] for query in queries), indexed(store)]


def indexed(store: ClaimStore) -> list[tuple[Any, ...]]:
    """The shingles with the keys of their versions, wherever they are kept."""
    keys = dict(store.db.conn.execute("SELECT id, key FROM claim_versions"))
    rows = [
        (shingle, keys[number], size)
        for shingle, number, size in store.db.conn.execute("SELECT * FROM shingles")
    ]
    for number, *sorts in store.db.conn.execute("SELECT * FROM recent_shingles"):
        for of_sort in sorts:
            size = len(of_sort) // 8
            rows += [(shingle, keys[number], size) for shingle in unpack(f"<{size}q", of_sort)]
    return sorted(rows)


def stored(path: Path, articles: list[Extraction]) -> list[list[tuple[Any, ...]]]:
    with ClaimStore(path) as store:
        for extraction in articles:
            store.save(extraction)
        return contents(store)


@pytest.mark.parametrize("seed", range(12))
def test_claims_do_not_depend_on_the_order_of_documents(tmp_path: Path, seed: int) -> None:
    shuffled = random.Random(seed).sample(ARTICLES, len(ARTICLES))
    assert stored(tmp_path / "one.db", shuffled) == stored(tmp_path / "other.db", ARTICLES)


@pytest.mark.parametrize("seed", range(12))
def test_a_deleted_document_leaves_no_trace(tmp_path: Path, seed: int) -> None:
    order = random.Random(seed).sample(ARTICLES, len(ARTICLES))
    kept, gone = order[:3], order[3:]
    with ClaimStore(tmp_path / "one.db") as store:
        for extraction in order:
            store.save(extraction)
        for extraction in gone:
            store.delete(extraction.document.id)
        assert contents(store) == stored(tmp_path / "other.db", kept)
        for extraction in kept:
            store.delete(extraction.document.id)
        assert contents(store) == [[], [], [], [], [(0, 0)], []]


def test_a_corrected_document_leaves_no_trace_of_what_it_said_before(tmp_path: Path) -> None:
    before = article(
        "a", (MACRON, LONG), (MACRON, "Je ne dirai rien de plus ce soir sur ce sujet"), url="https://a.fr/1"
    )
    after = article("a", (CASTEX, SCHOOLS), url="https://a.fr/1")
    with ClaimStore(tmp_path / "one.db") as store:
        for extraction in (*ARTICLES, before, after):
            store.save(extraction)
        assert contents(store) == stored(tmp_path / "other.db", [*ARTICLES, after])


def test_a_claim_held_together_by_one_document_falls_apart_without_it(tmp_path: Path) -> None:
    first, bridge, second = ARTICLES[0], ARTICLES[1], ARTICLES[3]
    with ClaimStore(tmp_path / "claims.db") as store:
        for extraction in (first, bridge, second):
            store.save(extraction)
        ids = [extraction.quotes[0].id for extraction in (first, second)]
        assert store.claim_of(ids[0]) == store.claim_of(ids[1])
        store.delete(bridge.document.id)
        assert store.claim_of(ids[0]) != store.claim_of(ids[1])


def test_the_database_joins_what_memory_joins(tmp_path: Path) -> None:
    found = {v.key: v for extraction in ARTICLES for _, v in versions(extraction)}
    kin = kinships(found.values())
    expected = {frozenset(group) for group in groups(found, kin)}
    with ClaimStore(tmp_path / "claims.db") as store:
        for extraction in ARTICLES:
            store.save(extraction)
        claims: dict[int, set[str]] = {}
        for claim, key in store.db.conn.execute("SELECT claim, key FROM claim_versions"):
            claims.setdefault(claim, set()).add(key)
    assert {frozenset(group) for group in claims.values()} == expected


def test_a_short_fragment_joins_in_one_mouth_only(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "claims.db") as store:
        for extraction in ARTICLES:
            store.save(extraction)
        castex, veran, whole = (ARTICLES[n].quotes[1].id for n in (0, 1, 4))
        assert store.claim_of(castex) == store.claim_of(whole)
        assert store.claim_of(castex) != store.claim_of(veran)


def test_a_claim_lists_its_versions_the_earliest_first(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "claims.db") as store:
        for extraction in (ARTICLES[0], ARTICLES[1], ARTICLES[4]):
            store.save(extraction)
        claim = store.claim_of(ARTICLES[0].quotes[0].id)
        assert claim is not None
        assert (claim.text, claim.versions, claim.quotes, claim.documents) == (LONG, 2, 3, 3)
        assert claim.first_date == "2023-01-02"
        assert [(v.earliest.text, len(v.quotes)) for v in store.versions_of(claim.key)] == [
            (LONG, 1),
            (SCHOOLS, 2),
        ]


def test_copies_of_one_quote_are_one_version(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "claims.db") as store:
        for number in range(5):
            store.save(article(f"a{number}", (MACRON, SCHOOLS.upper() if number % 2 else SCHOOLS)))
        (row,) = store.db.query(
            "SELECT documents FROM claim_versions WHERE stance = 'asserted' AND marks LIKE '1%1'"
        )
        assert row["documents"] == 3


def test_kin_are_found_whoever_is_looked_up_first() -> None:
    one, other = version(SCHOOLS), version(LONG, CASTEX)
    assert kinships([one, other]) == kinships([other, one])
    assert len(kinships([one, other])) == 1


def test_pairs_that_share_too_little_would_be_unrelated_anyway(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = random.Random(8)
    words = [
        "école",
        "ferme",
        "lundi",
        "maire",
        "pont",
        "digue",
        "cède",
        "[…]",
        "Brest",
        "hôpital",
        "juge",
        "grève",
        "40",
        "de",
        "la",
        "ne",
        "pas",
    ]
    pairs = [
        tuple(
            version(
                "rien " + " ".join(chosen.choices(words, k=chosen.randint(3, 9))),
                chosen.choice([MACRON, CASTEX]),
            )
            for _ in "12"
        )
        for _ in range(4000)
    ]
    quick = [relate(one, other) for one, other in pairs]
    monkeypatch.setattr(alignment, "_share_too_little", lambda one, other: False)
    assert [relate(one, other) for one, other in pairs] == quick
    assert {relation.kind for relation in quick} == {"unrelated", "contained", "altered"}
