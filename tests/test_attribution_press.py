"""Turns of the daily press, each on sentences of our own: what must be found, and what must be left alone.

A row is a text and (source, cue, content) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.documents import parse_document
from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

BACK_REFERENCES = [
    (
        "« Le lait sera payé plus cher ». C'est ce qu'a annoncé, hier à Rennes, le président de la coopérative.",
        [("le président de la coopérative", "a annoncé", "Le lait sera payé plus cher")],
    ),
    (
        "« Nous n'avons plus d'eau. » C'est ce que répète depuis des mois la maire de Sault, Odile Rey.",
        [("la maire de Sault, Odile Rey", "répète", "Nous n'avons plus d'eau.")],
    ),
    (
        "L'enquête a montré que la vanne était ouverte. C'est ce qu'a indiqué mardi le procureur Luc Arnal.",
        [
            ("le procureur Luc Arnal", "a indiqué", "L'enquête a montré que la vanne était ouverte"),
            ("L'enquête", "a montré", "la vanne était ouverte"),
        ],
    ),
    ("La mairie a vendu le terrain. C'est ce que nous avons appris hier.", []),
    ("Le train n'est pas parti. C'est ce qui a mis le feu aux poudres.", []),
]
OF_WHOM_IT_HOLDS = [
    (
        "L'association est dirigée par Paul Mercier, pour qui « aucune école ne doit fermer ».",
        [("Paul Mercier", "pour", "aucune école ne doit fermer")],
    ),
    (
        "Le livre ravit Paul Rey, pour qui le roman est « une fête ».",
        [("Paul Rey", "pour", "le roman est « une fête")],
    ),
    (
        "À son avis, le stade ne sera pas prêt.",
        [("—", "À son avis", "le stade ne sera pas prêt")],
    ),
    ("Paul a promis à sa fille, pour qui il a tout quitté, une maison « avec vue ».", []),
    ("Ce détail n'avait aucune valeur à ses yeux.", []),
]
AGENTS_OF_NOUNS = [
    (
        "L'annonce par le ministre de la Santé qu'un vaccin serait prêt a surpris.",
        [("le ministre de la Santé", "annonce", "un vaccin serait prêt")],
    ),
    (
        "La confirmation par le parquet que deux corps avaient été retrouvés a bouleversé le village.",
        [("le parquet", "confirmation", "deux corps avaient été retrouvés")],
    ),
    (
        "Pour l'avocat, Me Jean Roy, « le dossier est vide ».",
        [("l'avocat, Me Jean Roy", "Pour", "le dossier est vide")],
    ),
    ("Les élus ont réagi à la vente par la mairie du terrain que la région convoitait.", []),
    ("L'annonce faite par le maire que nous connaissons tous a surpris.", []),
]
NEGATIONS = [
    (
        "L'avocat dit ne plus avoir de nouvelles de son client.",
        [("L'avocat", "dit", "ne plus avoir de nouvelles de son client")],
    ),
    (
        "Le syndicat dit ne pas vouloir d'un « accord au rabais ».",
        [("Le syndicat", "dit", "ne pas vouloir d'un « accord au rabais")],
    ),
    (
        "La dirigeante du Parti populaire en Catalogne, Inmaculada Soler, a critiqué Puigvert pour son « manque de courage ».",  # noqa: E501
        [
            (
                "La dirigeante du Parti populaire en Catalogne, Inmaculada Soler",
                "a critiqué",
                "Puigvert pour son « manque de courage",
            )
        ],
    ),
    (
        "Elle dit avoir ouvert une enquête et pourrait, le cas échéant, imposer un étiquetage.",
        [("Elle", "dit", "avoir ouvert une enquête")],
    ),
    ("Le maire n'a pas dit vouloir partir.", []),
    ("La dirigeante du parti en Catalogne, Inmaculada Soler, a critiqué Puigvert.", []),
]
WHO_SPEAKS_FOR_WHOM = [
    (
        "De source policière, on indique que le conducteur était à jeun.",
        [("source policière", "indique", "le conducteur était à jeun")],
    ),
    (
        "La CGT, par la voix de son délégué Marc Ravel, demande au préfet de recevoir les salariés.",
        [("La CGT", "demande", "recevoir les salariés")],
    ),
    (
        "« Rien n'est signé », a répondu la mairie par la voix de son adjoint.",
        [("la mairie", "a répondu", "Rien n'est signé")],
    ),
    ("La mairie a réagi par la voix de son adjoint aux sports, Luc Morel.", []),
    ("Du côté des commerçants, c'est la colère qui domine.", []),
]
STUDIES = [
    (
        "Cette étude montre que les enfants dorment moins.",
        [("Cette étude", "montre", "les enfants dorment moins")],
    ),
    (
        "Une enquête interne a démontré que le moteur était défectueux.",
        [("Une enquête interne", "a démontré", "le moteur était défectueux")],
    ),
    (
        "Ce nombre pourrait doubler d'ici à 2040, selon un rapport publié mardi par la revue Nature.",
        [("un rapport", "selon", "Ce nombre pourrait doubler d'ici à 2040")],
    ),
    (
        "Leurs travaux montrent que le manque de sommeil pèse sur le cœur.",
        [("Leurs travaux", "montrent", "le manque de sommeil pèse sur le cœur")],
    ),
    ("Le temps a montré que le maire avait raison.", []),
    ("Elle a montré que la porte fermait mal.", []),
]
INCISES = [
    (
        "« Tenez bon », a dû se dire mardi soir l'entraîneur Paul Roche.",
        [("l'entraîneur Paul Roche", "se dire", "Tenez bon")],
    ),
    (
        "« Nous porterons plainte », glisse un de ses conseillers.",
        [("un de ses conseillers", "glisse", "Nous porterons plainte")],
    ),
    (
        "Elle a jugé l'offre « ridicule ». Mme Roux, a-t-elle ajouté, « ferait mieux de se taire ».",
        [
            ("Elle", "a jugé", "l'offre « ridicule"),
            ("elle", "a-t-elle ajouté", "Mme Roux, a-t-elle ajouté, « ferait mieux de se taire"),
        ],
    ),
    (
        "« Je te retrouverai », aurait-il lancé à son voisin, un étudiant, qui a prévenu la police.",
        [("il", "aurait-il lancé", "Je te retrouverai")],
    ),
    ("La ministre du Logement, Aurore Roux, a défendu mardi soir son projet de loi devant les députés.", []),
    ("Anne Roux, 45 ans, vient de publier un roman, « Marées », qui raconte son enfance.", []),
    ("La conseillère n'a pas souhaité dire si des aides seraient versées.", []),
    ("Le conducteur a refusé de dire d'où venait l'argent.", []),
]
FURTHER_AWAY = [
    (
        "La fédération a plaidé mardi dans une lettre ouverte pour que la date soit « revue ».",
        [("La fédération", "a plaidé mardi dans une lettre ouverte pour", "la date soit « revue")],
    ),
    (
        "Les gardes ont affirmé jeudi, au lendemain de la mutinerie, avoir été attaqués par des détenus.",
        [("Les gardes", "ont affirmé", "avoir été attaqués par des détenus")],
    ),
    (
        "« Il m'a demandé l'autre soir si je voulais le vendre », raconte la fermière.",
        [
            ("la fermière", "raconte", "Il m'a demandé l'autre soir si je voulais le vendre"),
            ("Il", "m'a demandé", "je voulais le vendre"),
        ],
    ),
    (
        "Son confrère de la Banque de Bâle abonde : le marché « reste fragile », et il faudra attendre.",
        [
            (
                "Son confrère de la Banque de Bâle",
                "abonde",
                "le marché « reste fragile », et il faudra attendre",
            )
        ],
    ),
    ("Il a plaidé hier, devant le conseil, pour une hausse des salaires.", []),
    ("Il a instruit le dossier de l'accident pendant deux ans.", []),
]
NOT_WITHOUT = [
    (
        "La maire invite les élus à faire preuve de retenue, non sans reconnaître que rien ne presse.",
        [
            ("La maire", "invite", "faire preuve de retenue"),
            ("La maire", "reconnaître", "rien ne presse"),
        ],
    ),
    (
        "« Je pars », dit Luc Roy. À l'en croire, tous ont signé, ce que dément la coalition.",
        [("Luc Roy", "dit", "Je pars"), ("—", "À l'en croire", "tous ont signé")],
    ),
    (
        "Il a juré n'avoir rien laissé sur la plaque.",
        [("Il", "a juré", "n'avoir rien laissé sur la plaque")],
    ),
    (
        "Quand on lui demande si elle songe à partir, elle répond que la salle est pleine.",
        [("elle", "répond", "la salle est pleine")],
    ),
    ("Quand on lui demande si elle songe à partir, elle hausse les épaules.", []),
    ("Il est sorti non sans peine de la réunion.", []),
]
CALLED_BY_NAME = [
    (
        "La CFDT parle d'un plan « brutal et précipité ».",
        [("La CFDT", "parle", "un plan « brutal et précipité")],
    ),
    (
        "Le syndicat dénonce un projet « bâclé » et « dangereux ».",
        [("Le syndicat", "dénonce", "un projet « bâclé » et « dangereux")],
    ),
    (
        "« Un pensum », écrivait Le Courrier ; « trois heures d'ennui », renchérissait un critique.",
        [
            ("Le Courrier", "écrivait", "Un pensum"),
            ("un critique", "renchérissait", "trois heures d'ennui"),
        ],
    ),
    ("Dans les coulisses, on l'appelle « la Générale ».", []),
    ("La metteuse en scène Judith Arnoux présente « La Nuit des cerfs » au Théâtre du Nord.", []),
    ("L'armée a lancé l'opération « Printemps ».", []),
]
QUOTED_OBJECTS = [
    (
        "Le pape est intervenu, appelant « les deux camps à déposer les armes ».",
        [("Le pape", "appelant", "les deux camps à déposer les armes")],
    ),
    (
        "La région a justifié ce refus par des « irrégularités » dans le dossier.",
        [("La région", "a justifié", "ce refus par des « irrégularités")],
    ),
    (
        "Le maire a déploré ce qu'il a appelé « un immense gâchis ».",
        [("il", "a appelé", "un immense gâchis")],
    ),
    (
        "Elle a salué le « courage » montré par les pompiers.",
        [("Elle", "a salué", "le « courage » montré par les pompiers")],
    ),
    ("Le régime a répondu « sans délai » à la demande des médiateurs.", []),
    ("Il a rejoint un groupe appelé « les Vigies ».", []),
]
BEHIND_A_MARKER = [
    (
        "Selon M. Carel, Michel Morand était le premier de la liste.",
        [("M. Carel", "Selon", "Michel Morand était le premier de la liste")],
    ),
    (
        "D'après la présidente de la Chambre, Gino Fari a menti aux élus.",
        [("la présidente de la Chambre", "D'après", "Gino Fari a menti aux élus")],
    ),
    (
        "Selon la présidente de la Chambre, Gina Fari, la loi passera.",
        [("la présidente de la Chambre, Gina Fari", "Selon", "la loi passera")],
    ),
    (
        "Pour Florent Malou : « La place, on la perd bien avant ».",
        [("Florent Malou", "—", "La place, on la perd bien avant")],
    ),
    ("Pour mémoire : « Les Vagues » est sorti en mai.", []),
]
WHOSE_WORDS = [
    (
        "Le maire doute des affirmations de Michel Morand, chef du syndicat, qui dit que tout est réglé.",
        [("Michel Morand, chef du syndicat", "dit", "tout est réglé")],
    ),
    (
        "La juge lui a demandé de sortir et a demandé qu'on ferme la porte.",
        [("La juge", "lui a demandé", "sortir"), ("La juge", "a demandé", "on ferme la porte")],
    ),
    (
        "La juge a demandé au greffier d'annoncer que la séance était levée.",
        [("La juge", "a demandé", "annoncer que la séance était levée")],
    ),
    (
        "« On a mal joué, a expliqué Loriot. On était ailleurs. » Raoul Varenne, qui a fini épuisé, n'a pu cacher "
        "sa déception. « On n'a rien lâché. »",
        [
            ("Loriot", "a expliqué", "On a mal joué, a expliqué Loriot. On était ailleurs."),
            ("Raoul Varenne", "—", "On n'a rien lâché."),
        ],
    ),
    (
        "« On a mal joué », a expliqué Loriot. La soirée fut longue. « On était ailleurs. »",
        [("Loriot", "a expliqué", "On a mal joué"), ("—", "—", "On était ailleurs.")],
    ),
]
NO_CONTENT_OF_A_NOUN = [
    ("« Non », lance-t-elle en référence aux craintes que la maire a exprimées dans le journal.", None),
    ("Il a envoyé un message aussi sérieux qu'inattendu.", None),
    ("L'annonce que deux dépôts fermeraient a surpris la ville.", "deux dépôts fermeraient"),
]
COLONS_BESIDE_INCISES = [
    (
        'Un voisin ajoute : "Il jetait tout chez moi". "Comment savez-vous que c\'était lui ?" interroge la juge.',
        [
            ("Un voisin", "ajoute", "Il jetait tout chez moi"),
            ("la juge", "interroge", "Comment savez-vous que c'était lui ?"),
        ],
    ),
    (
        "Le maire répond : « Nous n'avons rien caché. » « C'est faux », rétorque l'opposante Lise Mora.",
        [
            ("Le maire", "répond", "Nous n'avons rien caché."),
            ("l'opposante Lise Mora", "rétorque", "C'est faux"),
        ],
    ),
    (
        "Lise Mora a écrit : « Rien ne presse ». « Il faut pourtant décider », tranche le préfet.",
        [
            ("Lise Mora", "a écrit", "Rien ne presse"),
            ("le préfet", "tranche", "Il faut pourtant décider"),
        ],
    ),
    (
        "Le maire répond : « Nous n'avons rien caché. » « Tout est public. » La séance est levée.",
        [("Le maire", "répond", "Nous n'avons rien caché. » « Tout est public.")],
    ),
    (
        "Elle promet : « Un train par heure » et « des billets à un euro ».",
        [("Elle", "promet", "Un train par heure » et « des billets à un euro")],
    ),
]
SUBJECTS_IN_THE_WORDS = [
    (
        "« Rouler est permis ! », ou encore « La mairie ment », écrivent certains au dos de la carte.",
        [("—", "écrivent", "Rouler est permis ! », ou encore « La mairie ment")],
    ),
    (
        "« Rendez-nous la place ! », « La mairie doit partir », scandent des riverains en colère.",
        [("des riverains", "scandent", "Rendez-nous la place ! », « La mairie doit partir")],
    ),
]
EXPLAINED = [
    (
        "« J'ai peur », confie la doyenne des plaignants, une habitante de 78 ans, qui dit avoir été insultée.",
        [
            ("la doyenne des plaignants, une habitante de 78 ans", "confie", "J'ai peur"),
            ("la doyenne des plaignants, une habitante de 78 ans", "dit", "avoir été insultée"),
        ],
    ),
    (
        "« Je reste », assure Jean Roux, un retraité de 70 ans, qui affirme que la maison est saine.",
        [
            ("Jean Roux, un retraité de 70 ans", "assure", "Je reste"),
            ("Jean Roux, un retraité de 70 ans", "affirme", "la maison est saine"),
        ],
    ),
    (
        "Le notaire connaît une retraitée qui affirme que la maison est saine.",
        [("une retraitée", "affirme", "la maison est saine")],
    ),
]
AMOUNTING_TO = [
    ("Cette réaction revient, en d'autres termes, à dire que le gouvernement évite tout commentaire.", []),
    ("Le vote revient à reconnaître que la loi est mauvaise.", []),
    (
        "La ministre revient sur la crise et affirme que tout va bien.",
        [("La ministre", "affirme", "tout va bien")],
    ),
]
LEARNT_FROM = [
    (
        "Deux policiers ont été blessés, a-t-on appris auprès de la préfecture.",
        [("la préfecture", "a-t-on appris auprès", "Deux policiers ont été blessés")],
    ),
    (
        "Deux policiers ont été blessés, a-t-on appris ce mercredi matin auprès du parquet de Nancy.",
        [("parquet de Nancy", "a-t-on appris ce mercredi matin auprès", "Deux policiers ont été blessés")],
    ),
    (
        "L'usine va fermer, a-t-on appris mardi auprès de la direction.",
        [("la direction", "a-t-on appris mardi auprès", "L'usine va fermer")],
    ),
    (
        "L'usine va fermer, a-t-on appris mardi.",
        [("on", "a-t-on appris", "L'usine va fermer")],
    ),
    ("Le maire se renseigne auprès de la direction.", []),
]
DATELINES = [
    (
        "BERLIN (Reuters) - L'économie devrait croître de 3 %, a estimé mercredi l'institut Ferrat.",
        [("l'institut Ferrat", "a estimé", "L'économie devrait croître de 3 %")],
    ),
    (
        "LONDRES, 14 mai (AFP) – Le pays sortira de la crise, a dit le ministre.",
        [("le ministre", "a dit", "Le pays sortira de la crise")],
    ),
    (
        "Port-au-Prince, mardi 14 mai 2019 (AP) — Le pont a cédé, a dit le maire.",
        [("le maire", "a dit", "Le pont a cédé")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    BACK_REFERENCES
    + BEHIND_A_MARKER
    + WHOSE_WORDS
    + COLONS_BESIDE_INCISES
    + SUBJECTS_IN_THE_WORDS
    + EXPLAINED
    + AMOUNTING_TO
    + LEARNT_FROM
    + DATELINES
    + OF_WHOM_IT_HOLDS
    + WHO_SPEAKS_FOR_WHOM
    + AGENTS_OF_NOUNS
    + NEGATIONS
    + STUDIES
    + INCISES
    + FURTHER_AWAY
    + QUOTED_OBJECTS
    + NOT_WITHOUT
    + CALLED_BY_NAME,
)
def test_a_turn_of_the_press(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected


def test_a_turn_with_a_name_in_front_is_that_persons(extractor: Extractor) -> None:
    text = "Rencontre.\n\n– Judith Arnoux : À peine. Je reste.\n\n– Et votre troupe ?"
    assert ("Judith Arnoux", "—", "À peine. Je reste.") in found_in(extractor, text)


@pytest.mark.parametrize(("text", "content"), NO_CONTENT_OF_A_NOUN)
def test_a_relative_or_a_comparison_is_no_content_of_a_noun(
    extractor: Extractor, text: str, content: str | None
) -> None:
    quotes = extractor.extract(parse_document("x", text)).quotes
    assert [q.content.of(text) for q in quotes if q.rule == "noun_clause"] == ([content] if content else [])
