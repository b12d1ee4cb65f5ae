"""How far a construction can be trusted: the share of its quotes that were right on annotated articles.

The table ``confidence.tsv`` is written by ``python -m benchmarks.confidence GOLD_DIR…``; nobody edits it by hand.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

THRESHOLD = 0.5
"""Below this confidence a quote keeps its words but its source is left unknown."""

UNMEASURED = 0.5
"""The confidence of a construction that no annotated article holds."""


def confidence_of(rule: str) -> float:
    """Return the confidence of a construction, 0 to 1.

    It is (right + 1) / (found + 2): a construction met twice and right twice is not yet sure.
    """
    return _table().get(rule, UNMEASURED)


@cache
def _table() -> dict[str, float]:
    table = {}
    for line in (
        resources.files(__package__).joinpath("confidence.tsv").read_text(encoding="utf-8").splitlines()
    ):
        if line and not line.startswith("#"):
            rule, right, found = line.split("\t")
            table[rule] = (int(right) + 1) / (int(found) + 2)
    return table
