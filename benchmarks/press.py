"""French articles that resemble the press, generated from a seed: as many as wanted, each different.

    python -m benchmarks.press 1000 FOLDER          one .txt an article
    python -m benchmarks.press 1000 archive.jsonl   one line an article

They are made of invented people, places and facts. What matters to speed is as in the press: articles of some 500
words, a quarter of them between quotation marks, sentences of every length, a fifth of the paragraphs without a
quotation, words in the proportions of real text, and names that no lexicon knows.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from itertools import accumulate, islice
from pathlib import Path

from benchmarks.statements import Thing
from benchmarks.vocabulary import ADJECTIVES, FIRST, NOUNS, coined_nouns, nouns
from quotetrack.documents import parse_document
from quotetrack.model import Document

WORDS = 500
"""Words of an article, about."""


def articles(count: int, seed: int = 1, words: int = WORDS) -> Iterator[Document]:
    """Yield invented articles, one at a time; the same for the same seed."""
    for number in range(count):
        yield parse_document(f"article-{seed}-{number:06}", article(number, seed, words))


def article(number: int, seed: int = 1, words: int = WORDS) -> str:
    """Return the text of one article."""
    pen = _Pen(random.Random(f"{seed}:{number}"))
    day = pen.chance.randint(1, 28)
    header = f"date: 2024-{pen.chance.randint(1, 12):02}-{day:02}\nsource: {pen.chance.choice(OUTLETS)}\n"
    paragraphs = [pen.headline()]
    size = 0
    while size < words:
        paragraphs.append(pen.paragraph())
        size += len(paragraphs[-1].split())
    return f"{header}\n{chr(10).join(f'{p}{chr(10)}' for p in paragraphs)}"


class _Pen:
    """Writes one article: it keeps its people and its place."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.place = self._invented(2).capitalize()
        self.people = [
            (
                f"{chance.choice(FIRST)} {self._invented(chance.randint(2, 3)).capitalize()}",
                chance.choice(ROLES),
            )
            for _ in range(3)
        ]

    def headline(self) -> str:
        return f"{self.place} : {self.chance.choice(TOPICS)} en débat"

    def paragraph(self) -> str:
        kinds = (
            self.plain,
            self.direct,
            self.split,
            self.inside,
            self.indirect,
            self.according,
            self.mixed,
            self.long,
        )
        first = self.chance.choices(kinds, weights=(22, 14, 12, 10, 14, 8, 12, 8))[0]()
        rest = [self.fact() for _ in range(self.chance.choice((0, 1, 1, 2)))]
        return " ".join([first, *map(_upper, rest)])

    def plain(self) -> str:
        return " ".join(_upper(self.fact()) for _ in range(self.chance.randint(1, 3)))

    def direct(self) -> str:
        return f"« {_upper(self.clause())} », {self.said()} {self.who()}{self.when()}."

    def split(self) -> str:
        return f"« {_upper(self.clause())}, {self.said()} {self.who()}. {_upper(self.clause())}. »"

    def inside(self) -> str:
        return f"« {_upper(self.clause())} », {self.said()} {self.who()}. « {_upper(self.clause())}. »"

    def indirect(self) -> str:
        return f"{_upper(self.who())} {self.said()} que {self.clause()}{self.when()}."

    def according(self) -> str:
        return f"{self.chance.choice(('Selon', 'D’après', 'Pour'))} {self.who()}, {self.clause()}."

    def mixed(self) -> str:
        return f"{_upper(self.who())} {self.said()} que {self.clause()}, « {self.chance.choice(FRAGMENTS)} »."

    def long(self) -> str:
        said = " ".join(f"{_upper(self.clause())}." for _ in range(self.chance.randint(3, 6)))
        return f"{_upper(self.who())} {self.chance.choice(('précise', 'explique', 'résume'))} : « {said} »"

    def fact(self) -> str:
        return f"{self.chance.choice(OPENINGS)}{self.clause()}{self.chance.choice(ENDS)}."

    def clause(self) -> str:
        subject, plural = self.chance.choice(SUBJECTS) if self.chance.random() < 0.4 else (self.thing(), 0)
        verb = self.chance.choice(VERBS)[plural]
        parts = [subject, verb, self.chance.choice(OBJECTS) if self.chance.random() < 0.1 else self.thing()]
        if self.chance.random() < 0.5:
            parts.append(
                self.chance.choice(CIRCUMSTANCES).format(
                    place=self.place,
                    number=self.chance.randint(2, 900),
                    other=self.chance.randint(2, 90),
                    thing=self.thing(),
                )
            )
        if self.chance.random() < 0.2:
            relative, many = self.chance.choice(SUBJECTS) if self.chance.random() < 0.5 else (self.thing(), 0)
            parts.append(f"que {relative} {self.chance.choice(VERBS)[many]} depuis longtemps")
        return " ".join(parts)

    def thing(self) -> str:
        noun, feminine = self.chance.choices(_NOUNS, cum_weights=_WEIGHTS)[0]
        adjective = self.chance.choice(_ADJECTIVES) if self.chance.random() < 0.7 else ""
        of = f" de {self._invented(2).capitalize()}" if self.chance.random() < 0.2 else ""
        return f"{Thing(noun, feminine, adjective)}{of}"

    def who(self) -> str:
        name, role = self.chance.choice(self.people)
        return self.chance.choice(
            (name, name, f"{name}, {role} de {self.place},", f"le {role}", "un proche du dossier")
        )

    def said(self) -> str:
        return self.chance.choice(SAID)

    def when(self) -> str:
        return self.chance.choice(
            ("", "", " mardi soir", " à la presse", " dans un communiqué", " sur France Info")
        )

    def _invented(self, syllables: int) -> str:
        return "".join(self.chance.choice(SYLLABLES) for _ in range(syllables)) + self.chance.choice(FINALS)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


_NOUNS = [*nouns(NOUNS), *islice(coined_nouns(random.Random("press")), 9000)]
_WEIGHTS = list(accumulate(1 / (rank + 8) for rank in range(len(_NOUNS))))  # Zipf's law
_ADJECTIVES = ADJECTIVES.split()

OUTLETS = ("Le Phare de l’Ouest", "La Gazette du Val", "Le Quotidien des Monts", "L’Écho du Littoral")
ROLES = (
    "maire",
    "porte-parole",
    "directeur",
    "président",
    "procureur",
    "ministre",
    "syndicaliste",
    "député",
    "préfet",
)
TOPICS = (
    "le budget",
    "la ligne de train",
    "l’avenir de l’hôpital",
    "la fermeture du lycée",
    "le prix de l’eau",
)
SYLLABLES = (
    "ba",
    "ver",
    "lan",
    "mor",
    "qui",
    "ste",
    "rol",
    "gue",
    "ker",
    "tau",
    "vi",
    "cha",
    "dri",
    "lou",
    "pré",
    "sau",
)
FINALS = ("", "t", "x", "lle", "nne", "rd", "c", "y", "ges", "in")
SAID = (
    *(
        "a déclaré",
        "a expliqué",
        "affirme",
        "assure",
        "a estimé",
        "a reconnu",
        "a indiqué",
        "souligne",
        "a annoncé",
    ),
    *(
        "rappelle",
        "a confié",
        "a regretté",
        "martèle",
        "a promis",
        "a ajouté",
        "dénonce",
        "a répondu",
        "soutient",
    ),
)
OPENINGS = (
    "",
    "",
    "",
    "Depuis trois ans, ",
    "Pourtant, ",
    "Au printemps, ",
    "Dans le même temps, ",
    "À l’inverse, ",
)
OPENINGS = (
    *OPENINGS,
    "Malgré les promesses, ",
    "En attendant, ",
    "Sur place, ",
    "D’ici à la fin de l’année, ",
)
ENDS = (
    "",
    "",
    "",
    ", à la surprise générale",
    ", contre l’avis des riverains",
    ", une première",
    ", faute de moyens",
)
SUBJECTS = (
    ("la commune", 0), ("le conseil municipal", 0), ("l’entreprise", 0), ("le gouvernement", 0), ("les syndicats", 1),
    ("les habitants", 1), ("la direction", 0), ("les enseignants", 1), ("l’opposition", 0), ("le tribunal", 0),
    ("les agriculteurs", 1), ("la région", 0), ("le comité d’usagers", 0), ("les élus de la majorité", 1),
    ("plusieurs familles", 1), ("l’agence de l’eau", 0),
    ("le projet", 0), ("les associations", 1),
)  # fmt: skip
VERBS = (
    ("examine", "examinent"), ("a rejeté", "ont rejeté"), ("devra financer", "devront financer"),
    ("refuse", "refusent"), ("a lancé", "ont lancé"), ("prépare", "préparent"), ("attend", "attendent"),
    ("veut relancer", "veulent relancer"), ("ne peut plus ignorer", "ne peuvent plus ignorer"),
    ("vient d’obtenir", "viennent d’obtenir"), ("soutiendra", "soutiendront"), ("conteste", "contestent"),
)  # fmt: skip
OBJECTS = (
    "un plan de rénovation des écoles", "la baisse des subventions", "une enquête indépendante",
    "la construction d’une nouvelle digue", "les conclusions du rapport remis en juin", "la hausse des tarifs",
    "un accord sur les salaires", "la réouverture du service de nuit", "des mesures d’urgence",
    "le calendrier fixé par l’État", "une aide de deux millions d’euros", "l’achat de terrains agricoles",
    "la suppression de trente postes", "un référendum local", "le principe d’une gratuité des transports",
)  # fmt: skip
CIRCUMSTANCES = (
    "à {place}", "pour {number} foyers", "avant {thing}", "malgré {thing}", "dans les quartiers nord de {place}",
    "après une réunion sur {thing}", "sans attendre {thing}", "avec l’appui de {number} signataires",
    "comme {thing}", "par {number} voix contre {other}", "au nom de {place}", "faute d’accord sur {thing}",
)  # fmt: skip
FRAGMENTS = (
    "un choix de raison", "sans concertation", "une occasion manquée", "à marche forcée", "un signal très fort",
    "le seul chemin possible", "une faute politique", "dans l’intérêt de tous", "un pur effet d’annonce",
)  # fmt: skip


def main() -> None:
    count, target = int(sys.argv[1]), Path(sys.argv[2])
    if target.suffix == ".jsonl":
        with open(target, "w", encoding="utf-8") as file:
            for number in range(count):
                record = {"id": f"article-{number:06}", "text": article(number)}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        return
    target.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (target / f"article-{number:06}.txt").write_text(article(number), encoding="utf-8")


if __name__ == "__main__":
    main()
