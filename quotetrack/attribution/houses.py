"""Names behind the house that somebody speaks to: « estime auprès d'Actu.fr Karim Dahmani, qui rappelle … »."""

from __future__ import annotations

from quotetrack.attribution.speakers import begins_a_name, may_be_person
from quotetrack.syntax import Sentence, Word


def told_to_a_house(sentence: Sentence, word: Word, verb: Word) -> bool:
    """« estime auprès d'Actu.fr Karim Dahmani »: behind a proper noun that is no first name a person's name begins.

    « a dit au maire de Lyon Karim Dahmani » names whom he told it to.
    """
    before = sentence.word(word.id - 1)
    if before.upos != "PROPN" or begins_a_name(before) or before.id <= verb.id:
        return False
    between = sentence.words[verb.id : before.id]
    return not any(w.upos == "NOUN" and may_be_person(sentence, w) for w in between)


def name_behind_a_house(sentence: Sentence, word: Word) -> Word | None:
    """« estime auprès d'Actu.fr Karim Dahmani, qui rappelle … »: he, whom the parser joins to the name in front."""
    if word.upos != "PROPN" or begins_a_name(word) or sentence.child(word, "case") is None:
        return None
    joined = (w for w in sentence.children(word, "flat") if begins_a_name(w))
    return next(joined, None)
