"""schema.org JSON-LD: each quote a Quotation, each claim a Claim, each review with a verdict a ClaimReview.

https://schema.org/Quotation, https://schema.org/Claim, https://schema.org/ClaimReview. A Quotation is spoken by a
Person or an Organization; a document that is quoted is what the quotation is based on; an anonymous source is a
Person with a description and no name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from quotetrack.export.entries import Entry

if TYPE_CHECKING:
    from quotetrack.store import ReviewRow

Node = dict[str, Any]

CONTEXT = "https://schema.org"
# Rated as schema.org advises for ClaimReview: 1 is false, 5 is true; what cannot be rated has a name only.
RATINGS = {"true": 5, "misleading": 2, "false": 1}


def jsonld_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines of one JSON-LD document, one node a line, so that any number of quotes fits in memory."""
    yield f'{{"@context": "{CONTEXT}", "@graph": [\n'
    separator = ""
    claimed: set[str] = set()
    for entry in entries:
        for node in nodes(entry, claimed):
            yield separator + json.dumps(node, ensure_ascii=False)
            separator = ",\n"
    yield "\n]}\n"


def nodes(entry: Entry, claimed: set[str]) -> Iterator[Node]:
    """Yield the Quotation, its Claim unless it is among ``claimed`` already, and its ClaimReviews."""
    yield quotation(entry)
    if entry.claim is not None and entry.claim not in claimed:
        claimed.add(entry.claim)
        yield claim(entry)
    for review in entry.reviews:
        if review.verdict is not None:
            yield claim_review(entry, review)


def quotation(entry: Entry) -> Node:
    """Return a quote as a schema.org Quotation."""
    based_on = [{"@id": _urn("quote", entry.via.id)}] if entry.via else []
    node: Node = {
        "@type": "Quotation",
        "@id": _urn("quote", entry.quote.id),
        "identifier": entry.quote.id,
        "text": entry.text,
        "inLanguage": "fr",
        "isPartOf": _article(entry),
    }
    spoken_by = _speaker(entry)
    if spoken_by is not None and spoken_by["@type"] == "CreativeWork":
        based_on.append(spoken_by)
    elif spoken_by is not None:
        node["spokenByCharacter"] = spoken_by
    if based_on:
        node["isBasedOn"] = based_on
    if entry.claim is not None:
        node["about"] = {"@id": _urn("claim", entry.claim)}
    return node


def claim(entry: Entry) -> Node:
    """Return the claim that a quote makes, as a schema.org Claim in the words of this quote."""
    return {
        "@type": "Claim",
        "@id": _urn("claim", entry.claim or entry.quote.id),
        "text": entry.text,
        "appearance": {"@id": _urn("quote", entry.quote.id), "@type": "Quotation"},
    }


def claim_review(entry: Entry, review: ReviewRow) -> Node:
    """Return a person's verdict on a quote as a schema.org ClaimReview."""
    rating: Node = {"@type": "Rating", "alternateName": review.verdict}
    if review.verdict in RATINGS:
        rating |= {"ratingValue": RATINGS[review.verdict], "bestRating": 5, "worstRating": 1}
    node: Node = {
        "@type": "ClaimReview",
        "@id": _urn("review", str(review.id)),
        "claimReviewed": review.quote_text,
        "itemReviewed": reviewed_claim(entry, review),
        "reviewRating": rating,
        "datePublished": review.reviewed_at,
    }
    if review.note:
        node["reviewBody"] = review.note
    if review.url:
        node["url"] = review.url
    if review.by:
        node["author"] = {"@type": "Person", "name": review.by}
    return node


def reviewed_claim(entry: Entry, review: ReviewRow) -> Node:
    """Return what a verdict is about: the words of this one quote, who said them, and when they were printed.

    A claim of the archive has many wordings, some of which may say the opposite: the verdict is not on all of them.
    """
    node: Node = {
        "@type": "Claim",
        "@id": _urn("wording", entry.quote.id),
        "text": review.quote_text,
        "appearance": {"@id": _urn("quote", entry.quote.id), "@type": "Quotation"},
    }
    spoken_by = _speaker(entry)
    if spoken_by is not None and spoken_by["@type"] != "CreativeWork":
        node["author"] = spoken_by
    if entry.document.date:
        node["datePublished"] = entry.document.date
    if entry.claim is not None:
        node["isPartOf"] = {"@id": _urn("claim", entry.claim)}
    return node


def _article(entry: Entry) -> Node:
    document = entry.document
    node: Node = {
        "@type": "NewsArticle",
        "@id": _urn("document", document.id),
        "headline": document.title or document.name,
    }
    if document.date:
        node["datePublished"] = document.date
    if document.url:
        node["url"] = document.url
    if document.outlet:
        node["publisher"] = {"@type": "Organization", "name": document.outlet}
    return node


def _speaker(entry: Entry) -> Node | None:
    speaker = entry.quote.speaker
    if speaker is None:
        return None
    kind = {"person": "Person", "anonymous": "Person", "document": "CreativeWork", "unknown": "Person"}
    # A group, and a place that speaks (« Paris a répondu »), speak as institutions do.
    node: Node = {"@type": kind.get(speaker.kind, "Organization")}
    if speaker.kind == "anonymous":
        node["description"] = speaker.name
        return node
    node["name"] = entry.who or speaker.name
    if entry.source_id:
        node["@id"] = _urn("source", entry.source_id)
    if entry.source is not None and entry.source.wikidata:
        node["sameAs"] = f"https://www.wikidata.org/entity/{entry.source.wikidata}"
    if speaker.role and speaker.kind == "person":
        node["jobTitle"] = speaker.role
    return node


def _urn(kind: str, id: str) -> str:
    return f"urn:quotetrack:{kind}:{id}"
