"""Checks: each on two or three articles small enough to see why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from archive_examples import article

from quotetrack.model import Extraction, QuotetrackError
from quotetrack.store import ClaimStore

SCHOOLS = "Les écoles rouvriront lundi dans tout le pays"
TANKS = "Nous avons livré 12 chars à Kiev avant Noël"
MACRON, CASTEX = "Emmanuel Macron", "Jean Castex"
PLAIN: dict[str, Any] = {"verbatim": False}


def found(path: Path, *articles: Extraction) -> set[tuple[str, str]]:
    with ClaimStore(path / "claims.db") as store:
        for extraction in articles:
            store.save(extraction)
        return {(finding.check, finding.severity) for finding in store.findings()}


def two(
    one: tuple[Any, ...], other: tuple[Any, ...], dates: tuple[str | None, str | None]
) -> list[Extraction]:
    return [article("a", one, date=dates[0]), article("b", other, date=dates[1])]


DAY, NEXT, LATER, NEVER = "2023-01-02", "2023-01-03", "2023-03-01", None


@pytest.mark.parametrize(
    ("one", "other", "dates", "expected"),
    [
        # Altered words: the graver, the higher.
        ((MACRON, TANKS), (MACRON, TANKS.replace("12", "30")), (DAY, NEXT), {("altered words", "high")}),
        ((MACRON, SCHOOLS), (MACRON, SCHOOLS.replace("tout le pays", "toute la région")), (DAY, DAY),
         {("altered words", "medium")}),
        ((MACRON, SCHOOLS), (MACRON, SCHOOLS.replace("rouvriront", "rouvrent")),
         (DAY, DAY), {("altered words", "low")}),
        # A cut is no alteration.
        ((MACRON, SCHOOLS), (MACRON, SCHOOLS + " et les lycées mardi"), (DAY, DAY), set()),
        ((MACRON, "Nous livrerons des chars […] avant Noël à Kiev"),
         (MACRON, "Nous livrerons des chars lourds avant Noël à Kiev"), (DAY, DAY), set()),
        # Changed story: the same person, later, another number or negation.
        ((MACRON, TANKS), (MACRON, TANKS.replace("12", "30")), (DAY, LATER),
         {("altered words", "high"), ("changed story", "high")}),
        ((MACRON, "Nous ne fermerons pas les centrales du pays", PLAIN),
         (MACRON, "Nous fermerons les centrales du pays"),
         (DAY, NEXT), {("changed story", "high"), ("paraphrase made verbatim", "medium")}),
        # Disputed speaker.
        ((MACRON, SCHOOLS), (CASTEX, SCHOOLS), (DAY, DAY), {("disputed speaker", "high")}),
        ((MACRON, SCHOOLS), ("Élysée", SCHOOLS, {"kind": "organisation"}),
         (DAY, DAY), {("disputed speaker", "medium")}),
        ((MACRON, SCHOOLS, PLAIN), (CASTEX, SCHOOLS, PLAIN), (DAY, DAY), {("disputed speaker", "low")}),
        ((MACRON, "Nous sommes en guerre"), (CASTEX, "Nous sommes en guerre"), (DAY, DAY), set()),
        ((MACRON, SCHOOLS), ("M. Macron", SCHOOLS), (DAY, DAY), set()),
        # Hearsay, and what others print as fact.
        ((None, SCHOOLS, {"verbatim": False, "stance": "hearsay"}), (CASTEX, SCHOOLS, PLAIN), (DAY, NEXT),
         {("hearsay", "medium"), ("hearsay turned fact", "high")}),
        # A paraphrase in quotation marks; not if the quotation came first.
        ((MACRON, SCHOOLS, PLAIN), (MACRON, SCHOOLS), (DAY, NEXT), {("paraphrase made verbatim", "medium")}),
        ((MACRON, SCHOOLS, PLAIN), (MACRON, SCHOOLS), (DAY, DAY), {("paraphrase made verbatim", "low")}),
        ((MACRON, SCHOOLS), (MACRON, SCHOOLS, PLAIN), (DAY, NEXT), set()),
        # Nobody with a name.
        (("un diplomate", SCHOOLS, {"kind": "anonymous"}),
         ("un diplomate", SCHOOLS, {"kind": "anonymous"}), (DAY, NEXT),
         {("anonymous only", "medium")}),
        (("un diplomate", SCHOOLS, {"kind": "anonymous"}), (MACRON, SCHOOLS), (DAY, NEXT), set()),
        # Second-hand, with the shortest chain known.
        ((MACRON, SCHOOLS, {"via": CASTEX}), (CASTEX, TANKS), (DAY, DAY), {("second-hand", "medium")}),
        ((MACRON, SCHOOLS, {"via": CASTEX}), (MACRON, SCHOOLS), (DAY, DAY), {("second-hand", "low")}),
    ],
)  # fmt: skip
def test_two_articles_give_these_findings(
    tmp_path: Path,
    one: tuple[Any, ...],
    other: tuple[Any, ...],
    dates: tuple[str | None, str | None],
    expected: set[tuple[str, str]],
) -> None:
    assert found(tmp_path, *two(one, other, dates)) - {("single source", "low")} == expected


def test_a_claim_in_several_documents_and_one_mouth_has_a_single_source(tmp_path: Path) -> None:
    assert found(tmp_path, *two((MACRON, SCHOOLS), (MACRON, SCHOOLS), (DAY, NEXT))) == {
        ("single source", "low")
    }


def test_one_article_gives_no_finding_about_several(tmp_path: Path) -> None:
    assert (
        found(tmp_path, article("a", (MACRON, SCHOOLS), (CASTEX, SCHOOLS), (MACRON, TANKS), (MACRON, TANKS)))
        == set()
    )


def test_a_finding_shows_both_quotes_where_they_stand_and_the_words_that_differ(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "claims.db") as store:
        store.save(
            article(
                "b", (MACRON, "« Nous avons livré trente chars à Kiev »"), date=LATER, outlet="Libération"
            )
        )
        store.save(article("a", (MACRON, TANKS), date=DAY, outlet="Le Monde", title="Chars"))
        (finding,) = store.findings(["altered words"])
    assert finding.other is not None
    assert (finding.one.text, finding.one.outlet, finding.one.title, finding.one.date) == (
        TANKS,
        "Le Monde",
        "Chars",
        DAY,
    )
    assert (finding.one.who, finding.other.outlet, finding.other.title) == (MACRON, "Libération", "b")
    (change,) = finding.changes
    assert (change.before.of(finding.one.text), change.after.of(finding.other.text)) == ("12", "trente")
    assert (change.touched, change.verbatim) == (("number",), True)


def test_a_second_hand_finding_names_the_depth_and_the_shortest_chain(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "claims.db") as store:
        store.save(article("a", (MACRON, SCHOOLS, {"via": CASTEX})))
        (finding,) = store.findings(["second-hand"])
        assert finding.detail == {"depth": 1, "shortest": 1}
        store.save(article("b", (MACRON, SCHOOLS)))
        (finding,) = store.findings(["second-hand"])
        assert finding.detail == {"depth": 1, "shortest": 0}


def test_a_dismissal_lasts_when_the_articles_are_extracted_again(tmp_path: Path) -> None:
    articles = two((MACRON, TANKS), (MACRON, TANKS.replace("12", "30")), (DAY, NEXT))
    with ClaimStore(tmp_path / "claims.db") as store:
        for extraction in articles:
            store.save(extraction)
        kinds = ["altered words", "single source"]
        for finding in store.findings(kinds):
            store.dismiss(finding.id, "vérifié à l'écoute", "Ana")
        assert store.findings(kinds) == []
        for extraction in articles:
            store.delete(extraction.document.id)
        for extraction in articles:
            store.save(extraction)
        store.save(article("c", (MACRON, TANKS + " et à Lviv"), date=NEXT))  # another version of the claim
        assert store.findings(["single source"]) == []
        stands = {finding.other.text for finding in store.findings(["altered words"]) if finding.other}
        assert stands == {TANKS + " et à Lviv"}
        assert {finding.dismissed for finding in store.findings(kinds, dismissed=True)} == {
            None,
            "vérifié à l'écoute",
        }
        for finding in store.findings(kinds, dismissed=True):
            store.restore(finding.id)
        assert len(store.findings(kinds)) == 3


def test_new_findings_are_those_since_the_last_time(tmp_path: Path) -> None:
    one, other = two((MACRON, TANKS), (MACRON, TANKS.replace("12", "30")), (DAY, NEXT))
    with ClaimStore(tmp_path / "claims.db") as store:
        store.save(one)
        store.save(other)
        assert {finding.check for finding in store.findings(new_since=store.last_read())} == {
            "altered words", "single source",
        }  # fmt: skip
        store.mark_read()
        assert store.findings(new_since=store.last_read()) == []
        store.save(article("c", (CASTEX, TANKS)))
        new = store.findings(new_since=store.last_read())
        assert {finding.check for finding in new} == {"disputed speaker"}
        assert store.count_findings(store.last_read()) == {("disputed speaker", "high"): len(new)}


@pytest.mark.parametrize("view", [
    "altered_words", "disputed_speaker", "changed_story", "hearsay_turned_fact", "paraphrase_made_verbatim",
    "second_hand_chains", "hearsay_claims", "anonymous_only", "single_source",
])  # fmt: skip
def test_each_check_is_a_view_without_what_was_dismissed(tmp_path: Path, view: str) -> None:
    hearsay = {"verbatim": False, "stance": "hearsay"}
    with ClaimStore(tmp_path / "claims.db") as store:
        for extraction in (
            article("a", (MACRON, TANKS), (MACRON, SCHOOLS, PLAIN),
                    (None, "Le maire serait parti en Corse hier", hearsay),
                    date=DAY),
            article("b", (MACRON, TANKS.replace("12", "30")), (MACRON, SCHOOLS), date=LATER),
            article("c", (CASTEX, TANKS), (CASTEX, "Le maire est parti en Corse hier", PLAIN), date=LATER),
            article("d", (MACRON, "La loi sera votée avant la fin du mois", {"via": CASTEX}),
                    ("un proche", "Le budget ne passera jamais au Sénat", {"kind": "anonymous"})),
        ):  # fmt: skip
            store.save(extraction)
        rows = list(store.db.query(f"SELECT * FROM {view}"))
        assert rows
        for row in rows:
            store.dismiss(row["finding"], "vu")
        assert list(store.db.query(f"SELECT * FROM {view}")) == []


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda store: store.findings(["altered"]), "“altered” is not a check"),
        (lambda store: store.finding("zzz"), "no such finding"),
        (lambda store: store.dismiss("zzz", "vu"), "no such finding"),
        (lambda store: store.claim("zzz"), "no such claim"),
    ],
)
def test_what_does_not_exist_is_said(tmp_path: Path, ask: Any, message: str) -> None:
    with ClaimStore(tmp_path / "claims.db") as store, pytest.raises(QuotetrackError, match=message):
        ask(store)


def test_a_dismissal_needs_a_reason(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "claims.db") as store:
        for extraction in two((MACRON, SCHOOLS), (MACRON, SCHOOLS), (DAY, NEXT)):
            store.save(extraction)
        (finding,) = store.findings()
        with pytest.raises(QuotetrackError, match="needs a reason"):
            store.dismiss(finding.id, "  ")
