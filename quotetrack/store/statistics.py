"""Who gets quoted: quotes counted by outlet and month, kind of source, gender, anonymity, and manner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from sqlite_utils import Database

from quotetrack.model import QuotetrackError

Dimension = Literal[
    "outlet", "month", "year", "source", "source_kind", "gender", "anonymity", "kind", "stance"
]

_KIND = "coalesce(s.kind, q.source_kind, 'unknown')"
_GENDER = "CASE WHEN coalesce(s.kind, q.source_kind) = 'person' THEN coalesce(s.gender, g.gender) END"
_COLUMNS = {
    "outlet": "d.outlet",
    "month": "CASE WHEN length(d.date) >= 7 THEN substr(d.date, 1, 7) END",
    "year": "substr(d.date, 1, 4)",
    "source_kind": _KIND,
    "gender": f"CASE WHEN {_KIND} = 'person' THEN coalesce({_GENDER}, 'unknown') END",
    "anonymity": f"CASE {_KIND} WHEN 'anonymous' THEN 'anonymous' WHEN 'unknown' THEN 'unknown' ELSE 'named' END",
    "kind": "q.kind",
    "stance": "q.stance",
    "source": "CASE WHEN EXISTS (SELECT 1 FROM sources o WHERE o.name = s.name AND o.id <> s.id)"
    " THEN s.name || ' [' || substr(s.id, 1, 8) || ']' ELSE s.name END",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Quotes counted for one group; the last fields count those of each sort.

    Attributes:
        group: the values of the dimensions asked for, in that order; None where the archive does not say. The
            gender of a person of whom nothing tells it is « unknown », that of other sources None. Sources of
            one name are told apart by the beginning of their id.
        quotes, documents, sources: how many quotes, in how many documents, of how many known sources.
        women, men: quotes of persons whose gender the articles give; ``gender_unknown`` of other persons.
        unknown: quotes without a source.
        second_hand: quotes reported inside somebody else's.
    """

    group: tuple[str | None, ...]
    quotes: int
    documents: int
    sources: int
    direct: int
    mixed: int
    indirect: int
    person: int
    women: int
    men: int
    gender_unknown: int
    collective: int
    organisation: int
    place: int
    document: int
    anonymous: int
    unknown: int
    hearsay: int
    second_hand: int


def tallies(db: Database, by: Sequence[str]) -> list[Tally]:
    """Count quotes for each group of the dimensions ``by``, in the order of their values; one total for none.

    Raises:
        QuotetrackError: there is no such dimension.
    """
    for name in by:
        if name not in _COLUMNS:
            raise QuotetrackError(f"Cannot count by “{name}”. Use: {', '.join(get_args(Dimension))}.")
    groups = [f"{_COLUMNS[name]} AS by_{number}" for number, name in enumerate(by)]
    order = ", ".join(f"by_{number}" for number in range(len(by)))
    sums = [f"coalesce(sum({condition}), 0)" for condition in _CONDITIONS]
    counts = ("count(*)", "count(DISTINCT q.document)", "count(DISTINCT q.source)")
    query = (
        f"SELECT {', '.join([*groups, *counts, *sums])}"
        " FROM quotes q JOIN documents d ON d.id = q.document LEFT JOIN sources s ON s.id = q.source"
        " LEFT JOIN sightings g ON g.id = q.sighting" + (f" GROUP BY {order} ORDER BY {order}" if by else "")
    )
    return [Tally(tuple(row[: len(by)]), *row[len(by) :]) for row in db.conn.execute(query)]


_CONDITIONS = (
    "q.kind = 'direct'",
    "q.kind = 'mixed'",
    "q.kind = 'indirect'",
    f"{_KIND} = 'person'",
    f"coalesce({_GENDER} = 'f', 0)",
    f"coalesce({_GENDER} = 'm', 0)",
    f"{_KIND} = 'person' AND {_GENDER} IS NULL",
    f"{_KIND} = 'group'",
    f"{_KIND} = 'organisation'",
    f"{_KIND} = 'place'",
    f"{_KIND} = 'document'",
    f"{_KIND} = 'anonymous'",
    f"{_KIND} = 'unknown'",
    "q.stance = 'hearsay'",
    "q.via IS NOT NULL",
)
