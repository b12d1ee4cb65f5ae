"""Words in a paragraph of their own: whose they are, by the paragraph above or, where they open an article, below.

The sentences are our own. A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

BEHIND_A_DATELINE = [
    (
        "VARS (AFP) - « Nous avons tenu parole. »\n\nLa ministre du Logement, Anne Roux, a inauguré lundi la cité.",
        [("La ministre du Logement, Anne Roux", "—", "Nous avons tenu parole.")],
    ),
    (
        "LYON (Reuters) - Le préfet, Luc Morel, a visité lundi le chantier.\n\n« Le calendrier sera tenu. »",
        [("Le préfet, Luc Morel", "—", "Le calendrier sera tenu.")],
    ),
    (
        "VARS - « On nous a menti. »\n\nC'est par ces mots que le maire, Paul Petit, a accueilli la ministre.",
        [("le maire, Paul Petit", "—", "On nous a menti.")],
    ),
    (
        "TULLE/BRIVE (Reuters) – Le pont a cédé, a-t-on appris de source policière.",
        [("source policière", "a-t-on appris", "Le pont a cédé")],
    ),
    # A speaker and a dash, two teams: nobody's place.
    ("Jean Roux – « On ira jusqu'au bout du chemin. »", [("—", "—", "On ira jusqu'au bout du chemin.")]),
    (
        "Nantes - Lens (2-0) : « On a bien joué », a dit Paul Roux.",
        [("Paul Roux", "a dit", "On a bien joué")],
    ),
]
A_NEWCOMER_ABOVE = [
    (
        "Parmi les grévistes, Luc Morel, 54 ans, chauffeur de bus.\n\n« Je gagne moins qu'il y a dix ans. »",
        [("Luc Morel, 54 ans, chauffeur de bus", "—", "Je gagne moins qu'il y a dix ans.")],
    ),
    (
        "Sur le marché, on croise Anne Roux, fleuriste.\n\n« Je vends moins qu'il y a dix ans. »",
        [("Anne Roux, fleuriste", "—", "Je vends moins qu'il y a dix ans.")],
    ),
    (
        "C'est aussi l'avis de Paul Morel, directeur de l'hôpital.\n\n« Nous n'avons plus de lits. »",
        [("Paul Morel, directeur de l'hôpital", "—", "Nous n'avons plus de lits.")],
    ),
    (
        "Anne Roux a vendu ses bêtes. Elle en est malade.\n\n« On nous a menti du début à la fin. »",
        [("Elle", "—", "On nous a menti du début à la fin.")],
    ),
    (
        "Aucun signe de Marc Petit, le chauffeur, depuis lundi.\n\n« Nous le cherchons partout. »",
        [("—", "—", "Nous le cherchons partout.")],
    ),
    (
        "Un drame pour la fille de Marc Petit, maire de Vars.\n\n« Je n'ai plus de larmes. »",
        [("—", "—", "Je n'ai plus de larmes.")],
    ),
    (
        "Le ton est monté chez Marc Petit, maire de Vars, et Anne Roux, son adjointe.\n\n« Je pars ce soir. »",
        [("—", "—", "Je pars ce soir.")],
    ),
]
PRESENTED_BELOW = [
    (
        "« On nous a menti. »\n\nPaul Petit, éleveur à Vars, ne décolère pas depuis lundi.",
        [("Paul Petit, éleveur à Vars", "—", "On nous a menti.")],
    ),
    (
        "Les éleveurs en colère\n\n« Je n'ai plus rien. »\n\nPaul Petit, éleveur, montre son étable vide.",
        [("Paul Petit, éleveur", "—", "Je n'ai plus rien.")],
    ),
    (
        "« J'ai eu très peur. »\n\nAnne Roux, 32 ans, a été agressée lundi.",
        [("Anne Roux, 32 ans", "—", "J'ai eu très peur.")],
    ),
    (
        "« Il avait un couteau dans la main. »\n\nPaul Petit, 32 ans, a été arrêté lundi.",
        [("—", "—", "Il avait un couteau dans la main.")],
    ),
    (
        "« On nous a menti. » Devant la ferme barricadée, les voisins ne cachent pas leur amertume.\n\nLa maire, Anne "
        "Roux, plaide la fatalité.",
        [("—", "—", "On nous a menti.")],
    ),
    (
        "« On nous a menti. »\n\nLa mairie a été fermée lundi.",
        [("—", "—", "On nous a menti.")],
    ),
]

SIGNED_BEHIND_A_COMMA = [
    (
        "« C'est ce pouvoir qui refuse le moindre changement », Luc ROUX\n\nL'ancien ministre a lancé un appel.",
        [("Luc ROUX", "—", "C'est ce pouvoir qui refuse le moindre changement")],
    ),
    ("« Les Oubliés du quai », Luc Roux\n\nL'ancien ministre a lu le livre.", []),
]


@pytest.mark.parametrize(
    ("text", "expected"), BEHIND_A_DATELINE + A_NEWCOMER_ABOVE + PRESENTED_BELOW + SIGNED_BEHIND_A_COMMA
)
def test_whose_words_stand_alone(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
