"""Known people and organisations come in by CSV or out of Wikidata; a bad row is named and skipped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from archive import Draft

from quotetrack.model import Extraction, QuotetrackError, Source
from quotetrack.sources.people import BadRow, KnownSource, read_people
from quotetrack.store import ClaimStore

HEAD = "name,aliases,kind,gender,wikidata\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ClaimStore]:
    with ClaimStore(tmp_path / "claims.db") as opened:
        yield opened


def table(folder: Path, rows: str, head: str = HEAD) -> Path:
    path = folder / "people.csv"
    path.write_text(head + rows, encoding="utf-8")
    return path


def says(name: str, source: Source, words: str = "oui") -> Extraction:
    return Draft().say(source.name, words, source).extraction(name)


def test_a_row_is_a_known_source(tmp_path: Path) -> None:
    path = table(
        tmp_path, 'Vladimir Poutine,"Vladimir Putin|Poutine, V.",person,m,Q7747\nONU,,organisation,,\n'
    )
    assert list(read_people(path)) == [
        KnownSource("Vladimir Poutine", ("Vladimir Putin", "Poutine, V."), "person", "m", "Q7747"),
        KnownSource("ONU", (), "organisation"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_as_excel_writes_it(tmp_path: Path, separator: str, encoding: str) -> None:
    path = tmp_path / "people.csv"
    rows = "name,aliases,kind,gender\r\nAngéla Roux,Mme Roux|A. Roux,person,f\r\n"
    path.write_bytes(rows.replace(",", separator).encode(encoding))
    assert list(read_people(path)) == [
        KnownSource("Angéla Roux", ("Mme Roux", "A. Roux"), "person", "f"),
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",Poutine,person,m,Q1", "no name"),
        ("Poutine,,president,m,Q1", "kind “president” is not one of person, organisation, place"),
        ("Poutine,,person,homme,Q1", "gender “homme” is not f or m"),
        ("Poutine,,person,m,7747", "“7747” is not a Wikidata id"),
        ("Poutine,Putin,Vladimir,person,m,Q1", "more cells than columns"),
        ('"Poutine,,person,m,Q1', "not a row of CSV"),
    ],
)
def test_a_malformed_row_is_named_by_its_line_and_skipped(
    store: ClaimStore, tmp_path: Path, row: str, problem: str
) -> None:
    done = store.import_people(table(tmp_path, f"Angela Merkel,,,f,\n{row}\nOlaf Scholz\n"))
    assert done.sources == 2
    assert [bad.line for bad in done.skipped] == [3]
    assert done.skipped[0].problem.startswith(problem)
    assert [source.name for source in store.sources(quoted_only=False)] == ["Angela Merkel", "Olaf Scholz"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"prenom,nom\nAngela,Merkel\n", "no column “name”"),
        (b"", "no column “name”"),
        (b"name\nAng\x81la\n", "not UTF-8"),
    ],
)
def test_a_file_that_is_no_list_of_people_is_refused(
    store: ClaimStore, tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    with pytest.raises(QuotetrackError, match=message):
        store.import_people(path)
    with pytest.raises(QuotetrackError, match=r"nowhere\.csv: cannot be read"):
        store.import_people(tmp_path / "nowhere.csv")


def test_a_known_alias_joins_what_articles_spell_differently(store: ClaimStore, tmp_path: Path) -> None:
    store.save(says("a", Source("Vladimir Putin", "person"), "avant"))
    store.import_people(table(tmp_path, "Vladimir Poutine,Vladimir Putin|Poutine,person,m,Q7747\n"))
    store.save(says("b", Source("VLADIMIR POUTINE", "person"), "après"))
    store.save(says("c", Source("Poutine", "person"), "un autre, peut-être"))
    assert {q.text: q.who for q in store.quotes()} == {
        "avant": "Vladimir Poutine",
        "après": "Vladimir Poutine",
        "un autre, peut-être": "Poutine",
    }
    (source,) = [s for s in store.find_sources("Vladimir Putin") if s.wikidata]
    assert (source.wikidata, source.gender, source.quotes) == ("Q7747", "m", 2)
    assert [s.how for s in store.explain(source.id)] == ["imported full name", "imported full name"]


def test_a_known_organisation_is_found_by_its_acronym(store: ClaimStore, tmp_path: Path) -> None:
    store.import_people(
        table(tmp_path, "Organisation des Nations unies,ONU|Nations unies,organisation,,Q1065\n")
    )
    store.save(says("a", Source("ONU", "organisation")))
    store.save(says("b", Source("les Nations unies", "organisation")))
    assert {q.who for q in store.quotes()} == {"Organisation des Nations unies"}


def test_evidence_against_a_known_person_is_heard(store: ClaimStore, tmp_path: Path) -> None:
    store.import_people(table(tmp_path, "Camille Roche,,person,f,Q5\n"))
    store.save(says("a", Source("Camille Roche", "person", gender="m"), "lui"))
    store.save(says("b", Source("Camille Roche", "person", gender="f"), "elle"))
    found = {q.text: q.source for q in store.quotes()}
    assert found["lui"] != found["elle"]
    assert store.source(found["elle"] or "").wikidata == "Q5"


def test_importing_again_brings_changes_and_no_doubles(store: ClaimStore, tmp_path: Path) -> None:
    store.save(says("a", Source("Vladimir Putin", "person")))
    store.import_people(table(tmp_path, "V. Poutine,Vladimir Putin,person,m,Q7747\n"))
    assert store.import_people(table(tmp_path, "Vladimir Poutine,Poutine,person,m,Q7747\n")).sources == 1
    assert sorted((s.name, s.quotes) for s in store.sources(quoted_only=False)) == [
        ("Vladimir Poutine", 0),
        ("Vladimir Putin", 1),
    ]


def test_a_known_source_stays_when_its_last_quote_goes_and_can_be_merged(
    store: ClaimStore, tmp_path: Path
) -> None:
    store.import_people(table(tmp_path, "Vladimir Poutine,,person,m,Q7747\n"))
    store.save(says("a", Source("Vladimir Poutine", "person")))
    store.save(says("b", Source("Wladimir Putin", "person")))
    store.merge("Vladimir Poutine", "Wladimir Putin")
    assert {q.who for q in store.quotes()} == {"Wladimir Putin"}
    assert len(store.quotes_by("Poutine")) == 2
    store.delete("a")
    store.delete("b")
    assert [s.name for s in store.sources(quoted_only=False)] == ["Vladimir Poutine"]


def entity(**changes: object) -> str:
    base = {
        "id": "Q7747",
        "labels": {"fr": {"value": "Vladimir Poutine"}, "en": {"value": "Vladimir Putin"}},
        "aliases": {"fr": [{"value": "Vladimir Vladimirovitch Poutine"}]},
        "claims": {
            "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}],
            "P21": [{"mainsnak": {"datavalue": {"value": {"id": "Q6581097"}}}}],
        },
    }
    return json.dumps(base | changes)


def test_lines_of_a_wikidata_dump_are_known_sources(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    nations = entity(id="Q1065", labels={"en": {"value": "United Nations"}}, aliases={}, claims={})
    lines = ["[", entity() + ",", nations + ",", "{broken", entity(labels={}), "12", "]"]
    path.write_text("\n".join(lines), encoding="utf-8")
    rows = list(read_people(path))
    assert rows[:2] == [
        KnownSource("Vladimir Poutine", ("Vladimir Vladimirovitch Poutine",), "person", "m", "Q7747"),
        KnownSource("United Nations", (), "organisation", None, "Q1065"),
    ]
    assert [row.line for row in rows[2:] if isinstance(row, BadRow)] == [4, 5, 6]
