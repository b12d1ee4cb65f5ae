"""Can this word be the source of words? Names, roles, institutions and documents can; things cannot."""

from __future__ import annotations

from quotetrack.syntax import Sentence, Word


def can_speak(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word heads a mention that can be a source (« Macron », « le maire », « le rapport »)."""
    return word.upos == "PROPN"


def is_place(word: Word) -> bool:
    """Tell whether a word names a place where something is said (« à Londres »)."""
    return False
