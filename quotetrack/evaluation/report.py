"""The scores of an evaluation, as text for people and as plain data for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from quotetrack.evaluation.scoring import COVERAGES, Error, Scored

Scores = dict[str, Any]
_KINDS = ("direct", "mixed", "indirect", "all")


@dataclass(frozen=True, slots=True)
class Report:
    """What an evaluation found, document by document and in all."""

    documents: Mapping[str, Scored]

    @property
    def errors(self) -> list[Error]:
        """Return every disagreement with the gold annotation, in document order."""
        return [error for scored in self.documents.values() for error in scored.errors]

    def as_dict(self) -> dict[str, Any]:
        """Return the scores of all documents together as plain data (see `scores`)."""
        return scores(self.documents.values())

    def by_document(self) -> dict[str, dict[str, Any]]:
        """Return the scores of each document."""
        return {name: scores([scored]) for name, scored in self.documents.items()}

    def by_rule(self) -> dict[str, dict[str, float]]:
        """Return how often each construction is right: of its quotes, and of the sources that it names.

        Each has its number of ``predicted`` quotes, the share of them ``found`` (relaxed) and ``exact``, the
        number that are ``sourced``, and the share of these that are ``attributed`` to the right source.
        """
        total = _total(self.documents.values())
        rules = {name[5:].rpartition(".")[0] for name in total if name.startswith("rule.")}
        table = {}
        for rule in sorted(rules, key=lambda r: (-total[f"rule.{r}.predicted"], r)):
            predicted, sourced = total[f"rule.{rule}.predicted"], total[f"rule.{rule}.sourced"]
            table[rule] = {
                "predicted": predicted,
                "found": _ratio(total[f"rule.{rule}.found"], predicted),
                "exact": _ratio(total[f"rule.{rule}.exact"], predicted),
                "sourced": sourced,
                "attributed": _ratio(total[f"rule.{rule}.attributed"], sourced),
            }
        return table

    def as_text(self, *, by_document: bool = False, by_rule: bool = False, errors: bool = False) -> str:
        """Return the scores as a page of text, with the tables and the errors that are asked for."""
        parts = [_summary(len(self.documents), self.as_dict())]
        if by_document:
            parts.append(_document_table(self.by_document()))
        if by_rule:
            parts.append(_rule_table(self.by_rule()))
        if errors:
            parts.append("\n".join(map(str, self.errors)))
        return "\n\n".join(parts)


def scores(documents: Iterable[Scored]) -> dict[str, Any]:
    """Return all measures over some documents: ``p``, ``r`` and ``f1``, or ``acc`` for a share.

    - ``segments``: verbatim stretches taken for speech
    - ``content_relaxed``, ``content_exact``: quotes by kind
    - ``cue``, ``source``, ``source_name``, ``via``, ``kind_agreement``: shares of gold quotes
    - ``attribution``: right words and right source
    - ``misattributed``: share of found quotes with a source that are credited to somebody else
    - ``coverage``: quotes covered by more than 0.3 or 0.8 of their characters
    - ``mean_iou``: over all gold quotes, found or not
    """
    documents = list(documents)
    total = _total(documents)
    ious = [value for scored in documents for value in scored.ious]
    return {
        "segments": {
            **_prf(total, "segments"),
            "fp_on_non_speech": total["segments.on_non_speech"],
            "non_speech_kept": _share(total, "non_speech_kept"),
        },
        "content_relaxed": {kind: _prf(total, f"relaxed.{kind}") for kind in _KINDS},
        "content_exact": {kind: _prf(total, f"exact.{kind}") for kind in _KINDS},
        "kind_agreement": _share(total, "kind"),
        "cue": _share(total, "cue"),
        "source": _share(total, "source"),
        "source_name": _share(total, "name"),
        "attribution": _prf(total, "attribution"),
        "misattributed": _share(total, "misattributed"),
        "hearsay": _prf(total, "hearsay"),
        "via": _share(total, "via"),
        "coverage": {str(share): _prf(total, f"coverage.{share}") for share in COVERAGES},
        "mean_iou": fmean(ious) if ious else 0.0,
    }


def _total(documents: Iterable[Scored]) -> Counter[str]:
    total: Counter[str] = Counter()
    for scored in documents:
        total.update(scored.counts)
    return total


def _prf(total: Counter[str], name: str) -> Scores:
    gold, predicted = total[f"{name}.gold"], total[f"{name}.predicted"]
    found = total[f"{name}.found"]
    precision, recall = _ratio(total[f"{name}.right"], predicted), _ratio(found, gold)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"p": precision, "r": recall, "f1": f1, "gold": gold, "pred": predicted, "tp": found}


def _share(total: Counter[str], name: str) -> Scores:
    ok, number = total[f"{name}.ok"], total[f"{name}.n"]
    return {"acc": _ratio(ok, number), "ok": ok, "n": number}


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _summary(documents: int, s: Scores) -> str:
    kept = s["segments"]["non_speech_kept"]
    lines = [
        f"{documents} document{'s' * (documents != 1)}",
        "",
        f"{'':<26}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}",
        _prf_line("verbatim speech", s["segments"]),
        *(_prf_line(f"content, relaxed: {kind}", s["content_relaxed"][kind]) for kind in _KINDS),
        *(_prf_line(f"content, exact: {kind}", s["content_exact"][kind]) for kind in _KINDS),
        *(_prf_line(f"content, coverage > {share}", s["coverage"][str(share)]) for share in COVERAGES),
        _prf_line("whole attribution", s["attribution"]),
        _prf_line("hearsay", s["hearsay"]),
        "",
        f"{'mean IoU of content':<26}{s['mean_iou']:>7.3f}",
        _share_line("cue overlaps", s["cue"]),
        _share_line("right source", s["source"]),
        _share_line("right resolved name", s["source_name"]),
        _share_line("misattributed", s["misattributed"]),
        _share_line("kind agrees", s["kind_agreement"]),
        _share_line("via links", s["via"]),
        _share_line("non-speech left alone", kept),
    ]
    return "\n".join(lines)


def _prf_line(label: str, s: Scores) -> str:
    return f"{label:<26}{s['p']:>7.3f}{s['r']:>7.3f}{s['f1']:>7.3f}{s['gold']:>7}{s['tp']:>7}"


def _share_line(label: str, s: Scores) -> str:
    return f"{label:<26}{s['acc']:>7.3f}  ({s['ok']} of {s['n']})"


def _document_table(documents: Mapping[str, Scores]) -> str:
    width = max(len(name) for name in documents)
    lines = [
        f"{'document':<{width}}{'quotes':>8}{'speech':>8}{'relaxed':>9}{'exact':>7}{'source':>8}{'name':>7}{'attrib.':>9}"
    ]
    for name, s in documents.items():
        relaxed, exact = s["content_relaxed"]["all"], s["content_exact"]["all"]
        lines.append(
            f"{name:<{width}}{relaxed['gold']:>8}{s['segments']['f1']:>8.3f}{relaxed['f1']:>9.3f}{exact['f1']:>7.3f}"
            f"{s['source']['acc']:>8.3f}{s['source_name']['acc']:>7.3f}{s['attribution']['f1']:>9.3f}"
        )
    return "\n".join(lines)


def _rule_table(rules: Mapping[str, Mapping[str, float]]) -> str:
    width = max((len(rule) for rule in rules), default=0)
    width = max(width, len("construction"))
    lines = [f"{'construction':<{width}}{'quotes':>8}{'found':>8}{'exact':>8}{'sourced':>9}{'right':>8}"]
    for rule, row in rules.items():
        lines.append(
            f"{rule:<{width}}{row['predicted']:>8}{row['found']:>8.3f}{row['exact']:>8.3f}"
            f"{row['sourced']:>9}{row['attributed']:>8.3f}"
        )
    return "\n".join(lines)
