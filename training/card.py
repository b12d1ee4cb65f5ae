"""The model card and the table of scores, written from what the recipe did."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from training.scores import METRICS, Scores
from training.treebanks import Texts


@dataclass(frozen=True, slots=True)
class Made:
    """How a set of models was made.

    Attributes:
        texts: the treebanks.
        vectors: the sources of the word vectors, in words.
        counts: sentences of the corpus by kind.
        steps: steps of each network.
        start: what it was continued from, or None.
        seed: of all that was drawn by lot.
        device: cpu or cuda.
        megabytes: its size.
        scores: by treebank.
        press: F1 of the sentences of articles with quotations.
    """

    texts: Texts
    vectors: Sequence[str]
    counts: Mapping[str, int]
    steps: Mapping[str, int]
    start: str | None
    seed: int
    device: str
    megabytes: float
    scores: Mapping[str, Scores]
    press: float


def write_card(made: Made, folder: Path) -> None:
    """Write CARD.md and scores.json beside the resources folder."""
    (folder / "CARD.md").write_text(card(made), encoding="utf-8")
    table = {f"UD_French-{name}": scores.metrics for name, scores in made.scores.items()}
    (folder / "scores.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def card(made: Made) -> str:
    """Return the model card, as Markdown."""
    parts = [
        "# French models of quotetrack",
        "",
        f"Made on {date.today().isoformat()} by `python -m training.build` with Stanza {version('stanza')}, "
        f"PyTorch {version('torch')}, on {made.device}, seed {made.seed}.",
        f"A Stanza resources folder, package `quotetrack`: {made.megabytes:.1f} MB, weights as 16-bit floats.",
        "Licence: CC BY-SA 4.0, with credit to the treebanks below.",
        *((f"Continued from the models in {made.start}.",) if made.start else ()),
        "",
        "## What it scores",
        "",
        "From raw text, with the CoNLL 2018 scorer. No part learned from these texts or was chosen by them.",
        "",
        *_table(
            ("", *METRICS), [(f"UD_French-{n} test", *s.metrics.values()) for n, s in made.scores.items()]
        ),
        "",
        f"Sentences of press articles with quotations (`training/press.txt`): F1 {made.press}.",
        "",
        "F1 of arc and relation together (number of gold cases):",
        "",
        *_table(
            ("", *(f"{name} test" for name in made.scores)),
            [
                (row, *("{:.1f} ({})".format(*s.relations[row]) for s in made.scores.values()))
                for row in next(iter(made.scores.values())).relations
            ]
            if made.scores
            else [],
        ),
        "",
        "## What it learned from",
        "",
        *_table(
            ("treebank", "part", "sentences", "used for", "licence"),
            [
                (
                    f"[UD_French-{bank.name}]({bank.published})",
                    part,
                    number,
                    "parts of speech, lemmas" if bank.spoken else "everything",
                    bank.licence,
                )
                for bank, part, number in made.texts.used
            ],
        ),
        "",
        "Checkpoints of the tokeniser and the lemmatiser were chosen on the dev part of UD_French-Sequoia.",
        "",
        "Word vectors: " + ("; ".join(made.vectors) or "learned from the treebanks alone") + ".",
        "",
        "Sentences: " + ", ".join(f"{number} {_KINDS[kind]}" for kind, number in made.counts.items()) + ".",
        "Steps: " + ", ".join(f"{name} {number}" for name, number in made.steps.items()) + ".",
    ]
    return "\n".join(parts) + "\n"


_KINDS = {
    "base": "as they are",
    "retyped": "with other typography",
    "spoken": "of speech",
    "mask": "with a stand-in for a quotation",
    "wrap": "quoted or reported",
}


def _table(head: Sequence[object], rows: Sequence[Sequence[object]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(map(str, line)) + " |" for line in lines]
