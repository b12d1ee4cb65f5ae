"""One reading of a document from left to right, in which every mention finds its entity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from quotetrack.sources.descriptions import Description
from quotetrack.sources.discourse import Discourse, Reference
from quotetrack.sources.entities import Entity, Register
from quotetrack.sources.matching import SURE, TOPIC, fit
from quotetrack.sources.names import Name
from quotetrack.sources.pronouns import PRONOUNS, antecedent
from quotetrack.sources.tokens import Token
from quotetrack.sources.words import CONTRACTED, PREPOSITIONS, PRENOMINAL

TOPIC_REACH = 4
"""Sentences within which a description that says nothing of its own may mean the last speaker or subject."""

INTRODUCED_REACH = 2
"""Sentences within which the role of somebody named without one is looked for."""

FRESH = frozenset({"prefect", "magistrate", "police", "mayor", "spokesperson", "rescue", "family", "friend", "counterpart", "witness",
                   "accused", "adviser", "monarch", "pope", "official"})  # fmt: skip
FRESH_UNLESS_MODIFIED = frozenset(
    {"minister", "premier", "head", "secretary", "governor", "commissioner", "diplomat", "lawyer", "military", "deputy-head"}
)


@dataclass(slots=True)
class Reading:
    """The state of reading: who the descriptions and pronouns turned out to be.

    Attributes:
        of_description: entity by the index of the head token.
        of_pronoun: entity by the index of the token.
        joined: the groups, by the identities of their members.
        speaking: indices of the tokens that belong to a mention of a source.
    """

    tokens: Sequence[Token]
    registered: Register
    discourse: Discourse
    speaking: frozenset[int]
    of_description: dict[int, Entity] = field(default_factory=dict)
    of_pronoun: dict[int, Entity] = field(default_factory=dict)
    joined: dict[frozenset[int], Entity] = field(default_factory=dict)


def read(
    tokens: Sequence[Token],
    names: Sequence[Name],
    descriptions: Sequence[Description],
    registered: Register,
    speaking: frozenset[int],
) -> Reading:
    """Read the document once and return who was meant where."""
    framed = frozenset(j for i in speaking if tokens[i].quoted for j in _aside(tokens, i))
    reading = Reading(tokens, registered, Discourse(tokens, framed), speaking)
    nested = _nested(descriptions, names)
    introduced = {d.name.first for d in descriptions if d.name is not None and d.head not in nested}
    for at, event in _events(tokens, names, descriptions):
        if isinstance(event, Name):
            if event.first in introduced:
                _joined(reading, event)
                continue
            entity = registered.of_name[event.first]
            _mention(reading, at, event.last, entity, event.first, event.first in nested)
            _joined(reading, event)
        elif isinstance(event, Description):
            entity = resolve_description(reading, event)
            reading.of_description[event.head] = entity
            last = event.name.last if event.name is not None else event.last
            _mention(reading, at, last, entity, event.head, event.head in nested)
        else:
            # An impersonal « il » (« il est reproché à … ») stands for nobody.
            if at not in speaking and not tokens[at].subject:
                continue
            found = _pronoun(reading, at, event)
            if found is not None:
                reading.of_pronoun[at] = found
                reading.discourse.add(Reference(at, at, found, True, False, at in speaking, True))
    return reading


def _aside(tokens: Sequence[Token], at: int) -> range:
    """Return the tokens of the speaker of an aside inside quotation marks: « …, soupire une sénatrice, … », « …, dit-elle ».

    The head may have adjectives and a determiner before it; before those stands the verb, and before that a comma.
    Empty where the speaker does not follow its verb in this way: he is then part of the words.
    """
    if "-" in tokens[at].text and tokens[at].folded.rpartition("-")[2] in {"il", "elle", "ils", "elles", "on"}:
        return range(at, at + 1)
    before = at - 1
    while before > 0 and (tokens[before].folded in _DETERMINERS | PRENOMINAL or tokens[before].text in _TITLES):
        before -= 1
    verb = before
    while verb > 0 and at - verb < 9 and tokens[verb].is_word and tokens[verb].paragraph == tokens[at].paragraph:
        if tokens[verb].upos in {"NOUN", "PROPN", "PRON"} and verb != before:
            return range(0)
        verb -= 1
    if verb == before or tokens[verb].text not in {",", "?", "!", "…", "–", "—"}:
        return range(0)
    end = at
    while end + 1 < len(tokens) and tokens[end + 1].is_word and tokens[end + 1].passage == tokens[at].passage:
        end += 1
    return range(before + 1, end + 1)


def resolve_description(reading: Reading, description: Description) -> Entity:
    """Return the entity that a description names, a new one where nothing before it fits."""
    if description.name is not None:
        return reading.registered.of_name[description.name.first]
    if description.number == 2 and description.plural and description.noun.entry.kind == "person":
        pair = _last_two(reading, description)
        if pair is not None:
            return pair
    if description.determiner in {"definite", "demonstrative"}:
        found = _known_entity(reading, description)
        if found is not None:
            return found
    return _new(reading, description)


def _known_entity(reading: Reading, description: Description) -> Entity | None:
    """Return the entity that a definite description fits best, the more salient of equals, or None."""
    at = description.start
    scored: list[tuple[int, float, Entity]] = []
    named = (e for e in reading.registered.by_role.get(description.lemma, ()))
    for entity in dict.fromkeys(chain(reading.discourse.recent(), named)):
        score = fit(description, entity)
        if score is None:
            continue
        last = reading.discourse.latest.get(id(entity))
        if last is None:
            # Named only further on: it must say exactly the same.
            if score > SURE and any(not reading.tokens[r.head].quoted for r in entity.roles):
                scored.append((score, -100.0, entity))
            continue
        if score == TOPIC and not _is_topic(reading, last, at):
            continue
        scored.append((score, reading.discourse.salience(last, at), entity))
    if not scored:
        return _just_introduced(reading, description)
    best = max(scored, key=lambda s: (s[0], s[1]))
    if best[0] < SURE and _rivals(reading, scored, best):
        return None
    return best[2]


def _just_introduced(reading: Reading, description: Description) -> Entity | None:
    """Return the person named without a role just before, whose role this description is.

    « Plus discrète, Léa Corvisart a appelé au calme. La députée écologiste … », « L'allusion visait Bertrand Coste.
    Le président du parti … ». Offices that the news brings in without a name (le préfet, le procureur, le maire) are
    left alone, and so is whoever already has a role of his own.
    """
    if description.noun.entry.kind != "person" or description.plural or description.category in FRESH:
        return None
    if description.category in FRESH_UNLESS_MODIFIED and not description.modifiers:
        return None
    at, tokens = description.start, reading.tokens
    inside = reading.discourse.place(at)
    unexplained: list[Reference] = []
    for reference in reading.discourse.before(at, inside):
        distance = reading.discourse.distance(reference, at)
        if distance > INTRODUCED_REACH:
            break
        entity = reference.entity
        explained = any(r.head < at for r in entity.roles) or entity.offices
        if distance and entity.kind == "person" and entity.name_words and not entity.plural and not explained:
            if entity.gender is None or description.gender is None or entity.gender == description.gender:
                unexplained.append(reference)
    nearest = [r for r in unexplained if tokens[r.at].sentence == tokens[unexplained[0].at].sentence]
    if len({id(r.entity) for r in nearest}) != 1:
        return None
    entity = nearest[0].entity
    entity.roles.append(description)
    reading.registered.by_role.setdefault(description.lemma, []).append(entity)
    entity.role = entity.role or description.text
    entity.gender = entity.gender or description.gender
    return entity


def _is_topic(reading: Reading, reference: Reference, at: int) -> bool:
    """Tell whether a person is whom the passage is about: the last subject or speaker of the frame, close by."""
    discourse = reading.discourse
    if discourse.distance(reference, at) > TOPIC_REACH:
        return False
    inside = discourse.place(at)
    if reference.entity.kind != "person":
        things = (r for r in discourse.before(at, inside) if r.entity.kind in {"organisation", "unknown"} and r.entity.name_words)
        nearest = next(things, None)
        return nearest is not None and nearest.entity is reference.entity and discourse.distance(nearest, at) <= 1
    top = discourse.most_salient(
        at, lambda r: r.entity.kind == "person" and not r.entity.plural, inside, same_sentence=False
    )
    return top is not None and top.entity is reference.entity and (top.subject or top.speaking)


def _rivals(reading: Reading, scored: Sequence[tuple[int, float, Entity]], best: tuple[int, float, Entity]) -> bool:
    """Tell whether a vague description could as well mean another entity that is nearly as present."""
    return any(s[2] is not best[2] and s[0] == best[0] and best[1] - s[1] < 1.0 for s in scored)


def _last_two(reading: Reading, description: Description) -> Entity | None:
    """« les deux dirigeants »: the two persons named last, in one sentence or in two that follow each other."""
    at = description.start
    found: list[Entity] = []
    for reference in reading.discourse.before(at):
        entity = reference.entity
        if entity.members and len(entity.members) == 2 and not found:
            return entity
        if entity.kind != "person" or entity.plural or not entity.name_words or entity in found:
            continue
        if reading.discourse.distance(reference, at) > 3:
            break
        found.append(entity)
        if len(found) == 2:
            return group_of(reading, found[::-1])
    return None


def group_of(reading: Reading, members: Sequence[Entity]) -> Entity:
    """Return the group of some entities: « Emmanuel Macron et Poutine »."""
    known = reading.joined.get(frozenset(map(id, members)))
    if known is not None:
        return known
    names = [m.name for m in members]
    kind = "organisation" if all(m.kind == "organisation" for m in members) else "group"
    genders = {m.gender for m in members}
    group = Entity(
        " et ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0],
        "group" if kind == "group" else "organisation",
        genders.pop() if genders == {"f"} else None,
        plural=True,
        members=tuple(members),
    )
    reading.joined[frozenset(map(id, members))] = group
    return group


def _joined(reading: Reading, name: Name) -> None:
    """Note « X et Y » as a group, for « ils » and « les deux hommes » further on."""
    tokens = reading.tokens
    before = name.start - 1
    if before > 0 and tokens[before].folded in {"la", "le", "l'", "les"}:
        before -= 1
    if before < 1 or tokens[before].folded != "et":
        return
    other = next((r for r in reversed(reading.discourse.trail) if r.last == before - 1 and not r.pronoun), None)
    mine = reading.registered.of_name[name.first]
    if other is None or other.entity is mine or other.entity.kind != mine.kind or mine.kind == "place":
        return
    members = [*(other.entity.members or (other.entity,)), mine]
    group = group_of(reading, members)
    speaking = any(i in reading.speaking for i in range(name.first, name.last + 1)) and other.speaking
    reading.discourse.add(Reference(other.at, name.last, group, other.subject, False, speaking))


def _new(reading: Reading, description: Description) -> Entity:
    kind = description.kind
    if kind in {"person", "unknown"} and not description.plural and description.determiner in {"indefinite", "bare"}:
        kind = "anonymous"
    if kind == "organisation" and description.plural:
        kind = "group"
    gender = description.gender if not description.plural else None
    entity = Entity(description.text, kind, gender, description.plural, description.head, [description])
    entity.role = description.text if kind == "person" else None
    entity.wordings[description.text] += 1
    if kind in {"organisation", "document"}:
        entity.gender = description.noun.gender
    return entity


def _mention(reading: Reading, at: int, last: int, entity: Entity, head: int, nested: bool) -> None:
    tokens = reading.tokens
    before = tokens[at - 1].folded if at else ""
    speaking = head in reading.speaking
    oblique = before in PREPOSITIONS and not speaking
    subject = tokens[head].subject if tokens[head].upos is not None else _opens_sentence(tokens, at)
    if nested or oblique or tokens[at].folded in CONTRACTED - {"des"}:
        subject = False
    reading.discourse.add(Reference(at, last, entity, subject or speaking, nested, speaking))


def _opens_sentence(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].sentence != tokens[at].sentence or tokens[at - 1].text in {",", ":"}


def _pronoun(reading: Reading, at: int, form: str) -> Entity | None:
    token = reading.tokens[at]
    inverted = "-" in token.text and not token.folded.endswith(("-ci", "meme", "memes"))
    return antecedent(reading.discourse, at, PRONOUNS[form], inverted)


_DETERMINERS = {"le", "la", "l'", "les", "un", "une", "des", "ce", "cet", "cette", "son", "sa", "ses", "leur", "leurs"}
_TITLES = {"M.", "Mme", "Me", "Dr", "Pr", "Mlle", "MM."}


def _events(
    tokens: Sequence[Token], names: Sequence[Name], descriptions: Sequence[Description]
) -> Iterator[tuple[int, Name | Description | str]]:
    """Yield names, descriptions and subject pronouns in text order, each with the index of its first token."""
    events: list[tuple[int, int, Name | Description | str]] = [(n.start, 1, n) for n in names]
    events += [(d.start, 0, d) for d in descriptions]
    covered = {i for n in names for i in range(n.first, n.last + 1)}
    for token in tokens:
        if token.index not in covered and (form := pronoun_form(tokens, token.index)) is not None:
            events.append((token.index, 2, form))
    for at, _, event in sorted(events, key=lambda e: (e[0], e[1])):
        yield at, event


def pronoun_form(tokens: Sequence[Token], at: int) -> str | None:
    """Return the key in `PRONOUNS` of the pronoun at a token: « a-t-il » → il, « cette dernière », « elle »."""
    folded = tokens[at].folded
    if folded in {"ce", "cette", "ces"} and at + 1 < len(tokens):
        both = f"{folded} {tokens[at + 1].folded}"
        following = tokens[at + 2] if at + 2 < len(tokens) else None
        noun_follows = following is not None and following.upos == "NOUN"
        return both if both in PRONOUNS and not noun_follows else None
    if folded in PRONOUNS:
        return None if folded == "lui" and tokens[at].upos not in {None, "PRON"} else folded
    tail = folded.rpartition("-")[2]
    return tail if tail in {"il", "elle", "ils", "elles"} and "-" in folded else None


def _nested(descriptions: Sequence[Description], names: Sequence[Name]) -> frozenset[int]:
    """Return the head indices of what stands as a complement inside another description."""
    covered = {i for d in descriptions for i in range(d.head + 1, d.last + 1)}
    return frozenset({d.head for d in descriptions} & covered | {n.first for n in names} & covered)
