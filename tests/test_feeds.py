"""RSS and Atom files: a document for each entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotetrack.documents import Failure, read_documents
from quotetrack.feeds import plain_text, read_feed
from quotetrack.model import Document, QuotetrackError

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Le Journal</title>
<item><title>Écoles &amp; lycées</title><link>https://example.org/1</link><guid>1</guid>
<pubDate>Mon, 29 Jun 2020 08:00:00 +0200</pubDate><description>Résumé.</description>
<content:encoded><![CDATA[<p>«&nbsp;Les écoles rouvriront&nbsp;», a dit<br/>le ministre.</p>
<script>alert(1)</script><p>Fin.</p>]]></content:encoded></item>
<item><title>Vide</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>La Dépêche</title>
<entry><title>Chars</title><id>urn:1</id><link rel="edit" href="https://example.org/edit"/>
<link href="https://example.org/2"/><published>2023-01-02T08:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nous livrerons.</p><p>Ou pas.</p></div></content>
</entry></feed>"""


def read(path: Path, text: str) -> list[Document | Failure]:
    path.write_text(text, encoding="utf-8")
    return list(read_feed(path))


def test_an_rss_item_is_a_document_with_its_full_text(tmp_path: Path) -> None:
    document, failure = read(tmp_path / "une.rss", RSS)
    assert isinstance(document, Document)
    assert document.text == "«\u00a0Les écoles rouvriront\u00a0», a dit\n\nle ministre.\n\nFin."
    assert (document.title, document.date, document.outlet) == ("Écoles & lycées", "2020-06-29", "Le Journal")
    assert document.url == "https://example.org/1"
    assert isinstance(failure, Failure) and "Vide" in failure.message


def test_a_feed_without_an_entry_is_told(tmp_path: Path) -> None:
    (failure,) = read(tmp_path / "une.rss", "<rss><channel><title>Le Journal</title></channel></rss>")
    assert isinstance(failure, Failure) and "a feed without an entry" in failure.message


def test_an_atom_entry_is_a_document(tmp_path: Path) -> None:
    (document,) = read(tmp_path / "une.atom", ATOM)
    assert isinstance(document, Document)
    assert document.text == "Nous livrerons.\n\nOu pas."
    assert (document.title, document.date, document.url) == ("Chars", "2023-01-02", "https://example.org/2")


def test_an_entry_keeps_its_name_when_the_feed_moves_on(tmp_path: Path) -> None:
    first = read(tmp_path / "une.rss", RSS)[0]
    later = read(
        tmp_path / "une.rss",
        RSS.replace("<item><title>Vide", "<item><title>Neuf</title></item><item><title>Vide"),
    )
    assert isinstance(first, Document) and isinstance(later[0], Document)
    assert first.id == later[0].id


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<rss><channel>", "not valid XML"),
        ("<html><body/></html>", "neither RSS nor Atom"),
        ('<!DOCTYPE lolz [<!ENTITY lol "lol">]><rss/>', "declares a document type"),
    ],
)
def test_what_is_no_feed_is_said(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(QuotetrackError, match=message):
        read(tmp_path / "une.xml", text)


def test_a_missing_feed_is_said(tmp_path: Path) -> None:
    with pytest.raises(QuotetrackError, match="cannot be opened"):
        read_feed(tmp_path / "none.rss")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Un</p><p>Deux</p>", "Un\n\nDeux"),
        ("Un <b>mot</b>\n et l&#8217;autre", "Un mot et l’autre"),
        ("<style>p{}</style>Vu", "Vu"),
        ("déjà du texte", "déjà du texte"),
    ],
)
def test_markup_becomes_paragraphs(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@pytest.mark.parametrize("name", ["une.rss", "une.xml"])
def test_a_feed_is_read_among_other_documents(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(RSS, encoding="utf-8")
    (tmp_path / "bad.atom").write_text("<x/>", encoding="utf-8")
    found = list(read_documents([tmp_path / name, tmp_path / "bad.atom"], outlet="Autre"))
    assert [type(item) for item in found] == [Document, Failure, Failure]
    assert isinstance(found[0], Document) and found[0].outlet == "Autre"
