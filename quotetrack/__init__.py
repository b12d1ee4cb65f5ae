"""quotetrack: who said what in French news.

>>> import quotetrack
>>> for quote in quotetrack.extract("« Il pleut », a dit Anne Verdier.").quotes:
...     print(quote.speaker.name)
Anne Verdier

Ten names, each loaded when it is first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotetrack.extraction import Extractor
    from quotetrack.model import Document, Extraction, Passage, Quote, QuotetrackError, Source, Span
    from quotetrack.simple import extract
    from quotetrack.store import ClaimStore

__version__ = "0.1.0"
__all__ = [
    "ClaimStore",
    "Document",
    "Extraction",
    "Extractor",
    "Passage",
    "Quote",
    "QuotetrackError",
    "Source",
    "Span",
    "extract",
]

_HOME = {"extract": "simple", "Extractor": "extraction", "ClaimStore": "store"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"quotetrack.{_HOME.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
