"""Turns of agencies and of papers from Brussels to Dakar that no rule was written for; the sentences are our own.

A row is a text and (source, cue, content) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

WHO_GOES_ON_BEHIND_THE_WORDS = [
    (
        "Selon cette source, « c'est le détenu qui n'a pas voulu sortir », assurant que la visite avait eu lieu.",
        [
            ("cette source", "Selon", "c'est le détenu qui n'a pas voulu sortir"),
            ("cette source", "assurant", "la visite avait eu lieu"),
        ],
    ),
    (
        "D'après le préfet, « la crue est passée », précisant que deux routes restent coupées.",
        [
            ("le préfet", "D'après", "la crue est passée"),
            ("le préfet", "précisant", "deux routes restent coupées"),
        ],
    ),
    (
        "Selon la mairie, « les travaux avancent », ajoutant que le pont rouvrira en mai.",
        [
            ("la mairie", "Selon", "les travaux avancent"),
            ("la mairie", "ajoutant", "le pont rouvrira en mai"),
        ],
    ),
    (
        "Selon le journal, le préfet a quitté la salle, affirmant que le budget était faux.",
        [
            ("le journal", "Selon", "le préfet a quitté la salle, affirmant que le budget était faux"),
            ("le préfet", "affirmant", "le budget était faux"),
        ],
    ),
    (
        "Le maire a promis « du concret », assurant que la salle ouvrirait.",
        [
            ("Le maire", "a promis", "du concret"),
            ("Le maire", "assurant", "la salle ouvrirait"),
        ],
    ),
]
TITLES_APART_FROM_THEIR_NAMES = [
    (
        "Les deux hommes ont été « relâchés hier », a déclaré à l'AFP Me Karim Belloumi, chargé du dossier au barreau.",
        [("Me Karim Belloumi", "a déclaré", "Les deux hommes ont été « relâchés hier")],
    ),
    (
        "« Le dossier est vide », a dit à l'AFP Me Awa Diarra.",
        [("Me Awa Diarra", "a dit", "Le dossier est vide")],
    ),
    (
        "« Nous ferons appel », a indiqué à Reuters Mme Ilse Vandamme.",
        [("Mme Ilse Vandamme", "a indiqué", "Nous ferons appel")],
    ),
    (
        "Pour le MR, son président Karl Mertens explique que la caisse est vide.",
        [("son président Karl Mertens", "explique", "la caisse est vide")],
    ),
    ("« On verra », a répondu le DR Congo.", [("le DR Congo", "a répondu", "On verra")]),
]
WHAT_NOBODY_SAID = [
    ("L'opposant est enfermé sans que la justice lui ait notifié quoi que ce soit.", []),
    ("Le juge a clos le dossier sans que le parquet ait dit qu'il renonçait.", []),
    (
        "Selon le syndicat, il est accusé à tort de faits qu'il n'a pas commis.",
        [("le syndicat", "Selon", "il est accusé à tort de faits qu'il n'a pas commis")],
    ),
    ("Le peuple élira le conseil, selon un système majoritaire.", []),
    ("L'eau est répartie, selon un mécanisme ancien, entre dix fermes.", []),
    (
        "Le conseil sera élu, selon un élu de gauche.",
        [("un élu de gauche", "selon", "Le conseil sera élu")],
    ),
    (
        "Il a quitté la salle en disant que tout était faux.",
        [("Il", "disant", "tout était faux")],
    ),
]
STILL_SUPPOSED = [
    ("Si le texte passait, le canton perdrait un siège. Le vote serait alors majoritaire.", []),
    (
        "S'il était battu, le maire quitterait la ville. Son adjointe lui succéderait. Le conseil serait dissous.",
        [],
    ),
    (
        "S'il est élu, il partirait en mai. Il aurait acheté une maison à Royan.",
        [("—", "—", "Il aurait acheté une maison à Royan")],
    ),
    (
        "Le suspect serait toujours à Lille. Il aurait été vu lundi.",
        [
            ("—", "—", "Le suspect serait toujours à Lille"),
            ("—", "—", "Il aurait été vu lundi"),
        ],
    ),
]
WHERE_OBJECTS_END = [
    (
        "Le Kremlin a jugé « vides de sens » les propos du ministre, qui s'est dit la veille prêt à partir.",
        [
            ("Le Kremlin", "a jugé", "vides de sens » les propos du ministre"),
            ("ministre", "s'est dit", "prêt à partir"),
        ],
    ),
    (
        "Elle a jugé « honteuse » la décision du conseil, qui ferme l'école.",
        [("Elle", "a jugé", "honteuse » la décision du conseil")],
    ),
    (
        "Le maire a jugé « inutile » la déviation que le département veut creuser.",
        [("Le maire", "a jugé", "inutile » la déviation que le département veut creuser")],
    ),
    (
        "La ministre explique qu'il est « urgent d'agir. Nous avons perdu dix ans. Je plaide pour une loi. »",
        [
            (
                "La ministre",
                "explique",
                "il est « urgent d'agir. Nous avons perdu dix ans. Je plaide pour une loi.",
            )
        ],
    ),
    ("La foule crie à la « trahison des clercs ».", [("La foule", "crie", "trahison des clercs")]),
]
IN_WHOSE_NAME = [
    (
        "Pour la CGT, il faut embaucher sans attendre.",
        [("la CGT", "Pour", "il faut embaucher sans attendre")],
    ),
    (
        "Pour l'opposition, ces contrats doivent être revus.",
        [("l'opposition", "Pour", "ces contrats doivent être revus")],
    ),
    (
        "Pour l'UDC, il faut fermer la frontière, alors que le PLR appelle à négocier.",
        [
            ("l'UDC", "Pour", "il faut fermer la frontière"),
            ("le PLR", "appelle", "négocier"),
        ],
    ),
    ("Pour la CGT, l'année commence mal avec deux sièges perdus.", []),
    ("Pour Renault, il faut compter deux ans de retard.", []),
    (
        "Pour la CFDT, Luc Marin dénonce « un passage en force ».",
        [("Luc Marin", "dénonce", "un passage en force")],
    ),
]
FIGURES_APPENDED = [
    (
        "Ils demandent la libération des détenus, plus de 300 selon l'opposition.",
        [("l'opposition", "selon", "plus de 300")],
    ),
    (
        "Des milliers de gens ont défilé, 5 000 selon la police.",
        [("la police", "selon", "5 000")],
    ),
    (
        "Le maire a dénoncé le départ « des médecins », une trentaine selon lui.",
        [
            ("Le maire", "a dénoncé", "le départ « des médecins"),
            ("lui", "selon", "une trentaine"),
        ],
    ),
    (
        "La ville compte, en 2020, 300 médecins, selon la mairie.",
        [("la mairie", "selon", "La ville compte, en 2020, 300 médecins")],
    ),
    (
        "Le pont coûtera 3 millions, selon le maire.",
        [("le maire", "selon", "Le pont coûtera 3 millions")],
    ),
]
FAR_FROM_THE_VERB = [
    (
        "Le patron a déclaré dans une interview accordée au magazine « Relief » être en faveur d'un accord.",
        [("Le patron", "a déclaré", "être en faveur d'un accord")],
    ),
    (
        "La chanteuse a affirmé mardi être prête à revenir.",
        [("La chanteuse", "a affirmé", "être prête à revenir")],
    ),
    (
        "Les ventes ont reculé de 3 %, détaille mardi le rapport annuel.",
        [("le rapport annuel", "détaille", "Les ventes ont reculé de 3 %")],
    ),
    (
        "La récolte sera bonne, assure jeudi la ministre.",
        [("la ministre", "assure", "La récolte sera bonne")],
    ),
    ("La ministre, Aude Roux, a défendu mardi soir son projet.", []),
    ("Le directeur a visité dans la matinée le magazine « Relief » sans rien dire.", []),
]
WHO_INTRODUCES = [
    (
        "Alors que la maire donnait les consignes concernant les sorties de secours, Yann Morel (minorité) a exprimé "
        "son désaccord : « Nous sommes trop peu d'élus. »",
        [("Yann Morel (minorité)", "a exprimé", "Nous sommes trop peu d'élus.")],
    ),
    (
        "Dans la salle, Ida Roux (45 ans) a pris la parole : « Tout est faux. »",
        [("Ida Roux (45 ans)", "a pris la parole", "Tout est faux.")],
    ),
]


WHOEVER_STANDS_BEHIND_THE_WORDS = [
    (
        "« On ne voyait plus rien », rembobine une voisine.",
        [("une voisine", "rembobine", "On ne voyait plus rien")],
    ),
    ("« Il faut y croire », carbure Luc Marin.", [("Luc Marin", "carbure", "Il faut y croire")]),
    (
        "« On a eu peur », lance l'une d'elles. « Le courant a sauté », rembobine une autre.",
        [("l'une d'elles", "lance", "On a eu peur"), ("une autre", "rembobine", "Le courant a sauté")],
    ),
    ("« Le fleuve monte », film de 2004, passe mardi sur Arte.", []),
    ("« Elle monte », paraît mardi le roman de Luc Marin.", []),
    (
        "Elle se tourne vers Jean : « Monsieur ? » « Bah non, pas elle ! » grogne Jean.",
        [("Elle", "se tourne", "Monsieur ?"), ("Jean", "grogne", "Bah non, pas elle !")],
    ),
    (
        "« C'est fini. » « On rentre », dit Jean.",
        [("Jean", "dit", "C'est fini. » « On rentre")],
    ),
    (
        "« J'ai vu la fumée au loin », se remémore l'adjointe au maire de Toulx.",
        [("l'adjointe au maire de Toulx", "se remémore", "J'ai vu la fumée au loin")],
    ),
    (
        "« On est prêts », a lancé le premier ministre mercredi au salon bleu.",
        [("le premier ministre", "a lancé", "On est prêts")],
    ),
]
WHO_IS_PRESENTED = [
    (
        "Le premier, c'est Jean-François, visage rouge et de travers : « Je voudrais un recours ! »",
        [("Jean-François", "est", "Je voudrais un recours !")],
    ),
    (
        "Me Béatrice Verdun se dévoue : « Il faudrait que je lise le dossier. »",
        [("Me Béatrice Verdun", "se dévoue", "Il faudrait que je lise le dossier.")],
    ),
    (
        "Et Pauline de revenir sur cette nuit : « C'était très fatigant. »",
        [("Pauline", "—", "C'était très fatigant.")],
    ),
    ("Le mot d'ordre, c'est la grève : « Tous dehors ! »", [("—", "—", "Tous dehors !")]),
    (
        "Luc se réjouit : « Il n'y a pas de dégâts » même si sa fille trouve que « cela sent la fumée ».",
        [("Luc", "se réjouit", "Il n'y a pas de dégâts"), ("sa fille", "trouve", "cela sent la fumée")],
    ),
]
WHERE_CLAUSES_END = [
    (
        "La liste rassemble deux partis qui sont, selon le maire, « dépassés ».",
        [("le maire", "selon", "sont, selon le maire, « dépassés")],
    ),
    (
        "Luc a rétorqué que le ministre n'est pas un roi, et ne peut pas « chasser de la nation » ceux qui le gênent.",
        [
            (
                "Luc",
                "a rétorqué",
                "le ministre n'est pas un roi, et ne peut pas « chasser de la nation » ceux qui le gênent",
            )
        ],
    ),
    (
        "Le maire a dit que le pont est fermé, et a quitté la salle.",
        [("Le maire", "a dit", "le pont est fermé")],
    ),
    (
        "Invité par la cheffe du parti à reconnaître que le retard était « une erreur », le ministre est parti.",
        [("la cheffe du parti", "Invité", "reconnaître que le retard était « une erreur")],
    ),
    (
        "Alger a indiqué lundi ne pas être en mesure de dire si les otages étaient libres.",
        [("Alger", "a indiqué", "ne pas être en mesure de dire si les otages étaient libres")],
    ),
    (
        "Le préfet a dit ignorer que l'otage était libre comme l'affirmait la veille le quotidien El Manar.",
        [
            ("Le préfet", "a dit", "ignorer que l'otage était libre"),
            ("le quotidien El Manar", "l'affirmait", "l'otage était libre"),
        ],
    ),
    (
        "L'otage est libre, comme l'affirmait la veille le quotidien El Manar.",
        [("le quotidien El Manar", "l'affirmait", "L'otage est libre")],
    ),
    ("Le maire avait annoncé le départ du coach en même temps que l'arrivée de Luc.", []),
    ("Le pays répond à des propos que plusieurs sources ont attribués au ministre.", []),
    (
        "Le pays approuve « pleinement » le plan, a dit Luc Marin.",
        [("Luc Marin", "a dit", "Le pays approuve « pleinement » le plan")],
    ),
    (
        "Le maire rejette des accusations qu'il considère comme « sans fondement ».",
        [("il", "considère", "sans fondement")],
    ),
]


WHO_SPOKE_LAST = [
    (
        "Le chef avait annoncé cent élus, son équipe a revu le chiffre, assurant qu'ils étaient deux cents.",
        [("son équipe", "assurant", "ils étaient deux cents")],
    ),
    (
        "La milice a envoyé son message à l'agence de presse Nour, indiquant que la trêve était finie.",
        [("La milice", "indiquant", "la trêve était finie")],
    ),
    (
        "Le maire a promis que le pont rouvrirait, ajoutant que l'État paierait.",
        [
            ("Le maire", "a promis", "le pont rouvrirait"),
            ("Le maire", "ajoutant", "l'État paierait"),
        ],
    ),
    (
        "Le juge a lu un rapport soulignant que la digue était fragile.",
        [("un rapport", "soulignant", "la digue était fragile")],
    ),
    (
        "Fustigeant ses pairs, il n'y va pas par quatre chemins : « C'est du vent. »",
        [("il", "Fustigeant", "C'est du vent.")],
    ),
    (
        "L'action a été décrite par la préfecture comme un « trouble à l'ordre public ».",
        [("la préfecture", "a été décrite", "trouble à l'ordre public")],
    ),
]
IN_WHICH_PAPER = [
    (
        "Pour Luc Frei, dans La Gazette de Morat, il serait naïf de croire au miracle.",
        [("Luc Frei", "Pour", "il serait naïf de croire au miracle")],
    ),
    (
        "Pour Anne Vial dans La Gazette, la voie choisie est « sans issue ».",
        [("Anne Vial", "Pour", "la voie choisie est « sans issue")],
    ),
    (
        "Le café a été la cible des tirs, selon un témoin rencontré sur place par l'AFP.",
        [("un témoin", "selon", "Le café a été la cible des tirs")],
    ),
    ("Pour Luc Frei dans son atelier, la journée commence à cinq heures.", []),
    (
        "15h45 – Appel – « Merci à tous ! », écrit Luc Frei après la réunion.",
        [("Luc Frei", "écrit", "Merci à tous !")],
    ),
    (
        "22 h 10 : Luc Frei a déclaré que le vote était « la clé ».",
        [("Luc Frei", "a déclaré", "le vote était « la clé")],
    ),
    (
        "« On nous bat froid », explique à l'AFP Delphine Arnal, présidente des éleveurs.",
        [("Delphine Arnal, présidente des éleveurs", "explique", "On nous bat froid")],
    ),
]
WHAT_BELONGS_TO_THE_CLAUSE = [
    (
        "Le ministre a indiqué que deux soldats avaient été tués en défendant la ville.",
        [("Le ministre", "a indiqué", "deux soldats avaient été tués en défendant la ville")],
    ),
    (
        "L'habitant a indiqué que la rue était vide, en redoutant d'autres tirs.",
        [("L'habitant", "a indiqué", "la rue était vide")],
    ),
    (
        "Luc a affirmé que les travaux « sont en cours » et appelle la population à patienter.",
        [
            ("Luc", "a affirmé", "les travaux « sont en cours"),
            ("Luc", "appelle", "patienter"),
        ],
    ),
    (
        "Il a appelé à tourner la page : « Il faut en finir. »",
        [("Il", "a appelé", "tourner la page"), ("Il", "a appelé", "Il faut en finir.")],
    ),
    (
        "Les éleveurs, au nombre de 500 selon le syndicat, ont défilé.",
        [("le syndicat", "selon", "au nombre de 500")],
    ),
    ("Il a appelé à une semaine du vote.", []),
]


AS_SOMEBODY_SAID = [
    (
        "Comme Mayeur l'a dit dans un communiqué, « Cela montre que rien n'est perdu. »",
        [("Mayeur", "l'a dit", "Cela montre que rien n'est perdu.")],
    ),
    (
        "Comme la maire l'a rappelé hier, « Le pont est sûr. »",
        [("la maire", "l'a rappelé", "Le pont est sûr.")],
    ),
    (
        "Luc a démenti les informations du New York Times affirmant que le président partait.",
        [("New York Times", "affirmant", "le président partait")],
    ),
    (
        "« Ce journal n'a pas de bonnes sources », a répondu le président d'un tweet rageur.",
        [("le président", "a répondu", "Ce journal n'a pas de bonnes sources")],
    ),
    (
        "Le général Paul Kalou, chef de l'Alliance (AP, d'obédience Lendou) a déclaré : « Nous oublions. »",
        [("Le général Paul Kalou, chef de l'Alliance", "a déclaré", "Nous oublions.")],
    ),
    (
        "C'est après le vote que Luc a cédé, selon La Gazette qui cite deux témoins.",
        [("La Gazette", "selon", "C'est après le vote que Luc a cédé")],
    ),
]
ONLY_ASKED = [
    ("Le maire a-t-il dit que le pont serait fermé ?", []),
    ("Le policier lui avait-il crié ou ordonné de déposer son couteau ?", []),
    ("« Faut-il partir ? », a-t-il demandé.", [("il", "a-t-il demandé", "Faut-il partir ?")]),
    ("Faut-il partir, s'interroge-t-il ?", [("il", "s'interroge-t-il", "Faut-il partir")]),
    ("L'homme dont ils entendaient les « cris de rage » est assis.", []),
]
WHO_WAS_TOLD = [
    (
        "Un voisin a dit aux services d'urgence que l'homme avait un bâton.",
        [("Un voisin", "a dit", "l'homme avait un bâton")],
    ),
    (
        "Luc a affirmé à la même agence que ce jour « marquait la fin d'un monde ».",
        [("Luc", "a affirmé", "ce jour « marquait la fin d'un monde")],
    ),
    ("Il a répondu aux questions que le juge lui posait.", []),
    (
        "La maire a annoncé aux habitants que l'eau serait coupée.",
        [("La maire", "a annoncé", "l'eau serait coupée")],
    ),
    ("Le maire assure que le pont tiendra, le préfet conteste.", [("Le maire", "assure", "le pont tiendra")]),
    (
        "La majorité affirme que les comptes sont bons, l'opposition dément.",
        [("La majorité", "affirme", "les comptes sont bons")],
    ),
    (
        "Le maire assure que, si la digue cède, le préfet contestera le tracé.",
        [("Le maire", "assure", "si la digue cède, le préfet contestera le tracé")],
    ),
]


WHAT_FOLLOWS_IS_THE_AUTHORS = [
    (
        "Ces bandes tenaient déjà 80 % de la ville selon l'ONU et sont accusées de crimes.",
        [("l'ONU", "selon", "Ces bandes tenaient déjà 80 % de la ville")],
    ),
    (
        "Le pont rouvrira en mai, selon la mairie, et sera gratuit.",
        [("la mairie", "selon", "Le pont rouvrira en mai, selon la mairie, et sera gratuit")],
    ),
    ("Rien n'empêche la banque de maintenir sa politique, que tous jugent prudente.", []),
    (
        "Le maire a maintenu, jeudi, que la digue tiendrait.",
        [("Le maire", "a maintenu", "la digue tiendrait")],
    ),
    (
        "Il précise qu'il va, lui aussi, se prononcer « très prochainement » sur la pêche.",
        [("Il", "précise", "il va, lui aussi, se prononcer « très prochainement » sur la pêche")],
    ),
    (
        "La maire a dit qu'elle devait, une fois de plus, attendre le préfet.",
        [("La maire", "a dit", "elle devait, une fois de plus, attendre le préfet")],
    ),
    ("« Exaspérés », les enseignants étaient en grève.", []),
    (
        "Pour Jean-Marie Vial, du syndicat Alliance, il faut « assainir » le quartier.",
        [("Jean-Marie Vial", "Pour", "il faut « assainir » le quartier")],
    ),
    (
        "« On est au début, indique une source policière à 20 Minutes. On cherche encore. »",
        [
            (
                "une source policière",
                "indique",
                "On est au début, indique une source policière à 20 Minutes. On cherche encore.",
            )
        ],
    ),
]


WHAT_GOES_ON_AND_WHAT_DOES_NOT = [
    ("La maire a demandé le renvoi, le temps qu'un autre élu soit désigné.", []),
    (
        "La maire a demandé, le temps pressant, qu'un autre élu soit désigné.",
        [("La maire", "a demandé", "un autre élu soit désigné")],
    ),
    (
        "Le matériel « dormait chez lui », plaide le maire mais « restait à la disposition de tous ».",
        [
            (
                "le maire",
                "plaide",
                "Le matériel « dormait chez lui », plaide le maire mais « restait à la disposition de tous",
            )
        ],
    ),
    (
        "« C'est non », dit Luc et « c'est oui », répond Marc.",
        [("Luc", "dit", "C'est non"), ("Marc", "répond", "c'est oui")],
    ),
    (
        "Samir Abri, « l'homme au chapeau », a menacé de se taire.",
        [("Samir Abri", "a menacé", "se taire")],
    ),
    ("Le traité prévoit des consultations lorsque l'un d'eux estime que sa « sécurité » est menacée.", []),
    ("Il s'énerve quand un élève répond qu'il a oublié son livre.", []),
    (
        "Lorsque le maire affirme que tout va bien, personne ne le croit.",
        [("le maire", "affirme", "tout va bien")],
    ),
    (
        "Paris veut expulser 44 migrants, c'est ce qu'annonce le ministre Luc Marin.",
        [("le ministre Luc Marin", "annonce", "Paris veut expulser 44 migrants")],
    ),
    (
        "« Vous êtes sûr ? » ferraille l'avocate.",
        [("l'avocate", "ferraille", "Vous êtes sûr ?")],
    ),
]


WHO_IS_ASKED_AND_WHO_ACCUSES = [
    (
        "Le vote renforce la position de Kinshasa, qui accuse Kigali de soutenir les rebelles.",
        [("Kinshasa", "accuse", "soutenir les rebelles")],
    ),
    (
        "Le vote a surpris les voisins de Kinshasa, qui accusent Kigali de soutenir les rebelles.",
        [("les voisins de Kinshasa", "accusent", "soutenir les rebelles")],
    ),
    (
        "Le coach a été interrogé sur ce choix : « C'est à moi de choisir. »",
        [("Le coach", "a été interrogé", "C'est à moi de choisir.")],
    ),
    ("Le coach a été interrogé par la police : il a perdu son sac.", []),
    (
        "Le coach a interrogé les joueurs : « Qui veut tirer ? »",
        [("Le coach", "a interrogé", "Qui veut tirer ?")],
    ),
    ("Le maire laisse penser que la salle fermera.", []),
    ("Le maire laisse entendre que la salle fermera.", [("Le maire", "laisse entendre", "la salle fermera")]),
    ("Le plan proposé par Paris pour tenter de sortir de la crise a été rejeté.", []),
    (
        "Le maire a proposé jeudi au conseil de sortir de la crise.",
        [("Le maire", "a proposé", "sortir de la crise")],
    ),
    (
        "Le pays a perdu 300 soldats selon Moscou, plus de 900 selon Kiev.",
        [("Moscou", "selon", "Le pays a perdu 300 soldats"), ("Kiev", "selon", "plus de 900")],
    ),
    (
        "Le maire veut une loi — qui selon lui pourrait passer en mai — et un vote.",
        [("lui", "selon", "pourrait passer en mai")],
    ),
    (
        "Le maire veut une loi — la troisième, selon lui — et un vote.",
        [("lui", "selon", "la troisième")],
    ),
    (
        "La vie « est chère », comme partout ailleurs, a-t-il dit.",
        [("il", "a-t-il dit", "La vie « est chère », comme partout ailleurs")],
    ),
]


SLIPPED_IN_OR_SIGNED = [
    (
        "Il faut fermer la salle, tempère le maire.",
        [("le maire", "tempère", "Il faut fermer la salle")],
    ),
    (
        '"Il ne faut pas céder, rassure l\'avocate Lise Roux. Peu finissent en prison."',
        [
            (
                "l'avocate Lise Roux",
                "rassure",
                "Il ne faut pas céder, rassure l'avocate Lise Roux. Peu finissent en prison.",
            )
        ],
    ),
    (
        "Il faut souligner, note le rapport, que la salle ferme.",
        [("le rapport", "note", "Il faut souligner, note le rapport, que la salle ferme")],
    ),
    ("Il faut que le maire dise que la salle ferme.", []),
    ("Pour convaincre que la salle doit fermer, il faut du temps.", []),
    (
        "Mais pour le maire, il est temps d'arrêter.",
        [("le maire", "pour", "il est temps d'arrêter")],
    ),
    (
        "Et pour Luc Roux, « rien n'est joué ».",
        [("Luc Roux", "pour", "rien n'est joué")],
    ),
    ("Et pour lui, la journée commence tôt.", []),
    ("Mais pour finir, il a plu.", []),
    (
        "Il n'exclut pas de devoir prendre, à un moment donné, des sanctions contre les professeurs qui refusent "
        "de rejoindre leur salle de classe.",
        [
            (
                "Il",
                "n'exclut",
                "devoir prendre, à un moment donné, des sanctions contre les professeurs qui refusent de "
                "rejoindre leur salle de classe",
            )
        ],
    ),
    ("Il est exclu de prendre des sanctions.", []),
    ("Le maire vend, c'est ce qu'on appelle une affaire.", []),
    (
        "Le jury parle. « C'est une chance » (Lise Blin), « voir ces films est un privilège » (Jean Roux).",
        [("Lise Blin", "—", "C'est une chance"), ("Jean Roux", "—", "voir ces films est un privilège")],
    ),
    ("Il a lu « L'homme qui rit » (Victor Hugo) et « Les cloches sonnent » (Jean Roux).", []),
]


WHO_IS_MADE_TO_SPEAK = [
    ("Ce vote fait dire au maire que tout va bien.", [("maire", "fait dire", "tout va bien")]),
    (
        "Ce résultat a fait dire à Luc Roux : « Je suis content ».",
        [("Luc Roux", "a fait dire", "Je suis content")],
    ),
    ("Ce vote fait dire que tout va bien.", [("Ce vote", "fait dire", "tout va bien")]),
    (
        "Les critiques se poursuivent ; Luc Roux : « On a tout revu » et puis : « Nous payons trop ».",
        [("Luc Roux", "—", "On a tout revu"), ("—", "—", "Nous payons trop")],
    ),
    (
        "Et le maire d'ajouter « c'est la ville qui a perdu ».",
        [("le maire", "ajouter", "c'est la ville qui a perdu")],
    ),
    (
        "Luc Roux est là. Et ce dernier d'ajouter « c'est comme si la ville avait perdu ».",
        [("ce dernier", "ajouter", "c'est comme si la ville avait perdu")],
    ),
    ("Il a fini le match. Et de jouer « La Bohème ».", []),
    (
        "Selon les informations données par le ministre, l'auteur est entré.",
        [("les informations", "Selon", "l'auteur est entré")],
    ),
    (
        "Selon une étude publiée par la revue Nature, le lait est cher.",
        [("une étude", "Selon", "le lait est cher")],
    ),
    (
        "Pour l'adjoint aux finances Luc Roux « le taux d'endettement reste bas ».",
        [("l'adjoint aux finances Luc Roux", "Pour", "le taux d'endettement reste bas")],
    ),
    ("Pour le film de Léa Blin « La vie est à nous », il a plu.", []),
    (
        "Selon la description donnée par le ministre, l'auteur est entré.",
        [("la description", "Selon", "l'auteur est entré")],
    ),
    (
        "« C'est non », a indiqué à Métro Joël Simard-Roux, le porte-parole au cabinet du maire Luc Blin.",
        [("Joël Simard-Roux", "a indiqué", "C'est non")],
    ),
    (
        "« C'est non », a dit à Emmanuel Macron le préfet.",
        [("le préfet", "a dit", "C'est non")],
    ),
    (
        "« C'est non », a dit à Radio Nord le préfet Luc Roux.",
        [("le préfet Luc Roux", "a dit", "C'est non")],
    ),
    (
        "« Une fusillade est survenue dans la commune », envoie Fatima peu après.",
        [("Fatima", "envoie", "Une fusillade est survenue dans la commune")],
    ),
    ("La hausse varie selon la taille donnée par le tableau, et le prix aussi.", []),
    (
        "Le maire, qui dit avoir reçu la lettre en retard, s'inquiète de la hausse.",
        [("Le maire", "dit", "avoir reçu la lettre en retard")],
    ),
    ("Le maire assure que tout ira bien, s'il pleut.", [("Le maire", "assure", "tout ira bien, s'il pleut")]),
    (
        "Le maire dit que la ville s'inquiète, s'agite et s'ennuie.",
        [("Le maire", "dit", "la ville s'inquiète, s'agite et s'ennuie")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *WHO_GOES_ON_BEHIND_THE_WORDS, *TITLES_APART_FROM_THEIR_NAMES, *WHAT_NOBODY_SAID, *STILL_SUPPOSED,
        *WHERE_OBJECTS_END, *IN_WHOSE_NAME, *FIGURES_APPENDED, *FAR_FROM_THE_VERB, *WHO_INTRODUCES,
        *WHO_IS_ASKED_AND_WHO_ACCUSES, *SLIPPED_IN_OR_SIGNED, *WHO_IS_MADE_TO_SPEAK, *WHAT_GOES_ON_AND_WHAT_DOES_NOT,
        *WHAT_FOLLOWS_IS_THE_AUTHORS, *AS_SOMEBODY_SAID, *ONLY_ASKED, *WHO_WAS_TOLD,
        *WHO_SPOKE_LAST, *IN_WHICH_PAPER, *WHAT_BELONGS_TO_THE_CLAUSE,
        *WHOEVER_STANDS_BEHIND_THE_WORDS, *WHO_IS_PRESENTED, *WHERE_CLAUSES_END,
    ],
)  # fmt: skip
def test_what_the_press_of_the_world_says(extractor: Extractor, text: str, expected: Found) -> None:
    """Each row comes out as written."""
    assert found_in(extractor, text) == expected
