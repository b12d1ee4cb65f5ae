"""A faster parser that reads the same: its word vectors and character vectors in fewer dimensions.

Both reach the first recurrent layer through linear maps, which use few of their dimensions. They are projected to those
in which what the layer reads of the words of the treebanks, each as often as it occurs, changes least.
"""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from quotetrack.syntax.direct.recurrent import Characters
from training.start import READS_INPUT, VECTOR_LAYER
from training.trees import read

logger = logging.getLogger("training")

CHARACTER_LAYER = "trans_char.weight"


def narrow_parser(wide: Path, vectors: Path, corpus: Path, out: Path, width: int) -> None:
    """Write a parser whose word and character vectors have ``width`` dimensions.

    Args:
        wide: the parser as it was trained.
        vectors: the word vectors that it was trained with.
        corpus: the folder of the corpus, whose words are counted.
        out: where the narrow parser is written.
        width: dimensions of each of the two.
    """
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.depparse.trainer import Trainer

    pretrain = Pretrain(str(vectors))
    trainer = Trainer.load(str(wide), pretrain=pretrain, args={"second_stage": False}, device="cpu")
    network = trainer.model.eval()
    counts = Counter(word.form for tree in read(corpus / "base.conllu") for word in tree.words)
    often = torch.tensor(list(counts.values()), dtype=torch.float64)
    rows = torch.tensor([pretrain.vocab.unit2id(form.lower()) for form in counts])
    letters = [trainer.vocab["char"].map(list(form)) for form in counts]
    with torch.inference_mode():
        known = network.trans_pretrained(network.pretrained_emb(rows)).double()
        spelled = network.trans_char(Characters(network.charmodel)(letters)).double()
    stored: dict[str, Any] = torch.load(wide, map_location="cpu", weights_only=True)
    weights = stored["model"]
    names = [
        n for n in weights if n.startswith(READS_INPUT) and weights[n].dim() == 2 and "weight_hh" not in n
    ]
    reading = torch.cat([weights[name] for name in names]).double()
    first, last = slice(0, known.shape[1]), slice(reading.shape[1] - spelled.shape[1], None)
    between = slice(first.stop, last.start)
    down_known, up_known = _projection(known, often, reading[:, first], width)
    down_spelled, up_spelled = _projection(spelled, often, reading[:, last], width)
    weights[VECTOR_LAYER] = (down_known @ weights[VECTOR_LAYER].double()).float()
    weights[CHARACTER_LAYER] = (down_spelled @ weights[CHARACTER_LAYER].double()).float()
    for name in names:
        old = weights[name].double()
        new = old[:, first] @ up_known, old[:, between], old[:, last] @ up_spelled
        weights[name] = torch.cat(new, 1).float()
    dropped = weights["drop_replacement"].double()
    replacement = down_known @ dropped[first], dropped[between], down_spelled @ dropped[last]
    weights["drop_replacement"] = torch.cat(replacement).float()
    stored["config"]["transformed_dim"] = width
    torch.save(stored, out, _use_new_zipfile_serialization=False)


def _projection(vectors: Tensor, often: Tensor, reading: Tensor, width: int) -> tuple[Tensor, Tensor]:
    """Return the maps down and up again that change least of what is read of vectors: (width, d) and (d, width)."""
    second_moment = (vectors * often[:, None]).T @ vectors / often.sum()
    weighed = reading.T @ reading + 1e-8 * torch.eye(reading.shape[1], dtype=torch.float64)
    root = torch.linalg.cholesky(weighed)
    kept, directions = torch.linalg.eigh(root.T @ second_moment @ root)
    directions = directions.flip(1)[:, :width]
    logger.info(
        "%d of %d dimensions hold %.4f of what is read", width, len(kept), kept[-width:].sum() / kept.sum()
    )
    return directions.T @ root.T, torch.linalg.solve(root.T, directions)
