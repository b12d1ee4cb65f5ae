"""Words to lemmas: Stanza's table first, its network for what is not in it, and each word once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from stanza.models.lemma.data import DataLoader

MOST_WORDS = 8_192
"""Words outside the table whose lemmas are remembered, and as many again from before."""

COPY, LOWER = 1, 2


class Lemmatizer:
    """Stanza's lemmatiser."""

    def __init__(self, trainer: Any, settings: Any) -> None:
        self._trainer = trainer
        self._settings = settings
        self._found: dict[tuple[str, str], str] = {}
        self._older: dict[tuple[str, str], str] = {}

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[str]:
        """Return the lemma of each (word, part of speech); « _ » where there is none."""
        if len(self._found) > MOST_WORDS:
            self._older, self._found = self._found, {}
        lemmas = [self._known(word, upos) for word, upos in pairs]
        unknown = [pair for pair, lemma in zip(pairs, lemmas, strict=True) if lemma is None]
        if unknown:
            new = [pair for pair in dict.fromkeys(unknown) if pair not in self._found]
            self._found.update({pair: self._older[pair] for pair in new if pair in self._older})
            self._learn([pair for pair in new if pair not in self._found])
        return [
            (self._found[pair] if lemma is None else lemma) or "_"
            for pair, lemma in zip(pairs, lemmas, strict=True)
        ]

    def _known(self, word: str, upos: str) -> str | None:
        lemma: str | None = self._trainer._lookup(word, upos)
        return lemma

    def _learn(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Ask the network: most words are their own lemma, which it says without spelling it out."""
        spelled: list[tuple[str, str]] = []
        for pair, edit in zip(pairs, self._edits(pairs), strict=True):
            if edit in (COPY, LOWER):
                self._found[pair] = pair[0] if edit == COPY else pair[0].lower()
            else:
                spelled.append(pair)
        if not spelled:
            return
        predicted: list[str] = []
        edits: list[int] = []
        loader = self._loader(spelled)
        for batch in loader:
            words, kinds = self._trainer.predict(batch, self._settings["beam_size"], loader.vocab)
            predicted += words
            edits += kinds
        lemmas = self._trainer.postprocess([word for word, _ in spelled], predicted, edits=edits)
        self._found.update(zip(spelled, lemmas, strict=True))

    def _edits(self, pairs: Sequence[tuple[str, str]]) -> list[int]:
        model = self._trainer.model
        device = next(model.parameters()).device
        edits: list[int] = []
        for batch in self._loader(pairs) if pairs else []:
            source, mask, _, _, upos, _ = (part.to(device) for part in batch[:6])
            inputs, _, lengths, _ = model.embed(source, mask, upos, batch[7])
            _, (hidden, _) = model.encode(inputs, lengths)
            found = model.edit_clf(hidden).argmax(1).tolist()
            edits += [edit for _, edit in sorted(zip(batch[6], found, strict=True))]
        return edits

    def _loader(self, pairs: Sequence[tuple[str, str]]) -> Any:
        return DataLoader(
            _Pairs(pairs), self._settings["batch_size"], self._settings, vocab=self._trainer.vocab,
            evaluation=True, expand_unk_vocab=True,
        )  # fmt: skip


class _Pairs:
    """What Stanza's loader wants of a document: its words and their parts of speech."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._pairs = pairs

    def get(self, fields: object) -> list[list[str | None]]:
        return [[word, upos, None] for word, upos in self._pairs]
