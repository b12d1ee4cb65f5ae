"""What a party thinks of something, and whom the first sentence shows; the sentences are our own.

A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

VIEWS_WITHOUT_MARKS = [
    (
        "Pour le syndicat, cette loi est un recul.",
        [("le syndicat", "Pour", "cette loi est un recul")],
    ),
    (
        "Pour la CGT, la réforme constitue une grave erreur.",
        [("la CGT", "Pour", "la réforme constitue une grave erreur")],
    ),
    (
        "Pour l'opposition, ce texte est dangereux pour les libertés.",
        [("l'opposition", "Pour", "ce texte est dangereux pour les libertés")],
    ),
    # How it fares.
    ("Pour le syndicat, cette loi est un coup dur.", []),
    ("Pour le parti, cette défaite est la troisième.", []),
    ("Pour le parti, c'est un recul de trois points.", []),
    ("Pour l'association, la situation est difficile.", []),
]
WHOM_THE_OPENING_SHOWS = [
    (
        "« C'est fini. » Devant la mairie, Ginette Lemarrec, 62 ans, ne cache pas sa colère.",
        [("Ginette Lemarrec, 62 ans", "—", "C'est fini.")],
    ),
    (
        "« C'est un soulagement. » Depuis son bureau, le maire, Paul Roux, contemple la place.",
        [("le maire, Paul Roux", "—", "C'est un soulagement.")],
    ),
    (
        "« On m'a tout pris. » Lundi, Paul Roux a été cambriolé.",
        [("Paul Roux", "—", "On m'a tout pris.")],
    ),
    ("« C'est fini. » Lundi, Paul Roux a été arrêté devant la mairie.", [("—", "—", "C'est fini.")]),
    ("« Il était gentil. » Lundi, le maire Paul Roux est arrivé en ville.", [("—", "—", "Il était gentil.")]),
    (
        "Les riverains attendent.\n\n« C'est un soulagement. » Le maire Paul Roux contemple la place.",
        [("—", "—", "C'est un soulagement.")],
    ),
]
WHAT_ONE_WAS_TOLD = [
    (
        "« On m'a dit que tout serait réglé lundi », raconte Paul Roux.",
        [
            ("Paul Roux", "raconte", "On m'a dit que tout serait réglé lundi"),
            ("On", "m'a dit", "tout serait réglé lundi"),
        ],
    ),
]
WHO_WAS_MET = [
    (
        "Entretien avec Anne Roux : « J'aime ne pas savoir où je vais »\n\nLa cinéaste présente son film.",
        [("Anne Roux", "—", "J'aime ne pas savoir où je vais")],
    ),
    (
        "Interview de Paul Roux : « On ira au bout »\n\nLe capitaine est confiant.",
        [("Paul Roux", "—", "On ira au bout")],
    ),
    (
        "Paul Roux (Lens) – Capitaine\n\n« On ira au bout du chemin. »\n\nLuc Petit (Nice) - Entraîneur\n\n« Nous "
        "avons tenu le choc. »",
        [("Paul Roux", "—", "On ira au bout du chemin."), ("Luc Petit", "—", "Nous avons tenu le choc.")],
    ),
    (
        "La rencontre avec Paul Roux a duré. « On ira au bout du chemin. »",
        [("—", "—", "On ira au bout du chemin.")],
    ),
    (
        "Tirage au sort : Lens - Nice\n\n« On ira au bout du chemin. »",
        [("—", "—", "On ira au bout du chemin.")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), VIEWS_WITHOUT_MARKS + WHOM_THE_OPENING_SHOWS + WHAT_ONE_WAS_TOLD + WHO_WAS_MET
)
def test_whose_view_it_is(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
