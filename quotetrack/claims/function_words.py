"""French words, folded, that say how a sentence is built rather than what it is about.

Negations and modal verbs are among them: they decide what a difference means (see ``differences``), not
whether two quotes are about the same thing."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list written with spaces."""
    return frozenset(words.split())


NEGATIONS = word_set(
    "ne n pas jamais rien aucun aucune aucunement guere nullement non ni sans personne point"
)

MODAL_VERBS = word_set("""
    peux peut pouvons pouvez peuvent pouvais pouvait pouvions pouvaient pourrai pourra pourrons pourront
    pourrais pourrait pourrions pourraient puisse puissent pouvoir dois doit devons devez doivent devais
    devait devions devaient devrai devra devrons devront devrais devrait devrions devraient doive doivent
    devoir faut fallait faudra faudrait faille falloir fallu veux veut voulons voulez veulent voulais
    voulait voulaient voudrais voudrait voudraient vouloir voulu
    """)

MODAL_WORDS = word_set("""
    peut-etre possible possibles possiblement probable probables probablement certainement surement eventuel
    eventuelle eventuels eventuelles eventuellement vraisemblable vraisemblablement apparemment semble
    semblent semblait parait paraitrait impossible certain certaine obligatoire obligatoirement presque
    quasi quasiment
    """)

_ARTICLES_AND_PREPOSITIONS = """
    le la les l un une des du de d au aux a en dans par pour sur sous vers chez avec entre contre depuis
    pendant avant apres jusque jusqu des lors hors parmi selon malgre outre comme afin
"""
_PRONOUNS = """
    je j tu il elle on nous vous ils elles me m te t se s lui leur leurs y en moi toi soi eux ce c ca cela
    ceci celui celle ceux celles ci qui que qu quoi dont ou lequel laquelle lesquels lesquelles auquel mon
    ma mes ton ta tes son sa ses notre nos votre vos cet cette ces meme memes tout toute tous toutes autre
    autres quelque quelques chaque quel quelle quels quelles tel telle tels telles
"""
_CONJUNCTIONS_AND_ADVERBS = """
    et mais donc or car si quand lorsque lorsqu puisque puisqu parce alors ainsi aussi encore deja tres trop
    plus moins bien mal ici voici voila puis ensuite enfin toujours souvent parfois seulement surtout
    notamment tant autant plutot assez beaucoup peu etre comment pourquoi combien desormais egalement
    vraiment tellement
"""
_AUXILIARIES = """
    etre suis es est sommes etes sont etais etait etions etiez etaient fus fut furent serai seras sera
    serons serez seront serais serait serions seriez seraient sois soit soyons soyez soient fusse fut ete
    etant avoir ai as a avons avez ont avais avait avions aviez avaient eus eut eurent aurai auras aura
    aurons aurez auront aurais aurait aurions auriez auraient aie aies ait ayons ayez aient eu eue eus ayant
    va vais vas allons allez vont fait faire
"""

FUNCTION_WORDS = (
    NEGATIONS
    | MODAL_VERBS
    | word_set(_ARTICLES_AND_PREPOSITIONS)
    | word_set(_PRONOUNS)
    | word_set(_CONJUNCTIONS_AND_ADVERBS)
    | word_set(_AUXILIARIES)
)
