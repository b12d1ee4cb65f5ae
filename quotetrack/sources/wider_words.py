"""Words that mean somebody by what he leads, serves or belongs to: « le chef du ministère », « la conservatrice »."""

from __future__ import annotations

from quotetrack.lexicon.institutions import institution, one_word_names
from quotetrack.lexicon.roles import forms_of
from quotetrack.lexicon.tables import word_class
from quotetrack.sources.comparing import sorts_in, telling
from quotetrack.sources.entities import Entity
from quotetrack.sources.modifiers import stem
from quotetrack.sources.phrases import Description


def leads(description: Description, role: Description) -> bool:
    """« le chef du ministère » for a minister, « la cheffe de la région » for a governor."""
    if description.lemma not in _LEADERS or not description.governs:
        return False
    return any((led, role.category) in _LED for led in telling(description.modifiers))


def goes_on_in_general(description: Description, entity: Entity) -> bool:
    """« le responsable gouvernemental » for a spokesperson, « l'officiel » for a prefect: of whom we just read."""
    if description.lemma not in _OFFICIALS or description.determiner not in {"definite", "demonstrative"}:
        return False
    said = {m for m in telling(description.modifiers) if m[:8] not in _OF_OFFICIALS}
    return not said and any(role.category in _OFFICIAL_ROLES for role in entity.roles)


def of_such_a_house(description: Description, entity: Entity) -> bool:
    """« le syndicaliste » for a delegate of the CGT, « la responsable associative » for a federation's president."""
    sort = next((_SORTS[m] for m in description.modifiers if m in _SORTS), None)
    if description.lemma in _UNIONISTS:
        sort = "union"
    elif description.lemma not in _IN_A_HOUSE or sort is None or description.governs:
        return False
    roles = [role for role in entity.roles if sort in sorts_in(role.text)]
    acronym = _UNIONISTS.get(description.lemma)
    return any(acronym is None or acronym in role.modifiers for role in roles)


def of_another_party(description: Description, entity: Entity) -> bool:
    """« l'écologiste » is not « le député LR »."""
    return _same_party(description, entity) is False


def of_that_party(description: Description, entity: Entity) -> bool:
    """« la conservatrice » is « la dirigeante du Parti populaire » before any other woman."""
    return _same_party(description, entity) is True


def _same_party(description: Description, entity: Entity) -> bool | None:
    """Tell whether a member's noun goes with the party that the text ties to somebody; None if it ties none."""
    told = {m for role in entity.roles for m in role.modifiers}
    parties = told & PARTIES
    for modifier in told:
        known = institution(modifier)
        if known is not None and known.category == "party":
            parties |= {stem(word) for word in (known.stands_for or known.name).split()}
    ours = stem(description.lemma)
    kin = {ours[:6]} | {word for family in _FAMILIES if ours[:6] in family for word in family}
    return any(p[:6] in kin for p in parties) if parties else None


_UNIONISTS = {"syndicaliste": None, "cégétiste": "cgt", "cédétiste": "cfdt"}
"""Members of a union, and what it is called if they say so."""


_SORTS = {"syndical": "union", "associatif": "association", "humanitair": "association"}
"""Adjectives that tell for what sort of house somebody speaks."""


_IN_A_HOUSE = word_class("in a house")


_LEADERS = frozenset({"chef", "patron", "numéro un"})


_LED = frozenset(tuple(pair.split(":")) for pair in word_class("led by"))


_OFFICIALS = frozenset({"responsable", "officiel", "fonctionnaire"})


_OF_OFFICIALS = frozenset(stem(word)[:8] for word in ("gouvernemental", "politique", "public"))


_OFFICIAL_ROLES = word_class("officials")


PARTIES = frozenset(map(stem, (*forms_of("party-member"), *one_word_names("party"))))


_FAMILIES = tuple(
    frozenset(stem(word)[:6] for word in word_class(name)) for name in ("conservatives", "social democrats")
)
"""« la conservatrice » may be of a people's party; « le socialiste » of a labour party."""
