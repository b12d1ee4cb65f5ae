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
SAID_BY_NOBODY = [
    ("Luc Roux a quitté la salle sans dire que le projet était mort.", []),
    ("Aucun témoin n'a dit que la porte était fermée.", []),
    ("Ni les observateurs, ni les élus n'ont affirmé avoir vu des « fraudes ».", []),
    (
        "Ne serait-ce que parce que les policiers n'ont pas pu donner leur version des faits. Le maire se tait.",
        [],
    ),
    (
        "Luc Roux a quitté la salle, non sans rappeler que le projet était mort.",
        [("Luc Roux", "rappeler", "le projet était mort")],
    ),
    ("Ni pour ni contre, le maire dit que rien ne presse.", [("le maire", "dit", "rien ne presse")]),
]
THAT_IS_WHAT_HE_SAYS = [
    (
        "« Ni fleurs, ni couronnes », c'est ce qu'a déclaré le procureur général Luc Roux devant la presse.",
        [("le procureur général Luc Roux", "a déclaré", "Ni fleurs, ni couronnes")],
    ),
    (
        "« Rien ne sera caché », c'est ce que promet la ministre.",
        [("la ministre", "promet", "Rien ne sera caché")],
    ),
    (
        "« Nous partirons lundi » : c'est ce qu'a annoncé Paul Roux.",
        [("Paul Roux", "a annoncé", "Nous partirons lundi")],
    ),
    ("« Un projet fou », c'est ce que tout le monde appelle un échec.", []),
    (
        "Le retour au travail sera partiel, selon ce qu'a indiqué la directrice.",
        [("la directrice", "selon", "Le retour au travail sera partiel")],
    ),
    (
        "Selon ce que Paul Roux a raconté aux gendarmes, la voiture était arrêtée.",
        [("Paul Roux", "Selon", "la voiture était arrêtée")],
    ),
    ("Le retour au travail ne sera que partiel, selon ce qu'une crèche pourra lui offrir.", []),
]
WHERE_THE_REPORTER_GOES_ON = [
    (
        "Le maire a dit que les routes étaient ouvertes et demande aux habitants de rester chez eux.",
        [("Le maire", "a dit", "les routes étaient ouvertes"), ("Le maire", "demande", "rester chez eux")],
    ),
    (
        "La ministre a indiqué que les écoles rouvriraient et promet des moyens.",
        [("La ministre", "a indiqué", "les écoles rouvriraient")],
    ),
    (
        "Le syndicat assure que les salaires baissent et menacent l'emploi.",
        [("Le syndicat", "assure", "les salaires baissent et menacent l'emploi")],
    ),
    (
        "La ministre a indiqué que l'école rouvrirait et demanderait un an de travaux.",
        [("La ministre", "a indiqué", "l'école rouvrirait et demanderait un an de travaux")],
    ),
]
WHOSE_MARKED_WORDS = [
    (
        "L'ancienne ministre a de nouveau condamné l'invasion, qui n'a selon elle « aucune justification ».",
        [("elle", "selon", "n'a selon elle « aucune justification")],
    ),
    (
        "Le maire a dénoncé un projet qui « va tuer la ville ».",
        [("Le maire", "a dénoncé", "un projet qui « va tuer la ville")],
    ),
    ("Le ministre a présenté son texte avec « beaucoup de fierté ».", []),
    ("Le ministre a présenté « un plan ambitieux ».", [("Le ministre", "a présenté", "un plan ambitieux")]),
    ("Et pour l'inspecteur de la brigade, cité onze fois par les détenus ? Le ministre n'a rien dit.", []),
    (
        "Pour le Procureur général, seules des fautes légères ont été commises.",
        [("le Procureur général", "Pour", "seules des fautes légères ont été commises")],
    ),
]
PRESENTED_BEHIND_HIS_WORDS = [
    (
        "« La violence n'existe pas ici. Nous luttons. » Le conseiller d'Etat Luc Marchand a relativisé le rapport.",
        [("Le conseiller d'Etat Luc Marchand", "—", "La violence n'existe pas ici. Nous luttons.")],
    ),
    (
        "« Nous tiendrons bon jusqu'au bout. » La présidente du club, Anne Petit, a défendu mardi son bilan.",
        [("La présidente du club, Anne Petit", "—", "Nous tiendrons bon jusqu'au bout.")],
    ),
    (
        "« On nous ment ! Cela suffit. » Mardi, le préfet Luc Roux a été accueilli par des cris.",
        [("—", "—", "On nous ment ! Cela suffit.")],
    ),
    (
        "« On nous ment ! Cela suffit. » Mardi, le préfet Luc Roux est arrivé en ville.",
        [("—", "—", "On nous ment ! Cela suffit.")],
    ),
]
WHOM_IT_MOVES = [
    (
        "Cette décision inquiète Anne Petit, directrice de l'école : « Nous perdons une classe. »",
        [("Anne Petit, directrice de l'école", "—", "Nous perdons une classe.")],
    ),
    (
        "La nouvelle réjouit le maire, Luc Roux : « Enfin ! Nous l'attendions. »",
        [("le maire, Luc Roux", "—", "Enfin ! Nous l'attendions.")],
    ),
    (
        "La phrase a fait bondir la maire, Anne Roux : « Je n'ai jamais dit cela. »",
        [("la maire, Anne Roux", "—", "Je n'ai jamais dit cela.")],
    ),
    (
        "Ce mutisme laisse un goût amer à Catherine Morel, avocate : « On aimerait plus. »",
        [("Catherine Morel, avocate", "—", "On aimerait plus.")],
    ),
    (
        "Le tribunal a condamné Paul Roux : « Vous avez menti. »",
        [("Le tribunal", "a condamné", "Vous avez menti.")],
    ),
    (
        "Le rapport accable Luc Roux : « Il a fui ses responsabilités. »",
        [("Le rapport", "accable", "Il a fui ses responsabilités.")],
    ),
]
WITHOUT_A_VERB = [
    (
        "Une « insupportable provocation » pour le PCF\n\nLe parti est en colère.",
        [("le PCF", "pour", "Une « insupportable provocation")],
    ),
    (
        "Un « coup de poignard » pour les syndicats\n\nIls sont en colère.",
        [("les syndicats", "pour", "Un « coup de poignard")],
    ),
    ("Un « coup de poignard » pour la route\n\nElle est fermée.", []),
    (
        "Grève du rail : « c'est une honte », la colère des usagers\n\n« C'est une honte », déplore Françoise.",
        [("—", "—", "c'est une honte"), ("Françoise", "déplore", "C'est une honte")],
    ),
    (
        "« Je pense aux victimes ce soir. » C'est par ces mots bien maladroits que Luc Roux, un accusé, a parlé.",
        [("Luc Roux, un accusé", "—", "Je pense aux victimes ce soir.")],
    ),
    (
        "« Le trafic revient », a dit la direction. Sur les autres lignes, « la régie prévoit un train sur deux ».",
        [("la direction", "a dit", "Le trafic revient"), ("—", "—", "la régie prévoit un train sur deux")],
    ),
]
NOBODYS_VIEW = [
    ("Il avait prévu de rentrer à Lyon, pour un Noël en famille, et une soirée entre amis.", []),
    ("Et pour les voyageurs à destination de Madrid, à 8 h 01, c'était la déception.", []),
    (
        "La responsable s'est inquiétée de leur sécurité, après avoir vu des images « effrayantes » de voitures.",
        [],
    ),
    (
        "Pour les voyageurs, c'est une faute de la régie.",
        [("les voyageurs", "Pour", "c'est une faute de la régie")],
    ),
]
NO_DAY_SPEAKS = [
    (
        "« Tout reste à faire » a réagi ce lundi 5 septembre le maire de Chichy après la réunion.",
        [("le maire de Chichy", "a réagi", "Tout reste à faire")],
    ),
    ("« C'est fini », a dit ce soir le maire.", [("le maire", "a dit", "C'est fini")]),
    (
        "Anne Roux est venue avec Lise Petit. « C'est dur », assure cette dernière.",
        [("cette dernière", "assure", "C'est dur")],
    ),
    (
        "Le maire a vu Paul Rey. « C'est dur », assure ce dernier avant de partir.",
        [("ce dernier", "assure", "C'est dur")],
    ),
    (
        "« C'est dur », assure Camille Rousseau, une éleveuse de brebis et de chèvres qui a tout perdu.",
        [("Camille Rousseau, une éleveuse de brebis et de chèvres", "assure", "C'est dur")],
    ),
]
HOW_FAR_ONE_GOES = [
    ("L'association va jusqu'à prôner un « report » des élections.", [("L'association", "prôner", "report")]),
    ("Le maire va jusqu'à dire que rien ne presse.", [("Le maire", "dire", "rien ne presse")]),
    ("Le maire va dire que rien ne presse.", []),
    ("Si certains comprennent, pour d'autres, ça ne passe pas du tout.", []),
    ("Le maire appelle au calme.", [("Le maire", "appelle", "calme")]),
    (
        "Le chef de l'État a appelé au « respect scrupuleux du code ».",
        [("Le chef de l'État", "a appelé", "respect scrupuleux du code")],
    ),
    ("Le maire appelle à la grève.", [("Le maire", "appelle", "la grève")]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    NOT_TO_KNOW_WHETHER
    + THE_VERB_OF_THE_ANTECEDENT
    + WHEN_AND_NOT_WHAT
    + WHAT_ONE_JUDGES
    + WHOEVER_ANSWERS
    + WHAT_ONE_DOES
    + BEHIND_THE_WORDS_OF_A_HEADLINE
    + SAID_BY_NOBODY
    + THAT_IS_WHAT_HE_SAYS
    + WHERE_THE_REPORTER_GOES_ON
    + WHOSE_MARKED_WORDS
    + PRESENTED_BEHIND_HIS_WORDS
    + WHOM_IT_MOVES
    + WITHOUT_A_VERB
    + NOBODYS_VIEW
    + NO_DAY_SPEAKS
    + HOW_FAR_ONE_GOES,
)
def test_a_turn_met_at_first_sight(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
