"""The words of a document with what the parse knows of them, so that names can be sought where nothing was parsed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from quotetrack.lexicon.people import is_title
from quotetrack.model import Document, Passage, Span
from quotetrack.sources.splitting import parts_alone, parts_in
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
    subject: bool
    is_word: bool
    capital: bool
    acronym: bool

    @property
    def quoted(self) -> bool:
        """Tell whether it stands between quotation marks."""
        return self.passage is not None


_OPENING = set('«“"„—–(:•-')


_STOPS = set(".!?…")


_CLOSING = set("»”\"’')]")


_CLOSED = _CLOSING - {'"'}


def tokenise(document: Document, sentences: Sequence[Sentence], passages: Sequence[Passage]) -> list[Token]:
    """Return the tokens of the document's body in order."""
    text, body = document.text, document.body
    words = _words_by_start(sentences)
    subjects = _subjects(sentences, words)
    edges, holders = _passage_index(passages)
    edges.append(len(text))  # no token begins there
    edge, passage = edges[0], holders[0]
    tokens: list[Token] = []
    index = sentence = paragraph = place = 0
    at = previous_end = body.start
    for line in body.of(text).split("\n"):
        begins, initial, closing = True, True, False
        for chunk in line.split(" "):
            split = parts_alone(chunk)
            if split is None:
                split = parts_in(text, at, at + len(chunk))
            for start, end, word, folded, is_word, capital, acronym in split:
                start += at
                if start >= edge:
                    place = bisect_right(edges, start, place)
                    edge, passage = edges[place], holders[place]
                if begins:
                    if index:
                        paragraph += 1
                        sentence += 1
                    begins = False
                elif closing and start > previous_end and _may_open(word):
                    if passage is None or tokens[-1].passage is None or _opens(passage, passages, start):
                        sentence += 1
                    initial, closing = True, False
                if initial and word == "A":
                    folded = "à"  # at a sentence's start it may have lost its accent
                previous_end = at + end
                parsed = words.get(start)
                tokens.append(
                    Token(
                        index, word, folded, start, previous_end, sentence, paragraph, initial, passage,
                        None if parsed is None else parsed.upos, start in subjects, is_word, capital, acronym,
                    )
                )  # fmt: skip
                index += 1
                if is_word:
                    initial = closing = False
                else:
                    closing = word in _STOPS or (closing and word in _CLOSING)
                    initial = initial or closing or word in _OPENING
            at += len(chunk) + 1
    return tokens


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
    if first == last:
        return tokens[first].text
    parts: list[str] = []
    for position in range(first, last + 1):
        token = tokens[position]
        touching = position > first and tokens[position - 1].end == token.start
        parts.append(token.text if touching or not parts else " " + token.text)
    return "".join(parts)


def sentence_start(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the first token of the printed sentence that a token belongs to."""
    first = at
    farthest = max(at - LONGEST_SENTENCE, 0)
    while first > farthest and tokens[first - 1].sentence == tokens[at].sentence:
        first -= 1
    return first


LONGEST_SENTENCE = 1000
"""Tokens of one sentence that are looked back over."""


def is_civility(token: Token) -> bool:
    """Tell whether a token is a title before a name: « M. », « Mme »; « Me » only with a capital."""
    return token.capital and is_title(token.text)


def _words_by_start(sentences: Sequence[Sentence]) -> dict[int, Word]:
    """Return the words by their start: of « du » the preposition, which is what the form shows."""
    # From the end, so that of words that begin at one place the first is kept.
    return {w.start: w for s in reversed(sentences) for w in reversed(s.words) if not w.stand_in}


_SAME = ("flat", "appos", "fixed", "conj")


def _subjects(sentences: Sequence[Sentence], words: Mapping[int, Word]) -> set[int]:
    """Return where the subjects start, with their flat, apposed and joined parts and the name behind a title."""
    starts: set[int] = set()
    for sentence in sentences:
        found = [w for w in sentence.words if "nsubj" in w.deprel and _acts(sentence, w)]
        for head in found:  # grows as it is read
            found += [
                w for w in sentence.children(head) if w.deprel.startswith(_SAME) or _is_titled(sentence, w)
            ]
        starts.update([w.start for w in found if words.get(w.start) is w])
    return starts


def _acts(sentence: Sentence, word: Word) -> bool:
    """« L'élu a lu la lettre que le préfet a signée »: the sentence is about the élu, whoever acts in its relative."""
    ruling = sentence.words[word.head - 1] if word.head else None
    main = ruling is None or ruling.deprel != "acl:relcl" or word.upos == "PRON" or _alone(sentence, ruling)
    return main and not _is_titled(sentence, word)


def _alone(sentence: Sentence, relative: Word) -> bool:
    """« Un constat que la ministre partage. »: without a verb of its own the sentence is about who acts in it."""
    noun = sentence.head(relative)
    return (
        noun is not None
        and noun.head == 0
        and noun.upos == "NOUN"
        and not sentence.child(noun, "nsubj", "cop")
    )


def _is_titled(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word hangs on the title right in front of it: « Mme Roux »."""
    return 0 < word.head == word.id - 1 and is_title(sentence.words[word.head - 1].text)


def _passage_index(passages: Sequence[Passage]) -> tuple[list[int], list[int | None]]:
    """Return where the innermost passage changes, and which it is before, between and behind these positions."""
    order = sorted(range(len(passages)), key=lambda i: (passages[i].span.start, -passages[i].span.end))
    starts = [passages[i].span.start for i in order]
    edges = sorted({*starts, *[p.inner.start for p in passages], *[p.inner.end for p in passages]})
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


def _may_open(word: str) -> bool:
    """Tell whether a sentence may begin with a word or a mark."""
    return (word[0].isupper() or word[0] in '«“"—–[(') and word[0] not in _CLOSED


def _opens(passage: int, passages: Sequence[Passage], start: int) -> bool:
    return passages[passage].inner.start == start
