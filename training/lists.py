"""The words that reported speech is made of: speakers, verbs of saying, what stands beside them. Lists, no rules."""

from __future__ import annotations

from typing import NamedTuple

NAMES = (
    "Jean Dupont",
    "Marie Lefèvre",
    "Emmanuel Macron",
    "Édouard Philippe",
    "Anne Hidalgo",
    "Bruno Le Maire",
    "Nathalie Martin",
    "Karim Benali",
    "Aminata Diallo",
    "Pierre Moreau",
    "Sophie Durand",
    "Élisabeth Borne",
    "Philippe Martinez",
    "Fatima Haddad",
    "Jacques Chirac",
    "Claire Dubois",
    "Ségolène Royal",
    "Justin Trudeau",
    "Angela Merkel",
    "Laurent Berger",
    "Valérie Pécresse",
    "Olivier Véran",
    "Lucie Bernard",
    "Antoine Girard",
    "François Hollande",
    "Christine Lagarde",
    "Thomas Petit",
    "Julie Roux",
    "Mohamed Salah",
    "Ursula von der Leyen",
    "Donald Trump",
    "Vladimir Poutine",
    "Camille Fournier",
    "Hélène Simon",
    "Marc Lambert",
)


class Function(NamedTuple):
    """What somebody is: article, noun, its lemma, gender."""

    article: str
    noun: str
    lemma: str
    gender: str


FUNCTIONS = tuple(
    Function(*line.split())
    for line in """
    le ministre ministre Masc
    la ministre ministre Fem
    le président président Masc
    la présidente président Fem
    le directeur directeur Masc
    la directrice directeur Fem
    le maire maire Masc
    la maire maire Fem
    le chercheur chercheur Masc
    la chercheuse chercheur Fem
    le porte-parole porte-parole Masc
    la porte-parole porte-parole Fem
    un témoin témoin Masc
    une habitante habitant Fem
    un responsable responsable Masc
    l' avocat avocat Masc
    l' avocate avocat Fem
    l' économiste économiste Masc
    le procureur procureur Masc
    la députée député Fem
    le député député Masc
    le secrétaire secrétaire Masc
    un médecin médecin Masc
    une infirmière infirmier Fem
    le syndicat syndicat Masc
    l' association association Fem
    la police police Fem
    le gouvernement gouvernement Masc
    une source source Fem
    """.strip().split("\n")
)

OF_WHAT = (
    ("de le", "syndicat", "Masc"),
    ("de la", "région", "Fem"),
    ("de la", "ville", "Fem"),
    ("de le", "parti", "Masc"),
    ("de le", "groupe", "Masc"),
    ("de l'", "hôpital", "Masc"),
    ("de le", "collectif", "Masc"),
    ("de la", "fédération", "Fem"),
)


class Verb(NamedTuple):
    """A verb of saying: lemma, third person of the present, participle."""

    lemma: str
    present: str
    participle: str


VERBS = tuple(
    Verb(*line.split())
    for line in """
    dire dit dit
    déclarer déclare déclaré
    expliquer explique expliqué
    affirmer affirme affirmé
    ajouter ajoute ajouté
    préciser précise précisé
    indiquer indique indiqué
    estimer estime estimé
    assurer assure assuré
    souligner souligne souligné
    annoncer annonce annoncé
    raconter raconte raconté
    confier confie confié
    écrire écrit écrit
    répondre répond répondu
    conclure conclut conclu
    rappeler rappelle rappelé
    juger juge jugé
    noter note noté
    poursuivre poursuit poursuivi
    commenter commente commenté
    lancer lance lancé
    insister insiste insisté
    regretter regrette regretté
    témoigner témoigne témoigné
    reconnaître reconnaît reconnu
    confirmer confirme confirmé
    plaider plaide plaidé
    avancer avance avancé
    prévenir prévient prévenu
    dénoncer dénonce dénoncé
    """.strip().split("\n")
)

SAYING = {verb.lemma for verb in VERBS} - {"avancer", "dénoncer"} | {
    "publier",
    "demander",
    "remarquer",
    "avouer",
    "admettre",
    "révéler",
    "observer",
    "promettre",
    "répliquer",
    "résumer",
    "analyser",
    "renchérir",
}
"""Verbs whose `parataxis` is a quotation."""


class Beside(NamedTuple):
    """A word of what stands beside a verb; ``head`` counts from 1 inside, 0 is the verb."""

    form: str
    lemma: str
    upos: str
    feats: str
    deprel: str
    head: int


_THE = "Definite=Def|Gender=Fem|Number=Sing|PronType=Art"
_MASC, _FEM = "Gender=Masc|Number=Sing", "Gender=Fem|Number=Sing"
CIRCUMSTANCES = (
    (Beside("mardi", "mardi", "NOUN", _MASC, "obl:mod", 0),),
    (Beside("lundi", "lundi", "NOUN", _MASC, "obl:mod", 0),),
    (
        Beside("jeudi", "jeudi", "NOUN", _MASC, "obl:mod", 0),
        Beside("soir", "soir", "NOUN", _MASC, "nmod", 1),
    ),
    (
        Beside("à", "à", "ADP", "_", "case", 3),
        Beside("l'", "le", "DET", "Definite=Def|Number=Sing|PronType=Art", "det", 3),
        Beside("AFP", "AFP", "PROPN", "_", "obl:arg", 0),
    ),
    (
        Beside("à", "à", "ADP", "_", "case", 3),
        Beside("la", "le", "DET", _THE, "det", 3),
        Beside("presse", "presse", "NOUN", _FEM, "obl:arg", 0),
    ),
    (
        Beside("sur", "sur", "ADP", "_", "case", 2),
        Beside("Twitter", "Twitter", "PROPN", "_", "obl:mod", 0),
    ),
    (
        Beside("dans", "dans", "ADP", "_", "case", 3),
        Beside("un", "un", "DET", "Definite=Ind|Gender=Masc|Number=Sing|PronType=Art", "det", 3),
        Beside("communiqué", "communiqué", "NOUN", _MASC, "obl:mod", 0),
    ),
    (Beside("notamment", "notamment", "ADV", "_", "advmod", 0),),
    (Beside("ainsi", "ainsi", "ADV", "_", "advmod", 0),),
    (Beside("encore", "encore", "ADV", "_", "advmod", 0),),
    (Beside("alors", "alors", "ADV", "_", "advmod", 0),),
    (
        Beside("lors", "lors", "ADV", "_", "case", 4),
        Beside("d'", "de", "ADP", "_", "fixed", 1),
        Beside("une", "un", "DET", "Definite=Ind|Gender=Fem|Number=Sing|PronType=Art", "det", 4),
        Beside("conférence", "conférence", "NOUN", _FEM, "obl:mod", 0),
        Beside("de", "de", "ADP", "_", "case", 6),
        Beside("presse", "presse", "NOUN", _FEM, "nmod", 4),
    ),
)
