"""Reports seen beside each other: who is the source of two, which reach further, and which are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.marked_clauses import speaks_on
from quotetrack.attribution.model import Report
from quotetrack.model import Span
from quotetrack.spans import SpanIndex


def spoken_on(
    article: Article, cues_here: Sequence[Cue], told: Sequence[Report], marked: Sequence[Report]
) -> list[Report]:
    """« Selon cette source, « … », assurant que … »: who is the source of the words assures it as well."""
    behind = {c.span for c in cues_here if speaks_on(article, c)} if marked else set()
    found = list(told)
    for i, report in enumerate(found):
        cue = report.cue
        if cue is not None and cue in behind:
            before = [m for m in marked if m.cue is not None and 0 <= cue.start - m.content.end <= 5]
            found[i] = replace(report, source=before[-1].source) if before else report
    return found


def with_words_told_on(reports: Sequence[Report], by_sentence: Mapping[int, Sequence[Cue]]) -> list[Report]:
    """Let a report reach to the end of the words that it reports at second hand.

    « X a confié que Y lui avait dit : « … » »: the words behind the colon are part of what X confided; those behind
    « X demande à Y de s'expliquer : « … » » are the answer.
    """
    introduced = [r for r in reports if r.rule == "colon" and r.cue is not None]
    asking = {
        c.span for found in by_sentence.values() for c in found if c.category in {"demanding", "urging"}
    }
    in_sentence: dict[int | None, list[Report]] = {}
    for told in introduced:
        in_sentence.setdefault(told.sentence, []).append(told)
    widened = list(reports)
    for i, outer in enumerate(reports if introduced else ()):
        if outer.rule == "infinitive" and outer.cue in asking:
            continue
        for told in in_sentence.get(outer.sentence, ()):
            inside = told.cue is not None and told.cue != outer.cue and outer.content.contains(told.cue)
            if inside and told.content.start > outer.content.end:
                widened[i] = replace(outer, content=Span(outer.content.start, told.content.end))
    return widened


def without_acts_to_come(reports: Sequence[Report], by_sentence: Mapping[int, Sequence[Cue]]) -> list[Report]:
    """Drop what nobody has said yet: what is asked for or promised, what reported words only announce.

    « elle demande au maire de l'inviter à parler », « il évoquerait « le sujet » avec Paris ».
    """
    found = {c.span: c for cues_here in by_sentence.values() for c in cues_here}
    contents = SpanIndex([r.content for r in reports])

    def to_come(report: Report) -> bool:
        near = contents.touching(report.cue) if report.cue is not None else ()
        return any(reports[k] is not report and _yet_to_come(report, reports[k], found) for k in near)

    return [r for r in reports if not to_come(r)]


def _yet_to_come(report: Report, outer: Report, found: Mapping[Span, Cue]) -> bool:
    """Tell whether another report is of an act of saying that is still to come."""
    if report.cue is None or outer.rule == "marker" or not outer.content.contains(report.cue):
        return False
    cue, asks = found.get(report.cue), found.get(outer.cue) if outer.cue is not None else None
    if cue is None:
        return False
    if report.rule == "quoted_object" and (cue.form == "infinitive" or cue.conditional):
        return True
    asked = asks is not None and asks.category in {"demanding", "urging", "promising"}
    return (
        asked
        and outer.rule == "infinitive"
        and cue.form == "infinitive"
        and report.cue.start - outer.content.start < 4
    )


def without_thoughts(reports: Sequence[Report], by_sentence: Mapping[int, Sequence[Cue]]) -> list[Report]:
    """Drop thoughts and wishes inside reported words: « il redoute « un effet domino », dit-il » is one report."""
    weak = {
        c.span for found in by_sentence.values() for c in found if c.needs_marks and c.category != "showing"
    }
    contents = SpanIndex([r.content for r in reports])

    def within_others(report: Report) -> bool:
        cue = report.cue
        if cue is None or cue not in weak:
            return False
        around = (reports[k] for k in contents.touching(cue))
        return any(o is not report and o.cue not in weak and o.content.contains(cue) for o in around)

    return [r for r in reports if not within_others(r)]
