"""Reports to quotes: which marks are whose, what is reported inside what, and what was found twice."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Report
from quotetrack.attribution.nonspeech import is_named_thing
from quotetrack.model import Kind, Passage, Span
from quotetrack.spans import SpanIndex
from quotetrack.values import value

_WORD = re.compile(r"\w+")
_LINKING = frozenset(
    [
        "et",
        "ou",
        "mais",
        "ni",
        "puis",
        "car",
        "de",
        "d",
        "que",
        "qu",
        "à",
        "l",
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "au",
        "aux",
    ]
)


@value
class Settled:
    """A report with its marks and its place in the chain.

    Attributes:
        via: index of the settled report inside whose content it is reported, or None.
        same_as: index of the settled report whose speaker goes on, or None.
    """

    report: Report
    verbatim: tuple[Span, ...]
    kind: Kind
    via: int | None
    same_as: int | None


SLACK = 3
"""Characters by which a report may reach beyond the content that it lies in: a mark and a full stop."""


def settle(article: Article, reports: Sequence[Report]) -> list[Settled]:
    """Return the reports in text order, without doubles, each with its verbatim parts and its chain."""
    kept = _without_doubles(reports)
    order = sorted(kept, key=lambda i: (reports[i].content.start, -reports[i].content.end, reports[i].rank))
    place = {old: new for new, old in enumerate(order)}
    listed = [reports[i] for i in order]
    owners = _owners(article, listed)
    owned: dict[int, list[int]] = {}
    for passage, owner in owners.items():
        owned.setdefault(owner, []).append(passage)
    contents = SpanIndex([r.content for r in listed])
    settled = []
    for position, report in enumerate(listed):
        verbatim = _verbatim(article, report, owned.get(position, ()))
        via = _via(listed, contents, position)
        same = _survivor(reports, kept, report.same_as)
        settled.append(
            Settled(
                report,
                verbatim,
                derive_kind(article.text, report, verbatim),
                via,
                place.get(same) if same is not None else None,
            )
        )
    return settled


def derive_kind(text: str, report: Report, verbatim: Sequence[Span]) -> Kind:
    """Say how much of a content stands inside marks: all (incises and linking words aside), some, or nothing."""
    if not verbatim:
        return "indirect"
    content = report.content
    if _WORD.search(text[content.start : max(content.start, verbatim[0].start)]):
        return "mixed"
    if _WORD.search(text[min(content.end, verbatim[-1].end) : content.end]):
        return "mixed"
    for left, right in itertools.pairwise(verbatim):
        gap = Span(left.end, right.start)
        if report.cue is not None and gap.overlaps(report.cue):
            continue
        if any(w.lower() not in _LINKING for w in _WORD.findall(gap.of(text))):
            return "mixed"
    return "direct"


def _without_doubles(reports: Sequence[Report]) -> set[int]:
    """Drop a report that another one of better rank already tells: same cue, or same words by the same marks."""
    kept: set[int] = set()
    contents = SpanIndex([r.content for r in reports])
    for i in sorted(range(len(reports)), key=lambda i: (reports[i].rank, reports[i].content.start)):
        near = contents.touching(reports[i].content)
        if not any(_same(reports[i], reports[k]) for k in near if k in kept):
            kept.add(i)
    return kept


def _same(a: Report, b: Report) -> bool:
    if a.cue is not None and b.cue is not None and a.cue.overlaps(b.cue) and a.content.overlaps(b.content):
        return True
    overlap = min(a.content.end, b.content.end) - max(a.content.start, b.content.start)
    union = max(a.content.end, b.content.end) - min(a.content.start, b.content.start)
    if overlap <= 0.9 * union:
        return False
    return not (a.cue is not None and b.cue is not None and (_inside(a, b) or _inside(b, a)))


def _inside(inner: Report, outer: Report) -> bool:
    """Tell whether a report, cue and all, lies in the content of another."""
    slack = Span(outer.content.start, outer.content.end + SLACK)
    if not slack.contains(inner.content) or outer.content == inner.content:
        return False
    cue = inner.cue if inner.cue is not None else inner.content
    return outer.content.contains(cue) and not any(c.overlaps(cue) for c in outer.cut)


def _owners(article: Article, reports: Sequence[Report]) -> dict[int, int]:
    """Return for each passage the report whose words it encloses: the innermost act that covers it."""
    owners: dict[int, int] = {}
    contents = SpanIndex([r.content for r in reports])
    told = {number for r in reports for number in r.passages}
    for number, passage in enumerate(article.passages):
        if number not in told and (is_named_thing(article, passage) or _used_as_a_word(article, passage)):
            continue
        covering = [
            (len(r.content), k)
            for k, r in ((k, reports[k]) for k in contents.touching(passage.inner))
            if r.stance != "hearsay"
            and _covers(r, number, passage.inner)
            and not _within_turn(article, r, number)
        ]
        if covering:
            owners[number] = min(covering)[1]
    for number, owner in list(owners.items()):
        outer = [
            n
            for n in article.passage_spans.touching(article.passages[number].span)
            if n != number
            and article.passages[n].inner.contains(article.passages[number].span)
            and owners.get(n) == owner
        ]
        if outer:
            del owners[number]
    return owners


def _used_as_a_word(article: Article, passage: Passage) -> bool:
    """Tell whether a single marked word is one that the article uses elsewhere without marks: nobody's word."""
    inner = passage.inner.of(article.text).casefold()
    if len(_WORD.findall(inner)) != 1:
        return False
    own = article.word_at(inner, passage.inner.start)
    return own is not None and own.upos in article.used_without_marks(inner)


def _covers(report: Report, number: int, inner: Span) -> bool:
    """Tell whether a passage is a report's: most of it, or what a long incise leaves: « — Où ? insiste la juge. »."""
    overlap = min(report.content.end, inner.end) - max(report.content.start, inner.start)
    return overlap > 0 and (2 * overlap >= len(inner) or number in report.passages)


def _within_turn(article: Article, report: Report, number: int) -> bool:
    """Marks around a whole turn belong to the one who speaks, not to those whom he reports."""
    passage = article.passages[number]
    return (
        report.cue is not None
        and passage.inner.contains(report.cue)
        and passage.inner.contains(report.content)
        and number not in report.passages
    )


def _verbatim(article: Article, report: Report, passages: Sequence[int]) -> tuple[Span, ...]:
    parts: list[Span] = []
    cuts = SpanIndex(report.cut) if len(report.cut) > _FEW else None
    for number in sorted(passages):
        inner = article.passages[number].inner
        pieces = [inner]
        for cut in report.cut if cuts is None else [report.cut[i] for i in cuts.touching(inner)]:
            pieces = [piece for span in pieces for piece in _minus(span, cut)]
        parts += [
            p for p in (_bare(piece, article.text) for piece in pieces) if _WORD.search(p.of(article.text))
        ]
    return tuple(sorted(parts))


_FEW = 8
"""Cuts that are looked at one by one; more of them are found by their place."""


def _minus(span: Span, cut: Span) -> list[Span]:
    if not span.overlaps(cut):
        return [span]
    return [
        s
        for s in (Span(span.start, max(cut.start, span.start)), Span(min(cut.end, span.end), span.end))
        if len(s)
    ]


def _bare(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ',–—«»“”"\u200b'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',–—«»“”"\u200b'):
        end -= 1
    return Span(start, end)


def _via(reports: Sequence[Report], contents: SpanIndex, position: int) -> int | None:
    """Return the innermost other report whose content holds this one with its cue."""
    content = reports[position].content
    near = contents.touching(Span(content.start - SLACK, content.end))
    holders = [
        (len(r.content), k)
        for k, r in ((k, reports[k]) for k in near)
        if k != position and r.stance != "hearsay" and _inside(reports[position], r)
    ]
    return min(holders)[1] if holders else None


def _survivor(reports: Sequence[Report], kept: set[int], index: int | None) -> int | None:
    if index is None:
        return None
    if index in kept:
        return index
    return next((k for k in kept if _same(reports[k], reports[index])), None)
