"""French words for invented statements: some two hundred of the press, and as many coined ones as wanted.

Words are drawn by Zipf's law, so that an index meets rare words and common ones in the proportions of real text; coined
ones are made of what French words are made of, so that many begin alike.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from typing import Generic, TypeVar

Value = TypeVar("Value")
Noun = tuple[str, bool]
"""A noun, and whether it is feminine."""

FIRST = (
    "Claire",
    "Karim",
    "Hélène",
    "Lucien",
    "Awa",
    "Benoît",
    "Inès",
    "Marc",
    "Solène",
    "Thomas",
    "Nadia",
    "Yves",
)
"""First names of the people in invented archives and articles."""


class Zipf(Generic[Value]):
    """Draws values, the nth with a probability in proportion to 1/n."""

    def __init__(self, chance: random.Random, values: list[Value]) -> None:
        self._chance, self._values = chance, values
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(len(values))))

    def draw(self) -> Value:
        """Return one value."""
        return self._chance.choices(self._values, cum_weights=self._weights)[0]


SPELLED = {
    2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit", 9: "neuf", 10: "dix", 12:
    "douze", 15: "quinze", 16: "seize", 20: "vingt", 22: "vingt-deux", 30: "trente", 40: "quarante", 50:
    "cinquante", 60: "soixante", 71: "soixante-et-onze", 80: "quatre-vingts", 90: "quatre-vingt-dix", 97:
    "quatre-vingt-dix-sept", 100: "cent", 200: "deux cents", 1000: "mille", 2000: "deux mille",
}  # fmt: skip
VOWELS = "aeiouyâàéèêëîïôûhAEIOUÉÈÊ"
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
VERBS = """
financer fermer supprimer augmenter refuser accepter examiner relancer préparer contester voter
embaucher licencier rénover déplacer contrôler sanctionner protéger négocier annoncer reporter annuler déposer
rembourser livrer acheter installer tester évacuer interroger arrêter accuser menacer dénoncer organiser inaugurer
"""
ADJECTIVES = """
national social public local rural nucléaire agricole scolaire judiciaire militaire financier européen régional
commun municipal hospitalier sanitaire climatique fiscal électoral moderne
historique immédiat exceptionnel provisoire définitif complet partiel urgent indépendant
"""
NOUNS = """
f:loi m:gouvernement f:commune m:pays m:budget f:école m:hôpital f:centrale m:projet f:réforme m:syndicat f:entreprise
m:plan f:ligne f:région m:ministère m:texte f:mesure m:accord f:usine m:salaire f:retraite m:impôt f:dette m:marché
f:sécurité f:justice f:police m:procès f:enquête m:parquet f:santé m:vaccin f:crise m:stock f:énergie m:prix f:baisse
f:hausse m:emploi m:poste m:service m:contrat f:grève f:négociation m:candidat f:élection m:parti f:majorité
f:opposition m:parlement f:commission m:rapport m:chantier m:logement m:loyer f:aide f:subvention m:fonds f:frontière
f:guerre f:paix m:soldat f:arme m:char m:otage f:victime m:village f:ville m:quartier f:digue m:incendie f:forêt
m:climat f:eau m:train f:gare f:route m:aéroport m:port m:navire m:pétrole m:gaz f:taxe f:famille m:enfant m:élève
m:enseignant f:classe f:université
m:étudiant f:recherche m:médecin m:soignant f:infirmière m:lit m:patient m:agriculteur
f:récolte f:ferme m:éleveur f:banque m:taux f:croissance f:inflation m:pouvoir m:dialogue f:confiance f:responsabilité
"""


def nouns(words: str) -> list[Noun]:
    """« f:loi m:texte » → (« loi », True), (« texte », False)."""
    return [(word[2:], word[0] == "f") for word in words.split()]


# What French words are made of: many begin alike (« construction », « contrat », « convention »).
_BEGINNINGS = """
con com re dé in inter pré pro trans ex sur en ad ac ap sub par per contre sous anti
"""
_MIDDLES = """
cent form port struct nomin vent fect ger vis tract lect pos mut serv flam gest duct clar tens solv fer mand vers
rupt cept gress put plor stitut cul sign fin vert tin jug bord lim cor tir men prim lev
"""
_ENDS = "f:ation m:ement m:age f:ité m:eur f:ure m:isme f:ence f:ance m:oir f:ie m:if m:ier f:ade m:ot m:ant"


def coined_nouns(chance: random.Random) -> Iterator[Noun]:
    """Yield nouns that French might have: « interlimation », « préfectage »."""
    beginnings, ends = stems(chance), nouns(_ENDS)
    while True:
        end, feminine = chance.choice(ends)
        yield next(beginnings) + end, feminine


def stems(chance: random.Random) -> Iterator[str]:
    """Yield different beginnings of words: « interlim », « préfect », « gest »."""
    seen: set[str] = set()
    while True:
        middle = "".join(chance.choices(_MIDDLES.split(), k=chance.choice((1, 1, 2))))
        stem = chance.choice(("", *_BEGINNINGS.split())) + middle
        if stem not in seen:
            seen.add(stem)
            yield stem


def invented_name(chance: random.Random) -> str:
    """Return the name of a place: « Morvicha », « Kertaus »."""
    syllables = "".join(chance.choices(_SYLLABLES.split(), k=chance.choice((2, 2, 3))))
    return (syllables + chance.choice(("", "s", "t", "lle", "rd", "c", "y"))).capitalize()


_SYLLABLES = "ba ver lan mor qui ste rol gue ker tau vi cha dri lou pré sau mont bel fon cas tel ar ou nan"
