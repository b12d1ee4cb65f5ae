"""The tokeniser: where tokens, multi-word tokens and sentences end."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from training.descent import Plan
from training.start import graft_tokenizer


@dataclass(frozen=True, slots=True)
class TokenizerShape:
    """The sizes of the tokeniser."""

    hidden: int = 64
    character: int = 32
    longest: int = 300

    def arguments(self) -> list[str]:
        """Return Stanza's arguments."""
        return [
            *("--hidden_dim", str(self.hidden), "--emb_dim", str(self.character)),
            *("--max_seqlen", str(self.longest), "--conv_filters", "1,9"),
        ]


def train_tokenizer(
    corpus: Path,
    out: Path,
    plan: Plan,
    *,
    shape: TokenizerShape,
    device: str,
    seed: int,
    start: Path | None = None,
) -> None:
    """Train the tokeniser and save the best state on the paragraphs for choosing.

    Args:
        corpus: the folder of the corpus.
        out: where it is saved.
        plan: how many steps and how fast; ``plan.seconds`` does not count here.
        shape: its sizes.
        device: cpu or cuda.
        seed: of all that is drawn by lot.
        start: a resources folder to continue from.
    """
    from stanza.models import tokenizer
    from stanza.models.tokenization.trainer import Trainer

    update = Trainer.update
    step = 0

    def at_rate(self: Any, batch: Any) -> Any:
        nonlocal step
        if step == 0 and start is not None:
            graft_tokenizer(start, self.model, self.vocab)
        step += 1
        self.change_lr(plan.rate_at(step, step / (plan.steps + 1)))
        return update(self, batch)

    with patch.object(Trainer, "update", at_rate):
        tokenizer.main(
            [
                *("--txt_file", str(corpus / "tokens.txt"), "--label_file", str(corpus / "tokens.labels")),
                *(
                    "--dev_txt_file",
                    str(corpus / "chosen.txt"),
                    "--dev_label_file",
                    str(corpus / "chosen.labels"),
                ),
                *("--dev_conll_gold", str(corpus / "chosen.conllu")),
                *(
                    "--mwt_json_file",
                    str(corpus / "expansions.json"),
                    "--lang",
                    "fr",
                    "--shorthand",
                    "fr_quotetrack",
                ),
                *(
                    "--save_dir",
                    str(out.parent),
                    "--save_name",
                    out.name,
                    "--device",
                    device,
                    "--seed",
                    str(seed),
                ),
                *("--steps", str(plan.steps), "--eval_steps", str(max(1, plan.steps // 10))),
                *("--anneal_after", str(plan.steps), *shape.arguments()),
            ]
        )
