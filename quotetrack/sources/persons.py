"""Does a description fit a person? « le chef de la diplomatie américaine » fits « le secrétaire d'État »."""

from __future__ import annotations

from itertools import permutations

import regex

from quotetrack.lexicon.tables import word_class
from quotetrack.sources.ages import fits_age
from quotetrack.sources.comparing import (
    SURE,
    TOPIC,
    country_told,
    from_elsewhere,
    of_other_names,
    other_country,
    sorts_in,
    telling,
)
from quotetrack.sources.entities import Entity
from quotetrack.sources.modifiers import stem
from quotetrack.sources.phrases import Description
from quotetrack.sources.wider_words import (
    PARTIES,
    goes_on_in_general,
    leads,
    of_another_party,
    of_such_a_house,
    of_that_party,
)


def fit_person(description: Description, entity: Entity) -> int | None:
    """Return how well a person's description fits an entity, None where something contradicts it."""
    if entity.kind not in {"person", "anonymous"}:
        return None
    contrary = None not in {description.gender, entity.gender} and description.gender != entity.gender
    if contrary and not _told_in_the_masculine(description, entity):
        return None
    if other_country(description, entity):
        return None
    if (fitting := fits_age(description, entity)) is not None:
        return SURE if fitting else None
    scores = [
        _same_office(description, entity),
        _same_role(description, entity),
        _varied(description, entity),
    ]
    found = [s for s in scores if s is not None]
    return max(found) if found else None


def _told_in_the_masculine(description: Description, entity: Entity) -> bool:
    """« Claudine Morvan, le maire, … Le maire »: a woman whom the article itself calls by that noun."""
    return description.gender == "m" and any(
        role.lemma == description.lemma and role.gender == "m" for role in entity.roles
    )


def _same_office(description: Description, entity: Entity) -> int | None:
    """« le chef de l'État » and « le président français »; « le leader français » of whoever leads France."""
    country = country_told(description)
    offices = {office for office, _ in entity.offices}
    if description.office is not None and description.office in offices:
        same_country = any(
            o == description.office and (c == country or country is None or c is None)
            for o, c in entity.offices
        )
        held = [role for role in entity.roles if role.office == description.office]
        if held and all(_former(role) != _former(description) for role in held):
            return None
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
    ours = telling(description.modifiers)
    for role in entity.roles:
        theirs = telling(role.modifiers)
        shared = len(ours & theirs) + len(
            {m for m in description.modifiers & role.modifiers if m.startswith("@")} - {"@Europe"}
        )
        score: int | None = None
        if _former(role) != _former(description) or (shared and of_other_names(description, role)):
            continue
        if _of_other_office(description, role):
            continue
        if ours and theirs and not ours & theirs:
            score = _other_words(description, role, ours, theirs)
        elif _same_noun(description, role):
            open_role = not theirs and (not description.governs or description.category == "minister")
            score = SURE + 2 * shared if shared or not ours or open_role else None
        elif leads(description, role):
            score = 3
        elif (entity.name_words or _wider(description, role)) and _synonyms(description, role):
            score = (
                3 + 2 * shared
                if shared
                else (
                    _of_one_sort(description, role)
                    if not ours or (not theirs and not description.governs)
                    else None
                )
            )
        if score is not None and (best is None or score > best):
            best = score
    return best


def _of_one_sort(description: Description, role: Description) -> int:
    """« le parlementaire » is the député rather than the president of something, who may be one as well."""
    return 3 if description.category == role.category and description.lemma != "élu" else 2


def _of_other_office(description: Description, role: Description) -> bool:
    """« le chef de la diplomatie européenne » is not « le chef de la diplomatie russe »: two offices of one noun."""
    one, other = description.office, role.office
    return one is not None and other is not None and one != other and description.lemma == role.lemma


def _same_noun(description: Description, role: Description) -> bool:
    """« le secrétaire » for « le secrétaire d'État », « le ministre » for « le chef de la diplomatie »."""
    if description.lemma == "ministre" and (role.office or "").endswith("-minister"):
        return True
    if description.lemma == "maire" and role.lemma in MAYORS:
        return True
    return role.lemma == description.lemma or role.lemma.startswith(description.lemma + " ")


def _other_words(
    description: Description, role: Description, ours: frozenset[str], theirs: frozenset[str]
) -> int | None:
    """Return how well a description fits a role of which it says something else.

    « l'élue socialiste » may be the mayor of Lille, « le patron du groupe » the boss of Airbus; but « le ministre russe
    de la Défense » is not the one of « le ministre russe des Finances ».
    """
    if _says_it_in_general(description, role, ours):
        return 3
    where = _from_a_town(ours) and not description.governs and not _from_a_town(theirs)
    if where or (ours <= _ATTRIBUTES and not theirs & _ATTRIBUTES):
        return 2 if role.lemma == description.lemma or _synonyms(description, role) else None
    return None


def _from_a_town(modifiers: frozenset[str]) -> bool:
    """« l'avocate montpelliéraine » for an avocate of whom nothing of the sort was said."""
    return bool(modifiers) and all(_OF_A_TOWN.fullmatch(m) for m in modifiers)


_OF_A_TOWN = regex.compile(r"\p{L}{3,}(?:ain|ois?|ais?|ien|[dlsrtv]in)")


def _says_it_in_general(description: Description, role: Description, ours: frozenset[str]) -> bool:
    """« la présidente de la Chambre » for the president of a parliament, « le patron du groupe » for a company's."""
    if leads(description, role):
        return True
    same = role.lemma == description.lemma or _synonyms(description, role)
    if not same or not ours <= _GENERAL_COMPLEMENTS:
        return False
    if not role.governs and not _from_a_town(telling(role.modifiers)):  # « le président lyonnais »
        return False
    sorts = sorts_in(role.text)
    return not sorts or bool(sorts & sorts_in(description.text))


def _former(description: Description) -> bool:
    """A former minister and a minister are two persons, as far as the text tells."""
    return "ancien" in description.modifiers


def _varied(description: Description, entity: Entity) -> int | None:
    """Words that vary rather than introduce: « l'intéressé », « le quadragénaire », « l'ancien candidat »."""
    if goes_on_in_general(description, entity):
        return TOPIC
    if not entity.name_words:
        if _points_back(description, entity):
            return TOPIC
        same_person = is_man_or_woman(description) or description.category == "bare"
        if any(role.category in {"magistrate", "lawyer"} for role in entity.roles):
            return None  # « Le juge poursuit. … L'homme répond »: not the judge
        return TOPIC if same_person and description.modifiers <= _AGES else None
    if entity.kind != "person":
        return None
    if of_such_a_house(description, entity):
        return 3
    if description.category == "party-member" and of_another_party(description, entity):
        return None
    if description.category == "party-member" and of_that_party(description, entity):
        return (
            3 if description.determiner in {"definite", "demonstrative"} and not description.governs else None
        )
    if is_man_or_woman(description):
        return TOPIC if description.determiner in {"definite", "demonstrative"} else None
    if any(_trains(description, role) for role in entity.roles):
        return None  # « le gardien bulgare » is not the coach
    if description.category in _CALLINGS and _only_nationality(description):
        return TOPIC if description.determiner in {"definite", "demonstrative"} else None
    if description.lemma in {"élu", "parlementaire"} and description.governs:
        # « l'élu de la Mayenne », who leads the senators of his party
        return TOPIC if any(role.category in _POLITICS for role in entity.roles) else None
    if description.category == "bare" and (country := country_told(description)) is not None:
        if from_elsewhere(description, entity):
            return None
        if any(country_told(role) == country for role in entity.roles if not role.governs):
            return 3
    if description.lemma in _TITLES_WON and any(role.category == "sport" for role in entity.roles):
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


_TITLES_WON = word_class("titles won")
"""« le double champion du monde » for a player: whom the passage is about."""


def _points_back(description: Description, entity: Entity) -> bool:
    """« cet élu de Cadix » for « un député »: the same sort of person, pointed at.

    « ce commerçant » who speaks after « une infirmière » is somebody new.
    """
    if description.determiner != "demonstrative" or entity.kind != "anonymous":
        return False
    return any(
        (role.category == description.category and role.category != "person")
        or _synonyms(description, role)
        or role.category in _SAYING_LITTLE
        or (role.category == "unknown" and description.lemma in _GENERAL)
        for role in entity.roles
    )


def _only_nationality(description: Description) -> bool:
    """« la médecin norvégienne » says where she is from, and nothing else of what she does."""
    from_there = bool(description.modifiers) and all(m.startswith("@") for m in description.modifiers)
    return from_there and not description.governs  # « la championne de France »


def is_man_or_woman(description: Description) -> bool:
    """« le jeune homme », « la femme », « la mère de famille »: nobody's wife where nothing says whose."""
    lemma = "homme" if description.lemma == "mari" and description.gender == "f" else description.lemma
    return (
        lemma in {"homme", "père de famille"}
        and not description.governs
        and not telling(description.modifiers)
    )


def _same_sort(description: Description, entity: Entity) -> bool:
    """« le technicien croate » for a coach: the same trade, and nothing but a nationality said about it."""
    if telling(description.modifiers):
        return False
    if description.lemma not in _GENERAL:
        doctor = any(role.lemma in {"docteur", "médecin"} for role in entity.roles)
        return description.category in entity.trades or (description.category == "medical" and doctor)
    return description.category in entity.trades or any(
        role.category == description.category and not _trains(description, role) for role in entity.roles
    )


def _trains(description: Description, role: Description) -> bool:
    """« le joueur » is not the coach, though both are in sport."""
    plays = description.category == "sport" and description.lemma not in _COACHES | _TITLES_WON | {
        "technicien"
    }
    return plays and not _former(description) and role.lemma in _COACHES


def _wider(description: Description, role: Description) -> bool:
    """« le magistrat » for a prosecutor without a name; but « le directeur » is not « le président »."""
    return description.lemma in _WIDER and not telling(description.modifiers) and role.lemma not in _WIDER


def _synonyms(description: Description, role: Description) -> bool:
    """Tell whether the noun is a general word for the role's: « l'élu » for « le maire »."""
    if description.lemma == "ministre" and role.office == "government-spokesperson":
        return True
    if _trains(description, role):
        return False
    if (description.lemma, role.lemma) in _SAME_TRADE:
        return True
    if role.category == "unknown" and role.lemma.endswith(_SCHOLARS):
        return description.category in {"academic", "expert"} and description.lemma in _GENERAL
    if description.category == role.category:
        return description.lemma in _GENERAL or (description.category == "head" and role.lemma in _GENERAL)
    return (description.category, role.category) in _CLOSE and description.lemma in _GENERAL


_GENERAL = word_class("general nouns")


_SCHOLARS = ("logue", "logiste", "graphe", "nomiste")
"""How those are called who study something: « la primatologue » is a scientist, though no list knows her."""


_CALLINGS = word_class("callings")


MAYORS = frozenset({"édile", "premier édile", "premier magistrat"})
"""Other words for a mayor: « L'édile, Luc Roux » is « le maire » whom the first lines did not name."""


_POLITICS = frozenset(
    {
        "head",
        "deputy-head",
        "parliament",
        "party-member",
        "candidate",
        "politics",
        "mayor",
        "minister",
        "premier",
    }
)


_AGES = frozenset({"jeun", "vieil", "vieux"})


_WIDER = word_class("wider nouns")


_COACHES = word_class("coaches")


_SAME_TRADE = frozenset(
    (one, other) for names in word_class("same trade") for one, other in permutations(names.split("/"), 2)
)
"""« la cinéaste » for a réalisatrice, « la comédienne » for an actrice."""


_SAYING_LITTLE = frozenset({"counterpart", "friend", "witness"})


_ATTRIBUTES = PARTIES | frozenset(map(stem, word_class("attributes")))


_GENERAL_COMPLEMENTS = frozenset(map(stem, word_class("general complements")))


_CLOSE = frozenset(tuple(pair.split(":")) for pair in word_class("close categories"))
