"""Scores to trees: the best tree in which exactly one word hangs on the root."""

from __future__ import annotations

import numpy as np

PENALTIES = (0.0, 4.0, 16.0, 64.0, 256.0)
"""What a word must pay to be a root, tried in order: a tree with one root that is the best for any such price is
the best of all trees with one root. Only the sum of all scores is sure to be enough."""


def best_trees(scores: np.ndarray, lengths: np.ndarray) -> list[np.ndarray]:
    """Return the heads of the words of some sentences.

    Args:
        scores: (sentences, most words + 1, most words + 1): of a word (second axis) hanging on another (third axis);
            word 0 is the root, and no word hangs on itself (minus infinity).
        lengths: words + 1 of each sentence.

    Returns:
        For each sentence its heads, (words + 1), 0 for the root itself.
    """
    size = scores.shape[1]
    beyond = np.arange(size)[None, :] >= lengths[:, None]
    greedy = np.where(beyond[:, None, :], -np.inf, scores).argmax(2)
    greedy[:, 0] = 0
    greedy[beyond] = 0
    roots = ((greedy == 0) & ~beyond).sum(1) - 1
    reached = greedy
    for _ in range(int(size).bit_length()):
        reached = np.take_along_axis(reached, reached, 1)
    sound = (roots == 1) & (reached == 0).all(1)
    return [
        heads[:length] if good else best_tree(matrix[:length, :length])
        for heads, length, good, matrix in zip(greedy, lengths.tolist(), sound, scores, strict=True)
    ]


def best_tree(scores: np.ndarray) -> np.ndarray:
    """Return the heads of one sentence: the tree of highest score among those with one root."""
    priced = scores.astype(np.float64)
    priced[0] = -np.inf
    priced[0, 0] = 0.0
    np.fill_diagonal(priced[1:, 1:], -np.inf)
    finite = priced[1:][np.isfinite(priced[1:])]
    sure = float(finite.max() - finite.min() + 1.0) * len(priced) if len(finite) else 0.0
    paid = 0.0
    heads = np.zeros(len(priced), dtype=np.int64)
    for price in (*PENALTIES, sure):
        priced[1:, 0] -= price - paid
        paid = price
        heads = _any_roots(priced)
        if (heads[1:] == 0).sum() == 1:
            break
    return heads


def _any_roots(scores: np.ndarray) -> np.ndarray:
    """Return the best tree, whatever its number of roots (Chu and Liu 1965, Edmonds 1967).

    Each word takes its best head; a cycle is drawn together into one word, whose best head says which of its arcs
    gives way, until there is no cycle.
    """
    drawn: list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]] = []
    while True:
        heads: np.ndarray = scores.argmax(1)
        heads[0] = 0
        cycle = _cycle(heads.tolist())
        if cycle is None:
            break
        inside = np.array(cycle)
        outside = np.setdiff1d(np.arange(len(scores)), inside, assume_unique=True)
        kept = scores[inside, heads[inside]]
        entering = scores[np.ix_(inside, outside)] - kept[:, None]
        leaving = scores[np.ix_(outside, inside)]
        entry, exit_ = entering.argmax(0), leaving.argmax(1)
        smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
        smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
        smaller[-1, :-1] = entering[entry, np.arange(len(outside))]
        smaller[:-1, -1] = leaving[np.arange(len(outside)), exit_]
        drawn.append((heads, inside, outside, entry, exit_))
        scores = smaller
    for cycled, inside, outside, entry, exit_ in reversed(drawn):
        whole = cycled.copy()
        last = len(outside)
        on_cycle = heads[:last] == last
        whole[outside] = np.where(on_cycle, inside[exit_], outside[np.minimum(heads[:last], last - 1)])
        whole[inside[entry[heads[last]]]] = outside[heads[last]]
        whole[0] = 0
        heads = whole
    return heads


def _cycle(heads: list[int]) -> list[int] | None:
    """Return the words of a cycle, or None."""
    state = [0] * len(heads)
    state[0] = -1
    for start in range(1, len(heads)):
        word = start
        while not state[word]:
            state[word] = start
            word = heads[word]
        if state[word] == start:
            cycle = [word]
            while (word := heads[word]) != cycle[0]:
                cycle.append(word)
            return sorted(cycle)
    return None
