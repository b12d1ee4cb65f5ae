"""The pages' templates, style sheet and script as the package ships them; Jinja2 with everything escaped."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quotetrack.web import wording
from quotetrack.web.inert import plain, web_address


@cache
def environment() -> Environment:
    """Return the templates' environment: all text comes out inert, an undefined name is an error."""
    env = Environment(
        loader=PackageLoader("quotetrack.web", "templates"),
        autoescape=True,
        finalize=_inert_value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals.update(
        kinds=wording.KINDS,
        kinds_explained=wording.KINDS_EXPLAINED,
        stances=wording.STANCES,
        source_kinds=wording.SOURCE_KINDS,
        hearsay_explained=wording.HEARSAY_EXPLAINED,
        checks=wording.CHECKS,
        severities=wording.SEVERITIES,
        touched=wording.TOUCHED,
        verdicts=wording.VERDICTS,
        web_address=web_address,
        count=wording.count,
        grouped=wording.grouped,
        noun=wording.noun,
        french_date=wording.french_date,
        excerpt=wording.excerpt,
        same_name=wording.same_name,
        spaced=wording.spaced,
    )
    return env


@cache
def style() -> str:
    """Return the style sheet."""
    return (files("quotetrack.web") / "static" / "quotetrack.css").read_text("utf-8")


@cache
def script() -> str:
    """Return the script."""
    return (files("quotetrack.web") / "static" / "quotetrack.js").read_text("utf-8")


@cache
def self_contained_policy() -> str:
    """Return the Content-Security-Policy under which only our own style sheet and script count."""
    own = f"style-src '{_digest(style())}'; script-src '{_digest(script())}'"
    return f"default-src 'none'; {own}; base-uri 'none'"


@cache
def fingerprint() -> str:
    """Return what changes in the address of style sheet and script whenever one of them changes."""
    return hashlib.sha256((style() + script()).encode()).hexdigest()[:12]


def inline(code: str) -> Markup:
    """Return our own style sheet or script for embedding in the page, character for character."""
    return Markup(code)


def _inert_value(value: Any) -> Any:
    return plain(value) if type(value) is str else value


def _digest(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
