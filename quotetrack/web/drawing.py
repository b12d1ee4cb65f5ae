"""By whom a claim came to whom: speakers, those who reported them, and outlets, as a small SVG graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from quotetrack.web import wording
from quotetrack.web.inert import plain

ROW, WIDTH, TOP, LABEL, LETTER = 34, 960, 30, 34, 7.2
MOST = 12
"""At most so many nodes stand in one column; the rest of a column is drawn as one."""


def chain_graph(paths: Iterable[tuple[Sequence[str], int]]) -> Markup | None:
    """Draw how words travelled, from left to right.

    Args:
        paths: for each path the speaker, those who reported it in turn, and the outlet last; and how often.

    Returns:
        An ``<svg>`` element; None where there is nothing to draw.
    """
    counted: Counter[tuple[str, ...]] = Counter()
    for path, times in paths:
        counted[tuple(plain(name) for name in path)] += times
    if not counted:
        return None
    last = max(len(path) for path in counted) - 1
    placed = [(_columns(path, last), times) for path, times in counted.items()]
    columns = _fill(placed, last)
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
    parts += [_node(name, x, y, number, last) for (number, name), (x, y) in places.items()]
    return Markup("".join(parts) + "</svg>")


def _columns(path: tuple[str, ...], last: int) -> list[tuple[int, str]]:
    """Put the speaker first and the outlet last, whoever stands between."""
    return [*enumerate(path[:-1]), (last, path[-1])]


def _fill(placed: Sequence[tuple[list[tuple[int, str]], int]], last: int) -> list[list[str]]:
    weights: list[Counter[str]] = [Counter() for _ in range(last + 1)]
    for path, times in placed:
        for column, name in path:
            weights[column][name] += times
    columns = []
    for weight in weights:
        names = [name for name, _ in weight.most_common(MOST)]
        more = len(weight) - len(names)
        columns.append([*names, f"et {wording.grouped(more)} autres"] if more else names)
    return columns


def _left(column: int, last: int) -> float:
    return 8 + column * (WIDTH - 250) / max(last, 1)


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


def _node(name: str, x: float, y: float, column: int, last: int) -> str:
    shown = _shown(name, column, last)
    return (
        f'<g class="node"><title>{escape(name)}</title><circle cx="{x:.0f}" cy="{y:.1f}" r="4"/>'
        f'<text x="{x + 10:.0f}" y="{y + 4:.1f}">{escape(shown)}</text></g>'
    )


def _shown(name: str, column: int, last: int) -> str:
    return wording.excerpt(name, LABEL if column == last else LABEL - 8)
