"""Who goes on without a name: « la même source », « Il ajoute » behind a paper; names behind participles.

A row is a text with its source mentions marked, and the names that they mean.
"""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

THE_SAME_SOURCE = [
    (
        "« Les trains rouleront », a dit [[la SNCB]]. Le retour sera lent, selon [[la même source]].",
        ["SNCB"] * 2,
    ),
    (
        "« Ils sont deux », a dit [[le parquet]]. « Ils sont armés », a ajouté [[la même source]].",
        ["parquet"] * 2,
    ),
    (
        "Ils sont deux, selon [[une source policière]]. Ils sont armés, selon [[la même source]].",
        ["source policière"] * 2,
    ),
    ("Selon [[la même source]], ils sont armés.", ["même source"]),
    (
        "« Ils sont deux », a dit [[Luc Roux]]. Selon [[cette source]], ils sont armés.",
        ["Luc Roux", "source"],
    ),
]
PAPERS = [
    ("« Tout est prêt », explique [[un communiqué]]. [[Il]] ajoute que tout ira bien.", ["communiqué"] * 2),
    ("« Tout est prêt », explique [[une note]]. [[Elle]] ajoute que tout ira bien.", ["note"] * 2),
    (
        "« Oui », dit [[la ministre]]. « Tout est prêt », explique [[une note]]. [[Elle]] ajoute que tout ira bien.",
        ["ministre", "note", "ministre"],
    ),
    ("« Tout est prêt », explique [[une note]]. [[Il]] ajoute que tout ira bien.", ["note", None]),
]
AFTER_A_STOP = [
    ("« Non », dit [[Anne Roux]]. [[Qui]] ajoute que tout ira bien.", ["Anne Roux"] * 2),
]
BEHIND_A_PARTICIPLE = [
    (
        "« Non », a dit [[le ministre des Douanes et des Vardaniens résidant à l'étranger, M. Karim Balta]].",
        ["Karim Balta"],
    ),
    ("[[La présidente de la commission ayant rédigé le rapport, Anne Roux]], a dit « non ».", ["Anne Roux"]),
    ("Le maire étant absent, [[Luc Roux]] a dit « non ». [[Le maire]] a dit « oui ».", ["Luc Roux", "maire"]),
]

TWO_ROLES_OF_ONE = [
    (
        "C'est ce qu'a annoncé à la presse Nguon Quoc Dang, vice-ministre des Eaux et secrétaire général du comité. La "
        "tâche sera lourde, a-t-[[il]] souligné.",
        ["Nguon Quoc Dang"],
    ),
    (
        "La maire a reçu Luc Roux, député et président du club. « Oui », dit [[le président du club]].",
        ["Luc Roux"],
    ),
    (
        "La maire a reçu Luc Roux, député, et le président du club. « Oui », dit [[le président du club]].",
        ["président du club"],
    ),
]
LONG_PORTFOLIOS = [
    (
        "Tout va bien, selon [[le ministre de l'Intérieur, des Sports et de l'Eau, Kamel Beldi]].",
        ["Kamel Beldi"],
    ),
    ("« Oui », a dit [[le ministre de l'Intérieur]], de retour de Paris.", ["ministre de l'Intérieur"]),
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    THE_SAME_SOURCE + PAPERS + AFTER_A_STOP + BEHIND_A_PARTICIPLE + TWO_ROLES_OF_ONE + LONG_PORTFOLIOS,
)
def test_who_goes_on(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
