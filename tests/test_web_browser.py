"""The pages in a real headless Chromium: what is marked, by keyboard, on a phone, in print, for everybody.

Needs Debian's ``chromium`` package, or ``CHROMIUM=/path/to/chromium``; without it they fail where ``CI`` is set.
``SCREENSHOTS=docs`` writes the two pictures of the README there.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from one_story import store_story, story
from playwright.sync_api import Browser, Page, expect, sync_playwright
from reading_articles import gold_extraction, made_up, store_gold
from web_site import first, served

from quotetrack.export.html import reading_view
from quotetrack.model import Extraction

pytestmark = pytest.mark.browser

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 860}
PAGES = ("front", "search", "document", "source", "claim", "checks", "missing")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists() and not os.environ.get("CI"):
        pytest.skip(f"no browser at {CHROMIUM}: apt install chromium, or set CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    return store_story(store_gold(folder / "quotetrack.db"))


@pytest.fixture(scope="module")
def server(database: Path) -> Iterator[str]:
    with served(database, database.with_suffix(".log")) as address:
        yield address


@pytest.fixture(scope="module")
def addresses(server: str, database: Path) -> dict[str, str]:
    base = f"{server}/quotetrack/-"
    claim = "SELECT key FROM claims WHERE text LIKE 'Nous ne remplirons%' ORDER BY versions DESC"
    return {
        "front": f"{base}/quotetrack",
        "search": f"{base}/quotetrack?q=decision",
        "document": f"{base}/document/" + first(database, "SELECT id FROM documents WHERE name LIKE 'f01%'"),
        "source": f"{base}/source/" + first(database, "SELECT id FROM sources WHERE name = 'Lucie Ferrand'"),
        "claim": f"{base}/claim/" + first(database, claim),
        "checks": f"{base}/checks",
        "missing": f"{base}/document/none",
    }


@pytest.fixture
def article(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The mailed page of a fixture, opened from its file."""
    file = tmp_path / "article.html"
    file.write_text(reading_view(gold_extraction("f01_depeche_usine", "La Gazette de Corrèze")), "utf-8")
    page = browser.new_page(viewport=DESK)
    page.goto(file.as_uri())
    yield page
    page.close()


def in_order(extraction: Extraction) -> list[str]:
    quotes = sorted(extraction.quotes, key=lambda quote: (quote.content.start, -quote.content.end))
    return [quote.content.of(extraction.document.text) for quote in quotes]


def test_the_browser_shows_each_quote_at_its_exact_offsets(article: Page) -> None:
    shown = article.evaluate(
        """() => [...document.querySelectorAll('.note')].map((note) => [...document.querySelectorAll(
             `#texte [data-q~="${note.dataset.n}"]`)].map((piece) => piece.textContent).join(''))"""
    )
    assert shown == in_order(gold_extraction("f01_depeche_usine"))


def test_the_text_can_be_copied_without_the_numbers_of_the_notes(article: Page) -> None:
    paragraph = article.locator("#texte p", has_text="Cette décision difficile").inner_text()
    assert "Europe du Sud\u00a0», a déclaré" in paragraph


def test_kinds_differ_by_their_line_and_verbatim_is_underlined(article: Page) -> None:
    def line(selector: str) -> str:
        style = "getComputedStyle(element)"
        return str(
            article.locator(f"#texte {selector}").first.evaluate(
                f"(element) => {style}.textDecorationLine + ' ' + {style}.textDecorationStyle"
            )
        )

    assert line(".q.direct.verbatim") == "underline solid"
    assert line(".q.mixed.verbatim") == "underline solid"
    assert line(".q.mixed:not(.verbatim)") == "underline dotted"
    assert line(".q.indirect:not(.verbatim):not(.hearsay)") == "underline dotted"
    assert line(".q.hearsay:not(.verbatim)") == "underline wavy"


def test_cue_and_source_are_marked(article: Page) -> None:
    assert "a déclaré" in article.locator("#texte .cue").all_inner_texts()
    sources = "".join(article.locator("#texte .source").all_inner_texts())
    assert "le directeur général du groupe, Philippe Lancelin" in sources


def test_a_quote_in_a_headline_has_its_card(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "headline.html"
    text = "Elle revient : « La mer ne doit rien »\n\nUn tour du monde."
    file.write_text(reading_view(made_up(text, (17, 36), title=text.split("\n")[0])), "utf-8")
    page = browser.new_page(viewport=DESK)
    page.goto(file.as_uri() + "#q-q1")
    expect(page.locator("h1")).to_have_text("Elle revient : « La mer ne doit rien »")
    expect(page.locator("h1 .q.on")).to_have_text("La mer ne doit rien")
    expect(page.locator("#card")).to_be_visible()
    expect(page.locator("#texte")).to_have_text("Un tour du monde.")
    page.close()


def test_pointing_at_a_quote_shows_its_card_and_leaving_hides_it(article: Page) -> None:
    article.locator("#texte .q", has_text="Cette décision difficile").hover()
    card = article.locator("#card")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Philippe Lancelin")
    expect(card).to_contain_text("l'ATP")
    expect(card).to_contain_text("a déclaré")
    expect(article.locator("li.note.on")).to_have_count(1)
    article.mouse.move(5, 5)
    expect(card).to_be_hidden()


def test_tab_j_k_and_escape_are_enough(article: Page) -> None:
    card = article.locator("#card")
    article.keyboard.press("j")
    expect(card).to_contain_text("direction de Verrelec")
    article.keyboard.press("j")
    expect(card).to_contain_text("Philippe Lancelin")
    article.keyboard.press("k")
    expect(card).to_contain_text("direction de Verrelec")
    article.keyboard.press("Tab")
    expect(card).to_contain_text("Philippe Lancelin")
    expect(article.locator(".call:focus")).to_have_attribute("data-n", "2")
    article.keyboard.press("Escape")
    expect(card).to_be_hidden()
    article.keyboard.press("Enter")
    assert article.evaluate("location.hash").startswith("#n-")


def test_a_deep_link_opens_its_quote(article: Page) -> None:
    article.goto(article.url + "#q-q13")
    expect(article.locator("#card")).to_be_visible()
    number = article.locator("#n-q13").get_attribute("data-n")
    piece = article.locator(f'#texte [data-q~="{number}"]').first
    expect(piece).to_be_in_viewport()
    expect(piece).to_have_class(re.compile(r"\bon\b"))


def test_without_javascript_the_notes_say_it_all(browser: Browser, article: Page) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESK)
    page = context.new_page()
    page.goto(article.url)
    expect(page.locator(".note .facts").first).to_be_visible()
    expect(page.locator("#card")).to_be_hidden()
    context.close()


def test_on_a_phone_the_card_is_a_sheet_at_the_bottom(article: Page) -> None:
    article.set_viewport_size(PHONE)
    article.locator("#texte .q").first.click()
    box = article.locator("#card").bounding_box()
    assert box is not None
    assert (box["x"], round(box["width"])) == (0, PHONE["width"])
    assert round(box["y"] + box["height"]) == PHONE["height"]


def test_in_print_the_notes_follow_the_text_and_nothing_floats(article: Page) -> None:
    article.keyboard.press("j")
    article.emulate_media(media="print")
    expect(article.locator("#card")).to_be_hidden()
    expect(article.locator(".note .facts").first).to_be_visible()
    text, notes = article.locator("article").bounding_box(), article.locator(".margin").bounding_box()
    assert text and notes
    assert notes["y"] >= text["y"] + text["height"]
    assert article.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_makes_no_error_and_asks_no_other_host(
    browser: Browser, addresses: dict[str, str], name: str
) -> None:
    page = browser.new_page(viewport=DESK)
    said: list[str] = []
    asked: set[str] = set()
    page.on("console", lambda message: said.append(message.text) if message.type != "debug" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.goto(addresses[name], wait_until="networkidle")
    for key in ("Tab", "Tab", "j", "k", "Escape"):
        page.keyboard.press(key)
    page.close()
    if name == "missing":
        said = [line for line in said if "404" not in line]
    assert said == []
    assert asked == {urlsplit(addresses[name]).netloc}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_accessible(browser: Browser, addresses: dict[str, str], name: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport=DESK)
    page = context.new_page()
    page.goto(addresses[name])
    if name == "document":
        page.keyboard.press("j")
    report = Axe().run(page)
    context.close()
    assert report.violations_count == 0, report.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_phone(browser: Browser, addresses: dict[str, str], name: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(addresses[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.close()


@pytest.mark.parametrize("name", ["source", "claim"])
def test_drawings_can_be_read_on_a_phone(browser: Browser, addresses: dict[str, str], name: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(addresses[name])
    expect(page.locator("figure.drawing")).to_be_visible()
    letters = page.locator("svg text:visible, .branches li:visible")
    assert letters.count() > 1
    heights = letters.evaluate_all("(texts) => texts.map((text) => text.getBoundingClientRect().height)")
    assert min(heights) >= 11
    page.close()


def test_in_print_how_grave_a_finding_is_stays_legible(browser: Browser, addresses: dict[str, str]) -> None:
    page = browser.new_page(viewport=DESK, color_scheme="dark")
    page.goto(addresses["checks"])
    page.emulate_media(media="print")
    grave = page.locator(".finding.high .severity").first
    assert grave.evaluate("(element) => getComputedStyle(element).color") == "rgb(154, 31, 31)"
    page.close()


def test_searching_from_the_front_page(browser: Browser, addresses: dict[str, str]) -> None:
    page = browser.new_page(viewport=DESK)
    page.goto(addresses["front"])
    page.get_by_role("searchbox").fill("DECISION difficile")
    page.keyboard.press("Enter")
    expect(page.locator("mark")).to_have_text(["décision", "difficile"])
    page.get_by_role("link", name="Verrelec va fermer").click()
    expect(page.locator("#card")).to_contain_text("Philippe Lancelin")
    page.close()


HOSTILE = (
    "<script>document.title = 'pris'</script><img src=x onerror=\"document.title = 'pris'\">"
    "<a href='javascript:alert(1)'>ici</a> \u202eesrever\u202c </p></article><style>body { display: none }</style>"
)


def test_hostile_text_is_shown_and_stays_inert(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(reading_view(made_up(HOSTILE, (0, 40), (20, 90), title=HOSTILE)), "utf-8")
    page = browser.new_page(viewport=DESK)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    assert page.title() != "pris"
    shown = page.locator("#texte").inner_text()
    assert shown.startswith("<script>document.title = 'pris'</script><img src=x onerror=")
    assert "\u202e" not in shown
    assert page.locator("#texte img, #texte script, #texte style").count() == 0
    assert page.locator("[href^='javascript']").count() == 0
    assert dialogs == []
    page.close()


@pytest.mark.parametrize("shape", ["two thousand quotes", "a megabyte in one line", "a megabyte in one word"])
def test_large_articles_open_and_answer(browser: Browser, tmp_path: Path, shape: str) -> None:
    extraction = {
        "two thousand quotes": lambda: made_up(
            "mot " * 20_000, *[(40 * n, 40 * n + 30) for n in range(2000)]
        ),
        "a megabyte in one line": lambda: made_up("mot " * 250_000, (0, 30), (500_000, 500_040)),
        "a megabyte in one word": lambda: made_up("m" * 1_000_000, (0, 30), (500_000, 500_040)),
    }[shape]()
    file = tmp_path / "large.html"
    file.write_text(reading_view(extraction), "utf-8")
    page = browser.new_page(viewport=PHONE)
    began = time.perf_counter()
    page.goto(file.as_uri())
    page.keyboard.press("j")
    expect(page.locator("#card")).to_be_visible()
    assert time.perf_counter() - began < 15
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.close()


def test_the_pictures_of_the_readme(browser: Browser, addresses: dict[str, str], tmp_path: Path) -> None:
    folder = Path(os.environ.get("SCREENSHOTS", str(tmp_path)))
    for name, scheme in (("document", "light"), ("claim", "light")):
        context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
        page = context.new_page()
        page.goto(addresses[name])
        if name == "document":
            page.locator("#texte .q", has_text="Cette décision difficile").hover()
            expect(page.locator("#card")).to_be_visible()
        picture = page.screenshot(path=folder / f"{name}.png")
        context.close()
        assert len(picture) > 50_000  # an empty page compresses to a tenth of this


def test_the_story_in_the_mailed_page(browser: Browser, tmp_path: Path) -> None:
    extraction = next(e for e in story() if any(quote.via for quote in e.quotes))
    file = tmp_path / "chain.html"
    file.write_text(reading_view(extraction), "utf-8")
    page = browser.new_page(viewport=DESK)
    page.goto(file.as_uri())
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#card")).to_contain_text("Agence Sud → Lucie Ferrand")
    page.close()
