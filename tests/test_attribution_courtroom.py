"""What is said at a court, and by whom; the sentences are our own.

A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

WHO_ASKS_AND_WHAT = [
    ("Anne Roux, leur avocate, demande une enquête.", []),
    ("Le maire, lui, réclame une étude.", []),
    ("Luc Petit, le préfet, annonce un rapport.", []),
    ("Trop cher, juge le rapport.", [("le rapport", "juge", "Trop cher")]),
    ("Le toit cède, note le rapport.", [("le rapport", "note", "Le toit cède")]),
]
WHO_HE_IS_BY_THE_WAY = [
    (
        "Selon Paul Roux, l'avocat du chauffeur, le dossier est vide.",
        [("Paul Roux", "Selon", "le dossier est vide")],
    ),
    ("Selon Paul Roux, son avocat, le dossier est vide.", [("Paul Roux", "Selon", "le dossier est vide")]),
    ("Pour Me Roux, son avocate, « le dossier est vide ».", [("Me Roux", "Pour", "le dossier est vide")]),
    (
        "Selon Paul Roux, la maire, Anne Petit, a menti.",
        [("Paul Roux", "Selon", "la maire, Anne Petit, a menti")],
    ),
    ("Selon Paul Roux, le maire, lui, a menti.", [("Paul Roux", "Selon", "le maire, lui, a menti")]),
]


@pytest.mark.parametrize(("text", "expected"), WHO_ASKS_AND_WHAT + WHO_HE_IS_BY_THE_WAY)
def test_what_is_said_at_court(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
