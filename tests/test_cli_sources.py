"""The commands about sources: who is who, what people decide about it, and which of several is meant."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from archive import Draft
from typer.testing import CliRunner

from quotetrack.cli import app
from quotetrack.model import Source
from quotetrack.store import ClaimStore

PUTIN = Source("Vladimir Putin", "person", (), "président russe", "m")
POUTINE = Source("Vladimir Poutine", "person", ("le chef du Kremlin",), "président russe", "m")
ELODIE = Source("Élodie Lefèvre", "person", (), "maire", "f")
MARTIN, JEANNE = Source("Jean Martin", "person"), Source("Jeanne Martin", "person", (), "juge", "f")
ARTICLES = {
    "a": [("oui", POUTINE), ("la digue tiendra", ELODIE)],
    "b": [("non", PUTIN), ("peut-être", MARTIN)],
    "c": [("jamais", JEANNE)],
}


@pytest.fixture
def database(tmp_path: Path) -> str:
    with ClaimStore(tmp_path / "claims.db") as store:
        for number, (name, said) in enumerate(ARTICLES.items(), start=1):
            draft = Draft()
            for words, source in said:
                draft.say(source.name, words, source)
            store.save(draft.extraction(name, date=f"2024-01-0{number}"))
    return str(tmp_path / "claims.db")


def run(*arguments: str, status: int = 0) -> tuple[str, str]:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == status, result.output
    return result.stdout, result.stderr


def rows(*arguments: str) -> Any:
    return json.loads(run(*arguments, "--format", "json")[0])


def speakers(database: str) -> dict[str, str]:
    with ClaimStore(database, read_only=True) as store:
        return {quote.text: quote.who or "?" for quote in store.quotes()}


def test_two_spellings_are_merged_and_parted_again(database: str) -> None:
    shown, said = run(
        "sources", "merge", "vladimir putin", "Vladimir Poutine", "--db", database, "--by", "Ana", "--note", "=",
    )  # fmt: skip
    assert "merge" in shown and "Ana" in shown
    assert said == ("Vladimir Putin is now Vladimir Poutine. To take it back: quotetrack sources undo 1\n")
    assert speakers(database)["non"] == "Vladimir Poutine"
    assert [row["text"] for row in rows("who", "putin", "--db", database)] == ["oui", "non"]
    assert rows("sources", "undo", "1", "--db", database)[0]["undone_at"] is not None
    assert speakers(database)["non"] == "Vladimir Putin"
    (decision,) = rows("sources", "decisions", "--db", database)
    assert (decision["action"], decision["by"], decision["note"]) == ("merge", "Ana", "=")


def test_a_source_is_renamed(database: str) -> None:
    run("sources", "rename", "ELODIE LEFEVRE", "Élodie Lefèvre-Roux", "--db", database)
    assert speakers(database)["la digue tiendra"] == "Élodie Lefèvre-Roux"


def test_a_quote_is_split_off(database: str) -> None:
    (quote,) = rows("who", "Vladimir Poutine", "--db", database)
    (decision,) = rows(
        "sources", "split", "Vladimir Poutine", "--quote", quote["id"][:8], "--name", "Un homonyme", "--db", database
    )  # fmt: skip
    assert decision["target_name"] == speakers(database)["oui"] == "Un homonyme"
    (apart,) = [row for row in rows("sources", "--db", database) if row["name"] == "Un homonyme"]
    assert (apart["quotes"], apart["documents"]) == (1, 1)


def test_explain_says_why_each_article_means_the_source(database: str) -> None:
    run("sources", "merge", "Vladimir Putin", "Vladimir Poutine", "--db", database)
    found = rows("sources", "explain", "vladimir poutine", "--db", database)
    assert (found["name"], found["kind"], found["gender"], found["quotes"]) == (
        "Vladimir Poutine",
        "person",
        "m",
        2,
    )
    assert [(row["document_name"], row["how"]) for row in found["sightings"]] == [
        ("a", "same full name"),
        ("b", "same full name; decision 1"),
    ]
    assert [row["role"] for row in found["roles"]] == ["président russe"]
    assert "le chef du Kremlin" in [row["alias"] for row in found["names"]]
    assert [row["id"] for row in found["decisions"]] == [1]
    page = run("sources", "explain", found["id"][:8], "--db", database)[0]
    assert "président russe (2024-01-01 – 2024-01-02)" in page and "same full name" in page
    table = csv.DictReader(
        io.StringIO(run("sources", "explain", "poutine", "--db", database, "--format", "csv")[0])
    )
    assert [row["document"] for row in table] == [row["document"] for row in found["sightings"]]


@pytest.mark.parametrize("name", ["ELODIE LEFEVRE", "lefèvre", "Lefevre", "mme Lefèvre", "élodie lefevre"])
def test_any_alias_leads_to_the_source_without_accents_or_case(database: str, name: str) -> None:
    assert [row["text"] for row in rows("who", name, "--db", database)] == ["la digue tiendra"]
    assert rows("sources", "explain", name, "--db", database)["name"] == "Élodie Lefèvre"


def test_of_several_sources_of_one_name_who_shows_all_and_lists_them(database: str) -> None:
    shown, said = run("who", "martin", "--db", database, "--format", "json")
    assert [row["text"] for row in json.loads(shown)] == ["peut-être", "jamais"]
    ids = {row["name"]: row["id"] for row in rows("sources", "--db", database)}
    assert said.splitlines() == [
        "Several sources are called martin; all of them are shown. The id tells one from another:",
        f"  {ids['Jean Martin']}  Jean Martin (person), 1 quote",
        f"  {ids['Jeanne Martin']}  Jeanne Martin (person, juge), 1 quote",
    ]
    assert run("who", ids["Jean Martin"], "--db", database)[1] == ""


def test_a_list_of_known_people_is_imported_and_each_bad_row_named(tmp_path: Path) -> None:
    people, database = tmp_path / "people.csv", str(tmp_path / "new" / "claims.db")
    people.write_text(
        "name,aliases,kind,gender\nAngela Merkel,Merkel,,f\nX,,king,\n,,,\nONU,Nations unies,organisation,\n,Y,,\n",
        encoding="utf-8",
    )
    shown, said = run("sources", "import", str(people), "--db", database, status=1)
    assert shown == ""
    assert said.splitlines() == [
        f"{people}:3: kind “king” is not one of person, organisation, place; skipped.",
        f"{people}:6: no name; skipped.",
        f"2 sources imported into {database}, 2 rows skipped.",
    ]
    assert [row["name"] for row in rows("sources", "--all", "--db", database)] == ["Angela Merkel", "ONU"]
    people.write_text("name\nOlaf Scholz\n", encoding="utf-8")
    run("sources", "import", str(people), "--db", database)
    assert len(rows("sources", "--all", "--db", database)) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["merge", "Jean Martin", "jean martin"], "Jean Martin [ID] is already that source: nothing to merge"),
        (["merge", "Jean Martin", "Personne"], "No source is called “Personne”"),
        (["merge", "Martin", "Vladimir Putin"], "called “Martin”: Jean Martin [ID], Jeanne Martin [ID]. Give the id"),
        (["split", "Jean Martin"], "Say what to split off: an alias, or one or more quotes"),
        (["split", "Jean Martin", "--alias", "Jeannot"], "No document calls Jean Martin “Jeannot”"),
        (["rename", "Jean Martin", " "], "needs a name that is not empty"),
        (["undo", "7"], "There is no decision 7"),
        (["explain", "martin"], "Jean Martin [ID], Jeanne Martin [ID]"),
        (["import", "nowhere.csv"], "nowhere.csv: no such file"),
    ],
)  # fmt: skip
def test_wrong_use_is_said_in_one_line(database: str, arguments: list[str], message: str) -> None:
    ids = {row["name"]: row["id"] for row in rows("sources", "--db", database)}
    before = speakers(database)
    shown, said = run("sources", *arguments, "--db", database, status=2)
    for id in ids.values():
        said = said.replace(id, "ID")
    assert message in said and said.count("\n") == 1 and shown == ""
    assert speakers(database) == before


def test_an_option_before_the_command_is_refused_rather_than_overlooked(database: str) -> None:
    _, said = run("sources", "--db", database, "merge", "Vladimir Putin", "Vladimir Poutine", status=2)
    assert "--db goes behind the command: quotetrack sources merge … --db" in said
