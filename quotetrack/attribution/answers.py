"""Who answers: « On a demandé au préfet combien coûte le pont. Réponse : « Trop. » »: whoever was asked."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.attribution.antecedents import subject
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue, cues
from quotetrack.attribution.model import Reference, Report
from quotetrack.attribution.phrases import mention_of
from quotetrack.attribution.speakers import can_speak, may_be_person
from quotetrack.attribution.word_owners import owner_of_words
from quotetrack.lexicon.tables import word_class
from quotetrack.syntax import Sentence, Word

_ANSWERS = {"réponse", "réplique", "riposte"}
_ASKED = word_class("interrogating") | {"interpeller"}


def announces_answer(sentence: Sentence, intro: Sequence[Word]) -> bool:
    """« Réponse : », « Sa réponse : », « La réponse ne s'est pas fait attendre : »: an answer, nobody's yet."""
    said = next((w for w in intro if w.upos in {"NOUN", "PROPN"}), None)
    if said is None or said.lemma.lower() not in _ANSWERS or said.id > intro[0].id + 2:
        return False
    return owner_of_words(sentence, intro) is None and sentence.child(said, "nmod") is None


def answerer(article: Article, index: int) -> tuple[bool, Reference | None]:
    """Tell whether the sentence before one asks something, and who is asked, if it says so."""
    number = article.sentences[index].paragraph
    before = [i for n in (number - 1, number) for i in article.by_paragraph.get(n, ()) if i < index]
    if not before:
        return False, None
    sentence = article.sentences[before[-1]]
    asking = next(
        (
            c
            for c in cues(article, before[-1])
            if c.category in {"asking", "demanding"} or c.word.lemma in _ASKED
        ),
        None,
    )
    if asking is None:
        return sentence.words[-1].text == "?", None
    word = _who_is_asked(sentence, asking)
    if word is None:
        return True, None
    return True, mention_of(article, before[-1], word)


def who_was_asked(article: Article, report: Report) -> Reference | None:
    """« « Pourquoi ? », demande la juge au prévenu » → le prévenu; None where it does not say of whom.

    Nor where it only tells of it: « Le maire a demandé au préfet si la digue tiendrait. « J'en doute. » »
    """
    if report.sentence is None:
        return None
    sentence = article.sentences[report.sentence]
    asking = next((c for c in cues(article, report.sentence) if c.span == report.cue), None)
    told = asking is None or (report.rule == "question_clause" and sentence.auxiliaries(asking.word))
    word = None if told or asking is None else _who_is_asked(sentence, asking)
    return None if word is None else mention_of(article, report.sentence, word)


def _who_is_asked(sentence: Sentence, asking: Cue) -> Word | None:
    if asking.passive:
        word = subject(sentence, asking.word)
        return word if word is not None and can_speak(sentence, word) else None
    for word in sentence.children(asking.word, "obl", "iobj", "obj"):
        cases = {c.text.lower() for c in sentence.children(word, "case")}
        wanted = cases == {"à"} if asking.word.lemma not in _ASKED else not cases
        if wanted and word.upos in {"NOUN", "PROPN"} and may_be_person(sentence, word):
            return word
    return None


def made_to_speak(speaking: Sequence[Cue]) -> Cue | None:
    """« Le juge demande au prévenu d'expliquer son geste : « … » »: what follows is said by whoever is asked."""
    last = speaking[-1]
    if last.form != "infinitive" or last.word.lemma not in word_class("made to speak"):
        return None
    asking = next((c for c in speaking if c.word.id == last.word.head), None)
    return asking if asking is not None and asking.category in {"demanding", "urging"} else None


def who_answers(article: Article, sentence: Sentence, asking: Cue, index: int) -> Reference | None:
    """Return whom the sentence names as asked; who « lui » is, it does not say."""
    for word in sentence.children(asking.word, "obj", "iobj", "obl"):
        if word.id > asking.word.id and word.upos != "PRON" and can_speak(sentence, word):
            return mention_of(article, index, word)
    return None


def interrogated(article: Article, index: int) -> Reference | None:
    """« La juge interroge l'accusé. « J'ai eu peur. » »: whoever is asked answers."""
    sentence = article.sentences[index]
    root = sentence.root
    asked = sentence.child(root, "obj") if root.lemma in word_class("interrogating") else None
    if asked is None or asked.id < root.id or not can_speak(sentence, asked):
        return None
    return mention_of(article, index, asked)
