"""Words summed up behind: « Marcher réduirait le risque. C'est ce que révèle un essai »."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue, cues
from quotetrack.attribution.finding import Finding
from quotetrack.attribution.stretches import trimmed, without_final_stop
from quotetrack.lexicon import Frame
from quotetrack.model import Span
from quotetrack.syntax import Sentence

_BACK = regex.compile(r"(?:^|(?<=[,;:–—] ))(?:c' est|voilà|voici) (?:\p{L}+ ){0,3}(?:ce que|ce qu')")


def back_reference(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """« Marcher réduirait le risque. C'est ce que révèle un essai » → the sentence before.

    « C'est du moins ce qu'assure X », « C'est aussi ce que pense Y » (with a verb of saying only), « Voilà ce que
    soutient Z »; « Le pont fermera, c'est ce qu'a annoncé X » → the clause in front.
    """
    if cue.form != "finite" or cue.needs_marks:
        return None
    if cue.word.lemma in {"appeler", "nommer"}:
        return None  # « C'est ce que l'on appelle un échec »: a word for it
    sentence = article.sentences[cue.sentence]
    before_verb = [w.text.lower() for w in sentence.words[: cue.word.id - 1]]
    if "ce" not in before_verb:
        return None
    opening = " ".join(before_verb).replace("’", "'")
    back = _BACK.search(opening)
    if back is None:
        return None
    if back.start():
        return _clause_in_front(article, sentence, opening[: back.start()].count(" "), others)
    before = [i for i in article.frame_indices if article.sentence_spans[i].end <= sentence.span.start]
    if not before or len(sentence.words) > cue.word.id + 40:
        return None
    span = article.sentence_spans[before[-1]]
    if sentence.span.start - span.end > 4:
        return None
    if (words := _quotation(article, span)) is not None:
        return Finding("back_reference", words)
    reporting = [c for c in cues(article, before[-1]) if Frame.QUE in c.frames and not c.needs_marks]
    if any(c.category != "showing" for c in reporting):
        return None
    if article.passages_in(span) and any(True for _ in cues(article, before[-1])):
        return None  # its marked words are those of whoever it quotes
    return Finding("back_reference", without_final_stop(trimmed(span, article.text), article.text))


def _clause_in_front(
    article: Article, sentence: Sentence, last: int, others: Sequence[Cue]
) -> Finding | None:
    """« Le projet sera abandonné, c'est ce qu'a annoncé mardi la ministre » → Le projet sera abandonné.

    « « Rien ne sera caché », c'est ce que promet la ministre » → the quoted words.
    """
    words = sentence.words[:last]
    span = Span(words[0].start, words[-1].end)
    if (quoted := _quotation(article, span)) is not None:
        return Finding("back_reference", quoted)
    told = any(c.word.id <= last and not c.needs_marks for c in others)
    if told or article.passages_in(span) or not any(w.feat("VerbForm") == "Fin" for w in words):
        return None
    return Finding("back_reference", without_final_stop(trimmed(span, article.text), article.text))


def _quotation(article: Article, span: Span) -> Span | None:
    """« « Le lait sera payé plus cher ». C'est ce qu'a annoncé X »: a sentence that is all quoted words."""
    inside = article.passages_in(span)
    if len(inside) != 1 or article.passages[inside[0]].dialogue:
        return None
    passage = article.passages[inside[0]]
    around = article.text[span.start : passage.span.start] + article.text[passage.span.end : span.end]
    return None if any(c.isalnum() for c in around) else passage.inner
