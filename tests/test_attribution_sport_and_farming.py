"""Turns met in sport, farming and other genres; the sentences are our own.

A row is a text and (source, cue, content, name) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Credited, credited_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

WHERE_A_CLAUSE_ENDS = [
    (
        ("L’avenir lui appartient, souligne Le Figaro qui le montre gamin, à 13 ans, lors d'un test."),
        [("Le Figaro", "souligne", "L’avenir lui appartient", "Le Figaro")],
    ),
    (
        "La tempête a fait treize blessés, selon un bilan de la préfecture lundi.",
        [
            (
                "un bilan de la préfecture",
                "selon",
                "La tempête a fait treize blessés",
                "bilan de la préfecture",
            )
        ],
    ),
    (
        "Le projet (un gouffre financier, regrette le maire) sera revu au printemps.",
        [("le maire", "regrette", "un gouffre financier", "maire")],
    ),
    (
        "Le projet (c'est un gouffre financier, regrette le maire) sera revu au printemps.",
        [("le maire", "regrette", "c'est un gouffre financier", "maire")],
    ),
    (
        "La mesure portera, prévient le maire, sur les seuls marchés.",
        [("le maire", "prévient", "La mesure portera, prévient le maire, sur les seuls marchés", "maire")],
    ),
    (
        "Selon la préfecture, le pont rouvre lundi.",
        [("la préfecture", "Selon", "le pont rouvre lundi", "préfecture")],
    ),
    ("Le maire (qui brigue un second mandat, demande une enquête) partira.", []),
]
SEVERAL_PAPERS = [
    (
        "Les joueurs ont la cote, claironnent Le Courrier picard et Ouest-France.",
        [
            (
                "Le Courrier picard et Ouest-France",
                "claironnent",
                "Les joueurs ont la cote",
                "Le Courrier picard et Ouest-France",
            )
        ],
    )
]
USED_WORDS = [
    (
        "L'expression « franchement solaire » choisie par son mentor, Paul Vasseur, a marqué.",
        [("son mentor, Paul Vasseur", "choisie", "franchement solaire", "Paul Vasseur")],
    ),
    ("Le terme de « gâchis » utilisé par le maire a choqué.", [("le maire", "utilisé", "gâchis", "maire")]),
    (
        "Une banderole « Rendez-nous la plage » brandie par les habitants barre la rue.",
        [("les habitants", "brandie", "Rendez-nous la plage", "habitants")],
    ),
    ("L'expression « aller au charbon » vient de la mine.", []),
    ("Le mot « bourde » employé par erreur a été retiré.", []),
]
GOING_ON = [
    (
        (
            "« Les éditeurs manquent de papier », explique Karim Belhadj, directeur de la maison. "
            "Pour cela, « il faut que les imprimeurs s'entendent sur les prix »."
        ),
        [
            (
                "Karim Belhadj, directeur de la maison",
                "explique",
                (
                    "Les éditeurs manquent de papier », explique Karim Belhadj, directeur de la maison. "
                    "Pour cela, « il faut que les imprimeurs s'entendent sur les prix"
                ),
                "Karim Belhadj",
            )
        ],
    ),
    (
        (
            "« Les éditeurs manquent de papier », explique Karim Belhadj. Pour cela, la région "
            "promet « une aide »."
        ),
        [
            ("Karim Belhadj", "explique", "Les éditeurs manquent de papier", "Karim Belhadj"),
            ("la région", "promet", "une aide", "région"),
        ],
    ),
    (
        (
            "Des internautes répondent en ces termes : « Tu partages une vidéo de 2018 », « "
            "C’était en 2018 » ou encore « C’est une ancienne vidéo »."
        ),
        [
            (
                "Des internautes",
                "répondent",
                ("Tu partages une vidéo de 2018 », « C’était en 2018 » ou encore « C’est une ancienne vidéo"),
                "internautes",
            )
        ],
    ),
]
WHOM_A_PRONOUN_MEANS = [
    (
        (
            "« Le club tient bon », affirme la Provence.\n\nLe match raconté par Odile Garnier : « "
            "Une pluie, dit-elle, à ne plus voir ses crampons. »"
        ),
        [
            ("la Provence", "affirme", "Le club tient bon", "Provence"),
            ("elle", "dit-elle", "Une pluie, dit-elle, à ne plus voir ses crampons.", "Odile Garnier"),
        ],
    ),
    (
        (
            "Une vidéo circule. On y voit le président et Brigitte Vallon.\n\nUne vieille vidéo\n\n"
            "L'image a cinq ans.\n\nCelle-ci vient d'une chaîne. Elle explique : « Deux motards se "
            "percutent. »"
        ),
        [("Elle", "explique", "Deux motards se percutent.", "—")],
    ),
    (
        "On y voit le président et Brigitte Vallon. Elle explique : « Nous partons. »",
        [("Elle", "explique", "Nous partons.", "Brigitte Vallon")],
    ),
    (
        (
            "Hermine d'hiver\n\nUn jour, elle a crié « Je ne sais pas qui c’est ! », comme si son "
            "heure avait sonné. Justine Lavry a peur de tout."
        ),
        [("elle", "a crié", "Je ne sais pas qui c’est !", "—")],
    ),
    (
        "Rose Vasseur est revenue. « Je suis née là », dit Rose.",
        [("Rose", "dit", "Je suis née là", "Rose Vasseur")],
    ),
]
THE_ONE_CONCERNED = [
    (
        "Paul Vasseur a reçu le prix mardi. « Je n'y croyais pas », s'amuse le concerné.",
        [("le concerné", "s'amuse", "Je n'y croyais pas", "Paul Vasseur")],
    ),
    (
        "« Le plan est bon », note le service concerné.",
        [("le service", "note", "Le plan est bon", "service")],
    ),
    (
        (
            "Bernstein a réduit lundi son objectif de cours. « Les marges vont souffrir », écrit "
            "le bureau d'études."
        ),
        [("le bureau d'études", "écrit", "Les marges vont souffrir", "Bernstein")],
    ),
]
INTERVIEWS_WITHOUT_DASHES = [
    (
        (
            "Entretien avec Odile Garnier\n\nElle dirige la cave depuis dix ans.\n\nComment "
            "s'annonce votre récolte ?\n\nBelle, malgré la grêle. Je n'ai jamais vu autant de "
            "grappes.\n\nVos prix baissent. Êtes-vous inquiète ?\n\nOui, et cela m'empêche de "
            "dormir.\n\nCertains de vos voisins ont déjà arraché leurs pieds.\n\nJe les comprends. "
            "On ne vit pas de la seule beauté du paysage.\n\nQue pouvez-vous faire ?\n\nSe "
            "regrouper. Mon père le disait déjà."
        ),
        [
            (
                "Odile Garnier",
                "—",
                "Belle, malgré la grêle. Je n'ai jamais vu autant de grappes.",
                "Odile Garnier",
            ),
            ("Odile Garnier", "—", "Oui, et cela m'empêche de dormir.", "Odile Garnier"),
            (
                "Odile Garnier",
                "—",
                "Je les comprends. On ne vit pas de la seule beauté du paysage.",
                "Odile Garnier",
            ),
            ("Odile Garnier", "—", "Se regrouper. Mon père le disait déjà.", "Odile Garnier"),
        ],
    ),
    (
        (
            "Paul Vasseur (Vars) : « On a manqué de jus »\n\nQuel est votre sentiment ?\n\nDe la "
            "déception. On voulait gagner.\n\nQue regrettez-vous le plus ?\n\nLa première "
            "mi-temps. Nous n'avons rien tenté.\n\nVous attendiez-vous à ce carton ?\n\nJe ne l'ai "
            "pas vu venir."
        ),
        [
            ("Paul Vasseur", "—", "On a manqué de jus", "Paul Vasseur"),
            ("Paul Vasseur", "—", "De la déception. On voulait gagner.", "Paul Vasseur"),
            ("Paul Vasseur", "—", "La première mi-temps. Nous n'avons rien tenté.", "Paul Vasseur"),
            ("Paul Vasseur", "—", "Je ne l'ai pas vu venir.", "Paul Vasseur"),
        ],
    ),
    (
        (
            "Canicule : les bons gestes\n\nQue devez-vous boire ?\n\nDe l'eau, et souvent. On "
            "évite l'alcool.\n\nQuand pouvez-vous sortir ?\n\nLe matin. Nous conseillons un "
            "chapeau.\n\nComment aider vos voisins ?\n\nEn les appelant. On peut aussi prévenir la "
            "mairie."
        ),
        [],
    ),
    (
        (
            "Entretien avec Odile Garnier et Paul Vasseur\n\nComment s'annonce votre récolte ?\n\n"
            "Belle, malgré la grêle. Je n'ai jamais vu autant de grappes.\n\nÊtes-vous inquiets "
            "?\n\nOui, et cela m'empêche de dormir.\n\nQue pouvez-vous faire ?\n\nSe regrouper. "
            "Mon père le disait déjà."
        ),
        [],
    ),
    (
        (
            "Une saison de vendanges\n\nLa Gazette : Comment s'annonce la récolte ?\n\nOdile "
            "Garnier : Belle, malgré la grêle.\n\nL. G. : Et les prix ?\n\nO. G. : Ils baissent, "
            "et cela m'inquiète.\n\nL. G. : Que faire ?\n\nO. G. : Se regrouper. Mon père le "
            "disait déjà."
        ),
        [
            ("La Gazette", "—", "Comment s'annonce la récolte ?", "La Gazette"),
            ("Odile Garnier", "—", "Belle, malgré la grêle.", "Odile Garnier"),
            ("La Gazette", "—", "Et les prix ?", "La Gazette"),
            ("Odile Garnier", "—", "Ils baissent, et cela m'inquiète.", "Odile Garnier"),
            ("La Gazette", "—", "Que faire ?", "La Gazette"),
            ("Odile Garnier", "—", "Se regrouper. Mon père le disait déjà.", "Odile Garnier"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    WHERE_A_CLAUSE_ENDS
    + SEVERAL_PAPERS
    + USED_WORDS
    + GOING_ON
    + WHOM_A_PRONOUN_MEANS
    + THE_ONE_CONCERNED
    + INTERVIEWS_WITHOUT_DASHES,
)
def test_sport_and_farming(extractor: Extractor, text: str, expected: Credited) -> None:
    assert credited_in(extractor, text) == expected
