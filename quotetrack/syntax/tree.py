"""Sentences and words as plain values, with offsets into the document and the tree that joins them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from quotetrack.model import Span
from quotetrack.values import value

MOST_WORDS = 300
"""Words of a sentence. The parser weighs every word against every other, and the constructions look from each verb at
all the others: a table of figures without a full stop, or a page of emoji, would take all the time and memory."""


@value
class Word:
    """One syntactic word.

    Attributes:
        id: 1-based position in the sentence; ``head`` is the id of the governor, 0 for the root.
        start, end: offsets of its surface form; the words of a multi-word token (« du » = de + le) share
            the token's offsets, and the words of a stand-in share those of the passage it stands for.
        feats: morphological features, as ``Gender=Fem|Number=Sing``.
        stand_in: True for the words that stand for a masked passage.
    """

    id: int
    text: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    start: int
    end: int
    stand_in: bool = False

    @property
    def span(self) -> Span:
        """Return where the word stands."""
        return Span(self.start, self.end)

    @property
    def relation(self) -> str:
        """Return the relation to the head without its subtype (``nsubj:pass`` → ``nsubj``)."""
        return _without_subtype(self.deprel)

    def feat(self, name: str) -> str | None:
        """Return the value of a morphological feature, or None."""
        return _features(self.feats).get(name)


@dataclass(slots=True)
class Sentence:
    """A parsed sentence.

    Attributes:
        words: all words in order, ``words[i].id == i + 1``.
        paragraph: index of the paragraph it belongs to.
        inside: index of the passage whose inside was parsed for itself, or None for the frame of the paragraph.
    """

    words: tuple[Word, ...]
    paragraph: int = 0
    inside: int | None = None
    _below: dict[int, list[Word]] = field(init=False, repr=False, compare=False)
    _span: Span | None = field(init=False, repr=False, compare=False, default=None)
    _auxiliaries: dict[int, list[Word]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        below: dict[int, list[Word]] = {}  # most words have no dependents
        for word in self.words:
            if word.head in below:
                below[word.head].append(word)
            else:
                below[word.head] = [word]
        self._below = below

    @property
    def span(self) -> Span:
        """Return the stretch of the document that the sentence covers."""
        known = self._span
        if known is None:
            known = self._span = Span(self.words[0].start, self.words[-1].end)
        return known

    @property
    def root(self) -> Word:
        """Return the word that heads the sentence."""
        return self._below[0][0]

    def word(self, identifier: int) -> Word:
        """Return the word with this id (1-based)."""
        return self.words[identifier - 1]

    def head(self, word: Word) -> Word | None:
        """Return the governor of a word, or None for the root."""
        return self.words[word.head - 1] if word.head else None

    def children(self, word: Word, *relations: str) -> list[Word]:
        """Return the dependents of a word in order; with relations, those whose relation (subtype or not) is named."""
        below = self._below.get(word.id)
        if below is None:
            return []
        if not relations:
            return list(below)
        found = []
        for child in below:
            deprel = child.deprel
            if deprel in relations or (":" in deprel and _without_subtype(deprel) in relations):
                found.append(child)
        return found

    def child(self, word: Word, *relations: str) -> Word | None:
        """Return the first dependent with one of these relations, or None."""
        for child in self._below.get(word.id, ()):
            deprel = child.deprel
            if not relations or deprel in relations:
                return child
            if ":" in deprel and _without_subtype(deprel) in relations:
                return child
        return None

    def auxiliaries(self, word: Word) -> list[Word]:
        """Return the auxiliaries of a word in order; the constructions ask for those of a verb again and again."""
        known = self._auxiliaries.get(word.id)
        if known is None:
            known = self._auxiliaries[word.id] = self.children(word, "aux")
        return known

    def subtree(self, word: Word, without: Iterable[Word] = ()) -> list[Word]:
        """Return a word and all that depends on it, in order, leaving out the subtrees of ``without``."""
        if word.id not in self._below:
            return [word]
        barred = {w.id for w in without}
        seen = [word.id]
        for identifier in seen:  # grows as it is read
            for child in self._below.get(identifier, ()):
                if child.id not in barred:
                    seen.append(child.id)
        seen.sort()
        words = self.words
        return [words[i - 1] for i in seen]

    def ancestors(self, word: Word) -> Iterator[Word]:
        """Yield the governors of a word, from the nearest to the root."""
        current = self.head(word)
        while current is not None:
            yield current
            current = self.head(current)


@lru_cache(maxsize=4096)
def _without_subtype(deprel: str) -> str:
    return deprel.partition(":")[0]


@lru_cache(maxsize=4096)
def _features(feats: str) -> dict[str, str]:
    """Return features by name; a few hundred combinations make a language."""
    found: dict[str, str] = {}
    for pair in feats.split("|"):
        name, _, value = pair.partition("=")
        found.setdefault(name, value)
    return found


def span_of(words: Iterable[Word]) -> Span:
    """Return the smallest span that covers some words.

    Raises:
        ValueError: if there is no word.
    """
    listed = list(words)
    return Span(min([w.start for w in listed]), max([w.end for w in listed]))
