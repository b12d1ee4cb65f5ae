"""What differing words are about: a negation, a modality, a number, a name, a date, or mere wording."""

from __future__ import annotations

import re
from typing import Literal

from quotetrack.claims.function_words import MODAL_VERBS, MODAL_WORDS, NEGATIONS, word_set
from quotetrack.claims.versions import CAPITAL, Version, informative_key

Touched = Literal["negation", "modality", "number", "name", "date", "wording", "form"]

# In the order in which they deserve attention.
TOUCHED: tuple[Touched, ...] = ("negation", "modality", "number", "name", "date", "wording", "form")
GRAVE = frozenset(TOUCHED[:5])
Places = tuple[int, int]


def touched(one: Version, other: Version, before: Places, after: Places) -> tuple[Touched, ...]:
    """Tell what differing words are about, gravest first.

    Args:
        one, other: the versions.
        before, after: the places of the words in each, from and to (end exclusive).
    """
    mine, theirs = one.words[slice(*before)], other.words[slice(*after)]
    found: set[Touched] = set()
    if _negations(one, before) != _negations(other, after):
        found.add("negation")
    if _modals(mine) != _modals(theirs):
        found.add("modality")
    dates = _dates(one, before), _dates(other, after)
    if dates[0] != dates[1]:
        found.add("date")
    if _numbers(mine) - dates[0] != _numbers(theirs) - dates[1]:
        found.add("number")
    if _keys(mine) == _keys(theirs):
        return in_order(found) or ("form",)
    if _names(one, before) != _names(other, after):
        found.add("name")
    return in_order(found) or ("wording",)


def in_order(kinds: set[Touched]) -> tuple[Touched, ...]:
    """Return kinds of words once each, gravest first."""
    return tuple(kind for kind in TOUCHED if kind in kinds)


STRONG_NEGATIONS = NEGATIONS - {"ne", "n", "personne", "point"}
# How far after « ne » the word that completes it may stand.
REACH = 6


def _negations(version: Version, places: Places) -> list[str]:
    """List what negates; « ne » only where no « pas » completes it (« il n'y en a plus »)."""
    found = []
    for place in range(*places):
        word = version.words[place]
        if word in STRONG_NEGATIONS or (
            word in {"ne", "n"}
            and not STRONG_NEGATIONS.intersection(version.words[place + 1 : place + REACH])
        ):
            found.append(word)
    return found


def _modals(words: tuple[str, ...]) -> list[str]:
    """List the modal verbs by stem, the modal words, and the conditional forms as such."""
    found = []
    for word in words:
        if word in MODAL_VERBS:
            found.append(("pouv" if word[0] == "p" else word[0]) + "?" * is_conditional(word))
        elif word in MODAL_WORDS:
            found.append(word[:5])
        elif is_conditional(word):
            found.append("conditional")
    return found


_CONDITIONAL = re.compile(
    r"(?:[ei]|^au|^sau|pour|^ver|dev|oud|aud|end|ond|erd|tt|uiv|uir)r(?:ais|ait|aient|ions|iez)$"
)
# Imperfects of verbs in -rer that end like a conditional once accents are gone: « espérait », « tirait ».
_IN_RER = word_set("""
    esperer operer liberer gerer considerer preferer differer suggerer adherer inserer transferer conferer
    referer moderer accelerer tolerer exagerer recuperer cooperer enumerer proliferer degenerer generer
    ingerer digerer desesperer reverer venerer reperer averer deliberer reiterer perseverer temperer
    regenerer alterer obtemperer vociferer admirer tirer attirer retirer respirer inspirer aspirer expirer
    conspirer virer desirer etirer soupirer
    """)


def is_conditional(word: str) -> bool:
    """Tell whether a folded word is a verb in the conditional: « serait », « pourraient »; not « tirait »."""
    match = _CONDITIONAL.search(word)
    if match is None:
        return False
    return re.sub(r"(?:ais|ait|aient|ions|iez)$", "er", word) not in _IN_RER


_MONTHS = word_set("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
_DATE_WORDS = _MONTHS | word_set("lundi mardi mercredi jeudi vendredi samedi dimanche hier demain")
_QUANTITIES = word_set("""
    % million millions milliard milliards dizaine dizaines douzaine centaine centaines millier milliers
    moitie tiers quart double triple zero
    """)


def _numbers(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word[0].isdigit() or word in _QUANTITIES}


def _dates(version: Version, places: Places) -> set[str]:
    """Return the words of a date: months, days, years, and the number before a month."""
    found = set()
    for place in range(*places):
        word = version.words[place]
        following = version.words[place + 1] if place + 1 < len(version.words) else ""
        year = len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"} and following != "euros"
        if word in _DATE_WORDS or year or (word.isdigit() and following in _MONTHS):
            found.add(word)
    return found


def _names(version: Version, places: Places) -> set[str]:
    return {version.words[place] for place in range(*places) if version.marked(place, CAPITAL)}


def _keys(words: tuple[str, ...]) -> list[str]:
    return [key for key in map(informative_key, words) if key]
