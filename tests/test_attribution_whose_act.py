"""Who acts beside somebody else: who is asked, whose president it is, who was chosen; the sentences are our own.

A row is a text and (source, cue, content, name of the source) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Credited, credited_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

WHO_IS_ASKED = [
    (
        "La ministre, Anne Roux, a défendu sa loi. Interrogée par la sénatrice Odile Petit, qui doutait du texte, "
        "elle a répondu que rien n'était exclu.",
        [("elle", "a répondu", "rien n'était exclu", "Anne Roux")],
    ),
    (
        "Le maire de Vars, Paul Rey, a reçu les habitants. Longuement questionné par son opposant Luc Petit, il a "
        "indiqué que le pont rouvrirait.",
        [("il", "a indiqué", "le pont rouvrirait", "Paul Rey")],
    ),
    (
        "L'actrice Léa Morel est venue. Accueillie par la directrice, Anne Garnier, elle a confié qu'elle adorait "
        "la ville.",
        [("elle", "a confié", "elle adorait la ville", "Léa Morel")],
    ),
    (
        "Le directeur attendait. Le ministre a été interrogé par Marc Duval, le maire, et il a répondu que non.",
        [("il", "a répondu", "non", "ministre")],
    ),
    (
        "Passé par Lyon, le coureur Yves Blanc a dit qu'il abandonnait.",
        [("le coureur Yves Blanc", "a dit", "il abandonnait", "Yves Blanc")],
    ),
]
WHOSE_PRESIDENT = [
    (
        "Selon l'expert, tout était faux. Un constat que partage la chambre des notaires : « Nous avons été "
        "trompés », a écrit son président.",
        [
            ("l'expert", "Selon", "tout était faux", "expert"),
            ("son président", "a écrit", "Nous avons été trompés", "président de la chambre des notaires"),
        ],
    ),
    (
        "Paul Roux est parti. La note accable l'hôpital, dénonce sa porte-parole.",
        [
            (
                "sa porte-parole",
                "dénonce",
                "La note accable l'hôpital",
                "porte-parole de l'hôpital",
            )
        ],
    ),
    (
        "Le plan est refusé par le maire, Jean Roux, selon son porte-parole.",
        [
            (
                "son porte-parole",
                "selon",
                "Le plan est refusé par le maire, Jean Roux",
                "porte-parole de Jean Roux",
            )
        ],
    ),
]
WHO_WAS_CHOSEN = [
    (
        "« C'est faux », s'est étranglé Gérard Pugin. Selon l'expert-comptable mandaté par le juge, les comptes "
        "étaient maquillés.",
        [
            ("Gérard Pugin", "s'est étranglé", "C'est faux", "Gérard Pugin"),
            ("l'expert-comptable", "Selon", "les comptes étaient maquillés", "expert-comptable"),
        ],
    ),
    (
        "Selon l'avocat désigné par la famille, le dossier est vide.",
        [("l'avocat", "Selon", "le dossier est vide", "avocat désigné")],
    ),
    (
        "Selon les médecins réunis à Lyon, le virus recule.",
        [("les médecins", "Selon", "le virus recule", "médecins")],
    ),
    (
        "« C'est faux », a dit Gérard Pugin. Selon l'agriculteur, les comptes étaient maquillés.",
        [
            ("Gérard Pugin", "a dit", "C'est faux", "Gérard Pugin"),
            ("l'agriculteur", "Selon", "les comptes étaient maquillés", "Gérard Pugin"),
        ],
    ),
]
WHAT_A_THING_IS_A_CASE_OF = [
    (
        "Pour la maire, Anne Roux, ce texte relève de « la pure provocation ».",
        [("la maire, Anne Roux", "Pour", "ce texte relève de « la pure provocation", "Anne Roux")],
    ),
    ("La décision relève du « seul bon sens ».", []),
    (
        "L'audit relève de « graves lacunes » dans la gestion du port.",
        [("L'audit", "relève", "graves lacunes", "audit")],
    ),
    ("Le rapporteur relève « une dérive ».", [("Le rapporteur", "relève", "une dérive", "rapporteur")]),
]
WHICH_OF_TWO_VERBS = [
    (
        "La maire a écrit mardi aux grévistes pour leur demander de « revenir à la raison ».",
        [("La maire", "leur demander", "revenir à la raison", "maire")],
    ),
    (
        "Le préfet a écrit au ministre pour dénoncer « un scandale ».",
        [("Le préfet", "dénoncer", "un scandale", "préfet")],
    ),
    ("Le maire a écrit « un brûlot ».", [("Le maire", "a écrit", "un brûlot", "maire")]),
]
ACCORDING_TO_WHOM = [
    (
        "Version contestée par FO, selon qui « il n'y avait rien à écouter ».",
        [("FO", "selon", "il n'y avait rien à écouter", "FO")],
    ),
    (
        "Le plan est défendu par la direction, selon qui la régie perd de l'argent.",
        [("la direction", "selon", "la régie perd de l'argent", "direction")],
    ),
    ("Le ministre s'en remet à Bergeron, pour qui tout est perdu.", []),
]
ANOTHER_WORD_FOR_HER = [
    (
        "La sénatrice Odile Petit a parlé. Le pont est fermé. Il pleut. Son opposante Maëlle Roux y voit « un "
        "calcul ». « Il nous insulte », s'amuse l'élue.",
        [
            ("Son opposante Maëlle Roux", "y voit", "un calcul", "Maëlle Roux"),
            ("l'élue", "s'amuse", "Il nous insulte", "Maëlle Roux"),
        ],
    ),
    (
        "Paul Rey, ancien notaire à Lure, est jugé. « J'étais malade », lâche l'ancien officier ministériel.",
        [("l'ancien officier ministériel", "lâche", "J'étais malade", "Paul Rey")],
    ),
    (
        "La critique Odile Marchetti parle d'un « art de la réparation ».",
        [("La critique Odile Marchetti", "parle", "art de la réparation", "Odile Marchetti")],
    ),
    ("La critique a salué « un chef-d'œuvre ».", [("La critique", "a salué", "un chef-d'œuvre", "critique")]),
]
THE_SECOND_OF_SEVERAL = [
    (
        "Alain Rey et Luc Petit attendent. L'entreprise est accusée par deux anciens collègues. « Au boulot », "
        "témoigne l'un d'eux. Le second évoque « une pression permanente ».",
        [
            ("l'un d'eux", "témoigne", "Au boulot", "anciens collègues"),
            ("Le second", "évoque", "une pression permanente", "—"),
        ],
    ),
    (
        "« C'est honteux ! » s'est emporté le député Luc Roux. La ministre Anne Petit a rétorqué que non. Le même a "
        "accusé le gouvernement de « jouer avec le feu ».",
        [
            ("le député Luc Roux", "s'est emporté", "C'est honteux !", "Luc Roux"),
            ("La ministre Anne Petit", "a rétorqué", "non", "Anne Petit"),
            ("Le même", "a accusé", "jouer avec le feu", "Luc Roux"),
        ],
    ),
]
WHOM_IT_IS_ABOUT = [
    (
        "Camille Jaussaud, l'art de rebondir\n\nCamille Jaussaud, 27 ans, s'entraîne. « J'ai cru que c'était fini », "
        "raconte la biathlète. Camille Jaussaud sourit. Elle court.\n\n« C'est une teigne », sourit Léonie Faure, sa "
        "compagne de chambre. « Une teigne adorable », précise la Vosgienne.\n\nDimanche, elle a terminé quatrième. "
        "« La place du con », a-t-elle plaisanté.",
        [
            ("la biathlète", "raconte", "J'ai cru que c'était fini", "Camille Jaussaud"),
            ("Léonie Faure, sa compagne de chambre", "sourit", "C'est une teigne", "Léonie Faure"),
            ("la Vosgienne", "précise", "Une teigne adorable", "Léonie Faure"),
            ("elle", "a-t-elle plaisanté", "La place du con", "Camille Jaussaud"),
        ],
    ),
    (
        "« C'est fini », dit la maire, Anne Roux.\n\nHier, elle a terminé quatrième. « Tant pis », a-t-elle plaisanté.",
        [
            ("la maire, Anne Roux", "dit", "C'est fini", "Anne Roux"),
            ("elle", "a-t-elle plaisanté", "Tant pis", "Anne Roux"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    WHO_IS_ASKED
    + WHOSE_PRESIDENT
    + WHO_WAS_CHOSEN
    + WHAT_A_THING_IS_A_CASE_OF
    + WHICH_OF_TWO_VERBS
    + ACCORDING_TO_WHOM
    + ANOTHER_WORD_FOR_HER
    + THE_SECOND_OF_SEVERAL
    + WHOM_IT_IS_ABOUT,
)
def test_whose_act(extractor: Extractor, text: str, expected: Credited) -> None:
    assert credited_in(extractor, text) == expected
