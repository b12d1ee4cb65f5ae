"""The place, the day and the agency in front of a dispatch: « PRAGUE, 3 juin (Reuters) - Le groupe … »."""

from __future__ import annotations

import regex

from quotetrack.lexicon.institutions import institution, medium
from quotetrack.lexicon.people import is_first_name
from quotetrack.lexicon.roles import noun_alone
from quotetrack.model import Span

_DATELINE = regex.compile(
    r"(?P<city>\p{Lu}[\p{L}'’/-]+(?:[ \p{Z}]\p{Lu}[\p{L}'’/-]+){0,2})"
    r"(?P<region>,[ \p{Z}]\p{Lu}[\p{L}'’-]+(?:[ \p{Z}][\p{L}'’-]+){0,3})?"
    r"(?:,[ \p{Z}](?:\p{Ll}+[ \p{Z}])?\d{1,2}(?:er)?[ \p{Z}]\p{L}+\.?(?: \d{4})?)?"
    r"[ \p{Z}]?(?:\((?P<agency>[^()]{2,25})\)[ \p{Z}]?)?[–—_-][ \p{Z}]+(?=\p{Lu}|[«“\"])"
)
_HOUR = regex.compile(
    r"\d{1,2}[ \p{Z}]?[hH][ \p{Z}]?(?:\d{2})?[ \p{Z}]?[.:–—-][ \p{Z}]+(?:[^-–—.:«»“”\"\n]{2,40}[ \p{Z}][–—-][ \p{Z}]+)?"
    r"(?=\p{Lu}|[«“\"])"
)
"""« 15h45 – Appel à la mobilisation – « Merci ! » »: the hour of a live report, and its heading."""
_AGENCY_ALONE = regex.compile(
    r"(?:\((?P<agency>[^()\n]{2,25})\)|\[(?P<agency>[^\[\]\n]{2,25})\])[ \p{Z}]?(?:[–—-][ \p{Z}]+)?(?=\p{Lu}|[«“\"])"
)
"""« (Belga) Pour les syndicats, … », « (Boursier.com) — … »: an agency with no place in front."""
_SITE = regex.compile(r"[\w-]+\.(?:com|fr|net|org|info|be|ch|ca|ma|dz|tn|sn)", regex.IGNORECASE)
_TWO_SIDES = regex.compile(r"\p{Lu}{2,}\b")
"""« OM - PSG »: what stands behind the dash is a name as well."""


def without_dateline(paragraph: Span, text: str) -> Span:
    """Return a paragraph from where its sentences begin: « PARIS (AFP) - « Nous avons tenu parole. » ».

    Only behind a city in capitals, or the name of an agency: « Nantes - Lens », « Jean Roux – « Oui » » are whole.
    """
    if (alone_at := _behind_agency(text, paragraph.start, paragraph.end)) is not None:
        return Span(alone_at, paragraph.end)
    match = _DATELINE.match(text, paragraph.start, paragraph.end)
    if match is None:
        return paragraph
    city, agency = match["city"], match["agency"]
    if agency:
        return Span(match.end(), paragraph.end) if _is_agency(agency) else paragraph
    alone = city.isupper() and match["region"] is None and not _TWO_SIDES.match(text, match.end())
    house = institution(city)
    named = is_first_name(city.split()[0].capitalize()) or (house is not None and house.kind != "place")
    return Span(match.end(), paragraph.end) if alone and not named else paragraph


def past_dateline(text: str, start: int, limit: int) -> int:
    """Return where an article begins behind the place and the agency in front: « PRAGUE, 3 juin (Reuters) - Le … »."""
    if text[start : start + 1].isdigit() and (hour := _HOUR.match(text, start, limit)) is not None:
        return int(hour.end())
    if (alone_at := _behind_agency(text, start, limit)) is not None:
        return alone_at
    match = _DATELINE.match(text, start, limit)
    if match is None or (match["region"] and not match["agency"]):
        return start
    # « Jean Roux (PS) – « Nous irons au bout » »: a speaker and his party, no dispatch.
    told = match["agency"] is None or match["city"].isupper() or _is_agency(match["agency"])
    return match.end() if told else start


def _behind_agency(text: str, start: int, limit: int) -> int | None:
    """Return where an article begins behind an agency in brackets that stands alone in front, or None."""
    match = _AGENCY_ALONE.match(text, start, limit) if text[start : start + 1] in {"(", "["} else None
    if match is None:
        return None
    alone = match["agency"]
    return int(match.end()) if _is_agency(alone) or _SITE.fullmatch(alone) or _is_town(alone) else None


def _is_town(text: str) -> bool:
    """« (Québec) Le ministre … », « (New York) « … » »: where it was written, not who and not what kind of piece."""
    first = text.split()[0] if text.split() else ""
    return _TOWN.fullmatch(text) is not None and not is_first_name(first) and noun_alone(first) is None


_TOWN = regex.compile(
    r"(?!Photo|Vid[ée]o|Suite|Archives|Exclusif|Direct)\p{Lu}\p{Ll}[\p{L}’'-]+(?:[ \p{Z}]\p{Lu}[\p{L}’'-]+){0,2}"
)


def _is_agency(text: str) -> bool:
    return any(medium(name.strip()) is not None for name in regex.split(r"[/,&]| - | avec | et ", text))
