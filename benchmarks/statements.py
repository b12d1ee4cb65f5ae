"""Invented French statements, how each can be printed, and how it can be changed: what `benchmarks/archive.py` prints.

A statement is a sentence of the press in slots (subject, verb, object, number, date, place, purpose, a second clause).
It knows nothing of how quotes are compared: words are inflected as French inflects them, numbers are spelled or written
in digits, a reported sentence changes its person and its tense, and a changed one changes where people change it: a
negation, a modal verb, a number, a name, a date, a noun, a tense, an adjective more or less.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from benchmarks.vocabulary import SPELLED, VOWELS

Subject = Literal["nous", "je", "singular", "plural"]
Tense = Literal["present", "future", "past", "devoir", "pouvoir", "vouloir"]
Edit = Literal["negation", "modality", "number", "name", "date", "noun", "adjective", "tense"]
Mood = Literal["said", "reported", "rumoured"]


@dataclass(frozen=True)
class Thing:
    """A noun with its article, and an adjective: « la centrale nucléaire »."""

    noun: str
    feminine: bool
    adjective: str = ""

    @property
    def agreeing(self) -> str:
        """The adjective in the noun's gender: « rurale », « agricole », « partielle »."""
        ending = "le" if self.adjective.endswith("el") else "ne" if self.adjective.endswith("en") else "e"
        return self.adjective + ending * (self.feminine and self.adjective[-1:] not in ("", "e"))

    def __str__(self) -> str:
        article = "l’" if self.noun[0] in VOWELS else ("le ", "la ")[self.feminine]
        return f"{article}{self.noun} {self.agreeing}".rstrip()


@dataclass(frozen=True)
class Statement:
    """What somebody said, in slots; an empty one is not printed."""

    subject: Subject
    actor: Thing
    verb: str
    tense: Tense
    negation: str
    object: Thing
    number: int
    counted: str
    date: str
    place: str
    purpose: Thing | None
    second: str
    date_first: bool

    def slots(self, mood: Mood, digits: bool) -> dict[str, str]:
        """Return the words of each slot, in order.

        Args:
            mood: as its speaker said it, as reported speech (third person, past), or as a rumour (conditional).
            digits: write numbers in digits even where they can be spelled.
        """
        person = self._person(mood)
        words = {
            "subject": {"nous": "nous", "je": "je", "il": "il", "ils": "ils"}.get(person)
            or (str(self.actor) if self.subject == "singular" else plural(self.actor)),
            "verb": self._verb_group(person, mood),
            "object": str(self.object),
            "number": f"avec {spelled(self.number, digits)} {self.counted}" if self.number else "",
            "place": f"à {self.place}" if self.place else "",
            "date": "" if self.date_first else self.date,
            "purpose": f"pour {self.purpose}" if self.purpose else "",
            "second": self.second,
        }
        if self.date_first and self.date:
            words = {"date": f"{self.date},", **{name: w for name, w in words.items() if name != "date"}}
        return {name: said for name, said in words.items() if said}

    def _person(self, mood: Mood) -> str:
        if mood == "said" or self.subject in {"singular", "plural"}:
            return self.subject
        return {"nous": "ils", "je": "il"}[self.subject]

    def _verb_group(self, person: str, mood: Mood) -> str:
        form = _TENSES[mood].get(self.tense, self.tense)
        first, rest = conjugated(self.verb, form, _PERSONS[person])
        if not self.negation:
            return f"{first} {rest}".strip()
        particle = "n’" if first[0] in VOWELS else "ne "
        return f"{particle}{first} {self.negation} {rest}".strip()


# « Nous fermerons » is reported as « ils fermeraient », rumoured of others as « fermeraient » or « auraient fermé ».
_TENSES: dict[Mood, dict[str, str]] = {
    "said": {},
    "reported": {"future": "conditional", "present": "imperfect"},
    "rumoured": {
        "present": "conditional",
        "future": "devoir conditional",
        "past": "past conditional",
        "devoir": "devoir conditional",
        "pouvoir": "pouvoir conditional",
        "vouloir": "vouloir conditional",
    },
}
_PERSONS = {"je": 0, "singular": 1, "il": 1, "nous": 2, "plural": 3, "ils": 3}
_ENDINGS = {
    "present": ("e", "e", "ons", "ent"),
    "imperfect": ("ais", "ait", "ions", "aient"),
    "future": ("ai", "a", "ons", "ont"),
    "conditional": ("ais", "ait", "ions", "aient"),
}
_HAVE = {"past": ("ai", "a", "avons", "ont"), "past conditional": ("aurais", "aurait", "aurions", "auraient")}
_MODALS = {
    "devoir": ("dois", "doit", "devons", "doivent"),
    "pouvoir": ("peux", "peut", "pouvons", "peuvent"),
    "vouloir": ("veux", "veut", "voulons", "veulent"),
    "devoir conditional": ("devrais", "devrait", "devrions", "devraient"),
    "pouvoir conditional": ("pourrais", "pourrait", "pourrions", "pourraient"),
    "vouloir conditional": ("voudrais", "voudrait", "voudrions", "voudraient"),
}
# infinitive: stems of the present singular, of its plural, of the future; participle. Verbs in -er make their own.
IRREGULAR = {
    "construire": ("construi", "construis", "construir", "construit"),
    "réduire": ("rédui", "réduis", "réduir", "réduit"),
    "ouvrir": ("ouvr", "ouvr", "ouvrir", "ouvert"),
    "soutenir": ("soutien", "souten", "soutiendr", "soutenu"),
    "vendre": ("vend", "vend", "vendr", "vendu"),
    "suspendre": ("suspend", "suspend", "suspendr", "suspendu"),
    "remettre": ("remet", "remett", "remettr", "remis"),
    "bâtir": ("bâti", "bâtiss", "bâtir", "bâti"),
    "garantir": ("garanti", "garantiss", "garantir", "garanti"),
}


def conjugated(verb: str, tense: str, person: int) -> tuple[str, str]:
    """Return the conjugated word, before which « ne » stands and after which « pas », and what follows both."""
    if tense in _MODALS:
        return _MODALS[tense][person], verb
    singular, many, future, participle = IRREGULAR.get(verb, (verb[:-2], verb[:-2], verb, verb[:-2] + "é"))
    if tense in _HAVE:
        return _HAVE[tense][person], participle
    ending = _ENDINGS[tense][person]
    if tense in {"future", "conditional"}:
        return future + ending, ""
    if tense == "present" and person < 2 and verb in IRREGULAR and verb != "ouvrir":
        return singular + ("s" if person == 0 else "t" if singular[-1] in "ien" else ""), ""
    stem = many if person >= 2 or tense == "imperfect" else singular
    if ending[0] in "oa":
        stem = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    return stem + ending, ""


def plural(thing: Thing) -> str:
    """Return « les écoles rurales », « les hôpitaux locaux »."""
    return " ".join(["les", *(_many(word) for word in (thing.noun, thing.agreeing) if word)])


def _many(word: str) -> str:
    if word.endswith("al"):
        return word[:-2] + "aux"
    return word + ("" if word[-1] in "sx" else "x" if word.endswith("eau") else "s")


def spelled(number: int, digits: bool) -> str:
    """Return a number as it is written: « douze », « 12 », « 1 200 »."""
    if not digits and number in SPELLED:
        return SPELLED[number]
    return f"{number:,}".replace(",", "\u202f")
