"""Sentences and words as plain values, with offsets into the document and the tree that joins them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quotetrack.model import Span


@dataclass(frozen=True, slots=True)
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
        return self.deprel.partition(":")[0]

    def feat(self, name: str) -> str | None:
        """Return the value of a morphological feature, or None."""
        for pair in self.feats.split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return None


@dataclass(frozen=True, slots=True)
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
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in range(len(self.words) + 1)]
        for word in self.words:
            children[word.head].append(word.id)
        object.__setattr__(self, "_children", tuple(tuple(ids) for ids in children))

    @property
    def span(self) -> Span:
        """Return the stretch of the document that the sentence covers."""
        return span_of(self.words)

    @property
    def root(self) -> Word:
        """Return the word that heads the sentence."""
        return self.word(self._children[0][0])

    def word(self, identifier: int) -> Word:
        """Return the word with this id (1-based)."""
        return self.words[identifier - 1]

    def head(self, word: Word) -> Word | None:
        """Return the governor of a word, or None for the root."""
        return self.word(word.head) if word.head else None

    def children(self, word: Word, *relations: str) -> list[Word]:
        """Return the dependents of a word in order; with relations, those whose relation (subtype or not) is named."""
        found = [self.word(i) for i in self._children[word.id]]
        if relations:
            found = [w for w in found if w.deprel in relations or w.relation in relations]
        return found

    def child(self, word: Word, *relations: str) -> Word | None:
        """Return the first dependent with one of these relations, or None."""
        return next(iter(self.children(word, *relations)), None)

    def subtree(self, word: Word, without: Iterable[Word] = ()) -> list[Word]:
        """Return a word and all that depends on it, in order, leaving out the subtrees of ``without``."""
        barred = {w.id for w in without}
        seen: list[int] = []
        stack = [word.id]
        while stack:
            identifier = stack.pop()
            seen.append(identifier)
            stack.extend(i for i in self._children[identifier] if i not in barred)
        return [self.word(i) for i in sorted(seen)]

    def ancestors(self, word: Word) -> Iterator[Word]:
        """Yield the governors of a word, from the nearest to the root."""
        current = self.head(word)
        while current is not None:
            yield current
            current = self.head(current)


def span_of(words: Iterable[Word]) -> Span:
    """Return the smallest span that covers some words.

    Raises:
        ValueError: if there is no word.
    """
    listed = list(words)
    return Span(min(w.start for w in listed), max(w.end for w in listed))
