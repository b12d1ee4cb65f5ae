"""Who is meant, in turns met in articles that no rule was written for; the sentences are our own.

A row is a text with its source mentions marked, and the names that they mean.
"""

from __future__ import annotations

import pytest
from marked_text import names

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models

OPENING_HIS_OWN_SENTENCE = [
    (
        "Rémi Salvat a parlé. [[Le bourgmestre, Hubert Claes,]] a répondu en citant des mesures « qui ont "
        "porté leurs fruits », a-t-[[il]] insisté.",
        ["Hubert Claes", "Hubert Claes"],
    ),
    (
        "La préfète, Anne Morel, a suspendu le chantier. La maire, Odile Rey, conteste cette lecture : le document, "
        "fait-[[elle]] valoir, ne dit rien des berges.",
        ["Odile Rey"],
    ),
    (
        "Le ministre Paul Roux a reçu les maires. L'élu Jean Petit est clair : rien ne sera signé avant l'été, "
        "a-t-[[il]] assuré.",
        ["Jean Petit"],
    ),
    (
        "« Nous verrons », a dit [[le ministre Paul Roux]]. Le maire Jean Petit est dépassé, a-t-[[il]] ajouté.",
        ["Paul Roux", "Paul Roux"],
    ),
    (
        "« Nous verrons », a dit [[le ministre Paul Roux]]. Le maire Jean Petit rêve de « tout casser », a-t-[[il]] "
        "ajouté.",
        ["Paul Roux", "Paul Roux"],
    ),
]
NAMED_IN_HIS_OWN_WORDS = [
    (
        "Luc Brahmi accuse. Hugues Lantier a été entendu. « Je n'ai rien promis à M. Brahmi », jure-t-[[il]].",
        ["Hugues Lantier"],
    ),
    (
        "Hugues Lantier a reçu les parents. Luc Brahmi a quitté la salle. « M. Brahmi m'a menti », assure-t-[[il]].",
        ["Hugues Lantier"],
    ),
    (
        "Odile Rey a pris la parole. Anne Morel est partie. « Mes élus n'ont rien promis à Mme Morel », dit-[[elle]].",
        ["Odile Rey"],
    ),
    (
        "Hugues Lantier a reçu les parents. Luc Brahmi a parlé. « Je ne connais pas M. Lantier », jure-t-[[il]].",
        ["Luc Brahmi"],
    ),
    ("Luc Brahmi a parlé. « M. Brahmi est un honnête homme », lit-[[il]] dans la lettre.", ["Luc Brahmi"]),
]
WHOSE_THE_AGENTS_ARE = [
    (
        "« C'est la ruine », a dit Awa Diop, une députée. Cette décision, dénoncée par [[ses détracteurs]] comme un "
        "« coup de force », passe mal.",
        ["détracteurs"],
    ),
    (
        "Paul Roux est parti. Le texte, qualifié par [[ses opposants]] de « muselière », sera voté.",
        ["opposants"],
    ),
    (
        "Anne Morel se tait. La réforme est jugée « brutale » par [[ses adversaires]].",
        ["adversaires"],
    ),
    ("Paul Roux est accusé par [[ses adversaires]] de « mentir ».", ["adversaires de Paul Roux"]),
    ("Anne Morel a démissionné, a dit [[son avocat]].", ["avocat d'Anne Morel"]),
]
WORDS_OF_A_DESCRIPTION = [
    (
        "Le préfet délégué pour la défense et la sécurité en Aquitaine, Martin Gaillac, a parlé. « Le feu recule », a "
        "dit [[le préfet]].",
        ["Martin Gaillac"],
    ),
    ("« Il faut partir », a dit [[l'opposant en exil Guillaume Sora]].", ["Guillaume Sora"]),
    (
        "« Je pars », a dit [[l'ancien Premier ministre Pascal Affi N'Dri]]. « C'est grave », a dit "
        "[[l'ancienne ministre]].",
        ["Pascal Affi N'Dri", "ancienne ministre"],
    ),
    (
        "Le chef du Parti libéral, Marc Tanguy, espère gagner. Il a croisé Gilles Duval. « Nous gagnerons », lance "
        "[[le chef des libéraux]].",
        ["Marc Tanguy"],
    ),
    ("Le Syndicat représentant les cadres a gagné. « C'est légal », plaide [[le syndicat]].", ["Syndicat"]),
    (
        "Le représentant des cadres, Luc Roux, a gagné. « C'est légal », plaide [[le représentant]].",
        ["Luc Roux"],
    ),
    (
        "Glass Lewin, une société de conseil, recommande le vote. « Votez », écrit [[Glass Lewin]].",
        ["Glass Lewin"],
    ),
]
NEITHER_OF_THEM = [
    (
        "Luc Roux a été arrêté. Jean Petit a été réélu. [[Deux autres responsables]] disent être bloqués.",
        ["Deux autres responsables"],
    ),
    (
        "Luc Roux a été arrêté. Jean Petit a été réélu. [[Les deux autres élus]] disent être bloqués.",
        ["deux autres élus"],
    ),
    (
        "Luc Roux et Jean Petit ont signé. [[Deux élus]] disent leur colère.",
        ["Deux élus"],
    ),
    (
        "Luc Roux a vu Jean Petit. [[Les deux élus]] disent leur joie.",
        ["Luc Roux et Jean Petit"],
    ),
    (
        "Luc Roux a vu Jean Petit. [[Ces deux élus]] disent leur joie.",
        ["Luc Roux et Jean Petit"],
    ),
]
BEFORE_HE_IS_NAMED = [
    (
        "Thierry Baumard et ses vaches souffrent de la soif. « C'est la deuxième année », déplore [[l'éleveur]].\n\n"
        "« C'est catastrophique », constate Sylvain Piet, éleveur à Segré.",
        ["éleveur"],
    ),
    (
        "« On prélève sur les stocks, se plaint [[Jean Riault, éleveur laitier]]. Cette année, rien ! » Effet : « Il y "
        "aura moins de lait », se désole [[l'éleveur]].",
        ["Jean Riault", "Jean Riault"],
    ),
    (
        "« Nous tiendrons », nous confie [[Odile Rey, la maire]]. « Il le faut », ajoute [[la maire]].",
        ["Odile Rey", "Odile Rey"],
    ),
    (
        "La route est finie, assure [[le ministre]]\n\nLe ministre des Transports, Paul Roux, était là.",
        ["Paul Roux"],
    ),
    (
        "Il n'y aura pas de gel, promet [[la maire]]\n\nLa maire, Odile Rey, a reçu la presse.",
        ["Odile Rey"],
    ),
]
WHERE_THE_TEXT_DOES_NOT_TELL = [
    ("Novak Djokovic a battu Carlos Alcaraz. « Je suis prêt », a lancé [[l'Espagnol]].", ["Espagnol"]),
    ("Thierry Henry a parlé de José Mourinho. « Je suis prêt », a lancé [[le Portugais]].", ["Portugais"]),
    (
        "Didier Deschamps pense à Kylian Mbappé.\n\nLe genou du capitaine reste fragile. « Il va bien », assure "
        "[[Didier Deschamps]]. « Je suis serein », ajoute [[le sélectionneur]].",
        ["Didier Deschamps", "Didier Deschamps"],
    ),
    (
        "Le Norvégien Jan Olsen a battu Carlos Alcaraz. « Je suis prêt », a lancé [[l'Espagnol]].",
        ["Carlos Alcaraz"],
    ),
    ("Carlos Alcaraz a gagné. « Je suis prêt », a lancé [[l'Espagnol]].", ["Carlos Alcaraz"]),
]
WHOSE_ACCOUNT_IT_IS = [
    (
        "Selon [[Luc Roux]], le ministre Jean Petit décrit un autre monde. « Il se moque », a-t-[[il]] raillé.",
        ["Luc Roux", "Luc Roux"],
    ),
    (
        "Jean Petit a parlé. La réponse de Luc Roux n'a pas tardé, visant le maire. « C'est faux », a-t-[[il]] lancé.",
        ["Luc Roux"],
    ),
    (
        "D'après [[Luc Roux]], le ministre Jean Petit a quitté la salle. « Il a fui », a-t-[[il]] ajouté.",
        ["Luc Roux", "Luc Roux"],
    ),
    (
        "La voiture de Luc Roux a heurté celle de Jean Petit. Jean Petit a crié. « Aïe », dit-[[il]].",
        ["Jean Petit"],
    ),
    ("Selon Anne Rey, le ministre Jean Petit a fui. « J'ai eu peur », a-t-[[il]] dit.", ["Jean Petit"]),
]
NAMES_IN_FULL = [
    (
        "Le ministre israélien de la Défense Benny Gantz a parlé. « Non », a dit [[Benny Gantz]].",
        ["Benny Gantz"],
    ),
    ("[[Le ministre de l'Intérieur Radek Havlík]] a dit « non ».", ["Radek Havlík"]),
    ("Excédée Julie attend le train. « C'est l'enfer », dit-[[elle]].", ["Julie"]),
    (
        "Nadia Roux, l'adversaire redoutée et redoutable du maire, est là. [[Elle]] a fait savoir qu'elle irait.",
        ["Nadia Roux"],
    ),
    ("[[Le ministre de la Culture]] a dit « non ».", ["ministre de la Culture"]),
    ("André Julien attend le train. « C'est l'enfer », dit-[[il]].", ["André Julien"]),
]
WHO_GOES_ON = [
    (
        "Les syndicats sont déçus. Rien n'est réglé, ont jugé [[les magistrats]], même si, ont-[[ils]] noté, « tout va "
        "mieux ».",
        ["magistrats", "magistrats"],
    ),
    (
        "Paul Roux est venu. Le pont tiendra, assure [[le maire Jean Petit]], mais « pas longtemps », a-t-[[il]] dit.",
        ["Jean Petit", "Jean Petit"],
    ),
    (
        "Paul Arnaud recevait. À une question de [[l'animateur Paul Arnaud]], qui doutait, Sylvain Caron a défendu sa "
        "loi.\n\n« Elle est bonne », a-t-[[il]] répondu.",
        ["Paul Arnaud", "Sylvain Caron"],
    ),
    (
        "Paul Roux a parlé. Le pont tiendra, assure [[la maire Odile Rey]], mais « pas longtemps », a-t-[[il]] dit.",
        ["Odile Rey", "Paul Roux"],
    ),
    ("[[Luc Roux]] a battu Jean Petit. « J'ai bien joué », a-t-[[il]] dit.", ["Luc Roux", "Luc Roux"]),
    ("« Oui », admet [[la direction elle-même]].", ["direction"]),
]
NOT_WHO_SPOKE_BEFORE = [
    (
        "Le neurologue Philippe Damian parle. Tout va bien, dit [[le Pr Jean-Paul Azul, chef de service]]. « Enfin », "
        "indique [[ce médecin]].",
        ["Jean-Paul Azul", "Jean-Paul Azul"],
    ),
    (
        "[[Le juge]] poursuit : « Et alors ? » Puis on appelle la victime. [[L'homme]] répond : « Je l'aime. »",
        ["juge", "homme"],
    ),
    ("[[Le procureur]] parle : « Assez. » [[L'homme]] nie : « C'est faux. »", ["procureur", "homme"]),
    ("[[Le neurologue Philippe Damian]] a parlé. « Enfin », dit [[ce médecin]].", ["Philippe Damian"] * 2),
    ("[[Un chauffeur]] parle : « Assez. » [[L'homme]] ajoute : « C'est faux. »", ["chauffeur", "chauffeur"]),
]
ORGANISATIONS_WITH_A_FIRST_NAME = [
    (
        "[[La directrice de l'association France Parkis]] a dit « non ».",
        ["directrice de l'association France Parkis"],
    ),
    ("[[La fondation France Rivières]] a dit « non ».", ["France Rivières"]),
    ("[[L'association France Nature Vive]] a dit « non ».", ["France Nature Vive"]),
    ("[[La comédienne France Martin]] a dit « non ».", ["France Martin"]),
    ("[[Le président du club, Chad Moore,]] a dit « non ».", ["Chad Moore"]),
]
INITIALS = [
    ("Selon [[Mme B.]], tout va bien. « Je tremble », ajoute-t-[[elle]].", ["Mme B.", "Mme B."]),
    ("« Je ne suis pas responsable », soutient [[Willy S.]] à la barre.", ["Willy S."]),
    ("Loïc D. a pris la route. « J'ai honte », dit [[Loïc D.]], en larmes.", ["Loïc D."]),
    ("« C'est faux », répond [[M. K.]]", ["M. K."]),
    ("La vitamine C. « Elle aide », dit [[Paul Roux]].", ["Paul Roux"]),
    ("[[M. Roux]] dit « non ».", ["Roux"]),
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    OPENING_HIS_OWN_SENTENCE
    + NAMED_IN_HIS_OWN_WORDS
    + WHOSE_THE_AGENTS_ARE
    + WORDS_OF_A_DESCRIPTION
    + NEITHER_OF_THEM
    + BEFORE_HE_IS_NAMED
    + WHERE_THE_TEXT_DOES_NOT_TELL
    + WHOSE_ACCOUNT_IT_IS
    + NAMES_IN_FULL
    + WHO_GOES_ON
    + NOT_WHO_SPOKE_BEFORE
    + ORGANISATIONS_WITH_A_FIRST_NAME
    + INITIALS,
)
def test_who_is_meant(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
