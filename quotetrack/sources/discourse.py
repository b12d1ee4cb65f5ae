"""What a reader has in mind at each point of an article: who was mentioned, where, in which role."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from quotetrack.model import Gender
from quotetrack.sources.entities import Entity
from quotetrack.sources.tokens import Token

FARTHEST = 8
"""Sentences back beyond which no pronoun looks."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where an entity is mentioned.

    Attributes:
        at, last: indices of its first and last token.
        subject: it is a subject, by the parse or by its place.
        nested: it is a complement inside another noun phrase (« le porte-parole du ministre »).
        speaking: a report names it as its source there.
        pronoun: it is a pronoun.
    """

    at: int
    last: int
    entity: Entity
    subject: bool
    nested: bool = False
    speaking: bool = False
    pronoun: bool = False


@dataclass(slots=True)
class Discourse:
    """The references of a document up to the point that is being read."""

    tokens: Sequence[Token]
    trail: list[Reference] = field(default_factory=list)

    def before(self, at: int, inside: int | None = None) -> Iterator[Reference]:
        """Yield the references before a token, the nearest first: those of the frame, or of one passage."""
        for reference in reversed(self.trail):
            if reference.at < at and self.tokens[reference.at].passage == inside:
                yield reference

    def distance(self, reference: Reference, at: int) -> int:
        """Return how many printed sentences lie between a reference and a token."""
        return self.tokens[at].sentence - self.tokens[reference.at].sentence

    def salience(self, reference: Reference, at: int) -> float:
        """Return how present a reference is at a token: speakers, subjects and persons are, what is far is not."""
        paragraphs = self.tokens[at].paragraph - self.tokens[reference.at].paragraph
        score = 3.0 * reference.subject + 2.0 * reference.speaking - 2.0 * reference.nested
        score += {"person": 2.0, "anonymous": 1.5, "group": 1.0, "organisation": 0.5}.get(reference.entity.kind, 0.0)
        score -= 2.0 * self.distance(reference, at) + 0.5 * paragraphs
        return score + 0.3 * min(4, self._mentions(reference.entity, at))

    def most_salient(
        self,
        at: int,
        accept: Callable[[Reference], bool],
        inside: int | None = None,
        same_sentence: bool = True,
    ) -> Reference | None:
        """Return the most salient acceptable reference before a token, or None."""
        nearest = 0 if same_sentence else 1
        candidates = [
            r
            for r in self.before(at, inside)
            if nearest <= self.distance(r, at) <= FARTHEST and accept(r)
        ]
        return max(candidates, key=lambda r: (self.salience(r, at), r.at), default=None)

    def _mentions(self, entity: Entity, at: int) -> int:
        return sum(1 for r in self.trail if r.entity is entity and r.at < at and not self.tokens[r.at].quoted)


def agrees(entity: Entity, gender: Gender | None, plural: bool) -> bool:
    """Tell whether a pronoun of that gender and number may stand for an entity; an unknown gender may be either."""
    if entity.plural != plural or entity.kind == "place":
        return False
    return gender is None or entity.gender is None or entity.gender == gender
