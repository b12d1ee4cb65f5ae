"""Turns met in reviews of the press; the sentences are our own.

A row is a text and (source, cue, content, name) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Credited, credited_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

TOLD_TO_AN_AGENCY = [
    (
        (
            "La baisse des aides est « un coup de massue », a indiqué dimanche à l'AFP Jacline "
            "Vallet, figure des éleveurs."
        ),
        [("Jacline Vallet", "a indiqué", "La baisse des aides est « un coup de massue", "Jacline Vallet")],
    ),
    (
        "Le maire est « un homme fatigué », a confié hier à BFMTV Jorane Barrat.",
        [("Jorane Barrat", "a confié", "Le maire est « un homme fatigué", "Jorane Barrat")],
    ),
    (
        "« Nous manquons d'eau », a expliqué à l'AFP Jorane Barrat, éleveuse.",
        [("Jorane Barrat", "a expliqué", "Nous manquons d'eau", "Jorane Barrat")],
    ),
    (
        "« La route rouvrira », a précisé à la SNCF le préfet.",
        [("le préfet", "a précisé", "La route rouvrira", "préfet")],
    ),
    (
        "La digue est « un danger », a indiqué mardi à la presse le préfet.",
        [("le préfet", "a indiqué", "La digue est « un danger", "préfet")],
    ),
]
WORDS_IN_SOMEBODYS_ACCOUNT = [
    (
        (
            "« Les travaux ont pris du retard » a expliqué Karim Belhadj, d’après Le Quotidien. « "
            "Quand cela arrive, il faut serrer les dents et avancer. »"
        ),
        [
            (
                "Le Quotidien",
                "d’après",
                "Les travaux ont pris du retard » a expliqué Karim Belhadj",
                "Le Quotidien",
            ),
            ("Karim Belhadj", "a expliqué", "Les travaux ont pris du retard", "Karim Belhadj"),
            ("—", "—", "Quand cela arrive, il faut serrer les dents et avancer.", "Karim Belhadj"),
        ],
    ),
    (
        (
            "« La scène est prête », assure la directrice, selon Radio Alpha. « On jouera par tous "
            "les temps, même sous la neige. »"
        ),
        [
            ("Radio Alpha", "selon", "La scène est prête », assure la directrice", "Radio Alpha"),
            ("la directrice", "assure", "La scène est prête", "directrice"),
            ("—", "—", "On jouera par tous les temps, même sous la neige.", "directrice"),
        ],
    ),
    (
        (
            "« On est tombés de haut », a reconnu le capitaine, d'après le journal local. « Il "
            "faudra travailler. »"
        ),
        [
            (
                "le journal local",
                "d'après",
                "On est tombés de haut », a reconnu le capitaine",
                "journal local",
            ),
            ("le capitaine", "a reconnu", "On est tombés de haut", "capitaine"),
            ("—", "—", "Il faudra travailler.", "capitaine"),
        ],
    ),
    (
        (
            "Selon le parquet, le suspect « a reconnu les faits ». « Il sera jugé en mai prochain "
            "au tribunal de Nantes. »"
        ),
        [
            ("le parquet", "Selon", "le suspect « a reconnu les faits", "parquet"),
            ("—", "—", "Il sera jugé en mai prochain au tribunal de Nantes.", "parquet"),
        ],
    ),
    (
        ("Selon Le Quotidien, « les travaux ont pris du retard ». « Il faudra attendre l'été prochain. »"),
        [
            ("Le Quotidien", "Selon", "les travaux ont pris du retard", "Le Quotidien"),
            ("—", "—", "Il faudra attendre l'été prochain.", "Le Quotidien"),
        ],
    ),
]
WHO_TAKES_THE_MEASURE = [
    (
        (
            "La préfecture de l'Orne a pris lundi des mesures pour les éleveurs demandant « à "
            "chacun de faire un effort »."
        ),
        [("La préfecture de l'Orne", "demandant", "à chacun de faire un effort", "préfecture de l'Orne")],
    ),
    (
        "Le conseil a adopté des règles demandant « à chacun de faire un effort ».",
        [("Le conseil", "demandant", "à chacun de faire un effort", "conseil")],
    ),
    (
        "Le maire a reçu plusieurs courriers demandant « à la commune de faire un effort ».",
        [("plusieurs courriers", "demandant", "à la commune de faire un effort", "plusieurs courriers")],
    ),
    (
        "La radio a diffusé un communiqué demandant « à chacun de rester chez soi ».",
        [("un communiqué", "demandant", "à chacun de rester chez soi", "communiqué")],
    ),
]
NO_SAYING = [
    ("Sur place, les pompiers se rendent compte que le feu couve encore.", []),
    (("Cette façon de jouer fait irrémédiablement penser à Paul Vasseur et ses « coups de menton »."), []),
    ("Ce tableau fait croire à « une guerre sans fin ».", []),
    (
        "L'adjointe s'est rendu compte que « rien n'avait bougé ».",
        [("L'adjointe", "s'est rendu compte", "rien n'avait bougé", "adjointe")],
    ),
    (
        "Le maire pense à « une fermeture définitive ».",
        [("Le maire", "pense", "une fermeture définitive", "maire")],
    ),
    (
        "Un élu, Paul Vasseur, se souvient bien avoir dit mardi que le mur était « assez laid ».",
        [("Un élu, Paul Vasseur", "avoir dit", "le mur était « assez laid", "Paul Vasseur")],
    ),
]
HEADING_WHAT_FOLLOWS = [
    (
        ("Première scène, relate le quotidien, « un loup passe et la file s'arrête dans un grand silence »."),
        [
            (
                "le quotidien",
                "relate",
                (
                    "Première scène, relate le quotidien, « un loup passe et la file s'arrête dans un "
                    "grand silence"
                ),
                "quotidien",
            )
        ],
    ),
    (
        "Premier constat, pointe le rapport, « les réserves sont à sec dans tout le canton ».",
        [
            (
                "le rapport",
                "pointe",
                "Premier constat, pointe le rapport, « les réserves sont à sec dans tout le canton",
                "rapport",
            )
        ],
    ),
    (
        "Dernier épisode, note la gazette, « un cheval est entré dans l'église ».",
        [
            (
                "la gazette",
                "note",
                "Dernier épisode, note la gazette, « un cheval est entré dans l'église",
                "gazette",
            )
        ],
    ),
    (
        "Anne Roux, leur avocate, demande une enquête, « au plus vite ».",
        [("Anne Roux, leur avocate", "demande", "une enquête, « au plus vite", "Anne Roux")],
    ),
    (
        "Première victime, la coopérative dénonce un accord « honteux ».",
        [("la coopérative", "dénonce", "un accord « honteux", "coopérative")],
    ),
]
ONE_PAPER_BEHIND_ANOTHER = [
    (
        ("« Un aveu » pour Libération, « un sursaut » selon Les Échos et « une gifle » pour L'Humanité."),
        [
            ("Libération", "pour", "Un aveu", "Libération"),
            ("Les Échos", "selon", "un sursaut", "Les Échos"),
            ("L'Humanité", "pour", "une gifle", "L'Humanité"),
        ],
    ),
    (
        (
            "Dans la même veine, le club est « un géant », « un puncheur » pour L'Est Républicain, "
            "« pugnace » pour Ouest-France."
        ),
        [
            ("L'Est Républicain", "pour", "un puncheur", "L'Est Républicain"),
            ("Ouest-France", "pour", "pugnace", "Ouest-France"),
        ],
    ),
    (
        "Le plan est « trop court » selon Anne Petit, « trop cher » selon Luc Roux.",
        [("Anne Petit", "selon", "trop court", "Anne Petit"), ("Luc Roux", "selon", "trop cher", "Luc Roux")],
    ),
    (
        "« Un débat brouillon », pour Olivier Pirel dans La Nouvelle République.",
        [("Olivier Pirel", "pour", "Un débat brouillon", "Olivier Pirel")],
    ),
    (
        "« Trop court », « trop cher », selon Luc Roux, le plan sera revu.",
        [("Luc Roux", "selon", "Trop court », « trop cher", "Luc Roux")],
    ),
    ("« Un conte » pour Le Monde, voilà ce qu'il écrivit.", []),
]
NAMES_IN_MARKS = [
    (
        "L'association « Les Amis du lac » dénonce « une honte ».",
        [("L'association « Les Amis du lac", "dénonce", "une honte", "Les Amis du lac")],
    ),
    (
        "Selon le collectif « Sauvons la gare », la ligne rouvrira.",
        [("le collectif « Sauvons la gare", "Selon", "la ligne rouvrira", "Sauvons la gare")],
    ),
    (
        "D'après le mensuel « Sciences pour tous », la comète reviendra en mai.",
        [("le mensuel « Sciences pour tous", "D'après", "la comète reviendra en mai", "Sciences pour tous")],
    ),
    (
        "Pour l'association « Les Amis du lac », il faut « agir vite ».",
        [("l'association « Les Amis du lac", "Pour", "il faut « agir vite", "Les Amis du lac")],
    ),
    (
        (
            "« C'est du vol », juge l'association « Les Amis du lac ». « On ira au tribunal », "
            "prévient l'association."
        ),
        [
            ("l'association « Les Amis du lac", "juge", "C'est du vol", "Les Amis du lac"),
            ("l'association", "prévient", "On ira au tribunal", "Les Amis du lac"),
        ],
    ),
    (
        "La présidente de l'association « Les Amis du lac », Odile Garnier, se dit « lasse ».",
        [
            (
                "La présidente de l'association « Les Amis du lac », Odile Garnier",
                "se dit",
                "lasse",
                "Odile Garnier",
            )
        ],
    ),
]
PAPERS_IN_MARKS = [
    (
        (
            "« L'État parle sous la menace », titre « Libération » en une. « Il rompt avec la "
            "tradition », écrit « Libération »."
        ),
        [
            ("Libération", "titre", "L'État parle sous la menace", "Libération"),
            ("Libération", "écrit", "Il rompt avec la tradition", "Libération"),
        ],
    ),
    (
        "« Tout est à refaire », avance « L'Écho de la Mortagne » dans son édition du soir.",
        [("L'Écho de la Mortagne", "avance", "Tout est à refaire", "L'Écho de la Mortagne")],
    ),
    (
        (
            "Tout autre chose à la une de « La Croix » qui titre sur l'élevage : « Les prix "
            "baissent, les éleveurs vont mal »."
        ),
        [("La Croix", "titre", "Les prix baissent, les éleveurs vont mal", "La Croix")],
    ),
    (
        (
            "« On coule », titre « L'Est Républicain ». L'affaire fait du bruit. « Elle a vu un "
            "bolide blanc », relate le quotidien français."
        ),
        [
            ("L'Est Républicain", "titre", "On coule", "L'Est Républicain"),
            ("le quotidien français", "relate", "Elle a vu un bolide blanc", "L'Est Républicain"),
        ],
    ),
    (
        ("« On a gagné », titre Le Monde. « Elle a vu un bolide blanc », relate le quotidien belge."),
        [
            ("Le Monde", "titre", "On a gagné", "Le Monde"),
            ("le quotidien belge", "relate", "Elle a vu un bolide blanc", "quotidien belge"),
        ],
    ),
    (
        "« Rien ne va plus », lance « la patronne » des lieux.",
        [("la patronne » des lieux", "lance", "Rien ne va plus", "patronne")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    TOLD_TO_AN_AGENCY
    + WORDS_IN_SOMEBODYS_ACCOUNT
    + WHO_TAKES_THE_MEASURE
    + NO_SAYING
    + HEADING_WHAT_FOLLOWS
    + ONE_PAPER_BEHIND_ANOTHER
    + NAMES_IN_MARKS
    + PAPERS_IN_MARKS,
)
def test_other_genres(extractor: Extractor, text: str, expected: Credited) -> None:
    assert credited_in(extractor, text) == expected
