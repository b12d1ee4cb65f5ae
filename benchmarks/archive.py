"""A seeded archive of invented quotes, with what is true of them: which are one claim, and what is wrong with them.

Statements are made in affairs: a few people talking about a few things for some days. They are printed once or several
times, and some are cut, reworded, denied, misattributed, passed on through somebody else, put into reported speech or
turned into hearsay, alone or several of these at once. What makes it hard is in it too: sentences in the same mould
about other things, namesakes, speakers called by their surname only, short sentences, stock phrases, compound changes,
numbers now in digits and now in words, half of a quote inside the quotation marks.

The truth is told from how a quote was made, never from how quotes are compared. What words alone cannot decide is left
open (`Truth.open`): a finding there is neither right nor wrong.

    for extraction in Archive(seed=1, statements=5000).extractions(): …
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

from benchmarks.pen import Pen
from benchmarks.statements import Edit, Statement
from benchmarks.variants import Truth, Variant, different, tell
from benchmarks.vocabulary import FIRST, Zipf
from quotetrack.model import Document, Extraction, Quote, Source, Span, content_hash, quote_id

QUOTES_A_DOCUMENT = 20
QUOTES_A_STATEMENT = 2.2
"""How many quotes are made of one statement, about."""
# An affair: so many statements by so many people, printed in documents of which so many are filled at a time.
STATEMENTS, PEOPLE, TOPICS, LANES = 240, 6, 12, 12
OUTLETS = [f"Le Journal {number}" for number in range(60)]
# The same in the same mouth is one claim; in another mouth it is nothing, so short and so common is it.
FRAGMENTS = [
    "un jeu dangereux", "une honte", "une erreur historique", "la main tendue", "un signal fort",
    "une ligne rouge", "du jamais vu", "très inquiétant", "un pas important", "nous sommes prêts",
    "la situation est sous contrôle", "chacun doit prendre ses responsabilités", "ce n’est pas à la hauteur",
]  # fmt: skip


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
        self.pen = Pen(self.random)
        surnames = [f"{self.pen.places.draw()[:4]}{self.pen.places.draw().lower()}" for _ in range(3000)]
        self.surnames = Zipf(self.random, surnames)

    def extractions(self) -> Iterator[Extraction]:
        """Yield the documents; `truth` is complete when all have been taken."""
        number = count()
        for first in range(0, self.statements, STATEMENTS):
            yield from self._affair(range(first, min(self.statements, first + STATEMENTS)), number)

    def _affair(self, statements: range, number: Iterator[int]) -> Iterator[Extraction]:
        self.people = self._cast()
        self.topics = [self.pen.nouns.draw() for _ in range(TOPICS)]
        self.day = self.random.randrange(700)
        waiting: dict[tuple[int, int], list[tuple[int, int, Variant]]] = defaultdict(list)
        said, speaker = self.pen.statement(self.topics), self.people[0]
        for statement in statements:
            if self.random.random() < 0.1:
                said = self.pen.sibling(said, self.topics)
            else:
                said, speaker = self.pen.statement(self.topics), self.random.choice(self.people)
            variants = self._variants(said, speaker)
            tell(self.truth, statement, variants)
            # Each copy of a day goes to another lane, so that no document holds two copies of a statement.
            lanes = {self.day: count(self.random.randrange(LANES))}
            for place, variant in enumerate(variants):
                for _ in range(variant.copies):
                    lane = (variant.day, next(lanes.setdefault(variant.day, count())) % LANES)
                    waiting[lane].append((statement, place, variant))
                    if len(waiting[lane]) >= QUOTES_A_DOCUMENT:
                        yield self._document(next(number), lane, waiting.pop(lane))
        for lane in list(waiting):
            yield self._document(next(number), lane, waiting.pop(lane))

    def _cast(self) -> list[str]:
        """Return the people of an affair; in one of five, two of them bear the same surname."""
        surnames = [self.surnames.draw() for _ in range(PEOPLE)]
        if self.random.random() < 0.2:
            surnames[1] = surnames[0]
        firsts = self.random.sample(FIRST, PEOPLE)
        return [f"{first} {surname}" for first, surname in zip(firsts, surnames, strict=True)]

    def _variants(self, said: Statement, speaker: str) -> list[Variant]:
        """Plan how a statement is printed: six in ten are printed once, some with several things done to them."""
        chance = self.random
        base = Variant(said, speaker=speaker, day=self.day, copies=chance.choice([1, 1, 2, 3, 5]))
        others = {"singular", "plural"}
        kinds = {
            "once": 60, "often": 8, "cut": 7, "edited": 9, "denied later": 4, "misattributed": 3, "reported": 2,
            "rumoured": 3 if said.subject in others else 0, "anonymous": 2, "passed on": 2, "several": 5,
        }  # fmt: skip
        (kind,) = chance.choices(list(kinds), weights=list(kinds.values()))
        if kind == "once":
            return [replace(base, copies=1)]
        if kind == "often":
            return [replace(base, copies=base.copies + 1)]
        if kind == "anonymous":
            return [replace(base, speaker="source proche du dossier", kind="anonymous")]
        if kind == "rumoured":
            rumour = replace(
                base, speaker="", kind="unknown", mood="rumoured", verbatim="none", stance="hearsay"
            )
            return [rumour, replace(base, verbatim="none", day=self.day + 1)]
        if kind == "reported":
            return [replace(base, mood="reported", verbatim="none"), replace(base, day=self.day + 1)]
        if kind == "passed on":
            via = replace(base, via=self._other(speaker))
            return [via, base] if chance.random() < 0.5 else [via]
        if kind == "cut" and len(base.printed()) <= 4:
            return [base]
        if kind == "several":
            steps = chance.sample(["cut", "edited", "edited", "misattributed", "called", "some"], 3)
            return different([base, *(self._changed(base, step) for step in steps)])
        return [base, self._changed(base, kind)]

    def _changed(self, base: Variant, kind: str) -> Variant:
        chance = self.random
        copies = chance.choice([1, 1, 2])
        if kind == "cut":
            # What is left of a short sentence is anybody's: « la centrale ».
            cut = chance.choice(["head", "tail", "[…]"]) if len(base.printed()) > 4 else ""
            return replace(base, cut=cut, copies=copies, called=self._short(base.speaker))
        if kind == "edited":
            return self._edited(base, 2 if chance.random() < 0.2 else 1, chance.randint(0, 1))
        if kind == "denied later":
            edit: Edit = chance.choice(["negation", "number"]) if base.said.number else "negation"  # type: ignore[arg-type]
            return replace(
                base, said=self.pen.edited(base.said, edit), edits=(edit,), day=base.day + 30, copies=1
            )
        if kind == "misattributed":
            return replace(base, speaker=self._other(base.speaker), copies=copies)
        if kind == "some":
            return replace(base, verbatim="some", copies=copies)
        return replace(base, called=self._short(base.speaker), copies=copies)

    def _edited(self, base: Variant, times: int, later: int) -> Variant:
        said, done = base.said, []
        for edit in self.random.sample(self.pen.edits(said), times):
            said = self.pen.edited(said, edit)
            done.append(edit)
        return replace(base, said=said, edits=tuple(done), day=base.day + later, copies=1)

    def _short(self, speaker: str) -> str:
        """« Hélène Morvane » → « Mme Morvane » or « Morvane », unless there are two of that name."""
        surname = speaker.split()[-1]
        if sum(person.endswith(f" {surname}") for person in self.people) > 1:
            return speaker
        return self.random.choice((speaker, speaker, f"Mme {surname}", surname))

    def _other(self, speaker: str) -> str:
        return self.random.choice([person for person in self.people if person != speaker])

    def _document(
        self, number: int, lane: tuple[int, int], quotes: list[tuple[int, int, Variant]]
    ) -> Extraction:
        name = f"{self.name}-{number}"
        text, found, whose = "", [], content_hash(name)
        for place, (statement, variant, how) in enumerate(quotes):
            id = quote_id(whose, str(place))
            self.truth.quotes[id] = (statement, variant)
            text = self._print(text, found, id, how, self._typography(how))
        if self.random.random() < 0.5:
            id = quote_id(whose, "fragment")
            words, speaker = self.random.choice(FRAGMENTS), self.random.choice(self.people)
            self.truth.quotes[id] = self._fragment(words, speaker), 0
            text = self._print(text, found, id, Variant(quotes[0][2].said, speaker=speaker), [words])
        day = date(2023, 1, 1) + timedelta(days=lane[0])
        about = {"title": name, "date": day.isoformat(), "outlet": self.random.choice(OUTLETS)}
        sources = tuple({quote.speaker: None for quote in found if quote.speaker})
        return Extraction(Document(name, text, Span(0, len(text)), **about), tuple(found), sources=sources)

    def _print(self, text: str, found: list[Quote], id: str, how: Variant, pieces: list[str]) -> str:
        """Append a quote to the text and to the quotes found; return the text."""
        above = None
        if how.via:
            above, start = quote_id(id, "via"), len(text)
            text += f"{how.speaker} a dit : "
        text += "« " if how.verbatim == "all" else ""
        begin, verbatim = len(text), []
        for number, piece in enumerate(pieces):
            half = how.verbatim == "some" and number > 0
            text += " " * (number > 0) + "« " * half
            if half or how.verbatim == "all":
                verbatim.append(Span(len(text), len(text) + len(piece)))
            text += piece + " »" * half
        end = len(text)
        text += " »" if how.verbatim == "all" else ""
        if above is not None:
            outer = Span(start, len(text))
            found.append(Quote(above, "indirect", outer, speaker=Source(how.via, "person"), rule="archive"))
        name = how.called or how.speaker
        source = Source(name, how.kind) if name else None  # type: ignore[arg-type]
        kind = {"all": "direct", "some": "mixed", "none": "indirect"}[how.verbatim]
        found.append(
            Quote(
                id, kind, Span(begin, end), tuple(verbatim), speaker=source, via=above, stance=how.stance,  # type: ignore[arg-type]
                rule="archive", confidence=0.9,
            )
        )  # fmt: skip
        return text + f", dit {name or 'on'}.\n\n"

    def _typography(self, how: Variant) -> list[str]:
        """Return the words as one outlet prints them; in two pieces where the second is between quotation marks."""
        chance = self.random
        slots = how.printed(digits=chance.random() < 0.5)
        if how.verbatim == "some":
            names = list(slots)
            place = names.index("object")
            pieces = [" ".join(slots[n] for n in part) for part in (names[:place], names[place:]) if part]
        else:
            pieces = [" ".join(slots.values())]
        if how.verbatim == "all" and chance.random() < 0.7:
            pieces[0] = pieces[0][0].upper() + pieces[0][1:]
        if chance.random() < 0.3:
            pieces = [
                p.replace("’", "'").replace("\u202f", " ").replace(" pour ", "\u00a0pour ") for p in pieces
            ]
        if chance.random() < 0.1:
            pieces = [piece.replace(" avec ", " [sic] avec ") for piece in pieces]
        return pieces

    def _fragment(self, words: str, speaker: str) -> int:
        """Return the statement that a stock phrase in somebody's mouth is; the same in the same mouth is one."""
        known = (words, speaker) in self._fragments
        statement = self._fragments.setdefault((words, speaker), -1 - len(self._fragments))
        if known:
            self.truth.findings.add(("single source", statement, ()))
        return statement
