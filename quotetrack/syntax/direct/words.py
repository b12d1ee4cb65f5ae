"""What a network knows of a word whatever stands around it, remembered from one sentence to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from stanza.models.common.utils import EXCLAM_RE, QUESTION_RE
from torch import Tensor

MOST_WORDS = 4_096
"""Words that are remembered, a few hundred floats each, and as many again from before."""


class WordVectors:
    """Vectors of words, each computed once as long as it comes again and again.

    Args:
        embed: returns the vectors of words, (words, width).
        most: so many are remembered; then those not met since as many others were are forgotten.
    """

    def __init__(self, embed: Callable[[Sequence[str]], Tensor], most: int = MOST_WORDS) -> None:
        self._embed = embed
        self._most = most
        self._rows: dict[str, int] = {}
        self._table = embed(["a"])[:0]
        self._older_rows: dict[str, int] = {}
        self._older = self._table

    def __call__(self, words: Sequence[str]) -> Tensor:
        """Return the vectors of words, (words, width)."""
        new = list(dict.fromkeys(word for word in words if word not in self._rows))
        if new:
            self._add([word for word in new if word in self._older_rows], self._from_before)
            self._add([word for word in new if word not in self._older_rows], self._embed)
        rows = torch.tensor([self._rows[word] for word in words], device=self._table.device)
        return self._table.index_select(0, rows)

    def forget_if_full(self) -> None:
        """Let go of the words that have not come again since the last time, once there are too many."""
        if len(self._rows) > self._most:
            self._older_rows, self._older = self._rows, self._table
            self._rows, self._table = {}, self._table[:0]

    def _from_before(self, words: Sequence[str]) -> Tensor:
        rows = torch.tensor([self._older_rows[word] for word in words], device=self._older.device)
        return self._older.index_select(0, rows)

    def _add(self, new: Sequence[str], vectors: Callable[[Sequence[str]], Tensor]) -> None:
        if not new:
            return
        used, needed = len(self._rows), len(self._rows) + len(new)
        if needed > len(self._table):
            table = self._table.new_empty((max(needed, 2 * len(self._table), 1024), self._table.shape[1]))
            table[:used] = self._table[:used]
            self._table = table
        self._table[used:needed] = vectors(new)
        self._rows.update(zip(new, range(used, needed), strict=True))


def plain_mark(word: str) -> str:
    """Return the word as tagger and parser were trained on it: « ?! » as « ? », « !!! » as « ! »."""
    if len(word) > 1 and not word[0].isalnum():
        return str(EXCLAM_RE.sub("!", QUESTION_RE.sub("?", word)))
    return word
