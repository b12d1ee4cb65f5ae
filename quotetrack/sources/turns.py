"""Whose turn a sentence announces, and which of two set against each other goes on: neither is known."""

from __future__ import annotations

from quotetrack.model import Gender
from quotetrack.sources.discourse import Discourse, Reference, agrees


def whose_answer(discourse: Discourse, reference: Reference) -> bool:
    """« Réponse directe de Luc Roux : « … », a-t-il écrit »: whose words the sentence announces before its colon."""
    tokens, first = discourse.tokens, reference.at
    behind = tokens[reference.last + 1] if reference.last + 1 < len(tokens) else None
    if (
        behind is None
        or behind.text != ":"
        or first < 2
        or tokens[first - 1].folded not in {"de", "d'", "du"}
    ):
        return False
    while first > 0 and tokens[first - 1].sentence == tokens[reference.at].sentence:
        first -= 1
    return reference.at - first < _ANNOUNCING and tokens[first].folded in _ANSWERS_BY_NAME


_ANNOUNCING = 6
_ANSWERS_BY_NAME = frozenset(
    {"reponse", "replique", "reaction", "commentaire", "riposte", "explication", "explications"}
)


def followed_by_another(discourse: Discourse, found: Reference, gender: Gender | None, plural: bool) -> bool:
    """« Luc Roux décrit …, tandis que Paul Rey y voit « … ». « … », a-t-il confié »: either of the two."""
    if found.entity.kind != "person" or found.pronoun:
        return False
    tokens, sentence = discourse.tokens, discourse.tokens[found.at].sentence
    for reference in discourse.before(len(tokens)):
        if reference.at <= found.last:
            return False
        person = reference.subject and not reference.nested and reference.entity.kind == "person"
        if tokens[reference.at].sentence != sentence or not person or reference.entity is found.entity:
            continue
        before = {t.folded for t in tokens[max(reference.at - 2, 0) : reference.at]}
        if before & {"tandis", "alors"} and agrees(reference.entity, gender, plural):
            return True
    return False
