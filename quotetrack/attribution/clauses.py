"""Content that hangs on a verb of saying as a clause: « a dit que … », « a demandé si … »."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.attribution.boundaries import clause_end
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.finding import Finding, addressed, stretch
from quotetrack.attribution.groups import group_end
from quotetrack.attribution.judgements import COMPARING, judged_that, judgement_in_front
from quotetrack.attribution.speakers import can_speak, is_audience, may_be_person
from quotetrack.lexicon import Frame
from quotetrack.lexicon import noun as reporting_noun
from quotetrack.lexicon.tables import fold, plain, word_class
from quotetrack.syntax import Sentence, Word

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
_DATES = {
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "matin", "soir", "fois", "jour",
    "semaine", "voix", "ton", "chœur", "manière", "façon", "occasion", "mois", "année", "midi",
    "soirée", "matinée", "après-midi", "nuit", "journée", "foulée", "veille", "lendemain", "préambule", "conclusion",
    "passage", "substance", "outre", "souffle", "élan", "ironie", "suite",
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
}  # fmt: skip
_NEGATIONS = {
    "pas",
    "plus",
    "jamais",
    "guère",
    "point",
    "rien",
    "aucun",
    "aucune",
    "personne",
    "nullement",
    "ni",
}
_CONJUNCTIONS = {
    ("même", "temps"), ("à", "mesure"), ("à", "condition"), ("de", "sorte"), ("de", "peur"), ("de", "crainte"),
    ("du", "moment"), ("le", "temps"), ("chaque", "fois"), ("au", "point"), ("à", "moins"), ("en", "attendant"),
}  # fmt: skip
_MEANWHILE = {"pendant", "avant", "après", "depuis", "dès", "sans", "afin", "parce", "outre"}
"""« a parlé pendant que Luc Roux écoutait »: with « que », they begin another clause."""
_COMPARED = {"plus", "moins", "autant", "aussi", "tel", "même", "autre", "alors", "tandis", "lors", "tant"}
_SO_MUCH = {"tellement", "tant", "tel", "telle"}
_BEFORE_QUE = {"ADV", "ADP", "DET", "NOUN", "PROPN", "PRON", "ADJ", "PUNCT", "NUM", "CCONJ", "X"}


def que_clause(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find the clause behind « que » or « si ».

    « Le préfet a assuré mardi que la route rouvrirait » → la route rouvrirait; « a demandé si », « insiste sur le
    fait que », « s'engage à ce que ». Comparatives and relatives (« plus que », « la loi que ») are left alone.
    """
    if not cue.frames & {Frame.QUE, Frame.SI, Frame.SUR} or (
        cue.form == "past_participle" and not cue.passive
    ):
        return None
    sentence = article.sentences[cue.sentence]
    mark = _complementiser(sentence, cue) or judged_that(sentence, cue)
    if mark is None:
        return None
    clause = _clause_of(sentence, mark)
    asked = plain(mark.text) in _QUESTION
    start = mark.id + (0 if asked and mark.text.lower() not in {"si", "s'", "s’"} else 1)
    if start > len(sentence.words):
        return None
    last = clause_end(sentence, cue, clause, start, others)
    if last.id < start:
        return None
    judged = None if asked else judgement_in_front(sentence, cue, mark.id)
    content = stretch(article, sentence, judged or start, last.id)
    return Finding("question_clause" if asked else "que_clause", content, addressed(sentence, cue))


def _complementiser(sentence: Sentence, cue: Cue) -> Word | None:
    """Return the « que » or « si » of a cue, by the tree, or else by what stands between."""
    end = group_end(sentence, cue)
    if _so_much(sentence, cue):
        return None
    for clause in sentence.children(cue.word, "ccomp", "xcomp", "advcl", "parataxis", "obj", "obl"):
        if clause.relation == "ccomp" and _of_an_infinitive(sentence, cue, clause):
            return None
        for mark in sentence.children(clause, "mark", "advmod", "obl", "obj", "nsubj"):
            text = plain(mark.text)
            if mark.id > cue.word.id and mark.id <= clause.id:
                if text in _QUE and mark.upos == "SCONJ" and (clause.relation == "ccomp"):
                    meanwhile = mark.id > end + 1 and sentence.word(mark.id - 1).lemma in _MEANWHILE
                    return None if meanwhile or _of_a_thing(sentence, end, mark) else mark
                if (
                    text in _QUESTION
                    and Frame.SI in cue.frames
                    and clause.relation == "ccomp"
                    and mark.upos != "ADP"
                    and sentence.word(max(mark.id - 1, 1)).text.lower() != "comme"
                ):
                    return mark
    restricted = _restricts(sentence, cue)
    told = name_of_audience(sentence, end) | _some_time_ago(sentence, end)
    for word in sentence.words[end:]:
        if word.id in told:
            continue
        text = plain(word.text)
        if text in _QUE and restricted:
            restricted = False  # « n'a répondu qu'aux questions », « n'a dit que lundi qu'il partait »
            continue
        if text in _QUE:
            before = sentence.word(word.id - 1)
            if before.text.lower() in {"quoi", "qui", "où"} and _whatever(sentence, word):
                return None  # « sans lui notifier quoi que ce soit »
            if before.text.lower() == "ce" and sentence.word(max(before.id - 1, 1)).upos != "ADP":
                return None  # « a appris tôt ce qu'il s'était passé »
            if before.upos == "CCONJ" and word.id > end + 2:
                return None  # « a dit l'avoir entendu supplier et qu'on lui avait répondu »: the outer verb's
            following = sentence.words[word.id] if word.id < len(sentence.words) else None
            if following is not None and following.feat("VerbForm") == "Inf":
                return None  # « mieux vaut prévenir que guérir »
            if before.text == "," and _thing_in_front(sentence, end, word):
                return None  # « maintenir sa politique, que le ministre juge prudente »
            marked = not told and any(w.text in {"»", "”"} for w in sentence.words[end : word.id - 1])
            if (
                (word.upos == "PRON" or marked or _in_relative_clause(sentence, word))
                and before.lemma != "fait"
                and _has_antecedent(sentence, cue, end, word)
            ):
                return None
            if (sentence.word(max(before.id - 1, 1)).text.lower(), before.text.lower()) in _CONJUNCTIONS:
                return None  # « a annoncé le vote en même temps que la date »
            if before.lemma in _COMPARED:
                return None
            if before.upos == "ADJ" and sentence.word(before.id - 1).text.lower() in COMPARING:
                return None  # « juge le texte plus utile que la loi »
            if before.lemma in _MEANWHILE or before.lemma in {"bien", "pour", "ainsi"}:
                own = before.id - 1 == cue.word.id or cue.span.contains(before.span)
                return word if before.lemma in {"pour", "bien"} and own else None
            return word
        if text in {"si", "s'"} and word.upos == "SCONJ" and _asks_when(sentence, cue, end, word):
            return word
        if word.upos in {"VERB", "AUX"} and not (_gerund(sentence, word) or _of_a_noun(sentence, word)):
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


def _of_a_thing(sentence: Sentence, end: int, mark: Word) -> bool:
    """« témoigne de l'importance que cet enjeu prend »: the relative of a thing, with « de » right behind the verb."""
    between = sentence.words[end : mark.id - 1]
    if len(between) != 3 or between[0].text.lower() not in {"de", "du", "d'", "d’"}:
        return False
    noun = between[-1]
    told = noun.lemma in _DATES or noun.lemma == "fait" or is_audience(noun) or may_be_person(sentence, noun)
    return (
        noun.upos == "NOUN" and between[1].upos == "DET" and not told and reporting_noun(noun.lemma) is None
    )


def _so_much(sentence: Sentence, cue: Cue) -> bool:
    """« a crié tellement fort qu'on l'a entendue », « a tant répété que … »; not « a dit en tant que maire que … »."""
    near = [
        w for w in sentence.words[max(cue.word.id - 2, 0) : cue.word.id + 3] if w.text.lower() in _SO_MUCH
    ]
    return any(sentence.word(max(w.id - 1, 1)).text.lower() != "en" for w in near)


def _of_an_infinitive(sentence: Sentence, cue: Cue, clause: Word) -> bool:
    """« a dit ne pas savoir si le juge viendrait »: the clause is the infinitive's, wherever the tree hangs it."""
    return any(w.feat("VerbForm") == "Inf" for w in sentence.children(cue.word, "xcomp") if w.id < clause.id)


def _whatever(sentence: Sentence, mark: Word) -> bool:
    """« quoi que ce soit », « qui que ce soit »."""
    following = [w.text.lower() for w in sentence.words[mark.id : mark.id + 2]]
    return following in (["ce", "soit"], ["ce", "fût"])


def name_of_audience(sentence: Sentence, end: int) -> frozenset[int]:
    """« a déclaré au journal « Kommersant » que … »: the marked name of a paper, a capital first, and its marks.

    « a déclaré dans une interview au magazine « Relief » être en faveur de … » as well.
    """
    marks = [w for w in sentence.words[end : end + 12] if w.text in {"«", "»", "“", "”", '"'}]
    if len(marks) < 2 or marks[1].id - marks[0].id > 6 or marks[0].text in {"»", "”"}:
        return frozenset()
    before = sentence.words[end : marks[0].id - 1]
    inside = sentence.words[marks[0].id : marks[1].id - 1]
    first = before[0].text.lower() if before else ""
    to = first in {"à", "au", "aux"} or (first in {"dans", "sur"} and any(is_audience(w) for w in before))
    plain = all(
        w.upos in {"ADP", "DET", "NOUN", "ADJ", "PROPN"}
        or (w.relation == "acl" and w.feat("VerbForm") == "Part")
        for w in before
    )
    named = (
        bool(inside) and inside[0].text[:1].isupper() and not any(w.feat("VerbForm") == "Fin" for w in inside)
    )
    following = sentence.word(marks[1].id + 1) if marks[1].id < len(sentence.words) else None
    behind = following is not None and (
        following.text.lower()[:2] == "qu" or following.feat("VerbForm") == "Inf"
    )
    whole = {w.id for w in sentence.words if marks[0].id <= w.id <= marks[1].id}
    return frozenset(whole) if to and plain and named and behind else frozenset()


def _some_time_ago(sentence: Sentence, end: int) -> frozenset[int]:
    """« disait il y a un mois que … », « a dit, il y a peu d'années, que … »: the words that tell when."""
    near = sentence.words[end : end + 9]
    texts = [w.text.lower() for w in near]
    at = next((i for i in range(len(texts) - 2) if texts[i : i + 3] == ["il", "y", "a"]), None)
    if at is None or at > 1:
        return frozenset()
    time = next((i for i in range(at + 3, len(near)) if fold(near[i].lemma) in word_class("times")), None)
    return frozenset(w.id for w in near[at : time + 1]) if time is not None else frozenset()


def _restricts(sentence: Sentence, cue: Cue) -> bool:
    """« Le maire n'a parlé que de la piscine »: « ne » without another negation, « que » means « only »."""
    group = [w for w in sentence.words if cue.span.start <= w.start and w.id <= cue.word.id]
    return any(plain(w.text) in {"ne", "n'"} for w in group) and not any(
        w.text.lower() in _NEGATIONS for w in [*group, *sentence.words[cue.word.id : cue.word.id + 2]]
    )


def _asks_when(sentence: Sentence, cue: Cue, end: int, mark: Word) -> bool:
    """« m'a demandé l'autre jour si … »: nothing but the time and those asked between the verb and « si »."""
    between = [w for w in sentence.words if end < w.id < mark.id]
    nouns = [w for w in between if w.upos in {"NOUN", "PROPN"}]
    return (
        Frame.SI in cue.frames
        and cue.word.lemma == "demander"
        and all(w.upos in {"DET", "ADJ", "ADV", "NOUN", "PROPN", "ADP"} for w in between)
        and all(w.lemma.lower() in _DATES or may_be_person(sentence, w) or is_audience(w) for w in nouns)
    )


def _in_relative_clause(sentence: Sentence, word: Word) -> bool:
    head = sentence.head(word)
    return head is not None and head.deprel == "acl:relcl"


def _gerund(sentence: Sentence, word: Word) -> bool:
    """« a affirmé, en s'appuyant sur une étude, que … »"""
    return word.text.endswith("ant") and any(
        w.text.lower() == "en" for w in sentence.words[max(word.id - 3, 0) : word.id - 1]
    )


def _of_a_noun(sentence: Sentence, word: Word) -> bool:
    """« a souligné dans une interview télévisée que … », « dans un entretien publié lundi que … »: a participle."""
    head = sentence.head(word)
    told = head is not None and head.upos == "NOUN" and head.id < word.id and is_audience(head)
    return told and word.feat("VerbForm") == "Part" and word.relation in {"acl", "amod"}


def _quoted_complementiser(sentence: Sentence, mark: Word) -> bool:
    following = sentence.words[mark.id] if mark.id < len(sentence.words) else None
    return following is not None and plain(following.text) in _QUE


def _has_antecedent(sentence: Sentence, cue: Cue, end: int, relative: Word) -> bool:
    """« indique le rôle qu'ils ont »: the noun is an object and « que » its relative.

    « a confié à une collègue qu'elle … », « a fait savoir en mars qu'il … »: behind a prepositional phrase, a date or
    an inverted subject « que » is the verb's own, whatever the tagger says.
    """
    if cue.form == "past_participle" or sentence.word(end).text.lower() == "pour":
        return True
    between = [w for w in sentence.words if end < w.id < relative.id]
    if between and between[-1].text == "," and not any(w.text == "," for w in between[:-1]):
        return True
    nouns = [w for w in between if w.upos in {"NOUN", "PROPN", "PRON", "NUM"}]
    if cue.inverted or not nouns:
        return False
    if not any(w.upos == "ADP" and w.id < nouns[0].id for w in between):
        return nouns[0].lemma not in _DATES and not may_be_person(sentence, nouns[0])
    if between[0].text.lower() in {"à", "au", "aux"} and _is_told(sentence, nouns[0]):
        return False
    opening = [plain(w.text) for w in between[:2]]
    there = opening[0] == "au" or (opening[0] == "à" and opening[-1] in {"la", "le", "l'"})
    if there and fold(nouns[-1].lemma) in word_class("settings"):
        return False  # « a dit à l'audience qu'il dormait »
    last = nouns[-1]
    if fold(last.lemma) in word_class("times"):
        return False  # « a répété pendant deux heures que … »
    return last.lemma.lower() not in _DATES and not may_be_person(sentence, last) and not is_audience(last)


def _is_told(sentence: Sentence, noun: Word) -> bool:
    """« a dit aux services d'urgence que … »: who can speak is told."""
    return noun.upos in {"NOUN", "PROPN"} and (can_speak(sentence, noun) or noun.lemma.lower() in _STAFF)


_STAFF = {
    "service",
    "secours",
    "autorité",
    "équipe",
    "standard",
    "opérateur",
    "proche",
    "voisin",
    "entourage",
}


def _thing_in_front(sentence: Sentence, end: int, relative: Word) -> bool:
    """Tell whether a thing, with its determiner, is all that stands between a verb and a comma and « que »."""
    between = [w for w in sentence.words if end < w.id < relative.id]
    if len(between) < 3 or between[0].upos != "DET" or any(w.text == "," for w in between[:-1]):
        return False
    noun = next((w for w in between if w.upos in {"NOUN", "PROPN"}), None)
    return noun is not None and noun.lemma not in _DATES and not may_be_person(sentence, noun)


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
