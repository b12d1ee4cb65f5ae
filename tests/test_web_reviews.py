"""Writing from the pages: only when started for it, by whom Datasette's permissions let, never by a forged form."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from one_story import store_story
from web_site import Site, first

from quotetrack.store import ClaimStore

WRITING: dict[str, Any] = {"plugins": {"quotetrack": {"write": True}}}
HERE = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
ELSEWHERE = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return store_story(tmp_path / "quotetrack.db")


def started(database: Path, settings: dict[str, Any] | None = WRITING) -> Site:
    datasette = Datasette([str(database)], metadata=settings)
    datasette.root_enabled = True
    return Site(datasette)


def as_actor(site: Site, actor: str | None) -> dict[str, str]:
    return {"ds_actor": site.datasette.sign({"a": {"id": actor}}, "actor")} if actor else {}


def form(site: Site, page: str, cookies: dict[str, str]) -> dict[str, str]:
    """Return the fields of the first form of a page that writes, adding the cookie that goes with its token."""
    answer = site.get(page, cookies=cookies)
    cookies.update(answer.cookies)
    written = re.search(r'<form method="post".*?</form>', answer.text, re.DOTALL)
    if written is None:
        return {}
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', written[0])
    return {name: unescape(value) for name, value in hidden}


def claim_page(database: Path) -> str:
    key = first(
        database, "SELECT key FROM claims WHERE text LIKE 'Nous ne remplirons%' ORDER BY versions DESC"
    )
    return f"/quotetrack/-/claim/{key}"


def reviews(database: Path) -> int:
    return int(first(database, "SELECT count(*) FROM reviews"))


def test_a_review_is_recorded_and_shown(database: Path) -> None:
    site = started(database)
    cookies = as_actor(site, "root")
    page = claim_page(database)
    fields = form(site, page, cookies) | {"verdict": "misleading", "note": "Voir <b>le décret</b>", "url": ""}
    answer = site.post("/quotetrack/-/review", data=fields, cookies=cookies, headers=HERE)
    assert (answer.status_code, answer.headers["location"]) == (302, page)
    shown = site.get(page).text
    assert "trompeur" in shown
    assert "Voir &lt;b&gt;le décret&lt;/b&gt;" in shown
    with ClaimStore(database) as store:
        assert [(review.verdict, review.by) for review in store.reviews()] == [("misleading", "root")]


def test_a_finding_is_set_aside_with_a_reason_and_brought_back(database: Path) -> None:
    site = started(database)
    cookies = as_actor(site, "root")
    before = site.get("/quotetrack/-/checks.json").json()["findings"]
    fields = form(site, "/quotetrack/-/checks", cookies) | {"reason": "vérifié"}
    assert site.post("/quotetrack/-/review", data=fields, cookies=cookies, headers=HERE).status_code == 302
    after = site.get("/quotetrack/-/checks.json").json()["findings"]
    assert {f["id"] for f in before} - {f["id"] for f in after} == {fields["finding"]}
    aside = "/quotetrack/-/checks?check=dismissed"
    assert [f["dismissed"] for f in site.get(aside.replace("?", ".json?")).json()["findings"]] == ["vérifié"]
    assert "« vérifié »" in site.get(aside).text.replace("\u202f", " ").replace("&#8239;", " ")
    assert form(site, aside, cookies)["action"] == "restore"
    site.post("/quotetrack/-/review", data=fields | {"action": "restore"}, cookies=cookies, headers=HERE)
    assert site.get("/quotetrack/-/checks.json").json()["findings"] == before


def test_from_a_page_of_one_check_one_comes_back_to_it(database: Path) -> None:
    site = started(database)
    cookies = as_actor(site, "root")
    page = "/quotetrack/-/checks?check=changed%20story&page=1"
    fields = form(site, page, cookies) | {"reason": "vérifié"}
    answer = site.post("/quotetrack/-/review", data=fields, cookies=cookies, headers=HERE)
    assert answer.headers["location"] == page


@pytest.mark.parametrize("actor", [None, "somebody"])
def test_whoever_has_no_permission_sees_no_form_and_cannot_write(database: Path, actor: str | None) -> None:
    site = started(database)
    cookies = as_actor(site, actor)
    assert form(site, claim_page(database), cookies) == {}
    fields = {"action": "review", "quote": str(first(database, "SELECT id FROM quotes")), "verdict": "true"}
    assert site.post("/quotetrack/-/review", data=fields, cookies=cookies, headers=HERE).status_code == 403
    assert reviews(database) == 0


def test_without_write_nobody_can_write(database: Path) -> None:
    site = started(database, None)
    cookies = as_actor(site, "root")
    assert form(site, claim_page(database), cookies) == {}
    fields = {"action": "review", "quote": str(first(database, "SELECT id FROM quotes")), "verdict": "true"}
    assert site.post("/quotetrack/-/review", data=fields, cookies=cookies, headers=HERE).status_code == 403
    answer = site.get("/quotetrack/-/review", cookies=cookies)
    assert answer.status_code == 403
    assert "Cette base est en lecture seule" in answer.text and "Forbidden" not in answer.text
    assert reviews(database) == 0


def test_a_form_forged_elsewhere_is_refused(database: Path) -> None:
    site = started(database)
    fields = {"action": "review", "quote": str(first(database, "SELECT id FROM quotes")), "verdict": "true"}
    answer = site.post("/quotetrack/-/review", data=fields, cookies=as_actor(site, "root"), headers=ELSEWHERE)
    assert answer.status_code == 403
    assert reviews(database) == 0


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"verdict": "peut-être"}, "Ce verdict n’existe pas : « peut-être »."),
        ({"verdict": "", "note": "", "url": ""}, "Un avis demande un verdict, une note ou un lien."),
        ({"verdict": "true", "quote": "ffffffffffffffff"}, "Cette citation n’est plus dans la base"),
        ({"verdict": "true", "url": "javascript:alert(1)"}, "Le lien n’est pas une adresse web"),
        ({"verdict": "true", "note": "x" * 6000}, "Trop long"),
        ({"action": "drop"}, "Cette action n’existe pas."),
        ({"action": "dismiss", "reason": " "}, "Dites pourquoi"),
        ({"action": "dismiss", "reason": "vu", "finding": "zz"}, "Cette alerte n’est plus dans la base"),
        ({"action": "restore", "finding": ""}, "Cette alerte n’est plus dans la base"),
    ],
)
def test_what_cannot_be_recorded_is_refused_with_a_word_of_french(
    database: Path, wrong: dict[str, str], word: str
) -> None:
    site = started(database)
    cookies = as_actor(site, "root")
    fields = form(site, claim_page(database), cookies) | {"finding": ""} | wrong
    answer = site.post("/quotetrack/-/review", data=fields, cookies=cookies, headers=HERE)
    assert answer.status_code == 400
    assert "Rien n’a été enregistré" in answer.text
    assert word in answer.text
    assert reviews(database) == 0


def test_from_a_quote_in_its_article_one_step_leads_to_its_review(database: Path) -> None:
    document = first(database, "SELECT id FROM documents")
    page = f"/quotetrack/-/document/{document}"
    site = started(database)
    assert "rendre un avis" in site.get(page, cookies=as_actor(site, "root")).text
    assert "rendre un avis" not in site.get(page).text


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/quotetrack/-/x\r\nSet-Cookie: a=b", ""]
)
def test_a_review_never_leads_to_another_site(database: Path, back: str) -> None:
    site = started(database)
    cookies = as_actor(site, "root")
    fields = form(site, claim_page(database), cookies) | {"verdict": "true", "back": back}
    answer = site.post("/quotetrack/-/review", data=fields, cookies=cookies, headers=HERE)
    assert answer.headers["location"] == "/quotetrack/-/quotetrack"


def test_reviews_are_posted_not_fetched(database: Path) -> None:
    site = started(database)
    assert site.get("/quotetrack/-/review", cookies=as_actor(site, "root")).status_code == 405


def test_the_last_verdict_stands_beside_the_quote_in_its_article(database: Path) -> None:
    quote = str(first(database, "SELECT id FROM quotes WHERE text LIKE 'Nous ne remplirons%' ORDER BY id"))
    with ClaimStore(database) as store:
        store.add_review(quote, verdict="true")
        store.add_review(quote, verdict="missing-context")
        store.add_review(quote, note="à suivre")
    site = started(database, None)
    page = site.get(site.get(f"/quotetrack/-/quote/{quote}").headers["location"].partition("#")[0])
    assert "manque de contexte" in page.text
    assert '<b class="verdict">vrai</b>' not in page.text
