"""Who goes on speaking, by words that name nobody: « le même responsable », « le premier », « notre hôte »."""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le ministre, Paul Roux, a promis de l'eau. [[Le même responsable]] a souligné que le "
            "chantier avançait.",
            ["Paul Roux"],
        ),
        (
            "Le wali, Rachid Ouahab, s'est réjoui. [[Le même intervenant]] a dit que tout allait bien.",
            ["Rachid Ouahab"],
        ),
        (
            "« On verra », dit Marc Vidal. [[Notre interlocuteur]] ajoute qu'il est fatigué.",
            ["Marc Vidal"],
        ),
        (
            'Présente sur les lieux, [[la présidente de l\'association "Eau pour tous", Fatiha '
            'Zerrouki]], s\'est dite soulagée. "Nous avons attendu", a rappelé [[notre interlocutrice]].',
            ["Fatiha Zerrouki", "Fatiha Zerrouki"],
        ),
        (
            "Pour [[l'expert Malik Ferhat]], c'est trop. [[Notre interlocuteur]] demande une révision.",
            ["Malik Ferhat", "Malik Ferhat"],
        ),
        (
            "Un ministre a parlé. [[Le même ministre]] a dit non.",
            ["ministre"],
        ),
        (
            "Anne Roux a parlé. [[Notre interlocuteur]] a dit non.",
            ["interlocuteur"],
        ),
        (
            "[[Notre correspondant]] a dit non.",
            ["correspondant"],
        ),
    ],
)
def test_the_same_speaker_goes_on(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "L'ancien maire, Gérard Palisse, et son ex-directeur de cabinet, Yann Le Guellec, se sont "
            "croisés. « Jamais », martèle [[le premier]]. « La mémoire courte », réplique [[le "
            "second]].",
            ["Gérard Palisse", "Yann Le Guellec"],
        ),
        (
            "Anne Roux et Léa Faure ont débattu. [[La première]] dit que c'est faux, [[la seconde]] "
            "répond que non.",
            ["Anne Roux", "Léa Faure"],
        ),
        (
            "Le maire, Paul Roux, son adjoint, Jean Faure, et Luc Morel ont parlé. [[Le premier]] dit non.",
            [None],
        ),
        (
            "Paul Roux et Anne Faure ont parlé. [[Le second]] dit non.",
            [None],
        ),
        (
            "[[Le premier ministre]] a dit oui.",
            ["premier ministre"],
        ),
        (
            "Paul Roux a vu Anne Faure. [[La première dame]] a dit oui.",
            ["première dame"],
        ),
    ],
)
def test_the_first_and_the_second_of_two(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Deux sources au gouvernement parlent. [[L'une d'elles]] dit non.",
            ["source au gouvernement"],
        ),
    ],
)
def test_one_of_those_just_mentioned(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le barrage livré avant l'été, assure [[le ministre]]\n\nLe ministre de l'Hydraulique, "
            "Abdelkader Benslimane, a annoncé samedi une date.",
            ["Abdelkader Benslimane"],
        ),
        (
            "« C'est honteux », dit [[le maire]]\n\nLa maire de Vannes, Anne Roux, et le maire d'Auray, "
            "Paul Faure, ont protesté.",
            ["Paul Faure"],
        ),
        (
            "« C'est honteux », dit [[le ministre]]\n\nLe ministre du Budget, Jean Roux, et le ministre "
            "de la Santé, Paul Faure, ont protesté.",
            ["ministre"],
        ),
        (
            "Le ministre veut agir, dit [[le préfet]]\n\nLe ministre, Paul Roux, a reçu le préfet.",
            ["préfet"],
        ),
        (
            "« C'est faux », dit [[le maire]]\n\nLe procureur, Paul Roux, a parlé du maire.",
            ["maire"],
        ),
    ],
)
def test_a_headline_means_whom_the_article_names(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Hier, à la barre du tribunal, Jean Vasseur a nié. [[Le prévenu]] assure que c'est faux.",
            ["Jean Vasseur"],
        ),
        (
            "Jean Vasseur, 58 ans, est jugé pour vol. Me Anne Roux défend Jean Vasseur. [[L'accusé]] "
            "dit que non.",
            ["Jean Vasseur"],
        ),
        (
            "Jean Vasseur, 58 ans, sort de chez lui. Hier, à la barre du tribunal, [[le "
            "quinquagénaire]] a reconnu les faits. [[Le prévenu]] dit que non.",
            ["Jean Vasseur", "Jean Vasseur"],
        ),
        (
            "Jean Dupont a été tué mardi. [[Le suspect]] dit que non.",
            ["suspect"],
        ),
        (
            "Paul Roux et Luc Faure sont jugés pour vol. [[Le prévenu]] dit que non.",
            ["prévenu"],
        ),
        (
            "À la barre, le procureur, Paul Roux, a requis six mois. [[Le prévenu]] dit que non.",
            ["prévenu"],
        ),
    ],
)
def test_who_stands_trial(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Paul Roux attend. « Il est dur », dit sa fille Anne. [[L'intéressé]] rit : « Oui ! »",
            ["Paul Roux"],
        ),
        (
            "Marie Roux attend. « Elle est dure », dit [[sa fille Anne]]. [[L'intéressée]] rit : « Oui ! »",
            ["Anne", "Marie Roux"],
        ),
    ],
)
def test_the_person_in_question_is_not_the_last_speaker(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[La victime]] dit non. « Je ne dors plus », raconte [[le jeune homme]].",
            ["victime", "victime"],
        ),
        (
            "Un étudiant a vu la scène. « J'ai eu peur », dit [[le jeune homme]].",
            ["étudiant"],
        ),
    ],
)
def test_young_people_without_a_name(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« Il s'agit d'une association », insiste la cardiologue Marianne Delorme. « Si les "
            "financements suivent », précise [[la Nantaise]].",
            ["Marianne Delorme"],
        ),
        (
            "Le coureur Paul Roux a gagné. « Je suis heureux », a dit [[le Marseillais]].",
            ["Paul Roux"],
        ),
        (
            "Le skieur Paul Roux a gagné. Jean Faure a fini deuxième. « Je suis content », a dit [[le "
            "Grenoblois]].",
            ["Jean Faure"],
        ),
        (
            "Le ministre, Paul Roux, est venu. [[L'hôte de Sfax]] a dit non.",
            ["Paul Roux"],
        ),
        (
            "[[Le Valais]] a dit oui.",
            ["Valais"],
        ),
        (
            "Anne Roux a gagné. « Bravo », a dit [[le Rennais]].",
            ["Rennais"],
        ),
        (
            "Le maire, Paul Roux, a parlé. [[La Marseillaise]] a dit oui.",
            ["Marseillaise"],
        ),
    ],
)
def test_inhabitants_of_towns(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Au cabinet du ministre, [[on]] précise qu'une réunion est prévue. « Nous verrons », "
            "s'étonne-t-[[on]].",
            ["cabinet du ministre", "cabinet du ministre"],
        ),
        (
            "Du côté de la mairie, [[on]] dit que non.",
            ["mairie"],
        ),
        (
            "Dans son bureau, le maire attend. « Nous verrons », dit-[[on]].",
            [None],
        ),
    ],
)
def test_one_says_so_somewhere(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La mairesse a promis des trottoirs devant le conseil. [[Il]] a demandé au préfet de venir.",
            [None],
        ),
        (
            "La société Norvia licencie. [[Elle]] a dit qu'elle regrettait.",
            ["Norvia"],
        ),
        (
            "Le maire a écrit au conseil. [[Il]] a dit non.",
            ["maire"],
        ),
        (
            "Anne Roux a parlé devant le syndicat. [[Il]] a dit non.",
            [None],
        ),
    ],
)
def test_pronouns_want_somebody_who_acts(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« Bonne méthode », commente Sophie Arnaud, épidémiologiste à l'Inserm. Mais, "
            "nuance-t-[[elle]], « cela reste fragile ».",
            ["Sophie Arnaud"],
        ),
        (
            "« C'est trop », juge Marc Vidal, économiste à l'OFCE. Selon [[lui]], la hausse continuera.",
            ["Marc Vidal"],
        ),
        (
            "Nadia Kerkour, déléguée CFDT, a quitté la salle. « On nous a menti », dit-[[elle]].",
            ["Nadia Kerkour"],
        ),
        (
            "« Non », a dit Sylvie Marchetti, déléguée CGT du port. [[La déléguée]] a ajouté que rien "
            "n'était réglé.",
            ["Sylvie Marchetti"],
        ),
    ],
)
def test_a_role_behind_the_name_is_the_same_person(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Leur établissement a été évacué. Rien n'a brûlé. Les vacanciers sont partis. Tout va bien. "
            "[[Il]] dit qu'il regrette.",
            [None],
        ),
        (
            "Ce rapport conforte le gouvernement, qui table sur 2 %, même s'[[il]] a dit le contraire.",
            ["gouvernement"],
        ),
        ("Paul Roux a rejoint la mairie, qui recrute. [[Elle]] dit qu'elle cherche.", ["mairie"]),
    ],
)
def test_organisations_that_pronouns_mean(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Paul Roux a parlé. Jean Faure a répondu. [[Les deux hommes]] disent oui.",
            ["Paul Roux et Jean Faure"],
        ),
        (
            "Luc Morel est venu. Paul Roux a vu Jean Faure. [[Les deux hommes]] disent oui.",
            ["Paul Roux et Jean Faure"],
        ),
        # Of three who spoke one after the other, nobody knows which two.
        (
            "Le chef Ali Saïd a parlé. Le ministre Paul Roux a répondu. L'émir Omar Zaki a écrit. "
            "[[Les deux responsables]] disent non.",
            ["deux responsables"],
        ),
    ],
)
def test_the_two_of_them(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("« Rien ne change », assure-t-[[on]] avenue Duquesne.", ["ministère français de la Santé"]),
        ("« Rien ne change », assure-t-[[on]] rue des Lilas.", [None]),
    ],
)
def test_one_says_so_at_an_address(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Anne Roux est avocate. Le bâtonnier, Paul Rey, l'admire. Au dire de [[ses confrères]], elle plaide bien.",
            ["confrères d'Anne Roux"],
        ),
        (
            "La ministre Claire Rey a reçu Paul Vidal. D'après [[ses proches]], elle hésite.",
            ["proches de Claire Rey"],
        ),
        (
            "La ministre Claire Rey a reçu Paul Vidal. Selon [[son entourage]], il hésite encore.",
            ["entourage de Paul Vidal"],
        ),
        # Of the other side a lawyer tells as well; and nobody is told of by what stands further on.
        ("Luc Roux a frappé Anne Petit. Selon [[son avocat]], elle ment.", ["avocat"]),
        ("Luc Roux a frappé Anne Petit. [[Ses proches]] assurent qu'elle ment.", ["proches"]),
    ],
)
def test_whose_people_they_are_whom_they_tell_of(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected
