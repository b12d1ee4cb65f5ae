"""What tables and views show of a quote where its own words would leave a quotation mark without its partner.

`quotes.text` is the content, character for character: l'ingérence étrangère », y compris russe. `quotes.shown` has
the mark that belongs to it, and is NULL where nothing is missing. Views for people show the one or the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from sqlite_utils import Database, Migrations

from quotetrack.balanced import with_partners
from quotetrack.model import Span

SHOWN_MIGRATIONS = Migrations("quotetrack.shown")

BATCH = 500
VIEWS = ("who_said_what", "second_hand", "hearsay", "anonymous")


@SHOWN_MIGRATIONS()
def s001_words_with_both_marks(db: Database) -> None:
    """The words as people should see them, in the quotes and in the views."""
    db.conn.execute("ALTER TABLE quotes ADD COLUMN shown TEXT")
    ids = (quote for (quote,) in db.conn.execute("SELECT id FROM quotes").fetchall())
    while batch := list(islice(ids, BATCH)):
        _fill(db, batch)
    for view in VIEWS:
        (made,) = db.conn.execute("SELECT sql FROM sqlite_master WHERE name = ?", (view,)).fetchone()
        for alias, column in (("q", "what"), ("v", "in_the_words")):
            made = made.replace(
                f"{alias}.text AS {column}", f"coalesce({alias}.shown, {alias}.text) AS {column}"
            )
        db.conn.execute(f"DROP VIEW {view}")
        db.conn.execute(made)


def shown(words: str, content: Span, verbatim: Sequence[Span]) -> str | None:
    """Return the words of a quote as people should see them; None where that is as they are.

    Args:
        words, content, verbatim: as in `with_partners`.
    """
    found = with_partners(words, content, verbatim)
    return found if found != words else None


def _fill(db: Database, ids: Sequence[str]) -> None:
    marks = ", ".join("?" * len(ids))
    verbatim: dict[str, list[Span]] = defaultdict(list)
    query = f'SELECT quote, start, "end" FROM verbatim WHERE quote IN ({marks}) ORDER BY quote, start'
    for quote, start, end in db.conn.execute(query, ids):
        verbatim[quote].append(Span(start, end))
    query = f"SELECT id, text, content_start, content_end FROM quotes WHERE id IN ({marks})"
    rows = [
        (shown(text, Span(start, end), verbatim[quote]), quote)
        for quote, text, start, end in db.conn.execute(query, ids)
    ]
    db.conn.executemany("UPDATE quotes SET shown = ? WHERE id = ?", rows)
