"""References that a pronoun passes over: who is only cited, who is told of in apposition to it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from quotetrack.lexicon.tables import word_class
from quotetrack.model import Gender
from quotetrack.sources.discourse import Discourse, Reference, agrees
from quotetrack.sources.tokens import sentence_start
from quotetrack.sources.words import PREPOSITIONS


def says_who(discourse: Discourse, reference: Reference, at: int) -> bool:
    """« Odile Garnier écrit peu. Née à Vars, fille d'un meunier, elle … »: the daughter is she, nobody new."""
    bare = any(d.start == reference.at and d.determiner == "bare" for d in reference.entity.roles)
    here = discourse.distance(reference, at) == 0 and discourse.tokens[at - 1].text == ","
    return here and bare and reference.entity.kind == "anonymous"


def only_cited(
    discourse: Discourse, cited: Reference, at: int, acceptable: Callable[[Reference], bool]
) -> bool:
    """« Odile Garnier, selon son éditrice, laisse un roman. Elle écrivait peu. »: she, not who is cited on her.

    Nor who wrote a phrase long ago: « Son livre s'ouvre sur une phrase de Korczak : « … » Elle … ».
    """
    before = [t.folded for t in discourse.tokens[max(cited.at - 2, 0) : cited.at]]
    if before[1:] in (["de"], ["d'"]) and before[0] in word_class("phrases of somebody"):
        return True
    if at in discourse.speaking or not cited.speaking or discourse.tokens[cited.last].subject:
        return False
    if cited.at == 0 or discourse.tokens[cited.at - 1].folded not in PREPOSITIONS | {"de", "d'"}:
        return False
    sentence = discourse.tokens[cited.at].sentence
    told = (r for r in discourse.before(at) if discourse.tokens[r.at].sentence == sentence)
    return any(
        r.entity.kind == "person"
        and r.entity is not cited.entity
        and r.subject
        and not (r.speaking or r.nested or r.pronoun)
        and acceptable(r)
        for r in told
    )


def whose_act_it_was(discourse: Discourse, at: int) -> set[int]:
    """« Interrogée par la députée, qui doutait de ses chiffres, elle … »: not the députée, who did it to her."""
    tokens = discourse.tokens
    first = sentence_start(tokens, at)
    by = next((i for i in range(first + 1, min(first + _OPENING, at)) if tokens[i].folded == "par"), None)
    if by is None or tokens[by - 1].upos != "VERB" or any(t.text == "," for t in tokens[first:by]):
        return set()
    here = takewhile(lambda r: r.at > by, discourse.before(at))
    return {id(r.entity) for r in here if r.at <= by + 2 and not r.pronoun}


def whose_account(discourse: Discourse, at: int) -> set[int]:
    """« D'après un conseiller, il annoncerait « des mesures » »: who has no name is asked about others.

    « Selon Anne Roux, elle avait prévenu la mairie » may be she herself.
    """
    if at not in discourse.speaking:
        return set()
    first = sentence_start(discourse.tokens, at)
    if discourse.tokens[first].folded not in {"selon", "d'"}:
        return set()
    here = takewhile(lambda r: r.at >= first, discourse.before(at))
    return {id(r.entity) for r in here if r.speaking and r.at <= first + 2 and r.entity.kind == "anonymous"}


_OPENING = 5
"""Tokens within which a sentence that opens with a participle has its « par »."""


def perhaps_of_a_relative(discourse: Discourse, at: int, found: Reference, gender: Gender | None) -> bool:
    """« « Non », dit Luc Roux. De quoi fâcher le maire, qui n'a, jure-t-il, « rien vu » »: the maire, or Luc Roux.

    « Luc Roux raille le maire, qui n'a, dit-il, « rien vu » »: whom the sentence is about.
    """
    tokens = discourse.tokens
    if discourse.distance(found, at) == 0:
        return False
    near = range(at - 1, max(at - _REACH_OF_A_RELATIVE, 0), -1)
    relative = next((i for i in near if tokens[i].folded == "qui"), None)
    if relative is None or tokens[relative].sentence != tokens[at].sentence:
        return False
    ending = relative - 2 if tokens[relative - 1].text == "," else relative - 1
    return any(
        r.last == ending and r.entity is not found.entity and agrees(r.entity, gender, False)
        for r in discourse.before(at)
        if r.entity.kind in {"person", "anonymous"}
    )


_REACH_OF_A_RELATIVE = 9
"""Tokens behind « qui » within which an aside still stands in its clause."""


def rather_the_house(discourse: Discourse, found: Reference, at: int) -> bool:
    """« La direction reconnaît le désarroi des salariés. « On discute », disent-ils »: they or it, nobody can tell."""
    before = discourse.tokens[found.at - 1].folded if found.at else ""
    owning = found.nested or discourse.tokens[found.at].folded == "des" or before in {"de", "d'"}
    if not owning or found.speaking or found.subject or discourse.distance(found, at) != 1:
        return False
    sentence = discourse.tokens[found.at].sentence
    for other in discourse.before(found.at):
        if discourse.tokens[other.at].sentence != sentence:
            return False
        if other.subject and not other.nested and other.entity.kind == "organisation":
            return True
    return False
