"""Who is meant, in turns of agencies, local papers and the sports pages; the sentences are our own.

A row is a text with its source mentions marked, and the names that they mean.
"""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

OTHER_NAMES_BEHIND_THE_NOUN = [
    (
        "Selon [[l'équipe de campagne du candidat Dologny]], le vote est truqué. En réponse, [[l'équipe de campagne de "
        "M. Touadry]] nie.",
        ["équipe de campagne du candidat Dologny", "équipe de campagne de M. Touadry"],
    ),
    (
        "« Il ment », dit [[l'avocat de la famille Roux, Me Paul Petit]]. « Faux », dit [[l'avocat de la famille "
        "Morel]].",
        ["Paul Petit", "avocat de la famille Morel"],
    ),
    (
        "« Il ment », dit [[le maire de Saint-Ouen, Paul Petit]]. « Faux », dit [[le maire de Saint-Denis]].",
        ["Paul Petit", "maire de Saint-Denis"],
    ),
    (
        "« Il ment », dit [[l'avocat de la famille Roux, Me Paul Petit]]. « Faux », dit [[l'avocat de la famille]].",
        ["Paul Petit", "Paul Petit"],
    ),
    (
        "« Oui », dit [[le directeur du port de Sète, Luc Roux]]. « Non », ajoute [[le directeur du port]].",
        ["Luc Roux", "Luc Roux"],
    ),
]
NO_NEWSPAPER = [
    ("Le stade est plein. [[L'équipe]] assure que rien n'a changé.", ["équipe"]),
    ("[[L'opinion publique]] réclame que l'on change.", ["opinion publique"]),
    ("[[L'union locale]] assure que rien n'a changé.", ["union locale"]),
    ("[[L'Équipe]] assure que Paul Roux partira.", ["L'Équipe"]),
    ("[[L’Humanité]] assure que Paul Roux partira.", ["L’Humanité"]),
]
OTHER_WORDS_FOR_HIM = [
    (
        "[[Le directeur du travail et de l'emploi, Marc Rey,]] a parlé. « On verra », a-t-[[il]] dit.",
        ["Marc Rey", "Marc Rey"],
    ),
    (
        "« On tient », a dit [[le représentant de la CFDT, Michel Rey]]. « Rien », a dit [[le délégué syndical]].",
        ["Michel Rey", "Michel Rey"],
    ),
    (
        "« On verra », dit [[Me Claire Roux, avocate de la victime]]. « Tout est dit », ajoute [[l'avocate "
        "nantaise]].",
        ["Claire Roux", "Claire Roux"],
    ),
    (
        "Le maire et le préfet, Paul Roux, ont signé. « On verra », a dit [[le préfet]].",
        ["Paul Roux"],
    ),
    (
        "La grève suit l'appel de FO. « Non », dénonce [[l'intersyndicale]].",
        ["intersyndicale"],
    ),
]
NAMED_FURTHER_ON = [
    (
        "Le chauffeur a été arrêté, a annoncé [[le procureur]].\n\n« J'ai ouvert une enquête », a dit [[le procureur "
        "de la République de Gap, Luc Rey]].",
        ["Luc Rey", "Luc Rey"],
    ),
    (
        "Le pont est fermé, a dit [[le maire]]. Le maire de Brest, Luc Rey, a porté plainte.",
        ["Luc Rey"],
    ),
    (
        "« Rien à dire », a réagi [[la préfète]]. Un conseiller se tait.\n\nLa préfète, Anne Roux, est en poste "
        "depuis mai.",
        ["Anne Roux"],
    ),
    (
        "Il est arrêté, a dit [[le procureur]].\n\nLe procureur de Nantes, Paul Roux, enquête. Le procureur de "
        "Brest, Luc Petit, aussi.",
        ["procureur"],
    ),
    (
        "Il est arrêté, a dit [[le procureur]].\n\nPaul Roux, ancien procureur, a écrit un livre.",
        ["procureur"],
    ),
]

THE_ONE_IN_QUESTION = [
    (
        "Mise en cause par le syndicat, Claire Roux se tait. L'intéressée dément. « Rien », jure-t-[[elle]].",
        ["Claire Roux"],
    ),
    (
        "La maire vise Luc Morel. L'intéressé dément : « Je n'ai rien signé », dit [[l'intéressé]].",
        ["Luc Morel"],
    ),
    ("Anne Petit est venue. La maire précise que tout va bien, dit [[la maire]].", ["maire"]),
    ("Luc Roux a salué Jean Petit. « Jamais », dit [[l'intéressé]].", ["intéressé"]),
    ("Anne Rey craint pour l'élevage que veut sa fille. « Non », dit [[l'intéressée]].", ["Anne Rey"]),
]
THE_LAWYER_OF_A_HOUSE = [
    (
        "Marc Duval accuse. Celui-ci, la société Norvia, n'a pas répondu. Contacté, [[son avocat]] nie tout.",
        ["avocat de Norvia"],
    ),
    (
        "Luc Roux a porté plainte. La société Norvia conteste. [[Son avocate]] dit non.",
        ["avocate de Norvia"],
    ),
    ("Marc Duval a été entendu. Contacté, [[son avocat]] nie tout.", ["avocat de Marc Duval"]),
    (
        "La société Norvia a licencié Marc Duval. Il conteste. [[Son avocat]] nie tout.",
        ["avocat de Marc Duval"],
    ),
]
JOINED_WITH_THEIR_OFFICES = [
    (
        "[[Marc Duval, leader de la CGT, et Anne Petit, secrétaire de FO,]] ont fustigé la loi.",
        ["Marc Duval et Anne Petit"],
    ),
    ("[[Luc Roux, éleveur, et Jean Petit, vigneron,]] ont dit non.", ["Luc Roux et Jean Petit"]),
    ("[[John Rey de l'Arizona et Anne Graham de Caroline du Sud]] ont dit non.", ["John Rey et Anne Graham"]),
    ("[[Marc Duval, maire et député,]] a fustigé la loi.", ["Marc Duval"]),
    ("[[Marc Duval, maire de Lyon,]] a fustigé la loi.", ["Marc Duval"]),
]

WHAT_HE_HAS_WON = [
    (
        "L'arrière François Steyn s'est confié. [[Le double champion du monde]] craint un piège.",
        ["François Steyn"],
    ),
    ("La nageuse Anne Rey a souri. [[La médaillée olympique]] dit non.", ["Anne Rey"]),
    ("Le skieur Luc Roux a gagné. [[Le vainqueur de la descente]] dit oui.", ["Luc Roux"]),
    ("La maire Anne Rey a souri. [[La championne de France]] dit non.", ["championne de France"]),
    ("La nageuse Anne Rey a souri. [[Le champion de France]] dit non.", ["champion de France"]),
]

BOTH_OF_THEM = [
    (
        "Anne Rey est en colère. Elle est rejointe par Luc Petit, le maire de Gap. [[Tous deux]] disent non.",
        ["Anne Rey et Luc Petit"],
    ),
    ("Anne Rey a reçu Claire Petit. [[Toutes deux]] disent non.", ["Anne Rey et Claire Petit"]),
    ("Luc Rey a vu Jean Petit. [[Les deux]] disent non.", ["Luc Rey et Jean Petit"]),
    ("Luc Rey a vu Jean Petit et Paul Roux. [[Tous deux]] disent non.", ["Jean Petit et Paul Roux"]),
    ("Anne Rey a vu Luc Petit. [[Toutes deux]] disent non.", [None]),
]

WHAT_IS_POINTED_AT = [
    (
        "[[Un tribunal moscovite]] a jugé deux hommes. « C'est légal », dit [[cette juridiction]].",
        ["tribunal moscovite", "tribunal moscovite"],
    ),
    ("La ville tient, selon [[l'ancien PDG de Norvia, Éric Rey,]] aujourd'hui conseiller.", ["Éric Rey"]),
    ("« Nous tiendrons », dit [[l'ancien PDG Éric Rey]].", ["Éric Rey"]),
    ("La mairie a vendu. « C'est légal », dit [[cette juridiction]].", ["juridiction"]),
    ("« Nous tiendrons », dit [[un ancien du village]].", ["ancien du village"]),
]

WHO_IS_ONLY_BY = [
    (
        "L'Américaine Coco Gauff a gagné. « Je sais », dit [[Coco Gauff]].\n\nSon titre, face à Aryna Sabalenka, l'a "
        "aidée.\n\n« J'étais prête », dit [[la Floridienne]].",
        ["Coco Gauff", "Coco Gauff"],
    ),
    (
        "Un mail du secrétaire, Hervé Barb, est arrivé. Dans ce texte, que Libération a lu, [[il]] dit que tout va.",
        ["Hervé Barb"],
    ),
    ("Iga Swiatek a gagné. « C'est fini », a soufflé [[une Swiatek nerveuse]].", ["Iga Swiatek"]),
    ("« Il viendra », dit [[une source officielle sénégalaise]] à l'AFP.", ["source officielle sénégalaise"]),
    ("« Il viendra », dit [[une source à la présidence]].", ["source à la présidence"]),
    ("Le journal Libération a lu la lettre. [[Il]] dit que tout va bien.", ["Libération"]),
]

PEOPLE_MET_IN_THE_STREET = [
    ("« C'est triste », dit [[une Britannique]].", ["Britannique"]),
    (
        "« On nous parle », dit [[Noémie, la boulangère]]. « C'est triste », ajoute [[la commerçante]].",
        ["Noémie", "Noémie"],
    ),
    (
        "Un homme est mort. « Ça fait peur », dit [[une habitante]]. « C'est triste », confie [[une autre]].",
        ["habitante", "autre habitante"],
    ),
    (
        "« C'est triste », dit [[Noémie, la boulangère]]. « Bah », dit [[le commerçant]].",
        ["Noémie", "commerçant"],
    ),
    ("Un homme est mort. « C'est triste », confie [[un autre]].", [None]),
]

WHO_HAS_THE_WORD = [
    (
        "« Je suis prêt », dit [[Luc Holness, fondateur du club]]. « On verra », clame [[celui]] qui est éducateur.",
        ["Luc Holness", "Luc Holness"],
    ),
    (
        "« Je suis prête », dit [[Anne Rey]]. « On verra », confie [[celle]] que tous attendaient.",
        ["Anne Rey", "Anne Rey"],
    ),
    (
        "De quoi agacer Xavier Collin. « On tient », dit le coach vosgien.\n\nL'entraîneur attend le retour de Lucas "
        "Rey. [[Le milieu]] dit aller mieux.",
        ["Lucas Rey"],
    ),
    ("Le club attend le retour de Lucas Rey. [[Le milieu]] dit aller mieux.", ["Lucas Rey"]),
    (
        "Patrick Rey harangue ses amis. Le bureau de Luc Petit n'est pas loin. « Il dort », dit [[la tête de liste "
        "socialiste]].",
        ["tête de liste socialiste"],
    ),
    (
        "« Non », dit [[le conseiller de Sète dans l'arrondissement de Montpellier–Sud, Marc Rotrand]]. « Oui », dit "
        "[[le conseiller]].",
        ["Marc Rotrand", "Marc Rotrand"],
    ),
    ("L'allusion visait Bertrand Coste. [[Le président du parti]] dit « non ».", ["Bertrand Coste"]),
    (
        "La France gagne grâce à Paul Mbé, unique buteur. Le sélectionneur de la France – Luc Rey – a parlé. « Oui », "
        "dit [[le sélectionneur français]].",
        ["Luc Rey"],
    ),
    ("Le bureau de Bertrand Coste est fermé. [[Le président du parti]] dit « non ».", ["président du parti"]),
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    OTHER_NAMES_BEHIND_THE_NOUN
    + NO_NEWSPAPER
    + OTHER_WORDS_FOR_HIM
    + NAMED_FURTHER_ON
    + THE_ONE_IN_QUESTION
    + THE_LAWYER_OF_A_HOUSE
    + JOINED_WITH_THEIR_OFFICES
    + WHAT_HE_HAS_WON
    + BOTH_OF_THEM
    + WHAT_IS_POINTED_AT
    + WHO_IS_ONLY_BY
    + PEOPLE_MET_IN_THE_STREET
    + WHO_HAS_THE_WORD,
)
def test_who_is_meant_in_the_local_press(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
