"""Who is who across documents: pure decisions, which the store carries out.

A document's source is first reduced to a *sighting*: the key that it can be known by elsewhere, if any.
Sightings with one key are one source, unless the evidence speaks against it; what a person decided comes
after that and wins. Each answer depends on the set of documents and decisions only, never on their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quotetrack.memory import NAMES
from quotetrack.model import Gender, Source, content_hash
from quotetrack.sources.identity import acronym_key, fold, person_key, power_key

POWERS = ("organisation", "place")
_RESTS_ON = {"person": "full name", "power": "name", "document": "title"}


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes a source one: a key, and the variant that tells homonyms apart.

    Attributes:
        key: "person:…", "power:…", "wikidata:…", or "in ARTICLE:…" for a source that only one article knows.
        variant: "" normally; "m" or "f" where a man and a woman bear the name; "@ARTICLE" where it cannot be
            known which of them an article means.
    """

    key: str
    variant: str = ""

    @property
    def id(self) -> str:
        """The source's id in the database."""
        return _source_id(self.key, self.variant)


@lru_cache(maxsize=NAMES)
def _source_id(key: str, variant: str) -> str:
    return content_hash("source", key, variant)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A source as one article knows it, reduced to what counts for who it is.

    Attributes:
        key: as in `Identity`.
        article: the article that it stands in.
        called: the folded name that the article gives it.
        gender: what the article says.
        acronym: key of the short form that the article explains by this name (« … (RNI) »).
    """

    key: str
    article: str
    called: str
    gender: Gender | None = None
    acronym: str | None = None

    @property
    def rests_on(self) -> str:
        """What the key is, for people."""
        return _RESTS_ON.get(self.key.partition(":")[0], "known in this article only")


@dataclass(frozen=True, slots=True)
class Known:
    """An imported source that bears a name."""

    identity: Identity
    gender: Gender | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What all the documents and imports together say about one key.

    Attributes:
        conflict: both a man and a woman bear the name, and nobody decided that they are one person.
        known: the imported sources that bear it.
        expansions: what it is short for, where it is an acronym.
    """

    conflict: bool = False
    known: tuple[Known, ...] = ()
    expansions: tuple[Identity, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of a human decision: the sightings of ``key`` and ``variant`` belong to ``target``.

    Attributes:
        variant: as in `Identity`, or "=NAME" for those that their article calls so.
        gender: of the source at the time of the decision.
        target_gender: the target's, at that time.
    """

    decision: int
    key: str
    variant: str
    gender: Gender | None
    target: Identity
    target_gender: Gender | None


def sight(source: Source, article: str, ordinal: int = 0) -> Sighting:
    """Reduce a document's source to what it can be known by in other documents.

    Args:
        source: as resolved within the document.
        article: what identifies the article, whichever version of it.
        ordinal: tells apart sources of one article with the same name and kind.
    """
    called = fold(source.name)
    if source.kind == "person" and (found := _full_name(source)):
        return Sighting(f"person:{found}", article, called, source.gender)
    if source.kind in POWERS and (powered := power_key(source.name)):
        full, acronym = _expanded(source, powered)
        return Sighting(f"power:{full}", article, called, None, acronym and f"power:{acronym}")
    if source.kind == "document" and (titled := power_key(source.name)):
        return Sighting(f"document:{titled}", article, called)
    place = f"in {article}:{source.kind}:{source.name}" + (f"#{ordinal}" if ordinal else "")
    return Sighting(place, article, called, source.gender)


def is_local(key: str) -> bool:
    """Tell whether only one article can know a source with this key."""
    return key.startswith("in ")


def settle(sighting: Sighting, evidence: Evidence) -> tuple[Identity, str]:
    """Return who a sighting is, before human decisions, and why."""
    key, gender = sighting.key, sighting.gender
    if is_local(key):
        return Identity(key), sighting.rests_on
    apart = Identity(key, f"@{sighting.article}")
    if evidence.conflict and gender is None:
        return apart, "a man and a woman bear this name, and the article does not say which"
    matching = [k for k in evidence.known if _agree(k.gender, gender, strictly=evidence.conflict)]
    if len(matching) == 1:
        return matching[0].identity, f"imported {sighting.rests_on}"
    if matching:
        return apart, "several imported sources bear this name"
    if evidence.conflict:
        return Identity(key, gender or ""), f"same {sighting.rests_on} and gender"
    if len(evidence.expansions) == 1:
        return evidence.expansions[0], "acronym of the only name that it is explained by"
    return Identity(key), f"same {sighting.rests_on}"


def follow(
    identity: Identity,
    edges_of: Callable[[str], Sequence[Edge]],
    conflict_of: Callable[[str], bool],
    sighting: Sighting | None = None,
) -> tuple[Identity, tuple[int, ...]]:
    """Return where human decisions lead from ``identity``, and the decisions on the way.

    Args:
        identity: who it is before them.
        edges_of: the decisions in force about a key, the latest first.
        conflict_of: whether a man and a woman bear a key's name.
        sighting: what is being placed, if it is one: decisions about one article or one name apply to it.
    """
    taken: list[int] = []
    seen = {identity}
    while True:
        edge = None
        if sighting is not None:
            edge = _first(edges_of(sighting.key), {f"@{sighting.article}", f"={sighting.called}"})
            sighting = None
        if edge is None:
            conflict = conflict_of(identity.key)
            edge = next(
                (e for e in edges_of(identity.key) if concerns(e.variant, e.gender, identity, conflict)), None
            )
        if edge is None:
            return identity, tuple(taken)
        taken.append(edge.decision)
        identity = standing(edge.target, edge.target_gender, conflict_of(edge.target.key))
        if (
            identity in seen
        ):  # homonyms that came or went can close a circle: any one point of it, but always the same
            return min(seen, key=lambda i: i.id), tuple(taken)
        seen.add(identity)


def concerns(variant: str, gender: Gender | None, identity: Identity, conflict: bool) -> bool:
    """Tell whether a decision on a variant of a key, taken when its gender was so, concerns ``identity``."""
    if variant == identity.variant:
        return True
    if not conflict:
        return identity.variant == "" and variant in ("m", "f")
    if variant != "":
        return False
    return gender == identity.variant or (gender is None and identity.variant.startswith("@"))


def standing(identity: Identity, gender: Gender | None, conflict: bool) -> Identity:
    """Return what an identity of the past is called today, when homonyms have appeared or gone since."""
    if conflict and identity.variant == "" and gender is not None:
        return Identity(identity.key, gender)
    if not conflict and identity.variant in ("m", "f"):
        return Identity(identity.key)
    return identity


def _full_name(source: Source) -> str | None:
    if key := person_key(source.name):
        return key
    keys = {key for alias in source.aliases if (key := person_key(alias))}
    return keys.pop() if len(keys) == 1 else None


def _expanded(source: Source, key: str) -> tuple[str, str | None]:
    """Return the key of the long name and the key of the short one that the article explains by it."""
    for alias in source.aliases:
        if short := acronym_key(alias, source.name):
            return key, short
        if (long := power_key(alias)) and acronym_key(source.name, alias):
            return long, key
    return key, None


def _agree(one: Gender | None, other: Gender | None, *, strictly: bool) -> bool:
    return one == other if strictly else one is None or other is None or one == other


def _first(edges: Iterable[Edge], variants: set[str]) -> Edge | None:
    return next((edge for edge in edges if edge.variant in variants), None)
