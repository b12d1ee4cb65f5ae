"""Who leads a house by a verb: « l'association, présidée par Anne Roux, … la présidente »."""

from __future__ import annotations

from quotetrack.lexicon.roles import noun_alone
from quotetrack.sources.discourse import FARTHEST_BACK, Reference, agrees
from quotetrack.sources.entities import Entity
from quotetrack.sources.modifiers import stem
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading
from quotetrack.sources.topics import learnt_of

_LEADING = {
    "président": ("presid",),
    "directeur": ("dirig",),
    "patron": ("dirig",),
    "dirigeant": ("dirig",),
    "responsable": ("dirig", "pilot"),
    "fondateur": ("fond",),
    "entraîneur": ("entrain",),
    "coach": ("entrain",),
    "gérant": ("ger",),
    "coordinateur": ("coordonn",),
}
"""How the verb begins that says who is what, folded."""


def led_by(reading: Reading, description: Description) -> Entity | None:
    """Return the one person who leads by that verb: « que préside Anne Roux », « fondé par Paul Rey », or None."""
    verbs = _LEADING.get(description.lemma)
    if verbs is None or description.plural or description.noun.entry.kind != "person":
        return None
    found = [r for r in reading.discourse.trail[-FARTHEST_BACK:] if _leads(reading, r, verbs)]
    if len({id(r.entity) for r in found}) != 1:
        return None
    last = found[-1]
    if not agrees(last.entity, description.gender, plural=False) or not _of_that_house(
        reading, last, description
    ):
        return None
    return learnt_of(reading, last.entity, description)


def _leads(reading: Reading, reference: Reference, verbs: tuple[str, ...]) -> bool:
    if reference.at < 2 or reference.entity.kind != "person" or not reference.entity.name_words:
        return False
    if not _is_house(reading, reference):
        return False
    earlier, before = reading.tokens[reference.at - 2], reading.tokens[reference.at - 1]
    if before.folded == "par":
        return earlier.folded.startswith(verbs) and earlier.folded.endswith(("e", "ee", "i", "ie"))
    return before.folded.startswith(verbs) and earlier.folded in {"que", "qu'"}


def _is_house(reading: Reading, reference: Reference) -> bool:
    """Tell whether a noun of organisation stands near in front: « l'enquête dirigée par Luc Roux » has no director."""
    near = reading.tokens[max(reference.at - _NEAR, 0) : reference.at - 2]
    nouns = (noun_alone(t.text) for t in near if t.is_word and not t.capital)
    return any(noun is not None and noun.entry.kind == "organisation" for noun in nouns)


_NEAR = 10


def _of_that_house(reading: Reading, reference: Reference, description: Description) -> bool:
    """« la directrice du comité » is who leads the comité, if the sentence names one."""
    if not description.governs:
        return True
    sentence = reading.tokens[reference.at].sentence
    here = (t for t in reversed(reading.tokens[: reference.at]))
    return any(stem(t.folded) in description.modifiers for t in here if t.sentence == sentence and t.is_word)
