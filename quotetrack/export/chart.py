"""A bar chart as one SVG drawing or one HTML page: no other file, no network, no script.

Every bar starts at zero and carries its number; what is not drawn is counted in the note under the bars.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape

from quotetrack.web.inert import plain

WIDTH, ROW, THICK, TOP, FOOT = 960, 24, 16, 64, 34
LABEL, LETTER, NUMBER = 250, 7.3, 130  # room for labels, width of a letter, room for a bar's number
COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#5b4a8a", "#8c8c8c")
"""Okabe and Ito's, told apart without red and green: a chart has so many parts at most."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it is called, and how much there is of each part, in the order of the chart's parts."""

    label: str
    parts: tuple[int, ...]

    @property
    def total(self) -> int:
        """The length of the whole bar."""
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn.

    Attributes:
        title: what is counted, by what.
        note: on what it rests, under the bars.
        parts: what the parts of every bar are called; one nameless part makes plain bars.
        bars: from top to bottom.
        total: what is counted in all, drawn or not.
    """

    title: str
    note: str
    bars: tuple[Bar, ...]
    total: int
    parts: tuple[str, ...] = ("",)


def svg(chart: Chart) -> str:
    """Return the chart as a standalone ``<svg>`` document."""
    legend, top = _legend(chart.parts)
    height = top + ROW * len(chart.bars) + FOOT
    said = "; ".join(f"{bar.label}: {bar.total}" for bar in chart.bars[:40])
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" '
        'font-size="13" fill="#1a1a1a">',
        f'<title id="title">{_text(chart.title)}</title>',
        f'<desc id="desc">{_text(said)}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="16" y="32" font-size="18" font-weight="600">{_text(chart.title)}</text>',
        *legend,
        *_bars(chart, top),
        f'<line x1="{LABEL}" x2="{LABEL}" y1="{top - 4}" y2="{height - FOOT}" stroke="#1a1a1a"/>',
        f'<text x="16" y="{height - 12}" font-size="12" fill="#595959">{_text(chart.note)}</text>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def page(chart: Chart) -> str:
    """Return the chart as a self-contained HTML page, with its numbers as a table below."""
    several = chart.parts != ("",)
    heads = ["", *(chart.parts if several else ()), "total", "share"]
    rows = []
    for bar in chart.bars:
        numbers = [*(map(str, bar.parts) if several else ()), str(bar.total), _share(bar.total, chart.total)]
        cells = "".join(f"<td>{number}</td>" for number in numbers)
        rows.append(f'<tr><th scope="row">{_text(bar.label)}</th>{cells}</tr>')
    head = "".join(f'<th scope="col">{_text(name)}</th>' for name in heads)
    return _PAGE.format(
        title=_text(chart.title), svg=svg(chart), head=head, rows="\n".join(rows), note=_text(chart.note)
    )


def _bars(chart: Chart, top: int) -> list[str]:
    room = WIDTH - LABEL - NUMBER
    longest = max((bar.total for bar in chart.bars), default=0) or 1
    lines = []
    for place, bar in enumerate(chart.bars):
        y = top + ROW * place
        lines.append(f"<g><title>{_text(f'{bar.label}: {bar.total}')}</title>")
        lines.append(_words(LABEL - 8, y + 13, _fitting(bar.label), ' text-anchor="end"'))
        left = float(LABEL)
        for number, (name, many) in enumerate(zip(chart.parts, bar.parts, strict=True)):
            if many:
                width = room * many / longest
                said = f"<title>{_text(f'{bar.label}, {name}: {many}')}</title>" if name else ""
                size = f'width="{width:.2f}" height="{THICK}"'
                lines.append(f'<rect x="{left:.2f}" y="{y}" {size} fill="{COLOURS[number]}">{said}</rect>')
                left += width
        lines.append(_words(left + 6, y + 13, f"{bar.total} ({_share(bar.total, chart.total)})") + "</g>")
    return lines


def _legend(parts: Sequence[str]) -> tuple[list[str], int]:
    """Return the colours of the parts with their names, as many rows as it takes, and where the bars begin."""
    if tuple(parts) == ("",):
        return [], TOP
    lines = []
    left, y = float(LABEL), TOP
    for number, name in enumerate(parts):
        shown = _fitting(name)
        width = 17 + LETTER * len(shown) + 16
        if left + width > WIDTH:
            left, y = float(LABEL), y + 20
        lines.append(f'<rect x="{left:.0f}" y="{y - 12}" width="12" height="12" fill="{COLOURS[number]}"/>')
        lines.append(_words(left + 17, y - 1, shown))
        left += width
    return lines, y + 20


def _words(x: float, y: int, words: str, more: str = "") -> str:
    return f'<text x="{x:.0f}" y="{y}"{more}>{_text(words)}</text>'


def _share(number: int, total: int) -> str:
    return f"{100 * number / total:.1f} %" if total else "–"


def _fitting(label: str) -> str:
    most = int((LABEL - 24) / LETTER)
    line = " ".join(label.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _text(words: str) -> str:
    return str(escape(plain(" ".join(words.split()))))


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ margin: 1rem auto; max-width: 60rem; padding: 0 1rem; font: 16px/1.4 system-ui, sans-serif; color: #1a1a1a;
  background: #fff }}
svg {{ width: 100%; height: auto }}
table {{ border-collapse: collapse; margin: 1rem 0 }}
caption {{ caption-side: bottom; text-align: left; padding: 0.5rem 0 }}
th, td {{ padding: 0.2rem 0.8rem; border-bottom: 1px solid #ccc; text-align: right; font-weight: normal }}
th[scope=row] {{ text-align: left }}
thead th {{ font-weight: 600 }}
</style>
</head>
<body>
<main>
{svg}<table>
<caption>{note}</caption>
<thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</main>
</body>
</html>
"""
