"""Papers by which something is so, where somebody said it, what no marks part; the sentences are our own.

A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

BY_WHICH = [
    (
        "Le ministère a publié un rapport selon lequel les lits manquent.",
        [("un rapport", "selon", "les lits manquent")],
    ),
    (
        "Il cite une étude de l'Insee selon laquelle les loyers ont baissé, et s'en réjouit.",
        [("une étude de l'Insee", "selon", "les loyers ont baissé")],
    ),
    (
        "Elle évoque les prévisions de la banque selon lesquelles les prix monteront.",
        [("les prévisions de la banque", "selon", "les prix monteront")],
    ),
    (
        "La déclaration du préfet selon laquelle tout était calme a surpris.",
        [("préfet", "déclaration", "tout était calme")],
    ),
    (
        "Elle cite un rapport de la chambre régionale des comptes selon lequel « aucun gain » n'est à attendre.",
        [
            (
                "Elle",
                "cite",
                "un rapport de la chambre régionale des comptes selon lequel « aucun gain » n'est à attendre",
            ),
            (
                "un rapport de la chambre régionale des comptes",
                "selon",
                "aucun gain » n'est à attendre",
            ),
        ],
    ),
    ("Il défend le principe selon lequel l'école est gratuite.", []),
    ("La méthode selon laquelle les votes sont comptés est vieille.", []),
]
WHERE_IT_WAS_SAID = [
    (
        "Le maire a admis que la salle « n'était pas idéale », lors de sa participation à une émission de radio.",
        [("Le maire", "a admis", "la salle « n'était pas idéale")],
    ),
    (
        "Le ministre a reconnu que la loi était mal écrite, dans un entretien à la Gazette.",
        [("Le ministre", "a reconnu", "la loi était mal écrite")],
    ),
    (
        "La ministre a promis que la salle ouvrirait, dans un communiqué publié lundi.",
        [("La ministre", "a promis", "la salle ouvrirait")],
    ),
    (
        "Le ministre a souligné dans un entretien publié lundi que la paix est loin.",
        [("Le ministre", "a souligné", "la paix est loin")],
    ),
    (
        "Le maire a affirmé que trois enfants ont été blessés, lors de la fête de dimanche.",
        [("Le maire", "a affirmé", "trois enfants ont été blessés, lors de la fête de dimanche")],
    ),
    (
        "Le procureur a affirmé que l'accusé avait, dans une lettre, menacé la victime.",
        [("Le procureur", "a affirmé", "l'accusé avait, dans une lettre, menacé la victime")],
    ),
]
BEHIND_A_CONNECTIVE = [
    ("Au final, le pont fermera, a-t-il précisé.", [("il", "a-t-il précisé", "le pont fermera")]),
    ("C'est pourquoi rien ne change, dit-elle.", [("elle", "dit-elle", "rien ne change")]),
    (
        "Il a rappelé du même souffle que la loi est votée.",
        [("Il", "a rappelé", "la loi est votée")],
    ),
    (
        "Le pont, a-t-il précisé, fermera lundi.",
        [("il", "a-t-il précisé", "Le pont, a-t-il précisé, fermera lundi")],
    ),
]
NOBODY_SAYS = [
    ("Cela pour dire que la mobilisation était spontanée.", []),
    ("Le détour témoigne de l'importance que cet enjeu est en voie de prendre.", []),
    (
        "Le maire a pris la parole pour dire que la salle était pleine.",
        [("Le maire", "dire", "la salle était pleine")],
    ),
    (
        "Le maire a témoigné du fait que la salle est vide.",
        [("Le maire", "a témoigné", "la salle est vide")],
    ),
]
VERBS_IN_MARKS = [
    (
        "Le ministre a « condamné avec la plus grande fermeté » l'attaque.",
        [("Le ministre", "—", "condamné avec la plus grande fermeté")],
    ),
    (
        "Les deux élus ont également « dénoncé une mascarade » et quitté la salle.",
        [("Les deux élus", "—", "dénoncé une mascarade")],
    ),
    ("Il a « réaffirmé son soutien » aux éleveurs.", [("Il", "—", "réaffirmé son soutien")]),
    ("Le club a « perdu ses repères » cet hiver.", []),
    ("La route a « affirmé la pente » du vallon.", []),
]
NOT_THE_OPPOSITE = [
    (
        "Les astronomes ont dit, lors d'une réunion, ne pas avoir mesuré la chaleur.",
        [("Les astronomes", "ont dit", "ne pas avoir mesuré la chaleur")],
    ),
    (
        "Il a assuré, devant les élus, n'avoir rien vu.",
        [("Il", "a assuré", "n'avoir rien vu")],
    ),
    (
        "Elle a affirmé jeudi, au lendemain du vote, avoir été menacée.",
        [("Elle", "a affirmé", "avoir été menacée")],
    ),
]
FOR_WHAT_A_PAPER_IS = [
    (
        "Son bureau a envoyé, par courriel, une déclaration pour expliquer ce silence : « Tout est calme. »",
        [("Son bureau", "expliquer", "Tout est calme.")],
    ),
    (
        "Le cabinet a publié une note pour dénoncer « une mascarade ».",
        [("Le cabinet", "dénoncer", "une mascarade")],
    ),
    (
        "Soit quatre ans « de travail acharné », précise celui qui préside le club.",
        [("celui", "précise", "Soit quatre ans « de travail acharné")],
    ),
]
ABOUT_WHICH_ONE_IS_SILENT = [
    (
        "Le maire « ne souhaite pas commenter » l'affaire.",
        [("Le maire", "—", "ne souhaite pas commenter")],
    ),
    ("Le chien « ne mord pas souvent » les brebis.", []),
]
MARKS_LOST = [
    (
        "Je peux comprendre votre colère a dit le premier ministre.",
        [("le premier ministre", "a dit", "Je peux comprendre votre colère")],
    ),
    (
        "Nous ferons tout pour les familles a promis la mairesse Anne Roux.",
        [("la mairesse Anne Roux", "a promis", "Nous ferons tout pour les familles")],
    ),
    ("Je me demande pourquoi a parlé le maire.", []),
    ("J'ai lu ce que disait le maire.", []),
]
MARKS_TURNED = [
    (
        "Luc est surpris : » Je n'ai pas d'avocat « . Il assure : » Je viens demain « , et part.",
        [("Luc", "est surpris", "Je n'ai pas d'avocat"), ("Il", "assure", "Je viens demain")],
    ),
    (
        "» Non « , dit le juge. » Oui « , dit la greffière.",
        [("le juge", "dit", "Non"), ("la greffière", "dit", "Oui")],
    ),
    ("Le maire dit non » et part. « Oui », dit-il.", [("il", "dit-il", "Oui")]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *BY_WHICH,
        *WHERE_IT_WAS_SAID,
        *BEHIND_A_CONNECTIVE,
        *NOBODY_SAYS,
        *VERBS_IN_MARKS,
        *NOT_THE_OPPOSITE,
        *FOR_WHAT_A_PAPER_IS,
        *ABOUT_WHICH_ONE_IS_SILENT,
        *MARKS_LOST,
        *MARKS_TURNED,
    ],
)
def test_what_is_said_by_whom(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
