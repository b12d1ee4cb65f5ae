"""What can be read somewhere: « un rapport où l'on peut lire que … », « une affiche où l'on lisait « … » »."""

from __future__ import annotations

import itertools

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Reference, Report
from quotetrack.attribution.nonspeech import announces_words
from quotetrack.attribution.phrases import noun_phrase
from quotetrack.attribution.speakers import is_paper
from quotetrack.attribution.stretches import trimmed, without_final_stop
from quotetrack.lexicon.tables import plain
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word, span_of

WHICH = {"lequel", "laquelle", "lesquels", "lesquelles"}


def read_there(article: Article, index: int) -> Report | None:
    """Return the report of what « on » can read in something written that the sentence names, or None."""
    sentence = article.sentences[index]
    verb = next((w for w in sentence.words if w.lemma == "lire"), None)
    if verb is None or article.in_marks(sentence, verb):
        return None
    found = _where(sentence, verb)
    if found is None:
        return None
    reader, place = found
    following = sentence.words[verb.id] if verb.id < len(sentence.words) else None
    if following is None or not is_paper(sentence, place) or announces_words(place.text):
        return None  # « une affiche où l'on peut lire « … » » is nobody's
    start = following.end if plain(following.text) in {"que", "qu'", ":"} else verb.end
    last = max(w.id for w in sentence.subtree(_bearer(sentence, verb)))
    marked = article.passage_spans.beginning(start, start + 3)
    end = max([sentence.word(last).end, *(article.passages[i].span.end for i in marked)])
    content = trimmed(without_final_stop(trimmed(Span(start, end), article.text), article.text), article.text)
    source = noun_phrase(sentence, place, article.text)
    source = trimmed(Span(source.start, min(source.end, sentence.word(reader.id - 1).start)), article.text)
    if not len(content):
        return None
    cue = span_of(sentence.words[reader.id : verb.id])
    return Report(
        "noun_clause", content, index, tuple(marked), cue, (), Reference(source, index, place.id), rank=4
    )


def is_read_there(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb is what « on » reads somewhere, in a relative clause."""
    return verb.lemma == "lire" and _where(sentence, verb) is not None


def _where(sentence: Sentence, verb: Word) -> tuple[Word, Word] | None:
    """Return « on » and the noun that « où », « dans lequel » in front of it stands for, or None."""
    before = reversed(sentence.words[max(verb.id - 6, 0) : verb.id - 1])
    reader = next((w for w in before if w.text.lower() == "on"), None)
    if reader is None or reader.id < 3:
        return None
    at = reader.id - 1
    if plain(sentence.word(at).text) == "l'":
        at -= 1
    relative = sentence.word(at).text.lower()
    if relative in WHICH and at > 1:
        at -= 1  # « dans lequel »
    elif relative != "où":
        return None
    nouns = (w for w in reversed(sentence.words[max(at - 7, 0) : at - 1]) if w.upos in {"NOUN", "PROPN"})
    place = next(nouns, None)
    if place is None:
        return None
    above = itertools.takewhile(lambda w: w.upos == "NOUN" and w.id < at, sentence.ancestors(place))
    return reader, next((w for w in (place, *above) if is_paper(sentence, w)), place)


def _bearer(sentence: Sentence, verb: Word) -> Word:
    """Return what heads « peut lire que … » in the parse: the modal, or the verb itself."""
    head = sentence.head(verb)
    return head if head is not None and verb.relation == "xcomp" and head.lemma == "pouvoir" else verb
