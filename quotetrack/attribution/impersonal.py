"""Who « on » is: « a-t-on appris de source policière », « indique-t-on auprès de la direction »."""

from __future__ import annotations

from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.model import Reference
from quotetrack.attribution.phrases import mention_of, noun_phrase
from quotetrack.attribution.speakers import can_speak, is_paper
from quotetrack.attribution.verbs import has_impersonal_il, is_reflexive
from quotetrack.lexicon.tables import word_class
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word


def source_behind_on(
    article: Article, sentence: Sentence, cue: Cue, source: Reference | None
) -> Reference | None:
    """« a-t-on appris de source policière », « indique-t-on à Matignon », « dit-on dans son entourage »: who « on » is.

    The pronoun itself stays the source where nothing says it.
    """
    if (paper := _paper_where_it_stands(article, sentence, cue)) is not None:
        return paper
    if has_impersonal_il(sentence, cue.word) and not is_reflexive(sentence, cue.word):
        return _learnt_from(article, sentence, cue)
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


def _paper_where_it_stands(article: Article, sentence: Sentence, cue: Cue) -> Reference | None:
    """« L'étude est sévère. « Rien n'a été fait », y lit-on », « Il y est précisé que … »: the paper just spoken of."""
    if sentence.inside is not None:
        return None
    near = sentence.words[max(cue.word.id - 5, 0) : cue.word.id + 3]
    pronouns = [w.text.lower() for w in near if w.upos == "PRON"]
    there = "y" in pronouns
    if not there and (cue.word.lemma != "lire" or _learnt_from(article, sentence, cue) is not None):
        return None
    if cue.word.lemma in _READ:
        nobody = any(pronoun.endswith("on") for pronoun in pronouns)
    else:
        nobody = has_impersonal_il(sentence, cue.word) or (cue.passive and "il" in pronouns)
    return _last_paper(article, sentence, cue) if nobody else None


_READ = {"lire", "apprendre", "découvrir"}
"""What one does with a paper, « y » said or not."""


def _last_paper(article: Article, sentence: Sentence, cue: Cue) -> Reference | None:
    """Return the one paper of the nearest sentence in front that speaks of any, its subject before others."""
    paragraph = sentence.paragraph
    for index in reversed([i for i in article.frame_indices if i <= cue.sentence][-_SENTENCES_BACK:]):
        near = article.sentences[index]
        if near.paragraph < paragraph - 1:
            return None
        papers = [w for w in near.words if w.end <= cue.span.start and is_paper(near, w)]
        papers = [w for w in papers if not article.in_marks(near, w)]
        numbers = {w.id for w in papers}
        # « Un rapport du bureau d'études, dont la presse a eu copie »: one paper, the others are part of its phrase.
        papers = [w for w in papers if all(a.id not in numbers for a in near.ancestors(w))]
        chosen = [w for w in papers if w.relation == "nsubj"] or papers
        if chosen:
            one = len(chosen) == 1
            return mention_of(article, index, chosen[0]) if one else None
    return None


_SENTENCES_BACK = 4


def _learnt_from(article: Article, sentence: Sentence, cue: Cue) -> Reference | None:
    """« a-t-on appris auprès de la direction », « peut-on lire dans le communiqué »: whom or what one has it from."""
    prepositions = _LEARNT_FROM.get(cue.word.lemma, _WRITTEN_IN)
    for word in sentence.words[cue.word.id : cue.word.id + 4]:
        if word.text.lower() in prepositions and (head := _governed_by(sentence, word)) is not None:
            return mention_of(article, cue.sentence, head)
    return None


_WRITTEN_IN = frozenset({"dans", "sur"})
_LEARNT_FROM = {"apprendre": frozenset({"auprès"})}


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
