"""How good an extraction is: predicted records against gold annotation, with the field's measures.

Gold annotation is a folder of ``NAME.txt`` and ``NAME.json``; predictions are records in the same JSON format
(the one that ``quotetrack extract --format json`` prints). Everything is compared on word tokens, so that
punctuation, spaces and quotation marks at the edge of a span never matter.

    report = evaluate(Path("fixtures"), Path("predictions"))
    print(report.as_text())
    for line in gate(report, read_baseline(Path("fixtures/baseline.json"))):
        print(line)
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quotetrack.evaluation.annotation import Annotation, read_annotation
from quotetrack.evaluation.baseline import gate, read_baseline, tracked_scores, write_baseline
from quotetrack.evaluation.report import Report
from quotetrack.evaluation.scoring import Error, Scored, score_document
from quotetrack.model import QuotetrackError

__all__ = [
    "Annotation",
    "Error",
    "Report",
    "Scored",
    "evaluate",
    "gate",
    "gold_documents",
    "read_annotation",
    "read_baseline",
    "score_document",
    "tracked_scores",
    "write_baseline",
]


def evaluate(gold_dir: Path, predictions: Mapping[str, Mapping[str, Any]] | Path) -> Report:
    """Score predicted records against a folder of gold annotation.

    Args:
        gold_dir: folder with ``NAME.txt`` and ``NAME.json`` for each document.
        predictions: a record for each name, or a folder of ``NAME.json``. A gold document without a
            prediction counts as one where nothing was found; a prediction without a gold document is ignored.

    Raises:
        QuotetrackError: the folder holds no gold annotation, or a file is not a JSON object.
    """
    if isinstance(predictions, Path) and not predictions.is_dir():
        raise QuotetrackError(f"{predictions}: no such folder of predictions (NAME.json for each document).")
    scored = {}
    for name, text, record in gold_documents(gold_dir):
        predicted = _predicted(predictions, name)
        scored[name] = score_document(name, read_annotation(text, record), read_annotation(text, predicted))
    return Report(scored)


def gold_documents(gold_dir: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield name, text and gold record of each annotated document of a folder, by name.

    Raises:
        QuotetrackError: the folder is missing or holds no pair of ``NAME.txt`` and ``NAME.json``.
    """
    if not gold_dir.is_dir():
        raise QuotetrackError(f"{gold_dir}: no such folder of gold annotation (NAME.txt with NAME.json).")
    pairs = [(path.with_suffix(".txt"), path) for path in sorted(gold_dir.glob("*.json"))]
    pairs = [(text, annotation) for text, annotation in pairs if text.exists()]
    if not pairs:
        raise QuotetrackError(f"{gold_dir}: no gold annotation there (a NAME.txt beside each NAME.json).")
    for text, annotation in pairs:
        try:
            # Bytes, not read_text(): the offsets count every carriage return.
            words = text.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise QuotetrackError(f"{text}: not UTF-8 (byte {error.start}).") from error
        yield text.stem, words, _read_object(annotation)


def _predicted(predictions: Mapping[str, Mapping[str, Any]] | Path, name: str) -> Mapping[str, Any]:
    if not isinstance(predictions, Path):
        return predictions.get(name, {})
    path = predictions / f"{name}.json"
    return _read_object(path) if path.exists() else {}


def _read_object(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise QuotetrackError(f"{path}: not JSON ({error}).") from error
    if not isinstance(data, dict):
        raise QuotetrackError(f"{path}: not a JSON object; one record with its quotes is expected.")
    for name in ("quotes", "non_speech"):
        items = data.get(name) or []
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise QuotetrackError(f"{path}: “{name}” is not a list of JSON objects.")
    return data
