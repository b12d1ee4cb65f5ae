"""Whose somebody is, where the phrase itself says « de ce dernier »."""

from __future__ import annotations

from dataclasses import replace

from quotetrack.sources.modifiers import stem
from quotetrack.sources.phrases import Description
from quotetrack.sources.pronouns import PRONOUNS, antecedent
from quotetrack.sources.reading import Reading
from quotetrack.sources.tokens import text_of
from quotetrack.sources.wording import of_entity


def with_owner_named(reading: Reading, description: Description) -> Description:
    """« l'opposant Paul Rey … Le chef de campagne de ce dernier » → « chef de campagne de Paul Rey »."""
    tokens, at = reading.tokens, description.last + 1
    if at + 2 >= len(tokens) or tokens[at].folded != "de" or tokens[at + 2].folded not in _LAST_NAMED:
        return description
    form = f"{tokens[at + 1].folded} {tokens[at + 2].folded}"
    owner = (
        antecedent(reading.discourse, at + 1, PRONOUNS[form], inverted=False) if form in PRONOUNS else None
    )
    if owner is None or not owner.name_words or owner.plural:
        return description
    text = f"{text_of(tokens, description.core, description.last)} {of_entity(owner)}"
    names = frozenset(map(stem, owner.name_words))
    return replace(description, text=text, modifiers=description.modifiers | names, governs=True)


_LAST_NAMED = frozenset({"dernier", "derniere"})
