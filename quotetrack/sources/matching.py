"""Does a description fit an entity? « le chef de la diplomatie américaine » fits « le secrétaire d'État »."""

from __future__ import annotations

from functools import lru_cache

from quotetrack.lexicon.institutions import institution, medium
from quotetrack.lexicon.roles import noun_form
from quotetrack.lexicon.tables import fold, word_class
from quotetrack.sources.entities import Entity
from quotetrack.sources.modifiers import stem
from quotetrack.sources.phrases import Description

SURE = 4
"""From this score on, a description and a role say the same; below, only the context decides."""


TOPIC = 1
"""The score of a description that says nothing of its own: « l'intéressé », « l'ancien candidat »."""


def fit(description: Description, entity: Entity) -> int | None:
    """Return how well a definite description fits an entity, None where something contradicts it."""
    if description.plural != entity.plural:
        return None
    if description.noun.entry.kind == "person":
        return _fit_person(description, entity)
    if description.noun.entry.kind == "unknown":
        return (
            TOPIC
            if description.determiner == "demonstrative" and entity.kind == "person" and entity.name_words
            else None
        )
    if description.noun.entry.kind == "document":
        return (
            _fit_document(description, entity)
            if entity.kind == "document"
            else _fit_site(description, entity)
        )
    if description.noun.entry.kind == "anonymous":
        return SURE if entity.kind == "anonymous" and _same_head(description, entity) else None
    if entity.kind in {"organisation", "group"} or (entity.kind == "unknown" and entity.name_words):
        return _fit_organisation(description, entity)
    return None


def _fit_person(description: Description, entity: Entity) -> int | None:
    if entity.kind not in {"person", "anonymous"}:
        return None
    if description.gender is not None and entity.gender is not None and description.gender != entity.gender:
        return None
    if _other_country(description, entity):
        return None
    scores = [
        _same_office(description, entity),
        _same_role(description, entity),
        _varied(description, entity),
    ]
    found = [s for s in scores if s is not None]
    return max(found) if found else None


def _same_office(description: Description, entity: Entity) -> int | None:
    """« le chef de l'État » and « le président français »; « le leader français » of whoever leads France."""
    country = _country(description)
    offices = {office for office, _ in entity.offices}
    if description.office is not None and description.office in offices:
        same_country = any(
            o == description.office and (c == country or country is None or c is None)
            for o, c in entity.offices
        )
        if same_country and any(role.lemma == description.lemma for role in entity.roles):
            return 7 if description.modifiers or description.category == "premier" else SURE
        # « le président » alone may preside over anything.
        return (
            (6 if description.modifiers or description.category == "premier" else SURE)
            if same_country
            else None
        )
    if description.category == "head" and country is not None and description.modifiers <= {f"@{country}"}:
        led = {"head-of-state", "head-of-government"}
        if any(o in led and c == country for o, c in entity.offices):
            return SURE
    return None


def _same_role(description: Description, entity: Entity) -> int | None:
    """The same noun, or one that says the same: « le patron des socialistes » for « le premier secrétaire du PS »."""
    best: int | None = None
    ours = _telling(description.modifiers)
    for role in entity.roles:
        theirs = _telling(role.modifiers)
        shared = len(ours & theirs) + len(
            {m for m in description.modifiers & role.modifiers if m.startswith("@")} - {"@Europe"}
        )
        score: int | None = None
        if _former(role) != _former(description):
            continue
        if role.lemma == description.lemma or role.lemma.startswith(description.lemma + " "):
            open_role = not theirs and (not description.governs or description.category == "minister")
            score = SURE + 2 * shared if shared or not ours or open_role else None
        elif entity.name_words and _synonyms(description, role):
            score = (
                3 + 2 * shared
                if shared
                else (2 if not ours or (not theirs and not description.governs) else None)
            )
        if score is not None and (best is None or score > best):
            best = score
    return best


def _former(description: Description) -> bool:
    """A former minister and a minister are two persons, as far as the text tells."""
    return "ancien" in description.modifiers


def _varied(description: Description, entity: Entity) -> int | None:
    """Words that vary rather than introduce: « l'intéressé », « le quadragénaire », « l'ancien candidat »."""
    if entity.kind != "person" or not entity.name_words:
        return None
    if is_man_or_woman(description):
        return TOPIC if description.determiner in {"definite", "demonstrative"} else None
    former = (
        "ancien" in description.modifiers
        or description.category in {"bare", "party-member"}
        or description.determiner == "demonstrative"
        or _same_sort(description, entity)
    )
    if not former or description.determiner not in {"definite", "demonstrative"}:
        return None
    return TOPIC if description.lemma != "homme" or not description.modifiers else None


def is_man_or_woman(description: Description) -> bool:
    """« le jeune homme », « la femme »: nobody's wife where nothing says whose."""
    lemma = "homme" if description.lemma == "mari" and description.gender == "f" else description.lemma
    return lemma == "homme" and not description.governs and not _telling(description.modifiers)


def _same_sort(description: Description, entity: Entity) -> bool:
    """« le technicien croate » for a coach: the same trade, and nothing but a nationality said about it."""
    if _telling(description.modifiers):
        return False
    if description.lemma not in _GENERAL:
        return description.category in entity.trades
    return description.category in entity.trades or any(
        role.category == description.category for role in entity.roles
    )


def _synonyms(description: Description, role: Description) -> bool:
    """Tell whether the noun is a general word for the role's: « l'élu » for « le maire »."""
    if description.category == role.category:
        return description.lemma in _GENERAL or (description.category == "head" and role.lemma in _GENERAL)
    return (description.category, role.category) in _CLOSE and description.lemma in _GENERAL


def _fit_site(description: Description, entity: Entity) -> int | None:
    """« le site » for Mediapart."""
    found = medium(entity.name) if entity.name_words else None
    return 3 if found is not None and found.category == "site" and description.lemma == "site" else None


def _fit_document(description: Description, entity: Entity) -> int | None:
    """« l'étude » after « une étude du BCG »; « le document » for any document, « le texte » for a law or a letter."""
    ours = _telling(description.modifiers)
    best: int | None = None
    for role in entity.roles:
        theirs = _telling(role.modifiers) | set(entity.name_words)
        shared = len(ours & theirs)
        if role.lemma == description.lemma and (shared or not ours or not theirs):
            best = max(best or 0, SURE + 2 * shared)
        elif description.lemma in {"document", "texte"} and not ours and role.category != "website":
            best = max(best or 0, 2)
    return best


def _fit_organisation(description: Description, entity: Entity) -> int | None:
    if _other_country(description, entity):
        return None
    ours = _telling(description.modifiers)
    words = _stems(entity.name_words)
    lemma = stem(description.lemma)
    best: int | None = None
    for role in entity.roles:
        theirs = _telling(role.modifiers) | words
        shared = len(ours & theirs)
        if role.lemma == description.lemma and (shared or not ours or not theirs):
            best = max(best or 0, SURE + 2 * shared)
        elif (
            role.category == description.category
            and not ours
            and role.category in {"company", "media", "party", "ministry"}
        ):
            best = max(best or 0, 3)
    if words and lemma == stem(_first_word(entity.name)) and (not ours or ours & words):
        best = max(best or 0, SURE + 2 * len(ours & words))
    if best is None and entity.kind in {"organisation", "unknown"}:
        best = _of_that_sort(description, entity)
    return best


def _of_that_sort(description: Description, entity: Entity) -> int | None:
    """« le journal » for the Washington Post, « le parti » for the Rassemblement national, « le groupe » for Airbus."""
    if not entity.name_words:
        return None
    found = medium(entity.name)
    if found is not None or description.category == "media":
        if found is None or _telling(description.modifiers):
            return None
        return 3 if found.category in _MEDIA.get(fold(description.lemma), ()) else None
    sort = sort_of(entity.name)
    if sort is None and description.category in _OPEN_SORTS:
        if entity.kind == "unknown":
            return TOPIC
        return 2 if not _telling(description.modifiers) else TOPIC
    return 3 if sort is not None and sort == description.category else None


def _first_word(name: str) -> str:
    return (
        name.replace("’", "'").rpartition("'")[2].split(" ")[0]
        if "'" in name.split(" ")[0]
        else name.split(" ")[0]
    )


@lru_cache(maxsize=8192)
def sort_of(name: str) -> str | None:
    """Return what sort of organisation a proper name names: by the lexicon, else by its first word."""
    known = institution(name)
    if known is not None and known.category is not None:
        return known.category
    words = name.replace("’", "'").replace("'", "' ").split()
    head = noun_form(words, 0)
    if head is not None and head.entry.kind != "person":
        return head.entry.category
    return "party" if words and fold(words[0]) in _PARTY_HEADS else None


def _same_head(description: Description, entity: Entity) -> bool:
    return any(role.lemma == description.lemma for role in entity.roles)


@lru_cache(maxsize=8192)
def _telling(modifiers: frozenset[str]) -> frozenset[str]:
    return frozenset(m for m in modifiers if not m.startswith("@") and m not in _VAGUE)


@lru_cache(maxsize=8192)
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


def _country(description: Description) -> str | None:
    return _only_country(description.modifiers)


@lru_cache(maxsize=8192)
def _only_country(modifiers: frozenset[str]) -> str | None:
    countries = {m[1:] for m in modifiers if m.startswith("@")} - {"Europe"}
    return countries.pop() if len(countries) == 1 else None


def _other_country(description: Description, entity: Entity) -> bool:
    """« le président russe » is not the one of « le président serbe »."""
    ours = _country(description)
    if ours is None:
        return False
    theirs = {c for _, c in entity.offices if c} | {c for role in entity.roles if (c := _country(role))}
    return bool(theirs) and ours not in theirs


_VAGUE = word_class("telling little")


_GENERAL = word_class("general nouns")


_CLOSE = frozenset(tuple(pair.split(":")) for pair in word_class("close categories"))


_MEDIA = {
    "journal": {"journal", "hebdomadaire"}, "quotidien": {"journal"}, "tabloid": {"journal"}, "tabloide": {"journal"},
    "hebdomadaire": {"hebdomadaire"}, "magazine": {"hebdomadaire"}, "agence": {"agence"},
    "agence de presse": {"agence"},
    "chaine": {"chaîne"}, "television": {"chaîne"}, "radio": {"radio"}, "station": {"radio"}, "site": {"site"},
    "media": {"journal", "hebdomadaire", "agence", "chaîne", "radio", "site"},
    "titre": {"journal", "hebdomadaire"},
}  # fmt: skip


_PARTY_HEADS = {"rassemblement", "front", "bloc", "alliance"}


_OPEN_SORTS = {"company", "association", "bank"}
"""Sorts that an organisation with an unknown name may well be of."""
