"""Words as they count when two quotes are compared: typography, case, accents and elisions folded away.

    fold("« L’Élysée a versé 1 000 € »") → l elysee a verse 1000 euros

Each folded word remembers where it stands in the text, so that a difference can be shown in the printed
words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from quotetrack.claims.numbers import NUMERALS, spelled_number
from quotetrack.memory import WORDS
from quotetrack.model import Span


class Word(NamedTuple):
    """One word of a text as it counts in comparisons.

    Attributes:
        form: the folded word: lower case, no accents, numbers in digits.
        start, end: where it stands in the text.
        capital: it starts with a capital that no beginning of a sentence explains: probably a name.
        gap: words may be missing before it: the text has « […] », « (…) » or an editor's [words] there.
    """

    form: str
    start: int
    end: int
    capital: bool = False
    gap: bool = False


# A named tuple from a tuple, without the call into Python that makes one from its fields: there is one for each word.
_word: Callable[[tuple[str, int, int, bool, bool]], Word] = partial(tuple.__new__, Word)


def fold(text: str, without: Sequence[Span] = ()) -> tuple[Word, ...]:
    """Return the folded words of ``text``, in order.

    Words inside ``without`` are left out, and so are the editor's: « Il [le ministre] part » is « il part »,
    with a gap before « part ».
    """
    return tuple(_with_numbers(_words(text, without)))


def fold_word(word: str) -> str:
    """Return a word in lower case without accents, ligatures, soft hyphens: « Œuvre » → « oeuvre »."""
    if word.isascii():
        return word.lower()
    plain = word.casefold().translate(_LIGATURES)
    return "".join([c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)])


# Soft hyphen, zero-width space, word joiner and byte-order mark print as nothing.
_LIGATURES = {
    ord("œ"): "oe",
    ord("æ"): "ae",
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")),
}

# Letters, combining accents, and characters that print as nothing.
_LETTERS = r"[A-Za-zªµºÀ-ÖØ-öø-ʯ\u0300-\u1fff\u3040-\ud7ff\uf900-\ufdff\u00ad\u200b-\u200d\u2060\ufeff]+"
_SPACES = " \u00a0\u2009\u202f"
_TOKEN = re.compile(
    rf"({_LETTERS})"
    rf"|(\d{{1,3}}(?:[{_SPACES}.]\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"
    r"|([.!?…:])"
    r"|([%€$£])"
    r"|([\[(]\s*(?i:sic|ndlr)\s*[\])])"
    r"|(\[[^\[\]]{0,120}\]|\(\s*(?:…|\.\.\.)\s*\))"
)
_WORD, _NUMBER, _STOP, _UNIT, _NOTE, _GAP = range(1, 7)
_UNITS = {"%": "%", "€": "euros", "$": "dollars", "£": "livres"}


def _words(text: str, without: Sequence[Span]) -> list[Word]:
    found: list[Word] = []
    starts_sentence, gap = True, False
    for token in _TOKEN.finditer(text):
        kind = token.lastindex
        if kind == _STOP:
            starts_sentence = True
            continue
        if kind == _NOTE:  # « [sic] » leaves nothing out
            continue
        start, end = token.span()
        if kind == _GAP or (without and any(hole.start <= start and end <= hole.end for hole in without)):
            gap = True
            continue
        form, capital = _folded(text[start:end]) if kind == _WORD else (_number(kind, token[0]), False)
        if form:
            found.append(_word((form, start, end, capital and not starts_sentence, gap)))
            starts_sentence = gap = False
    return found


@lru_cache(maxsize=WORDS)
def _folded(printed: str) -> tuple[str, bool]:
    """Return a folded word, and whether it is printed with a capital."""
    return fold_word(printed), printed[0].isupper()


def _number(kind: int | None, printed: str) -> str:
    return _UNITS[printed] if kind == _UNIT else _plain_number(printed)


def _plain_number(printed: str) -> str:
    """« 1 000,50 » and « 1.000,50 » → « 1000,5 »; « 3.5 » → « 3,5 »."""
    joined = re.sub(f"[{_SPACES}]", "", printed)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", joined):
        joined = joined.replace(".", "")
    whole, _, decimals = joined.replace(".", ",").partition(",")
    decimals = decimals.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole},{decimals}" if decimals else whole


def _with_numbers(words: list[Word]) -> list[Word]:
    """Write spelled numbers in digits and « pour cent » as %: « vingt-deux pour cent » → « 22 % »."""
    if NUMERALS.isdisjoint([word[0] for word in words]):
        return words
    folded: list[Word] = []
    position = 0
    while position < len(words):
        number, length = spelled_number(words, position)
        if not length:
            folded.append(words[position])
            position += 1
            continue
        first, last = words[position], words[position + length - 1]
        folded.append(Word(number, first.start, last.end, first.capital, first.gap))
        position += length
    return folded
