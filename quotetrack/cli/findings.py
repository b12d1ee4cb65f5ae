"""Findings on the command line: two quotes side by side for people, plain values for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from quotetrack.cli.output import NARROWEST, SHORT_ID, Format, console, counted, on_terminal, print_rows, tell
from quotetrack.model import Span

if TYPE_CHECKING:
    from quotetrack.store.findings import Evidence, FindingRow


_ABOUT = ("id", "check", "severity", "about", "claim", "found_at", "dismissed")
_SIDES = ("one", "other")
_EVIDENCE = ("who", "text", "title", "outlet", "date", "url", "documents", "quote")
FLAT = (*_ABOUT, *(f"{side}_{name}" for side in _SIDES for name in _EVIDENCE), "changes")
"""The columns of findings in a spreadsheet."""


def print_findings(found: Sequence[FindingRow], form: Format, empty: str) -> None:
    """Print findings on stdout: one under the other for people, as a JSON array, or as CSV.

    Args:
        found: the findings.
        form: how.
        empty: what a person is told when there are none (on stderr).
    """
    if form is not Format.TABLE:
        values = flat_values if form is Format.CSV else finding_values
        print_rows([values(row) for row in found], form, {}, keys=FLAT, empty=empty)
    elif not found:
        tell(empty)
    for row in found if form is Format.TABLE else ():
        _print_card(row)


def finding_values(row: FindingRow) -> dict[str, Any]:
    """Return a finding as plain values, with what tables show of it."""
    shown = [item for item in (row.one, row.other) if item is not None]
    spans = _changed(row)
    return {
        **{name: getattr(row, name) for name in ("id", "check", "severity", "claim", "claim_text")},
        "one": asdict(row.one),
        "other": asdict(row.other) if row.other else None,
        "changes": [
            {
                "before": [change.before.start, change.before.end],
                "after": [change.after.start, change.after.end],
                "before_words": change.before.of(row.one.text),
                "after_words": change.after.of(row.other.text) if row.other else "",
                "touched": list(change.touched),
                "verbatim": change.verbatim,
            }
            for change in row.changes
        ],
        "detail": row.detail,
        "found_at": row.found_at,
        "dismissed": row.dismissed,
        "words": " / ".join(
            f"{item.who or '?'}: {_bracketed(item.text, changed)}"
            for item, changed in zip(shown, spans, strict=False)
        ),
        "where": " / ".join(map(_where, shown)),
        "about": _about(row),
    }


def flat_values(row: FindingRow) -> dict[str, Any]:
    """Return a finding as one row of a spreadsheet: the evidence in columns of its own, without positions."""
    values = finding_values(row)
    flat = {name: values[name] for name in _ABOUT}
    for side in _SIDES:
        flat |= {f"{side}_{name}": (values[side] or {}).get(name) for name in _EVIDENCE}
    flat["changes"] = "; ".join(f"{c['before_words']} → {c['after_words']}" for c in values["changes"])
    return flat


def _print_card(row: FindingRow) -> None:
    """Print what was found, then the quotes: who, the words, where. Side by side where there is room."""
    from rich.table import Table
    from rich.text import Text

    page = console()
    heading = " · ".join(part for part in (row.check, row.severity, _about(row)) if part)
    if row.dismissed is not None:
        heading += f" · set aside: {row.dismissed}"
    page.print(Text(on_terminal(f"{row.id[:SHORT_ID]}  {heading}"), style="bold"))
    cells = [
        Text("\n".join(on_terminal(line) for line in _lines(item, changed)))
        for item, changed in zip((row.one, row.other), _changed(row), strict=True)
        if item is not None
    ]
    table = Table.grid(padding=(0, 4, 0, 0), expand=len(cells) > 1)
    if page.width < NARROWEST:
        for place, cell in enumerate(cells):
            table.add_row(Text("\n").append_text(cell) if place else cell)
    else:
        for _ in cells:
            table.add_column(ratio=1 if len(cells) > 1 else None, overflow="fold")
        table.add_row(*cells)
    page.print(table)
    page.print()


def _lines(item: Evidence, changed: Iterable[Span]) -> list[str]:
    """Return the lines of one quote: « Hélène Cardou », its words, where it stands, its id."""
    words = _bracketed(item.text, changed)
    where = f"{_where(item)} (quote {item.quote[:SHORT_ID]})"
    return [item.who or "?", f"«\u00a0{words}\u00a0»" if item.kind == "direct" else words, where]


def _about(row: FindingRow) -> str:
    """« negation, number »; « depth 2, shortest 1 »; « 3 articles »."""
    touched = row.detail.get("touched") or ()
    about = [", ".join(kind for kind in touched if kind not in {"form", "wording"})]
    if "depth" in row.detail:
        about.append(f"depth {row.detail['depth']}, shortest {row.detail['shortest']}")
    if "documents" in row.detail:
        about.append(counted(row.detail["documents"], "article"))
    return "; ".join(part for part in about if part)


def _changed(row: FindingRow) -> tuple[list[Span], list[Span]]:
    return [change.before for change in row.changes], [change.after for change in row.changes]


def _bracketed(text: str, changed: Iterable[Span]) -> str:
    for span in sorted((span for span in changed if len(span)), reverse=True):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.end :]}"
    return text


def _where(shown: Evidence) -> str:
    copies = f"{shown.documents} articles, first {shown.title}" if shown.documents > 1 else shown.title
    return ", ".join(part for part in (copies, shown.outlet, shown.date) if part)
