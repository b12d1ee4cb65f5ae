"""Names behind the house that somebody speaks to: « estime auprès d'Actu.fr Karim Dahmani, qui rappelle … »."""

from __future__ import annotations

from quotetrack.attribution.speakers import begins_a_name, may_be_person
from quotetrack.lexicon.institutions import medium
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
    joined = (
        w for w in sentence.children(word, "flat") if begins_a_name(w) or name_behind_an_acronym(sentence, w)
    )
    return next(joined, None)


def name_behind_an_acronym(sentence: Sentence, word: Word) -> bool:
    """« a dit à l'AFP Jorane Barrat »: two words with a capital, right behind a house written in capitals only."""
    if word.id < 2 or word.id >= len(sentence.words) or not word.text.istitle():
        return False
    before, following = sentence.word(word.id - 1).text, sentence.word(word.id + 1)
    named = following.upos == "PROPN" and following.text[:1].isupper()
    return named and before.isupper() and medium(before) is not None


_OPENING = frozenset({"«", "“", '"'})
_LONGEST_TITLE = 6


def paper_in_marks(sentence: Sentence, mark: Word) -> Word | None:
    """« titre « Le Courrier » en une »: the paper whose name stands behind an opening mark, and closes with it."""
    if mark.text not in _OPENING:
        return None
    title, end = "", mark.end
    for word in sentence.words[mark.id : mark.id + _LONGEST_TITLE]:
        if word.text in {"»", "”", '"'}:
            return sentence.word(word.id - 1) if title and medium(title) is not None else None
        title += (" " if title and word.start > end else "") + word.text
        end = word.end
    return None


def paper_before(sentence: Sentence, relative: Word) -> Word | None:
    """« à la une du « Progrès » qui titre … »: the paper in marks in front of « qui », at most a comma between."""
    before = sentence.word(relative.id - 1) if relative.id > 4 else relative
    before = sentence.word(before.id - 1) if before.text == "," else before
    if before.text not in {"»", "”", '"'}:
        return None
    inside = reversed(sentence.words[max(before.id - 2 - _LONGEST_TITLE, 0) : before.id - 1])
    opening = next((w for w in inside if w.text in _OPENING), None)
    return paper_in_marks(sentence, opening) if opening is not None else None
