"""What in a document's own words identifies a source beyond that document, and what does not.

    person_key("Mme Marine Le Pen")           → "marine le pen"
    person_key("Le Pen")                      → None: a last name alone is nobody in particular
    person_key("Premier ministre serbe")      → None: an office is not a person
    power_key("Rassemblement national")       → "rassemblement national"
    power_key("gouvernement")                 → None: whose?

Wrong merges are worse than none: what is in doubt identifies nothing.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

from quotetrack.memory import NAMES


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Said before a name, and no part of it.
TITLES = _words_of("""
    m mm mr mme mmes mlle mlles mrs ms dr drs pr me mgr monsieur messieurs madame mesdames
    mademoiselle docteur docteure professeur professeure maitre monseigneur sir lord lady dame don
""")

# Offices and ranks: before a name they are no part of it (after a first name they may be: Bruno Le Maire).
OFFICES = _words_of("""
    premier premiere ministre president presidente vice chef cheffe secretaire general generale
    maire adjoint adjointe depute deputee senateur senatrice prefet prefete procureur procureure
    avocat avocate juge directeur directrice commissaire ambassadeur ambassadrice gouverneur
    gouverneure chancelier chanceliere roi reine prince princesse pape patriarche cardinal eveque
    archeveque rabbin imam ayatollah cheikh emir sultan colonel colonelle commandant commandante
    capitaine lieutenant sergent amiral marechal haut haute representant representante porte parole
    conseiller conseillere garde patron patronne candidat candidate leader dirigeant dirigeante
    responsable membre ministere numero ancien ancienne ex pere mere soeur frere
""")
NOT_NAMES = TITLES | OFFICES

PARTICLES = _words_of("""
    de d du des la le les l van von der den ter ten zu ben bin ibn al el ould abu abou di da das dos
    della del mac mc san saint sainte et
""")
ARTICLES = _words_of("""
    le la les l un une des
""")

PRONOUNS = _words_of("""
    il elle ils elles lui leur eux on je tu nous vous moi soi qui ce cet cette ces celui celle ceux celles ci
    dernier derniere derniers dernieres meme
""")

# Powers that every country, town or trial has one of.
GENERIC_POWERS = _words_of("""
    gouvernement police gendarmerie parquet armee opposition mairie prefecture ministere justice
    presidence diplomatie defense accusation etat major direction syndicat parti majorite parlement
    senat assemblee cour tribunal conseil commission conseils entreprise groupe societe association
    organisation ong federation union ligue rebellion junte regime coalition delegation autorite
    autorites region departement commune ville chancellerie douane pompiers hopital universite
    redaction agence enquete ambassade executif famille
""")


@lru_cache(maxsize=NAMES)
def fold(text: str) -> str:
    """Return ``text`` without case, accents, punctuation: « Jean-Luc Mélenchon » → « jean luc melenchon »."""
    return " ".join(_words(text))


def lookup_key(name: str) -> str:
    """Return what a name is looked up by: folded, without the titles and articles that it starts with.

    « Mme Le Pen » and « le pen » are both « pen »; « le Kremlin » is « kremlin ».
    """
    words = fold(name).split()
    rest = _without_leading(_without_leading(words, TITLES), ARTICLES)
    return " ".join(rest or words)


def person_key(name: str) -> str | None:
    """Return the key of a person's full name, or None if the words are not a first and a last name.

    Titles and offices before it are dropped (« la ministre Agnès Buzyn »). Initials, a last name with its
    particle (« Le Pen », « van der Leyen »), and anything with a common noun in it identify nobody.
    """
    printed = _name_words(name)
    parts = [fold(word) for word in printed]
    while parts and (
        parts[0] in NOT_NAMES or (parts[0] in ARTICLES and parts[1:2] and parts[1] in NOT_NAMES)
    ):
        printed, parts = printed[1:], parts[1:]
    if (
        len(parts) < 2
        or parts[0] in PARTICLES
        or len(parts[0].replace(" ", "")) < 2
        or printed[0].endswith(".")
    ):
        return None
    if any(word[0].islower() and part not in PARTICLES for word, part in zip(printed, parts, strict=True)):
        return None
    if sum(part not in PARTICLES and len(part) > 1 for part in parts) < 2:
        return None
    return " ".join(parts)


def surname(name: str) -> str | None:
    """Return the folded last name of a full name: « Ursula von der Leyen » → « von der leyen »."""
    key = person_key(name)
    if key is None:
        return None
    first = fold(next(w for w in _name_words(name) if key.startswith(fold(w))))
    return key[len(first) :].strip() or None


def power_key(name: str) -> str | None:
    """Return the key of a named organisation or place, or None for one that needs its document to be known.

    « le Kremlin » → « kremlin »; « gouvernement », « la police » → None.
    """
    words = _without_leading(fold(name).split(), ARTICLES)
    if not words or not any(word[0].isupper() or word[0].isdigit() for word in _name_words(name)):
        return None
    if all(word in GENERIC_POWERS or word in PARTICLES for word in words):
        return None
    return " ".join(words)


def acronym_key(alias: str, name: str) -> str | None:
    """Return the key of an acronym that stands for ``name``, or None if ``alias`` is not one.

    In capitals (« RNI », « P.S. ») it is one as it stands; otherwise (« Otan ») its letters must be initials
    of the name.
    """
    letters = alias.replace(".", "").strip()
    if not regex.fullmatch(r"\p{L}[\p{L}\d&-]{1,9}", letters) or len(_name_words(name)) < 2:
        return None
    key = fold(letters)
    if letters.isupper():
        return key
    initials = "".join(word[0] for word in fold(name).split() if word not in PARTICLES)
    return key if letters[0].isupper() and key == initials else None


@lru_cache(maxsize=NAMES)
def is_proper(words: str) -> bool:
    """Tell whether the words are a name, as « Le Pen », rather than a description, as « le responsable »."""
    return all(
        not word[0].islower() or part in PARTICLES or part in TITLES
        for word in _name_words(words)
        for part in (fold(word),)
    ) and any(word[0].isupper() for word in _name_words(words))


def names_nobody(words: str) -> bool:
    """Tell whether the words are a pronoun or « ce dernier »: nothing to look a source up by."""
    parts = fold(words).split()
    return all(part in PRONOUNS for part in parts)


def _words(text: str) -> list[str]:
    plain = text.casefold()
    if "." in plain:
        plain = _DOTTED.sub(r"\1", plain)  # A.F.P. is AFP
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LIGATURES))
        plain = _UNPRINTED.sub("", plain)
    words: list[str] = _FOLDED_WORD.findall(plain)
    return words


def _name_words(name: str) -> list[str]:
    """Return the words as printed; a hyphen joins (« Jean-Luc »), an apostrophe parts (« d'Estaing »)."""
    words: list[str] = _PRINTED_WORD.findall(name if name.isascii() else _INVISIBLE.sub("", name))
    return words


_DOTTED = regex.compile(r"\b(\p{L})\.(?=\p{L}\b)")
_LIGATURES = {ord("œ"): "oe", ord("æ"): "ae"}
_INVISIBLE = regex.compile(r"\p{Cf}")
_UNPRINTED = regex.compile(r"[\p{M}\p{Cf}]")
_FOLDED_WORD = regex.compile(r"[\p{L}\p{N}&]+")
_PRINTED_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*\.?")


def _without_leading(words: list[str], unwanted: frozenset[str]) -> list[str]:
    while words and words[0] in unwanted:
        words = words[1:]
    return words
