"""Turns met in reports from shops, wards and fields; the sentences are our own.

A row is a text and (source, cue, content, name) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Credited, credited_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

OF_ONE_MIND = [
    (
        (
            "« Rien ne presse », explique le maire. Même analyse du côté du préfet. « Il faut "
            "attendre l'été. »"
        ),
        [
            ("le maire", "explique", "Rien ne presse", "maire"),
            ("préfet", "—", "Il faut attendre l'été.", "préfet"),
        ],
    ),
    (
        (
            "« Rien ne presse », explique le maire. Une analyse partagée par Odile Garnier. « Il "
            "faut attendre l'été. »"
        ),
        [
            ("le maire", "explique", "Rien ne presse", "maire"),
            ("Odile Garnier", "—", "Il faut attendre l'été.", "Odile Garnier"),
        ],
    ),
    (
        (
            "« Rien ne presse », explique le maire. Même constat chez les éleveurs. « Il faut "
            "attendre l'été. »"
        ),
        [
            ("le maire", "explique", "Rien ne presse", "maire"),
            ("les éleveurs", "—", "Il faut attendre l'été.", "éleveurs"),
        ],
    ),
    (
        ("« Rien ne presse », explique le maire. Même décor chez Odile Garnier. « Il faut attendre l'été. »"),
        [("le maire", "explique", "Rien ne presse", "maire"), ("—", "—", "Il faut attendre l'été.", "—")],
    ),
    (
        ("« Rien ne presse », explique le maire. Même chose pour la route. « Il faut attendre l'été. »"),
        [("le maire", "explique", "Rien ne presse", "maire"), ("—", "—", "Il faut attendre l'été.", "maire")],
    ),
]
WHAT_ONE_HAS = [
    (
        ("La femme interpellée présentait des « antécédents psychiatriques », a annoncé le procureur."),
        [
            (
                "le procureur",
                "a annoncé",
                "La femme interpellée présentait des « antécédents psychiatriques",
                "procureur",
            )
        ],
    ),
    ("Le blessé présente une « lésion grave ».", []),
    (
        "Le maire présente « un projet qui fera date ».",
        [("Le maire", "présente", "un projet qui fera date", "maire")],
    ),
    (
        "Le maire présente le projet comme « une chance ».",
        [("Le maire", "présente", "le projet comme « une chance", "maire")],
    ),
    ("Des résidents ont appelé au secours depuis leurs fenêtres.", []),
    ("Les syndicats appellent à la grève.", [("Les syndicats", "appellent", "la grève", "syndicats")]),
]
WHO_IS_SHOWN_BEHIND = [
    (
        (
            "« Vraiment là c'est le dernier commerce de la commune ! » André Garry s'agace. Maire "
            "depuis 24 ans, il cherche un repreneur."
        ),
        [("André Garry", "—", "Vraiment là c'est le dernier commerce de la commune !", "André Garry")],
    ),
    (
        ("« C'est le dernier commerce de la commune ! » Odile Garnier soupire. Le rideau est baissé."),
        [("Odile Garnier", "—", "C'est le dernier commerce de la commune !", "Odile Garnier")],
    ),
    (
        "« Rendez-nous la plage ! » La banderole a été décrochée mardi.",
        [("—", "—", "Rendez-nous la plage !", "—")],
    ),
    ("« C'est honteux ! » Paul Vasseur a été arrêté lundi.", [("—", "—", "C'est honteux !", "—")]),
]
CALLED_SO = [
    (
        (
            "Christiane vit dans le village. « Je viens tous les matins », confie celle pour qui "
            "le pain est une religion."
        ),
        [("celle", "confie", "Je viens tous les matins", "Christiane")],
    ),
    (
        (
            "Derrière le comptoir, Mégane, la vendeuse n'arrête pas. « Je savais qu'il y aurait du "
            "monde », lance la vendeuse."
        ),
        [("la vendeuse", "lance", "Je savais qu'il y aurait du monde", "Mégane")],
    ),
    (
        (
            "Dimanche après le match, Bruno Salvi, le coach des Gones est revenu sur cette "
            "histoire. « J’ai besoin d’un groupe solidaire », a indiqué le technicien."
        ),
        [("le technicien", "a indiqué", "J’ai besoin d’un groupe solidaire", "Bruno Salvi")],
    ),
    (
        ("Avec Odile Garnier, la maire de Vars a quitté la salle. « Rien n'est joué », a indiqué la maire."),
        [("la maire", "a indiqué", "Rien n'est joué", "maire de Vars")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OF_ONE_MIND + WHAT_ONE_HAS + WHO_IS_SHOWN_BEHIND + CALLED_SO)
def test_shops_and_fields(extractor: Extractor, text: str, expected: Credited) -> None:
    assert credited_in(extractor, text) == expected
