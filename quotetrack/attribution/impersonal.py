"""Who « on » is: « a-t-on appris de source policière », « indique-t-on auprès de la direction »."""

from __future__ import annotations

from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.model import Reference
from quotetrack.attribution.phrases import noun_phrase
from quotetrack.attribution.speakers import can_speak
from quotetrack.lexicon.tables import word_class
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word


def source_behind_on(
    article: Article, sentence: Sentence, cue: Cue, source: Reference | None
) -> Reference | None:
    """« a-t-on appris de source policière », « indique-t-on à Matignon », « dit-on dans son entourage »: who « on » is.

    The pronoun itself stays the source where nothing says it.
    """
    if source is None or source.span.of(article.text).lower() not in {"on", "l'on", "l’on"}:
        return source
    opening = [w for w in sentence.words if w.end <= source.span.start and w.upos != "PUNCT"]
    if len(opening) > 1 and opening[0].text.lower() == "de" and opening[1].lemma.lower() == "source":
        span = noun_phrase(sentence, opening[1], article.text)
        return Reference(Span(opening[1].start, max(span.end, opening[1].end)), cue.sentence, opening[1].id)
    following = [w for w in sentence.words if w.start >= max(cue.span.end, source.span.end)][:8]
    for word in following:
        if word.text.lower() in {"source", "sources"}:
            span = noun_phrase(sentence, word, article.text)
            return Reference(Span(word.start, max(span.end, word.end)), cue.sentence, word.id)
        if word.upos in {"VERB", "AUX", "PUNCT"}:
            break
    return _learnt_from(article, sentence, cue) or source


def _learnt_from(article: Article, sentence: Sentence, cue: Cue) -> Reference | None:
    """« a-t-on appris auprès de la direction », « peut-on lire dans le communiqué »: whom or what one has it from."""
    prepositions = _LEARNT_FROM.get(cue.word.lemma, frozenset())
    for word in sentence.words[cue.word.id : cue.word.id + 4]:
        if word.text.lower() in prepositions and (head := _governed_by(sentence, word)) is not None:
            return Reference(noun_phrase(sentence, head, article.text), cue.sentence, head.id)
    return None


_LEARNT_FROM = {"apprendre": frozenset({"auprès"}), "lire": frozenset({"dans", "sur"})}


def _governed_by(sentence: Sentence, preposition: Word) -> Word | None:
    """Return the noun behind « auprès de », « dans », if it can speak."""
    for word in sentence.words[preposition.id : preposition.id + 6]:
        if word.upos in {"NOUN", "PROPN"}:
            return word if can_speak(sentence, word) else None
    return None


def stands_for_we(article: Article, cue: Cue, source: Reference | None) -> bool:
    """Tell whether « on » is the speaker and his like: « « On demande plus de moyens », dit la déléguée ».

    « On nous demande de partir » is what others do.
    """
    if source is None or source.span.of(article.text).lower() != "on":
        return False
    group = set(cue.span.of(article.text).lower().replace("’", " ").replace("'", " ").split())
    return cue.word.lemma not in word_class("what people say") and group.isdisjoint(_OTHERS)


_OTHERS = frozenset({"m", "me", "nous", "l", "lui", "leur"})
