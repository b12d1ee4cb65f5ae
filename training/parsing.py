"""The parser: heads and relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import torch

from training.descent import Plan, descend
from training.speed import faster_training


@dataclass(frozen=True, slots=True)
class ParserShape:
    """The sizes of the parser; ``vectors`` while it learns, ``narrow`` once it has (see `training.narrow`)."""

    hidden: int = 200
    scorer: int = 120
    word: int = 50
    tag: int = 50
    vectors: int = 100
    narrow: int = 50
    characters: int = 100
    character: int = 40
    batch: int = 1500
    cutoff: int = 7

    def arguments(self) -> list[str]:
        """Return Stanza's arguments; features are left out, which its parser reads but does not use."""
        sizes = {
            "hidden_dim": self.hidden,
            "deep_biaff_hidden_dim": self.scorer,
            "word_emb_dim": self.word,
            "tag_emb_dim": self.tag,
            "transformed_dim": self.vectors,
            "char_hidden_dim": self.characters,
            "char_emb_dim": self.character,
            "batch_size": self.batch,
            "word_cutoff": self.cutoff,
            "num_layers": 2,
            "dropout": 0.33,
            "word_dropout": 0.2,
            "augment_nopunct": 0.1,
            "optim": "adam",
            "beta2": 0.95,
        }
        found = [part for name, size in sizes.items() for part in (f"--{name}", str(size))]
        return ["--no_xpos", "--no_ufeats", *found]


def train_parser(
    corpus: Path,
    vectors: Path,
    out: Path,
    plan: Plan,
    *,
    shape: ParserShape,
    device: str,
    seed: int,
    start: Path | None = None,
) -> None:
    """Train the parser on sentences as the early tagger tagged them, and save it.

    A parser that is continued (``start``) keeps how it reads characters: it has that from a finished tagger.
    """
    from stanza.models import parser
    from stanza.models.common.char_model import CharacterModel
    from stanza.models.common.doc import Document
    from stanza.models.common.utils import set_random_seed
    from stanza.models.depparse.data import DataLoader, InfiniteBatch
    from stanza.models.depparse.trainer import GraphTrainer, Trainer
    from stanza.utils.conll import CoNLL

    set_random_seed(seed)
    args = parser.parse_args(
        [
            *("--wordvec_pretrain_file", str(vectors), "--train_file", str(corpus / "parsed.conllu")),
            *(
                "--eval_file",
                str(corpus / "parsed-dev.conllu"),
                "--lang",
                "fr",
                "--shorthand",
                "fr_quotetrack",
            ),
            *("--save_dir", str(out.parent), "--save_name", out.name, "--device", device),
            *("--no_second_optim", "--no_checkpoint", *shape.arguments()),
        ]
    )
    pretrain = parser.load_pretrain(args)
    document = Document(CoNLL.conll2dict(input_file=str(corpus / "parsed.conllu"))[0])
    if start is None:
        data = DataLoader(document, args["batch_size"], args, pretrain, evaluation=False)
        trainer = GraphTrainer(args=args, vocab=data.vocab, pretrain=pretrain, device=device)
    else:
        trainer = Trainer.load(str(start), pretrain=pretrain, args={"second_stage": False}, device=device)
        data = DataLoader(document, args["batch_size"], args, pretrain, vocab=trainer.vocab, evaluation=False)
    infinite = InfiniteBatch(data)

    def batches() -> Iterator[object]:
        while True:
            yield infinite.next_batch()

    with faster_training():
        read = CharacterModel.forward
        if start is not None:
            read = torch.no_grad()(read)
        with patch.object(CharacterModel, "forward", read):
            descend(plan, trainer.optimizer, batches(), lambda batch: trainer.update(batch)[0])
    trainer.save(str(out))
