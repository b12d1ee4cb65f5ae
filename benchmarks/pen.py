"""Writes invented statements, others in the same mould, and changes of them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from benchmarks.statements import IRREGULAR, Edit, Statement, Tense, Thing, conjugated, plural
from benchmarks.vocabulary import (
    ADJECTIVES,
    DAYS,
    MONTHS,
    NOUNS,
    SPELLED,
    VERBS,
    Noun,
    Zipf,
    coined_nouns,
    invented_name,
    nouns,
    stems,
)  # fmt: skip

Drawn = TypeVar("Drawn")


class Pen:
    """Writes statements and changes them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        new_nouns, new_stems = coined_nouns(chance), stems(chance)
        self.nouns = Zipf(chance, [*nouns(NOUNS), *(next(new_nouns) for _ in range(9000))])
        self.adjectives = Zipf(
            chance, [*ADJECTIVES.split(), *(f"{next(new_stems)}ique" for _ in range(1500))]
        )
        self.verbs = Zipf(chance, [*VERBS.split(), *IRREGULAR, *(f"{next(new_stems)}er" for _ in range(800))])
        self.places = Zipf(chance, [invented_name(chance) for _ in range(3000)])

    def thing(self, topics: list[Noun] | None = None) -> Thing:
        """Return a thing; three in ten are what the affair is about."""
        noun, feminine = (
            self.chance.choice(topics) if topics and self.chance.random() < 0.3 else self.nouns.draw()
        )
        return Thing(noun, feminine, self.adjectives.draw() if self.chance.random() < 0.5 else "")

    def statement(self, topics: list[Noun]) -> Statement:
        """Return a new statement; one in six is short."""
        chance = self.chance
        short = chance.random() < 1 / 6
        return Statement(
            subject=chance.choices(("nous", "je", "singular", "plural"), weights=(4, 2, 3, 2))[0],  # type: ignore[arg-type]
            actor=self.thing(topics),
            verb=self.verbs.draw(),
            tense=chance.choice(("present", "future", "past", "devoir", "pouvoir", "vouloir")),  # type: ignore[arg-type]
            negation=chance.choice(("", "", "", "", "pas", "pas", "plus", "jamais")),
            object=self.thing(topics),
            number=0 if short else chance.choice((0, chance.choice(list(SPELLED)), chance.randint(11, 9000))),
            counted=plural(replace(self.thing(topics), adjective="")).removeprefix("les "),
            date="" if short or chance.random() < 0.4 else self.date(),
            place="" if short and chance.random() < 0.5 else self.places.draw(),
            purpose=None if short else self.thing(topics),
            second="" if short or chance.random() < 0.5 else f"et {self.clause(topics)}",
            date_first=chance.random() < 0.3,
        )

    def sibling(self, statement: Statement, topics: list[Noun]) -> Statement:
        """Return another statement in the same mould: what is said of one place is not what is said of another.

        « À Morvane, nous fermerons 12 écoles … », « À Tricourt, nous fermerons 30 écoles … »
        """
        fresh = self.statement(topics)
        kept = {name for name in ("actor", "purpose", "second") if self.chance.random() < 0.5}
        return replace(
            statement,
            object=fresh.object,
            place=self.places.draw(),
            number=statement.number and statement.number + self.chance.randint(1, 50),
            actor=statement.actor if "actor" in kept else fresh.actor,
            purpose=statement.purpose if "purpose" in kept else statement.purpose and fresh.purpose,
            second=statement.second if "second" in kept else statement.second and fresh.second,
        )

    def clause(self, topics: list[Noun]) -> str:
        """Return a clause that follows another: « les maires financeront l’école rurale »."""
        first, rest = conjugated(self.verbs.draw(), self.chance.choice(("present", "future", "past")), 3)
        return f"{plural(self.thing(topics))} {f'{first} {rest}'.strip()} {self.thing(topics)}"

    def date(self, like: str = "") -> str:
        """Return a date: a day, a month with its year, a year, a day of the week; of the same sort as another."""
        day, month, year = (
            self.chance.randint(2, 28),
            self.chance.choice(MONTHS),
            self.chance.randint(2019, 2035),
        )
        sorts = {"avant": f"avant le {day} {month}", "en": f"en {month} {year}", "d’ici": f"d’ici à {year}",
                 "dès": f"dès {self.chance.choice(DAYS)}"}  # fmt: skip
        return sorts[like.split()[0]] if like else self.chance.choice(list(sorts.values()))

    def edits(self, statement: Statement) -> list[Edit]:
        """Return the ways in which the statement can be changed."""
        fits: dict[Edit, bool] = {
            "negation": True,
            "modality": statement.tense in {"devoir", "pouvoir", "vouloir"},
            "number": bool(statement.number),
            "name": bool(statement.place),
            "date": bool(statement.date),
            "noun": True,
            "adjective": True,
            "tense": statement.tense in {"present", "future", "past"},
        }
        return [edit for edit, fit in fits.items() if fit]

    def edited(self, statement: Statement, edit: Edit) -> Statement:
        """Return the statement with one thing changed."""
        changes: dict[Edit, Callable[[], Statement]] = {
            "negation": lambda: replace(statement, negation="" if statement.negation else self.chance.choice(
                ("pas", "pas", "plus", "jamais"))),
            "modality": lambda: replace(
                statement, tense=self._other(("devoir", "pouvoir", "vouloir"), statement.tense)),
            "number": lambda: replace(statement, number=statement.number + self.chance.choice((1, 2, 10, 300))),
            "name": lambda: replace(statement, place=self._until(self.places.draw, statement.place)),
            "date": lambda: replace(statement, date=self._until(lambda: self.date(statement.date), statement.date)),
            "noun": lambda: replace(statement, object=self._until(
                lambda: replace(statement.object, noun=(n := self.nouns.draw())[0], feminine=n[1]), statement.object)),
            "adjective": lambda: replace(statement, object=replace(
                statement.object, adjective="" if statement.object.adjective else self.adjectives.draw())),
            "tense": lambda: replace(statement, tense=self._other(("present", "future", "past"), statement.tense)),
        }  # fmt: skip
        return changes[edit]()

    def _other(self, values: tuple[Tense, ...], but: Tense) -> Tense:
        return self.chance.choice([value for value in values if value != but])

    def _until(self, draw: Callable[[], Drawn], but: Drawn) -> Drawn:
        while (drawn := draw()) == but:
            pass
        return drawn
