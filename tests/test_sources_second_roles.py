"""Names with a second part behind « de », and who has two roles; the sentences are our own.

A row is a text with its source mentions marked, and the names that they mean.
"""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

DE_IN_A_NAME = [
    (
        "[[François Brivard de Norlac]] a parlé. Le gouverneur, [[François Brivard de Norlac,]] a jugé la hausse "
        "« probable ». « On verra », a dit [[M. Brivard de Norlac]].",
        ["François Brivard de Norlac"] * 3,
    ),
    (
        "« Oui », a dit [[Hélène Destrel d'Aumont]]. « Non », a répété [[Hélène Destrel d'Aumont]]. « Bon », a dit "
        "[[Destrel]].",
        ["Hélène Destrel d'Aumont"] * 3,
    ),
    (
        "« Oui », a dit [[Paul Massot du Verger]]. Paul Massot du Verger est parti.",
        ["Paul Massot du Verger"],
    ),
    ("« Oui », a dit [[Luc Roux de Nantes]]. « Non », a ajouté [[Luc Roux]].", ["Luc Roux", "Luc Roux"]),
    (
        "« Oui », a dit [[Paul Petit de Lyon]]. « Non », a répété [[Paul Petit de Lyon]].",
        ["Paul Petit", "Paul Petit"],
    ),
]
THE_SECOND_ROLE = [
    (
        "« Oui », a dit [[Anne Morel, maire de Vars]]. « Non », a dit [[la vice-présidente de la région et maire de "
        "Vars]].",
        ["Anne Morel", "Anne Morel"],
    ),
    (
        "Le directeur du Louvre, Paul Roux, a parlé. « Non », a dit [[le membre de l'Académie et directeur du "
        "Louvre]].",
        ["Paul Roux"],
    ),
    (
        "« Oui », a dit [[Paul Roux, député de la Somme]]. « Non », a dit [[le président du club et député de la "
        "Somme]].",
        ["Paul Roux", "Paul Roux"],
    ),
    (
        "« Oui », a dit [[Anne Morel, maire de Vars]]. « Non », a dit [[le vice-président de la région et maire de "
        "Tulle]].",
        ["Anne Morel", "vice-président de la région et maire de Tulle"],
    ),
    (
        "« Oui », a dit [[Anne Morel, maire de Vars]]. « Non », a dit [[le vice-président de la région et maire de "
        "Vars]].",
        ["Anne Morel", "vice-président de la région et maire de Vars"],
    ),
]
ANOTHER_SPOKE_SINCE = [
    (
        "Ali Diouf attend dans sa classe.\n\nPlus loin, [[l'institutrice Léa Roux]] proteste.\n\nC'est ce que confirme "
        "[[le proviseur de l'établissement]].",
        ["Léa Roux", "proviseur de l'établissement"],
    ),
    (
        "Plus discrète, Léa Corvisart a appelé au calme. [[La députée de la Somme]] est patiente.",
        ["Léa Corvisart"],
    ),
]
NAMES_IN_CAPITALS = [
    (
        "La présidente du club, la colonelle [[Anne ROUX]], a parlé. « Oui », a dit [[la présidente ROUX]].",
        ["Anne ROUX", "Anne ROUX"],
    ),
    (
        "Le Président du Faso, le Lieutenant-colonel Paul-Henri DAMBA, a parlé. [[Le Président DAMBA]] est parti. "
        "[[Le Chef de l'Etat]] a souri.",
        ["Paul-Henri DAMBA", "Paul-Henri DAMBA"],
    ),
    ("Anne ROUX a parlé. « Oui », a dit [[le député LFI]].", ["député LFI"]),
]
BEHIND_AN_ARTICLE = [
    (
        "[[La directrice de l'hôpital, la Pr Anne Roux]], a parlé. « Oui », a ajouté [[la directrice]].",
        ["Anne Roux", "Anne Roux"],
    ),
    (
        "« Non », a dit [[le directeur général de l'Office de la santé, le Dr Tedro Adhan]]. « Oui », a dit [[le "
        "directeur général de l'Office]].",
        ["Tedro Adhan", "Tedro Adhan"],
    ),
    (
        "« Non », a dit [[la docteure Joanne Lin, présidente de l'ordre]]. « Oui », a dit [[Dre Lin]].",
        ["Joanne Lin", "Joanne Lin"],
    ),
    ("Le maire, la ville, tout change. « Oui », a dit [[le maire]].", ["maire"]),
]
KIN_OF_ANOTHER = [
    (
        "Saad Haddad a parlé. Il pense à son père, Rafic Haddad, mort ici. [[M. Haddad]] accuse.",
        ["Saad Haddad"],
    ),
    (
        "Anne Morel attend avec sa sœur, Odile Morel. « Oui », dit [[Mme Morel]].",
        ["Anne Morel"],
    ),
    ("Paul Roux attend. Puis Jean Roux est venu. « Oui », dit [[M. Roux]].", ["Jean Roux"]),
]
WHOSE_TURN_IT_IS = [
    (
        "M. Trudel a été hué. Jeudi, c'était au tour de Patrick Keller, 42 ans, d'interpeller M. Trudel. Il a été "
        "escorté. « J'ai faim », a-t-[[il]] expliqué.",
        ["Patrick Keller"],
    ),
    (
        "Luc Roux a parlé. C'est ensuite au tour d'Anne Morel de venir. « Enfin », dit-[[elle]].",
        ["Anne Morel"],
    ),
]
WHO_ANSWERS = [
    (
        "« C'est vrai ? », insiste [[le président]]. « Non », répond [[l'accusé]]. « C'est faux ? », poursuit [[le "
        "magistrat]]. « Non », répond-[[il]].",
        ["président", "accusé", "magistrat", "accusé"],
    ),
    (
        "[[Une assesseuse]] a parlé. « Vous dormiez ? », demande-t-[[elle]]. « Je dormais », dit-[[il]].",
        ["assesseuse", "assesseuse", None],
    ),
    (
        "« C'est non », dit [[le maire]]. Et demain ? « On verra », répond-[[il]].",
        ["maire", "maire"],
    ),
]
WHO_THEY_ARE = [
    (
        "« On a tenu », confie [[Johnny]]. Il est abattu.\n\nTout est gris pour Thierry, 60 ans, qui se souvient. "
        "« C'est fini », souligne-t-[[il]].",
        ["Johnny", "Thierry"],
    ),
    ("La direction a reconnu le désarroi des employés. « On discute », indiquent-[[ils]].", [None]),
    ("Les salariés de l'usine sont en grève. « Nous tiendrons », disent-[[ils]].", ["salariés de l'usine"]),
    ("Le syndicat a reçu les élus. « Nous tiendrons », disent-[[ils]].", ["élus"]),
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        *DE_IN_A_NAME,
        *THE_SECOND_ROLE,
        *ANOTHER_SPOKE_SINCE,
        *NAMES_IN_CAPITALS,
        *BEHIND_AN_ARTICLE,
        *KIN_OF_ANOTHER,
        *WHOSE_TURN_IT_IS,
        *WHO_ANSWERS,
        *WHO_THEY_ARE,
    ],
)
def test_who_is_meant(parser: Parser, marked: str, expected: list[str | None]) -> None:
    assert names(marked, parser) == expected
