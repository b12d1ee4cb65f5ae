"""The same networks, trained four to six times as fast on a CPU.

PyTorch goes back through packed sequences one step at a time, and through `torch.nn.Bilinear` slowly; Stanza's parser
scores every relation between every pair of words, of which its loss uses one a word, and reads the characters of a word
each time it occurs. Here sequences are padded, bilinear forms are matrix products, relations are scored for gold arcs,
and words are read once a batch. The saved networks are ordinary ones of Stanza.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import torch
from stanza.models.common import biaffine, char_model, packed_lstm
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from stanza.models.depparse import model as parser_model
from torch import Tensor
from torch.nn import functional
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence


@contextmanager
def faster_training() -> Iterator[None]:
    """Train with the faster forms inside the block; on a GPU there is nothing to gain."""
    original = parser_model.GraphParser.forward

    def parser_forward(self: Any, *inputs: Any) -> Any:
        return _parser_loss(self, *inputs) if self.training else original(self, *inputs)

    with ExitStack() as stack:
        for owner, forward in (
            (parser_model.GraphParser, parser_forward),
            (biaffine.BiaffineScorer, _biaffine),
            (packed_lstm.PackedLSTM, _lstm),
            (char_model.CharacterModel, _characters),
        ):
            stack.enter_context(patch.object(owner, "forward", forward))
        yield


def _lstm(self: Any, input: PackedSequence, lengths: Any, hx: Any = None) -> Any:
    """Run one layer on padded input, cut into chunks of about equal length, each direction by itself."""
    lstm = self.lstm
    padded, lengths = pad_packed_sequence(input, batch_first=True)
    size, longest, _ = padded.shape
    directions = 2 if lstm.bidirectional else 1
    zeros = padded.new_zeros(directions, size, lstm.hidden_size)
    hidden, cells = (zeros, zeros) if hx is None else hx
    order = torch.argsort(lengths, descending=True, stable=True)
    padded, hidden, cells = padded[order], hidden[:, order], cells[:, order]
    read = []
    for start, end in _chunks(lengths[order].tolist()):
        those = lengths[order][start:end]
        part = padded[start:end, : int(those[0])].contiguous()
        ways = [
            _one_way(lstm, part, those, hidden[way, start:end], cells[way, start:end], way, self.training)
            for way in range(directions)
        ]
        read.append(functional.pad(torch.cat(ways, 2), (0, 0, 0, longest - part.shape[1])))
    output = torch.cat(read)[torch.argsort(order)]
    packed = pack_padded_sequence(output, lengths, True, enforce_sorted=input.sorted_indices is None)
    packed = PackedSequence(packed.data, packed.batch_sizes, input.sorted_indices, input.unsorted_indices)
    if self.pad:
        return pad_packed_sequence(packed, batch_first=self.batch_first)[0], (zeros, zeros)
    return packed, (zeros, zeros)


def _one_way(
    lstm: Any, inputs: Tensor, lengths: Tensor, hidden: Tensor, cells: Tensor, way: int, training: bool
) -> Tensor:
    suffix = ("_l0", "_l0_reverse")[way]
    weights = [getattr(lstm, name + suffix) for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
    state = hidden[None].contiguous(), cells[None].contiguous()
    turned = _turned(inputs, lengths) if way else inputs
    output = torch._VF.lstm(turned, state, weights, True, 1, 0.0, training, False, True)[0]
    return _turned(output, lengths) if way else output


def _turned(padded: Tensor, lengths: Tensor) -> Tensor:
    """Return sequences turned round within their own length."""
    place = torch.arange(padded.shape[1])[None, :]
    turned = torch.where(place < lengths[:, None], lengths[:, None] - 1 - place, place)
    return padded.gather(1, turned[:, :, None].expand(-1, -1, padded.shape[2]).to(padded.device))


def _chunks(lengths: Sequence[int], most: int = 2048) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of stretches of about equal length; lengths fall."""
    start = 0
    while start < len(lengths):
        end = start + 1
        while end < len(lengths) and end - start < most:
            if lengths[end] < 0.75 * lengths[start] and end - start >= 32:
                break
            end += 1
        yield start, end
        start = end


def _characters(
    self: Any, chars: Tensor, chars_mask: Any, word_orig_idx: Any, sentlens: Any, wordlens: Any
) -> Any:
    """Read each word of a batch once."""
    words, which = torch.unique(chars, dim=0, return_inverse=True)
    lengths, order = (words != 0).sum(1).sort(descending=True)
    size = len(words)
    packed = pack_padded_sequence(self.dropout(self.char_emb(words[order])), lengths.cpu(), batch_first=True)
    layers, width = self.num_dir * self.args["char_num_layers"], self.args["char_hidden_dim"]
    state = tuple(
        s.expand(layers, size, width).contiguous() for s in (self.charlstm_h_init, self.charlstm_c_init)
    )
    read = self.charlstm(packed, lengths, hx=state)[0]
    weights = torch.sigmoid(self.char_attn(self.dropout(read.data)))
    summed = pad_packed_sequence(PackedSequence(read.data * weights, read.batch_sizes), batch_first=True)[
        0
    ].sum(1)
    found = char_model.tensor_unsort(summed[torch.argsort(order)[which]], word_orig_idx)
    return char_model.pack_sequence(found.split(sentlens))


def _biaffine(self: Any, input1: Tensor, input2: Tensor) -> Tensor:
    """Return the scores of `torch.nn.Bilinear` by matrix products."""
    left = torch.cat((input1, input1.new_ones((*input1.shape[:-1], 1))), -1)
    right = torch.cat((input2, input2.new_ones((*input2.shape[:-1], 1))), -1)
    weight = self.W_bilin.weight
    flat = weight.permute(1, 0, 2).reshape(weight.shape[1], -1)
    weighed = (left @ flat).view(*left.shape[:-1], weight.shape[0], weight.shape[2])
    scores = (weighed * right.unsqueeze(-2)).sum(-1)
    return scores if self.W_bilin.bias is None else scores + self.W_bilin.bias


def _parser_loss(self: Any, *inputs: Any) -> tuple[Tensor, list[Any]]:
    """Return the loss of Stanza's graph parser, relations scored for gold arcs only."""
    word, word_mask, wordchars, head, deprel = inputs[0], inputs[1], inputs[2], inputs[9], inputs[10]
    read = self.embed(*inputs)
    drop = self.drop
    real = (~word_mask[:, 1:]).reshape(-1)
    loss = self.crit(
        _relations(self.deprel, drop(read)[:, 1:], drop(read), head, real),
        (deprel - VOCAB_PREFIX_SIZE).reshape(-1)[real],
    )
    place = torch.arange(word.size(1), device=word.device)
    offset = (place[None, None, :] - place[None, :, None]).expand(word.size(0), -1, -1)
    scores = self.unlabeled(drop(read), drop(read)).squeeze(3)
    if self.args["linearization"]:
        sides = self.linearization(drop(read), drop(read)).squeeze(3)
        scores = scores + functional.logsigmoid(sides * torch.sign(offset).float()).detach()
        chosen = torch.gather(sides[:, 1:], 2, head[:, :, None]).view(-1)
        after = torch.gather((offset[:, 1:] > 0).long(), 2, head[:, :, None]).view(-1)
        loss = loss + self.crit(torch.stack((-chosen / 2, chosen / 2), 1)[real], after[real])
    if self.args["distance"]:
        expected = 1 + functional.softplus(self.distance(drop(read), drop(read)).squeeze(3))
        likely = -torch.log((offset.abs().float() - expected) ** 2 / 2 + 1)
        scores = scores + likely.detach()
        loss = loss - torch.gather(likely[:, 1:], 2, head[:, :, None]).view(-1)[real].sum()
    itself = torch.eye(word.size(1), dtype=torch.bool, device=word.device)
    scores = scores.masked_fill(itself, -float("inf"))[:, 1:].masked_fill(word_mask[:, None], -float("inf"))
    gold = head.masked_fill(word_mask[:, 1:], -1).view(-1)
    loss = loss + self.crit(scores.reshape(-1, scores.size(2)), gold)
    return loss / wordchars.size(0), []


def _relations(scorer: Any, dependents: Tensor, governors: Tensor, head: Tensor, real: Tensor) -> Tensor:
    left = scorer.dropout(functional.relu(scorer.W1(dependents)))
    right = scorer.dropout(functional.relu(scorer.W2(governors)))
    right = right.gather(1, head[:, :, None].expand(-1, -1, right.size(2)))
    left, right = (side.reshape(-1, side.size(2))[real] for side in (left, right))
    left, right = (torch.cat((side, side.new_ones(len(side), 1)), 1) for side in (left, right))
    weight = scorer.scorer.W_bilin.weight
    weighed = (left @ weight.reshape(len(weight), -1)).view(len(left), weight.shape[1], weight.shape[2])
    return torch.bmm(right[:, None], weighed).squeeze(1) + scorer.scorer.W_bilin.bias
