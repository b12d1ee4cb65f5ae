"""What a construction found behind a verb of saying."""

from __future__ import annotations

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.stretches import trimmed, without_final_stop
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word, span_of
from quotetrack.values import value

_COMMA = regex.compile(r",[\s\p{Z}]")
_STOP = regex.compile(r"[.\s\p{Z}]*")


@value
class Finding:
    """The content that a construction found, and its name."""

    rule: str
    content: Span
    addressee: Word | None = None


def addressed(sentence: Sentence, cue: Cue) -> Word | None:
    """Return whom a verb tells to do something (« exhorte Belgrade à », « accuse X de »)."""
    if cue.category not in {"urging", "demanding", "accusing", "warning"}:
        return None
    word = sentence.child(cue.word, "obj", "iobj")
    return word if word is not None and word.id > cue.word.id and word.upos in {"NOUN", "PROPN"} else None


def stretch(article: Article, sentence: Sentence, first: int, last: int) -> Span:
    """Return the text from one word of a sentence to another, without marks at its edges and final stop.

    The stop of a quoted sentence stays: « a confié qu'on lui avait dit : « Personne ne paiera. » ». So do the
    sentences that follow within the same marks: « explique qu'il est « urgent d'agir. Je plaide pour cela. » ».
    """
    span = span_of(sentence.words[first - 1 : last])
    span = without_final_stop(trimmed(span, article.text), article.text)
    if (added := _added_in_marks(article, sentence, span.end)) is not None:
        return Span(span.start, added)
    for inner in (p.inner for p in article.passages if span.start <= p.inner.start < span.end < p.inner.end):
        # « jure n'avoir « rien vu, rien entendu, rien su » »: marks are not left half-way
        if inner.end <= sentence.span.end:
            return Span(span.start, inner.end)
    return span


def _added_in_marks(article: Article, sentence: Sentence, end: int) -> int | None:
    """« dit avoir pensé à ses enfants, « tout le temps ». »: a marked phrase ends the sentence, and is his too."""
    rest = article.passages_in(Span(end, max(end, sentence.span.end)), sentence.inside)
    if len(rest) != 1:
        return None
    passage = article.passages[rest[0]]
    gap = article.text[end : passage.span.start]
    behind = article.text[passage.span.end : sentence.span.end]
    words = [w for w in sentence.words if passage.inner.contains(w.span)]
    whole = any(w.feat("VerbForm") == "Fin" or w.stand_in for w in words)
    if not _COMMA.fullmatch(gap) or not _STOP.fullmatch(behind):
        return None
    return passage.inner.end if passage.inner.of(article.text)[:1].islower() and not whole else None
