"""How tagger and parser are trained: a constant rate, then a linear fall to zero."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

logger = logging.getLogger("training")

WARMING = 40
"""Steps over which the rate rises."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to train and how fast.

    Attributes:
        steps: batches.
        rate: the learning rate before it falls.
        constant: the share of the steps before the rate falls.
        seconds: end after so much time, whatever the steps; the rate then falls with the time. Pauses of more than
            20 seconds (a stopped process) do not count. For machines that others use too.
    """

    steps: int
    rate: float
    constant: float = 0.4
    seconds: float | None = None

    def rate_at(self, step: int, share: float) -> float:
        """Return the rate of a step, given the share of the training that is behind it."""
        return self.rate * min(1.0, step / WARMING) * min(1.0, (1.0 - share) / (1.0 - self.constant))


def descend(
    plan: Plan,
    optimizers: Mapping[str, Any],
    batches: Iterator[Any],
    update: Callable[[Any], float],
    at_step: Mapping[int, Callable[[], None]] | None = None,
) -> int:
    """Train; return the number of steps.

    Args:
        plan: how long and how fast.
        optimizers: whose rate is set.
        batches: without end.
        update: takes a step on a batch and returns its loss.
        at_step: what else to do after some steps.
    """
    step, spent, total, last = 0, 0.0, 0.0, time.monotonic()
    while (share := spent / plan.seconds if plan.seconds else step / plan.steps) < 1.0:
        step += 1
        for optimizer in optimizers.values():
            for group in optimizer.param_groups:
                group["lr"] = plan.rate_at(step, share)
        total += float(update(next(batches)))
        now = time.monotonic()
        spent, last = spent + min(now - last, 20.0), now
        if step % 50 == 0:
            logger.info(
                "step %d (%.0f %%), loss %.3f, %.2f s a step", step, 100 * share, total / 50, spent / step
            )
            total = 0.0
        if at_step and step in at_step:
            at_step[step]()
            last = time.monotonic()
    return step
