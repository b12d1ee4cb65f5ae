"""Counts for one document: what was found, what was missed, what was made up, who was credited.

Counts are kept in a ``Counter`` by dotted name (``relaxed.direct.gold``), so that the counts of many
documents are their sum and every rate is worked out at the very end.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from quotetrack.evaluation import comparison
from quotetrack.evaluation.annotation import Act, Annotation
from quotetrack.model import Span

COVERAGES = (0.3, 0.8)
"""Shares of a quote's characters that a prediction has to exceed, as measured for the Gender Gap Tracker."""


@dataclass(frozen=True, slots=True)
class Error:
    """One disagreement with the gold annotation.

    Attributes:
        doc: name of the document.
        what: SEGMENT+, SEGMENT-, QUOTE+, QUOTE-, BOUNDS, CUE, SOURCE, NAME or VIA; + is made up, - is missed.
        shown: the disagreement in its context, the span between [[ and ]].
        rule: construction of the predicted quote, "" where there is none.
    """

    doc: str
    what: str
    shown: str
    rule: str = ""

    def __str__(self) -> str:
        """Return the error on one line."""
        return f"{self.doc}: {self.what} {self.shown}" + (f"  ({self.rule})" if self.rule else "")


@dataclass(frozen=True, slots=True)
class Scored:
    """What was counted in one document.

    Attributes:
        counts: by dotted name.
        ious: for each gold quote that is required, the IoU with the prediction that fits it best.
        errors: every disagreement.
    """

    counts: Counter[str] = field(default_factory=Counter)
    ious: list[float] = field(default_factory=list)
    errors: list[Error] = field(default_factory=list)


def score_document(name: str, gold: Annotation, predicted: Annotation) -> Scored:
    """Compare a prediction with the gold annotation of the same text."""
    comparing = _Comparison(name, gold, predicted)
    comparing.segments()
    for index, act in enumerate(predicted.acts):
        comparing.prediction(index, act)
    for index, act in enumerate(gold.acts):
        if not act.optional:
            comparing.requirement(index, act)
    return comparing.scored


class _Comparison:
    """Walks through two annotations of one text and counts."""

    def __init__(self, name: str, gold: Annotation, predicted: Annotation) -> None:
        self.scored = Scored()
        self._name, self._gold, self._predicted = name, gold, predicted
        self._match = comparison.match_acts(gold.acts, predicted.acts)
        self._back = {j: i for i, j in self._match.items()}

    def segments(self) -> None:
        """Count the verbatim stretches that were taken for speech, rightly or not."""
        gold, predicted = self._gold, self._predicted
        matched = comparison.match_segments(gold.speech, predicted.speech)
        right = set(matched.values())
        mistaken = set()
        self._count("segments.gold", len(gold.speech))
        self._count("segments.found", len(matched))
        self._count("segments.right", len(matched))
        for j, segment in enumerate(predicted.speech):
            if j not in right:
                allowed, _ = comparison.best_iou(segment, gold.optional)
                speech, _ = comparison.best_iou(segment, gold.speech)
                not_speech, which = comparison.best_iou(segment, gold.non_speech)
                if allowed >= 0.5 and allowed >= max(speech, not_speech):
                    continue
                on_non_speech = not_speech >= 0.5
                if on_non_speech:
                    mistaken.add(which)
                    self._count("segments.on_non_speech")
                label = "(non-speech) " if on_non_speech else ""
                self._error("SEGMENT+", label + in_context(gold.text, segment.span))
            self._count("segments.predicted")
        self._count("non_speech_kept.n", len(gold.non_speech))
        self._count("non_speech_kept.ok", len(gold.non_speech) - len(mistaken))
        for i, segment in enumerate(gold.speech):
            if i not in matched:
                self._error("SEGMENT-", in_context(gold.text, segment.span))

    def prediction(self, index: int, act: Act) -> None:
        """Count one predicted quote for precision; one that matches an optional gold quote does not count."""
        gold = self._gold
        partner = gold.acts[self._back[index]] if index in self._back else None
        if partner is not None and partner.optional:
            return
        found = partner is not None
        exact = partner is not None and partner.tokens == act.tokens
        rule = f"rule.{act.rule or '-'}"
        for kind in (act.kind, "all"):
            self._count(f"relaxed.{kind}.predicted")
            self._count(f"exact.{kind}.predicted")
            self._count(f"relaxed.{kind}.right", found)
            self._count(f"exact.{kind}.right", exact)
        self._count(f"{rule}.predicted")
        self._count(f"{rule}.found", found)
        self._count(f"{rule}.exact", exact)
        if not found:
            cue = self._predicted.printed(act.cue)
            self._error("QUOTE+", f"{act.kind} <{cue}> {in_context(gold.text, act.content)}", act)
        if act.sourced:
            right = partner is not None and comparison.right_source(gold, partner, act)
            self._count("attribution.predicted")
            self._count("attribution.right", right)
            self._count(f"{rule}.sourced")
            self._count(f"{rule}.attributed", right)
            if found:
                self._count("misattributed.n")
                self._count("misattributed.ok", not right)
        if act.hearsay:
            self._count("hearsay.predicted")
            self._count("hearsay.right", partner is not None and partner.hearsay)
        for share in COVERAGES:
            covering = any(_covered(wanted.content, act.content) > share for wanted in gold.acts)
            self._count(f"coverage.{share}.predicted")
            self._count(f"coverage.{share}.right", covering)

    def requirement(self, index: int, act: Act) -> None:
        """Count one gold quote for recall, and how well its parts were found."""
        found = self._predicted.acts[self._match[index]] if index in self._match else None
        everything = self._predicted.acts
        self.scored.ious.append(max((comparison.iou(act.tokens, o.tokens) for o in everything), default=0.0))
        for kind in (act.kind, "all"):
            self._count(f"relaxed.{kind}.gold")
            self._count(f"exact.{kind}.gold")
            self._count(f"relaxed.{kind}.found", found is not None)
            self._count(f"exact.{kind}.found", found is not None and found.tokens == act.tokens)
        if act.hearsay:
            self._count("hearsay.gold")
            self._count("hearsay.found", found is not None and found.hearsay)
        for share in COVERAGES:
            covered = any(_covered(act.content, other.content) > share for other in everything)
            self._count(f"coverage.{share}.gold")
            self._count(f"coverage.{share}.found", covered)
        if found is None:
            cue = self._gold.printed(act.cue)
            self._error("QUOTE-", f"{act.id} {act.kind} <{cue}> {in_context(self._gold.text, act.content)}")
        else:
            self._boundaries(act, found)
        self._credit(act, found)
        if act.via is not None:
            self._via(act, found)

    def _boundaries(self, act: Act, found: Act) -> None:
        text = self._gold.text
        self._share("kind", found.kind == act.kind)
        if found.tokens != act.tokens:
            gold, predicted = in_context(text, act.content, 0), in_context(text, found.content, 0)
            self._error("BOUNDS", f"{act.id} gold {gold} / predicted {predicted}", found)
        if act.cue and not self._share("cue", bool(act.cue & found.cue)):
            self._differs("CUE", act, self._gold.printed(act.cue), found, self._predicted.printed(found.cue))

    def _credit(self, act: Act, found: Act | None) -> None:
        gold = self._gold
        if act.sourced:
            self._count("attribution.gold")
            self._count("attribution.found", found is not None and comparison.right_source(gold, act, found))
        if act.source:
            right = found is not None and comparison.same_mention(gold, act, found)
            if not self._share("source", right) and found is not None:
                self._differs(
                    "SOURCE", act, gold.printed(act.source), found, self._predicted.printed(found.source)
                )
        if act.source_name:
            right = found is not None and comparison.same_name(act, found.source_name)
            if not self._share("name", right) and found is not None:
                self._differs("NAME", act, act.source_name, found, found.source_name)

    def _via(self, act: Act, found: Act | None) -> None:
        outer = next((i for i, other in enumerate(self._gold.acts) if other.id == act.via), None)
        target = None if outer is None else self._match.get(outer)
        linked = (
            found is not None
            and found.via is not None
            and target is not None
            and self._predicted.acts[target].id == found.via
        )
        if not self._share("via", linked):
            shown = in_context(self._gold.text, act.content, 0)
            self._error("VIA", f"{act.id} inside {act.via}: {shown}", found)

    def _share(self, name: str, ok: bool) -> bool:
        self._count(f"{name}.n")
        self._count(f"{name}.ok", ok)
        return ok

    def _count(self, name: str, number: int = 1) -> None:
        self.scored.counts[name] += number

    def _differs(self, what: str, act: Act, gold: str, found: Act, predicted: str | None) -> None:
        self._error(what, f"{act.id} gold {gold!r} / predicted {predicted!r}", found)

    def _error(self, what: str, shown: str, predicted: Act | None = None) -> None:
        self.scored.errors.append(Error(self._name, what, shown, predicted.rule if predicted else ""))


def in_context(text: str, span: Span, around: int = 40) -> str:
    """Return a span between [[ and ]], with what stands around it, on one line; a long span is cut."""
    inside = span.of(text)
    if len(inside) > 160:
        inside = f"{inside[:90]} […] {inside[-60:]}"
    before, after = text[max(0, span.start - around) : span.start], text[span.end : span.end + around]
    return re.sub(r"\s+", " ", f"{before}[[{inside}]]{after}")


def _covered(span: Span, by: Span) -> float:
    shared = min(span.end, by.end) - max(span.start, by.start)
    return max(0, shared) / len(span)
