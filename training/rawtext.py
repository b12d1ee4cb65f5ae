"""Word vectors learned from raw French, cut into words as the treebanks cut it."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from training.treebanks import RecipeError
from training.trees import Tree
from training.vectors import Vectors

WIDTH, WINDOW, EPOCHS, MOST = 64, 3, 4, 30_000
SPLIT = {"au": ("à", "le"), "aux": ("à", "les"), "du": ("de", "le")}
TIMES = 3
"""How often the sentences of the treebanks are read for each reading of the raw text."""

_CLITIC_BEFORE = re.compile(r"\b((?:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])')(?=\w)")
_CLITIC_AFTER = re.compile(
    r"(-t-(?:il|elle|on)s?|-(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|le|la|les|lui|leur|moi|toi|y|en|là))\b"
)
_MARK = re.compile(r"([«»“”\"(),;:!?…—–\[\]])")
_STOP = re.compile(r"(\.\.\.|\.)(?=\s|$)")


def words(text: str) -> list[str]:
    """Return the words of a text: « S'agit-il du pont ? » → s', agit, -il, de, le, pont, ?"""
    text = text.lower().replace("’", "'")
    text = _CLITIC_BEFORE.sub(r"\1 ", _CLITIC_AFTER.sub(r" \1 ", text))
    text = _STOP.sub(r" \1", _MARK.sub(r" \1 ", text))
    return [part for word in text.split() for part in SPLIT.get(word, (word,))]


def learned(raw: Sequence[Path], trees: Sequence[Tree], seed: int = 1, least: int = 4) -> Vectors:
    """Return vectors learned from raw text (a paragraph a line, .txt or .txt.xz) and treebanks.

    Raises:
        RecipeError: gensim is not installed.
    """
    try:
        from gensim.models import Word2Vec
    except ImportError as error:
        raise RecipeError(
            "gensim learns word vectors from raw text; install it: pip install gensim"
        ) from error
    sentences = list(_sentences(raw, trees))
    model = Word2Vec(
        sentences,
        vector_size=WIDTH,
        window=WINDOW,
        sg=1,
        negative=6,
        min_count=least,
        sample=1e-4,
        epochs=EPOCHS,
        workers=1,
        max_final_vocab=MOST,
        seed=seed,
    )
    table = model.wv.vectors.astype(np.float64)
    return Vectors(tuple(model.wv.index_to_key), table * (3.0 / np.linalg.norm(table, axis=1).mean()))


def _sentences(raw: Sequence[Path], trees: Sequence[Tree]) -> Iterator[list[str]]:
    for path in raw:
        with (
            lzma.open(path, "rt", encoding="utf-8")
            if path.suffix == ".xz"
            else path.open(encoding="utf-8") as file
        ):
            for line in file:
                found = words(line)
                yield from (found[i : i + 400] for i in range(0, len(found), 400))
    for _ in range(TIMES):
        for tree in trees:
            yield [word.form.lower().replace("’", "'") for word in tree.words]
