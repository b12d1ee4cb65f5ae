"""Turns met in articles that no rule was written for; the sentences are our own.

A row is a text and (source, cue, content) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

WHO_STANDS_BEFORE_QUI = [
    (
        "Un voisin a rencontré la maire à quatre reprises, qui a promis que le mur serait démoli.",
        [("la maire", "a promis", "le mur serait démoli")],
    ),
    (
        "Luc a vu le maire qui, dès le premier jour, a déclaré que « rien ne se ferait ».",
        [("le maire", "a déclaré", "rien ne se ferait")],
    ),
    (
        "Il a écrit au préfet en mars, qui a répondu que le dossier était clos.",
        [("préfet", "a répondu", "le dossier était clos")],
    ),
    ("Un voisin est passé devant la mairie à quatre reprises, qui était fermée.", []),
    ("Il a lu la lettre à sa mère, qui dormait.", []),
]
NO_ASIDES = [
    (
        "En vidéo, Awa Bamba, une de ses proches, a accusé le président sortant Alassane Ouatta d'être un danger.",
        [("Awa Bamba, une de ses proches", "a accusé", "être un danger")],
    ),
    (
        "« Le parti, dès à présent, ne reconnaît plus monsieur Roux comme président », indique Awa Bamba.",
        [
            (
                "Awa Bamba",
                "indique",
                "Le parti, dès à présent, ne reconnaît plus monsieur Roux comme président",
            )
        ],
    ),
    (
        "Le maire, ému, a accusé l'élu sortant Luc Roux de mentir.",
        [("Le maire", "a accusé", "mentir")],
    ),
    ("La route est finie, a assuré le maire.", [("le maire", "a assuré", "La route est finie")]),
    ("« Fini », ne décolère plus le maire.", [("le maire", "ne décolère", "Fini")]),
]
HOW_IT_GOES_FOR_THEM = [
    ("Le conseil est partagé, à des degrés très divers selon le vote des listes.", []),
    ("L'agriculteur décrit des sols très différents selon la profondeur des puits.", []),
    ("Pour les éleveurs, c'est pire, et la pluie tarde.", []),
    (
        "Pour les éleveurs, c'est « une catastrophe ».",
        [("les éleveurs", "Pour", "c'est « une catastrophe")],
    ),
    (
        "Les comptes sont différents, selon le maire.",
        [("le maire", "selon", "Les comptes sont différents")],
    ),
]
OF_WHAT_THEY_ARE_SAID = [
    (
        "La candidate a dit « prendre acte » des chiffres communiqués par la commission.",
        [("La candidate", "a dit", "prendre acte » des chiffres communiqués par la commission")],
    ),
    (
        "Le « jeu dangereux » dénoncé par le maire continue.",
        [("le maire", "dénoncé", "jeu dangereux")],
    ),
    (
        "La maire s'est dite mardi soir prête à partir.",
        [("La maire", "s'est dite", "prête à partir")],
    ),
    ("L'incendie du département, qui s'est déclaré mardi soir à La Londe, est fixé.", []),
    ("Le feu s'est déclaré hier matin dans un grenier.", []),
]
BEHIND_THE_PLACE = [
    (
        "LAVAUR, Tarn (Reuters) - La route est coupée, a indiqué le préfet.",
        [("le préfet", "a indiqué", "La route est coupée")],
    ),
    (
        'OTTAWA _ "Nous gagnerons", a tranché le chef libéral.',
        [("le chef libéral", "a tranché", "Nous gagnerons")],
    ),
    (
        "Lavaur (AFP) - La route est coupée, a indiqué le préfet.",
        [("le préfet", "a indiqué", "La route est coupée")],
    ),
    (
        "Pierrette Dubois - La voisine - jure que rien n'a brûlé.",
        [("La voisine", "jure", "rien n'a brûlé")],
    ),
]
BEHIND_HIS_COLON = [
    (
        "Le maire est clair : tout sera fini avant l'été, a-t-il assuré.",
        [("il", "a-t-il assuré", "tout sera fini avant l'été")],
    ),
    (
        "La maire prévient : la route, dit-elle, sera longue.",
        [("elle", "dit-elle", "la route, dit-elle, sera longue")],
    ),
    (
        "« Ouf », a dit la maire. Elle prévient : la route sera longue.",
        [("la maire", "a dit", "Ouf"), ("Elle", "prévient", "la route sera longue")],
    ),
    (
        "La maire a promis de signer, a dit le préfet.",
        [("le préfet", "a dit", "La maire a promis de signer"), ("La maire", "a promis", "signer")],
    ),
]
VERBS_IN_THE_MARKS = [
    (
        "Le maire de Lavaur « se réjouit de cet accord » et « appelle au calme ».",
        [
            ("Le maire de Lavaur", "—", "se réjouit de cet accord"),
            ("Le maire de Lavaur", "—", "appelle au calme"),
        ],
    ),
    (
        "Interrogé par l'AFP, le syndicat « dénonce une mesure injuste ».",
        [("le syndicat", "—", "dénonce une mesure injuste")],
    ),
    (
        "La préfecture, qui « condamne fermement ces violences », a porté plainte.",
        [("La préfecture", "—", "condamne fermement ces violences")],
    ),
    ("Une voiture « surgit de nulle part ».", []),
    ("Le suspect « a reconnu les faits » et sera jugé.", []),
    ("Le plan « relance économique » sera voté.", []),
]
IN_FRONT_OF_THEIR_VERB = [
    ("La maire a parlé. « Nous tiendrons », elle a ajouté.", [("elle", "a ajouté", "Nous tiendrons")]),
    ("« Les pompiers tiennent », il a dit mardi.", [("il", "a dit", "Les pompiers tiennent")]),
    ("« C'est fini », elles ont crié.", [("elles", "ont crié", "C'est fini")]),
    ("Malgré les « tensions », elle a promis de rester.", [("elle", "a promis", "rester")]),
    ("Le maire parle d'un « échec », il a demandé un audit.", [("Le maire", "parle", "échec")]),
]
WHO_ACCUSES = [
    (
        "Luc Roux accuse la préfète d'avoir menti : « Elle savait. »",
        [("Luc Roux", "accuse", "avoir menti"), ("Luc Roux", "accuse", "Elle savait.")],
    ),
    (
        "Paris accuse Kiev d'avoir triché et dénonce un « coup bas ».",
        [("Paris", "accuse", "avoir triché"), ("Paris", "dénonce", "coup bas")],
    ),
    (
        "« La honte », a écrit sur Telegram Dmitri Medvedev, ancien président.",
        [("Dmitri Medvedev", "a écrit", "La honte")],
    ),
    (
        "Le dîner a duré, selon Me Hervé Gerbaud.",
        [("Me Hervé Gerbaud", "selon", "Le dîner a duré")],
    ),
    (
        "« Un fossé », s'est agacé le président, Yvon Kerbrat, avant d'ajouter : « On verra. »",
        [
            ("le président, Yvon Kerbrat", "s'est agacé", "Un fossé"),
            ("le président, Yvon Kerbrat", "ajouter", "On verra."),
        ],
    ),
    (
        "La maire veut convaincre les élus de voter et dénonce « une ruse ».",
        [("La maire", "dénonce", "une ruse")],
    ),
]
BEHIND_ITS_ASIDE = [
    (
        "En effet, souligne Adèle Marbeau, plusieurs partis ont voté le texte.",
        [("Adèle Marbeau", "souligne", "plusieurs partis ont voté le texte")],
    ),
    (
        "« Nous nous battrons », a prévenu d'emblée Montberger.",
        [("Montberger", "a prévenu", "Nous nous battrons")],
    ),
    (
        "« Nous avons écrit au ministre, expose la cégétiste. Nous attendons. »",
        [("la cégétiste", "expose", "Nous avons écrit au ministre, expose la cégétiste. Nous attendons.")],
    ),
    ("Il pose son sac, expose la toile au soleil et s'assoit.", []),
    ("Le camion recule, transporte la caisse et repart.", []),
]
HEARSAY_OF_NO_PLACE = [
    ("Le juge ignore la raison pour laquelle le suspect aurait fui.", []),
    ("Cette planète est une géante, où la vie serait impossible.", []),
    ("Nul ne connaît la rue dans laquelle il aurait vécu.", []),
    ("Le suspect, qui aurait tiré deux fois, a fui.", [("—", "—", "aurait tiré deux fois")]),
    ("Le suspect aurait tiré deux fois.", [("—", "—", "Le suspect aurait tiré deux fois")]),
]
TO_WHOM_AND_HOW = [
    ("« Pourquoi ? », lance un assesseur à la femme.", [("un assesseur", "lance", "Pourquoi ?")]),
    (
        "« C'est faux ! », l'interrompt d'un ton sec Jean-François Fontan.",
        [("Jean-François Fontan", "l'interrompt", "C'est faux !")],
    ),
    ("« Et alors ? », répond le juge au prévenu.", [("le juge", "répond", "Et alors ?")]),
    (
        "Une conseillère à la présidence a dit « non ».",
        [("Une conseillère à la présidence", "a dit", "non")],
    ),
    (
        "L'adjoint au maire de Lavaur a dit « non ».",
        [("L'adjoint au maire de Lavaur", "a dit", "non")],
    ),
    (
        "« C'est tout », a dit une chercheuse à l'université.",
        [("une chercheuse à l'université", "a dit", "C'est tout")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    WHO_STANDS_BEFORE_QUI
    + NO_ASIDES
    + HOW_IT_GOES_FOR_THEM
    + OF_WHAT_THEY_ARE_SAID
    + BEHIND_THE_PLACE
    + BEHIND_HIS_COLON
    + VERBS_IN_THE_MARKS
    + IN_FRONT_OF_THEIR_VERB
    + WHO_ACCUSES
    + BEHIND_ITS_ASIDE
    + HEARSAY_OF_NO_PLACE
    + TO_WHOM_AND_HOW,
)
def test_a_turn_of_the_unread_press(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
