"""Somebody comes back under another word: a calling, a party, a house, an office; or as the one in question."""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

CALLINGS = [
    (
        "« Tout est prêt », promet [[la directrice du port, Lise Arnal]]. [[L'ingénieure]] dit que oui.",
        "Lise Arnal",
    ),
    (
        "« Tout est prêt », promet [[le ministre du Plan, Luc Arnal]]. [[Le colonel à la retraite]] dit que oui.",
        "Luc Arnal",
    ),
    (
        "« C'est prêt », dit [[le chef de file du parti, Luc Arnal]]. [[L'avocat de métier]] s'en réjouit.",
        "Luc Arnal",
    ),
    ("« Bien joué », dit [[son compère Sekou Bah]]. [[Le pivot malien]] dit qu'il est heureux.", "Sekou Bah"),
    ("Le pivot Sekou Bah riait. [[L'ancien Villeurbannais]] dit qu'il est heureux.", "Sekou Bah"),
    ("Le pivot Sekou Bah riait. [[L'ex-Toulonnais]] dit qu'il est heureux.", "Sekou Bah"),
    # What a building has, who is set against the speaker, who has a calling already, another of that gender.
    (
        "« Tout est prêt », promet [[le directeur du port, Luc Arnal]]. [[L'architecte]] dit que oui.",
        "architecte",
    ),
    ("« Tout est prêt », dit [[le directeur, Luc Arnal]]. [[L'ingénieur]], lui, dit que non.", "ingénieur"),
    (
        "« Tout est prêt », dit [[le directeur, Luc Arnal]]. De son côté, [[l'ingénieur]] dit que non.",
        "ingénieur",
    ),
    ("« Tout est prêt », dit [[l'historien Luc Arnal]]. [[L'ingénieur]] dit que non.", "ingénieur"),
    (
        "« C'est prêt », dit [[le directeur, Luc Arnal]]. Le juge Paul Rey est venu. [[L'ingénieur]] dit non.",
        "ingénieur",
    ),
    ("Le Lyonnais est une région. « Oui », dit [[la maire, Anne Rey]].", "Anne Rey"),
]


CALLINGS += [
    (
        "« Les cours montent », dit [[le président de la chambre, Luc Arnal]]. [[L'éleveur]] s'en réjouit.",
        "Luc Arnal",
    ),
    ("Le coach, Ivan Petrov, attend. « On est là », dit [[l'ancien gardien]].", "Ivan Petrov"),
    # Who answers or seconds the speaker; who is trained.
    ("« Les cours montent », dit [[le ministre, Luc Arnal]]. « Faux », rétorque [[l'éleveur]].", "éleveur"),
    ("« C'est raté », dit [[le maire, Luc Arnal]]. [[L'économiste]] renchérit : « Oui. »", "économiste"),
    ("Le coach, Ivan Petrov, attend. « On est là », dit [[le gardien bulgare]].", "gardien bulgare"),
]


@pytest.mark.parametrize(("marked", "expected"), CALLINGS)
def test_whoever_spoke_comes_back_by_his_calling(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


OFFICES = [
    ("La sénatrice du Cantal, Aude Rival, écrit. « C'est grave », insiste [[l'élue Horizons]].", "Aude Rival"),
    ("Le maire de Salers, Jean Rival, écrit. « C'est grave », insiste [[l'élu divers gauche]].", "Jean Rival"),
    ("[[La ministre du Budget, Ève Rival]], écrit. [[L'élue du Cantal]] dit que c'est grave.", "Ève Rival"),
    ("Le maire et président du conseil, Jean Rival, se tait. « Non », dit [[l'élu]].", "Jean Rival"),
    ("[[Le maire de Salers et député du Cantal, Jean Rival]], se tait.", "Jean Rival"),
    ("Le chef de la diplomatie belge, Jean Rival, viendra. « Bien », dit [[le ministre]].", "Jean Rival"),
    ("La bourgmestre, Ève Rival, viendra. « Bien », dit [[la mayeure]].", "Ève Rival"),
    ("Le président rennais, Jean Rival, viendra. « Bien », dit [[le patron du club]].", "Jean Rival"),
    ("Le substitut Jean Rival se lève. « Coupable », dit [[le représentant du ministère public]].", "Jean Rival"),
    # Another party, another town, another house; two people.
    ("La députée Horizons, Aude Rival, écrit. « Non », dit [[l'écologiste]].", "écologiste"),
    ("Le maire de Salers, Jean Rival, écrit. « Non », dit [[le maire de Murat]].", "maire de Murat"),
    ("Le chef du parti, Jean Rival, viendra. « Bien », dit [[le ministre]].", "ministre"),
    ("Le maire de Salers et la députée Ève Rival écrivent. « Non », dit [[le maire]].", "maire de Salers"),
    ("Le juge Jean Rival se lève. « Coupable », dit [[le représentant du ministère public]].",
     "représentant du ministère public"),
    ("Jean Rival écrit. [[Le candidat Vernet]] dit que non.", "Vernet"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), OFFICES)
def test_offices_and_parties_said_otherwise(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


HOUSES = [
    ("Ali Brun, délégué CGT, attend. « Rien », dit [[le cégétiste]].", "Ali Brun"),
    ("Le secrétaire départemental de FO, Ali Brun, attend. [[Le responsable syndical]] dit non.", "Ali Brun"),
    (
        "La présidente de la Ligue des parents, Rose Brun, attend. [[La responsable associative]] dit non.",
        "Rose Brun",
    ),
    (
        "« Prudence », dit [[la primatologue Rose Brun]]. [[La chercheuse]] dit que c'est trop tôt.",
        "Rose Brun",
    ),
    ("Le critique de cinéma Ali Brun regrette. « J'ai eu tort », dit [[le chroniqueur]].", "Ali Brun"),
    (
        "Le procureur de Nîmes, Ali Brun, requiert. « Dix ans », dit [[le représentant du parquet]].",
        "Ali Brun",
    ),
    ("Rose Brun, déléguée CFDT, attend. « Rien », dit [[la syndicaliste]].", "Rose Brun"),
    # Another union, no union, no study.
    ("Rose Brun, déléguée CFDT du site, attend. « Rien », dit [[la cégétiste]].", "cégétiste"),
    ("Ali Brun, délégué CFDT, attend. « Rien », dit [[le cégétiste]].", "cégétiste"),
    ("Le maire, Ali Brun, attend. [[Le responsable syndical]] dit non.", "responsable syndical"),
    ("« Prudence », dit [[le pilote Ali Brun]]. [[Le chercheur]] dit que c'est trop tôt.", "chercheur"),
]


@pytest.mark.parametrize(("marked", "expected"), HOUSES)
def test_what_sort_of_house_somebody_speaks_for(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


IN_QUESTION = [
    ("« Une gifle pour M. Lambert », dit [[Ève Doré]]. [[Son collègue Luc Rey]] dit : « Qu'il parte. »\n\n"
     "« Jamais », répond [[l'intéressé]].", "Lambert"),
    ("« Paul Roux doit partir », dit [[le maire Luc Rey]]. « Jamais », répond [[l'intéressé]].", "Paul Roux"),
    ("[[Le porte-parole, Jean Hall]], se tait.\n\nÀ Rome, [[le vice-ministre Ugo Conti]] a dit qu'il viendrait. "
     "[[L'intéressé]] avait dit le contraire.", "Ugo Conti"),
    # Nobody was spoken of; two were.
    ("« Il doit partir », dit [[le maire Luc Rey]].\n\n« Jamais », répond [[l'intéressé]].", "intéressé"),
    ("« Paul Roux et Jean Petit partiront », dit [[la maire]]. « Jamais », répond [[l'intéressé]].", "intéressé"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), IN_QUESTION)
def test_the_one_in_question_was_spoken_of(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


LAST_NAMED = [
    ("L'audit ira à l'Agence nationale du bois (ANB). [[Celle-ci]] dit qu'elle viendra.", "Agence nationale du bois"),
    ("L'avis est rendu par le Conseil économique et social (CES). [[Celui-ci]] dit non.",
     "Conseil économique et social"),
    ("L'audit a été confié au Conseil régional. [[Celui-ci]] dit qu'il viendra.", "Conseil régional"),
    ("« Rien », dit [[Ali Brun, délégué CGT]]. [[Ce dernier]] dit qu'il viendra.", "Ali Brun"),
    # Either of two.
    ("[[La maire, Ève Rival]], a saisi la Fondation Norvia. [[Celle-ci]] dit qu'elle viendra.", None),
    ("[[El Hadji Malick Sall]] a parlé. [[M. Sall]] dit qu'il viendra.", "El Hadji Malick Sall"),
    ("« Bien », dit le chef de la diplomatie russe. [[Le département d'État]] dit que c'est tard.",
     "département d'État"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), LAST_NAMED)
def test_the_last_named(marked: str, expected: str | None, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


POINTED_AT = [
    (
        "« Bien », dit [[le maire Luc Roux]]. Une idée que combat Paul Rey. [[Cet enseignant]] dit non.",
        "Paul Rey",
    ),
    ("« Bien », dit [[le maire Luc Roux]]. Même avis chez Paul Rey. [[Ce trentenaire]] dit oui.", "Paul Rey"),
    (
        "« Bien », dit [[le maire Luc Roux]]. C'est faux pour Paul Rey. [[Cet ancien marin]] dit non.",
        "Paul Rey",
    ),
    # Two of them, none of that gender, somebody who is something else.
    (
        "« Bien », dit [[la maire Ève Roux]]. Luc et Paul Rey rient. [[Cette enseignante]] dit non.",
        "Ève Roux",
    ),
    ("Un enseignant est venu. Une idée que combat Paul Rey. [[Cet enseignant]] dit non.", "enseignant"),
]


@pytest.mark.parametrize(("marked", "expected"), POINTED_AT)
def test_a_demonstrative_points_at_who_was_named_last(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


SCHOLARS = [
    (
        "L'étude a été dirigée par Ève Roux, directrice de recherche à Brest. « Non », dit [[l'hydrologue]].",
        "Ève Roux",
    ),
    ("[[La chercheuse Ève Roux]] a lu. « Non », dit [[la sociologue]].", "Ève Roux"),
    ("[[La cheffe des urgences, Ève Roux]], attend. « Non », dit [[la médecin]].", "Ève Roux"),
    ("[[Me Ève Roux]] plaide. [[Son confrère Luc Rey]] se lève. « Non », dit [[l'avocat]].", "Luc Rey"),
    # Another discipline, another service, another trade.
    ("[[L'historienne Ève Roux]] a lu. « Non », dit [[la sociologue]].", "sociologue"),
    ("[[La cheffe des sports, Ève Roux]], attend. « Non », dit [[la médecin]].", "médecin"),
    ("[[Me Ève Roux]] plaide. [[Son voisin Luc Rey]] se lève. « Non », dit [[l'avocat]].", "avocat"),
]


@pytest.mark.parametrize(("marked", "expected"), SCHOLARS)
def test_disciplines_wards_and_confreres(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le ministre du Plan, Luc Roux, part. [[Mme Brand]] vient. [[L'ancienne ministre des Mines]] dit oui.",
            "Brand",
        ),
        ("La maire, Ève Roux, part. [[Mme Brand]] vient. [[L'ancienne maire]] dit oui.", "ancienne maire"),
    ],
)
def test_who_once_had_another_office(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


NAMED_ELSEWHERE = [
    ("Salers s'agrandit\n\n« Rien n'est signé », dit [[le maire]].\n\nL'édile, Luc Rey, dit que non.", "Luc Rey"),
    ("« J'ai eu tort », dit [[le critique Luc Rey]]. [[Le chroniqueur]] dit que c'est dur.", "Luc Rey"),
    ("« Par ici », dit [[le guide Luc Rey]]. [[Le guide]] dit que c'est loin.", "Luc Rey"),
    ("M. Rey se tait. Son avocate, Me Ève Roux, plaide. M. Rey partira. « Non », dit [[son avocate]].", "Ève Roux"),
    ("M. Rey se tait. Son avocat, Me Luc Roux, plaide. M. Rey partira. « Non », dit [[son conseil]].", "Luc Roux"),
    ("« Non », dit Luc Rey, le délégué Force ouvrière, de nuit. [[Le syndicaliste]] dit que c'est loin.", "Luc Rey"),
    # Another town, another country, another's lawyer, no people.
    ("Salers vote\n\n[[Le maire de Salers]] dit non.\n\nL'édile de Murat, Luc Rey, dit oui.", "maire de Salers"),
    ("La crise dure\n\n[[Le Premier ministre]] dit non.\n\nLe Premier ministre grec, Luc Rey, dit oui.",
     "Premier ministre"),
    ("La crise dure\n\n[[Le président sortant]] dit non.\n\nLe président sortant du club, Luc Rey, dit oui.",
     "président sortant"),
    ("M. Rey se tait. Son avocat, Me Luc Roux, plaide. Paul Petit nie. « Non », dit [[son avocat]].",
     "avocat de Paul Petit"),
    ("[[La critique]] dit que c'est un chef-d'œuvre.", "critique"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), NAMED_ELSEWHERE)
def test_who_is_named_elsewhere(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


WHOSE_AND_WHICH = [
    ("Luc Rey, délégué FO, attend. « Oui », dit [[la députée Ève Roux]]. [[Son camarade de FO]] dit non.", "Luc Rey"),
    ("Luc Rey attend. Sa collègue Ève Roux rit. « Oui », dit [[Ève Roux]]. [[Son frère]] dit non.", "frère d'Ève Roux"),
    ("Selon [[un diplomate en poste]], [[le ministre Luc Rey]] a dit qu'il partait. « Il bluffe », dit "
     "[[cette source]].", "diplomate en poste"),
    # Two of that union, another union; a source before somebody who speaks for himself.
    ("Luc Rey, délégué FO, et Jean Brun, délégué FO, attendent. « Oui », dit [[la députée Ève Roux]]. "
     "[[Son camarade de FO]] dit non.", "camarade de FO d'Ève Roux"),
    ("Luc Rey, délégué CGT, attend. « Oui », dit [[la députée Ève Roux]]. [[Son camarade de FO]] dit non.",
     "camarade de FO d'Ève Roux"),
    ("Selon [[un cadre]], tout va bien. [[Le ministre Luc Rey]] dit non. « Il ment », dit [[cette source]].",
     "source"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), WHOSE_AND_WHICH)
def test_whose_comrade_and_which_source(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


CALLED = [
    ("Une couturière, que nous appellerons Inès, a écrit. « J'ai peur », dit [[la couturière]].", "Inès"),
    (
        "L'auteure de la lettre, une couturière que nous appellerons Inès, attend. [[La jeune femme]] dit oui.",
        "Inès",
    ),
    ("Un apprenti prénommé Hugo a tout vu. « J'ai couru », dit [[l'apprenti]].", "Hugo"),
    # Nobody is called so.
    (
        "Une couturière, que nous avons vue chez Inès, attend. « J'ai peur », dit [[la couturière]].",
        "couturière",
    ),
    ("L'auteur de la lettre, un couturier, attend. « J'ai peur », dit [[le couturier]].", "couturier"),
]


@pytest.mark.parametrize(("marked", "expected"), CALLED)
def test_what_the_article_calls_somebody(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected
