"""To whom and where: « a déclaré à la presse », « a affirmé au Monde », « dans un entretien », « sur Twitter »."""

from __future__ import annotations

from quotetrack.attribution.cues import Cue
from quotetrack.attribution.phrases import noun_phrase, served_by
from quotetrack.attribution.speakers import MEDIA, begins_a_name, can_speak, is_audience, is_place
from quotetrack.lexicon.institutions import medium
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word

_TO = {"à", "au", "aux", "devant", "auprès", "avec"}
_WHERE = {"dans", "sur", "lors", "par", "via", "au", "à", "pendant", "durant", "de"}


def addressee_of(sentence: Sentence, cue: Cue, text: str, named: Word | None = None) -> Span | None:
    """Return the mention of those to whom something is said, or None.

    « a déclaré à la presse », « a dit Poutine à Macron », « exhorte Belgrade et Pristina à … »; places and times
    (« à Londres », « à l'issue de ») are none.
    """
    if named is not None and can_speak(sentence, named):
        return noun_phrase(sentence, named, text)
    found = _told(sentence, cue)
    return _mention(sentence, found, text) if found is not None else None


def _mention(sentence: Sentence, word: Word, text: str) -> Span:
    """« explique à l'AFP Awa Roux »: the name of an agency without that of whoever speaks to it."""
    span = noun_phrase(sentence, word, text)
    if medium(word.text) is None:
        return span
    names = [w for w in sentence.words if word.end < w.start < span.end and begins_a_name(w)]
    return Span(span.start, word.end) if names else span


def _told(sentence: Sentence, cue: Cue) -> Word | None:
    subject = sentence.child(cue.word, "nsubj")
    beside = sentence.children(subject, "nmod") if subject is not None else []
    for word in [*sentence.children(cue.word, "obl", "iobj"), *(w for w in beside if is_audience(w))]:
        case = sentence.child(word, "case")
        if (
            case is None
            or case.text.lower() not in _TO
            or word.upos not in {"NOUN", "PROPN"}
            or word.stand_in
        ):
            continue
        if word.lemma.lower() in MEDIA or is_place(word) or _is_served(sentence, word, case):
            continue
        if is_audience(word) or (can_speak(sentence, word) and word.deprel != "obl:mod"):
            return word
    return None


def _is_served(sentence: Sentence, word: Word, case: Word) -> bool:
    """« se souvient l'adjointe au maire »: the mayor has an adjointe, nobody speaks to him."""
    before = sentence.word(case.id - 1) if case.id > 1 else None
    return before is not None and served_by(sentence, before) is word


def medium_of(sentence: Sentence, cue: Cue, text: str) -> Span | None:
    """Return where it was said: « dans un entretien au Monde », « sur son compte Twitter », or None."""
    for word in sentence.children(cue.word, "obl"):
        case = sentence.child(word, "case")
        if case is None or case.text.lower() not in _WHERE or word.stand_in:
            continue
        if word.lemma.lower() in MEDIA or word.text.lower() in MEDIA:
            return noun_phrase(sentence, word, text)
    return None
