"""The clause that a source marker governs: before it, behind it, around it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.stretches import (
    is_connective,
    past_comment,
    trimmed,
    without_connective,
    without_final_stop,
)
from quotetrack.attribution.surroundings import adjacent_passage, around
from quotetrack.lexicon.tables import plain
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word

_SUBORDINATORS = {
    "mais",
    "et",
    "or",
    "car",
    "que",
    "qu'",
    "qui",
    "dont",
    "où",
    "alors",
    "tandis",
    "puisque",
    "parce",
    "lequel",
}
_TURN = regex.compile(r",[\s\p{Z}]+(?:alors|tandis)[\s\p{Z}]+qu(?:e[\s\p{Z}]|['’])", regex.IGNORECASE)
_LIKE = regex.compile(
    r",[\s\p{Z}]+comme[\s\p{Z}]+(?:il|elle|ils|elles|le|la|l['’]|les)\b[^,«»“”]*$", regex.IGNORECASE
)
_ABOUT_SOURCE = regex.compile(r"(?:qui|dont|lequel|laquelle)\b")
_REPLY = regex.compile(r",[\s\p{Z}]*ce[\s\p{Z}]+(?:que[\s\p{Z}]|qu['’]|dont[\s\p{Z}])", regex.IGNORECASE)


def marked_clause(
    article: Article, sentence: Sentence, bounds: Span, at: Span, source: Span, cues: Sequence[Cue]
) -> tuple[Span, tuple[Span, ...], tuple[int, ...]] | None:
    """Return what a marker governs: the content, the marker inside it, and the passages that it touches."""
    text = article.text
    if source.end <= at.start:  # « le maire, selon qui la digue cédera »: only what follows
        relative = next((w for w in sentence.words if w.start >= at.end), sentence.words[-1])
        end = _where_the_verb_resumes(sentence, relative, bounds.end)
        content = without_final_stop(trimmed(Span(relative.end, end), text), text)
        content = _without_mark(article, content)
        return (content, (), ()) if len(content) > 3 else None
    opened = text.rfind("(", bounds.start, at.start)
    if opened >= 0 and text.find(")", opened, at.start) < 0 and opened + 1 < at.start:
        content = without_final_stop(trimmed(Span(opened + 1, at.start), text), text)
        if len(content) > 3:
            return content, (), ()
    if (judged := _adjective_in_front(article, sentence, at, source)) is not None:
        return judged
    dashed = _between_dashes(text, bounds, at)
    if dashed == bounds and (clause := _subordinate_clause(article, sentence, at, source)) is not None:
        return clause
    if dashed != bounds and text[dashed.start : at.start].strip().lower() in {"qui", "et", "mais"}:
        content = without_final_stop(trimmed(Span(source.end, dashed.end), text), text)
        return (_without_mark(article, content), (), ()) if len(content) > 3 else None
    if dashed != bounds:
        content = without_final_stop(trimmed(Span(dashed.start, at.start), text), text)
        return (content, (), ()) if len(content) > 3 else None
    before = text[bounds.start : at.start]
    lead = (
        without_connective(Span(bounds.start, at.start), text).of(text).strip(" ,\u00a0")
        if before.strip()
        else ""
    )
    following = Span(min(past_comment(text, source.end, bounds.end), bounds.end), bounds.end)
    previous = [w for w in sentence.words if w.end <= at.start and w.upos != "PUNCT"]
    opens_clause = bool(previous) and plain(previous[-1].text) in _SUBORDINATORS
    if (
        not lead
        or before.rstrip().endswith(":")
        or opens_clause
        or _only_connectives(before)
        or is_connective(before)
    ):
        own = _before_reply(text, _before_turn(article, sentence, following, cues), cues)
        content = without_final_stop(
            trimmed(_up_to_break(article, sentence, own, opens_clause, at), text), text
        )
        content = _without_mark(article, without_connective(content, text))
        return (content, (), ()) if len(content) > 3 else None
    if text[at.start - 1 : at.start] == "(":
        touched = adjacent_passage(article, sentence, at.start - 1)
        if touched is not None:
            return article.passages[touched].inner, (), (touched,)
        return None
    found = around(article, sentence, at.start, past_comment(text, source.end, bounds.end), cues, closed=True)
    if found is not None and _goes_on_by_himself(text, at, source, found.content):
        return trimmed(Span(found.content.start, at.start), text), (), found.passages
    return (found.content, found.cut, found.passages) if found is not None else None


def _where_the_verb_resumes(sentence: Sentence, relative: Word, end: int) -> int:
    """« Nadia Roux, pour qui « tout est joué », | ne dort plus »: the comma behind which her own verb stands."""
    words = sentence.words[relative.id :]
    said = False
    for word, following in itertools.pairwise(words):
        said = said or word.feat("VerbForm") == "Fin"
        clitic = following.text.lower() in {"ne", "n'", "n’", "se", "s'", "s’"}
        if word.text == "," and said and (clitic or following.feat("VerbForm") == "Fin"):
            return word.start
    return end


def _goes_on_by_himself(text: str, at: Span, source: Span, content: Span) -> bool:
    """« Ils tenaient 80 % de la ville selon l'ONU et sont accusés de … »: what follows « et » is the author's."""
    apart = text[max(at.start - 2, 0) : at.start].rstrip().endswith((",", ")", "–", "—"))
    return not apart and content.end > source.end and _AND.match(text, source.end) is not None


_AND = regex.compile(r"[\s\p{Z}]+(?:et|mais)[\s\p{Z}]")


def _adjective_in_front(
    article: Article, sentence: Sentence, at: Span, source: Span
) -> tuple[Span, tuple[Span, ...], tuple[int, ...]] | None:
    """« Il s'en prend à l'arbitre, coupable selon lui de négligence »: only the adjective and what completes it."""
    before = [w for w in sentence.words if w.end <= at.start]
    if len(before) < 3 or article.text[before[-1].end : at.start].strip():
        return None
    word, front = before[-1], before[:-1]
    while front and front[-1].upos == "ADV":
        front.pop()
    bare = word.upos == "ADJ" or (word.feat("VerbForm") == "Part" and not sentence.children(word, "aux"))
    if not bare or not front or front[-1].text != ",":
        return None
    own = [w for w in sentence.subtree(word) if w.id >= word.id and w.upos != "PUNCT"]
    end = max(w.end for w in own)
    start = sentence.word(front[-1].id + 1).start
    if end > source.end:
        return Span(start, end), (Span(at.start, source.end),), ()
    closed = article.text[source.end : source.end + 1] in {",", "."}
    return (Span(start, word.end), (), ()) if closed else None


def _without_mark(article: Article, content: Span) -> Span:
    """« Or, selon X, « plusieurs clubs ne paieront pas ». »: the content ends with the words, not with the mark."""
    inside = next((p.inner for p in article.passages if p.span.end == content.end), None)
    return Span(content.start, inside.end) if inside is not None and inside.end > content.start else content


def _before_reply(text: str, span: Span, cues: Sequence[Cue]) -> Span:
    """« D'après lui, tous ont signé, ce que dément la coalition »: what somebody else says of it is cut off."""
    for cue in cues:
        for reply in _REPLY.finditer(text, span.start, min(cue.span.start, span.end)):
            if reply.end() == cue.span.start:
                return Span(span.start, reply.start())
    return span


def _before_turn(article: Article, sentence: Sentence, span: Span, cues: Sequence[Cue]) -> Span:
    """« Pour le maire, il faut payer, alors que le préfet appelle à attendre »: another speaker's turn is cut off.

    So is what the same source says behind its quoted words (« …« … », assurant que … »).
    """
    for cue in cues:
        turn = _TURN.search(article.text, span.start, max(cue.span.start, span.start))
        begins = turn is not None and not any(
            turn.end() < w.start < cue.word.start and w.feat("VerbForm") == "Fin" for w in sentence.words
        )
        if turn is not None and begins and cue.form == "finite" and not cue.incise:
            return Span(span.start, turn.start())
        like = _LIKE.search(article.text, span.start, max(cue.span.start, span.start))
        if cue.incise and like is not None and span.contains(cue.span):
            return Span(span.start, like.start())
        if speaks_on(article, cue) and span.contains(cue.span):
            return Span(span.start, _before_comma(article.text, cue.span.start))
    return span


def speaks_on(article: Article, cue: Cue) -> bool:
    """« Selon cette source, « … », assurant que … »: a participle behind quoted words and a comma."""
    comma = _before_comma(article.text, cue.span.start)
    return (
        cue.form == "participle"
        and comma < cue.span.start
        and any(p.span.end == comma for p in article.passages)
    )


def _before_comma(text: str, start: int) -> int:
    """Return where the comma in front of a position stands, or the position."""
    before = text[max(start - 4, 0) : start].rstrip()
    return max(start - 4, 0) + len(before) - 1 if before.endswith(",") else start


def _between_dashes(text: str, bounds: Span, at: Span) -> Span:
    """« – probablement la ministre, à en croire les bookmakers – »: only what stands between the dashes."""
    for mark in (" – ", " — ", " - "):
        opened = text.rfind(mark, bounds.start, at.start)
        closed = text.find(mark.rstrip(), at.end, bounds.end)
        if opened >= 0 and closed >= 0:
            return Span(opened + len(mark), closed)
    return bounds


def _subordinate_clause(
    article: Article, sentence: Sentence, at: Span, source: Span
) -> tuple[Span, tuple[Span, ...], tuple[int, ...]] | None:
    """« un entretien dans lequel il voulait, selon l'Élysée, insister sur … »: the clause that holds the marker."""
    marker = [w for w in sentence.words if at.start <= w.start < at.end and w.upos != "PUNCT"]
    holder: Word | None = None
    for ancestor in sentence.ancestors(marker[0]) if marker else ():
        if ancestor.deprel == "acl:relcl" or ancestor.relation == "ccomp":
            holder = ancestor
            break
        if ancestor.relation == "conj" and sentence.child(ancestor, "nsubj", "expl:subj"):
            return _relative_with_marker(article, sentence, at, source)
    if holder is None:
        return None
    words = sentence.subtree(holder)
    own = [
        w
        for w in words
        if w.feat("PronType") != "Rel" and w.relation not in {"mark", "cc"} and w.upos != "PUNCT"
    ]
    opening = [w for w in own if w.end <= at.start]
    if not any(w.upos in {"VERB", "AUX"} for w in opening) or sentence.word(own[0].id).start > at.start:
        return None
    relatives = [w for w in words if w.feat("PronType") == "Rel" and w.end <= at.start]
    first = min(
        (w for w in opening if not relatives or w.id > relatives[-1].id),
        key=lambda w: w.id,
        default=opening[0],
    )
    last = max(w.end for w in own)
    content = without_final_stop(trimmed(Span(first.start, max(last, at.start)), article.text), article.text)
    behind = article.text[source.end : content.end].lstrip(" ,\u00a0")
    if content.end <= source.end or _ABOUT_SOURCE.match(behind):
        return None  # the marker closes the sentence: all of it is meant
    start = at.start
    while start > 0 and article.text[start - 1] in ", \u00a0":
        start -= 1
    return content, (Span(start, source.end),), ()


def _relative_with_marker(
    article: Article, sentence: Sentence, at: Span, source: Span
) -> tuple[Span, tuple[Span, ...], tuple[int, ...]] | None:
    """« deux partis qui sont, selon lui, « dépassés », veulent … »: the relative clause, by the words alone."""
    before = [w for w in sentence.words if w.end <= at.start]
    behind = [w for w in sentence.words if w.start >= source.end]
    if len(before) < 3 or len(behind) < 2 or before[-1].text != "," or behind[0].text != ",":
        return None
    verb = before[-2]
    near = [w.text.lower() for w in before[-5:-2]]
    if verb.feat("VerbForm") != "Fin" or "qui" not in near:
        return None
    last = behind[0]
    for word in behind[1:]:
        if (
            word.upos == "PUNCT"
            and not article.in_marks(sentence, word)
            and word.text not in {"«", "»", "“", "”", '"'}
        ):
            break
        last = word
    content = without_final_stop(trimmed(Span(verb.start, last.end), article.text), article.text)
    return content, (Span(before[-1].start, source.end),), ()


def _only_connectives(before: str) -> bool:
    return not regex.sub(
        r"(?i)\b(?:et|mais|or|car|ainsi|toujours|enfin|ensuite|puis|donc|seulement|notamment|aussi)\b|[\W_]",
        "",
        before,
    )


def _up_to_break(article: Article, sentence: Sentence, span: Span, subordinate: bool, at: Span) -> Span:
    """End a clause at a semicolon, and a subordinate one where its sentence takes over again."""
    end = span.end
    for word in sentence.words:
        if span.start < word.start < end and word.text == ";" and not article.in_marks(sentence, word):
            end = word.start
    if subordinate:
        marker_words = [w for w in sentence.words if at.start <= w.start < at.end]
        for word in marker_words:
            for ancestor in sentence.ancestors(word):
                if ancestor.deprel in {"acl:relcl", "ccomp", "advcl"} and ancestor.start > at.start:
                    end = min(end, max(w.end for w in sentence.subtree(ancestor)))
                    return Span(span.start, end)
    return Span(span.start, end)
