"""A version: one wording, in one mouth, printed in one way; the unit that claims are made of.

A thousand copies of one agency quote are one version, so what is compared grows with what is said, not with
how often it is printed. Two quotes are the same version when the folded words, what of them stands in
quotation marks, the speaker's name, the stance and the length of the chain that they came by are all the
same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from quotetrack.claims.folding import Word, fold, fold_word
from quotetrack.claims.function_words import FUNCTION_WORDS, word_set
from quotetrack.memory import NAMES, WORDS
from quotetrack.model import Extraction, Quote, Span, Stance, content_hash

VERBATIM, CAPITAL, GAP = 1, 2, 4
# With fewer informative words of its own, a quote that reports another one is a mere frame.
OWN_KEYS = 4


@dataclass(frozen=True)
class Version:
    """One wording of a claim.

    Attributes:
        key: 16 hexadecimal digits that identify the version whatever documents print it; the first eight are
            those of its words.
        words: the folded words.
        marks: one digit a word, the sum of VERBATIM (inside quotation marks), CAPITAL (probably a name) and
        GAP (words may be missing before it).
        speaker: the speaker's name as resolved ("" when unknown).
        speaker_kind: ``SourceKind`` of the speaker.
        stance: asserted or hearsay.
        depth: how many sources stand between the speaker and the article (0: quoted directly).
    """

    key: str
    words: tuple[str, ...]
    marks: str
    speaker: str
    speaker_kind: str
    stance: Stance
    depth: int

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The informative words, cut to what survives conjugation: « rouvriront » → « rouvr »."""
        return tuple(filter(None, map(informative_key, self.words)))

    @cached_property
    def distinct_keys(self) -> frozenset[str]:
        """``keys``, each once and in no order."""
        return frozenset(self.keys)

    @cached_property
    def key_positions(self) -> tuple[int, ...]:
        """Where each of ``keys`` stands in ``words``."""
        return tuple(place for place, word in enumerate(self.words) if informative_key(word))

    @cached_property
    def mouth(self) -> tuple[str, ...]:
        """The speaker's name in folded words, titles dropped; empty for unknown and anonymous speakers."""
        return () if self.speaker_kind == "anonymous" else name_words(self.speaker)

    @cached_property
    def spaced(self) -> str:
        """The words with a space before and after each: what whole words are found in."""
        return f" {' '.join(self.words)} "

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """What stands between the gaps, likewise: « nous […] partirons ensemble » in two."""
        gaps = [place for place in range(1, len(self.words)) if self.marked(place, GAP)]
        return tuple(
            f" {' '.join(self.words[start:end])} " for start, end in pairwise([0, *gaps, len(self.words)])
        )

    def verbatim(self, start: int, end: int) -> int:
        """Count the words between two places that stand inside quotation marks."""
        return sum(int(mark) & VERBATIM for mark in self.marks[start:end])

    def marked(self, place: int, mark: int) -> bool:
        """Tell whether a word carries VERBATIM, CAPITAL or GAP."""
        return bool(int(self.marks[place]) & mark)


def versions(extraction: Extraction) -> Iterator[tuple[Quote, Version]]:
    """Yield each quote with its version; quotes without words of their own are left out."""
    reported: dict[str, list[Span]] = {}
    for quote in extraction.quotes:
        if quote.via is not None:
            reported.setdefault(quote.via, []).append(quote.content)
    vias = {quote.id: quote.via for quote in extraction.quotes}
    for quote in extraction.quotes:
        speaker = quote.speaker
        version = version_of(
            quote.content.of(extraction.document.text),
            quote.content.start,
            verbatim=quote.verbatim,
            reported=reported.get(quote.id, ()),
            speaker=speaker.name if speaker else "",
            speaker_kind=speaker.kind if speaker else "unknown",
            stance=quote.stance,
            depth=chain_length(quote.id, vias),
        )
        if version is not None:
            yield quote, version


def version_of(
    text: str,
    start: int,
    *,
    verbatim: Sequence[Span],
    reported: Sequence[Span] = (),
    speaker: str,
    speaker_kind: str,
    stance: Stance,
    depth: int,
) -> Version | None:
    """Return the version that a quote prints; None if it has no word, or only passes on somebody else's.

    « Le Kremlin a dit que Poutine avait répondu : « Non » » claims nothing beyond what Poutine answered.

    Args:
        text: the quote's content.
        start: where ``text`` stands in the document.
        verbatim: what stands inside quotation marks, as positions in the document.
        reported: contents of the quotes that this one reports; they are somebody else's words.
        speaker, speaker_kind, stance, depth: see `Version`.
    """
    words = printed_words(text, start, reported)
    if not words or (reported and sum(bool(informative_key(word.form)) for word in words) < OWN_KEYS):
        return None
    parts = [(part.start - start, part.end - start) for part in verbatim]
    forms = tuple([word.form for word in words])
    return make_version(forms, _marks(words, parts), speaker, speaker_kind, stance, depth)


def _marks(words: Sequence[Word], verbatim: Sequence[tuple[int, int]]) -> str:
    first, last = words[0].start, words[-1].end
    if not verbatim or any(start <= first and last <= end for start, end in verbatim):
        inside = VERBATIM if verbatim else 0
        return "".join([_DIGITS[inside + CAPITAL * capital + GAP * gap] for _, _, _, capital, gap in words])
    marks = []
    for _, start, end, capital, gap in words:
        inside = VERBATIM * any([first <= start and end <= last for first, last in verbatim])
        marks.append(_DIGITS[inside + CAPITAL * capital + GAP * gap])
    return "".join(marks)


_DIGITS = "01234567"


def printed_words(text: str, start: int, reported: Sequence[Span] = ()) -> tuple[Word, ...]:
    """Return the folded words of a content that stands at ``start``, without what it reports of others.

    « Le Kremlin a dit que Poutine avait répondu : « Non » »: the Kremlin's own words are « Poutine avait
    répondu ». The words' spans are positions in ``text``.
    """
    whole = Span(start, start + len(text))
    return fold(text, without=[_shifted(part, -start) for part in reported if part != whole])


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def chain_length(quote: str, vias: Mapping[str, str | None]) -> int:
    """Count the quotes that a quote is reported through; ``vias`` gives the one above each."""
    depth, seen, above = 0, {quote}, vias.get(quote)
    while above is not None and above in vias and above not in seen:
        seen.add(above)
        depth += 1
        above = vias[above]
    return depth


def make_version(
    words: tuple[str, ...], marks: str, speaker: str, speaker_kind: str, stance: Stance, depth: int
) -> Version:
    """Return the version with its key, which every attribute goes into."""
    key = content_hash(
        " ".join(words), marks, " ".join(name_words(speaker)), speaker_kind, stance, str(depth)
    )
    return Version(key, words, marks, speaker, speaker_kind, stance, depth)


@lru_cache(maxsize=NAMES)
def name_words(name: str) -> tuple[str, ...]:
    """Return a name's folded words without titles and articles: « M. Emmanuel Macron » → emmanuel, macron."""
    words = re.findall(r"[^\W_]+", fold_word(name))
    return tuple(word for word in words if word not in _TITLES) or tuple(words)


_TITLES = word_set("m mm mme mlle monsieur madame me dr docteur pr le la les l un une des du de d")


@lru_cache(maxsize=WORDS)
def informative_key(word: str) -> str:
    """Return what of a folded word is compared by meaning, "" for a function word.

    « rouvriront » and « rouvriraient » → « rouvr »; « fini », « finies » → « fini »; a number stays whole.
    """
    if word[0].isdigit():
        return word
    if word in FUNCTION_WORDS or len(word) < 3:
        return ""
    return (word.rstrip("esx") or word)[:5]
