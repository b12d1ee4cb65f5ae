"""By turns: whose answer a sentence announces, who asked and does not answer, and that of two either may go on."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from quotetrack.model import Gender
from quotetrack.sources.discourse import Discourse, Reference, agrees
from quotetrack.sources.entities import Entity
from quotetrack.sources.tokens import sentence_start


def whose_answer(discourse: Discourse, reference: Reference) -> bool:
    """« Réponse directe de Luc Roux : « … », a-t-il écrit »: whose words the sentence announces before its colon."""
    tokens, at = discourse.tokens, reference.at
    behind = tokens[reference.last + 1] if reference.last + 1 < len(tokens) else None
    if behind is None or behind.text != ":" or at < 2 or tokens[at - 1].folded not in {"de", "d'", "du"}:
        return False
    first = sentence_start(tokens, at)
    return at - first < _ANNOUNCING and tokens[first].folded in _ANSWERS_BY_NAME


_ANNOUNCING = 6
_ANSWERS_BY_NAME = frozenset(
    {"reponse", "replique", "reaction", "commentaire", "riposte", "explication", "explications"}
)


def quant_a(discourse: Discourse, at: int, gender: Gender | None, plural: bool) -> Entity | None:
    """« Quant à Luc Roux, il a prévenu que … »: he, whoever spoke before."""
    first = sentence_start(discourse.tokens, at)
    if discourse.tokens[first].folded != "quant":
        return None
    near = (r for r in discourse.before(at) if first < r.at <= first + _ANNOUNCING and not r.nested)
    found = next((r for r in near if agrees(r.entity, gender, plural)), None)
    return found.entity if found is not None else None


def told_by(discourse: Discourse, at: int, gender: Gender | None, plural: bool) -> Entity | None:
    """« le même match raconté par Odile Garnier : « La pluie, dit-elle, … » »: she who tells it."""
    for reference in discourse.before(at):
        if discourse.distance(reference, at):
            break
        by = reference.at > 0 and discourse.tokens[reference.at - 1].folded == "par"
        parted = (t.text == ":" and not t.quoted for t in discourse.tokens[reference.last + 1 : at])
        if by and reference.entity.kind == "person" and any(parted):
            fits = agrees(reference.entity, gender, plural)
            return reference.entity if fits else None
    return None


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


def who_asked(discourse: Discourse, at: int) -> set[int]:
    """« « C'est faux ? », insiste le juge. « Non », répond-il »: nobody answers himself."""
    if not any(t.folded.startswith(_REPLYING) for t in discourse.tokens[max(at - 2, 0) : at + 2]):
        return set()
    last = next((r for r in discourse.before(at) if r.speaking and discourse.distance(r, at)), None)
    if last is None or discourse.distance(last, at) > 2:
        return set()
    sentence = discourse.tokens[last.at].sentence
    before = takewhile(lambda i: discourse.tokens[i].sentence >= sentence - 1, range(last.at - 1, -1, -1))
    asked = next((discourse.tokens[i].text for i in before if discourse.tokens[i].quoted), "")
    return {id(last.entity)} if asked == "?" else set()


_REPLYING = ("repond", "retorqu", "repliqu", "ripost")


PAIR_REACH = 4
"""Sentences within which « le premier » and « le second » look for the two persons named together."""


def one_of_two(
    discourse: Discourse, at: int, place: int, gender: Gender | None, inside: int | None
) -> Entity | None:
    """Return whom « le premier » or « le second » means: of the two persons of the last sentence that has two.

    None where several without names come between: « deux de ses collègues. « … », dit l'un. Le second … ».
    """
    named: list[Reference] = []
    for reference in discourse.before(at, inside):
        if discourse.distance(reference, at) > PAIR_REACH:
            break
        if reference.entity.plural and reference.entity.roles and not named:
            return None
        single = reference.entity.kind in {"person", "anonymous"} and not reference.entity.plural
        if single and not reference.pronoun and not reference.nested:
            named.append(reference)
    sentences = dict.fromkeys(discourse.tokens[r.at].sentence for r in named)
    for sentence in sentences:
        pair = list(
            dict.fromkeys(r.entity for r in reversed(named) if discourse.tokens[r.at].sentence == sentence)
        )
        if len(pair) >= 2:
            chosen = pair[place]
            return chosen if len(pair) == 2 and agrees(chosen, gender, False) else None
    return None


def house_told_of_last(
    discourse: Discourse, at: int, acceptable: Callable[[Reference], bool], inside: int | None
) -> Reference | None:
    """« Le ministère a rappelé le groupe à l'ordre. Il exige un plan. »: the organisation that opened the sentence.

    « Luc Roux s'indigne. Le comité ne tranche pas. Il reconnaît … »: so it is where nobody else is told of there.
    """
    if at not in discourse.speaking:
        return None
    alone = True
    for reference in discourse.before(at, inside):
        if discourse.distance(reference, at) > 1:
            return None
        alone = alone and not (reference.entity.kind in {"person", "anonymous"} and acceptable(reference))
        first = (
            reference.at == 0
            or discourse.tokens[reference.at - 1].sentence < discourse.tokens[at].sentence - 1
        )
        here = discourse.tokens[reference.at].paragraph == discourse.tokens[at].paragraph
        told = alone and reference.subject and not reference.nested
        acts = reference.speaking or (told and not _of_somebody_known(discourse, reference))
        if first and here and acts and reference.entity.kind == "organisation":
            return reference if acceptable(reference) else None
    return None


def _of_somebody_known(discourse: Discourse, reference: Reference) -> bool:
    """« Le comité l'a reçu »: whom the sentences before are about has a part in it."""
    sentence = discourse.tokens[reference.at].sentence
    here = takewhile(lambda t: t.sentence == sentence, discourse.tokens[reference.last :])
    return any(t.upos == "PRON" and t.folded in {"l'", "le", "la", "lui"} for t in here)
