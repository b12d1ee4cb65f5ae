"""What a network knows of a word whatever stands around it, remembered from one sentence to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from stanza.models.common.utils import EXCLAM_RE, QUESTION_RE
from torch import Tensor

MOST_WORDS = 30_000
"""Words that are remembered; a few hundred floats each."""


class WordVectors:
    """Vectors of words, each computed once.

    Args:
        embed: returns the vectors of words, (words, width).
        most: how many are remembered before all are forgotten.
    """

    def __init__(self, embed: Callable[[Sequence[str]], Tensor], most: int = MOST_WORDS) -> None:
        self._embed = embed
        self._most = most
        self._rows: dict[str, int] = {}
        self._table = embed(["a"])[:0]
        self._used = 0

    def __call__(self, words: Sequence[str]) -> Tensor:
        """Return the vectors of words, (words, width)."""
        new = list(dict.fromkeys(word for word in words if word not in self._rows))
        if new:
            self._add(new)
        rows = torch.tensor([self._rows[word] for word in words], device=self._table.device)
        return self._table.index_select(0, rows)

    def forget_if_full(self) -> None:
        """Begin anew once more words are known than should be remembered."""
        if self._used > self._most:
            self._rows.clear()
            self._used = 0

    def _add(self, new: Sequence[str]) -> None:
        needed = self._used + len(new)
        if needed > len(self._table):
            table = self._table.new_empty((max(needed, 2 * len(self._table), 1024), self._table.shape[1]))
            table[: self._used] = self._table[: self._used]
            self._table = table
        self._table[self._used : needed] = self._embed(new)
        self._rows.update(zip(new, range(self._used, needed), strict=True))
        self._used = needed


def plain_mark(word: str) -> str:
    """Return the word as tagger and parser were trained on it: « ?! » as « ? », « !!! » as « ! »."""
    if len(word) > 1 and not word[0].isalnum():
        return str(EXCLAM_RE.sub("!", QUESTION_RE.sub("?", word)))
    return word
