"""What signals a report in French: reporting verbs, multi-word cues, nouns and source markers, as data.

The knowledge lives in the ``.tsv`` files beside this module, one entry a line; each file is read once, when
it is first asked for. An entry says under which constructions (*frames*) it counts, so that « ajouter que »
is a cue and « ajouter du sel » is not::

    verb("affirmer").frames                     # QUE, DIRECT, INF …
    verb("dire", reflexive=True)                # « se dire », with its own frames (ATTR …)
    verb_of("martèler", "martèle").lemma        # "marteler": the parser's lemma is wrong, the form is not
    expressions("faire")                        # savoir, valoir, remarquer, état de …
    [m for m in find_markers("Selon la police, …")]
    may_report("Le pont a rouvert lundi.")      # False: no need to parse this paragraph
"""

from quotetrack.lexicon.entries import (
    CATEGORIES,
    Expression,
    Frame,
    Marker,
    ReportingNoun,
    ReportingVerb,
    adjective,
    all_expressions,
    expressions,
    expressions_of,
    markers,
    noun,
    nouns,
    nouns_of_clauses,
    verb,
    verb_of,
    verbs,
)
from quotetrack.lexicon.surface import (
    MarkerMatch,
    MarkerWords,
    find_markers,
    may_be_interrupted,
    may_report,
    surface_stems,
    words_of_markers,
)

__all__ = [
    "CATEGORIES",
    "Expression",
    "Frame",
    "Marker",
    "MarkerMatch",
    "MarkerWords",
    "ReportingNoun",
    "ReportingVerb",
    "adjective",
    "all_expressions",
    "expressions",
    "expressions_of",
    "find_markers",
    "markers",
    "may_be_interrupted",
    "may_report",
    "noun",
    "nouns",
    "nouns_of_clauses",
    "surface_stems",
    "verb",
    "verb_of",
    "verbs",
    "words_of_markers",
]
