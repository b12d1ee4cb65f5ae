"""By whom a claim came to whom: speakers, those who reported them, and outlets.

As a small SVG graph where there is room for it, as a list whose branches are indented where there is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from markupsafe import Markup, escape

from quotetrack.web import wording
from quotetrack.web.inert import plain

ROW, WIDTH, TOP, LABEL, LETTER = 34, 960, 30, 34, 6.6
MOST, LONGEST = 12, 60
"""At most so many nodes stand in one column; the rest of a column is drawn as one. A list has so many paths."""


Paths = Iterable[tuple[Sequence[str], int]]
"""For each path the speaker, those who reported it in turn, and the outlet last; and how often."""
Dates = Mapping[str, str]
"""Since when each outlet has it, ISO."""


def chain_graph(paths: Paths, since: Dates | None = None) -> Markup | None:
    """Draw how words travelled, from left to right.

    Returns:
        An ``<svg>`` element, the first outlet on top; None where there is nothing to draw.
    """
    counted = _counted(paths)
    if not counted:
        return None
    dates = {plain(name): date for name, date in (since or {}).items()}
    last = max(len(path) for path in counted) - 1
    placed = [(_columns(path, last), times) for path, times in counted.items()]
    columns = _fill(placed, last, dates)
    height = TOP + ROW * max(len(column) for column in columns)
    places = {
        (number, name): (
            _left(number, last),
            TOP + ROW * row + (height - TOP - ROW * len(column)) / 2 + ROW / 2,
        )
        for number, column in enumerate(columns)
        for row, name in enumerate(column)
    }
    edges: Counter[tuple[tuple[int, str], tuple[int, str]]] = Counter()
    for steps, times in placed:
        kept = [(column, name if name in columns[column] else columns[column][-1]) for column, name in steps]
        for step in pairwise(kept):
            edges[step] += times
    names = [" → ".join(path) for path in list(counted)[:6]]
    label = escape("Chaîne : " + " ; ".join(names))
    parts = [f'<svg class="chain" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{label}">']
    parts += [_heading(number, last) for number in range(last + 1)]
    parts += [
        _edge(places[one], places[other], len(_shown(one[1], one[0], last)), times)
        for (one, other), times in edges.items()
    ]
    parts += [
        _node(name, x, y, number, last, dates.get(name, "") if number == last else "")
        for (number, name), (x, y) in places.items()
    ]
    return Markup("".join(parts) + "</svg>")


def chain_list(paths: Paths, since: Dates | None = None) -> Markup | None:
    """Return the same as nested lists: each speaker, below whom those who reported it, below whom the outlets."""
    tree: dict[str, Any] = {}
    for path in list(_counted(paths))[:LONGEST]:
        branch = tree
        for name in path:
            branch = branch.setdefault(name, {})
    dates = {plain(name): date for name, date in (since or {}).items()}
    return Markup('<ul class="branches">{}</ul>').format(_branches(tree, dates)) if tree else None


def _branches(tree: Mapping[str, Any], dates: Dates) -> Markup:
    parts = []
    for name, below in tree.items():
        if below:
            parts.append(Markup("<li>{}<ul>{}</ul></li>").format(name, _branches(below, dates)))
        else:
            parts.append(
                Markup("<li>{} <time>{}</time></li>").format(name, wording.short_date(dates.get(name, "")))
            )
    return Markup("").join(parts)


def _counted(paths: Paths) -> Counter[tuple[str, ...]]:
    counted: Counter[tuple[str, ...]] = Counter()
    for path, times in paths:
        counted[tuple(plain(name) for name in path)] += times
    return counted


def _columns(path: tuple[str, ...], last: int) -> list[tuple[int, str]]:
    """Put the speaker first and the outlet last, whoever stands between."""
    return [*enumerate(path[:-1]), (last, path[-1])]


def _fill(placed: Sequence[tuple[list[tuple[int, str]], int]], last: int, dates: Dates) -> list[list[str]]:
    weights: list[Counter[str]] = [Counter() for _ in range(last + 1)]
    for path, times in placed:
        for column, name in path:
            weights[column][name] += times
    columns = []
    for number, weight in enumerate(weights):
        names = [name for name, _ in weight.most_common(MOST)]
        if number == last:
            names.sort(key=lambda name: dates.get(name, "9999"))
        more = len(weight) - len(names)
        columns.append([*names, f"et {wording.grouped(more)} autres"] if more else names)
    return columns


def _left(column: int, last: int) -> float:
    return 8 + column * (WIDTH - 290) / max(last, 1)


def _heading(column: int, last: int) -> str:
    words = "dit par" if column == 0 else "publié par" if column == last else "rapporté par"
    return f'<text class="head" x="{_left(column, last):.0f}" y="14">{words}</text>'


def _edge(one: tuple[float, float], other: tuple[float, float], letters: int, times: int) -> str:
    (x1, y1), (x2, y2) = one, other
    start = x1 + 20 + letters * LETTER
    middle = (start + x2 - 12) / 2
    width = min(1 + times / 2, 6)
    return (
        f'<path d="M{start:.0f} {y1:.1f}C{middle:.0f} {y1:.1f} {middle:.0f} {y2:.1f} {x2 - 12:.0f} {y2:.1f}" '
        f'stroke-width="{width:.1f}"/>'
    )


def _node(name: str, x: float, y: float, column: int, last: int, date: str) -> str:
    shown = _shown(name, column, last)
    when = f'<tspan class="when" dx="8">{wording.short_date(date)}</tspan>' if date else ""
    return (
        f'<g class="node"><title>{escape(name)}</title><circle cx="{x:.0f}" cy="{y:.1f}" r="4"/>'
        f'<text x="{x + 10:.0f}" y="{y + 4:.1f}">{escape(shown)}{when}</text></g>'
    )


def _shown(name: str, column: int, last: int) -> str:
    return wording.excerpt(name, LABEL if column == last else LABEL - 8)
