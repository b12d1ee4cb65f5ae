"""Reports whose cue is slipped into or behind the words: « … », a déclaré X; « …, a-t-il ajouté, … »; …, selon X."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue, inverted_pronoun
from quotetrack.attribution.phrases import past_comment, trimmed, without_connective, without_final_stop
from quotetrack.attribution.speakers import can_speak
from quotetrack.attribution.subjects import postverbal_subject
from quotetrack.lexicon import Frame
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word
from quotetrack.syntax.masking import reads_like_a_sentence

_BEFORE_INCISE = regex.compile(r"[,»”\"!?…)–—\-]\s*$|''\s*$")
_JOINS = regex.compile(
    r"[\s\p{Z},;.!?…–—-]*(?:(?:et|ou|mais|puis)[\s\p{Z}]+)?(?:(?:d['’]|de|le|la|les|un|une|l['’])[\s\p{Z}]*)?"
)
_RESUMES = regex.compile(r"[,:.;!?…–—-]\s*$")
_GOES_ON = {
    "et",
    "mais",
    "car",
    "alors",
    "tandis",
    "qui",
    "parce",
    "puisque",
    "or",
    "ou",
    "même",
    "si",
    "bien",
}


@dataclass(frozen=True, slots=True)
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


def is_incise(article: Article, cue: Cue) -> bool:
    """Tell whether a verb of saying stands as an incise: behind a mark, a comma or a dash, its subject behind it.

    « … », lance le candidat; …, a-t-il ajouté; …, comme le rappelle X. Not « le ministre, ajoute du sel ».
    """
    sentence = article.sentences[cue.sentence]
    if cue.form != "finite" and not _past_modal(sentence, cue):
        return False
    if cue.passive or not cue.frames & {Frame.INCISE, Frame.DIRECT, Frame.QUE}:
        return False
    start = incise_start(article, sentence, cue)
    before = article.text[max(start - 6, 0) : start]
    touched = adjacent_passage(article, sentence, start)
    if touched is None and not _BEFORE_INCISE.search(before) and not _as(article, start):
        return False
    if _own_clause(sentence, cue):
        return False
    if inverted_pronoun(sentence, cue.word) is not None:
        return True
    subjects = [w for w in sentence.children(cue.word, "nsubj", "expl:subj") if not article.in_marks(sentence, w)]
    if any(_behind_que(sentence, cue, w) for w in subjects):
        return False
    if any(w.id > cue.word.id for w in subjects):
        return touched is not None or not _governs_infinitive(sentence, cue)
    behind = postverbal_subject(sentence, cue.word)
    if touched is not None and subjects:
        return _subject_between(sentence, subjects, touched, article) or (
            _as(article, start) and bool(cue.frames & {Frame.DIRECT, Frame.QUE})
        )
    if behind is None or _behind_que(sentence, cue, behind) or cue.word.deprel.startswith("acl:relcl"):
        return False
    if touched is not None or (_as(article, start) and not subjects):
        return True
    return _stands_between_commas(article, sentence, cue, behind, bool(subjects))


def _stands_between_commas(
    article: Article, sentence: Sentence, cue: Cue, behind: Word, parsed_subject: bool
) -> bool:
    """Tell whether a verb behind a mere comma is an incise whatever its parse: « L'eau, a dit le préfet, … ».

    What follows it must be able to speak and agree with it, and then the sentence ends or its verb comes:
    « il arrive, constate les dégâts » and « il entre, rassure les habitants » are none.
    """
    if cue.word.relation == "parataxis" and not parsed_subject and _ends_with(article, sentence, behind):
        return True
    says = bool(cue.frames & {Frame.QUE, Frame.DIRECT}) or sentence.inside is not None
    if not says or not can_speak(sentence, behind) or not _agree(sentence, cue, behind):
        return False
    if _governs_infinitive(sentence, cue):
        return False
    return _ends_with(article, sentence, behind) or _verb_resumes(sentence, behind)


def _behind_que(sentence: Sentence, cue: Cue, word: Word) -> bool:
    """« X, ancien élu, déclare aux enquêteurs que le maire … »: the maire is in the clause, no inverted subject."""
    between = sentence.words[cue.word.id : max(word.id - 1, cue.word.id)]
    return any(w.text.lower().replace("’", "'") in {"que", "qu'"} and w.upos == "SCONJ" for w in between)


def _agree(sentence: Sentence, cue: Cue, subject: Word) -> bool:
    finite = next(
        (w for w in [*sentence.children(cue.word, "aux"), cue.word] if w.feat("VerbForm") == "Fin"), cue.word
    )
    if finite.feat("Person") in {"1", "2"}:
        return False
    number = finite.feat("Number")
    several = bool(sentence.children(subject, "conj"))
    return number is None or subject.feat("Number") in {None, number} or several


def _verb_resumes(sentence: Sentence, subject: Word) -> bool:
    """« Les travaux, a précisé le préfet, commenceront »: a comma, then a finite verb."""
    for word, following in zip(sentence.words[subject.id :], sentence.words[subject.id + 1 :], strict=False):
        if word.text == ",":
            return following.feat("VerbForm") == "Fin" or following.text in {"«", "“", '"', "ne", "n'", "se", "s'"}
        if word.feat("VerbForm") == "Fin":
            return False
    return False


def _ends_with(article: Article, sentence: Sentence, subject: Word) -> bool:
    """Tell whether no verb of the main clause follows a subject: it closes the sentence or its incise."""
    following = [w for w in sentence.words if w.id > subject.id and not article.in_marks(sentence, w)]
    return sentence.inside is not None or not any(
        w.feat("VerbForm") == "Fin" and w.deprel != "acl:relcl" and not w.deprel.startswith("aux")
        for w in following
    )


def _past_modal(sentence: Sentence, cue: Cue) -> bool:
    """« comme devait conclure X », « …, a tenu à préciser X »: the verb of saying under a finite modal."""
    head = sentence.head(cue.word)
    return (
        cue.form == "infinitive"
        and cue.word.relation == "xcomp"
        and head is not None
        and head.id < cue.word.id
    )


def _governs_infinitive(sentence: Sentence, cue: Cue) -> bool:
    for word, following in zip(
        sentence.words[cue.word.id :], sentence.words[cue.word.id + 1 :], strict=False
    ):
        if word.upos in {"PUNCT", "VERB", "AUX"}:
            return False
        if word.text.lower() in {"à", "de", "d'", "d’"} and following.feat("VerbForm") == "Inf":
            return True
    return False


def incise_start(article: Article, sentence: Sentence, cue: Cue) -> int:
    """Return where an incise begins: at its verb group, or at the « comme » or the subject in front of it."""
    first = next((w for w in sentence.words if w.start >= cue.span.start and not w.stand_in), cue.word)
    if _past_modal(sentence, cue):
        modal = sentence.head(cue.word) or cue.word
        first = min([modal, *sentence.children(modal, "aux", "expl")], key=lambda w: w.id)
    start = first.start
    subject = sentence.child(cue.word, "nsubj", "expl:subj")
    if (
        subject is not None
        and subject.id < first.id
        and subject.upos != "PRON"
        and adjacent_passage(article, sentence, _phrase_start(sentence, subject)) is not None
    ):
        start = _phrase_start(sentence, subject)
        first = next(w for w in sentence.words if w.start == start)
    for back in (1, 2):
        position = first.id - back
        if position >= 1 and sentence.word(position).text.lower() in {"comme", "ainsi", "ainsi que"}:
            return sentence.word(position).start
    return start


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
    bounds = article.sentence_spans[article.sentences.index(sentence)]
    touched = adjacent_passage(article, sentence, start)
    right, last, passages = _right(article, sentence, bounds, end, others)
    left = _left(article, sentence, bounds, start, touched)
    if touched is not None and passages and _begins_low(article, touched):
        left = article.passages[touched].inner  # « …, « rongé », avait-il dit, « par les visages … »
    if touched is not None:
        passages = [touched, *passages]
    clause_right = None
    if not passages or (touched is None and right is None):
        clause_right = _clause_goes_on(article, sentence, bounds, start, end, left, others, closed)
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


def adjacent_passage(article: Article, sentence: Sentence, position: int) -> int | None:
    """Return the passage that ends right before a position, a comma or a dash at most between, or None."""
    best: int | None = None
    for i, passage in enumerate(article.passages):
        if passage.span.end > position or passage.dialogue:
            continue
        if sentence.inside is not None and not (
            i != sentence.inside and article.passages[sentence.inside].inner.contains(passage.span)
        ):
            continue
        gap = article.text[passage.span.end : position]
        if len(gap) >= 8 or gap.strip(" \t\r\u00a0\u202f\u2009,–—-.\u200b\n") or "\n\n" in gap:
            continue
        if best is None or passage.depth <= article.passages[best].depth:
            best = i
    return best


def _begins_low(article: Article, passage: int) -> bool:
    return article.passages[passage].inner.of(article.text)[:1].islower()


def _as(article: Article, start: int) -> bool:
    return (
        regex.match(r"(?:comme|ainsi que)\b", article.text[start : start + 10], regex.IGNORECASE) is not None
    )


def _own_clause(sentence: Sentence, cue: Cue) -> bool:
    for clause in sentence.children(cue.word, "ccomp", "xcomp"):
        marks = sentence.children(clause, "mark")
        if clause.id > cue.word.id and any(
            m.text.lower() in {"que", "qu'", "qu’"} and m.id > cue.word.id for m in marks
        ):
            return True
    return False


def _subject_between(sentence: Sentence, subjects: list[Word], touched: int, article: Article) -> bool:
    """« … », il a dit: behind a comma. « …. » Le ministre a ajouté: a new sentence."""
    end = article.passages[touched].span.end
    if article.text[sentence.span.start : article.passages[touched].inner.start].strip(' «“"\u00a0\u202f'):
        return False
    return any(w.start >= end and "," in article.text[end : w.start] for w in subjects)


def _phrase_start(sentence: Sentence, word: Word) -> int:
    return min(w.start for w in sentence.subtree(word) if w.id <= word.id and w.upos != "PUNCT")


def _inside_marks(article: Article, sentence: Sentence, start: int, end: int) -> Around | None:
    """« Ils sont tous dans des stratégies, persifle-t-on au parti. Ils refusent l'union »: the marks hold it all."""
    assert sentence.inside is not None
    inner = article.passages[sentence.inside].inner
    end = past_comment(article.text, end, inner.end)
    stop = end
    closing = regex.compile(r"[,.:;!?…–—]").search(article.text, end, inner.end)
    stop = closing.end() if closing else inner.end
    cut = Span(start, stop)
    if stop >= inner.end - 1:
        return Around(trimmed(Span(inner.start, start), article.text), (), (sentence.inside,))
    return Around(inner, (_with_comma_before(article.text, cut),), (sentence.inside,))


def _left(article: Article, sentence: Sentence, bounds: Span, start: int, touched: int | None) -> Span | None:
    """Return what stands before the incise and belongs to the report."""
    text = article.text
    if touched is not None:
        passage = article.passages[touched]
        begin = min(bounds.start, passage.span.start)
        first = passage
        for i in reversed(article.passages_in(Span(begin, passage.span.start), sentence.inside)):
            if (
                article.passages[i].depth == first.depth
                and not text[article.passages[i].span.end : first.span.start].strip()
            ):
                first = article.passages[i]
        head = text[begin : first.span.start]
        paragraph = article.paragraphs[article.paragraph_of(passage.span.start)]
        plain = without_connective(Span(begin, passage.inner.end), text).start >= first.span.start
        colon = head.rstrip().endswith(":")
        if (
            not head.strip(' «“"\u00a0\u202f')
            or plain
            or colon
            or (passage.inner.of(text)[:1].isupper() and reads_like_a_sentence(text, passage, paragraph))
        ):
            return Span(first.inner.start, passage.inner.end)
        return Span(
            without_connective(trimmed(Span(begin, passage.inner.end), text), text).start, passage.inner.end
        )
    if not text[bounds.start : start].strip():
        return None
    whole = without_connective(trimmed(Span(bounds.start, start), text), text)
    if not len(whole) or regex.fullmatch(r"\W*", whole.of(text)):
        return None
    if regex.fullmatch(r"(?:et|mais|or|car|puis|donc|alors|enfin)\W*", whole.of(text), regex.IGNORECASE):
        return None
    return without_final_stop(whole, text)


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
        if last is None and not _RESUMES.search(gap.replace("\u00a0", " ").replace("\u202f", " ")):
            break
        if last is not None and not _JOINS.fullmatch(gap.strip('»”" \u00a0\u202f')):
            break
        begin = passage.inner.start if begin is None else begin
        last = passage.inner.end
        taken.append(i)
    if last is not None:
        last = _rest_of_clause(article, sentence, bounds, article.passages[taken[-1]].span.end, last)
    return begin, last, taken


def _rest_of_clause(article: Article, sentence: Sentence, bounds: Span, end: int, last: int) -> int:
    """« La ville, disait-il, « saigne » à cause de la fraude »: what follows the marks without a comma."""
    rest = [w for w in sentence.words if w.start >= end]
    if not rest or rest[0].upos == "PUNCT" or article.text[end:rest[0].start].strip():
        return last
    for word in rest:
        if word.text in {",", ";", ":", "(", "–", "—"}:
            break
        last = word.end if word.upos != "PUNCT" else last
    return last


def _clause_goes_on(
    article: Article,
    sentence: Sentence,
    bounds: Span,
    start: int,
    end: int,
    left: Span | None,
    others: Sequence[Cue],
    closed: bool,
) -> Span | None:
    """Return the rest of the clause behind an incise in its middle: « La visite, a dit X, aura lieu lundi »."""
    text = article.text
    before = [w for w in sentence.words if w.end <= start]
    after = [w for w in sentence.words if w.start >= end and w.upos != "PUNCT"]
    while after and not closed and _part_of_incise(text, end, after[0].start):
        after = after[1:]
    if not after:
        return None
    complete = any(_main_verb(sentence, w) for w in before)
    if closed and not regex.match(
        r"\W*(?:qui|dont|lequel|laquelle|mais|alors|cit)", article.text[end : end + 20]
    ):
        complete = False
    resumes = after[0].text.lower() in _GOES_ON
    if (
        complete
        and not (closed and resumes)
        and not (resumes and article.text[end : after[0].start].strip() == ",")
    ):
        return None
    if not complete and not closed and not any(_finite(w) for w in after):
        return None
    stop = after[-1].end
    for other in others:
        if other.form == "participle" and other.span.start > after[0].start:
            gap = text[max(other.span.start - 12, 0) : other.span.start]
            if regex.search(r",\s*(?:tout\s+)?(?:en\s+)?$", gap):
                stop = min(stop, text.rfind(",", 0, other.span.start))
    return without_final_stop(trimmed(Span(after[0].start, stop), text), text)


def _part_of_incise(text: str, end: int, position: int) -> bool:
    """Words that follow the subject without a comma are the incise's own (« a déclaré X jeudi à Londres, … »)."""
    return "," not in text[end:position]


def _main_verb(sentence: Sentence, word: Word) -> bool:
    if not _finite(word):
        return False
    verb = sentence.head(word) if word.relation in {"aux", "cop"} else word
    return verb is not None and not any(
        w.deprel in {"acl:relcl", "advcl"} for w in [verb, *sentence.ancestors(verb)] if w.id <= verb.id + 40
    )


def _finite(word: Word) -> bool:
    return word.upos in {"VERB", "AUX"} and word.feat("VerbForm") == "Fin"


def _incise_with_commas(article: Article, start: int, end: int, resumes: int | None) -> Span:
    return _with_comma_before(article.text, Span(start, resumes if resumes is not None else end))


def _with_comma_before(text: str, span: Span) -> Span:
    start = span.start
    while start > 0 and (text[start - 1].isspace() or text[start - 1] in ',–—-»”"\u200b'):
        start -= 1
    return Span(start, span.end)
