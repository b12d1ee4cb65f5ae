"""Who speaks in turn: dialogues that name the speakers now and then, an interview, a heading; our own sentences.

A row is a text and (name, content) of each of its quotes.
"""

from __future__ import annotations

import pytest

from quotetrack.documents import parse_document
from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

TWO_BY_TURNS = [
    (
        "« On attend votre avocate, dit le président.\n\n- Et si elle ne vient pas ? s'exclame le prévenu.\n\n"
        "- On ne peut pas faire sans.\n\n- Oh ! Moi, je m'inquiète plus ! (d'une voix forte)\n\n"
        "- Ben, c'est le principal. »",
        [
            ("président", "On attend votre avocate"),
            ("prévenu", "Et si elle ne vient pas ?"),
            ("président", "On ne peut pas faire sans."),
            ("prévenu", "Oh ! Moi, je m'inquiète plus !"),
            ("président", "Ben, c'est le principal."),
        ],
    ),
    (
        "— Vous étiez ivre, dit la juge.\n\n— Non, répond l'accusé. J'étais fatigué.\n\n"
        "— Vraiment ? demande-t-elle.\n\n— Vraiment.",
        [
            ("juge", "Vous étiez ivre"),
            ("accusé", "Non, répond l'accusé. J'étais fatigué."),
            ("juge", "Vraiment ?"),
            ("accusé", "Vraiment."),
        ],
    ),
    (
        "Le peintre Jean Roux reçoit.\n\n— Vous peignez depuis quand ?\n\n— Depuis toujours.\n\n— Et demain ?\n\n"
        "— Je repars, dit-il.",
        [
            (None, "Vous peignez depuis quand ?"),
            ("Jean Roux", "Depuis toujours."),
            (None, "Et demain ?"),
            ("Jean Roux", "Je repars"),
        ],
    ),
    # Three speak: nobody's.
    (
        "— Vous étiez ivre, remarque la juge.\n\n— Deux verres, proteste l'accusé.\n\n"
        "— Trois, corrige le procureur.\n\n— Non.",
        [
            ("juge", "Vous étiez ivre"),
            ("accusé", "Deux verres"),
            ("procureur", "Trois"),
            (None, "Non."),
        ],
    ),
    (
        "— Vous partez déjà ?\n\n— Il le faut bien.",
        [(None, "Vous partez déjà ?"), (None, "Il le faut bien.")],
    ),
]
NAMED_ONCE = [
    (
        "La peintre Nadia Ferrand expose. Propos recueillis par Luc Petit\n\nVous exposez depuis quand ?\n\n"
        "Nadia Ferrand : Depuis dix ans.\n\nEt vous vendez ?\n\nUn peu. Mes toiles sont grandes.\n\nOù donc ?\n\n"
        "Chez moi.",
        [
            ("Nadia Ferrand", "Depuis dix ans."),
            ("Nadia Ferrand", "Un peu. Mes toiles sont grandes."),
            ("Nadia Ferrand", "Chez moi."),
        ],
    ),
    # No interview, and no question in front of the name.
    ("La ville hésite.\n\nLuc Roux : un maire pressé.\n\nEt demain ?\n\nRien n'est dit.", []),
    (
        "Entretien. Qui paiera ?\n\nNadia Ferrand : La ville.\n\nL'exposition dure jusqu'à dimanche.\n\n"
        "Elle est gratuite.",
        [],
    ),
]
WORDS_OF_A_HEADING = [
    (
        "Permis suspendu, « Je suis routier, moi ! »\n\nLuc Roux s'écrie : « Mais si ! Je suis routier, moi ! »",
        [("Luc Roux", "Je suis routier, moi !"), ("Luc Roux", "Mais si ! Je suis routier, moi !")],
    ),
    (
        "La ville attend.\n\nUne salle « dès l'an prochain » ?\n\n« Elle ouvrira dès l'an prochain », a dit Luc Roux.",
        [("Luc Roux", "dès l'an prochain"), ("Luc Roux", "Elle ouvrira dès l'an prochain")],
    ),
    (
        "Une grève « pour en finir »\n\n« Nous faisons grève pour en finir », dit Anne Morel.",
        [("Anne Morel", "pour en finir"), ("Anne Morel", "Nous faisons grève pour en finir")],
    ),
    (
        "Retour sur « Le Grand Lac »\n\n« Le Grand Lac a changé ma vie », dit Luc Roux.",
        [("Luc Roux", "Le Grand Lac a changé ma vie")],
    ),
    ("Une « guerre » des prix\n\n« C'est une guerre », dit le maire.", [("maire", "C'est une guerre")]),
]
ASKED_BETWEEN = [
    (
        "« Cela va aider », dit Luc Roux. Jusqu'à guérir ? « L'étude le dira. »",
        [("Luc Roux", "Cela va aider"), ("Luc Roux", "L'étude le dira.")],
    ),
    (
        "« On a tout », dit Luc Roux. « Le club est prêt. » Et la suite ? « On verra. »",
        [("Luc Roux", "On a tout », dit Luc Roux. « Le club est prêt."), ("Luc Roux", "On verra.")],
    ),
    (
        "« On a tout », dit Luc Roux. « Le club est prêt. »",
        [("Luc Roux", "On a tout », dit Luc Roux. « Le club est prêt.")],
    ),
]
YOU_AND_I = [
    (
        "« Vous avez vu la victime ? », poursuit le président. « Je dormais. »",
        [("président", "Vous avez vu la victime ?"), (None, "Je dormais.")],
    ),
    (
        "« Vous me croyez ? », dit Luc Roux. « Je n'ai rien fait. »",
        [("Luc Roux", "Vous me croyez ? », dit Luc Roux. « Je n'ai rien fait.")],
    ),
    (
        "« Pourquoi moi ? », dit Luc Roux. « Je n'ai rien fait. »",
        [("Luc Roux", "Pourquoi moi ? », dit Luc Roux. « Je n'ai rien fait.")],
    ),
]
BEHIND_THE_COLON = [
    (
        "« On nous a volés » : Anne Roux accuse le pouvoir\n\nTout est calme.",
        [("Anne Roux", "On nous a volés")],
    ),
    (
        "« C'est une honte » : les syndicats dénoncent la réforme\n\nTout est calme.",
        [("syndicats", "C'est une honte")],
    ),
    (
        "« Il faut partir » : l'avocate Odile Rey exige un vote\n\nTout est calme.",
        [("Odile Rey", "Il faut partir")],
    ),
    ("« On ne cédera pas » : le ministre persiste\n\nTout est calme.", [(None, "On ne cédera pas")]),
    (
        "« La vie est belle » : le musée annonce une exposition\n\nTout est calme.",
        [(None, "La vie est belle")],
    ),
]
BROKEN_SILENCE = [
    (
        "« Il y a des virements », relève la juge. Silence. Puis, d'une voix blanche : « Des frais. »",
        [("juge", "Il y a des virements"), (None, "Des frais.")],
    ),
    (
        "« La ville a payé », dit Anne Roux. Un long silence. « Et vous n'avez rien vu. »",
        [("Anne Roux", "La ville a payé"), (None, "Et vous n'avez rien vu.")],
    ),
    (
        "« Il est parti », assure Luc Petit. Lourd silence… « On le cherche encore. »",
        [("Luc Petit", "Il est parti"), (None, "On le cherche encore.")],
    ),
    # Told of, not kept.
    (
        "« On ferme », dit Anne Roux. Le silence de la salle ne la gêne pas. « Il le faut. »",
        [("Anne Roux", "On ferme"), ("Anne Roux", "Il le faut.")],
    ),
    (
        "« Personne ne parle », dit Anne Roux, qui a rompu le silence. « J'ai honte. »",
        [("Anne Roux", "Personne ne parle », dit Anne Roux, qui a rompu le silence. « J'ai honte.")],
    ),
]
IN_HIS_VIEW = [
    (
        "« Ils ont faim », a expliqué Luc Roux hier.\n\nÀ son avis, la ville est riche.",
        [("Luc Roux", "Ils ont faim"), ("Luc Roux", "la ville est riche")],
    ),
    (
        "« Ils ont faim », a expliqué Luc Roux. La ville dort.\n\nÀ son avis, la ville est riche.",
        [("Luc Roux", "Ils ont faim"), (None, "la ville est riche")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *BEHIND_THE_COLON,
        *IN_HIS_VIEW,
        *BROKEN_SILENCE,
        *YOU_AND_I,
        *TWO_BY_TURNS,
        *NAMED_ONCE,
        *WORDS_OF_A_HEADING,
        *ASKED_BETWEEN,
    ],
)
def test_who_speaks_in_turn(extractor: Extractor, text: str, expected: list[tuple[str | None, str]]) -> None:
    quotes = extractor.extract(parse_document("x", text)).quotes
    assert [(q.speaker.name if q.speaker else None, q.content.of(text)) for q in quotes] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La juge écoute.\n\n— Quels frais ? insiste la magistrate.\n— Des repas, répond l'accusé. Et des cafés.",
            [("direct", ["Quels frais ?"]), ("direct", ["Des repas", "Et des cafés."])],
        ),
        # The speaker's own report inside his words is no turn of another's.
        (
            "« Alors ma mère m'a dit que c'était fini », raconte Luc Roux.",
            [("direct", ["Alors ma mère m'a dit que c'était fini"]), ("indirect", [])],
        ),
    ],
)
def test_what_an_incise_leaves_of_a_turn_is_verbatim(
    extractor: Extractor, text: str, expected: list[tuple[str, list[str]]]
) -> None:
    quotes = extractor.extract(parse_document("x", text)).quotes
    assert [(q.kind, [v.of(text) for v in q.verbatim]) for q in quotes] == expected
