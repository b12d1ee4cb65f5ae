"""« Mon père », inside somebody's words, is named as whose father he is."""

from __future__ import annotations

import pytest

from quotetrack.documents import parse_document
from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« Mon père m'a dit : « Reste » », raconte Anne Roux.", "père d'Anne Roux"),
        ("« Ma voisine a crié « au feu » », se souvient Luc Petit.", "voisine de Luc Petit"),
        (
            "« Mes collègues me répètent que c'est fini », soupire Karim Haddad. Il attend.",
            "collègues de Karim Haddad",
        ),
        # Nobody is named whose mother she is; « notre » is said by many; the capital tells who « mon ami » is.
        ("« Ma mère m'a dit : « Reste » », raconte un témoin.", "mère"),
        ("« Notre directeur nous a dit : « Restez » », raconte Anne Roux.", "directeur"),
        ("« Mon ami Paul Rey m'a dit : « Reste » », raconte Anne Roux.", "Paul Rey"),
    ],
)
def test_people_are_named_by_whose_they_are(text: str, name: str, extractor: Extractor) -> None:
    found = extractor.extract(parse_document("example", text))
    inner = [q for q in found.quotes if q.via is not None]
    assert [q.speaker.name if q.speaker else None for q in inner] == [name]
