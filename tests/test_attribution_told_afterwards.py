"""What is told behind a comma, of somebody else's words or of what is made of them, ends what was said.

A row is a text and (source, cue, content) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

AFTERWARDS = [
    (
        "L'avocate assure que son client dort mal, avant d'ajouter : « Il ira mieux. »",
        [("L'avocate", "assure", "son client dort mal"), ("L'avocate", "ajouter", "Il ira mieux.")],
    ),
    (
        "La ministre a déclaré que le préfet avait tort, avant d'affirmer que le pont tiendrait.",
        [
            ("La ministre", "a déclaré", "le préfet avait tort"),
            ("La ministre", "affirmer", "le pont tiendrait"),
        ],
    ),
    (
        "Le gardien soutient qu'il dormait, avant de concéder « une sieste ».",
        [("Le gardien", "soutient", "il dormait"), ("Le gardien", "concéder", "une sieste")],
    ),
    # What comes before what else they do, or what is asked of them, is part of the words.
    (
        "La ministre affirme que le pont sera repeint avant de rouvrir.",
        [("La ministre", "affirme", "le pont sera repeint avant de rouvrir")],
    ),
    (
        "Le gardien soutient qu'il a tout fermé avant de partir.",
        [("Le gardien", "soutient", "il a tout fermé avant de partir")],
    ),
]

WITHOUT_A_COMMA = [
    (
        "Le ministre a affirmé que le pont rouvrirait avant de préciser que les travaux dureraient.",
        [
            ("Le ministre", "a affirmé", "le pont rouvrirait"),
            ("Le ministre", "préciser", "les travaux dureraient"),
        ],
    ),
    (
        "La maire a rappelé que l'école était fermée avant d'ajouter qu'une autre ouvrirait.",
        [("La maire", "a rappelé", "l'école était fermée"), ("La maire", "ajouter", "une autre ouvrirait")],
    ),
    (
        "Le préfet a estimé que le texte était bon avant de conclure : « Nous le lirons. »",
        [("Le préfet", "a estimé", "le texte était bon"), ("Le préfet", "conclure", "Nous le lirons.")],
    ),
    (
        "L'élu a indiqué que la digue tenait avant d'admettre que « l'eau montait ».",
        [("L'élu", "a indiqué", "la digue tenait"), ("L'élu", "admettre", "l'eau montait")],
    ),
    # Whoever the words are about may have said it: so they tell.
    (
        "Le préfet affirme que le suspect a menti avant d'avouer qu'il était là.",
        [
            ("Le préfet", "affirme", "le suspect a menti avant d'avouer qu'il était là"),
            ("le suspect", "avouer", "il était là"),
        ],
    ),
    (
        "La maire a promis que l'école ouvrirait avant d'annoncer sa démission.",
        [("La maire", "a promis", "l'école ouvrirait avant d'annoncer sa démission")],
    ),
]

MADE_OF_IT = [
    ("Le gérant aurait fui, ce que dément la préfecture.", [("—", "—", "Le gérant aurait fui")]),
    ("L'usine serait vendue, ce qui n'a pas été confirmé.", [("—", "—", "L'usine serait vendue")]),
    (
        "Le roi serait malade, une rumeur que la cour qualifie de « ridicule ».",
        [("—", "—", "Le roi serait malade"), ("la cour", "qualifie", "ridicule")],
    ),
    (
        "La rumeur que le roi serait malade a couru tout l'été.",
        [("—", "rumeur", "le roi serait malade")],
    ),
    ("L'usine serait vendue, avec ses murs.", [("—", "—", "L'usine serait vendue, avec ses murs")]),
]

UNVERIFIED = [
    ("Ces bilans n'ont pu être vérifiés de source indépendante.", []),
    ("Aucun de ces chiffres n'a été confirmé de source officielle.", []),
    ("La prise du village ne pouvait être corroborée de source militaire.", []),
    (
        "La prise du village a été confirmée de source militaire.",
        [("source militaire", "de source", "La prise du village a été confirmée")],
    ),
    (
        "De source militaire, le village n'a pas été pris.",
        [("source militaire", "De source", "le village n'a pas été pris")],
    ),
]

SOURCES_THAT_DID_SOMETHING = [
    (
        "Selon un élu ayant lu le rapport, le pont est fragile.",
        [("un élu", "Selon", "le pont est fragile")],
    ),
    (
        "D'après une voisine rentrant du marché, le chien aboyait.",
        [("une voisine rentrant du marché", "D'après", "le chien aboyait")],
    ),
    ("Selon un élu, le pont tient.", [("un élu", "Selon", "le pont tient")]),
]

HOW_THEY_LOOK = [
    ("« Non », a lâché le prévenu, costume gris et mains jointes.", [("le prévenu", "a lâché", "Non")]),
    ("« Non », a lâché le maire Luc Rey, sourire aux lèvres.", [("le maire Luc Rey", "a lâché", "Non")]),
    ("Le maire, présent depuis l'aube, juge que c'est réussi.", [("Le maire", "juge", "c'est réussi")]),
    ("« Non », a lâché Luc Rey, maire de Tulle.", [("Luc Rey, maire de Tulle", "a lâché", "Non")]),
    ("« Non », a lâché le maire, Luc Rey.", [("le maire, Luc Rey", "a lâché", "Non")]),
]

FIXTURES = [
    ("Ligue 2. Après Brive - Tulle (2-1) : « On a tenu »", "—"),
    ("Handball : Dijon - Metz : « On a tenu »", "—"),
    ("Football. Luc Rey : « On a tenu »", "Luc Rey"),
    ("Brive - Luc Rey : « On a tenu »", "Luc Rey"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    AFTERWARDS + WITHOUT_A_COMMA + MADE_OF_IT + UNVERIFIED + SOURCES_THAT_DID_SOMETHING + HOW_THEY_LOOK,
)
def test_where_the_words_end(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected


@pytest.mark.parametrize(("text", "source"), FIXTURES)
def test_two_teams_say_nothing(extractor: Extractor, text: str, source: str) -> None:
    assert [s for s, _, _ in found_in(extractor, text)] == [source]
