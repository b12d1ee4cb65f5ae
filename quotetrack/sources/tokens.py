"""The words of a document with what the parse knows of them, so that names can be sought where nothing was parsed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from quotetrack.lexicon.people import is_title
from quotetrack.lexicon.tables import fold
from quotetrack.model import Document, Passage, Span
from quotetrack.syntax.tree import Sentence, Word


@dataclass(frozen=True, slots=True)
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

    @property
    def quoted(self) -> bool:
        """Tell whether it stands between quotation marks."""
        return self.passage is not None

    @property
    def capital(self) -> bool:
        """Tell whether it begins with a capital letter, an Arabic article left out: « al-Sissi »."""
        return self.text[:1].isupper() or _AFTER_ARTICLE.match(self.text) is not None

    @property
    def is_word(self) -> bool:
        """Tell whether it is a word, not a mark."""
        return self.text[:1].isalnum()

    @property
    def acronym(self) -> bool:
        """Tell whether it is written in capitals only: « RNI », « CFE-CGC », « G7 »."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and not self.text.endswith(".") and all(c.isupper() for c in letters)


_TOKEN = regex.compile(
    r"""
    \b(?:MM|[Mm]r|Dr|Pr|Mgr|St|M|Mme|Mlle|Me)\.(?=\s*\p{Lu})       # titles with their dot
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
    starts, inner = _passage_index(passages)
    tokens: list[Token] = []
    sentence = paragraph = 0
    initial = True
    previous_end = body.start
    closing = False
    for match in _TOKEN.finditer(text, body.start, body.end):
        start, end, word = match.start(), match.end(), match.group()
        gap = text[previous_end:start]
        passage = _passage_at(start, starts, inner, passages)
        if gap.count("\n") >= 1 and tokens:
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
        known = words.get(start)
        tokens.append(
            Token(
                index=len(tokens),
                text=word,
                folded=_folded(word, initial),
                start=start,
                end=end,
                sentence=sentence,
                paragraph=paragraph,
                initial=initial,
                passage=passage,
                upos=known[0].upos if known else None,
                feats=known[0].feats if known else "",
                subject=known[1] if known else False,
            )
        )
        closing = word in _STOPS or (closing and word in _CLOSING)
        if word[0].isalnum():
            initial = False
        elif word in _OPENING or closing:
            initial = True
        previous_end = end
    return tokens


def _folded(word: str, initial: bool) -> str:
    """Fold a word, but keep « à » apart from « a »; at a sentence's start it may have lost its accent."""
    return "à" if word in {"à", "À"} or (word == "A" and initial) else fold(word)


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


def _words_by_start(sentences: Sequence[Sentence]) -> dict[int, tuple[Word, bool]]:
    found: dict[int, tuple[Word, bool]] = {}
    for sentence in sentences:
        for word in sentence.words:
            if word.stand_in:
                continue
            # The first word of « du » is the preposition, which is what the form shows.
            found.setdefault(word.start, (word, _is_subject(sentence, word)))
    return found


def _is_subject(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word is a subject, or a flat, apposed or joined part of one."""
    current: Word | None = word
    while current is not None and current.relation in {"flat", "appos", "fixed", "conj"}:
        current = sentence.head(current)
    return current is not None and current.relation == "nsubj"


def _passage_index(passages: Sequence[Passage]) -> tuple[list[int], list[int]]:
    order = sorted(range(len(passages)), key=lambda i: (passages[i].span.start, -passages[i].span.end))
    return [passages[i].span.start for i in order], order


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
