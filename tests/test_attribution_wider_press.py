"""Turns met in a second set of articles of other genres; the sentences are our own.

A row is a text and (source, cue, content, name) of each of its quotes; « — » stands for nothing there.
"""

from __future__ import annotations

import pytest
from test_attribution import Credited, credited_in

from quotetrack.documents import parse_document
from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

WHERE_ONE_SAID_IT = [
    (
        (
            "« Je ne dirai rien, a déclaré l’entraîneur, dans une conférence de presse "
            "retranscrite sur le site du club. La semaine a été longue. »"
        ),
        [
            (
                "l’entraîneur",
                "a déclaré",
                (
                    "Je ne dirai rien, a déclaré l’entraîneur, dans une conférence de presse retranscrite "
                    "sur le site du club. La semaine a été longue."
                ),
                "entraîneur",
            )
        ],
    ),
    (
        "« La ligne fermera, a confié le ministre, sur RMC. Nul ne la prend plus. »",
        [
            (
                "le ministre",
                "a confié",
                "La ligne fermera, a confié le ministre, sur RMC. Nul ne la prend plus.",
                "ministre",
            )
        ],
    ),
    (
        "« Je pars, a dit le maire, lors d'un entretien à la radio. La ville changera. »",
        [
            (
                "le maire",
                "a dit",
                "Je pars, a dit le maire, lors d'un entretien à la radio. La ville changera.",
                "maire",
            )
        ],
    ),
    (
        "« Je pars, a dit le maire, dans un mois. La ville changera. »",
        [("le maire", "a dit", "Je pars, a dit le maire, dans un mois. La ville changera.", "maire")],
    ),
    (
        ("« La ligne, a confié le ministre, sur laquelle tout repose, fermera. Nul ne la prend plus. »"),
        [
            (
                "le ministre",
                "a confié",
                ("La ligne, a confié le ministre, sur laquelle tout repose, fermera. Nul ne la prend plus."),
                "ministre",
            )
        ],
    ),
]
BEHIND_PAPERS = [
    (
        (
            "Un séisme qui ne laisse pas indifférents les journaux belges, comme « Le Soir », qui "
            "rappelle que l'affaire avait éclaté en décembre."
        ),
        [("Le Soir", "rappelle", "l'affaire avait éclaté en décembre", "Le Soir")],
    ),
    (
        "« On coule » titre Le Courrier pour qui « les jeux sont faits ».",
        [
            ("Le Courrier", "titre", "On coule", "Le Courrier"),
            ("Le Courrier", "pour", "les jeux sont faits", "Le Courrier"),
        ],
    ),
    (
        "Le Figaro, pour qui « les jeux sont faits », ne fait pas campagne.",
        [("Le Figaro", "pour", "les jeux sont faits", "Le Figaro")],
    ),
    (
        "Le maire, selon qui la digue cédera, a quitté la salle.",
        [("Le maire", "selon", "la digue cédera", "maire")],
    ),
    (
        "Le maire se méfie, selon qui la digue, trop vieille, cédera.",
        [("Le maire", "selon", "la digue, trop vieille, cédera", "maire")],
    ),
    ("« Mea culpa », titre que l'on retrouve en Une de « La Gazette du Val ».", []),
    ("Il a voté pour le maire pour qui « il a de l'estime ».", []),
]
WORDS_OF = [
    (
        "Restent les mots de Luc Roux « on verra bien, rien ne presse » et le silence.",
        [("Luc Roux", "mots", "on verra bien, rien ne presse", "Luc Roux")],
    ),
    (
        ("En témoignent les propos de Julien Sabry en conclusion « c'était super, je vais m'en rappeler »."),
        [("Julien Sabry", "propos", "c'était super, je vais m'en rappeler", "Julien Sabry")],
    ),
    (
        "Le discours du patron du club a changé hier : « Je n'ai rien imposé. »",
        [("patron du club", "—", "Je n'ai rien imposé.", "patron du club")],
    ),
    ("Le mot de passe « 1234 » du serveur a fuité.", []),
    ("Le discours du maire a été hué par la foule.", []),
]
WHAT_ELSE_ONE_SAID = [
    (
        (
            "« Elle a été arrêtée », a déclaré le juge, précisant par la suite qu'elle avait des « "
            "antécédents psychiatriques »."
        ),
        [
            ("le juge", "a déclaré", "Elle a été arrêtée", "juge"),
            ("le juge", "précisant", "elle avait des « antécédents psychiatriques", "juge"),
        ],
    ),
    (
        ("Une source a ajouté qu'elle était en conflit avec son voisin et s'était disputée avec lui."),
        [
            (
                "Une source",
                "a ajouté",
                "elle était en conflit avec son voisin et s'était disputée avec lui",
                "source",
            )
        ],
    ),
    ("Le maire a dit qu'il partait et a remercié la foule.", [("Le maire", "a dit", "il partait", "maire")]),
]
A_COMMA_LACKING = [
    (
        (
            "Bruno Salvi, le coach des Gones est revenu sur cette histoire.\n\n« J’ai besoin d’un "
            "groupe solidaire », a indiqué le technicien."
        ),
        [("le technicien", "a indiqué", "J’ai besoin d’un groupe solidaire", "Bruno Salvi")],
    ),
    (
        ("Odile Garnier, la maire de Vars a quitté la salle. « Rien n'est joué », a indiqué la maire."),
        [("la maire", "a indiqué", "Rien n'est joué", "Odile Garnier")],
    ),
    (
        "Paul Vasseur, l'éleveur du Val n'a plus de foin. « Rien ne pousse », soupire l'éleveur.",
        [("l'éleveur", "soupire", "Rien ne pousse", "Paul Vasseur")],
    ),
    (
        ("Selon Odile Garnier, la maire de Vars a quitté la salle. « Rien n'est joué », a indiqué la maire."),
        [
            ("Odile Garnier", "Selon", "la maire de Vars a quitté la salle", "Odile Garnier"),
            ("la maire", "a indiqué", "Rien n'est joué", "maire de Vars"),
        ],
    ),
    (
        ("Odile Garnier, le maire de Vars a quitté la salle. « Rien n'est joué », a indiqué le maire."),
        [("le maire", "a indiqué", "Rien n'est joué", "maire de Vars")],
    ),
]
PLACES_RUN_NOTHING = [
    (
        (
            "Dans le Tursan, les vendanges sont pauvres\n\nAlors que la machine sillonne les "
            "vignes, Jean-Michel Viot jette un œil sur ses plants. « On voit un mur de grappes », "
            "montre l'exploitant."
        ),
        [("l'exploitant", "montre", "On voit un mur de grappes", "exploitant")],
    ),
    (
        "Norvia a perdu des clients. « Nous restons confiants », assure l'exploitant.",
        [("l'exploitant", "assure", "Nous restons confiants", "Norvia")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    WHERE_ONE_SAID_IT + BEHIND_PAPERS + WORDS_OF + WHAT_ELSE_ONE_SAID + A_COMMA_LACKING + PLACES_RUN_NOTHING,
)
def test_wider_press(extractor: Extractor, text: str, expected: Credited) -> None:
    assert credited_in(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "« Je pars, a dit le maire, lors d'un entretien à la radio. La ville changera. »",
            ["Je pars", "La ville changera."],
        ),
        (
            "« La ligne fermera, a confié le ministre, sur RMC. Nul ne la prend plus. »",
            ["La ligne fermera", "Nul ne la prend plus."],
        ),
        (
            "« Je me tais, a dit la maire, devant la presse. La ville changera. »",
            ["Je me tais", "La ville changera."],
        ),
        (
            "« Je pars, a dit le maire, dans un mois. La ville changera. »",
            ["Je pars", "dans un mois. La ville changera."],
        ),
        (
            "« La ligne, a confié le ministre, sur laquelle tout repose, fermera. »",
            ["La ligne", "sur laquelle tout repose, fermera."],
        ),
    ],
)
def test_where_one_said_it_is_no_part_of_the_words(extractor: Extractor, text: str, words: list[str]) -> None:
    (quote,) = extractor.extract(parse_document("x", text)).quotes
    assert [span.of(text) for span in quote.verbatim] == words
