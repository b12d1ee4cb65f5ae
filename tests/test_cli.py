"""The command line: what each command prints where, and with which status it ends.

Most tests put a small stand-in where the Stanza models are: it finds « … », a dit X. Those marked ``models``
run the real chain.
"""

import csv
import errno
import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import quotetrack
from quotetrack.cli import app
from quotetrack.cli.output import as_json, on_terminal, write_csv
from quotetrack.cli.results import file_name
from quotetrack.model import Document, Extraction, Quote, Source, Span, content_hash

BRIDGE = (
    "date: 2024-03-12\ntitle: Le pont rouvre\nsource: Le Fanal\n\n"
    "« Le pont rouvrira lundi », a annoncé Anne Verdier. « C'était long », a reconnu Paul Élie Lebœuf.\n"
)
DYKE = "« La digue tiendra », a promis Anne Verdier.\n"


class StandInParser:
    name = "stand-in"


class StandInExtractor:
    """Finds « … », a dit X."""

    def __init__(self, parser: StandInParser, **settings: object) -> None:
        self.parser = parser

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        for document in documents:
            quotes = tuple(self._quotes(document))
            speakers = tuple(dict.fromkeys(quote.speaker for quote in quotes if quote.speaker))
            yield Extraction(document, quotes, (), speakers)

    extract = staticmethod(lambda document: next(StandInExtractor(StandInParser()).extract_many([document])))

    @staticmethod
    def _quotes(document: Document) -> Iterator[Quote]:
        for found in re.finditer(r"« ([^»]+) », (a \w+) ([^.,]+)", document.text):
            content, cue, source = (Span(*found.span(group)) for group in (1, 2, 3))
            yield Quote(
                id=content_hash(document.id, str(content.start)),
                kind="direct",
                content=content,
                verbatim=(content,),
                cue=cue,
                source=source,
                speaker=Source(source.of(document.text), "person"),
                rule="incise",
                confidence=0.9,
            )


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotetrack.extraction.load_parser", lambda model, device: StandInParser())
    monkeypatch.setattr("quotetrack.syntax.stanza_parser.parser_name", lambda model: StandInParser.name)
    monkeypatch.setattr("quotetrack.extraction.Extractor", StandInExtractor)


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("QUOTETRACK_DB", raising=False)
    return tmp_path


@pytest.fixture
def stored(quick: None) -> None:
    Path("pont.txt").write_text(BRIDGE, encoding="utf-8")
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    assert run("extract", "pont.txt", "digue.txt").exit_code == 0


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin)


def json_of(*arguments: str) -> object:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


# --- extract ---------------------------------------------------------------------------------------------


def test_extract_prints_who_said_what_and_stores_it(quick: None) -> None:
    Path("pont.txt").write_text(BRIDGE, encoding="utf-8")
    result = run("extract", "pont.txt")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].strip() == "Le pont rouvre (Le Fanal, 2024-03-12)"
    assert re.search(
        r"Anne Verdier +«\xa0Le pont rouvrira lundi\xa0» +a annoncé +[0-9a-f]{8} ", result.stdout
    )
    assert max(map(len, lines)) <= 100
    assert result.stderr == "1 document, 2 quotes stored in db/quotetrack.db.\n"
    rows = sqlite3.connect("db/quotetrack.db").execute("select who, what from who_said_what").fetchall()
    assert rows == [("Anne Verdier", "Le pont rouvrira lundi"), ("Paul Élie Lebœuf", "C'était long")]


def test_extracting_the_same_article_again_changes_nothing(stored: None) -> None:
    before = json_of("search", "pont")
    assert run("extract", "pont.txt").exit_code == 0
    assert json_of("search", "pont") == before


def test_what_was_stored_before_is_counted_apart(stored: None) -> None:
    Path("quai.txt").write_text(DYKE.replace("digue", "quai"), encoding="utf-8")
    said = run("extract", "pont.txt", "quai.txt").stderr
    assert said == "2 documents, 3 quotes stored in db/quotetrack.db (1 of them there already).\n"


@pytest.mark.parametrize("number, status", [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_one_who_stops_a_run_is_told_how_to_go_on(
    quick: None, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, status: int
) -> None:
    for name, text in (("a", BRIDGE), ("b", DYKE), ("c", "Stop.\n" + DYKE)):
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    quotes = StandInExtractor._quotes

    def stopped(document: Document) -> Iterator[Quote]:
        if document.text.startswith("Stop"):
            os.kill(os.getpid(), number)
        return quotes(document)

    monkeypatch.setattr(StandInExtractor, "_quotes", staticmethod(stopped))
    result = run("extract", ".", "--format", "json")
    assert result.exit_code == status
    assert result.stderr == (
        "Stopped after 2 documents, 3 quotes stored in db/quotetrack.db. "
        "Run the same command again to go on: what is stored is not read again.\n"
    )
    assert [found["doc"] for found in json.loads(result.stdout)] == ["a", "b"]
    monkeypatch.setattr(StandInExtractor, "_quotes", staticmethod(quotes))
    assert "(2 of them there already)" in run("extract", ".").stderr


def test_no_db_stores_nothing(quick: None) -> None:
    Path("pont.txt").write_text(BRIDGE, encoding="utf-8")
    assert run("extract", "pont.txt", "--no-db").exit_code == 0
    assert not Path("db").exists()


def test_the_database_may_be_named_by_the_environment(quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTETRACK_DB", "autre/base.db")
    Path("pont.txt").write_text(BRIDGE, encoding="utf-8")
    assert run("extract", "pont.txt").exit_code == 0
    assert [row["name"] for row in json_of("sources")] == ["Anne Verdier", "Paul Élie Lebœuf"]
    assert Path("autre/base.db").exists()


def test_standard_input_is_read_for_a_dash(quick: None) -> None:
    result = run(
        "extract", "-", "--no-db", "--format", "json", "--title", "Digue", "--date", "2024-05", stdin=DYKE
    )
    record = json.loads(result.stdout)
    assert (record["doc"], record["title"], record["date"]) == ("stdin", "Digue", "2024-05")


def test_json_is_one_object_for_one_document_and_an_array_for_several(quick: None) -> None:
    Path("pont.txt").write_text(BRIDGE, encoding="utf-8")
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    one = json.loads(run("extract", "pont.txt", "--no-db", "--format", "json").stdout)
    many = json.loads(run("extract", "pont.txt", "digue.txt", "--no-db", "--format", "json").stdout)
    assert [record["doc"] for record in many] == ["pont", "digue"]
    assert many[0] == one
    start, end = one["quotes"][0]["content"]
    assert BRIDGE[start:end] == one["quotes"][0]["text"] == "Le pont rouvrira lundi"


def test_json_lines_hold_one_document_each(quick: None) -> None:
    Path("pont.txt").write_text(BRIDGE, encoding="utf-8")
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    lines = run("extract", "pont.txt", "digue.txt", "--no-db", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["doc"] for line in lines] == ["pont", "digue"]


def test_csv_has_one_header_and_the_words_of_each_part(quick: None) -> None:
    Path("pont.txt").write_text(BRIDGE, encoding="utf-8")
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run("extract", ".", "--no-db", "--format", "csv").stdout)))
    assert [(row["doc"], row["source_name"], row["cue"], row["text"]) for row in rows] == [
        ("digue", "Anne Verdier", "a promis", "La digue tiendra"),
        ("pont", "Anne Verdier", "a annoncé", "Le pont rouvrira lundi"),
        ("pont", "Paul Élie Lebœuf", "a reconnu", "C'était long"),
    ]


def test_html_is_a_page_for_one_document_and_needs_a_folder_for_several(quick: None) -> None:
    Path("pont.txt").write_text(BRIDGE, encoding="utf-8")
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    page = run("extract", "pont.txt", "--no-db", "--format", "html")
    assert page.stdout.startswith("<!") and "Le pont rouvrira lundi" in page.stdout
    refused = run("extract", ".", "--no-db", "--format", "html")
    assert refused.stdout == ""
    assert refused.exit_code == 2
    assert "--out DIR" in refused.stderr
    assert run("extract", ".", "--no-db", "--format", "html", "--out", "pages").exit_code == 0
    assert sorted(path.name for path in Path("pages").iterdir()) == ["digue.html", "pont.html"]
    again = run("extract", ".", "--no-db", "--format", "html", "--out", "pages")
    assert again.exit_code == 0, "its own pages are no articles"


def test_fields_of_json_lines_may_have_other_names(quick: None) -> None:
    record = {"contenu": BRIDGE, "journal": "Le Fanal"}
    Path("articles.jsonl").write_text(json.dumps(record), encoding="utf-8")
    result = run("extract", "articles.jsonl", "--no-db", "--format", "csv", "--field", "text=contenu",
                 "--field", "outlet=journal")  # fmt: skip
    assert result.exit_code == 0, result.stderr
    assert "Le Fanal" in result.stdout


def test_the_files_of_a_list_are_read(quick: None) -> None:
    Path("pont.txt").write_text(BRIDGE, encoding="utf-8")
    Path("liste").write_text("pont.txt\n\n", encoding="utf-8")
    assert "1 document," in run("extract", "--files-from", "liste").stderr
    assert "Nothing to read" in run("extract").stderr


def test_what_is_written_to_a_folder_is_what_evaluate_reads(quick: None) -> None:
    Path("pont.txt").write_text(BRIDGE, encoding="utf-8")
    result = run("extract", "pont.txt", "--no-db", "--out", ".")
    assert result.stdout == ""
    assert result.stderr == "1 document, 2 quotes written to ..\n"
    assert json_of("evaluate", ".", ".")["total"]["content_exact"]["all"]["f1"] == 1.0


def test_the_id_of_a_record_cannot_lead_out_of_the_folder(quick: None) -> None:
    record = {"id": "../../dehors", "text": DYKE}
    Path("articles.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert run("extract", "articles.jsonl", "--no-db", "--out", "out/in").exit_code == 0
    assert [path.name for path in Path("out").rglob("*.json")] == ["_.._dehors.json"]
    assert file_name("...") == "document"


def test_what_cannot_be_written_whole_is_not_written(quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    monkeypatch.setattr("quotetrack.cli.results.as_json", full)
    result = run("extract", "digue.txt", "--no-db", "--out", "out")
    assert result.exit_code == 1
    assert "digue.json: cannot be written (No space left on device)" in result.stderr
    assert list(Path("out").iterdir()) == []


def test_a_long_name_is_cut_to_what_a_file_system_allows(quick: None) -> None:
    Path("a.jsonl").write_text(json.dumps({"id": "é" * 300, "text": DYKE}), encoding="utf-8")
    assert run("extract", "a.jsonl", "--no-db", "--out", "out").exit_code == 0
    assert [path.name for path in Path("out").iterdir()] == ["é" * 100 + ".json"]


def test_two_documents_of_one_name_do_not_overwrite_each_other(quick: None) -> None:
    for folder in ("a", "b", "c"):
        Path(folder).mkdir()
        Path(folder, "digue.txt").write_text(DYKE.replace("digue", f"digue {folder}"), encoding="utf-8")
    result = run("extract", "a", "b", "c", "--no-db", "--out", "out")
    assert result.exit_code == 0
    files = {
        json.loads(path.read_text("utf-8"))["quotes"][0]["text"]: path.stem for path in Path("out").iterdir()
    }
    assert files["La digue a tiendra"] == "digue"
    assert all(re.fullmatch("digue-[0-9a-f]{16}", files[f"La digue {name} tiendra"]) for name in "bc")
    second = files["La digue b tiendra"]
    assert f"b/digue.txt: written as {second}, for a/digue.txt has the same name." in result.stderr


def test_what_a_folder_is_for_is_no_article(quick: None) -> None:
    for name in ("README.md", "readme.txt", ".notes.txt", "digue.txt"):
        Path(name).write_text(DYKE, encoding="utf-8")
    documents = json.loads(run("extract", ".", "--no-db", "--format", "json").stdout)
    assert documents["doc"] == "digue"
    assert json.loads(run("extract", "README.md", "--no-db", "--format", "json").stdout)["doc"] == "README"


def test_an_article_without_quotes_is_done_and_says_so(quick: None) -> None:
    Path("rien.txt").write_text("Il pleut depuis mardi.\n", encoding="utf-8")
    result = run("extract", "rien.txt")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "rien: no quotes found.",
        "1 document, 0 quotes stored in db/quotetrack.db.",
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("absent.txt", None, "absent.txt: no such file"),
        ("vide.txt", b"", "vide.txt: the document is empty"),
        ("image.txt", b"\x89PNG\r\n\x00\x00", "image.txt: a binary file"),
        ("latin.txt", "Élu".encode("cp1252"), "latin.txt: not UTF-8: byte 0 is 0xC9"),
        ("dossier", "folder", "dossier: no article in this folder"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_others_are_done(
    quick: None, name: str, content: bytes | str | None, message: str
) -> None:
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    if content == "folder":
        Path(name).mkdir()
    elif isinstance(content, bytes):
        Path(name).write_bytes(content)
    result = run("extract", name, "digue.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith(message)
    assert result.stderr.endswith("1 document failed.\n")
    assert "La digue tiendra" in result.stdout


def test_nothing_is_loaded_when_nothing_can_be_read() -> None:
    result = run("extract", "absent.txt", "--no-db")
    assert result.exit_code == 1
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--date", "mardi"], "--date mardi: not a date"),
        (["--field", "contenu"], "--field contenu: write it as text=contenu"),
        (["--field", "auteur=who"], "no such attribute: 'auteur'"),
        (["--files-from", "none.txt"], "none.txt: this list of files cannot be read (No such file"),
        (["--db", "texte.db"], "texte.db: not an SQLite database"),
        (["--db", "autre.db"], "autre.db: an SQLite database, but not one of quotetrack's"),
        (["--db", "digue.txt/base.db"], "digue.txt"),
        (["--out", "digue.txt/out", "--no-db"], "digue.txt/out: cannot make this folder"),
        (["--out", "out", "--format", "table", "--no-db"], "--out writes files"),
        (["--model", "/nowhere", "--no-db"], "/nowhere is not a Stanza resources folder"),
    ],
)
def test_wrong_use_is_explained_in_one_line(arguments: list[str], message: str) -> None:
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    Path("texte.db").write_text("Ceci est un texte, pas une base. " * 50, encoding="utf-8")
    with sqlite3.connect("autre.db") as other:
        other.execute("create table achats (prix integer)")
    result = run("extract", "digue.txt", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("quotetrack: ") and message in result.stderr
    assert result.stderr.count("\n") == 1


# --- who, sources, search, show --------------------------------------------------------------------------


def test_who_shows_what_a_source_said_in_time_order(stored: None) -> None:
    rows = json_of("who", "mme", "verdier")
    assert [(row["date"], row["text"]) for row in rows] == [
        ("2024-03-12", "Le pont rouvrira lundi"),
        (None, "La digue tiendra"),
    ]
    assert rows[0]["who"] == "Anne Verdier"
    assert run("who", "Personne").stderr.startswith("Nobody called Personne is quoted in db/quotetrack.db")


def test_sources_are_counted_the_most_quoted_first(stored: None) -> None:
    assert [(row["name"], row["quotes"], row["documents"]) for row in json_of("sources")] == [
        ("Anne Verdier", 2, 2),
        ("Paul Élie Lebœuf", 1, 1),
    ]
    table = run("sources").stdout
    assert re.search(r"Anne Verdier +person +2 +2", table)


def test_search_folds_accents_and_takes_phrases(stored: None) -> None:
    assert [row["text"] for row in json_of("search", "c'etait")] == ["C'était long"]
    assert [row["text"] for row in json_of("search", "« pont rouvrira »")] == ["Le pont rouvrira lundi"]
    assert json_of("search", "« rouvrira pont »") == []
    assert len(json_of("search", "verdier", "--limit", "1")) == 1


def test_show_gives_the_evidence_and_says_why(stored: None) -> None:
    quote = json_of("search", "pont")[0]
    shown = json_of("show", quote["id"][:8])
    assert shown["before"].endswith("« ") and shown["after"].startswith(" », a annoncé Anne Verdier.")
    assert shown["why"] == (
        "The cue « a annoncé » points to « Anne Verdier », held to be Anne Verdier (person); "
        "found by the construction “incise”, right in 90% of the annotated cases."
    )
    assert shown["before"] == "« "  # the header is no part of the article
    page = run("show", quote["id"]).stdout
    assert "\n« [[Le pont" in page and "source: Le Fanal" not in page and "…" not in page
    assert "« [[Le pont rouvrira lundi]] »" in page
    assert f"characters {BRIDGE.index('Le pont rouvrira')}–" in page
    unknown = run("show", "ffffffffffffffff")
    assert unknown.exit_code == 2 and "ffffffffffffffff" in unknown.stderr


def test_rows_come_as_csv_too(stored: None) -> None:
    rows = list(csv.DictReader(io.StringIO(run("search", "digue", "--format", "csv").stdout)))
    assert [(row["who"], row["text"], row["kind"]) for row in rows] == [
        ("Anne Verdier", "La digue tiendra", "direct")
    ]


@pytest.mark.parametrize("command", [["who", "X"], ["sources"], ["search", "x"], ["show", "x"]])
def test_asking_a_database_that_is_not_there_makes_none(command: list[str]) -> None:
    result = run(*command)
    assert result.exit_code == 2
    assert "db/quotetrack.db: no such database" in result.stderr
    assert not Path("db").exists()


# --- evaluate, models ------------------------------------------------------------------------------------


def test_evaluate_extracts_where_there_are_no_predictions(quick: None) -> None:
    Path("gold").mkdir()
    Path("gold/digue.txt").write_text(DYKE, encoding="utf-8")
    quote = {"content": [2, 18], "verbatim": [[2, 18]], "source": [31, 43], "source_name": "Anne Verdier"}
    Path("gold/digue.json").write_text(json.dumps({"quotes": [quote]}), encoding="utf-8")
    result = run("evaluate", "gold", "--by-doc", "--by-rule", "--errors")
    assert "whole attribution           1.000  1.000  1.000      1      1" in result.stdout
    assert re.search(r"^incise +1 +1.000", result.stdout, re.MULTILINE)
    assert re.search(r"^digue +1 +1.000", result.stdout, re.MULTILINE)


def test_a_score_below_the_baseline_fails_and_a_new_baseline_is_written_on_demand(quick: None) -> None:
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    gold = {"quotes": [{"content": [2, 18], "verbatim": [[2, 18]]}]}
    Path("digue.json").write_text(json.dumps(gold), encoding="utf-8")
    Path("pred").mkdir()
    kept = run("evaluate", ".", "--baseline", "base.txt", "--update-baseline")
    assert kept.exit_code == 0 and "base.txt: written." in kept.stderr
    assert run("evaluate", ".", "--baseline", "base.txt").exit_code == 0
    worse = run("evaluate", ".", "pred", "--baseline", "base.txt")
    assert worse.exit_code == 1
    assert "verbatim speech F1: 0.0000, worse than the baseline 1.0000 by 1.0000" in worse.stderr


def test_update_baseline_needs_to_know_where() -> None:
    assert run("evaluate", ".", "--update-baseline").exit_code == 2


def test_models_are_listed_with_their_scores_and_the_card_says_the_same() -> None:
    embedded, official = json_of("models")
    assert embedded["name"] == "embedded" and embedded["state"].startswith("installed")
    assert official["name"] == "official"
    card = (Path(embedded["path"]).parent / "CARD.md").read_text(encoding="utf-8")
    for treebank, scores in embedded["scores"].items():
        assert (
            f"| {treebank} test | " + " | ".join(f"{score:.2f}" for score in scores.values()) + " |" in card
        )


# --- what holds for all ----------------------------------------------------------------------------------


def test_help_imports_nothing_heavy() -> None:
    heavy = {"torch", "stanza", "sqlite_utils", "rich.table", "numpy", "regex"}
    code = f"import sys, quotetrack.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_help_says_what_each_command_is_for() -> None:
    for command in ("extract", "who", "sources", "search", "show", "evaluate", "models"):
        page = run(command, "--help")
        assert page.exit_code == 0 and "Usage" in page.stdout
        assert command in run("--help").stdout
    assert run("--version").stdout == f"quotetrack {quotetrack.__version__}\n"


def test_characters_that_act_on_a_terminal_are_shown_instead(quick: None) -> None:
    Path("piege.txt").write_text(
        "« Rien\x1b[2J [bold]ici :smile: \u202e », a dit Anne Verdier.\n", encoding="utf-8"
    )
    table = run("extract", "piege.txt", "--no-db").stdout
    assert "\x1b" not in table and "\u202e" not in table
    assert "Rien\\x1b[2J [bold]ici :smile: \\u202e" in table
    printed = run("extract", "piege.txt", "--no-db", "--format", "json").stdout
    assert "\x1b" not in printed and "\u202e" not in printed
    assert json.loads(printed)["quotes"][0]["text"] == "Rien\x1b[2J [bold]ici :smile: \u202e"


def test_accents_and_spaces_of_french_typography_pass_untouched() -> None:
    assert on_terminal("« L’été, c’est\u202fça\u00a0! »") == "« L’été, c’est\u202fça\u00a0! »"
    assert on_terminal("une\nligne") == "une ligne"
    assert as_json({"à": "É\x9b"}) == '{"à": "É\\u009b"}'


def test_csv_cells_are_no_formulas(quick: None) -> None:
    Path("piege.txt").write_text('« =HYPERLINK("x") », a dit Anne Verdier.\n', encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run("extract", "piege.txt", "--no-db", "--format", "csv").stdout)))
    assert rows[0]["text"] == '\'=HYPERLINK("x")'
    write_csv([{"a": "\u00a0=1+1"}, {"a": "\t@x"}], ["a"], header=False, stream=(cells := io.StringIO()))
    assert cells.getvalue() == "'\u00a0=1+1\n'\t@x\n"


@pytest.mark.models
def test_the_whole_chain_from_an_article_to_the_database() -> None:
    article = (
        "Le pont de la Lauze rouvrira lundi, a annoncé vendredi la maire de Brenac, Anne Verdier.\n\n"
        "« Les travaux ont coûté trois millions d'euros », a précisé l'élue à la presse.\n"
    )
    Path("pont.txt").write_text(article, encoding="utf-8")
    result = run("extract", "pont.txt", "--format", "json")
    assert result.exit_code == 0, result.stderr
    quotes = json.loads(result.stdout)["quotes"]
    assert ("direct", "Les travaux ont coûté trois millions d'euros", "Anne Verdier") in [
        (quote["kind"], quote["text"], quote["source_name"]) for quote in quotes
    ]
    assert "Les travaux ont coûté trois millions d'euros" in [
        row["text"] for row in json_of("who", "verdier")
    ]


@pytest.mark.models
def test_several_processes_find_what_one_finds() -> None:
    for name, text in (("pont", BRIDGE), ("digue", DYKE)):
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    one, two = (run("extract", ".", "--no-db", "--format", "jsonl", "--jobs", jobs) for jobs in ("1", "2"))
    assert two.exit_code == 0
    assert two.stdout == one.stdout != ""


def test_a_worker_without_models_says_why() -> None:
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    result = run("extract", "digue.txt", "--no-db", "--jobs", "2", "--model", "/nowhere")
    assert result.exit_code == 2
    assert "/nowhere is not a Stanza resources folder" in result.stderr


def test_articles_that_are_taken_for_one_are_told(quick: None) -> None:
    lines = [json.dumps({"name": "Le Fanal", "text": DYKE.replace("digue", f"digue {n}")}) for n in range(3)]
    Path("articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for _ in range(2):  # what was there is displaced the second time
        result = run("extract", "articles.jsonl", "--format", "csv")
        assert result.exit_code == 0
        told = "articles.jsonl: Le Fanal has the same name or address as another document of this run"
        assert result.stderr.count(told) == 2
        assert "2 of them not kept, for others have the same name or address." in result.stderr
    assert "not kept" not in run("extract", "articles.jsonl", "--no-db", "--format", "csv").stderr


def test_a_review_whose_words_are_gone_is_told(quick: None) -> None:
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    quote = json.loads(run("extract", "digue.txt", "--format", "json").stdout)["quotes"][0]["id"]
    run("review", quote, "--verdict", "true")
    Path("digue.txt").write_text(BRIDGE, encoding="utf-8")
    said = run("extract", "digue.txt").stderr
    assert (
        "digue: 1 review of words that are no longer in it; kept, without a quote, in the table reviews."
        in said
    )


@pytest.mark.parametrize(
    "option",
    [["--title", "T"], ["--date", "2020"], ["--format", "csv"], ["--no-resume"], ["--field", "text=a"]],
)
def test_what_a_cluster_has_no_use_for_is_refused(option: list[str]) -> None:
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    result = run("extract", "digue.txt", "--engine", "ray", "--out", "out", *option)
    assert result.exit_code == 2
    assert f"{option[0]} goes with --engine local." in result.stderr


@pytest.mark.parametrize(
    "command", [["stats"], ["export", "--format", "csv"], ["who", "verdier", "--format", "json"]]
)
def test_a_full_disk_behind_stdout_is_told_in_one_line(quick: None, command: list[str]) -> None:
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    run("extract", "digue.txt")
    with open("/dev/full", "w") as full:
        ended = subprocess.run(
            [sys.executable, "-c", "from quotetrack.cli import app; app()", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert ended.stderr == "quotetrack: standard output: No space left on device.\n"
    assert ended.returncode == 2


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_nobody_need_listen(quick: None, closed: str) -> None:
    Path("digue.txt").write_text(DYKE, encoding="utf-8")
    run("extract", "digue.txt")
    command = f'"{sys.executable}" -c "from quotetrack.cli import app; app()" stats {closed}'
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("option", ["--errors", "--by-doc", "--by-rule"])
def test_what_a_table_of_scores_has_no_room_for_is_refused(option: str) -> None:
    result = run("evaluate", ".", ".", "--format", "csv", option)
    assert result.exit_code == 2 and option in result.stderr
