"""The pages about what was said, over all documents: a claim with its versions, and what to look at twice."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Any

from datasette import Response
from markupsafe import Markup

from quotetrack.claims.checks import CHECKS
from quotetrack.store import claim_reading
from quotetrack.store.claim_reading import ClaimPage, VersionSide
from quotetrack.store.findings import FindingRow
from quotetrack.store.reading import QuoteLine
from quotetrack.web import changes
from quotetrack.web.addresses import Addresses
from quotetrack.web.drawing import chain_graph, chain_list
from quotetrack.web.inert import inert
from quotetrack.web.pages import line_record
from quotetrack.web.visit import Missing, Visit, answered

PAGE_SIZE = 40
LAST_PAGE = 250
SET_ASIDE = "dismissed"
"""What to ask for to see the findings that people set aside."""


@answered
async def claim(request: Any, datasette: Any) -> Response:
    """Show all versions of a claim side by side, how it came to each outlet, and its reviews."""
    visit = await Visit.of(request, datasette)
    key = request.url_vars["id"]
    most = claim_reading.MOST_VERSIONS if visit.as_json else claim_reading.VERSIONS
    found = await visit.read(partial(claim_reading.claim_page, key=key, most=most))
    if found is None:
        raise Missing(f"Pas de propos « {key} » dans cette base.")
    first = found.versions[0]
    return visit.answer(
        "quotetrack_claim.html",
        _claim_record(found, visit.to),
        page=found,
        first=first,
        drawing=chain_graph(_paths(found), _since(found)) if _travelled(found) else None,
        branches=chain_list(_paths(found), _since(found)),
        diff=lambda side: (
            inert(side.line.text) if side is first else changes.both(side.line.text, first.line.text)
        ),
    )


@answered
async def checks(request: Any, datasette: Any) -> Response:
    """Show what deserves a second look, the gravest first, with its evidence; or what was set aside."""
    visit = await Visit.of(request, datasette)
    asked = request.args.get("check") or ""
    check = asked if asked in CHECKS else None
    aside = asked == SET_ASIDE
    number = 1 if aside else _page(request.args.get("page"))
    most, offset = PAGE_SIZE + 1, (number - 1) * PAGE_SIZE
    found = await visit.read(
        partial(claim_reading.findings_set_aside, most=LAST_PAGE)
        if aside
        else partial(claim_reading.findings_page, check=check, most=most, offset=offset)
    )
    shown = found if aside else found[:PAGE_SIZE]
    counted = await visit.read(claim_reading.findings_counted)
    totals = {name: sum(n for (c, _), n in counted.items() if c == name) for name in CHECKS}
    record = {
        "check": asked if aside else check,
        "page": number,
        "counts": {name: {s: n for (c, s), n in counted.items() if c == name} for name in CHECKS},
        "findings": [_finding_record(finding, visit.to) for finding in shown],
    }
    return visit.answer(
        "quotetrack_checks.html",
        record,
        findings=shown,
        lines=await visit.read(partial(claim_reading.lines_of_findings, rows=shown)),
        asked=asked if aside else check or "",
        set_aside=SET_ASIDE,
        many_set_aside=await visit.read(claim_reading.number_set_aside),
        totals=totals,
        every=sum(totals.values()),
        number=number,
        more=len(found) > PAGE_SIZE and number < LAST_PAGE and not aside,
        before=_before,
        after=_after,
    )


def _before(finding: FindingRow) -> Markup:
    if finding.other is None:
        return inert(finding.one.text)
    return changes.gone(finding.one.text, finding.other.text)


def _after(finding: FindingRow) -> Markup:
    assert finding.other is not None
    return changes.come(finding.other.text, finding.one.text)


def _page(asked: str | None) -> int:
    return min(max(int(asked), 1), LAST_PAGE) if asked and asked.isdecimal() and len(asked) < 9 else 1


def _travelled(page: ClaimPage) -> bool:
    """Tell whether there is more to draw than one speaker in one outlet."""
    first = page.versions[0].version
    return len(page.versions) > 1 or first.earliest.documents > 1 or first.depth > 0


def _paths(page: ClaimPage) -> list[tuple[tuple[str, ...], int]]:
    """Return through whom each printed quote came, and where it was printed."""
    return [((*side.chain, _printer(line)), 1) for side in page.versions for line in side.printed]


def _since(page: ClaimPage) -> dict[str, str]:
    """Return the date on which each outlet first printed the claim, where one is known."""
    dates: dict[str, str] = {}
    for line in (line for side in page.versions for line in side.printed if line.date):
        dates[_printer(line)] = min(line.date or "9999", dates.get(_printer(line), "9999"))
    return dates


def _printer(line: QuoteLine) -> str:
    return line.outlet or line.title


def _claim_record(page: ClaimPage, to: Addresses) -> dict[str, Any]:
    return {
        "claim": asdict(page.claim),
        "url": to.claim(page.claim.key),
        "versions": [_side_record(side, to) for side in page.versions],
        "hidden_versions": page.hidden,
        "reviews": [asdict(review) for review in page.reviews],
    }


def _side_record(side: VersionSide, to: Addresses) -> dict[str, Any]:
    return {
        "key": side.version.key,
        "depth": side.version.depth,
        "documents": side.version.earliest.documents,
        "quotes": list(side.version.quotes),
        "earliest": line_record(side.line, to),
        "chain": list(side.chain),
        "changes": [_change_record(change) for change in side.changes],
        "printed": [line_record(line, to) for line in side.printed],
    }


def _finding_record(finding: FindingRow, to: Addresses) -> dict[str, Any]:
    record = asdict(finding)
    record["changes"] = [_change_record(change) for change in finding.changes]
    record["url"] = to.claim(finding.claim)
    return record


def _change_record(change: Any) -> dict[str, Any]:
    return {
        "before": [change.before.start, change.before.end],
        "after": [change.after.start, change.after.end],
        "touched": list(change.touched),
        "verbatim": change.verbatim,
    }
