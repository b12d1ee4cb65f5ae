"""Turns of many papers that were read wrong: words that nobody said, words cut short; the sentences are our own.

A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

ON_FOR_WE = [
    (
        "« On propose au gouvernement de payer les stages », indique Anne Roux.",
        [("Anne Roux", "indique", "On propose au gouvernement de payer les stages")],
    ),
    (
        "« On constate que rien ne change », dit Luc Roux.",
        [("Luc Roux", "dit", "On constate que rien ne change")],
    ),
    (
        "« On nous demande de partir », dit Luc Roux.",
        [("Luc Roux", "dit", "On nous demande de partir"), ("On", "nous demande", "partir")],
    ),
    (
        "« On m'a dit que tout irait bien », dit Luc Roux.",
        [("Luc Roux", "dit", "On m'a dit que tout irait bien"), ("On", "m'a dit", "tout irait bien")],
    ),
    (
        "« On se félicite de rouvrir la salle », a lancé Anne Roux.",
        [("Anne Roux", "a lancé", "On se félicite de rouvrir la salle")],
    ),
]
WHO_HAS_A_PARTICIPLE = [
    (
        "Son dossier revient, le canton estimant que la pente est trop forte.",
        [("le canton", "estimant", "la pente est trop forte")],
    ),
    (
        "Luc Roux est parti, assurant que tout irait bien.",
        [("Luc Roux", "assurant", "tout irait bien")],
    ),
]
HIS_OWN_WORDS_BEFORE_HIS_MARKS = [
    (
        "Ce texte montre « un peu d'humanité », réagit Luc Roux.",
        [("Luc Roux", "réagit", "Ce texte montre « un peu d'humanité")],
    ),
    (
        "« Vous mentez toujours ! » « Pas du tout », réplique l'adjoint.",
        [("—", "—", "Vous mentez toujours !"), ("l'adjoint", "réplique", "Pas du tout")],
    ),
]
TOLD_TO_THE_REPORTER = [
    (
        "« Le pont tiendra », m'assurait le colonel Luc Roux.",
        [("le colonel Luc Roux", "m'assurait", "Le pont tiendra")],
    ),
    ("« Le pont tiendra », me confie Anne Roux.", [("Anne Roux", "me confie", "Le pont tiendra")]),
    ("« Le pont tiendra », m'a dit le maire.", [("le maire", "m'a dit", "Le pont tiendra")]),
    ("Me Anne Roux se dévoue : « Je lirai tout. »", [("Me Anne Roux", "se dévoue", "Je lirai tout.")]),
]
WHAT_ANOTHER_SAYS_OF_IT = [
    (
        "L'armée a affirmé que les combats avaient cessé, ce que la rébellion a démenti.",
        [("L'armée", "a affirmé", "les combats avaient cessé")],
    ),
    (
        "Le maire accuse la préfecture de mentir – ce que le préfet réfute.",
        [("Le maire", "accuse", "mentir")],
    ),
    (
        "Le maire assure que l'eau est pure, ce qui rassure les habitants.",
        [("Le maire", "assure", "l'eau est pure, ce qui rassure les habitants")],
    ),
]
BEHIND_AN_AGENCY = [
    (
        "(Belga) Le pont a cédé, a déclaré mardi le ministre.",
        [("le ministre", "a déclaré", "Le pont a cédé")],
    ),
    (
        "(Luc Roux) Le pont a cédé, a déclaré mardi le ministre.",
        [("le ministre", "a déclaré", "(Luc Roux) Le pont a cédé")],
    ),
]
HOW_ONE_FEELS = [
    (
        "« On mesure enfin la perte. » Jean Roux est sonné. Le délégué compte les postes.",
        [("Jean Roux", "—", "On mesure enfin la perte.")],
    ),
    (
        "« On mesure enfin la perte. » Jean Roux est condamné. Le délégué compte les postes.",
        [("—", "—", "On mesure enfin la perte.")],
    ),
]
WHO_IS_POINTED_AT = [
    (
        "« On les fait dormir debout ! » Ce médecin expérimenté décrit les couloirs de son service.",
        [("Ce médecin expérimenté", "—", "On les fait dormir debout !")],
    ),
    (
        "« On les fait dormir debout ! » Ce médecin a été condamné lundi.",
        [("—", "—", "On les fait dormir debout !")],
    ),
    (
        "« Je suis épuisé », dit l'interne. Ici, les médecins font le même constat. « Tout empire chaque jour. »",
        [("l'interne", "dit", "Je suis épuisé"), ("les médecins", "—", "Tout empire chaque jour.")],
    ),
    (
        "« Je suis épuisé », dit l'interne. Les médecins partent en vacances. « La situation empire chaque jour. »",
        [("l'interne", "dit", "Je suis épuisé"), ("—", "—", "La situation empire chaque jour.")],
    ),
    (
        "L'artiste présente son disque, « un projet magique en tout point », dit-elle.",
        [("elle", "dit-elle", "un projet magique en tout point")],
    ),
    (
        "Le film est beau, « un chef-d'œuvre absolu », dit-elle.",
        [("elle", "dit-elle", "Le film est beau, « un chef-d'œuvre absolu")],
    ),
]
WHAT_ONE_LETS_OTHERS_SAY = [
    (
        "« Il décide tout sans moi, laisse les anciens moquer la troupe », a dit Luc Roux.",
        [("Luc Roux", "a dit", "Il décide tout sans moi, laisse les anciens moquer la troupe")],
    ),
    (
        "Il cite les évêques du pays, qui engagent les fidèles à « prier ».",
        [("les évêques du pays", "engagent", "prier")],
    ),
]
ONE_OF_THEM = [
    (
        "Selon Anne Roux, l'une des mères contactées ce matin, l'inspecteur a menti.",
        [("Anne Roux", "Selon", "l'inspecteur a menti")],
    ),
    (
        "Selon Anne Roux, l'une des mères a menti.",
        [("Anne Roux", "Selon", "l'une des mères a menti")],
    ),
]
NO_THING_ASSURES = [
    (
        "Luc Roux évoque une marche qui se déroulera lundi et assure que tout est prêt.",
        [("Luc Roux", "assure", "tout est prêt")],
    ),
    (
        "L'étude, qui sera publiée lundi et montre que l'air est pur, fait débat.",
        [("L'étude", "montre", "l'air est pur")],
    ),
    (
        "Luc Roux ajoute : « Espérons ! »\n\n« En marche ! » a grandi vite.",
        [("Luc Roux", "ajoute", "Espérons !")],
    ),
]
SO_LOUD_THAT = [
    ("Un pêcheur a crié tellement fort que les mouettes sont parties.", []),
    ("Le maire a tant répété que tous ont compris.", []),
    ("Une femme a crié que le feu prenait.", [("Une femme", "a crié", "le feu prenait")]),
]
WHOM_ONE_TELLS = [
    ("Luc Roux, un voisin, a confié à Radio Alpha le récit de la nuit.", []),
    ("Le maire, interrogé lundi, a confié au Monde son inquiétude.", []),
    (
        "La digue a tenu, a confié à Reuters Karim Belloui.",
        [("Karim Belloui", "a confié", "La digue a tenu")],
    ),
]
ONE_AFTER_THE_OTHER = [
    (
        "« Paris est en deuil », « le bilan est terrible », a réagi la maire.",
        [("la maire", "a réagi", "Paris est en deuil », « le bilan est terrible")],
    ),
    (
        "« C'est long », « c'est dur », soupire le maire.",
        [("le maire", "soupire", "C'est long », « c'est dur")],
    ),
    (
        "« Vous partez lundi ? », « Non », a répondu le maire.",
        [("—", "—", "Vous partez lundi ?"), ("le maire", "a répondu", "Non")],
    ),
]
WHAT_HE_DOES_AND_WHAT_HE_SAYS = [
    (
        "Luc Roux, le maire, n'a cédé que sur un point, « vous êtes en retard » a-t-il plaidé.",
        [("il", "a-t-il plaidé", "vous êtes en retard")],
    ),
    (
        "Si rien ne change, « nous partirons », a-t-il dit.",
        [("il", "a-t-il dit", "Si rien ne change, « nous partirons")],
    ),
    (
        "La digue est trop basse, « c'est un fait », a dit le maire.",
        [("le maire", "a dit", "La digue est trop basse, « c'est un fait")],
    ),
]
WHO_SAYS_THE_CONTRARY = [
    (
        "Le ministre Luc Roux accusait la CGT, alors que la déléguée du syndicat affirme le contraire.\n\n« Je veux "
        "bien porter tous les maux du monde. »",
        [("la déléguée du syndicat", "—", "Je veux bien porter tous les maux du monde.")],
    ),
    (
        "Le ministre Luc Roux jubile, alors que la déléguée du syndicat part en congé.\n\n« Je veux bien porter tous "
        "les maux du monde. »",
        [("—", "—", "Je veux bien porter tous les maux du monde.")],
    ),
]
WHO_OF_THEM_SAYS_IT = [
    (
        "Trois élus, dont la maire Anne Roux, l'assurent, avec force : le pont, construit en 1990, « ne tiendra pas ».",
        [("Trois élus", "l'assurent", "le pont, construit en 1990, « ne tiendra pas")],
    ),
    (
        "Des marins, dont la patronne Anne Roux, le soutiennent, depuis longtemps : le quai, refait en 2015, "
        "« n'est plus sûr ».",
        [("Des marins", "le soutiennent", "le quai, refait en 2015, « n'est plus sûr")],
    ),
    (
        "Des habitants, dont la doyenne affirme que la rue est sale, manifestent.",
        [("la doyenne", "affirme", "la rue est sale")],
    ),
    (
        "Les frondeurs, dont le chef, Jean Roux, juge le texte « mort-né », ne voteront pas.",
        [("le chef, Jean Roux", "juge", "le texte « mort-né")],
    ),
]
WHOM_THEY_HAVE_WITH_THEM = [
    ("Les fouilles reprennent lundi, avec des renforts, parmi lesquels « sept chiens ».", []),
    ("Elles reprennent mardi, avec l'appui de voisins, dont « deux plongeurs ».", []),
    ("Il évoque avec force des « agents épuisés ».", [("Il", "évoque", "agents épuisés")]),
]
NOTHING_SAID_BEFORE_IT = [
    (
        "— Voulez-vous être servie tout de suite ?\n\n— Oui.",
        [("—", "—", "Voulez-vous être servie tout de suite ?"), ("—", "—", "Oui.")],
    ),
    ("Il défend la réunion qu'il a proposée en vue de rapprocher les voisins.", []),
    ("La CGT a demandé un vote afin de calmer les esprits.", []),
    (
        "La CGT a proposé de voter en vue de calmer les esprits.",
        [("La CGT", "a proposé", "voter en vue de calmer les esprits")],
    ),
]
TWO_WITHIN_ONE_PAIR_OF_MARKS = [
    (
        "Oscar D. est debout, ce que le greffier note. « Où étiez-vous ? — Au café, et puis je suis rentré… — À quelle "
        "heure ? »",
        [("—", "—", "Où étiez-vous ? — Au café, et puis je suis rentré… — À quelle heure ?")],
    ),
    (
        "Luc Roux comparaît pour vol. « Tout va bien – je crois – ce soir. »",
        [("Luc Roux", "—", "Tout va bien – je crois – ce soir.")],
    ),
]
WHO_THE_SOURCE_IS_BEFORE_A_COLON = [
    ("Selon Gaspard, le frère d'une cliente : « C'est long. »", [("Gaspard", "Selon", "C'est long")]),
    ("Selon Anne Roux, la mère d'un élève : « C'est dur. »", [("Anne Roux", "Selon", "C'est dur")]),
    (
        "Selon la mairie, le chantier : « un désastre ».",
        [("la mairie", "Selon", "le chantier : « un désastre")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    ON_FOR_WE
    + WHO_OF_THEM_SAYS_IT
    + WHOM_THEY_HAVE_WITH_THEM
    + WHO_THE_SOURCE_IS_BEFORE_A_COLON
    + NOTHING_SAID_BEFORE_IT
    + TWO_WITHIN_ONE_PAIR_OF_MARKS
    + WHAT_ONE_LETS_OTHERS_SAY
    + ONE_OF_THEM
    + NO_THING_ASSURES
    + WHO_IS_POINTED_AT
    + TOLD_TO_THE_REPORTER
    + WHAT_ANOTHER_SAYS_OF_IT
    + BEHIND_AN_AGENCY
    + HOW_ONE_FEELS
    + WHO_HAS_A_PARTICIPLE
    + HIS_OWN_WORDS_BEFORE_HIS_MARKS
    + SO_LOUD_THAT
    + WHOM_ONE_TELLS
    + ONE_AFTER_THE_OTHER
    + WHAT_HE_DOES_AND_WHAT_HE_SAYS
    + WHO_SAYS_THE_CONTRARY,
)
def test_a_turn_read_afresh(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
