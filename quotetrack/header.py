"""The header of an article: lines such as ``date: 2020-06-27`` or ``titre : …`` in front of its text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_to_datetime

import regex

from quotetrack.marks import skip_spaces


@dataclass(frozen=True, slots=True)
class Header:
    """What the first lines of a text say about it.

    Attributes:
        end: where the body starts: 0 without a header, else its first character that is no space.
        title, date, outlet, url: as given; ``date`` is ISO, possibly partial (``2020-06``).
    """

    end: int = 0
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None


def parse_header(text: str) -> Header:
    """Read the header lines at the start of ``text``.

    Keys are French or English, in any case: date; title, titre; source, outlet, média, journal; url, lien.
    A line counts only with a value of its kind (a date, an address, a name without full stop), so that
    « Date limite : … » or « Source : le ministère dit que non. » stay in the article. A date needs no
    colon, and the article may go on behind it on the same line: `` date 2020-06 Le président …``.
    A block between lines of three hyphens (Markdown front matter) may hold other keys as well.
    """
    header = Header()
    at = skip_spaces(text, 0, len(text))
    fenced = FENCE.match(text, at)
    if fenced is not None:
        closing = FENCE.search(text, fenced.end(), fenced.end() + LONGEST_HEADER)
        if closing is None:
            return header
        inside = text[fenced.end() : closing.start()]
        if not all(FRONT_MATTER.match(line) for line in inside.splitlines() if line.strip()):
            return header
        for line in inside.splitlines():
            header = _with_line(header, line.strip())[0]
        return replace(header, end=skip_spaces(text, closing.end(), len(text)))
    for _ in range(LONGEST_BLOCK):
        end = LINE_END.search(text, at)
        line = text[at : end.start() if end else len(text)]
        header, used = _with_line(header, line)
        if used == 0:
            break
        header = replace(header, end=skip_spaces(text, at + used, len(text)))
        if used < len(line.rstrip()):
            break
        at = header.end
    return header


def iso_date(value: str) -> str | None:
    """Return a date as ISO (``2020``, ``2020-06``, ``2020-06-27``), or None if it is not one.

    Reads ISO dates and timestamps, « 27/06/2020 », « 27 juin 2020 », « 1er juin 2020 », « juin 2020 », with
    or without « le » and a time, and those of feeds and mails (« Sat, 27 Jun 2020 08:00:00 +0200 »).
    """
    value = value.strip()
    if MAIL_DATE.fullmatch(value):
        try:
            return parsedate_to_datetime(value).date().isoformat()
        except ValueError:
            return None
    if match := ISO_DATE.fullmatch(value) or COMPACT_DATE.fullmatch(value) or DAY_FIRST.fullmatch(value):
        year, month, day = match.group("year", "month", "day")
    elif match := SPELLED_OUT.fullmatch(value):
        year, day = match.group("year", "day")
        month = str(MONTHS.get(match.group("month").lower().replace("é", "e").replace("û", "u"), 13))
    else:
        return None
    numbers = [int(part) for part in (month, day) if part]
    try:
        date(int(year), *([*numbers, 1, 1][:2]))
    except ValueError:
        return None
    return "-".join([year, *(f"{number:02}" for number in numbers)])


def _with_line(header: Header, line: str) -> tuple[Header, int]:
    """Add what one line says to the header; return how many characters it took, 0 if it says nothing."""
    if (
        header.date is None
        and (dated := DATE_IN_FRONT.match(line))
        and (date := iso_date(dated.group("date")))
    ):
        return replace(header, date=date), dated.end()
    match = KEYED.fullmatch(line)
    if match is None:
        return header, 0
    key = KEYS[match.group("key").lower().replace("é", "e")]
    value = match.group("value").strip(" \t\"'" if key != "title" else " \t")
    read = {"date": iso_date, "title": _title, "outlet": _outlet, "url": _url}[key](value)
    if read is None or getattr(header, key) is not None:
        return header, 0
    changed: dict[str, str] = {key: read}
    return replace(header, **changed), len(line)  # type: ignore[arg-type]


def _title(value: str) -> str | None:
    return value if 0 < len(value) <= 300 else None


def _outlet(value: str) -> str | None:
    return value if 0 < len(value) <= 80 and not ENDS_SENTENCE.search(value) else None


def _url(value: str) -> str | None:
    return value if URL.fullmatch(value) else None


LONGEST_HEADER = 5_000
LONGEST_BLOCK = 10

KEYS = {
    **dict.fromkeys(("title", "titre"), "title"),
    **dict.fromkeys(("outlet", "source", "media", "journal"), "outlet"),
    "date": "date",
    **dict.fromkeys(("url", "lien", "link"), "url"),
}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "janv"),
            ("fevrier", "fevr"),
            ("mars",),
            ("avril", "avr"),
            ("mai",),
            ("juin",),
            ("juillet", "juil"),
            ("aout",),
            ("septembre", "sept"),
            ("octobre", "oct"),
            ("novembre", "nov"),
            ("decembre", "dec"),
        ),
        start=1,
    )
    for name in names
}

LINE_END = regex.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
FENCE = regex.compile(r"^---[ \t]*$", regex.MULTILINE)
FRONT_MATTER = regex.compile(r"\s*(?:[\w-]+\s*:|- |#)")
KEYED = regex.compile(
    r"(?P<key>title|titre|outlet|source|m[ée]dia|journal|date|url|lien|link)\s*:\s*(?P<value>\S.*)",
    regex.IGNORECASE,
)
# The date ends with a space or the line: a timestamp is left to KEYED.
DATE_IN_FRONT = regex.compile(
    r"date(?:\s*:\s*(?P<date>\d{4}(?:-\d\d){0,2})|\s+(?P<date>\d{4}-\d\d(?:-\d\d)?))(?=\s|$)",
    regex.IGNORECASE,
)
ISO_DATE = regex.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ]\d\d[\d:.,Z+ -]*)?)?)?")
COMPACT_DATE = regex.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
TIME = r"(?:(?:,? à|,)? \d\d?(?: ?h ?|:)(?:\d\d)?(?::\d\d)?)?"
DAY_FIRST = regex.compile(r"(?P<day>\d\d?)([/.-])(?P<month>\d\d?)\2(?P<year>\d{4})" + TIME)
SPELLED_OUT = regex.compile(
    r"(?:le )?(?:\p{L}+di |dimanche )?(?:(?P<day>\d\d?)(?:er)? )?(?P<month>\p{L}+)\.? (?P<year>\d{4})" + TIME,
    regex.IGNORECASE,
)
MAIL_DATE = regex.compile(
    r"(?:[A-Za-z]{3,9}, ?)?\d\d?[ -][A-Za-z]{3,9}[ -]\d{2,4} \d\d:\d\d(?::\d\d)?(?: [\w+:-]{1,6})?(?: \(\w+\))?"
)
URL = regex.compile(r"(?:https?://|www\.)\S+", regex.IGNORECASE)
ENDS_SENTENCE = regex.compile(r"[.!?…;:][\s»”\"]*$")
