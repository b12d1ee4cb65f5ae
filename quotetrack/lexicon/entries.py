"""The entries of the reporting lexicon as values, read from the data files beside this module."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from quotetrack.lexicon.inflection import Inflections, irregular_families
from quotetrack.lexicon.tables import rows

CATEGORIES = frozenset(
    [
        *["neutral", "asserting", "denying", "conceding", "demanding", "promising", "accusing", "asking"],
        *["revealing", "warning", "judging", "praising", "regretting", "explaining", "adding", "replying"],
        *["concluding", "urging", "thinking", "manner", "showing"],
    ]
)
"""The classes of cues. ``thinking`` (thought, wish) counts only with quoted words, ``manner`` beside them, ``showing``
with quoted words or what is written as its subject (« l'étude montre que … »)."""


class Frame(str, Enum):
    """How content can hang on a cue."""

    QUE = "que"  # « affirme que … »; also « s'engage à ce que », « se félicite de ce que »
    SI = "si"  # « demande si », « explique pourquoi », « raconte comment »
    DIRECT = "direct"  # « X affirme : « … » » as well as « … », affirme X
    INCISE = "incise"  # after or inside the quoted words: « … », sourit X
    DE_INF = "de_inf"  # « promet de venir », « accuse X de mentir »
    A_INF = "a_inf"  # « appelle à voter », « s'engage à partir »
    INF = "inf"  # bare infinitive: « reconnaît avoir menti »
    OBJ = "obj"  # an object or its predicate, with quoted words: « salue « … » », « juge « … » le plan »
    A_OBJ = "a_obj"  # « appelle à la grève »: counts even without quotation marks
    DE_OBJ = "de_obj"  # with quoted words: « parle de « … » », « qualifie X de « … » »
    EN_OBJ = "en_obj"  # with quoted words, of something named: « y voit « … » », « voit en lui, dans ce plan « … » »
    SUR = "sur"  # « insiste sur le fait que », « insiste pour que », « insiste sur « … » »
    ATTR = "attr"  # « se dit confiant »


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that reports.

    Attributes:
        lemma: the infinitive, without « se ».
        category: one of `CATEGORIES`.
        reflexive: True where the entry holds for the verb with « se » only (« se plaindre »).
        needs_marks: True where it counts only with quoted words in its content (« craindre « le pire » »).
    """

    lemma: str
    category: str
    frames: frozenset[Frame]
    reflexive: bool = False
    needs_marks: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A cue of several words: « tirer la sonnette d'alarme ».

    Attributes:
        head: lemma of its verb.
        rest: the words that follow, in order, as printed, elided ones with their apostrophe:
            ``("la", "sonnette", "d'", "alarme")``. Adverbs and negation may stand between; a last « de » or
            « à » may be contracted or missing.
    """

    head: str
    rest: tuple[str, ...]
    category: str
    frames: frozenset[Frame]
    reflexive: bool = False
    needs_marks: bool = False


@dataclass(frozen=True, slots=True)
class ReportingNoun:
    """A noun that can carry reported content: « l'annonce que », « la promesse de »."""

    lemma: str
    category: str
    frames: frozenset[Frame]


@dataclass(frozen=True, slots=True)
class Marker:
    """A source marker without a verb: « selon », « d'après », « de l'aveu de ».

    Attributes:
        words: lower-case surface words, elided ones with their apostrophe (``("d'", "après")``); a last
            « de » also stands for d', du, des, a last « à » for au, aux.
        kind: ``preposition`` (the source follows), ``after`` (a signature: « … », dixit X) or ``source`` (the
            marker is itself part of the source: « de source policière »).
        weak: counts only where something else confirms it (« pour », « aux yeux de », « du côté de »).
        traps: beginnings of what follows that cancel it: « selon que », « pour l'heure ».
    """

    words: tuple[str, ...]
    kind: str
    weak: bool = False
    traps: tuple[str, ...] = ()

    def trapped(self, following: str) -> bool:
        """Say whether the text that follows cancels it: « selon | les cas », « l'année d'après | , »."""
        if self.kind == "preposition" and _NO_SOURCE.match(following):
            return True
        return bool(self.traps) and _trap_pattern(self.traps).match(following) is not None


def verb(lemma: str, reflexive: bool = False) -> ReportingVerb | None:
    """Return the entry of a verb with or without « se », or None: the two never stand in for each other."""
    return verbs().get((lemma, reflexive))


def verb_of(lemma: str, form: str, reflexive: bool = False) -> ReportingVerb | None:
    """Return the entry of a verb by its lemma, or else by its form, for lemmatisers err on rare verbs."""
    if found := verb(lemma, reflexive):
        return found
    if lemma == "être":
        return None  # « étaient » is of « étayer » as well
    for candidate in _verb_inflections().lemmas(form.lower()):
        if found := verb(candidate, reflexive):
            return found
    return None


@cache
def verbs() -> dict[tuple[str, bool], ReportingVerb]:
    """Return every reporting verb by its lemma and whether it is reflexive."""
    entries = {}
    for lemma, category, frames, flags in rows("verbs.tsv", 4):
        reflexive, needs_marks = _flags(flags)
        entry = ReportingVerb(lemma, category, _frames(frames), reflexive, needs_marks)
        entries[lemma, reflexive] = entry
    return entries


def adjective(lemma: str) -> ReportingVerb | None:
    """Return the entry of an adjective that reports with « être » (« est convaincu que « … » »), or None."""
    return adjectives().get(lemma)


@cache
def adjectives() -> dict[str, ReportingVerb]:
    """Return every adjective that reports with « être »."""
    frames = frozenset({Frame.QUE, Frame.DIRECT, Frame.DE_OBJ})
    return {
        lemma: ReportingVerb(lemma, category, frames, needs_marks=marks == "marks")
        for lemma, category, marks in rows("adjectives.tsv", 3)
    }


def expressions(head_lemma: str) -> tuple[Expression, ...]:
    """Return the expressions that a verb heads, the longest first."""
    return _expressions_by_head().get(head_lemma, ())


def expressions_of(lemma: str, form: str) -> tuple[Expression, ...]:
    """Return the expressions that a verb heads by its lemma, or else by its form (« jurait » read as « jurir »)."""
    if found := expressions(lemma):
        return found
    return tuple(e for head in _head_inflections().lemmas(form.lower()) for e in expressions(head))


@cache
def all_expressions() -> tuple[Expression, ...]:
    """Return every multi-word cue, in the order of the file."""
    return tuple(
        Expression(head, tuple(rest.split()), category, _frames(frames), *_flags(flags))
        for head, rest, category, frames, flags in rows("expressions.tsv", 5)
    )


def noun(lemma: str) -> ReportingNoun | None:
    """Return the entry of a reporting noun, or None."""
    return nouns().get(lemma)


@cache
def nouns() -> dict[str, ReportingNoun]:
    """Return every reporting noun by its lemma."""
    read = rows("nouns.tsv", 3)
    return {lemma: ReportingNoun(lemma, category, _frames(frames)) for lemma, category, frames in read}


@cache
def nouns_of_clauses() -> frozenset[str]:
    """Return the lemmas of the reporting nouns that govern clauses: « l'annonce que … »."""
    return frozenset(lemma for lemma, entry in nouns().items() if Frame.QUE in entry.frames)


@cache
def markers() -> tuple[Marker, ...]:
    """Return the source markers, the longest first, so that the first that fits is the one."""
    read = [
        Marker(tuple(words.split()), kind, strength == "weak", tuple(t for t in traps.split(" | ") if t))
        for words, kind, strength, traps in rows("markers.tsv", 4)
    ]
    return tuple(sorted(read, key=lambda marker: -len(marker.words)))


@cache
def inflections(lemmas: frozenset[str]) -> Inflections:
    """Return the forms of some verbs, irregular ones known."""
    return Inflections(lemmas, irregular_families(rows("irregular.tsv", 6)))


@cache
def _verb_inflections() -> Inflections:
    return inflections(frozenset(lemma for lemma, _ in verbs()))


@cache
def _head_inflections() -> Inflections:
    return inflections(frozenset(_expressions_by_head()))


_NO_SOURCE = re.compile(r"\s*(?:[,.;:!?)…]|\Z)")


@cache
def _frames(names: str) -> frozenset[Frame]:
    return frozenset(Frame(name) for name in names.split())


def _flags(names: str) -> tuple[bool, bool]:
    """Return whether an entry is reflexive and whether it needs quotation marks."""
    flags = names.split()
    return "se" in flags, "marks" in flags


@cache
def _expressions_by_head() -> dict[str, tuple[Expression, ...]]:
    grouped: dict[str, list[Expression]] = {}
    for entry in sorted(all_expressions(), key=lambda e: -len(e.rest)):
        grouped.setdefault(entry.head, []).append(entry)
    return {head: tuple(entries) for head, entries in grouped.items()}


@cache
def _trap_pattern(traps: tuple[str, ...]) -> re.Pattern[str]:
    parts = [
        re.escape(trap).replace(r"\ ", r"\s+").replace("'", "['’]")
        + ("" if trap.endswith("'") else r"(?!\w)")
        for trap in traps
    ]
    return re.compile(rf"[\s-]*(?:{'|'.join(parts)})", re.IGNORECASE)
