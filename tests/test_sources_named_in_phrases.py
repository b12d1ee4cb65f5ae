"""Whose name stands in a long phrase: the bearer's, or that of a group, a society, a town."""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[Le chef du bureau politique du groupe Norvia basé à Lens, Karim Haddad]], a déclaré que "
            "la ville tenait.",
            ["Karim Haddad"],
        ),
        (
            "[[Le directeur de la société Norvia installée à Lyon, Paul Roux]], a dit non.",
            ["Paul Roux"],
        ),
        ("[[L'expert incendie Paul Roux]] a dit non.", ["Paul Roux"]),
        ("[[La directrice marketing Anne Petit]] a dit non.", ["Anne Petit"]),
        ("[[L'ingénieur réseau Paul Roux]] dit qu'il en doute.", ["Paul Roux"]),
        ("[[L'expert incendie]] dit non, Paul Roux aussi.", ["expert incendie"]),
        ("[[La maire]] a reçu vendredi Paul Roux.", ["maire"]),
        (
            "[[Le commandant de la brigade Tahrir]] a dit non.",
            ["commandant de la brigade Tahrir"],
        ),
        (
            "[[Le porte-parole de l'association Horizon]] a dit non.",
            ["porte-parole de l'association Horizon"],
        ),
        (
            "[[Le porte-parole de l'association Conso Libre, Paul Roux]], a dit non.",
            ["Paul Roux"],
        ),
        (
            "[[Le patron de la chaîne BFM Paul Roux]] a dit non.",
            ["Paul Roux"],
        ),
        (
            "[[Le directeur du festival Horizon Paul Roux]] a dit non.",
            ["Paul Roux"],
        ),
        (
            "[[Le patron du parti Les Républicains Éric Ciotti]] a dit non.",
            ["Éric Ciotti"],
        ),
        (
            "[[Le capitaine de l'équipe de France]] a dit non.",
            ["capitaine de l'équipe de France"],
        ),
    ],
)
def test_a_complement_keeps_its_own_name(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[Le chef du gouvernement Sánchez]] a dit non.",
            ["Sánchez"],
        ),
        (
            "[[Le secrétaire général de l'ONU Antonio Guterres]] a dit non.",
            ["Antonio Guterres"],
        ),
        (
            "[[La ministre des Finances Sitharaman]] a dit non.",
            ["Sitharaman"],
        ),
        (
            "[[Le chef de la diplomatie russe Sergueï Lavrov]] a dit non.",
            ["Sergueï Lavrov"],
        ),
    ],
)
def test_the_bearer_right_behind_an_institution(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[Son prédécesseur à la tête du parti, Marc Weber (SPD)]], n'est pas d'accord.",
            ["Marc Weber"],
        ),
        (
            "[[Le directeur de recherche au CNRS, Paul Roux]], dit non.",
            ["Paul Roux"],
        ),
        (
            "[[La professeure à Sciences Po, Anne Roux]], dit non.",
            ["Anne Roux"],
        ),
        (
            "[[Son ami de toujours, le peintre Luc Morel]], dit oui.",
            ["Luc Morel"],
        ),
    ],
)
def test_what_is_added_before_the_name(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[Sa rivale conservatrice, Charlotte Pym]], a répondu que le bilan était mauvais.",
            ["Charlotte Pym"],
        ),
        (
            "[[La députée socialiste Anne Roux]] a dit non.",
            ["Anne Roux"],
        ),
        (
            "[[Son collègue écologiste, Paul Faure]], a dit que c'était faux.",
            ["Paul Faure"],
        ),
        (
            "La conservatrice du musée, Anne Roux, a parlé. [[La conservatrice]] a dit non.",
            ["Anne Roux"],
        ),
    ],
)
def test_adjectives_are_no_party_members(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La présidente, Anne Puig, a renoncé. En conférence de presse, [[Puig]] a nié. « Personne "
            "», a-t-[[elle]] dit.",
            ["Anne Puig", "Anne Puig"],
        ),
        (
            "Pour le ministre, [[Paul Roux]] a menti. [[Il]] dit que c'est faux.",
            ["Paul Roux", "Paul Roux"],
        ),
        (
            "La société de conseil, Norvia, a dit non. [[La société]] a promis une réponse.",
            ["Norvia"],
        ),
        (
            "Selon le ministre, [[Anne Roux]] a raison.",
            ["Anne Roux"],
        ),
        (
            "Selon [[le ministre]], Anne Roux a raison.",
            ["ministre"],
        ),
        (
            "Selon [[le ministre de la Santé, Paul Roux]], rien ne presse.",
            ["Paul Roux"],
        ),
        (
            "Pour [[le maire, Paul Roux (PS)]], rien ne presse.",
            ["Paul Roux"],
        ),
        (
            "D'après [[la directrice de l'école, Anne Faure]], tout va bien.",
            ["Anne Faure"],
        ),
    ],
)
def test_a_comma_alone_introduces_nobody(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« Nous tenons », a dit à l'AFP [[Abou Hassan al-Masri]].",
            ["Abou Hassan al-Masri"],
        ),
        (
            "« Nous tenons », a dit, cité par l'AFP [[Abou Hassan al-Masri]]. M. al-Masri était à Alep.",
            ["Abou Hassan al-Masri"],
        ),
    ],
)
def test_arabic_names_begin_with_abou(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[Le Lyonnais Paul Roux]] a dit oui.",
            ["Paul Roux"],
        ),
    ],
)
def test_a_town_before_a_name(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« Non », a averti [[la politicienne écologiste dimanche]].",
            ["politicienne écologiste"],
        ),
        (
            "« C'est perdu », soupire [[un armateur sous couvert d'anonymat]].",
            ["armateur"],
        ),
    ],
)
def test_what_is_no_part_of_the_wording(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La société Railia a publié son plan. En semaine, un train TX sur trois roulera, indique "
            "[[la compagnie]].",
            ["Railia"],
        ),
        (
            "La société Norvia a vendu une usine à Veltra. [[L'entreprise]] a dit non.",
            ["Norvia"],
        ),
    ],
)
def test_acronyms_of_things_are_no_companies(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Comme l'a expliqué [[le représentant du parquet]], Seniaguine est soupçonné de vol.",
            ["représentant du parquet"],
        ),
        ("Selon [[le juge]], Roux ne dit rien.", ["juge"]),
        ("« Non », explique [[le maire, Paul Roux]].", ["Paul Roux"]),
        ("« Non », explique [[le maire, Paul Roux, qui]] part demain.", ["Paul Roux"]),
    ],
)
def test_a_name_that_begins_the_next_clause_is_not_introduced(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected
