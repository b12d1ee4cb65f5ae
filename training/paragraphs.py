"""Pseudo-paragraphs of several sentences, with what the tokeniser has to say of each character."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.trees import Tree

INSIDE, TOKEN, SENTENCE, MULTI, MULTI_AND_SENTENCE = "01234"
"""What a character is: inside a token, its end, the end of a sentence, the same for multi-word tokens."""


def paragraphs(trees: Sequence[Tree], rng: random.Random, most: int) -> list[Sequence[Tree]]:
    """Return the sentences, in order, in paragraphs of one to ``most`` of them."""
    found = []
    start = 0
    while start < len(trees):
        end = start + rng.randint(1, most)
        found.append(trees[start:end])
        start = end
    return found


def labelled(found: Iterable[Sequence[Tree]], path: Path) -> None:
    """Write paragraphs to ``path``.txt and their labels, a digit for each character, to ``path``.labels."""
    both = [_labelled(paragraph) for paragraph in found]
    for suffix, which in ((".txt", 0), (".labels", 1)):
        text = "".join(pair[which] + "\n\n" for pair in both)
        path.with_suffix(suffix).write_text(text, encoding="utf-8")


def _labelled(paragraph: Sequence[Tree]) -> tuple[str, str]:
    text, labels = zip(*_parts(paragraph), strict=True)
    return "".join(text), "".join(labels)


def _parts(paragraph: Sequence[Tree]) -> Iterator[tuple[str, str]]:
    for number, tree in enumerate(paragraph):
        for place, token in enumerate(tree.tokens):
            last = place == len(tree.tokens) - 1
            multi = len(token.words) > 1
            end = (MULTI_AND_SENTENCE if last else MULTI) if multi else (SENTENCE if last else TOKEN)
            yield token.form, INSIDE * (len(token.form) - 1) + end
            if not last:
                yield token.after, INSIDE * len(token.after)
        if number < len(paragraph) - 1:
            yield " ", INSIDE
