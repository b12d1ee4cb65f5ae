"""The subject behind what opens its sentence: « Loin des clichés, Jean Roux … », « Épuisés, les maires … »."""

from __future__ import annotations

from quotetrack.attribution.speakers import begins_a_name, can_speak
from quotetrack.syntax import Sentence, Word


def past_setting(sentence: Sentence, word: Word) -> Word:
    """« Loin des clichés, Jean Roux, avocat, tempère … »: the setting that the parser takes for the subject.

    « Épuisés, les éleveurs protestent »: so is a participle that opens the sentence.
    """
    if sentence.words[0].text.lower() in _OPENS_A_SETTING:
        opens = min(w.id for w in sentence.subtree(word) if w.id <= word.id) == 2
    else:
        state = word.id == 1 and word.text.endswith(("é", "ée", "és", "ées")) and not begins_a_name(word)
        opens = state and len(sentence.words) > 1 and sentence.word(2).text == ","
    if not opens:
        return word
    behind = (
        w
        for w in sentence.subtree(word)
        if w.id > word.id and w.relation in {"appos", "conj"} and _behind_comma(sentence, w)
    )
    return next((w for w in behind if can_speak(sentence, w)), word)


def behind_participle(sentence: Sentence, verb: Word) -> Word | None:
    """« Inquiétée par la crue, la préfète, Anne Roux, dénonce … »: the subject that the parser hangs on the opening."""
    opening = next(
        (w for w in sentence.children(verb, "advcl") if w.id <= 2 and w.feat("VerbForm") == "Part"), None
    )
    if opening is None:
        return None
    if opening.text.endswith("ant"):
        return _named_before(sentence, verb)
    behind = (
        w
        for w in sentence.subtree(opening)
        if opening.id < w.id < verb.id and w.relation in {"appos", "conj"} and _behind_comma(sentence, w)
    )
    return next((w for w in behind if w.upos in {"NOUN", "PROPN"} and can_speak(sentence, w)), None)


def _named_before(sentence: Sentence, verb: Word) -> Word | None:
    """« S'adressant au président, Luc Rey, Anne Roux, conclut … »: the full name right before the verb."""
    at = verb.id - 1
    while at > 1 and sentence.word(at).upos in {"AUX", "PRON"}:
        at -= 1
    if at > 1 and sentence.word(at).text == ",":
        at -= 1
    first = at
    while first > 1 and sentence.word(first - 1).upos == "PROPN":
        first -= 1
    word = sentence.word(first)
    whole = first < at and sentence.word(at).upos == "PROPN" and begins_a_name(word)
    return word if whole and _behind_comma(sentence, word) else None


def _behind_comma(sentence: Sentence, word: Word) -> bool:
    first = word.id
    while first > 1 and sentence.word(first - 1).upos in {"DET", "ADJ", "NUM"}:
        first -= 1
    return first > 1 and sentence.word(first - 1).text == ","


_OPENS_A_SETTING = {
    "loin",
    "près",
    "hors",
    "lors",
    "autour",
    "faute",
    "outre",
    "malgré",
    "face",
    "grâce",
    "à",
    "dans",
}
"""Words that open a phrase of place or circumstance at a sentence's beginning."""
