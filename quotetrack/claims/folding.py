"""Words as they count when two quotes are compared: typography, case, accents and elisions folded away.

    fold("« L’Élysée a versé 1 000 € »") → l elysee a verse 1000 euros

Each folded word remembers where it stands in the text, so that a difference can be shown in the printed
words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from quotetrack.claims.numbers import spelled_number
from quotetrack.model import Span


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text as it counts in comparisons.

    Attributes:
        form: the folded word: lower case, no accents, numbers in digits.
        span: where it stands in the text.
        capital: it starts with a capital that no beginning of a sentence explains: probably a name.
        gap: words may be missing before it: the text has « […] », « (…) » or an editor's [words] there.
    """

    form: str
    span: Span
    capital: bool = False
    gap: bool = False


def fold(text: str, spans: Sequence[Span] | None = None, without: Sequence[Span] = ()) -> tuple[Word, ...]:
    """Return the folded words of ``text`` inside ``spans`` (all of it by default), in text order.

    Words inside ``without`` are left out, and so are the editor's: « Il [le ministre] part » is « il part »,
    with a gap before « part ».
    """
    words: list[Word] = []
    for stretch in spans if spans is not None else (Span(0, len(text)),):
        words.extend(_words(text, stretch, without))
    return tuple(_with_numbers(words))


def fold_word(word: str) -> str:
    """Return a word in lower case without accents, ligatures, soft hyphens: « Œuvre » → « oeuvre »."""
    return _fold_word(word)


@lru_cache(maxsize=100_000)
def _fold_word(word: str) -> str:
    plain = word.casefold().translate(_LIGATURES)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


# Soft hyphen, zero-width space, word joiner and byte-order mark print as nothing.
_LIGATURES = {
    ord("œ"): "oe",
    ord("æ"): "ae",
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")),
}

_TOKEN = regex.compile(
    r"""
      (?P<gap>   \[ [^\[\]]{0,120} \] | \( \s* (?:…|\.\.\.) \s* \) )
    | (?P<number> \d{1,3} (?: [\ \u00a0\u2009\u202f.] \d{3} )+ (?!\d) (?: ,\d+ )? | \d+ (?: [.,] \d+ )? )
    | (?P<word>  [\p{L}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+ )
    | (?P<unit>  [%€$£] )
    | (?P<stop>  [.!?…:] )
    """,
    regex.VERBOSE,
)
_UNITS = {"%": "%", "€": "euros", "$": "dollars", "£": "livres"}


def _words(text: str, stretch: Span, without: Sequence[Span]) -> list[Word]:
    found: list[Word] = []
    starts_sentence, gap = True, False
    for token in _TOKEN.finditer(text, stretch.start, stretch.end):
        span = Span(*token.span())
        printed = token.group()
        kind = token.lastgroup
        if kind == "gap" or (without and any(hole.contains(span) for hole in without)):
            gap = True
            continue
        if kind == "stop":
            starts_sentence = True
            continue
        if kind == "word":
            form = _fold_word(printed)
            if not form:
                continue
            capital = not starts_sentence and printed[0].isupper()
        else:
            form = _UNITS[printed] if kind == "unit" else _plain_number(printed)
            capital = False
        found.append(Word(form, span, capital, gap))
        starts_sentence, gap = False, False
    return found


def _plain_number(printed: str) -> str:
    """« 1 000,50 » and « 1.000,50 » → « 1000,5 »; « 3.5 » → « 3,5 »."""
    groups = regex.split(r"[ \u00a0\u2009\u202f]", printed)
    joined = "".join(groups)
    if regex.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", joined):
        joined = joined.replace(".", "")
    whole, _, decimals = joined.replace(".", ",").partition(",")
    decimals = decimals.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole},{decimals}" if decimals else whole


def _with_numbers(words: list[Word]) -> list[Word]:
    """Write spelled numbers in digits and « pour cent » as %: « vingt-deux pour cent » → « 22 % »."""
    folded: list[Word] = []
    position = 0
    while position < len(words):
        number, length = spelled_number(words, position)
        if not length:
            folded.append(words[position])
            position += 1
            continue
        first, last = words[position], words[position + length - 1]
        folded.append(Word(number, Span(first.span.start, last.span.end), first.capital, first.gap))
        position += length
    return folded
