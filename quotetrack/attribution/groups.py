"""Where the verb group of a cue begins and ends in its sentence: « n'a jamais laissé entendre »."""

from __future__ import annotations

from quotetrack.attribution.cues import Cue
from quotetrack.syntax import Sentence


def group_start(sentence: Sentence, cue: Cue) -> int:
    """Return the id of the first word of a cue's verb group."""
    return min((w.id for w in sentence.words if cue.span.contains(w.span)), default=cue.word.id)


def group_end(sentence: Sentence, cue: Cue) -> int:
    """Return the id of the last word of a cue's verb group (« a laissé tomber »)."""
    near = sentence.words[: cue.word.id + 4]
    start, end = cue.span.start, cue.span.end
    return max([w.id for w in near if start <= w.start and w.end <= end], default=cue.word.id)
