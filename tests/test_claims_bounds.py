"""What a sentence costs that is printed every day with another number in it."""

from __future__ import annotations

from pathlib import Path

from quotetrack.model import Document, Extraction, Quote, Source, Span, content_hash
from quotetrack.store import ClaimStore
from quotetrack.store.claims import ALIGNED
from quotetrack.store.finding import MEMBERS

WHO = Source("Luc Brun", "person", (), "maire", "m")


def rain(millimetres: int) -> Extraction:
    """Return an article that only says how much rain fell."""
    words = f"Le bassin a reçu {millimetres} millimètres de pluie cette nuit et les agents veillent partout"
    text = f"« {words} », a dit Luc Brun."
    document = Document(name=f"pluie {millimetres}", text=text, body=Span(0, len(text)), date="2020-01-01")
    said = Span(2, 2 + len(words))
    quote = Quote(content_hash(document.id, "0"), "direct", said, (said,), speaker=WHO, rule="incise")
    return Extraction(document, (quote,), (), (WHO,))


def test_a_stock_sentence_stays_one_claim_and_is_compared_with_so_many_only(tmp_path: Path) -> None:
    number = MEMBERS + 20
    with ClaimStore(tmp_path / "q.db") as store:
        for millimetres in range(number):
            store.save(rain(millimetres))
        execute = store.db.conn.execute
        assert execute("SELECT count(DISTINCT claim) FROM claim_versions").fetchone() == (1,)
        most = ALIGNED * number - ALIGNED * (ALIGNED + 1) // 2
        assert execute("SELECT count(*) FROM kin").fetchone()[0] <= most
        assert execute("SELECT versions FROM claims").fetchone() == (number,)


def test_a_claim_larger_than_is_looked_at_whole_can_lose_its_first_article(tmp_path: Path) -> None:
    with ClaimStore(tmp_path / "q.db") as store:
        for millimetres in range(ALIGNED + 30):
            store.save(rain(millimetres))
        store.delete(rain(0).document.id)
        execute = store.db.conn.execute
        assert execute("SELECT count(DISTINCT claim) FROM claim_versions").fetchone() == (1,)
        assert execute(
            "SELECT count(*) FROM findings WHERE one NOT IN (SELECT id FROM claim_versions)"
        ).fetchone() == (0,)
