"""Words that somebody used, shown as words: « l'expression « un gâchis » employée par la maire »."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import regex

from quotetrack.attribution.antecedents import agent_of
from quotetrack.attribution.context import Article
from quotetrack.attribution.introductions import sentence_at
from quotetrack.attribution.model import Reference, Report
from quotetrack.attribution.nonspeech import announces_words
from quotetrack.attribution.phrases import mention_of, noun_phrase
from quotetrack.attribution.speakers import can_speak
from quotetrack.lexicon.tables import word_class
from quotetrack.syntax import Sentence, Word


def used_words(article: Article, claimed: Collection[int]) -> Iterator[Report]:
    """Yield a report for words as words behind which it stands who used them, right there and by name or role.

    « le terme de « gâchis » utilisé par le maire »; « l'expression « aller au charbon » vient de la mine » is nobody's.
    """
    for number, passage in enumerate(article.passages):
        if number in claimed or passage.dialogue or passage.depth:
            continue
        before = article.text[max(passage.span.start - 60, 0) : passage.span.start]
        if _SAID_BY.search(before) is not None and (report := _said_by(article, number)) is not None:
            yield report
            continue
        if not announces_words(before[-30:]):
            continue
        index = sentence_at(article, passage.span.end + 1, passage)
        if index is None:
            continue
        sentence = article.sentences[index]
        used = next((w for w in sentence.words if passage.span.end < w.end <= passage.span.end + 15), None)
        if used is None or used.feat("VerbForm") != "Part" or used.lemma not in word_class("using words"):
            continue
        agent = agent_of(sentence, used)
        if agent is not None and (can_speak(sentence, agent) or _is_named(sentence, agent)):
            source = mention_of(article, index, agent)
            yield Report("quoted_object", passage.inner, index, (number,), used.span, (), source, rank=4)


_SAID_BY = regex.compile(
    r"\b(?:propos|mots?|phrase|réponse|réplique)[\s\p{Z}](?:de[\s\p{Z}]|du[\s\p{Z}]|d['’])", regex.IGNORECASE
)
_SAYINGS = {"propos", "mot", "phrase", "réponse", "réplique"}


def _said_by(article: Article, number: int) -> Report | None:
    """« Restent les mots de Luc Roux en partant « on verra bien » »: his, a word or two between."""
    passage = article.passages[number]
    index = sentence_at(article, passage.span.start - 2, passage)
    sentence = article.sentences[index] if index is not None else None
    if sentence is None or index is None or sentence.inside is not None:
        return None
    for said in sentence.words:
        if said.lemma not in _SAYINGS or said.end > passage.span.start:
            continue
        owner = next(
            (w for w in sentence.children(said, "nmod") if w.id > said.id and can_speak(sentence, w)), None
        )
        if owner is None:
            continue
        whose = noun_phrase(sentence, owner, article.text)
        between = list(article.words_between(sentence, whose.end, passage.span.start))
        if (
            passage.span.start - whose.end >= 0
            and len(between) <= 2
            and all(w.upos != "PUNCT" for w in between)
        ):
            source = Reference(whose, index, owner.id)
            return Report("noun_clause", passage.inner, index, (number,), said.span, (), source, rank=4)
    return None


def _is_named(sentence: Sentence, word: Word) -> bool:
    """« par son mentor, Luc Roux »: whatever the noun, a name in apposition."""
    return any(w.upos == "PROPN" for w in sentence.children(word, "appos"))
