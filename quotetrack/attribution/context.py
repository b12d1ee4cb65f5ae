"""What the constructions look at: one article with its passages and its parsed sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

import regex

from quotetrack.lexicon import MarkerWords, words_of_markers
from quotetrack.model import Document, Passage, Span
from quotetrack.spans import SpanIndex
from quotetrack.syntax.tree import Sentence, Word

_WORDS = regex.compile(r"\w+")
_START = attrgetter("start")


@dataclass(frozen=True)
class Article:
    """A document, its paragraphs, passages and sentences.

    Attributes:
        sentences: frame sentences and those parsed inside passages, in text order.
    """

    document: Document
    paragraphs: Sequence[Span]
    passages: Sequence[Passage]
    sentences: Sequence[Sentence]
    _cache: dict[tuple[str, int | None], tuple[list[int], list[int]]] = field(
        default_factory=dict, repr=False
    )

    _folded: dict[Span, str] = field(default_factory=dict, repr=False)
    _unmarked: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    @cached_property
    def text(self) -> str:
        """Return the document's text."""
        return self.document.text

    @cached_property
    def words_of_markers(self) -> list[MarkerWords]:
        """Return the words of the source markers that may stand in the text."""
        return words_of_markers(self.document.body.of(self.text))

    @cached_property
    def sentence_spans(self) -> list[Span]:
        """Return the stretch of each sentence, marks and final stop included."""
        return [s.span for s in self.sentences]

    @cached_property
    def sentence_places(self) -> SpanIndex:
        """Return what finds sentences by where they are."""
        return SpanIndex(self.sentence_spans)

    @cached_property
    def passage_spans(self) -> SpanIndex:
        """Return what finds passages, marks included, by where they are."""
        return SpanIndex([p.span for p in self.passages])

    @cached_property
    def _sentence_numbers(self) -> dict[int, int]:
        return {id(sentence): number for number, sentence in enumerate(self.sentences)}

    def number_of(self, sentence: Sentence) -> int:
        """Return the index of one of the sentences."""
        return self._sentence_numbers[id(sentence)]

    @cached_property
    def words_by_text(self) -> dict[str, list[Word]]:
        """Return the words of the text by what they are, without regard to case, each list by where they stand."""
        found: dict[str, list[Word]] = {}
        for sentence in self.sentences:
            for word in sentence.words:
                if not word.stand_in:
                    found.setdefault(word.text.casefold(), []).append(word)
        for words in found.values():
            words.sort(key=_START)
        return found

    def used_without_marks(self, text: str) -> frozenset[str]:
        """Return as what parts of speech a word, in lower case, stands in the text outside all passages."""
        known = self._unmarked.get(text)
        if known is None:
            words = self.words_by_text.get(text, ())
            known = self._unmarked[text] = frozenset(w.upos for w in words if self.passage_at(w) is None)
        return known

    def word_at(self, text: str, start: int) -> Word | None:
        """Return the word that reads so, in lower case, and begins at a position, or None."""
        words = self.words_by_text.get(text, [])
        place = bisect_left(words, start, key=_START)
        return words[place] if place < len(words) and words[place].start == start else None

    def folded(self, span: Span) -> str:
        """Return the words of a stretch in lower case, each between spaces, folded once."""
        known = self._folded.get(span)
        if known is None:
            words = " ".join([w.casefold() for w in _WORDS.findall(span.of(self.text))])
            known = self._folded[span] = f" {words} "
        return known

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in self.paragraphs]

    @cached_property
    def frame_indices(self) -> list[int]:
        """Return the indices of the sentences that are not inside a passage."""
        return [i for i, s in enumerate(self.sentences) if s.inside is None]

    @cached_property
    def by_paragraph(self) -> dict[int, list[int]]:
        """Return the indices of the frame sentences of each paragraph."""
        found: dict[int, list[int]] = {}
        for i in self.frame_indices:
            found.setdefault(self.sentences[i].paragraph, []).append(i)
        return found

    def paragraph_of(self, position: int) -> int:
        """Return the index of the paragraph that holds a position of the text."""
        number = bisect_right(self._paragraph_starts, position) - 1
        if number >= 0 and position < max(self.paragraphs[number].end, self.paragraphs[number].start + 1):
            return number
        return max(len(self.paragraphs) - 1, 0)

    def passages_in(self, span: Span, level_of: int | None = None) -> list[int]:
        """Return the outermost passages whose words lie mostly inside a span, in text order.

        Args:
            span: where to look.
            level_of: index of a passage; only passages inside it count (for sentences parsed inside it).
        """
        found: list[int] = []
        for i in self.passage_spans.touching(span):
            passage = self.passages[i]
            if level_of is not None and (
                i == level_of or not self.passages[level_of].inner.contains(passage.span)
            ):
                continue
            overlap = min(span.end, passage.inner.end) - max(span.start, passage.inner.start)
            if overlap <= 0 or 2 * overlap < len(passage.inner):
                continue
            if any(self.passages[j].span.contains(passage.span) for j in found):
                continue
            found.append(i)
        return found

    def marked_in(self, span: Span) -> list[Span]:
        """Return the insides of the passages that lie wholly inside a span, in text order."""
        inside = [self.passages[i].inner for i in self.passage_spans.touching(span)]
        return [inner for inner in inside if span.contains(inner)]

    def passage_at(self, word: Word) -> int | None:
        """Return the innermost passage that holds a word, or None."""
        best: int | None = None
        for i in self.passage_spans.touching(word.span):
            passage = self.passages[i]
            if passage.inner.contains(word.span) and (
                best is None or len(passage.inner) <= len(self.passages[best].inner)
            ):
                best = i
        return best

    def in_marks(self, sentence: Sentence, word: Word) -> bool:
        """Tell whether a word of a sentence stands inside a passage that the sentence itself goes around."""
        starts, ends = self._marked(sentence.inside)
        place = bisect_right(starts, word.start) - 1
        return place >= 0 and word.end <= ends[place]

    def _marked(self, inside: int | None) -> tuple[list[int], list[int]]:
        """Return where the insides of passages begin and end, in order, those inside others left out.

        Args:
            inside: index of a passage; only passages inside it count.
        """
        known = self._cache.get(("marked", inside))
        if known is None:
            own = None if inside is None else self.passages[inside].inner
            inner = sorted(
                (p.inner.start, -p.inner.end)
                for i, p in enumerate(self.passages)
                if own is None or (i != inside and own.contains(p.span))
            )
            starts: list[int] = []
            ends: list[int] = []
            for start, end in inner:
                if not ends or -end > ends[-1]:
                    starts.append(start)
                    ends.append(-end)
            known = self._cache["marked", inside] = starts, ends
        return known

    def words_between(self, sentence: Sentence, start: int, end: int) -> Iterator[Word]:
        """Yield the words of a sentence that stand wholly between two positions."""
        return (w for w in sentence.words if start <= w.start and w.end <= end)
