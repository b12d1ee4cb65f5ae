"""What visitors may write, if the server was started for writing: reviews of quotes, findings set aside."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from datasette import Response

from quotetrack.model import QuotetrackError
from quotetrack.store import VERDICTS, ClaimStore
from quotetrack.web import hosting
from quotetrack.web.inert import web_address
from quotetrack.web.visit import Visit, answered, apology

LONGEST = 5_000
"""Characters of a note or a reason."""

Fields = dict[str, str]
Action = Callable[[ClaimStore, Fields, str | None], None]


@answered
async def review(request: Any, datasette: Any) -> Response:
    """Record what a form says, then lead back to the page that it stood on.

    Datasette's own protection against forged requests has let the request through (a token in 0.65, the
    request's origin in 1.0); the permission ``quotetrack-review`` decides who may.
    """
    visit = await Visit.of(request, datasette)
    if not visit.may_review:
        return apology(
            datasette,
            403,
            title="Cette base est en lecture seule",
            message="« quotetrack serve --write » permet d’y écrire, à qui suit le lien qu’il affiche.",
            advice="Rien n’a été enregistré.",
            back=visit.to.front,
            way_back="revenir à l’accueil",
        )
    if request.method != "POST":
        return Response.text("POST seulement.", status=405, headers={"Allow": "POST"})
    fields = dict(parse_qsl((await request.post_body()).decode("utf-8", "replace"), max_num_fields=20))
    action = _ACTIONS.get(fields.get("action", ""))
    back = _way_back(fields.get("back", ""), visit)
    refused = partial(
        apology,
        datasette,
        400,
        title="Rien n’a été enregistré",
        advice="Le reste de la base est inchangé.",
        back=back,
        way_back="revenir à la page",
    )
    if action is None:
        return refused(message="Cette action n’existe pas.")
    if any(len(value) > LONGEST for value in fields.values()):
        return refused(message=f"Trop long : {LONGEST} caractères au plus.")
    by = hosting.name_of(request.actor)
    try:
        await asyncio.to_thread(_write, Path(visit.database.path), action, fields, by)
    except _Refused as error:
        return refused(message=str(error))
    except QuotetrackError as error:
        return refused(message=f"La base n’a pas pu l’enregistrer : {error}")
    return Response.redirect(back)


class _Refused(Exception):
    """What somebody wrote cannot be recorded; the message says why, in French."""


def _write(path: Path, action: Action, fields: Fields, by: str | None) -> None:
    with ClaimStore(path, create=False) as store:
        action(store, fields, by)


def _record(store: ClaimStore, fields: Fields, by: str | None) -> None:
    url = fields.get("url", "").strip()
    if not any(fields.get(name, "").strip() for name in ("verdict", "note", "url")):
        raise _Refused("Un avis demande un verdict, une note ou un lien.")
    if fields.get("verdict") and fields["verdict"] not in VERDICTS:
        raise _Refused(f"Ce verdict n’existe pas : « {fields['verdict']} ».")
    if url and web_address(url) is None:
        raise _Refused("Le lien n’est pas une adresse web (https://…).")
    _find(
        store.quote, fields.get("quote", ""), "Cette citation n’est plus dans la base : son article a changé."
    )
    store.add_review(
        fields.get("quote", ""),
        verdict=fields.get("verdict") or None,
        note=fields.get("note", "").strip() or None,
        url=url or None,
        by=by,
    )


def _dismiss(store: ClaimStore, fields: Fields, by: str | None) -> None:
    if not fields.get("reason", "").strip():
        raise _Refused("Dites pourquoi, pour que d’autres puissent en juger.")
    _find(store.finding, fields.get("finding", ""), _NO_FINDING)
    store.dismiss(fields.get("finding", ""), fields["reason"], by)


def _restore(store: ClaimStore, fields: Fields, _by: str | None) -> None:
    _find(store.finding, fields.get("finding", ""), _NO_FINDING)
    store.restore(fields["finding"])


def _find(look: Callable[[str], object], id: str, missing: str) -> None:
    try:
        look(id)
    except QuotetrackError as error:
        raise _Refused(missing) from error


_NO_FINDING = "Cette alerte n’est plus dans la base : ses articles ont changé."


_ACTIONS: dict[str, Action] = {"review": _record, "dismiss": _dismiss, "restore": _restore}


def _way_back(address: str, visit: Visit) -> str:
    """Return the page that a form stood on if it is one of ours, else the front page: no open redirects."""
    ours = re.escape(visit.to.base) + r"/-/[\w/?=&%.+-]*"
    return address if re.fullmatch(ours, address) else visit.to.front
