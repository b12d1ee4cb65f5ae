"""One visit to a page of one of our databases: permissions, reading, answering."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from datasette import Response
from datasette.utils import tilde_decode

from quotetrack.web import hosting
from quotetrack.web.addresses import Addresses
from quotetrack.web.templates import environment, fingerprint

Read = TypeVar("Read")
View = Callable[[Any, Any], Awaitable[Response]]

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class Missing(Exception):
    """There is nothing at this address; the message says what is missing, in French."""


def answered(view: View) -> View:
    """Answer with a page, or JSON, of status 404 where the view finds nothing."""

    @functools.wraps(view)
    async def answering(request: Any, datasette: Any) -> Response:
        try:
            return await view(request, datasette)
        except Missing as missing:
            if request.url_vars.get("json"):
                return Response.json({"ok": False, "error": str(missing)}, status=404)
            home = datasette.urls.instance()
            return apology(
                datasette,
                404,
                title="Rien à cette adresse",
                message=str(missing),
                advice="L’article a pu être extrait de nouveau après une correction, ou retiré.",
                back=home,
                way_back="chercher depuis l’accueil",
            )

    return answering


def apology(datasette: Any, status: int, **words: str) -> Response:
    """Return a page that says what is missing or what was refused, and where to go from here."""
    home = datasette.urls.instance()
    style = Addresses("", home).static("quotetrack.css", fingerprint())
    html = environment().get_template("quotetrack_missing.html").render(home=home, style=style, **words)
    return Response.html(html, status=status, headers={"Content-Security-Policy": POLICY})


class Visit:
    """One request for a page of one of our databases, by a visitor who may see it."""

    def __init__(self, request: Any, datasette: Any, database: Any, may_review: bool) -> None:
        self.request = request
        self.may_review = may_review
        self.database = database
        root = datasette.urls.instance()
        self.to = Addresses(datasette.urls.database(database.name).rstrip("/"), root)
        self.as_json = bool(request.url_vars.get("json"))

    @classmethod
    async def of(cls, request: Any, datasette: Any) -> Visit:
        """Return the page's request once permissions are checked."""
        name = tilde_decode(request.url_vars["database"])
        database = await hosting.database_named(datasette, request.actor, name)
        if database is None:
            raise Missing(f"Il n’y a pas ici de base de quotetrack appelée « {name} ».")
        return cls(request, datasette, database, await hosting.may_review(datasette, request.actor, name))

    async def read(self, question: Callable[[sqlite3.Connection], Read]) -> Read:
        """Ask the database, on one of Datasette's reading threads."""
        answer: Read = await self.database.execute_fn(question)
        return answer

    def answer(self, template: str, record: dict[str, Any], **context: Any) -> Response:
        """Return the JSON record, or the page that the template makes of the context."""
        if self.as_json:
            return Response.json(record)
        html = (
            environment()
            .get_template(template)
            .render(
                **context,
                to=self.to,
                database=self.database.name,
                style=self.to.static("quotetrack.css", fingerprint()),
                script=self.to.static("quotetrack.js", fingerprint()),
                twin=json_twin(self.request),
                may_review=self.may_review,
                csrftoken=self.request.scope["csrftoken"]() if self.may_review else "",
            )
        )
        return Response.html(
            html, headers={"Content-Security-Policy": POLICY, "Referrer-Policy": "same-origin"}
        )


def json_twin(request: Any) -> str:
    """Return the address of a page's JSON twin."""
    query = f"?{request.query_string}" if request.query_string else ""
    return f"{request.path.rstrip('/')}.json{query}"
