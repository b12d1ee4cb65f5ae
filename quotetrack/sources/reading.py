"""What is known while a document is being read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quotetrack.sources.discourse import Discourse
from quotetrack.sources.entities import Entity, Register
from quotetrack.sources.phrases import Description
from quotetrack.sources.tokens import Token


@dataclass(slots=True)
class Reading:
    """The state of reading: who the descriptions and pronouns turned out to be.

    Attributes:
        of_description: entity by the index of the head token.
        of_pronoun: entity by the index of the token.
        joined: the groups, by the identities of their members.
        speaking: indices of the tokens that belong to a mention of a source.
        second_roles: by the head of a description, what is said of the same person behind « et », without an article.
    """

    tokens: Sequence[Token]
    registered: Register
    discourse: Discourse
    speaking: frozenset[int]
    of_description: dict[int, Entity] = field(default_factory=dict)
    of_pronoun: dict[int, Entity] = field(default_factory=dict)
    joined: dict[frozenset[int], Entity] = field(default_factory=dict)
    second_roles: Mapping[int, Description] = field(default_factory=dict)
