"""Claims: versions that say the same, directly or by way of other versions.

`kinship` decides for two versions, by those two alone; a claim is a connected group of kindred versions. So
the claims of a set of documents are what they are, whatever order the documents came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from quotetrack.claims.alignment import RelationKind, relate
from quotetrack.claims.differences import difference
from quotetrack.claims.shingles import candidates, shingles
from quotetrack.claims.touched import Touched
from quotetrack.claims.versions import Version

Node = TypeVar("Node", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Kinship:
    """Why two versions are of one claim, and how they differ.

    Attributes:
        kind: same, contained or altered.
        score: 0 to 1, see `Relation`.
        touched: what the differing words are about, gravest first.
        touched_verbatim: the same for words inside quotation marks in both versions.
        shared: number of words found in both.
        verbatim: how many of those stand inside quotation marks, in each of the two versions.
    """

    kind: RelationKind
    score: float
    touched: tuple[Touched, ...]
    touched_verbatim: tuple[Touched, ...]
    shared: int
    verbatim: tuple[int, int]


def kinship(one: Version, other: Version) -> Kinship | None:
    """Tell how two versions are of one claim; None if they are not."""
    relation = relate(one, other)
    if relation.kind == "unrelated":
        return None
    found = difference(one, other)
    return Kinship(
        relation.kind,
        relation.score,
        found.touched,
        found.touched_verbatim,
        found.shared,
        (found.verbatim_before, found.verbatim_after),
    )


def kinships(versions: Iterable[Version]) -> dict[tuple[str, str], Kinship]:
    """Return every kinship among versions held in memory, by the two keys, the smaller first."""
    known = {version.key: version for version in versions}
    found = {}
    for one, other in _candidates(known):
        kin = kinship(known[one], known[other])
        if kin is not None:
            found[one, other] = kin
    return found


def groups(nodes: Iterable[Node], pairs: Iterable[tuple[Node, Node]]) -> list[set[Node]]:
    """Return the connected groups of a graph, in the order of ``nodes``."""
    neighbours: dict[Node, list[Node]] = defaultdict(list)
    for one, other in pairs:
        neighbours[one].append(other)
        neighbours[other].append(one)
    seen: set[Node] = set()
    found: list[set[Node]] = []
    for node in nodes:
        if node in seen:
            continue
        group, waiting = {node}, [node]
        while waiting:
            for neighbour in neighbours[waiting.pop()]:
                if neighbour not in group:
                    group.add(neighbour)
                    waiting.append(neighbour)
        seen |= group
        found.append(group)
    return found


def _candidates(known: Mapping[str, Version]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that share enough shingles, or all their words."""
    index: dict[int, list[tuple[str, int]]] = defaultdict(list)
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(known):
        version = known[key]
        twins = alike[version.words]
        sorts = shingles(version)
        for other in {*candidates(sorts, lambda shingle: index[shingle]), *twins}:
            yield other, key
        twins.append(key)
        for hashes in sorts:
            for shingle in hashes:
                index[shingle].append((key, len(hashes)))
