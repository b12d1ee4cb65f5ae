"""Turns of articles that were written to be read by this program for the first time.

A row is a text and (source, cue, content, name) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Credited, credited_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

THE_HOUSE_TOLD_OF_LAST = [
    (
        (
            "Paul Vasseur accuse « les tableurs ». Le comité ne tranche pas. Il reconnaît que les "
            "quotas sont mal répartis."
        ),
        [
            ("Paul Vasseur", "accuse", "les tableurs", "Paul Vasseur"),
            ("Il", "reconnaît", "les quotas sont mal répartis", "comité"),
        ],
    ),
    (
        (
            "L'armateur Luc Roux accuse « les tableurs ». La halle se vide. Le comité des pêches, "
            "que dirige Soizic Abgrall, se tait. Dans une note, il reconnaît que « rien n'est "
            "réglé »."
        ),
        [
            ("L'armateur Luc Roux", "accuse", "les tableurs", "Luc Roux"),
            ("il", "reconnaît", "rien n'est réglé", "comité des pêches"),
        ],
    ),
    (
        "Paul Vasseur accuse « les tableurs ». Le club se tait. Il assure que tout va bien.",
        [
            ("Paul Vasseur", "accuse", "les tableurs", "Paul Vasseur"),
            ("Il", "assure", "tout va bien", "club"),
        ],
    ),
    (
        (
            "Paul Vasseur accuse « les tableurs ». Le comité l'a reçu. Il reconnaît que les quotas "
            "sont mal répartis."
        ),
        [
            ("Paul Vasseur", "accuse", "les tableurs", "Paul Vasseur"),
            ("Il", "reconnaît", "les quotas sont mal répartis", "Paul Vasseur"),
        ],
    ),
    (
        "Paul Vasseur accuse « les tableurs ». Il reconnaît que les quotas sont mal répartis.",
        [
            ("Paul Vasseur", "accuse", "les tableurs", "Paul Vasseur"),
            ("Il", "reconnaît", "les quotas sont mal répartis", "Paul Vasseur"),
        ],
    ),
]
RIGHT_BEFORE_QUI = [
    (
        "Le quotidien cite un technicien selon qui « l'alarme sonnait depuis la veille ».",
        [
            (
                "Le quotidien",
                "cite",
                "un technicien selon qui « l'alarme sonnait depuis la veille",
                "quotidien",
            ),
            ("un technicien", "selon", "l'alarme sonnait depuis la veille", "technicien"),
        ],
    ),
    (
        "Le journal a retrouvé un voisin d'après qui la porte était ouverte.",
        [("un voisin", "d'après", "la porte était ouverte", "voisin")],
    ),
    ("Il a voté pour un maire pour qui « tout est simple ».", []),
]
SHOWN_BETWEEN = [
    (
        "« On les entend », dit Odile Rey. Son voisin, Paul Roux, a filmé. « Ils n'ont rien laissé ! »",
        [
            ("Odile Rey", "dit", "On les entend", "Odile Rey"),
            ("Son voisin, Paul Roux", "—", "Ils n'ont rien laissé !", "Paul Roux"),
        ],
    ),
    (
        "« On les entend », dit Odile Rey. La maire, Anne Petit, se tait. « Ils n'ont rien laissé ! »",
        [
            ("Odile Rey", "dit", "On les entend", "Odile Rey"),
            ("La maire, Anne Petit", "—", "Ils n'ont rien laissé !", "Anne Petit"),
        ],
    ),
    (
        "« On les entend », dit Odile Rey. La forêt a vécu. « Ils n'ont rien laissé ! »",
        [
            ("Odile Rey", "dit", "On les entend", "Odile Rey"),
            ("—", "—", "Ils n'ont rien laissé !", "Odile Rey"),
        ],
    ),
]
IN_A_RELATIVE_OF_ANOTHER = [
    ("De quoi faire bondir le maire, qui n'a, jure-t-il, « jamais été consulté ».", ["—"]),
    ("De quoi surprendre le préfet, qui n'a, assure-t-il, « jamais été prévenu ».", ["—"]),
    ("De quoi inquiéter un voisin, qui n'a, raconte-t-il, « jamais été entendu ».", ["—"]),
    # Whom the sentence is about.
    ("Luc Roux répond au maire qu'il n'a, jure-t-il, « jamais été consulté ».", ["Luc Roux"]),
    ("Le maire répond qu'il n'a, jure-t-il, « jamais été consulté ».", ["maire"]),
]


@pytest.mark.parametrize(("text", "names"), IN_A_RELATIVE_OF_ANOTHER)
def test_an_aside_in_a_relative_clause(extractor: Extractor, text: str, names: list[str]) -> None:
    _, *behind = credited_in(extractor, f"« C'est fini », balaie Luc Roux. {text}")
    assert [name for *_, name in behind] == names


EACH_HIS_SIDE = [
    (
        "Trop tard, dit l'adjointe ; trop tôt, répond le maire.",
        [("l'adjointe", "dit", "Trop tard", "adjointe"), ("le maire", "répond", "trop tôt", "maire")],
    ),
    (
        "« Trop tard », dit l'adjointe ; « trop tôt », répond le maire.",
        [("l'adjointe", "dit", "Trop tard", "adjointe"), ("le maire", "répond", "trop tôt", "maire")],
    ),
    (
        "Les ventes reculent ; les marges aussi, a indiqué le groupe.",
        [("le groupe", "a indiqué", "Les ventes reculent ; les marges aussi", "groupe")],
    ),
    (
        (
            "La faute, jure l'armateur, à « ces tableurs » ; la faute aux armateurs, rétorque "
            "Odile Garnier, qui « ont vendu leurs licences »."
        ),
        [
            ("l'armateur", "jure", "La faute", "armateur"),
            ("Odile Garnier", "rétorque", "la faute aux armateurs", "Odile Garnier"),
        ],
    ),
]
IN_A_WORD = [
    (
        (
            "Soizic Abgrall nous reçoit debout. « Le bateau est à mon frère, écrivez-le. » "
            "A-t-elle couvert quelqu'un ? « Non. » A-t-elle été tentée ? « J'ai été tentée de "
            "partir, oui. »"
        ),
        [
            ("Soizic Abgrall", "—", "Le bateau est à mon frère, écrivez-le.", "Soizic Abgrall"),
            ("—", "—", "Non.", "Soizic Abgrall"),
            ("—", "—", "J'ai été tentée de partir, oui.", "Soizic Abgrall"),
        ],
    ),
    ("Faut-il y voir une « faute » ? Le titre est « Oui. » et rien d'autre.", []),
]
ANOTHERS_REPORT_BEHIND = [
    (
        (
            "La directrice dit avoir remis ses dossiers à la gendarmerie, qui confirme avoir « "
            "ouvert une procédure », sans plus de détails."
        ),
        [
            ("La directrice", "dit", "avoir remis ses dossiers à la gendarmerie", "directrice"),
            ("la gendarmerie", "confirme", "avoir « ouvert une procédure", "gendarmerie"),
        ],
    ),
    (
        "Le maire affirme que le budget a été voté par le conseil, qui assure n'avoir rien vu.",
        [
            ("Le maire", "affirme", "le budget a été voté par le conseil", "maire"),
            ("le conseil", "assure", "n'avoir rien vu", "conseil"),
        ],
    ),
    (
        "Le maire dit avoir vu le préfet, qui lui a promis que la digue serait refaite.",
        [
            ("Le maire", "dit", "avoir vu le préfet, qui lui a promis que la digue serait refaite", "maire"),
            ("le préfet", "lui a promis", "la digue serait refaite", "préfet"),
        ],
    ),
    (
        "Le maire dit que le préfet, qui assure ne rien savoir, sera entendu.",
        [
            ("Le maire", "dit", "le préfet, qui assure ne rien savoir, sera entendu", "maire"),
            ("le préfet", "assure", "ne rien savoir", "préfet"),
        ],
    ),
]
PAPERS_THAT_ACT = [
    (
        (
            "Selon le rapport que « La Voix des Flandres » a révélé samedi, une vanne aurait privé "
            "d'eau deux salles. « Rien n'est sûr », note le quotidien."
        ),
        [
            ("le rapport", "Selon", "une vanne aurait privé d'eau deux salles", "rapport"),
            ("le quotidien", "note", "Rien n'est sûr", "La Voix des Flandres"),
        ],
    ),
    (
        (
            "Le titre a dévissé en Bourse. Selon un rapport que « La Voix des Flandres » a révélé, "
            "la vanne fuit. Le quotidien juge « la chute sévère »."
        ),
        [
            ("un rapport", "Selon", "la vanne fuit", "rapport"),
            ("Le quotidien", "juge", "la chute sévère", "La Voix des Flandres"),
        ],
    ),
    ("« Libération » a révélé l'affaire mardi.", []),
    ("« C'est fini » a révélé le maire.", [("le maire", "a révélé", "C'est fini", "maire")]),
]
HIS_AGE_AS_WELL = [
    (
        (
            "Le fondateur, Marc-Antoine Vuillard, a publié un message. « J'ai confondu vitesse et "
            "précipitation », écrit l'ingénieur de 44 ans."
        ),
        [
            (
                "l'ingénieur de 44 ans",
                "écrit",
                "J'ai confondu vitesse et précipitation",
                "Marc-Antoine Vuillard",
            )
        ],
    ),
    (
        "L'avocat Luc Roux a réagi. « Je n'ai rien fait », jure le chauffeur de 28 ans.",
        [("le chauffeur de 28 ans", "jure", "Je n'ai rien fait", "chauffeur de 28 ans")],
    ),
    (
        "Luc Roux et Paul Rey ont réagi. « Je n'ai rien fait », jure le chauffeur de 28 ans.",
        [("le chauffeur de 28 ans", "jure", "Je n'ai rien fait", "chauffeur de 28 ans")],
    ),
]
WHO_LEADS = [
    (
        (
            "L'association, présidée par Odile Garnier, ferme ses portes. « On n'en peut plus », "
            "confie la présidente."
        ),
        [("la présidente", "confie", "On n'en peut plus", "Odile Garnier")],
    ),
    (
        (
            "Le comité des pêches, que dirige Soizic Abgrall, ne tranche pas. Elle part. La salle "
            "aussi. Le vent tombe. La directrice du comité dit avoir tout remis."
        ),
        [("La directrice du comité", "dit", "avoir tout remis", "Soizic Abgrall")],
    ),
    (
        "L'usine dirigée par Paul Vasseur ferme. « C'est dur », dit le directeur.",
        [("le directeur", "dit", "C'est dur", "Paul Vasseur")],
    ),
    (
        (
            "L'enquête dirigée par Paul Vasseur piétine. L'école est fermée. Le vent tombe. « "
            "C'est dur », dit le directeur."
        ),
        [("le directeur", "dit", "C'est dur", "directeur")],
    ),
    (
        "Le club présidé par Odile Garnier a perdu. « C'est dur », dit le président de la ligue.",
        [("le président de la ligue", "dit", "C'est dur", "président de la ligue")],
    ),
    (
        (
            "Le club présidé par Odile Garnier et la ligue présidée par Anne Roux s'opposent. « "
            "C'est dur », dit la présidente."
        ),
        [("la présidente", "dit", "C'est dur", "présidente")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    THE_HOUSE_TOLD_OF_LAST
    + RIGHT_BEFORE_QUI
    + SHOWN_BETWEEN
    + EACH_HIS_SIDE
    + IN_A_WORD
    + ANOTHERS_REPORT_BEHIND
    + PAPERS_THAT_ACT
    + HIS_AGE_AS_WELL
    + WHO_LEADS,
)
def test_reports_of_our_own(extractor: Extractor, text: str, expected: Credited) -> None:
    assert credited_in(extractor, text) == expected
