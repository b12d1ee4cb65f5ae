"""The other hat of the one politician of an article: « la maire, Anne Roux. … la cheffe d'Ensemble pour Tulle »."""

from __future__ import annotations

from quotetrack.lexicon.institutions import institution
from quotetrack.lexicon.tables import fold, word_class
from quotetrack.sources.discourse import agrees
from quotetrack.sources.entities import Entity
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading
from quotetrack.sources.topics import INTRODUCED_REACH, learnt_of


def another_hat(reading: Reading, description: Description) -> Entity | None:
    """Return the only politician named so far, who was just spoken of, where a speaker is called by a party's lead.

    Or by a ministry, if he speaks for the government: « le porte-parole du gouvernement, Paul Roux … Le ministre chargé
    des Relations avec le Parlement ». A rival would be named; so nobody is meant where two are.
    """
    if description.determiner != "definite" or description.plural or description.name is not None:
        return None
    if description.head not in reading.speaking:
        return None
    minister = description.lemma == "ministre" and description.governs
    if not minister and not _leads_a_party(reading, description):
        return None
    politician = _only_one(reading, description)
    if politician is None or any(
        e is not politician for e in reading.registered.by_role.get(description.lemma, ())
    ):
        return None
    before = [role for role in politician.roles if role.head < description.head]
    if minister:
        held = any(role.office == "government-spokesperson" for role in before)
    else:
        held = any(role.category in _ELECTED for role in before)
    return learnt_of(reading, politician, description) if held else None


def _leads_a_party(reading: Reading, description: Description) -> bool:
    """« le leader du MoDem », « la cheffe de Projet Valbourg »: who is called « chef » of a name leads a party."""
    if description.lemma not in word_class("party leaders") or not description.governs:
        return False
    behind = reading.tokens[description.head + 1 : description.last + 1]
    if any((i := institution(t.text)) is not None and i.category == "party" for t in behind):
        return True
    words = [
        t for t in behind if t.is_word and t.folded not in {"de", "d'", "du", "des", "la", "l'", "le", "les"}
    ]
    if not words:
        return False
    own = description.lemma in {"chef", "leader"} and words[0].capital and institution(words[0].text) is None
    return own or fold(words[0].text) in {"parti", "mouvement"}


def _only_one(reading: Reading, description: Description) -> Entity | None:
    """Return the one person named before, if he was spoken of in what the author last said."""
    at, discourse = description.start, reading.discourse
    named: dict[int, Entity] = {}
    near = False
    for reference in discourse.before(at, discourse.place(at)):
        entity = reference.entity
        if entity.kind != "person" or not entity.name_words or entity.plural:
            continue
        near = near or discourse.narrated(reference, at) <= INTRODUCED_REACH
        named[id(entity)] = entity
    if len(named) != 1 or not near:
        return None
    (politician,) = named.values()
    return politician if agrees(politician, description.gender, plural=False) else None


_ELECTED = frozenset({"mayor", "minister", "premier", "parliament", "candidate"})
