"""« Le rapport conclut que … Il recommande … »: whether « il » is the paper that spoke last, or a person before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotetrack.lexicon.roles import noun_alone
from quotetrack.lexicon.tables import word_class
from quotetrack.model import Gender
from quotetrack.sources.discourse import Discourse, Reference, agrees
from quotetrack.sources.entities import Entity
from quotetrack.sources.tokens import Token


def last_paper(discourse: Discourse, at: int, gender: Gender | None, plural: bool) -> Reference | None:
    """Return the paper that speaks in the sentence before, or that it is about, if a pronoun may stand for it."""
    papers = [r for r in _in_sentence_before(discourse, at) if r.entity.kind == "document" and not r.nested]
    paper = next((r for r in papers if r.speaking), None) or next((r for r in papers if r.subject), None)
    if paper is None or paper.entity.gender is None or not agrees(paper.entity, gender, plural):
        return None
    return paper


def who_wrote_there(discourse: Discourse, at: int, gender: Gender | None, plural: bool) -> Entity | None:
    """« À l'origine, un courrier de la directrice, Anne Roux. Elle y écrivait que … »: she whose paper it is."""
    tokens = discourse.tokens
    if at + 1 >= len(tokens) or tokens[at + 1].folded != "y":
        return None
    for reference in _in_sentence_before(discourse, at):
        near = tokens[max(reference.at - 2, 0) : reference.at + 1]
        of = any(t.folded in {"de", "d'", "du"} for t in near[-2:])
        papers = [form for t in near[:2] if (form := noun_alone(t.text)) is not None]
        if of and any(form.entry.kind == "document" for form in papers) and reference.entity.kind == "person":
            return reference.entity if agrees(reference.entity, gender, plural) else None
    return None


def _in_sentence_before(discourse: Discourse, at: int) -> Iterator[Reference]:
    for reference in discourse.before(at):
        distance = discourse.distance(reference, at)
        if distance > 1:
            return
        if distance:
            yield reference


def speaker_behind(discourse: Discourse, paper: Reference, found: Reference, at: int) -> Reference | None:
    """Return who goes on behind a paper: the paper, the person named before it, or None where nothing tells.

    « Luc Roux est reçu. Le rapport conclut que la digue cède. Il recommande … »: the report. « Il a peur »,
    « … « C'est grave », dit-il »: Luc Roux where he has said something before, else perhaps somebody else.
    """
    if found.at > paper.at or (discourse.distance(found, paper.at) == 0 and found.subject):
        return found
    verb = _verb(discourse.tokens, at)
    if not paper.speaking:
        return paper if verb.startswith(_WRITTEN) and _here(discourse, paper, at) else found
    inverted = "-" in discourse.tokens[at].text
    goes_on = inverted and verb.startswith(_GOING_ON) and _spoke_last(discourse, paper)
    if verb.startswith(_WRITTEN) or goes_on:
        return paper
    if _has_spoken(discourse, found):
        return found
    return paper if verb.startswith(_SAID_IN_PAPERS) and not inverted else None


def _spoke_last(discourse: Discourse, paper: Reference) -> bool:
    """« …, indique le communiqué. ¶ « … », ajoute-t-il »: nobody has spoken behind the paper."""
    return not any(
        r.speaking and r.at > paper.at and r.entity is not paper.entity for r in discourse.trail[-_NEAR:]
    )


_NEAR = 30


_GOING_ON = ("ajout", "poursui", "conclu")


def _here(discourse: Discourse, reference: Reference, at: int) -> bool:
    return discourse.tokens[reference.at].paragraph == discourse.tokens[at].paragraph


def _has_spoken(discourse: Discourse, found: Reference) -> bool:
    return any(r.speaking and r.entity is found.entity for r in discourse.before(found.last + 1))


def _verb(tokens: Sequence[Token], at: int) -> str:
    """Return the verb of a pronoun: « précise-t-il », « a-t-il | précisé », « il y | précise », « il a | précisé »."""
    first, hyphen, _ = tokens[at].folded.partition("-")
    if hyphen and first not in _HAVING:
        return first
    return next((t.folded for t in tokens[at + 1 : at + 5] if t.folded not in _BETWEEN), "")


_HAVING = frozenset({"a", "avait", "aura"})
_BETWEEN = _HAVING | word_class("between pronoun and verb")
_WRITTEN = tuple(word_class("begins what papers do"))
_SAID_IN_PAPERS = tuple(word_class("begins what papers may do"))
