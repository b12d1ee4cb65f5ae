"""Which sentences stand in front of quoted words, behind them and around them."""

from __future__ import annotations

from quotetrack.attribution.context import Article
from quotetrack.model import Passage, Span
from quotetrack.syntax import Word


def sentence_before(article: Article, passage: Passage, number: int) -> int | None:
    """Return the last sentence of a paragraph in front of a passage, quoted ones left out, or None."""
    indices = [
        i
        for i in article.by_paragraph.get(number, [])
        if article.sentence_spans[i].end <= passage.span.start
        and any(not w.stand_in for w in article.sentences[i].words)
    ]
    return indices[-1] if indices else None


def sentence_behind(article: Article, passage: Passage, number: int) -> int | None:
    """Return the sentence of a paragraph that begins right behind a passage, or None."""
    for index in article.by_paragraph.get(number, []):
        span = article.sentence_spans[index]
        if span.start >= passage.span.end:
            return None if len(article.text[passage.span.end : span.start].strip()) > 1 else index
    return None


def sentence_around(article: Article, passage: Passage, number: int) -> int | None:
    """Return the sentence that begins with a passage, its only one, and goes on: « « Et ? » Jean a demandé à Luc. »."""
    for index in article.by_paragraph.get(number, []):
        span = article.sentence_spans[index]
        if span.start <= passage.span.start + 1 and span.end > passage.span.end + 1:
            behind = article.passages_in(Span(passage.span.end, span.end))
            return index if not behind and not article.text[span.start : passage.span.start].strip() else None
    return None


def verb_behind(article: Article, index: int, passage: Passage) -> Word | None:
    """« « Tant pis ! » Paul Morel s'agace »: the verb of what stands behind the words, within one sentence."""
    words = article.sentences[index].words
    return next((w for w in words if w.start >= passage.span.end and w.relation == "parataxis"), None)
