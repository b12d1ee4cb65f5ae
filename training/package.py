"""From trained networks to a Stanza resources folder: no optimiser state, weights as 16-bit floats."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import torch

PACKAGE = "quotetrack"
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse")
READ_VECTORS = ("pos", "depparse")
PARSER_BATCH = 700
"""Words of a batch when the parser is used: faster and leaner than what it is trained with."""


def package(networks: Path, vectors: Path, resources: Path) -> None:
    """Write the resources folder.

    Args:
        networks: the folder that holds a PROCESSOR.pt for each processor.
        vectors: the word vectors. They keep their 32 bits, which the layers above them need.
        resources: the folder to write.
    """
    entries: dict[str, Any] = {}
    needs = [{"model": "pretrain", "package": PACKAGE}]
    for processor in PROCESSORS:
        path = _path(resources, processor)
        stored = _lean(torch.load(networks / f"{processor}.pt", map_location="cpu", weights_only=True))
        if processor == "depparse":
            stored["config"]["batch_size"] = PARSER_BATCH
        stored["config"] = {name: _portable(name, value) for name, value in stored["config"].items()}
        torch.save(stored, path, _use_new_zipfile_serialization=False)
        entries[processor] = {PACKAGE: {"md5": _md5(path)}}
        if processor in READ_VECTORS:
            entries[processor][PACKAGE]["dependencies"] = needs
    shutil.copyfile(vectors, _path(resources, "pretrain"))
    entries["pretrain"] = {PACKAGE: {"md5": _md5(_path(resources, "pretrain"))}}
    packages = dict.fromkeys(PROCESSORS, PACKAGE)
    french = {
        "lang_name": "French",
        "default_dependencies": dict.fromkeys(READ_VECTORS, needs),
        "default_processors": packages,
        "packages": {"default": packages, PACKAGE: packages},
        **entries,
    }
    (resources / "resources.json").write_text(json.dumps({"fr": french}, indent=1), encoding="utf-8")


def size(resources: Path) -> float:
    """Return the size of a resources folder in megabytes."""
    return sum(path.stat().st_size for path in resources.rglob("*") if path.is_file()) / 1e6


def _path(resources: Path, processor: str) -> Path:
    path = resources / "fr" / processor / f"{PACKAGE}.pt"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _lean(stored: dict[str, Any]) -> dict[str, Any]:
    kept = {
        name: part for name, part in stored.items() if "optimizer" not in name and "scheduler" not in name
    }
    return kept | {"model": _halved(kept["model"])} if "model" in kept else kept


def _halved(part: Any) -> Any:
    if isinstance(part, torch.Tensor):
        return part.half() if part.dtype == torch.float32 and part.numel() > 64 else part
    if isinstance(part, dict):
        return {name: _halved(inner) for name, inner in part.items()}
    if isinstance(part, list | tuple):
        return type(part)(_halved(inner) for inner in part)
    return part


def _portable(name: str, value: Any) -> Any:
    """Return a setting without the folders of the machine that it was trained on."""
    if isinstance(value, str) and (
        name.endswith(("_file", "_dir", "_gold")) or name in ("save_name", "load_name")
    ):
        return ";".join(Path(part).name for part in value.split(";"))
    return value


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes()).hexdigest()
