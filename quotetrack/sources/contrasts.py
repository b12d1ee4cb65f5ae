"""Who is set against whoever spoke before: « De son côté, l'ingénieur … », « …, rétorque l'éleveur »."""

from __future__ import annotations

from quotetrack.lexicon.tables import word_class
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading
from quotetrack.sources.tokens import sentence_start


def set_against(reading: Reading, description: Description) -> bool:
    """« De son côté, l'ingénieur … », « …, rétorque l'éleveur »: somebody else than who just spoke."""
    tokens, behind = reading.tokens, description.last + 1
    near = (*tokens[max(description.start - 4, 0) : description.start], *tokens[behind : behind + 4])
    if any(t.folded.startswith(_ANSWERS) and not t.quoted for t in near):
        return True
    apart = behind + 1 < len(tokens) and tokens[behind].text == ","
    if apart and tokens[behind + 1].folded in {"lui", "elle", "quant"}:
        return True
    first = sentence_start(tokens, description.start)
    opening = " ".join(t.folded for t in tokens[first : min(first + 4, description.start)])
    return opening.startswith(_CONTRASTS)


_ANSWERS = tuple(word_class("answers"))
"""How verbs begin that answer, or second, somebody else."""


_CONTRASTS = (
    "de son cote",
    "pour sa part",
    "quant à",
    "quant au",
    "en face",
    "à l' inverse",
    "à l' oppose",
    "au contraire",
    "à son tour",
)
