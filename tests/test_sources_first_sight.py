"""Who is meant, in turns that went wrong at first sight; the sentences and the names are our own.

A row is a text with its source mentions marked, and the names that they mean.
"""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

A_WOMAN_IN_THE_MASCULINE = [
    (
        "« Tout brûlait », notait [[Claudine Morvan, le maire]]. « Cela recommence », a ajouté [[le maire]].",
        ["Claudine Morvan", "Claudine Morvan"],
    ),
    (
        "« Nous irons au bout », assure [[Martine Lebras, le directeur du centre]]. [[Le directeur]] promet que le "
        "toit tiendra.",
        ["Martine Lebras", "Martine Lebras"],
    ),
    (
        "Le ministre de la Justice, Anne Roux, a parlé. [[Le ministre]] assure que l'accord est proche.",
        ["Anne Roux"],
    ),
    (
        "La maire, Claudine Morvan, a reçu le maire de Brême, Hans Petersen. « C'est bien », a dit [[le maire]].",
        ["Hans Petersen"],
    ),
    (
        "Le juge Anne Roux a interrogé le maire de Tulle. [[Le maire]] nie avoir touché de l'argent.",
        ["maire de Tulle"],
    ),
]
SHARES = [
    (
        "Dupont Energie DUPE.PA a publié ses comptes. « L'année est bonne », déclare [[le groupe]].",
        ["Dupont Energie"],
    ),
    (
        "LONDRES (Reuters) - Norvia NRV.L a publié jeudi un bénéfice en hausse. « Tout va bien », dit [[le groupe]].",
        ["Norvia"],
    ),
    ("[[L'avionneur Norvia (NRV.PA)]] a annoncé que ses ventes baissaient.", ["Norvia"]),
    ("Le groupe a parlé à la SNCF. A Paris, [[la SNCF]] a dit que tout allait bien.", ["SNCF"]),
    ("[[M. Roux]], de la CGT. L'élu dit que tout va bien.", ["Roux"]),
]
SEVERAL_WITH_WHERE_THEY_ARE_FROM = [
    (
        "[[Les députés Luc Roux (Vienne) et Paul Petit (Creuse)]] ont dit qu'ils voteraient le texte.",
        ["Luc Roux et Paul Petit"],
    ),
    ("[[Luc Roux (PS) et Paul Petit (LR)]] ont dit qu'ils voteraient le texte.", ["Luc Roux et Paul Petit"]),
    (
        "[[Les députés Luc Roux, un centriste, et Paul Petit, un socialiste]], ont dit qu'ils voteraient le texte.",
        ["Luc Roux et Paul Petit"],
    ),
    ("[[Luc Roux (47 ans), un éleveur]], a dit qu'il voterait pour Paul Petit.", ["Luc Roux"]),
    ("[[Les députés de Luc Roux]] ont dit qu'ils voteraient le texte.", ["députés de Luc Roux"]),
]
OF_ANOTHER_HOUSE = [
    (
        "La mairesse de Valbourg, Estelle Gravel, a pris la parole. « Il faut des écoles », a lancé [[la cheffe de "
        "Projet Valbourg]].",
        ["cheffe de Projet Valbourg"],
    ),
    (
        "Le député Paul Gravel a présenté son texte. « Il faut des écoles », a lancé [[le leader du MoDem]].",
        ["leader du MoDem"],
    ),
    (
        "Le porte-parole du gouvernement, Karim Belhadj, est critiqué. [[Le ministre délégué chargé des relations avec "
        "le Parlement]] a dit que rien ne pressait.",
        ["ministre délégué chargé des relations avec le Parlement"],
    ),
    (
        "La maire, Anne Roux, a parlé. « Honteux », réagit [[la présidente de l'association des riverains]].",
        ["présidente de l'association des riverains"],
    ),
    (
        "Le ministre des Cultes, Karim Belhadj, est critiqué. [[Le ministre chargé des relations avec le Parlement]] a "
        "dit que rien ne pressait.",
        ["ministre chargé des relations avec le Parlement"],
    ),
    (
        "La maire, Anne Roux, a reçu le député Luc Petit. « Honteux », réagit [[la cheffe du Parti du lac]].",
        ["cheffe du Parti du lac"],
    ),
]
NOBODY_LEADS_A_PERSON = [
    ("« Il faut des écoles », a lancé [[le chef d'Avenir Valbourg]].", ["chef d'Avenir Valbourg"]),
    ("[[La directrice de Musées Unis]] a dit que le prix baisserait.", ["directrice de Musées Unis"]),
    ("[[Le patron de Norvia Energie, Paul Roux,]] a dit que le prix baisserait.", ["Paul Roux"]),
    ("« Rien ne presse », a dit [[le patron de Paul Roux]].", ["patron de Paul Roux"]),
]
THIS_LAST_ONE = [
    (
        "Le juge évoque le jour où l'accusé a frappé la victime. [[Ce dernier]] dit qu'il regrette.",
        ["accusé"],
    ),
    ("Anne Roux a reçu Paul Petit. [[Ce dernier]] dit qu'il regrette.", ["Paul Petit"]),
    (
        "« Nous partirons », a dit [[Paul Roux]]. [[L'ex-magnat de l'immobilier]] a ajouté que rien ne pressait.",
        ["Paul Roux", "Paul Roux"],
    ),
]
OF_WHOEVER_WAS_NAMED_LAST = [
    (
        "Luc Roux a battu Paul Petit. [[Le chef de campagne de ce dernier]] a estimé que le vote était faussé. "
        "[[Le chef de campagne de Paul Petit]] a ajouté que tout serait dit.",
        ["chef de campagne de Paul Petit", "chef de campagne de Paul Petit"],
    ),
    (
        "Le président a obtenu 60 % des voix, contre 40 % à l'opposant Paul Petit. "
        "[[L'avocat de ce dernier]] a dit que le vote était faussé.",
        ["avocat de Paul Petit"],
    ),
    (
        "Le maire a reçu Anne Roux. [[La porte-parole de cette dernière]] a dit que rien ne pressait.",
        ["porte-parole d'Anne Roux"],
    ),
    ("Le maire est arrivé. [[L'avocat de la défense]] a dit que rien ne pressait.", ["avocat de la défense"]),
    (
        "Luc Roux a battu Paul Petit. [[Le chef de campagne de Paul Petit]] a dit que tout serait dit.",
        ["chef de campagne de Paul Petit"],
    ),
]
WHO_HAS_SPOKEN_BEFORE = [
    (
        "[[Le procureur, Jean Roux,]] a dit que le suspect avait avoué. Le lycéen est en prison. « Tout était "
        "identique », a-t-[[il]] encore dit.",
        ["Jean Roux", "Jean Roux"],
    ),
    (
        "« Rien n'est joué », a dit [[le maire, Jean Roux]]. Le champion part de loin. « Il peut gagner », "
        "a-t-[[il]] ajouté.",
        ["Jean Roux", "Jean Roux"],
    ),
    (
        "« Rien n'est joué », a dit [[le maire, Jean Roux]]. Luc Petit part de loin. « Je peux gagner », a-t-[[il]] "
        "ajouté.",
        ["Jean Roux", "Luc Petit"],
    ),
    (
        "« Rien n'est joué », a dit [[le maire, Jean Roux]]. Le champion part de loin. « Je peux gagner », a-t-[[il]] "
        "souri.",
        ["Jean Roux", "champion"],
    ),
]
UNDER_ANOTHER_WORD = [
    (
        "Anne Petit a trois enfants. « Je n'ai plus d'espoir », dit-[[elle]]. [[La mère de famille]] dit attendre.",
        ["Anne Petit", "Anne Petit"],
    ),
    (
        "Luc Roux a frappé Anne Petit. « Mon fils a eu peur », raconte [[une mère de famille]].",
        ["mère de famille"],
    ),
    (
        "Le conseiller d'Etat Luc Marchand a parlé. [[Le ministre socialiste]] dit que rien ne presse.",
        ["Luc Marchand"],
    ),
    (
        "Six soldats ont été tués, selon [[deux sources sécuritaires]]. « Ils étaient en patrouille », a précisé "
        "[[l'une d'elles]].",
        ["deux sources sécuritaires", "source sécuritaire"],
    ),
    (
        "Six soldats ont été tués, selon [[deux sources proches du dossier]]. « Rien », dit [[l'une d'elles]].",
        ["deux sources proches du dossier", "source proche du dossier"],
    ),
    (
        "[[La Coordination rurale du Lot-et-Garonne]], à la pointe de la contestation, a annoncé qu'elle viendrait.",
        ["Coordination rurale du Lot-et-Garonne"],
    ),
]
OF_A_HOUSE_OR_A_TRADE = [
    (
        "Selon [[Fatou Diop, directrice de l'ONG Sahel Vert]], la famine menace. [[La responsable humanitaire]] "
        "appelle à un « sursaut ».",
        ["Fatou Diop", "Fatou Diop"],
    ),
    ("[[La directrice de l'ONG Sahel Vert]] a dit que rien ne pressait.", ["directrice de l'ONG Sahel Vert"]),
    ("[[Le directeur du groupe Michel Balandier]] a dit que rien ne pressait.", ["Michel Balandier"]),
    ("[[La ministre de la Défense Katja Brandt]] a dit que rien ne pressait.", ["Katja Brandt"]),
    (
        "Le commissaire Luc Faure a dirigé l'enquête. « On a eu de la chance », reconnaît [[le policier]].",
        ["Luc Faure"],
    ),
    (
        "Le gardien de but de Lens, Hugo Petit, a sauvé son équipe. « On a souffert », a réagi [[le portier]].",
        ["Hugo Petit"],
    ),
]
LAWYERS_OF_ONE_CASE = [
    (
        "[[Les avocats de M. Roux, Mes Paul Rey et Anne Petit,]] feront appel. « C'est une honte », a lancé "
        "[[Me Petit]]. [[Son confrère]] a dénoncé « un procès politique ».",
        ["Paul Rey et Anne Petit", "Anne Petit", "Paul Rey"],
    ),
    (
        "Me Luc Roux défend la famille. « C'est long », dit [[Me Roux]]. [[Son confrère]] dénonce « un abus ».",
        ["Luc Roux", "confrère de Luc Roux"],
    ),
    ("[[Ses adjoints, Paul Rey et Anne Petit]], ont dit que rien ne pressait.", ["Paul Rey et Anne Petit"]),
    ("[[Les habitants, Paul Rey en tête]], ont dit que rien ne pressait.", ["habitants"]),
]
SET_AGAINST_AND_MISSPELT = [
    ("Hier, il jurait à la radio ne pas être candidat. « Je n'ai pas changé », a-t-[[il]] redit.", [None]),
    ("Paul Roux rêve de devenir maire. « J'y pense », a-t-[[il]] dit.", ["Paul Roux"]),
    (
        "L'opposition conteste la liste d'Ousmane Sarr. [[Le chef de l'État]], lui, a appelé au « respect ».",
        ["chef de l'État"],
    ),
    ("Bassirou Sarr est arrivé hier. [[Le chef de l'État]] a appelé au « respect ».", ["Bassirou Sarr"]),
    ("Le maire a vu Paul Rey. « C'est dur », assure [[ce dernier]] avant de partir.", ["Paul Rey"]),
    ("« C'est dur », a dit [[ce dernier conseil municipal]] avant l'été.", ["dernier conseil municipal"]),
    (
        "Anne Petit est partie. « Oui », ajoute-[[t'elle]]. « Non », a-[[t'elle]] dit.",
        ["Anne Petit", "Anne Petit"],
    ),
    ("« Oui », affirme [[Camille Rousseau, une éleveuse de brebis et de chèvres]].", ["Camille Rousseau"]),
    (
        "« Oui », disent [[Camille Rousseau, Paul Rey et Luc Petit]].",
        ["Camille Rousseau, Paul Rey et Luc Petit"],
    ),
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    A_WOMAN_IN_THE_MASCULINE
    + SHARES
    + SEVERAL_WITH_WHERE_THEY_ARE_FROM
    + OF_ANOTHER_HOUSE
    + NOBODY_LEADS_A_PERSON
    + THIS_LAST_ONE
    + OF_WHOEVER_WAS_NAMED_LAST
    + WHO_HAS_SPOKEN_BEFORE
    + UNDER_ANOTHER_WORD
    + OF_A_HOUSE_OR_A_TRADE
    + LAWYERS_OF_ONE_CASE
    + SET_AGAINST_AND_MISSPELT,
)
def test_who_is_meant(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
