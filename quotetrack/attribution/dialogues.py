"""Interviews: turns behind a dash, or behind the speaker's name or initial."""

from __future__ import annotations

from collections import Counter

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Reference, Report


def dialogue_reports(article: Article) -> list[Report]:
    """Return a report for each turn of a dialogue.

    — Vous partez déjà ? / — Il le faut bien. Those who answer speak for the person whom the article names most;
    who asks stays unknown.
    """
    turns = [i for i, p in enumerate(article.passages) if p.dialogue]
    if not turns:
        return []
    person = _main_person(article)
    reports = []
    for i in turns:
        inner = article.passages[i].inner
        asks = inner.of(article.text).rstrip().endswith("?")
        source = None if asks else person
        reports.append(Report("question_turn" if asks else "turn", inner, None, (i,), source=source, rank=6))
    return reports


def _main_person(article: Article) -> Reference | None:
    """Return the fullest mention of the name that the frame of the article mentions most often."""
    counts: Counter[str] = Counter()
    fullest: dict[str, Reference] = {}
    for index in article.frame_indices:
        sentence = article.sentences[index]
        for word in sentence.words:
            if word.upos != "PROPN" or word.stand_in:
                continue
            run = [word]
            while run[-1].id < len(sentence.words) and sentence.word(run[-1].id + 1).upos == "PROPN":
                run.append(sentence.word(run[-1].id + 1))
            if len(run) < 2:
                continue
            key = run[-1].text
            counts[key] += 1
            from quotetrack.model import Span

            fullest.setdefault(key, Reference(Span(run[0].start, run[-1].end), index, run[0].id))
    if not counts:
        return None
    return fullest[counts.most_common(1)[0][0]]
