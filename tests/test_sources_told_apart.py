"""Two roles of one person, or two persons: « le patron du groupe », « le ministre russe de la Défense »."""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le ministre russe des Finances, Anton Silouanov, a parlé. [[Le ministre russe de la "
            "Défense]] a dit non.",
            ["ministre russe de la Défense"],
        ),
        (
            "Le directeur de l'hôpital, Paul Roux, a parlé. [[Le directeur de la clinique]] a dit non.",
            ["directeur de la clinique"],
        ),
        (
            "Le président d'Airbus, Paul Roux, a parlé. [[Le président de la Commission]] a dit non.",
            ["président de la Commission"],
        ),
        (
            "Le député du Tarn, Paul Roux, a parlé. [[Le député de l'Ain]] a dit non.",
            ["député de l'Ain"],
        ),
        (
            "Le président du Sénat, Paul Roux, a parlé. [[Le président de l'Assemblée]] a dit non.",
            ["président de l'Assemblée"],
        ),
        (
            "Le président du Sénat, Paul Roux, a parlé. [[Le président du groupe]] a dit non.",
            ["président du groupe"],
        ),
        (
            "Le porte-parole du ministère, Paul Roux, a parlé. [[Le ministre de la Défense]] a dit non.",
            ["ministre de la Défense"],
        ),
        (
            "Le porte-parole de l'armée, Paul Roux, a parlé. [[Le représentant des familles]] a dit non.",
            ["représentant des familles"],
        ),
        (
            "Le porte-parole du ministère, Paul Roux, a démenti. [[Le représentant des syndicats]] a "
            "dit non.",
            ["représentant des syndicats"],
        ),
    ],
)
def test_another_complement_is_another_person(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            'La présidente du Parlement catalan, Montserrat Puigvert, a renoncé. "Je ne répondrai pas", '
            "a répliqué [[la présidente de la Chambre]].",
            ["Montserrat Puigvert"],
        ),
        (
            "Le président d'Airbus, Paul Roux, a parlé. [[Le patron du groupe]] a dit non.",
            ["Paul Roux"],
        ),
        (
            "Le directeur de l'école, Paul Roux, a parlé. [[Le directeur de l'établissement]] a dit non.",
            ["Paul Roux"],
        ),
        (
            "La présidente d'Eau claire, Anne Roux, a parlé. [[La présidente de l'association]] a dit non.",
            ["Anne Roux"],
        ),
        (
            "Le maire de Tulle, Paul Roux, a parlé. [[Le premier magistrat de la commune]] a dit non.",
            ["Paul Roux"],
        ),
    ],
)
def test_a_general_complement_is_the_same_person(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La ministre allemande des Affaires étrangères, Katrin Vogelsang, a parlé. « Non », a "
            "averti [[la politicienne écologiste]] dimanche.",
            ["Katrin Vogelsang"],
        ),
        (
            "Le maire de Lille, Paul Roux, a parlé. [[L'élu socialiste]] a dit non.",
            ["Paul Roux"],
        ),
        (
            "Le député socialiste Paul Roux a parlé. [[Le député écologiste]] a dit non.",
            ["député écologiste"],
        ),
        (
            "Le député LR Paul Roux a parlé. [[L'écologiste]] a dit non.",
            ["écologiste"],
        ),
        (
            "Le sénateur Paul Roux et le maire Jean Faure ont débattu. [[L'élu]] a dit non.",
            ["élu"],
        ),
    ],
)
def test_parties_fit_unless_another_is_named(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le porte-parole de la présidence russe, Dmitri Saveliev, a démenti. « La conversation a "
            "été franche », a précisé [[le représentant du Kremlin]].",
            ["Dmitri Saveliev"],
        ),
        (
            "Le porte-parole de l'armée, Paul Roux, a parlé. « Non », a dit [[le représentant de l'armée]].",
            ["Paul Roux"],
        ),
        (
            "Le porte-parole du gouvernement, Alfonso Ribera, a parlé. Ribera a évité la polémique. "
            "[[Le ministre]] a dit que rien ne pressait.",
            ["Alfonso Ribera"],
        ),
        (
            "Le porte-parole du ministère, Alfonso Ribera, a parlé. [[Le ministre]] a dit que rien ne "
            "pressait.",
            ["ministre"],
        ),
    ],
)
def test_representatives_and_spokesmen(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "L'ancien maire de Rochebrune, Gérard Palisse, a parlé. « J'étais épuisé », dit [[l'ex-élu]].",
            ["Gérard Palisse"],
        ),
        (
            "Son ex-directeur de cabinet, Yann Le Guellec, a parlé. [[L'ancien collaborateur]] dit que "
            "c'est faux.",
            ["Yann Le Guellec"],
        ),
        (
            "L'ex-président, Paul Roux, a parlé. « Non », a dit [[l'ancien chef de l'État]].",
            ["Paul Roux"],
        ),
        (
            "L'ex-président, Paul Roux, a parlé. « Non », a dit [[le chef de l'État]].",
            ["chef de l'État"],
        ),
    ],
)
def test_former_and_present_offices(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[Le procureur]] a requis trois ans. [[Le magistrat]] a décrit un système.",
            ["procureur", "procureur"],
        ),
    ],
)
def test_wider_nouns_for_nameless_roles(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le groupe Optivia supprime 300 postes. « C'est douloureux », dit sa directrice générale, "
            "Claire Berthomieu. Interrogée plus tard, [[la patronne d'Optivia]] se défend : « Non. »",
            ["Claire Berthomieu"],
        ),
        (
            "Le PS a réuni ses cadres. « Non », dit son premier secrétaire, Paul Roux. [[Le patron des "
            "socialistes]] a ajouté que c'était fini.",
            ["Paul Roux"],
        ),
        (
            "Le groupe Norvia va mal. Paul Roux l'a dit à sa femme, Anne Roux. [[La patronne de "
            "Norvia]] a dit non.",
            ["patronne de Norvia"],
        ),
    ],
)
def test_a_role_told_with_a_possessive(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Son collègue suédois Lars Ekholm est plus affirmatif. « Nous avons corrigé ces biais », "
            "dit-il. [[Le professeur de l'Institut Karolinska]] recommande deux tasses.",
            ["Lars Ekholm"],
        ),
        (
            "Son collègue Lars Ekholm a parlé. [[Le préfet de l'Ain]] a dit non.",
            ["préfet de l'Ain"],
        ),
        (
            "Son frère, Paul Roux, a parlé. [[La professeure de l'Institut Curie]] a dit non.",
            ["professeure de l'Institut Curie"],
        ),
    ],
)
def test_a_role_after_a_colleague(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Ursula von der Leyen préside la Commission européenne. La présidente de la Commission "
            "européenne, Ursula von der Leyen, a cédé. [[La cheffe de l'exécutif européen]] a dit oui.",
            ["Ursula von der Leyen"],
        ),
    ],
)
def test_heads_of_the_european_union(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le plan a été refusé par le président de la Commission, Jean Roux, selon [[son porte-parole]].",
            ["porte-parole de Jean Roux"],
        ),
        (
            "Anne Faure a dit oui. Le plan n'a pas été approuvé par le maire, Jean Roux, selon [[son "
            "porte-parole]].",
            ["porte-parole de Jean Roux"],
        ),
    ],
)
def test_whose_spokesman(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La présidente de la Fédération, Nathalie Bolduc, est prudente. [[La leader "
            "syndicale]] demande un sursis.",
            ["Nathalie Bolduc"],
        ),
        (
            "Le maire de Tulle, Paul Roux, est prudent. [[Le leader syndical]] demande un sursis.",
            ["leader syndical"],
        ),
        (
            "La présidente de la Fédération, Nathalie Bolduc, est prudente. À l'école, on attend. "
            "« Rien ne vient », soupire [[la directrice]].",
            ["directrice"],
        ),
    ],
)
def test_leaders_and_directors(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« C'est un signal », a averti [[la directrice régionale de l'agence, Ingrid "
            "Solberg]]. « Aucun pays n'est à l'abri », a insisté [[la médecin norvégienne]].",
            ["Ingrid Solberg", "Ingrid Solberg"],
        ),
        ("L'attaquant Karl Weber a marqué. [[Le joueur autrichien]] dit sa joie.", ["Karl Weber"]),
        ("Le ministre Paul Roux a parlé. [[L'infirmière belge]] dit non.", ["infirmière belge"]),
        (
            "Le patron des sénateurs centristes, Hubert Vaugrenard, juge le texte mauvais. [[L'élu "
            "de la Mayenne]] reste ouvert : « Parlons. »",
            ["Hubert Vaugrenard"],
        ),
        (
            "Le procureur, Paul Roux, a parlé. [[L'élu de la Mayenne]] dit : « Parlons. »",
            ["élu de la Mayenne"],
        ),
    ],
)
def test_a_nationality_or_a_constituency_said_anew(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le maire de Sorgnes n'a pas répondu. Son homologue de Vaubrun, Sylvie Abadie, attend le juge. "
            "[[La ministre déléguée à la Ruralité]] a dit non.",
            ["ministre déléguée à la Ruralité"],
        ),
        (
            "Le rectorat se tait. Le principal a reçu son homologue de Vars, Luc Petit. [[Le délégué syndical]] "
            "a dit non.",
            ["délégué syndical"],
        ),
        (
            "L'entraîneur nantais est déçu. Son homologue lensois, Paul Rey, savoure. [[Le capitaine du club]] "
            "a dit sa joie.",
            ["capitaine du club"],
        ),
        # Whose counterpart one is, that one is oneself.
        (
            "Le ministre allemand Karl Braun a reçu à Bonn son homologue français, Luc Morel. [[Le ministre "
            "français]] a dit non.",
            ["Luc Morel"],
        ),
        (
            "La cheffe de la diplomatie, Anne Roux, a appelé son homologue kényan, Paul Otieno. [[Le chef de la "
            "diplomatie kényane]] a dit non.",
            ["Paul Otieno"],
        ),
    ],
)
def test_a_counterpart_holds_the_office_of_the_other(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected
