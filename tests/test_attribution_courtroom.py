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
QUESTIONS_AND_ANSWERS = [
    (
        "« Pourquoi ? », demande la présidente. Le prévenu hésite. « J'ai eu peur. » La présidente insiste. « De quoi "
        "aviez-vous peur ? »",
        [
            ("la présidente", "demande", "Pourquoi ?"),
            ("Le prévenu", "—", "J'ai eu peur."),
            ("La présidente", "—", "De quoi aviez-vous peur ?"),
        ],
    ),
    (
        "« Le geste est grave », dit la présidente. Le prévenu acquiesce. « Il n'y a aucune excuse. »",
        [("la présidente", "dit", "Le geste est grave"), ("Le prévenu", "—", "Il n'y a aucune excuse.")],
    ),
    (
        "La présidente demande au prévenu pourquoi il est parti. « J'ai eu peur. »",
        [
            ("La présidente", "demande", "pourquoi il est parti"),
            ("prévenu", "—", "J'ai eu peur."),
        ],
    ),
    (
        "Le juge lui demande s'il regrette. « Oui, chaque jour. »",
        [("Le juge", "lui demande", "il regrette"), ("—", "—", "Oui, chaque jour.")],
    ),
    (
        "« Qui tenait le couteau ? » demande la juge. « Moi », souffle Luc Roux. « Et pourquoi ? » « Par peur. »",
        [
            ("la juge", "demande", "Qui tenait le couteau ?"),
            ("Luc Roux", "souffle", "Moi"),
            ("—", "—", "Et pourquoi ?"),
            ("—", "—", "Par peur."),
        ],
    ),
    (
        "« Pourquoi être parti ? », demande la présidente.\n\n« Je ne sais pas. »",
        [("la présidente", "demande", "Pourquoi être parti ?"), ("—", "—", "Je ne sais pas.")],
    ),
    # The same one goes on: he asks nobody, or speaks to whom he asks; others are only told of.
    (
        "Le juge lui demande s'il regrette. « Vous avez gâché une vie. »",
        [("Le juge", "lui demande", "il regrette"), ("—", "—", "Vous avez gâché une vie.")],
    ),
    (
        "« On ferme », dit la directrice. Le médecin part en juin. « Nous n'avons trouvé personne. »",
        [("la directrice", "dit", "On ferme"), ("—", "—", "Nous n'avons trouvé personne.")],
    ),
    (
        "« Qu'est-ce qu'on attend ? », lance Paul Roux. « On a tout essayé. »",
        [("Paul Roux", "lance", "Qu'est-ce qu'on attend ? », lance Paul Roux. « On a tout essayé.")],
    ),
    (
        "La députée demande pourquoi rien n'a été fait. « Nous attendons des réponses. »",
        [("La députée", "demande", "pourquoi rien n'a été fait"), ("—", "—", "Nous attendons des réponses.")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), WHO_ASKS_AND_WHAT + WHO_HE_IS_BY_THE_WAY + QUESTIONS_AND_ANSWERS
)
def test_what_is_said_at_court(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
