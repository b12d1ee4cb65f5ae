"""Read lists of known people and organisations: CSV of one's own, JSON Lines out of a Wikidata dump."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from quotetrack.model import Gender, QuotetrackError, SourceKind
from quotetrack.sources.identity import acronym_key, person_key, power_key
from quotetrack.sources.registry import Identity

KINDS: dict[str, SourceKind] = {"person": "person", "organisation": "organisation", "place": "place"}
COLUMNS = ("name", "aliases", "kind", "gender", "wikidata")

SEPARATORS = (",", ";", "\t")

_HUMAN, _MALE, _FEMALE = "Q5", "Q6581097", "Q6581072"


@dataclass(frozen=True, slots=True)
class KnownSource:
    """Somebody, or something, that is known to exist before any article mentions it."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: SourceKind = "person"
    gender: Gender | None = None
    wikidata: str | None = None

    @property
    def identity(self) -> Identity:
        """Who it is: its Wikidata item, else what its name identifies."""
        if self.wikidata:
            return Identity(f"wikidata:{self.wikidata}")
        return Identity(self.key_of(self.name) or f"imported:{self.kind}:{self.name}")

    def key_of(self, alias: str) -> str | None:
        """Return the key of the sightings that an alias claims; None for one that is not enough to go by."""
        if self.kind == "person":
            key = person_key(alias)
            return f"person:{key}" if key else None
        key = power_key(alias) or acronym_key(alias, self.name)
        return f"power:{key}" if key else None


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used: where it stands, and what is wrong with it."""

    line: int
    problem: str


def read_people(path: Path) -> Iterator[KnownSource | BadRow]:
    """Yield the rows of a ``.csv`` file, or of a ``.jsonl`` file of Wikidata entities; bad ones as `BadRow`.

    A CSV is separated by commas, semicolons or tabs. Its columns: name, aliases (separated by |), kind (person,
    organisation, place), gender (f, m), wikidata (Q…); all but name may be missing or empty.

    Raises:
        QuotetrackError: the file cannot be read, or has no column of names.
    """
    try:
        wikidata = path.suffix.lower() in {".jsonl", ".ndjson", ".json"}
        with path.open(encoding="utf-8-sig", newline="", errors="strict" if wikidata else _EXCEL) as lines:
            yield from _wikidata(lines) if wikidata else _csv(lines, path)
    except OSError as error:
        raise QuotetrackError(
            f"{path}: cannot be read ({error.strerror}). Check the name of the file."
        ) from error
    except UnicodeDecodeError as error:
        raise QuotetrackError(f"{path}: not UTF-8 text ({error.reason}). Save it as UTF-8.") from error


def _as_excel_writes(error: UnicodeError) -> tuple[str, int]:
    """Read what is not UTF-8 as Excel writes it on a French Windows."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252"), error.end


_EXCEL = "quotetrack-excel"
codecs.register_error(_EXCEL, _as_excel_writes)


def _csv(lines: Iterable[str], path: Path) -> Iterator[KnownSource | BadRow]:
    """Read one row a line, so that a stray quotation mark spoils its own line only.

    The first line shows what separates the cells: a semicolon where Excel is French.
    """
    header: list[str] = []
    separator = ","
    for number, line in enumerate(lines, start=1):
        if not header:
            separator = max(SEPARATORS, key=line.count)
        try:
            cells = next(csv.reader([line], strict=True, delimiter=separator), [])
        except csv.Error as error:
            yield BadRow(number, f"not a row of CSV ({error})")
            continue
        if not header:
            header = [cell.strip().lower() for cell in cells]
            if "name" not in header:
                break
        elif len(cells) > len(header):
            yield BadRow(
                number, f"more cells than columns (aliases are separated by |, not by “{separator}”)"
            )
        elif any(cells):
            yield _from_row(dict(zip(header, cells, strict=False)), number)
    if "name" not in header:
        raise QuotetrackError(f"{path}: no column “name” in its first line. Columns: {', '.join(COLUMNS)}.")


def _from_row(row: dict[str, str], line: int) -> KnownSource | BadRow:
    cells = {column: row.get(column, "").strip() for column in COLUMNS}
    kind = KINDS.get(cells["kind"] or "person")
    if not cells["name"]:
        return BadRow(line, "no name")
    if kind is None:
        return BadRow(line, f"kind “{cells['kind']}” is not one of {', '.join(KINDS)}")
    if cells["gender"] not in ("", "f", "m"):
        return BadRow(line, f"gender “{cells['gender']}” is not f or m")
    if cells["wikidata"] and not regex.fullmatch(r"Q[1-9]\d*", cells["wikidata"]):
        return BadRow(line, f"“{cells['wikidata']}” is not a Wikidata id such as Q42")
    aliases = tuple(dict.fromkeys(alias.strip() for alias in cells["aliases"].split("|") if alias.strip()))
    gender: Gender | None = "f" if cells["gender"] == "f" else "m" if cells["gender"] == "m" else None
    return KnownSource(cells["name"], aliases, kind, gender, cells["wikidata"] or None)


def _wikidata(lines: Iterable[str]) -> Iterator[KnownSource | BadRow]:
    for number, line in enumerate(lines, start=1):
        text = line.strip().rstrip(",")  # a dump is one JSON array, an entity a line
        if text in ("", "[", "]"):
            continue
        try:
            entity = json.loads(text)
            name = _french(entity["labels"])["value"]
            aliases = [alias["value"] for alias in _french(entity.get("aliases") or {}) or ()]
            claims = entity.get("claims") or {}
            kinds, genders = _items(claims, "P31"), _items(claims, "P21")
            wikidata = entity["id"]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield BadRow(number, f"not a Wikidata entity with a label in French or English ({error!r})")
            continue
        gender: Gender | None = "f" if _FEMALE in genders else "m" if _MALE in genders else None
        kind: SourceKind = "person" if _HUMAN in kinds else "organisation"
        yield KnownSource(name, tuple(dict.fromkeys(aliases)), kind, gender, wikidata)


def _french(values: dict[str, Any]) -> Any:
    return values.get("fr") or values.get("mul") or values.get("en")


def _items(claims: dict[str, Any], prop: str) -> set[str]:
    found = set()
    for claim in claims.get(prop, ()):
        value = claim["mainsnak"].get("datavalue")
        if value is not None:
            found.add(value["value"]["id"])
    return found
