"""Which sentences stand in front of quoted words, behind them and around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from quotetrack.attribution.context import Article
from quotetrack.model import Passage, Span
from quotetrack.syntax import Word


def sentence_before(article: Article, passage: Passage, number: int) -> int | None:
    """Return the last sentence of a paragraph in front of a passage, quoted ones left out, or None."""
    spans, own = article.sentence_spans, article.by_paragraph.get(number, [])
    begun = bisect_right(own, passage.span.start, key=lambda i: spans[i].start)
    for place in range(begun - 1, -1, -1):
        index = own[place]
        read = not all(w.stand_in for w in article.sentences[index].words)
        if read and spans[index].end <= passage.span.start:
            return index
    return None


def sentences_between(article: Article, number: int, start: int, end: int) -> list[int]:
    """Return the sentences of a paragraph that stand wholly between two positions, quoted ones left out."""
    spans, own = article.sentence_spans, article.by_paragraph.get(number, [])
    first = bisect_left(own, start, key=lambda i: spans[i].start)
    last = bisect_right(own, end, key=lambda i: spans[i].start)
    return [i for i in own[first:last] if spans[i].end <= end]


def sentence_behind(article: Article, passage: Passage, number: int) -> int | None:
    """Return the sentence of a paragraph that begins right behind a passage, or None."""
    spans, own = article.sentence_spans, article.by_paragraph.get(number, [])
    place = bisect_left(own, passage.span.end, key=lambda i: spans[i].start)
    if place == len(own):
        return None
    between = article.text[passage.span.end : spans[own[place]].start]
    return None if len(between.strip()) > 1 else own[place]


def sentence_around(article: Article, passage: Passage, number: int) -> int | None:
    """Return the sentence that begins with a passage, its only one, and goes on: « « Et ? » Jean a demandé à Luc. »."""
    spans, own = article.sentence_spans, article.by_paragraph.get(number, [])
    ending = bisect_right(own, passage.span.end + 1, key=lambda i: spans[i].end)
    for index in own[ending : ending + 1]:
        span = spans[index]
        if span.start <= passage.span.start + 1 and span.end > passage.span.end + 1:
            behind = article.passages_in(Span(passage.span.end, span.end))
            return index if not behind and not article.text[span.start : passage.span.start].strip() else None
    return None


def verb_behind(article: Article, index: int, passage: Passage) -> Word | None:
    """« « Tant pis ! » Paul Morel s'agace »: the verb of what stands behind the words, within one sentence."""
    words = article.sentences[index].words
    return next((w for w in words if w.start >= passage.span.end and w.relation == "parataxis"), None)
