"""The data files of the lexicon as rows, and the folding by which their words are looked up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from quotetrack.memory import NAMES, WORDS


def rows(name: str, columns: int) -> Iterator[tuple[str, ...]]:
    """Yield the lines of a data file, comments and blank lines left out, padded to a number of columns."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            yield tuple(cells + [""] * (columns - len(cells)))


@lru_cache(maxsize=WORDS)
def fold(text: str) -> str:
    """Return a text without case, accents or typographic apostrophes: « L’Élysée » → ``l'elysee``."""
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text.replace("’", "'").replace("œ", "oe").replace("Œ", "oe"))
    return "".join([c for c in flat if not unicodedata.combining(c)]).lower()


@lru_cache(maxsize=NAMES)
def plain(word: str) -> str:
    """Return a word in lower case with a straight apostrophe: « Qu’ » → ``qu'``."""
    return word.lower().replace("’", "'")


def with_elisions(text: str) -> list[str]:
    """Return the words of a text, elided ones with their apostrophe: « L’Écho d'ici » → L', Écho, d', ici."""
    return text.replace("’", "'").replace("'", "' ").split()


def without_apostrophes(text: str) -> list[str]:
    """Return the words of a text, parted at apostrophes: « L’Écho d'ici » → L, Écho, d, ici."""
    return text.replace("’", " ").replace("'", " ").split()


def word_class(name: str) -> frozenset[str]:
    """Return the words of a class of ``word_classes.tsv``, as written there.

    Raises:
        KeyError: if there is no such class.
    """
    return _word_classes()[name]


@cache
def _word_classes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, words in rows("word_classes.tsv", 2):
        found[name] = found.get(name, frozenset()) | frozenset(w.strip() for w in words.split(","))
    return found
