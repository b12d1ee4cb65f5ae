"""Interviews: turns behind a dash, behind « Q. » and « R. », or behind the speaker's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Reference, Report
from quotetrack.attribution.plain_interviews import plain_answers
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


def dialogue_reports(article: Article, reports: Sequence[Report] = ()) -> list[Report]:
    """Return a report for each turn of a dialogue.

    — Vous partez déjà ? / — Il le faut bien. Those who answer speak for the person whom the article names most;
    who asks stays unknown. « La Gazette : Vous partez ? / Nadia Ferrand : Il le faut. »: the name in front speaks.
    """
    turns = [*_dash_turns(article, reports), *_labelled_turns(article), *_quoted_answers(article)]
    return turns or plain_answers(article, _parsed_at)


def _dash_turns(article: Article, reports: Sequence[Report]) -> list[Report]:
    turns = [i for i, p in enumerate(article.passages) if p.dialogue]
    person = main_person(article) if turns else None
    told = _told_inside(article, reports, turns)
    found: list[Report] = []
    at = dict(told)
    for i in turns:
        inner = article.passages[i].inner
        label = _TURN_LABEL.match(article.text, inner.start, inner.end)
        if label is not None:  # « – Judith Arnoux : À peine. »
            place, content = Span(*label.span("name")), Span(label.end(), inner.end)
            named = Reference(place, *_parsed_at(article, place))
            cut = (Span(inner.start, label.end()),)
            found.append(Report("labelled_turn", content, None, (i,), None, cut, named, rank=6))
            continue
        if i in told:
            continue  # « — Non, répond l'accusé. »
        asks = inner.of(article.text).rstrip().endswith("?")
        rule, source = ("question_turn", None) if asks else ("turn", None if told else person)
        at[i] = len(reports) + len(found)
        words = inner.of(article.text)
        closes = (
            words.endswith("»") and "«" not in words
        )  # it closes the first turn of all: « « A. / — B. » »
        content = trimmed(inner, article.text) if closes else inner
        found.append(Report(rule, content, None, (i,), source=source, rank=6))
    return _in_turn(article, reports, found, at) if told else found


def _told_inside(article: Article, reports: Sequence[Report], turns: Sequence[int]) -> dict[int, int]:
    """Return the report of each turn that tells itself who speaks: « — Non, répond l'accusé. »."""
    told: dict[int, int] = {}
    for k, report in enumerate(reports if turns else ()):
        if report.rule != "incise_inside" or report.source is None:
            continue
        for i, passage in enumerate(article.passages):
            near = passage.inner.start <= report.content.start <= passage.inner.start + 3
            if near and not passage.depth and i not in told:
                told[i] = k
    return told


def _in_turn(
    article: Article, reports: Sequence[Report], found: Sequence[Report], at: Mapping[int, int]
) -> list[Report]:
    """Let two who speak by turns keep their turns: whoever spoke last but one speaks where nothing tells.

    « — Et lui ? demande la juge. / — Il dort, répond l'accusé. / — Encore ? » → la juge
    """
    known = [*reports, *found]
    order = sorted(at, key=lambda i: article.passages[i].span.start)
    for run in _runs(article, order):
        sides = [_mentions(article, [known[at[i]] for i in run[side::2]]) for side in (0, 1)]
        if any(len(side) > 1 for side in sides) or sides[0] & sides[1]:
            continue  # three speak, or one goes on
        pairs = list(zip(run, run[2:], strict=False))
        for i, other in [*((i, before) for before, i in pairs), *reversed(pairs)]:
            if _nobodys(known[at[i]]) and not _nobodys(known[at[other]]):
                known[at[i]] = replace(known[at[i]], same_as=at[other])
    return known[len(reports) :]


def _nobodys(report: Report) -> bool:
    return report.source is None and report.same_as is None


def _runs(article: Article, order: Sequence[int]) -> list[list[int]]:
    """Return the turns in runs of paragraphs that follow each other."""
    runs: list[list[int]] = []
    last = -2
    for i in order:
        number = article.paragraph_of(article.passages[i].span.start)
        if number != last + 1 or not runs:
            runs.append([])
        runs[-1].append(i)
        last = number
    return runs


def _mentions(article: Article, turns: Sequence[Report]) -> set[str]:
    """Return who is named in some turns, by the words; pronouns tell nothing."""
    named = {t.source.span.of(article.text).casefold() for t in turns if t.source is not None}
    return named - {"il", "elle", "-t-il", "-t-elle", "t-il", "t-elle"}


def _labelled_turns(article: Article) -> list[Report]:
    """Turns behind a label that comes back: two labels at least, one of them twice."""
    found: list[tuple[str, Span, Span]] = []
    for paragraph in article.paragraphs:
        match = _LABEL.match(article.text, paragraph.start, paragraph.end)
        if match is not None:
            turn = trimmed(Span(match.end(), paragraph.end), article.text)
            found.append((match["label"], Span(*match.span("label")), turn))
    found = _without_sentences(article, _with_initials_known(found))
    if len(found) < 3:
        return _labelled_once(article, found) if found else []
    counts = Counter(label for label, _, _ in found)
    recurring = {label for label, count in counts.items() if count >= 2}
    questions = sum(turn.of(article.text).rstrip().endswith("?") for _, _, turn in found)
    questions += _asked_without_label(article, [place for _, place, _ in found])
    if not recurring or len(counts) < 2 or questions < 2:
        return _labelled_once(article, found)
    person = main_person(article)
    reports = []
    for label, place, turn in found:
        if label.lower() in _ASKING or not len(turn):
            continue
        source = person if label.lower() in _ANSWERING else Reference(place, *_parsed_at(article, place))
        reports.append(Report("labelled_turn", turn, None, (), source=source, rank=6))
    return reports


def _with_initials_known(found: Sequence[tuple[str, Span, Span]]) -> list[tuple[str, Span, Span]]:
    """« Odile Garnier : … / O. G. : … / OG : … »: initials stand for the one label that has them."""
    full = dict.fromkeys(label for label, _, _ in found if not _INITIALS.fullmatch(label))
    by_letters: dict[str, list[str]] = {}
    for name in full:
        by_letters.setdefault(_capitals(name), []).append(name)
    places = {label: place for label, place, _ in reversed(found)}
    known: list[tuple[str, Span, Span]] = []
    for label, place, turn in found:
        bearers = by_letters.get(_capitals(label), ())
        if len(bearers) == 1 and _INITIALS.fullmatch(label):
            label, place = bearers[0], places[bearers[0]]
        known.append((label, place, turn))
    return known


def _capitals(label: str) -> str:
    return "".join([c for c in label if c.isupper()])


_INITIALS = regex.compile(r"\p{Lu}(?:[.]?[ \p{Z}-]?\p{Lu}){1,3}[.]?")


def _without_sentences(
    article: Article, found: Sequence[tuple[str, Span, Span]]
) -> list[tuple[str, Span, Span]]:
    """Leave out « Un peu. Mes toiles sont grandes »: before a full stop only what comes back, or « Q. », is a label."""
    counts = Counter(label for label, _, _ in found)
    return [
        item
        for item in found
        if counts[item[0]] > 1
        or item[0].lower() in _ASKING | _ANSWERING
        or article.text[item[1].end : item[1].end + 3].lstrip()[:1] == ":"
    ]


def _labelled_once(article: Article, labelled: Sequence[tuple[str, Span, Span]]) -> list[Report]:
    """« Et demain ? / Nadia Ferrand : On verra. / Et après ? / Rien. »: an interview that names who answers once."""
    # A headline « Nadia Ferrand : « Peindre » » is no turn.
    full = [
        item
        for item in labelled
        if _TURN_LABEL.match(article.text, item[1].start, item[1].end + 4)
        and article.text[item[2].start - 3 : item[2].start].strip(" \u00a0\u202f")[-1:] not in "«“"
    ]
    if len(full) != 1 or _INTERVIEW.search(article.text) is None:
        return []
    _, place, first = full[0]
    number = article.paragraph_of(place.start)
    asked = [article.paragraphs[n] for n in range(number - 1, len(article.paragraphs) - 1)]
    answers = [first]
    for question, answer in zip(asked[2:], article.paragraphs[number + 2 :], strict=False):
        if _asks(article, question) and not _asks(article, answer):
            answers.append(answer)
    if number == 0 or not _asks(article, article.paragraphs[number - 1]) or len(answers) < 2:
        return []
    source = Reference(place, *_parsed_at(article, place))
    return [Report("labelled_turn", turn, None, (), source=source, rank=6) for turn in answers]


_INTERVIEW = regex.compile(r"\b(?:propos recueillis|interview|entretien)\b", regex.IGNORECASE)


def _asks(article: Article, paragraph: Span) -> bool:
    return paragraph.of(article.text).rstrip(" »\u00a0\u202f").endswith("?")


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


def _in_a_turn(article: Article, position: int) -> bool:
    near = (article.passages[i] for i in article.passage_spans.touching(Span(position, position)))
    return any(p.dialogue and p.span.start <= position < p.span.end for p in near)


MOST_PEOPLE = 100
"""People, those with most full mentions first, all of whose mentions are counted."""


def main_person(article: Article) -> Reference | None:
    """Return the first full mention of the person whom the article names most often, turns aside.

    The introduction of an interview reports nothing and may not be parsed: names are read from the words.
    """
    full = [
        match
        for match in _FULL_NAME.finditer(article.text, article.document.body.start)
        if is_first_name(match["first"]) and not _in_a_turn(article, match.start())
    ]
    counts = Counter(match["last"] for match in full)
    for last, _ in counts.most_common(MOST_PEOPLE):
        counts[last] = len(regex.findall(rf"\b{regex.escape(last)}\b", article.text))
    if not full:
        return None
    best = max(full, key=lambda match: (counts[match["last"]], -match.start()))
    place = Span(*best.span())
    return Reference(place, *_parsed_at(article, place))


def _parsed_at(article: Article, place: Span) -> tuple[int | None, int | None]:
    for index in article.sentence_places.touching(Span(place.start, place.start)):
        if article.sentences[index].inside is None and place.start < article.sentence_spans[index].end:
            word = next((w for w in article.sentences[index].words if w.start >= place.start), None)
            return index, word.id if word is not None else None
    return None, None
