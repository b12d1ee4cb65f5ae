"""What differing words are about: a negation, a modality, a number or quantity, a name, a date, or mere wording."""

from __future__ import annotations

import re
from typing import Literal

from quotetrack.claims.function_words import FUNCTION_WORDS, MODAL_VERBS, MODAL_WORDS, NEGATIONS, word_set
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
    if negations(one, before) != negations(other, after):
        found.add("negation")
    if _modals(mine) != _modals(theirs):
        found.add("modality")
    dates = _dates(one, before), _dates(other, after)
    if dates[0] != dates[1]:
        found.add("date")
    if _numbers(one, before) - dates[0] != _numbers(other, after) - dates[1]:
        found.add("number")
    if _names(one, before) != _names(other, after):
        found.add("name")
    rest: Touched = "form" if _keys(mine) == _keys(theirs) else "wording"
    return in_order(found) or (rest,)


def in_order(kinds: set[Touched]) -> tuple[Touched, ...]:
    """Return kinds of words once each, gravest first."""
    return tuple(kind for kind in TOUCHED if kind in kinds)


STRONG_NEGATIONS = NEGATIONS - {"ne", "n", "personne", "point"}
# How far after « ne » the word that completes it may stand.
REACH = 6


def negations(version: Version, places: Places) -> list[str]:
    """List what negates; « ne » only where no « pas » completes it (« il n'y en a plus »), elided or not."""
    found = []
    for place in range(*places):
        word = version.words[place]
        if word in STRONG_NEGATIONS or (
            word in {"ne", "n"}
            and not STRONG_NEGATIONS.intersection(version.words[place + 1 : place + REACH])
        ):
            found.append("ne" if word == "n" else word)
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
    moitie tiers quart double triple zero moins tous toutes certains certaines plusieurs quelques plupart
    """)


def _numbers(version: Version, places: Places) -> set[str]:
    """Return numbers and quantities; « plus » is one where no « ne » makes it a negation: « plus de 300 »."""
    return {
        word
        for place in range(*places)
        if (word := version.words[place])[0].isdigit()
        or word in _QUANTITIES
        or (word == "plus" and {"ne", "n"}.isdisjoint(version.words[max(0, place - REACH) : place]))
    }


def _dates(version: Version, places: Places) -> set[str]:
    """Return the words of a date: months, days, years, and the number before a month."""
    found = set()
    for place in range(*places):
        word = version.words[place]
        following = version.words[place + 1] if place + 1 < len(version.words) else ""
        if word in _DATE_WORDS or (word.isdigit() and following in _MONTHS) or _is_year(version, place):
            found.add(word)
    return found


# What stands before a year: « en 2030 », « d'ici à 2030 », « l'été 2030 ».
_BEFORE_YEARS = _MONTHS | word_set("""
    en de d a avant apres depuis des fin debut annee annees l automne hiver printemps ete rentree entre et vers horizon
    """)


def _is_year(version: Version, place: int) -> bool:
    """Tell a year, « en 2030 », from a number of things, « avec 2 000 lits », « de 2 000 euros »."""
    word = version.words[place]
    if len(word) != 4 or not word.isdigit() or word[:2] not in {"19", "20"}:
        return False
    before = version.words[place - 1] if place else "en"
    following = version.words[place + 1] if place + 1 < len(version.words) else ""
    counts = following[-1:] in {"s", "x"} and following not in FUNCTION_WORDS
    return before in _BEFORE_YEARS and not counts


def _names(version: Version, places: Places) -> set[str]:
    """Return the names, without what a plural or a feminine adds: « Français » and « Françaises » are one."""
    return {version.words[place].rstrip("esx") for place in range(*places) if version.marked(place, CAPITAL)}


def _keys(words: tuple[str, ...]) -> list[str]:
    return [key for key in map(informative_key, words) if key]
