"""Content that hangs on a verb of saying as an object: « évoque « … » », « appelle à la grève »."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotetrack.attribution.antecedents import subject
from quotetrack.attribution.boundaries import clause_end
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.finding import Finding, addressed, stretch
from quotetrack.attribution.nonspeech import called_so, is_named_thing
from quotetrack.attribution.phrases import trimmed
from quotetrack.attribution.speakers import may_be_person
from quotetrack.lexicon import Frame
from quotetrack.model import Passage, Span
from quotetrack.syntax import Sentence, Word
from quotetrack.syntax.masking import reads_like_a_sentence

_OBJECTS = {Frame.OBJ, Frame.DE_OBJ, Frame.SUR, Frame.A_OBJ, Frame.ATTR}
_FUNCTION_WORD_BEFORE = regex.compile(
    r"(?:\b(?:du|de|des|le|la|les|un|une|au|aux|son|sa|ses|ce|cette|leur)|[dl]['’])$", regex.I
)
_PLURAL_DETERMINER = regex.compile(
    r"\b(?:quelques|les|des|ces|ses|leurs|plusieurs)[\s\p{Z}]*[«“\"]?[\s\p{Z}]*$"
)
_THEREUPON = regex.compile(r"(?:,|»|”)?[\s\p{Z}]+avant[\s\p{Z}]d(?:e[\s\p{Z}]|['’])(?:s['’]|se[\s\p{Z}])?$")
_MANNER = regex.compile(r"(?:avec|sans|par)[\s\p{Z}]+\p{L}+(?:[\s\p{Z}]+\p{L}+)?", regex.IGNORECASE)
_TITLED = regex.compile(
    r"(?:(?:La|Le|Les|Un|Une)[\s\p{Z}]|L['’])\p{Lu}[\p{L}-]+(?:[\s\p{Z}](?:de|du|des|d['’]|la|le|les|à|au|et)*[\s\p{Z}]?[\p{L}-]+){0,3}"
)
_EXTENSION = regex.compile(r"[\s\p{Z}]*,[\s\p{Z}]*(?:y compris|notamment|ainsi que)\b[^,;.:«»“”\"]*")


def plain_object(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find the object of an appeal, which counts without quoted words: « appellent à la grève »."""
    if Frame.A_OBJ not in cue.frames:
        return None
    sentence = article.sentences[cue.sentence]
    for word in sentence.children(cue.word, "obl", "iobj", "nmod"):
        case = sentence.child(word, "case")
        if case is None or word.id < cue.word.id or case.text.lower() not in {"à", "au", "aux"}:
            continue
        if word.upos in {"NOUN", "PROPN"} and not word.stand_in and not _how_often(sentence, word):
            last = clause_end(sentence, cue, word, case.id + 1, others)
            start = case.id + 1
            while start < word.id and sentence.word(start).upos == "PUNCT":
                start += 1
            return Finding("appeal", stretch(article, sentence, start, max(last.id, word.id)))
    return None


def _how_often(sentence: Sentence, word: Word) -> bool:
    """« avoir appelé à sept reprises », « a appelé à 22 heures »: a telephone call."""
    counted = word.lemma in {"reprise", "heure", "minute"} and sentence.child(word, "nummod", "det", "amod")
    return bool(counted) or word.lemma in {"midi", "minuit"}


def quoted_object(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find an object with quoted words in it: « évoque « un jeu dangereux » », « se félicite de « … » ».

    Only the words from the object's beginning to its end; the verb must be the nearest cue before them.
    """
    if cue.form == "past_participle":
        return _participle_object(article, cue)
    sentence = article.sentences[cue.sentence]
    end = sentence.span.end
    later = [
        c.span.start
        for c in others
        if c.word.id > cue.word.id
        and (
            c.form in {"finite", "participle"} or _THEREUPON.search(article.text, cue.span.end, c.span.start)
        )
    ]
    limit = min(later, default=end)
    passages = [
        i
        for i in article.passages_in(Span(cue.span.end, end), sentence.inside)
        if cue.span.end <= article.passages[i].span.start < limit and not _is_name(article, i)
    ]
    if not passages or not _governed(article, sentence, cue, article.passages[passages[0]].inner):
        return None
    first = article.passages[passages[0]]
    if cue.needs_marks and len(first.inner.of(article.text).split()) == 1 and Frame.DE_OBJ not in cue.frames:
        return None
    if not cue.frames & _OBJECTS and not (
        _utters(article, sentence, cue, passages[0]) or _what_he_calls(article, cue, first)
    ):
        return None
    between = article.text[cue.span.end : first.span.start]
    if ":" in between or _calls_by_name(article, cue, first):
        return None
    if _tells_how(first.inner.of(article.text)) or _mere_label(article, sentence, cue, passages[0]):
        return None
    taken = [passages[0]]
    for i in passages[1:]:
        if _governed(article, sentence, cue, article.passages[i].inner):
            taken.append(i)
    last = article.passages[taken[-1]].inner
    finish = _object_end(article, sentence, cue, last, limit)
    start = _object_start(article, sentence, cue, first.inner, finish > last.end)
    content = trimmed(Span(start, finish), article.text)
    return Finding("quoted_object", content, addressed(sentence, cue))


def _what_he_calls(article: Article, cue: Cue, passage: Passage) -> bool:
    """« a déploré ce qu'il a appelé « un immense gâchis » »: his words, right behind « ce que » and the verb."""
    between = article.text[cue.span.end : passage.span.start]
    return not between.strip() and called_so(article.text[: passage.span.start])


def _calls_by_name(article: Article, cue: Cue, passage: Passage) -> bool:
    """« on l'appelle « la Générale » », « ils appellent ce lieu « le frigo » »: a name, not what is asked for."""
    if cue.word.lemma != "appeler" or Frame.A_OBJ not in cue.frames:
        return False
    between = article.text[cue.span.end : passage.span.start]
    asked = regex.search(r"(?:^|\s)(?:à|au|aux)\b", between)
    return asked is None and not called_so(article.text[: passage.span.start])


def _tells_how(inner: str) -> bool:
    """« a répondu « avec force » à l'attaque »: a marked adverbial says how he acts, not what he says."""
    return _MANNER.fullmatch(inner.strip()) is not None


def _participle_object(article: Article, cue: Cue) -> Finding | None:
    """« le « jeu dangereux » dénoncé par Macron »: the quoted words right in front of the participle."""
    if not cue.frames & _OBJECTS:
        return None
    sentence = article.sentences[cue.sentence]
    for i in article.passages_in(Span(sentence.span.start, cue.span.start), sentence.inside):
        passage = article.passages[i]
        gap = article.text[passage.span.end : cue.span.start]
        if len(gap.split()) <= 2 and "." not in gap and "," not in gap and not _is_name(article, i):
            return Finding("quoted_object", passage.inner)
    for i in article.passages_in(Span(cue.span.end, sentence.span.end), sentence.inside):
        inner = article.passages[i].inner
        before = article.text[cue.span.end : article.passages[i].span.start].rstrip()
        linked = (
            not before.strip()
            or regex.search(r"\b(?:comme|d['’]|de|d['’]une?|comme une?)$", before) is not None
        )
        if linked and not regex.search(r"[,.;:]", before) and not _is_name(article, i) and len(inner):
            return Finding("quoted_object", inner)
    return None


def _is_name(article: Article, number: int) -> bool:
    """« sa vision du « Vivre ensemble » », « le programme baptisé « MUSCULAR » »: a title or a name, no words said."""
    passage = article.passages[number]
    if is_named_thing(article, passage):
        return True
    inner = passage.inner.of(article.text)
    before = article.text[max(passage.span.start - 12, 0) : passage.span.start].rstrip()
    if before.endswith("(") or _TITLED.fullmatch(inner):
        return True
    return (
        inner[:1].isupper() and inner[-1:] not in ".!?…" and _FUNCTION_WORD_BEFORE.search(before) is not None
    )


def _mere_label(article: Article, sentence: Sentence, cue: Cue, passage: int) -> bool:
    """« présenter quelques « œuvres » », « l'affaire traite de « Kosovars » »: one noun, or no speaker."""
    inner = article.passages[passage].inner
    before = article.text[max(inner.start - 14, 0) : inner.start].lower()
    if regex.search(r"\bpar[\s\p{Z}]+(?:des|les|ses|leurs)[\s\p{Z}]*[«“\"]?[\s\p{Z}]*$", before):
        return False  # « justifie ce refus par des « irrégularités » »
    plain = cue.category in {"neutral", "adding", "explaining", "manner", "revealing", "concluding"}
    if plain and len(inner.of(article.text).split()) == 1 and _PLURAL_DETERMINER.search(before):
        return True
    speaker = subject(sentence, cue.word) if not cue.passive and cue.form != "past_participle" else None
    return speaker is not None and speaker.upos == "NOUN" and not may_be_person(sentence, speaker)


def _utters(article: Article, sentence: Sentence, cue: Cue, passage: int) -> bool:
    """« Il ajoute « Nous irons au bout » »: a verb without object frames, a whole sentence right behind it."""
    inner = article.passages[passage].inner
    paragraph = article.paragraphs[sentence.paragraph]
    if Frame.QUE not in cue.frames or not reads_like_a_sentence(
        article.text, article.passages[passage], paragraph
    ):
        return False
    between = [
        w for w in sentence.words if cue.span.end <= w.start and w.end <= inner.start and w.upos != "PUNCT"
    ]
    return all(w.upos in {"ADV", "DET"} for w in between)


def _governed(article: Article, sentence: Sentence, cue: Cue, inner: Span) -> bool:
    """Tell whether quoted words depend on the cue (not merely follow it)."""
    words = [w for w in sentence.words if inner.contains(w.span) and w.upos != "PUNCT"]
    between = [w for w in sentence.words if cue.span.end <= w.start and w.end <= inner.start]
    if not words or any(w.feat("VerbForm") == "Fin" and not _in_relative(sentence, w) for w in between):
        return False
    for word in words:
        below = word
        for ancestor in sentence.ancestors(word):
            if ancestor.id == cue.word.id:
                return True
            if below.deprel == "acl:relcl" and not sentence.child(cue.word, "obj"):
                break
            mark = sentence.child(below, "mark") if below.relation == "advcl" else None
            if mark is not None and mark.text.lower() not in {"pour", "afin", "à", "de", "comme"}:
                break
            below = ancestor
    return not any(w.upos in {"VERB", "AUX"} or w.text in {";", ".", ","} for w in between)


def _in_relative(sentence: Sentence, word: Word) -> bool:
    verb = sentence.head(word) if word.relation in {"aux", "cop"} else word
    return verb is not None and verb.deprel == "acl:relcl"


def _object_start(article: Article, sentence: Sentence, cue: Cue, inner: Span, goes_on: bool) -> int:
    """Return where the object begins: at its article, or at the marks where only an article stands in front.

    Where the object goes on behind the marks its article counts: « une « remise à zéro » de l'hippocampe ».
    """
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
        own = {
            w.id
            for c in sentence.children(cue.word)
            if c.id > cue.word.id
            for w in sentence.subtree(c)
            if c.relation in {"obj", "xcomp", "ccomp"}
            or any(inner.contains(x.span) for x in sentence.subtree(c))
        }
        between = [w for w in between if w.id in own]
    if Frame.DE_OBJ in cue.frames and (
        linked := [w for w in between if w.text.lower() in {"de", "d'", "d’", "comme"}]
    ):
        between = [w for w in between if w.id > linked[-1].id]
    while between and between[0].upos in {"ADP", "SCONJ", "ADV"}:
        between = between[1:]
    if not any(
        w.upos in {"NOUN", "PROPN", "ADJ", "VERB", "NUM", "DET" if goes_on else "NOUN"} for w in between
    ):
        return inner.start
    return between[0].start


def _object_end(article: Article, sentence: Sentence, cue: Cue, inner: Span, limit: int) -> int:
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
        return max(end, max(w.end for w in sentence.subtree(thing) if w.start < limit))
    if end == inner.end and judged is not None and judged.relation == "xcomp":
        return max(end, _judged_act(sentence, inner, limit))
    if end == inner.end and (more := _EXTENSION.match(article.text, _behind_marks(article, inner), limit)):
        end = more.end()
    return end


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
