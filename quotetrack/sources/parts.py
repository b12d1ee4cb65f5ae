"""One of several: « l'un de ses chirurgiens », « l'une d'elles », « une autre »."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.lexicon.tables import fold
from quotetrack.model import Gender, Source
from quotetrack.sources.entities import Entity
from quotetrack.sources.lookup import Index
from quotetrack.sources.names import Name
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading
from quotetrack.sources.tokens import Token, text_of
from quotetrack.sources.wording import is_partitive, of_entity
from quotetrack.sources.words import NUMERALS, PREPOSITIONS


def one_of_them(index: Index, reading: Reading, inside: range) -> Source | None:
    """Return one of those just mentioned: « deux sources au ministère … L'une d'elles » → « source au ministère ».

    The group must be described, not named: one of « Paul Roux et Anne Faure » is nobody in particular.
    """
    words = [index.tokens[i].folded for i in inside]
    words = words[1:] if words[:1] == ["l'"] else words
    if words not in _ONE_OF_THEM and words != ["autre"]:
        return None
    feminine = {"une": "f", "un": "m"}.get(words[0])
    for reference in reading.discourse.before(inside.start):
        if reading.discourse.distance(reference, inside.start) > THEIR_REACH:
            return None
        entity = reference.entity
        described = next(iter(entity.roles), None)
        if not entity.plural or entity.name_words or entity.members or described is None:
            continue
        gender = described.noun.gender
        if entity.kind not in {"anonymous", "group"} or (feminine and gender not in {None, feminine}):
            continue
        if words == ["autre"] and described.number != 2:
            return None
        return Source(_one_of(index.tokens, described, entity), "anonymous", gender=None)
    return None


THEIR_REACH = 3
"""Sentences within which « l'une d'elles » looks for those of whom it is one."""


_ONE_OF_THEM = (
    ["un", "d'", "eux"], ["une", "d'", "elles"], ["un", "d'", "entre", "eux"], ["une", "d'", "entre", "elles"],
)  # fmt: skip


def _one_of(tokens: Sequence[Token], described: Description, entity: Entity) -> str:
    """Return what one of a described group is called: « deux sources au ministère » → « source au ministère »."""
    head, last = described.head, described.last
    first = next((i for i in range(described.core, head) if tokens[i].folded not in NUMERALS), head)
    if first < head:
        return text_of(tokens, first, last)
    rest = text_of(tokens, head + 1, last) if last > head else ""
    tail = entity.name.partition(tokens[head].text)[2].strip()
    return f"{_singular(tokens[head].text)} {_with_one(tail or rest)}".strip()


def _with_one(complement: str) -> str:
    """« sécuritaires » → « sécuritaire », « proches du dossier » → « proche du dossier »: until a preposition."""
    words = complement.split(" ")
    governed = next((i for i, word in enumerate(words) if fold(word) in PREPOSITIONS), len(words))
    return " ".join(_singular(word) if i < governed else word for i, word in enumerate(words))


def one_of_theirs(index: Index, reading: Reading, inside: range) -> Source | None:
    """Return one of several who belong to somebody: « l'un de ses chirurgiens » → « chirurgien de l'hôpital »."""
    tokens = index.tokens
    words = [tokens[i].folded for i in inside]
    skipped = 1 if words[:1] == ["l'"] else 0
    if words[skipped : skipped + 2] not in (["un", "de"], ["une", "de"]):
        return None
    head = next((i for i in inside if i in index.descriptions), None)
    described = index.descriptions.get(head) if head is not None else None
    if (
        described is None
        or described.determiner != "possessive"
        or described.start != inside.start + skipped + 2
    ):
        return None
    owned = tokens[described.start].folded
    if owned not in {"ses", "leurs"} or described.noun.entry.kind != "person":
        return None
    owner = _holder(reading, described, owned == "leurs")
    if owner is None:
        return None
    gender: Gender = "f" if words[skipped] == "une" else "m"
    singular = described.lemma if gender == "m" else _singular(described.text)
    return Source(f"{singular} {of_entity(owner)}", "anonymous", gender=gender)


def _holder(reading: Reading, described: Description, plural: bool) -> Entity | None:
    """Return the organisation, or else the person, that the sentences before are about, if only one can be meant."""
    discourse = reading.discourse
    at = described.start
    near = [
        r
        for r in discourse.before(at, discourse.place(at))
        if discourse.distance(r, at) <= 2 and r.entity.plural == plural and not r.nested
    ]
    for kinds in ({"organisation"}, {"person"}):
        fitting = [r for r in near if r.entity.kind in kinds]
        subjects = [r for r in fitting if r.subject and r.entity.roles] or [r for r in fitting if r.subject]
        if subjects:
            return subjects[0].entity
    return None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith(("s", "x")) else word


def named_one(index: Index, inside: range) -> Name | None:
    """Return the name behind one of several: « l'un des rescapés, Andreï », « une de ses sœurs, Anne Roux »."""
    if not is_partitive(index.tokens, inside):
        return None
    for at in inside:
        name = index.names.get(at)
        if name is None or name.plural or name.kind not in {"person", "unknown"}:
            continue
        behind = index.tokens[name.last + 1] if name.last + 1 < len(index.tokens) else None
        closed = name.last + 1 not in inside or (behind is not None and behind.text in {",", "("})
        return name if index.tokens[name.start - 1].text == "," and closed else None
    return None


def another_of_that_sort(index: Index, reading: Reading, inside: range) -> Source | None:
    """Return one more of the last anonymous speaker's sort: « Une autre » after « une sénatrice »."""
    words = [index.tokens[i].folded for i in inside]
    if words not in (["un", "autre"], ["une", "autre"], ["un", "second"], ["une", "seconde"]):
        return None
    for reference in reading.discourse.before(inside.start):
        entity = reference.entity
        if (
            entity.kind == "anonymous"
            and entity.roles
            and reference.speaking
            and entity.gender in {None, "f" if words[0] == "une" else "m"}
        ):
            head = index.tokens[entity.roles[0].head].text
            return Source(f"{words[1]} {head}", "anonymous", gender="f" if words[0] == "une" else "m")
    return None
