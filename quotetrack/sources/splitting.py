"""A text in words and marks, and what their letters alone tell.

What stands between two spaces is split once and remembered, but where it ends in what may be an abbreviation:
« M. » is one word before a name and two at the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from quotetrack.lexicon.tables import fold
from quotetrack.memory import NAMES, WORDS

Part = tuple[int, int, str, str, bool, bool, bool]
"""Start and end in what was split, the word or mark, folded; whether it is a word, has a capital, is an acronym."""


@lru_cache(maxsize=WORDS)
def parts_alone(chunk: str) -> Sequence[Part] | None:
    """Return the words and marks of what stands between two spaces, None where what follows may tell how it is split.

    Then ``parts_in`` the text has them.
    """
    if chunk.isalpha():
        return ((0, len(chunk), chunk, *_shape(chunk)),)
    return None if "." in chunk and _ABBREVIATION.search(chunk) else parts_in(chunk, 0, len(chunk))


def parts_in(text: str, start: int, end: int) -> Sequence[Part]:
    """Return the words and marks that begin in a stretch of a text; where they stand is counted from its start."""
    found: list[Part] = []
    for match in _TOKEN.finditer(text, start):
        if match.start() >= end:
            break
        word = match[0]
        found.append((match.start() - start, match.end() - start, word, *_shape(word)))
    return tuple(found)


@lru_cache(maxsize=NAMES)
def _shape(word: str) -> tuple[str, bool, bool, bool]:
    """Return a word folded, « à » kept apart from « a », and whether it is a word, has a capital, is an acronym."""
    folded = "à" if word in {"à", "À"} else fold(word)
    if word.islower():
        return folded, word[0].isalnum(), False, False
    return (
        folded,
        word[0].isalnum(),
        word[0].isupper() or _AFTER_ARTICLE.match(word) is not None,
        word.isupper() and not word.endswith(".") and sum([c.isalpha() for c in word]) > 1,
    )


_TOKEN = regex.compile(
    r"""
    \p{Lu}?\p{Ll}++(?![\p{L}\p{N}'’.&+\-‐‑])                        # most words; what follows would not find others
    | [^\p{L}\p{N}\s@\#]                                           # marks
    | \b(?:MM|[Mm]r|Dr|Pr|Mgr|St|M|Mme|Mlle|Me)\.(?=\s*\p{Lu})       # titles with their dot
    | \p{Lu}\.(?:-?\p{Lu}\.)+                                       # initials: J.-C., G.W.
    | (?<=\bsur\s|\bréseau\s|\bréseau\ssocial\s)X(?=\.\s)             # « a-t-il écrit sur X. »
    | \p{Lu}[a-z]?\.(?=\s\p{Lu}[\p{L}'’-])                          # one initial before a name
    | (?<=\b(?:M\.|\p{Lu}\p{Ll}+)\s)\p{Lu}\.(?=\s\p{Ll}|\s?,|\s*(?:\n|\Z))  # and for a name: Mme A., Loïc D.
    | \b[NM]['’]\p{Lu}\p{Ll}[\p{L}\p{N}]*(?:[-‐‑][\p{L}\p{N}]+)*     # N'Guessan, M'Hamed
    | \bM['’]ham+(?:ed|di)\p{Ll}* | \b[MN]['’][bcdfgkmptvz]\p{Ll}+         # M'hamed, M'barek: « m' » never elides so
    | \b(?:[LDJMTSNCldjmtsnc]|[QqJj]u(?:squ)?|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)['’](?=\w)   # elision
    | [@\#][\p{L}\p{N}_]+                                          # @handle, #hashtag
    | \d+(?:[.,\u00a0\u202f]\d+)*
    | [\p{L}\p{N}]+(?:(?:[-‐‑&+]|['’](?!\s)|\.(?=\p{Ll}))[\p{L}\p{N}]+)*\+?
    | \S
    """,
    regex.VERBOSE,
)


_ABBREVIATION = regex.compile(r"\p{Lu}\p{L}{0,3}\.|\p{L}r\.")
"""Where a chunk may hold a title or an initial, of which what stands around it tells more."""


_AFTER_ARTICLE = regex.compile(r"(?:al|el|an|ar|as|ed|es|ez)-\p{Lu}")
