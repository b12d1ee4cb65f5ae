"""Turns of agency copy and of translated news, each on sentences of our own: what must be found, what left alone.

A row is a text and (source, cue, content) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor
from quotetrack.lexicon import may_report

pytestmark = pytest.mark.models

REPORTED_BEFORE = [
    (
        "Le tunnel sera percé avant Noël. C'est ce qu'a déclaré lundi le ministre des Transports Pavel Kolar.",
        [("le ministre des Transports Pavel Kolar", "a déclaré", "Le tunnel sera percé avant Noël")],
    ),
    (
        "La récolte sera mauvaise. C'est du moins ce qu'affirme la coopérative de Valmont.",
        [("la coopérative de Valmont", "affirme", "La récolte sera mauvaise")],
    ),
    (
        "Le projet sera abandonné, c'est ce qu'a annoncé mardi la ministre.",
        [("la ministre", "a annoncé", "Le projet sera abandonné")],
    ),
    ("Le ministre parle, c'est ce qu'on attend d'un ministre.", []),
    ("Il a neigé toute la nuit. Voilà ce que la ville voulait éviter.", []),
]
ONLY = [
    (
        "La témoin, qui n'a répondu qu'aux questions du juge, dit avoir tout oublié.",
        [("La témoin", "dit", "avoir tout oublié")],
    ),
    (
        "Le maire n'a annoncé que jeudi que la fête serait annulée.",
        [("Le maire", "n'a annoncé", "la fête serait annulée")],
    ),
    (
        "Le préfet n'a pas exclu que la digue cède.",
        [("Le préfet", "n'a pas exclu", "la digue cède")],
    ),
    ("Le maire n'a parlé que de la piscine.", []),
    ("Elle ne raconte que ses voyages.", []),
]
SECOND_CLAUSES = [
    (
        "Le détenu a raconté l'avoir entendu supplier pendant des heures, et qu'on lui avait ri au nez.",
        [
            (
                "Le détenu",
                "a raconté",
                "l'avoir entendu supplier pendant des heures, et qu'on lui avait ri au nez",
            )
        ],
    ),
    (
        "L'étudiante assure qu'elle a écrit trois fois à la mairie, mais que personne ne lui a répondu.",
        [
            (
                "L'étudiante",
                "assure",
                "elle a écrit trois fois à la mairie, mais que personne ne lui a répondu",
            )
        ],
    ),
    (
        "Elle a dit que le car était plein et que le suivant n'était jamais passé.",
        [("Elle", "a dit", "le car était plein et que le suivant n'était jamais passé")],
    ),
    ("Il a chanté toute la nuit, et que dire de ses musiciens ?", []),
    ("Il a plu le matin et que de vent l'après-midi !", []),
]
THREATS_OF_THINGS = [
    (
        "La direction menace de fermer deux ateliers.",
        [("La direction", "menace", "fermer deux ateliers")],
    ),
    (
        "Une trentaine de députés ont menacé de voter contre le texte.",
        [("Une trentaine de députés", "ont menacé", "voter contre le texte")],
    ),
    (
        "Le comté promet d'installer des caméras.",
        [("Le comté", "promet", "installer des caméras")],
    ),
    ("La falaise menace de s'effondrer.", []),
    ("Le match promet d'être tendu.", []),
    ("Elle avait appelé à sept reprises le service des eaux.", []),
]
SAID_OF_ONESELF = [
    (
        "L'association se dit au contraire impatiente de commencer.",
        [("L'association", "se dit", "impatiente de commencer")],
    ),
    (
        "La maire se dit, elle aussi, favorable au tramway.",
        [("La maire", "se dit", "favorable au tramway")],
    ),
    (
        "Le club s'est dit malgré tout satisfait de sa saison.",
        [("Le club", "s'est dit", "satisfait de sa saison")],
    ),
    ("Cela se dit au marché.", []),
    ("Le mot se dit aussi au pluriel.", []),
]
DONE_OR_NOT = [
    (
        "L'ancien conseiller a nié ce mercredi devant le juge avoir touché de l'argent.",
        [("L'ancien conseiller", "a nié", "avoir touché de l'argent")],
    ),
    (
        "Le témoin a affirmé jeudi à la barre avoir vu une voiture noire.",
        [("Le témoin", "a affirmé", "avoir vu une voiture noire")],
    ),
    (
        "Le pilote a reconnu devant les enquêteurs avoir bu.",
        [("Le pilote", "a reconnu", "avoir bu")],
    ),
    ("Il a reconnu son frère sans avoir mis ses lunettes.", []),
    ("Elle a reconnu la voix pour l'avoir entendue à la radio.", []),
]
WITHHELD = [
    (
        "La ministre a annoncé que l'aide serait prolongée, sans préciser jusqu'à quand.",
        [("La ministre", "a annoncé", "l'aide serait prolongée")],
    ),
    (
        "Il a laissé entendre que des renforts viendraient, sans vouloir dire à quels postes.",
        [("Il", "a laissé entendre", "des renforts viendraient")],
    ),
    (
        "Le groupe assure qu'un repreneur s'est manifesté, sans donner plus de détails.",
        [("Le groupe", "assure", "un repreneur s'est manifesté")],
    ),
    (
        "Elle affirme que l'homme est parti, sans dire un mot.",
        [("Elle", "affirme", "l'homme est parti, sans dire un mot")],
    ),
    (
        "Il raconte que le bus est passé, sans s'arrêter.",
        [("Il", "raconte", "le bus est passé, sans s'arrêter")],
    ),
]
RELATIVES_OF_SOURCES = [
    (
        "Selon un rapport dont le magazine « Der Blick » a eu connaissance, le groupe supprimera 3 000 postes.",
        [("un rapport", "Selon", "le groupe supprimera 3 000 postes")],
    ),
    (
        "Selon une note que nous avons pu lire, le ministère savait tout.",
        [("une note", "Selon", "le ministère savait tout")],
    ),
    (
        "D'après le médecin qui l'a soigné, l'homme vivra.",
        [("le médecin", "D'après", "l'homme vivra")],
    ),
    ("Selon que vous serez puissant ou misérable, on vous jugera.", []),
    ("Selon qui gagne, la ville changera de visage.", []),
]
JUDGED_BY = [
    (
        "Pour la CGT, ce plan est « une provocation ».",
        [("la CGT", "Pour", "ce plan est « une provocation")],
    ),
    (
        "Pour l'opposition, il s'agit d'« un recul historique ».",
        [("l'opposition", "Pour", "il s'agit d'« un recul historique")],
    ),
    (
        "L'explication ne convainc pas l'élue, pour qui la majorité « navigue à vue ».",
        [("l'élue", "pour", "la majorité « navigue à vue")],
    ),
    ("Pour la saison, c'est « un record absolu ».", []),
    ("Pour Meyrannes, c'est la troisième victoire.", []),
]
BEARING = [
    (
        "« Mon fils n'a rien fait », a assuré, la voix nouée, le père de la victime.",
        [("le père de la victime", "a assuré", "Mon fils n'a rien fait")],
    ),
    (
        "« C'est faux », a répondu, visiblement agacé, le président du club.",
        [("le président du club", "a répondu", "C'est faux")],
    ),
    (
        "« La situation est grave », a affirmé, cité par l'AFP Marc Lenoir, le chef des secours.",
        [("Marc Lenoir", "a affirmé", "La situation est grave")],
    ),
    (
        "« On avance », a expliqué, à Rennes, la ministre Anne Roux.",
        [("la ministre Anne Roux", "a expliqué", "On avance")],
    ),
    (
        "« Elle reste », a confié une voix proche du dossier.",
        [("une voix proche du dossier", "a confié", "Elle reste")],
    ),
]
WITHOUT_MARKS = [
    ("Honte ! a-t-il lancé aux députés.", [("il", "a-t-il lancé", "Honte !")]),
    (
        "Elle portera, a-t-il indiqué, sur les marchés publics.",
        [("il", "a-t-il indiqué", "Elle portera, a-t-il indiqué, sur les marchés publics")],
    ),
    (
        "Il reste, a-t-elle insisté, deux ans pour agir.",
        [("elle", "a-t-elle insisté", "Il reste, a-t-elle insisté, deux ans pour agir")],
    ),
    (
        "La grève est reconduite, a-t-il indiqué, lors d'un point de presse.",
        [("il", "a-t-il indiqué", "La grève est reconduite")],
    ),
    (
        "Le budget sera voté, a promis le maire, dans un communiqué.",
        [("le maire", "a promis", "Le budget sera voté")],
    ),
    ("Puis, d'un geste, a-t-il lancé la balle ?", []),
]
SEEN_AS = [
    (
        "L'opposition y voit « une manœuvre grossière ».",
        [("L'opposition", "y voit", "une manœuvre grossière")],
    ),
    (
        "Le quotidien voyait en elle « une poétesse du dimanche ».",
        [("Le quotidien", "voyait", "une poétesse du dimanche")],
    ),
    (
        "Le maire voit dans ce projet « une chance pour la ville ».",
        [("Le maire", "voit", "une chance pour la ville")],
    ),
    ("Il a vu « Le Parrain » dix fois.", []),
    ("On voit des « pop-up stores » partout.", []),
    ("Elle a vu les « gilets jaunes » défiler.", []),
    ("Les touristes ont pu voir « la Joconde » de près.", []),
]
REPLIES = [
    (
        '"Vous mentez !" "Pas du tout, Madame", a répliqué l\'adjoint Paul Roux.',
        [
            ("—", "—", "Vous mentez !"),
            ("l'adjoint Paul Roux", "a répliqué", "Pas du tout, Madame"),
        ],
    ),
    (
        "« Vous saviez ! » « Non », rétorque le témoin.",
        [("—", "—", "Vous saviez !"), ("le témoin", "rétorque", "Non")],
    ),
    (
        "Refus poli du maire : « On ne va pas payer deux fois. »",
        [("maire", "—", "On ne va pas payer deux fois.")],
    ),
    (
        "« Nous avons gagné. » « Nous recommencerons », a promis Paul Roux.",
        [("Paul Roux", "a promis", "Nous avons gagné. » « Nous recommencerons")],
    ),
    ("Fermeture de la piscine : « raisons de sécurité ».", []),
]
CITED = [
    (
        "Et de citer le général de Gaulle : « L'intendance suivra. »",
        [("le général de Gaulle", "citer", "L'intendance suivra.")],
    ),
    (
        "Elle conclut en citant Albert Camus : « Il faut imaginer Sisyphe heureux. »",
        [("Albert Camus", "citant", "Il faut imaginer Sisyphe heureux.")],
    ),
    (
        "Le ministre a cité la maire de Lens : « Rien n'est joué. »",
        [("la maire de Lens", "a cité", "Rien n'est joué.")],
    ),
    (
        "Et de citer l'exemple de Lyon : « On y roule mieux. »",
        [("—", "citer", "On y roule mieux.")],
    ),
    (
        "Le ministre a cité un chiffre : « Deux millions d'emplois sont perdus. »",
        [("Le ministre", "a cité", "Deux millions d'emplois sont perdus.")],
    ),
]
PRESENTED_BEHIND = [
    (
        "« On n'a plus rien. » Paul Morel, éleveur à Sault, montre le hangar brûlé.",
        [("Paul Morel, éleveur à Sault", "—", "On n'a plus rien.")],
    ),
    (
        "« On s'est battus nous-mêmes. » Le constat de l'entraîneur Martin Lavoie était sans appel.",
        [("l'entraîneur Martin Lavoie", "—", "On s'est battus nous-mêmes.")],
    ),
    (
        "Elle reçoit en bottes. « Asseyez-vous, c'est le bazar. » Anne Le Goff, paludière, sourit.",
        [("Anne Le Goff, paludière", "—", "Asseyez-vous, c'est le bazar.")],
    ),
    (
        "La mère pleure. « On m'a volé mon fils. » Paul Morel, avocat, la soutient.",
        [("La mère", "—", "On m'a volé mon fils.")],
    ),
    ("« Rien n'est perdu. » Jeudi, la préfecture a reçu les riverains.", [("—", "—", "Rien n'est perdu.")]),
]
HEADINGS_AND_DATELINES = [
    (
        "Espionnage : les voisins sont « allés trop loin », admet le ministre.",
        [("le ministre", "admet", "les voisins sont « allés trop loin")],
    ),
    (
        "PRAGUE, 3 juin (Reuters) - Le groupe Morava ne bâtira rien, a annoncé sa directrice.",
        [("sa directrice", "a annoncé", "Le groupe Morava ne bâtira rien")],
    ),
    (
        "Munich – Le président du directoire, Karl Lang, craint que l'hiver ne soit « très rude ».",
        [("Le président du directoire, Karl Lang", "craint", "l'hiver ne soit « très rude")],
    ),
    (
        "Météo : pas d'été « pourri », promettent les prévisionnistes.",
        [("les prévisionnistes", "promettent", "pas d'été « pourri")],
    ),
    (
        "Le lac gèle : la pêche reprendra, a dit le maire.",
        [("le maire", "a dit", "Le lac gèle : la pêche reprendra")],
    ),
    (
        "Le col – fermé depuis mardi – rouvrira, a dit le préfet.",
        [("le préfet", "a dit", "Le col – fermé depuis mardi – rouvrira")],
    ),
]
STUDIES_SHOW = [
    (
        "Les pales s'usent plus vite que prévu, montre une étude publiée mercredi.",
        [("une étude", "montre", "Les pales s'usent plus vite que prévu")],
    ),
    (
        "Les loyers ont doublé, montre un rapport de la région.",
        [("un rapport de la région", "montre", "Les loyers ont doublé")],
    ),
    ("L'enfant lève le bras, montre le ciel et rit.", []),
    ("Le guide s'arrête, montre le sommet du doigt.", []),
]
NAMED_AUDIENCES = [
    (
        "Elle a confié à « Vetcherni Oural » que son mari voulait quitter la mine.",
        [("Elle", "a confié", "son mari voulait quitter la mine")],
    ),
    (
        "Il a déclaré au journal « Kommersant » que la digue tiendrait.",
        [("Il", "a déclaré", "la digue tiendrait")],
    ),
    (
        "Le club visiteur a indiqué dans la soirée qu'il saisirait la commission.",
        [("Le club visiteur", "a indiqué", "il saisirait la commission")],
    ),
    ("Il a raconté dans la presse les voyages qu'il a faits.", []),
    ("Il a décrit au journal « Le Matin » la maison que l'on voit de loin.", []),
]
CLEFTS = [
    (
        "C'est lui, a-t-il assuré, qui « négociait tout » avec les promoteurs.",
        [("il", "a-t-il assuré", "C'est lui, a-t-il assuré, qui « négociait tout » avec les promoteurs")],
    ),
    (
        "Ce sont les élus, a-t-elle rappelé, qui votent le budget.",
        [("elle", "a-t-elle rappelé", "Ce sont les élus, a-t-elle rappelé, qui votent le budget")],
    ),
    (
        "Comme l'a rapporté le journal, citant deux sources, le ministre partira.",
        [("le journal", "l'a rapporté", "le ministre partira")],
    ),
    (
        "Rien n'est perdu, rétorque la voisine, qui range ses cartons.",
        [("la voisine", "rétorque", "Rien n'est perdu")],
    ),
    (
        "C'est un mensonge, répond le gardien, qui n'a rien vu.",
        [("le gardien", "répond", "C'est un mensonge")],
    ),
]
ADDED = [
    (
        "Il dit avoir pensé à ses enfants, « tout le temps ».",
        [("Il", "dit", "avoir pensé à ses enfants, « tout le temps")],
    ),
    (
        "Elle a promis de revenir, « dès que possible ».",
        [("Elle", "a promis", "revenir, « dès que possible")],
    ),
    (
        "Elle affirme que le texte est dangereux, « surtout pour les jeunes ».",
        [("Elle", "affirme", "le texte est dangereux, « surtout pour les jeunes")],
    ),
    (
        "Il dit avoir vu un chien. Son nom, « le Baron », lui va bien.",
        [("Il", "dit", "avoir vu un chien")],
    ),
]
ADJECTIVES = [
    (
        "Il s'en est pris à l'arbitre, coupable selon lui de n'avoir rien vu.",
        [("lui", "selon", "coupable selon lui de n'avoir rien vu")],
    ),
    (
        "Elle combat ce texte, trop dur selon elle pour les familles.",
        [("elle", "selon", "trop dur selon elle pour les familles")],
    ),
    (
        "Le préfet, absent selon le maire, n'a pas répondu.",
        [("le maire", "selon", "absent")],
    ),
    (
        "Le projet est, selon elle, trop cher.",
        [("elle", "selon", "Le projet est, selon elle, trop cher")],
    ),
    ("Le texte, adopté selon la procédure d'urgence, entre en vigueur.", []),
]
LEARNT_OF = [
    (
        "Les marins ont cessé leur grève, a-t-on appris auprès des syndicats.",
        [("des syndicats", "a-t-on appris auprès", "Les marins ont cessé leur grève")],
    ),
    (
        "Le magasin fermera en mai, a-t-on appris lundi auprès de la direction.",
        [("la direction", "a-t-on appris lundi auprès", "Le magasin fermera en mai")],
    ),
    ("Il a appris le métier auprès de son père.", []),
]
PRONOUNS_BEHIND = [
    ("« Non », répond-elle.", [("elle", "répond-elle", "Non")]),
    ("« Ce n'est pas vrai », se défend-il.", [("il", "se défend-il", "Ce n'est pas vrai")]),
    (
        "« Oui, reprend-il, mais demain. »",
        [("il", "reprend-il", "Oui, reprend-il, mais demain.")],
    ),
    (
        "« On a eu peur », nous a confié Petr Novák.",
        [("Petr Novák", "nous a confié", "On a eu peur")],
    ),
    (
        "« Nous resterons unis », peut-on lire dans le communiqué du parti.",
        [("le communiqué du parti", "lire", "Nous resterons unis")],
    ),
    ("Que répond-il à cela ? Rien.", []),
    ("On peut lire ce roman en une nuit.", []),
]
WHO_GOES_ON = [
    (
        "Et le sénateur de conclure : « La loi est inutile. »",
        [("le sénateur", "conclure", "La loi est inutile.")],
    ),
    (
        "Et Paul Rey d'ajouter que la loi est inutile.",
        [("Paul Rey", "ajouter", "la loi est inutile")],
    ),
    (
        "C'est le maire qui a déclaré que la salle serait fermée.",
        [("le maire", "a déclaré", "la salle serait fermée")],
    ),
    (
        "« On ferme. » C'est par ces mots que le directeur a accueilli les salariés.",
        [("le directeur", "—", "On ferme.")],
    ),
    ("Le projet de conclure un accord a échoué.", []),
    ("C'est par ces mots que commence le roman.", []),
]
WHOSE_WORDS = [
    (
        "« Un jour, nous dit-elle, il reviendra. »",
        [("elle", "nous dit-elle", "Un jour, nous dit-elle, il reviendra.")],
    ),
    (
        "Le président, Petr Kolar, ne voit pas de raison de s'inquiéter : « Tout va bien. »",
        [("Le président, Petr Kolar", "s'inquiéter", "Tout va bien.")],
    ),
    (
        "Morel fustige « l'assistanat », Kolar « la finance ».",
        [("Morel", "fustige", "l'assistanat")],
    ),
    (
        "Il dénonce « le mépris », « la violence » et « la peur ».",
        [("Il", "dénonce", "le mépris », « la violence » et « la peur")],
    ),
    (
        "Il est probable, estime l'expert Jan Kral, que les taux baissent.",
        [
            (
                "l'expert Jan Kral",
                "estime",
                "Il est probable, estime l'expert Jan Kral, que les taux baissent",
            )
        ],
    ),
    (
        "Le joueur s'est dit « fier » d'avoir signé.",
        [("Le joueur", "s'est dit", "fier » d'avoir signé")],
    ),
]
VERBLESS = [
    (
        "Les éleveurs ont prévenu : pas question de lever le camp.",
        [("Les éleveurs", "ont prévenu", "pas question de lever le camp")],
    ),
    (
        "Le maire prévient : impossible de rouvrir avant juin.",
        [("Le maire", "prévient", "impossible de rouvrir avant juin")],
    ),
    (
        "« Rien ne va plus » : le cri d'alarme des infirmières",
        [("infirmières", "—", "Rien ne va plus")],
    ),
    (
        "« On m'a tout pris » : le témoignage d'une victime",
        [("une victime", "—", "On m'a tout pris")],
    ),
    ("Il a annoncé la couleur : un bleu de nuit.", []),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    VERBLESS
    + WHOSE_WORDS
    + PRONOUNS_BEHIND
    + WHO_GOES_ON
    + HEADINGS_AND_DATELINES
    + STUDIES_SHOW
    + NAMED_AUDIENCES
    + CLEFTS
    + ADDED
    + ADJECTIVES
    + LEARNT_OF
    + REPORTED_BEFORE
    + ONLY
    + SECOND_CLAUSES
    + THREATS_OF_THINGS
    + SAID_OF_ONESELF
    + DONE_OR_NOT
    + WITHHELD
    + RELATIVES_OF_SOURCES
    + JUDGED_BY
    + BEARING
    + WITHOUT_MARKS
    + SEEN_AS
    + REPLIES
    + CITED
    + PRESENTED_BEHIND,
)
def test_a_turn_of_agencies_and_translators(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected


def test_an_exclamation_with_an_incise_is_worth_a_parse() -> None:
    assert may_report("Honte ! a-t-il lancé aux députés.")
    assert may_report("Assez, gronde-t-elle.")
    assert not may_report("Puis, où va-t-il ?")
