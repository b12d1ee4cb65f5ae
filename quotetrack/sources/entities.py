"""Who is in a document: the names that belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quotetrack.lexicon.institutions import houses_of, institution, medium
from quotetrack.lexicon.people import office_holders
from quotetrack.lexicon.roles import noun_alone
from quotetrack.lexicon.tables import fold, without_apostrophes, word_class
from quotetrack.model import Gender, Source, SourceKind
from quotetrack.sources.acronyms import find_expansions, implied_expansions
from quotetrack.sources.names import Name
from quotetrack.sources.phrases import Description
from quotetrack.sources.roll import FullNames, Roll
from quotetrack.sources.spelling import mended_name
from quotetrack.sources.tokens import Token
from quotetrack.sources.words import FUNCTION_WORDS


@dataclass(slots=True, eq=False)
class Entity:
    """One source while a document is being read; everything learnt about it is added here.

    Attributes:
        name: the fullest name so far.
        wordings: what it is called in the text.
        roles: the descriptions that the text itself ties to it.
        stem_modifiers: folded words of its own name, for « le parti de … » and « l'étude du BCG ».
        introduced: index of the token that first names it.
        age: in years, where the article gives it behind the name.
    """

    name: str
    kind: SourceKind
    gender: Gender | None = None
    plural: bool = False
    introduced: int = 0
    roles: list[Description] = field(default_factory=list)
    wordings: set[str] = field(default_factory=set)
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    name_words: frozenset[str] = frozenset()
    role: str | None = None
    members: tuple[Entity, ...] = ()
    trades: set[str] = field(default_factory=set)
    age: int | None = None

    def as_source(self) -> Source:
        """Return what is known as a value."""
        aliases = tuple(sorted(w for w in self.wordings if w != self.name))
        return Source(self.name, self.kind, aliases, self.role, self.gender)


@dataclass(frozen=True, slots=True)
class Register:
    """The entities that names stand for, and the acronyms of the document.

    Attributes:
        of_name: the entity of each name, by the index of the name's first token.
        expansions: acronym → full name, as the document gives them.
        by_role: the named entities by the nouns that the text ties to them.
        of_role: the entity of each description that stands behind its name, by the index of its head.
    """

    entities: list[Entity]
    of_name: dict[int, Entity]
    expansions: dict[str, str]
    by_role: dict[str, list[Entity]] = field(default_factory=dict)
    of_role: dict[int, Entity] = field(default_factory=dict)

    @property
    def learnt(self) -> list[tuple[object, ...]]:
        """Return what reading the text may add to its entities, to be compared with what it was before."""
        return [(e.kind, e.gender, e.role, *map(id, e.roles)) for e in self.entities]


def register(tokens: Sequence[Token], names: Sequence[Name], year: int | None) -> Register:
    """Group the names of a document into entities: full names first, then what can only mean one of them."""
    expansions = find_expansions(tokens)
    expansions = {**implied_expansions(names), **expansions}
    entities = Roll()
    of_name: dict[int, Entity] = {}
    persons = [n for n in names if n.kind == "person" and n.given and n.family != n.key]
    full = _full_names(tokens, persons, of_name, entities)
    for name in names:
        if name.first in of_name:
            continue
        entity = _person_of_short_name(name, full, tokens, of_name)
        if entity is None and name.kind != "person":
            entity = _thing(name, entities, expansions)
        if entity is None:
            entity = _lone(name, entities)
        of_name[name.first] = entity
    for name in names:
        entity = of_name[name.first]
        entity.wordings.add(name.text)
        entity.introduced = min(entity.introduced, name.first)
        if entity.kind == "person" and entity.gender is None and name.gender is not None:
            entity.gender = name.gender
        if name.titled:
            entity.trades.update(_TRADES.get(tokens[name.start].folded, ()))
    for entity in entities:
        _add_offices(entity, year)
    return Register(entities, of_name, expansions)


_TRADES = {"me": {"lawyer"}, "mes": {"lawyer"}, "maitre": {"lawyer"}, "dr": {"medical"}, "dr.": {"medical"},
           "pr": {"medical", "academic"}, "pr.": {"medical", "academic"}, "mgr": {"religious"}}  # fmt: skip
"""What a title says about its bearer's trade."""


def _full_names(
    tokens: Sequence[Token], persons: Sequence[Name], of_name: dict[int, Entity], entities: Roll
) -> FullNames:
    """Make one entity of each full name, slips of spelling joined: « Fatmir Sejdiu », « Fatmir Sedjiu »."""
    counts = Counter(n.key for n in persons)
    spelling: dict[tuple[str, ...], str] = {}
    for name in persons:
        spelling.setdefault(name.key, name.text)
    full = FullNames()
    alone = {t.text for t in tokens if t.capital}
    order = {n.key: n.first for n in reversed(persons)}
    for name in sorted(persons, key=lambda n: (-counts[n.key], order[n.key])):
        if name.key in full:
            of_name[name.first] = full[name.key]
            continue
        twin = full.twin(name.key)
        if twin is None:
            twin = Entity(
                mended_name(name, alone),
                "person",
                name.gender,
                introduced=name.first,
                name_words=frozenset(name.family),
            )
            entities.append(twin)
        full[name.key] = of_name[name.first] = twin
    return full


def _person_of_short_name(
    name: Name, full: FullNames, tokens: Sequence[Token], of_name: Mapping[int, Entity]
) -> Entity | None:
    """Return the person whose last name (« Kerry », « M. Faure », « Le Foll ») or, failing that, first name this is."""
    if (called := _nickname(name, full)) is not None:
        return called
    thing = name.plural or (name.kind in {"organisation", "place", "document"} and not name.titled)
    if thing and (name.kind != "organisation" or tokens[name.first].acronym):
        return None
    fits = full.of_last_name(name.family)
    alone = name.key[0] if len(name.key) == 1 else None
    if not fits and alone is not None:
        fits = full.of_part(alone)
    indefinite = name.start > 0 and tokens[name.start - 1].folded in {"un", "une"}
    if name.kind == "organisation" and not indefinite:  # « a souri une Swiatek nerveuse »
        fits = []
    called_first = not name.titled or alone in word_class("family names that come first")  # « M. Xi »
    if not fits and alone is not None and name.kind in {"unknown", "person"} and called_first:
        fits = full.of_first_name(alone)
        if len(set(fits)) != 1:
            fits = []
    return _only_fit(name, fits, of_name, tokens)


def _nickname(name: Name, full: FullNames) -> Entity | None:
    """« le Grand Guy » for the one Guy of the article."""
    key = name.key
    if len(key) != 2 or key[0] not in _SIZES:
        return None
    fits = list(dict.fromkeys(full.of_first_name(key[1])))
    return fits[0] if len(fits) == 1 else None


_SIZES = frozenset({"grand", "petit", "gros", "beau", "vieux", "grande", "petite"})


def _only_fit(
    name: Name, fits: Sequence[Entity], of_name: Mapping[int, Entity], tokens: Sequence[Token]
) -> Entity | None:
    """Choose among several of one last name: by the title's gender, then the one named last, kin of another aside.

    « M. Haddad accuse. Il pense à son père, Rafic Haddad. M. Haddad … »: not the father.
    """
    distinct = list(dict.fromkeys(fits))
    if name.gender is not None and name.titled:
        distinct = [e for e in distinct if e.gender in {None, name.gender}]
    if len(distinct) <= 1:
        return distinct[0] if distinct else None
    before = [first for first, e in of_name.items() if e in distinct and first < name.first]
    if before:
        return of_name[max([f for f in before if not _as_kin(tokens, f)] or before)]
    return min(distinct, key=lambda e: e.introduced)


def _as_kin(tokens: Sequence[Token], first: int) -> bool:
    """« son père, Rafic Haddad », « sa sœur Anne »: named only to say whose kin it is."""
    at = first - 2 if first > 1 and tokens[first - 1].text == "," else first - 1
    if at < 1 or tokens[at - 1].folded not in {"son", "sa", "leur"}:
        return False
    form = noun_alone(tokens[at].text)
    return form is not None and form.entry.category == "family"


def _thing(name: Name, entities: Roll, expansions: Mapping[str, str]) -> Entity | None:
    """Return the organisation or place of a name, its acronym and its expansion being one."""
    text = name.text
    words = text.replace("’", "'")
    full = expansions.get(text, text)
    known = institution(words)
    if full == text and known is not None and known.kind == "organisation" and known.stands_for:
        full = (
            known.stands_for if any(fold(known.stands_for) == fold(v) for v in expansions.values()) else text
        )
    seated = known is not None and known.kind == "place" and known.name not in word_class("seats")
    power = known.stands_for if known is not None and seated else words
    houses = houses_of(power) if power is not None else ()
    for entity in entities.called(full, text, *((power or words, *houses) if houses else ())):
        if entity.kind == "person":
            continue
        if entity.kind == "place" and not seated and fold(entity.name) != fold(text):
            entity.name, entity.kind = full, "organisation"  # « la rue Cambon … la Cour des comptes »
        return entity
    if name.kind == "unknown" and full == text:
        return None
    source = medium(words)
    entity = Entity(full if full != text else _printed(text), name.kind if name.kind != "unknown" else "organisation",
                    name.gender, name.plural, name.first)  # fmt: skip
    entity.role = (
        known.stands_for
        if known is not None and known.kind == "place"
        else (source.category if source else None)
    )
    entity.name_words = frozenset(stem_words(full))
    entities.append(entity)
    return entity


def _printed(text: str) -> str:
    return text


def _lone(name: Name, entities: Roll) -> Entity:
    """Return the entity of a name that stands alone in the document (« Poutine »): one for each spelling."""
    for entity in entities.called(name.text):
        if entity.kind in {name.kind, "person", "unknown"}:
            if name.kind == "person" and entity.kind == "unknown":
                entity.kind = "person"
            return entity
    entity = Entity(
        name.text, name.kind, name.gender, name.plural, name.first, name_words=frozenset(name.family)
    )
    entities.append(entity)
    return entity


def stem_words(text: str) -> Iterable[str]:
    """Yield the content words of a name, folded and without plural."""
    for word in without_apostrophes(text):
        folded = fold(word)
        if folded not in FUNCTION_WORDS and len(folded) > 1:
            yield folded[:-1] if folded.endswith("s") and len(folded) > 3 else folded


def _add_offices(entity: Entity, year: int | None) -> None:
    """Give a person the office that the lexicon knows, if the article's year (or the lack of one) allows it."""
    if entity.kind != "person":
        return
    words = entity.name.split()
    for length in (1, 2, 3):
        for holder in office_holders(" ".join(words[-length:])):
            first = fold(words[0]) if len(words) > length else None
            if first is not None and first != fold(holder.first.split()[0]):
                continue
            entity.gender = entity.gender or holder.gender
            held = year is None or (holder.since or 0) <= year <= (holder.until or 9999)
            if holder.office and held:
                entity.offices.add((holder.office, holder.country))
