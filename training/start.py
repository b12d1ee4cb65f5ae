"""Continue from models that exist: their weights onto other word vectors, a character model for a parser without one.

What the finished networks do does not change by it. The layer that reads word vectors keeps its weights for the old
ones and gets zeros for the new ones, so the new table must hold the old vectors in its last dimensions, as
`training.vectors.joined` makes it when the old pretrain file is its last source. The layers that read the new character
model get zeros for it likewise.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from training.treebanks import RecipeError

READS_INPUT = ("parserlstm.lstm.0.", "parserlstm.highway.0.", "parserlstm.gate.0.")
VECTOR_LAYER = "trans_pretrained.weight"


def graft_tagger(old: Path, vectors: Path, out: Path) -> None:
    """Write the tagger of a resources folder as it would be with other word vectors."""
    _save(_on_vectors(_load(old, "pos"), vectors), out)


def graft_parser(old: Path, vectors: Path, out: Path) -> None:
    """Write the parser of a resources folder with other word vectors and the character model of its tagger."""
    parser = _on_vectors(_load(old, "depparse"), vectors)
    if not parser["config"]["char"]:
        _read_characters(parser, _load(old, "pos"))
    _save(parser, out)


def graft_tokenizer(old: Path, model: Any, vocabulary: Any) -> None:
    """Give a new tokeniser the weights of an old one; characters are matched by what they are."""
    stored = _load(old, "tokenize")
    row = {unit: i for i, unit in enumerate(stored["vocab"]["_id2unit"])}
    for name, weight in model.state_dict().items():
        before = stored["model"].get(name)
        if before is None:
            continue
        if name.startswith("embeddings."):
            for i in range(len(vocabulary)):
                if (unit := vocabulary.id2unit(i)) in row:
                    weight[i] = before[row[unit]]
        elif before.shape == weight.shape:
            weight.copy_(before)


def _load(folder: Path, processor: str) -> dict[str, Any]:
    files = sorted((folder / "fr" / processor).glob("*.pt"))
    if len(files) != 1:
        raise RecipeError(
            f"{folder}: not a resources folder that can be continued (one file in fr/{processor})"
        )
    stored: dict[str, Any] = torch.load(files[0], map_location="cpu", weights_only=True)
    stored["model"] = {
        name: weight.float() if weight.dtype == torch.float16 else weight
        for name, weight in stored["model"].items()
    }
    return stored


def _on_vectors(stored: dict[str, Any], vectors: Path) -> dict[str, Any]:
    width = torch.load(vectors, map_location="cpu", weights_only=True)["emb"].shape[1]
    layer = stored["model"][VECTOR_LAYER]
    if width < layer.shape[1]:
        raise RecipeError(
            f"{vectors}: {width} dimensions do not hold the {layer.shape[1]} of the old vectors"
        )
    new = layer.new_zeros(layer.shape[0], width - layer.shape[1])
    stored["model"][VECTOR_LAYER] = torch.cat((new, layer), 1)
    return stored


def _read_characters(parser: dict[str, Any], tagger: dict[str, Any]) -> None:
    weights, settings = parser["model"], parser["config"]
    width = settings["transformed_dim"]
    weights.update({name: w.clone() for name, w in tagger["model"].items() if name.startswith("charmodel.")})
    weights["trans_char.weight"] = torch.randn(width, tagger["model"]["trans_char.weight"].shape[1]) * 0.05
    for name in list(weights):
        if name.startswith(READS_INPUT) and weights[name].dim() == 2 and "weight_hh" not in name:
            weights[name] = torch.cat((weights[name], weights[name].new_zeros(len(weights[name]), width)), 1)
    weights["drop_replacement"] = torch.cat((weights["drop_replacement"], torch.zeros(width)))
    settings.update({name: value for name, value in tagger["config"].items() if name.startswith("char")})
    settings["char"] = True
    parser["vocab"]["char"] = tagger["vocab"]["char"]


def _save(stored: dict[str, Any], out: Path) -> None:
    torch.save(stored, out, _use_new_zipfile_serialization=False)
