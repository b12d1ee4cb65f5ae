"""The command that counts: stats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotetrack.cli.options import DEFAULT_DATABASE, DatabaseOption, FormatOption
from quotetrack.cli.output import Format, counted, print_fields, print_rows, tell
from quotetrack.model import QuotetrackError

if TYPE_CHECKING:
    from quotetrack.export.chart import Chart
    from quotetrack.store import Tally

COUNTS = {
    "quotes": "Quotes", "share": "Share", "documents": "Articles", "sources": "Sources",
    "direct": "Direct", "mixed": "Mixed", "indirect": "Indirect", "women": "Women", "men": "Men",
    "anonymous": "Anonymous",
}  # fmt: skip
SAID_BY_GROUP = {
    "kind": ("direct", "mixed", "indirect"),
    "gender": ("women", "men"),
    "anonymity": ("anonymous",),
    "source_kind": ("anonymous",),
    "source": ("sources",),
}
"""Columns that repeat what a group of this dimension is."""
NOT_SAID = {
    "outlet": "(no outlet)", "month": "(no month)", "year": "(no date)", "source": "(unknown)",
    "gender": "(no named person)",
}  # fmt: skip
GENDERS = {"f": "women", "m": "men", "unknown": "(gender not given)"}
IN_TIME = ("month", "year")
MOST_BARS = 40
LONGEST_TIME = 600
"""Months or years; between dates further apart those without a quote are not drawn."""


def stats(
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            metavar="WHAT",
            help="Count by outlet, month, year, source, source-kind, gender, anonymity, kind (direct, mixed, "
            "indirect) or stance; several with commas.",
        ),
    ] = None,
    database: DatabaseOption = DEFAULT_DATABASE,
    form: FormatOption = Format.TABLE,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw it as well: FILE.svg or FILE.html.")
    ] = None,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most so many groups; 0 for all.")] = 0,
) -> None:
    """Count who gets quoted: in all, or by outlet, month, gender, kind of source and more.

    Gender is grammatical evidence only (« Mme », « elle », « la ministre »). Months and years come in time order,
    other groups the most quoted first. A chart shows the first --by as bars and the second as their parts.
    """
    from quotetrack.store import ClaimStore

    wanted = _dimensions(by or ())
    if plot is not None:
        wanted = wanted or ["source_kind"]
        _check_plot(plot, wanted)
    with ClaimStore(database, create=False, read_only=True) as store:
        tallies = _ordered(store.stats(*wanted), wanted)  # type: ignore[arg-type]
        years = [tally.group[0] for tally in store.stats("year")] if plot is not None else []
    shown = tallies[: limit or None]
    total = sum(tally.quotes for tally in tallies)
    if not wanted and form is Format.TABLE:
        _print_totals(tallies[0])
    else:
        _print_groups(
            shown, wanted, total, form, f"No quotes in {database} yet. Run: quotetrack extract PATH"
        )
    if len(shown) < len(tallies):
        tell(f"{len(shown)} of {len(tallies)} groups shown; all of them with --limit 0.")
    if plot is not None:
        _draw(plot, _chart(tallies, wanted, limit or MOST_BARS, f"{database}{_period(years)}"))


def _dimensions(given: Sequence[str]) -> list[str]:
    from typing import get_args

    from quotetrack.store.statistics import Dimension

    names = [name.strip().replace("-", "_") for group in given for name in group.split(",")]
    known = get_args(Dimension)
    for name in names:
        if name not in known:
            choices = ", ".join(name.replace("_", "-") for name in known)
            raise QuotetrackError(f"--by {name}: cannot count by this. Use: {choices}.")
    return list(dict.fromkeys(names))


def _check_plot(path: Path, by: Sequence[str]) -> None:
    if path.suffix.lower() not in {".svg", ".html"}:
        raise QuotetrackError(
            f"--plot {path}: only .svg and .html can be drawn. Any browser turns them into other images."
        )
    if len(by) > 2:
        raise QuotetrackError("--plot shows two of --by at most: the bars, and their parts.")


def _ordered(tallies: Sequence[Tally], by: Sequence[str]) -> list[Tally]:
    """Put times in order and other groups by their number, the largest first; what is not said last."""
    weights: dict[tuple[str | None, ...], int] = {}
    for tally in tallies:
        for depth in range(1, len(by) + 1):
            group = tally.group[:depth]
            weights[group] = weights.get(group, 0) + tally.quotes

    def place(tally: Tally) -> list[tuple[bool, int, str]]:
        return [
            (value is None, 0 if name in IN_TIME else -weights[tally.group[: depth + 1]], value or "")
            for depth, (name, value) in enumerate(zip(by, tally.group, strict=True))
        ]

    return sorted(tallies, key=place)


def _print_groups(tallies: Sequence[Tally], by: Sequence[str], total: int, form: Format, empty: str) -> None:
    from quotetrack.store import Tally

    rows = [_row(tally, by, total) for tally in tallies]
    if form is not Format.TABLE:
        keys = [*by, *(name for name in Tally.__dataclass_fields__ if name != "group"), "share"]
        print_rows(rows, form, {}, keys=keys, empty="")
        return
    needless = {column for name in by for column in SAID_BY_GROUP.get(name, ())}
    columns = {name: name.replace("_", " ").capitalize() for name in by} | {
        column: head
        for column, head in COUNTS.items()
        if column not in needless and any(row[column] for row in rows)
    }
    for row in rows:
        row.update({name: _label(name, row[name]) for name in by}, share=f"{100 * row['share']:.1f} %")
    print_rows(rows, form, columns, empty=empty)


def _row(tally: Tally, by: Sequence[str], total: int) -> dict[str, Any]:
    values = asdict(tally)
    group = dict(zip(by, values.pop("group"), strict=True))
    return {**group, **values, "share": round(tally.quotes / total, 4) if total else 0.0}


def _print_totals(tally: Tally) -> None:
    def shares(of: int, **numbers: int) -> str:
        return ", ".join(
            f"{name.replace('_', ' ')} {number}" + (f" ({100 * number / of:.0f} %)" if of else "")
            for name, number in numbers.items()
        )

    all_of_them = tally.quotes
    print_fields(
        {
            "quotes": f"{all_of_them} in {counted(tally.documents, 'article')}, of {counted(tally.sources, 'source')}",
            "words": shares(all_of_them, direct=tally.direct, mixed=tally.mixed, indirect=tally.indirect),
            "sources": shares(
                all_of_them,
                persons=tally.person,
                groups=tally.collective,
                organisations=tally.organisation,
                places=tally.place,
                documents=tally.document,
                anonymous=tally.anonymous,
                unknown=tally.unknown,
            ),
            "persons": shares(
                tally.person, women=tally.women, men=tally.men, gender_not_given=tally.gender_unknown
            ),
            "reported": shares(all_of_them, second_hand=tally.second_hand, hearsay=tally.hearsay),
        }
    )


def _chart(tallies: Sequence[Tally], by: Sequence[str], most: int, place: str) -> Chart:
    from quotetrack.export.chart import COLOURS, Bar, Chart

    counts: dict[str | None, dict[str | None, int]] = {}
    whole: dict[str | None, int] = {}
    for tally in tallies:
        part = tally.group[1] if len(by) == 2 else ""
        counts.setdefault(tally.group[0], {})[part] = tally.quotes
        whole[part] = whole.get(part, 0) + tally.quotes
    parts = sorted(whole, key=lambda part: (part is None, -whole[part], part or ""))
    kept = parts if len(parts) <= len(COLOURS) else parts[: len(COLOURS) - 1]
    rest = parts[len(kept) :]
    names = [_label(by[1], part) if len(by) == 2 else "" for part in kept] or [""]
    bars = []
    for group, found in _without_gaps(counts, by[0]).items():
        numbers = [found.get(part, 0) for part in kept] or [0]
        others = [sum(found.get(part, 0) for part in rest)] if rest else []
        bars.append(Bar(_label(by[0], group), (*numbers, *others)))
    drawn = bars if by[0] in IN_TIME else bars[:most]
    total = sum(whole.values())
    note = f"{counted(total, 'quote')} in {place}"
    if left := bars[len(drawn) :]:
        note += f"; not drawn: {len(left)} others with {counted(sum(bar.total for bar in left), 'quote')}"
    return Chart(
        f"Quotes by {' and '.join(name.replace('_', ' ') for name in by)}",
        note,
        tuple(drawn),
        total,
        (*names, f"({len(rest)} others)") if rest else tuple(names),
    )


def _period(years: Sequence[str | None]) -> str:
    known = sorted(year for year in years if year is not None)
    if not known:
        return ", undated"
    said = known[0] if known[0] == known[-1] else f"{known[0]} to {known[-1]}"
    return f", articles of {said}" + (" and undated" if None in years else "")


def _without_gaps(
    counts: dict[str | None, dict[str | None, int]], by: str
) -> dict[str | None, dict[str | None, int]]:
    """Add the months, or years, in which nobody was quoted."""
    times = [time for time in counts if time is not None]
    if by not in IN_TIME or not times:
        return counts
    if by == "year":
        every = [f"{year:04}" for year in range(int(times[0]), int(times[-1]) + 1)]
    else:
        first, last = (int(time[:4]) * 12 + int(time[5:7]) - 1 for time in (times[0], times[-1]))
        every = [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]
    if len(every) > LONGEST_TIME:
        return counts
    filled: dict[str | None, dict[str | None, int]] = {time: counts.get(time, {}) for time in every}
    return filled | counts


def _draw(path: Path, chart: Chart) -> None:
    from quotetrack.export.chart import page, svg

    drawn = svg(chart) if path.suffix.lower() == ".svg" else page(chart)
    try:
        path.write_text(drawn, encoding="utf-8")
    except OSError as error:
        raise QuotetrackError(
            f"--plot {path}: cannot be written ({error.strerror}). Choose another place."
        ) from error
    tell(f"{path}: written.")


def _label(by: str, value: str | None) -> str:
    if value is None:
        return NOT_SAID.get(by, "(not said)")
    return GENDERS.get(value, value) if by == "gender" else value
