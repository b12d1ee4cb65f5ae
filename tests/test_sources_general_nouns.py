"""General nouns that go on from somebody: « cet officier », « l'organisme », « le chef du ministère »."""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« Il faudra bien qu'il parte », souffle un sénateur de la majorité. « Le temps presse », ajoute "
            "[[cet élu du Gard]].",
            ["sénateur de la majorité"],
        ),
        (
            "Un gradé des douanes a dit que tout était vide. « On cherche encore », a glissé [[cet officier]].",
            ["gradé des douanes"],
        ),
        (
            "Une ancienne collègue a témoigné. À la barre, [[cette infirmière]] a dit n'avoir rien vu.",
            ["ancienne collègue"],
        ),
        # Features bring in a new voice in the same way.
        (
            "« On tient bon », souffle [[un infirmier]]. « Pas nous », lâche [[ce commerçant de la rue Foch]].",
            ["infirmier", "commerçant de la rue Foch"],
        ),
        (
            "« On tient bon », souffle [[une cliente]]. « Pas moi », lâche [[cette riveraine]].",
            ["cliente", "riveraine"],
        ),
        (
            "« On tient bon », souffle [[un retraité]]. « Pas moi », lâche [[ce boulanger de Dole]].",
            ["retraité", "boulanger de Dole"],
        ),
    ],
)
def test_a_demonstrative_points_back_to_an_anonymous_speaker_of_that_sort(
    marked: str, expected: list[str], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le porte-parole du gouvernement a rappelé la règle. « La mémoire est courte », a dit [[le responsable "
            "gouvernemental]].",
            ["porte-parole du gouvernement"],
        ),
        (
            "La préfète, Anne Roux, a fermé le pont. « La sécurité d'abord », a dit [[la responsable]].",
            ["Anne Roux"],
        ),
        (
            "Le ministre des Eaux, Ali Sarr, a inspecté le barrage. [[L'officiel]] a promis un puits.",
            ["Ali Sarr"],
        ),
        # A complement of his own, another gender: somebody else.
        (
            "Le ministre, Paul Roux, est venu. [[Le responsable du chantier]] a dit non.",
            ["responsable du chantier"],
        ),
        ("Le ministre, Paul Roux, est venu. [[La responsable]] a dit non.", ["responsable"]),
    ],
)
def test_the_official_of_whom_one_just_read(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "D'après l'Observatoire des sols, dix hectares ont brûlé. [[L'organisme]] estime que c'est peu.",
            ["Observatoire des sols"],
        ),
        (
            "[[La Banque mondiale]] juge que la Sonec coûte cher. [[L'institution]] recommande d'économiser.",
            ["Banque mondiale"] * 2,
        ),
        (
            "L'Agence des eaux a dit non. [[Le régulateur]] demande aux communes de payer.",
            ["Agence des eaux"],
        ),
        # A company is no « organisme », a party no « régulateur ».
        ("La société Norvia a dit non. [[L'organisme]] attend des chiffres.", ["organisme"]),
        ("Le parti Renouveau a dit non. [[Le régulateur]] attend des chiffres.", ["régulateur"]),
    ],
)
def test_general_nouns_of_organisations(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La ministre tchèque de la Santé, Jana Malá, a nié. « Je réponds à tous », a dit [[la chef du "
            "ministère]].",
            ["Jana Malá"],
        ),
        (
            "Le gouverneur, Viktor Belov, est venu. « Personne ne sera abandonné », a dit [[le chef de la région]].",
            ["Viktor Belov"],
        ),
        (
            "Le wali de Sétif, Rachid Amrane, est venu. [[Le chef de l'exécutif]] a promis de l'eau.",
            ["Rachid Amrane"],
        ),
        (
            "Le gouverneur, Viktor Belov, est venu. [[Le chef du parti]] a dit non.",
            ["chef du parti"],
        ),
        (
            "La ministre de la Santé, Jana Malá, a nié. [[Le chef du ministère]] a dit non.",
            ["chef du ministère"],
        ),
    ],
)
def test_who_leads_what(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Avec sa collègue danoise Mette Holm, Inga Berg a pesé les pales. « Non », tempère [[la Danoise]].",
            ["Mette Holm"],
        ),
        (
            "Sa collègue danoise Mette Holm et Inga Berg ont parlé. « Non », dit [[la Danoise]]. « Si », dit "
            "[[la Norvégienne]].",
            ["Mette Holm", "Inga Berg"],
        ),
        (
            "Anne Roux sourit. « J'ai gardé l'article », dit [[la Nordiste]].",
            ["Anne Roux"],
        ),
        (
            "La chercheuse danoise Mette Holm est venue. « Non », dit [[la Suédoise]].",
            ["Suédoise"],
        ),
        ("Marc Petit sourit. « Non », dit [[la Vosgienne]].", ["Vosgienne"]),
    ],
)
def test_where_somebody_is_from(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La porte-parole du Parti populaire, Carmen Ferrer, a dit non. [[La populaire]] a dit que l'un ment.",
            ["Carmen Ferrer"],
        ),
        (
            "La dirigeante du Parti populaire, Carmen Ferrer, a dit non. [[La conservatrice]] exige un vote.",
            ["Carmen Ferrer"],
        ),
        (
            "L'adjointe aux finances, Lise Petit, se tait. Anne Roux, conseillère d'opposition, crie. Mme Roux "
            "insiste : selon [[l'élue]], on jette l'argent.",
            ["Anne Roux"],
        ),
        (
            "La dirigeante du Parti populaire, Carmen Ferrer, a dit non. [[La socialiste]] exige un vote.",
            ["socialiste"],
        ),
        (
            "La porte-parole du Parti populaire, Carmen Ferrer, a dit non. [[La populaire animatrice]] rit.",
            ["animatrice"],
        ),
    ],
)
def test_members_of_parties_and_councils(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "L'entraîneur, Thierry Bonnet, peste. Touché, Lucas Ferry manquera six semaines. [[Le joueur de 22 ans]] "
            "s'est dit « dégoûté ».",
            ["Lucas Ferry"],
        ),
        (
            "Le buteur, Semi Tora, rit. « Oui », a dit le club. Blessé, Lucas Ferry sera absent. [[Le joueur]] a dit "
            "être « dégoûté ».",
            ["Lucas Ferry"],
        ),
        (
            "L'ailier marque, l'arrière aussi. Le capitaine, Maxime Viala, sourit. « On tient », dit [[le "
            "troisième-ligne]].",
            ["Maxime Viala"],
        ),
        ("L'entraîneur, Thierry Bonnet, peste. « Je sors », dit [[le joueur]].", ["joueur"]),
        (
            "Le capitaine, Maxime Viala, sourit. « On tient », dit [[le troisième-ligne]].",
            ["troisième-ligne"],
        ),
    ],
)
def test_players_and_coaches(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected
