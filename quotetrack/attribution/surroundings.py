"""What stands around an incise or a marker, and how much of it is reported: « …, selon X, … »."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.resuming import behind_a_link, clause_goes_on, is_finite
from quotetrack.attribution.speakers import MEDIA, PUBLIC, may_be_person
from quotetrack.attribution.stretches import (
    is_connective,
    opened_bracket,
    past_comment,
    trimmed,
    without_connective,
    without_final_stop,
)
from quotetrack.datelines import past_dateline
from quotetrack.lexicon import find_markers
from quotetrack.lexicon.institutions import medium
from quotetrack.model import Span
from quotetrack.syntax import Sentence
from quotetrack.syntax.masking import reads_like_a_sentence
from quotetrack.values import value

_NO_WORD = regex.compile(r"\W*")
_LINK_ALONE = regex.compile(r"(?:et|mais|or|car|puis|donc|alors|enfin)\W*", regex.IGNORECASE)
_COLON = regex.compile(r":(?=[\s\p{Z}])")
_JOINS = regex.compile(
    r"[\s\p{Z},;.!?…–—-]*(?:(?:et|ou|mais|puis)[\s\p{Z}]+)?(?:(?:d['’]|de|le|la|les|un|une|l['’])[\s\p{Z}]*)?"
)
_CLOSING = regex.compile(r"[,.:;!?…–—]")
_RESUMES = regex.compile(r"[,:.;!?…–—-]\s*$")


@value
class Around:
    """What an incise reports.

    Attributes:
        content: from the first to the last reported character.
        cut: the incise itself, where it lies inside the content.
        passages: the passages that the incise touches directly: certainly this report's words.
    """

    content: Span
    cut: tuple[Span, ...]
    passages: tuple[int, ...]


def around(
    article: Article, sentence: Sentence, start: int, end: int, others: Sequence[Cue], closed: bool = False
) -> Around | None:
    """Return what stands around an incise that reaches from ``start`` at least to ``end``.

    Args:
        article, sentence: where.
        start: first character of the incise.
        end: where its obligatory part ends (verb and subject, or marker and source).
        others: cues of the sentence; quoted words behind one of them are that one's.
        closed: the incise ends at ``end``; words that follow belong to the clause again (« selon X, »).
    """
    if sentence.inside is not None:
        return _inside_marks(article, sentence, start, end)
    bounds = _in_bracket(article.text, article.sentence_spans[article.number_of(sentence)], start)
    bounds = _between_semicolons(article, sentence, bounds, start, others)
    touched = adjacent_passage(article, sentence, start)
    right, last, passages = _right(article, sentence, bounds, end, others)
    left = _left(article, sentence, bounds, start, touched, others)
    clause = [
        w
        for w in sentence.words
        if w.end <= (article.passages[touched].span.start if touched is not None else 0)
    ]
    if (
        touched is not None
        and passages
        and _begins_low(article, touched)
        and any(is_finite(w) for w in clause)
    ):
        left = article.passages[touched].inner  # « …, « rongé », avait-il dit, « par les visages … »
    if touched is not None:
        passages = [touched, *passages]
    clause_right = None
    if not passages or (touched is None and right is None):
        clause_right = clause_goes_on(article, sentence, bounds, start, end, left, others, closed)
    first = left.start if left is not None else (right if right is not None else None)
    if clause_right is not None:
        stop = clause_right.end
        first = left.start if left is not None else clause_right.start
    elif last is not None:
        stop = last
    elif left is not None:
        stop = left.end
    else:
        return None
    if first is None or stop <= first:
        return None
    content = Span(first, stop)
    cut = (_incise_with_commas(article, start, end, right or (clause_right.start if clause_right else None)),)
    inside = tuple(c for c in cut if content.start < c.start and c.end < content.end)
    return Around(content, inside, tuple(passages))


def _in_bracket(text: str, bounds: Span, start: int) -> Span:
    """« Le projet (un gouffre, dit le maire) sera revu »: what the bracket holds, where it is the sentence's own."""
    opened = opened_bracket(text, start)
    if opened is None or opened <= bounds.start:
        return bounds
    closed = text.find(")", start, bounds.end)
    return Span(opened + 1, closed if closed >= 0 else bounds.end)


def _between_semicolons(
    article: Article, sentence: Sentence, bounds: Span, start: int, others: Sequence[Cue]
) -> Span:
    """« Trop tard, dit l'une ; trop tôt, répond l'autre »: each her side, where each is told by an aside."""
    asides = [c.span.start for c in others if c.incise and abs(c.span.start - start) > _SAME_ASIDE]
    first, last = bounds.start, bounds.end
    for word in sentence.words if asides else ():
        if word.text != ";" or article.in_marks(sentence, word):
            continue
        if word.start < start and any(a < word.start for a in asides):
            first = max(first, word.end)
        elif word.start > start and any(a > word.start for a in asides):
            last = min(last, word.start)
    return Span(first, last)


_SAME_ASIDE = 12
"""Characters within which a verb and where its aside begins are one."""


def adjacent_passage(article: Article, sentence: Sentence, position: int) -> int | None:
    """Return the passage that ends right before a position, a comma or a dash at most between, or None."""
    best: int | None = None
    for i in article.passage_spans.ending(position - 7, position):
        passage = article.passages[i]
        if passage.dialogue:
            continue
        if sentence.inside is not None and not (
            i != sentence.inside and article.passages[sentence.inside].inner.contains(passage.span)
        ):
            continue
        gap = article.text[passage.span.end : position]
        if gap.strip(" \t\r\u00a0\u202f\u2009,–—-.\u200b\n") or "\n\n" in gap:
            continue
        if best is None or passage.depth <= article.passages[best].depth:
            best = i
    return best


def _begins_low(article: Article, passage: int) -> bool:
    return article.passages[passage].inner.of(article.text)[:1].islower()


def _inside_marks(article: Article, sentence: Sentence, start: int, end: int) -> Around | None:
    """« Ils sont tous dans des stratégies, persifle-t-on au parti. Ils refusent l'union »: the marks hold it all."""
    assert sentence.inside is not None
    inner = article.passages[sentence.inside].inner
    end = past_comment(article.text, end, inner.end)
    stop = end
    closing = _CLOSING.search(article.text, end, inner.end)
    stop = closing.end() if closing else inner.end
    if (setting := _SETTING.match(article.text, stop, inner.end)) and _tells_where(setting.group()):
        stop = setting.end()
    cut = Span(start, stop)
    if stop >= inner.end - 1:
        content = trimmed(Span(inner.start, start), article.text)
        return Around(content, (Span(content.end, inner.end),), (sentence.inside,))
    return Around(inner, (_with_comma_before(article.text, cut),), (sentence.inside,))


_SETTING = regex.compile(r"[\s\p{Z}](?:dans|lors|sur|au|à|devant|via)\b[^,;.!?…»”]*[,;.!?…]")


def _tells_where(setting: str) -> bool:
    """« a dit le maire, | dans un entretien au journal local. »: where he said it, no words of his."""
    words = setting.strip(" ,;.!?…\u00a0").split()
    named = any(medium(" ".join(words[at:])) is not None for at in (1, 2))
    return named or any(word.lower() in MEDIA | PUBLIC for word in words)


def _left(
    article: Article,
    sentence: Sentence,
    bounds: Span,
    start: int,
    touched: int | None,
    others: Sequence[Cue],
) -> Span | None:
    """Return what stands before the incise and belongs to the report."""
    text = article.text
    if touched is not None:
        passage = article.passages[touched]
        begin = min(bounds.start, passage.span.start)
        first = passage
        answers = any(c.category == "replying" and 0 <= c.span.start - start < 12 for c in others)
        for i in reversed(article.passages_in(Span(begin, passage.span.start), sentence.inside)):
            gap = text[article.passages[i].span.end : first.span.start].strip("\u00a0\u202f ")
            if article.passages[i].depth != first.depth:
                continue
            if gap not in {"", ","} or (answers and not gap):
                break
            if article.passages[i].inner.of(text)[-1:] == "?":
                return Span(first.inner.start, passage.inner.end)  # « « Vous partez ? » « Non », répond X »
            first = article.passages[i]
        head = text[begin : first.span.start]
        paragraph = article.paragraphs[article.paragraph_of(passage.span.start)]
        plain = without_connective(Span(begin, passage.inner.end), text).start >= first.span.start
        colon = head.rstrip().endswith(":")
        another = any(c.incise and begin <= c.span.start < first.span.start for c in others)
        if (
            not head.strip(' «“"\u00a0\u202f')
            or plain
            or colon
            or another
            or (answers and _NO_WORD.fullmatch(_without_marked(article, begin, first.span.start)))
            or (head.rstrip().endswith(",") and _clauses_apart(article, sentence, first.inner, start, others))
            or (passage.inner.of(text)[:1].isupper() and reads_like_a_sentence(text, passage, paragraph))
        ):
            return Span(first.inner.start, passage.inner.end)
        whole = _past_heading(article, sentence, trimmed(Span(begin, passage.inner.end), text))
        return Span(without_connective(whole, text).start, passage.inner.end)
    if touched is None and behind_a_link(text, bounds.start, start):
        return None
    told = [c.span.end for c in others if not c.incise and c.form == "finite" and c.span.end < start]
    behind = text.rfind(":", min(told), start) if told else -1  # « X nuance : il faudra, dit-il, attendre »
    begin = behind + 1 if behind >= 0 else bounds.start
    if not text[begin:start].strip():
        return None
    whole = without_connective(_past_heading(article, sentence, trimmed(Span(begin, start), text)), text)
    if not len(whole) or _NO_WORD.fullmatch(whole.of(text)):
        return None
    if _LINK_ALONE.fullmatch(whole.of(text)) or is_connective(whole.of(text)):
        return None
    return without_final_stop(whole, text)


def _without_marked(article: Article, start: int, end: int) -> str:
    """Return what stands in a stretch outside its marks."""
    text, at = "", start
    for i in article.passages_in(Span(start, end)):
        text += article.text[at : article.passages[i].span.start]
        at = max(at, article.passages[i].span.end)
    return text + article.text[at:end]


def _clauses_apart(
    article: Article, sentence: Sentence, inner: Span, start: int, others: Sequence[Cue]
) -> bool:
    """« Luc Roux a rappelé les règles, | « vous êtes en retard », a-t-il plaidé »: what he does, what he says.

    « Si rien ne change, « nous partirons », a-t-il dit » is one.
    """
    shown = any(
        c.needs_marks or not c.incise for c in others if c.form == "finite" and c.span.end < inner.start
    )
    if _PERSON_FIRST.match(inner.of(article.text)) is None and not shown:
        return False  # « L'artiste présente son disque, « un rêve », dit-elle »
    before = [w for w in sentence.words if w.end <= inner.start]
    by_pronoun = any(w.text.startswith("-") for w in sentence.words if start <= w.start < start + 20)
    actor = next((w for w in before[:3] if w.upos in {"NOUN", "PROPN"}), None)
    if not by_pronoun or actor is None or any(w.upos in {"ADP", "SCONJ"} for w in before[: actor.id]):
        return False
    return any(is_finite(w) for w in before) and may_be_person(sentence, actor)


_PERSON_FIRST = regex.compile(
    r"(?:(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|ça|cela)\b|[jc]['’])", regex.IGNORECASE
)


def _past_heading(article: Article, sentence: Sentence, span: Span) -> Span:
    """« Espionnage : les Etats-Unis sont « allés trop loin », admet X »: what is said begins behind the colon.

    So it does behind the place and the agency of a dispatch (« PRAGUE (Reuters) - »).
    """
    text = article.text
    start = past_dateline(text, span.start, span.end)
    if span.start > sentence.span.start + 2:
        return span
    for colon in _COLON.finditer(text, start, span.end):
        heading = [w for w in sentence.words if start <= w.start < colon.start() and w.upos != "PUNCT"]
        named = not any(is_finite(w) or article.in_marks(sentence, w) for w in heading)
        if named and 0 < len(heading) <= 10:
            return trimmed(Span(colon.end(), span.end), text)
        break
    return span if start == span.start else trimmed(Span(start, span.end), text)


def _right(
    article: Article, sentence: Sentence, bounds: Span, end: int, others: Sequence[Cue]
) -> tuple[int | None, int | None, list[int]]:
    """Return start and end of the quoted words that go on behind the incise, and their passages."""
    text = article.text
    begin: int | None = None
    last: int | None = None
    taken: list[int] = []
    for i in article.passages_in(Span(end, bounds.end), sentence.inside):
        passage = article.passages[i]
        if passage.span.start < end:
            continue
        gap = text[(last if last is not None else end) : passage.span.start]
        if any(end <= c.span.start < passage.span.start for c in others):
            break
        plain = gap.replace("\u00a0", " ").replace("\u202f", " ")
        if (
            last is None
            and not _RESUMES.search(plain)
            and plain.strip().lower() not in {"mais", "et", "puis"}
        ):
            break
        if last is None and any(True for _ in find_markers(gap, article.words_of_markers)):
            break  # « dans une salle où, selon l'adjointe, « rien ne va » »
        if last is not None and not _JOINS.fullmatch(gap.strip('»”" \u00a0\u202f')):
            break
        if any(c.incise and _right_behind(text, passage.span.end, c) for c in others):
            break
        begin = passage.inner.start if begin is None else begin
        last = passage.inner.end
        taken.append(i)
    if last is not None:
        last = _rest_of_clause(article, sentence, article.passages[taken[-1]].span.end, last)
    return begin, last, taken


def _right_behind(text: str, end: int, cue: Cue) -> bool:
    """« … », dit X – « … », répond Y: words with an incise of their own behind them are that one's."""
    return cue.span.start >= end and not text[end : cue.span.start].strip(" ,\u00a0\u202f")


def _rest_of_clause(article: Article, sentence: Sentence, end: int, last: int) -> int:
    """« La ville, disait-il, « saigne » à cause de la fraude »: what follows the marks without a comma."""
    rest = [w for w in sentence.words if w.start >= end]
    if not rest or rest[0].upos == "PUNCT" or article.text[end : rest[0].start].strip():
        return last
    for word in rest:
        if word.text in {",", ";", ":", "(", "–", "—"}:
            break
        last = word.end if word.upos != "PUNCT" else last
    return last


def _incise_with_commas(article: Article, start: int, end: int, resumes: int | None) -> Span:
    return _with_comma_before(article.text, Span(start, resumes if resumes is not None else end))


def _with_comma_before(text: str, span: Span) -> Span:
    start = span.start
    while start > 0 and (text[start - 1].isspace() or text[start - 1] in ',–—-»”"\u200b'):
        start -= 1
    return Span(start, span.end)
