"""Whom the first lines call by a role and a place, and the article names further on by the role alone.

A row is a text with its source mentions marked, and the names that they mean.
"""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

NAMED_AT_LAST = [
    (
        "« C'est beau », a dit [[le maire de Vars]]. [[Le maire, Hervé Postel]], a ajouté : « C'est grand. »",
        ["Hervé Postel"] * 2,
    ),
    (
        "Le maire de Vars est venu. « C'est beau », a-t-[[il]] dit. [[L'édile, Hervé Postel]], a dit « oui ».",
        ["Hervé Postel"] * 2,
    ),
    (
        "[[La préfète de l'Ain]] a dit « non ». [[La préfète, Anne Roux]], a ajouté : « On verra. »",
        ["Anne Roux"] * 2,
    ),
    (
        "[[Le président du club]] a dit « non ». [[Le président, Luc Roux]], a ajouté : « On verra. »",
        ["Luc Roux"] * 2,
    ),
]
SOMEBODY_ELSE = [
    (
        "[[Le maire de Vars]] a dit « non » au maire de Lyon. [[Le maire, Luc Roux]], a ajouté : « On verra. »",
        ["maire de Vars", "Luc Roux"],
    ),
    (
        "[[L'ancien maire de Vars]] a dit « non ». [[Le maire, Luc Roux]], a dit « oui ».",
        ["ancien maire de Vars", "Luc Roux"],
    ),
    (
        "[[Le maire adjoint de Vars]] a dit « non ». [[Le maire, Luc Roux]], a dit « oui ».",
        ["maire adjoint de Vars", "Luc Roux"],
    ),
    (
        "[[Un maire de la vallée]] a dit « non ». [[Le maire, Luc Roux]], a dit « oui ».",
        ["maire de la vallée", "Luc Roux"],
    ),
    (
        "[[Le président de la République]] a dit « bravo » au club. [[Le président, Luc Roux]], a dit « merci ».",
        ["président de la République", "Luc Roux"],
    ),
    (
        "[[Le chef de l'État]] a dit « bravo » au club. [[Le président, Luc Roux]], a dit « merci ».",
        ["chef de l'État", "Luc Roux"],
    ),
]

WITHOUT_THE_SECOND_COMMA = [
    (
        "La procureure de Vars, Anne Roux s'est rendue sur place. « Non », dit [[la procureure]].",
        ["Anne Roux"],
    ),
    ("Le directeur du port, Paul Petit est inquiet. « Non », dit [[le directeur]].", ["Paul Petit"]),
    ("Selon [[le maire de Vars]], Paul Petit a menti. « Non », dit [[le maire]].", ["maire de Vars"] * 2),
    ("Le maire malade, Luc Roux a pris la parole. « Non », dit [[le maire]].", ["maire malade"]),
    ("Rapporteur du texte, Paul Petit est inquiet. [[Le député du Loir]] dit « non ».", ["Paul Petit"]),
    ("Devant le juge, Paul Petit a menti. « Non », dit [[le juge]].", ["juge"]),
]

NO_HEAD_OF_STATE = [
    (
        "La liste menée par Karim Solo est nulle. [[Le chef de l'État]], lui, a dit « non ».",
        ["chef de l'État"],
    ),
    (
        "La visite de Karim Solo est finie. [[Le président de la République]] a dit « non ».",
        ["président de la République"],
    ),
    ("Karim Solo a réuni ses ministres. [[Le chef de l'État]] a dit « non ».", ["Karim Solo"]),
]


@pytest.mark.parametrize(
    ("marked", "expected"), NAMED_AT_LAST + SOMEBODY_ELSE + WITHOUT_THE_SECOND_COMMA + NO_HEAD_OF_STATE
)
def test_who_it_was(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
