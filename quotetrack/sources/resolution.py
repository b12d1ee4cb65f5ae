"""One reading of a document from left to right, in which every mention finds its entity."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import chain, islice

from quotetrack.lexicon import noun as reporting_noun
from quotetrack.model import Gender
from quotetrack.sources.ages import of_that_age
from quotetrack.sources.announced import note_who_it_was
from quotetrack.sources.comparing import country_told
from quotetrack.sources.discourse import Discourse, Reference, agrees
from quotetrack.sources.entities import Entity, Register
from quotetrack.sources.events import (
    Event,
    acts,
    alone_in_marks,
    aside_speaker,
    nested_heads,
    tells_what_one_is,
)
from quotetrack.sources.figures import note_company, rather_the_figure, whose_company
from quotetrack.sources.groups import last_two, note_joined, tell_of_each
from quotetrack.sources.known import known_entity
from quotetrack.sources.last_named import with_owner_named
from quotetrack.sources.modifiers import meanings, stem
from quotetrack.sources.names import Name
from quotetrack.sources.passed_over import perhaps_of_a_relative
from quotetrack.sources.phrases import Description
from quotetrack.sources.possessors import named_before, note_serving, possessor, whom_they_defend
from quotetrack.sources.powers import house_of, named_in_full
from quotetrack.sources.pronouns import PRONOUNS, antecedent
from quotetrack.sources.reading import Reading
from quotetrack.sources.reprises import comrade
from quotetrack.sources.tokens import Token
from quotetrack.sources.topics import (
    last_speaker,
    learnt_of,
    on_trial,
)
from quotetrack.sources.words import CONTRACTED, PREPOSITIONS


def read(
    tokens: Sequence[Token],
    names: Sequence[Name],
    descriptions: Sequence[Description],
    events: Sequence[Event],
    registered: Register,
    speaking: frozenset[int],
    places: Set[int | None],
) -> Reading:
    """Read the document once and return who was meant where.

    Args:
        tokens, names, descriptions, events, registered: of the document.
        speaking: indices of the tokens that head a mention of a source.
        places: the passages in which a source is mentioned, None for the frame; of people whom somebody describes in
            other passages nothing is asked.
    """
    asides = (aside_speaker(tokens, i) for i in speaking if tokens[i].quoted)
    papers = (alone_in_marks(tokens, n.first) for n in names if tokens[n.first].quoted)
    framed = frozenset(chain.from_iterable((*asides, *papers)))
    reading = Reading(tokens, registered, Discourse(tokens, framed, speaking), speaking)
    reading.second_roles = _second_roles(tokens, descriptions)
    nested = nested_heads(descriptions, names)
    introduced = {d.name.first for d in descriptions if d.name is not None and d.head not in nested}
    for at, event in events:
        if isinstance(event, Name):
            if event.first in introduced:
                note_joined(reading, event)
                continue
            entity = registered.of_name[event.first]
            _mention(reading, at, event.last, entity, event.first, event.first in nested)
            note_joined(reading, event)
        elif isinstance(event, Description):
            if event.name is None and places.isdisjoint(
                (reading.discourse.place(at), tokens[event.head].passage)
            ):
                continue  # somebody's words about others
            entity = resolve_description(reading, event)
            reading.of_description[event.head] = entity
            _tell_whose(reading, event, entity)
            note_company(reading, event, entity)
            if tells_what_one_is(tokens, event):
                continue
            last = event.name.last if event.name is not None else event.last
            gender = event.noun.gender if entity.kind == "organisation" else None
            named = event.name is not None and event.name.first in speaking
            head = event.name.first if named and event.name is not None else event.head
            _mention(reading, at, last, entity, head, event.head in nested, gender, acts(tokens, event))
        else:
            # An impersonal « il » (« il est reproché à … ») stands for nobody.
            if at not in speaking and not tokens[at].subject and not tokens[at + event.count(" ")].subject:
                continue
            found = _pronoun(reading, at, event)
            if found is not None:
                reading.of_pronoun[at] = found
                told = PRONOUNS[event].gender  # « la victime … elle »: no « il » further on
                reading.discourse.add(Reference(at, at, found, True, False, at in speaking, True, told))
    return reading


def resolve_description(reading: Reading, description: Description) -> Entity:
    """Return the entity that a description names, a new one where nothing before it fits."""
    if description.name is not None:
        named = reading.registered.of_name[description.name.first]
        note_who_it_was(reading, description, named)
        return named
    description = with_owner_named(reading, description)
    both = description.number == 2 and description.determiner in {"definite", "demonstrative"}
    if (
        both
        and description.plural
        and description.noun.entry.kind == "person"
        and not _others(reading, description)
    ):
        pair = last_two(reading, description)
        if pair is not None:
            tell_of_each(reading, description, pair)
            return pair
    if (going_on := last_speaker(reading, description)) is not None:
        return going_on
    if (aged := of_that_age(reading, description)) is not None:
        return aged
    if (applied := reading.registered.of_role.get(description.head)) is not None:
        return applied
    if (bearer := _bearer_of_both(reading, description)) is not None:
        return bearer
    if description.lemma == "client":
        defended = whom_they_defend(reading, description) or on_trial(reading, description)
        if defended is not None:
            return defended
    if (served := named_before(reading, description) or comrade(reading, description)) is not None:
        return served
    if description.determiner in {"definite", "demonstrative"}:
        found = house_of(reading.registered, description) or known_entity(reading, description)
        if found is not None:
            named_in_full(description, found)
            return found
        if (found := _known_by_second_role(reading, description)) is not None:
            return found
    return _new(reading, description)


def _second_roles(tokens: Sequence[Token], descriptions: Sequence[Description]) -> dict[int, Description]:
    """« le membre du conseil et gouverneur de la Banque »: the second role, by the head of the first."""
    by_last = {d.last: d for d in descriptions if d.noun.entry.kind == "person" and not d.plural}
    found: dict[int, Description] = {}
    for second in by_last.values():
        joined = second.determiner == "bare" and second.start > 1 and tokens[second.start - 1].folded == "et"
        first = by_last.get(second.start - 2) if joined else None
        if first is not None:
            found[first.head] = second
    return found


def _known_by_second_role(reading: Reading, description: Description) -> Entity | None:
    """« la vice-présidente de la région et maire de Vars »: whom the article has called « maire de Vars » before."""
    second = reading.second_roles.get(description.head)
    if second is None:
        return None
    found = known_entity(reading, replace(second, determiner="definite"))
    same = found is not None and any(role.lemma == second.lemma for role in found.roles)
    return found if found is not None and same and agrees(found, description.gender, plural=False) else None


def _others(reading: Reading, description: Description) -> bool:
    """« les deux autres responsables »: none of those just named."""
    between = reading.tokens[description.start : description.head]
    return any(t.folded in {"autre", "autres"} for t in between)


def _tell_whose(reading: Reading, description: Description, entity: Entity) -> None:
    """« Optivia … sa directrice générale, Claire Roux »: she is « la patronne d'Optivia » from then on."""
    named = description.name is not None or description.head in reading.registered.of_role
    if description.determiner != "possessive" or not named or description not in entity.roles:
        return
    owner = possessor(reading, description, {"person", "organisation"}, entity)
    if owner is not None:
        note_serving(reading, description, entity, owner)
    if owner is not None and description.lemma == "confrère":
        # « Me Roux … Son confrère Paul Rey … L'avocat »: they have one trade.
        entity.trades |= owner.trades | {role.category for role in owner.roles} & _FREE_PROFESSIONS
    if owner is not None and description.lemma == "homologue":
        entity.trades |= {role.category for role in owner.roles} - {"counterpart"}
    if owner is None or owner.kind != "organisation" or owner.plural:
        return
    words = frozenset(map(stem, owner.name_words))
    words = words.union(*map(meanings, words))
    told = replace(description, modifiers=description.modifiers | words, governs=True)
    entity.roles[entity.roles.index(description)] = told


_FREE_PROFESSIONS = frozenset({"lawyer", "medical", "journalist"})


def _bearer_of_both(reading: Reading, description: Description) -> Entity | None:
    """« La ministre, chargée du Plan et porte-parole du gouvernement, … »: without an article, no second person."""
    at, tokens, discourse = description.start, reading.tokens, reading.discourse
    if description.determiner != "bare" or description.plural or at == 0 or tokens[at - 1].folded != "et":
        return None
    if description.noun.entry.kind != "person":
        return None
    for reference in islice(discourse.before(at, discourse.place(at)), MENTIONS_OF_A_SENTENCE):
        if discourse.distance(reference, at):
            break
        # « a annoncé Luc Roux, vice-ministre et secrétaire général du comité »
        joined = any(role.last == at - 2 for role in reference.entity.roles)
        if (joined or (reference.subject and not reference.nested)) and reference.entity.kind == "person":
            fits = agrees(reference.entity, description.gender, plural=False)
            return learnt_of(reading, reference.entity, description) if fits else None
    return None


MENTIONS_OF_A_SENTENCE = 50
"""Mentions back within a sentence that are looked at."""


def _new(reading: Reading, description: Description) -> Entity:
    kind = description.kind
    if (
        kind in {"person", "unknown"}
        and not description.plural
        and description.determiner in {"indefinite", "bare"}
    ):
        kind = "anonymous"
    if kind == "organisation" and description.plural:
        kind = "group"
    if kind == "person" and description.category == "bare" and _perhaps_team(reading, description):
        kind = "unknown"
    gender = description.gender if not description.plural else None
    entity = Entity(description.text, kind, gender, description.plural, description.head, [description])
    entity.role = description.text if kind == "person" else None
    if description.office and ((country := country_told(description)) or description.lemma != "président"):
        # « le président argentin … le chef de l'État argentin »; « le président » alone may preside over a club.
        entity.offices.add((description.office, country))
    entity.wordings.add(description.text)
    if kind in {"organisation", "document"}:
        entity.gender = description.noun.gender
    return entity


def _perhaps_team(reading: Reading, description: Description) -> bool:
    """« Le Canadien s'incline encore », « par le Canadien »: before any person, a team as well as a man."""
    head = reading.tokens[description.head]
    return head.capital and description.gender == "m" and description.determiner == "definite"


def _mention(
    reading: Reading,
    at: int,
    last: int,
    entity: Entity,
    head: int,
    nested: bool,
    gender: Gender | None = None,
    acts: bool = False,
) -> None:
    tokens = reading.tokens
    before = tokens[at - 1].folded if at else ""
    speaking = head in reading.speaking
    oblique = before in PREPOSITIONS and not speaking
    parsed = tokens[head].upos is not None
    # What opens a sentence is what it is about, even where the parse is led astray.
    opens = at == 0 or tokens[at - 1].sentence != tokens[at].sentence
    subject = acts or tokens[head].subject or opens if parsed else _opens_sentence(tokens, at)
    if nested or oblique or tokens[at].folded in _CONTRACTED_SINGULAR:
        subject = False
    # « … conforte le gouvernement, qui table sur 2 %, même s'il a laissé entendre … »: the subject of a relative.
    behind = _past_age(tokens, last)
    if not nested and behind < len(tokens) and tokens[behind].folded == "qui":
        subject = True
    if at > 2 and before in _OF and (_whose_words(reading, at - 2) or _whose_turn(tokens, at)):
        nested, subject = False, True
    nested = nested and not speaking
    reading.discourse.add(Reference(at, last, entity, subject or speaking, nested, speaking, gender=gender))


def _past_age(tokens: Sequence[Token], last: int) -> int:
    """Return the token behind a mention, a comma and an age passed over: « pour Thierry, 60 ans, | qui attend »."""
    if last + 1 >= len(tokens) or tokens[last + 1].text != ",":
        return last + 1
    age = tokens[last + 2 : last + 5]
    aged = len(age) == 3 and age[0].text.isdigit() and [t.text for t in age[1:]] == ["ans", ","]
    return last + 5 if aged else last + 2


_CONTRACTED_SINGULAR = CONTRACTED - {"des"}


_OF = {"de", "d'", "du"}


def _whose_turn(tokens: Sequence[Token], at: int) -> bool:
    """« C'est au tour de Luc Roux, 42 ans, de venir »: whose turn it is acts."""
    contracted = tokens[at - 1].folded == "du"
    return tokens[at - 2].folded == "tour" and (contracted or tokens[at - 3].folded == "au")


def _whose_words(reading: Reading, said: int) -> bool:
    """« La réponse de Luc Roux n'a pas tardé »: words that are a subject are told of whoever says them.

    « Le conseil de Luc Roux, Me Petit, » is no advice.
    """
    token = reading.tokens[said]
    if not token.subject or reporting_noun(token.text) is None:
        return False
    described = reading.of_description.get(said)
    return described is None or described.kind != "person"


def _opens_sentence(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].sentence != tokens[at].sentence or tokens[at - 1].text in {",", ":"}


def _pronoun(reading: Reading, at: int, form: str) -> Entity | None:
    token = reading.tokens[at]
    inverted = "-" in token.text and not token.folded.endswith(("-ci", "meme", "memes"))
    pronoun = PRONOUNS[form]
    found = antecedent(reading.discourse, at, pronoun, inverted)
    last = reading.discourse.latest.get(id(found)) if found is not None else None
    if last is None or pronoun.plural or pronoun.last_named or token.quoted:
        return found
    if (
        pronoun.place is None
        and (owner := whose_company(reading.discourse, last, pronoun.gender)) is not None
    ):
        return owner
    if inverted:
        return None if perhaps_of_a_relative(reading.discourse, at, last, pronoun.gender) else found
    return rather_the_figure(reading.discourse, last, at, pronoun.gender) or found
