"""Words that a noun announces, whose they are by what stands beside it, and who answers.

The sentences are our own. A row is a text and the source of each of its quotes; « — » where nobody is named.
"""

from __future__ import annotations

import pytest
from marked_text import names
from test_attribution import found_in

from quotetrack.extraction import Extractor
from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

THE_LAST_WORD = [
    ("Le mot de la fin est revenu à M. Koffi : « Nous avons gagné ensemble. »", ["M. Koffi"]),
    ("Le dernier mot revient à Anne Roux : « On remettra ça. »", ["Anne Roux"]),
    ("La parole est à Luc Roux, le capitaine : « On remettra ça. »", ["Luc Roux, le capitaine"]),
    ("La coupe est revenue à Luc Roux : « On remettra ça. »", ["—"]),
]
SHARED = [
    ("Même son de cloche chez Luc Roux : « On manque de bras. »", ["Luc Roux"]),
    ("Même analyse du côté de la préfète : « On manque de bras. »", ["la préfète"]),
    ("Un avis partagé par Luc Roux : « On manque de bras. »", ["Luc Roux"]),
    ("Un constat partagé par Luc Roux, maire de Vars. « On manque de bras. »", ["Luc Roux, maire de Vars"]),
    ("Un constat que partage Luc Roux, maire de Vars. « On manque de bras. »", ["Luc Roux, maire de Vars"]),
    ("Un avis que ne partage pas Luc Roux, maire de Vars. « On manque de bras. »", ["—"]),
    ("Une crainte partagée par Luc Roux. « L'école ferme », s'alarme la directrice.", ["la directrice"]),
]
IN_ANSWER = [
    ("La réponse de Luc Roux a fusé : « Trop cher pour nous. »", ["Luc Roux"]),
    ("La réponse de la préfète ne s'est pas fait attendre : « Trop cher pour nous. »", ["la préfète"]),
    ("Les élus ont interrogé le maire. Réponse : « Trop cher pour nous. »", ["le maire"]),
    ("Luc Roux a été interrogé sur son avenir. Sa réponse : « Je n'ai rien décidé. »", ["Luc Roux"]),
    (
        "« Combien coûte le pont ? », a demandé un élu. Réponse : « Trop cher pour nous. »",
        ["un élu", "—"],
    ),
    ("Le maire accuse le préfet de mentir. Réponse : « Trop cher pour nous. »", ["Le maire", "—"]),
    ("L'annonce du ministre inquiète : « On va tout perdre. »", ["—"]),
    ("L'annonce du ministre inquiète les éleveurs. « On va tout perdre. »", ["—"]),
]


@pytest.mark.parametrize(("text", "sources"), THE_LAST_WORD + SHARED + IN_ANSWER)
def test_whose_words_a_noun_announces(extractor: Extractor, text: str, sources: list[str]) -> None:
    assert [source for source, _, _ in found_in(extractor, text)] == sources


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[[On]] a demandé au maire s'il partirait.", [None]),
        ("« Tout va bien », a-t-[[on]] assuré à Luc Roux.", [None]),
        ("« Tout va bien », a-t-[[on]] assuré aux députés.", [None]),
        ("« Tout va bien », assure-t-[[on]] à la mairie de Vars.", ["mairie de Vars"]),
        ("« Tout va bien », assure-t-[[on]] dans l'entourage du maire.", ["entourage du maire"]),
        ("« Tout va bien », assure-t-[[on]] chez les Verts.", ["Verts"]),
    ],
)
def test_on_is_not_whom_it_is_told(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
