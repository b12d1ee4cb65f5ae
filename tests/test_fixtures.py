"""The annotated articles in fixtures/: their JSON is what their annotation source says, and it is sound."""

from __future__ import annotations

import importlib.util
import json
import re
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"
NAMES = sorted(path.stem for path in FIXTURES.glob("*.txt"))
MARKS = '«»“”‹›"'

Record = dict[str, Any]


def load_compiler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fixtures_compile", FIXTURES / "compile.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


compiler = load_compiler()


def text_of(name: str) -> str:
    return (FIXTURES / f"{name}.txt").read_bytes().decode("utf-8")


def record_of(name: str) -> Record:
    record: Record = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    return record


def labelled_spans(record: Record) -> list[tuple[str, list[int]]]:
    spans = [(f"non_speech {i}", item["span"]) for i, item in enumerate(record["non_speech"])]
    for quote in record["quotes"]:
        for key in ("content", "cue", "source", "addressee", "medium"):
            if quote[key] is not None:
                spans.append((f"{quote['id']} {key}", quote[key]))
        spans += [(f"{quote['id']} verbatim", segment) for segment in quote["verbatim"]]
    return spans


def marked_spans(record: Record) -> list[list[int]]:
    verbatim = [segment for quote in record["quotes"] for segment in quote["verbatim"]]
    return verbatim + [item["span"] for item in record["non_speech"]]


def test_there_are_twenty_two_articles_and_each_has_its_three_files() -> None:
    assert len(NAMES) >= 22
    for suffix in (".ann", ".json"):
        assert sorted(path.stem for path in FIXTURES.glob(f"f[0-9]*{suffix}")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_json_is_what_the_annotation_source_compiles_to(name: str) -> None:
    compiled = compiler.as_json(compiler.compile_fixture(FIXTURES / f"{name}.ann"))
    assert (FIXTURES / f"{name}.json").read_text(encoding="utf-8") == compiled


@pytest.mark.parametrize("name", NAMES)
def test_the_header_says_the_same_as_the_json(name: str) -> None:
    text, record = text_of(name), record_of(name)
    head = text.split("\n\n")[0]
    for key, value in re.findall(r"^(title|date): (.*)$", head, re.MULTILINE):
        assert record[key] == value
    assert record["doc"] == name


@pytest.mark.parametrize("name", NAMES)
def test_spans_lie_inside_the_text_without_space_or_mark_at_their_edges(name: str) -> None:
    text, record = text_of(name), record_of(name)
    for label, (start, end) in labelled_spans(record):
        assert 0 <= start < end <= len(text), label
        piece = text[start:end]
        assert not piece[0].isspace() and not piece[-1].isspace(), (label, piece)
        assert piece[0] not in MARKS and piece[-1] not in MARKS, (label, piece)
        assert "\n\n" not in piece, (label, piece)


@pytest.mark.parametrize("name", NAMES)
def test_verbatim_stretches_are_ordered_and_inside_the_content(name: str) -> None:
    for quote in record_of(name)["quotes"]:
        start, end = quote["content"]
        edges = [start, *(edge for segment in quote["verbatim"] for edge in segment), end]
        assert edges == sorted(edges), quote["id"]


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_via_points_to_the_quote_around(name: str) -> None:
    quotes = record_of(name)["quotes"]
    by_id = {quote["id"]: quote for quote in quotes}
    assert len(by_id) == len(quotes)
    for quote in quotes:
        if quote["via"] is not None:
            outer = by_id[quote["via"]]
            assert outer is not quote
            assert outer["content"][0] <= quote["content"][0] and quote["content"][1] <= outer["content"][1]


@pytest.mark.parametrize("name", NAMES)
def test_every_verbatim_stretch_stands_at_a_mark(name: str) -> None:
    text, record = text_of(name), record_of(name)
    for quote in record["quotes"]:
        for start, end in quote["verbatim"]:
            before, after = text[:start].rstrip()[-1:], text[end:].lstrip(" \u00a0\u202f")[:1]
            # The far side may be an incise (« …, dit-il. … »), the near side is a mark, a dialogue dash
            # or, where the mark is missing, the end of the paragraph.
            assert before in {*MARKS, "'", "—"} or after in {*MARKS, "'", "\n", ""}, text[start:end]


@pytest.mark.parametrize("name", NAMES)
def test_every_marked_stretch_is_speech_or_non_speech_or_an_inner_level(name: str) -> None:
    text, record = text_of(name), record_of(name)
    spans = marked_spans(record)
    for match in re.finditer(f"[{MARKS}]", text):
        mark = match.start()
        left, right = len(text[:mark].rstrip()), len(text) - len(text[mark + 1 :].lstrip())
        accounted = any(start == right or end == left or start <= mark < end for start, end in spans)
        assert accounted, f"mark at {mark}: {text[max(0, mark - 30) : mark + 30]!r}"


@pytest.mark.parametrize("name", NAMES)
def test_a_quote_with_a_mention_of_its_source_has_a_name_and_hearsay_has_neither(name: str) -> None:
    for quote in record_of(name)["quotes"]:
        if quote["stance"] == "hearsay":
            assert (quote["cue"], quote["source"], quote["source_name"]) == (None, None, None)
        elif not quote.get("optional"):
            assert quote["source_name"], quote["id"]


def test_the_articles_show_every_kind_of_source_and_every_reason_for_marks() -> None:
    records = [record_of(name) for name in NAMES]
    quotes = [quote for record in records for quote in record["quotes"]]
    assert {q["source_kind"] for q in quotes} == compiler.KINDS
    assert {item["why"] for record in records for item in record["non_speech"]} == compiler.WHYS
    assert Counter(q["stance"] for q in quotes)["hearsay"] >= 8
    assert sum(q["via"] is not None for q in quotes) >= 8


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("Q rouvrira mardi | - | - | - | - | unknown", "0 places fit"),
        ("Q pont | - | - | - | - | unknown", "2 places fit"),
        ("Q Le pont rouvrira | - | a dit | la maire | la maire | mayor", "no kind of source"),
        ("Q Le pont rouvrira | - | a dit | la maire | la maire", "six or seven fields"),
        ("Q Le pont rouvrira | - | a dit | la maire | la maire | person | perhaps", ": no option"),
        ("Q Le pont rouvrira | - | a dit | la maire | la maire | person | via=z", "no quote has the label"),
        ("Q * | - | a dit | la maire | la maire | person", "needs a verbatim stretch"),
        ("N du pont | irony", "expected N span"),
        ("? Le pont", "a line begins with"),
        ("@ author Nobody", "a line begins with"),
        ("[2]\nN Le pont | name", "there is no paragraph 2"),
    ],
)
def test_the_compiler_refuses_what_it_cannot_place(line: str, complaint: str) -> None:
    with pytest.raises(compiler.AnnotationError, match=re.escape(complaint)):
        compiler.compile_annotation("pont", "« Le pont rouvrira », a dit la maire près du pont.", line)


def test_the_compiler_finds_anchors_whatever_the_spaces_and_apostrophes() -> None:
    text = "«\u00a0L’eau monte\u202f!\u00a0», a dit l’élue, l’élue du quai."
    line = "Q * | L'eau monte ! | a dit | {l'élue}, l' | élue | person"
    quote = compiler.compile_annotation("eau", text, line)["quotes"][0]
    assert text[slice(*quote["content"])] == "L’eau monte\u202f!"
    assert quote["source"] == [text.index("l’élue"), text.index("l’élue") + 6]
