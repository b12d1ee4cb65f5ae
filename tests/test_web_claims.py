"""The pages about what was said over all documents: claims side by side, and what deserves a second look."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from archive_examples import article
from datasette.app import Datasette
from one_story import STORY, store_story
from sqlite_utils import Database
from web_site import Site, first, text_of

from quotetrack.store import ClaimStore, claim_reading, claim_rows, reading
from quotetrack.store.questions import QUESTIONS, Question
from quotetrack.web import changes
from quotetrack.web.drawing import MOST, chain_graph, chain_list
from quotetrack.web.timeline import timeline


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_story(tmp_path_factory.mktemp("claims") / "quotetrack.db")


@pytest.fixture(scope="module")
def site(database: Path) -> Site:
    return Site(Datasette([str(database)]))


@pytest.fixture(scope="module")
def claim(database: Path) -> str:
    return str(
        first(database, "SELECT key FROM claims WHERE text LIKE 'Nous ne remplirons%' ORDER BY versions DESC")
    )


def test_a_claim_shows_all_its_versions_and_who_published_first(site: Site, claim: str) -> None:
    page = text_of(site.get(f"/quotetrack/-/claim/{claim}").text)
    assert "D’abord : Agence Sud , 3 mars 2025 , Barrage de Lauzès" in page
    for outlet in ("Agence Sud", "Le Courrier du Causse", "Le Journal de Lauzès", "La Dépêche des Lacs"):
        assert outlet in page
    assert "d’après Agence Sud" in page


def test_the_json_twin_of_a_claim_holds_versions_chains_and_changes(site: Site, claim: str) -> None:
    record = site.get(f"/quotetrack/-/claim/{claim}.json").json()
    assert record["claim"]["key"] == claim
    assert record["claim"]["documents"] == 5
    chains = [version["chain"] for version in record["versions"]]
    assert ["Lucie Ferrand", "Agence Sud"] in chains
    dates = [version["earliest"]["date"] for version in record["versions"]]
    assert dates == sorted(dates)


def test_any_version_leads_to_its_claim(site: Site, database: Path, claim: str) -> None:
    other = first(
        database,
        "SELECT v.key FROM claim_versions v JOIN claims c ON c.id = v.claim "
        f"WHERE c.key = '{claim}' AND v.key <> c.key",
    )
    assert site.get(f"/quotetrack/-/claim/{other}.json").json()["claim"]["key"] == claim


def test_a_document_says_where_else_its_words_stand(site: Site, database: Path) -> None:
    document = first(database, "SELECT id FROM documents WHERE outlet = 'Agence Sud'")
    assert "le même propos dans 5 articles" in text_of(site.get(f"/quotetrack/-/document/{document}").text)


def test_checks_come_with_the_gravest_first_and_their_evidence(site: Site) -> None:
    record = site.get("/quotetrack/-/checks.json").json()
    grades = [finding["severity"] for finding in record["findings"]]
    assert grades == sorted(grades, key=["high", "medium", "low"].index)
    found = {finding["check"] for finding in record["findings"]}
    assert {"changed story", "disputed speaker", "hearsay turned fact", "second-hand"} <= found
    page = site.get("/quotetrack/-/checks").text
    assert "Récit changé" in page
    assert "négation" in page
    assert all(finding["one"]["title"] in text_of(page) for finding in record["findings"])


def test_one_check_at_a_time(site: Site) -> None:
    record = site.get("/quotetrack/-/checks.json", params={"check": "changed story"}).json()
    assert {finding["check"] for finding in record["findings"]} == {"changed story"}


@pytest.mark.parametrize(
    "query", ["check=nonsense", "page=0", "page=-3", "page=99999999999", "page=x", "page=200"]
)
def test_no_query_of_the_checks_page_is_an_error(site: Site, query: str) -> None:
    assert site.get(f"/quotetrack/-/checks?{query}").status_code == 200


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q.needs], ids=lambda question: question.name)
def test_canned_queries_about_claims_answer(site: Site, question: Question) -> None:
    answer = site.get(f"/quotetrack/{question.name}.json", params={"_shape": "array"})
    assert answer.status_code == 200, answer.text
    assert answer.json() or question.name == "mots_modifies"
    assert "/-/claim/" in site.get(f"/quotetrack/{question.name}").text or not answer.json()


def test_the_front_page_counts_what_deserves_a_second_look(site: Site, database: Path) -> None:
    found = first(database, "SELECT count(*) FROM findings")
    assert f"{found} alertes" in text_of(site.get("/quotetrack/-/quotetrack").text)


def test_an_article_that_prints_a_claim_in_two_versions_is_one_article(tmp_path: Path) -> None:
    words = "Nous fermerons la centrale de Morvane avant la fin du mois de mars"
    path = tmp_path / "quotetrack.db"
    with ClaimStore(path) as store:
        store.save(article("a", ("Ève Cardou", words), ("Paul Ménard", words)))
    site = Site(Datasette([str(path)]))
    document = first(path, "SELECT id FROM documents")
    assert first(path, "SELECT sum(documents) FROM claim_versions") == 2
    assert "dans aucun autre article" in text_of(site.get(f"/quotetrack/-/document/{document}").text)
    repeated = "/quotetrack/propos_les_plus_repris.json?_shape=array"
    assert site.get(repeated).json() == []
    with ClaimStore(path) as store:
        store.save(article("b", ("Ève Cardou", words)))
    assert [row["articles"] for row in site.get(repeated).json()] == [2]


def test_a_claim_of_many_versions_goes_on_as_json(tmp_path: Path) -> None:
    path = tmp_path / "quotetrack.db"
    with ClaimStore(path) as store:
        for number in range(45):
            words = f"Nous fermerons la centrale de Morvane avant le {number} du mois de mars"
            store.save(article(f"a{number:02}", ("Ève Cardou", words)))
    site = Site(Datasette([str(path)]))
    key = first(path, "SELECT key FROM claims ORDER BY versions DESC")
    assert "Et 5 versions de plus : la suite en JSON" in text_of(site.get(f"/quotetrack/-/claim/{key}").text)
    record = site.get(f"/quotetrack/-/claim/{key}.json").json()
    assert (len(record["versions"]), record["hidden_versions"]) == (45, 0)


def test_what_was_set_aside_is_no_alert_of_the_front_page(tmp_path: Path) -> None:
    path = store_story(tmp_path / "quotetrack.db")
    found = first(path, "SELECT count(*) FROM findings")
    with ClaimStore(path) as store:
        store.dismiss(first(path, "SELECT id FROM findings"), "vu")
    page = text_of(Site(Datasette([str(path)])).get("/quotetrack/-/quotetrack").text)
    assert f"{found - 1} alertes" in page


def test_two_speakers_who_are_one_dispute_nothing_set_aside_or_not(tmp_path: Path) -> None:
    path = tmp_path / "quotetrack.db"
    pairs = [
        ("Vladimir Poutine", "Vladimir Putin"),
        ("Ève Cardou", "Paul Ménard"),
        ("Anne Verdier", "Jean Lebœuf"),
    ]
    places = ("la centrale de Morvane", "le lycée du Plessis", "notre port de commerce")
    with ClaimStore(path) as store:
        for number, ((one, other), place) in enumerate(zip(pairs, places, strict=True)):
            words = f"Nous fermerons {place} avant la fin de l'année prochaine"
            store.save(article(f"a{number}", (one, words), outlet="Le Fanal"))
            store.save(article(f"b{number}", (other, words), outlet="La Gazette"))
        disputed = store.findings(["disputed speaker"])
        assert len(disputed) == 3
        grades = {row.severity for row in disputed}
        for row in disputed:
            store.dismiss(row.id, f"vu : {row.one.who}")
        store.restore(next(row.id for row in disputed if row.one.who == "Anne Verdier"))
        store.merge("Vladimir Putin", "Vladimir Poutine")
        assert store.count_findings(kinds=["disputed speaker"]) == {("disputed speaker", *grades): 1}
        every = store.count_findings(kinds=["disputed speaker"], dismissed=True)
        assert every == {("disputed speaker", *grades): 2}
        assert len(store.findings(["disputed speaker"], dismissed=True)) == 2
    site = Site(Datasette([str(path)]))
    aside = site.get("/quotetrack/-/checks.json?check=dismissed").json()["findings"]
    assert [finding["dismissed"] for finding in aside] == ["vu : Ève Cardou"]
    listed = site.get("/quotetrack/-/checks.json").json()["findings"]
    assert f"{len(listed)} alerte" in text_of(site.get("/quotetrack/-/quotetrack").text)
    assert site.get("/quotetrack/-/quotetrack.json").json()["counts"]["findings"] == len(listed)


def test_what_was_set_aside_last_stands_first(tmp_path: Path) -> None:
    path = store_story(tmp_path / "quotetrack.db")
    with ClaimStore(path) as store:
        chosen = [row.id for row in store.findings(limit=4)]
        order = [chosen[place] for place in (2, 0, 3, 1)]
        for id in order:
            store.dismiss(id, "vu")
    found = Site(Datasette([str(path)])).get("/quotetrack/-/checks.json?check=dismissed").json()["findings"]
    assert [finding["id"] for finding in found] == order[::-1]


def test_the_front_page_shows_the_gravest_findings_and_what_is_said_in_the_latest_articles(
    site: Site,
) -> None:
    record = site.get("/quotetrack/-/quotetrack.json").json()
    gravest = site.get("/quotetrack/-/checks.json").json()["findings"][:5]
    assert [finding["url"] for finding in record["findings"]] == [finding["url"] for finding in gravest]
    page = text_of(site.get("/quotetrack/-/quotetrack").text)
    assert "« Nous remplirons le barrage de Lauzès avant la fin de l’été » – Lucie Ferrand" in page
    assert "Récit changé" in page


def test_marks_have_their_partners_on_the_page_of_findings(site: Site) -> None:
    page = site.get("/quotetrack/-/checks").text
    quoted = re.findall(r'<blockquote class="line \w+">\s*<p>(.*?)</p>', page)
    assert quoted
    assert all(words.count("«") == words.count("»") for words in quoted)


def test_a_source_of_several_months_has_a_timeline(site: Site, database: Path) -> None:
    source = first(database, "SELECT id FROM sources WHERE name = 'Lucie Ferrand'")
    page = site.get(f"/quotetrack/-/source/{source}").text
    assert '<svg class="timeline"' in page
    assert "3 mars 2025 : 2 citations" in page.replace("\u00a0", " ")


@pytest.mark.parametrize("path", ["claim/0000000000000000", "claim/x", "claim/%27"])
def test_a_claim_that_is_not_there(site: Site, path: str) -> None:
    assert site.get(f"/quotetrack/-/{path}").status_code == 404
    assert site.get(f"/quotetrack/-/{path}.json").status_code == 404


@pytest.mark.parametrize(
    ("earlier", "later", "before", "after"),
    [
        (
            "Nous ne remplirons pas le lac",
            "Nous remplirons le lac",
            "Nous <del>ne</del> remplirons <del>pas</del> le lac",
            "Nous <del>ne</del> remplirons <del>pas</del> le lac",
        ),
        (
            "dix mille euros",
            "« Vingt mille euros »",
            "<del>dix mille</del> euros",
            "« <del>dix mille</del> <ins>Vingt mille</ins> euros »",
        ),
        ("L’Élysée l'a DIT", "l'Elysée l’a dit", "L’Élysée l&#39;a DIT", "l&#39;Elysée l’a dit"),
        ("a <b> &", "a <i> &", "a &lt;<del>b</del>&gt; &amp;", "a &lt;<del>b</del> <ins>i</ins>&gt; &amp;"),
        (
            "Cela dit, et tout le monde le sait, il viendra",
            "il viendra",
            "<del>Cela dit, et tout le monde le sait</del>, il viendra",
            "<del>[…]</del> il viendra",
        ),
        ("", "Oui", "", "<ins>Oui</ins>"),
        ("Oui", "", "<del>Oui</del>", "<del>Oui</del> "),
    ],
    ids=["dropped", "replaced", "same but for typography", "escaped", "cut", "from nothing", "to nothing"],
)
def test_words_that_went_and_words_that_came(earlier: str, later: str, before: str, after: str) -> None:
    assert str(changes.gone(earlier, later)) == before
    assert str(changes.both(later, earlier)) == after
    assert str(changes.come(later, earlier)) == re.sub(r"<del>.*?</del> ?", "", after).replace("  ", " ")


@pytest.mark.parametrize(
    ("dates", "bars", "label"),
    [
        (["2024-03-01", "2024-03-05"], 2, "2 citations entre 1ᵉʳ mars 2024 et 5 mars 2024"),
        (["2024-01-15", "2024-09-30", "2024-09"], 2, "3 citations entre janvier 2024 et septembre 2024"),
        (["1998", "2024-09-30"], 2, "2 citations entre 1998 et 2024"),
        (["2024-01-15", "2024-09-30", "2024", None], 2, "2 sans date assez précise"),
    ],
)
def test_a_timeline_chooses_days_months_or_years(dates: list[str | None], bars: int, label: str) -> None:
    drawing = timeline(Counter((date, "direct") for date in dates))
    assert drawing is not None
    assert drawing.count("<rect") == bars
    assert label in drawing.replace("\u00a0", " ")


@pytest.mark.parametrize("dates", [[], [None], ["2024-03-01"], ["demain"], ["2024-13-45", "0000"]])
def test_too_little_to_draw_is_not_drawn(dates: list[str | None]) -> None:
    assert timeline(Counter((date, "direct") for date in dates)) is None


def test_a_chain_is_drawn_from_speaker_to_outlet() -> None:
    drawing = chain_graph([(("Poutine", "le Kremlin", "Le Monde"), 2), (("Poutine", "Le Figaro"), 1)])
    assert drawing is not None
    assert [drawing.count(f"<title>{name}</title>") for name in ("Poutine", "le Kremlin", "Le Figaro")] == [
        1,
        1,
        1,
    ]
    assert drawing.count("<path") == 3


def test_a_crowded_chain_is_gathered_and_hostile_names_are_inert() -> None:
    drawing = chain_graph([(("<script>\u202e", f"Titre {number}"), 1) for number in range(100)])
    assert drawing is not None
    assert f"et {100 - MOST} autres" in drawing
    assert "<script>" not in drawing
    assert "\u202e" not in drawing


def test_outlets_are_drawn_in_the_order_in_which_they_published() -> None:
    paths = [(("Ferrand", name), times) for name, times in [("Le Jour", 1), ("La Nuit", 3), ("Le Soir", 2)]]
    since = {"Le Soir": "2025-03-03", "Le Jour": "2025-03-04"}
    drawing = chain_graph(paths, since)
    assert drawing is not None
    assert re.findall("<title>(L. [A-Z]\\w+)", drawing) == ["Le Soir", "Le Jour", "La Nuit"]
    assert re.findall(">([^<>]+)</tspan>", drawing) == ["3 mars", "4 mars"]


def test_the_same_chain_as_a_list_for_a_narrow_screen() -> None:
    paths = [(("Poutine", "le Kremlin", "Le Monde"), 2), (("Poutine", "<b>"), 1)]
    shown = chain_list(paths, {"Le Monde": "2025-03-03"})
    assert shown == (
        '<ul class="branches"><li>Poutine<ul><li>le Kremlin<ul><li>Le Monde <time>3 mars</time></li></ul></li>'
        "<li>&lt;b&gt; <time></time></li></ul></li></ul>"
    )


def test_nothing_gives_no_chain() -> None:
    assert chain_graph([]) is None
    assert chain_list([]) is None


def test_the_story_is_told_by_six_outlets() -> None:
    assert len({outlet for outlet, *_ in STORY}) == 6


@pytest.mark.parametrize(
    ("first_date", "last_date", "digits"),
    [
        ("2024-03-01", "2024-05-30", 10),
        ("2024-03-01", "2025-05-30", 7),
        ("2012", "2024-05-30", 4),
        ("", "", 10),
        ("demain", "hier", 10),
        ("2024", "2024-09", 7),
        ("2024-x", "2024-09-01", 7),
    ],
)
def test_dates_are_counted_as_finely_as_their_range_allows(
    first_date: str, last_date: str, digits: int
) -> None:
    assert reading._digits(first_date, last_date) == digits


def test_pages_of_one_check_follow_each_other_without_gap_or_repeat(database: Path) -> None:
    connection = sqlite3.connect(database)
    checks = [check for (check,) in connection.execute('SELECT DISTINCT "check" FROM findings')]
    for check in checks:
        whole = [finding.id for finding in claim_reading.findings_page(connection, check, 100, 0)]
        one_by_one = [
            finding.id
            for at in range(len(whole))
            for finding in claim_reading.findings_page(connection, check, 1, at)
        ]
        assert one_by_one == whole
        assert claim_reading.findings_page(connection, check, 10, len(whole)) == []
    connection.close()


def test_no_page_of_one_thing_reads_all_quotes(database: Path, claim: str) -> None:
    connection = sqlite3.connect(database)
    document, quote, source = connection.execute("SELECT document, id, source FROM quotes").fetchone()
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    claim_reading.claims_of_document(connection, document)
    claim_reading.claim_page(connection, claim)
    reading.extraction(connection, document)
    reading.sources_of_quotes(connection, document)
    reading.verdicts_of_document(connection, document)
    reading.source_head(connection, source)
    reading.tallies(connection, source)
    reading.pulled_quotes(connection, [document])
    claim_rows.claim_of(Database(connection, execute_plugins=False), quote)
    connection.set_trace_callback(None)
    plans = {query: connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall() for query in asked}
    assert len(plans) > 10
    scans = {step[3] for plan in plans.values() for step in plan if step[3].startswith("SCAN ")}
    assert scans <= {"SCAN up"}  # the few quotes that lead up a chain
    connection.close()
