"""Whom a role further on does not mean, though he was named without one just before: who only stands by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from quotetrack.sources.discourse import Reference, agrees
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading
from quotetrack.sources.tokens import Token
from quotetrack.sources.words import CONTRACTED


def is_described(tokens: Sequence[Token], reference: Reference) -> bool:
    """« L'entraîneur attend le retour de Luc Rey. Le milieu … »: whoever was just called by a role is not he."""
    words = tokens[reference.at : reference.last + 1]
    return not reference.pronoun and not any(t.capital and not t.initial for t in words) and len(words) > 1


def of_his_house(tokens: Sequence[Token], reference: Reference) -> bool:
    """« Le bureau de Luc Roux n'est pas loin. La candidate accuse »: told of the house, unlike « le retour de Luc »."""
    at = reference.at
    return reference.nested and at > 1 and tokens[at - 1].folded in {"de", "d'"} and tokens[at - 2].subject


def rather_who_acts(reading: Reading, description: Description, reference: Reference) -> bool:
    """« Le député Luc Roux réagit à l'arrestation de Paul Rey. Le vice-président du groupe … »: nobody says which."""
    if reference.subject or description.category not in _BESIDES or not reference.at:
        return False
    if reading.tokens[reference.at - 1].folded not in {"de", "d'"}:
        return False
    for other in reading.discourse.before(reference.at):
        if reading.discourse.distance(other, reference.at):
            return False
        if other.subject and not other.nested and other.entity is not reference.entity:
            named = other.entity.kind == "person" and bool(other.entity.name_words)
            return named and agrees(other.entity, description.gender, plural=False)
    return False


_BESIDES = frozenset({"head", "deputy-head", "secretary", "spokesperson", "delegate", "coordinator"})
"""What somebody may be besides what he was just called."""


def met(tokens: Sequence[Token], reference: Reference) -> bool:
    """« face à Aryna Sabalenka », « contre la Belge Anne Roux »: somebody whom another has to do with."""
    before = {t.folded for t in tokens[max(reference.at - 3, 0) : reference.at]}
    return not reference.subject and bool(before & {"face", "contre", "devant"})


def whose_words_are_told(tokens: Sequence[Token], description: Description) -> bool:
    """« Luc Roux attend. Il a cité les propos du président de la commission »: not his own."""
    at = description.start
    contracted = tokens[at].folded in CONTRACTED
    before = at - 1 if contracted else at - 2
    governed = contracted or (at > 0 and tokens[at - 1].folded in {"de", "d'"})
    return governed and before >= 0 and tokens[before].folded in _TOLD and not tokens[before].subject


def chosen_by_somebody(tokens: Sequence[Token], description: Description) -> bool:
    """« Luc Roux attend. Selon l'expert nommé par le juge, … »: what tells an expert from others tells of a new one."""
    behind = tokens[description.last + 1 : description.last + 2]
    chosen = next((t for t in behind if t.upos in {"VERB", "ADJ"} and _DONE.search(t.folded)), None)
    within = tokens[chosen.index + 1 : chosen.index + 5] if chosen is not None else ()
    return any(t.folded == "par" for t in takewhile(lambda t: t.is_word, within))


_DONE = re.compile(r"(?:e|ee|es|ees|i|ie|is|u|ue|us|it|ite|ert)$")


_TOLD = frozenset({"propos", "mots", "phrase", "formule", "paroles", "declarations", "declaration"})
