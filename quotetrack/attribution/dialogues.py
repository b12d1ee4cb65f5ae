"""Interviews: turns behind a dash, behind « Q. » and « R. », or behind the speaker's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Reference, Report
from quotetrack.attribution.stretches import trimmed
from quotetrack.lexicon.people import is_first_name
from quotetrack.model import Span

_LABEL = regex.compile(
    r"(?P<label>Q|R|\p{Lu}[\p{L}.'’-]*(?:[ \p{Z}][\p{L}.'’-]+){0,3})[\s\p{Z}]*[:.][\s\p{Z}]*[–—-]?[\s\p{Z}]*(?=\S)"
)
_TURN_LABEL = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}.'’-]+(?:[ \p{Z}]\p{Lu}[\p{L}.'’-]+){1,3})[\s\p{Z}]*:[\s\p{Z}]*(?=\S)"
)
_FULL_NAME = regex.compile(
    r"\b(?P<first>\p{Lu}[\p{L}-]+)[ \p{Z}](?P<last>(?:(?:de|du|Le|La|van|von|ben|El)[ \p{Z}])?\p{Lu}[\p{L}'’-]+)"
)
_ASKING = {"q", "question"}
_ANSWERING = {"r", "réponse"}


def dialogue_reports(article: Article) -> list[Report]:
    """Return a report for each turn of a dialogue.

    — Vous partez déjà ? / — Il le faut bien. Those who answer speak for the person whom the article names most;
    who asks stays unknown. « La Gazette : Vous partez ? / Nadia Ferrand : Il le faut. »: the name in front speaks.
    """
    return [*_dash_turns(article), *_labelled_turns(article), *_quoted_answers(article)]


def _dash_turns(article: Article) -> list[Report]:
    turns = [i for i, p in enumerate(article.passages) if p.dialogue]
    person = main_person(article) if turns else None
    reports = []
    for i in turns:
        inner = article.passages[i].inner
        label = _TURN_LABEL.match(article.text, inner.start, inner.end)
        if label is not None:  # « – Judith Arnoux : À peine. »
            place, content = Span(*label.span("name")), Span(label.end(), inner.end)
            named = Reference(place, *_parsed_at(article, place))
            cut = (Span(inner.start, label.end()),)
            reports.append(Report("labelled_turn", content, None, (i,), None, cut, named, rank=6))
            continue
        asks = inner.of(article.text).rstrip().endswith("?")
        rule, source = ("question_turn", None) if asks else ("turn", person)
        reports.append(Report(rule, inner, None, (i,), source=source, rank=6))
    return reports


def _labelled_turns(article: Article) -> list[Report]:
    """Turns behind a label that comes back: two labels at least, one of them twice."""
    found: list[tuple[str, Span, Span]] = []
    for paragraph in article.paragraphs:
        match = _LABEL.match(article.text, paragraph.start, paragraph.end)
        if match is not None:
            turn = trimmed(Span(match.end(), paragraph.end), article.text)
            found.append((match["label"], Span(*match.span("label")), turn))
    if len(found) < 3:
        return []
    counts = Counter(label for label, _, _ in found)
    recurring = {label for label, count in counts.items() if count >= 2}
    questions = sum(turn.of(article.text).rstrip().endswith("?") for _, _, turn in found)
    questions += _asked_without_label(article, [place for _, place, _ in found])
    if not recurring or len(counts) < 2 or questions < 2:
        return []
    person = main_person(article)
    reports = []
    for label, place, turn in found:
        if label.lower() in _ASKING or not len(turn):
            continue
        source = person if label.lower() in _ANSWERING else Reference(place, *_parsed_at(article, place))
        reports.append(Report("labelled_turn", turn, None, (), source=source, rank=6))
    return reports


def _asked_without_label(article: Article, labels: Sequence[Span]) -> int:
    """« Franceinfo : Êtes-vous satisfaite ? / Nadia Ferrand : Non. / Pourquoi ? / Nadia Ferrand : … »: the third."""
    labelled = {article.paragraph_of(place.start) for place in labels}
    asked = (n - 1 for n in labelled if n > 0 and n - 1 not in labelled)
    return sum(article.paragraphs[n].of(article.text).rstrip().endswith("?") for n in asked)


def _quoted_answers(article: Article) -> list[Report]:
    """Comment allez-vous ? / « Bien, merci. »: paragraphs that ask, each followed by one all in marks."""
    answers: list[int] = []
    for number, passage in enumerate(article.passages):
        if passage.depth or passage.dialogue:
            continue
        at = article.paragraph_of(passage.span.start)
        paragraph = article.paragraphs[at]
        alone = passage.span.start <= paragraph.start + 1 and passage.span.end >= paragraph.end - 1
        asked = at > 0 and article.paragraphs[at - 1].of(article.text).rstrip().endswith("?")
        if alone and asked:
            answers.append(number)
    if len(answers) < 3:
        return []
    person = main_person(article)
    return [Report("answer", article.passages[n].inner, None, (n,), source=person, rank=0) for n in answers]


def main_person(article: Article) -> Reference | None:
    """Return the first full mention of the person whom the article names most often, turns aside.

    The introduction of an interview reports nothing and may not be parsed: names are read from the words.
    """
    turns = [p.span for p in article.passages if p.dialogue]
    full = [
        match
        for match in _FULL_NAME.finditer(article.text, article.document.body.start)
        if is_first_name(match["first"]) and not any(t.start <= match.start() < t.end for t in turns)
    ]
    counts = Counter(match["last"] for match in full)
    for last in counts:
        counts[last] = len(regex.findall(rf"\b{regex.escape(last)}\b", article.text))
    if not full:
        return None
    best = max(full, key=lambda match: (counts[match["last"]], -match.start()))
    place = Span(*best.span())
    return Reference(place, *_parsed_at(article, place))


def _parsed_at(article: Article, place: Span) -> tuple[int | None, int | None]:
    for index in article.frame_indices:
        if article.sentence_spans[index].start <= place.start < article.sentence_spans[index].end:
            word = next((w for w in article.sentences[index].words if w.start >= place.start), None)
            return index, word.id if word is not None else None
    return None, None
