"""Closed classes of French words, and the tests on single words that several modules share."""

from __future__ import annotations

from quotetrack.lexicon.institutions import is_nationality
from quotetrack.sources.tokens import Token

ARTICLES = frozenset({"le", "la", "l'", "les"})
CONTRACTED = frozenset({"du", "des", "au", "aux"})
DEMONSTRATIVES = frozenset({"ce", "cet", "cette", "ces"})
INDEFINITES = frozenset(
    {"un", "une", "des", "plusieurs", "quelques", "certains", "certaines", "certain", "certaine", "d'autres",
     "d'", "de", "aucun", "aucune", "chaque", "quelque", "nombre", "beaucoup", "maints", "divers", "diverses"}
)  # fmt: skip
SINGULAR_POSSESSIVES = frozenset({"son", "sa", "ses"})
PLURAL_POSSESSIVES = frozenset({"leur", "leurs"})
SPEAKER_POSSESSIVES = frozenset({"mon", "ma", "mes", "notre", "nos", "ton", "ta", "tes", "votre", "vos"})
NUMERALS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
}  # fmt: skip

PREPOSITIONS = frozenset(
    "à de d' en dans par pour sur sous avec sans chez vers entre selon contre depuis pendant apres avant des du au aux "
    "envers parmi malgre hors outre lors".split()
)

FUNCTION_WORDS = frozenset(
    "le la l' les un une des du de d' au aux ce cet cette ces son sa ses leur leurs mon ma mes ton ta tes notre nos votre "
    "vos et ou mais donc or ni car que qu' qui quoi dont ou si s' comme lorsque lorsqu' quand puisque puisqu' quoique "
    "jusqu' jusque il elle on ils elles nous vous je j' tu me m' te t' se lui eux moi toi soi y en n' ne pas plus moins "
    "à dans par pour sur sous avec sans chez vers entre selon contre depuis pendant apres avant envers parmi malgre hors "
    "outre lors des c' cela ca ceci celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci tout toute tous toutes "
    "chaque aucun aucune nul nulle quel quelle quels quelles lequel laquelle lesquels lesquelles autre autres meme memes "
    "certains certaines plusieurs quelques deux trois quatre cinq six sept huit neuf dix cent mille est sont etait etaient "
    "sera seront a ont avait avaient aura auront ait aient fut furent soit ainsi aussi alors apres bien cependant "
    "certes comment deja depuis d'abord desormais encore enfin ensuite hier ici jamais la-bas maintenant meme neanmoins "
    "non oui par-dessus parce parfois parmi pourquoi pourtant presque puis quant seul seule seuls seules surtout tandis "
    "tant tard tel telle tels telles toujours toutefois tres trop voici voila aujourd'hui demain autant beaucoup peu "
    "face grace suite faute reste retour dixit idem photo video dr ap".split()
) - {"dr", "ap"}  # fmt: skip

PRENOMINAL = frozenset(
    "haut haute hauts hautes ancien ancienne anciens anciennes ex nouveau nouvel nouvelle nouveaux nouvelles futur future "
    "futurs futures grand grande grands grandes premier premiere premiers premieres jeune jeunes actuel actuelle vieux "
    "vieil vieille petit petite petits petites principal principale principaux principales puissant puissante celebre "
    "celebres tres feu numero simple simples fameux fameuse important importante importants importantes influent "
    "influente prochain prochaine dernier derniere derniers dernieres autre autres meme memes second seconde deuxieme "
    "troisieme nombreux nombreuses seul seule bouillant bouillante emblematique eminent eminente recent recente vaste "
    "bon bonne brave riche respecte respectee talentueux talentueuse pauvre gros grosse long longue proche proches".split()
)  # fmt: skip

_ADJECTIVES = frozenset(
    "etranger etrangere etrangers etrangeres adjoint adjointe adjoints delegue deleguee delegues designe designee elu elue sortant sortante dechu dechue demissionnaire "
    "general generale generaux generales national nationale nationaux local locale locaux locales regional regionale "
    "municipal municipale municipaux federal federale federaux social sociale central centrale politique politiques "
    "executif executive public publique publics publiques prive privee interimaire supreme anonyme judiciaire policier "
    "policiere policieres policiers gouvernemental gouvernementale diplomatique militaire medical medicale hospitaliere "
    "hospitalier scolaire syndical syndicale syndicaux presidentiel presidentielle ministeriel ministerielle occidental "
    "occidentale occidentaux officiel officielle officiels officielles internet web bancaire financiere financier "
    "concordant concordante concordantes interne internes independant independante insoumis insoumise unies unis unie "
    "uni francophone anglophone populaire democratique republicain republicaine republicains socialiste socialistes "
    "communiste communistes ecologiste ecologistes liberal liberale conservateur conservatrice travailliste europeen".split()
)  # fmt: skip
_ENDINGS = ("ique", "iques", "aire", "aires", "iste", "istes", "ien", "ienne", "iens", "iennes", "eux", "euse", "if",
            "ive", "al", "ale", "aux", "ales", "el", "elle", "ois", "oise")  # fmt: skip


def is_adjective(token: Token) -> bool:
    """Tell whether a lower-case word is an adjective: by the lexicon, else by the tagger, else by its ending."""
    if token.capital or not token.is_word:
        return False
    if token.folded in _ADJECTIVES or is_nationality(token.text):
        return True
    if token.upos is not None:
        return token.upos == "ADJ"
    return token.folded.endswith(_ENDINGS) and len(token.folded) > 5
