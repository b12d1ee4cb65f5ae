"""The press conditional: « Le suspect aurait quitté le pays » means that it is said, nobody says by whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Report
from quotetrack.attribution.stretches import trimmed, without_connective, without_final_stop
from quotetrack.attribution.verbs import conditionals
from quotetrack.lexicon.tables import plain
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word, span_of

_NOT_EPISTEMIC = {
    "devoir", "pouvoir", "vouloir", "falloir", "aimer", "souhaiter", "préférer", "permettre", "suffire", "convenir",
    "dire", "croire", "penser", "savoir", "valoir", "gagner", "mériter", "apprécier", "plaire", "désirer",
    "oser", "imaginer", "jurer", "conseiller", "éviter", "nécessiter", "impliquer", "obliger",
    "imposer", "interdire", "contraindre", "autoriser", "réduire", "améliorer", "faciliter", "entraîner",
    "garantir", "signifier", "empêcher",
}  # fmt: skip
_MODAL = regex.compile(r"(?:voud|pour|dev|faud|vaud|aime|souhaite)r(?:ai|aie)")
_SUPPOSED = regex.compile(
    r"\b(?:dans le (?:meilleur|pire) des cas|en cas d|à défaut|le cas échéant|au cas où|comme si|dans l['’]idéal"
    r"|à condition|pourvu|pour peu|encore faudrait|sous réserve|à supposer|quand bien même)",
    regex.IGNORECASE,
)


def hearsay_reports(
    article: Article, index: int, reported: Sequence[Span], incises: Sequence[Span] = ()
) -> Iterator[Report]:
    """Yield a report without a source for each clause in the epistemic conditional.

    « Il s'agirait d'un employé » yes; « il viendrait s'il pouvait », « on pourrait croire », « il a dit qu'il
    viendrait », « ce prêt aurait permis de … » no.

    Args:
        index: index of the sentence.
        reported: contents that have a source already: a conditional there is that source's, or a future in the past.
        incises: the verbs of incises: « « Tu verras », aurait-il lancé » tells his words.
    """
    sentence = article.sentences[index]
    if sentence.inside is not None:
        return
    found = conditionals(sentence)
    if not found or _has_condition(sentence):
        return
    taken: list[Span] = []
    for word in found:
        if article.in_marks(sentence, word) or word.stand_in:
            continue
        if any(cue.contains(word.span) for cue in incises):
            continue
        verb = sentence.head(word) if word.relation in {"aux", "cop"} else word
        if verb is None or verb.lemma in _NOT_EPISTEMIC or word.lemma in _NOT_EPISTEMIC:
            continue
        clause = _clause(sentence, verb)
        if clause is None or not _epistemic(article, index, sentence, word, verb):
            continue
        if _MODAL.match(word.text.lower()):
            continue
        content = _between_stops(article.text, _content(article, index, sentence, verb, clause), word)
        content = _inside_parentheses(article.text, content, word)
        content = _before_comment(article.text, content, word)
        if any(
            span.contains(content) or span.contains(word.span) for span in [*reported, *taken]
        ) and not _appended(sentence, clause, word):
            continue
        taken.append(content)
        yield Report("hearsay", content, index, stance="hearsay", rank=5)


def _has_condition(sentence: Sentence) -> bool:
    """A condition or a counterfactual anywhere in the sentence makes its conditionals hypothetical."""
    return any(word.upos == "SCONJ" and plain(word.text) in {"si", "s'"} for word in sentence.words)


def _clause(sentence: Sentence, verb: Word) -> Word | None:
    """Return the head of the independent or relative clause whose verb this is, or None for other clauses."""
    if verb.deprel in {"root", "acl:relcl"} or verb.relation in {"parataxis"}:
        return verb
    if verb.relation == "ccomp" and any(w.text == ":" for w in sentence.children(verb, "punct")):
        return verb
    if verb.relation == "conj":
        head = sentence.head(verb)
        while head is not None and head.relation == "conj":
            head = sentence.head(head)
        if head is not None and (head.deprel in {"root", "acl:relcl"}):
            return verb
    return None


def _epistemic(article: Article, index: int, sentence: Sentence, word: Word, verb: Word) -> bool:
    subject = sentence.child(verb, "nsubj", "expl:subj", "csubj")
    if subject is not None and subject.text.lower() in {"je", "j'", "j’", "tu", "nous", "vous", "on"}:
        return False
    opening = [w.text.lower() for w in sentence.words if w.id < verb.id][:3]
    if opening[:1] == ["ne"] and verb.lemma == "être":
        return False  # « Ne serait-ce que parce que … »
    if {"faute", "sans", "sinon", "autrement", "avec"} & set(opening[:1]) or _SUPPOSED.search(
        article.sentence_spans[index].of(article.text)
    ):
        return False
    if verb.deprel == "acl:relcl" and (not _states(sentence, word, verb) or _of_place(sentence, verb)):
        return False
    if any(
        w.text.lower() in {"peut-être", "volontiers", "bien", "mieux"}
        for w in sentence.children(verb, "advmod")
    ):
        return False
    if _told_in_the_past(article, index, word) or _supposed_before(article, index, word):
        return False
    if any(w.text == "?" for w in sentence.words[-2:]):
        return False
    if verb.lemma == "être" and word.text.lower() in {"serait"} and _evaluates(sentence, verb):
        return False
    head = sentence.head(word) if word.relation == "cop" else None
    return not (head is not None and _evaluates(sentence, head))


def _states(sentence: Sentence, word: Word, verb: Word) -> bool:
    """« une société qui serait dirigée par … », « qui aurait vendu … », not « ce qui libérerait … »."""
    antecedent = sentence.head(verb)
    thing = antecedent is not None and antecedent.upos in {"NOUN", "PROPN"}
    return thing and (
        word.relation in {"aux", "cop"} or verb.lemma in {"avoir", "compter", "détenir", "vivre"}
    )


def _of_place(sentence: Sentence, verb: Word) -> bool:
    """« la raison pour laquelle il aurait fui », « une planète où la vie serait impossible »: nothing new is said."""
    before = [w.text.lower() for w in sentence.subtree(verb) if w.id < verb.id][:3]
    return bool({"où", "lequel", "laquelle", "lesquels", "lesquelles"} & set(before))


def _told_in_the_past(article: Article, index: int, word: Word) -> bool:
    """« Les débuts furent rudes. Elle ne réussirait l'examen qu'en 2022. »: the future of a tale, no hearsay."""
    if word.relation == "aux":
        return False
    own = article.sentences[index]
    near = [
        i
        for i in range(max(index - 1, 0), index + 1)
        if article.sentences[i].paragraph == own.paragraph and article.sentences[i].inside is None
    ]
    endings = ("a", "èrent", "it", "irent", "ut", "urent", "int", "inrent")
    return any(
        w.feat("Tense") == "Past" and w.feat("VerbForm") == "Fin" and w.text.lower().endswith(endings)
        for i in near
        for w in article.sentences[i].words
    )


SUPPOSED_FOR = 30
"""Sentences that one supposition may reach, all of them in the conditional."""


def _supposed_before(article: Article, index: int, word: Word) -> bool:
    """« Si le texte passe, le canton perdrait un siège. Le scrutin serait majoritaire. »: still what would follow.

    A compound conditional (« Il aurait fui ») tells what is said to have happened.
    """
    if word.relation == "aux" and word.deprel == "aux:tense":
        return False
    own = article.by_paragraph.get(article.sentences[index].paragraph, [])
    place = bisect_left(own, index)
    for i in reversed(own[max(place - SUPPOSED_FOR, 0) : place]):
        before = article.sentences[i]
        if not conditionals(before):
            return False
        if _has_condition(before):
            return True
    return False


def _evaluates(sentence: Sentence, word: Word) -> bool:
    """« Il serait dommage de … », « ce serait une erreur de »: a judgement, no hearsay."""
    subject = sentence.child(word, "nsubj", "expl:subj")
    impersonal = subject is not None and subject.text.lower().lstrip("-") in {"il", "ce", "c'", "cela", "ça"}
    infinitive = any(
        c.feat("VerbForm") == "Inf" or sentence.child(c, "mark") is not None
        for c in sentence.children(word, "xcomp", "ccomp", "csubj", "advcl", "acl")
    )
    return impersonal and infinitive


def _content(article: Article, index: int, sentence: Sentence, verb: Word, clause: Word) -> Span:
    text = article.text
    if clause.deprel == "acl:relcl":
        words = [w for w in sentence.subtree(clause) if w.text.lower() not in {"qui", ","} or w.id > verb.id]
        words = [
            w
            for w in words
            if w.id
            >= min(
                v.id
                for v in [verb, *sentence.children(verb, "aux", "cop", "expl", "advmod", "nsubj")]
                if v.text.lower() != "qui"
            )
        ]
        return without_final_stop(trimmed(span_of(words), text), text)
    if clause.relation == "conj" and sentence.child(clause, "nsubj", "expl:subj"):
        return without_final_stop(
            without_connective(trimmed(span_of(_own(sentence, clause)), text), text), text
        )
    bounds = article.sentence_spans[index]
    own = span_of(_own(sentence, clause)) if clause.deprel == "root" else bounds
    conjuncts = [c for c in sentence.children(clause, "conj") if sentence.child(c, "nsubj", "expl:subj")]
    end = min([c.start for c in (sentence.subtree(x)[0] for x in conjuncts)] or [bounds.end])
    span = Span(min(own.start, bounds.end), max(end, own.start))
    return without_final_stop(without_connective(trimmed(span, text), text), text)


def _between_stops(text: str, content: Span, word: Word) -> Span:
    """« X a été visé ; deux unités seraient à l'arrêt », « L'affaire éclate : il aurait menti »: its clause alone."""
    opened = max(text.rfind(";", content.start, word.start), text.rfind(": ", content.start, word.start))
    closed = text.find(";", word.end, content.end)
    start = opened + 1 if opened >= 0 else content.start
    return trimmed(Span(start, closed if closed >= 0 else content.end), text)


def _inside_parentheses(text: str, content: Span, word: Word) -> Span:
    """« … (il aurait reçu une plaquette) »: the remark alone."""
    opened = text.rfind("(", content.start, word.start)
    closed = text.find(")", word.end, content.end + 1)
    if opened < 0 or closed < 0 or text.find(")", opened, word.start) >= 0:
        return content
    return trimmed(Span(opened + 1, closed), text)


def _before_comment(text: str, content: Span, word: Word) -> Span:
    """« Il aurait fui, ce que dément la police », « …, une rumeur que la cour balaie »: what is made of it is told."""
    comment = _COMMENT.search(text, word.end, content.end)
    return content if comment is None else trimmed(Span(content.start, comment.start()), text)


_COMMENT = regex.compile(
    r",[\s\p{Z}]+(?:ce (?:qui|que|qu['’]|dont|à quoi)"
    r"|(?:une|des) (?:rumeur|information|version|accusation|allégation|hypothèse|affirmation)s? "
    r"(?:que|qu['’]|qui|dont|\p{L}+ment (?:démenti|contesté|confirmé)|(?:aussitôt )?(?:démenti|contesté|confirmé)))"
)


def _own(sentence: Sentence, clause: Word) -> list[Word]:
    later = [
        c for c in sentence.children(clause, "conj", "parataxis") if sentence.child(c, "nsubj", "expl:subj")
    ]
    return sentence.subtree(clause, later)


def _appended(sentence: Sentence, clause: Word, word: Word) -> bool:
    """« …, une organisation qui serait dirigée par un proche »: a remark appended to reported words.

    A passive or compound conditional in a relative clause at the far end of reported words is nobody's future in
    the past.
    """
    if clause.deprel != "acl:relcl" or word.relation not in {"aux"}:
        return False
    head = sentence.head(clause)
    return (
        head is not None
        and head.relation in {"appos", "nmod", "conj", "obl", "obj"}
        and head.relation == "appos"
    )
