"""Short second trainings of the parser from one state, on mixtures that differ, and the average of their weights.

States that come from one another by short steps lie in one valley: their average is better than each of them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from training.descent import Plan
from training.trees import Tree, read, write

LIKE_THE_PRESS = "gsd:"
QUESTIONS = "fqb:"


@dataclass(frozen=True, slots=True)
class Cycle:
    """A second training.

    Attributes:
        plan: how long and how fast.
        times: how often each sentence of UD_French-GSD is read.
        share: the share of the others that is read; of the questions half, or less.
    """

    plan: Plan
    times: int
    share: float


CYCLES = (
    Cycle(Plan(400, 0.0009, constant=0.2), times=2, share=0.75),
    Cycle(Plan(400, 0.0009, constant=0.2), times=1, share=0.9),
)


def mixed(parsed: Path, out: Path, cycle: Cycle, seed: int) -> None:
    """Write the parser's training data as a cycle reads it."""
    rng = random.Random(seed)
    trees = list(_drawn(read(parsed), cycle, rng))
    rng.shuffle(trees)
    write(out, trees)


def average(states: Sequence[Path], out: Path) -> None:
    """Write the network whose weights are the means of those of several states."""
    stored = [torch.load(path, map_location="cpu", weights_only=True) for path in states]
    weights = stored[0]["model"]
    for name, weight in weights.items():
        if torch.is_tensor(weight) and weight.is_floating_point():
            mean = torch.stack([state["model"][name].double() for state in stored]).mean(0)
            weights[name] = mean.to(weight.dtype)
    torch.save(stored[0], out, _use_new_zipfile_serialization=False)


def _drawn(trees: Sequence[Tree], cycle: Cycle, rng: random.Random) -> Iterator[Tree]:
    for tree in trees:
        if tree.name.startswith(LIKE_THE_PRESS):
            yield from [tree] * cycle.times
        elif rng.random() < (min(0.5, cycle.share) if tree.name.startswith(QUESTIONS) else cycle.share):
            yield tree
