"""A text in another language is refused, whatever stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotetrack.documents import parse_document, read_documents
from quotetrack.language import FEWEST_WORDS, is_french
from quotetrack.model import QuotetrackError

ENGLISH = (
    "The mayor said on Monday that the bridge would open again in the spring, a spokesman for the town told "
    "reporters, adding that the works had cost a fortune and that nobody else in the council had been warned of such a "
    "price before his visit, when two opponents wanted to know who would pay for it."
)
SPANISH = (
    "El alcalde dijo el lunes que el puente se abriría de nuevo en la primavera, según un portavoz de la ciudad, "
    "que añadió que las obras habían costado una fortuna y que el consejo no había sido informado del precio. Los "
    "vecinos, muy enfadados, prometieron acudir mañana ante un tribunal para exigir explicaciones."
)
ITALIAN = (
    "Il sindaco ha detto lunedì che il ponte riaprirà in primavera, secondo un portavoce della città, aggiungendo che "
    "i lavori sono costati una fortuna e che il consiglio comunale non era stato mai informato del prezzo delle opere. "
    "Gli abitanti, molto arrabbiati, hanno promesso di andare domani davanti a un tribunale."
)


@pytest.mark.parametrize("text", [ENGLISH, SPANISH, ITALIAN])
def test_other_languages_are_told(text: str) -> None:
    assert not is_french(text)
    with pytest.raises(QuotetrackError, match="not in French"):
        parse_document("article", text)


@pytest.mark.parametrize("path", sorted(Path("fixtures").glob("f*.txt")), ids=lambda path: path.stem)
def test_articles_are_french(path: Path) -> None:
    assert is_french(path.read_text(encoding="utf-8"))


def test_a_short_text_is_let_through() -> None:
    assert is_french("The mayor said no.")
    assert is_french(" ".join(ENGLISH.split()[: FEWEST_WORDS - 1]))


def test_french_that_quotes_english_is_french() -> None:
    assert is_french(f"Le maire et les élus ont lu dans la salle une lettre venue de Londres : « {ENGLISH} »")


def test_in_a_folder_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "b.txt").write_text("« Oui », dit le maire.", encoding="utf-8")
    failed, read = read_documents([str(tmp_path)])
    assert "not in French" in getattr(failed, "message", "")
    assert getattr(read, "name", "") == "b"
