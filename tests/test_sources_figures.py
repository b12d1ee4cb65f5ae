"""Whom a pronoun or « sa mère » leads to: the main figure, a new subject, the one pointed at; no team, no police."""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

PORTRAIT = (
    "Hélène Vasseur publie un roman. Elle écrit la nuit. Elle dort peu. « On lisait », dit Hélène Vasseur. "
)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            PORTRAIT
            + "« Toujours en retard », dit [[son éditrice, Claire Montel]]. Elle a grandi à Berck. « J'ai tout "
            "appris là », jure-t-[[elle]].",
            "Claire Montel, Hélène Vasseur",
        ),
        (
            PORTRAIT
            + "Son éditrice, Claire Montel, parle d'un miracle. Et maintenant ? [[Elle]] jure qu'elle arrête.",
            "Hélène Vasseur",
        ),
        (
            PORTRAIT + "La critique, elle, avait ri.\n\n[[Elle]] assure ne rien lire.",
            "Hélène Vasseur",
        ),
        # The sister's own story, the spokeswoman's own words.
        (
            PORTRAIT
            + "Sa sœur, Léa Vasseur, tient la boutique. Elle vit à Lille. « On se parle peu », dit-[[elle]].",
            "Léa Vasseur",
        ),
        (
            PORTRAIT
            + "« Elle ira », a dit sa porte-parole, Léa Petit. [[Elle]] a ajouté que la date était fixée.",
            "Léa Petit",
        ),
    ],
)
def test_a_portrait_comes_back_to_its_figure(marked: str, expected: str, parser: Parser) -> None:
    assert ", ".join(n or "" for n in names(marked, parser)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« C'est une piste », tempère le commandant Luc Mansart. L'occupant des lieux a été entendu. [[Il]] jure "
            "n'avoir rien allumé.",
            "occupant des lieux",
        ),
        (
            "« On relogera tout le monde », promet le maire, Jacques Lamy. Le syndic, lui, se tait. Tout juste "
            "consent-[[il]] à dire qu'une expertise aura lieu.",
            "syndic",
        ),
        (
            "« Elle roulait vite », dit la policière Anne Roux. La passagère a été soignée. [[Elle]] a dit ne rien "
            "se rappeler.",
            "passagère",
        ),
        (
            "« Le moteur fume », dit le pilote Luc Mansart. Le bateau est rentré. [[Il]] a dit qu'il repartirait.",
            "Luc Mansart",
        ),
        (
            "« Rien », a dit le témoin Paul Roux. L'immeuble brûlait. [[Il]] a ajouté qu'il avait fui.",
            "Paul Roux",
        ),
    ],
)
def test_a_new_subject_takes_the_pronoun_a_thing_does_not(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Un étudiant de vingt ans a perdu un œil. « Tout va bien », a dit la porte-parole de l'hôpital, Jana "
            "Malá. [[Sa mère]] a raconté qu'il rentrait.",
            "mère",
        ),
        (
            "Luc Petit est mort lundi. « Une enquête est ouverte », a dit la procureure, Anne Roux. [[Sa sœur]] a dit "
            "qu'il rentrait.",
            "sœur de Luc Petit",
        ),
        ("Paul Morel a voté. « Pas moi », dit [[sa femme]].", "femme de Paul Morel"),
        (
            "Luc Petit est mort lundi. On attend, a dit la patronne, Anne Roux. [[Son porte-parole]] a dit non.",
            "porte-parole d'Anne Roux",
        ),
        ("La porte-parole, Jana Malá, a parlé. [[Son adjoint]] a dit non.", "adjoint de Jana Malá"),
    ],
)
def test_whoever_speaks_for_others_has_no_family(marked: str, expected: str, parser: Parser) -> None:
    (found,) = names(marked, parser)
    assert found is not None
    assert found == expected or found == expected.partition(" ")[0]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La directrice, Lise Roux, a écrit à la ministre, Anne Petit. Lise Roux dit que [[celle-ci]] ment.",
            "Anne Petit",
        ),
        ("Le maire, Luc Roux, a vu Jean Petit. Le maire dit que [[celui-ci]] ment.", "Jean Petit"),
        ("« J'ai vu le suspect », dit Paul Roux. Le suspect a fui. [[Celui-ci]] nie tout.", "suspect"),
        ("Le maire Paul Morel a reçu Jean Petit. [[Celui-ci]] a dit qu'il partait.", "Jean Petit"),
        ("Le maire, Luc Roux, dit que [[celui-ci]] ment.", None),
    ],
)
def test_celui_ci_is_not_who_says_so(marked: str, expected: str | None, parser: Parser) -> None:
    assert names(marked, parser) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le Canadien perd encore\n\nLe constat de l'entraîneur-chef Martin Lavoie était amer après la défaite "
            "encaissée par le Canadien jeudi.\n\nSelon [[lui]], ses joueurs ont mal joué.",
            "Martin Lavoie",
        ),
        (
            "Le gardien Tyler Beck est vexé. [[Le vétéran de 33 ans]] reconnaît que le voyage pèse.",
            "Tyler Beck",
        ),
        (
            "La coalition Sopi a dit non. [[La société civile]], elle, dit craindre le pire.",
            "société civile",
        ),
        ("Le nageur Luc Roux est vexé. « On verra », dit [[le Canadien]].", "Luc Roux"),
        ("La société Norvia a dit non. [[La société]] attend.", "Norvia"),
    ],
)
def test_teams_and_publics_are_nobody_else(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser) == [expected]
