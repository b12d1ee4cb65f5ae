"""When something is said: days, months and years, which nobody takes for who says it."""

from __future__ import annotations

from quotetrack.lexicon.tables import fold, word_class
from quotetrack.syntax import Sentence, Word

_TIMES = {
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "aujourd'hui", "janvier",
    "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    "veille", "avant-veille", "lendemain", "surlendemain",
}  # fmt: skip
_PARTS_OF_DAY = {"matin", "midi", "soir", "après-midi", "nuit", "dernier", "jour", "semaine"}


def tells_when(sentence: Sentence, word: Word) -> bool:
    """« a dû se dire mardi soir l'entraîneur »: a day, a part of it or a month is nobody."""
    lemma = word.lemma.lower()
    if lemma in _TIMES:
        return True
    following = sentence.words[word.id] if word.id < len(sentence.words) else None
    if word.text.isdigit() and following is not None and following.lemma.lower() in _TIMES:
        return True  # « a réagi ce lundi 5 septembre le maire »
    before = sentence.word(word.id - 1).lemma.lower() if word.id > 1 else ""
    if before == "ce" and lemma == "dernier":
        return False  # « assure cette dernière »
    return lemma in _PARTS_OF_DAY and (before in _TIMES or before == "ce")


def measures_time(sentence: Sentence, word: Word) -> bool:
    """« Soit quatre ans de travail, précise celui qui … »: years say nothing, whatever the parser says."""
    counted = word.upos == "NOUN" and sentence.child(word, "nummod") is not None
    return counted and fold(word.lemma) in word_class("times")


def sets_time(sentence: Sentence, word: Word) -> bool:
    """« a réagi avant même la fin des débats le député »: no subject, whatever the parser says."""
    return any(c.text.lower() in {"avant", "après", "dès", "depuis"} for c in sentence.children(word, "case"))
