"""Names that a description introduces: « le directeur d'EFI Michel Balandier », « la ministre, Agnès Buzyn »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotetrack.lexicon.people import is_first_name
from quotetrack.lexicon.roles import NounForm, noun_form
from quotetrack.sources.names import Name
from quotetrack.sources.phrases import DETERMINERS, Description
from quotetrack.sources.tokens import Token
from quotetrack.sources.words import PRENOMINAL


def leave_to_outermost(found: Sequence[Description]) -> list[Description]:
    """Leave a name behind a comma to the outermost phrase: « le porte-parole du ministre, Jean Dupont ».

    Unless only the inner one is definite: « un porte-parole de la présidente, Christine Lagarde ».
    """
    kept: list[Description] = []
    reach = -1
    for described in found:
        if described.apposed and described.head <= reach:
            outer = next((d for d in reversed(kept) if d.name is described.name), None)
            if outer is not None and outer.determiner == "indefinite" and described.determiner == "definite":
                kept[kept.index(outer)] = replace(outer, name=None, apposed=False)
            else:
                described = replace(described, name=None, apposed=False)
        reach = max(reach, described.last)
        kept.append(described)
    return kept


def hand_names_on(tokens: Sequence[Token], found: Sequence[Description]) -> list[Description]:
    """Hand a name on to the phrase before: « le patron de la NSA, le général Keith Alexander, »."""
    by_start = {d.start: d for d in found}
    chained: list[Description] = []
    for described in found:
        if (
            described.name is None
            and described.last + 2 < len(tokens)
            and tokens[described.last + 1].text == ","
        ):
            following = by_start.get(described.last + 2)
            if (
                following is not None
                and following.name is not None
                and not following.plural
                and following.noun.entry.kind == "person"
                and following.determiner == "definite"
                and _may_be_named(described.noun, following.name)
                and not described.plural
                and described.noun.entry.kind in {"person", "unknown"}
                and not _enumerates(tokens, following.name.last + 1)
            ):
                described = replace(described, name=following.name, apposed=True)
        chained.append(described)
    return chained


def introduced_name(
    tokens: Sequence[Token], head: int, last: int, noun: NounForm, by_first: Mapping[int, Name]
) -> tuple[Name | None, bool, int]:
    """Return the name that the phrase introduces, whether behind a comma, and where the phrase really ends.

    Fused: « le secrétaire d'État John Kerry », « le directeur d'EFI Michel Balandier ». Apposed: « la ministre de
    la Santé, Agnès Buzyn », where the comma stands outside any enumeration. A name right behind « de » is a
    complement: « la femme de Bill Clinton » introduces nobody.
    """
    at = last + 1
    fused = by_first.get(at)
    if fused is not None and _nearest_role(tokens, head, last) == head and _may_be_named(noun, fused):
        return fused, False, last
    if at + 1 < len(tokens) and tokens[at].text == ",":
        following = by_first.get(at + 1)
        kinds = {"person", "unknown"}
        if (
            noun.entry.kind == "organisation"
            and following is not None
            and _closed(tokens, following.last + 1)
        ):
            kinds.add("organisation")
        if following is not None and following.kind in kinds and _may_be_named(noun, following):
            if noun.plural or _enumerates(tokens, following.last + 1):
                return None, False, last
            return following, True, last
    return None, False, last


def _may_be_named(noun: NounForm, name: Name) -> bool:
    """A person's role introduces persons, an organisation's noun organisations."""
    if noun.plural:
        return False
    if noun.entry.kind == "person":
        return name.kind in {"person", "unknown"} and not name.plural
    if noun.entry.kind == "unknown":
        return name.kind in {"person", "unknown"} and not name.plural
    alone = (
        name.kind == "person"
        and not name.titled
        and (len(name.words) == 1 or not is_first_name(name.words[0]))
    )
    return (
        noun.entry.kind == "organisation"
        and (name.kind in {"organisation", "unknown"} or alone)
        and not name.plural
    )


def _closed(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text == ","


def _nearest_role(tokens: Sequence[Token], head: int, last: int) -> int:
    """Return the index of the person noun nearest to the end of a phrase: « le porte-parole du ministre | X »."""
    nearest = head
    texts = [t.text for t in tokens[head : last + 6]]
    own = noun_form(texts, 0)
    for offset in range(own.length if own else 1, last - head + 1):
        noun = noun_form(texts, offset)
        if noun is not None and noun.entry.kind == "person" and not noun.plural:
            before = tokens[head + offset - 1].folded
            if before in DETERMINERS | PRENOMINAL:
                nearest = head + offset
    return nearest


def _enumerates(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name behind a comma goes on as a list: « le ministre, Jean Dupont et Marie Durand sont venus »."""
    return False if at >= len(tokens) else tokens[at].folded == "et"
