"""Sources set against each other: « 5 000 selon la police, 9 000 selon les syndicats », « …, mais selon X … »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Report
from quotetrack.attribution.stretches import past_comment, trimmed
from quotetrack.model import Span

LONGEST = 8
"""Words of a figure with what it counts, at the most."""

_PARTING = regex.compile(r"[\s\p{Z}]*(?:,|\(|\bet\b|\bcontre\b|\bmais\b)")
_TURN = regex.compile(r"[\s\p{Z}]*[,;][\s\p{Z}]*(?:mais|et|quand|tandis que|alors que)[\s\p{Z},]*$")
_LINK = regex.compile(r"[\s\p{Z},(]*(?:(?:et|mais|contre|voire)\b[\s\p{Z}]*)?(?:(?:de|à)\b[\s\p{Z}]*|d['’])?")


def kept_apart(article: Article, index: int, reports: Sequence[Report]) -> list[Report]:
    """Return the marked reports of a sentence with what each source says kept to it.

    « Ils étaient 5 000, selon la police, 9 000 selon les syndicats »: what the second source says is « 9 000 », and
    the first is « la police » alone. « Selon le maire, la digue tient, mais selon l'ingénieure, elle cédera »: what
    the mayor says ends before « mais ».
    """
    found = sorted(reports, key=lambda r: r.cue.start if r.cue else r.content.start)
    found = [r for r in found if not any(_has_its_words(article, r, other) for other in found)]
    for i, second in enumerate(found[1:], start=1):
        first = found[i - 1]
        if first.cue is None or second.cue is None or first.source is None:
            continue
        turn = _TURN.search(article.text, first.cue.end, second.cue.start)
        if turn and second.content.start > second.cue.end and first.content.contains(second.cue):
            found[i - 1] = replace(first, content=Span(first.content.start, turn.start()))
            continue
        if (parted := _each_with_his_clause(article, index, first, second)) is not None:
            found[i - 1], found[i] = parted
            continue
        parting = _PARTING.search(article.text, first.cue.end, second.cue.start)
        if parting is None:
            continue
        link = _LINK.match(article.text, parting.start(), second.cue.start)
        figure = Span(link.end() if link else parting.end(), second.cue.start)
        if not _is_figure(article, index, figure):
            continue
        if first.source.span.end > parting.start():
            own = Span(first.source.span.start, parting.start())
            found[i - 1] = replace(first, source=replace(first.source, span=own))
        if found[i - 1].content.contains(second.cue) and first.content.start < first.cue.start:
            said = trimmed(Span(first.content.start, first.cue.start), article.text)
            found[i - 1] = replace(found[i - 1], content=said, cut=())
        found[i] = replace(second, content=trimmed(figure, article.text), cut=(), passages=())
    return found


def _each_with_his_clause(
    article: Article, index: int, first: Report, second: Report
) -> tuple[Report, Report] | None:
    """« Les vols baissent, selon le préfet, mais les coups augmentent, selon la maire »: each says one clause.

    « Le plan, selon le préfet, coûtera dix millions, un chiffre « absurde » selon la maire »: behind the last comma.
    """
    if first.cue is None or second.cue is None or first.source is None:
        return None
    if second.content.start >= second.cue.start or not second.content.contains(first.cue):
        return None
    behind = past_comment(article.text, first.source.span.end, second.cue.start)
    said = [w for w in article.sentences[index].words if first.content.start <= w.start < first.cue.start]
    if first.content.start > first.cue.start:
        turns = list(_TURNS.finditer(article.text, behind + 1, second.cue.start))
        if not turns:
            return None
        own, start = Span(first.content.start, turns[-1].start()), turns[-1].start()
    elif any(w.feat("VerbForm") == "Fin" for w in said):
        own, start = Span(first.content.start, first.cue.start), behind
    else:
        comma = article.text.rfind(",", behind + 1, second.cue.start - 2)
        if comma < 0:
            return None
        own, start = Span(first.content.start, comma), comma
    if (condition := _IF.match(article.text, own.start, own.end)) is not None:
        own = Span(condition.end(), own.end)  # « Si les vols ont diminué, selon le préfet, … »
    link = _LINKED.match(article.text, start, second.cue.start)
    rest = trimmed(Span(link.end() if link else start, second.cue.start), article.text)
    if len(rest) < 4 or not first.content.contains(own):
        return None
    return _told(article, first, trimmed(own, article.text)), _told(article, second, rest)


def _told(article: Article, report: Report, content: Span) -> Report:
    """Return a report with another content, and those of its passages and cuts that lie in it."""
    passages = tuple(i for i in report.passages if content.contains(article.passages[i].inner))
    return replace(
        report, content=content, passages=passages, cut=tuple(c for c in report.cut if content.contains(c))
    )


_TURNS = regex.compile(r",[\s\p{Z}](?:et|mais|tandis|alors)\b")
_IF = regex.compile(r"si[\s\p{Z}]", regex.IGNORECASE)
_LINKED = regex.compile(
    r"(?:[\s\p{Z},;]|\b(?:et|mais|tandis[\s\p{Z}]que|alors[\s\p{Z}]que|quand|contre)\b)*", regex.IGNORECASE
)


def _has_its_words(article: Article, report: Report, other: Report) -> bool:
    """« Pour les élus, la tâche est « rude », selon le préfet »: the words are the préfet's, whoever has the task."""
    if report.cue is None or other.cue is None or other.cue.start <= report.cue.start:
        return False
    weak = report.cue.of(article.text).lower() == "pour"
    if not weak or not report.content.contains(other.cue):
        return False
    marked = article.marked_in(report.content)
    all_marked = bool(marked) and all(other.content.contains(inner) for inner in marked)
    return all_marked or other.content.start <= report.content.start


def appended_figure(article: Article, index: int, at: Span) -> Span | None:
    """« Ils réclament la libération des détenus, plus de 300 selon l'opposition »: the figure alone is the source's.

    A number without a noun, behind a comma or a bracket: what it counts was said before.
    """
    words = [w for w in article.sentences[index].words if w.end <= at.start]
    figure = []
    while words and (words[-1].upos == "NUM" or words[-1].lemma.lower() in _COUNTING):
        figure.append(words.pop())
    counted = any(w.upos == "NUM" or w.lemma.lower() in _ROUND for w in figure)
    if not words or words[-1].text not in {",", "("} or not counted:
        return None
    return trimmed(Span(figure[-1].start, figure[0].end), article.text)


_ROUND = {"dizaine", "quinzaine", "vingtaine", "trentaine", "quarantaine", "cinquantaine", "soixantaine", "centaine",
          "millier"}  # fmt: skip
_COUNTING = _ROUND | {
    "plus", "moins", "de", "près", "environ", "quelque", "au", "à", "le", "autour", "entre", "et", "jusque", "presque",
    "million", "milliard", "%", "un", "nombre",
}  # fmt: skip


def _is_figure(article: Article, index: int, span: Span) -> bool:
    """Tell whether a stretch is a number with what it counts, and no clause."""
    words = [w for w in article.sentences[index].words if span.contains(w.span)]
    counts = any(w.upos == "NUM" or w.text[:1].isdigit() for w in words)
    return counts and len(words) <= LONGEST and not any(w.feat("VerbForm") == "Fin" for w in words)
