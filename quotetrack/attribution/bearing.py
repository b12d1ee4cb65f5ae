"""How somebody spoke, between the verb and its subject: « a assuré, la voix nouée, le père »."""

from __future__ import annotations

from quotetrack.attribution.speakers import begins_a_name
from quotetrack.lexicon.tables import word_class
from quotetrack.syntax import Sentence, Word


def tells_bearing(sentence: Sentence, word: Word) -> bool:
    """« a assuré, la voix nouée, le père », « a répondu, visiblement agacé, le président »: how, not who."""
    bare = not sentence.child(word, "det") and word.text.islower()
    return word.lemma.lower() in word_class("bearing") or (word.upos in {"ADJ", "VERB"} and bare)


def aside_on_bearing(sentence: Sentence, comma: Word) -> int | None:
    """Return the last word of an aside between a verb and its subject: how it was said, by whom it is passed on.

    « a assuré, la voix nouée, le père »; « a affirmé, cité par l'AFP Marc Lenoir », where the second comma is lost.
    """
    rest = sentence.words[comma.id : comma.id + 14]
    own = [w for w in rest if w.upos not in {"ADV", "DET"}]
    if not own or not tells_bearing(sentence, own[0]) or own[0].id - comma.id > 3:
        return None
    closing = next((w.id for w in rest if w.text == ","), None)
    name = next((w for w in rest if begins_a_name(w)), None)
    if own[0].lemma == "citer" and name is not None and (closing is None or name.id < closing):
        return name.id - 1
    return closing
