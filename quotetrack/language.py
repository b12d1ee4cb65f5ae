"""Is this text French? A look at its commonest words, made once a document."""

from __future__ import annotations

import re

from quotetrack.lexicon.tables import word_class

FEWEST_WORDS = 40
"""Texts of fewer different words are taken for French: they are too short, or too odd, to tell."""

LEAST_SHARE = 0.02
"""Share of common French words below which a text is foreign; a paragraph of the press has 0.04 at least."""

_WORD = re.compile(r"[^\W\d_]+")


def is_french(text: str) -> bool:
    """Tell whether a text is in French, as far as its commonest words show.

    « Le maire et les élus ont voté pour une rocade … » has many of them, "The mayor and the council voted …" none.
    """
    words = _WORD.findall(text.lower())
    return len(set(words)) < FEWEST_WORDS or sum(
        word in word_class("french only") for word in words
    ) >= LEAST_SHARE * len(words)
