"""The JSON of one extraction: the contract between commands, gold annotation and scoring."""

import json

from quotetrack.export.records import document_record, quote_record
from quotetrack.model import Document, Extraction, NonSpeech, Quote, Source, Span

TEXT = "« La guerre est finie », a dit à la presse le maire de Lille, citant « Le Monde »."
DOCUMENT = Document("d1", TEXT, Span(0, len(TEXT)), title="Paix", date="2020-06")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


QUOTE = Quote(
    id="abc",
    kind="direct",
    content=span("La guerre est finie"),
    verbatim=(span("La guerre est finie"),),
    cue=span("a dit"),
    source=span("le maire de Lille"),
    speaker=Source("Martine Dubois", "person", aliases=("la maire",), role="maire de Lille"),
    addressee=span("à la presse"),
    rule="incise",
)


def test_a_quote_carries_its_text_its_positions_and_its_speaker() -> None:
    record = quote_record(QUOTE, DOCUMENT)
    assert record["text"] == "La guerre est finie"
    assert record["content"] == [2, 21]
    assert record["verbatim"] == [[2, 21]]
    start, end = record["source"]
    assert TEXT[start:end] == "le maire de Lille"
    assert (record["source_name"], record["source_kind"]) == ("Martine Dubois", "person")
    assert (record["medium"], record["via"], record["stance"]) == (None, None, "asserted")


def test_a_quote_without_speaker_is_of_unknown_kind() -> None:
    record = quote_record(Quote("x", "indirect", Span(2, 21)), DOCUMENT)
    assert (record["source"], record["source_name"], record["source_kind"]) == (None, None, "unknown")


def test_a_document_is_json_with_the_keys_of_the_contract() -> None:
    extraction = Extraction(DOCUMENT, (QUOTE,), (NonSpeech(span("« Le Monde »"), "title"),))
    record = json.loads(json.dumps(document_record(extraction), ensure_ascii=False))
    assert (record["doc"], record["title"], record["date"]) == ("d1", "Paix", "2020-06")
    assert [quote["id"] for quote in record["quotes"]] == ["abc"]
    assert record["non_speech"] == [{"span": [69, 81], "why": "title"}]
