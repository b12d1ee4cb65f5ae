"""Recurrent layers over batches of sequences that are about equally long.

Stanza packs its sequences, which takes the slow path of `torch.nn.LSTM`, one small product a step. Here they are
sorted by length and padded, time first, and each direction is one plain LSTM: the backward one reads each sequence
turned round within its own length, so that padding stands behind what is read in both directions and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn


@dataclass(frozen=True, slots=True)
class Batch:
    """Sequences that are read together.

    Attributes:
        members: which sequences, by index.
        lengths: how long they are.
        filled: where their elements stand in a (steps × members, width) table, sequence after sequence.
        turned: for each row of that table the row that stands there when sequences are read backwards.
    """

    members: Sequence[int]
    lengths: np.ndarray
    filled: Tensor
    turned: Tensor

    @property
    def steps(self) -> int:
        """Return the length of the longest member."""
        return int(self.lengths.max())

    def padded(self, elements: Tensor) -> Tensor:
        """Return elements, sequence after sequence, as (steps, members, width), zeros behind the end."""
        table = elements.new_zeros((self.steps * len(self.members), elements.shape[1]))
        table.index_copy_(0, self.filled, elements)
        return table.view(self.steps, len(self.members), -1)

    def elements(self, padded: Tensor) -> Tensor:
        """Return the elements of (steps, members, width), sequence after sequence."""
        return padded.reshape(-1, padded.shape[2]).index_select(0, self.filled)


def batches(lengths: Sequence[int], most: int, device: torch.device, members: int = 64) -> Iterator[Batch]:
    """Yield batches of sequences of similar length, the shortest first, of at most ``most`` padded elements."""
    ordered = sorted((i for i in range(len(lengths)) if lengths[i]), key=lambda i: lengths[i])
    start = 0
    for end in range(1, len(ordered) + 1):
        full = end == len(ordered) or end - start >= members
        if full or lengths[ordered[end]] * (end + 1 - start) > most:
            chosen = ordered[start:end]
            yield batch_of(chosen, np.array([lengths[i] for i in chosen]), device)
            start = end


def batch_of(members: Sequence[int], lengths: np.ndarray, device: torch.device) -> Batch:
    """Return the batch of some sequences, of one element at least each."""
    count, steps = len(members), int(lengths.max())
    step, member = np.arange(steps)[:, None], np.arange(count)[None, :]
    inside = step < lengths[None, :]
    turned = np.where(inside, lengths[None, :] - 1 - step, step) * count + member
    filled = (step * count + member).T[inside.T]
    return Batch(
        members, lengths, torch.from_numpy(filled).to(device), torch.from_numpy(turned.reshape(-1)).to(device)
    )


class BothWays:
    """One layer of a trained bidirectional LSTM."""

    def __init__(self, trained: Any) -> None:
        self._forward, self._backward = (_one_way(trained, suffix) for suffix in ("", "_reverse"))

    def __call__(self, inputs: Tensor, batch: Batch, state: tuple[Tensor, Tensor] | None = None) -> Tensor:
        """Return (steps, members, 2 × hidden); ``state`` holds the initial states of the two directions."""
        ahead, back = (None, None) if state is None else _of_directions(state, inputs.shape[1])
        read = self._forward(inputs, ahead)[0]
        turned = self._backward(_turn(inputs, batch), back)[0]
        return torch.cat((read, _turn(turned, batch)), 2)


class Highway:
    """The highway LSTM of Stanza's tagger and parser: each layer adds its gated input to what the LSTM says."""

    def __init__(self, trained: Any, hidden: Tensor, cells: Tensor) -> None:
        self._layers = [BothWays(layer.lstm) for layer in trained.lstm]
        self._states = [
            (hidden[2 * i : 2 * i + 2], cells[2 * i : 2 * i + 2]) for i in range(len(trained.lstm))
        ]
        self._beside = [
            stacked([gate, highway]) for gate, highway in zip(trained.gate, trained.highway, strict=True)
        ]

    def __call__(self, inputs: Tensor, batch: Batch) -> Tensor:
        """Return (steps, members, 2 × hidden)."""
        for layer, state, beside in zip(self._layers, self._states, self._beside, strict=True):
            gate, highway = beside(inputs).chunk(2, 2)
            inputs = layer(inputs, batch, state).add_(gate.sigmoid_().mul_(highway.tanh_()))
        return inputs


class Characters:
    """Stanza's word vectors read off the characters: an LSTM whose steps are weighed and summed."""

    def __init__(self, trained: Any) -> None:
        self._trained = trained
        lstm = trained.charlstm.lstm
        self._both = BothWays(lstm) if lstm.bidirectional else None
        self._one = None if lstm.bidirectional else _one_way(lstm, "")
        self._state = trained.charlstm_h_init, trained.charlstm_c_init

    def __call__(self, words: Sequence[Sequence[int]], most: int = 8000) -> Tensor:
        """Return (words, hidden) for words given as the numbers of their characters."""
        weight: Tensor = self._trained.char_attn.weight
        found = weight.new_zeros((len(words), weight.shape[1]))
        for batch in batches([len(word) for word in words], most, weight.device, members=512):
            ids = torch.tensor([c for i in batch.members for c in words[i]], device=weight.device)
            inputs = batch.padded(self._trained.char_emb(ids))
            if self._both is not None:
                read = self._both(inputs, batch, self._state)
            else:
                ahead = tuple(s.expand(-1, len(batch.members), -1).contiguous() for s in self._state)
                read = self._one(inputs, ahead)[0]  # type: ignore[misc]
            weighed = read * torch.sigmoid(read @ weight.T)
            beyond = torch.arange(batch.steps)[:, None] >= torch.from_numpy(batch.lengths)[None, :]
            weighed.masked_fill_(beyond.to(weight.device)[:, :, None], 0.0)
            found[torch.tensor(list(batch.members), device=weight.device)] = weighed.sum(0)
        return found


def stacked(layers: Sequence[Any]) -> nn.Linear:
    """Return one linear layer that gives the outputs of several, side by side."""
    weights = torch.cat([layer.weight for layer in layers])
    one = nn.Linear(weights.shape[1], weights.shape[0], bias=layers[0].bias is not None)
    one.weight = nn.Parameter(weights, requires_grad=False)
    if layers[0].bias is not None:
        one.bias = nn.Parameter(torch.cat([layer.bias for layer in layers]), requires_grad=False)
    return one


def _one_way(trained: Any, suffix: str) -> nn.LSTM:
    half = nn.LSTM(trained.input_size, trained.hidden_size)
    for name in ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"):
        setattr(half, name, nn.Parameter(getattr(trained, name + suffix), requires_grad=False))
    return half.to(trained.weight_ih_l0.device).eval()


def _of_directions(
    state: tuple[Tensor, Tensor], members: int
) -> tuple[tuple[Tensor, ...], tuple[Tensor, ...]]:
    ahead, back = (tuple(s[i : i + 1].expand(-1, members, -1).contiguous() for s in state) for i in (0, 1))
    return ahead, back


def _turn(table: Tensor, batch: Batch) -> Tensor:
    return table.reshape(-1, table.shape[2]).index_select(0, batch.turned).view(table.shape)
