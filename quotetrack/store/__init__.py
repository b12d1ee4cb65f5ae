"""The database: one SQLite file of documents, quotes, sources, reviews; the only package that knows SQL."""

from quotetrack.store.rows import (
    VERDICTS,
    DecisionRow,
    DocumentRow,
    Imported,
    NameRow,
    QuoteRow,
    ReviewRow,
    RoleRow,
    Saved,
    SightingRow,
    SourceRow,
    Verdict,
)
from quotetrack.store.statistics import Tally
from quotetrack.store.store import ClaimStore

__all__ = [
    "VERDICTS",
    "ClaimStore",
    "DecisionRow",
    "DocumentRow",
    "Imported",
    "NameRow",
    "QuoteRow",
    "ReviewRow",
    "RoleRow",
    "Saved",
    "SightingRow",
    "SourceRow",
    "Tally",
    "Verdict",
]
