"""The reading view of one article as a single HTML page that can be mailed: no other file, no network."""

from __future__ import annotations

from quotetrack.model import Extraction
from quotetrack.web.article import article
from quotetrack.web.templates import environment, inline, script, self_contained_policy, style


def reading_view(extraction: Extraction) -> str:
    """Return the article as printed with every quote marked and a note for each, as one page in French.

    Whatever the text holds is shown inert: escaped, its reordering and control characters made visible.
    The page's Content-Security-Policy admits only its own style sheet and script.
    """
    return (
        environment()
        .get_template("quotetrack_reading.html")
        .render(
            article=article(extraction),
            style=inline(style()),
            script=inline(script()),
            policy=self_contained_policy(),
        )
    )
