"""What several test files share: one parser for the whole run."""

from __future__ import annotations

import signal

import pytest

from quotetrack.extraction import Extractor
from quotetrack.syntax.stanza_parser import StanzaParser, load_parser


def pytest_configure() -> None:
    """Let Ctrl-C reach the tests of it: a suite that a script starts in the background would have it ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def parser() -> StanzaParser:
    """Return the embedded models, loaded once."""
    return load_parser()


@pytest.fixture(scope="session")
def extractor(parser: StanzaParser) -> Extractor:
    """Return an extractor on the embedded models that keeps every source, however unsure its construction."""
    return Extractor(parser, threshold=0.0)
