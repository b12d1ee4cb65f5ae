"""What went wrong at first sight in articles of many papers; the sentences are our own.

A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

NOT_TO_KNOW_WHETHER = [
    (
        "La députée a dit ne pas savoir si le ministre viendrait.",
        [("La députée", "a dit", "ne pas savoir si le ministre viendrait")],
    ),
    (
        "Luc Roux a affirmé ignorer si l'usine rouvrirait.",
        [("Luc Roux", "a affirmé", "ignorer si l'usine rouvrirait")],
    ),
    (
        "Le maire a promis de vérifier si les travaux avaient commencé.",
        [("Le maire", "a promis", "vérifier si les travaux avaient commencé")],
    ),
    ("Le juge a demandé à l'accusé s'il regrettait.", [("Le juge", "a demandé", "il regrettait")]),
    ("Le maire a affirmé hier que l'eau était pure.", [("Le maire", "a affirmé", "l'eau était pure")]),
]
THE_VERB_OF_THE_ANTECEDENT = [
    (
        "Deux élus qui avaient dit que Paul Roux viendrait ont changé de version.",
        [("Deux élus", "avaient dit", "Paul Roux viendrait")],
    ),
    (
        "Les syndicats qui affirmaient que l'usine fermerait n'ont pas été entendus.",
        [("Les syndicats", "affirmaient", "l'usine fermerait")],
    ),
    ("Ceux qui disent que la ville est sale se trompent.", [("Ceux", "disent", "la ville est sale")]),
    (
        "Elle rencontre un homme qui dit avoir vu ce que les autres ont caché.",
        [("un homme", "dit", "avoir vu ce que les autres ont caché")],
    ),
    (
        "Le maire, qui dit vouloir que les enfants marchent, va fermer la rue.",
        [("Le maire", "dit", "vouloir que les enfants marchent")],
    ),
]
WHEN_AND_NOT_WHAT = [
    (
        "Plusieurs associations ont dénoncé dimanche 13 décembre des « arrestations arbitraires » lors de la marche.",
        [("Plusieurs associations", "ont dénoncé", "arrestations arbitraires")],
    ),
    (
        "Le ministre a salué jeudi 4 mai 2017 le « courage » des sauveteurs.",
        [("Le ministre", "a salué", "le « courage » des sauveteurs")],
    ),
    (
        "L'opposition a évoqué lundi un « coup de force » du gouvernement.",
        [("L'opposition", "a évoqué", "un « coup de force » du gouvernement")],
    ),
    (
        "Il a fustigé le vendredi noir et ses « promotions indécentes ».",
        [("Il", "a fustigé", "le vendredi noir et ses « promotions indécentes")],
    ),
    ("Pour la troisième semaine d'affilée en France, sans incidents majeurs, la foule a défilé.", []),
    ("Pour la quatrième fois, Marie Roux, épuisée, a couru.", []),
]
WHAT_ONE_JUDGES = [
    (
        "Une requête que le procureur spécial estime pour sa part « prématurée ».",
        [("le procureur spécial", "estime", "prématurée")],
    ),
    ("Une demande que le préfet trouve « exagérée ».", []),
    ("C'est une annonce que la ministre juge « indispensable ».", [("la ministre", "juge", "indispensable")]),
    ("L'annonce que l'usine fermerait a surpris.", [("—", "annonce", "l'usine fermerait")]),
]
WHOEVER_ANSWERS = [
    (
        "« Que voulez-vous ? », demande la ministre aux grévistes. « Nous ne céderons pas. » Elle quitte la salle.",
        [("la ministre", "demande", "Que voulez-vous ?"), ("—", "—", "Nous ne céderons pas.")],
    ),
    (
        "Le juge interroge l'accusé. « J'ai posé le sac et j'ai filé. »",
        [("l'accusé", "—", "J'ai posé le sac et j'ai filé.")],
    ),
    ("Le juge interroge l'accusé. « Où étiez-vous ? »", [("Le juge", "—", "Où étiez-vous ?")]),
    (
        "Le juge demande au prévenu d'expliquer son geste : « J'ai eu peur. »",
        [("Le juge", "demande", "expliquer son geste"), ("prévenu", "—", "J'ai eu peur.")],
    ),
    (
        "La présidente invite Luc Roux à s'expliquer : « Je regrette. »",
        [("La présidente", "invite", "s'expliquer"), ("Luc Roux", "—", "Je regrette.")],
    ),
    (
        "Le juge lui demande de se justifier, pourquoi ce geste : « J'ai voulu lui faire peur. »",
        [
            ("Le juge", "lui demande", "se justifier, pourquoi ce geste"),
            ("—", "—", "J'ai voulu lui faire peur."),
        ],
    ),
    (
        "Le maire demande aux habitants de patienter : « Les travaux seront finis en juin. »",
        [("Le maire", "demande", "patienter"), ("Le maire", "demande", "Les travaux seront finis en juin.")],
    ),
    (
        "« Qui va payer ? », demande l'élu. « Les habitants, comme toujours », soupire-t-il.",
        [("l'élu", "demande", "Qui va payer ?"), ("il", "soupire-t-il", "Les habitants, comme toujours")],
    ),
]
WHAT_ONE_DOES = [
    (
        "Luc Roux observe un travers : « Il y a la recherche minute, où des savants arrivent ici, font leurs "
        "recherches, puis rentrent chez eux. Ils ne vont pas comprendre. »",
        [
            (
                "Luc Roux",
                "observe",
                "Il y a la recherche minute, où des savants arrivent ici, font leurs recherches, puis rentrent chez "
                "eux. Ils ne vont pas comprendre.",
            )
        ],
    ),
    (
        "« Les gens entrent, font leurs courses, puis repartent », dit Luc Roux.",
        [("Luc Roux", "dit", "Les gens entrent, font leurs courses, puis repartent")],
    ),
    (
        "« Elle a du mal avec les gens » euphémisent ses amis du parti.",
        [("ses amis du parti", "euphémisent", "Elle a du mal avec les gens")],
    ),
]
BEHIND_THE_WORDS_OF_A_HEADLINE = [
    (
        "Assises : « Je n'ai jamais voulu ça », le témoignage décousu de l'accusé\n\nLe procès a commencé.",
        [("l'accusé", "—", "Je n'ai jamais voulu ça")],
    ),
    (
        "« On n'en peut plus », le cri d'alarme des infirmières\n\nElles ont défilé.",
        [("infirmières", "—", "On n'en peut plus")],
    ),
    (
        "« Je suis né ici », le récit de Marie Roux\n\nElle a vécu à Tulle.",
        [("Marie Roux", "—", "Je suis né ici")],
    ),
    ("« Le Pont de l'Alma », le récit de Marie Roux\n\nUn livre rare.", []),
    ("« Les Oubliés du quai », le spectacle de Marie Roux\n\nUn soir rare.", []),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    NOT_TO_KNOW_WHETHER
    + THE_VERB_OF_THE_ANTECEDENT
    + WHEN_AND_NOT_WHAT
    + WHAT_ONE_JUDGES
    + WHOEVER_ANSWERS
    + WHAT_ONE_DOES
    + BEHIND_THE_WORDS_OF_A_HEADLINE,
)
def test_a_turn_met_at_first_sight(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
