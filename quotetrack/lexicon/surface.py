"""The lexicon on raw text: source markers with their offsets, and a quick look for whatever may report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from quotetrack.lexicon.entries import (
    Expression,
    Frame,
    Marker,
    ReportingVerb,
    adjectives,
    all_expressions,
    inflections,
    markers,
    nouns,
    verbs,
)
from quotetrack.lexicon.inflection import Inflections
from quotetrack.memory import WORDS


@dataclass(frozen=True, slots=True)
class MarkerMatch:
    """A marker met in a text, at ``text[start:end]``."""

    start: int
    end: int
    marker: Marker


class MarkerWords(NamedTuple):
    """What a text must hold to hold a marker.

    Attributes:
        longest: its longest word.
        needed: all words that it cannot do without.
        beginnings: the letters that it begins with, in any spelling.
    """

    longest: str
    needed: frozenset[str]
    beginnings: frozenset[str]


def find_markers(text: str, among: Sequence[MarkerWords] | None = None) -> Iterator[MarkerMatch]:
    """Yield the markers of a text in order, traps left out; both apostrophes and any white space will do.

    Args:
        text: where to look.
        among: what ``words_of_markers`` says of a longer text that this one is part of: most parts have none of them.
    """
    lowered = text.lower()
    near = (
        [held for held in among if held.longest in lowered] if among is not None else words_of_markers(text)
    )
    beginnings = [held.beginnings for held in near if all([word in lowered for word in held.needed])]
    if beginnings:
        yield from _find_markers(text, frozenset().union(*beginnings))


def words_of_markers(text: str) -> list[MarkerWords]:
    """Return the words of the markers that a text may hold."""
    chunks = set(text.lower().split())
    words = {chunk for chunk in chunks if chunk.isalpha()}
    words.update(_BETWEEN_WORDS.split(" ".join(chunks - words)))
    return _held_by(words)


def _held_by(words: set[str]) -> list[MarkerWords]:
    by_longest = _words_of_markers()
    return [m for word in words & by_longest.keys() for m in by_longest[word] if m.needed <= words]


def _find_markers(text: str, beginnings: frozenset[str]) -> Iterator[MarkerMatch]:
    patterns = _marker_patterns()
    end = 0
    for word in _any_of(beginnings).finditer(text):
        start = word.start()
        if start < end or (start and text[start - 1].isalpha()):
            continue
        pattern, found = patterns[word[0].lower()]
        match = pattern.match(text, start)
        if match is None:
            continue
        end = match.end()
        marker = found[(match.lastindex or 1) - 1]
        if not marker.trapped(text[end : end + _TRAP_REACH]):
            yield MarkerMatch(match.start(), end, marker)


@lru_cache(maxsize=256)
def _any_of(beginnings: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern for words printed in small letters, in capitals or with one; without flags it is the fastest."""
    printed = {form for word in beginnings for form in (word, word.capitalize(), word.upper())}
    return re.compile(rf"(?:{'|'.join(sorted(printed, key=len, reverse=True))})(?![^\W\d_])")


def may_report(text: str) -> bool:
    """Say whether a stretch of text could hold a report at all: a quick look that errs towards True.

    True for quotation marks, for any form of a verb that reports without them, for the verb and the
    telling word of an expression, for a reporting noun, for a marker (a weak one only where a clause begins),
    for any verb of an incise with a pronoun behind it (« Honte ! a-t-il lancé ») and for a conditional, which may be
    hearsay, for a colon at the end, for an adjective that reports in front of one (« Il est clair : rien ne bouge »).
    """
    if _MARKS.search(text) or (":" in text and _announces(text)):
        return True
    lowered = unicodedata.normalize("NFC", text.lower())
    words = set(_WORD.findall(lowered))
    return (
        any(map(_may_tell, words))
        or _may_hold_expression(words)
        or any(_incise_verbs().lemmas(w) for turned in _turned(lowered) for w in _WORD.findall(turned))
        or any(
            not found.marker.weak or _CLAUSE_START.search(lowered, 0, found.start)
            for found in _markers_of_words(lowered, words)
        )
        or _BY_WHICH.search(lowered) is not None
    )


_BY_WHICH = re.compile(r"\bselon l(?:equel|aquelle|esquel)")
"""« un rapport selon lequel les lits manquent »."""


def may_be_interrupted(text: str) -> bool:
    """Say whether words between marks may hold a report, or an incise of any verb: « J'ai eu peur, poursuit-il. Et … ».

    A quick look that errs towards True: the verb stands among the first words behind a comma, a dash or a stop.
    """
    return may_report(text) or any(
        _incise_verbs().lemmas(word)
        for match in _BEHIND_STOP.finditer(unicodedata.normalize("NFC", text.lower()))
        for word in _WORD.findall(match[1])
    )


@cache
def surface_stems() -> frozenset[str]:
    """Return the stems by which `may_report` knows a verb (« annonc », « annonç »)."""
    return frozenset(_unmarked_verbs().stems)


_TRAP_REACH = 60  # characters: more than the longest trap
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN_WORDS = re.compile(r"\W+")
_MARKS = re.compile('[«»“”„‹›"]')
_CLAUSE_START = re.compile(r"(?:^|[^\w\s])\s*(?:(?:mais|et|or|car)\s+)?\Z")
_BEHIND_STOP = re.compile(r"(?=[,–—!?…-]\s+((?:[\w'’-]+\s+){0,3}[\w'’-]+))")
_TURNED = re.compile(r"[,!?…–—]\s+((?:[\w'’]+\s+){0,2}[\w'’]+-(?:t-)?(?:ils?|elles?|on)(?:\s+[\w'’]+){0,2})")
_MARKED_FRAMES = frozenset({Frame.DIRECT, Frame.INCISE, Frame.OBJ, Frame.DE_OBJ, Frame.EN_OBJ})
_NOT_CONDITIONAL = frozenset(["trait", "portrait", "retrait", "extrait", "attrait"])


def _turned(lowered: str) -> list[str]:
    """Return what stands around a pronoun behind its verb, behind a mark: « … ! a-t-il lancé »."""
    turned = "-il" in lowered or "-elle" in lowered or "-on" in lowered
    return _TURNED.findall(lowered) if turned else []


def _announces(text: str) -> bool:
    """Tell whether a colon ends a text or stands behind an adjective that reports: « Il est clair : rien ne bouge »."""
    return text.rstrip().endswith(":") or _adjective_before_colon().search(text) is not None


@lru_cache(maxsize=WORDS)
def _may_tell(word: str) -> bool:
    """Tell whether a lower-case word is a noun or a verb that counts without quotation marks, or a conditional."""
    return word in _noun_forms() or _is_conditional(word) or bool(_unmarked_verbs().lemmas(word))


def _is_conditional(word: str) -> bool:
    return word.endswith(("rait", "raient")) and word not in _NOT_CONDITIONAL


def _counts_unmarked(entry: ReportingVerb | Expression) -> bool:
    return entry.category == "showing" or (not entry.needs_marks and not entry.frames <= _MARKED_FRAMES)


@cache
def _unmarked_verbs() -> Inflections:
    """Return the forms of the verbs that can count without quotation marks."""
    return inflections(frozenset(entry.lemma for entry in verbs().values() if _counts_unmarked(entry)))


@cache
def _incise_verbs() -> Inflections:
    """Return the forms of the verbs that can be slipped into somebody's words."""
    slipped = {Frame.INCISE, Frame.DIRECT}
    return inflections(frozenset(entry.lemma for entry in verbs().values() if entry.frames & slipped))


@cache
def _noun_forms() -> frozenset[str]:
    """Return the forms of the nouns that can count without quotation marks."""
    lemmas = {entry.lemma for entry in nouns().values() if not entry.frames <= _MARKED_FRAMES}
    return frozenset(lemma + plural for lemma in lemmas for plural in ("", "s", "x"))


def _may_hold_expression(words: set[str]) -> bool:
    """Say whether a verb stands among some words together with the word that makes it an expression."""
    heads_by_word = _words_of_expressions()
    heads = {head for word in words & heads_by_word.keys() for head in heads_by_word[word]}
    return bool(heads) and any(not heads.isdisjoint(_expression_heads().lemmas(word)) for word in words)


@cache
def _words_of_expressions() -> dict[str, frozenset[str]]:
    """Return the verbs of expressions that can count without marks, by the longest word that follows."""
    found: dict[str, set[str]] = {}
    for entry in filter(_counts_unmarked, all_expressions()):
        longest = max(_WORD.findall(" ".join(entry.rest)), key=len)
        for plural in ("", "s"):
            found.setdefault(longest + plural, set()).add(entry.head)
    return {word: frozenset(heads) for word, heads in found.items()}


@cache
def _expression_heads() -> Inflections:
    return inflections(frozenset(entry.head for entry in all_expressions()))


@cache
def _adjective_before_colon() -> re.Pattern[str]:
    """Return a pattern for the adjectives that report without marks, in any form, right before a colon."""
    stems = [re.escape(lemma) for lemma, entry in adjectives().items() if not entry.needs_marks]
    return re.compile(rf"(?<!\w)(?:{'|'.join(stems)})(?:le)?(?:e)?s?\s*:", re.IGNORECASE)


def _markers_of_words(lowered: str, words: set[str]) -> Iterator[MarkerMatch]:
    held = _held_by(words)
    return _find_markers(lowered, frozenset().union(*[m.beginnings for m in held])) if held else iter(())


@cache
def _words_of_markers() -> dict[str, list[MarkerWords]]:
    """Return what each marker needs, by its longest word; « de » and « à » may be printed otherwise."""
    beginnings: dict[tuple[str, frozenset[str]], set[str]] = {}
    for marker in markers():
        words = _WORD.findall(" ".join(marker.words))
        key = max(words, key=len), frozenset(words) - {"de", "à"}
        beginnings.setdefault(key, set()).update(_beginnings(marker))
    found: dict[str, list[MarkerWords]] = {}
    for (longest, needed), letters in beginnings.items():
        found.setdefault(longest, []).append(MarkerWords(longest, needed, frozenset(letters)))
    return found


def _beginnings(marker: Marker) -> set[str]:
    """Return the letters that a marker begins with; capitals often lack their accent: « A en croire le maire »."""
    letters = _WORD.findall(marker.words[0].lower())[0]
    return {letters, "a" if letters == "à" else letters}


@cache
def _marker_patterns() -> dict[str, tuple[re.Pattern[str], list[Marker]]]:
    """Return, by the letters that they begin with, a pattern for markers, and which marker each group is."""
    by_letters: dict[str, list[Marker]] = {}
    for marker in markers():
        for spelling in _beginnings(marker):
            by_letters.setdefault(spelling, []).append(marker)
    found = {}
    for letters, group in by_letters.items():
        alternatives = "|".join(f"({_surface(marker.words)})" for marker in group)
        found[letters] = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE), group
    return found


def _surface(words: tuple[str, ...]) -> str:
    """Return a pattern for words as printed: any white space, either apostrophe, contracted preposition."""
    contracted = {"de": r"(?:de(?![\w'’])|du(?!\w)|des(?!\w)|d['’])", "à": r"(?:à|aux?)(?!\w)"}
    parts = [re.escape(word).replace("'", "['’]") + ("" if word.endswith("'") else r"\s+") for word in words]
    if words[0] == "à":  # capitals often lack their accent: « A en croire le maire »
        parts[0] = r"[àa]\s+"
    if len(words) > 1 and words[-1] in contracted:
        parts[-1] = contracted[words[-1]]
    return "".join(parts).removesuffix(r"\s+")
