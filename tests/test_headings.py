"""Headlines and intertitles with marked words: whose they are, if the article tells."""

from __future__ import annotations

import pytest

from quotetrack.documents import parse_document
from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models


def first_quote(extractor: Extractor, text: str) -> tuple[str, str, str | None] | None:
    """Return construction, words and speaker of what the first paragraph quotes."""
    extraction = extractor.extract(parse_document("x", text))
    end = text.index("\n\n")
    return next(
        (
            (q.rule, q.content.of(text), q.speaker.name if q.speaker else None)
            for q in extraction.quotes
            if q.content.end <= end
        ),
        None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Portugal : « Nous tiendrons bon »\n\n« Nous tiendrons bon », promet la ministre Ana Silva.",
            ("headline", "Nous tiendrons bon", "Ana Silva"),
        ),
        (
            "Digue de Kermor : « un chantier bâclé »\n\nPour l'ingénieur Yann Le Goff, c'est « un chantier bâclé ».",
            ("headline", "un chantier bâclé", "Yann Le Goff"),
        ),
        (
            "« Qui va payer ? »\n\nLes élus attendent. « Qui va payer ? Pas nous », lance une élue, Anne Petit.",
            ("heading", "Qui va payer ?", "Anne Petit"),
        ),
        # Nobody says it below, so nobody is named.
        (
            "Grève des bacs : « une île coupée du monde »\n\nLe maire, Paul Roux, est furieux. La mer monte.",
            ("headline", "une île coupée du monde", None),
        ),
        # A person in front of the colon speaks.
        (
            "Anne Petit : « Je reste »\n\nLa maire de Nantes ne se représentera pas ailleurs.",
            ("name_colon", "Je reste", "Anne Petit"),
        ),
    ],
)
def test_who_says_the_words_of_a_headline(
    extractor: Extractor, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert first_quote(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le nouveau slogan : « Mangez mieux »\n\nLa marque a changé ses affiches.",
        "Au théâtre : la pièce « Le Pont »\n\nLa salle était pleine hier soir.",
    ],
)
def test_what_a_headline_names_is_no_speech(extractor: Extractor, text: str) -> None:
    assert first_quote(extractor, text) is None
