"""By turns: whose answer a sentence announces, who asked and does not answer, and that of two either may go on."""

from __future__ import annotations

from itertools import takewhile

from quotetrack.model import Gender
from quotetrack.sources.discourse import Discourse, Reference, agrees
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
    if not any(t.folded.startswith(_REPLYING) for t in discourse.tokens[max(at - 2, 0) : at + 1]):
        return set()
    last = next((r for r in discourse.before(at) if r.speaking and discourse.distance(r, at)), None)
    if last is None or discourse.distance(last, at) > 2:
        return set()
    sentence = discourse.tokens[last.at].sentence
    before = takewhile(lambda i: discourse.tokens[i].sentence >= sentence - 1, range(last.at - 1, -1, -1))
    asked = next((discourse.tokens[i].text for i in before if discourse.tokens[i].quoted), "")
    return {id(last.entity)} if asked == "?" else set()


_REPLYING = ("repond", "retorqu", "repliqu", "ripost")
