"""Small articles for the tests of claims and exports: who is quoted with which words."""

from __future__ import annotations

from typing import Any

from quotetrack.claims.versions import Version, version_of
from quotetrack.model import Document, Extraction, Quote, Source, Span, content_hash


def version(words: str, speaker: str = "Emmanuel Macron", **how: Any) -> Version:
    """Return the version of a quote that is all verbatim unless ``verbatim=False``."""
    whole = [Span(0, len(words))] if how.pop("verbatim", True) else []
    settings = {"speaker_kind": "person", "stance": "asserted", "depth": 0, **how}
    made = version_of(words, 0, verbatim=whole, speaker=speaker, **settings)
    assert made is not None
    return made


def article(name: str, *quotes: tuple[Any, ...], **about: Any) -> Extraction:
    """Return an article; each quote is (speaker, words) with, at will, a dict of how it is printed.

    ``{"verbatim": False}``, ``{"kind": "anonymous"}``, ``{"stance": "hearsay"}``, and ``{"via": "Jean Castex"}``:
    it is reported by somebody else.
    """
    text, found = "", []
    for place, (speaker, words, *rest) in enumerate(quotes):
        how = {
            "verbatim": True,
            "kind": "person",
            "stance": "asserted",
            "via": None,
            **(rest[0] if rest else {}),
        }
        start, above = len(text), None
        if how["via"]:
            above = content_hash(name, str(place), "via")
            text += f"{speaker} a dit : "
        text += "« " if how["verbatim"] else ""
        content = Span(len(text), len(text) + len(words))
        text += words + (" »" if how["verbatim"] else "")
        if above:
            outer = Quote(above, "indirect", Span(start, len(text)), speaker=Source(how["via"], "person"))
            found.append(outer)
        found.append(
            Quote(
                content_hash(name, str(place)),
                "direct" if how["verbatim"] else "indirect",
                content,
                (content,) if how["verbatim"] else (),
                speaker=Source(speaker, how["kind"]) if speaker else None,
                via=above,
                stance=how["stance"],
                rule="test",
            )
        )
        text += ".\n\n"
    document = Document(name, text, Span(0, len(text)), **about)
    sources = tuple({quote.speaker: None for quote in found if quote.speaker})
    return Extraction(document, tuple(found), sources=sources)
