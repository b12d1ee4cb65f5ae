"""The Datasette plugin: our pages, our configuration, and links to them from Datasette's own tables."""

from __future__ import annotations

import re
from typing import Any

from datasette import Response, hookimpl
from datasette.views.index import IndexView
from markupsafe import Markup

from quotetrack.web import claim_pages, hosting, pages, reviewing, templates
from quotetrack.web.addresses import Addresses
from quotetrack.web.inert import inert

_ASKED_FOR = {"citation": "dans l’article", "versions_du_propos": "toutes les versions"}
"""Columns of canned queries that hold an id, and what their links say."""
_OUR_ID = re.compile("[0-9a-f]{16}")
_QUOTE_COLUMNS = frozenset({"quote", "via_quote", "one_quote", "other_quote"})
_TABLES_WITH_KEYS = frozenset({"reviews", "verbatim", "claim_quotes"})  # Datasette links these itself
_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}


@hookimpl
def startup(datasette: Any) -> Any:
    """Configure the databases that are ours."""

    async def configure() -> None:
        await hosting.configure(datasette)

    return configure


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """Return our pages, each with its JSON twin."""
    return [
        (r"^/(?P<format>(?!))?$", home),  # the group that Datasette's own front page expects; never matches
        (r"^/-/quotetrack/[0-9a-f]+/quotetrack\.(?P<kind>css|js)$", static),
        (r"^/(?P<database>[^/]+)/-/quotetrack(?P<json>\.json)?$", pages.front),
        (r"^/(?P<database>[^/]+)/-/document/(?P<id>[^/]+?)(?P<json>\.json)?$", pages.document),
        (r"^/(?P<database>[^/]+)/-/quote/(?P<id>[^/]+?)(?P<json>\.json)?$", pages.quote),
        (r"^/(?P<database>[^/]+)/-/claim/(?P<id>[^/]+?)(?P<json>\.json)?$", claim_pages.claim),
        (r"^/(?P<database>[^/]+)/-/checks(?P<json>\.json)?$", claim_pages.checks),
        (r"^/(?P<database>[^/]+)/-/review$", reviewing.review),
        (r"^/(?P<database>[^/]+)/-/source/(?P<id>[^/]+?)(?P<json>\.json)?$", pages.source),
    ]


async def home(request: Any, datasette: Any, send: Any) -> Any:
    """Show our front page where one of our databases is all that there is, else Datasette's own."""
    visible = [name for name in datasette.databases if not name.startswith("_")]
    ours = await hosting.our_databases(datasette, request.actor)
    if len(visible) == len(ours) == 1:
        address = Addresses(datasette.urls.database(ours[0])).front
        query = f"?{request.query_string}" if request.query_string else ""
        return Response.redirect(address + query)
    return await IndexView.as_view(datasette)(request, send)


async def static(request: Any) -> Response:
    """Send our style sheet or script; their address changes with their content."""
    if request.url_vars["kind"] == "css":
        return Response(templates.style(), content_type="text/css; charset=utf-8", headers=_FOREVER)
    return Response(templates.script(), content_type="text/javascript; charset=utf-8", headers=_FOREVER)


@hookimpl
def render_cell(
    row: Any, value: Any, column: str, table: str | None, database: str | None, datasette: Any
) -> Any:
    """Link names of documents and sources, and ids of quotes wherever they stand, to the pages for people."""
    if database not in hosting.configured(datasette) or not isinstance(value, str) or not value:
        return None
    to = Addresses(datasette.urls.database(database).rstrip("/"))
    shown = inert(value)
    if column in _ASKED_FOR and table is None and _OUR_ID.fullmatch(value):
        address = to.quote(value) if column == "citation" else to.claim(value)
        shown = Markup(_ASKED_FOR[column])
    elif table in {"documents", "sources"} and column == "name":
        address = to.document(row["id"]) if table == "documents" else to.source(row["id"])
    elif table == "who_said_what" and column in {"who", "document"}:
        id = row["source_id" if column == "who" else "document_id"]
        if id is None:
            return None
        address = to.source(id) if column == "who" else to.document(id)
    elif column in {"claim_key", "claim"} and _OUR_ID.fullmatch(value):
        address = to.claim(value)
    elif column in _QUOTE_COLUMNS and table not in _TABLES_WITH_KEYS:
        address = to.quote(value)
    else:
        return None
    return Markup('<a href="{}">{}</a>').format(address, shown)


@hookimpl
def menu_links(datasette: Any, actor: Any) -> Any:
    """Offer the front page of each of our databases in Datasette's menu."""

    async def links() -> list[dict[str, str]]:
        return [
            {"href": Addresses(datasette.urls.database(name)).front, "label": f"Qui dit quoi : {name}"}
            for name in await hosting.our_databases(datasette, actor)
        ]

    return links


@hookimpl(optionalhook=True)
def get_metadata(datasette: Any) -> dict[str, Any]:
    """Give Datasette 0.65 labels, facets and descriptions."""
    return hosting.first_series_metadata(datasette)


@hookimpl(optionalhook=True)
def canned_queries(datasette: Any, database: str) -> dict[str, Any]:
    """Give Datasette 0.65 the canned queries."""
    return hosting.first_series_queries(datasette, database)


@hookimpl(optionalhook=True)
def permission_allowed(datasette: Any, actor: Any, action: str, resource: Any) -> bool | None:
    """Let the owner of a Datasette 0.65 started with --write record reviews; a plugin may let others."""
    if action == hosting.REVIEW and actor and actor.get("id") == "root":
        return hosting.writing_enabled(datasette, resource)
    return None


@hookimpl(optionalhook=True)
def register_actions() -> list[Any]:
    """Name the permission to record reviews for Datasette 1.0."""
    from datasette.permissions import Action
    from datasette.resources import DatabaseResource

    return [
        Action(name=hosting.REVIEW, description="Record reviews of quotes", resource_class=DatabaseResource)
    ]
