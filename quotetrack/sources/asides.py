"""Whom « on » speaks for: « dit-on à l'Élysée », « Dans son entourage, on conteste »."""

from __future__ import annotations

from quotetrack.model import Source
from quotetrack.sources.entities import Entity
from quotetrack.sources.lookup import CLAUSE_MARKS, Index
from quotetrack.sources.reading import Reading
from quotetrack.sources.wording import entity_at


def where_one_says_so(index: Index, reading: Reading, at: int) -> Entity | Source | None:
    """Return the place that « on » speaks for: « dit-on à l'Élysée », « Dans son entourage, on conteste »."""
    tokens = index.tokens
    for behind in range(at + 1, min(at + 7, len(tokens))):
        if tokens[behind].text in CLAUSE_MARKS or tokens[behind].sentence != tokens[at].sentence:
            break
        if tokens[behind].folded in _LOCATIVES:
            return _place_after(index, reading, behind)
    first = at
    while (
        first > 0
        and tokens[first - 1].sentence == tokens[at].sentence
        and tokens[first - 1].passage == tokens[at].passage
    ):
        first -= 1
    if tokens[first].folded in _LOCATIVES and at - first < 14:
        return _place_after(index, reading, first)
    return None


def _place_after(index: Index, reading: Reading, preposition: int) -> Entity | Source | None:
    for i in range(preposition + 1, min(preposition + 6, len(index.tokens))):
        if i in index.names or i in index.descriptions:
            return entity_at(index, reading, i, range(i, i + 1))
        if index.tokens[i].text in CLAUSE_MARKS or index.tokens[i].upos in {"VERB", "AUX"}:
            return None
    return None


_LOCATIVES = {"à", "au", "aux", "chez", "dans"}
