"""One invented story as six outlets tell it: the same words altered, lent to another, passed on, turned into fact."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quotetrack.model import Document, Extraction, Quote, Source, Span, content_hash
from quotetrack.store import ClaimStore

FERRAND = Source("Lucie Ferrand", "person", ("la ministre",), "ministre de l’Eau", "f")
BREUIL = Source("Antoine Breuil", "person", (), "président de la région", "m")
AIDE = Source("un conseiller de la ministre", "anonymous")
AGENCY = Source("Agence Sud", "organisation")

# Outlet, date, title, text, and for each quote: its words, cue, mention, source, and what else is known.
Told = tuple[str, str, str, str, list[tuple[str, str, str, Source | None, dict[str, Any]]]]
STORY: tuple[Told, ...] = (
    (
        "Agence Sud",
        "2025-03-03",
        "Barrage de Lauzès : pas de remplissage cet été, annonce la ministre",
        "« Nous ne remplirons pas le barrage de Lauzès avant la fin des travaux », a déclaré lundi la ministre de "
        "l’Eau, Lucie Ferrand, en visite sur le chantier. Selon un conseiller de la ministre, la facture dépasserait "
        "quarante millions d’euros.",
        [
            (
                "Nous ne remplirons pas le barrage de Lauzès avant la fin des travaux",
                "a déclaré",
                "la ministre de l’Eau, Lucie Ferrand",
                FERRAND,
                {},
            ),
            (
                "la facture dépasserait quarante millions d’euros",
                "Selon",
                "un conseiller de la ministre",
                AIDE,
                {"kind": "indirect"},
            ),
        ],
    ),
    (
        "Le Courrier du Causse",
        "2025-03-03",
        "Lauzès : la ministre confirme le retard",
        "Venue sur le chantier, Lucie Ferrand l’a dit sans détour : « Nous ne remplirons pas le barrage de Lauzès "
        "avant la fin des travaux. » Le remplissage du barrage aurait déjà commencé dans la "
        "nuit de samedi à dimanche.",
        [
            (
                "Nous ne remplirons pas le barrage de Lauzès avant la fin des travaux.",
                "l’a dit",
                "Lucie Ferrand",
                FERRAND,
                {},
            ),
            (
                "Le remplissage du barrage aurait déjà commencé dans la nuit de samedi à dimanche",
                "aurait",
                "",
                None,
                {"kind": "indirect", "stance": "hearsay"},
            ),
        ],
    ),
    (
        "L’Écho des Vallées",
        "2025-03-04",
        "Barrage : la ministre promet l’eau",
        "« Nous remplirons le barrage de Lauzès avant la fin de l’été », a déclaré la ministre Lucie Ferrand.",
        [
            (
                "Nous remplirons le barrage de Lauzès avant la fin de l’été",
                "a déclaré",
                "la ministre Lucie Ferrand",
                FERRAND,
                {},
            )
        ],
    ),
    (
        "Le Journal de Lauzès",
        "2025-03-04",
        "Breuil : « Nous ne remplirons pas le barrage »",
        "« Nous ne remplirons pas le barrage de Lauzès avant la fin des travaux », a prévenu Antoine Breuil, le "
        "président de la région.",
        [
            (
                "Nous ne remplirons pas le barrage de Lauzès avant la fin des travaux",
                "a prévenu",
                "Antoine Breuil",
                BREUIL,
                {},
            )
        ],
    ),
    (
        "La Dépêche des Lacs",
        "2025-03-05",
        "Le barrage ne sera pas rempli",
        "Lucie Ferrand a déclaré, rapporte Agence Sud, que le barrage de Lauzès ne serait pas rempli avant la fin "
        "des travaux.",
        [
            (
                "Lucie Ferrand a déclaré, rapporte Agence Sud, que le barrage de Lauzès ne serait pas rempli avant la "
                "fin des travaux",
                "rapporte",
                "Agence Sud",
                AGENCY,
                {"kind": "indirect"},
            ),
            (
                "le barrage de Lauzès ne serait pas rempli avant la fin des travaux",
                "a déclaré",
                "Lucie Ferrand",
                FERRAND,
                {"kind": "indirect", "via": 0},
            ),
        ],
    ),
    (
        "La Gazette du Midi",
        "2025-03-06",
        "Lauzès : le remplissage a commencé",
        "Le remplissage du barrage a déjà commencé dans la nuit de samedi à dimanche, affirme Antoine Breuil.",
        [
            (
                "Le remplissage du barrage a déjà commencé dans la nuit de samedi à dimanche",
                "affirme",
                "Antoine Breuil",
                BREUIL,
                {"kind": "indirect"},
            )
        ],
    ),
)


def story() -> Iterator[Extraction]:
    """Yield the story as each outlet tells it."""
    for outlet, date, title, text, told in STORY:
        document = Document(
            title, text, Span(0, len(text)), title, date, outlet, f"https://example.org/{content_hash(title)}"
        )
        quotes: list[Quote] = []
        for words, cue, mention, source, more in told:
            content = _find(text, words)
            kind = more.get("kind", "direct")
            via = more.get("via")
            quotes.append(
                Quote(
                    id=content_hash(document.id, words, cue),
                    kind=kind,
                    content=content,
                    verbatim=(content,) if kind == "direct" else (),
                    cue=_find(text, cue),
                    source=_find(text, mention) if mention else None,
                    speaker=source,
                    via=quotes[via].id if via is not None else None,
                    stance=more.get("stance", "asserted"),
                    rule="inversion",
                    confidence=0.9,
                )
            )
        sources = tuple({quote.speaker: None for quote in quotes if quote.speaker})
        yield Extraction(document, tuple(quotes), sources=sources)


def store_story(path: Path) -> Path:
    """File the story in a database; return its path."""
    with ClaimStore(path) as store:
        for extraction in story():
            store.save(extraction)
    return path


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
