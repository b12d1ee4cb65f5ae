"""Who is meant at a court, and behind a paper that spoke; the sentences and the names are our own.

A row is a text with its source mentions marked, and the names that they mean.
"""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

NOT_OF_THAT_TRADE = [
    (
        "Me Lantier a plaidé la relaxe. Le dossier est long. Selon [[l'expert]], il est mort sur le coup.",
        ["expert"],
    ),
    ("Me Jean Caron a plaidé. [[L'expert psychiatre]] a dit qu'il dormait mal.", ["expert psychiatre"]),
    (
        "Le Dr Anne Roux a vu la victime. [[L'avocate de la famille]] a dit qu'elle avait attendu.",
        ["avocate de la famille"],
    ),
    ("Le Dr Luc Roux a vu la victime. [[L'expert]] a dit qu'elle dormait.", ["Luc Roux"]),
    ("Luc Morel, spécialiste des volcans, est venu. [[L'expert]] a dit que l'île dormait.", ["Luc Morel"]),
]
WHOSE_COUNSEL = [
    ("Le prévenu nie. Me Lantier, son conseil, a plaidé. « Il dormait », a-t-[[il]] dit.", ["Lantier"]),
    ("Anne Roux, son avocate, a plaidé la relaxe. [[Elle]] estime que le dossier est vide.", ["Anne Roux"]),
    ("Anne Roux, leur avocate, demande une enquête. [[L'avocate]] dit que tout est prescrit.", ["Anne Roux"]),
    ("Me Roux défend le prévenu. Selon [[le conseil du prévenu]], le dossier est vide.", ["Roux"]),
    (
        "Le conseil de la victime, Me Anne Roux, a demandé dix ans. « C'est peu », a-t-[[elle]] dit.",
        ["Anne Roux"],
    ),
    # Several persons; a council.
    ("Le maire, Paul Roux, son adjointe, Anne Petit, et moi. « Oui », a dit [[l'adjointe]].", ["Anne Petit"]),
    (
        "Luc Roux est venu. [[Le conseil du village]] a promis que la route rouvrirait.",
        ["conseil du village"],
    ),
    ("Me Roux est venu. [[Le conseil de l'ordre]] a rappelé que le secret durait.", ["conseil de l'ordre"]),
]
A_PAPER_GOES_ON = [
    (
        "Le maire, Paul Roux, est venu. [[Le rapport]] conclut que la digue cède. [[Il]] recommande de la relever.",
        ["rapport", "rapport"],
    ),
    (
        "Me Lantier a plaidé. Le courrier de la préfecture est venu en mars. [[Il]] précise que tout est clos.",
        ["courrier de la préfecture"],
    ),
    (
        "Me Lantier a plaidé. [[Le mémoire]] indique que le dossier est clos. « Tout est clos », précise-t-[[il]].",
        ["mémoire", "mémoire"],
    ),
    (
        "Paul Roux est venu. [[Le rapport]] conclut que la digue cède. « Nous la relèverons », dit-[[il]].",
        ["rapport", None],
    ),
    (
        "[[Paul Roux]] a dit que tout allait bien. [[Le rapport]] conclut que la digue cède. [[Il]] promet d'agir.",
        ["Paul Roux", "rapport", "Paul Roux"],
    ),
    ("Paul Roux a reçu le rapport. Le texte sort lundi. [[Il]] dit qu'il va le lire.", ["Paul Roux"]),
    (
        "Dans son rapport, [[Paul Roux]] estime que la digue cède. [[Il]] recommande de la relever.",
        ["Paul Roux", "Paul Roux"],
    ),
]
FAMILY_NAMES_FIRST = [
    ("Nguyen Phu Trong a été élu. « Oui », a dit [[M. Nguyen]].", ["Nguyen Phu Trong"]),
    ("Xi Jinping a parlé. « La Chine est prête », a dit [[M. Xi]].", ["Xi Jinping"]),
    ("Kim Jong-un a parlé. « Nous sommes prêts », a dit [[M. Kim]].", ["Kim Jong-un"]),
    ("Martin Dupont a parlé. « Nous sommes prêts », a dit [[M. Martin]].", ["Martin"]),
    ("Cheikh Diop est venu. « Tout va bien », a dit [[M. Diop]].", ["Cheikh Diop"]),
    ("Le cheikh Ahmed Lazrak est venu. « Oui », dit [[le cheikh Ahmed Lazrak]].", ["Ahmed Lazrak"]),
]
WHAT_IS_NAMED = [
    (
        "[[Le porte-parole du gestionnaire, Infrabel]], a dit que les trains rouleraient.",
        ["porte-parole du gestionnaire, Infrabel"],
    ),
    ("[[Le patron du groupe, Norvia]], a dit que tout allait bien.", ["patron du groupe, Norvia"]),
    ("[[Le patron du groupe, Luc Roux]], a dit que tout allait bien.", ["Luc Roux"]),
    ("Luc Roux attend. [[Le patron du groupe, Roux]], a dit que tout allait bien.", ["Luc Roux"]),
    (
        "La Direction régionale du travail est venue. L'usine ferme. Selon [[la direction]], rien n'est décidé.",
        ["direction"],
    ),
    (
        "La Direction régionale du travail est venue. « Rien n'est décidé », dit [[la direction de l'usine]].",
        ["direction de l'usine"],
    ),
    (
        "La direction régionale du travail est venue. « Rien n'est décidé », dit [[la direction]].",
        ["direction régionale du travail"],
    ),
]
WHO_ANSWERS = [
    (
        "« On a souffert », a dit [[Marc Petit]]. « Non », a répondu [[le capitaine lensois]].",
        ["Marc Petit", "capitaine lensois"],
    ),
    (
        "« On a souffert », a dit [[Marc Petit]]. [[Le capitaine lensois]] a ajouté que tout allait bien.",
        ["Marc Petit", "Marc Petit"],
    ),
]
WITNESSES_AND_HOUSES = [
    (
        "Il a reçu le père d'Armand Vasseur, un éleveur du coin. « L'herbe manque », dit [[l'éleveur]].",
        ["éleveur du coin"],
    ),
    (
        "« Debout », hurle [[un policier]].\n\nMême peine pour Gaspard, déjà jugé. [[Il]] promet de revenir.",
        ["policier", None],
    ),
    (
        "« Debout », crie [[un voisin]].\n\nComme pour Luc Roux, arrêté lundi. [[Il]] dit qu'il partira.",
        ["voisin", None],
    ),
    (
        "« Debout », crie [[une voisine]].\n\nComme pour Luc Roux, arrêté lundi. [[Elle]] dit qu'elle partira.",
        ["voisine", "voisine"],
    ),
    (
        "« Debout », crie [[un voisin]].\n\nIl a vu passer Luc Roux. [[Il]] dit qu'il partira.",
        ["voisin", "voisin"],
    ),
    (
        "« Debout », crie [[un voisin]]. Devant lui, Luc Roux pleure. « Assez », dit [[le voisin]].",
        ["voisin", "voisin"],
    ),
    (
        "D'après [[un compte rendu]] publié lundi, le pont ferme. [[Le document]] précise tout.",
        ["compte rendu", "compte rendu"],
    ),
    (
        "Voici la ferme d'Armand Vasseur, un éleveur du coin. « L'herbe manque », dit [[l'éleveur]].",
        ["Armand Vasseur"],
    ),
    ("Il a reçu Paul Petit, un ancien ministre. « Rien », dit [[l'ancien ministre]].", ["Paul Petit"]),
    ("Il a entendu Luc Roux, un voisin, une cousine et un passant. « Rien », dit [[le voisin]].", ["voisin"]),
    ("Après Anne Roux, un voisin prend la parole. « Rien », dit [[le voisin]].", ["voisin"]),
    ("Devant Luc Roux, une voisine, qui gardait la porte, a crié. « Oui », dit [[la voisine]].", ["voisine"]),
    ("Luc Morin, délégué syndical Vif, quitte la salle. « C'est long », explique-t-[[il]].", ["Luc Morin"]),
    (
        "Luc Morin, élu Vif, sourit. « Oui », dit-[[il]]. « Non », ajoute [[l'élu]].",
        ["Luc Morin", "Luc Morin"],
    ),
    ("Anne Morin, déléguée Vif, part. « C'est long », dit-[[elle]].", ["Anne Morin"]),
    ("« C'est long », a dit [[la ministre Morin]].", ["Morin"]),
    (
        "« Il ment », a dit [[Hugo Marquet]]. Réponse directe de Delcroix : « Très déçu de lui », a-t-[[il]] écrit.",
        ["Hugo Marquet", "Delcroix"],
    ),
    (
        "[[La Conférence des bergers de Savoie (CBS)]] appelle à prier. « Tristes », écrit [[la CBS]].",
        ["Conférence des bergers de Savoie", "Conférence des bergers de Savoie"],
    ),
    ("« C'est long », fait valoir [[Léonie, maman de Suzanne (4 ans) et Noé (7 ans)]].", ["Léonie"]),
    ("« C'est long », dit [[Anne Roux, mère de Lise et Paul]].", ["Anne Roux"]),
    (
        "« Oui », disent [[Jean Roux, leader de la CGT, et Anne Petit, secrétaire de FO]].",
        ["Jean Roux et Anne Petit"],
    ),
    (
        "[[Luc Roux]] décrit un texte « fort » tandis que Paul Rey y voit une « ruse ». « Bien », a-t-[[il]] dit.",
        ["Luc Roux", None],
    ),
    (
        "[[Luc Roux]] décrit un texte « fort » tandis qu'Anne Rey y voit une « ruse ». « Bien », a-t-[[il]] dit.",
        ["Luc Roux", "Luc Roux"],
    ),
    (
        "« Oui », dit [[le chef d'escadron (CEN) Luc Roux]]. « Non », dit [[le chef d'escadron]].",
        ["Luc Roux", "Luc Roux"],
    ),
    ("Le maire (PS) de Tulle a parlé. « Oui », dit [[le maire]].", ["maire (PS) de Tulle"]),
    (
        "[[Un médecin urgentiste]] se plaint.\n\n« On dort là », dit [[Luc Roux, urgentiste à Vars]]. « Quel bruit », "
        "dit [[le médecin]].",
        ["médecin urgentiste", "Luc Roux", "Luc Roux"],
    ),
    (
        "[[Un médecin urgentiste]] se plaint.\n\n« On dort là », dit [[Luc Roux, libraire]]. « Quel bruit », dit [[le "
        "médecin]].",
        ["médecin urgentiste", "Luc Roux", "médecin urgentiste"],
    ),
    (
        "Le procureur du Roi Hubert Calmels a parlé. « C'est grave », a dit [[le magistrat]].",
        ["Hubert Calmels"],
    ),
    ("[[La rébellion du Mouvement du 4 juin (M4)]] a dit non.", ["rébellion du Mouvement du 4 juin"]),
    (
        "Luc Roux, le ministre du Plan au micro de Lila Ben, se tait. « Tout va bien », dit-[[il]].",
        ["Luc Roux"],
    ),
    (
        "« Elle est partie », a dit [[le procureur, Luc Roux]]. Thomas Rey, un voisin, dormait. Selon [[le même "
        "témoin]], il a plu.",
        ["Luc Roux", "Thomas Rey"],
    ),
    (
        "La présidente de l'union Mauricie/Centre-du-Lac, Anne Roux, est venue. « Oui », a-t-[[elle]] dit.",
        ["Anne Roux"],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    NOT_OF_THAT_TRADE
    + WHOSE_COUNSEL
    + A_PAPER_GOES_ON
    + FAMILY_NAMES_FIRST
    + WHAT_IS_NAMED
    + WHO_ANSWERS
    + WITNESSES_AND_HOUSES,
)
def test_who_is_meant_at_court(parser: Parser, text: str, expected: list[str | None]) -> None:
    assert names(text, parser) == expected
