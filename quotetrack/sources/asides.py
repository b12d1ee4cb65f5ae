"""Whom « on » speaks for: « dit-on à l'Élysée », « Dans son entourage, on conteste »."""

from __future__ import annotations

from quotetrack.lexicon.institutions import institution
from quotetrack.lexicon.tables import word_class
from quotetrack.model import Source
from quotetrack.sources.capitals import STREETS
from quotetrack.sources.entities import Entity
from quotetrack.sources.lookup import CLAUSE_MARKS, Index
from quotetrack.sources.reading import Reading
from quotetrack.sources.tokens import text_of
from quotetrack.sources.wording import as_worded, entity_at


def where_one_says_so(index: Index, reading: Reading, at: int) -> Entity | Source | None:
    """Return the place that « on » speaks for: « dit-on à l'Élysée », « Dans son entourage, on conteste »."""
    tokens = index.tokens
    for behind in range(at + 1, min(at + 7, len(tokens))):
        if tokens[behind].text in CLAUSE_MARKS or tokens[behind].sentence != tokens[at].sentence:
            break
        if tokens[behind].folded in _LOCATIVES:
            asked = tokens[behind].folded in _TO and tokens[behind - 1].folded.startswith(_TO_SOMEBODY)
            return None if asked else _place_after(index, reading, behind)
        if tokens[behind].folded in STREETS and (address := _address(index, behind)) is not None:
            return address
    before = at - 1 if tokens[at - 1].folded == "l'" else at
    if before > 2 and tokens[before - 1].folded == "ou" and "ù" in tokens[before - 1].text:
        return _place_before(index, reading, before - 1)
    first = at
    while (
        first > 0
        and tokens[first - 1].sentence == tokens[at].sentence
        and tokens[first - 1].passage == tokens[at].passage
    ):
        first -= 1
    if tokens[first].folded in _LOCATIVES and at - first < 14:
        return _place_after(index, reading, first)
    if tokens[first].folded == "de" and first + 1 in index.descriptions and at - first < 14:
        # « De source gouvernementale, on assure … »
        described = index.descriptions[first + 1]
        return entity_at(index, reading, first + 1, range(0)) if described.lemma == "source" else None
    beside = (
        first + 1 if tokens[first].folded == "du" else first
    )  # « Du côté de la direction », « Côté direction »
    if tokens[beside].folded == "cote" and at - first < 14:
        return _place_after(index, reading, beside)
    # « Au cabinet du ministre, on précise … « Nous verrons », s'étonne-t-on. »
    for earlier in range(first - 1, -1, -1):
        if tokens[earlier].paragraph != tokens[at].paragraph:
            return None
        one = tokens[earlier].folded == "on" or tokens[earlier].folded.endswith("-on")
        if one and earlier in reading.speaking:
            return where_one_says_so(index, reading, earlier)
    return None


def _address(index: Index, street: int) -> Source | None:
    """Return the power that has this address: « assure-t-on avenue Duquesne »."""
    tokens = index.tokens
    for last in range(min(street + 4, len(tokens) - 1), street, -1):
        known = institution(text_of(tokens, street, last))
        if known is not None and known.stands_for:
            return Source(known.stands_for, "organisation", (known.name,))
    return None


def _place_after(index: Index, reading: Reading, preposition: int) -> Entity | Source | None:
    for i in range(preposition + 1, min(preposition + 6, len(index.tokens))):
        if i in index.names or i in index.descriptions:
            found = entity_at(index, reading, i, range(i, i + 1))
            people = found is not None and (
                found.kind in {"person", "anonymous"} or (found.kind == "group" and i not in index.names)
            )
            return None if people and index.tokens[preposition].folded in _TO else found
        if index.tokens[i].text in CLAUSE_MARKS or index.tokens[i].upos in {"VERB", "AUX"}:
            return _camp(index, preposition, i)
    return None


def _camp(index: Index, preposition: int, end: int) -> Source | None:
    """Return those whose home « chez » names: « Chez les grévistes, on dénonce … »."""
    tokens = index.tokens
    if tokens[preposition].folded != "chez" or tokens[preposition + 1].folded not in {"les", "ces"}:
        return None
    return as_worded(index, range(preposition + 1, end))


def _place_before(index: Index, reading: Reading, relative: int) -> Entity | Source | None:
    """Return the place that a relative « où » stands for: « au Quai d'Orsay, où l'on rappelle »."""
    tokens = index.tokens
    last = relative - 1 if tokens[relative - 1].text != "," else relative - 2
    for i in range(last, max(-1, last - 8), -1):
        if tokens[i].text in CLAUSE_MARKS:
            return None
        if i in index.names and index.names[i].last == last and i not in index.introduced:
            return reading.registered.of_name[i]
        if i in index.descriptions and index.descriptions[i].last == last:
            return entity_at(index, reading, i, range(i, i + 1))
    return None


_LOCATIVES = {"à", "au", "aux", "chez", "dans"}
_TO = {"à", "au", "aux"}
"""« On a demandé au maire s'il partait »: to whom it is said, no house where it is."""
_TO_SOMEBODY = tuple(word_class("begins what one says to somebody"))
"""« On propose au gouvernement de payer »: to whom."""
