"""Who is meant where only age, sex, trade or the course of the text tells; and where nobody is."""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Nadia, 24 ans, attend le bus. « J'ai froid », soupire [[la jeune femme]].",
            ["Nadia"],
        ),
        (
            "M. Vasseur était absent. Le lendemain, [[le jeune homme]] dit son regret.",
            ["Vasseur"],
        ),
        (
            "Julie Colin a croisé Marc Petit. « Rien à dire », coupe [[la jeune femme]].",
            ["Julie Colin"],
        ),
        # Somebody's wife is no young woman, and two women are one too many.
        ("Paul Morel a voté. « Pas moi », dit [[sa femme]].", ["femme de Paul Morel"]),
        (
            "Julie Colin et Anne Petit sont venues. « Rien à dire », coupe [[la jeune femme]].",
            ["jeune femme"],
        ),
    ],
)
def test_young_men_and_women(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« J'aime ce car », assure [[un vieux client]]. L'ingénieur Karel Novak pense que la ligne est perdue. "
            "D'après [[lui]], elle coûte trop.",
            ["vieux client", "Karel Novak"],
        ),
        (
            "« Rien ne va », a soufflé [[un conseiller]]. Le soir, le ministre Paul Roux avait surpris ses amis. "
            "« Je reste », a-t-[[il]] juré.",
            ["conseiller", "Paul Roux"],
        ),
        (
            "« C'est fini », a dit [[le maire]]. M. Kohler a remercié la salle. « À demain », a-t-[[il]] plaisanté.",
            ["maire", "Kohler"],
        ),
        # Whoever spoke goes on where nobody else came in, and no town speaks as « elle ».
        (
            "« C'est fini », a dit [[le maire]]. La salle a ri. « À demain », a-t-[[il]] ajouté.",
            ["maire", "maire"],
        ),
        (
            "Léa Bonnet se méfie. Son oncle était imprimeur à Nevers. « Il lisait », dit-[[elle]].",
            ["Léa Bonnet"],
        ),
    ],
)
def test_a_new_subject_takes_over_from_the_last_speaker(
    marked: str, expected: list[str], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Les coupes ont été remises par Éric Thibaut. Le grand prix est allé à Kevin Marchal, 9 ans. "
            "« Je suis content », a lancé [[l'intéressé]].",
            ["Kevin Marchal"],
        ),
        (
            "Nora Weiss sortirait un disque. « N'importe quoi », balaie [[l'intéressée]].",
            ["Nora Weiss"],
        ),
        (
            "Paul Roux reçoit Anne Petit, la favorite. « Peut-être », sourit [[l'intéressée]].",
            ["Anne Petit"],
        ),
        # Two come into question; nobody does.
        ("Paul Roux et Jean Petit sont cités. « Faux », dit [[l'intéressé]].", ["intéressé"]),
        ("La pluie tombe. « Faux », dit [[l'intéressé]].", ["intéressé"]),
    ],
)
def test_the_person_in_question(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Les blessés affluent à l'hôpital de Kermor. L'hôpital déborde. « On manque de tout », témoigne "
            "[[l'un de ses chirurgiens]].",
            ["chirurgien de l'hôpital de Kermor"],
        ),
        (
            "La mairie se tait. « Attendons », souffle [[l'une de ses conseillères]].",
            ["conseillère de la mairie"],
        ),
        # Nobody holds them here.
        ("La pluie tombe. « Il fait nuit », dit [[l'un de ses amis]].", ["l'un de ses amis"]),
        ("« Il fait nuit », dit [[l'un des témoins]].", ["l'un des témoins"]),
    ],
)
def test_one_of_several(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Le suspect se tait. [[Son avocat]] dit qu'il est innocent.", ["avocat du suspect"]),
        (
            "Léa Bonnet se tait. Son père a parlé. [[Son avocate]] dit qu'elle a gagné.",
            ["avocate de Léa Bonnet"],
        ),
        ("[[Son avocat]] dit qu'il est innocent.", ["avocat"]),
        ("Le Sénat siège. [[Son président]] dit non.", ["président du Sénat"]),
    ],
)
def test_whose_they_are(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Il s'exprimait au Quai d'Orsay, où l'[[on]] rappelle que rien n'a changé.", ["Quai d'Orsay"]),
        ("La réunion a eu lieu à l'Élysée, où [[on]] dit que tout va bien.", ["Élysée"]),
        ("Chez les grévistes, [[on]] dénonce « un piège ».", ["grévistes"]),
        # « Ou » is no place, and a moment is none either.
        ("Il rit ou [[on]] dit qu'il pleure.", [None]),
        ("C'était le jour où l'[[on]] disait que la pluie viendrait.", [None]),
    ],
)
def test_where_one_speaks(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[Le ministère de la Culture, de la Jeunesse et des Sports]] dit avoir attendu.",
            ["ministère de la Culture, de la Jeunesse et des Sports"],
        ),
        (
            "Le ministère de l'Eau, du Climat et des Forêts se réjouit. [[Le département]] dit que le blé suffit.",
            ["ministère de l'Eau, du Climat et des Forêts"],
        ),
        (
            "[[Une association écologiste, Kerala Watch,]] a dénoncé « un scandale ».",
            ["Kerala Watch"],
        ),
        # An enumeration of others is none of portfolios, and not whatever stands behind a comma is a name.
        (
            "[[Le ministère de la Culture]], de l'avis général, dit avoir attendu.",
            ["ministère de la Culture"],
        ),
        (
            "[[La commission électorale]], le président, Stevan Markic, et l'armée disent avoir gagné.",
            ["commission électorale"],
        ),
    ],
)
def test_names_of_organisations(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected
