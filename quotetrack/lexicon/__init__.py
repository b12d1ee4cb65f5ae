"""What signals a report in French: reporting verbs, multi-word cues, nouns and source markers, as data.

The knowledge lives in the ``.tsv`` files beside this module, one entry a line; each file is read once, when
it is first asked for. An entry says under which constructions (*frames*) it counts, so that « ajouter que » is
a cue and « ajouter du sel » is not::

    verb("affirmer").frames                     # QUE, DIRECT, INF …
    verb("dire", reflexive=True)                # « se dire », with its own frames (ATTR …)
    verb_of("martèler", "martèle").lemma        # "marteler": the parser's lemma is wrong, the form is not
    expressions("faire")                        # savoir, valoir, remarquer, état de …
    [m for m in find_markers("Selon la police, …")]
    may_report("Le pont a rouvert lundi.")      # False: no need to parse this paragraph
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

from quotetrack.lexicon.inflection import Inflections, irregular_families

__all__ = [
    "CATEGORIES",
    "Expression",
    "Frame",
    "Marker",
    "MarkerMatch",
    "ReportingNoun",
    "ReportingVerb",
    "all_expressions",
    "expressions",
    "find_markers",
    "markers",
    "may_report",
    "noun",
    "nouns",
    "surface_stems",
    "verb",
    "verb_of",
    "verbs",
]

CATEGORIES = frozenset(
    [
        *["neutral", "asserting", "denying", "conceding", "demanding", "promising", "accusing", "asking"],
        *["revealing", "warning", "judging", "praising", "regretting", "explaining", "adding", "replying"],
        *["concluding", "urging", "thinking", "manner"],
    ]
)
"""The classes of cues. ``thinking`` (thought, wish) counts only with quoted words, ``manner`` beside them."""


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


@dataclass(frozen=True, slots=True)
class MarkerMatch:
    """A marker met in a text, at ``text[start:end]``."""

    start: int
    end: int
    marker: Marker


def verb(lemma: str, reflexive: bool = False) -> ReportingVerb | None:
    """Return the entry of a verb with or without « se », or None: the two never stand in for each other."""
    return verbs().get((lemma, reflexive))


def verb_of(lemma: str, form: str, reflexive: bool = False) -> ReportingVerb | None:
    """Return the entry of a verb by its lemma, or else by its form, for lemmatisers err on rare verbs."""
    if found := verb(lemma, reflexive):
        return found
    for candidate in _verb_inflections().lemmas(form.lower()):
        if found := verb(candidate, reflexive):
            return found
    return None


@cache
def verbs() -> dict[tuple[str, bool], ReportingVerb]:
    """Return every reporting verb by its lemma and whether it is reflexive."""
    entries = {}
    for lemma, category, frames, flags in _rows("verbs.tsv", 4):
        reflexive, needs_marks = _flags(flags)
        entry = ReportingVerb(lemma, category, _frames(frames), reflexive, needs_marks)
        entries[lemma, reflexive] = entry
    return entries


def expressions(head_lemma: str) -> tuple[Expression, ...]:
    """Return the expressions that a verb heads, the longest first."""
    return _expressions_by_head().get(head_lemma, ())


@cache
def all_expressions() -> tuple[Expression, ...]:
    """Return every multi-word cue, in the order of the file."""
    return tuple(
        Expression(head, tuple(rest.split()), category, _frames(frames), *_flags(flags))
        for head, rest, category, frames, flags in _rows("expressions.tsv", 5)
    )


def noun(lemma: str) -> ReportingNoun | None:
    """Return the entry of a reporting noun, or None."""
    return nouns().get(lemma)


@cache
def nouns() -> dict[str, ReportingNoun]:
    """Return every reporting noun by its lemma."""
    rows = _rows("nouns.tsv", 3)
    return {lemma: ReportingNoun(lemma, category, _frames(frames)) for lemma, category, frames in rows}


@cache
def markers() -> tuple[Marker, ...]:
    """Return the source markers, the longest first, so that the first that fits is the one."""
    read = [
        Marker(tuple(words.split()), kind, strength == "weak", tuple(t for t in traps.split(" | ") if t))
        for words, kind, strength, traps in _rows("markers.tsv", 4)
    ]
    return tuple(sorted(read, key=lambda marker: -len(marker.words)))


def find_markers(text: str) -> Iterator[MarkerMatch]:
    """Yield the markers of a text in order, traps left out; both apostrophes and any white space will do."""
    pattern, by_group = _marker_pattern()
    for match in pattern.finditer(text):
        marker = by_group[match.lastindex or 0]
        if not marker.trapped(text[match.end() : match.end() + _TRAP_REACH]):
            yield MarkerMatch(match.start(), match.end(), marker)


def may_report(text: str) -> bool:
    """Say whether a stretch of text could hold a report at all: a quick look that errs towards True.

    True for quotation marks, for any form of a verb that reports without them, for the characteristic word of
    an expression, for a reporting noun, for a marker (a weak one only where a sentence or a clause begins) and
    for a conditional, which may be hearsay.
    """
    if _MARKS.search(text):
        return True
    lowered = unicodedata.normalize("NFC", text.lower())
    words = set(_WORD.findall(lowered))
    if not words.isdisjoint(_trigger_words()):
        return True
    known = _unmarked_inflections()
    return any(word.endswith(_CONDITIONAL) or known.lemmas(word) for word in words) or any(
        not found.marker.weak or _CLAUSE_START.search(lowered, 0, found.start)
        for found in find_markers(lowered)
    )


@cache
def surface_stems() -> frozenset[str]:
    """Return the stems by which `may_report` knows a verb (« annonc », « annonç »)."""
    return frozenset(_unmarked_inflections().stems)


_TRAP_REACH = 60  # characters: more than the longest trap
_NO_SOURCE = re.compile(r"\s*(?:[,.;:!?)…]|\Z)")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile('[«»“”„‹›"]')
_MARKED_FRAMES = frozenset({Frame.DIRECT, Frame.INCISE, Frame.OBJ, Frame.DE_OBJ})
_CONDITIONAL = ("rait", "raient")
_CLAUSE_START = re.compile(r"(?:^|[^\w\s])\s*\Z")


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    """Yield the lines of a data file, comments and blank lines left out, padded to a number of columns."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (columns - len(cells))


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
def _families() -> dict[str, list[str]]:
    return irregular_families(_rows("irregular.tsv", 6))


@cache
def _verb_inflections() -> Inflections:
    return Inflections({lemma for lemma, _ in verbs()}, _families())


@cache
def _unmarked_inflections() -> Inflections:
    """Return the forms of the verbs that can count without quotation marks."""
    return Inflections({entry.lemma for entry in verbs().values() if _counts_unmarked(entry)}, _families())


def _counts_unmarked(entry: ReportingVerb | Expression) -> bool:
    return not entry.needs_marks and not entry.frames <= _MARKED_FRAMES


@cache
def _trigger_words() -> frozenset[str]:
    """Return the words that betray an expression (its longest word after the verb) or a reporting noun."""
    telling = {max(entry.rest, key=len) for entry in all_expressions() if _counts_unmarked(entry)}
    telling |= {entry.lemma for entry in nouns().values() if not entry.frames <= _MARKED_FRAMES}
    return frozenset(word + plural for word in telling for plural in ("", "s", "x"))


@cache
def _marker_pattern() -> tuple[re.Pattern[str], dict[int, Marker]]:
    found = dict(enumerate(markers(), start=1))
    alternatives = "|".join(f"({_surface(marker.words)})" for marker in found.values())
    return re.compile(rf"(?<![\w'’-])(?:{alternatives})(?![\w-])", re.IGNORECASE), found


def _surface(words: tuple[str, ...]) -> str:
    """Return a pattern for words as printed: any white space, either apostrophe, contracted preposition."""
    contracted = {"de": r"(?:de(?![\w'’])|du(?!\w)|des(?!\w)|d['’])", "à": r"(?:à|aux?)(?!\w)"}
    parts = [re.escape(word).replace("'", "['’]") + ("" if word.endswith("'") else r"\s+") for word in words]
    if len(words) > 1 and words[-1] in contracted:
        parts[-1] = contracted[words[-1]]
    return "".join(parts).removesuffix(r"\s+")


@cache
def _trap_pattern(traps: tuple[str, ...]) -> re.Pattern[str]:
    parts = [
        re.escape(trap).replace(r"\ ", r"\s+").replace("'", "['’]")
        + ("" if trap.endswith("'") else r"(?!\w)")
        for trap in traps
    ]
    return re.compile(rf"[\s-]*(?:{'|'.join(parts)})", re.IGNORECASE)
