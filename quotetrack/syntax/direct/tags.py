"""Words to parts of speech and features, with Stanza's trained tagger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from quotetrack.syntax.direct.recurrent import Characters, Highway, batches, stacked
from quotetrack.syntax.direct.words import WordVectors, plain_mark

BATCH = 2000
"""Words of a batch, padding included."""


class Tags(NamedTuple):
    """What a word is: part of speech and features, as Universal Dependencies write them."""

    upos: str
    feats: str


class Tagger:
    """Stanza's tagger; the language-specific tags (xpos) are left out."""

    def __init__(self, trained: Any, vocabulary: Any, pretrained: Any) -> None:
        self._net = trained
        self._vocabulary = vocabulary
        self._pretrained = pretrained
        self._characters = Characters(trained.charmodel)
        self._known = trained.trans_pretrained(trained.pretrained_emb.weight)
        self._highway = Highway(trained.taggerlstm, trained.taggerlstm_h_init, trained.taggerlstm_c_init)
        self._hidden = stacked([trained.upos_hid, trained.tag_hid["feats"]])
        self._upos = [vocabulary["upos"].id2unit(i) for i in range(len(vocabulary["upos"]))]
        self._sizes = [scorer.W_bilin.out_features for scorer in trained.tag_clf["feats"]]
        self._by_upos, self._bias = self._scorers()
        self._shown: dict[bytes, str] = {}
        self._vectors = WordVectors(self._embed)

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[list[Tags]]:
        """Return the tags of the words of each sentence."""
        self._vectors.forget_if_full()
        lengths = [len(sentence) for sentence in sentences]
        members: list[int] = []
        hidden: list[Tensor] = []
        for batch in batches(lengths, BATCH, self._known.device):
            words = self._vectors([word for i in batch.members for word in sentences[i]])
            read = batch.elements(self._highway(batch.padded(words), batch))
            hidden.append(functional.relu(self._hidden(read)))
            members += batch.members
        tags: list[list[Tags]] = [[] for _ in sentences]
        if hidden:
            found = iter(self._tags(torch.cat(hidden)))
            for i in members:
                tags[i] = [next(found) for _ in range(lengths[i])]
        return tags

    def _tags(self, hidden: Tensor) -> list[Tags]:
        width = self._net.upos_hid.out_features
        upos = self._net.upos_clf(hidden[:, :width]).argmax(1)
        feats = self._feats(hidden[:, width:], upos)
        return [
            Tags(self._upos[number], self._show(row))
            for number, row in zip(upos.tolist(), feats, strict=True)
        ]

    def _feats(self, hidden: Tensor, upos: Tensor) -> np.ndarray:
        """Return the number of each feature's value, (words, features)."""
        numbers = np.empty((len(hidden), len(self._sizes)), dtype=np.int16)
        one = hidden.new_ones((len(hidden), 1))
        hidden = torch.cat((hidden, one), 1)
        for tag in torch.unique(upos).tolist():
            chosen = (upos == tag).nonzero()[:, 0]
            scores = torch.addmm(self._bias, hidden.index_select(0, chosen), self._by_upos[tag])
            best = [part.argmax(1) for part in torch.split(scores, self._sizes, 1)]
            numbers[chosen.cpu().numpy()] = torch.stack(best, 1).cpu().numpy()
        return numbers

    def _scorers(self) -> tuple[Tensor, Tensor]:
        """Return the scorers of all features once the part of speech is known: (tags, hidden + 1, values)."""
        tags = self._net.upos_emb.weight
        tags = torch.cat((tags, tags.new_ones((len(tags), 1))), 1)
        scorers = [scorer.W_bilin for scorer in self._net.tag_clf["feats"]]
        weights = torch.cat([scorer.weight for scorer in scorers])
        return torch.einsum("oij,tj->tio", weights, tags).contiguous(), torch.cat(
            [scorer.bias for scorer in scorers]
        )

    def _show(self, numbers: np.ndarray) -> str:
        key = numbers.tobytes()
        if key not in self._shown:
            shown = self._vocabulary["feats"].id2unit(numbers.tolist())
            self._shown[key] = "" if shown == "_" else shown
        return self._shown[key]

    def _embed(self, words: Sequence[str]) -> Tensor:
        words = [plain_mark(word) for word in words]
        device = self._known.device
        own = torch.tensor(self._vocabulary["word"].map(words), device=device)
        known = torch.tensor(self._pretrained.vocab.map([word.lower() for word in words]), device=device)
        letters = self._characters([self._vocabulary["char"].map(list(word)) for word in words])
        return torch.cat(
            (self._net.word_emb(own), self._known.index_select(0, known), self._net.trans_char(letters)), 1
        )
