"""Names of many parts as Flanders, West Africa, the Maghreb, Vietnam, Spain and Portugal have them; all invented.

A row is a text with its source mentions marked, and the names that they mean.
"""

from __future__ import annotations

import pytest
from marked_text import names
from test_attribution import found_in

from quotetrack.extraction import Extractor
from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

WITH_PARTICLES = [
    (
        "« Nous recrutons », a dit [[Els Van de Walle]]. [[Mme Van de Walle]] a ajouté que tout va bien.",
        ["Els Van de Walle"] * 2,
    ),
    ("« Nous recrutons », a dit [[Els Van de keere, la porte-parole]].", ["Els Van de keere"]),
    (
        "« Nous recrutons », a dit [[Dirk Vande Velde]]. [[M. Vande Velde]] a ajouté que tout va bien.",
        ["Dirk Vande Velde"] * 2,
    ),
    (
        "« On gagne », a dit [[Erik ten Haar]]. [[Ten Haar]] a ajouté que tout va bien.",
        ["Erik ten Haar"] * 2,
    ),
    ("« Nous recrutons », a dit [[José Ortega y Ruiz, professeur]].", ["José Ortega y Ruiz"]),
    ("« Nous recrutons », a dit [[Manuel de los Prados]].", ["Manuel de los Prados"]),
    ("« Nous recrutons », a dit [[Rui Costa e Silva]].", ["Rui Costa e Silva"]),
    (
        "« Nous recrutons », a dit [[Sidi Ould Tarek]]. [[M. Ould Tarek]] a ajouté que tout va bien.",
        ["Sidi Ould Tarek"] * 2,
    ),
    ("« Nous recrutons », a dit [[Ahmed Ould Cheikh El Mansour]].", ["Ahmed Ould Cheikh El Mansour"]),
    ("« Nous recrutons », a dit [[Ali Aït Tazi]]. [[M. Aït Tazi]] a dit « oui ».", ["Ali Aït Tazi"] * 2),
    ("« Nous recrutons », a dit [[Ibrahim ag Intazar]].", ["Ibrahim ag Intazar"]),
    ("« Nous recrutons », a dit [[le prince Tamir ben Hamad Al Sari]].", ["Tamir ben Hamad Al Sari"]),
    # No name goes on here.
    ("Jean Roux de la CGT est venu. « Non », a dit [[Jean Roux]].", ["Jean Roux"]),
    ("[[Luc Roux]] y voit « une chance ».", ["Luc Roux"]),
    ("Le groupe a confié le port à Van de nouveau. « Oui », a dit [[Luc Roux]].", ["Luc Roux"]),
]
FIRST_NAMES = [
    ("« Nous recrutons », a dit [[Noël Akossi Brou, le maire]].", ["Noël Akossi Brou"]),
    ("« Nous recrutons », a dit [[Noël Brou]]. [[M. Brou]] a dit « oui ».", ["Noël Brou"] * 2),
    ("[[Mai Thi Lan]] a dit que tout va bien.", ["Mai Thi Lan"]),
    ("À Noël, [[Paul Brou]] a dit que tout va bien.", ["Paul Brou"]),
    ("En mai, [[Paul Brou]] a dit que tout va bien.", ["Paul Brou"]),
]


@pytest.mark.parametrize(("marked", "expected"), WITH_PARTICLES + FIRST_NAMES)
def test_the_whole_name(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("« Nous recrutons », a dit M'hamed Ben Sliman.", "M'hamed Ben Sliman"),
        ("« Nous recrutons », a dit N’Golo Keïta.", "N’Golo Keïta"),
        ("N'Dri Koffi a dit que tout va bien.", "N'Dri Koffi"),
        ("N'habitant plus ici, la maire assure que tout va bien.", "la maire"),
        ("« M'auriez-vous menti ? » a demandé la maire.", "la maire"),
    ],
)
def test_nothing_is_elided_before_a_consonant(extractor: Extractor, text: str, source: str) -> None:
    assert [s for s, _, _ in found_in(extractor, text)] == [source]
