"""What somebody judges an act to be, what a side holds, what is done by declaring it; the sentences are our own.

A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

IN_FRONT_OF_THE_CLAUSE = [
    (
        "Le maire a jugé « inacceptable » que l'Etat refuse de payer.",
        [("Le maire", "a jugé", "inacceptable » que l'Etat refuse de payer")],
    ),
    (
        "Le préfet a estimé ce vendredi « très probable » que la digue cède « au printemps ».",
        [("Le préfet", "a estimé", "très probable » que la digue cède « au printemps")],
    ),
    (
        "La ministre juge peu probable que le texte soit voté.",
        [("La ministre", "juge", "peu probable que le texte soit voté")],
    ),
    (
        "Elle trouve « normal » que les élus soient consultés, mais refuse de voter.",
        [("Elle", "trouve", "normal » que les élus soient consultés")],
    ),
    (
        "La ministre estime « nécessaire » de revoir le calendrier.",
        [("La ministre", "estime", "nécessaire » de revoir le calendrier")],
    ),
    (
        "La ministre estime nécessaire de revoir le calendrier.",
        [("La ministre", "estime", "nécessaire de revoir le calendrier")],
    ),
    (
        "Le maire estimait mardi dernier que le pont était solide.",
        [("Le maire", "estimait", "le pont était solide")],
    ),
    ("Le maire juge le texte plus utile que la loi.", []),
    (
        "Il a jugé utile de préciser que le pont est fermé.",
        [("Il", "préciser", "le pont est fermé")],
    ),
]
WHAT_A_SIDE_HOLDS = [
    (
        "Pour la CSC, la pension à points voulue par le ministre est « inefficace ».",
        [("la CSC", "Pour", "la pension à points voulue par le ministre est « inefficace")],
    ),
    (
        "Pour le syndicat, le texte du gouvernement, qui sera voté lundi, est « inefficace ».",
        [("le syndicat", "Pour", "le texte du gouvernement, qui sera voté lundi, est « inefficace")],
    ),
    (
        "Pour le parti, l'accord signé à la hâte reste « fragile ».",
        [("le parti", "Pour", "l'accord signé à la hâte reste « fragile")],
    ),
    ("Pour l'équipe, le match de samedi est « joué ».", []),
    ("Pour la route, le détour est « petit ».", []),
]
DONE_BY_DECLARING = [
    ("Il s'était même déclaré candidat à la mairie.", []),
    ("La société s'est déclarée en faillite lundi.", []),
    (
        "La ministre s'est déclarée favorable à la réforme.",
        [("La ministre", "s'est déclarée", "favorable à la réforme")],
    ),
    (
        "Le joueur s'est déclaré « prêt » à revenir.",
        [("Le joueur", "s'est déclaré", "prêt » à revenir")],
    ),
]
BEHIND_AN_AGENCY = [
    ("(Belga) Le pont a cédé, a annoncé le préfet.", [("le préfet", "a annoncé", "Le pont a cédé")]),
    ("(Boursier.com) — Le pont a cédé, a annoncé le préfet.", [("le préfet", "a annoncé", "Le pont a cédé")]),
    ("[Reuters] Le pont a cédé, a annoncé le préfet.", [("le préfet", "a annoncé", "Le pont a cédé")]),
    (
        "(Photo) Le pont a cédé, a annoncé le préfet.",
        [("le préfet", "a annoncé", "(Photo) Le pont a cédé")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*IN_FRONT_OF_THE_CLAUSE, *WHAT_A_SIDE_HOLDS, *DONE_BY_DECLARING, *BEHIND_AN_AGENCY],
)
def test_what_one_judges(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
