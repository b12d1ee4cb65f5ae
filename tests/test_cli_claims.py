"""The commands check, review and export: what they print, and what they say to wrong use."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from archive_examples import article
from typer.testing import CliRunner

from quotetrack.cli import app
from quotetrack.export.entries import stored_entries
from quotetrack.store import ClaimStore

MACRON = "Emmanuel Macron"
TANKS = "Nous avons livré 12 chars à Kiev avant Noël"
ONE = article("a", (MACRON, TANKS), date="2023-01-01", outlet="Le Monde")
OTHER = article("b", (MACRON, TANKS.replace("12", "30")), date="2023-01-02")


@pytest.fixture
def database(tmp_path: Path) -> str:
    with ClaimStore(tmp_path / "claims.db") as store:
        store.save(ONE)
        store.save(OTHER)
    return str(tmp_path / "claims.db")


def run(*arguments: str, status: int = 0) -> tuple[str, str]:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == status, result.output
    return result.stdout, result.stderr


def test_check_lists_findings_with_both_quotes_and_the_words_that_differ(database: str) -> None:
    findings = json.loads(run("check", "--db", database, "--format", "json", "--kind", "altered-words")[0])
    (finding,) = findings
    assert (finding["check"], finding["severity"]) == ("altered words", "high")
    assert (finding["one"]["text"], finding["one"]["outlet"]) == (TANKS, "Le Monde")
    (change,) = finding["changes"]
    assert (change["before_words"], change["after_words"], change["touched"]) == ("12", "30", ["number"])
    table = run("check", "--db", database)[0]
    assert "[12]" in table and "[30]" in table
    rows = list(csv.DictReader(io.StringIO(run("check", "--db", database, "--format", "csv")[0])))
    assert (rows[0]["one_text"], rows[0]["changes"]) == (TANKS, "12 → 30")


def test_check_new_shows_each_finding_once(database: str) -> None:
    assert len(json.loads(run("check", "--db", database, "--new", "--format", "json")[0])) == 2
    assert json.loads(run("check", "--db", database, "--new", "--format", "json")[0]) == []
    assert len(json.loads(run("check", "--db", database, "--format", "json")[0])) == 2


def test_what_is_found_while_new_findings_are_shown_is_new_the_next_time(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found_meanwhile(*shown: object) -> None:
        with ClaimStore(database) as store:
            store.save(article("c", ("Jean Castex", TANKS), date="2023-01-03"))

    monkeypatch.setattr("quotetrack.cli.claims.print_findings", found_meanwhile)
    run("check", "--db", database, "--new")
    monkeypatch.undo()
    new = json.loads(run("check", "--db", database, "--new", "--format", "json")[0])
    assert "disputed speaker" in {finding["check"] for finding in new}
    assert json.loads(run("check", "--db", database, "--new", "--format", "json")[0]) == []


def test_new_findings_that_could_not_be_written_stay_new(database: str) -> None:
    with open("/dev/full", "w") as full:
        command = [
            sys.executable,
            "-c",
            "from quotetrack.cli import app; app()",
            "check",
            "--db",
            database,
            "--new",
        ]
        assert subprocess.run(command, stdout=full, stderr=subprocess.PIPE).returncode == 2
    assert len(json.loads(run("check", "--db", database, "--new", "--format", "json")[0])) == 2


def test_check_shows_two_quotes_side_by_side_where_they_stand_and_by_which_id(database: str) -> None:
    heading, who, words, *where = run("check", "--db", database, "--kind", "altered-words")[0].splitlines()
    assert "altered words · high · number" in heading
    assert who.split() == ["Emmanuel", "Macron"] * 2
    assert words.index("[12]") < words.index("«\u00a0Nous avons livré [30]")
    assert f"a, Le Monde, 2023-01-01 (quote {ONE.quotes[0].id[:8]})" in "".join(where)


def test_on_a_narrow_terminal_the_two_quotes_stand_apart(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotetrack.cli.output.WIDTH", 60)
    lines = run("check", "--db", database, "--kind", "altered-words")[0].splitlines()
    heading, *cards = "\n".join(line.strip() for line in lines).strip().split("\n\n")
    assert "[12]" in heading and "[30]" in "".join(cards)


def test_check_tells_in_how_many_articles_a_single_source_is_printed(database: str) -> None:
    printed = run("check", "--db", database, "--kind", "single-source")[0]
    assert "single source · low · 2 articles" in printed


def test_what_new_does_not_show_yet_it_shows_the_next_time(database: str) -> None:
    shown = [run("check", "--db", database, "--new", "--limit", "1", "--format", "json") for _ in range(3)]
    assert [len(json.loads(printed)) for printed, _ in shown] == [1, 1, 0]
    assert "1 more new finding:" in shown[0][1]


def test_a_look_at_new_findings_of_one_kind_takes_none_away(database: str) -> None:
    for _ in range(2):
        printed, said = run("check", "--db", database, "--new", "--kind", "single-source", "--format", "json")
        assert len(json.loads(printed)) == 1 and "counts as new again" in said


def test_check_says_when_it_shows_only_some(database: str) -> None:
    assert "1 of 2 findings" in run("check", "--db", database, "--limit", "1")[1]
    assert run("check", "--db", database, "--limit", "1", "--kind", "altered-words")[1] == ""


def test_a_deleted_article_takes_its_findings_with_it(database: str) -> None:
    assert "b: 1 quote removed" in run("db", "delete", "b", "--db", database)[1]
    assert json.loads(run("check", "--db", database, "--format", "json")[0]) == []
    assert "No document" in run("db", "delete", "b", "--db", database, status=2)[1]


def test_a_finding_is_set_aside_and_taken_back(database: str) -> None:
    id = json.loads(run("check", "--db", database, "--format", "json", "--kind", "altered words")[0])[0]["id"]
    run("check", "--db", database, "--dismiss", id[:6], "--reason", "vérifié", "--by", "Ana")
    assert json.loads(run("check", "--db", database, "--format", "json", "--kind", "altered words")[0]) == []
    (gone,) = json.loads(
        run("check", "--db", database, "--format", "json", "--kind", "altered words", "--dismissed")[0]
    )
    assert gone["dismissed"] == "vérifié"
    run("check", "--db", database, "--restore", id)
    assert (
        len(json.loads(run("check", "--db", database, "--format", "json", "--kind", "altered words")[0])) == 1
    )


def test_reviews_are_a_history(database: str) -> None:
    id = ONE.quotes[0].id
    run("review", id, "--db", database, "--verdict", "unverifiable", "--by", "Ana")
    rows = json.loads(
        run("review", id[:8], "--db", database, "--verdict", "false", "--note", "14", "--format", "json")[0]
    )
    assert [row["verdict"] for row in rows] == ["unverifiable", "false"]
    assert json.loads(run("review", id, "--db", database, "--format", "json")[0]) == rows


@pytest.mark.parametrize("form", ["jsonl", "csv", "jsonld", "webannotation", "bibtex", "footnote"])
def test_export_writes_the_same_to_stdout_and_to_a_new_file(database: str, tmp_path: Path, form: str) -> None:
    printed = run("export", "--db", database, "--format", form)[0]
    target = tmp_path / "out"
    run("export", "--db", database, "--format", form, "--out", str(target))
    # The runner shows line ends as \n.
    assert target.read_bytes().decode().replace("\r\n", "\n") == printed
    assert "12 chars" in printed and "30 chars" in printed
    run("export", "--db", database, "--format", form, "--out", str(target), status=2)


@pytest.mark.parametrize(
    "command",
    [
        ["who", "{}"],
        ["search", "{}"],
        ["sources"],
        ["stats", "--by", "outlet"],
        ["check"],
        ["review", ONE.quotes[0].id],
        ["sources", "decisions"],
    ],
)
def test_a_csv_without_rows_has_the_header_of_one_with_rows(
    database: str, tmp_path: Path, command: list[str]
) -> None:
    command = [*command, "--format", "csv", "--db"]
    with ClaimStore(tmp_path / "empty.db") as store, ClaimStore(database) as full:
        if command[0] == "review":
            store.save(ONE)
        full.add_review(ONE.quotes[0].id, note="14")
        full.rename(MACRON, "E. Macron")
    none = run(*(word.format("personne") for word in command), str(tmp_path / "empty.db"))[0]
    some = run(*(word.format("Macron") for word in command), database)[0]
    assert none.count("\n") == 1 and some.count("\n") > 1
    assert none.splitlines()[0] == some.splitlines()[0]


def test_an_export_is_of_one_moment(database: str) -> None:
    with ClaimStore(database, read_only=True) as reading, reading.snapshot():
        entries = stored_entries(reading)
        first = next(entries)
        with ClaimStore(database) as writing:
            writing.delete("b")
        assert [first.document.name, *(entry.document.name for entry in entries)] == ["a", "b"]
    with ClaimStore(database, read_only=True) as after:
        assert [entry.document.name for entry in stored_entries(after)] == ["a"]


def test_one_quote_can_be_exported(database: str) -> None:
    printed = run("export", "--db", database, "--format", "footnote", "--quote", ONE.quotes[0].id[:8])[0]
    assert printed.count("\n") == 1 and TANKS in printed


def test_html_is_a_page_for_each_article_in_a_new_folder(database: str, tmp_path: Path) -> None:
    run("export", "--db", database, "--format", "html", "--out", str(tmp_path / "pages"))
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["a.html", "b.html"]
    assert "exists already" in run(
        "export", "--db", database, "--format", "html", "--out", str(tmp_path / "pages"), status=2
    )[1]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["review", "zzz", "--verdict", "true"], "zzz"),
        (["review", ONE.quotes[0].id, "--verdict", "maybe"], "is not a verdict"),
        (["review", ONE.quotes[0].id, "--by", "Ana"], "--by goes with"),
        (["check", "--kind", "typos"], "is not a check"),
        (["check", "--dismiss", "zzz", "--reason", "vu"], "no such finding"),
        (["check", "--kind", "altered words", "--dismiss", "", "--reason", "vu"], "no such finding"),
        (["check", "--reason", "vu"], "--reason goes with"),
        (["check", "--by", "Ana"], "--by goes with"),
        (["export", "--format", "html", "--out", "pages", "--quote", "zzz"], "--quote goes with"),
        (["check", "--since", "hier"], "is not a time"),
        (["check", "--new", "--since", "2024-05-31"], "--new goes neither with"),
        (["check", "--dismiss", "a", "--restore", "b", "--reason", "vu"], "one at a time"),
        (["export", "--format", "html"], "name a new folder"),
        (["export", "--format", "jsonl", "--quote", "zzz"], "zzz"),
    ],
)
def test_wrong_use_is_said_in_one_line(database: str, arguments: list[str], message: str) -> None:
    shown, said = run(*arguments, "--db", database, status=2)
    assert message in said
    assert shown == ""


def test_dismissing_needs_a_reason(database: str) -> None:
    id = json.loads(run("check", "--db", database, "--format", "json")[0])[0]["id"]
    assert "needs a reason" in run("check", "--db", database, "--dismiss", id, status=2)[1]
