"""Killed at any moment, the database holds whole documents only."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from archive import archive

from quotetrack.store import ClaimStore

TESTS = Path(__file__).parent

# Saves the articles, and corrected versions of them, for ever.
WRITER = f"""
import sys
sys.path.insert(0, {str(TESTS)!r})
from dataclasses import replace
from archive import archive
from quotetrack.store import ClaimStore

articles = [article.extraction for article in archive(60)]
print("ready", flush=True)
with ClaimStore(sys.argv[1]) as store:
    while True:
        for extraction in articles:
            store.save(extraction)
        for extraction in articles:
            store.save(replace(extraction, quotes=extraction.quotes[:1]))
        for extraction in articles[::2]:
            store.delete(extraction.document.id)
"""


def test_after_sigkill_only_whole_documents_are_stored(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    rng = random.Random(9)
    whole = {article.extraction.document.id: article.extraction for article in archive(60)}
    stored_any = False
    for _ in range(8):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert process.stdout is not None and process.stdout.readline() == b"ready\n"
        time.sleep(rng.uniform(0.0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with ClaimStore(path) as store:
            assert store.check() == []
            for document in store.documents():
                expected = whole[document.id]
                stored = store.extraction(document.id)
                assert stored.quotes in (expected.quotes, expected.quotes[:1])
                assert set(stored.sources) == set(expected.sources)
                stored_any = True
            names = sum(len(store.names(source.id)) for source in store.sources(quoted_only=False))
            assert (names > 0) == bool(store.documents())
    assert stored_any
