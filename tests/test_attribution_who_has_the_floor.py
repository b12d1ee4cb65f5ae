"""Whose words follow: somebody's lawyer, who is given the floor, whose a coordinated verb is; our own sentences.

A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

SOMEBODY_OF_HIS = [
    (
        "« Je n'ai rien fait », dit Luc Roux. Son avocat, agacé : « Mon client est innocent. »",
        [("Luc Roux", "dit", "Je n'ai rien fait"), ("Son avocat", "—", "Mon client est innocent.")],
    ),
    (
        "« Je n'ai rien fait », dit Luc Roux. Sa mère : « Il ment. »",
        [("Luc Roux", "dit", "Je n'ai rien fait"), ("Sa mère", "—", "Il ment.")],
    ),
    (
        "« On verra », dit Anne Morel. Son patron Paul Petit : « C'est tout vu. »",
        [("Anne Morel", "dit", "On verra"), ("Son patron Paul Petit", "—", "C'est tout vu.")],
    ),
    # What is somebody's and no person is his own words still.
    (
        "« Je n'ai rien fait », dit Luc Roux. Son conseil : « Patientez. »",
        [("Luc Roux", "dit", "Je n'ai rien fait"), ("—", "—", "Patientez.")],
    ),
    (
        "« Je n'ai rien fait », dit Luc Roux. Son rêve : « Devenir pilote. »",
        [("Luc Roux", "dit", "Je n'ai rien fait"), ("—", "—", "Devenir pilote.")],
    ),
]
IN_A_STATE = [
    ("Luc Roux est en réunion : « Je n'ai pas le temps. »", [("Luc Roux", "est", "Je n'ai pas le temps.")]),
    (
        "La boulangère Anne Morel est, elle, au marché : « On a tout vendu. »",
        [("La boulangère Anne Morel", "est", "On a tout vendu.")],
    ),
    (
        "Paul Petit est sur le pont depuis l'aube : « L'eau monte. »",
        [("Paul Petit", "est", "L'eau monte.")],
    ),
    ("Le problème est là : « On n'a plus d'eau. »", [("—", "—", "On n'a plus d'eau.")]),
    ("La salle est en travaux : « On n'a plus d'eau. »", [("—", "—", "On n'a plus d'eau.")]),
]
GIVEN_THE_FLOOR = [
    (
        "La radio donne la parole à des éleveurs : « On n'a plus rien. »",
        [("des éleveurs", "—", "On n'a plus rien.")],
    ),
    (
        "Le maire a laissé la parole à son adjointe, Anne Roux : « On n'a plus rien. »",
        [("son adjointe, Anne Roux", "—", "On n'a plus rien.")],
    ),
    (
        "Elle tend le micro à Luc Roux, retraité : « On n'a plus rien. »",
        [("Luc Roux, retraité", "—", "On n'a plus rien.")],
    ),
    ("La juge lui rend la parole : « Je n'ai rien fait. »", [("—", "—", "Je n'ai rien fait.")]),
    (
        "Le président a donné sa parole au maire : « L'usine restera ouverte. »",
        [("Le président", "a donné sa parole", "L'usine restera ouverte.")],
    ),
    (
        "Le maire prend la parole : « L'usine restera ouverte. »",
        [("Le maire", "prend la parole", "L'usine restera ouverte.")],
    ),
]
WHOSE_VERB = [
    (
        "Le maire dit que le ministre s'est trompé et accuse l'Etat d'avoir menti.",
        [
            ("Le maire", "dit", "le ministre s'est trompé"),
            ("Le maire", "accuse", "avoir menti"),
        ],
    ),
    (
        "L'avocate réclame que le dossier soit rouvert et dénonce « un scandale ».",
        [
            ("L'avocate", "réclame", "le dossier soit rouvert"),
            ("L'avocate", "dénonce", "un scandale"),
        ],
    ),
    (
        "La préfète assure que l'eau monte et demande aux habitants de rester chez eux.",
        [
            ("La préfète", "assure", "l'eau monte"),
            ("La préfète", "demande", "rester chez eux"),
        ],
    ),
    (
        "Le maire souhaite que la salle ouvre et promet que les travaux seront finis.",
        [("Le maire", "promet", "les travaux seront finis")],
    ),
    # Nothing tells: whoever stands next to the verb.
    (
        "Le maire assure que le ministre ment et dénonce « un scandale ».",
        [
            ("Le maire", "assure", "le ministre ment et dénonce « un scandale"),
            ("le ministre", "dénonce", "un scandale"),
        ],
    ),
    (
        "Le maire dit que la réforme coûte cher et menace les petites écoles.",
        [("Le maire", "dit", "la réforme coûte cher et menace les petites écoles")],
    ),
]
AN_ANSWER_TO_WHOM = [
    (
        "Il s'agit d'une réponse au procureur, qui en audience, face à la grève, avait accusé les avocats de "
        "« tricher ».",
        [("procureur", "avait accusé", "tricher")],
    ),
    (
        "Il répond à une lettre de la ministre des Sports, qui a promis que la salle serait prête.",
        [("la ministre des Sports", "a promis", "la salle serait prête")],
    ),
]

WHO_BREAKS_IN = [
    (
        "Le procureur commence une phrase quand une fille se lève : « Qui va le défendre ? »",
        [("une fille", "—", "Qui va le défendre ?")],
    ),
    (
        "La juge annonçait le verdict lorsqu'un homme s'est levé : « C'est une honte ! »",
        [("un homme", "—", "C'est une honte !")],
    ),
    (
        "Le maire explique son choix quand les journalistes l'interrogent : « La caisse est vide. »",
        [("Le maire", "l'interrogent", "La caisse est vide.")],
    ),
    (
        "Le maire explique son choix quand on l'interroge : « La caisse est vide. »",
        [("Le maire", "explique", "La caisse est vide.")],
    ),
    (
        "Luc Roux raconte son enfance quand la nuit tombe : « J'avais froid. »",
        [("Luc Roux", "raconte", "J'avais froid.")],
    ),
]
LIKE_HIM = [
    (
        "« C'est non », dit Luc Roux. Tout comme Anne Morel : « On ne veut pas. »",
        [("Luc Roux", "dit", "C'est non"), ("Anne Morel", "—", "On ne veut pas.")],
    ),
    (
        "« C'est non », dit la juge. Tout comme d'ailleurs le procureur : « On ne veut pas. »",
        [("la juge", "dit", "C'est non"), ("le procureur", "—", "On ne veut pas.")],
    ),
    (
        "« C'est non », dit Luc Roux. Comme prévu : « On ne veut pas. »",
        [("Luc Roux", "dit", "C'est non"), ("—", "—", "On ne veut pas.")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *WHO_BREAKS_IN,
        *LIKE_HIM,
        *SOMEBODY_OF_HIS,
        *IN_A_STATE,
        *GIVEN_THE_FLOOR,
        *WHOSE_VERB,
        *AN_ANSWER_TO_WHOM,
    ],
)
def test_whose_words_follow(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
