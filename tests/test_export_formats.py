"""Exports: each format, from one extraction and from the database."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from archive_examples import article

from quotetrack.documents import parse_document
from quotetrack.export.citation import bibtex, bibtex_lines, footnote
from quotetrack.export.entries import Entry, extracted_entries, stored_entries
from quotetrack.export.files import write_new
from quotetrack.export.jsonld import jsonld_lines
from quotetrack.export.rows import COLUMNS, csv_lines, json_lines, row
from quotetrack.export.webannotation import webannotation_lines
from quotetrack.model import Extraction, Quote, QuotetrackError, Span
from quotetrack.store import ClaimStore

MACRON, CASTEX = "Emmanuel Macron", "Jean Castex"
SCHOOLS = "Les écoles rouvriront lundi dans tout le pays"
ARTICLE = article(
    "écoles",
    (MACRON, SCHOOLS),
    ("un proche", "=2+3 n'est pas une politique", {"kind": "anonymous"}),
    (MACRON, "Je ne céderai rien", {"via": CASTEX}),
    ("Paris", "Nous répondrons", {"kind": "place"}),
    ("le rapport", "les comptes sont faux", {"kind": "document", "verbatim": False}),
    (None, "le maire serait parti", {"verbatim": False, "stance": "hearsay"}),
    title="Rentrée & <école>",
    date="2020-06-29",
    outlet="Le Monde",
    url="https://example.org/a?b={c}",
)


@pytest.fixture
def entries(tmp_path: Path) -> list[Entry]:
    """The article's quotes out of a database, the first one reviewed."""
    with ClaimStore(tmp_path / "claims.db") as store:
        store.save(ARTICLE)
        quote = ARTICLE.quotes[0].id
        store.add_review(quote, verdict="true", note="Annoncé.", by="Ana", url="https://example.org/fact")
        store.add_review(quote, verdict="missing-context", note="Sauf à Mayotte.", by="Ben")
        return list(stored_entries(store))


def test_a_row_tells_all_that_the_database_knows(entries: list[Entry]) -> None:
    first = row(entries[0])
    assert tuple(first) == COLUMNS
    assert (first["text"], first["who"], first["outlet"], first["date"]) == (
        SCHOOLS,
        MACRON,
        "Le Monde",
        "2020-06-29",
    )
    assert (first["verdict"], [review["by"] for review in first["reviews"]]) == (
        "missing-context",
        ["Ana", "Ben"],
    )
    assert first["claim"] and first["source_id"] and first["extracted_at"]
    reported = next(row(entry) for entry in entries if entry.quote.via)
    assert (reported["who"], reported["via_who"]) == (MACRON, CASTEX)


def test_an_extraction_exports_without_a_database() -> None:
    rows = [json.loads(line) for line in json_lines(extracted_entries(ARTICLE))]
    assert rows[0]["text"] == SCHOOLS
    assert rows[0]["claim"] is None
    start, end = rows[0]["spans"]["content"]
    assert ARTICLE.document.text[start:end] == SCHOOLS


def test_csv_is_read_back_as_written_and_runs_nothing(entries: list[Entry]) -> None:
    text = "".join(csv_lines(entries))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(entries)
    assert rows[0]["text"] == SCHOOLS
    guarded = next(line["text"] for line in rows if "politique" in line["text"])
    assert guarded == "'=2+3 n'est pas une politique"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " ="])
def test_a_cell_never_begins_as_a_formula(start: str) -> None:
    extraction = article(
        "a", (f"{start}cmd|' /C calc'!A0", f"{start}HYPERLINK(1)"), title=f"{start}x", outlet=f"{start}y"
    )
    for line in list(csv.reader(io.StringIO("".join(csv_lines(extracted_entries(extraction))), newline="")))[
        1:
    ]:
        assert not [
            cell for cell in line if cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r"))
        ]


SCHEMA = json.loads((Path(__file__).parent / "schema_org_terms.json").read_text(encoding="utf-8"))["types"]


def lineage(name: str) -> list[str]:
    found = []
    parent: str | None = name
    while parent is not None:
        found.append(parent)
        parent = SCHEMA[parent]["parent"]
    return found


def check_node(node: dict[str, Any]) -> None:
    """Fail unless each property belongs to the node's type and its values are of a type expected there."""
    known: dict[str, list[str]] = {}
    for name in lineage(node["@type"]):
        known.update(SCHEMA[name]["properties"])
    for name, value in node.items():
        if name.startswith("@"):
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict) and set(item) != {"@id"}:
                assert set(lineage(item["@type"])) & set(known[name]), (node["@type"], name, item["@type"])
                check_node(item)
            elif isinstance(item, str):
                assert {"Text", "URL", "Date", "DateTime"} & set(known[name]), (node["@type"], name)
            elif isinstance(item, int):
                assert "Number" in known[name]
            else:
                assert "@id" in item


def test_jsonld_uses_the_terms_of_schema_org_as_they_are_defined(entries: list[Entry]) -> None:
    page = json.loads("".join(jsonld_lines(entries)))
    assert page["@context"] == "https://schema.org"
    for node in page["@graph"]:
        check_node(node)
    kinds = [node["@type"] for node in page["@graph"]]
    assert (kinds.count("Quotation"), kinds.count("ClaimReview")) == (len(entries), 2)
    quotation = page["@graph"][0]
    assert quotation["spokenByCharacter"]["name"] == MACRON
    assert quotation["isPartOf"]["publisher"]["name"] == "Le Monde"
    claim = next(node for node in page["@graph"] if node["@type"] == "Claim")
    assert quotation["about"]["@id"] == claim["@id"]


def test_a_verdict_becomes_a_rating_only_where_it_is_one(entries: list[Entry]) -> None:
    page = json.loads("".join(jsonld_lines(entries)))
    ratings = [node["reviewRating"] for node in page["@graph"] if node["@type"] == "ClaimReview"]
    assert ratings[0] == {
        "@type": "Rating", "alternateName": "true", "ratingValue": 5, "bestRating": 5, "worstRating": 1,
    }  # fmt: skip
    assert ratings[1] == {"@type": "Rating", "alternateName": "missing-context"}


def test_a_verdict_is_on_the_words_of_one_quote_and_names_who_said_them(tmp_path: Path) -> None:
    """« Nous rouvrirons » and « Nous ne rouvrirons pas » are one claim of the archive, but not of one truth."""
    denied = article("b", (MACRON, "Les écoles ne rouvriront pas lundi dans tout le pays"), date="2020-06-30")
    with ClaimStore(tmp_path / "claims.db") as store:
        store.save(ARTICLE)
        store.save(denied)
        store.add_review(denied.quotes[0].id, verdict="false", by="Ana")
        page = json.loads("".join(jsonld_lines(stored_entries(store))))
    (review,) = (node for node in page["@graph"] if node["@type"] == "ClaimReview")
    reviewed = review["itemReviewed"]
    (claim,) = (node for node in page["@graph"] if node["@type"] == "Claim" and node["text"] == SCHOOLS)
    assert (reviewed["text"], reviewed["author"]["name"]) == (
        denied.quotes[0].content.of(denied.document.text),
        MACRON,
    )
    assert (reviewed["datePublished"], reviewed["isPartOf"]["@id"]) == ("2020-06-30", claim["@id"])
    assert reviewed["@id"] != claim["@id"]


def test_web_annotations_select_the_stretch_by_position_and_by_words(entries: list[Entry]) -> None:
    page = json.loads("".join(webannotation_lines(entries)))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    text = ARTICLE.document.text
    for item, entry in zip(page["items"], entries, strict=True):
        position, words = item["target"]["selector"]
        assert (item["type"], position["type"], words["type"]) == (
            "Annotation", "TextPositionSelector", "TextQuoteSelector",
        )  # fmt: skip
        assert text[position["start"] : position["end"]] == words["exact"] == entry.text
        assert words["prefix"] + words["exact"] + words["suffix"] in text
        assert item["target"]["source"] == "https://example.org/a?b={c}"


def test_a_footnote_names_who_what_and_where(entries: list[Entry]) -> None:
    assert footnote(entries[0]) == (
        f"{MACRON} : « {SCHOOLS} », cité dans « Rentrée & <école> », Le Monde, 29 juin 2020, https://example.org/a?b={{c}}."
    )
    reported = next(entry for entry in entries if entry.quote.via)
    assert footnote(reported).startswith(f"{MACRON} (rapporté par {CASTEX}) : « Je ne céderai rien »")


def test_a_footnote_calls_a_source_without_a_name_as_the_article_does(entries: list[Entry]) -> None:
    unnamed = next(entry for entry in entries if entry.source_kind == "anonymous")
    assert footnote(unnamed).startswith("Un proche : « =2+3")


def test_marks_inside_of_marks_are_others() -> None:
    quoted = article("a", (MACRON, SCHOOLS), title="« Lundi », dit-il")
    (entry,) = extracted_entries(quoted)
    assert "cité dans « “Lundi”, dit-il »." in footnote(entry)


def test_the_header_of_a_file_is_no_part_of_an_annotation() -> None:
    text = f"date: 2020-06-29\n\n« {SCHOOLS} », a dit {MACRON}."
    document = parse_document("a", text)
    start = text.index(SCHOOLS)
    quote = Quote("q", "direct", Span(start, start + len(SCHOOLS)))
    page = json.loads("".join(webannotation_lines([Entry(document, quote)])))
    assert page["items"][0]["target"]["selector"][1]["prefix"] == "« "


def test_no_two_bibtex_entries_have_one_key(entries: list[Entry]) -> None:
    ids = ("0123456789abcdef", "01234567fedcba98", "76543210fedcba98")
    alike = [replace(entries[0], quote=replace(entries[0].quote, id=id)) for id in ids]
    keys = [lines.partition("{")[2].partition(",")[0] for lines in bibtex_lines(alike)]
    assert [key.rpartition("-")[2] for key in keys] == ["01234567", "01234567fedcba98", "76543210"]


def test_bibtex_escapes_what_tex_acts_on(entries: list[Entry]) -> None:
    lines = bibtex(entries[0]).split("\n")
    assert lines[0].startswith("@misc{lemonde2020-")
    assert "  title = {Rentrée \\& <école>}," in lines
    assert "  url = {https://example.org/a?b=%7Bc%7D}," in lines
    assert lines[-1] == "}"


def test_each_format_of_an_empty_database_is_well_formed() -> None:
    assert json.loads("".join(jsonld_lines([])))["@graph"] == []
    assert json.loads("".join(webannotation_lines([])))["items"] == []
    assert "".join(csv_lines([])) == ",".join(COLUMNS) + "\r\n"
    assert "".join(json_lines([])) == ""


def test_a_file_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "quotes.csv"
    write_new(path, ["first\n"])
    with pytest.raises(QuotetrackError, match="exists already"):
        write_new(path, ["second\n"])
    assert path.read_text(encoding="utf-8") == "first\n"


def test_nothing_is_left_of_a_file_that_could_not_be_finished(tmp_path: Path) -> None:
    def breaking() -> Any:
        yield "first\n"
        raise QuotetrackError("the database went away")

    with pytest.raises(QuotetrackError, match="went away"):
        write_new(tmp_path / "quotes.csv", breaking())
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(QuotetrackError, match="cannot be written"):
        write_new(tmp_path / "missing" / "quotes.csv", ["x"])


def test_quotes_come_in_the_order_of_the_articles(tmp_path: Path) -> None:
    later: Extraction = article("b", (CASTEX, SCHOOLS), date="2021-01-01")
    with ClaimStore(tmp_path / "claims.db") as store:
        store.save(later)
        store.save(ARTICLE)
        assert [entry.document.name for entry in stored_entries(store)][-1] == "b"
        claims = {entry.claim for entry in stored_entries(store) if entry.text == SCHOOLS}
        assert len(claims) == 1
