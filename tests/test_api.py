"""The ten names of the package: `import quotetrack` costs nothing, `quotetrack.extract` does everything."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import is_dataclass
from pathlib import Path

import pytest

import quotetrack

RAIN = "« Il pleut sur la digue », a dit Anne Verdier.\n"


def test_there_are_ten_names_and_all_of_them_exist() -> None:
    assert len(quotetrack.__all__) == 10
    assert set(quotetrack.__all__) <= set(dir(quotetrack))
    values = ("Document", "Extraction", "Passage", "Quote", "Source", "Span")
    assert all(is_dataclass(getattr(quotetrack, name)) for name in values)
    assert issubclass(quotetrack.QuotetrackError, Exception)
    assert quotetrack.ClaimStore.__module__ == "quotetrack.store.store"
    with pytest.raises(AttributeError, match="no attribute 'quotes'"):
        _ = quotetrack.quotes  # type: ignore[attr-defined]


def test_importing_the_package_loads_nothing_else() -> None:
    code = (
        "import sys, quotetrack; quotetrack.Span; print(*(m for m in sys.modules if m[:10] == 'quotetrack'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "quotetrack quotetrack.values quotetrack.model\n"


@pytest.mark.models
def test_extract_takes_a_text_a_file_or_a_document(tmp_path: Path) -> None:
    path = tmp_path / "pluie.txt"
    path.write_text("date: 2024-05-02\n\n" + RAIN, encoding="utf-8")
    for article in (RAIN, path, str(path), quotetrack.Document("pluie", RAIN, quotetrack.Span(0, len(RAIN)))):
        found = quotetrack.extract(article, outlet="Le Fanal")
        (quote,) = found.quotes
        assert quote.speaker is not None
        assert (quote.kind, quote.speaker.name) == ("direct", "Anne Verdier")
        assert quote.content.of(found.document.text) == "Il pleut sur la digue"
        assert found.document.outlet == "Le Fanal"
    assert quotetrack.extract(path).document.date == "2024-05-02"
    assert quotetrack.extract(path, date="2024-06").document.date == "2024-06"


@pytest.mark.models
def test_the_models_are_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    quotetrack.extract(RAIN)
    monkeypatch.setattr("quotetrack.extraction.load_parser", None)
    assert len(quotetrack.extract(RAIN).quotes) == 1


@pytest.mark.parametrize(
    ("article", "message"),
    [
        ("absent.txt", "absent.txt: no such file"),
        (Path("absent"), "absent: no such file"),
        (" \n", "the document is empty"),
        ("articles.jsonl", "holds many documents"),
        (quotetrack.Document("pluie", RAIN, quotetrack.Span(0, len(RAIN))), "'mardi' is not a date"),
    ],
)
def test_what_cannot_be_read_says_so(article: str | Path | quotetrack.Document, message: str) -> None:
    with pytest.raises(quotetrack.QuotetrackError, match=message):
        quotetrack.extract(article, date="mardi" if isinstance(article, quotetrack.Document) else None)
