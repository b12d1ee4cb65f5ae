"""Turns of agencies, local papers and the sports pages, met in articles that no rule was written for.

The sentences are our own. A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

TOLD_TO_A_HOUSE = [
    (
        "« C'est fini », estime auprès d'Actu.fr Jean Roux, président du club, qui rappelle que le stade est plein.",
        [
            ("Jean Roux, président du club", "estime", "C'est fini"),
            ("Jean Roux, président du club", "rappelle", "le stade est plein"),
        ],
    ),
    (
        "« Le texte passera », a confié au micro de France Bleu Luc Morin.",
        [("Luc Morin", "a confié", "Le texte passera")],
    ),
    (
        "« Tout est cher », se désole par exemple Anne Petit, infirmière.",
        [("Anne Petit, infirmière", "se désole", "Tout est cher")],
    ),
    (
        "« Le texte passera », a lancé au maire de Lyon Luc Morin la préfète.",
        [("la préfète", "a lancé", "Le texte passera")],
    ),
    (
        "« Le texte passera », a assuré à la presse le maire de Lyon.",
        [("le maire de Lyon", "a assuré", "Le texte passera")],
    ),
]
BEHIND_ITS_SETTING = [
    (
        "Loin des clichés des films américains, Jean Morel, avocat pénaliste, temporise : « On attend. »",
        [("Jean Morel, avocat pénaliste", "temporise", "On attend.")],
    ),
    (
        "Elles concernent les primes et la reprise par un prestataire, selon Luc Morin, délégué CGT.",
        [("Luc Morin", "selon", "Elles concernent les primes et la reprise par un prestataire")],
    ),
    (
        "Vingt écoles sont fermées, selon les chiffres avancés lundi par la mairie, un bilan qui grossit.",
        [("les chiffres", "selon", "Vingt écoles sont fermées")],
    ),
    (
        "La route sera fermée, selon le maire, pendant deux mois.",
        [("le maire", "selon", "La route sera fermée, selon le maire, pendant deux mois")],
    ),
    (
        "Le pont, selon le maire, un ouvrage ancien, sera démoli.",
        [("le maire", "selon", "Le pont, selon le maire, un ouvrage ancien, sera démoli")],
    ),
]

GOING_ON_BEHIND_A_VERBLESS_CLAUSE = [
    (
        "Le ministre est ferme. Pas question, jure-t-il, de laisser partir les ouvriers.",
        [("il", "jure-t-il", "Pas question, jure-t-il, de laisser partir les ouvriers")],
    ),
    (
        "Impossible, assure la maire, de rouvrir l'école cette année.",
        [("la maire", "assure", "Impossible, assure la maire, de rouvrir l'école cette année")],
    ),
    (
        "Hors de question, a prévenu le préfet, d'ouvrir la route.",
        [("le préfet", "a prévenu", "Hors de question, a prévenu le préfet, d'ouvrir la route")],
    ),
    ("Pas d'argent, a dit le maire, de retour de Paris.", [("le maire", "a dit", "Pas d'argent")]),
    ("Une honte, a dit le maire, avant de partir.", [("le maire", "a dit", "Une honte")]),
]
CLEAR_IN_FRONT_OF_A_COLON = [
    (
        "Le maire est clair : la piscine ne rouvrira pas cette année.",
        [("Le maire", "est clair", "la piscine ne rouvrira pas cette année")],
    ),
    (
        "Les élues sont formelles : rien ne bougera avant l'été.",
        [("Les élues", "sont formelles", "rien ne bougera avant l'été")],
    ),
    (
        "Anne Petit est catégorique : le pont tiendra.",
        [("Anne Petit", "est catégorique", "le pont tiendra")],
    ),
    ("Le ciel est clair : la nuit sera froide.", []),
    ("Le texte clair : une page, une image.", []),
]
NOBODYS_WORDS = [
    ("Les élus ont parlé des zones nouvelles (entendez : « des quartiers riches »).", []),
    ("Le nouveau patron a voulu « secouer le cocotier ».", []),
    (
        "Anne Petit préfère attendre les conclusions de la Cour, dont le rapport, publié mardi, sera « sévère ».",
        [],
    ),
    (
        "Anne Petit préfère attendre « la fin de l'enquête ».",
        [("Anne Petit", "préfère", "attendre « la fin de l'enquête")],
    ),
    (
        "La maire craint que le projet, qui coûtera cher, soit « un fiasco ».",
        [("La maire", "craint", "le projet, qui coûtera cher, soit « un fiasco")],
    ),
    (
        "Le nouveau patron veut « secouer le cocotier ».",
        [("Le nouveau patron", "veut", "secouer le cocotier")],
    ),
]

WHOSE_WORDS_STAND_ALONE = [
    (
        "Les maires de la côte en ont assez. « On nous ignore et on nous presse de donner notre avis sur le projet. »",
        [
            (
                "Les maires de la côte",
                "—",
                "On nous ignore et on nous presse de donner notre avis sur le projet.",
            ),
            ("on", "nous presse", "donner notre avis sur le projet"),
        ],
    ),
    (
        "La secrétaire, Brigitte Le Goff, a un doute.\n\n« C'est tombé du ciel. »\n\nMonique Rey, trésorière, a un "
        "souvenir semblable :\n\n« Je l'ai lu dans le journal. »",
        [
            ("La secrétaire, Brigitte Le Goff", "—", "C'est tombé du ciel."),
            ("Monique Rey, trésorière", "a", "Je l'ai lu dans le journal."),
        ],
    ),
    ("Paul Rey est là. Il ne décolère pas. « On nous ment ! »", [("Il", "—", "On nous ment !")]),
    ("Il ne décolère pas. « On nous ment ! »", [("—", "—", "On nous ment !")]),
    ("Il faut partir. « On nous ment ! »", [("—", "—", "On nous ment !")]),
    ("Il reste deux jours. « On nous ment ! »", [("—", "—", "On nous ment !")]),
]
JUDGED_IN_MARKS = [
    (
        "Le maire qualifie cet éditorial de « sans tripes ».",
        [("Le maire", "qualifie", "sans tripes")],
    ),
    (
        "Le maire parle de « trahison » et qualifie le texte de « sans âme ».",
        [("Le maire", "parle", "trahison"), ("Le maire", "qualifie", "sans âme")],
    ),
    (
        "« Pour les joueurs, rien n'a changé », assure le capitaine.",
        [("le capitaine", "assure", "Pour les joueurs, rien n'a changé")],
    ),
    ("Le maire a répondu « sans colère » à la question.", []),
]

NAMED_BEHIND_OR_ABOVE = [
    (
        "« Que ferez-vous pour les écoles ? » Jean Morel a demandé à la ministre.",
        [("Jean Morel", "—", "Que ferez-vous pour les écoles ?")],
    ),
    (
        "Le plus déçu : Alain Rey (Lille)\n\n« On a fait un match moyen. Rien n'allait. »",
        [("Alain Rey", "—", "On a fait un match moyen. Rien n'allait.")],
    ),
    (
        "Alain Rey, entraîneur de Lille :\n\n« On a fait un match moyen. Rien n'allait. »",
        [("Alain Rey", "—", "On a fait un match moyen. Rien n'allait.")],
    ),
    (
        "« Et alors, qui paiera ? » Le maire a demandé un rapport.",
        [("—", "—", "Et alors, qui paiera ?")],
    ),
    ("« Et alors, qui paiera ? » Le maire a répondu.", [("—", "—", "Et alors, qui paiera ?")]),
]
IN_WHAT_STATE_THEY_ARE = [
    (
        "Épuisés, exaspérés, les maires de la côte dénoncent « un coup bas ».",
        [("les maires de la côte", "dénoncent", "un coup bas")],
    ),
    (
        "Inquiétée par la crue, la préfète, Anne Roux, dénonce « un coup bas ».",
        [("la préfète, Anne Roux", "dénonce", "un coup bas")],
    ),
    (
        "Le chef du parti lui-même avait appelé ses amis à voter.",
        [("Le chef du parti", "avait appelé", "voter")],
    ),
    ("René, le boulanger, assure que tout va bien.", [("René, le boulanger", "assure", "tout va bien")]),
    ("Le Mée, près de Melun, assure que tout va bien.", [("Le Mée", "assure", "tout va bien")]),
]

QUESTIONS_WITHOUT_A_LABEL = [
    (
        "Franceinfo : La ministre a parlé. Êtes-vous satisfaite ?\n\nAnne Rey : C'est à côté de la plaque.\n\n"
        "Qu'auriez-vous voulu ?\n\nAnne Rey : Des lits, voilà tout.",
        [
            ("Franceinfo", "—", "La ministre a parlé. Êtes-vous satisfaite ?"),
            ("Anne Rey", "—", "C'est à côté de la plaque."),
            ("Anne Rey", "—", "Des lits, voilà tout."),
        ],
    ),
    ("Paris : la ville change.\n\nParis : la ville dort.\n\nLyon : la ville rit.", []),
]

OWN_SUBJECTS_AND_SOURCES = [
    (
        "Les tirs ont, d'après l'état-major ukrainien, touché dix villes.",
        [
            (
                "l'état-major ukrainien",
                "d'après",
                "Les tirs ont, d'après l'état-major ukrainien, touché dix villes",
            )
        ],
    ),
    (
        "Kiev a repris la ville, Moscou reconnaissant avoir perdu du terrain.",
        [("Moscou", "reconnaissant", "avoir perdu du terrain")],
    ),
    (
        "Selon un responsable s'exprimant sous couvert d'anonymat, la digue cédera.",
        [("un responsable", "Selon", "la digue cédera")],
    ),
    (
        "La mairie, via son porte-parole, dit contrôler la situation.",
        [("La mairie", "dit", "contrôler la situation")],
    ),
    (
        "La ville tient, selon l'ancien PDG de Norvia, Éric Rey, aujourd'hui conseiller du gouvernement.",
        [("l'ancien PDG de Norvia, Éric Rey", "selon", "La ville tient")],
    ),
    (
        "Ce sont des familles brisées, selon Jean Morel, leur avocat, qui évoque leur douleur.",
        [("Jean Morel, leur avocat", "selon", "Ce sont des familles brisées")],
    ),
    (
        "« La pluie ne suffit plus », dit le préfet. Même si l'eau manque, « la loi ne nous oblige pas à la couper ».",
        [
            ("le préfet", "dit", "La pluie ne suffit plus"),
            ("—", "—", "la loi ne nous oblige pas à la couper"),
        ],
    ),
    ("Pour les éleveurs, cela veut dire deux heures de travail en plus.", []),
    ("Le pont a, depuis hier, rouvert, et la foule, via le quai, est venue.", []),
]

NO_MORE_THAN_THAT = [
    (
        "Luc Rey s'est contenté de répondre que « la loi tranchera ».",
        [("Luc Rey", "répondre", "la loi tranchera")],
    ),
    (
        "La maire s'est contentée de rappeler que le pont est fermé.",
        [("La maire", "rappeler", "le pont est fermé")],
    ),
    ("« L'affaire Christian N. » a créé un séisme au ministère.", []),
    ("« C'est fini. » La foule est partie.", [("—", "—", "C'est fini.")]),
]

WHOSE_WORD_IT_IS = [
    (
        "Une Britannique qui habite à côté se dit « choquée et émue » : « Personne ne s'attend à ça. »",
        [
            ("Une Britannique", "se dit", "choquée et émue"),
            ("Une Britannique", "se dit", "Personne ne s'attend à ça."),
        ],
    ),
    (
        "Les jurés savent que le jeune Havrais se dit « innocent » des faits.",
        [("le jeune Havrais", "se dit", "innocent » des faits")],
    ),
    ("Anne Roux sait que le texte est « mort-né ».", [("Anne Roux", "sait", "le texte est « mort-né")]),
    ("La boulangère a appris tôt le samedi ce qu'il s'était passé.", []),
    (
        "« Je regrette des réactions selon moi tardives », a-t-il ajouté.",
        [("il", "a-t-il ajouté", "Je regrette des réactions selon moi tardives")],
    ),
    (
        "Épagny sous le choc : « On ne voit ça que dans les films »\n\nUn homme est mort jeudi.",
        [("—", "—", "On ne voit ça que dans les films")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    TOLD_TO_A_HOUSE
    + BEHIND_ITS_SETTING
    + GOING_ON_BEHIND_A_VERBLESS_CLAUSE
    + CLEAR_IN_FRONT_OF_A_COLON
    + NOBODYS_WORDS
    + WHOSE_WORDS_STAND_ALONE
    + JUDGED_IN_MARKS
    + NAMED_BEHIND_OR_ABOVE
    + IN_WHAT_STATE_THEY_ARE
    + QUESTIONS_WITHOUT_A_LABEL
    + OWN_SUBJECTS_AND_SOURCES
    + NO_MORE_THAN_THAT
    + WHOSE_WORD_IT_IS,
)
def test_a_turn_of_the_local_press(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
