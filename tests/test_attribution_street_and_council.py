"""Turns of the street and the town council, met in articles that no rule was written for; the sentences are our own.

A row is a text and (source, cue, content) of each of its quotes.
"""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

WHAT_HE_ONLY_DID = [
    ("Jean Rey, 40 ans, a anticipé en prenant « deux heures d'avance » pour venir.", []),
    ("La maire a répondu en coupant « le cordon du pont ».", []),
    (
        "Les salariés ont bloqué le site, en exigeant « une hausse immédiate ».",
        [("Les salariés", "exigeant", "une hausse immédiate")],
    ),
    ("Le maire a évoqué « une belle journée ».", [("Le maire", "a évoqué", "une belle journée")]),
    (
        "Le préfet a dénoncé « un coup bas » en quittant la salle.",
        [("Le préfet", "a dénoncé", "un coup bas")],
    ),
]
THE_SAME_MESSAGE = [
    (
        "La présidente de la métropole, qui brigue ce secteur, martèle le même message : « Le choix est simple. »",
        [("La présidente de la métropole", "martèle", "Le choix est simple.")],
    ),
    (
        "Le maire, fatigué, lance un dernier avertissement : « Il faudra payer. »",
        [("Le maire", "lance un dernier avertissement", "Il faudra payer.")],
    ),
    (
        "Anne Rey, émue, répète ce mot d'ordre : « On ne lâche rien. »",
        [("Anne Rey", "répète", "On ne lâche rien.")],
    ),
    (
        "La route, martèle le maire, rouvrira : tout est prêt.",
        [("le maire", "martèle", "La route, martèle le maire, rouvrira : tout est prêt")],
    ),
    ("Le choix est simple, martèle le maire.", [("le maire", "martèle", "Le choix est simple")]),
]
SOME_OF_THEM = [
    ("« Pour faire nombre », persiflent certains.", [("certains", "persiflent", "Pour faire nombre")]),
    (
        "Le défilé commence, « à un accroc près », grincent certains.",
        [("certains", "grincent", "Le défilé commence, « à un accroc près")],
    ),
    ("« C'est la ruine », soupirent beaucoup.", [("beaucoup", "soupirent", "C'est la ruine")]),
    (
        "« C'est la ruine », soupirent certains éleveurs.",
        [("certains éleveurs", "soupirent", "C'est la ruine")],
    ),
    ("« C'est la ruine », dit le maire à certains.", [("le maire", "dit", "C'est la ruine")]),
]

WHAT_HAPPENS_TO_THEM = [
    ("Pour Julie Rey, la journée commence à cinq heures.", []),
    ("Pour Luc Petit, tout a basculé en mai.", []),
    ("Pour Anne Roux, l'aventure s'arrête là.", []),
    ("Pour Luc Petit, le texte va trop loin.", [("Luc Petit", "Pour", "le texte va trop loin")]),
    (
        "Pour la maire, la journée de grève est « une honte ».",
        [("la maire", "Pour", "la journée de grève est « une honte")],
    ),
]
NO_THING_SAYS_IT = [
    ("Le patron du bar du boulevard où le chantier a débuté : « On attend. »", [("—", "—", "On attend.")]),
    (
        "La maire, qui a pris la parole, a prévenu : « On attend. »",
        [("La maire", "a prévenu", "On attend.")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    WHAT_HE_ONLY_DID + THE_SAME_MESSAGE + SOME_OF_THEM + WHAT_HAPPENS_TO_THEM + NO_THING_SAYS_IT,
)
def test_a_turn_of_the_street_and_the_council(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
