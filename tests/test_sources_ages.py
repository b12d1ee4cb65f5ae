"""How old somebody is, and whom « le quadragénaire » means by it; the names are our own.

A row is a text with its source mentions marked, and the names that they mean.
"""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

BY_THEIR_AGES = [
    (
        "Marie Morel, 36 ans, et Lise Blanc, 52 ans, sont venues. « J'ai peur », dit [[la quinquagénaire]]. « Moi », "
        "dit [[la trentenaire]].",
        ["Lise Blanc", "Marie Morel"],
    ),
    (
        "Paul Roux, 45 ans, n'en peut plus. Son voisin, Jean Petit, acquiesce. [[Le quadragénaire]] dit qu'il arrête.",
        ["Paul Roux"],
    ),
    (
        "Paul Roux, âgé de 61 ans, et Jean Petit (33 ans) ont été jugés. [[Le sexagénaire]] dit qu'il regrette.",
        ["Paul Roux"],
    ),
    (
        "Paul Roux, 45 ans, a été arrêté avec Jean Petit, 28 ans. [[L'homme de 45 ans]] nie avoir tiré.",
        ["Paul Roux"],
    ),
    ("Paul Rey, 36 ans, est parti. « C'est trop », souffle [[le quinquagénaire]].", ["quinquagénaire"]),
    ("Paul Rey est parti. « C'est trop », souffle [[le quinquagénaire]].", ["Paul Rey"]),
]
BEHIND_THEIR_AGES = [
    (
        "Paul Roux, 45 ans, éleveur à Brive, n'en peut plus. « On travaille à perte », résume [[l'agriculteur]].",
        ["Paul Roux"],
    ),
    (
        "Lise Rey (36 ans), infirmière à Tulle, a démissionné. « C'est trop », souffle [[la soignante]].",
        ["Lise Rey"],
    ),
    (
        "Anne Petit, âgée de 61 ans, bouchère, a fermé. Le maire est triste. « C'est dur », dit [[la bouchère]].",
        ["Anne Petit"],
    ),
    (
        "Il a fallu 45 ans, éleveurs et maires réunis, pour l'obtenir. « Enfin », dit [[un éleveur]].",
        ["éleveur"],
    ),
]
LAST_NAMES_THAT_ARE_FIRST_NAMES = [
    ("Me Sophie Martin a parlé. « C'est long », a dit [[Me Martin]].", ["Sophie Martin"]),
    ("Le Dr Anne Bernard a parlé. « C'est long », a dit [[le Dr Bernard]].", ["Anne Bernard"]),
    ("Sophie Martin a parlé. « C'est long », a dit [[M. Martin]].", ["Martin"]),
]
OF_THE_BENCH = [
    (
        "La présidente du tribunal, Claire Vidal, a rappelé les faits. « Seul ? », interroge [[la magistrate]].",
        ["Claire Vidal"],
    ),
    (
        "La présidente du club, Claire Vidal, a rappelé les faits. « Seul ? », interroge [[la magistrate]].",
        ["magistrate"],
    ),
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    BY_THEIR_AGES + BEHIND_THEIR_AGES + LAST_NAMES_THAT_ARE_FIRST_NAMES + OF_THE_BENCH,
)
def test_who_is_meant(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
