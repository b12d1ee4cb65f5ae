"""The plugin inside a real Datasette: every page and its JSON twin, what they may show, and to whom."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from archive_examples import article
from datasette.app import Datasette
from reading_articles import made_up, store_gold
from web_site import Site, first, text_of

from quotetrack.model import Document, Extraction, Quote, Source, Span
from quotetrack.store import ClaimStore
from quotetrack.store.questions import QUESTIONS
from quotetrack.web import configuration, hosting, wording


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_gold(tmp_path_factory.mktemp("web") / "quotetrack.db")


@pytest.fixture(scope="module")
def site(database: Path) -> Site:
    return Site(Datasette([str(database)]))


def one_document(database: Path) -> str:
    return str(first(database, "SELECT id FROM documents WHERE name = 'f01_depeche_usine'"))


def one_source(database: Path) -> str:
    return str(
        first(database, "SELECT source FROM quotes GROUP BY 1 HAVING source NOT NULL ORDER BY count(*) DESC")
    )


def test_a_lone_database_of_ours_opens_on_our_front_page(site: Site) -> None:
    answer = site.get("/?q=usine")
    assert answer.status_code == 302
    assert answer.headers["location"] == "/quotetrack/-/quotetrack?q=usine"


def test_another_database_beside_it_leaves_datasettes_own_front_page(database: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("CREATE TABLE t (x)").connection.close()
    answer = Site(Datasette([str(database), str(other)])).get("/")
    assert answer.status_code == 200
    assert "other" in answer.text


def test_the_front_page_counts_and_lists(site: Site, database: Path) -> None:
    documents = first(database, "SELECT count(*) FROM documents")
    page = text_of(site.get("/quotetrack/-/quotetrack").text)
    assert f"{documents} articles" in page
    assert "Verrelec va fermer son usine de Corrèze, 212 postes supprimés" in page
    assert all(question.title in page for question in QUESTIONS)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("décision difficile", "<mark>décision</mark> <mark>difficile</mark> répond"),
        ("DECISION DIFFICILE", "<mark>décision</mark> <mark>difficile</mark> répond"),
        ("« décision difficile »", "<mark>décision difficile</mark> répond"),
    ],
)
def test_search_folds_accents_and_marks_what_matches(site: Site, words: str, found: str) -> None:
    answer = site.get("/quotetrack/-/quotetrack", params={"q": words})
    assert found in answer.text
    assert found in site.get("/quotetrack/-/quotetrack.json", params={"q": words}).json()["quotes"][0]["html"]


@pytest.mark.parametrize(
    "words", ['"', "«", "AND OR NOT", "col:x", "(", "*", "^a", "NEAR(a b)", "'; DROP TABLE quotes", "\x00"]
)
def test_no_search_is_an_error(site: Site, words: str) -> None:
    assert site.get("/quotetrack/-/quotetrack", params={"q": words}).status_code == 200


def test_a_document_is_shown_whole_with_its_quotes(site: Site, database: Path) -> None:
    document = one_document(database)
    answer = site.get(f"/quotetrack/-/document/{document}")
    text = first(database, f"SELECT substr(text, body_start + 1) FROM documents WHERE id = '{document}'")
    shown = text_of(answer.text.partition('id="texte">')[2].partition("</article>")[0])
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", text)
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_the_json_twin_of_a_document_is_the_contract_of_extract(site: Site, database: Path) -> None:
    document = one_document(database)
    record = site.get(f"/quotetrack/-/document/{document}.json").json()
    text = first(database, f"SELECT text FROM documents WHERE id = '{document}'")
    assert record["doc"] == "f01_depeche_usine"
    assert len(record["quotes"]) == first(
        database, f"SELECT count(*) FROM quotes WHERE document = '{document}'"
    )
    assert all(quote["text"] == text[slice(*quote["content"])] for quote in record["quotes"])


def test_a_source_says_all_that_it_said_in_time_order(site: Site, database: Path) -> None:
    source = one_source(database)
    record = site.get(f"/quotetrack/-/source/{source}.json").json()
    assert record["total"] == first(database, f"SELECT count(*) FROM quotes WHERE source = '{source}'")
    dates = [quote["date"] for quote in record["quotes"]]
    assert dates == sorted(dates)
    page = text_of(site.get(f"/quotetrack/-/source/{source}").text)
    assert record["source"]["name"] in page
    assert all(" ".join(quote["text"].split()) in page for quote in record["quotes"])


@pytest.mark.parametrize(
    "filters", [{"kind": "direct"}, {"stance": "hearsay"}, {"kind": "direct", "outlet": "x"}]
)
def test_a_source_is_filtered(site: Site, database: Path, filters: dict[str, str]) -> None:
    source = one_source(database)
    record = site.get(f"/quotetrack/-/source/{source}.json", params=filters).json()
    assert all(quote[name] == value for quote in record["quotes"] for name, value in filters.items())
    assert record["matching"] == len(record["quotes"])


@pytest.mark.parametrize("page", ["0", "-1", "999", "x", "٣", "1" * 30])
def test_a_page_number_that_makes_no_sense_is_mended(site: Site, database: Path, page: str) -> None:
    assert site.get(f"/quotetrack/-/source/{one_source(database)}", params={"page": page}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/quotetrack/-/document/none",
        "/quotetrack/-/source/none",
        "/nowhere/-/quotetrack",
        "/_internal/-/quotetrack",
        "/quotetrack/-/document/%00",
        "/quotetrack/-/source/%F0%9F%99%82",
    ],
)
def test_nothing_there_is_said_in_both_forms(site: Site, path: str) -> None:
    page, twin = site.get(path), site.get(path + ".json")
    assert (page.status_code, twin.status_code) == (404, 404)
    assert "Rien à cette adresse" in page.text
    assert twin.json()["ok"] is False


def test_a_database_that_is_not_ours_has_none_of_our_pages(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("CREATE TABLE quotes (x)").connection.close()
    site = Site(Datasette([str(other)]))
    assert site.get("/other/-/quotetrack").status_code == 404
    assert site.get("/other/quotes").status_code == 200


@pytest.mark.parametrize(
    "path", ["/quotetrack/-/quotetrack", "/quotetrack/-/source/x", "/quotetrack/-/document/x.json"]
)
def test_who_may_not_see_the_database_sees_no_page(database: Path, path: str) -> None:
    locked: dict[str, Any] = {"databases": {"quotetrack": {"allow": {"id": "redaction"}}}}
    site = Site(Datasette([str(database)], metadata=locked))
    assert site.get(path).status_code == 403


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_each_canned_query_answers(site: Site, question: Any) -> None:
    parameters = {"mots": "pas", "nom": "Philippe Lancelin"}
    answer = site.get(f"/quotetrack/{question.name}.json", params={"_shape": "array", **parameters})
    assert answer.status_code == 200, answer.text
    assert isinstance(answer.json(), list)
    if question.needs is None and question.name not in {"derniers_avis", "femmes_et_hommes"}:
        assert answer.json()


def test_canned_queries_speak_french(site: Site) -> None:
    rows = site.get("/quotetrack/qui_a_dit.json", params={"_shape": "array", "mots": "pas"}).json()
    assert list(rows[0]) == ["date", "titre", "qui", "propos", "genre", "statut", "article", "citation"]
    assert {row["genre"] for row in rows} <= set(wording.KINDS.values())
    assert {row["statut"] for row in rows} <= set(wording.STANCES.values())
    assert '">dans l’article</a>' in site.get("/quotetrack/qui_a_dit", params={"mots": "pas"}).text


@pytest.mark.parametrize(
    ("question", "parameter", "several", "one"),
    [
        ("qui_a_dit", "mots", "demande Europe", "l'effondrement de la demande"),
        ("tout_ce_qu_a_dit", "nom", "philippe lancelin", "Lancelin"),
    ],
)
def test_canned_queries_find_words_apart_and_names_in_part(
    site: Site, question: str, parameter: str, several: str, one: str
) -> None:
    answers = [
        site.get(f"/quotetrack/{question}.json", params={"_shape": "array", parameter: asked}).json()
        for asked in (several, one)
    ]
    assert answers[0] and answers[1]
    assert "Philippe Lancelin" in {row["qui"] for answer in answers for row in answer}


def test_the_share_of_anonymous_sources_is_of_all_quotes(tmp_path: Path) -> None:
    path = tmp_path / "quotetrack.db"
    said = [
        ("un proche", "oui", {"kind": "anonymous"}),
        ("Ève Cardou", "non"),
        (None, "si"),
        (None, "mais si"),
    ]
    with ClaimStore(path) as store:
        store.save(article("a", *said, outlet="Le Fanal"))
    rows = Site(Datasette([str(path)])).get("/quotetrack/part_d_anonymat.json?_shape=array").json()
    assert [(row["citations"], row["pour_cent_anonymes"]) for row in rows] == [(4, 25.0)]


def test_the_words_of_canned_queries_are_those_of_the_pages() -> None:
    every = " ".join(question.sql for question in QUESTIONS)
    for words in (wording.KINDS, wording.STANCES, wording.SEVERITIES, wording.VERDICTS):
        assert all(f"WHEN '{value}' THEN '{word}'" in every for value, word in words.items())
    for value, word in wording.SOURCE_KINDS.items():
        assert value == word or f"WHEN '{value}' THEN '{word}'" in every


def test_canned_queries_have_their_titles_and_descriptions(site: Site) -> None:
    page = text_of(site.get("/quotetrack/oui_dire").text)
    assert "Qu’est-ce qui est écrit au conditionnel ?" in page
    assert "sans dire d’où il les tient" in page


def test_foreign_keys_read_as_names(site: Site) -> None:
    rows = site.get("/quotetrack/quotes.json?_labels=on&_shape=array&source_name=Philippe+Lancelin").json()
    assert rows[0]["source"]["label"] == "Philippe Lancelin"
    assert rows[0]["document"]["label"] == "f01_depeche_usine"


@pytest.mark.parametrize(
    ("table", "facets"),
    [
        ("quotes", {"kind", "stance", "source_kind", "outlet"}),
        ("documents", {"outlet"}),
        ("who_said_what", {"kind_of_source", "stance", "outlet", "how"}),
    ],
)
def test_tables_come_with_facets(site: Site, table: str, facets: set[str]) -> None:
    page = site.get(f"/quotetrack/{table}").text
    assert all(f'data-column="{facet}"' in page or f"_facet={facet}" in page for facet in facets)
    answer = site.get(f"/quotetrack/{table}.json?_size=0&_extra=facet_results").json()
    results = answer["facet_results"]
    assert facets <= set(results.get("results", results))


@pytest.mark.parametrize(
    ("table", "address"),
    [
        ("documents", "/-/document/[0-9a-f]{16}"),
        ("sources", "/-/source/[0-9a-f]{16}"),
        ("who_said_what", "/-/quote/[0-9a-f]{16}"),
        ("oui_dire", "/-/quote/[0-9a-f]{16}"),
    ],
)
def test_datasettes_tables_lead_to_the_pages_for_people(site: Site, table: str, address: str) -> None:
    link = re.search(f'href="(/quotetrack{address})"', site.get(f"/quotetrack/{table}").text)
    assert link
    assert site.get(link[1]).status_code in {200, 302}


def test_a_quote_leads_to_its_place_in_the_document(site: Site, database: Path) -> None:
    quote = first(database, "SELECT id FROM quotes")
    target = site.get(f"/quotetrack/-/quote/{quote}").headers["location"]
    page, _, anchor = target.partition("#")
    assert anchor == f"q-{quote}"
    assert f'id="{anchor}"' in site.get(page).text
    assert site.get(f"/quotetrack/-/quote/{quote}.json").json()["id"] == quote


def test_what_the_user_configures_wins(database: Path) -> None:
    own = {
        "databases": {
            "quotetrack": {
                "tables": {"documents": {"label_column": "title"}},
                "queries": {"oui_dire": {"sql": "SELECT 42 AS mine"}},
            }
        }
    }
    probe = Datasette([str(database)])
    options: dict[str, Any] = {"metadata": own} if hosting.is_first_series(probe) else {"config": own}
    site = Site(Datasette([str(database)], **options))
    assert site.get("/quotetrack/oui_dire.json?_shape=array").json() == [{"mine": 42}]
    rows = site.get("/quotetrack/quotes.json?_labels=on&_shape=array&source_name=Philippe+Lancelin").json()
    assert rows[0]["document"]["label"].startswith("Verrelec")


def test_the_configuration_files_are_those_of_this_version(tmp_path: Path) -> None:
    folder = Path(__file__).parent.parent / "db"
    for written in configuration.write_files(tmp_path):
        assert (folder / written.name).read_text("utf-8") == written.read_text("utf-8"), (
            "run python -m quotetrack.web.configuration db"
        )


def test_style_and_script_come_from_our_own_server_and_last(site: Site) -> None:
    page = site.get("/quotetrack/-/quotetrack").text
    address = re.search(r'href="(/-/quotetrack/[0-9a-f]+/quotetrack\.css)"', page)
    assert address
    answer = site.get(address[1])
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]


def test_a_server_below_a_path_prefix_links_below_it(database: Path) -> None:
    site = Site(Datasette([str(database)], settings={"base_url": "/presse/"}))
    page = site.get("/quotetrack/-/quotetrack").text
    local = [address for address in re.findall(r'(?:href|action|src)="([^"#]+)"', page)]
    assert local and all(address.startswith("/presse/") for address in local)


HOSTILE = "<script>alert(1)</script> \u202etxt\u202c \ue000faux\ue001 </mark> dit <b>oui</b>\x07"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Every text of the database is hostile: names, outlets, titles, words."""
    path = tmp_path_factory.mktemp("hostile") / "quotetrack.db"
    document = Document(
        HOSTILE, HOSTILE, Span(0, len(HOSTILE)), HOSTILE, "2024-01-01", HOSTILE, "javascript:alert(1)"
    )
    speaker = Source(HOSTILE, "person", aliases=(HOSTILE + " bis",), role=HOSTILE)
    quote = Quote("a1", "direct", Span(0, len(HOSTILE)), (Span(0, 9),), Span(0, 9), Span(2, 40), speaker)
    with ClaimStore(path) as store:
        store.save(Extraction(document, (quote,), sources=(speaker,)))
        store.save(made_up("mot " * 250_000, (0, 900_000)))
    return Site(Datasette([str(path)]))


@pytest.mark.parametrize("page", ["quotetrack", "quotetrack?q=oui", "source", "document"])
def test_hostile_text_is_inert_on_every_page(hostile: Site, page: str) -> None:
    path = Path(str(next(iter(hostile.datasette.databases["quotetrack"].path.splitlines()))))
    if page == "source":
        page = f"source/{first(path, 'SELECT source FROM quotes WHERE id = ' + repr('a1'))}"
    if page == "document":
        page = f"document/{first(path, 'SELECT document FROM quotes WHERE id = ' + repr('a1'))}"
    answer = hostile.get(f"/quotetrack/-/{page}")
    assert answer.status_code == 200
    assert "alert(1)" in answer.text
    assert "<script>alert" not in answer.text
    assert 'href="javascript' not in answer.text
    assert "<b>oui" not in answer.text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", answer.text)


def test_a_database_of_any_name_has_its_pages(tmp_path: Path) -> None:
    path = store_gold(tmp_path / "presse d'été 2.0.db")
    site = Site(Datasette([str(path)]))
    front = site.get("/").headers["location"]
    page = site.get(front)
    assert page.status_code == 200
    link = re.search(r'href="([^"]+/-/document/[0-9a-f]{16})"', page.text)
    assert link
    assert site.get(link[1]).status_code == 200
