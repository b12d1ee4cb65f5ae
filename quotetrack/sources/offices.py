"""The office that a noun and what stands behind it name together: « le chef | de la diplomatie »."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.lexicon.institutions import country_of, is_nationality
from quotetrack.lexicon.roles import NounForm, heads_office, office
from quotetrack.lexicon.tables import fold
from quotetrack.sources.tokens import Token


def office_of(noun: NounForm, complement: Sequence[Token]) -> str | None:
    """Return the office of a head noun and its complement, such as ``head-of-state``, or None."""
    lemma = noun.entry.lemma
    if not heads_office(lemma):
        return None
    words = [
        t.folded
        for t in complement
        if t.is_word and t.folded not in {"de", "d'", "du", "des", "la", "l'", "le", "les"}
    ]
    # « le ministre ukrainien des Affaires étrangères »
    found = office(lemma, " ".join(words[1:] if words and is_nationality(words[0]) and words[1:] else words))
    if found is None:
        return None
    bare_president = (
        fold(lemma) == "president" and words and not is_nationality(words[0]) and not country_of(words[0])
    )
    if bare_president and found == "head-of-state" and (words[0] not in _STATES or _of_something(words)):
        return None
    # « le président du Conseil italien » leads a government, one of a « conseil régional » does not.
    if fold(lemma) == "president" and words[:1] == ["conseil"] and words[1:]:
        return found if is_nationality(words[1]) and country_of(words[1]) != "Europe" else None
    if fold(lemma) == "secretaire d'etat" and words and not is_nationality(words[0]):
        return None
    return found


def _of_something(words: Sequence[str]) -> bool:
    """« le président sortant du club » is no head of a state, « le président sortant français » is."""
    return words[0] == "sortant" and any(not is_nationality(w) and not country_of(w) for w in words[1:])


_STATES = frozenset({"republique", "sortant", "elu", "election"})
"""What may follow « président » where he is the head of a state."""
