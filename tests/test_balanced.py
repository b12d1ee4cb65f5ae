"""Words shown away from their article keep both marks of each pair."""

from __future__ import annotations

import pytest
from marked_text import unmarked

from quotetrack.balanced import balanced
from quotetrack.documents import paragraphs, parse_document
from quotetrack.model import Span
from quotetrack.passages import find_passages


def shown(marked: str) -> str:
    """Return how the content between [[ and ]] is shown; what its article prints in marks is verbatim."""
    text, (content,) = unmarked(marked)
    found = find_passages(text, paragraphs(parse_document("example", text)))
    verbatim = [
        Span(max(content.start, passage.inner.start), min(content.end, passage.inner.end))
        for passage in found
        if passage.depth == 0 and passage.inner.overlaps(content)
    ]
    return balanced(content.of(text), content, verbatim).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Il a dit qu'[[il pleut]].", "il pleut"),
        ("« [[Il pleut]] », a-t-il dit.", "« Il pleut »"),
        ("Il a dit avoir [[« tout » vu et « rien » compris]].", "« tout » vu et « rien » compris"),
        # one mark of the pair is inside the content
        (
            "Il dénonce « [[l'ingérence étrangère », y compris russe]].",
            "« l'ingérence étrangère », y compris russe",
        ),
        ("Il assure qu'[[elle « ira jusqu'au bout]] ».", "elle « ira jusqu'au bout »"),
        ("Il assure qu'[[elle « ira jusqu'au bout]]. »", "elle « ira jusqu'au bout »"),
        ("Selon lui, « [[tout » serait fait pour « bloquer]] ».", "« tout » serait fait pour « bloquer »"),
        ("« [[Oui », a-t-il dit, « nous irons]] ».", "« Oui », a-t-il dit, « nous irons »"),
        # the family of the article, spaced as there
        ("Son client “[[n'avait” aucun “mobile]]”.", "“n'avait” aucun “mobile”"),
        ('Il refuse [["trente ans" de "photos]]".', '"trente ans" de "photos"'),
        ("Un semestre [[certes «exceptionnel]] ».", "certes «exceptionnel»"),
        # marks inside marks
        ("« [[C'est un “signal” fort]] », a-t-il dit.", "« C'est un “signal” fort »"),
        ("Il y voit [[une « part de “vérité]]” ».", "une « part de “vérité” »"),
        # none printed, or not of a pair
        ("— Il pleut ?\n\n— [[Il pleut]].", "« Il pleut »"),
        ("Il dit que [[l'écran de 15\" est cassé]].", "l'écran de 15\" est cassé"),
        ("« [[Un », dit-il.\n\n« Deux]]. »", "« Un », dit-il.\n\n« Deux »"),
        ("« [[Un.\n\n« Deux.\n\n« Trois]]. »", "« Un.\n\n« Deux.\n\n« Trois »"),
    ],
)
def test_no_mark_is_shown_without_its_partner(printed: str, expected: str) -> None:
    assert shown(printed) == expected


def test_marks_around_a_content_that_ends_before_its_passage_does() -> None:
    words = "le président « ne partira pas"
    assert balanced(words, Span(0, len(words)), []) == "le président « ne partira pas\u00a0»"
