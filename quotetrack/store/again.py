"""Find a quote again once its article was extracted anew or corrected."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from quotetrack.sources.identity import fold


def folded_quotes(db: Database, article: str) -> dict[str, str]:
    """Return the words of an article's quotes, folded, by id."""
    rows = db.conn.execute(
        "SELECT q.id, q.text FROM quotes q JOIN documents d ON d.id = q.document WHERE d.article = ?",
        (article,),
    )
    return {quote: fold(text) for quote, text in rows}


def found_again(quotes: Mapping[str, str], id: str, words: str) -> str | None:
    """Return the quote that was meant by an id and its folded words: that of the id, else the only one of the words.

    Words that several say (« oui ») lead to none of them: it could be another mouth.
    """
    if id in quotes:
        return id
    same = [quote for quote, said in quotes.items() if said == words]
    return same[0] if len(same) == 1 else None
