"""To whom and where: « a déclaré à la presse », « a affirmé au Monde », « dans un entretien », « sur Twitter »."""

from __future__ import annotations

from quotetrack.attribution.cues import Cue
from quotetrack.attribution.phrases import noun_phrase
from quotetrack.attribution.speakers import can_speak, is_place
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word

_TO = {"à", "au", "aux", "devant", "auprès", "avec"}
_WHERE = {"dans", "sur", "lors", "par", "via", "au", "à", "pendant", "durant", "de"}
_MEDIA = {
    "entretien", "interview", "communiqué", "tribune", "compte", "réseau", "tweet", "message", "vidéo", "lettre",
    "conférence", "discours", "antenne", "micro", "plateau", "émission", "matinale", "blog", "site", "rapport", "note",
    "allocution", "courrier", "déclaration", "chaîne", "radio", "télévision", "twitter", "facebook", "x", "instagram",
    "telegram", "linkedin", "tiktok", "tf1", "bfmtv", "cnews", "rtl", "lci", "courriel", "podcast",
    "point", "meeting", "intervention", "colonne", "page", "quotidien", "hebdomadaire", "magazine",
}  # fmt: skip
_PUBLIC = {
    "presse", "journaliste", "média", "reporter", "député", "sénateur", "parlementaire", "public", "micro", "envoyé",
    "correspondant", "caméra", "foule", "militant", "assemblée", "enquêteur", "policier", "tribunal", "juge", "cour",
    "afp", "reuters", "ap",
}  # fmt: skip


def addressee_of(sentence: Sentence, cue: Cue, text: str, named: Word | None = None) -> Span | None:
    """Return the mention of those to whom something is said, or None.

    « a déclaré à la presse », « a dit Poutine à Macron », « exhorte Belgrade et Pristina à … »; places and times
    (« à Londres », « à l'issue de ») are none.
    """
    if named is not None and can_speak(sentence, named):
        return noun_phrase(sentence, named, text)
    for word in sentence.children(cue.word, "obl", "iobj"):
        case = sentence.child(word, "case")
        if (
            case is None
            or case.text.lower() not in _TO
            or word.upos not in {"NOUN", "PROPN"}
            or word.stand_in
        ):
            continue
        if word.lemma.lower() in _MEDIA or is_place(word):
            continue
        if word.lemma.lower() in _PUBLIC or (can_speak(sentence, word) and word.deprel != "obl:mod"):
            return noun_phrase(sentence, word, text)
    return None


def medium_of(sentence: Sentence, cue: Cue, text: str) -> Span | None:
    """Return where it was said: « dans un entretien au Monde », « sur son compte Twitter », or None."""
    for word in sentence.children(cue.word, "obl"):
        case = sentence.child(word, "case")
        if case is None or case.text.lower() not in _WHERE or word.stand_in:
            continue
        if word.lemma.lower() in _MEDIA or word.text.lower() in _MEDIA:
            return noun_phrase(sentence, word, text)
    return None
