"""The words of a document with what the parse knows of them, so that names can be sought where nothing was parsed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

import regex

from quotetrack.lexicon.people import is_title
from quotetrack.lexicon.tables import fold
from quotetrack.model import Document, Passage, Span
from quotetrack.syntax.tree import Sentence, Word
from quotetrack.values import value


@value
class Token:
    """A word or a mark of the text.

    Attributes:
        index: position among the document's tokens.
        folded: the text without case and accents.
        sentence: number of the printed sentence; a sentence inside quotation marks belongs to the one around it.
        paragraph: number of the paragraph.
        initial: it opens a sentence, a quotation or a clause after a colon, so its capital says nothing.
        passage: index of the innermost passage that it stands in, None in the frame.
        upos: part of speech, None where the text was not parsed.
        subject: it, or the noun phrase it belongs to, is a subject in the parse.
        is_word: it is a word, not a mark.
        capital: it begins with a capital letter, an Arabic article left out: « al-Sissi ».
        acronym: it is written in capitals only: « RNI », « CFE-CGC », « G7 ».
    """

    index: int
    text: str
    folded: str
    start: int
    end: int
    sentence: int
    paragraph: int
    initial: bool
    passage: int | None
    upos: str | None
    feats: str
    subject: bool
    is_word: bool
    capital: bool
    acronym: bool

    @property
    def quoted(self) -> bool:
        """Tell whether it stands between quotation marks."""
        return self.passage is not None


_TOKEN = regex.compile(
    r"""
    \p{Ll}{2,}+(?![\p{L}\p{N}'’.&+\-‐‑])                           # most words; what follows would not find others
    | \b(?:MM|[Mm]r|Dr|Pr|Mgr|St|M|Mme|Mlle|Me)\.(?=\s*\p{Lu})       # titles with their dot
    | \p{Lu}\.(?:-?\p{Lu}\.)+                                       # initials: J.-C., G.W.
    | \p{Lu}[a-z]?\.(?=\s\p{Lu}[\p{L}'’-])                          # one initial before a name
    | \b(?:[LDJMTSNCldjmtsnc]|[QqJj]u(?:squ)?|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)['’](?=\w)   # elision
    | [@\#][\p{L}\p{N}_]+                                          # @handle, #hashtag
    | \d+(?:[.,\u00a0\u202f]\d+)*
    | [\p{L}\p{N}]+(?:(?:[-‐‑&+]|['’](?!\s)|\.(?=\p{Ll}))[\p{L}\p{N}]+)*\+?
    | \S
    """,
    regex.VERBOSE,
)


_AFTER_ARTICLE = regex.compile(r"(?:al|el|an|ar|as|ed|es|ez)-\p{Lu}")


_OPENING = set('«“"„—–(:•-')


_STOPS = set(".!?…")


_CLOSING = set("»”\"’')]")


def tokenise(document: Document, sentences: Sequence[Sentence], passages: Sequence[Passage]) -> list[Token]:
    """Return the tokens of the document's body in order."""
    text, body = document.text, document.body
    words = _words_by_start(sentences)
    edges, holders = _passage_index(passages)
    tokens: list[Token] = []
    sentence = paragraph = 0
    initial = True
    previous_end = body.start
    closing = False
    for match in _TOKEN.finditer(text, body.start, body.end):
        start, end = match.span()
        word = text[start:end]
        gap = text[previous_end:start]
        passage = holders[bisect_right(edges, start)]
        if "\n" in gap and tokens:
            paragraph += 1
            sentence += 1
            initial, closing = True, False
        elif (
            closing
            and gap
            and (word[0].isupper() or word[0] in '«“"—–[(')
            and word[0] not in _CLOSING - {'"'}
        ):
            if passage is None or tokens[-1].passage is None or _opens(passage, passages, start):
                sentence += 1
            initial, closing = True, False
        upos, feats, subject = words.get(start, _UNPARSED)
        folded, is_word, capital, acronym = _shape(word)
        if word == "A" and initial:
            folded = "à"  # at a sentence's start it may have lost its accent
        tokens.append(
            Token(
                len(tokens), word, folded, start, end, sentence, paragraph, initial, passage,
                upos, feats, subject, is_word, capital, acronym,
            )
        )  # fmt: skip
        closing = word in _STOPS or (closing and word in _CLOSING)
        if is_word:
            initial = False
        elif word in _OPENING or closing:
            initial = True
        previous_end = end
    return tokens


@lru_cache(maxsize=65536)
def _shape(word: str) -> tuple[str, bool, bool, bool]:
    """Return a word folded, « à » kept apart from « a », and whether it is a word, has a capital, is an acronym."""
    letters = [c for c in word if c.isalpha()]
    return (
        "à" if word in {"à", "À"} else fold(word),
        word[0].isalnum(),
        word[0].isupper() or _AFTER_ARTICLE.match(word) is not None,
        len(letters) > 1 and not word.endswith(".") and all(c.isupper() for c in letters),
    )


def between(tokens: Sequence[Token], span: Span) -> list[Token]:
    """Return the tokens that overlap a span."""
    first = bisect_right([t.end for t in tokens], span.start)
    found = []
    for token in tokens[first:]:
        if token.start >= span.end:
            break
        found.append(token)
    return found


def text_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return tokens ``first`` to ``last`` (inclusive) as one line, spaced as French is."""
    parts: list[str] = []
    for position in range(first, last + 1):
        token = tokens[position]
        touching = position > first and tokens[position - 1].end == token.start
        parts.append(token.text if touching or not parts else " " + token.text)
    return "".join(parts)


def is_civility(token: Token) -> bool:
    """Tell whether a token is a title before a name: « M. », « Mme »; « Me » only with a capital."""
    return token.capital and is_title(token.text)


_Parsed = tuple[str | None, str, bool]
_UNPARSED: _Parsed = (None, "", False)


def _words_by_start(sentences: Sequence[Sentence]) -> dict[int, _Parsed]:
    """Return part of speech and features of the words by their start, and whether they are subjects."""
    found: dict[int, _Parsed] = {}
    for sentence in sentences:
        for word in sentence.words:
            # The first word of « du » is the preposition, which is what the form shows.
            if not word.stand_in and word.start not in found:
                found[word.start] = word.upos, word.feats, _is_subject(sentence, word)
    return found


def _is_subject(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word is a subject, or a flat, apposed or joined part of one, or the name behind its title."""
    current: Word | None = word
    while current is not None:
        relation, head = current.relation, sentence.head(current)
        titled = head is not None and head.id == current.id - 1 and is_title(head.text)
        if relation not in {"flat", "appos", "fixed", "conj"} and not titled:
            break
        current = head
    return current is not None and relation == "nsubj"


def _passage_index(passages: Sequence[Passage]) -> tuple[list[int], list[int | None]]:
    """Return where the innermost passage changes, and which it is before, between and behind these positions."""
    order = sorted(range(len(passages)), key=lambda i: (passages[i].span.start, -passages[i].span.end))
    starts = [passages[i].span.start for i in order]
    edges = sorted({*starts, *(e for p in passages for e in (p.inner.start, p.inner.end))})
    return edges, [None, *(_passage_at(edge, starts, order, passages) for edge in edges)]


def _passage_at(
    position: int, starts: Sequence[int], order: Sequence[int], passages: Sequence[Passage]
) -> int | None:
    """Return the innermost passage whose inside holds a position."""
    for place in range(bisect_right(starts, position) - 1, max(-1, bisect_right(starts, position) - 12), -1):
        inner = passages[order[place]].inner
        if inner.start <= position < inner.end:
            return order[place]
    return None


def _opens(passage: int, passages: Sequence[Passage], start: int) -> bool:
    return passages[passage].inner.start == start
