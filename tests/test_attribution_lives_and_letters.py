"""Turns met in obituaries, letters and small reports; the sentences are our own.

A row is a text and (source, cue, content, name) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Credited, credited_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

QUANT_TO = [
    (
        ("Odile Garnier a refusé la trêve. Quant à Gérard Muller, il a prévenu que la grève durerait."),
        [("il", "a prévenu", "la grève durerait", "Gérard Muller")],
    ),
    (
        "Le préfet a reçu les éleveurs. Quant à Luc Riou, il estime que rien n'a changé.",
        [("il", "estime", "rien n'a changé", "Luc Riou")],
    ),
    (
        ("Odile Garnier a reçu les délégués. Quant au préfet, il a rappelé que la route restait fermée."),
        [("il", "a rappelé", "la route restait fermée", "préfet")],
    ),
    (
        ("Odile Garnier a refusé la trêve. Quant à la route, elle a assuré qu'elle resterait fermée."),
        [("elle", "a assuré", "elle resterait fermée", "Odile Garnier")],
    ),
    (
        "Luc Riou a reçu les éleveurs. Il a prévenu que la grève durerait.",
        [("Il", "a prévenu", "la grève durerait", "Luc Riou")],
    ),
]
A_GESTURE_OF = [
    (
        "Le petit Riou, 18 ans, rougit. « Je n'ai rien fait. »",
        [("Le petit Riou, 18 ans", "—", "Je n'ai rien fait.", "Riou")],
    ),
    ("Luc Riou sourit. « On verra bien. »", [("Luc Riou", "—", "On verra bien.", "Luc Riou")]),
    (
        "La jeune Garnier hausse les épaules. « C'est ainsi. »",
        [("La jeune Garnier", "—", "C'est ainsi.", "Garnier")],
    ),
    ("Le Tursan verdit. « Défense d'entrer. »", [("—", "—", "Défense d'entrer.", "—")]),
    ("Le vieux moulin grince. « Défense d'entrer. »", [("—", "—", "Défense d'entrer.", "—")]),
]
A_HOUSE_WITH_ITS_CAPITAL = [
    (
        "Kerlaz a battu Vars dimanche. À la Ligue, on rappelle que le match sera rejoué.",
        [("on", "rappelle", "le match sera rejoué", "Ligue")],
    ),
    (
        "Kerlaz a battu Vars dimanche. Le Comité a indiqué que le match serait rejoué.",
        [("Le Comité", "a indiqué", "le match serait rejoué", "Comité")],
    ),
    (
        "Kerlaz a battu Vars dimanche. « Rien n'est joué », a indiqué le club.",
        [("le club", "a indiqué", "Rien n'est joué", "club")],
    ),
    (
        "L'Union des éleveurs a manifesté. « Rien n'est joué », a indiqué l'Union.",
        [("l'Union", "a indiqué", "Rien n'est joué", "Union des éleveurs")],
    ),
]
JUDGED_IN_MARKS = [
    (
        "Un élu, joint dimanche, juge la décision « indiscutable ».",
        [("Un élu", "juge", "la décision « indiscutable", "élu")],
    ),
    (
        "Le préfet, interrogé mardi, juge la mesure « tardive ».",
        [("Le préfet", "juge", "la mesure « tardive", "préfet")],
    ),
    (
        "Un élu local, joint dimanche, juge la route « impraticable ».",
        [("Un élu local", "juge", "la route « impraticable", "élu local")],
    ),
    (
        "« Rien ne presse », juge la patronne « la plus connue du port ».",
        [("la patronne", "juge", "Rien ne presse", "patronne")],
    ),
    ("« Rien ne presse », juge la maire.", [("la maire", "juge", "Rien ne presse", "maire")]),
]
A_MARKER_BEFORE_THE_WORDS = [
    (
        "Il quitte un vestiaire où, de l'aveu de son adjoint, « plus personne ne se parle ».",
        [("son adjoint", "de l'aveu de", "plus personne ne se parle", "adjoint")],
    ),
    (
        "Il habite une rue où, selon Odile Garnier, « rien ne va ».",
        [("Odile Garnier", "selon", "rien ne va", "Odile Garnier")],
    ),
    (
        "« La ville », a dit le maire, « change de visage ».",
        [("le maire", "a dit", "La ville », a dit le maire, « change de visage", "maire")],
    ),
    (
        "« La route », a dit Odile Garnier, et « le pont » seront fermés.",
        [("Odile Garnier", "a dit", "La route", "Odile Garnier")],
    ),
]
BETWEEN_TWO_COMMAS = [
    (
        ("Camus juge, dans une lettre oubliée, « insolent et nécessaire » le premier roman de Garnier."),
        [("Camus", "juge", "insolent et nécessaire", "Camus")],
    ),
    (
        "Odile Garnier évoque, devant les élus, « un gâchis ».",
        [("Odile Garnier", "évoque", "un gâchis", "Odile Garnier")],
    ),
    ("Le maire dénonce, une fois encore, un « gâchis ».", [("Le maire", "dénonce", "gâchis", "maire")]),
    (
        "Le maire dénonce un plan, une fois encore, « bâclé ».",
        [("Le maire", "dénonce", "un plan, une fois encore, « bâclé", "maire")],
    ),
]
BORN_SOMEWHERE = [
    (
        (
            "Odile Garnier est morte. Née à Oran, fille d'un docker, elle écrivait peu. « "
            "J'attendais », disait-elle."
        ),
        [("elle", "disait-elle", "J'attendais", "Odile Garnier")],
    ),
    (
        ("Luc Riou ne sort plus. Né en 1962 à Foix, fils d'un meunier, il écrit peu. « J'attends », dit-il."),
        [("il", "dit-il", "J'attends", "Luc Riou")],
    ),
    (
        "Luc Riou ne sort plus. Patron de bar, il écrit peu. « J'attends », dit-il.",
        [("il", "dit-il", "J'attends", "Luc Riou")],
    ),
    (
        "Elle a écrit à Garnier, maire de Vars. « Rien ne presse », a-t-il répondu.",
        [("il", "a-t-il répondu", "Rien ne presse", "Garnier")],
    ),
    (
        "Odile Garnier ne sort plus. Un patron de bar, lui, attend. « J'attends », dit-il.",
        [("il", "dit-il", "J'attends", "patron de bar")],
    ),
]
ONLY_CITED = [
    (
        (
            "Odile Garnier, morte mercredi, « laisse un roman », selon son éditrice, Paule "
            "Marchetti. Elle écrivait peu. « J'attendais », disait-elle."
        ),
        [
            (
                "son éditrice, Paule Marchetti",
                "selon",
                "Odile Garnier, morte mercredi, « laisse un roman",
                "Paule Marchetti",
            ),
            ("elle", "disait-elle", "J'attendais", "Odile Garnier"),
        ],
    ),
    (
        (
            "Odile Garnier a quitté la salle, selon Paule Marchetti. Elle n'est pas revenue. « "
            "J'étais lasse », dit-elle."
        ),
        [
            ("Paule Marchetti", "selon", "Odile Garnier a quitté la salle", "Paule Marchetti"),
            ("elle", "dit-elle", "J'étais lasse", "Odile Garnier"),
        ],
    ),
    (
        ("Odile Garnier « laisse un roman », selon Paule Marchetti. Elle ajoute que rien n'est perdu."),
        [
            ("Paule Marchetti", "selon", "Odile Garnier « laisse un roman", "Paule Marchetti"),
            ("Elle", "ajoute", "rien n'est perdu", "Paule Marchetti"),
        ],
    ),
    (
        ("La route est fermée, selon Paule Marchetti. Elle s'en étonne. « On l'attendait », dit-elle."),
        [
            ("Paule Marchetti", "selon", "La route est fermée", "Paule Marchetti"),
            ("elle", "dit-elle", "On l'attendait", "Paule Marchetti"),
        ],
    ),
]
WHERE_ONE_SAID_IT = [
    (
        ("La ville change, selon Odile Garnier, dans une tribune publiée dans « L'École des parents »."),
        [("Odile Garnier", "selon", "La ville change", "Odile Garnier")],
    ),
    (
        "La ville change, selon Odile Garnier dans un entretien à Ouest-France.",
        [("Odile Garnier", "selon", "La ville change", "Odile Garnier")],
    ),
    (
        "Selon Odile Garnier, dans un communiqué trouvé hier, le maire avouait tout.",
        [("Odile Garnier", "Selon", "le maire avouait tout", "Odile Garnier")],
    ),
    (
        "La preuve se trouve, selon Odile Garnier, dans une lettre du maire.",
        [
            (
                "Odile Garnier",
                "selon",
                "La preuve se trouve, selon Odile Garnier, dans une lettre du maire",
                "Odile Garnier",
            )
        ],
    ),
    (
        "Dans une interview, Odile Garnier appelle à « Une autre école ».",
        [("Odile Garnier", "appelle", "Une autre école", "Odile Garnier")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    QUANT_TO
    + A_GESTURE_OF
    + A_HOUSE_WITH_ITS_CAPITAL
    + JUDGED_IN_MARKS
    + A_MARKER_BEFORE_THE_WORDS
    + BETWEEN_TWO_COMMAS
    + BORN_SOMEWHERE
    + ONLY_CITED
    + WHERE_ONE_SAID_IT,
)
def test_lives_and_letters(extractor: Extractor, text: str, expected: Credited) -> None:
    assert credited_in(extractor, text) == expected
