"""Where the verb group of a cue begins and ends in its sentence: « n'a jamais laissé entendre »."""

from __future__ import annotations

from quotetrack.attribution.cues import Cue
from quotetrack.syntax import Sentence


def group_start(sentence: Sentence, cue: Cue) -> int:
    """Return the id of the first word of a cue's verb group."""
    first = cue.word.id
    for word in reversed(sentence.words[: first - 1]):
        if word.start < cue.span.start:
            break
        first = word.id
    return first


def group_end(sentence: Sentence, cue: Cue) -> int:
    """Return the id of the last word of a cue's verb group (« a laissé tomber »)."""
    last = cue.word.id
    for word in sentence.words[last:]:
        if word.start >= cue.span.end:
            break
        if word.end <= cue.span.end:
            last = word.id
    return last
