"""Acronyms and what they stand for, as the document itself tells."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.lexicon.tables import fold
from quotetrack.sources.names import Name
from quotetrack.sources.tokens import Token, text_of
from quotetrack.sources.words import FUNCTION_WORDS


def find_expansions(tokens: Sequence[Token]) -> dict[str, str]:
    """Return the acronyms that the text explains in parentheses, either way round.

    « Rassemblement national des indépendants (RNI) », « RNI (Rassemblement national des indépendants) ». The words are
    found by their initials, as in Schwartz & Hearst (2003), small words skipped.
    """
    found: dict[str, str] = {}
    for at in [t.index for t in tokens[1:] if t.text == "("]:
        if at + 2 < len(tokens) and tokens[at + 1].acronym and tokens[at + 2].text in {")", ","}:
            first = _initials_before(tokens, at - 1, tokens[at + 1].text)
            if first is not None:
                found.setdefault(tokens[at + 1].text, text_of(tokens, first, at - 1))
        elif tokens[at - 1].acronym:
            close = next((i for i in range(at, min(at + 12, len(tokens))) if tokens[i].text == ")"), None)
            if close is not None and _initials_before(tokens, close - 1, tokens[at - 1].text) == at + 1:
                found.setdefault(tokens[at - 1].text, text_of(tokens, at + 1, close - 1))
    return found


def implied_expansions(names: Sequence[Name]) -> dict[str, str]:
    """Return the acronyms whose letters begin the words of exactly one organisation of the text: « PS », « BCG »."""
    long = {n.text: n for n in names if n.kind == "organisation" and (len(n.words) > 1 or "-" in n.text)}
    by_initials: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for name in names:
        if len(name.words) != 1 or not name.text.isupper() or not 2 <= len(name.text) <= 8:
            continue
        if not by_initials:
            for text, n in long.items():
                by_initials.setdefault(_initials(n.words), []).append(text)
        fits = by_initials.get(fold(name.text), ())
        if len(fits) == 1:
            found[name.text] = fits[0]
    return found


def _initials(words: Sequence[str]) -> str:
    return "".join(
        fold(part)[0] for w in words for part in w.split("-") if part and fold(w) not in FUNCTION_WORDS
    )


def _initials_before(tokens: Sequence[Token], last: int, acronym: str) -> int | None:
    """Return the index of the word where a name with these initials begins, its last word being ``last``."""
    letters = [c for c in fold(acronym) if c.isalpha()]
    at = last
    first = None
    while letters and at >= 0 and last - at < 12:
        token = tokens[at]
        if not token.is_word or token.paragraph != tokens[last].paragraph:
            return None
        parts = [p for p in token.folded.split("-") if p]
        if token.folded not in FUNCTION_WORDS:
            for part in reversed(parts):
                if letters and part.startswith(letters[-1]):
                    letters.pop()
                    first = at
        elif letters and token.folded[0] == letters[-1] and len(letters) == 1:
            return None
        at -= 1
    return (
        first
        if not letters and first is not None and tokens[first].capital
        else first
        if not letters
        else None
    )
