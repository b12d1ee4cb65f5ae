"""The reading view as one self-contained page: the article's own text, every quote marked."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from reading_articles import FIXTURES, gold_extraction, made_up

from quotetrack.documents import read_document
from quotetrack.export.html import reading_view
from quotetrack.model import Document, Extraction, Quote, QuotetrackError, Source, Span
from quotetrack.web.article import article
from quotetrack.web.inert import inert, web_address


class Page(HTMLParser):
    """What a browser would see: text of the paragraphs, text by quote number, tags left open, attributes."""

    VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.by_quote: dict[int, str] = {}
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        around = [attributes for _, attributes in self.open]
        if any(attributes.get("id") == "texte" for attributes in around) and self.open[-1][0] != "div":
            self.text += data
        for attributes in around:
            for number in (attributes.get("data-q") or "").split():
                self.by_quote[int(number)] = self.by_quote.get(int(number), "") + data


ARTICLES = sorted(path.stem for path in FIXTURES.glob("f*.json"))


@pytest.mark.parametrize("name", ARTICLES)
def test_each_quote_is_marked_at_its_exact_offsets(name: str) -> None:
    extraction = gold_extraction(name)
    page = Page(reading_view(extraction))
    text = extraction.document.text
    in_order = sorted(extraction.quotes, key=lambda quote: (quote.content.start, -quote.content.end))
    assert page.open == []
    assert text.endswith(page.text)
    assert page.by_quote == {number: quote.content.of(text) for number, quote in enumerate(in_order, 1)}


def test_a_title_that_the_text_begins_with_is_printed_once_with_its_quotes() -> None:
    text = "Delorme : « La mer ne doit rien »\n\nElle revient de loin."
    document = Document("mer", text, Span(0, len(text)), title="Delorme : « La mer ne doit rien »")
    shown = article(Extraction(document, (Quote("a", "direct", Span(12, 31), (Span(12, 31),)),)))
    assert shown.headline is not None
    assert shown.headline.striptags() == "Delorme : « La mer ne doit rien »"
    assert 'id="q-a"' in shown.headline
    assert shown.paragraphs == ("Elle revient de loin.",)
    other = Document("mer", text, Span(0, len(text)), title="Retour de loin")
    assert article(Extraction(other, ())).headline is None


def test_the_note_tells_who_to_whom_where_how_and_how_surely() -> None:
    text = "Selon Le Monde, Vladimir Poutine a dit à la presse, à Sotchi, que tout allait bien."
    document = Document("sotchi", text, Span(0, len(text)))
    outer = Quote(
        "a", "indirect", Span(16, 82), source=Span(6, 14), speaker=Source("Le Monde", "organisation")
    )
    inner = Quote(
        "b",
        "indirect",
        Span(66, 82),
        cue=Span(33, 38),
        source=Span(16, 32),
        speaker=Source("Vladimir Poutine", "person", role="président russe"),
        addressee=Span(41, 50),
        medium=Span(52, 60),
        via="a",
        stance="hearsay",
        rule="inversion_imaginaire",
        confidence=0.934,
    )
    note = article(Extraction(document, (outer, inner))).notes[1]
    assert note.speaker == "Vladimir Poutine"
    assert note.role == "président russe"
    assert note.chain == ("Le Monde", "Vladimir Poutine")
    assert (note.addressee, note.medium, note.cue) == ("la presse", "à Sotchi", "a dit")
    assert note.labels == ("indirecte", "ouï-dire")
    assert note.construction == "inversion imaginaire"
    assert note.confidence == 93


def test_a_chain_that_bites_its_tail_ends() -> None:
    text = "Il dit qu’elle dit qu’il dit."
    document = Document("ronde", text, Span(0, len(text)))
    ring = tuple(Quote(id, "indirect", Span(0, 9), via=via) for id, via in (("a", "b"), ("b", "a")))
    assert [len(note.chain) for note in article(Extraction(document, ring)).notes] == [2, 2]


HOSTILE = (
    '<script>alert(1)</script> <img src=x onerror=alert(2)> " onmouseover="alert(3)\n'
    "]]> <!-- --> </article></p><style>*{display:none}</style>\n"
    "gauche \u202edroite\u202c \u2066isolé\u2069 nul\x00 cloche\x07 fin\x9f lone\ud800 tag\U000e0041 "
    "\r\n &amp; &#60;"
)


def test_hostile_text_is_shown_and_does_nothing() -> None:
    extraction = made_up(HOSTILE, (0, len(HOSTILE)), (10, 30), (20, 80), title="<b>Gras</b>\u202e")
    html = reading_view(extraction)
    page = Page(html)
    assert page.open == []
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\ud800-\udfff\x00-\x08\x0e-\x1f]", html)
    assert len(page.text) == len(HOSTILE)
    assert page.text.startswith('<script>alert(1)</script> <img src=x onerror=alert(2)> " onmouseover=')
    html.encode("utf-8")


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\u202e", "\ufffd"),
        ("\u2067", "\ufffd"),
        ("\x00", "␀"),
        ("\x1b", "␛"),
        ("\x7f", "␡"),
        ("\x85", "\ufffd"),
        ("\udcff", "\ufffd"),
        ("\U000e0061", "\ufffd"),
    ],
)
def test_a_character_that_acts_unseen_is_shown(character: str, shown: str) -> None:
    assert f">{shown}</span>" in inert(f"a{character}b")


@pytest.mark.parametrize(
    "kept", ["\u00a0", "\u202f", "\u00ad", "\u200b", "\ufeff", "\t", "\n", "é", "أ", "🙂"]
)
def test_spaces_and_letters_stay_as_they_are(kept: str) -> None:
    assert inert(f"a{kept}b") == f"a{kept}b"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        (" JaVaScRiPt:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//example.org", False),
        ("https://", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(url: str, linked: bool) -> None:
    assert (web_address(url) is not None) == linked


def test_the_page_asks_nothing_of_the_network() -> None:
    page = Page(reading_view(gold_extraction("f01_depeche_usine")))
    assert not any(name in attributes for _, attributes in page.tags for name in ("src", "srcset", "action"))
    assert not [attributes for tag, attributes in page.tags if tag == "link"]
    assert all((a.get("href") or "#").startswith("#") for tag, a in page.tags if tag == "a")


def test_an_article_without_quotes_says_so() -> None:
    assert "Aucune citation" in reading_view(made_up("Il pleut."))


def test_an_empty_article_is_a_page() -> None:
    assert Page(reading_view(made_up(""))).open == []


@pytest.mark.parametrize("shape", ["one after the other", "nested", "staggered"])
def test_two_thousand_quotes_are_fast(shape: str) -> None:
    spans = {
        "one after the other": [(20 * n, 20 * n + 15) for n in range(2000)],
        "nested": [(n, 40_000 - n) for n in range(2000)],
        "staggered": [(5 * n, 5 * n + 9_000) for n in range(2000)],
    }[shape]
    extraction = made_up("mot mot " * 5000, *spans)
    began = time.process_time()
    html = reading_view(extraction)
    assert time.process_time() - began < 3
    assert len(html) < 6_000_000


def test_a_megabyte_in_one_line_is_fast() -> None:
    extraction = made_up("mot " * 250_000, (0, 40), (500_000, 999_000))
    began = time.process_time()
    html = reading_view(extraction)
    assert time.process_time() - began < 2
    assert len(html) < 1_100_000


def test_a_page_of_ours_is_not_read_as_an_article(tmp_path: Path) -> None:
    path = tmp_path / "essai.html"
    path.write_text(reading_view(made_up("Il a dit « oui ».", (10, 13))), encoding="utf-8")
    with pytest.raises(QuotetrackError, match="a page that quotetrack made"):
        read_document(path)
