"""What people decide about sources: two are one, one is two, another name. Kept, replayed, undone at will.

A decision is written in terms of keys, articles and words (`decision_edges`), not of rows, so that it holds
again whenever the articles are extracted anew, and for articles that are yet to come.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from quotetrack.model import QuotetrackError
from quotetrack.sources.identity import fold
from quotetrack.sources.registry import Identity
from quotetrack.store.presence import refresh
from quotetrack.store.registry import assign_quotes, resettle
from quotetrack.store.rows import DecisionRow, QuoteRow, SourceRow

_SELECT = (
    "SELECT id, action, source, source_name, target, target_name, by, note, decided_at, undone_at"
    " FROM decisions"
)


def merge(
    db: Database, source: SourceRow, into: SourceRow, *, by: str | None, note: str | None, at: str
) -> DecisionRow:
    """Decide that ``source`` is ``into``, whose name stays."""
    if source.id == into.id:
        raise QuotetrackError(f"{source.name} [{source.id}] is already that source: nothing to merge.")
    decision = _record(db, "merge", source, into.id, into.name, by, note, at)
    key, variant = _identity(db, source.id)
    _edge(db, decision, key, variant, source.gender, to=(*_identity(db, into.id), into.gender))
    _replay(db, decision)
    return _decision(db, decision)


def split(
    db: Database,
    source: SourceRow,
    *,
    alias: str | None,
    quotes: Sequence[QuoteRow],
    name: str | None,
    by: str | None,
    note: str | None,
    at: str,
) -> DecisionRow:
    """Decide that what is called ``alias``, or what says ``quotes``, is another source than ``source``."""
    if (alias is None) == (not quotes):
        raise QuotetrackError("Say what to split off: an alias, or one or more quotes.")
    strangers = [quote.id for quote in quotes if quote.source != source.id]
    if strangers:
        raise QuotetrackError(f"Not quotes of {source.name}: {', '.join(strangers)}.")
    decision = _record(db, "split", source, None, name or alias or source.name, by, note, at)
    new = Identity(f"split:{decision}")
    db.conn.execute("UPDATE decisions SET target = ? WHERE id = ?", (new.id, decision))
    target = (new.key, new.variant, None)
    _edge(db, decision, *target, to=None)  # its name
    if alias is not None:
        called = fold(alias)
        keys = {
            key
            for key, said in db.conn.execute("SELECT key, name FROM sightings WHERE source = ?", (source.id,))
            if fold(said) == called
        }
        if not keys:
            raise QuotetrackError(f"No document calls {source.name} “{alias}”: nothing to split off.")
        for key in sorted(keys):
            _edge(db, decision, key, f"={called}", source.gender, to=target)
    for quote in quotes:
        key, variant = _identity(db, source.id)
        (article,) = db.conn.execute(
            "SELECT article FROM documents WHERE id = ?", (quote.document,)
        ).fetchone()
        _edge(
            db, decision, key, variant, source.gender, to=target, quote=(quote.id, article, fold(quote.text))
        )
    _replay(db, decision)
    return _decision(db, decision)


def rename(
    db: Database, source: SourceRow, name: str, *, by: str | None, note: str | None, at: str
) -> DecisionRow:
    """Decide what a source is called."""
    name = " ".join(name.split())
    if not name:
        raise QuotetrackError("A source needs a name that is not empty.")
    decision = _record(db, "rename", source, source.id, name, by, note, at)
    _edge(db, decision, *_identity(db, source.id), source.gender, to=None)
    refresh(db, [source.id])
    return _decision(db, decision)


def undo(db: Database, decision: int, *, at: str) -> DecisionRow:
    """Take a decision back; the sources are again what the others and the documents make them."""
    row = db.conn.execute(f"{_SELECT} WHERE id = ?", (decision,)).fetchone()
    if row is None:
        raise QuotetrackError(f"There is no decision {decision}. `quotetrack sources decisions` lists them.")
    if row[-1] is not None:
        raise QuotetrackError(f"Decision {decision} was already undone on {row[-1]}.")
    db.conn.execute("UPDATE decisions SET undone_at = ? WHERE id = ?", (at, decision))
    _replay(db, decision)
    return _decision(db, decision)


def decisions(db: Database) -> list[DecisionRow]:
    """Return all decisions, the undone ones too, the oldest first."""
    return [DecisionRow(*row) for row in db.conn.execute(f"{_SELECT} ORDER BY id")]


def _record(
    db: Database,
    action: str,
    source: SourceRow,
    target: str | None,
    target_name: str | None,
    by: str | None,
    note: str | None,
    at: str,
) -> int:
    cursor = db.conn.execute(
        "INSERT INTO decisions (action, source, source_name, target, target_name, by, note, decided_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (action, source.id, source.name, target, target_name, by, note, at),
    )
    return cursor.lastrowid or 0


def _edge(
    db: Database,
    decision: int,
    key: str,
    variant: str,
    gender: str | None,
    *,
    to: tuple[str, str, str | None] | None,
    quote: tuple[str, str, str] = ("", "", ""),
) -> None:
    db.conn.execute(
        "INSERT INTO decision_edges (decision, key, variant, gender, quote, article, words, to_key,"
        " to_variant, to_gender) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (decision, key, variant, gender, *(part or None for part in quote), *(to or (None, None, None))),
    )


def _replay(db: Database, decision: int) -> None:
    """Let the sightings and quotes that a decision concerns find their place again."""
    keys: set[str] = set()
    articles: set[str] = set()
    sources: set[str] = set()
    for key, variant, to_key, to_variant, article in db.conn.execute(
        "SELECT key, variant, to_key, to_variant, article FROM decision_edges WHERE decision = ?", (decision,)
    ).fetchall():
        keys |= {key, to_key or key}
        articles |= {article} - {None}
        sources.add(Identity(key, variant).id)
        if to_key is not None:
            sources.add(Identity(to_key, to_variant).id)
    resettle(db, keys | _keys_of(db, sources))
    for article in articles:
        sources |= assign_quotes(db, article)
    refresh(db, sources)


def _keys_of(db: Database, sources: Iterable[str]) -> set[str]:
    return {
        key
        for source in sources
        for (key,) in db.conn.execute("SELECT DISTINCT key FROM sightings WHERE source = ?", (source,))
    }


def _identity(db: Database, source: str) -> tuple[str, str]:
    key, variant = db.conn.execute("SELECT key, variant FROM sources WHERE id = ?", (source,)).fetchone()
    return key, variant


def _decision(db: Database, decision: int) -> DecisionRow:
    return DecisionRow(*db.conn.execute(f"{_SELECT} WHERE id = ?", (decision,)).fetchone())
