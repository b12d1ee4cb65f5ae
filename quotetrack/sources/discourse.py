"""What a reader has in mind at each point of an article: who was mentioned, where, in which role."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter

from quotetrack.lexicon.institutions import institution, medium
from quotetrack.model import Gender
from quotetrack.sources.entities import Entity
from quotetrack.sources.tokens import Token
from quotetrack.values import value

REMEMBERED = 150
"""How many entities a description may choose from, besides those of its own role."""


FARTHEST = 8
"""Sentences back beyond which no pronoun looks."""

FARTHEST_BACK = 500
"""References back beyond which nobody is sought, whatever the sentences between: those of some 5,000 words."""


@value
class Reference:
    """One place where an entity is mentioned.

    Attributes:
        at, last: indices of its first and last token.
        subject: it is a subject, by the parse or by its place.
        nested: it is a complement inside another noun phrase (« le porte-parole du ministre »).
        speaking: a report names it as its source there.
        pronoun: it is a pronoun.
        gender: of the noun that stands for a thing there: « l'opérateur » is no « elle », though a company is; of a
            pronoun.
    """

    at: int
    last: int
    entity: Entity
    subject: bool
    nested: bool = False
    speaking: bool = False
    pronoun: bool = False
    gender: Gender | None = None


_ENTITY = attrgetter("entity")


@dataclass(slots=True)
class Discourse:
    """The references of a document up to the point that is being read.

    Attributes:
        framed: indices of the tokens that stand inside quotation marks but belong to the frame around.
        trail: the references so far, in order.
        places: the same by the passage in which they stand, None for the frame.
        mentions: how often each entity, by its identity, was mentioned in the frame.
        latest: the last reference to each in the frame, in the order of those references.
        speaking: indices of the tokens that a report names as its source.
        company: whose somebody is (« son éditrice »), by his identity.
        serving: who is somebody's lawyer, spokesman …, by his identity and the sort of role; None for two of a sort.
    """

    tokens: Sequence[Token]
    framed: frozenset[int] = frozenset()
    speaking: frozenset[int] = frozenset()
    trail: list[Reference] = field(default_factory=list)
    mentions: dict[int, int] = field(default_factory=dict)
    latest: dict[int, Reference] = field(default_factory=dict)
    places: dict[int | None, list[Reference]] = field(default_factory=dict)
    company: dict[int, Entity] = field(default_factory=dict)
    serving: dict[tuple[int, str], Entity | None] = field(default_factory=dict)

    def add(self, reference: Reference) -> None:
        """Note one more reference."""
        self.trail.append(reference)
        place = self.place(reference.at)
        self.places.setdefault(place, []).append(reference)
        if place is None:
            key = id(reference.entity)
            self.mentions[key] = self.mentions.get(key, 0) + 1
            self.latest.pop(key, None)
            self.latest[key] = reference

    def recent(self) -> Iterator[Entity]:
        """Yield the entities that a reader may still have in mind, the last mentioned first."""
        return map(_ENTITY, islice(reversed(self.latest.values()), REMEMBERED))

    def place(self, at: int) -> int | None:
        """Return the passage that a token is quoted in; None in the frame and in an aside inside the marks.

        « Trop tard, prévient la porte-parole. Et après ? »: the porte-parole is not part of the words.
        """
        return None if at in self.framed else self.tokens[at].passage

    def before(self, at: int, inside: int | None = None) -> Iterator[Reference]:
        """Return the references before a token, the nearest first: those of the frame, or of one passage.

        No article needs so many; a text that goes on for ever is not read again for each of its words.
        """
        references = self.places.get(inside, ())
        return islice((r for r in reversed(references) if r.at < at), FARTHEST_BACK)

    def distance(self, reference: Reference, at: int) -> int:
        """Return how many printed sentences lie between a reference and a token."""
        return self.tokens[at].sentence - self.tokens[reference.at].sentence

    def narrated(self, reference: Reference, at: int) -> int:
        """Return how many sentences lie between where the author himself speaks: quoted ones do not count."""
        between = (t for t in self.tokens[reference.at : at] if t.is_word and self.place(t.index) is None)
        return len({t.sentence for t in between} - {self.tokens[at].sentence})

    def salience(self, reference: Reference, at: int) -> float:
        """Return how present a reference is at a token: speakers, subjects and persons are, what is far is not."""
        paragraphs = self.tokens[at].paragraph - self.tokens[reference.at].paragraph
        distance = self.distance(reference, at)
        score = 3.0 * reference.subject + 1.0 * reference.speaking - 2.0 * reference.nested
        score += {"person": 3.0, "anonymous": 2.5, "unknown": 1.5, "organisation": 1.0}.get(
            reference.entity.kind, 0.0
        )
        score -= 2.0 * distance + 0.5 * paragraphs
        score += 0.5 * (reference.subject and self.tokens[reference.at].initial)
        score += 0.7 * (reference.subject and not reference.nested and distance == 0)
        return score + 0.3 * min(4, self.mentions.get(id(reference.entity), 0))

    def most_salient(
        self,
        at: int,
        accept: Callable[[Reference], bool],
        inside: int | None = None,
        same_sentence: bool = True,
    ) -> Reference | None:
        """Return the most salient acceptable reference before a token, or None."""
        nearest = 0 if same_sentence else 1
        candidates: list[Reference] = []
        for reference in self.before(at, inside):
            distance = self.distance(reference, at)
            if distance > FARTHEST:
                break
            if distance >= nearest and accept(reference):
                candidates.append(reference)
        return max(candidates, key=lambda r: (self.salience(r, at), r.at), default=None)


def agrees(entity: Entity, gender: Gender | None, plural: bool) -> bool:
    """Tell whether a pronoun of that gender and number may stand for an entity; an unknown gender may be either."""
    if entity.plural != plural or entity.kind == "place":
        return False
    return gender is None or entity.gender is None or entity.gender == gender


def perhaps_place(discourse: Discourse, reference: Reference) -> bool:
    """« imprimeur à Nevers », « Dans le Tursan, »: a name of which nothing is known, behind a preposition of place."""
    before = [t.folded for t in discourse.tokens[max(reference.at - 2, 0) : reference.at]]
    if not before or reference.entity.roles:
        return False
    if (
        reference.entity.kind == "organisation"
        and before[0] == "dans"
        and before[-1] in {"le", "la", "l'", "les"}
    ):
        return medium(reference.entity.name) is None and institution(reference.entity.name) is None
    return reference.entity.kind == "unknown" and before[-1] in {"à", "en", "vers", "depuis", "pour"}
