"""Small turns met in the press: who goes on, what belongs to the words, and what is no report at all.

The sentences are our own. A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

NEGATED_AROUND_THE_MARKS = [
    ("L'ancien maire dit ne « rien regretter ».", [("L'ancien maire", "dit", "ne « rien regretter")]),
    (
        "Anne Roux assure ne « jamais avoir fui ».",
        [("Anne Roux", "assure", "ne « jamais avoir fui")],
    ),
    (
        "Le prévenu affirme n'“avoir rien vu” ce soir-là.",
        [("Le prévenu", "affirme", "n'“avoir rien vu” ce soir-là")],
    ),
    ("La maire assure ne pas « avoir menti ».", [("La maire", "assure", "ne pas « avoir menti")]),
    ("La maire a nié « avoir menti ».", [("La maire", "a nié", "avoir menti")]),
    ("La maire dit avoir « tout vu ».", [("La maire", "dit", "avoir « tout vu")]),
]
TOLD_TO_ONESELF = [
    (
        "« On s'est dit que c'était fini », raconte Anne Petit.",
        [("Anne Petit", "raconte", "On s'est dit que c'était fini")],
    ),
    (
        "« Ils se sont dit qu'on dormait », raconte Anne Petit.",
        [("Anne Petit", "raconte", "Ils se sont dit qu'on dormait")],
    ),
    ("Le gardien s'est dit que tout était fini.", []),
    (
        "Le gardien s'est dit que c'était « la fin du monde ».",
        [("Le gardien", "s'est dit", "c'était « la fin du monde")],
    ),
    ("La maire s'est dite prête à partir.", [("La maire", "s'est dite", "prête à partir")]),
]
BEHIND_ITS_OPENING = [
    (
        "Rien ne bouge. Et pour cause : d'après un courrier du préfet, les crédits manquent.",
        [("un courrier du préfet", "d'après", "les crédits manquent")],
    ),
    (
        "Rien ne bouge. Et pour cause, selon la mairie, les crédits manquent.",
        [("la mairie", "selon", "les crédits manquent")],
    ),
    (
        "Mais ce n'est pas tout : selon la mairie, les crédits manquent.",
        [("la mairie", "selon", "les crédits manquent")],
    ),
    (
        "Le pont est fermé pour cause de crue, selon le préfet.",
        [("le préfet", "selon", "Le pont est fermé pour cause de crue")],
    ),
    (
        "Et le bilan est lourd : douze blessés, selon la police.",
        [("la police", "selon", "le bilan est lourd : douze blessés")],
    ),
    ("Une chose est sûre : « Le pont fermera. »", [("—", "—", "Le pont fermera.")]),
]
ACCORDING_TO_THE_ONE_BEFORE = [
    (
        "Le maire, Luc Roux, a visité le chantier. À l'en croire, le pont sera prêt.",
        [("Le maire, Luc Roux", "À l'en croire", "le pont sera prêt")],
    ),
    (
        "Les syndicats ne décolèrent pas. À les en croire, le dépôt fermera.",
        [("Les syndicats", "À les en croire", "le dépôt fermera")],
    ),
    (
        "« Non », a dit Luc Roux. La préfète a vu le chantier. À l'en croire, le pont sera prêt.",
        [("Luc Roux", "a dit", "Non"), ("La préfète", "À l'en croire", "le pont sera prêt")],
    ),
    (
        "« Non », a dit Luc Roux. À l'en croire, le pont sera prêt.",
        [("Luc Roux", "a dit", "Non"), ("—", "À l'en croire", "le pont sera prêt")],
    ),
    ("Le stade est vide. À l'en croire, le pont sera prêt.", [("—", "À l'en croire", "le pont sera prêt")]),
    (
        "Les syndicats ont reçu la préfète. À l'en croire, le pont sera prêt.",
        [("—", "À l'en croire", "le pont sera prêt")],
    ),
]
TO_THE_POINT_OF_SAYING = [
    (
        "La maire s'inquiète, au point d'écrire au préfet que la digue va céder.",
        [("La maire", "écrire", "la digue va céder")],
    ),
    (
        "La direction est inquiète au point d'avertir que l'usine fermera.",
        [("La direction", "avertir", "l'usine fermera")],
    ),
    (
        "La préfète a parlé au risque d'admettre que l'État a failli.",
        [("La préfète", "admettre", "l'État a failli")],
    ),
    (
        "La situation est grave, au point d'écrire à Bercy que la caisse est vide.",
        [("—", "écrire", "la caisse est vide")],
    ),
]

BEHIND_A_STOP = [
    (
        "« Ils étaient cent », précise Luc Roux. Qui poursuit : « Ce n'est pas fini. »",
        [("Luc Roux", "précise", "Ils étaient cent"), ("Qui", "poursuit", "Ce n'est pas fini.")],
    ),
    (
        "« Ils étaient cent », précise la maire. Qui ajoute que rien n'est fini.",
        [("la maire", "précise", "Ils étaient cent"), ("Qui", "ajoute", "rien n'est fini")],
    ),
    ("Luc Roux a tout vu. Qui a dit que le pont fermerait ?", []),
    (
        "À ce titre, selon Luc Roux, l'affaire est close. A ce titre, selon Luc Roux, rien ne bouge.",
        [("Luc Roux", "selon", "l'affaire est close"), ("Luc Roux", "selon", "rien ne bouge")],
    ),
]
ON_IS_THE_SPEAKER = [
    (
        "« On estime que c'est fini », dit Luc Roux.",
        [("Luc Roux", "dit", "On estime que c'est fini")],
    ),
    (
        "« On nous dit que c'est fini », dit Luc Roux.",
        [("Luc Roux", "dit", "On nous dit que c'est fini"), ("On", "nous dit", "c'est fini")],
    ),
    (
        "« La mairie estime que c'est fini », dit Luc Roux.",
        [("Luc Roux", "dit", "La mairie estime que c'est fini"), ("La mairie", "estime", "c'est fini")],
    ),
]
A_SENTENCE_OF_ITS_OWN = [
    (
        "« Non », lance le maire. Ajoutant : « Nous voterons la loi. »",
        [("le maire", "lance", "Non"), ("—", "Ajoutant", "Nous voterons la loi.")],
    ),
    (
        "Rappelant que la loi est bonne, le maire a dit « non ».",
        [("le maire", "Rappelant", "la loi est bonne"), ("le maire", "a dit", "non")],
    ),
]
BEHIND_WHEN_IT_WAS_SAID = [
    (
        "« La loi est morte », a réagi avant même la fin des débats le député Luc Roux.",
        [("le député Luc Roux", "a réagi", "La loi est morte")],
    ),
    (
        "« La loi est morte », a lancé avant même le vote la ministre.",
        [("la ministre", "a lancé", "La loi est morte")],
    ),
    (
        "« La loi est morte », a lancé juste après le vote la ministre.",
        [("la ministre", "a lancé", "La loi est morte")],
    ),
]
THE_SENTENCES_OWN_SPEAKER = [
    (
        'Rappelant que le groupe, fondé à Tulle, avait traversé des "guerres", Luc Roux a ajouté : "Tant pis."',
        [
            ("Luc Roux", "Rappelant", 'le groupe, fondé à Tulle, avait traversé des "guerres'),
            ("Luc Roux", "a ajouté", "Tant pis."),
        ],
    ),
    (
        "Estimant que le préfet a menti, la maire, Anne Roux, a dit que l'école fermerait.",
        [
            ("la maire, Anne Roux", "Estimant", "le préfet a menti"),
            ("la maire, Anne Roux", "a dit", "l'école fermerait"),
        ],
    ),
]
A_WHOLE_PORTFOLIO = [
    (
        "Tout va bien, selon le ministre de l'Intérieur, des Sports et de l'Eau, Kamel Beldi.",
        [("le ministre de l'Intérieur, des Sports et de l'Eau, Kamel Beldi", "selon", "Tout va bien")],
    ),
    (
        "« Oui », a dit le ministre de l'Intérieur, des Sports et de l'Eau, M. Kamel Beldi.",
        [("le ministre de l'Intérieur, des Sports et de l'Eau, M. Kamel Beldi", "a dit", "Oui")],
    ),
    (
        "« Oui », a dit le ministre de l'Intérieur, de retour de Paris, Marseille et Lyon.",
        [("le ministre de l'Intérieur", "a dit", "Oui")],
    ),
]
BEHIND_A_LINK = [
    (
        "« Non », a dit Luc Roux. Mais « il faut bien que les écoles ouvrent ».",
        [("Luc Roux", "a dit", "Non », a dit Luc Roux. Mais « il faut bien que les écoles ouvrent")],
    ),
    (
        "« Non », a dit Luc Roux. D'ailleurs, « citez-moi une année où tout va bien ! »",
        [("Luc Roux", "a dit", "Non », a dit Luc Roux. D'ailleurs, « citez-moi une année où tout va bien !")],
    ),
    (
        "« Non », a dit Luc Roux. Mais « il faut bien ouvrir », a répondu la maire.",
        [("Luc Roux", "a dit", "Non"), ("la maire", "a répondu", "il faut bien ouvrir")],
    ),
    (
        "« Non », a dit Luc Roux. Le maire se tait. Mais « il faut bien ouvrir les écoles ».",
        [("Luc Roux", "a dit", "Non")],
    ),
    ("« Non », a dit Luc Roux. D'ailleurs, le « grand soir » attendra.", [("Luc Roux", "a dit", "Non")]),
]
DOUBLED_SINGLE_MARKS = [
    (
        "Le ministre a dit que ‘‘l’école sera bâtie’’ lundi.",
        [("Le ministre", "a dit", "l’école sera bâtie’’ lundi")],
    ),
    (
        "‘‘ L’école est là. ’‘ a dit le ministre, ajoutant que ‘‘rien n’est perdu’‘.",
        [
            ("le ministre", "a dit", "L’école est là."),
            ("le ministre", "ajoutant", "rien n’est perdu"),
        ],
    ),
    ("Le ministre a loué l’‘ami’ du peuple.", []),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    NEGATED_AROUND_THE_MARKS
    + TOLD_TO_ONESELF
    + BEHIND_ITS_OPENING
    + ACCORDING_TO_THE_ONE_BEFORE
    + TO_THE_POINT_OF_SAYING
    + BEHIND_A_STOP
    + BEHIND_A_LINK
    + A_WHOLE_PORTFOLIO
    + THE_SENTENCES_OWN_SPEAKER
    + ON_IS_THE_SPEAKER
    + A_SENTENCE_OF_ITS_OWN
    + BEHIND_WHEN_IT_WAS_SAID
    + DOUBLED_SINGLE_MARKS,
)
def test_whose_turn_it_is(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
