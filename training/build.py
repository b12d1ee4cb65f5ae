"""The recipe: from a folder of treebanks to a Stanza resources folder.

    python -m training.build --treebanks DIR --out DIR [--vectors PATH[:WIDTH]]... [--raw FILE]... [--device cuda]

A step whose output lies in ``--out`` already is skipped: run the same command again to go on after a stop, or delete a
file to have its step done anew. In the end ``--out`` holds ``stanza_resources/``, ``CARD.md`` and ``scores.json``.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from training.card import Made, write_card
from training.corpus import Files, write_corpus
from training.descent import Plan
from training.dictionaries import train_expander, train_lemmatizer
from training.lists import VERBS
from training.narrow import narrow_parser
from training.package import package, size
from training.parsing import ParserShape, train_parser
from training.rawtext import learned
from training.scores import press_sentences, scored
from training.start import graft_parser, graft_tagger
from training.tagging import TaggerShape, early_path, tag_as_early, train_tagger
from training.tokens import TokenizerShape, train_tokenizer
from training.treebanks import RecipeError, Texts, texts
from training.vectors import Vectors, alike, joined, read_vectors, store

logger = logging.getLogger("training")

MOST_WORDS = 34_000
"""Words taken from the first source of vectors."""
WIDTH = 60
"""Dimensions to which the first of several sources of vectors is reduced."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a run is.

    Attributes:
        tokens, tagger, parser: how long and how fast each is trained.
        early: the tagger's step whose tags the parser learns from.
        epochs: of the lemmatiser.
        tagger_shape, parser_shape, tokenizer_shape: the sizes of the networks.
        words: words taken from the first source of vectors.
    """

    tokens: Plan
    tagger: Plan
    parser: Plan
    early: int
    epochs: int
    tagger_shape: TaggerShape = field(default_factory=TaggerShape)
    parser_shape: ParserShape = field(default_factory=ParserShape)
    tokenizer_shape: TokenizerShape = field(default_factory=TokenizerShape)
    words: int = MOST_WORDS


SIZES = {
    "full": Size(Plan(5000, 0.002), Plan(2900, 0.003), Plan(4500, 0.002), early=500, epochs=6),
    "continue": Size(
        Plan(1500, 0.0015, 0.1), Plan(1500, 0.0022, 0.2), Plan(2000, 0.0018, 0.2), early=500, epochs=6
    ),
    "smoke": Size(
        Plan(80, 0.02),
        Plan(2, 0.003),
        Plan(2, 0.002),
        early=1,
        epochs=1,
        tagger_shape=TaggerShape(8, 8, 8, 8, 4, 8, 8, 8, batch=8, cutoff=1),
        parser_shape=ParserShape(8, 8, 8, 8, 8, 4, 8, 8, batch=100, cutoff=1),
        tokenizer_shape=TokenizerShape(16, 16, 60),
        words=1000,
    ),
}


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for; see the help of the arguments."""

    treebanks: Path
    out: Path
    raw: tuple[Path, ...]
    vectors: tuple[tuple[Path, int], ...]
    start: Path | None
    device: str
    size: Size
    seed: int


def build(order: Order) -> Path:
    """Make the models and return the resources folder.

    Raises:
        RecipeError: something is missing; the message says what and where it is to be had.
    """
    found = texts(order.treebanks)
    work = order.out / "work"
    work.mkdir(parents=True, exist_ok=True)
    corpus = Files(work / "corpus")
    vectors = work / "pretrain.pt"
    resources = order.out / "stanza_resources"
    _step("corpus", corpus.path("counts.json"), lambda: write_corpus(found, corpus.folder, order.seed))
    _step("word vectors", vectors, lambda: _vectors(order, found, vectors))
    _step("tokeniser", work / "tokenize.pt", lambda: _tokenizer(order, corpus.folder, work))
    _step("multi-word expander", work / "mwt.pt", lambda: _expander(order, corpus.folder, work))
    _step("lemmatiser", work / "lemma.pt", lambda: _lemmatizer(order, corpus.folder, work))
    _step("tagger", work / "pos.pt", lambda: _tagger(order, corpus.folder, vectors, work))
    early = early_path(work / "pos.pt")
    _step(
        "tags for the parser",
        corpus.path("parsed.conllu"),
        lambda: tag_as_early(corpus.folder, vectors, early),
    )
    _step("parser", work / "depparse.pt", lambda: _parser(order, corpus.folder, vectors, work))
    _step("package", resources / "resources.json", lambda: package(work, vectors, resources))
    _step("scores and card", order.out / "CARD.md", lambda: _card(order, found, corpus, resources))
    return resources


def _step(name: str, output: Path, make: Callable[[], object]) -> None:
    if output.exists():
        logger.info("%s: there already (%s)", name, output)
        return
    logger.info("%s …", name)
    make()


def _vectors(order: Order, found: Texts, path: Path) -> None:
    sources: list[Vectors] = [read_vectors(source) for source, _ in order.vectors]
    widths = [width for _, width in order.vectors]
    if order.raw or not sources:
        least = 1 if order.size.words < MOST_WORDS else 4
        sources.append(learned(order.raw, (*found.written, *found.spoken), least=least))
        widths.append(0)
    if len(sources) == 1:
        store(sources[0] if not widths[0] else joined(sources, widths, order.size.words), path)
        return
    saying = [form for verb in VERBS for form in (verb.present, verb.participle)]
    store(joined(sources, widths, order.size.words, alike(sources[0], saying, 150_000)), path)


def _tokenizer(order: Order, corpus: Path, work: Path) -> None:
    train_tokenizer(
        corpus,
        work / "tokenize.pt",
        order.size.tokens,
        shape=order.size.tokenizer_shape,
        device=order.device,
        seed=order.seed,
        start=order.start,
    )


def _expander(order: Order, corpus: Path, work: Path) -> None:
    train_expander(corpus, work / "mwt.pt", device=order.device, seed=order.seed)


def _lemmatizer(order: Order, corpus: Path, work: Path) -> None:
    train_lemmatizer(
        corpus, work / "lemma.pt", epochs=order.size.epochs, device=order.device, seed=order.seed
    )


def _tagger(order: Order, corpus: Path, vectors: Path, work: Path) -> None:
    """Train the tagger; one that is continued knows its training data too well, so the early one begins anew."""
    common = {"shape": order.size.tagger_shape, "device": order.device, "seed": order.seed}
    out = work / "pos.pt"
    if order.start is None:
        train_tagger(corpus, vectors, out, order.size.tagger, early=order.size.early, **common)
        return
    if not early_path(out).exists():
        plan = replace(order.size.tagger, steps=order.size.early, constant=0.9)
        train_tagger(corpus, vectors, early_path(out), plan, **common)
    graft_tagger(order.start, vectors, work / "pos-start.pt")
    train_tagger(corpus, vectors, out, order.size.tagger, start=work / "pos-start.pt", **common)


def _parser(order: Order, corpus: Path, vectors: Path, work: Path) -> None:
    """Train the parser and narrow what it reads of words."""
    wide = work / "depparse-wide.pt"
    if not wide.exists():
        begin = None
        if order.start is not None:
            begin = work / "depparse-start.pt"
            graft_parser(order.start, vectors, begin)
        train_parser(
            corpus,
            vectors,
            wide,
            order.size.parser,
            shape=order.size.parser_shape,
            device=order.device,
            seed=order.seed,
            start=begin,
        )
    narrow_parser(wide, vectors, corpus, work / "depparse.pt", order.size.parser_shape.narrow)


def _card(order: Order, found: Texts, corpus: Files, resources: Path) -> None:
    plans = {name: getattr(order.size, name) for name in ("tokens", "tagger", "parser")}
    write_card(
        Made(
            texts=found,
            vectors=[path.name for path, _ in order.vectors] + [path.name for path in order.raw],
            counts=json.loads(corpus.path("counts.json").read_text(encoding="utf-8")),
            steps={name: plan.steps for name, plan in plans.items()},
            start=None if order.start is None else order.start.name,
            seed=order.seed,
            device=order.device,
            megabytes=size(resources),
            scores={name: scored(resources, path, order.device) for name, path in found.tests},
            press=press_sentences(resources, device=order.device),
        ),
        order.out,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the recipe; return 0, or 2 where something is missing."""
    parser = argparse.ArgumentParser(prog="python -m training.build", description=__doc__.split("\n")[0])
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of .conllu files")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder to write; what is there is not made again"
    )
    parser.add_argument("--raw", type=Path, action="append", default=[], help="raw French for word vectors")
    parser.add_argument(
        "--vectors",
        action="append",
        default=[],
        metavar="PATH[:WIDTH]",
        help="word vectors: word2vec text, a spaCy package, or a Stanza pretrain file; WIDTH reduces them",
    )
    parser.add_argument("--start", type=Path, help="resources folder whose networks are continued")
    parser.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    parser.add_argument(
        "--threads", type=int, default=1, help="of PyTorch; these networks are too small for many"
    )
    parser.add_argument("--steps", default="full", choices=tuple(SIZES), help="how long to train")
    parser.add_argument("--seed", type=int, default=13)
    options = parser.parse_args(arguments)
    _speak()
    torch.set_num_threads(options.threads)
    several = len(options.vectors) + bool(options.raw) > 1
    vectors = tuple(_source(text, several and number == 0) for number, text in enumerate(options.vectors))
    order = Order(
        options.treebanks,
        options.out,
        tuple(options.raw),
        vectors,
        options.start,
        options.device,
        SIZES[options.steps],
        options.seed,
    )
    try:
        print(build(order))
    except RecipeError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _speak() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", datefmt="%H:%M:%S"))
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False


def _source(text: str, reduced: bool) -> tuple[Path, int]:
    path, separator, width = text.rpartition(":")
    if separator and width.isdigit():
        return Path(path), int(width)
    return Path(text), WIDTH if reduced else 0


if __name__ == "__main__":
    sys.exit(main())
