"""The French words of the pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quotetrack
from quotetrack.claims.checks import CHECKS, SEVERITIES
from quotetrack.claims.touched import TOUCHED
from quotetrack.store.rows import VERDICTS
from quotetrack.web import wording

ATTRIBUTION = Path(quotetrack.__file__).parent / "attribution"


@pytest.mark.parametrize(
    ("iso", "printed"),
    [
        ("2020-06-27", "27 juin 2020"),
        ("2020-06-01", "1ᵉʳ juin 2020"),
        ("2020-06", "juin 2020"),
        ("2020", "2020"),
        ("2020-06-27T10:00:00+00:00", "27 juin 2020"),
        ("2020-13-01", "2020-13-01"),
        ("hier", "hier"),
        ("", ""),
        (None, ""),
    ],
)
def test_dates_are_written_as_in_print(iso: str | None, printed: str) -> None:
    assert wording.french_date(iso) == printed


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 citation"), (1, "1 citation"), (2, "2 citations"), (1_058_040, "1\u202f058\u202f040 citations")],
)
def test_numbers_agree_with_their_nouns(number: int, words: str) -> None:
    assert wording.count(number, "citation").replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("trois mots\n  ici", 40, "trois mots ici"),
        ("un deux trois quatre", 10, "un deux\u00a0…"),
        ("x" * 30, 10, "x" * 10 + "\u00a0…"),
        ("", 10, ""),
        ("il dit « oui » :\nmais à qui ?", 60, "il dit «\u00a0oui\u00a0»\u00a0: mais à qui\u00a0?"),
    ],
)
def test_excerpts_stand_on_one_line_and_end_with_a_word(text: str, most: int, short: str) -> None:
    assert wording.excerpt(text, most) == short


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Le ministère de la Santé", "ministère de la Santé", True),
        ("l’agence", "Agence", True),
        ("une source syndicale", "source syndicale", True),
        ("la directrice", "Hélène Marchetti", False),
        ("Leroy", "Roy", False),
    ],
)
def test_a_name_with_its_article_is_the_same_name(one: str, other: str, same: bool) -> None:
    assert wording.same_name(one, other) is same


def test_every_construction_is_described() -> None:
    table = (ATTRIBUTION / "confidence.tsv").read_text("utf-8").splitlines()
    measured = {line.split("\t")[0] for line in table if not line.startswith("#")}
    code = "".join(path.read_text("utf-8") for path in ATTRIBUTION.glob("*.py"))
    named = set(re.findall(r'(?:Report|Finding)\(\s*"([a-z_]+)"', code))
    assert measured | named <= set(wording.CONSTRUCTIONS)


def test_every_check_grade_difference_and_verdict_has_its_words() -> None:
    assert set(wording.CHECKS) == set(CHECKS)
    assert set(wording.SEVERITIES) == set(SEVERITIES.values())
    assert set(wording.TOUCHED) == set(TOUCHED)
    assert set(wording.VERDICTS) == set(VERDICTS)


@pytest.mark.parametrize(
    ("iso", "short"),
    [
        ("2020-06-27", "27 juin"),
        ("2020-04", "avr. 2020"),
        ("2020-10-03", "3 oct."),
        ("2020", "2020"),
        ("x", "x"),
    ],
)
def test_dates_fit_under_a_bar(iso: str, short: str) -> None:
    assert wording.short_date(iso) == short
