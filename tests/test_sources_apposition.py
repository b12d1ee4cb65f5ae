"""Names that a description introduces, and groups of names."""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« Nous agirons », a déclaré [[la ministre de la Santé, Agnès Buzyn]].",
            ["Agnès Buzyn"],
        ),
        (
            "[[Le ministre des Affaires étrangères Jean-Yves Le Drian]] a dénoncé « une faute ».",
            ["Jean-Yves Le Drian"],
        ),
        (
            "« C'est faux », a réagi [[Gabriel Attal, porte-parole du gouvernement]].",
            ["Gabriel Attal"],
        ),
        (
            "« C'est faux », a réagi [[le porte-parole du gouvernement Gabriel Attal]].",
            ["Gabriel Attal"],
        ),
        (
            "[[Le patron de la CFDT, Laurent Berger,]] a jugé la réforme « brutale ».",
            ["Laurent Berger"],
        ),
        (
            "[[Le président de la Commission européenne Jean-Claude Juncker]] a dit non.",
            ["Jean-Claude Juncker"],
        ),
        (
            "« Il ira bien », dit [[la femme de Bill Clinton]].",
            ["femme de Bill Clinton"],
        ),
        (
            "[[L'avocat du président Nicolas Sarkozy]] a dit que son client ferait appel.",
            ["avocat du président Nicolas Sarkozy"],
        ),
        (
            "[[Un porte-parole de la présidente de la BCE, Christine Lagarde,]] a refusé de commenter.",
            ["porte-parole de la présidente de la BCE"],
        ),
        (
            "[[Le PDG de Renault, Luca de Meo]], a annoncé un plan. « Il faut aller vite », a dit [[M. "
            "de Meo]].",
            ["Luca de Meo"] * 2,
        ),
        (
            "« Tout va bien », assure [[le général Thierry Burkhard, chef d'état-major des armées]].",
            ["Thierry Burkhard"],
        ),
        (
            "[[Son épouse, Brigitte,]] a souri : « Il dort peu. »",
            ["Brigitte"],
        ),
        (
            "[[Le préfet du Nord, Michel Lalande]], a pris un arrêté. [[Le préfet]] a précisé que les "
            "bars fermeraient.",
            ["Michel Lalande"] * 2,
        ),
    ],
)
def test_apposition(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[Le ministre du Travail, Muriel Pénicaud, et Bruno Le Maire]] ont annoncé un plan.",
            ["Muriel Pénicaud et Bruno Le Maire"],
        ),
        (
            "Selon [[Paul Morel et Anne Petit]], le site fermera.",
            ["Paul Morel et Anne Petit"],
        ),
        (
            "[[Paul Morel, Anne Petit et Jean Roux]] ont signé une lettre.",
            ["Paul Morel, Anne Petit et Jean Roux"],
        ),
        (
            "[[Les Russes]] insistent sur un délai.",
            ["Russes"],
        ),
        (
            "[[Google et Apple]] ont nié.",
            ["Google et Apple"],
        ),
        (
            "[[Les députés de la majorité]] disent qu'ils voteront.",
            ["députés de la majorité"],
        ),
    ],
)
def test_groups(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Paul Morel part. [[Son avocat]] dit qu'il reviendra.",
            ["avocat de Paul Morel"],
        ),
        (
            "Le ministre a reçu [[son homologue allemand, Heiko Maas]], qui a dit sa joie. [[M. Maas]] "
            "a parlé d'« amitié ».",
            ["Heiko Maas"] * 2,
        ),
        (
            "Dans son livre, Anne Petit accuse l'État. [[Sa fille, Julie]], dit que c'est vrai.",
            ["Julie"],
        ),
        (
            "Alain Roux ne viendra pas. [[Son entourage]] parle d'une grippe.",
            ["entourage d'Alain Roux"],
        ),
    ],
)
def test_possessives(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« C'est dur », dit [[Paul Roux, qui dirige l'usine depuis 2010 avec sa sœur Anne Roux]].",
            ["Paul Roux"],
        ),
        (
            "« C'est dur », dit [[Anne Roux, la sœur de Paul Roux]].",
            ["Anne Roux"],
        ),
        (
            "« C'est dur », dit [[un ami de Paul Roux, Jean Petit]].",
            ["Jean Petit"],
        ),
        (
            "« C'est dur », disent [[le président et le directeur]].",
            ["président et directeur"],
        ),
        (
            "« C'est dur », dit [[l'un des avocats de Paul Roux]].",
            ["l'un des avocats de Paul Roux"],
        ),
        (
            "[[Paul Roux, 45 ans, agriculteur à Metz,]] raconte qu'il a tout perdu.",
            ["Paul Roux"],
        ),
        (
            "[[Paul Roux (Les Républicains)]] a dit non.",
            ["Paul Roux"],
        ),
        (
            "[[Le député Les Républicains Éric Ciotti]] a dit non.",
            ["Éric Ciotti"],
        ),
        (
            "[[Le député LR des Alpes-Maritimes Éric Ciotti]] a dit non.",
            ["Éric Ciotti"],
        ),
        (
            "[[L'ancien président américain Donald Trump]] a dit non.",
            ["Donald Trump"],
        ),
        (
            "[[La directrice générale de l'OMS pour l'Europe, Anne Petit]], a dit oui.",
            ["Anne Petit"],
        ),
        (
            "[[Antonio Guterres, secrétaire général de l'ONU]], a dit oui.",
            ["Antonio Guterres"],
        ),
        (
            "[[Le politologue Pascal Perrineau, professeur à Sciences Po]], a dit oui.",
            ["Pascal Perrineau"],
        ),
        (
            "Selon [[l'ONG Human Rights Watch]], la prison est pleine. [[HRW]] dit attendre.",
            ["Human Rights Watch"] * 2,
        ),
        (
            "[[Le chef du parti d'extrême droite Chega, André Ventura]], a crié victoire.",
            ["André Ventura"],
        ),
    ],
)
def test_long_mentions(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
