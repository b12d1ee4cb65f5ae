"""Slips of spelling: « Fatmir Sejdiu », « Fatmir Sedjiu »."""

from __future__ import annotations

from quotetrack.lexicon.people import is_first_name, known_first_names
from quotetrack.lexicon.tables import fold
from quotetrack.sources.names import Name


def mended_name(name: Name, words: set[str]) -> str:
    """Return a name with its misspelt first name mended, if the document also has the right one: « Emmanel »."""
    first = name.words[0]
    if fold(first) in known_first_names() or len(first) < 5:
        return name.text
    for word in sorted(words):
        if word != first and is_first_name(word) and one_slip(fold(word), fold(first)):
            return " ".join([word, *name.words[1:]])
    return name.text


def same_but_for_a_slip(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether two full names differ by one slip in one word of five letters or more."""
    if len(left) != len(right):
        return False
    different = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    if fold(a) in known_first_names() and fold(b) in known_first_names():
        return False
    return len(a) >= 5 and len(b) >= 5 and a[0] == b[0] and one_slip(a, b)


def one_slip(a: str, b: str) -> bool:
    """Tell whether two words differ by one letter more, less, other, or by two neighbours changed round."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or rest_a[1:] == rest_b[1:]
        or (len(rest_a) > 1 and len(rest_b) > 1 and rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )
