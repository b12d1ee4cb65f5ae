"""Asking the database: by name, by words, by id; views that read like sentences; counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from archive import Draft

from quotetrack.model import QuotetrackError, Source
from quotetrack.store import ClaimStore, Tally

MACRON = Source(
    "Emmanuel Macron", "person", ("M. Macron", "le chef de l'État"), "président de la République", "m"
)
BUZYN = Source("Agnès Buzyn", "person", ("la ministre",), "ministre de la Santé", "f")
KREMLIN = Source("Kremlin", "place")
LEAK = Source("haut responsable de l'Élysée", "anonymous", ("le responsable",))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> ClaimStore:
    opened = ClaimStore(tmp_path_factory.mktemp("reading") / "claims.db")
    opened.save(
        Draft()
        .say("Le Kremlin", "M. Macron a accepté l'invitation", KREMLIN, kind="indirect")
        .say("M. Macron", "j'irai à Moscou dès l'été", MACRON, via=0)
        .say("Un haut responsable de l'Élysée", "rien n'est décidé", LEAK)
        .extraction("visite", title="Une visite à Moscou", date="2020-06-27", outlet="L'Écho")
    )
    opened.save(
        Draft()
        .say("La ministre", "l'épidémie recule", BUZYN, kind="mixed")
        .say("On", "le vaccin serait prêt", None, kind="indirect", stance="hearsay")
        .say("Emmanuel Macron", "l'été sera calme", MACRON)
        .extraction("sante", date="2020-07", outlet="Info 24")
    )
    return opened


@pytest.mark.parametrize(
    "name", ["Macron", "emmanuel macron", "MACRON", "M. Macron", "mme macron", "Emmanuel-Macron"]
)
def test_any_name_finds_the_source(store: ClaimStore, name: str) -> None:
    assert [quote.text for quote in store.quotes_by(name)] == [
        "j'irai à Moscou dès l'été",
        "l'été sera calme",
    ]


def test_a_surname_finds_the_source_though_no_article_uses_it_alone(store: ClaimStore) -> None:
    assert [quote.who for quote in store.quotes_by("buzyn")] == ["Agnès Buzyn"]


def test_a_description_finds_those_who_were_called_so(store: ClaimStore) -> None:
    assert [source.name for source in store.find_sources("chef de l'Etat")] == ["Emmanuel Macron"]


@pytest.mark.parametrize("name", ["", "  ", "personne", "'; DROP TABLE quotes; --", "%", "*", '"'])
def test_a_name_that_nobody_bears_finds_nothing(store: ClaimStore, name: str) -> None:
    assert store.quotes_by(name) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ete", ["l'été sera calme", "j'irai à Moscou dès l'été"]),
        ("ÉTÉ moscou", ["j'irai à Moscou dès l'été"]),
        ("« été sera »", ["l'été sera calme"]),
        ('"sera été"', []),
        ("buzyn", ["l'épidémie recule"]),
        ("", []),
        ('"', []),
        ("« »", []),
        ("AND", []),
        ("NOT été", []),
        ("text:été", []),
        ("été*", ["l'été sera calme", "j'irai à Moscou dès l'été"]),
        ("(été", ["l'été sera calme", "j'irai à Moscou dès l'été"]),
        ("NEAR(été, 2)", []),
        ("l’été", ["l'été sera calme", "j'irai à Moscou dès l'été"]),
        ("\0", []),
        ("'); DROP TABLE quotes; --", []),
    ],
)
def test_search_takes_any_words_as_words(store: ClaimStore, words: str, found: list[str]) -> None:
    assert sorted(quote.text for quote in store.search(words)) == sorted(found)


def test_a_quote_is_found_by_the_start_of_its_id(store: ClaimStore) -> None:
    some = store.quotes_by("buzyn")[0]
    assert store.quote(some.id) == some
    assert store.quote(some.id[:10].upper()) == some
    with pytest.raises(QuotetrackError, match="No quote has an id that starts with “zz”"):
        store.quote("zz")
    with pytest.raises(QuotetrackError, match="No quote"):
        store.quote("")


def test_an_id_that_several_quotes_share_is_refused(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "claims.db") as store:
        for number in range(40):
            store.save(Draft().say("Macron", f"mot {number}", MACRON).extraction(str(number)))
        first = min(quote.id[0] for quote in store.quotes())
        with pytest.raises(QuotetrackError, match=f"Several quotes have an id that starts with “{first}”"):
            store.quote(first)


def test_a_quote_knows_its_evidence(store: ClaimStore) -> None:
    (quote,) = [q for q in store.quotes_by("Macron") if q.document_name == "visite"]
    text = store.extraction("visite").document.text
    assert quote.content.of(text) == quote.text
    assert quote.cue_span and quote.cue_span.of(text) == quote.cue == "a déclaré"
    assert quote.mention_span and quote.mention_span.of(text) == quote.mention == "M. Macron"
    assert (quote.via_whom, quote.title, quote.date) == ("Kremlin", "Une visite à Moscou", "2020-06-27")


def view(store: ClaimStore, name: str, *columns: str) -> list[tuple[object, ...]]:
    return store.db.execute(f"SELECT {', '.join(columns)} FROM {name}").fetchall()


def test_who_said_what_reads_like_an_answer(store: ClaimStore) -> None:
    assert view(store, "who_said_what", "date", "outlet", "document", "who", "what", "how") == [
        (
            "2020-06-27",
            "L'Écho",
            "Une visite à Moscou",
            "Kremlin",
            "M. Macron a accepté l'invitation",
            "indirect",
        ),
        (
            "2020-06-27",
            "L'Écho",
            "Une visite à Moscou",
            "Emmanuel Macron",
            "j'irai à Moscou dès l'été",
            "direct",
        ),
        (
            "2020-06-27",
            "L'Écho",
            "Une visite à Moscou",
            "haut responsable de l'Élysée",
            "rien n'est décidé",
            "direct",
        ),
        ("2020-07", "Info 24", "sante", "Agnès Buzyn", "l'épidémie recule", "mixed"),
        ("2020-07", "Info 24", "sante", "On", "le vaccin serait prêt", "indirect"),
        ("2020-07", "Info 24", "sante", "Emmanuel Macron", "l'été sera calme", "direct"),
    ]


def test_the_other_views_show_what_deserves_caution(store: ClaimStore) -> None:
    assert view(store, "second_hand", "who", "what", "according_to") == [
        ("Emmanuel Macron", "j'irai à Moscou dès l'été", "Kremlin")
    ]
    assert view(store, "hearsay", "what") == [("le vaccin serait prêt",)]
    assert view(store, "anonymous", "who", "what") == [("haut responsable de l'Élysée", "rien n'est décidé")]


def test_sources_are_counted(store: ClaimStore) -> None:
    first = store.sources()[0]
    assert (first.name, first.quotes, first.documents, first.role) == (
        "Emmanuel Macron", 2, 2, "président de la République",
    )  # fmt: skip


def test_statistics_say_who_is_quoted(store: ClaimStore) -> None:
    (total,) = store.stats()
    assert (total.quotes, total.documents, total.sources, total.unknown) == (6, 2, 4, 1)
    assert (total.direct, total.mixed, total.indirect) == (3, 1, 2)
    assert (total.person, total.women, total.men, total.gender_unknown) == (3, 1, 2, 0)
    assert (total.anonymous, total.place, total.hearsay, total.second_hand) == (1, 1, 1, 1)
    by_month: list[Tally] = store.stats("outlet", "month")
    assert [(tally.group, tally.quotes) for tally in by_month] == [
        (("Info 24", "2020-07"), 3),
        (("L'Écho", "2020-06"), 3),
    ]
    assert [(t.group, t.quotes) for t in store.stats("gender")] == [((None,), 3), (("f",), 1), (("m",), 2)]
    with pytest.raises(QuotetrackError, match="Cannot count by “colour”"):
        store.stats("colour")  # type: ignore[arg-type]


def test_an_empty_database_has_empty_answers(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "claims.db") as store:
        assert list(store.quotes()) == store.sources() == store.search("oui") == store.documents() == []
        assert store.stats()[0].quotes == store.stats()[0].women == 0
        assert store.stats("month") == []
