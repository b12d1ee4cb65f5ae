"""Measure how far each construction can be trusted, and write the table that quotes carry.

    python -m benchmarks.confidence fixtures OTHER_GOLD_DIR…

A quote is right when it matches an annotated one (relaxed) and, where it names a source, names the right one.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from quotetrack.documents import parse_document
from quotetrack.evaluation import evaluate, gold_documents
from quotetrack.export.records import document_record
from quotetrack.extraction import Extractor, load_parser

TABLE = Path(__file__).resolve().parent.parent / "quotetrack" / "attribution" / "confidence.tsv"


def main(folders: list[str]) -> None:
    """Measure on the gold documents of some folders and replace the table."""
    extractor = Extractor(load_parser(), threshold=0.0)
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for folder in map(Path, folders):
        documents = [parse_document(name, text) for name, text, _ in gold_documents(folder)]
        predictions = {e.document.name: document_record(e) for e in extractor.extract_many(documents)}
        for rule, row in evaluate(folder, predictions).by_rule().items():
            predicted = int(row["predicted"])
            good = round(row["found"] * predicted)
            wrong_source = round((1 - row["attributed"]) * row["sourced"])
            missed = predicted - good
            found[rule] += predicted
            right[rule] += max(0, good - max(0, wrong_source - missed))
    lines = [
        "# construction\tright\tfound (written by python -m benchmarks.confidence)",
        *(f"{rule}\t{right[rule]}\t{found[rule]}" for rule in sorted(found)),
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for rule, count in found.most_common():
        print(f"{rule:20} {right[rule]:4} of {count:4}  {(right[rule] + 1) / (count + 2):.2f}")


if __name__ == "__main__":
    main(sys.argv[1:] or ["fixtures"])
