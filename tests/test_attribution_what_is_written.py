"""What stands in a paper, and whose the marks behind a relative clause are; the sentences are our own.

A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

WRITTEN_THERE = [
    (
        "L'étude de la région est sévère. « Rien n'a été fait », y lit-on.",
        [("L'étude de la région", "y lit-on", "Rien n'a été fait")],
    ),
    (
        "Le rapport du bureau d'études accable la ville. « L'eau monte », y est-il écrit.",
        [("Le rapport du bureau d'études", "y est-il écrit", "L'eau monte")],
    ),
    (
        "Une lettre est arrivée lundi. Il y est précisé que le pont fermera.",
        [("Une lettre", "Il y est précisé", "le pont fermera")],
    ),
    (
        "La note du préfet tient en une page. « Le pont fermera », peut-on lire.",
        [("La note du préfet", "lire", "Le pont fermera")],
    ),
    # A place is no paper; where another is said to tell, he does.
    (
        "Un communiqué et une étude sont parus. « L'eau monte », peut-on y lire.",
        [("Un communiqué et une étude", "y lire", "L'eau monte")],
    ),
    ("La lettre est partie pour Lyon. « L'eau monte », y dit-on.", [("on", "y dit-on", "L'eau monte")]),
    (
        "La lettre est arrivée. Le maire se tait. « L'eau monte », a-t-on appris auprès du préfet.",
        [("préfet", "a-t-on appris auprès", "L'eau monte")],
    ),
]
NOBODY_IS_IL = [
    (
        "Le maire se tait. « L'eau monte », est-il indiqué dans le communiqué.",
        [("le communiqué", "est-il indiqué", "L'eau monte")],
    ),
    ("Le maire se tait. « L'eau monte », est-il écrit sur un mur.", [("—", "est-il écrit", "L'eau monte")]),
    ("Le maire se tait. « On part », a-t-il été précisé.", [("—", "a-t-il été précisé", "On part")]),
    (
        "La note est brève. « L'eau monte », y était-il inscrit.",
        [("La note", "y était-il inscrit", "L'eau monte")],
    ),
    # But he is, of a verb that has « être » in the past, and where it says what he is.
    (
        "Le maire se lève. « On part demain matin », est-il convenu.",
        [("il", "est-il convenu", "On part demain matin")],
    ),
    ("Le maire se lève. « On part », s'est-il écrié.", [("il", "s'est-il écrié", "On part")]),
    ("Le maire se lève. « On perdra », est-il convaincu.", [("il", "est-il convaincu", "On perdra")]),
]
IN_THEIR_WORDS = [
    (
        "Au terme d'une réunion « tendue mais utile », selon les mots de la maire, le pont a rouvert.",
        [("la maire", "selon les mots de", "tendue mais utile")],
    ),
    (
        "La ville est « une belle endormie », selon la formule de l'ancien maire.",
        [("l'ancien maire", "selon la formule de", "une belle endormie")],
    ),
    (
        "Le pont est « fichu », pour reprendre l'expression du préfet.",
        [("préfet", "pour reprendre l'expression du", "fichu")],
    ),
    (
        "Selon les mots de la maire, le pont est « fichu ».",
        [("la maire", "Selon les mots de", "le pont est « fichu")],
    ),
    ("Le pont est « fichu », selon la maire.", [("la maire", "selon", "Le pont est « fichu")]),
]
FOR_WHOM = [
    (
        "« Le maire a disparu », s'étonne l'élu centriste, pour qui « gouverner, c'est prévoir ».",
        [
            ("l'élu centriste", "s'étonne", "Le maire a disparu"),
            ("l'élu centriste", "pour", "gouverner, c'est prévoir"),
        ],
    ),
    (
        "La députée écologiste, pour qui « tout est lié », s'abstient.",
        [("La députée écologiste", "pour", "tout est lié")],
    ),
    ("Le vote a déplu au village voisin, pour qui « tout est joué ».", []),
]
BEHIND_A_RELATIVE = [
    (
        "Un rapport, dont le journal a eu copie, pointe des fissures « évolutives ».",
        [("Un rapport", "pointe", "des fissures « évolutives")],
    ),
    ("Le rapport, que le maire a lu, note « un risque ».", [("Le rapport", "note", "un risque")]),
    ("Une note, que la maire a démentie, pointe « un oubli ».", [("Une note", "pointe", "un oubli")]),
    ("La maire a démenti, lundi, « tout oubli ».", [("La maire", "a démenti", "tout oubli")]),
    (
        "L'élue y voit « une chance » : « On va avancer », plaide-t-elle.",
        [("L'élue", "y voit", "une chance"), ("elle", "plaide-t-elle", "On va avancer")],
    ),
    ("La maire y voit « une chance » et « un pari ».", [("La maire", "y voit", "une chance » et « un pari")]),
]


@pytest.mark.parametrize(
    ("text", "expected"), WRITTEN_THERE + NOBODY_IS_IL + IN_THEIR_WORDS + FOR_WHOM + BEHIND_A_RELATIVE
)
def test_what_is_written(text: str, expected: list[Found], extractor: Extractor) -> None:
    assert found_in(extractor, text) == expected
