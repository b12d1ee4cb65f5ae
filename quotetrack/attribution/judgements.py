"""What somebody judges an act to be: « juge « inacceptable » que l'Etat refuse », « estime utile de consulter »."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.attribution.boundaries import clause_end
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.finding import Finding, stretch
from quotetrack.attribution.groups import group_end
from quotetrack.attribution.times import tells_when
from quotetrack.lexicon import Frame
from quotetrack.syntax import Sentence, Word

_MARKS = {"«", "»", "“", "”", '"'}
COMPARING = {"plus", "moins", "aussi", "autant"}
_FARTHEST = 9
"""Words between the verb and « de » at the most."""


def judgement_in_front(sentence: Sentence, cue: Cue, link: int) -> int | None:
    """Return the first word of an adjective between a verb of judgement and the « que » or « de » at ``link``.

    « a jugé mardi « très probable » que la digue cède » → très; « juge le texte plus utile que … » → None
    """
    if not _is_judging(cue):
        return None
    end, at = group_end(sentence, cue), link - 1
    while at > end and sentence.word(at).text in _MARKS:
        at -= 1
    if at <= end or not _judges(sentence, sentence.word(at)):
        return None
    while (
        at - 1 > end and sentence.word(at - 1).upos == "ADV" and sentence.word(at - 1).text.lower() != "pas"
    ):
        at -= 1
        if sentence.word(at).text.lower() in COMPARING:
            return None
    return at


def _is_judging(cue: Cue) -> bool:
    """« juge », « estime »; « se dit certain que … » is a predicate."""
    return cue.category in {"judging", "thinking"} and Frame.ATTR not in cue.frames


def _judges(sentence: Sentence, word: Word) -> bool:
    """« probable », « exclu »; not « lundi dernier », nor an adjective of a noun in front (« le texte utile »)."""
    if word.upos != "ADJ" and not (word.upos == "VERB" and word.feat("VerbForm") == "Part"):
        return False
    if word.text.endswith("ant") and word.upos == "VERB":
        return False
    head = sentence.head(word)
    of_a_noun = word.relation in {"amod", "acl"} and head is not None and head.id < word.id
    if of_a_noun and head is not None and tells_when(sentence, head):
        of_a_noun = word.lemma in {"dernier", "prochain", "passé"}  # « a jugé vendredi probable que »
    return not (of_a_noun or tells_when(sentence, word))


def judged_that(sentence: Sentence, cue: Cue) -> Word | None:
    """« trouve « normal » que les élus soient consultés »: the « que », where marks keep it from the verb."""
    if not _is_judging(cue):
        return None
    end = group_end(sentence, cue)
    link = next(
        (w for w in sentence.words[end : end + _FARTHEST] if w.text.lower() in {"que", "qu'", "qu’"}), None
    )
    first = judgement_in_front(sentence, cue, link.id) if link is not None else None
    if first is None:
        return None
    between = sentence.words[end : first - 1]
    when = all(w.text in _MARKS or w.upos == "DET" or tells_when(sentence, w) for w in between)
    return link if when else None


def judged_act(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """« La ministre estime « nécessaire » de revoir le calendrier » → nécessaire » de revoir le calendrier."""
    if cue.category != "judging" or Frame.QUE not in cue.frames or cue.form == "past_participle":
        return None
    sentence = article.sentences[cue.sentence]
    end = group_end(sentence, cue)
    for link in sentence.words[end : end + _FARTHEST]:
        if link.text.lower() not in {"de", "d'", "d’"} or link.deprel not in {"mark", "case"}:
            continue
        first = judgement_in_front(sentence, cue, link.id)
        if first is None:
            return None
        verb = next((w for w in sentence.words[link.id : link.id + 5] if w.feat("VerbForm") == "Inf"), None)
        if verb is not None and verb.relation in {"aux", "cop"}:
            verb = sentence.head(verb)  # « d'avoir signé »
        if verb is None or any(c.word.id == verb.id for c in others):
            return None  # « a jugé utile de préciser que … »: that he says
        if any(w.upos in {"DET", "NOUN"} for w in sentence.words[link.id : verb.id - 1]):
            return None
        last = clause_end(sentence, cue, verb, first, others)
        return Finding("infinitive", stretch(article, sentence, first, max(last.id, verb.id)))
    return None
