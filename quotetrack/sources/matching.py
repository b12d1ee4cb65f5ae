"""Does a description fit an entity? « le parti » fits « le Rassemblement national », « l'étude » a study before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import get_args

from quotetrack.lexicon.institutions import institution, medium
from quotetrack.lexicon.roles import noun_form
from quotetrack.lexicon.tables import fold, with_elisions, word_class
from quotetrack.memory import NAMES
from quotetrack.model import SourceKind
from quotetrack.sources.comparing import (
    SURE,
    TOPIC,
    of_other_names,
    other_country,
    stems,
    telling,
)
from quotetrack.sources.entities import Entity
from quotetrack.sources.modifiers import stem
from quotetrack.sources.persons import fit_person
from quotetrack.sources.phrases import Description
from quotetrack.sources.powers import fit_house

Judge = Callable[[Entity], int | None]
"""Tells how well one description fits an entity, None where something contradicts it."""


def fitting(description: Description, entities: Iterable[Entity]) -> Iterator[tuple[Entity, int]]:
    """Yield those of some entities that a definite description fits, each once and with how well."""
    kinds, plural = _kinds_that_fit(description), description.plural
    possible = dict.fromkeys([e for e in entities if e.plural == plural and e.kind in kinds])
    if not possible:
        return
    judge = _judge(description)
    for entity in possible:
        if (score := judge(entity)) is not None:
            yield entity, score


def _kinds_that_fit(description: Description) -> frozenset[SourceKind]:
    kind = description.noun.entry.kind
    if kind == "document" and description.lemma == "site":
        return _ANY_KIND
    return _KINDS_THAT_FIT.get(kind, _POWERS)


def _judge(description: Description) -> Judge:
    """Return what judges the entities of the kinds that a description may fit."""
    kind = description.noun.entry.kind
    if kind == "person":
        return partial(fit_person, description)
    if kind == "unknown":
        pointed = description.determiner == "demonstrative"

        def judge(entity: Entity) -> int | None:
            if not description.modifiers and _same_head(description, entity):
                return SURE  # « le guide Luc Roux … le guide »
            return TOPIC if pointed and entity.name_words else None

        return judge
    if kind == "document":
        return partial(_fit_document, description)
    if kind == "anonymous":
        return lambda entity: SURE if _same_head(description, entity) else None
    return _judge_of_powers(description)


def _judge_of_powers(description: Description) -> Judge:
    """Return what judges organisations, places and names that may be theirs, of which an article has dozens.

    « le groupe » for Airbus, for « un groupe de Toulouse », for « Norvia », of which nobody says what it is.
    """
    lemma, category = description.lemma, description.category
    head = stem(lemma)
    ours = telling(description.modifiers)
    pointed = description.determiner == "demonstrative"  # « cette juridiction » for a tribunal
    by_sort = (pointed or category in _NAMED_BY_SORT) and not ours

    def judge(entity: Entity) -> int | None:
        if entity.kind == "place":
            return fit_house(description, entity)
        if entity.kind == "unknown" and not entity.name_words:
            return None
        scores: list[int | None] = []
        for role in entity.roles:
            said = role.noun.entry
            if said.lemma in _OF_OTHER_THINGS and said.lemma != lemma and not entity.name_words:
                continue
            if said.lemma == lemma or (by_sort and said.category == category):
                scores.append(_same_thing(description, role, ours, entity))
        if not scores and not entity.name_words:
            return None  # what has no name is meant by its own noun, or by its sort
        if entity.name_words and _first_stem(entity.name) == head:
            called = _called_so(entity.name_words, lemma, ours)
            if called is None:
                return None  # « la direction de l'usine » is no « Direction régionale »
            scores.append(called)
        found = [s for s in scores if s is not None]
        score = max(found, default=None)
        if score is None and entity.name_words and entity.kind != "group":
            score = _of_that_sort(entity, lemma, category, bool(ours))
        return None if score is None or other_country(description, entity) else score

    return judge


def _fit_site(entity: Entity) -> int | None:
    """« le site » for Mediapart."""
    found = medium(entity.name) if entity.name_words else None
    return 3 if found is not None and found.category == "site" else None


def _fit_document(description: Description, entity: Entity) -> int | None:
    """« l'étude » after « une étude du BCG »; « le document » for any document, « le texte » for a law or a letter."""
    if entity.kind != "document":
        return _fit_site(entity)
    ours = telling(description.modifiers)
    best: int | None = None
    for role in entity.roles:
        theirs = telling(role.modifiers) | set(entity.name_words)
        shared = len(ours & theirs)
        if role.lemma == description.lemma and (shared or not ours or not theirs):
            best = max(best or 0, SURE + 2 * shared)
        elif description.lemma in {"document", "texte"} and not ours and role.category != "website":
            best = max(best or 0, 2)
    return best


def _same_thing(
    description: Description, role: Description, ours: frozenset[str], entity: Entity
) -> int | None:
    """Return how well what the text ties to an organisation says the same as a description."""
    if role.lemma == description.lemma:
        theirs = telling(role.modifiers) | stems(entity.name_words)
        shared = len(ours & theirs)
        if shared and of_other_names(description, role):
            return None
        if shared or not ours or not theirs:
            return SURE + 2 * shared
    pointed = description.determiner == "demonstrative"
    same_sort = role.category == description.category and (pointed or role.category in _NAMED_BY_SORT)
    return 3 if same_sort and not ours else None


def _called_so(words: frozenset[str], lemma: str, ours: frozenset[str]) -> int | None:
    """Return how well a noun fits a name that begins with it: « le conseil de sécurité » the Conseil de sécurité."""
    stemmed = stems(words)
    if not ours & stemmed and (ours or lemma in _OF_ANY_HOUSE):
        return None
    # Several may be « l'organisation »: where nothing more is said, the nearest.
    sure = 3 if lemma in _OF_MANY and not ours else SURE
    return sure + 2 * len(ours & stemmed)


def _of_that_sort(entity: Entity, lemma: str, category: str, says_more: bool) -> int | None:
    """« le journal » for the Washington Post, « le parti » for the Rassemblement national, « le groupe » for Airbus.

    Args:
        entity: what has a name and may be an organisation.
        lemma, category: of the description.
        says_more: the description has words that tell one from others.
    """
    found = medium(entity.name)
    if found is not None or category == "media":
        if found is None or says_more:
            return None
        return 3 if found.category in _MEDIA.get(fold(lemma), ()) else None
    sort = sort_of(entity.name)
    if (lemma, sort) in _SAME_SORTS:
        return None if says_more else 3
    if sort != category and (lemma, sort) in _GENERAL_SORTS:
        return TOPIC if not says_more else None
    if sort != category and (sort is not None or category not in _OPEN_SORTS):
        return None
    if any(r.category in _OPEN_SORTS and r.category != category for r in entity.roles):
        return None  # the text ties another sort of organisation to it
    if sort is None:
        return TOPIC if entity.kind == "unknown" or says_more else 2
    return 3


@lru_cache(maxsize=NAMES)
def _first_stem(name: str) -> str:
    """Return the stem of the first word of a name, an elided article left out."""
    first = name.split(" ")[0]
    return stem(name.replace("’", "'").rpartition("'")[2].split(" ")[0] if "'" in first else first)


@lru_cache(maxsize=NAMES)
def sort_of(name: str) -> str | None:
    """Return what sort of organisation a proper name names: by the lexicon, else by its first word, or its last.

    « Union des artistes », « Motion Picture Association », « Deutsche Bank ».
    """
    # « CGT-Cheminots » is a union as the CGT is.
    known = institution(name) or institution(name.partition("-")[0])
    if known is not None and known.category is not None:
        return known.category
    words = with_elisions(name)
    heads = [form.entry for at in (0, len(words) - 1) if (form := noun_form(words, at)) is not None]
    told = [head for head in heads if head.kind == "organisation"] or [
        head for head in heads[:1] if head.kind != "person"
    ]
    if told:
        return told[0].category
    return "party" if words and fold(words[0]) in _PARTY_HEADS else None


def _same_head(description: Description, entity: Entity) -> bool:
    return any(role.lemma == description.lemma for role in entity.roles)


_POWERS = frozenset[SourceKind]({"place", "organisation", "group", "unknown"})


_ANY_KIND = frozenset[SourceKind](get_args(SourceKind))


_KINDS_THAT_FIT: dict[SourceKind, frozenset[SourceKind]] = {
    "person": frozenset({"person", "anonymous"}),
    "unknown": frozenset({"person"}),
    "document": frozenset({"document"}),
    "anonymous": frozenset({"anonymous"}),
}


_MEDIA = {
    "journal": {"journal", "hebdomadaire"}, "quotidien": {"journal"}, "tabloid": {"journal"}, "tabloide": {"journal"},
    "hebdomadaire": {"hebdomadaire"}, "magazine": {"hebdomadaire"}, "agence": {"agence"},
    "agence de presse": {"agence"},
    "chaine": {"chaîne"}, "television": {"chaîne"}, "radio": {"radio"}, "station": {"radio"}, "site": {"site"},
    "media": {"journal", "hebdomadaire", "agence", "chaîne", "radio", "site"},
    "titre": {"journal", "hebdomadaire"},
}  # fmt: skip


_OF_ANY_HOUSE = frozenset({"direction"})
"""« la direction » is that of the house that the article is about, not « la Direction régionale du travail »."""


_OF_OTHER_THINGS = frozenset({"titre"})
"""« Le titre a perdu 4 % en Bourse. … Le quotidien écrit »: a share, perhaps."""


_OF_MANY = frozenset({"organisation", "association", "agence", "institution", "organisme"})


_PARTY_HEADS = {"rassemblement", "front", "bloc", "alliance"}


_GENERAL_SORTS = frozenset(tuple(pair.split(":")) for pair in word_class("general organisations"))
"""« l'organisme » for an observatory, « l'institution » for a bank."""


_SAME_SORTS = frozenset(tuple(pair.split(":")) for pair in word_class("same organisations"))
"""« la fédération », « la confédération » for a union."""


_NAMED_BY_SORT = frozenset({"company", "media", "party", "ministry", "association"})
"""Sorts of which an article names few, so that the sort alone may mean one of them."""


_OPEN_SORTS = frozenset({"company", "association", "bank"})
"""Sorts that an organisation with an unknown name may well be of."""
