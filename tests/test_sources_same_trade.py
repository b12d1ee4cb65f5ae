"""Another word for the same person: trades, clients and their lawyers, offices without a name, « cette source »."""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("La réalisatrice Agathe Morin est là. « J'ai écrit », dit [[la cinéaste]].", "Agathe Morin"),
        (
            "L'actrice Louise Perret remercie. « On m'a fait confiance », dit [[la comédienne]].",
            "Louise Perret",
        ),
        (
            "Le délégué central de la CFDT, Marc Aubin, fulmine. [[Le syndicaliste]] promet une grève.",
            "Marc Aubin",
        ),
        ("La réalisatrice Agathe Morin est là. « J'ai joué », dit [[la comédienne]].", "comédienne"),
        ("La cardiologue Anne Roux est là. « Il va bien », dit [[la chirurgienne]].", "chirurgienne"),
    ],
)
def test_two_words_for_one_trade(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser) == [expected]


TRIAL = "Le procureur a requis dix ans contre Bruno Sauvage. "


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (TRIAL + "[[Le prévenu]] a dit qu'il regrettait.", "Bruno Sauvage"),
        (
            TRIAL
            + "L'avocate, Me Inès Haddad, a rappelé que son client était malade. [[Ce dernier]] s'est excusé.",
            "Bruno Sauvage",
        ),
        (TRIAL + "Me Inès Haddad a plaidé. [[Son client]] a dit qu'il regrettait.", "Bruno Sauvage"),
        ("Le boulanger Luc Petit a parlé. [[Son client]] a dit qu'il reviendrait.", "client de Luc Petit"),
        (
            "Le procureur a requis dix ans contre Bruno Sauvage et deux ans contre Luc Petit. [[Le prévenu]] se tait.",
            "prévenu",
        ),
    ],
)
def test_who_stands_accused(marked: str, expected: str, parser: Parser) -> None:
    (found,) = names(marked, parser)
    assert found in {expected, expected.partition(" de ")[0]}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Selon [[un proche du dossier]], rien n'est fait. [[Cette source]] évoque trois candidats.",
            "proche du dossier",
        ),
        (
            "« Non », souffle [[un diplomate]]. [[Cette même source]] parle d'un retard.",
            "diplomate",
        ),
        ("« Non », souffle [[un élu]]. Rien ne filtre. [[Cette source]] craint un retard.", "élu"),
        ("« Non », a dit [[Paul Roux]]. [[Cette source]] craint un retard.", "source"),
        (
            "Selon [[un proche du dossier]], rien n'est fait. [[Une autre source]] dit que si.",
            "autre source",
        ),
    ],
)
def test_this_source_is_who_spoke_without_a_name(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le président argentin est à Rome. [[Le chef de l'État argentin]] a dit oui.",
            "président argentin",
        ),
        ("Le Premier ministre est à Rome. [[Le chef du gouvernement]] a dit oui.", "Premier ministre"),
        ("Le préfet est venu. [[Le représentant de l'État]] a dit oui.", "préfet"),
        ("Le président du club est venu. [[Le chef de l'État]] a dit oui.", "chef de l'État"),
        (
            "Le président argentin est à Rome. [[Le chef de l'État chilien]] a dit oui.",
            "chef de l'État chilien",
        ),
    ],
)
def test_offices_without_a_name(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« Non », a dit [[Marc Aubin]]. [[Le ministère du Travail]] a rappelé le groupe à l'ordre. [[Il]] exige "
            "un plan.",
            "ministère du Travail",
        ),
        (
            "« Non », a dit [[Anne Roux]]. [[La direction]] a promis des lits. [[Elle]] précise que c'est peu.",
            "direction",
        ),
        (
            "Le PDG d'Aéris, Thomas Weill, part. [[Le constructeur]] confirme ses objectifs.",
            "Aéris",
        ),
        (
            "« Non », a dit [[Luc Roux]]. [[La direction]] a promis des lits. [[Il]] dit que c'est peu.",
            "Luc Roux",
        ),
        ("[[Le ministère]] a démenti. Luc Roux est venu. [[Il]] dit que c'est vrai.", "Luc Roux"),
    ],
)
def test_the_organisation_that_opened_the_sentence_goes_on(
    marked: str, expected: str, parser: Parser
) -> None:
    assert names(marked, parser)[-1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "L'écrivain Yacine Belhadj est mort. « Un géant », a dit [[le ministre de la Culture]].",
            "ministre de la Culture",
        ),
        (
            "L'écrivain Yacine Belhadj est mort. [[Son éditeur, Farid Smati]], pleure. [[L'auteur]] écrivait peu.",
            "Yacine Belhadj",
        ),
        ("Yacine Belhadj est mort. « Il est parti », a dit [[sa famille]].", "famille de Yacine Belhadj"),
        ("Yves Petit est mort. « Il est parti », a dit [[sa famille]].", "famille d'Yves Petit"),
        ("La coautrice, Anne Roux, sourit. [[La chercheuse]] dit que c'est net.", "Anne Roux"),
    ],
)
def test_a_writer_is_no_minister(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La maire de Corvac, Solène Aubry, part. [[Son adjoint, Régis Moreau]], reste. [[L'ex-maire]] se tait.",
            "ex-maire",
        ),
        (
            "La ministre Anne Roux part. Lise Petit arrive. [[L'ancienne ministre]] se dit triste.",
            "ancienne ministre",
        ),
        (
            "La maire, Solène Aubry, part. Luc Roux rit. [[L'ancien maire]] dit non.",
            "ancien maire",
        ),
        ("Luc Roux est venu. [[L'ancien maire]] dit non.", "Luc Roux"),
        ("L'ancien maire Luc Roux est venu. [[L'ex-maire]] dit non.", "Luc Roux"),
    ],
)
def test_who_left_an_office_is_not_who_was_named_last(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Un tribunal a condamné le blogueur Timour Assanov. [[Le jeune homme]] a crié.", "Timour Assanov"),
        ("Un tribunal a condamné le blogueur Timour Assanov. [[Le condamné]] a crié.", "Timour Assanov"),
        ("Un camion a renversé Luc Petit. [[Le quinquagénaire]] dit ne rien se rappeler.", "Luc Petit"),
        (
            "Le juge Marc Vidal a entendu Luc Petit. [[Le condamné]] a crié.",
            "condamné",
        ),
        ("Un camion a renversé Luc Petit et Marc Roux. [[Le quinquagénaire]] pleure.", "quinquagénaire"),
    ],
)
def test_the_one_person_of_the_story(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Bercy juge l'idée bonne. [[Le ministère]] attend un chiffrage.", "Bercy"),
        ("L'Élysée juge l'idée bonne. [[La présidence]] attend un chiffrage.", "Élysée"),
        (
            "L'Organisation mondiale de la santé est venue. Plus tard, tout a fini. [[L'association Rivages]] s'est "
            "plainte. [[L'association]] dénonce un abandon.",
            "Rivages",
        ),
        ("Bercy juge l'idée bonne. [[La mairie]] attend un chiffrage.", "mairie"),
        ("Paris juge l'idée bonne. [[Le ministère de la Santé]] attend.", "ministère de la Santé"),
    ],
)
def test_powers_behind_places_and_the_nearest_organisation(
    marked: str, expected: str, parser: Parser
) -> None:
    assert names(marked, parser)[-1] == expected
