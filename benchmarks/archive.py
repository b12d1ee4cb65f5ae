"""A seeded archive of invented quotes, with what is true of them: which are one claim, and what is wrong with them.

Statements are made in affairs: a few people talking about a few things for some days. They are printed once or
several times, and some are cut, reworded, denied, misattributed, passed on through somebody else or turned into
hearsay, in known ways. Words are invented, drawn by Zipf's law from a vocabulary as large as a newspaper's, so that
an index meets rare words and stock phrases in the proportions of real text.

    for extraction in Archive(seed=1, statements=5000).extractions(): …
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import accumulate, combinations, count

from quotetrack.model import Document, Extraction, Quote, Source, Span, Stance, content_hash

QUOTES_A_DOCUMENT = 20
# An affair: so many statements by so many people, printed in documents of which so many are filled at a time.
STATEMENTS, PEOPLE, TOPICS, LANES = 120, 4, 8, 14
NOUNS, VERBS, ADJECTIVES, SPEAKERS = 12_000, 4_000, 4_000, 4_000
OUTLETS = [f"Le Journal {number}" for number in range(60)]
MONTHS = ["janvier", "mars", "avril", "juin", "juillet", "septembre", "octobre", "novembre"]
FRAGMENTS = [
    "un jeu dangereux", "une honte", "une erreur historique", "la main tendue", "un signal fort",
    "une ligne rouge", "du jamais vu", "très inquiétant", "un pas important", "nous sommes prêts",
]  # fmt: skip


@dataclass(frozen=True)
class Variant:
    """One way in which a statement is printed, in ``copies`` documents.

    Attributes:
        edits: which slots of the statement are changed, and to what.
        cut: "", "head" or "tail" (that part is left out) or "[…]" (the middle, announced).
    """

    edits: tuple[tuple[str, str], ...] = ()
    cut: str = ""
    speaker: str = ""
    kind: str = "person"
    verbatim: bool = True
    stance: Stance = "asserted"
    via: str = ""
    day: int = 0
    copies: int = 1


@dataclass
class Truth:
    """What is true of the archive: for each quote id its statement and variant; the findings to be made.

    A finding is (check, statement, variants): two variants, one, or none where it is about the whole claim.
    """

    quotes: dict[str, tuple[int, int]] = field(default_factory=dict)
    findings: set[tuple[str, int, tuple[int, ...]]] = field(default_factory=set)


class Archive:
    """Documents of `QUOTES_A_DOCUMENT` quotes; the same seed and size give the same archive.

    Args:
        seed: of the random numbers.
        statements: how many different ones.
        name: what the names of the documents begin with.
    """

    def __init__(self, seed: int, statements: int, name: str = "article") -> None:
        self.name = name
        self.random = random.Random(seed)
        self.statements = statements
        self.truth = Truth()
        self._fragments: dict[tuple[str, str], int] = {}
        spelled = _words(self.random)
        self.nouns = _Zipf(self.random, [next(spelled) for _ in range(NOUNS)])
        self.verbs = _Zipf(self.random, [next(spelled) + "er" for _ in range(VERBS)])
        self.adjectives = _Zipf(self.random, [next(spelled) + "ique" for _ in range(ADJECTIVES)])
        names = [f"{next(spelled).title()} {next(spelled).title()}" for _ in range(SPEAKERS)]
        self.speakers = _Zipf(self.random, names)

    def extractions(self) -> Iterator[Extraction]:
        """Yield the documents; `truth` is complete when all have been taken."""
        number = count()
        for first in range(0, self.statements, STATEMENTS):
            yield from self._affair(range(first, min(self.statements, first + STATEMENTS)), number)

    def _affair(self, statements: range, number: Iterator[int]) -> Iterator[Extraction]:
        self.people = [self.speakers.draw() for _ in range(PEOPLE)]
        self.topics = [self.nouns.draw() for _ in range(TOPICS)]
        self.day = self.random.randrange(700)
        waiting: dict[tuple[int, int], list[tuple[int, int, str, Variant]]] = defaultdict(list)
        for statement in statements:
            slots = self._statement()
            variants = self._variants(slots)
            self.truth.findings.update(_expected(statement, variants))
            for place, variant in enumerate(variants):
                for copy in range(variant.copies):
                    # Each copy goes to another lane, so that no document holds two copies of a statement.
                    lane = (variant.day, (place * 7 + copy) % LANES)
                    words = self._typography(_printed(slots, variant))
                    waiting[lane].append((statement, place, words, variant))
                    if len(waiting[lane]) >= QUOTES_A_DOCUMENT:
                        yield self._document(next(number), lane, waiting.pop(lane))
        for lane in list(waiting):
            yield self._document(next(number), lane, waiting.pop(lane))

    def _statement(self) -> dict[str, str]:
        noun, verb, adjective = self._noun, self.verbs.draw, self.adjectives.draw
        slots = {
            "head": f"Nous {self.random.choice(['voulons', 'devons', 'allons'])} {verb()} le {noun()} {adjective()}",
            "not": "",
            "number": f"avec {self.random.randint(2, 9000)} {noun()}",
            "date": f"avant le {self.random.randint(2, 28)} {self.random.choice(MONTHS)}",
            "noun": f"pour la {noun()}",
            "name": f"et {self.nouns.draw().title()}",
            "tail": f"dans chaque {noun()} {adjective()} du {noun()}",
        }
        if self.random.random() < 0.4:
            slots["more"] = f"comme la {noun()} que {noun()} et {noun()} {adjective()} pourront {verb()}"
        return slots

    def _noun(self) -> str:
        """Return a thing: three in ten are what the affair is about."""
        return self.random.choice(self.topics) if self.random.random() < 0.3 else self.nouns.draw()

    def _variants(self, slots: dict[str, str]) -> list[Variant]:
        """Plan how a statement is printed: six in ten are printed once."""
        day = self.day
        base = Variant(speaker=self.random.choice(self.people), day=day)
        dice = self.random.random()
        if dice < 0.60:
            return [base]
        copies = self.random.choice([1, 1, 2, 3, 5])
        base = replace(base, copies=copies)
        if dice < 0.68:
            return [replace(base, copies=copies + 1)]
        if dice < 0.76:
            return [base, replace(base, cut=self.random.choice(["head", "tail", "[…]"]))]
        if dice < 0.86:
            return [base, replace(base, edits=(self._edit(slots),), day=day + self.random.randint(0, 1))]
        if dice < 0.89:
            edit = self._edit(slots, self.random.choice(["not", "number"]))
            return [base, replace(base, edits=(edit,), day=day + 30)]
        if dice < 0.92:
            return [base, replace(base, speaker=self._other(base.speaker))]
        if dice < 0.94:
            return [replace(base, verbatim=False), replace(base, day=day + 1)]
        if dice < 0.96:
            hearsay = replace(base, speaker="", kind="unknown", verbatim=False, stance="hearsay")
            return [hearsay, replace(base, verbatim=False, day=day + 1)]
        if dice < 0.98:
            anonymous = replace(base, speaker="source proche du dossier", kind="anonymous")
            return [anonymous]
        via = replace(base, via=self._other(base.speaker))
        return [via, base] if self.random.random() < 0.5 else [via]

    def _edit(self, slots: dict[str, str], slot: str | None = None) -> tuple[str, str]:
        slot = slot or self.random.choice(["not", "number", "date", "noun", "name"])
        changed = {
            "not": lambda: "pas",
            "number": lambda: f"avec {self.random.randint(9001, 20000)} {slots['number'].split()[-1]}",
            "date": lambda: slots["date"].rsplit(" ", 1)[0] + " décembre",
            "noun": lambda: f"pour la {self.nouns.draw()}x",
            "name": lambda: f"et {self.nouns.draw().title()}as",
        }[slot]()
        return slot, changed

    def _other(self, speaker: str) -> str:
        others = [person for person in self.people if person.split()[-1] != speaker.split()[-1]]
        return self.random.choice(others) if others else "Personne Dautre"

    def _typography(self, words: str) -> str:
        if self.random.random() < 0.3:
            words = words[0].lower() + words[1:]
        if self.random.random() < 0.3:
            words = words.replace(" et ", "\u00a0et ").replace(" le ", "  le ")
        return words

    def _document(
        self, number: int, lane: tuple[int, int], quotes: list[tuple[int, int, str, Variant]]
    ) -> Extraction:
        name = f"{self.name}-{number}"
        text, found = "", []
        if self.random.random() < 0.5:
            quotes = [*quotes, self._fragment()]
        for place, (statement, variant, words, how) in enumerate(quotes):
            id = content_hash(name, str(place))
            self.truth.quotes[id] = (statement, variant)
            above = None
            if how.via:
                above = content_hash(name, str(place), "via")
                start = len(text)
                text += f"{how.speaker} a dit : "
            opening, closing = ("« ", " »") if how.verbatim else ("que ", "")
            text += opening
            content = Span(len(text), len(text) + len(words))
            text += words + closing
            source = Source(how.speaker, how.kind) if how.speaker else None  # type: ignore[arg-type]
            if above is not None:
                outer = Span(start, len(text))
                found.append(
                    Quote(above, "indirect", outer, speaker=Source(how.via, "person"), rule="archive")
                )
            verbatim = (content,) if how.verbatim else ()
            found.append(
                Quote(
                    id, "direct" if verbatim else "indirect", content, verbatim, speaker=source, via=above,
                    stance=how.stance, rule="archive", confidence=0.9,
                )
            )  # fmt: skip
            text += f", dit {how.speaker or 'on'}.\n\n"
        day = date(2023, 1, 1) + timedelta(days=lane[0])
        document = Document(
            name,
            text,
            Span(0, len(text)),
            title=name,
            date=day.isoformat(),
            outlet=self.random.choice(OUTLETS),
        )
        sources = tuple({quote.speaker: None for quote in found if quote.speaker})
        return Extraction(document, tuple(found), sources=sources)

    def _fragment(self) -> tuple[int, int, str, Variant]:
        """Return a stock phrase in somebody's mouth; the same in the same mouth is one claim."""
        words, speaker = self.random.choice(FRAGMENTS), self.random.choice(self.people)
        known = (words, speaker) in self._fragments
        statement = self._fragments.setdefault((words, speaker), -1 - len(self._fragments))
        if known:
            self.truth.findings.add(("single source", statement, ()))
        return statement, 0, words, Variant(speaker=speaker)


def _printed(slots: dict[str, str], variant: Variant) -> str:
    shown = {**slots, **dict(variant.edits)}
    if shown["not"]:
        first, rest = shown["head"].split(" ", 1)
        modal, after = rest.split(" ", 1)
        shown["head"] = f"{first} ne {modal} pas {after}"
    del shown["not"]
    if variant.cut == "[…]":
        shown["date"] = "[…]"
    elif variant.cut:
        del shown[variant.cut]
        if variant.cut == "tail":
            shown.pop("more", None)
    return " ".join(shown.values())


def _expected(statement: int, variants: list[Variant]) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    for (i, one), (j, other) in combinations(enumerate(variants), 2):
        pair = (i, j)
        differ = {slot for slot, _ in set(one.edits) ^ set(other.edits)}
        quoted = one.verbatim and other.verbatim
        if differ and quoted:
            yield "altered words", statement, pair
        if {"not", "number"} & differ and not (quoted and abs(one.day - other.day) <= 2):
            yield "changed story", statement, pair
        if quoted and one.speaker != other.speaker:
            yield "disputed speaker", statement, pair
        if one.stance != other.stance:
            yield "hearsay turned fact", statement, pair
        elif one.verbatim != other.verbatim:
            yield "paraphrase made verbatim", statement, pair
    for i, variant in enumerate(variants):
        if variant.via:
            yield "second-hand", statement, (i,)
        if variant.stance == "hearsay":
            yield "hearsay", statement, (i,)
    if all(variant.kind == "anonymous" for variant in variants):
        yield "anonymous only", statement, ()
    speakers = {(variant.speaker, variant.kind) for variant in variants}
    if (
        sum(variant.copies for variant in variants) > 1
        and len(speakers) == 1
        and "person" in next(iter(speakers))
    ):
        yield "single source", statement, ()


class _Zipf:
    """Draws values, the nth with a probability in proportion to 1/n."""

    def __init__(self, source: random.Random, values: list[str]) -> None:
        self._random, self._values = source, values
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(values))))

    def draw(self) -> str:
        """Return one value."""
        return self._random.choices(self._values, cum_weights=self._weights)[0]


def _words(source: random.Random) -> Iterator[str]:
    """Yield invented words of two to four syllables, no two alike in their first five letters more than by chance."""
    seen = set()
    while True:
        word = "".join(
            source.choice("bcdfglmnprstv") + source.choice(["a", "e", "i", "o", "u", "ou", "é", "an", "on"])
            for _ in range(source.choice([2, 3, 3, 4]))
        )
        if word not in seen and len(word) > 3:
            seen.add(word)
            yield word
