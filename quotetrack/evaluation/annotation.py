"""An annotation (gold or predicted) as the scorer sees it: quotes and passages as sets of word tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from quotetrack.model import Kind, Span

Tokens = frozenset[int]
"""Positions of word tokens in the text."""

WORD = re.compile(r"\w+")

# Words that may join two quoted stretches of one direct quote: « … » et « … ».
_LINKING = frozenset({"et", "ou", "mais", "ni", "puis", "car", "de", "d", "que", "qu", "à"})


@dataclass(frozen=True, slots=True)
class Act:
    """One quote of an annotation; ``kind`` is derived from its spans, never read."""

    id: str
    kind: Kind
    content: Span
    tokens: Tokens
    cue: Tokens
    source: Tokens
    source_name: str | None
    aliases: tuple[str, ...]
    person: bool
    via: str | None
    hearsay: bool
    optional: bool
    rule: str

    @property
    def sourced(self) -> bool:
        """Tell whether the quote says who speaks, by a mention or by a name."""
        return bool(self.source or self.source_name)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch between quotation marks."""

    span: Span
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class Annotation:
    """A text with what an annotator, or a program, found in it.

    Attributes:
        words: the word tokens of the text, in order.
        acts: the quotes.
        speech: the verbatim stretches of all quotes, each once, optional quotes left out.
        optional: stretches that count neither for nor against.
        non_speech: stretches between marks that are nobody's words.
    """

    text: str
    words: tuple[Span, ...]
    acts: tuple[Act, ...]
    speech: tuple[Segment, ...]
    optional: tuple[Segment, ...]
    non_speech: tuple[Segment, ...]

    def printed(self, tokens: Tokens) -> str:
        """Return the text from the first to the last of these tokens; a dash for none."""
        if not tokens:
            return "-"
        return self.text[self.words[min(tokens)].start : self.words[max(tokens)].end]


def read_annotation(text: str, record: Mapping[str, Any]) -> Annotation:
    """Read a record in the JSON format of ``quotetrack extract``; what has no usable span is left out."""
    words = tuple(Span(*match.span()) for match in WORD.finditer(text))
    tokens = _Tokens(words)
    acts: list[Act] = []
    speech: dict[Tokens, Segment] = {}
    optional: list[Segment] = []
    for number, quote in enumerate(record.get("quotes") or (), start=1):
        content = _span(quote.get("content"))
        if content is None or not tokens.of(content):
            continue
        verbatim = _spans(quote.get("verbatim"))
        act = _read_act(quote, number, text, content, verbatim, tokens)
        acts.append(act)
        for segment in tokens.segments(verbatim):
            if act.optional:
                optional.append(segment)
            else:
                speech.setdefault(segment.tokens, segment)
    optional = [segment for segment in optional if segment.tokens not in speech]
    non_speech: list[Segment] = []
    for item in record.get("non_speech") or ():
        (optional if item.get("optional") else non_speech).extend(tokens.segments(_spans([item.get("span")])))
    return Annotation(text, words, tuple(acts), tuple(speech.values()), tuple(optional), tuple(non_speech))


def derived_kind(text: str, content: Span, verbatim: Iterable[Span], cue: Span | None) -> Kind:
    """Return direct, mixed or indirect by how much of the content stands between quotation marks.

    Direct allows a gap between two stretches if it holds the cue (« Le pont, a-t-elle dit, rouvrira ») or
    nothing but linking words (« oui » et « non »).
    """
    stretches = sorted(verbatim)
    if not stretches:
        return "indirect"
    before = text[content.start : max(content.start, stretches[0].start)]
    after = text[min(stretches[-1].end, content.end) : content.end]
    if WORD.search(before) or WORD.search(after):
        return "mixed"
    for left, right in pairwise(stretches):
        if right.start <= left.end or (cue is not None and cue.overlaps(Span(left.end, right.start))):
            continue
        if any(word.lower() not in _LINKING for word in WORD.findall(text[left.end : right.start])):
            return "mixed"
    return "direct"


class _Tokens:
    """Finds the word tokens that a span touches."""

    def __init__(self, words: Iterable[Span]) -> None:
        self._starts, self._ends = [], []
        for word in words:
            self._starts.append(word.start)
            self._ends.append(word.end)

    def of(self, span: Span | None) -> Tokens:
        if span is None:
            return frozenset()
        return frozenset(range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)))

    def segments(self, spans: Iterable[Span]) -> Iterable[Segment]:
        return [Segment(span, tokens) for span in spans if (tokens := self.of(span))]


def _read_act(
    quote: Mapping[str, Any], number: int, text: str, content: Span, verbatim: list[Span], tokens: _Tokens
) -> Act:
    cue = _span(quote.get("cue"))
    return Act(
        id=str(quote.get("id", f"#{number}")),
        kind=derived_kind(text, content, verbatim, cue),
        content=content,
        tokens=tokens.of(content),
        cue=tokens.of(cue),
        source=tokens.of(_span(quote.get("source"))),
        source_name=quote.get("source_name"),
        aliases=tuple(quote.get("source_aliases") or ()),
        person=quote.get("source_kind") == "person",
        via=quote.get("via"),
        hearsay=quote.get("stance") == "hearsay",
        optional=bool(quote.get("optional")),
        rule=str(quote.get("rule") or ""),
    )


def _spans(values: Iterable[object] | None) -> list[Span]:
    return [span for value in values or () if (span := _span(value)) is not None]


def _span(value: object) -> Span | None:
    match value:
        case [int(start), int(end)] if start < end:
            return Span(start, end)
    return None
