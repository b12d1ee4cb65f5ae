"""The database: one SQLite file of documents, quotes, sources, reviews; the only package that knows SQL."""

from quotetrack.store.rows import (
    VERDICTS,
    DecisionRow,
    DocumentRow,
    NameRow,
    QuoteRow,
    ReviewRow,
    RoleRow,
    Saved,
    SightingRow,
    SourceRow,
    Verdict,
)
from quotetrack.store.store import ClaimStore

__all__ = [
    "VERDICTS",
    "ClaimStore",
    "DecisionRow",
    "DocumentRow",
    "NameRow",
    "QuoteRow",
    "ReviewRow",
    "RoleRow",
    "Saved",
    "SightingRow",
    "SourceRow",
    "Verdict",
]
