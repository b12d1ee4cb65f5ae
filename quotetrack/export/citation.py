"""A quote as a reference: a BibTeX entry for the article with the quote as its note, or a plain French footnote."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from quotetrack.balanced import balanced
from quotetrack.export.entries import Entry
from quotetrack.web.wording import french_date

SHORT = 8
"""Characters of a quote's id that mostly tell it from others."""


def bibtex_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a BibTeX entry for each quote, no two of one key."""
    taken: set[str] = set()
    for entry in entries:
        key = _key(entry)
        if key in taken:
            key += entry.quote.id[SHORT:]
        taken.add(key)
        yield bibtex(entry, key) + "\n\n"


def footnote_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a footnote for each quote, one a line."""
    for entry in entries:
        yield footnote(entry) + "\n"


def bibtex(entry: Entry, key: str | None = None) -> str:
    """Return an ``@misc`` entry for the article that prints a quote (``@article`` needs a journal's volume)."""
    document = entry.document
    fields = {
        "title": document.title or document.name,
        "howpublished": document.outlet,
        "date": document.date,
        "year": document.date[:4] if document.date else None,
        "url": document.url,
        "note": f"{_who(entry)} : {_in_marks(entry)}",
        "langid": "french",
    }
    lines = [f"  {name} = {{{_escaped(value, name)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{key or _key(entry)},", *lines, "}"])


def footnote(entry: Entry) -> str:
    """Return « Emmanuel Macron : « … », cité dans « Titre », Le Monde, 29 juin 2020, https://… »."""
    document = entry.document
    article = f"« {_inner_marks(_one_line(document.title or document.name))} »"
    date = french_date(document.date).replace("ᵉʳ", "er")  # plain letters: a footnote goes anywhere
    parts = [f"cité dans {article}", document.outlet, date, document.url]
    where = ", ".join(_one_line(part) for part in parts if part)
    via = f" (rapporté par {entry.via.speaker.name})" if entry.via and entry.via.speaker else ""
    return f"{_who(entry)}{via} : {_in_marks(entry)}, {where}."


def _who(entry: Entry) -> str:
    """« Emmanuel Macron »; a source without a name as the article calls it: « Un proche du dossier »."""
    mention = entry.quote.source.of(entry.document.text) if entry.quote.source else None
    who = _one_line(
        (entry.source_kind == "anonymous" and mention) or entry.who or mention or "Source inconnue"
    )
    return who[:1].upper() + who[1:]


def _inner_marks(title: str) -> str:
    """« Nous irons », dit-il → “Nous irons”, dit-il: marks inside of marks."""
    return re.sub(r"«\s*(.*?)\s*»", r"“\1”", title)


def _in_marks(entry: Entry) -> str:
    """Put only what is verbatim between marks: all of a direct quote, the parts of a mixed one."""
    return _one_line(balanced(entry.text, entry.quote.content, entry.quote.verbatim))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _key(entry: Entry) -> str:
    """« Le Monde », 2020 → « lemonde2020-8f3a21bc »: letters and digits, and the beginning of the quote's id."""
    plain = (
        unicodedata.normalize("NFKD", entry.document.outlet or "article").encode("ascii", "ignore").decode()
    )
    outlet = re.sub(r"[^a-z0-9]", "", plain.lower()) or "article"
    return f"{outlet}{(entry.document.date or '')[:4]}-{entry.quote.id[:SHORT]}"


_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    character: "\\" + character for character in "{}$&#_%"
}


def _escaped(text: str, name: str) -> str:
    """Escape what TeX would act on; an address only where it would end the field."""
    if name == "url":
        return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    return "".join(_SPECIAL.get(character, character) for character in _one_line(text))
