"""Objects with quoted words in them that a marker, a noun or an incise in the same sentence gives to somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Report
from quotetrack.model import Span


def beside_asides(article: Article, own: Sequence[Report], asides: Sequence[Report]) -> list[Report]:
    """Return the reports of the verbs of a sentence that its markers, nouns and incises leave something to say."""
    return [_with_what_it_relays(r, asides) for r in own if not _words_of_an_aside(article, r, asides)]


def _words_of_an_aside(article: Article, report: Report, asides: Sequence[Report]) -> bool:
    """« a condamné l'invasion, qui n'a selon elle « aucune excuse » »: all that is marked is in the marker's clause.

    « présente son disque, « un rêve », dit-elle »: what is marked is what she says. But « cite un rapport selon lequel
    il n'y a « aucun doute » » is both told by somebody and written there.
    """
    if report.rule != "quoted_object":
        return False
    words = article.marked_in(report.content)
    return any(
        m.content.start > report.content.start
        and all(m.content.contains(inner) for inner in words)
        and not _relayed(report, m)
        for m in asides
    )


def _relayed(report: Report, told: Report) -> bool:
    """« cite un rapport selon lequel … », « cite Jouvet, pour qui … »: the object of one is the source of the other."""
    source, cue = told.source, told.cue
    if source is None or cue is None or source.span.end > cue.start:
        return False
    return report.content.start <= source.span.start and report.content.contains(cue)


def _with_what_it_relays(report: Report, asides: Sequence[Report]) -> Report:
    """« cite un rapport selon lequel « aucun gain » n'est à attendre »: all that the report says is cited."""
    if report.rule != "quoted_object":
        return report
    end = max([report.content.end, *(m.content.end for m in asides if _relayed(report, m))])
    return replace(report, content=Span(report.content.start, end))
