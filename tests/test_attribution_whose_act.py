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

WHOSE_TRADE = [
    (
        "« On méritait mieux », dit l'entraîneur brestois Éric Morvan. Son homologue nantais, Antoine Rey, salue « le "
        "caractère » de ses joueurs. « Beaucoup auraient lâché », souligne le technicien.",
        [
            ("l'entraîneur brestois Éric Morvan", "dit", "On méritait mieux", "Éric Morvan"),
            ("Son homologue nantais, Antoine Rey", "salue", "le caractère » de ses joueurs", "Antoine Rey"),
            ("le technicien", "souligne", "Beaucoup auraient lâché", "Antoine Rey"),
        ],
    ),
    (
        "Le ministre Paul Roux est venu. Son homologue belge, Jan Peeters, a parlé. « On verra », a dit le ministre.",
        [("le ministre", "a dit", "On verra", "Paul Roux")],
    ),
]
WHO_ANSWERS = [
    (
        "Le représentant de la commune a plaidé. « Où sont les plaintes ? » lui a demandé le président de la "
        "formation. « Elles sont orales », a-t-il répondu.",
        [
            (
                "le président de la formation",
                "lui a demandé",
                "Où sont les plaintes ?",
                "président de la formation",
            ),
            ("il", "a-t-il répondu", "Elles sont orales", "représentant de la commune"),
        ],
    ),
    (
        "« Les plaintes sont orales », a dit le président de la formation. « Elles existent », a-t-il répondu.",
        [
            (
                "le président de la formation",
                "a dit",
                "Les plaintes sont orales",
                "président de la formation",
            ),
            ("il", "a-t-il répondu", "Elles existent", "président de la formation"),
        ],
    ),
]
WHOSE_CLIENT = [
    (
        "L'avocate de Paul Roux a plaidé. « C'est faux », a-t-elle dit. Son client a répété qu'il était innocent.",
        [
            ("elle", "a-t-elle dit", "C'est faux", "avocate de Paul Roux"),
            ("Son client", "a répété", "il était innocent", "Paul Roux"),
        ],
    ),
    (
        "L'avocat de M. Dorval, Me Luc Salvat, a plaidé. Et son client d'enchérir : « On confond tout. »",
        [("son client", "—", "On confond tout.", "Dorval")],
    ),
    (
        "L'avocat de la mairie, Me Luc Salvat, a plaidé. « C'est faux », a-t-il dit. Son client a tort, dit Anne Rey.",
        [
            ("il", "a-t-il dit", "C'est faux", "Luc Salvat"),
            ("Anne Rey", "dit", "Son client a tort", "Anne Rey"),
        ],
    ),
]
WHICH_HOUSE = [
    (
        "Le Conseil d'État a suspendu l'arrêté. La haute juridiction estime qu'il est illégal.",
        [("La haute juridiction", "estime", "il est illégal", "Conseil d'État")],
    ),
    (
        "La Cour de cassation a tranché. La haute juridiction juge que rien n'est établi.",
        [("La haute juridiction", "juge", "rien n'est établi", "Cour de cassation")],
    ),
    (
        "D'après L'Équipier, le milieu de terrain partira. « Des bêtises », a balayé son agent.",
        [
            ("L'Équipier", "D'après", "le milieu de terrain partira", "L'Équipier"),
            ("son agent", "a balayé", "Des bêtises", "agent du milieu de terrain"),
        ],
    ),
    (
        "Yann Le Guen est venu. Selon Le Guen, le pont est sûr.",
        [("Le Guen", "Selon", "le pont est sûr", "Yann Le Guen")],
    ),
]
WHAT_THEY_ARE_CALLED = [
    ("La Commission a présenté son projet d'interdiction des « polluants éternels ».", []),
    ("Il a commenté le retour des « gilets jaunes ».", []),
    ("Elle a annoncé la fin des « zones blanches ».", []),
    ("Il évoque avec force des « agents épuisés ».", [("Il", "évoque", "agents épuisés", "—")]),
    ("Le maire évoque des « menaces sérieuses ».", [("Le maire", "évoque", "menaces sérieuses", "maire")]),
    (
        "Le préfet dénonce la présence des « casseurs professionnels ».",
        [("Le préfet", "dénonce", "la présence des « casseurs professionnels", "préfet")],
    ),
]
WHOSE_PAPER = [
    (
        "La présidente a parlé. « Il était le seul », dit-elle.\n\nÀ l'origine de l'affaire, un courrier de l'ancienne "
        "directrice, Corinne Petit. Elle y écrivait que le maire exigeait des bons.",
        [
            ("elle", "dit-elle", "Il était le seul", "présidente"),
            ("Elle", "y écrivait", "le maire exigeait des bons", "Corinne Petit"),
        ],
    ),
    (
        "Dans une lettre du préfet, Luc Petit, tout est dit. Il y dénonce « un scandale ».",
        [("Il", "y dénonce", "un scandale", "Luc Petit")],
    ),
    (
        "Paul Roux a lu le courrier de la directrice, Anne Petit. Il y voit « un aveu ».",
        [("Il", "y voit", "un aveu", "Paul Roux")],
    ),
]
ON_A_NETWORK = [
    (
        "La ministre, Clara Roux, a réagi. « C'est faux », a-t-elle écrit sur X. Son cabinet précise que la loi "
        "passera.",
        [
            ("elle", "a-t-elle écrit", "C'est faux", "Clara Roux"),
            ("Son cabinet", "précise", "la loi passera", "cabinet de Clara Roux"),
        ],
    ),
    (
        "« Trop tard », a réagi Paul Roux sur le réseau social X. Anne Petit assure que non.",
        [
            ("Paul Roux", "a réagi", "Trop tard", "Paul Roux"),
            ("Anne Petit", "assure", "non", "Anne Petit"),
        ],
    ),
    (
        "Le livre de Philippe X. Dupont est sorti. Il dit que tout va bien.",
        [("Il", "dit", "tout va bien", "Philippe X. Dupont")],
    ),
]
BY_WHOM = [
    (
        "Une version que réfute le sous-préfet, selon lequel l'appel a été passé « à 3 h 20 ».",
        [("le sous-préfet", "selon", "l'appel a été passé « à 3 h 20", "sous-préfet")],
    ),
    (
        "Le plan déplaît à la maire, selon laquelle il coûte cher.",
        [("la maire", "selon", "il coûte cher", "maire")],
    ),
    ("Il a choisi une méthode, selon laquelle on avance.", []),
    (
        "« C'est une mise à mort », s'indigne le conseil du maire, Me Luc Forget.",
        [("le conseil du maire, Me Luc Forget", "s'indigne", "C'est une mise à mort", "Luc Forget")],
    ),
    (
        "La ministre, Clara Roux, est venue. « Tout va mal », a dit Anne Petit. Un constat que la ministre ne conteste "
        "pas : elle a promis « un plan ».",
        [
            ("Anne Petit", "a dit", "Tout va mal", "Anne Petit"),
            ("elle", "a promis", "un plan", "Clara Roux"),
        ],
    ),
]
WHOSE_PHRASE = [
    (
        "Son livre s'ouvre sur une phrase de Korczak : « L'enfant n'a pas à devenir quelqu'un. »",
        [("Korczak", "—", "L'enfant n'a pas à devenir quelqu'un.", "Korczak")],
    ),
    (
        "Anne Roux publie un récit. Son livre s'ouvre sur une phrase de Korczak : « L'enfant est quelqu'un. » Un "
        "ministre est passé. Elle a répondu : « Ne regardez pas. »",
        [
            ("Korczak", "—", "L'enfant est quelqu'un.", "Korczak"),
            ("Elle", "a répondu", "Ne regardez pas.", "Anne Roux"),
        ],
    ),
    (
        "Le film se termine par un mot de Prévert : « Tant pis. »",
        [("Prévert", "—", "Tant pis.", "Prévert")],
    ),
    ("Sur le mur, une phrase de Luc Petit : « On tient. »", [("Luc Petit", "—", "On tient.", "Luc Petit")]),
    (
        "Luc Petit commente la phrase de Korczak et s'emporte : « C'est faux. »",
        [("Luc Petit", "s'emporte", "C'est faux.", "Luc Petit")],
    ),
    ("Le maire a le mot de la fin : « On y va. »", [("Le maire", "a", "On y va.", "maire")]),
]
WHOM_THE_SENTENCE_IS_ABOUT = [
    (
        "« Il ment », a rétorqué le député Thierno Fall. Le parlementaire dit tenir bon. L'ancien ministre Mamadou Ba "
        "a publié un texte dans lequel il dément les chiffres. « La Cour n'a rien dit », y martèle-t-il.",
        [
            ("le député Thierno Fall", "a rétorqué", "Il ment", "Thierno Fall"),
            ("Le parlementaire", "dit", "tenir bon", "Thierno Fall"),
            ("il", "y martèle-t-il", "La Cour n'a rien dit", "Mamadou Ba"),
        ],
    ),
    (
        "Le chef de l'État devait parler. D'après un conseiller, il annoncerait « des mesures fortes ».",
        [
            ("un conseiller", "D'après", "il annoncerait « des mesures fortes", "conseiller"),
            ("il", "annoncerait", "des mesures fortes", "chef de l'État"),
        ],
    ),
    (
        "Selon Anne Roux, elle avait prévenu la mairie que le pont cédait.",
        [
            (
                "Anne Roux",
                "Selon",
                "elle avait prévenu la mairie que le pont cédait",
                "Anne Roux",
            ),
            ("elle", "avait prévenu", "le pont cédait", "Anne Roux"),
        ],
    ),
]
WHO_SIGNED_IT = [
    (
        "« Je ne voterai pas ce texte en l'état. » La phrase est signée Barbara Roux, députée de la majorité.",
        [("Barbara Roux", "—", "Je ne voterai pas ce texte en l'état.", "Barbara Roux")],
    ),
    (
        "« On rase gratis depuis dix ans. » La formule est du maire, Luc Petit.",
        [("Luc Petit", "—", "On rase gratis depuis dix ans.", "Luc Petit")],
    ),
    (
        "« Nous avons perdu la bataille. » Ces mots sont de l'ancien ministre Paul Rey.",
        [("Paul Rey", "—", "Nous avons perdu la bataille.", "Paul Rey")],
    ),
    (
        "« Il pleut sur la ville. » La phrase est de la pure provocation.",
        [("—", "—", "Il pleut sur la ville.", "—")],
    ),
    (
        "« Il pleut sur la ville. » La phrase est longue. Paul Roux se tait.",
        [("—", "—", "Il pleut sur la ville.", "—")],
    ),
]
WHO_DOES_NOT_SPEAK = [
    (
        "L'archevêque de Metz, Luc Morel, n'a pas voulu commenter. « Rien à dire. »",
        [("—", "—", "Rien à dire.", "—")],
    ),
    (
        "L'archevêque de Metz, Luc Morel, n'a pas voulu commenter. Mais celui de Tulle, Paul Roux, a envoyé des "
        "explications. « Nous avons prié. »",
        [("Paul Roux", "—", "Nous avons prié.", "Paul Roux")],
    ),
    (
        "Le maire est fatigué : « Monsieur le maire, nous serons brefs. »",
        [("—", "—", "Monsieur le maire, nous serons brefs.", "—")],
    ),
    (
        "Le maire est fatigué : « Mes amis, nous serons brefs. »",
        [("Le maire", "est fatigué", "Mes amis, nous serons brefs.", "maire")],
    ),
    (
        "Le chef de l'État a les traits tirés. « Monsieur le président, soyez bref. »",
        [("—", "—", "Monsieur le président, soyez bref.", "—")],
    ),
    (
        "L'album s'ouvre par un titre inquiet : « Je marche seul dans la nuit. »",
        [("—", "—", "Je marche seul dans la nuit.", "—")],
    ),
    (
        "« Que le dossier consigne que je suis venu », écrit Anne Petit.",
        [("Anne Petit", "écrit", "Que le dossier consigne que je suis venu", "Anne Petit")],
    ),
    (
        "« Le dossier consigne que je suis venu », écrit Anne Petit.",
        [
            ("Anne Petit", "écrit", "Le dossier consigne que je suis venu", "Anne Petit"),
            ("Le dossier", "consigne", "je suis venu", "dossier"),
        ],
    ),
    (
        "Les trente joueurs attendent dans le hall. « Je suis arrivé hier soir. »",
        [("—", "—", "Je suis arrivé hier soir.", "—")],
    ),
    (
        "Les trente joueurs attendent dans le hall. « Nous sommes arrivés hier soir. »",
        [("Les trente joueurs", "—", "Nous sommes arrivés hier soir.", "joueurs")],
    ),
]
SAID_ONCE = [
    (
        "Son collègue Renaud Blanc y est opposé : pour lui, « on ne gouverne pas avec des livres ».",
        [("lui", "pour", "on ne gouverne pas avec des livres", "Renaud Blanc")],
    ),
    (
        "Il prévient : pour la route, il faudra des chaînes.",
        [("Il", "prévient", "pour la route, il faudra des chaînes", "—")],
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
    + WHOM_IT_IS_ABOUT
    + WHOSE_TRADE
    + WHO_ANSWERS
    + WHOSE_CLIENT
    + WHICH_HOUSE
    + WHAT_THEY_ARE_CALLED
    + WHOSE_PAPER
    + ON_A_NETWORK
    + BY_WHOM
    + WHOSE_PHRASE
    + WHOM_THE_SENTENCE_IS_ABOUT
    + WHO_SIGNED_IT
    + WHO_DOES_NOT_SPEAK
    + SAID_ONCE,
)
def test_whose_act(extractor: Extractor, text: str, expected: Credited) -> None:
    assert credited_in(extractor, text) == expected
