"""Words that somebody relays, reads or finds somewhere, and names that a rule of grammar hides; our own sentences.

A row is a text and (source, cue, content) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

FOR_WHOM = [
    (
        "Le cinéaste Rémi Salvat aime citer Vilmot, pour qui « le cadre est une prison ».",
        [
            ("Le cinéaste Rémi Salvat", "citer", "Vilmot, pour qui « le cadre est une prison"),
            ("Vilmot", "pour", "le cadre est une prison"),
        ],
    ),
    (
        "Le cinéaste préfère citer Vilmot, pour qui « le cadre est une prison ».",
        [("Vilmot", "pour", "le cadre est une prison")],
    ),
    (
        "La ministre cite volontiers Varlin, selon qui « le courage, c'est de douter ».",
        [
            ("La ministre", "cite", "Varlin, selon qui « le courage, c'est de douter"),
            ("Varlin", "selon", "le courage, c'est de douter"),
        ],
    ),
    (
        "L'élu a longuement écouté Brissac, d'après qui la dette est « insoutenable ».",
        [("Brissac", "d'après", "la dette est « insoutenable")],
    ),
    ("Le ministre s'en remet à Bergeron, pour qui « la dette attendra ».", []),
    (
        "La maire a visité la digue, selon qui elle cédera.",
        [("La maire", "selon", "elle cédera")],
    ),
]
CITED_PAPERS = [
    (
        "Elle cite une étude de la chambre selon laquelle « aucun gain » n'est à attendre.",
        [
            ("Elle", "cite", "une étude de la chambre selon laquelle « aucun gain » n'est à attendre"),
            ("une étude de la chambre", "selon", "aucun gain » n'est à attendre"),
        ],
    ),
    (
        "Le maire évoque une note selon laquelle la digue est « perdue ».",
        [
            ("Le maire", "évoque", "une note selon laquelle la digue est « perdue"),
            ("une note", "selon", "la digue est « perdue"),
        ],
    ),
    (
        "Le maire cite une note selon laquelle la digue est perdue.",
        [("une note", "selon", "la digue est perdue")],
    ),
    (
        "Le ministre a condamné l'attaque, qui n'a selon lui « aucune excuse ».",
        [("lui", "selon", "n'a selon lui « aucune excuse")],
    ),
]
WHAT_ONE_READS_THERE = [
    (
        "Le site a publié un article où l'on pouvait lire que « le préfet partirait ».",
        [("un article", "pouvait lire", "le préfet partirait")],
    ),
    (
        "La maire a critiqué un rapport du Sénat, où l'on peut lire que « la digue cédera ».",
        [("un rapport du Sénat", "peut lire", "la digue cédera")],
    ),
    (
        "La lettre, dans laquelle on pouvait lire : « Partez », a été saisie.",
        [("La lettre", "pouvait lire", "Partez")],
    ),
    (
        "La maire a brandi un tract, où l'on pouvait lire que « la grève continuait ».",
        [("un tract", "pouvait lire", "la grève continuait")],
    ),
    ("Il a condamné une affiche où l'on peut lire « Morin menteuse ».", []),
]
PAPERS_RECEIVED = [
    (
        "Le maire a reçu une lettre mardi, assurant que tout allait bien.",
        [("une lettre", "assurant", "tout allait bien")],
    ),
    (
        "La police a trouvé une note chez lui, affirmant que la digue cédera.",
        [("une note", "affirmant", "la digue cédera")],
    ),
    (
        "La rédaction a intercepté un courrier, annonçant que la mine fermera.",
        [("un courrier", "annonçant", "la mine fermera")],
    ),
    (
        "L'ancien ministre a réagi à un article publié mardi, affirmant que tout était faux.",
        [("L'ancien ministre", "affirmant", "tout était faux")],
    ),
    (
        "Le maire a reçu les ouvriers mardi, assurant que tout allait bien.",
        [("Le maire", "assurant", "tout allait bien")],
    ),
    (
        "Le maire a reçu le rapport mardi et a parlé, assurant que tout allait bien.",
        [("Le maire", "assurant", "tout allait bien")],
    ),
]
SAID_IN_COURT = [
    ("Le prévenu a dit à l'audience qu'il dormait.", [("Le prévenu", "a dit", "il dormait")]),
    ("Luc Roux a affirmé à la barre qu'il dormait.", [("Luc Roux", "a affirmé", "il dormait")]),
    ("La juge a rappelé au procès qu'il dormait.", [("La juge", "a rappelé", "il dormait")]),
    ("Le maire évoque à la barre le bateau qu'il pilotait.", []),
    ("Le maire décrit la salle qu'il présidait.", []),
]
ANSWERS_WITHOUT_MARKS = [
    (
        "Réponse de Luc Roux : on a attendu, et « on attendra encore ».",
        [("Luc Roux", "—", "on a attendu, et « on attendra encore")],
    ),
    (
        "Réponse du ministre : il faut attendre, et « rien ne presse ».",
        [("ministre", "—", "il faut attendre, et « rien ne presse")],
    ),
    (
        "La réplique de la maire : personne ne viendra, la route est « coupée ».",
        [("la maire", "—", "personne ne viendra, la route est « coupée")],
    ),
    ("Réponse à 20 heures : le match est retransmis.", []),
    ("La réponse du ministre : attendre l'été.", []),
]
NAMES_THAT_BEGIN_LIKE_A_PREPOSITION = [
    (
        "De Zerli s'est dit « choqué » par la décision.",
        [("De Zerli", "s'est dit", "choqué » par la décision")],
    ),
    ("« C'est fini », a dit De Zerli à la presse.", [("De Zerli", "a dit", "C'est fini")]),
    ("EnPasse informe que le ministre a démissionné.", [("EnPasse", "informe", "le ministre a démissionné")]),
    ("De Lyon, le ministre a dit que tout irait bien.", [("le ministre", "a dit", "tout irait bien")]),
    ("De Paris vient la rumeur. « On verra », a dit Luc Roux.", [("Luc Roux", "a dit", "On verra")]),
]
HOW_AND_WHEN_IT_WAS_SAID = [
    ("« C'est une victoire », sourit jaune Clément.", [("Clément", "sourit", "C'est une victoire")]),
    ("« C'est une victoire », rit jaune Clément Roux.", [("Clément Roux", "rit", "C'est une victoire")]),
    (
        "Selon Savane Matin, mardi 22 août, le président a limogé son ministre.",
        [("Savane Matin", "Selon", "le président a limogé son ministre")],
    ),
    (
        "Selon l'agence Norvia, le 22 août, le président a limogé son ministre.",
        [("l'agence Norvia", "Selon", "le président a limogé son ministre")],
    ),
    (
        "Selon la Gazette, dimanche sera chômé.",
        [("la Gazette", "Selon", "dimanche sera chômé")],
    ),
    (
        "Selon le Mouvement du 4 juin, le texte sera voté.",
        [("le Mouvement du 4 juin", "Selon", "le texte sera voté")],
    ),
]
NOBODYS_WORDS = [
    ("« En marche ! » a trouvé un chef.", []),
    ("« Debout ! » a trouvé une salle.", []),
    ("« C'est cher », a trouvé une habitante.", [("une habitante", "a trouvé", "C'est cher")]),
    ("Une rencontre avec Luc Roux : « Le Bout du quai », son film, sort mercredi.", []),
    ("Une rencontre avec Luc Roux autour de son film : « Le Bout du quai ».", []),
    ("Anne Rey raconte « La Digue », son premier roman.", []),
    (
        "Anne Rey évoque son premier roman : « Je l'ai écrit en prison ».",
        [("Anne Rey", "évoque", "Je l'ai écrit en prison")],
    ),
    ("Anne Rey a dit « Je pars », son livre sous le bras.", [("Anne Rey", "a dit", "Je pars")]),
]

THE_WORDS_OF_WHOM = [
    (
        "Le ministre a cité les propos du président de la commission : « Je n'adhère pas à ce discours. »",
        [("président de la commission", "a cité", "Je n'adhère pas à ce discours.")],
    ),
    (
        "La maire a rappelé les mots de Jean Jaurès : « Le courage, c'est de chercher. »",
        [("Jean Jaurès", "a rappelé", "Le courage, c'est de chercher.")],
    ),
    (
        "La maire a lu un message de Jean Roux : « Je reviendrai. »",
        [("Jean Roux", "a lu", "Je reviendrai.")],
    ),
    (
        "La maire a regretté les propos du préfet : « C'est indigne. »",
        [("La maire", "a regretté", "C'est indigne.")],
    ),
    ("La maire a rappelé les faits : « C'est indigne. »", [("La maire", "a rappelé", "C'est indigne.")]),
    (
        "Pour les élus, c'est « une honte », selon le préfet.",
        [("le préfet", "selon", "Pour les élus, c'est « une honte")],
    ),
    (
        "Pour les jurés, la tâche est « rude », pour reprendre les mots de Luc Roux.",
        [("Luc Roux", "pour reprendre les mots de", "rude")],
    ),
    (
        "Pour le maire, c'est « une honte », mais selon le préfet, c'est « un progrès ».",
        [
            ("le maire", "Pour", "c'est « une honte »"),
            ("le préfet", "selon", "c'est « un progrès"),
        ],
    ),
    (
        "S'adressant au président du groupe, Luc Rey, Anne Roux, conclut : « C'est un homme de bien. »",
        [("Anne Roux", "conclut", "C'est un homme de bien.")],
    ),
    (
        "S'adressant au préfet, Luc Rey, la maire a conclu : « C'est fini. »",
        [("la maire", "a conclu", "C'est fini.")],
    ),
]
TWO_SOURCES_EACH_WITH_A_CLAUSE = [
    (
        "Si les vols ont diminué, selon un bilan du préfet, les coups, « le plus grave », augmentent, selon la maire.",
        [
            ("un bilan du préfet", "selon", "les vols ont diminué"),
            ("la maire", "selon", "les coups, « le plus grave », augmentent"),
        ],
    ),
    (
        "Les vols ont diminué, selon le préfet, mais les coups augmentent, selon la maire.",
        [("le préfet", "selon", "Les vols ont diminué"), ("la maire", "selon", "les coups augmentent")],
    ),
    (
        "Selon le préfet, les vols baissent, mais les coups augmentent, selon la maire.",
        [("le préfet", "Selon", "les vols baissent"), ("la maire", "selon", "les coups augmentent")],
    ),
    (
        "Le plan, selon le préfet, coûtera dix millions, un chiffre « absurde » selon la maire.",
        [
            ("le préfet", "selon", "Le plan, selon le préfet, coûtera dix millions"),
            ("la maire", "selon", "un chiffre « absurde"),
        ],
    ),
    (
        "Ils étaient 5 000, selon la police, 9 000 selon les syndicats.",
        [("la police", "selon", "Ils étaient 5 000"), ("les syndicats", "selon", "9 000")],
    ),
    (
        "Le plan, selon le préfet, coûtera cher.",
        [("le préfet", "selon", "Le plan, selon le préfet, coûtera cher")],
    ),
]
WHOSE_THEY_WERE = [
    (
        "« On a tout essayé. » Ça, c'est l'excuse de Luc Roux, impliqué dans une bagarre.",
        [("Luc Roux", "—", "On a tout essayé.")],
    ),
    ("« On a tout essayé. » Voilà la réponse du maire.", [("maire", "—", "On a tout essayé.")]),
    ("« On a tout essayé. » Telle est la version du maire.", [("maire", "—", "On a tout essayé.")]),
    ("« On a tout essayé. » C'est la première réponse aux élus.", [("—", "—", "On a tout essayé.")]),
    ("« On a tout essayé. » C'est la maison du maire.", [("—", "—", "On a tout essayé.")]),
    ("Réponse aux élus : « On verra demain. »", [("—", "—", "On verra demain.")]),
]
WHAT_STANDS_IN_FRONT = [
    (
        "(Québec) « Il faut que ça arrête », a lancé le ministre.",
        [("le ministre", "a lancé", "Il faut que ça arrête")],
    ),
    (
        "(New York) « Il faut que ça arrête », a lancé le ministre.",
        [("le ministre", "a lancé", "Il faut que ça arrête")],
    ),
    (
        "Par ailleurs, ajoute le préfet, « la route sera coupée ».",
        [("le préfet", "ajoute", "la route sera coupée")],
    ),
    ("Pourtant, souligne le juge, le prévenu a menti.", [("le juge", "souligne", "le prévenu a menti")]),
    ("En outre, précise le maire, la route est coupée.", [("le maire", "précise", "la route est coupée")]),
    (
        "La route, précise le maire, est coupée.",
        [("le maire", "précise", "La route, précise le maire, est coupée")],
    ),
    (
        "Demain, précise le maire, la route sera coupée.",
        [("le maire", "précise", "Demain, précise le maire, la route sera coupée")],
    ),
]
THE_AUTHORS_OWN = [
    ("Il sied de noter que le pont est fermé.", []),
    ("Il convient de rappeler que le pont est fermé.", []),
    ("Il importe de souligner que le pont est fermé.", []),
    ("Il y a lieu de signaler que le pont est fermé.", []),
    ("Force est de reconnaître que le pont est fermé.", []),
    ("La conviction de la victime que le pont est fermé a pesé.", []),
    (
        "Le maire convient d'avoir affirmé que le pont est fermé.",
        [("Le maire", "avoir affirmé", "le pont est fermé")],
    ),
    ("Le maire vient de rappeler que le pont est fermé.", [("Le maire", "rappeler", "le pont est fermé")]),
]
WITHIN_THE_WORDS = [
    (
        "L'avocat général : « Mais pourquoi alors, lui parlez-vous de la rivière ? »",
        [("L'avocat général", "—", "Mais pourquoi alors, lui parlez-vous de la rivière ?")],
    ),
    (
        "« Pourquoi, dites-vous, est-ce fini ? », demande la juge.",
        [("la juge", "demande", "Pourquoi, dites-vous, est-ce fini ?")],
    ),
    (
        "« Nous avons écrit, expose la cégétiste. Nous attendons. »",
        [("la cégétiste", "expose", "Nous avons écrit, expose la cégétiste. Nous attendons.")],
    ),
    (
        "Une attachée lui dit d'arrêter. « Je vais vous laisser. »",
        [("Une attachée", "lui dit", "arrêter"), ("—", "—", "Je vais vous laisser.")],
    ),
    (
        "« C'est fini », a dit le chef par intérim du Parti libéral, Luc Roux.",
        [("le chef par intérim du Parti libéral, Luc Roux", "a dit", "C'est fini")],
    ),
]
WHERE_A_CLAUSE_ENDS = [
    (
        "Le maire dit que la route est « coupée », mais aussi que le pont tiendra.",
        [("Le maire", "dit", "la route est « coupée », mais aussi que le pont tiendra")],
    ),
    (
        "Le maire dit que la route est coupée, et surtout que le pont tiendra.",
        [("Le maire", "dit", "la route est coupée, et surtout que le pont tiendra")],
    ),
    (
        "Rien n'est fait, a insisté M. Roux, en rappelant que la digue est vieille.",
        [("M. Roux", "a insisté", "Rien n'est fait"), ("M. Roux", "rappelant", "la digue est vieille")],
    ),
    (
        "Rien n'est fait, a insisté M. Roux, en laissant entendre que la digue cédera.",
        [("M. Roux", "a insisté", "Rien n'est fait"), ("M. Roux", "laissant entendre", "la digue cédera")],
    ),
    ("L'affaire a éclaté : le ministre aurait menti.", [("—", "—", "le ministre aurait menti")]),
    (
        "L'affaire a éclaté hier : l'ancien chef du club, Luc Roux, aurait pris des courriels au patron du groupe.",
        [("—", "—", "l'ancien chef du club, Luc Roux, aurait pris des courriels au patron du groupe")],
    ),
    ("Le suspect a été vu ; il aurait fui.", [("—", "—", "il aurait fui")]),
    (
        "Le suspect aurait fui : la police le cherche.",
        [("—", "—", "Le suspect aurait fui : la police le cherche")],
    ),
]
WHO_SERVES_A_HOUSE = [
    (
        "Une tribune d'un haut responsable de son administration dénonçant « l'amoralité du chef » a paru.",
        [("un haut responsable de son administration", "dénonçant", "l'amoralité du chef")],
    ),
    (
        "Un responsable de la mairie affirmant que tout va bien a été entendu.",
        [("Un responsable de la mairie", "affirmant", "tout va bien")],
    ),
    (
        "La presse a lu le texte d'un conseiller du ministère assurant que « tout va bien ».",
        [("un conseiller du ministère", "assurant", "tout va bien")],
    ),
    (
        "Le ministère a reçu un courrier de la préfecture affirmant que tout va bien.",
        [("un courrier de la préfecture", "affirmant", "tout va bien")],
    ),
]
RIGHT_BEHIND_THE_MARKS = [
    (
        "Au Congrès, les élus s'alarment, « il y a une telle peur que les gens fuient », s'inquiète Luc Roux.",
        [
            (
                "Luc Roux",
                "s'inquiète",
                "Au Congrès, les élus s'alarment, « il y a une telle peur que les gens fuient",
            )
        ],
    ),
    (
        "Le maire dénonce « une honte », a ajouté Luc Roux.",
        [("Luc Roux", "a ajouté", "Le maire dénonce « une honte"), ("Le maire", "dénonce", "une honte")],
    ),
    (
        "Le ministre n'est pas venu car, nous disait-on, il refuse le plan.",
        [("on", "nous disait-on", "il refuse le plan")],
    ),
    ("Le plan est mort, car, selon le maire, nul n'en veut.", [("le maire", "selon", "nul n'en veut")]),
    ("Le journal a publié une tribune intitulée : « Je fais partie de la résistance ».", []),
    ("Il titre : « Je fais partie de la résistance ».", [("Il", "titre", "Je fais partie de la résistance")]),
]
WHO_COMES_BETWEEN = [
    (
        "« Nul ne filme », dit le maire. Ce que son opposant déplore. « Cela a déjà été fait. »",
        [("le maire", "dit", "Nul ne filme"), ("son opposant", "—", "Cela a déjà été fait.")],
    ),
    (
        "« Nul ne filme », dit le maire. Ce que conteste l'opposant Luc Roux. « Cela a déjà été fait. »",
        [("le maire", "dit", "Nul ne filme"), ("l'opposant Luc Roux", "—", "Cela a déjà été fait.")],
    ),
    (
        "« Nul ne filme », dit le maire. Ce que la loi prévoit. « Cela a déjà été fait. »",
        [("le maire", "dit", "Nul ne filme"), ("—", "—", "Cela a déjà été fait.")],
    ),
    (
        "« Faites vite ! », lance la maire Anne Roux. Le préfet sourit. Il se lève. « On y croit. »",
        [("la maire Anne Roux", "lance", "Faites vite !"), ("Il", "—", "On y croit.")],
    ),
    (
        "« Faites vite ! », lance la maire Anne Roux. Le projet avance. Il est bien fait. « On y croit. »",
        [("la maire Anne Roux", "lance", "Faites vite !"), ("—", "—", "On y croit.")],
    ),
    ("« Ce n'est pas moi », certifie Luc Roux.", [("Luc Roux", "certifie", "Ce n'est pas moi")]),
    ("Le pont est sûr, certifie la préfète.", [("la préfète", "certifie", "Le pont est sûr")]),
    ("Il lui évite l'avertissement que le maire souhaitait.", []),
    ("La promesse que les élus attendaient a été tenue.", []),
    ("L'annonce que le maire attend un enfant a surpris.", [("—", "annonce", "le maire attend un enfant")]),
]
ALREADY = [
    (
        "« On fera appel », a d'ores et déjà annoncé l'avocat.",
        [("l'avocat", "a d'ores et déjà annoncé", "On fera appel")],
    ),
    (
        "Le maire a d'ores et déjà annoncé que la route fermera.",
        [("Le maire", "a d'ores et déjà annoncé", "la route fermera")],
    ),
    (
        "La route fermera, a d’ores et déjà prévenu la maire.",
        [("la maire", "a d’ores et déjà prévenu", "La route fermera")],
    ),
    ("Le maire est d'ores et déjà parti.", []),
    ("Les ores et les déjà du poète sont beaux.", []),
    ("Selon ce dernier, les preuves manquent.", [("ce dernier", "Selon", "les preuves manquent")]),
    ("Selon cette dernière, la route fermera.", [("cette dernière", "Selon", "la route fermera")]),
    ("Selon le dernier rapport, la route fermera.", [("le dernier rapport", "Selon", "la route fermera")]),
    ("Un discours que la gauche ne veut pas entendre.", []),
    ("Une promesse que les élus peinent à croire.", []),
    ("L'annonce que la gauche veut partir a surpris.", [("—", "annonce", "la gauche veut partir")]),
    (
        "Le PS se tait, tandis qu'Ecolo dénonce, par la voix de sa présidente, un « naufrage ».",
        [("Ecolo", "dénonce", "naufrage")],
    ),
]
MEANWHILE = [
    ("Le député Luc Roux a parlé pendant que Jean Rey travaillait.", []),
    ("Le maire a annoncé la fin du chantier pendant que les élus votaient.", []),
    (
        "Le maire a répondu pendant deux heures que rien n'était sûr.",
        [("Le maire", "a répondu", "rien n'était sûr")],
    ),
    ("Le maire a insisté pour que tout soit prêt.", [("Le maire", "a insisté pour", "tout soit prêt")]),
    (
        "Le chef a expliqué qu'il dira tout à la CdG. « Nous avons parlé du sujet », a-t-il déclaré.",
        [
            ("Le chef", "a expliqué", "il dira tout à la CdG"),
            ("il", "a-t-il déclaré", "Nous avons parlé du sujet"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    FOR_WHOM
    + CITED_PAPERS
    + WHAT_ONE_READS_THERE
    + PAPERS_RECEIVED
    + SAID_IN_COURT
    + ANSWERS_WITHOUT_MARKS
    + NAMES_THAT_BEGIN_LIKE_A_PREPOSITION
    + HOW_AND_WHEN_IT_WAS_SAID
    + NOBODYS_WORDS
    + THE_WORDS_OF_WHOM
    + MEANWHILE
    + TWO_SOURCES_EACH_WITH_A_CLAUSE
    + WHOSE_THEY_WERE
    + WHAT_STANDS_IN_FRONT
    + THE_AUTHORS_OWN
    + WITHIN_THE_WORDS
    + WHERE_A_CLAUSE_ENDS
    + ALREADY
    + WHO_COMES_BETWEEN
    + WHO_SERVES_A_HOUSE
    + RIGHT_BEHIND_THE_MARKS,
)
def test_whose_words_they_are(text: str, expected: Found, extractor: Extractor) -> None:
    assert found_in(extractor, text) == expected
