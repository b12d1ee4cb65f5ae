"""Turns of agencies, courts and ministries, met in articles that no rule was written for.

The sentences are our own. A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from marked_text import names
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor
from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

PAST_WHAT_IS_SAID_OF_A_SOURCE = [
    (
        "Selon une étude de l'institut, parue mardi, le virus circule encore.",
        [("une étude de l'institut", "Selon", "le virus circule encore")],
    ),
    (
        "Selon un sondage Opinia réalisé pour la chaîne, et diffusé hier soir, les Français restent pessimistes.",
        [("un sondage Opinia", "Selon", "les Français restent pessimistes")],
    ),
    (
        "Selon le professeur Pierre Roux, de l'Université de Dijon, le texte est bancal.",
        [("le professeur Pierre Roux", "Selon", "le texte est bancal")],
    ),
    (
        "Selon le maire Jean Roux, la digue tiendra.",
        [("le maire Jean Roux", "Selon", "la digue tiendra")],
    ),
    (
        "D'après Anne Petit, du CNRS, rien ne presse.",
        [("Anne Petit", "D'après", "rien ne presse")],
    ),
    (
        "Selon le maire, de nombreux habitants sont partis.",
        [("le maire", "Selon", "de nombreux habitants sont partis")],
    ),
    (
        "Selon le préfet, du sable a bouché l'entrée.",
        [("le préfet", "Selon", "du sable a bouché l'entrée")],
    ),
]
WHEN_IT_WAS_SAID = [
    (
        "Le pays pourrait quitter le traité si les Européens rétablissent les sanctions, a averti dimanche le "
        "porte-parole de la commission de la sécurité nationale, Karim Saleh.",
        [
            (
                "le porte-parole de la commission de la sécurité nationale, Karim Saleh",
                "a averti",
                "Le pays pourrait quitter le traité si les Européens rétablissent les sanctions",
            )
        ],
    ),
    (
        "Les négociations reprendront lundi à Genève, a annoncé vendredi soir le médiateur de l'ONU.",
        [("le médiateur de l'ONU", "a annoncé", "Les négociations reprendront lundi à Genève")],
    ),
    (
        "Le texte mettrait la paix en péril, a relevé lundi devant les médias le conseiller fédéral Beat Rossi.",
        [("le conseiller fédéral Beat Rossi", "a relevé", "Le texte mettrait la paix en péril")],
    ),
    ("La ministre, Aurore Roux, a défendu mardi soir son projet devant les députés.", []),
    ("La ministre, Aurore Roux, a critiqué mardi soir le maire de Lyon.", []),
]
SAYS_AND_IS_CALLED = [
    (
        "Un diplomate, sous le sceau de l'anonymat, dit « ne pas croire une seconde » à un retrait.",
        [("Un diplomate", "dit", "ne pas croire une seconde » à un retrait")],
    ),
    ("La maire, lasse, dit « refuser la fatalité ».", [("La maire", "dit", "refuser la fatalité")]),
    ("Paul Roux, dit « le Belge », a été arrêté mardi.", []),
    ("L'article 9, dit « anti-passoires », sera voté vendredi.", []),
]
WHERE_MARKS_BEGIN_AND_END = [
    (
        "Le maire jure n'avoir « rien vu, rien entendu, rien su ».",
        [("Le maire", "jure", "n'avoir « rien vu, rien entendu, rien su")],
    ),
    (
        "L'avocat plaide au contraire « une bêtise d'ivrogne ».",
        [("L'avocat", "plaide", "une bêtise d'ivrogne")],
    ),
    ("Le maire évoque à l'inverse « une chance ».", [("Le maire", "évoque", "une chance")]),
    (
        "La préfète dit avoir « tout tenté, tout essayé ».",
        [("La préfète", "dit", "avoir « tout tenté, tout essayé")],
    ),
]
WHAT_IT_IS_ABOUT = [
    ("Festival de Valmont : « Le cinéma n'est pas un musée »", [("—", "—", "Le cinéma n'est pas un musée")]),
    ("Gérald Morin : « Nous tiendrons »", [("Gérald Morin", "—", "Nous tiendrons")]),
    (
        "Bernasuisse a qualifié l'initiative de « poison lent ».",
        [("Bernasuisse", "a qualifié", "poison lent")],
    ),
    ("Conséquence directe de la crise, le chômage « explose ».", []),
]
QUESTIONS_AND_ANSWERS = [
    (
        "« Vous saviez ? », l'interroge la présidente. « Non, madame. » Il baisse la tête.",
        [("la présidente", "l'interroge", "Vous saviez ?"), ("—", "—", "Non, madame.")],
    ),
    (
        "« Vous saviez ? », lui demande la présidente. « Non », répond l'accusé.",
        [("la présidente", "lui demande", "Vous saviez ?"), ("l'accusé", "répond", "Non")],
    ),
    (
        "« Pourquoi partir ? », s'interroge le maire. « Personne ne nous écoute. »",
        [
            (
                "le maire",
                "s'interroge",
                "Pourquoi partir ? », s'interroge le maire. « Personne ne nous écoute.",
            )
        ],
    ),
]
SOMEBODY_FEARS = [
    (
        "Le chercheur se tait. Il craint que l'élection ne se joue « entre amis ».",
        [("Il", "craint", "l'élection ne se joue « entre amis")],
    ),
    (
        "Le maire est sceptique. Il redoute que la digue ne soit « trop basse ».",
        [("Il", "redoute", "la digue ne soit « trop basse")],
    ),
]
WHAT_WAS_NEITHER = [
    ("Une information que la préfecture n'a ni confirmée ni démentie.", []),
    ("Les craintes que le maire a exprimées restent vives.", []),
    (
        "L'information que le maire démissionne a surpris.",
        [("—", "information", "le maire démissionne")],
    ),
]
HOW_IT_IS_SAID = [
    ("« Je tombe des nues », répète l'élu à l'envi.", [("l'élu", "répète", "Je tombe des nues")]),
    ("« On verra », glisse le ministre à demi-mot.", [("le ministre", "glisse", "On verra")]),
    ("« Non », lâche la maire d'une voix lasse.", [("la maire", "lâche", "Non")]),
    (
        "« On verra », dit le ministre de l'Intérieur.",
        [("le ministre de l'Intérieur", "dit", "On verra")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    PAST_WHAT_IS_SAID_OF_A_SOURCE
    + WHEN_IT_WAS_SAID
    + SAYS_AND_IS_CALLED
    + WHERE_MARKS_BEGIN_AND_END
    + WHAT_IT_IS_ABOUT
    + QUESTIONS_AND_ANSWERS
    + SOMEBODY_FEARS
    + WHAT_WAS_NEITHER
    + HOW_IT_IS_SAID,
)
def test_a_turn_of_courts_and_capitals(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La directrice de l'agence, Catherine Morel, se défend. [[Elle]] ajoute que rien n'est joué. Le syndicat "
            "CGT dénonce « une farce ». « C'est trop facile », s'agace [[son secrétaire]].",
            ["Catherine Morel", "secrétaire de CGT"],
        ),
        (
            "La ministre Anne Petit défend le texte. [[Elle]] évoque « un progrès ». « Rien n'est joué », tempère "
            "[[son porte-parole]].",
            ["Anne Petit", "porte-parole d'Anne Petit"],
        ),
        (
            "L'Union des artistes se réjouit, souligne [[sa présidente, Tania Konto]].\n\nLa Motion Picture "
            "Association, qui représente les studios, craint un exode. [[L'organisme]] parle d'« un désastre ».",
            ["Tania Konto", "Motion Picture Association"],
        ),
        (
            "« Une mascarade », s'emporte [[Luc Adou, chef du groupe parlementaire Les Libéraux]]. [[L'élu]] dénonce "
            "« un piège ».",
            ["Luc Adou", "Luc Adou"],
        ),
        (
            "[[Une survivante]] décrit « l'odeur, les cris ». « On a prié », raconte [[cette mère de deux enfants]].",
            ["survivante", "survivante"],
        ),
        (
            "[[Un pompier]] raconte « une nuit d'enfer ». « On manquait d'eau », ajoute [[ce père de famille]].",
            ["pompier", "pompier"],
        ),
        (
            "[[Une voisine]] décrit « un bruit sourd ». Un passant a couru. [[Cet homme]] parle de « flammes ».",
            ["voisine", "passant"],
        ),
        (
            "« La balle est dans leur camp », a lancé [[Thierry Nil, secrétaire de la CGT-Cheminots]]. Le ministre se "
            "tait.\n\n« Nous irons au bout », menace [[un délégué CFDT]]. [[La fédération]] se tait.",
            ["Thierry Nil", "délégué CFDT", "CFDT"],
        ),
        (
            "La CGT appelle à la grève. [[La confédération]] dénonce « un recul ». [[La Fédération des commerçants]] "
            "applaudit.",
            ["CGT", "Fédération des commerçants"],
        ),
        (
            "[[L'expert, le docteur Vassel]], n'a rien relevé. [[Le praticien]] évoque « un trouble ».",
            ["Vassel", "Vassel"],
        ),
        ("Côté direction, [[on]] se dit « ouvert au dialogue ».", ["direction"]),
        ("Du côté du syndicat, [[on]] parle d'« une provocation ».", ["syndicat"]),
        (
            "L'ex-maire de Valmont s'inquiète. [[Son interlocuteur]] le rassure.",
            ["interlocuteur de l'ex-maire de Valmont"],
        ),
        ("« Non », lâche [[la maire]] d'une voix lasse.", ["maire"]),
        ("« Non », répond [[le porte-parole de la police]].", ["porte-parole de la police"]),
    ],
)
def test_who_is_meant_in_courts_and_capitals(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
