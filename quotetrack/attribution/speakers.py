"""Can this word be the source of words? Names, roles, institutions and documents can; things cannot."""

from __future__ import annotations

from functools import cache

import regex

from quotetrack.lexicon.institutions import country_of, institution, is_nationality, medium
from quotetrack.lexicon.people import CAPITAL_PARTICLES, is_first_name, is_title
from quotetrack.lexicon.roles import LONGEST, NounForm, noun_alone, noun_form
from quotetrack.lexicon.tables import plain, rows
from quotetrack.syntax import Sentence, Word

_PERSONAL = {"il", "elle", "ils", "elles", "lui", "eux", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "certains",
             "certaines", "beaucoup", "plusieurs", "l'un", "l'une", "un", "une", "autre", "autres",
             "d'autres"}  # fmt: skip

MEDIA = {
    "entretien", "interview", "communiqué", "tribune", "compte", "réseau", "tweet", "message", "vidéo", "lettre",
    "conférence", "discours", "antenne", "micro", "plateau", "émission", "matinale", "blog", "site", "rapport", "note",
    "allocution", "courrier", "déclaration", "chaîne", "radio", "télévision", "twitter", "facebook", "x", "instagram",
    "telegram", "linkedin", "tiktok", "tf1", "bfmtv", "cnews", "rtl", "lci", "courriel", "podcast",
    "point", "meeting", "intervention", "colonne", "page", "quotidien", "hebdomadaire", "magazine",
}  # fmt: skip
POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs"})
PLATFORMS = {"twitter", "facebook", "x", "instagram", "telegram", "linkedin", "tiktok", "youtube", "bluesky"}
PUBLIC = {
    "presse", "journaliste", "média", "reporter", "député", "sénateur", "parlementaire", "public", "micro", "envoyé",
    "correspondant", "caméra", "foule", "militant", "assemblée", "enquêteur", "policier", "tribunal", "juge", "cour",
    "afp", "reuters", "ap",
}  # fmt: skip


def can_speak(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word heads a mention that can be a source (« Macron », « le maire », « le rapport »)."""
    if word.upos == "PROPN" or is_title(word.text):
        return True
    if word.upos == "PRON":
        return plain(word.text).lstrip("-").removeprefix("t-") in _PERSONAL
    if word.text.lower() in {"un", "une"} and word.upos == "NOUN":
        return True  # « L'une des sources »
    known = speaking_noun(sentence, word) is not None or institution(word.text) is not None
    return known or _is_inhabitant(sentence, word) or _stands_like_a_name(sentence, word)


def _stands_like_a_name(sentence: Sentence, word: Word) -> bool:
    """« Economiesuisse a qualifié le texte de « … » »: a subject with a capital and without an article is a name."""
    bare = word.upos == "NOUN" and word.relation == "nsubj" and word.text[:1].isupper()
    return bare and not sentence.children(word, "det", "nummod", "amod", "conj", "case")


def _is_inhabitant(sentence: Sentence, word: Word) -> bool:
    """« Une Britannique », « le jeune Havrais »: a noun with a capital and an article that ends as such names do."""
    if word.upos != "NOUN" or not word.text[:1].isupper() or word.id == 1:
        return False
    return (is_nationality(word.text) or _INHABITANT.search(word.text) is not None) and bool(
        sentence.children(word, "det")
    )


_INHABITANT = regex.compile(r"\p{Ll}{2}(?:ais|aise|ois|oise|ain|aine|ien|ienne)s?$")


def speaking_noun(sentence: Sentence, word: Word) -> NounForm | None:
    """Return the entry of a noun that names a source (role, organisation, document, group), or None."""
    forms = [w.text for w in sentence.words[word.id - 1 : word.id - 1 + LONGEST]]
    return noun_form(forms, 0) or noun_alone(word.lemma)


def is_paper(sentence: Sentence, word: Word) -> bool:
    """Tell whether a noun names something written that speaks: a report, a letter, a study."""
    noun = speaking_noun(sentence, word) if word.upos == "NOUN" else None
    return noun is not None and noun.entry.kind == "document"


def begins_in(sentence: Sentence, word: Word) -> bool:
    """« De Zerbi s'est dit … », « a dit De Zerbi », « EnQuête informe … »: a preposition that begins a name."""
    following = sentence.words[word.id] if word.id < len(sentence.words) else None
    if following is None or word.upos != "ADP" or not following.text[:1].isupper():
        return False
    if word.end == following.start and word.text.isalpha():
        return True
    if word.text not in CAPITAL_PARTICLES:
        return False
    if word.id > 1:
        return sentence.word(word.id - 1).upos != "PUNCT"
    behind = next((w for w in sentence.words[1:] if w.upos != "PROPN"), None)
    acts = behind is not None and (behind.upos in {"VERB", "AUX"} or plain(behind.text) in _BEFORE_VERBS)
    return acts and country_of(following.text) is None and not is_first_name(following.text)


_BEFORE_VERBS = {"se", "s'", "ne", "n'"}


def is_person(sentence: Sentence, word: Word, text: str) -> bool:
    """Tell whether a word heads a mention of a person: a role, a civility, a first name, a last name met in full.

    « Pour Meyrannes, c'est la troisième victoire »: nothing says that Meyrannes is a person.
    """
    if word.upos == "PROPN" or word.text[:1].isupper():
        if is_title(word.text) or is_first_name(word.text):
            return True
        if country_of(word.text) or institution(word.text):
            return False
        before = regex.findall(rf"(\p{{Lu}}[\p{{L}}.-]*)\s+{regex.escape(word.text)}\b", text)
        named = any(is_first_name(name) or is_title(name) for name in before)
        if named or word.upos == "PROPN":
            return named  # but « le Procureur général » is one by his role
    if word.upos == "PRON":
        return can_speak(sentence, word)
    noun = speaking_noun(sentence, word)
    return noun is not None and noun.entry.kind in {"person", "group", "anonymous"}


def is_place(word: Word) -> bool:
    """Tell whether a word names a place where something is said (« à Londres »)."""
    return word.upos == "PROPN" and country_of(word.text) is not None and medium(word.text) is None


def may_be_person(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word heads a speaker, by the lexicon or by the ending of a noun of agent (« le bloqueur »)."""
    endings = (
        "eur",
        "euse",
        "rice",
        "iste",
        "ien",
        "ienne",
        "ier",
        "ière",
        "ant",
        "ante",
        "logue",
        "crate",
        "aire",
    )
    if can_speak(sentence, word):
        return True
    lemma = word.lemma.lower()
    return (
        word.upos == "NOUN"
        and lemma.endswith(endings)
        and word.feat("Gender") is not None
        and not word.stand_in
    )


def is_criterion(lemma: str) -> bool:
    """Tell whether a noun behind « selon » names a criterion (« selon les régions, … ») instead of a source."""
    return lemma.lower() in _criteria()


@cache
def _criteria() -> frozenset[str]:
    return frozenset(noun for (noun,) in rows("criteria.tsv", 1))


def is_audience(word: Word) -> bool:
    """Tell whether a word names those to whom, or where, something is said: the press, an agency, a statement."""
    lemma = word.lemma.lower()
    return lemma in PUBLIC or lemma in MEDIA or medium(word.text) is not None


def begins_a_name(word: Word) -> bool:
    """Tell whether a civility or a first name begins here: « M. », « Julien »."""
    return is_title(word.text) or (word.upos == "PROPN" and is_first_name(word.text))
