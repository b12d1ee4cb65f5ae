"""When two quotes are the same quote, two mentions the same source, two names the same person."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence, Set

from quotetrack.evaluation.annotation import WORD, Act, Annotation, Segment, Tokens

SEGMENT_IOU = 0.8
"""A verbatim stretch is found when this share of its tokens and of the prediction's coincides."""
CONTENT_IOU = 0.5
"""A quote is found (relaxed) when this share of its tokens and of the prediction's coincides."""
SOURCE_F1 = 0.5
"""A source is right when its mention and the gold one agree this much, articles and prepositions aside."""
NAME_F1 = 0.6
"""A resolved name is right when its words and those of the gold name agree this much."""

# What may stand before a name without being part of it.
_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "au", "aux", "à"})
_TITLES = frozenset({"m", "mm", "mme", "mlle", "me", "dr"})
_FUNCTION_WORDS = _ARTICLES | _TITLES


def iou(one: Tokens, other: Tokens) -> float:
    """Return the intersection over union of two sets of tokens, 0 for two empty ones."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def f1(one: Set[object], other: Set[object]) -> float:
    """Return the F1 (Dice) of two sets, 0 for two empty ones."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def match_acts(gold: Sequence[Act], predicted: Sequence[Act]) -> dict[int, int]:
    """Pair gold quotes with predicted ones, best content first, each used once: gold index → predicted index.

    Among equally good contents, the pair whose cues and sources agree goes first.
    """
    pairs = []
    for i, wanted in enumerate(gold):
        for j, found in enumerate(predicted):
            content = iou(wanted.tokens, found.tokens)
            if content >= CONTENT_IOU:
                cues_agree = bool(wanted.cue & found.cue) or not (wanted.cue or found.cue)
                agreement = cues_agree + bool(wanted.source & found.source)
                pairs.append((-content, -agreement, wanted.optional, i, j))
    return _one_to_one([(pair[3], pair[4]) for pair in sorted(pairs)])


def match_segments(gold: Sequence[Segment], predicted: Sequence[Segment]) -> dict[int, int]:
    """Pair gold stretches with predicted ones, best first, each used once: gold index → predicted index."""
    pairs = []
    for i, wanted in enumerate(gold):
        for j, found in enumerate(predicted):
            agreement = iou(wanted.tokens, found.tokens)
            if agreement >= SEGMENT_IOU:
                pairs.append((-agreement, i, j))
    return _one_to_one([(pair[1], pair[2]) for pair in sorted(pairs)])


def best_iou(segment: Segment, others: Sequence[Segment]) -> tuple[float, int]:
    """Return the best IoU with one of the others and that one's index; (0, -1) if there is none."""
    return max(((iou(segment.tokens, other.tokens), i) for i, other in enumerate(others)), default=(0.0, -1))


def right_source(text: Annotation, gold: Act, predicted: Act) -> bool:
    """Tell whether a matched prediction credits the right source, by mention if both have one."""
    if gold.source and predicted.source:
        return same_mention(text, gold, predicted)
    return same_name(gold, predicted.source_name)


def same_mention(text: Annotation, gold: Act, predicted: Act) -> bool:
    """Tell whether two mentions overlap and share their head.

    They do when half of their words agree, articles and prepositions aside, or when both hold the last name
    of the person: « M. Verdier » and « Anne Verdier, maire de la ville depuis 2014 ».
    """
    shared = gold.source & predicted.source
    if not shared:
        return False
    if f1(_content_words(text, gold.source), _content_words(text, predicted.source)) >= SOURCE_F1:
        return True
    if not (gold.person and gold.source_name):
        return False
    names = name_words(gold.source_name)
    return bool(names) and any(names[-1] in name_words(text.words[token].of(text.text)) for token in shared)


def same_name(gold: Act, name: str | None) -> bool:
    """Tell whether a name agrees with the gold one or an alias; that of a person must hold the last name."""
    if not name or not gold.source_name:
        return False
    found = name_words(name)
    for candidate in (gold.source_name, *gold.aliases):
        wanted = name_words(candidate)
        if wanted and f1(set(wanted), set(found)) >= NAME_F1 and (not gold.person or wanted[-1] in found):
            return True
    return False


def name_words(name: str) -> list[str]:
    """Return the words of a name, folded, without articles and titles unless there is nothing else."""
    words = [word.lower() for word in WORD.findall(_folded(name.replace("œ", "oe").replace("Œ", "oe")))]
    return [word for word in words if word not in _FOLDED_FUNCTION_WORDS] or words


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


_FOLDED_FUNCTION_WORDS = frozenset(_folded(word) for word in _FUNCTION_WORDS)


def _content_words(text: Annotation, tokens: Tokens) -> Tokens:
    kept = frozenset(t for t in tokens if text.words[t].of(text.text).lower() not in _FUNCTION_WORDS)
    return kept or tokens


def _one_to_one(pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    matched: dict[int, int] = {}
    used: set[int] = set()
    for i, j in pairs:
        if i not in matched and j not in used:
            matched[i] = j
            used.add(j)
    return matched
