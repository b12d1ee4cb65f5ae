"""Texts with their source mentions marked: « Non », a dit [[le ministre]]."""

from __future__ import annotations

import re

from quotetrack.documents import paragraphs, parse_document
from quotetrack.lexicon import may_report
from quotetrack.model import Source, Span
from quotetrack.passages import find_passages
from quotetrack.sources import Mention, resolve
from quotetrack.syntax.masking import frames, restore
from quotetrack.syntax.stanza_parser import Parser
from quotetrack.syntax.tree import Sentence


def resolved(marked: str, parser: Parser | None, date: str | None = None) -> list[Source | None]:
    """Return the sources of the mentions in double square brackets; without a parser, by the words alone."""
    text, spans = unmarked(marked)
    document = parse_document("example", text, date=date)
    blocks = paragraphs(document)
    passages = find_passages(document.text, blocks)
    sentences: list[Sentence] = []
    if parser is not None:
        pieces = frames(document.text, blocks, passages, may_report)
        texts, starts = [p.text for p in pieces], [p.start for p in pieces]
        for frame, parsed in zip(pieces, parser.parse(texts, starts), strict=True):
            sentences += restore(frame, parsed)
    mentions = [_mention(span, sentences) for span in spans]
    return resolve(document, sentences, mentions, passages)


def names(marked: str, parser: Parser | None, date: str | None = None) -> list[str | None]:
    """Return the names of the sources of the marked mentions."""
    return [source.name if source else None for source in resolved(marked, parser, date)]


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """Return a text without its marks, and the spans that they enclosed."""
    text, spans, start = "", [], 0
    for part in re.split(r"(\[\[|\]\])", marked):
        if part == "[[":
            start = len(text)
        elif part == "]]":
            spans.append(Span(start, len(text)))
        else:
            text += part
    return text, spans


def _mention(span: Span, sentences: list[Sentence]) -> Mention:
    for number, sentence in enumerate(sentences):
        inside = [w for w in sentence.words if not w.stand_in and span.contains(w.span)]
        if inside:
            ids = {w.id for w in inside}
            return Mention(span, number, next(w for w in inside if w.head not in ids).id)
    return Mention(span)
