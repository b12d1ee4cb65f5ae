"""The pages of a database, each with its JSON twin: front, document, source.

A page reads what it shows (``quotetrack.store.reading``), and hands it to its template, or to JSON when the
address ends in ``.json``.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from datasette import Response
from markupsafe import Markup

from quotetrack.export.records import document_record
from quotetrack.model import Kind
from quotetrack.store import claim_reading, reading
from quotetrack.store.findings import FindingRow
from quotetrack.store.questions import QUESTIONS
from quotetrack.web import hosting
from quotetrack.web.addresses import Addresses
from quotetrack.web.article import QuoteLinks, article
from quotetrack.web.inert import inert
from quotetrack.web.timeline import timeline
from quotetrack.web.visit import Missing, Visit, answered

PAGE_SIZE = 100
GRAVEST = 5
"""So many findings stand on the front page."""


@answered
async def front(request: Any, datasette: Any) -> Response:
    """Show how much there is, the latest documents, and what deserves a second look; or what a search finds."""
    visit = await Visit.of(request, datasette)
    words = (request.args.get("q") or "").strip()
    numbers = await visit.read(reading.counts)
    alerts = sum((await visit.read(claim_reading.findings_counted)).values())
    hits = await visit.read(partial(reading.search, words=words)) if words else []
    documents = [] if words else await visit.read(reading.latest_documents)
    ids = [document.id for document in documents]
    pulled = await visit.read(partial(reading.pulled_quotes, documents=ids)) if ids else {}
    found = [] if words else await visit.read(_gravest)
    record = {
        "counts": {**asdict(numbers), "findings": alerts},
        "q": words,
        "documents": [{**asdict(d), "url": visit.to.document(d.id)} for d in documents],
        "findings": [
            {"check": f.check, "claim": f.claim_text, "url": visit.to.claim(f.claim)} for f in found
        ],
        "quotes": [_hit_record(hit, visit.to) for hit in hits],
    }
    there = await hosting.tables_and_views(visit.database)
    return visit.answer(
        "quotetrack_front.html",
        record,
        counts=numbers,
        alerts=alerts,
        words=words,
        documents=documents,
        pulled=pulled,
        findings=found,
        lines=await visit.read(partial(claim_reading.lines_of_findings, rows=found)),
        hits=hits,
        marked=marked,
        questions=[question for question in QUESTIONS if question.needs in {None, *there}],
    )


@answered
async def document(request: Any, datasette: Any) -> Response:
    """Show an article with every quote marked."""
    visit = await Visit.of(request, datasette)
    id = request.url_vars["id"]
    extraction = await visit.read(partial(reading.extraction, document=id))
    if extraction is None:
        raise Missing(f"Pas d’article « {id} » dans cette base.")
    links = await visit.read(partial(_links, document=id, to=visit.to))
    record = {"id": id, **document_record(extraction)}
    return visit.answer("quotetrack_document.html", record, article=article(extraction, links))


@answered
async def quote(request: Any, datasette: Any) -> Response:
    """Lead to a quote in its document; as JSON, show the quote."""
    visit = await Visit.of(request, datasette)
    id = request.url_vars["id"]
    line = await visit.read(partial(reading.quote_line, quote=id))
    if line is None:
        raise Missing(f"Pas de citation « {id} » dans cette base.")
    if visit.as_json:
        return Response.json(line_record(line, visit.to))
    return Response.redirect(visit.to.document(line.document, line.id))


@answered
async def source(request: Any, datasette: Any) -> Response:
    """Show who a source is and all that it said, in time order, filtered by outlet, kind and stance."""
    visit = await Visit.of(request, datasette)
    id = request.url_vars["id"]
    head = await visit.read(partial(reading.source_head, source=id))
    if head is None:
        raise Missing(f"Pas de source « {id} » dans cette base.")
    tallies = await visit.read(partial(reading.tallies, source=id))
    filters = {name: request.args.get(name) or "" for name in ("outlet", "kind", "stance")}
    drawn = Counter[tuple[str | None, Kind]]()
    for tally in tallies:
        if _passes(tally, filters):
            drawn[tally.date, tally.kind] += tally.quotes
    every, chosen = sum(tally.quotes for tally in tallies), sum(drawn.values())
    number = _page_number(request.args.get("page"), chosen)
    lines = await visit.read(
        partial(
            reading.quotes_of_source,
            source=id,
            filters=filters,
            most=PAGE_SIZE,
            offset=(number - 1) * PAGE_SIZE,
        )
    )
    record = {
        "source": asdict(head),
        "filters": filters,
        "total": every,
        "matching": chosen,
        "page": number,
        "quotes": [line_record(line, visit.to) for line in lines],
    }
    return visit.answer(
        "quotetrack_source.html",
        record,
        head=head,
        every=every,
        chosen=chosen,
        lines=lines,
        filters=filters,
        facets=_facets(tallies, filters),
        drawing=timeline(drawn),
        number=number,
        pages=max(1, -(-chosen // PAGE_SIZE)),
    )


def marked(line: reading.QuoteLine) -> Markup:
    """Return a quote's text with what the search matched as ``<mark>`` elements, all else inert."""
    pieces = re.split(
        f"{reading.MATCH_START}([^{reading.MATCH_START}{reading.MATCH_END}]*){reading.MATCH_END}", line.marked
    )
    return Markup("").join(
        Markup("<mark>{}</mark>").format(inert(piece)) if place % 2 else inert(piece)
        for place, piece in enumerate(pieces)
    )


def _gravest(db: sqlite3.Connection) -> list[FindingRow]:
    return claim_reading.findings_page(db, None, GRAVEST, 0)


def _links(db: sqlite3.Connection, document: str, to: Addresses) -> dict[str, QuoteLinks]:
    """Return where the database knows more about each quote of a document."""
    sources = reading.sources_of_quotes(db, document)
    claims = claim_reading.claims_of_document(db, document)
    verdicts = reading.verdicts_of_document(db, document)
    links: dict[str, QuoteLinks] = {}
    for quote in {*sources, *claims, *verdicts}:
        source, claim = sources.get(quote), claims.get(quote)
        links[quote] = QuoteLinks(
            to.source(source) if source else None,
            to.claim(claim.key) if claim else None,
            claim.documents if claim else 1,
            verdicts.get(quote),
        )
    return links


def _passes(tally: reading.Tally, filters: dict[str, str]) -> bool:
    return all(not wanted or (getattr(tally, name) or "") == wanted for name, wanted in filters.items())


def _facets(tallies: Sequence[reading.Tally], filters: dict[str, str]) -> dict[str, list[tuple[str, int]]]:
    """Count, for each filter, what choosing a value would leave, the other filters kept."""
    facets: dict[str, list[tuple[str, int]]] = {}
    for name in filters:
        others = {other: wanted for other, wanted in filters.items() if other != name}
        values = Counter[str]()
        for tally in tallies:
            if _passes(tally, others):
                values[getattr(tally, name) or ""] += tally.quotes
        facets[name] = [(value, number) for value, number in values.most_common(12) if value]
    return facets


def _page_number(asked: str | None, total: int) -> int:
    last = max(1, -(-total // PAGE_SIZE))
    return min(max(int(asked), 1), last) if asked and asked.isdecimal() and len(asked) < 9 else 1


def line_record(line: reading.QuoteLine, to: Addresses) -> dict[str, Any]:
    """Return a quote in a list for JSON."""
    record = asdict(line)
    del record["marked"]
    return {**record, "url": to.document(line.document, line.id)}


def _hit_record(hit: reading.QuoteLine, to: Addresses) -> dict[str, Any]:
    return {**line_record(hit, to), "html": str(marked(hit))}
