"""When a source spoke: bars over time as an SVG drawing, stacked by kind of quote.

Across, everything is placed in percent, down in pixels: the bars share whatever width there is, and the words stay
as large on a phone as on a desk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from quotetrack.model import Kind
from quotetrack.web import wording

HEIGHT, FOOT, HEAD = 150, 24, 18
TICKS = 5
"""At most so many dates stand below the bars: as many as fit on a phone."""

KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class _Scale:
    """Buckets of one length: how an ISO date falls into one, and all of them from first to last."""

    digits: int
    buckets: tuple[str, ...]


def timeline(counted: Mapping[tuple[str | None, Kind], int]) -> Markup | None:
    """Draw how many quotes of each kind there were over time.

    Days, months or years, whichever gives a readable number of bars. Dates too vague for the bars (« 2020 »
    among months) are left out and counted in the drawing's label.

    Args:
        counted: how many quotes there are of an ISO date, possibly partial or missing, and a kind.

    Returns:
        An ``<svg>`` element, or None if fewer than two bars would stand in it.
    """
    dated = {(when, kind): number for (when, kind), number in counted.items() if when}
    scale = _scale(sorted({when for when, _ in dated}))
    if scale is None or len(scale.buckets) < 2:
        return None
    bars: Counter[tuple[str, Kind]] = Counter()
    left_out = sum(number for (when, _), number in counted.items() if not when)
    for (when, kind), number in dated.items():
        bucket = when[: scale.digits]
        if len(bucket) == scale.digits:
            bars[bucket, kind] += number
        else:
            left_out += number
    return _draw(scale.buckets, bars, left_out)


def _draw(buckets: Sequence[str], bars: Counter[tuple[str, Kind]], left_out: int) -> Markup:
    highest = max(sum(bars[bucket, kind] for kind in KINDS) for bucket in buckets) or 1
    step = 100 / len(buckets)
    thick = min(step * 0.78, 5.0)
    floor, room = HEIGHT - FOOT, HEIGHT - FOOT - HEAD
    total = sum(bars.values())
    label = (
        f"{wording.count(total, 'citation')} entre {wording.french_date(buckets[0])} et "
        f"{wording.french_date(buckets[-1])}, {wording.grouped(highest)} au plus d’un coup"
        + (f" ; {wording.grouped(left_out)} sans date assez précise" if left_out else "")
    )
    parts = [
        f'<svg class="timeline" height="{HEIGHT}" role="img" aria-label="{escape(label)}">',
        f'<line class="floor" x1="0" x2="100%" y1="{floor}" y2="{floor}"/>',
    ]
    for place, bucket in enumerate(buckets):
        top = float(floor)
        left = place * step + (step - thick) / 2
        number = sum(bars[bucket, kind] for kind in KINDS)
        if not number:
            continue
        parts.append(f"<g><title>{wording.french_date(bucket)} : {wording.count(number, 'citation')}</title>")
        for kind in KINDS:
            if many := bars[bucket, kind]:
                tall = room * many / highest
                top -= tall
                place_and_size = f'x="{left:.2f}%" y="{top:.1f}" width="{thick:.2f}%" height="{tall:.1f}"'
                parts.append(f'<rect class="{kind}" {place_and_size}/>')
        parts.append("</g>")
    for place in range(0, len(buckets), -(-len(buckets) // TICKS)):
        parts.append(_tick(place * step + step / 2, wording.short_date(buckets[place])))
    most = wording.count(highest, "citation")
    parts.append(f'<text x="0" y="{HEAD - 8}">{most}</text></svg>')
    return Markup("".join(parts))


def _tick(middle: float, date: str) -> str:
    """Return a date below its bar; at either end it keeps within the drawing."""
    place, anchor = (0.0, "start") if middle < 6 else (100.0, "end") if middle > 94 else (middle, "middle")
    return f'<text x="{place:.2f}%" y="{HEIGHT - 6}" text-anchor="{anchor}">{date}</text>'


def _scale(dates: Sequence[str]) -> _Scale | None:
    """Choose days up to two months, months up to six years, years beyond; None without a usable date."""
    days = [day for text in dates if (day := _day(text)) is not None]
    if not days:
        return None
    first, last = min(days), max(days)
    if (last - first).days <= 62 and all(len(text) >= 10 for text in dates):
        span = (last - first).days + 1
        return _Scale(10, tuple((first + timedelta(days=n)).isoformat() for n in range(span)))
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= 72 and any(len(text) >= 7 for text in dates):
        numbers = (first.year * 12 + first.month - 1 + n for n in range(months))
        return _Scale(7, tuple(f"{n // 12:04}-{n % 12 + 1:02}" for n in numbers))
    return _Scale(4, tuple(f"{year:04}" for year in range(first.year, last.year + 1)))


def _day(text: str) -> date | None:
    """Return the first day that an ISO date, possibly partial, may mean; None if it is none."""
    try:
        return date.fromisoformat((text[:10] + "-01-01"[len(text[:10]) - 4 :])[:10])
    except ValueError:
        return None
