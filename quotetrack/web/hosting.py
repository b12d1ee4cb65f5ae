"""The two series of Datasette, 0.65 and 1.0, behind one set of functions.

Everything that differs between them is here: permissions, where configuration lives, canned queries.
"""

from __future__ import annotations

from typing import Any

from datasette import Forbidden

from quotetrack.web import configuration

Actor = dict[str, Any] | None

REVIEW = "quotetrack-review"
"""The permission to record reviews and dismissals; on a database."""

_NEEDED = frozenset(
    {"documents", "quotes", "verbatim", "sources", "source_names", "reviews", "quotes_fts", "findings"}
)


def is_first_series(datasette: Any) -> bool:
    """Tell whether this is Datasette 0.x."""
    return not hasattr(datasette, "ensure_permission")


async def tables_and_views(database: Any) -> set[str]:
    """Return the names of all tables and views of a database."""
    return {*(await database.table_names()), *(await database.view_names())}


async def is_ours(database: Any) -> bool:
    """Tell whether a database is one of quotetrack's."""
    return set(await database.table_names()) >= _NEEDED


async def our_databases(datasette: Any, actor: Actor) -> list[str]:
    """Return the names of the quotetrack databases that this visitor may see."""
    return [
        name
        for name, database in datasette.databases.items()
        if not name.startswith("_") and await is_ours(database) and await may_read(datasette, actor, name)
    ]


async def database_named(datasette: Any, actor: Actor, name: str) -> Any:
    """Return one of our databases, or None if there is none of this name that is ours.

    Raises:
        Forbidden: this visitor may not see its tables.
    """
    database = datasette.databases.get(name)
    if database is None or name.startswith("_") or not await is_ours(database):
        return None
    if not await may_read(datasette, actor, name):
        raise Forbidden("view-table")
    return database


async def may_read(datasette: Any, actor: Actor, database: str) -> bool:
    """Tell whether a visitor may see the tables that our pages show."""
    for table in ("documents", "quotes", "sources"):
        if is_first_series(datasette):
            checks = [("view-table", (database, table)), ("view-database", database), "view-instance"]
            try:
                await datasette.ensure_permissions(actor, checks)
            except Forbidden:
                return False
        else:
            from datasette.resources import TableResource

            resource = TableResource(database=database, table=table)
            if not await datasette.allowed(action="view-table", resource=resource, actor=actor):
                return False
    return True


def writing_enabled(datasette: Any, database: str) -> bool:
    """Tell whether the server was started for writing (``quotetrack serve --write``)."""
    of_database = datasette.plugin_config("quotetrack", database=database)
    settings = of_database or datasette.plugin_config("quotetrack") or {}
    return bool(settings.get("write")) and bool(datasette.get_database(database).is_mutable)


async def may_review(datasette: Any, actor: Actor, database: str) -> bool:
    """Tell whether a visitor may record reviews: writing is enabled and Datasette's permissions allow it."""
    if not writing_enabled(datasette, database):
        return False
    if is_first_series(datasette):
        return bool(await datasette.permission_allowed(actor, REVIEW, resource=database, default=False))
    from datasette.resources import DatabaseResource

    return bool(await datasette.allowed(action=REVIEW, resource=DatabaseResource(database), actor=actor))


def name_of(actor: Actor) -> str | None:
    """Return what a visitor is called."""
    if not actor:
        return None
    return str(actor.get("name") or actor.get("username") or actor.get("id") or "") or None


async def configure(datasette: Any) -> None:
    """Give each of our databases its labels, facets, descriptions and canned queries; the user's own win."""
    known: dict[str, set[str]] = {}
    for name, database in datasette.databases.items():
        if not name.startswith("_") and await is_ours(database):
            known[name] = await tables_and_views(database)
    datasette._quotetrack = known
    if is_first_series(datasette):
        return  # asks by the hooks get_metadata and canned_queries
    for name, tables in known.items():
        await _configure_second_series(datasette, name, tables)


def configured(datasette: Any) -> dict[str, set[str]]:
    """Return our databases with their tables, as they were when the server started."""
    known: dict[str, set[str]] = getattr(datasette, "_quotetrack", {})
    return known


def first_series_metadata(datasette: Any) -> dict[str, Any]:
    """Return our databases' configuration for Datasette 0.65's hook ``get_metadata``, without queries."""
    if not configured(datasette):
        return {}
    databases = {
        name: {"tables": configuration.table_settings(tables)}
        for name, tables in configured(datasette).items()
    }
    return {"title": configuration.TITLE, "description": configuration.DESCRIPTION, "databases": databases}


def first_series_queries(datasette: Any, database: str) -> dict[str, Any]:
    """Return the canned queries of one database for Datasette 0.65, without those that the user replaced."""
    tables = configured(datasette).get(database)
    if tables is None:
        return {}
    own = datasette.metadata("queries", database=database, fallback=False) or {}
    return {name: query for name, query in configuration.canned_queries(tables).items() if name not in own}


async def _configure_second_series(datasette: Any, name: str, tables: set[str]) -> None:
    datasette.config = datasette.config or {}
    settings = datasette.config.setdefault("databases", {}).setdefault(name, {})
    configured = settings.setdefault("tables", {})
    for table, values in configuration.table_settings(tables).items():
        described = await datasette.get_resource_metadata(name, table)
        if "description" in values and "description" not in described:
            await datasette.set_resource_metadata(name, table, "description", values.pop("description"))
        for column, description in values.pop("columns", {}).items():
            if not await datasette.get_column_metadata(name, table, column):
                await datasette.set_column_metadata(name, table, column, "description", description)
        values.pop("description", None)
        configured[table] = {**values, **(configured.get(table) or {})}
    for query, values in configuration.canned_queries(tables).items():
        if query not in (settings.get("queries") or {}):
            await datasette.add_query(name, query, source="quotetrack", is_trusted=True, **values)
