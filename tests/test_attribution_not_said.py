"""What nobody said, though a verb of saying stands there, and what was said though it is negated; sentences our own.

A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

HELD_BACK = [
    ("Le maire a failli dire que le pont était sûr.", []),
    ("Le préfet a interdit au maire d'affirmer que le pont était sûr.", []),
    ("Il est interdit de dire que le pont est fermé.", []),
    ("Le maire hésite à dire que le pont est fermé.", []),
    (
        "Loin d'affirmer que le pont est sûr, le maire appelle à la prudence.",
        [("le maire", "appelle", "la prudence")],
    ),
    (
        "Impossible de dire si le pont tiendra, selon l'expert.",
        [("l'expert", "selon", "Impossible de dire si le pont tiendra")],
    ),
]
SAID_ALL_THE_SAME = [
    ("Le maire n'hésite pas à dire que le pont est fermé.", [("Le maire", "dire", "le pont est fermé")]),
    (
        "La maire n'a pas oublié de dire que le pont était fermé.",
        [("La maire", "dire", "le pont était fermé")],
    ),
    ("Le maire ne cesse de répéter que le pont est fermé.", [("Le maire", "répéter", "le pont est fermé")]),
    (
        "Si le maire assure que le pont est sûr, les habitants doutent.",
        [("le maire", "assure", "le pont est sûr")],
    ),
]
DENIED = [
    (
        "Le maire conteste avoir dit que le pont était sûr.",
        [("Le maire", "conteste", "avoir dit que le pont était sûr")],
    ),
    (
        "Le maire a reconnu ne pas avoir dit que le pont était fermé.",
        [("Le maire", "a reconnu", "ne pas avoir dit que le pont était fermé")],
    ),
    (
        "Le maire a reconnu avoir dit que le pont était fermé.",
        [
            ("Le maire", "a reconnu", "avoir dit que le pont était fermé"),
            ("Le maire", "avoir dit", "le pont était fermé"),
        ],
    ),
]
HEARD = [
    (
        "La rescapée se souvient d'avoir entendu crier « au feu ».",
        [("La rescapée", "se souvient", "avoir entendu crier « au feu")],
    ),
    ("Le gardien a entendu hurler « à l'assassin ».", []),
    (
        "Le gardien a vu le maire jurer que le pont tiendrait.",
        [("le maire", "jurer", "le pont tiendrait")],
    ),
    (
        "La voisine a entendu Luc Roux affirmer que le pont tiendrait.",
        [("Luc Roux", "affirmer", "le pont tiendrait")],
    ),
    ("Le maire entend « rester ferme ».", [("Le maire", "entend", "rester ferme")]),
    (
        "Le maire a demandé à affirmer devant le juge que le pont tiendrait.",
        [("Le maire", "a demandé", "affirmer devant le juge que le pont tiendrait")],
    ),
]
SET_APART = [
    ("La mairie, elle, assure que le pont tiendra.", [("La mairie", "assure", "le pont tiendra")]),
    ("Les pompiers, eux, parlent d'un « miracle ».", [("Les pompiers", "parlent", "miracle")]),
    ("Le préfet, lui, a promis que le pont tiendrait.", [("Le préfet", "a promis", "le pont tiendrait")]),
    (
        "La patronne, elle-même infirmière, affirme que le pont tiendra.",
        [("La patronne, elle-même infirmière", "affirme", "le pont tiendra")],
    ),
    (
        "La maire et son adjoint, Luc Roux, assurent que le pont tiendra.",
        [("La maire et son adjoint, Luc Roux", "assurent", "le pont tiendra")],
    ),
]
SOME_TIME_AGO = [
    (
        "Le maire, qui disait il y a un mois que le pont était sûr, se tait.",
        [("Le maire", "disait", "le pont était sûr")],
    ),
    ("Le maire a dit il y a deux ans que le pont fermerait.", [("Le maire", "a dit", "le pont fermerait")]),
    ("Le maire a assuré, il y a une semaine, que tout irait.", [("Le maire", "a assuré", "tout irait")]),
    ("Le maire dit qu'il y a un mois de retard.", [("Le maire", "dit", "il y a un mois de retard")]),
]
FOR_AND_AGAINST = [
    (
        "Le texte est adopté. « Une victoire », pour la majorité. « Un déni », pour l'opposition.",
        [("la majorité", "pour", "Une victoire"), ("l'opposition", "pour", "Un déni")],
    ),
    (
        "Ils étaient 2 000 dans la rue, d'après les syndicats (800 selon la police).",
        [("les syndicats", "d'après", "Ils étaient 2 000 dans la rue"), ("la police", "selon", "800")],
    ),
    (
        "Le cortège a réuni 2 000 personnes selon les syndicats (800 selon la police).",
        [("les syndicats", "selon", "Le cortège a réuni 2 000 personnes"), ("la police", "selon", "800")],
    ),
    ("Il a reçu le « grand prix » pour la majorité des juges.", []),
    ("Le pont (de 1930) sera rasé, selon le maire.", [("le maire", "selon", "Le pont (de 1930) sera rasé")]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    HELD_BACK + SAID_ALL_THE_SAME + DENIED + HEARD + SET_APART + SOME_TIME_AGO + FOR_AND_AGAINST,
)
def test_what_was_said(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
