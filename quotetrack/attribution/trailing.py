"""What a sentence adds behind reported words: another's reply, what was withheld, where it was said."""

from __future__ import annotations

from quotetrack.attribution.speakers import can_speak, is_audience
from quotetrack.lexicon.tables import plain, word_class
from quotetrack.syntax import Sentence, Word

_HELD_BACK = {
    "vouloir", "pouvoir", "donner", "fournir", "apporter", "plus", "de", "un", "autre", "davantage", "toutefois",
    "cependant", "pour", "autant", "encore", "en", "le", "les", "aucun", "entrer", "dans",
}  # fmt: skip


def before_what_is_added(sentence: Sentence, start: int, last: int) -> int:
    """Return the id of the last word that is reported, of those between ``start`` and ``last``."""
    for before in (_before_what_is_withheld, _before_reply, _before_objection, _before_the_occasion):
        last = before(sentence, start, last)
    return last


def _before_what_is_withheld(sentence: Sentence, start: int, last: int) -> int:
    """« a annoncé que l'aide serait prolongée, sans préciser jusqu'à quand »: what is not told is the reporter's."""
    for word in sentence.words[start:last]:
        if word.text.lower() != "sans" or sentence.word(word.id - 1).text != ",":
            continue
        near = [w.lemma.lower() for w in sentence.words[word.id : word.id + 5]]
        told = next((i for i, lemma in enumerate(near) if lemma in word_class("telling more")), None)
        asked = {
            "si",
            "où",
            "quand",
            "comment",
            "pourquoi",
            "quel",
            "lequel",
            "combien",
            "qui",
            "quoi",
            "à",
            "de",
        }
        says = "dire" in near and bool(asked & set(near[near.index("dire") + 1 :]))
        if says or (told is not None and set(near[:told]) <= _HELD_BACK):
            return word.id - 1
    return last


def _before_the_occasion(sentence: Sentence, start: int, last: int) -> int:
    """« a admis que la salle était petite, lors de sa participation à une émission »: where he said so.

    Not « que l'accusé a, dans une lettre, menacé X », where the clause goes on.
    """
    for comma in sentence.words[start : last - 2]:
        first = sentence.word(comma.id + 1) if comma.text == "," else None
        if first is None or first.text.lower() not in {"lors", "dans", "devant", "sur"}:
            continue
        noun = next((w for w in sentence.words[first.id : first.id + 5] if w.upos == "NOUN"), None)
        told = noun is not None and (
            noun.lemma.lower() in _OCCASIONS or (first.text.lower() == "devant" and is_audience(noun))
        )
        if told and not any(_goes_on(w) for w in sentence.words[comma.id : last]):
            return comma.id - 1
    return last


def _goes_on(word: Word) -> bool:
    conjunct = word.upos == "VERB" and word.relation == "conj"
    return conjunct or word.feat("VerbForm") == "Fin" or word.upos == "SCONJ" or word.stand_in


_OCCASIONS = {
    "entretien", "interview", "conférence", "participation", "allocution", "intervention", "audition", "communiqué",
    "émission", "discours", "tribune", "conversation", "échange",
}  # fmt: skip


def _before_reply(sentence: Sentence, start: int, last: int) -> int:
    """« assure que l'eau est pure, ce que conteste l'opposition », « … – ce que Kigali réfute »: another's reply."""
    for word in sentence.words[start:last]:
        if word.text not in {",", "–", "—", "-"} or word.id + 2 > len(sentence.words):
            continue
        opening = [plain(w.text) for w in sentence.words[word.id : word.id + 2]]
        if opening[0] != "ce" or opening[1] not in {"que", "qu'", "dont"}:
            continue
        if any(plain(w.text).startswith(_REPLIES) for w in sentence.words[word.id + 2 : word.id + 10]):
            return word.id - 1
    return last


_REPLIES = tuple(word_class("begins what others say of it"))


def _before_objection(sentence: Sentence, start: int, last: int) -> int:
    """« assure que le pont tiendra, le préfet conteste. »: whoever objects, and says no more, is another speaker.

    By the words alone: the tagger takes such a verb for an adjective.
    """
    words = [w for w in sentence.words if w.upos != "PUNCT" or w.text == ","]
    while words and words[-1].text == ",":
        words.pop()
    if not words or words[-1].id > last or words[-1].text.lower() not in _OBJECTS:
        return last
    comma = next((w for w in reversed(words[-6:-1]) if w.text == ","), None)
    if comma is None or comma.id <= start + 1:
        return last
    phrase = [w for w in words if comma.id < w.id < words[-1].id]
    named = any(can_speak(sentence, w) for w in phrase)
    verbs = any(w.upos in {"VERB", "AUX", "ADP", "SCONJ", "CCONJ"} for w in phrase[:1])
    return comma.id - 1 if phrase and named and not verbs else last


_OBJECTS = {
    "conteste", "contestent", "dément", "démentent", "nuance", "nuancent", "nie", "nient", "réfute", "réfutent",
    "proteste", "protestent",
}  # fmt: skip
