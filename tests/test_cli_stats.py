"""The command stats: who gets quoted, as a table, and as a chart that hides nothing."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from archive import Draft
from typer.testing import CliRunner

from quotetrack.cli import app
from quotetrack.cli.output import print_table
from quotetrack.export.chart import COLOURS, Bar, Chart, page, svg
from quotetrack.model import Source
from quotetrack.store import ClaimStore

ANNE, PAUL = Source("Anne Verdier", "person", gender="f"), Source("Paul Roux", "person", gender="m")
SASHA = Source("Sasha Lune", "person")
LEAK = Source("source proche du dossier", "anonymous")
ARTICLES = (
    ("a", "2024-01-05", "Le Fanal", (ANNE, ANNE, PAUL)),
    ("b", "2024-04-05", "L'Écho <du> soir", (ANNE, LEAK)),
    ("c", None, "Le Fanal", (SASHA, LEAK)),
)


@pytest.fixture
def database(tmp_path: Path) -> str:
    with ClaimStore(tmp_path / "claims.db") as store:
        for name, date, outlet, speakers in ARTICLES:
            draft = Draft()
            for number, source in enumerate(speakers):
                draft.say(source.name, f"mot {name}{number}", source)
            store.save(draft.extraction(name, date=date, outlet=outlet))
    return str(tmp_path / "claims.db")


def run(*arguments: str, status: int = 0) -> tuple[str, str]:
    result = CliRunner().invoke(app, ["stats", *arguments])
    assert result.exit_code == status, result.output
    return result.stdout, result.stderr


def counts(database: str, *by: str) -> list[tuple[Any, ...]]:
    rows = json.loads(run("--by", ",".join(by), "--db", database, "--format", "json")[0])
    return [(*(row[name.replace("-", "_")] for name in by), row["quotes"]) for row in rows]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("gender", [("f", 3), ("m", 1), ("unknown", 1), (None, 2)]),
        ("anonymity", [("named", 5), ("anonymous", 2)]),
        ("source-kind", [("person", 5), ("anonymous", 2)]),
        ("kind", [("direct", 7)]),
        ("outlet", [("Le Fanal", 5), ("L'Écho <du> soir", 2)]),
        ("month", [("2024-01", 3), ("2024-04", 2), (None, 2)]),
        ("year", [("2024", 5), (None, 2)]),
    ],
)
def test_quotes_are_counted_by_what_one_asks_for(database: str, by: str, expected: list[Any]) -> None:
    assert counts(database, by) == expected


def test_namesakes_are_counted_apart(database: str) -> None:
    found = counts(database, "source")
    assert found[0] == ("Anne Verdier", 3)
    leaks = [name for name, _ in found if name.startswith(LEAK.name)]
    assert len(leaks) == 2 and all(re.fullmatch(r".* \[[0-9a-f]{8}\]", name) for name in leaks)


def test_groups_may_be_nested(database: str) -> None:
    assert counts(database, "outlet", "gender") == [
        ("Le Fanal", "f", 2),
        ("Le Fanal", "m", 1),
        ("Le Fanal", "unknown", 1),
        ("Le Fanal", None, 1),
        ("L'Écho <du> soir", "f", 1),
        ("L'Écho <du> soir", None, 1),
    ]


def test_tables_say_in_words_what_is_not_known(database: str) -> None:
    table = run("--by", "gender", "--db", database)[0]
    assert re.search(r"women +3 +42.9 % +2 +1 ", table)
    assert "(gender not given)" in table and "(no named person)" in table
    shown, said = run("--by", "month", "--limit", "2", "--db", database)
    assert "2024-04" in shown and "(no month)" not in shown
    assert said == "2 of 3 groups shown; all of them with --limit 0.\n"
    rows = list(csv.DictReader(io.StringIO(run("--by", "month", "--db", database, "--format", "csv")[0])))
    assert [(row["month"], row["quotes"]) for row in rows] == [("2024-01", "3"), ("2024-04", "2"), ("", "2")]


def test_no_cell_is_broken_where_no_terminal_bounds_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    columns = {f"column {number}": f"Column {number}" for number in range(11)}
    print_table([dict.fromkeys(columns, "2024-03 b")], columns)
    printed = capsys.readouterr().out
    assert printed.count("2024-03 b") == 11
    print_table([dict.fromkeys(columns, "2024-03 b" * 9)], columns)
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 140


def test_without_by_everything_is_counted_once(database: str) -> None:
    page = run("--db", database)[0]
    assert "7 in 3 articles, of 5 sources" in page
    assert "women 3 (60 %), men 1 (20 %), gender not given 1 (20 %)" in page
    (total,) = json.loads(run("--db", database, "--format", "json")[0])
    assert (total["quotes"], total["anonymous"], total["share"]) == (7, 2, 1.0)


def drawn(path: Path) -> tuple[list[str], list[float]]:
    """Return the texts of an SVG file in order, and the widths of its bars."""
    root = ElementTree.parse(path).getroot()
    texts = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    bars = root.findall(".//{http://www.w3.org/2000/svg}g/{http://www.w3.org/2000/svg}rect")
    return texts, [float(bar.attrib["width"]) for bar in bars]


def test_a_chart_shows_every_month_and_starts_at_zero(database: str, tmp_path: Path) -> None:
    target = tmp_path / "months.svg"
    shown, said = run("--by", "month", "--plot", str(target), "--db", database)
    assert "2024-01" in shown and said == f"{target}: written.\n"
    texts, widths = drawn(target)
    assert texts[1:-1] == [
        "2024-01", "3 (42.9 %)", "2024-02", "0 (0.0 %)", "2024-03", "0 (0.0 %)", "2024-04", "2 (28.6 %)",
        "(no month)", "2 (28.6 %)",
    ]  # fmt: skip
    assert texts[-1] == f"7 quotes in {database}, articles of 2024 and undated"
    assert widths[1] / widths[0] == pytest.approx(2 / 3, abs=0.001)


def test_a_second_dimension_makes_the_parts_of_the_bars(database: str, tmp_path: Path) -> None:
    target = tmp_path / "outlets.html"
    run("--by", "outlet", "--by", "gender", "--plot", str(target), "--db", database)
    html = target.read_text(encoding="utf-8")
    assert "<title>Le Fanal, women: 2</title>" in html
    assert (
        '<th scope="row">L&#39;Écho &lt;du&gt; soir</th><td>1</td><td>1</td><td>0</td><td>0</td>' not in html
    )
    assert '<th scope="row">L&#39;Écho &lt;du&gt; soir</th><td>1</td><td>0</td><td>0</td><td>1</td>' in html
    assert "<script" not in html and "<du>" not in html and "http" not in html.replace("http-equiv", "").replace(
        'xmlns="http://www.w3.org/2000/svg"', ""
    )  # fmt: skip


def test_what_is_not_drawn_is_said(database: str, tmp_path: Path) -> None:
    target = tmp_path / "sources.svg"
    run("--by", "source", "--limit", "1", "--plot", str(target), "--db", database)
    texts, _ = drawn(target)
    assert texts[1:-1] == ["Anne Verdier", "3 (42.9 %)"]
    assert texts[-1].endswith("; not drawn: 4 others with 4 quotes")


def test_an_empty_database_has_an_empty_chart(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "empty.db"):
        pass
    target = tmp_path / "empty.svg"
    _, said = run("--by", "month", "--plot", str(target), "--db", str(tmp_path / "empty.db"))
    assert "No quotes in" in said
    assert drawn(target)[0] == ["Quotes by month", f"0 quotes in {tmp_path / 'empty.db'}, undated"]
    assert "0 in 0 articles" in run("--db", str(tmp_path / "empty.db"))[0]


def test_hostile_labels_are_shown_and_do_nothing() -> None:
    bar = Bar('<script>alert(1)</script>\x1b[2J\u202e & "', (3,))
    for text in (svg(Chart("</title><b>", "&", (bar,), 3)), page(Chart("</title><b>", "&", (bar,), 3))):
        assert "<script" not in text and "<b>" not in text and "\x1b" not in text and "\u202e" not in text
    ElementTree.fromstring(svg(Chart("</title><b>", "&", (bar,), 3)))


def test_a_legend_of_many_long_names_stays_inside_the_picture() -> None:
    names = tuple(f"Un très long nom de journal n° {number}" for number in range(len(COLOURS)))
    root = ElementTree.fromstring(svg(Chart("t", "n", (Bar("b", (1,) * len(names)),), len(names), names)))
    boxes = [r for r in root.iter("{http://www.w3.org/2000/svg}rect") if r.get("height") == "12"]
    assert len(boxes) == len(names)
    assert max(float(box.attrib["x"]) for box in boxes) < 900
    first_bar = root.find("{http://www.w3.org/2000/svg}g/{http://www.w3.org/2000/svg}rect")
    assert first_bar is not None
    assert max(float(box.attrib["y"]) for box in boxes) + 12 < float(first_bar.attrib["y"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--by", "colour"], "--by colour: cannot count by this. Use: outlet, month"),
        (["--by", "month", "--plot", "a.png"], "--plot a.png: only .svg and .html can be drawn"),
        (["--by", "month,kind,gender", "--plot", "a.svg"], "--plot shows two of --by at most"),
        (["--by", "month", "--plot", "nowhere/a.svg"], "--plot nowhere/a.svg: cannot be written"),
    ],
)
def test_wrong_use_is_said_in_one_line(database: str, arguments: list[str], message: str) -> None:
    _, said = run(*arguments, "--db", database, status=2)
    assert message in said and said.count("\n") == 1
