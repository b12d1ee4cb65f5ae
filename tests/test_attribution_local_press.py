"""Turns of agencies, local papers and the sports pages, met in articles that no rule was written for.

The sentences are our own. A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

TOLD_TO_A_HOUSE = [
    (
        "« C'est fini », estime auprès d'Actu.fr Jean Roux, président du club, qui rappelle que le stade est plein.",
        [
            ("Jean Roux, président du club", "estime", "C'est fini"),
            ("Jean Roux, président du club", "rappelle", "le stade est plein"),
        ],
    ),
    (
        "« Le texte passera », a confié au micro de France Bleu Luc Morin.",
        [("Luc Morin", "a confié", "Le texte passera")],
    ),
    (
        "« Tout est cher », se désole par exemple Anne Petit, infirmière.",
        [("Anne Petit, infirmière", "se désole", "Tout est cher")],
    ),
    (
        "« Le texte passera », a lancé au maire de Lyon Luc Morin la préfète.",
        [("la préfète", "a lancé", "Le texte passera")],
    ),
    (
        "« Le texte passera », a assuré à la presse le maire de Lyon.",
        [("le maire de Lyon", "a assuré", "Le texte passera")],
    ),
]
BEHIND_ITS_SETTING = [
    (
        "Loin des clichés des films américains, Jean Morel, avocat pénaliste, temporise : « On attend. »",
        [("Jean Morel, avocat pénaliste", "temporise", "On attend.")],
    ),
    (
        "Elles concernent les primes et la reprise par un prestataire, selon Luc Morin, délégué CGT.",
        [("Luc Morin", "selon", "Elles concernent les primes et la reprise par un prestataire")],
    ),
    (
        "Vingt écoles sont fermées, selon les chiffres avancés lundi par la mairie, un bilan qui grossit.",
        [("les chiffres", "selon", "Vingt écoles sont fermées")],
    ),
    (
        "La route sera fermée, selon le maire, pendant deux mois.",
        [("le maire", "selon", "La route sera fermée, selon le maire, pendant deux mois")],
    ),
    (
        "Le pont, selon le maire, un ouvrage ancien, sera démoli.",
        [("le maire", "selon", "Le pont, selon le maire, un ouvrage ancien, sera démoli")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    TOLD_TO_A_HOUSE + BEHIND_ITS_SETTING,
)
def test_a_turn_of_the_local_press(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
