"""Do two versions say the same? Decided by aligning their words.

    same       word for word, once folded
    contained  all of one stands in the other, word for word (« […] » may stand for what one leaves out)
    altered    most informative words of the shorter stand in order in the longer, close together
    unrelated  anything else

The answer depends on the two versions alone and is the same in both directions: that is what makes claims
independent of the order in which documents come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq, Opcode

from quotetrack.claims.versions import CAPITAL, Version

RelationKind = Literal["same", "contained", "altered", "unrelated"]

# How many informative words two versions must share before they are about the same thing. A fragment of two
# or three (« un jeu dangereux », « la sécurité des Français ») is common property unless the same person
# says it.
SHARED_KEYS = 4
SHARED_KEYS_SAME_MOUTH = 3
CONTAINED_KEYS_SAME_MOUTH = 2
# The same words in two mouths: short sentences are anybody's (« Nous sommes en guerre »,
# « Chacun doit prendre ses responsabilités »).
SAME_WORDS, SAME_KEYS = 6, 3
# Of the shorter version's informative words, how many must be found; and how densely.
COVERAGE = 0.7
DENSITY = 0.6


@dataclass(frozen=True, slots=True)
class Relation:
    """How two versions are related.

    Attributes:
        kind: same, contained, altered or unrelated.
        score: 0 to 1; share of the shorter version's words found in the other's aligned part.
    """

    kind: RelationKind
    score: float


UNRELATED = Relation("unrelated", 0.0)


def relate(one: Version, other: Version) -> Relation:
    """Tell how two versions are related; the order of the two makes no difference."""
    if _share_too_little(one, other):
        return UNRELATED
    familiar = same_mouth(one, other)
    if one.words == other.words:
        enough = familiar or (len(one.words) >= SAME_WORDS and len(one.keys) >= SAME_KEYS)
        return Relation("same", 1.0) if enough else UNRELATED
    short, long = sorted((one, other), key=lambda version: (len(version.words), version.words, version.key))
    enough_keys = CONTAINED_KEYS_SAME_MOUTH if familiar else SHARED_KEYS
    if len(short.keys) >= enough_keys and contains(long, short):
        return Relation("contained", 1.0)
    return _altered(one, other, familiar)


def _share_too_little(one: Version, other: Version) -> bool:
    """Tell by their words alone, in whatever order, that neither has enough of the other: so most pairs end."""
    short, long = (one, other) if len(one.keys) <= len(other.keys) else (other, one)
    missing = len(short.distinct_keys - long.distinct_keys)
    return missing > len(short.keys) - _ceiling(COVERAGE * len(short.keys))


def same_mouth(one: Version, other: Version) -> bool:
    """Tell whether two versions name the same known speaker: « Macron » and « Emmanuel Macron » do."""
    return same_name(one.mouth, other.mouth)


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names, as folded words, may be one: same last word, and one is part of the other."""
    if not one or not other or one[-1] != other[-1]:
        return False
    return set(one) <= set(other) or set(other) <= set(one)


def contains(long: Version, short: Version) -> bool:
    """Tell whether all words of ``short`` stand in ``long``, without a break except where one marks a gap."""
    position = 0
    for piece in short.pieces:
        found = long.spaced.find(piece, position)
        if found < 0:
            return False
        position = found + len(piece) - 1
    return True


def _altered(one: Version, other: Version, familiar: bool) -> Relation:
    """Compare the informative words in order; a conjugated form or another article costs nothing here."""
    short, long = sorted((one, other), key=lambda version: (len(version.keys), version.keys, version.key))
    size = len(short.keys)
    if not size:
        return UNRELATED
    if short.keys == long.keys:
        enough = SAME_KEYS if not familiar else 2
        return Relation("altered", _word_score(one, other)) if size >= enough else UNRELATED
    needed = max(SHARED_KEYS_SAME_MOUTH if familiar else SHARED_KEYS, _ceiling(COVERAGE * size))
    if size < needed or LCSseq.similarity(short.keys, long.keys, score_cutoff=needed) < needed:
        return UNRELATED
    blocks = [block for block in LCSseq.opcodes(short.keys, long.keys) if block.tag == "equal"]
    shared = sum(block.src_end - block.src_start for block in blocks)
    spread = blocks[-1].dest_end - blocks[0].dest_start
    if shared < DENSITY * spread or _about_another(short, blocks):
        return UNRELATED
    return Relation("altered", shared / size)


def _about_another(short: Version, blocks: Sequence[Opcode]) -> bool:
    """Tell whether a name and something else besides are other ones: names count twice then.

    « Nous fermerons le lycée de Brest avant l'été pour faire des économies » and « Nous fermerons l'école de Caen
    avant l'été pour faire des économies » share most of their words, but are not about the same thing.
    """
    names = [short.marked(place, CAPITAL) for place in short.key_positions]
    found = {place for block in blocks for place in range(block.src_start, block.src_end)}
    missing = [name for place, name in enumerate(names) if place not in found]
    if all(missing) or not any(missing):
        return False
    return len(found) + sum(names[place] for place in found) < COVERAGE * (len(names) + sum(names))


def _word_score(one: Version, other: Version) -> float:
    return float(LCSseq.normalized_similarity(one.words, other.words))


def _ceiling(value: float) -> int:
    return -int(-value // 1)
