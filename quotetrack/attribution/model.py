"""What the constructions yield: reports, before verbatim, chains and speakers are settled."""

from __future__ import annotations

from quotetrack.model import Span, Stance
from quotetrack.values import value


@value
class Reference:
    """The mention that a cue points to.

    Attributes:
        span: the noun phrase or pronoun as it stands (« le responsable », « il » of « a-t-il »).
        sentence, head: where its head stands in the parse, if it was parsed.
    """

    span: Span
    sentence: int | None = None
    head: int | None = None


@value
class Report:
    """One report as a construction sees it.

    Attributes:
        rule: name of the construction.
        content: the reported content.
        sentence: index of the sentence of its cue.
        passages: indices of the passages that the construction takes for words of this report, where it knows.
        cue: the verb group or marker.
        cut: stretches inside the content that are not its words (incises).
        source: the mention that the cue points to.
        same_as: index of the report whose speaker goes on here, for reports without a source of their own.
        carries_on: the speaker is that of the report before (« Et d'ajouter : « … » »).
        rank: of two reports of the same content and cue the one of lower rank stays.
    """

    rule: str
    content: Span
    sentence: int | None = None
    passages: tuple[int, ...] = ()
    cue: Span | None = None
    cut: tuple[Span, ...] = ()
    source: Reference | None = None
    addressee: Span | None = None
    medium: Span | None = None
    stance: Stance = "asserted"
    same_as: int | None = None
    rank: int = 0
    carries_on: bool = False
