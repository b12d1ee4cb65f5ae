"""Tagged words to trees, with Stanza's trained parser: a deep biaffine parser (Dozat and Manning 2017)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from stanza.models.common.vocab import ROOT_ID, VOCAB_PREFIX_SIZE
from torch import Tensor
from torch.nn import functional

from quotetrack.syntax.direct.arborescence import best_trees
from quotetrack.syntax.direct.recurrent import Batch, Characters, Highway, batches, stacked
from quotetrack.syntax.direct.words import WordVectors, plain_mark

BATCH = 2000
"""Words of a batch, padding included."""
LABELLED = 256
"""Words whose relations are scored at once, so that the product stays in the processor's cache."""


class TreeParser:
    """Stanza's graph parser; relations are scored for the chosen arcs only.

    Args:
        trained: the parser's network.
        vocabulary: its words, lemmas, tags and relations.
        pretrained: the word vectors that it was trained with.
        repair: mend words with two subjects or two objects as Stanza does (its ``resolve_head_constraints``).
    """

    def __init__(self, trained: Any, vocabulary: Any, pretrained: Any, repair: bool = False) -> None:
        self._net = trained
        self._vocabulary = vocabulary
        self._pretrained = pretrained
        self._repair = repair
        self._known = trained.trans_pretrained(trained.pretrained_emb.weight)
        self._characters = Characters(trained.charmodel) if hasattr(trained, "charmodel") else None
        self._highway = Highway(trained.parserlstm, trained.parserlstm_h_init, trained.parserlstm_c_init)
        self._names = [name for name in ("unlabeled", "linearization", "distance") if hasattr(trained, name)]
        scorers = [getattr(trained, name) for name in (*self._names, "deprel")]
        self._sides = stacked([side for scorer in scorers for side in (scorer.W1, scorer.W2)])
        self._relation = scorers[-1].scorer.W_bilin
        self._labels = [vocabulary["deprel"].id2unit(i) for i in range(len(vocabulary["deprel"]))]
        self._vectors = WordVectors(self._embed)
        self._before = self._known.shape[1] + trained.word_emb.embedding_dim

    def __call__(
        self,
        sentences: Sequence[Sequence[str]],
        lemmas: Sequence[Sequence[str]],
        tags: Sequence[Sequence[str]],
    ) -> list[list[tuple[int, str]]]:
        """Return head and relation of the words of each sentence, given their lemmas and parts of speech."""
        self._vectors.forget_if_full()
        trees: list[list[tuple[int, str]]] = [[] for _ in sentences]
        lengths = [len(sentence) + 1 if sentence else 0 for sentence in sentences]
        for batch in batches(lengths, BATCH, self._known.device):
            inputs = self._inputs(
                [sentences[i] for i in batch.members],
                [lemmas[i] for i in batch.members],
                [tags[i] for i in batch.members],
            )
            read = self._highway(batch.padded(inputs), batch).transpose(0, 1)
            for i, tree in zip(batch.members, self._trees(read, batch), strict=True):
                trees[i] = tree
        return trees

    def _inputs(
        self,
        sentences: Sequence[Sequence[str]],
        lemmas: Sequence[Sequence[str]],
        tags: Sequence[Sequence[str]],
    ) -> Tensor:
        device = self._known.device
        words = self._vectors([word for sentence in sentences for word in ("", *sentence)])
        lemma_ids = [i for lemma in lemmas for i in (ROOT_ID, *self._vocabulary["lemma"].map(lemma))]
        tag_ids = [i for tag in tags for i in (ROOT_ID, *self._vocabulary["upos"].map(tag))]
        return torch.cat(
            (
                words[:, : self._before],
                self._net.lemma_emb(torch.tensor(lemma_ids, device=device)),
                self._net.upos_emb(torch.tensor(tag_ids, device=device)),
                words[:, self._before :],
            ),
            1,
        )

    def _embed(self, words: Sequence[str]) -> Tensor:
        """Return what is known of words; the empty one is the root of a sentence."""
        words = [plain_mark(word) for word in words]
        device = self._known.device
        known = [self._pretrained.vocab.unit2id(word.lower()) if word else ROOT_ID for word in words]
        own = [self._vocabulary["word"].unit2id(word) if word else ROOT_ID for word in words]
        parts = [
            self._known.index_select(0, torch.tensor(known, device=device)),
            self._net.word_emb(torch.tensor(own, device=device)),
        ]
        if self._characters is not None:
            letters = [self._vocabulary["char"].map(list(word)) if word else [ROOT_ID] for word in words]
            parts.append(self._net.trans_char(self._characters(letters)))
        return torch.cat(parts, 1)

    def _trees(self, read: Tensor, batch: Batch) -> list[list[tuple[int, str]]]:
        sides = [
            torch.cat((side, side.new_ones((*side.shape[:2], 1))), 2)
            for side in functional.relu(self._sides(read)).chunk(2 * len(self._names) + 2, 2)
        ]
        scores = self._scores(sides)
        trees = best_trees(scores.cpu().numpy(), batch.lengths)
        dependents, governors = sides[-2:]
        member, word, head = (
            torch.from_numpy(places).to(read.device)
            for places in (
                np.repeat(np.arange(len(trees)), batch.lengths - 1),
                np.concatenate([np.arange(1, length) for length in batch.lengths]),
                np.concatenate([tree[1:] for tree in trees]),
            )
        )
        labels = self._relations(dependents[member, word], governors[member, head])
        chosen = iter(labels.argmax(1).tolist())
        parsed = [[(head, next(chosen)) for head in tree[1:].tolist()] for tree in trees]
        if self._repair:
            parsed = [
                self._repaired(tree, scores[i], dependents[i], governors[i]) for i, tree in enumerate(parsed)
            ]
        return [[(head, self._labels[label + VOCAB_PREFIX_SIZE]) for head, label in tree] for tree in parsed]

    def _scores(self, sides: Sequence[Tensor]) -> Tensor:
        """Return (sentences, words, words): how likely the first word hangs on the second."""
        found = {}
        for i, name in enumerate(self._names):
            bilinear = getattr(self._net, name).scorer.W_bilin
            weighed = sides[2 * i] @ bilinear.weight[:, :, 0]
            found[name] = torch.baddbmm(bilinear.bias, weighed, sides[2 * i + 1].transpose(1, 2))
        scores = found["unlabeled"]
        place = torch.arange(scores.shape[1], device=scores.device)
        offset = place[None, None, :] - place[None, :, None]
        if "linearization" in found:
            scores = scores + functional.logsigmoid(found["linearization"] * torch.sign(offset).float())
        if "distance" in found:
            error = offset.abs().float() - (1 + functional.softplus(found["distance"]))
            scores = scores - torch.log(error**2 / 2 + 1)
        diagonal = torch.eye(scores.shape[1], dtype=torch.bool, device=scores.device)
        return scores.masked_fill_(diagonal[None], -float("inf"))

    def _relations(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Return (words, relations): how likely each is between dependents and their governors."""
        weight: Tensor = self._relation.weight
        flat = weight.reshape(len(weight), -1)
        parts = []
        for start in range(0, len(dependents), LABELLED):
            dependent = dependents[start : start + LABELLED]
            governor = governors[start : start + LABELLED]
            weighed = (dependent @ flat).view(len(dependent), weight.shape[1], weight.shape[2])
            parts.append(torch.bmm(governor[:, None, :], weighed)[:, 0])
        bias: Tensor = self._relation.bias
        return torch.cat(parts) + bias

    def _repaired(
        self, tree: list[tuple[int, int]], scores: Tensor, dependents: Tensor, governors: Tensor
    ) -> list[tuple[int, int]]:
        """Return the tree without doubled subjects and objects, as Stanza mends them."""
        from stanza.models.depparse.head_constraints import (
            find_head_constraint_violations,
            resolve_head_constraint_violations,
        )

        heads = np.array([0, *(head for head, _ in tree)])
        if not find_head_constraint_violations(
            heads, [self._labels[label + VOCAB_PREFIX_SIZE] for _, label in tree]
        ):
            return tree
        size = len(heads)
        every = torch.arange(size, device=scores.device)
        labels = self._relations(
            dependents[every.repeat_interleave(size)], governors[every.repeat(size)]
        ).view(size, size, -1)
        mended, relations = resolve_head_constraint_violations(
            scores[:size, :size].cpu().numpy(),
            functional.log_softmax(labels, 2).cpu().numpy(),
            heads,
            self._vocabulary["deprel"],
        )
        return list(zip(mended[1:].tolist(), relations, strict=True))
