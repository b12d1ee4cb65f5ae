"""How old somebody is, and whom « le quadragénaire » or « l'homme de 28 ans » means by it."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.lexicon.tables import word_class
from quotetrack.sources.discourse import agrees
from quotetrack.sources.entities import Entity, Register
from quotetrack.sources.names import Name
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading
from quotetrack.sources.tokens import Token


def note_ages(tokens: Sequence[Token], names: Sequence[Name], registered: Register) -> None:
    """« Paul Roux, 45 ans, », « Paul Roux (45 ans) », « Anne Petit, âgée de 61 ans, », « Lise Rey, 36 ans et mère »."""
    for name in names:
        at = name.last + 1
        if name.kind != "person" or at + 2 >= len(tokens) or tokens[at].text not in {",", "("}:
            continue
        if tokens[at + 1].folded in _AGED and tokens[at + 2].folded == "de":
            at += 2
        age = _years(tokens, at + 1)
        if age is not None:
            registered.of_name[name.first].age = age


def before_age(tokens: Sequence[Token], comma: int) -> int:
    """Return the mark in front of an age between commas or in brackets: « Paul Roux|, 45 ans, éleveur »."""
    at = comma - 1
    if at > 0 and tokens[at].text == ")":
        at -= 1
    if at < 3 or tokens[at].folded != "ans" or not tokens[at - 1].text.isdigit():
        return comma
    at -= 2
    if tokens[at].folded == "de" and tokens[at - 1].folded in _AGED:
        at -= 2
    return at if at > 0 and tokens[at].text in {",", "("} else comma


def fits_age(description: Description, entity: Entity) -> bool | None:
    """Tell whether « le quadragénaire » may be somebody; None where his age is unknown, or the word tells of none."""
    decade = _DECADES.get(description.lemma)
    if decade is None or entity.age is None:
        return None
    return decade <= entity.age < decade + 10


def of_that_age(reading: Reading, description: Description) -> Entity | None:
    """Return the one person of whom the article says that he is as old as « l'homme de 28 ans »."""
    if description.lemma not in _MAN_OR_WOMAN or description.plural or description.determiner != "definite":
        return None
    age = years_behind(reading.tokens, description.last)
    if age is None:
        return None
    found = [
        e
        for e in reading.registered.entities
        if e.age == age and id(e) in reading.discourse.latest and agrees(e, description.gender, plural=False)
    ]
    return found[0] if len(found) == 1 else None


def years_behind(tokens: Sequence[Token], last: int) -> int | None:
    """Return the age that a description has behind it: « l'homme | de 28 ans »."""
    return _years(tokens, last + 2) if last + 1 < len(tokens) and tokens[last + 1].folded == "de" else None


def _years(tokens: Sequence[Token], at: int) -> int | None:
    """Return the number of years that two tokens give: « 45 ans »."""
    if at + 1 >= len(tokens) or tokens[at + 1].folded != "ans" or not tokens[at].text.isdigit():
        return None
    return int(tokens[at].text)


_AGED = frozenset({"age", "agee"})


_MAN_OR_WOMAN = frozenset({"homme", "mari"})


_DECADES = {lemma: int(years) for lemma, years in (pair.split(":") for pair in word_class("decades"))}
