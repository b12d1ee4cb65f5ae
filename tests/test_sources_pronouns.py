"""Pronouns, asides inside the marks, and anonymous speakers."""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models


def test_a_handle_names_who_hides_behind_it(parser: Parser) -> None:
    marked = "« Rien ne marche », écrit [[un internaute sous le pseudonyme @jambonbeurre29]]."
    assert names(marked, parser) == ["@jambonbeurre29"]


def test_spans_that_hold_no_source_do_no_harm(parser: Parser) -> None:
    assert names("[[ ]]« Oui », a dit Paul Roux[[.]] Le [[]]pont est ouvert.", parser) == [None, None, None]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le ministre Bruno Le Maire a reçu les syndicats. [[Il]] a promis une aide. « Elle viendra "
            "vite », a-t-[[il]] dit.",
            ["Bruno Le Maire"] * 2,
        ),
        (
            "Anne Hidalgo a répondu à Rachida Dati. « C'est faux », a-t-[[elle]] dit.",
            ["Anne Hidalgo"],
        ),
        (
            "Jean Castex a rencontré Angela Merkel. Selon [[elle]], l'Europe tiendra.",
            ["Angela Merkel"],
        ),
        (
            "Les agriculteurs bloquent la route. [[Ils]] disent vouloir « tenir ».",
            ["agriculteurs"],
        ),
        (
            "Paul Morel et Anne Petit dirigent l'usine. [[Ils]] assurent que tout va bien.",
            ["Paul Morel et Anne Petit"],
        ),
        (
            "Emmanuel Macron a vu Vladimir Poutine. [[Les deux hommes]] ont appelé à la paix.",
            ["Emmanuel Macron et Vladimir Poutine"],
        ),
        (
            "La société Alpha a déposé le bilan. [[Elle]] invoque la concurrence.",
            ["Alpha"],
        ),
        (
            "Le maire Paul Morel a reçu Jean Petit. [[Ce dernier]] a dit qu'il démissionnait.",
            ["Jean Petit"],
        ),
        (
            "« Le nouveau plan sera prêt en juin », a dit Paul Morel. « Le texte est simple », "
            "a-t-[[il]] ajouté.",
            ["Paul Morel"],
        ),
        (
            "Dans l'entourage du ministre, [[on]] assure que rien n'est fait.",
            ["entourage du ministre"],
        ),
        (
            "« Rien ne change », dit-[[on]] à l'Élysée.",
            ["Élysée"],
        ),
        (
            "[[On]] dit que la pluie revient.",
            [None],
        ),
        (
            "« [[Je]] dis que c'est faux », a lancé [[le maire de Nice, Christian Estrosi]].",
            [None, "Christian Estrosi"],
        ),
        (
            "Belgrade refuse. Le ministre Ivan Popov a parlé. « Nous attendons », a-t-[[il]] dit.",
            ["Ivan Popov"],
        ),
        (
            "Le rapport, publié lundi, inquiète Paul Morel. [[Il]] demande des moyens.",
            ["Paul Morel"],
        ),
    ],
)
def test_pronouns(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« C'est trop tard, prévient [[Inès Vautrin]]. Et après ? » Interrogée, [[l'intéressée]] "
            "refuse d'en dire plus.",
            ["Inès Vautrin"] * 2,
        ),
        (
            "« Mon voisin Paul m'a dit qu'il partait », raconte [[Jeanne Roux]]. « Je l'ai cru », "
            "ajoute-t-[[elle]].",
            ["Jeanne Roux"] * 2,
        ),
        (
            "« Macron nous méprise », lance [[Éric Drouet]]. [[Il]] appelle à manifester.",
            ["Éric Drouet"] * 2,
        ),
        (
            "« Nous avons gagné, a dit [[Luc Roy]], mais Jean Petit a bien joué. » [[Il]] a salué le public.",
            ["Luc Roy"] * 2,
        ),
    ],
)
def test_asides(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« Il part demain », confie [[un proche du président]]. [[Le même]] ajoute qu'il est fatigué.",
            ["proche du président"] * 2,
        ),
        (
            "Selon [[une source proche du dossier]], l'offre est basse. D'après [[la même source]], "
            "elle sera relevée.",
            ["source proche du dossier"] * 2,
        ),
        (
            "De [[source policière]], on indique que l'homme a avoué.",
            ["source policière"],
        ),
        (
            "« Rien n'est décidé », dit [[un conseiller de l'Élysée]]. [[Le conseiller]] ajoute que "
            "tout reste ouvert.",
            ["conseiller de l'Élysée"] * 2,
        ),
        (
            "[[Un haut responsable américain]] a parlé. [[Un autre responsable]] a démenti.",
            ["haut responsable américain", "autre responsable"],
        ),
        (
            "« On a peur », raconte [[une habitante]]. « Moi aussi », ajoute [[un voisin]].",
            ["habitante", "voisin"],
        ),
        (
            "[[Plusieurs témoins]] ont dit avoir vu l'homme.",
            ["plusieurs témoins"],
        ),
        (
            "[[Des diplomates européens]] estiment que la crise durera.",
            ["diplomates européens"],
        ),
    ],
)
def test_anonymous(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Trump veut acheter le Groenland\n\nDonald Trump a dit mardi qu'il voulait acheter le "
            "Groenland. « C'est une bonne affaire », a-t-[[il]] assuré à la presse.\n\nLa Première "
            "ministre danoise, Mette Frederiksen, a rejeté l'idée. « C'est absurde », a-t-[[elle]] "
            "dit. [[Le président américain]] a annulé sa visite.\n\n[[Copenhague]] se dit surpris.",
            ["Donald Trump", "Mette Frederiksen", "Donald Trump", "Copenhague"],
        ),
        (
            "Incendie à Lyon : deux morts\n\nUn incendie a fait deux morts dans la nuit, a-t-on appris "
            "auprès [[des pompiers]]. « Les flammes étaient hautes », raconte [[Fatima, 52 ans, qui "
            "habite au troisième]]. [[Elle]] dit avoir crié. Selon [[le commandant Roux]], le feu est "
            "éteint. [[L'officier]] précise que trente hommes sont venus.",
            ["pompiers", "Fatima", "Fatima", "Roux", "Roux"],
        ),
        (
            "La ministre de la Culture, Rima Abdul Malak, a ouvert le festival. [[Elle]] a dit sa « "
            "joie ». Le directeur du festival, Tiago Rodrigues, l'a remerciée. « Sans elle, rien », "
            "a-t-[[il]] dit. [[La ministre]] a promis des moyens. [[Le directeur]] a souri : « Nous "
            "verrons. »",
            ["Rima Abdul Malak", "Tiago Rodrigues", "Rima Abdul Malak", "Tiago Rodrigues"],
        ),
    ],
)
def test_whole_articles(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
