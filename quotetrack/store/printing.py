"""When and where each quote was printed, repeated in its own row, so that all that a source said can be counted
and put in time order from one index, without touching a document: 50,000 quotes in tens of milliseconds.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from quotetrack.store.parts import Change, Part

PRINTING_MIGRATIONS = Migrations("quotetrack.printing")


@PRINTING_MIGRATIONS()
def p001_date_and_outlet_of_quotes(db: Database) -> None:
    """The document's date and outlet, beside each quote."""
    db.executescript(
        """
        ALTER TABLE quotes ADD COLUMN date TEXT;
        ALTER TABLE quotes ADD COLUMN outlet TEXT;
        UPDATE quotes SET (date, outlet) = (SELECT date, outlet FROM documents WHERE id = quotes.document);
        CREATE INDEX quotes_printed ON quotes(source, date, outlet, kind, stance);
        """
    )


def update(db: Database, change: Change) -> None:
    """Repeat a document's date and outlet beside its quotes."""
    db.conn.execute(
        "UPDATE quotes SET (date, outlet) = (SELECT date, outlet FROM documents WHERE id = ?1) WHERE document = ?1",
        (change.document,),
    )


PRINTING = Part("printing", PRINTING_MIGRATIONS, update)
