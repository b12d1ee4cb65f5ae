"""Content that hangs on a noun of saying: « l'annonce que … », « la déclaration selon laquelle … »."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator
from dataclasses import replace

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Reference, Report
from quotetrack.attribution.phrases import mention_of
from quotetrack.attribution.readings import WHICH, read_there
from quotetrack.attribution.speakers import can_speak, is_paper
from quotetrack.attribution.stretches import trimmed, without_final_stop
from quotetrack.attribution.word_owners import owner_of_words
from quotetrack.lexicon import nouns_of_clauses
from quotetrack.lexicon.tables import fold
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word, span_of


def noun_reports(article: Article, index: int) -> Iterator[Report]:
    """Yield a report for each noun of saying that governs a clause.

    « La déclaration du préfet selon laquelle tout était calme … » → tout était calme, source « le préfet ». A noun
    with a relative clause (« la promesse qu'il a faite ») says nothing and is left alone.
    """
    sentence = article.sentences[index]
    if sentence.inside is not None:
        return
    text = article.sentence_spans[index].of(article.text)
    relative = "quel" in text  # « lequel », « laquelle »
    if (relative or "où" in text) and (written := read_there(article, index)) is not None:
        yield written
    if ":" in text and (answered := _answered(article, index)) is not None:
        yield answered
    governing = nouns_of_clauses()
    which = next((w for w in sentence.words if w.text.lower() in WHICH), None) if relative else None
    if which is not None and (told := _by_document(article, index, which, governing)) is not None:
        yield told
    for word in sentence.words:
        if word.upos != "NOUN" or word.lemma not in governing:
            continue
        if word.stand_in or article.in_marks(sentence, word):
            continue
        clause = _clause(sentence, word)
        if clause is None:
            continue
        start, head, cue = clause
        comma = _closing_comma(sentence, head, max(w.id for w in sentence.subtree(head)))
        content = without_final_stop(
            trimmed(span_of(sentence.words[start - 1 : comma]), article.text), article.text
        )
        if len(content):
            yield Report(
                "noun_clause", content, index, (), cue, (), _owner(sentence, word, index, article), rank=4
            )


def _answered(article: Article, index: int) -> Report | None:
    """« Réponse du maire : il faut attendre, et « rien ne presse ». »: what follows the colon, marked or not."""
    sentence = article.sentences[index]
    said = next((w for w in sentence.words[:2] if fold(w.text) in _ANSWERS), None)
    colon = (
        next((w for w in sentence.words[:_INTRODUCTION] if w.text == ":"), None) if said is not None else None
    )
    if colon is None or article.passage_spans.beginning(colon.start + 1, colon.start + 3):
        return None
    intro, rest = sentence.words[: colon.id - 1], sentence.words[colon.id :]
    if any(w.feat("VerbForm") == "Fin" for w in intro) or not any(_goes_on(w) for w in rest):
        return None
    owner = owner_of_words(sentence, intro)
    if owner is None:
        return None
    whole = Span(colon.end, article.sentence_spans[index].end)
    content = trimmed(without_final_stop(trimmed(whole, article.text), article.text), article.text)
    named = mention_of(article, index, owner)
    return Report("name_colon", content, index, (), None, (), named, rank=4) if len(content) else None


def _goes_on(word: Word) -> bool:
    return word.feat("VerbForm") == "Fin" and word.deprel != "acl:relcl"


_ANSWERS = {"reponse", "replique", "riposte", "commentaire", "explication", "verdict", "conclusion"}
_INTRODUCTION = 12
"""Words within which the colon of an introduction stands."""


def _by_document(article: Article, index: int, which: Word, governing: Collection[str]) -> Report | None:
    """« un rapport selon lequel les lits manquent »: what is written says so; « un principe selon lequel » does not."""
    sentence = article.sentences[index]
    marker = sentence.word(max(which.id - 1, 1))
    head = _verb_behind(sentence, which)
    if marker.text.lower() != "selon" or head is None or article.in_marks(sentence, marker):
        return None
    before = [w for w in sentence.words[: marker.id - 1] if w.upos in {"NOUN", "PROPN"}]
    for word in reversed(before[-5:]):
        if word.lemma in governing:
            return None  # « une déclaration du préfet selon laquelle »
        if is_paper(sentence, word):
            # « un rapport de la Cour des comptes selon lequel »
            above = itertools.takewhile(lambda w: w.upos == "NOUN", sentence.ancestors(word))
            word = next((w for w in above if is_paper(sentence, w)), word)
            last = _closing_comma(sentence, head, max(w.id for w in sentence.subtree(head)))
            content = without_final_stop(
                trimmed(span_of(sentence.words[which.id : last]), article.text), article.text
            )
            source = mention_of(article, index, word)
            cut_off = Span(source.span.start, min(source.span.end, marker.start))
            source = replace(source, span=trimmed(cut_off, article.text))
            return Report("noun_clause", content, index, (), marker.span, (), source, rank=4)
    return None


def _clause(sentence: Sentence, noun_word: Word) -> tuple[int, Word, Span] | None:
    """Return the first word of the clause, its head, and the cue."""
    for word in sentence.words[noun_word.id :]:
        text = word.text.lower()
        if text in WHICH and sentence.word(word.id - 1).text.lower() == "selon":
            head = _verb_behind(sentence, word)
            return (word.id + 1, head, span_of([noun_word])) if head is not None else None
        if text in {"que", "qu'", "qu’"} and (word.upos == "SCONJ" or word.relation == "mark"):
            head = sentence.head(word)
            if head is None or head.id < word.id or _is_relative(sentence, word, head):
                return None
            if not any(a.id == noun_word.id for a in sentence.ancestors(head)) and (
                _by_whom(sentence, noun_word, word) is None
            ):
                return None
            return word.id + 1, head, span_of([noun_word])
        if word.upos in {"VERB", "AUX", "PUNCT"} or word.feat("PronType") == "Rel":
            return None
    return None


def _is_relative(sentence: Sentence, mark: Word, head: Word) -> bool:
    """« les craintes que la mairesse a exprimées », « un message aussi sérieux qu'inattendu »: no content clause."""
    if head.upos not in {"VERB", "AUX"}:
        return not sentence.children(head, "cop")
    if mark.relation == "obj" and head.deprel == "acl:relcl" and head.feat("VerbForm") == "Part":
        return True  # « des propos que plusieurs sources lui ont attribué »
    agrees = head.feat("Number") == "Plur" or head.feat("Gender") == "Fem"
    # « Une information que le parquet n'a ni confirmée ni démentie »: with « avoir », it agrees with what « que » means
    had = {w.lemma for w in sentence.auxiliaries(head)} == {"avoir"} and not sentence.child(
        head, "obj", "iobj"
    )
    taken_up = head.lemma in _TAKING_UP  # « une rumeur que la présidence qualifie de « grotesque » »
    # « un discours que la gauche ne veut pas entendre »: the infinitive has « que » for its object
    governed = [w for w in sentence.children(head, "xcomp") if not sentence.child(w, "obj", "ccomp")]
    own = [w for w in sentence.children(head, "obj", "ccomp", "xcomp") if w.id != mark.id]
    bare = head.lemma in _WISHING and not own
    taken_up = taken_up or bare or any(w.lemma in _TAKING_UP | _TAKING_IN for w in governed)
    # « une annonce que la ministre juge « indispensable » »: « que » is what is judged
    judged = mark.relation == "obj" and any(w.upos == "ADJ" for w in sentence.children(head, "xcomp"))
    return (
        taken_up or judged or ((mark.relation == "obj" or had) and head.feat("VerbForm") == "Part" and agrees)
    )


_TAKING_UP = {
    "balayer", "confirmer", "considérer", "contester", "démentir", "dénoncer", "estimer", "infirmer", "juger",
    "qualifier", "reprendre", "réfuter", "rejeter", "relayer", "répandre", "trouver",
}  # fmt: skip
"""Of what is said they have an object: behind a noun « que » is it."""

_WISHING = {"souhaiter", "vouloir", "attendre", "craindre", "redouter", "réclamer", "espérer", "exiger"}
"""« l'avertissement que le maire souhaitait »: without an object of their own, « que » is it."""

_TAKING_IN = {"entendre", "écouter", "lire", "croire", "accepter", "avaler", "admettre", "oublier"}


def _by_whom(sentence: Sentence, noun_word: Word, mark: Word) -> Word | None:
    """« l'annonce par le chef de la police que … »: the agent between the noun and its clause."""
    between = [w for w in sentence.words if noun_word.id < w.id < mark.id]
    if not between or between[0].text.lower() != "par":
        return None
    return next((w for w in between if can_speak(sentence, w)), None)


def _verb_behind(sentence: Sentence, word: Word) -> Word | None:
    for following in sentence.words[word.id :]:
        if following.upos in {"VERB", "AUX"}:
            return sentence.head(following) if following.relation in {"aux", "cop"} else following
    return None


def _closing_comma(sentence: Sentence, head: Word, last: int) -> int:
    """« …, publiée dimanche par la mission, … »: the clause of a noun ends at the comma behind its verb."""
    for word in sentence.words[head.id : last]:
        if word.text == "," and word.id < last and sentence.word(word.id + 1).feat("VerbForm") == "Part":
            return word.id - 1
    return last


def _owner(sentence: Sentence, word: Word, index: int, article: Article) -> Reference | None:
    owners = [w for w in sentence.children(word, "nmod") if can_speak(sentence, w)]
    mark = next((w for w in sentence.words[word.id :] if w.text.lower() in {"que", "qu'", "qu’"}), None)
    if not owners and mark is not None and (agent := _by_whom(sentence, word, mark)) is not None:
        owners = [agent]
    if not owners:
        return None
    return mention_of(article, index, owners[0])
