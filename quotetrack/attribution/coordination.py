"""Whose a coordinated verb is: « Le maire dit que le ministre a menti et dénonce « un scandale » »: the maire's."""

from __future__ import annotations

from quotetrack.attribution.speakers import can_speak
from quotetrack.attribution.verbs import is_finite
from quotetrack.lexicon import verb_of
from quotetrack.syntax import Sentence, Word

_DONE_BY_THINGS = {"showing", "thinking", "praising", "demanding", "warning"}
"""« que la réforme exige des moyens et menace … »: what a thing may do."""


def goes_with_the_verb_above(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb of saying that the parser ties to a reported clause goes on from the verb that reports it.

    « Le maire dit que le ministre a menti et dénonce … » by the tense, « … que l'eau monte et appelle à … », for
    water appeals to nobody. « … que le ministre ment et dénonce … » stays the ministre's: nothing tells.
    """
    clause = sentence.head(verb) if verb.relation == "conj" else None
    above = sentence.head(clause) if clause is not None and clause.relation == "ccomp" else None
    if clause is None or above is None or above.upos not in {"VERB", "AUX"}:
        return False
    if not is_finite(sentence, verb) or sentence.child(verb, "nsubj", "expl:subj", "mark"):
        return False
    entry = verb_of(verb.lemma, verb.text)
    if entry is None or not is_finite(sentence, clause) or not is_finite(sentence, above):
        return False
    built = build_of(sentence, verb)
    if built == build_of(sentence, above) != build_of(sentence, clause):
        return True
    acting = sentence.child(clause, "nsubj")
    if acting is None or acting.upos != "NOUN" or can_speak(sentence, acting):
        return False
    told = any(can_speak(sentence, w) for w in sentence.children(verb, "obl", "iobj"))
    return told or entry.category not in _DONE_BY_THINGS


def number_of(sentence: Sentence, verb: Word) -> str | None:
    """Return the number of the finite part of a verb, « Sing » or « Plur »."""
    helpers = [*sentence.auxiliaries(verb), *sentence.children(verb, "cop")]
    return next((w.feat("Number") for w in [*helpers, verb] if w.feat("VerbForm") == "Fin"), None)


def build_of(sentence: Sentence, verb: Word) -> tuple[str | None, ...]:
    """Return how a verb is built: with an auxiliary or not, its mood and its tense."""
    helpers = sentence.auxiliaries(verb)
    finite = helpers[0] if helpers else verb
    return (str(bool(helpers)), finite.feat("Mood"), finite.feat("Tense"))
