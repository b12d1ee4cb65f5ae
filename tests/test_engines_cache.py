"""Parses are kept in a file and found again, never mixed up, never in the way."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from quotetrack.model import QuotetrackError
from quotetrack.syntax import Sentence, Word
from quotetrack.syntax.parse_cache import CachedParser


class OneWordParser:
    """Takes each paragraph for one word, and counts what it is asked."""

    def __init__(self, name: str = "one-word:1") -> None:
        self.name = name
        self.asked: list[str] = []

    def parse(self, paragraphs: Sequence[str], starts: Sequence[int] = ()) -> list[list[Sentence]]:
        self.asked += paragraphs
        return [
            [Sentence((Word(1, text, text, "X", "Case=Nom", 0, "root", at, at + len(text)),))] if text else []
            for text, at in zip(paragraphs, starts or [0] * len(paragraphs), strict=True)
        ]


TEXTS = ["« Non », dit-il.", "", "Oui 🙂.", "« Non », dit-il."]


def test_what_was_parsed_is_found_again(tmp_path: Path) -> None:
    first, second = OneWordParser(), OneWordParser()
    parsed = CachedParser(first, tmp_path / "a" / "parses.sqlite").parse(TEXTS)
    assert (
        CachedParser(second, tmp_path / "a" / "parses.sqlite").parse(TEXTS)
        == parsed
        == OneWordParser().parse(TEXTS)
    )
    assert first.asked == ["« Non », dit-il.", "", "Oui 🙂."]
    assert second.asked == []


def test_a_parse_is_found_again_wherever_its_text_stands(tmp_path: Path) -> None:
    cached = CachedParser(OneWordParser(), tmp_path / "p")
    again = CachedParser(OneWordParser(), tmp_path / "p")
    assert cached.parse(TEXTS, [0, 20, 30, 40]) == OneWordParser().parse(TEXTS, [0, 20, 30, 40])
    assert again.parse(TEXTS[:1], [500]) == OneWordParser().parse(TEXTS[:1], [500])


def test_other_models_find_nothing(tmp_path: Path) -> None:
    other = OneWordParser("one-word:2")
    CachedParser(OneWordParser(), tmp_path / "p").parse(TEXTS)
    CachedParser(other, tmp_path / "p").parse(TEXTS)
    assert len(other.asked) == 3


def test_the_oldest_are_forgotten_when_there_are_too_many(tmp_path: Path) -> None:
    cached = CachedParser(OneWordParser(), tmp_path / "p", largest=20_000)
    for number in range(1000):
        cached.parse([f"phrase {number}"])
    with sqlite3.connect(tmp_path / "p") as file:
        held, counted = file.execute(
            "SELECT sum(length(parse)), (SELECT bytes FROM total) FROM parses"
        ).fetchone()
    assert 10_000 < held == counted <= 20_000
    again = OneWordParser()
    CachedParser(again, tmp_path / "p").parse(["phrase 0", "phrase 999"])
    assert again.asked == ["phrase 0"]


def test_two_may_share_a_file(tmp_path: Path) -> None:
    one, other = (CachedParser(OneWordParser(), tmp_path / "p") for _ in range(2))
    for number in range(20):
        assert one.parse([f"a {number}", "b"]) == other.parse([f"a {number}", "b"])


def test_a_file_that_is_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("bonjour " * 1000, encoding="utf-8")
    with pytest.raises(QuotetrackError, match="Delete it"):
        CachedParser(OneWordParser(), tmp_path / "p")


def test_a_database_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "p") as file:
        file.execute("CREATE TABLE claims (id)")
    before = (tmp_path / "p").read_bytes()
    with pytest.raises(QuotetrackError, match="something else"):
        CachedParser(OneWordParser(), tmp_path / "p")
    assert (tmp_path / "p").read_bytes() == before


def test_a_damaged_parse_is_told(tmp_path: Path) -> None:
    CachedParser(OneWordParser(), tmp_path / "p").parse(TEXTS)
    with sqlite3.connect(tmp_path / "p") as file:
        file.execute("UPDATE parses SET parse = x'00'")
    with pytest.raises(QuotetrackError, match="cannot be used as a cache"):
        CachedParser(OneWordParser(), tmp_path / "p").parse(TEXTS)
