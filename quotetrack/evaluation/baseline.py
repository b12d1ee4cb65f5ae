"""Accuracy under regression control: the scores that a change must not lower."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from quotetrack.evaluation.report import Report
from quotetrack.model import QuotetrackError

TOLERANCE = 0.002
"""How far a score may fall without failing the gate."""

Baseline = Mapping[str, float]


def gate(report: Report, baseline: Baseline) -> list[str]:
    """Return one line for each score that is worse than the baseline by more than the tolerance.

    ``misattributed`` is worse when it is higher. A score that is no longer measured fails too.
    """
    scores = tracked_scores(report)
    failures = []
    for name, before in baseline.items():
        now = scores.get(name)
        if now is None:
            failures.append(f"{name}: in the baseline ({before:.4f}), but not measured any more")
            continue
        loss = now - before if name == "misattributed" else before - now
        if loss > TOLERANCE:
            failures.append(f"{name}: {now:.4f}, worse than the baseline {before:.4f} by {loss:.4f}")
    return failures


def tracked_scores(report: Report) -> dict[str, float]:
    """Return the scores that a baseline holds, by name."""
    s = report.as_dict()
    return {
        "verbatim speech F1": s["segments"]["f1"],
        "non-speech left alone": s["segments"]["non_speech_kept"]["acc"],
        **{f"content relaxed F1, {kind}": prf["f1"] for kind, prf in s["content_relaxed"].items()},
        "content exact F1": s["content_exact"]["all"]["f1"],
        "cue": s["cue"]["acc"],
        "source": s["source"]["acc"],
        "source name": s["source_name"]["acc"],
        "attribution F1": s["attribution"]["f1"],
        "misattributed": s["misattributed"]["acc"],
        "hearsay F1": s["hearsay"]["f1"],
        "via": s["via"]["acc"],
    }


def read_baseline(path: Path) -> dict[str, float]:
    """Read the scores that a change must not lower.

    Raises:
        QuotetrackError: no such file, or not an object of numbers.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise QuotetrackError(f"{path}: no baseline there; write one with --update-baseline.") from None
    except ValueError as error:
        raise QuotetrackError(f"{path}: not JSON ({error}).") from error
    if not isinstance(data, dict) or not all(isinstance(value, int | float) for value in data.values()):
        raise QuotetrackError(f"{path}: a baseline is one JSON object with a number for each score.")
    return {name: float(value) for name, value in data.items()}


def write_baseline(report: Report, path: Path) -> None:
    """Write the scores of a report as the new baseline, rounded to four digits."""
    rounded = {name: round(value, 4) for name, value in tracked_scores(report).items()}
    path.write_text(json.dumps(rounded, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
