"""The pages' templates, style sheet and script as the package ships them; Jinja2 with everything escaped."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quotetrack.web import wording


def template_loader() -> BaseLoader:
    """Return what loads the templates, all named ``quotetrack_….html``."""
    return PackageLoader("quotetrack.web", "templates")


def words_for_templates() -> dict[str, Any]:
    """Return the wording that every template may use."""
    return {
        "kinds": wording.KINDS,
        "kinds_explained": wording.KINDS_EXPLAINED,
        "source_kinds": wording.SOURCE_KINDS,
        "hearsay_explained": wording.HEARSAY_EXPLAINED,
        "count": wording.count,
        "grouped": wording.grouped,
        "french_date": wording.french_date,
        "excerpt": wording.excerpt,
    }


@cache
def environment() -> Environment:
    """Return the environment for pages made without Datasette; an undefined name is an error."""
    env = Environment(
        loader=template_loader(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(words_for_templates())
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


def inline(code: str) -> Markup:
    """Return our own style sheet or script for embedding in the page, character for character."""
    return Markup(code)


def _digest(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
