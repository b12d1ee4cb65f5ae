"""Whose author, whose family, whose opponent: possessives, lists and two names in one run; our own sentences.

A row is a text with its source mentions marked, and the names that they mean.
"""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

OF_A_WORK_OR_A_THING = [
    (
        "La mairie se tait. Un rapport de l'assureur accuse le chantier. [[Son auteur]] affirme que tout cède.",
        ["auteur du rapport de l'assureur"],
    ),
    ("La préfecture attend. L'étude est parue lundi. [[Ses auteurs]] disent non.", ["auteurs de l'étude"]),
    (
        "La mairie a retiré l'affiche. Le film sort mercredi. [[Son réalisateur]] dit non.",
        ["réalisateur du film"],
    ),
    ("La mairie de Vars a écrit. Le pont a cédé mardi. [[Son constructeur]] dit non.", ["constructeur"]),
    ("La police a saisi un tract. [[Son auteur]] dit non.", ["auteur du tract"]),
    ("Le ministère a publié un rapport. [[Ses services]] disent non.", ["services du ministère"]),
    ("Le maire Luc Roux a lu le rapport. [[Son biographe]] dit non.", ["biographe de Luc Roux"]),
    ("La société Norvia a publié une étude. [[Son directeur]] dit non.", ["directeur de Norvia"]),
]
WITH_HIS_FAMILY = [
    (
        "Luc Roux, sa femme et son fils ont quitté la ville. « Nous n'avons plus rien », dit-[[il]].",
        ["Luc Roux"],
    ),
    ("Luc Roux et son fils ont quitté la ville. « Plus rien », dit-[[il]].", ["Luc Roux"]),
    ("Anne Rey et sa fille ont quitté la ville. [[Elle]] dit que tout est perdu.", ["Anne Rey"]),
    ("Anne Rey et son fils ont quitté la ville. « Plus rien », dit-[[il]].", ["fils"]),
    (
        "Le maire, Luc Petit, et son adjoint, Yann Le Goff, se sont croisés. « Non », dit [[le second]].",
        ["Yann Le Goff"],
    ),
]
PAPERS_THAT_GO_ON = [
    (
        "« Rien », dit [[l'avocat]].\n\n« Pas de faute », indique [[le communiqué]].\n\n« Un doute », ajoute-[[t-il]].",
        ["avocat", "communiqué", "communiqué"],
    ),
    (
        "« Rien », dit [[l'avocat]].\n\n« Pas de faute », indique [[un communiqué]].\n\n« Oui », s'emporte-[[t-il]].",
        ["avocat", "communiqué", "avocat"],
    ),
    (
        "« Pas de faute », indique [[le communiqué]]. Luc Roux proteste. « Un doute », ajoute-[[t-il]].",
        ["communiqué", "Luc Roux"],
    ),
]
LISTS = [
    (
        "Anne Rey, Luc Petit et Jean Roux sont arrivés. « On a gagné », disent-[[ils]].",
        ["Anne Rey, Luc Petit et Jean Roux"],
    ),
    (
        "La police a interrogé Anne Rey, Luc Petit et Jean Roux. « On a gagné », disent-[[ils]].",
        ["Anne Rey, Luc Petit et Jean Roux"],
    ),
    (
        "Luc Roux, Anne Rey, Luc Petit et Jean Faure sont partis. « On a gagné », disent-[[ils]].",
        ["Luc Roux, Anne Rey, Luc Petit et Jean Faure"],
    ),
    (
        "Selon [[Anne Rey]], Luc Petit et Jean Roux sont partis. « On a gagné », disent-[[ils]].",
        ["Anne Rey", "Luc Petit et Jean Roux"],
    ),
    (
        "Le maire, Luc Petit et Jean Roux sont partis. « On a gagné », disent-[[ils]].",
        ["Luc Petit et Jean Roux"],
    ),
]
TWO_NAMES_IN_ONE_RUN = [
    ("[[L'opposant à Paul Mbia Issa Tchomba Bakali]] a dit non.", ["Issa Tchomba Bakali"]),
    ("[[L'avocat de Paul Roux Jean-Marc Petit]] a dit non.", ["Jean-Marc Petit"]),
    ("[[L'épouse de Luc Roux Anne Rey]] a dit non.", ["Anne Rey"]),
    ("[[L'opposant au régime Luc Roux]] a dit non.", ["Luc Roux"]),
    ("[[L'avocat de Paul Pierre Roux Martin]] a dit non.", ["avocat de Paul Pierre Roux Martin"]),
    ("[[L'opposant]] a dit à Paul Mbia que c'était non.", ["opposant"]),
]
CAPITALS_THAT_OPEN_A_SENTENCE = [
    ("Arrivent Anne Rey et son frère. « En retard », lance [[Rey]].", ["Anne Rey"]),
    ("Arrive Anne Rey, essoufflée. « En retard », lance [[Rey]].", ["Anne Rey"]),
    ("Témoignent [[Anne Rey et Luc Roux]] : « On a gagné ».", ["Anne Rey et Luc Roux"]),
    (
        "[[De Zerli]] a dit que tout irait bien. « On verra », a ajouté [[De Zerli]].",
        ["De Zerli", "De Zerli"],
    ),
    ("[[EnQuête]] informe que le ministre est parti.", ["EnQuête"]),
    ("De Bruxelles est parti l'ordre. « On verra », dit [[Luc Roux]].", ["Luc Roux"]),
]
TWO_OFFICES_OF_ONE_NOUN = [
    (
        "Bruxelles a reçu le chef de la diplomatie russe Igor Lavin. [[Le chef de la diplomatie européenne]] dit non.",
        ["chef de la diplomatie européenne"],
    ),
    (
        "Paris a reçu le ministre des Finances Luc Roux. [[Le ministre des Affaires étrangères]] a dit non.",
        ["ministre des Affaires étrangères"],
    ),
    (
        "Paris a reçu le président de la République Luc Roux. [[Le vice président]] a dit non.",
        ["vice président"],
    ),
    (
        "Paris a reçu le chef de la diplomatie russe Igor Lavrine. [[Le chef de la diplomatie russe]] a dit non.",
        ["Igor Lavrine"],
    ),
    ("Paris a reçu le chef de la diplomatie Luc Roux. [[Le ministre]] a dit non.", ["Luc Roux"]),
]
WHO_THE_SENTENCE_IS_ABOUT = [
    (
        "Le premier ministre Luc Roux attend. M. Petit, son ami, a une usine. Hier, le premier ministre s'est insurgé. "
        "[[Il]] dit non.",
        ["Luc Roux"],
    ),
    ("Le député Luc Roux a salué le travail que Jean Petit a fait. « Bien », dit-[[il]].", ["Luc Roux"]),
    ("Le député Luc Roux a vu l'usine où travaille Jean Petit. « Bien », dit-[[il]].", ["Luc Roux"]),
    ("Le député Luc Roux a lu la lettre que le préfet a signée. [[Il]] a dit non.", ["Luc Roux"]),
    ("Le député Luc Roux a reçu Anne Petit, qui part. « Bien », dit-[[elle]].", ["Anne Petit"]),
    (
        "Le député Luc Roux a réagi. Le préfet attend et son avocat, Me Jean Rey, attend. « Bien », dit-[[il]].",
        ["préfet"],
    ),
    (
        "L'accusé reconnaît. Le couteau qu'il a pris à la victime lorsqu'elle tente de fuir. « Oui », répète-t-[[il]].",
        ["accusé"],
    ),
    (
        "Le premier ministre Luc Roux a parlé. « C'est fini », dit [[le chef par intérim du Parti libéral, Jean Rey]].",
        ["Jean Rey"],
    ),
    ("[[Le directeur par intérim Luc Roux]] dit non.", ["Luc Roux"]),
    ("[[La maire par intérim]] dit non.", ["maire par intérim"]),
    (
        "Le député Luc Roux est parti. Le président Jean Rey s'est excusé. « Non », dit [[le parlementaire]].",
        ["Luc Roux"],
    ),
    ("Le député Luc Roux est parti. Jean Petit est arrivé. « Bien », dit-[[il]].", ["Jean Petit"]),
]
ROLES_OF_BYSTANDERS = [
    (
        "Le maire Jean Petit a demandé le départ de Luc Roux. [[Le secrétaire général du parti]] a dit non.",
        ["secrétaire général du parti"],
    ),
    (
        "Le député Luc Roux réagit à l'arrestation de Paul Rey. [[Le vice-président du groupe]] a dit non.",
        ["vice-président du groupe"],
    ),
    ("L'allusion visait Bertrand Coste. [[Le président du parti]] a dit non.", ["Bertrand Coste"]),
    (
        "Le juge a demandé le départ de Luc Roux. [[Le secrétaire général du parti]] a dit non.",
        ["Luc Roux"],
    ),
    (
        "Luc Roux attend. Il a cité les propos [[du président de la commission]] : « Non. »",
        ["président de la commission"],
    ),
]
PORTFOLIOS_OF_A_COUNTRY = [
    (
        "[[Le porte-parole du gouvernement et ministre de la Santé et des Sports de la République du Mali, "
        "Ali Keïta,]] a dit non. [[Il]] est ferme.",
        ["Ali Keïta", "Ali Keïta"],
    ),
    ("[[La ministre de la Santé et des Sports de Belgique, Anne Roux,]] a dit non.", ["Anne Roux"]),
    ("[[La ministre de la Santé et des Sports, Anne Roux,]] a dit non.", ["Anne Roux"]),
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    OF_A_WORK_OR_A_THING
    + WITH_HIS_FAMILY
    + LISTS
    + PAPERS_THAT_GO_ON
    + TWO_NAMES_IN_ONE_RUN
    + CAPITALS_THAT_OPEN_A_SENTENCE
    + TWO_OFFICES_OF_ONE_NOUN
    + WHO_THE_SENTENCE_IS_ABOUT
    + ROLES_OF_BYSTANDERS
    + PORTFOLIOS_OF_A_COUNTRY,
)
def test_whose_they_are(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
