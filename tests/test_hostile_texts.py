"""Twice a text that says one thing for ever takes twice the work, not four times: lines of code run are counted."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

import pytest
from hostile_texts import LINES, PIECES, hostile, varied

from quotetrack.extraction import Extractor
from quotetrack.model import Document, Extraction, Span
from quotetrack.parts import LONGEST_READ, joined, parts_of
from quotetrack.syntax import Sentence, Word
from quotetrack.syntax.tree import MOST_WORDS

SIZE = 3000
SELDOM = 1.3
"""How much more than twice the work is no matter: some things begin only beyond a size, each a few lines."""

_WORD = re.compile(r"-t-\w+|\w+['’]?|[^\w\s]")
_TAGS = {"dit": "VERB", "est": "AUX", "serait": "AUX", "il": "PRON", "le": "DET", "a": "AUX", "selon": "ADP"}


class FlatParser:
    """Calls the first verb of each stretch of words the head of all: good enough to have everything looked for."""

    name = "flat"

    def parse(self, paragraphs: Sequence[str], starts: Sequence[int] = ()) -> list[list[Sentence]]:
        """Return sentences that end with a stop, or where they are as long as one may be."""
        return [_sentences(text, start) for text, start in zip(paragraphs, starts, strict=True)]


def _sentences(text: str, start: int) -> list[Sentence]:
    found: list[Sentence] = []
    current: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        current.append(match)
        if match.group() in ".!?…" or len(current) == MOST_WORDS:
            found.append(_sentence(current, start))
            current = []
    return [*found, _sentence(current, start)] if current else found


def _sentence(matches: Sequence[re.Match[str]], start: int) -> Sentence:
    tags = [_tag(m.group()) for m in matches]
    root = next((i for i, tag in enumerate(tags, 1) if tag == "VERB"), 1)
    return Sentence(
        tuple(
            Word(
                i,
                m.group(),
                "dire" if m.group() == "dit" else m.group().lower(),
                tag,
                "VerbForm=Fin" if tag in {"VERB", "AUX"} else "",
                0 if i == root else root,
                "root" if i == root else _RELATIONS.get(tag, "nsubj"),
                start + m.start(),
                start + m.end(),
            )
            for i, (m, tag) in enumerate(zip(matches, tags, strict=True), 1)
        )
    )


_RELATIONS = {"PUNCT": "punct", "DET": "det", "AUX": "aux", "ADP": "case", "VERB": "parataxis"}


def _tag(word: str) -> str:
    if not word[:1].isalnum() and not word.startswith("-t-"):
        return "PUNCT"
    return _TAGS.get(word.lower(), "PROPN" if word[:1].isupper() else "NOUN")


def read(text: str) -> Extraction:
    return Extractor(FlatParser()).extract(document(text))


def document(text: str) -> Document:
    return Document("hostile", text, Span(0, len(text)))


def lines_run(work: Callable[[], object]) -> int:
    """Return how many lines of Python a piece of work runs, each turn of a loop counted."""
    lines = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


ALIKE = [
    "opening marks between words",
    "turned marks",
    "straight marks between words",
    "nested marks",
    "marks in marks",
    "unclosed speech",
    "quotes",
    "straight quotes",
    "speech",
    "incises",
    "said",
    "he says that he says",
    "according to",
    "conditional",
    "names",
    "pronouns",
    "descriptions",
    "descriptions that speak",
    "roles",
    "an endless sentence",
    "colons",
    "dialogue",
    "interview",
    "lines",
]
VARIED = [
    "speech",
    "incises",
    "names, with a comma",
    "descriptions that speak",
    "acronyms explained",
    "lines of quotes",
    "lines of opening marks",
    "lines of closing marks",
    "words in their own paragraph",
]


@pytest.mark.parametrize(
    ("written", "name"), [*((hostile, name) for name in ALIKE), *((varied, name) for name in VARIED)]
)
def test_twice_the_text_is_twice_the_work(written: Callable[[str, int], str], name: str) -> None:
    short, long = written(name, SIZE), written(name, 2 * SIZE)
    read(short)  # what is remembered from text to text is so before it is counted
    read(long)
    work = lines_run(lambda: read(short))
    assert lines_run(lambda: read(long)) < 2 * SELDOM * work + 5000


@pytest.mark.parametrize("name", [*PIECES, *LINES])
def test_whatever_is_repeated_is_read_to_its_end(name: str) -> None:
    for written in (hostile, varied):
        read(written(name, 500))


@pytest.mark.parametrize("lead", ["! : ", "… : ", "( : ", ", : "])
def test_nothing_but_marks_before_a_colon_names_nobody(lead: str) -> None:
    assert [quote.source for quote in read(f"{lead}« Je pars demain. »").quotes] == [None]


@pytest.mark.parametrize("text", ["a" * 1000, "Oui. " * 200, "Oui\n" * 250, "Oui.\n\n" * 160])
def test_the_parts_of_a_long_text_are_all_of_it(text: str) -> None:
    parts = parts_of(document(text), 300)
    assert "".join(part.text for part in parts) == text
    assert all(len(part.body) <= 300 for part in parts)
    ends = {part.text[-2:] for part in parts[:-1]}
    assert ends in ({"aa"}, {". "}, {"i\n"}, {"\n\n"})


def test_an_article_is_read_at_once() -> None:
    article = document("Oui. " * (LONGEST_READ // 5))
    assert parts_of(article) == (article,)


def test_what_is_found_in_a_part_stands_where_the_text_has_it() -> None:
    said = "Le maire dit : « Le pont est fermé. »\n\n"
    whole = document("date: 2024-02-03\n\n" + said * 9)
    whole = Document(whole.name, whole.text, Span(18, len(whole.text)))
    extractor = Extractor(FlatParser())
    once = extractor.extract(whole)
    parts = parts_of(whole, 100)
    found = joined(whole, [extractor.extract(part) for part in parts])
    assert len(parts) > 3
    assert [quote.content.of(whole.text) for quote in found.quotes] == ["Le pont est fermé."] * 9
    assert [(q.id, q.content, q.verbatim, q.cue) for q in found.quotes] == [
        (q.id, q.content, q.verbatim, q.cue) for q in once.quotes
    ]


def test_a_text_longer_than_is_read_at_once_comes_out_whole() -> None:
    text = "Le pont est fermé. " * (LONGEST_READ // 19) + "\n\nLe maire dit : « Le pont est ouvert. »"
    found = read(text)
    assert found.document.text == text
    assert found.warnings == (
        "longer than an article: read in 2 parts; a name told in one is not known in the next.",
    )
    assert [quote.content.of(text) for quote in found.quotes] == ["Le pont est ouvert."]
