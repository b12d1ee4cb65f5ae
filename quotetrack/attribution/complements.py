"""Content that hangs on a verb of saying: que-clauses, infinitives, predicates, quoted objects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from quotetrack.attribution.boundaries import clause_end
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.nonspeech import is_named_thing
from quotetrack.attribution.phrases import trimmed, without_final_stop
from quotetrack.attribution.speakers import can_speak, may_be_person
from quotetrack.attribution.subjects import subject
from quotetrack.lexicon import Frame, noun
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word, span_of
from quotetrack.syntax.masking import reads_like_a_sentence

_QUE = {"que", "qu'"}
_QUESTION = {
    "si",
    "s'",
    "pourquoi",
    "comment",
    "quand",
    "où",
    "combien",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "qui",
    "quoi",
}
_OBJECTS = {Frame.OBJ, Frame.DE_OBJ, Frame.SUR, Frame.A_OBJ, Frame.ATTR}
_FUNCTION_WORD_BEFORE = regex.compile(
    r"(?:\b(?:du|de|des|le|la|les|un|une|au|aux|son|sa|ses|ce|cette|leur)|[dl]['’])$", regex.I
)
_PLURAL_DETERMINER = regex.compile(r"\b(?:quelques|les|des|ces|ses|leurs|plusieurs)[\s\p{Z}]*[«“\"]?[\s\p{Z}]*$")
_EXTENSION = regex.compile(r"[\s\p{Z}]*,[\s\p{Z}]*(?:y compris|notamment|ainsi que)\b[^,;.:«»“”\"]*")
_INTENTIONS = {"intention", "volonté", "souhait", "refus", "décision", "désir", "besoin", "nécessité"}
_DATES = {
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "matin", "soir", "fois", "jour",
    "semaine", "mois", "année", "midi",
}  # fmt: skip
_BEFORE_QUE = {"ADV", "ADP", "DET", "NOUN", "PROPN", "PRON", "ADJ", "PUNCT", "NUM", "CCONJ", "X"}


@dataclass(frozen=True, slots=True)
class Finding:
    """The content that a construction found, and its name."""

    rule: str
    content: Span
    addressee: Word | None = None


def que_clause(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find the clause behind « que » or « si ».

    « Le préfet a assuré mardi que la route rouvrirait » → la route rouvrirait; « a demandé si », « insiste sur le
    fait que », « s'engage à ce que ». Comparatives and relatives (« plus que », « la loi que ») are left alone.
    """
    if not cue.frames & {Frame.QUE, Frame.SI, Frame.SUR} or (cue.form == "past_participle" and not cue.passive):
        return None
    sentence = article.sentences[cue.sentence]
    mark = _complementiser(sentence, cue, article)
    if mark is None:
        return None
    clause = _clause_of(sentence, mark)
    asked = mark.text.lower().replace("’", "'") in _QUESTION
    start = mark.id + (0 if asked and mark.text.lower() not in {"si", "s'", "s’"} else 1)
    if start > len(sentence.words):
        return None
    last = clause_end(sentence, cue, clause, start, others)
    if last.id < start:
        return None
    content = _stretch(article, sentence, start, last.id)
    return Finding("question_clause" if asked else "que_clause", content, _addressed(sentence, cue))


def infinitive_clause(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find the infinitive that a verb of saying governs.

    « Paris accuse Ankara de jouer un « jeu dangereux » » → jouer un « jeu dangereux »; « appelle à voter »,
    « dit avoir tout essayé », « s'est engagé, une fois élu, à démissionner ».
    """
    wanted: set[str] = set()
    if Frame.DE_INF in cue.frames:
        wanted |= {"de", "d'"}
    if Frame.A_INF in cue.frames:
        wanted.add("à")
    if Frame.INF in cue.frames:
        wanted.add("")
    if not wanted:
        return None
    sentence = article.sentences[cue.sentence]
    found = _infinitive(sentence, cue, wanted)
    if found is None:
        return None
    verb, start = found
    last = clause_end(sentence, cue, verb, start, others)
    content = _stretch(article, sentence, start, max(last.id, verb.id))
    return Finding("infinitive", content, _addressed(sentence, cue))


def predicate(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find what somebody says of himself: « se dit prête à la proclamer », « s'est dit « inquiet » »."""
    if Frame.ATTR not in cue.frames:
        return None
    sentence = article.sentences[cue.sentence]
    speaker = subject(sentence, cue.word)
    if speaker is not None and not can_speak(sentence, speaker) and speaker.text.lower() not in {"qui", "on"}:
        return None
    for word in sentence.words[cue.word.id :]:
        if word.upos == "PUNCT" and word.text not in {"«", "“", '"', "''", "»", "”"}:
            return None
        if word.upos == "ADP" and word.text.lower() not in {"en", "pour", "contre", "sans", "sous"}:
            return None
        if word.upos in {"ADJ", "VERB", "NOUN"} and not word.text.endswith("ant"):
            first = word.id
            while first - 1 > cue.word.id and sentence.word(first - 1).upos in {"ADV", "DET", "PUNCT"}:
                if sentence.word(first - 1).text == ",":
                    break
                first -= 1
            last = clause_end(sentence, cue, word, first, others)
            return Finding("predicate", _stretch(article, sentence, first, max(last.id, word.id)))
        if word.upos not in {"ADV", "DET", "PUNCT", "PRON", "ADP"}:
            return None
    return None


def plain_object(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find the object of an appeal, which counts without quoted words: « appellent à la grève »."""
    if Frame.A_OBJ not in cue.frames:
        return None
    sentence = article.sentences[cue.sentence]
    for word in sentence.children(cue.word, "obl", "iobj", "nmod"):
        case = sentence.child(word, "case")
        if case is None or word.id < cue.word.id or case.text.lower() not in {"à", "au", "aux"}:
            continue
        if word.upos in {"NOUN", "PROPN"} and not word.stand_in:
            last = clause_end(sentence, cue, word, case.id + 1, others)
            start = case.id + 1
            while start < word.id and sentence.word(start).upos == "PUNCT":
                start += 1
            return Finding("appeal", _stretch(article, sentence, start, max(last.id, word.id)))
    return None


def quoted_object(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find an object with quoted words in it: « évoque « un jeu dangereux » », « se félicite de « … » ».

    Only the words from the object's beginning to its end; the verb must be the nearest cue before them.
    """
    if cue.form == "past_participle":
        return _participle_object(article, cue)
    sentence = article.sentences[cue.sentence]
    end = sentence.span.end
    later = [c.span.start for c in others if c.word.id > cue.word.id and c.form in {"finite", "participle"}]
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
    if not cue.frames & _OBJECTS and not _utters(article, sentence, cue, passages[0]):
        return None
    if _mere_label(article, sentence, cue, passages[0]):
        return None
    taken = [passages[0]]
    for i in passages[1:]:
        if _governed(article, sentence, cue, article.passages[i].inner):
            taken.append(i)
    start = _object_start(article, sentence, cue, first.inner)
    finish = _object_end(article, sentence, cue, article.passages[taken[-1]].inner, limit)
    content = trimmed(Span(start, finish), article.text)
    return Finding("quoted_object", content, _addressed(sentence, cue))


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
    if before.endswith("("):
        return True
    return (
        inner[:1].isupper() and inner[-1:] not in ".!?…" and _FUNCTION_WORD_BEFORE.search(before) is not None
    )


def _mere_label(article: Article, sentence: Sentence, cue: Cue, passage: int) -> bool:
    """« présenter quelques « œuvres » », « l'affaire traite de « Kosovars » »: one noun, or no speaker."""
    inner = article.passages[passage].inner
    before = article.text[max(inner.start - 14, 0) : inner.start].lower()
    plain = cue.category in {"neutral", "adding", "explaining", "manner", "revealing", "concluding"}
    if plain and len(inner.of(article.text).split()) == 1 and _PLURAL_DETERMINER.search(before):
        return True
    speaker = subject(sentence, cue.word) if not cue.passive and cue.form != "past_participle" else None
    return plain and speaker is not None and speaker.upos == "NOUN" and not may_be_person(sentence, speaker)


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


def _complementiser(sentence: Sentence, cue: Cue, article: Article) -> Word | None:
    """Return the « que » or « si » of a cue, by the tree, or else by what stands between."""
    group_end = max(
        [w.id for w in sentence.words if w.end <= cue.span.end and w.start >= cue.span.start] or [cue.word.id]
    )
    for clause in sentence.children(cue.word, "ccomp", "xcomp", "advcl", "parataxis", "obj", "obl"):
        for mark in sentence.children(clause, "mark", "advmod", "obl", "obj", "nsubj"):
            text = mark.text.lower().replace("’", "'")
            if mark.id > cue.word.id and mark.id <= clause.id:
                if text in _QUE and mark.upos == "SCONJ" and (clause.relation == "ccomp"):
                    return mark
                if (
                    text in _QUESTION
                    and Frame.SI in cue.frames
                    and clause.relation == "ccomp"
                    and mark.upos != "ADP"
                ):
                    return mark
    for word in sentence.words[group_end:]:
        text = word.text.lower().replace("’", "'")
        if text in _QUE:
            before = sentence.word(word.id - 1)
            following = sentence.words[word.id] if word.id < len(sentence.words) else None
            if following is not None and following.feat("VerbForm") == "Inf":
                return None  # « mieux vaut prévenir que guérir »
            if word.upos == "PRON" and before.lemma != "fait" and _has_antecedent(sentence, cue, group_end, word):
                return None
            if before.lemma in {
                "plus",
                "moins",
                "autant",
                "aussi",
                "tel",
                "même",
                "autre",
                "alors",
                "tandis",
                "lors", "tant", }:
                return None
            if before.lemma in {
                "bien",
                "afin",
                "parce",
                "avant",
                "après",
                "depuis",
                "dès",
                "pour",
                "sans",
                "ainsi",
            }:
                return word if before.lemma in {"pour", "bien"} and before.id - 1 == cue.word.id else None
            return word
        if word.upos in {"VERB", "AUX"} and not _gerund(sentence, word):
            return None
        if word.upos not in _BEFORE_QUE and word.upos not in {"VERB", "AUX"}:
            return None
        if word.text in {":", ";"} or (
            word.text in {"«", "“", '"'} and not _quoted_complementiser(sentence, word)
        ):
            return None
        if word.stand_in:
            return None
    return None


def _gerund(sentence: Sentence, word: Word) -> bool:
    """« a affirmé, en s'appuyant sur une étude, que … »"""
    return word.text.endswith("ant") and any(
        w.text.lower() == "en" for w in sentence.words[max(word.id - 3, 0) : word.id - 1]
    )


def _quoted_complementiser(sentence: Sentence, mark: Word) -> bool:
    following = sentence.words[mark.id] if mark.id < len(sentence.words) else None
    return following is not None and following.text.lower().replace("’", "'") in _QUE


def _has_antecedent(sentence: Sentence, cue: Cue, group_end: int, relative: Word) -> bool:
    """« indique le rôle qu'ils ont »: the noun is an object and « que » its relative.

    « a confié à une collègue qu'elle … », « a fait savoir en mars qu'il … »: behind a prepositional phrase, a date or
    an inverted subject « que » is the verb's own, whatever the tagger says.
    """
    if cue.form == "past_participle" or sentence.word(group_end).text.lower() == "pour":
        return True
    between = [w for w in sentence.words if group_end < w.id < relative.id]
    if between and between[-1].text == "," and not any(w.text == "," for w in between[:-1]):
        return True
    nouns = [w for w in between if w.upos in {"NOUN", "PROPN", "PRON", "NUM"}]
    if cue.inverted or not nouns:
        return False
    return not any(w.upos == "ADP" and w.id < nouns[0].id for w in between) and nouns[0].lemma not in _DATES


def _clause_of(sentence: Sentence, mark: Word) -> Word:
    head = sentence.head(mark)
    if head is not None and head.id > mark.id:
        while head.relation in {"cop", "aux"} and sentence.head(head) is not None:
            head = sentence.head(head) or head
        return head
    for word in sentence.words[mark.id :]:
        if (
            word.upos in {"VERB", "AUX"}
            and word.relation not in {"aux", "cop"}
            and word.deprel != "acl:relcl"
        ):
            return word
    return sentence.words[min(mark.id, len(sentence.words) - 1)]


def _infinitive(sentence: Sentence, cue: Cue, wanted: set[str]) -> tuple[Word, int] | None:
    """Return the governed infinitive and the id of the first word of its clause."""
    direct = [
        w
        for w in sentence.children(cue.word, "xcomp", "ccomp", "obl", "advcl", "acl", "obj", "iobj")
        if w.id > cue.word.id
    ]
    said = [w for w in direct if w.upos == "NOUN" and (noun(w.lemma) is not None or w.lemma in _INTENTIONS)]
    nominal = [c for w in said for c in sentence.children(w, "acl", "xcomp", "ccomp")]
    for verb in [*direct, *nominal]:
        auxiliary = sentence.child(verb, "aux", "cop")
        bearer = auxiliary if auxiliary is not None and auxiliary.id > cue.word.id else verb
        if bearer.feat("VerbForm") != "Inf" and not (
            bearer is verb and verb.text.endswith(("er", "ir", "re"))
        ):
            continue
        if bearer.feat("VerbForm") != "Inf" and verb.upos != "VERB":
            continue
        marks = [
            w
            for w in sentence.children(verb, "mark", "case")
            if w.id < verb.id and w.upos == "ADP" and w.id > cue.word.id
        ]
        text = marks[0].text.lower().replace("’", "'") if marks else ""
        if text not in wanted:
            continue
        if not text and (verb.id - cue.word.id > 6 or _relative_object(sentence, cue.word)):
            continue
        start = marks[0].id + 1 if marks else _first_of(sentence, verb, cue.word.id)
        return verb, start
    return _infinitive_behind_comma(sentence, cue, wanted)


def _infinitive_behind_comma(sentence: Sentence, cue: Cue, wanted: set[str]) -> tuple[Word, int] | None:
    """« s'est engagé, une fois élu, à travailler »: behind what stands between commas."""
    comma = cue.word.id < len(sentence.words) and sentence.word(cue.word.id + 1).text == ","
    for word, following in zip(
        sentence.words[cue.word.id :], sentence.words[cue.word.id + 1 :], strict=False
    ):
        if (
            not comma
            or word.id - cue.word.id > 14
            or word.feat("VerbForm") == "Fin"
            or word.text in {";", ":"}
        ):
            return None
        text = word.text.lower().replace("’", "'")
        if (
            text in wanted - {""}
            and following.feat("VerbForm") == "Inf"
            and sentence.word(word.id - 1).text == ","
        ):
            return following, word.id + 1
    return None


def _relative_object(sentence: Sentence, verb: Word) -> bool:
    """« le rôle qu'il prétend assumer »: the relative is the infinitive's object, nothing is reported."""
    clause = next((w for w in [verb, *sentence.ancestors(verb)] if w.deprel == "acl:relcl"), None)
    return clause is not None and any(
        w.text.lower() in {"que", "qu'", "qu’"} and w.feat("PronType") == "Rel"
        for w in sentence.subtree(clause)
    )


def _first_of(sentence: Sentence, verb: Word, after: int) -> int:
    near = [
        w.id
        for w in sentence.children(verb, "expl", "advmod", "obj", "iobj", "aux", "cop")
        if after < w.id < verb.id
    ]
    return min([verb.id, *near])


def _addressed(sentence: Sentence, cue: Cue) -> Word | None:
    """Return whom a verb tells to do something (« exhorte Belgrade à », « accuse X de »)."""
    if cue.category not in {"urging", "demanding", "accusing", "warning"}:
        return None
    word = sentence.child(cue.word, "obj", "iobj")
    return word if word is not None and word.id > cue.word.id and word.upos in {"NOUN", "PROPN"} else None


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


def _object_start(article: Article, sentence: Sentence, cue: Cue, inner: Span) -> int:
    """Return where the object begins: at its article, or at the marks where only an article stands in front."""
    between = [
        w for w in sentence.words if cue.span.end <= w.start and w.end <= inner.start and w.upos != "PUNCT"
    ]
    if Frame.SUR in cue.frames:
        over = [w for w in between if w.text.lower() == "sur"]
        between = [w for w in between if over and w.id > over[0].id] if over else between
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
    if not any(w.upos in {"NOUN", "PROPN", "ADJ", "VERB", "NUM"} for w in between):
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
        if (
            word.upos in {"PUNCT", "VERB", "AUX", "CCONJ", "SCONJ"}
            or word.feat("PronType") == "Rel"
            or word.text.lower() in {"lors", "devant"}
        ):
            break
        top = next((w for w in [word, *sentence.ancestors(word)] if w.head == cue.word.id), None)
        if top is not None and top.start >= inner.end:
            break
        end = word.end
    judged = next((w for w in sentence.words if inner.contains(w.span) and w.head == cue.word.id), None)
    if (
        judged is not None
        and judged.relation in {"xcomp", "amod"}
        and (thing := sentence.child(cue.word, "obj"))
    ) and thing.start >= inner.end:
        return max(end, max(w.end for w in sentence.subtree(thing) if w.start < limit))
    if end == inner.end and (more := _EXTENSION.match(article.text, _behind_marks(article, inner), limit)):
        end = more.end()
    return end


def _behind_marks(article: Article, inner: Span) -> int:
    return next((p.span.end for p in article.passages if p.inner == inner), inner.end)


def _stretch(article: Article, sentence: Sentence, first: int, last: int) -> Span:
    span = span_of(sentence.words[first - 1 : last])
    return without_final_stop(trimmed(span, article.text), article.text)
