"""Where an object with quoted words begins and ends: « une « remise à zéro » de l'hippocampe »."""

from __future__ import annotations

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.stretches import trimmed, without_connective
from quotetrack.attribution.times import tells_when
from quotetrack.lexicon import Frame
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word

_EXTENSION = regex.compile(r"[\s\p{Z}]*,[\s\p{Z}]*(?:y compris|notamment|ainsi que)\b[^,;.:«»“”\"]*")


_ASIDE = regex.compile(r"[\s\p{Z}]*,[^,:;«“\"]+,[\s\p{Z}]*[«“\"][\s\p{Z}]*")
"""« juge, dans une lettre restée célèbre, « … » »: between two commas nothing of the object."""


def object_start(article: Article, sentence: Sentence, cue: Cue, inner: Span, goes_on: bool) -> int:
    """Return where the object begins: at its article, or at the marks where only an article stands in front.

    Where the object goes on behind the marks its article counts: « une « remise à zéro » de l'hippocampe ».
    """
    if _ASIDE.fullmatch(article.text, cue.span.end, inner.start):
        return inner.start
    between = [
        w for w in sentence.words if cue.span.end <= w.start and w.end <= inner.start and w.upos != "PUNCT"
    ]
    if Frame.SUR in cue.frames:
        over = [w for w in between if w.text.lower() == "sur"]
        between = [w for w in between if over and w.id > over[0].id] if over else between
    elif Frame.A_OBJ in cue.frames and any(w.text.lower() in {"à", "au", "aux"} for w in between):
        to = [w for w in between if w.text.lower() in {"à", "au", "aux"}]
        between = [w for w in between if w.id > to[-1].id]
    else:
        behind = [sentence.subtree(c) for c in sentence.children(cue.word) if c.id > cue.word.id]
        objects = {c.id for c in sentence.children(cue.word, "obj", "xcomp", "ccomp")}
        own = {
            w.id
            for phrase in behind
            if any(w.id in objects or inner.contains(w.span) for w in phrase)
            for w in phrase
        }
        between = [w for w in between if w.id in own]
    if Frame.DE_OBJ in cue.frames and (
        linked := [w for w in between if w.text.lower() in {"de", "d'", "d’", "comme"}]
    ):
        between = [w for w in between if w.id > linked[-1].id]
    # « plaide au contraire « une bêtise » »
    begins = without_connective(trimmed(Span(cue.span.end, inner.end), article.text), article.text).start
    begins = max(begins, _past_aside(article.text, cue.span.end, inner.start))
    dated = False
    while between and (
        (dated := _dates(sentence, between[0], dated))
        or between[0].upos in {"ADP", "SCONJ", "ADV"}
        or between[0].start < begins
    ):
        between = between[1:]
    if not any(
        w.upos in {"NOUN", "PROPN", "ADJ", "VERB", "NUM", "DET" if goes_on else "NOUN"} for w in between
    ):
        return inner.start
    return between[0].start


def _past_aside(text: str, end: int, limit: int) -> int:
    """« Ecolo dénonce, par la voix de sa présidente, | un « naufrage » »: what stands between commas is no object."""
    if text[end : end + 1] != ",":
        return end
    closed = text.find(",", end + 1, limit)
    return closed + 1 if closed >= 0 else end


def _dates(sentence: Sentence, word: Word, dated: bool) -> bool:
    """« a dénoncé dimanche 13 décembre une « dérive » »: when it was said, which the tree may hang on the object."""
    return tells_when(sentence, word) or (dated and word.upos == "NUM")


def object_end(article: Article, sentence: Sentence, cue: Cue, inner: Span, limit: int) -> int:
    """Return where the object ends: with the marks, or with the phrase that continues them without a comma."""
    end = inner.end
    for word in sentence.words:
        if word.start < inner.end or word.start >= limit:
            continue
        if word.text in {"»", "”", '"', "''"}:
            continue
        if end == inner.end and _qualifies(sentence, word, inner):
            end = max(w.end for w in sentence.subtree(word) if w.start < limit)
            continue
        if word.start < end:
            continue
        if (
            word.upos in {"PUNCT", "VERB", "AUX", "CCONJ", "SCONJ"}
            or word.feat("PronType") == "Rel"
            or word.text.lower() in {"lors", "devant"}
        ):
            break
        top = next((w for w in [word, *sentence.ancestors(word)] if w.head == cue.word.id), None)
        if top is not None and top.start >= inner.end:
            break
        if word.upos not in {"ADP", "DET"}:
            end = word.end
    judged = next((w for w in sentence.words if inner.contains(w.span) and w.head == cue.word.id), None)
    if (
        judged is not None
        and judged.relation in {"xcomp", "amod"}
        and (thing := sentence.child(cue.word, "obj"))
    ) and thing.start >= inner.end:
        return max(end, _end_of_thing(sentence, thing, limit))
    if end == inner.end and judged is not None and judged.relation == "xcomp":
        return max(end, _judged_act(sentence, inner, limit))
    if end == inner.end and (more := _EXTENSION.match(article.text, _behind_marks(article, inner), limit)):
        end = more.end()
    return end


def _end_of_thing(sentence: Sentence, thing: Word, limit: int) -> int:
    """« juge « vides » les propos du ministre, qui s'est dit … »: the thing judged, not what is told of somebody.

    A relative clause without a comma says which thing it is, whatever verb is in it: « le pont qu'il veut raser ».
    """
    relatives = [w for w in sentence.subtree(thing) if w.deprel == "acl:relcl"]
    apart = [w for w in relatives if sentence.subtree(w)[0].text == ","]
    told = {v.id for w in relatives if w not in apart for v in sentence.subtree(w)}
    own = [w for w in sentence.subtree(thing, apart) if w.upos != "PUNCT"]
    return max((w.end for w in own if w.start < limit or w.id in told), default=thing.end)


def _qualifies(sentence: Sentence, word: Word, inner: Span) -> bool:
    """« salue les « efforts énormes » accomplis par les équipes »: a participle of the quoted noun, no comma."""
    head = sentence.head(word)
    return (
        word.relation == "acl"
        and word.deprel != "acl:relcl"
        and word.feat("VerbForm") == "Part"
        and not word.text.endswith("ant")
        and head is not None
        and inner.contains(head.span)
        and sentence.word(word.id - 1).text in {"»", "”", '"', "''"}
    )


def _judged_act(sentence: Sentence, inner: Span, limit: int) -> int:
    """« juge « prématuré » de discuter d'un calendrier »: what is judged, an infinitive behind the marks."""
    rest = [w for w in sentence.words if inner.end <= w.start < limit and w.upos != "PUNCT"]
    if len(rest) < 2 or rest[0].text.lower() not in {"de", "d'", "d’"} or rest[1].feat("VerbForm") != "Inf":
        return inner.end
    return max(w.end for w in sentence.subtree(rest[1]) if w.start < limit and w.upos != "PUNCT")


def _behind_marks(article: Article, inner: Span) -> int:
    return next((p.span.end for p in article.passages if p.inner == inner), inner.end)
