"""What is parsed: the frame of each paragraph, its long quotations replaced by a short stand-in.

« Nous ne lâcherons rien. La loi sera votée », a déclaré le ministre. → « cela est vrai », a déclaré le ministre.

A long quotation makes a sentence hard to split and slow to parse, its frame is short and regular. So a passage
that reads like a sentence of its own is replaced before parsing; its inside is parsed for itself where it may hold
an incise or a report. Offsets map back: the words of a stand-in all carry the span of the passage they stand for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

import regex

from quotetrack.model import Passage, Span
from quotetrack.syntax.mending import ALREADY, mended
from quotetrack.syntax.tree import MOST_WORDS, Sentence, Word
from quotetrack.values import value

STAND_IN = "cela est vrai"

_LETTER = regex.compile(r"\p{L}")
_SENTENCE_BREAK = regex.compile(r"[.!?…]\s*[»”\"’)]*\s+(?=[«“\"—–\[(]*\s*\p{Lu})")
_ASIDE = re.compile(  # a space first: whatever else is tried where none stands takes twice the time
    r"\s(?<=[^\W\d_]\s)((?:de (?:son|leur) côté|pour (?:sa|leur) part|à (?:son|leur) tour|en outre"
    r"|par ailleurs|en revanche|quant à (?:lui|elle|eux|elles)|(?:lui|elle|eux|elles) aussi|en effet|du reste"
    r"|d['’]ailleurs)\s)(?=[^\W\d_]|[«“\"])"
)
_COMMA_ASIDE = regex.compile(
    r"(?<=\b(?:a|ont|avait|avaient))([\s\p{Z}]?,"
    r"(?![\s\p{Z}]*(?:selon|d['’]après|à en croire|de source|de l['’]aveu|au dire|aux dires)\b)"
    r"[^,;:.«»“”\"()\n]{2,70},)(?=[\s\p{Z}]\p{L}+(?:é|ée|és|ées|i|u|t|s)\b)"
)
"""What a reporter slips between auxiliary and verb (« a de son côté appelé »): left out of what is parsed."""
_FINAL_STOP = regex.compile(r"[.!?…]\s*$")
_FOLLOWED_BY_FRAME = regex.compile(r"[\s ]*[,;:)\p{Ll}—–-]")


@value
class Piece:
    """A stretch of the text to parse: copied from the document, or standing for a passage."""

    at: int
    source: Span
    stand_in: bool


@value
class Frame:
    """A text to parse, and where its characters come from.

    Attributes:
        text: what the parser reads.
        pieces: in order; ``piece.at`` is where the piece begins in ``text``.
        paragraph: index of the paragraph.
        inside: index of the passage whose inside this is, or None.
    """

    text: str
    pieces: tuple[Piece, ...]
    paragraph: int
    inside: int | None

    @property
    def start(self) -> int:
        """Return what the parser counts its offsets from: they are the document's as far as the first piece goes."""
        return self.pieces[0].source.start


def frames(
    text: str,
    paragraphs: Sequence[Span],
    passages: Sequence[Passage],
    worth_parsing: Callable[[str], bool],
    mask: bool = True,
    worth_parsing_inside: Callable[[str], bool] | None = None,
) -> list[Frame]:
    """Return what has to be parsed of a document.

    Args:
        text: the document's text.
        paragraphs: its paragraphs, in order.
        passages: its passages, in order, outer before inner.
        worth_parsing: tells whether a text without marks may hold a report.
        mask: replace passages that read like sentences; without it only dialogue turns stand apart.
        worth_parsing_inside: tells the same of the inside of a passage; ``worth_parsing`` if not given.
    """
    inside_worth = worth_parsing_inside or worth_parsing
    starts = [p.span.start for p in passages]
    found: list[Frame] = []
    for number, paragraph in enumerate(paragraphs):
        if _LETTER.search(text, paragraph.start, paragraph.end) is None:
            continue  # a page of nothing but marks
        near = range(bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end))
        within = [i for i in near if paragraph.contains(passages[i].span)]
        if (
            not within
            and not worth_parsing(paragraph.of(text))
            and not _leads_to_words(paragraphs, number, passages, near)
            and not _follows_first_words(paragraphs, number, passages, near)
        ):
            continue
        found += _frames_of(text, paragraph, within, passages, number, None, inside_worth, mask)
    return found


def _leads_to_words(
    paragraphs: Sequence[Span], number: int, passages: Sequence[Passage], near: range
) -> bool:
    """« La maire a un doute. ¶ « Qui paiera ? » »: a paragraph may say whose the next one's words are."""
    if number + 1 >= len(paragraphs) or near.stop >= len(passages):
        return False
    following, first = paragraphs[number + 1], passages[near.stop].span
    return first.start == following.start and first.end >= following.end - 1


def _follows_first_words(
    paragraphs: Sequence[Span], number: int, passages: Sequence[Passage], near: range
) -> bool:
    """« « Qui paiera ? » ¶ Anne Roux, maire, a un doute. »: below the words that open an article, who says them."""
    if not 0 < number <= 2 or near.start != 1:
        return False
    before, first = paragraphs[number - 1], passages[0].span
    return first.start == before.start and first.end >= before.end - 1


def restore(frame: Frame, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences of a frame with offsets into the document; the parser counted from ``frame.start``."""
    begins, starts = frame.start, [piece.at for piece in frame.pieces]
    restored: list[tuple[Word, ...]] = []
    previous_end = 0
    for sentence in sentences:
        words = sentence.words
        start, end = words[0].start - begins, words[-1].end - begins
        placed = _restored(words, frame, starts) if _moved(frame, end) else words
        whole = not restored or len(restored[-1]) + len(words) > MOST_WORDS
        if not whole and not _ends_sentence(frame.text, previous_end, start):
            restored[-1] = _joined(restored[-1], placed)
        else:
            restored.append(placed)
        previous_end = end
    if ALREADY in frame.text:
        restored = [mended(words) for words in restored]
    return [Sentence(words, frame.paragraph, frame.inside) for words in restored]


def reads_like_a_sentence(text: str, passage: Passage, paragraph: Span) -> bool:
    """Tell whether a passage is a clause of its own, not a fragment of the sentence around it.

    « Le pont rouvrira lundi », a annoncé la maire: yes. Le maire évoque un « jeu dangereux »: no.
    """
    inner = passage.inner.of(text)
    if passage.dialogue or _SENTENCE_BREAK.search(inner) is not None:
        return True
    before = text[paragraph.start : passage.span.start].rstrip()
    opens = not before or before[-1] in '.:!?…»”"—–' or before.endswith(("''",))
    words = len(inner.split())
    if words == 2 and opens and inner[:1].isupper() and inner[-1] in ".!?…":
        return True
    return words >= 3 and opens and (inner[:1].isupper() or words >= 6)


def _ends_sentence(text: str, end: int, start: int) -> bool:
    """Tell whether a sentence may end at a position: behind a stop, a colon or a mark, or where a line ends."""
    return (
        text[max(end - 40, 0) : end].rstrip("»”\"' )\u00a0\u202f")[-1:] in ".!?…:;" or "\n" in text[end:start]
    )


def _joined(first: tuple[Word, ...], second: tuple[Word, ...]) -> tuple[Word, ...]:
    """Join two halves of a sentence that the tokeniser split in the middle; the second hangs on the first."""
    root = next(w.id for w in first if w.head == 0)
    shift = len(first)
    moved = (
        replace(
            w,
            id=w.id + shift,
            head=w.head + shift if w.head else root,
            deprel=w.deprel if w.head else "parataxis",
        )
        for w in second
    )
    return (*first, *moved)


def _frames_of(
    text: str,
    stretch: Span,
    within: list[int],
    passages: Sequence[Passage],
    paragraph: int,
    inside: int | None,
    worth_parsing: Callable[[str], bool],
    mask: bool,
) -> list[Frame]:
    found: list[Frame] = []
    masked: list[tuple[int, Span]] = []
    for place, i in enumerate(within):
        passage = passages[i]
        if masked and masked[-1][1].contains(passage.span):
            continue
        if not passage.dialogue and not (mask and reads_like_a_sentence(text, passage, stretch)):
            continue
        if not stretch.contains(passage.inner) or passage.inner == stretch:
            continue
        masked.append((i, passage.inner))
        nested = _nested(within, place, passages)
        if nested or worth_parsing(passage.inner.of(text)):
            found += _frames_of(text, passage.inner, nested, passages, paragraph, i, worth_parsing, mask)
    found.insert(0, _frame(text, stretch, [(passages[i], span) for i, span in masked], paragraph, inside))
    return found


def _nested(within: Sequence[int], place: int, passages: Sequence[Passage]) -> list[int]:
    """Return the passages inside one of them, given by its place: those right behind it."""
    inner = passages[within[place]].inner
    behind = (within[k] for k in range(place + 1, len(within)))
    near = takewhile(lambda j: passages[j].span.start < inner.end, behind)
    return [j for j in near if inner.contains(passages[j].span)]


def _frame(
    text: str, stretch: Span, masked: list[tuple[Passage, Span]], paragraph: int, inside: int | None
) -> Frame:
    pieces: list[Piece] = []
    parts: list[str] = []
    length = 0
    position = stretch.start

    def copy(source: Span) -> None:
        at = source.start
        found = [
            m.span(1) for asides in (_ASIDE, _COMMA_ASIDE) for m in asides.finditer(text, at, source.end)
        ]
        for start, end in sorted(found):
            if start >= at:
                add(Span(at, start), None)
                at = end
        add(Span(at, source.end), None)

    def add(source: Span, stand_in: str | None) -> None:
        nonlocal length
        part = source.of(text) if stand_in is None else stand_in
        if part:
            pieces.append(Piece(length, source, stand_in is not None))
            parts.append(part)
            length += len(part)

    for passage, inner in masked:
        copy(Span(position, inner.start))
        fragment = _leading_fragment(text, passage, stretch)
        if fragment is not None:
            add(fragment, None)
        else:
            add(inner, _stand_in(text, passage, inner))
        position = inner.end
    copy(Span(position, stretch.end))
    return Frame("".join(parts), tuple(pieces), paragraph, inside)


def _leading_fragment(text: str, passage: Passage, stretch: Span) -> Span | None:
    """Return the part of a passage that continues the sentence around it, if it begins as a fragment.

    L'exposition « n'a d'autre but que de plaire. Elle est gratuite » → n'a d'autre but que de plaire
    """
    before = text[stretch.start : passage.span.start].rstrip()
    if passage.dialogue or not before or before[-1] in '.:!?…»”"' or passage.inner.of(text)[:1].isupper():
        return None
    stop = _SENTENCE_BREAK.search(text, passage.inner.start, passage.inner.end)
    return Span(passage.inner.start, stop.start()) if stop else None


def _stand_in(text: str, passage: Passage, inner: Span) -> str:
    """Return the stand-in, with the final stop where the sentence ends with the passage."""
    stop = _FINAL_STOP.search(text, inner.start, inner.end)
    goes_on = _FOLLOWED_BY_FRAME.match(text, passage.span.end)
    if stop and not goes_on:
        return STAND_IN + str(stop.group()).strip()
    return STAND_IN


def _moved(frame: Frame, end: int) -> bool:
    """Tell whether a sentence that ends there in the frame reaches beyond what the frame begins with a copy of."""
    first = frame.pieces[0]
    return first.stand_in or (len(frame.pieces) > 1 and end > frame.pieces[1].at)


def _restored(words: Sequence[Word], frame: Frame, starts: Sequence[int]) -> tuple[Word, ...]:
    """Return words with offsets into the document; those of a stand-in get the place of its passage."""
    pieces, begins = frame.pieces, frame.start
    within = bisect_right(starts, words[0].start - begins) - 1
    piece = pieces[within]
    if not piece.stand_in and (within + 1 == len(starts) or words[-1].end - begins <= starts[within + 1]):
        return _shifted(words, piece.source.start - piece.at - begins)
    restored = []
    for word in words:
        word_start, word_end = word.start - begins, word.end - begins
        number = bisect_right(starts, word_start) - 1
        first = pieces[number]
        start, end = first.source.start, first.source.end
        if not first.stand_in:
            start += word_start - first.at
            last = first
            if number + 1 < len(starts) and word_end > starts[number + 1]:
                last = pieces[bisect_right(starts, word_end - 1) - 1]
            end = last.source.end if last.stand_in else last.source.start + word_end - last.at
        restored.append(
            Word(
                word.id, word.text, word.lemma, word.upos, word.feats, word.head, word.deprel,
                start, end, first.stand_in,
            )
        )  # fmt: skip
    return tuple(restored)


def _shifted(words: Sequence[Word], by: int) -> tuple[Word, ...]:
    """Return words that stand so many characters further on: all of one copied piece."""
    return tuple(
        [
            Word(w.id, w.text, w.lemma, w.upos, w.feats, w.head, w.deprel, w.start + by, w.end + by)
            for w in words
        ]
    )
