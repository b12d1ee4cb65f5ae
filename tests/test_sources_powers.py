"""Powers called by their address, one source with the institution where the article names both.

A row is a text with its source mentions marked, and the names that they mean.
"""

from __future__ import annotations

import pytest
from marked_text import names, resolved

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

MEMBERS = [
    (
        "La Cour des comptes a rendu son rapport. [[Les sages de la rue Cambon]] estiment que rien n'a changé.",
        ["Cour des comptes"],
    ),
    (
        "[[Les magistrats de la rue Cambon]] disent « oui ». [[La Cour des comptes]] dit « non ».",
        ["Cour des comptes"] * 2,
    ),
    (
        "Le Conseil constitutionnel a tranché. [[Les Sages de la rue de Montpensier]] ont dit « non ». [[Les Sages]] "
        "estiment que c'est clair.",
        ["Conseil constitutionnel"] * 2,
    ),
    ("[[Les sages de la rue Cambon]] estiment que rien n'a changé.", ["sages de la rue Cambon"]),
    (
        "La Cour des comptes et le Conseil constitutionnel ont tranché. [[Les Sages]] disent « non ».",
        ["Sages"],
    ),
    ("Le Conseil constitutionnel a tranché. [[Les sages du village]] disent « non ».", ["sages du village"]),
]
MINISTRIES = [
    (
        "[[Le ministère de l'Intérieur]] a dit « oui ». [[La place Beauvau]] assure que tout va bien.",
        ["ministère de l'Intérieur"] * 2,
    ),
    (
        "[[Bercy]] assure que tout va bien. [[Le ministère de l'Économie]] dit « oui ». [[Le ministère]] dit « non ».",
        ["ministère de l'Économie"] * 3,
    ),
    (
        "[[Le Quai d'Orsay]] dit « oui ». [[Le ministère italien des Affaires étrangères]] dit « non ».",
        ["Quai d'Orsay", "ministère italien des Affaires étrangères"],
    ),
    (
        "[[Bercy]] dit « oui ». [[Le ministère de l'Intérieur]] dit « non ».",
        ["Bercy", "ministère de l'Intérieur"],
    ),
    ("[[Matignon]] dit « oui ». [[L'hôtel Matignon]] dit « non ».", ["Matignon"] * 2),
    ("[[Le palais du Luxembourg]] dit « oui ». [[Le Sénat]] dit « non ».", ["Sénat"] * 2),
]


@pytest.mark.parametrize(("marked", "expected"), MEMBERS + MINISTRIES)
def test_an_address_is_the_power_that_the_article_names(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[[La place Beauvau]] assure que tout va bien.", "place"),
        ("[[La rue de Grenelle]] assure que tout va bien.", "place"),
        ("[[L'hôtel de Brienne]] assure que tout va bien.", "place"),
    ],
)
def test_an_address_alone_is_a_place(marked: str, kind: str, parser: Parser) -> None:
    assert [s.kind if s else None for s in resolved(marked, parser)] == [kind]
