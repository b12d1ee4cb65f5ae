"""Headlines and intertitles that print marked words before the article says who spoke them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Report
from quotetrack.attribution.nonspeech import is_named_thing
from quotetrack.model import Passage, Span

_WORDS = regex.compile(r"\w+")
_STOP = regex.compile(r"[.!?…][\s\p{Z}»”\"]*$")
_TAIL = regex.compile(
    r"[\s\p{Z}]?,[\s\p{Z}](?:la|le|les|l['’])[\s\p{Z}]?\p{L}+[\s\p{Z}](?:de|des|du|d['’])[^.!?;:]{3,60}"
)
"""« Grève : « C'est une honte », la colère des usagers »."""
LONGEST = 25
"""Words of a headline at the most."""


def headline(article: Article, index: int | None, passages: Sequence[int], content: Span) -> Report | None:
    """Return the report of the words that end a headline behind a colon: « Incendie : « Tout a brûlé » ».

    What stands in front is the subject of the article, not who speaks; the body may tell (see
    ``with_speakers_of_headlines``).
    """
    number = article.paragraph_of(content.start)
    paragraph = article.paragraphs[number]
    last = article.passages[passages[-1]]
    behind = article.text[last.span.end : paragraph.end]
    if number + 1 >= len(article.paragraphs) or _STOP.search(behind):
        return None
    if _WORDS.search(behind) and _TAIL.fullmatch(behind) is None:
        return None
    if len(_WORDS.findall(paragraph.of(article.text))) > LONGEST:
        return None
    return Report("headline", content, index, tuple(passages), rank=5)


def intertitle(article: Article, reports: Sequence[Report], index: int) -> Report | None:
    """Return the report of a passage that is a paragraph of its own and whose words the article quotes elsewhere.

    « « Changer de cap » », and then: Mme Roy a demandé au ministre de « changer de cap ».
    """
    passage = article.passages[index]
    if len(_WORDS.findall(passage.inner.of(article.text))) > LONGEST:
        return None
    return _heading(article, reports, index)


def in_heading(article: Article, reports: Sequence[Report], index: int) -> Report | None:
    """Return the report of a passage within a headline or an intertitle whose words the article quotes elsewhere.

    « Permis suspendu, « Je suis routier, moi ! » », « La hausse « dès l'an prochain » ? »; not « Retour sur « Le Grand
    Bleu » », which may be a title.
    """
    passage = article.passages[index]
    number = article.paragraph_of(passage.span.start)
    paragraph = article.paragraphs[number]
    heading = paragraph.of(article.text).rstrip()
    words = passage.inner.of(article.text)
    told = words[:1].islower() or words[-1:] in ".!?…" or len(words.split()) > 4
    stops = heading[-1:] in ".…" or number + 1 >= len(article.paragraphs)
    if not told or stops or len(_WORDS.findall(heading)) > LONGEST or is_named_thing(article, passage):
        return None
    return _heading(article, reports, index)


def _heading(article: Article, reports: Sequence[Report], index: int) -> Report | None:
    """Return the report of words that somebody says elsewhere in the article, None where nobody does."""
    words = article.passages[index].inner
    same = _quoted_elsewhere(article, reports, words)
    return None if same is None else Report("heading", words, None, (index,), same_as=same, rank=6)


def is_intertitle(article: Article, passage: Passage) -> bool:
    """Tell whether a passage that is a paragraph of its own looks like a heading: short, without a final stop."""
    inner = passage.inner.of(article.text)
    return (
        len(inner.split()) <= 12
        and inner[-1:] not in ".!?…»"
        and not passage.continues
        and not passage.repaired
    )


def with_speakers_of_headlines(article: Article, reports: Sequence[Report]) -> list[Report]:
    """Let a headline have the speaker to whom the body gives the same words, if it does.

    So does what opens an article and names nobody: « « On ne cédera pas » : le ministre persiste ».
    """
    return [
        replace(r, same_as=_quoted_elsewhere(article, reports, r.content))
        if r.rule == "headline" or _nobodys(r)
        else r
        for r in reports
    ]


def _nobodys(report: Report) -> bool:
    return report.rule == "adjacent" and report.source is None and report.same_as is None


MANY_REPORTS = 200
"""More than an article has: it is worth while to see first whether words come back at all."""


def _quoted_elsewhere(article: Article, reports: Sequence[Report], words: Span) -> int | None:
    """Return the first report that holds the same words elsewhere in the article; one word alone says nothing."""
    sought = article.folded(words)
    if sought.count(" ") < 3:
        return None
    if len(reports) > MANY_REPORTS:
        whole = article.folded(article.document.body)
        if whole.find(sought, whole.find(sought) + 1) < 0:
            return None  # once in all the text
    for position, report in enumerate(reports):
        if report.rule in {"heading", "headline"} or _nobodys(report) or report.content.overlaps(words):
            continue
        if sought in article.folded(report.content):
            return position
    return None
