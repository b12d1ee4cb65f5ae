"""Who is in a document: names that belong together, the roles that the text gives them, acronyms and their expansion."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quotetrack.lexicon.institutions import country_of, institution, medium
from quotetrack.lexicon.people import is_first_name, known_first_names, office_holders
from quotetrack.lexicon.roles import noun_form
from quotetrack.lexicon.tables import fold
from quotetrack.model import Gender, Source, SourceKind
from quotetrack.sources.descriptions import Description, modifiers_of
from quotetrack.sources.names import Name
from quotetrack.sources.tokens import Token, text_of
from quotetrack.sources.words import FUNCTION_WORDS


@dataclass(slots=True, eq=False)
class Entity:
    """One source while a document is being read; everything learnt about it is added here.

    Attributes:
        name: the fullest name so far.
        wordings: how often each wording stands for it.
        roles: the descriptions that the text itself ties to it.
        stem_modifiers: folded words of its own name, for « le parti de … » and « l'étude du BCG ».
        introduced: index of the token that first names it.
    """

    name: str
    kind: SourceKind
    gender: Gender | None = None
    plural: bool = False
    introduced: int = 0
    roles: list[Description] = field(default_factory=list)
    wordings: Counter[str] = field(default_factory=Counter)
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    name_words: frozenset[str] = frozenset()
    role: str | None = None
    members: tuple[Entity, ...] = ()
    trades: set[str] = field(default_factory=set)

    def as_source(self) -> Source:
        """Return what is known as a value."""
        aliases = [w for w, _ in self.wordings.most_common() if w != self.name]
        return Source(self.name, self.kind, tuple(sorted(set(aliases))), self.role, self.gender)


@dataclass(frozen=True, slots=True)
class Register:
    """The entities that names stand for, and the acronyms of the document.

    Attributes:
        of_name: the entity of each name, by the index of the name's first token.
        expansions: acronym → full name, as the document gives them.
        by_role: the named entities by the nouns that the text ties to them.
    """

    entities: list[Entity]
    of_name: dict[int, Entity]
    expansions: dict[str, str]
    by_role: dict[str, list[Entity]] = field(default_factory=dict)


def register(tokens: Sequence[Token], names: Sequence[Name], year: int | None) -> Register:
    """Group the names of a document into entities: full names first, then what can only mean one of them."""
    expansions = find_expansions(tokens)
    expansions = {**_implied_expansions(names), **expansions}
    entities: list[Entity] = []
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
        entity.wordings[name.text] += 1
        entity.introduced = min(entity.introduced, name.first)
        if entity.kind == "person" and entity.gender is None and name.gender is not None:
            entity.gender = name.gender
        if name.titled:
            entity.trades.update(_TRADES.get(tokens[name.start].folded, ()))
    for entity in entities:
        _add_offices(entity, year)
    return Register(entities, of_name, expansions)


_TRADES = {"me": {"lawyer"}, "maitre": {"lawyer"}, "dr": {"medical"}, "dr.": {"medical"}, "pr": {"medical", "academic"},
           "pr.": {"medical", "academic"}, "mgr": {"religious"}}  # fmt: skip
"""What a title says about its bearer's trade."""


def _full_names(
    tokens: Sequence[Token], persons: Sequence[Name], of_name: dict[int, Entity], entities: list[Entity]
) -> dict[tuple[str, ...], Entity]:
    """Make one entity of each full name, slips of spelling joined: « Fatmir Sejdiu », « Fatmir Sedjiu »."""
    counts = Counter(n.key for n in persons)
    spelling: dict[tuple[str, ...], str] = {}
    for name in persons:
        spelling.setdefault(name.key, name.text)
    full: dict[tuple[str, ...], Entity] = {}
    alone = {t.text for t in tokens if t.capital}
    order = {n.key: n.first for n in reversed(persons)}
    for name in sorted(persons, key=lambda n: (-counts[n.key], order[n.key])):
        if name.key in full:
            of_name[name.first] = full[name.key]
            continue
        twin = next((e for key, e in full.items() if same_but_for_a_slip(key, name.key)), None)
        if twin is None:
            twin = Entity(_mended(name, alone), "person", name.gender, introduced=name.first, name_words=frozenset(name.family))
            entities.append(twin)
        full[name.key] = of_name[name.first] = twin
    return full


def _mended(name: Name, words: set[str]) -> str:
    """Return a name with a misspelt first name mended, if the document has the right one too: « Emmanel » → « Emmanuel »."""
    first = name.words[0]
    if fold(first) in known_first_names() or len(first) < 5:
        return name.text
    for word in sorted(words):
        if word != first and is_first_name(word) and one_slip(fold(word), fold(first)):
            return " ".join([word, *name.words[1:]])
    return name.text


def same_but_for_a_slip(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether two full names differ by one slip in one word of five letters or more."""
    if len(left) != len(right):
        return False
    different = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    if fold(a) in known_first_names() and fold(b) in known_first_names():
        return False
    return len(a) >= 5 and len(b) >= 5 and a[0] == b[0] and one_slip(a, b)


def one_slip(a: str, b: str) -> bool:
    """Tell whether two words differ by one letter more, less, other, or by two neighbours changed round."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or rest_a[1:] == rest_b[1:]
        or (len(rest_a) > 1 and len(rest_b) > 1 and rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )


def _person_of_short_name(
    name: Name, full: Mapping[tuple[str, ...], Entity], tokens: Sequence[Token], of_name: Mapping[int, Entity]
) -> Entity | None:
    """Return the person whose last name (« Kerry », « M. Faure », « Le Foll ») or, failing that, first name this is."""
    if name.plural or (name.kind in {"organisation", "place", "document"} and not name.titled):
        if not (name.kind == "organisation" and tokens[name.first].acronym is False):
            return None
    fits = [(key, e) for key, e in full.items() if len(key) > len(name.family) and key[-len(name.family) :] == name.family]
    fits = fits or [(key, e) for key, e in full.items() if len(name.key) == 1 and name.key[0] in _parts(key[1:])]
    if name.kind == "organisation":
        fits = []
    if not fits and len(name.key) == 1 and name.kind in {"unknown", "person"} and not name.titled:
        fits = [(key, e) for key, e in full.items() if key[0] == name.key[0]]
        if len({e for _, e in fits}) != 1:
            fits = []
    return _only_fit(name, [e for _, e in fits], of_name)


def _parts(words: Sequence[str]) -> list[str]:
    """Return the words of a last name, Arabic articles also left out: « al-Sissi » → al-sissi, sissi."""
    return [*words, *(w[3:] for w in words if w[:3] in {"al-", "el-", "ar-", "as-", "ed-", "es-"})]


def _only_fit(name: Name, fits: Sequence[Entity], of_name: Mapping[int, Entity]) -> Entity | None:
    """Choose among several of one last name: by the title's gender, then the one named last."""
    distinct = list(dict.fromkeys(fits))
    if name.gender is not None and name.titled:
        distinct = [e for e in distinct if e.gender in {None, name.gender}]
    if len(distinct) <= 1:
        return distinct[0] if distinct else None
    before = [first for first, e in of_name.items() if e in distinct and first < name.first]
    if before:
        return of_name[max(before)]
    return min(distinct, key=lambda e: e.introduced)


def _thing(name: Name, entities: list[Entity], expansions: Mapping[str, str]) -> Entity | None:
    """Return the organisation or place of a name, its acronym and its expansion being one."""
    text = name.text
    words = text.replace("’", "'")
    full = expansions.get(text, text)
    known = institution(words)
    if full == text and known is not None and known.kind == "organisation" and known.stands_for:
        full = known.stands_for if any(fold(known.stands_for) == fold(v) for v in expansions.values()) else text
    for entity in entities:
        if entity.kind not in {"person"} and fold(entity.name) in {fold(full), fold(text)}:
            return entity
    if name.kind == "unknown" and full == text:
        return None
    source = medium(words)
    entity = Entity(full if full != text else _printed(text), name.kind if name.kind != "unknown" else "organisation",
                    name.gender, name.plural, name.first)  # fmt: skip
    entity.role = known.stands_for if known is not None and known.kind == "place" else (source.category if source else None)
    entity.name_words = frozenset(stem_words(full))
    entities.append(entity)
    return entity


def _printed(text: str) -> str:
    return text


def _lone(name: Name, entities: list[Entity]) -> Entity:
    """Return the entity of a name that stands alone in the document (« Poutine »): one for each spelling."""
    for entity in entities:
        if entity.kind in {name.kind, "person", "unknown"} and fold(entity.name) == fold(name.text):
            if name.kind == "person" and entity.kind == "unknown":
                entity.kind = "person"
            return entity
    entity = Entity(name.text, name.kind, name.gender, name.plural, name.first, name_words=frozenset(name.family))
    entities.append(entity)
    return entity


def stem_words(text: str) -> Iterable[str]:
    """Yield the content words of a name, folded and without plural."""
    for word in text.replace("’", "'").replace("'", " ").split():
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


def find_expansions(tokens: Sequence[Token]) -> dict[str, str]:
    """Return the acronyms that the text explains in parentheses, either way round.

    « Rassemblement national des indépendants (RNI) », « RNI (Rassemblement national des indépendants) ». The words are
    found by their initials, as in Schwartz & Hearst (2003), small words skipped.
    """
    found: dict[str, str] = {}
    for at, token in enumerate(tokens):
        if token.text != "(" or at == 0:
            continue
        if at + 2 < len(tokens) and tokens[at + 1].acronym and tokens[at + 2].text in {")", ","}:
            first = _initials_before(tokens, at - 1, tokens[at + 1].text)
            if first is not None:
                found.setdefault(tokens[at + 1].text, text_of(tokens, first, at - 1))
        elif tokens[at - 1].acronym:
            close = next((i for i in range(at, min(at + 12, len(tokens))) if tokens[i].text == ")"), None)
            if close is not None and _initials_before(tokens, close - 1, tokens[at - 1].text) == at + 1:
                found.setdefault(tokens[at - 1].text, text_of(tokens, at + 1, close - 1))
    return found


def _implied_expansions(names: Sequence[Name]) -> dict[str, str]:
    """Return the acronyms whose letters begin the words of exactly one organisation of the text: « PS », « BCG »."""
    long = {n.text: n for n in names if n.kind == "organisation" and (len(n.words) > 1 or "-" in n.text)}
    found: dict[str, str] = {}
    for name in names:
        if len(name.words) != 1 or not name.text.isupper() or not 2 <= len(name.text) <= 8:
            continue
        fits = [text for text, n in long.items() if _initials(n.words) == fold(name.text)]
        if len(fits) == 1:
            found[name.text] = fits[0]
    return found


def _initials(words: Sequence[str]) -> str:
    return "".join(fold(part)[0] for w in words for part in w.split("-") if part and fold(w) not in FUNCTION_WORDS)


def _initials_before(tokens: Sequence[Token], last: int, acronym: str) -> int | None:
    """Return the index of the word where a name with these initials begins, its last word being ``last``."""
    letters = [c for c in fold(acronym) if c.isalpha()]
    at = last
    first = None
    while letters and at >= 0 and last - at < 12:
        token = tokens[at]
        if not token.is_word or token.paragraph != tokens[last].paragraph:
            return None
        parts = [p for p in token.folded.split("-") if p]
        if token.folded not in FUNCTION_WORDS:
            for part in reversed(parts):
                if letters and part.startswith(letters[-1]):
                    letters.pop()
                    first = at
        elif letters and token.folded[0] == letters[-1] and len(letters) == 1:
            return None
        at -= 1
    return first if not letters and first is not None and tokens[first].capital else first if not letters else None


def without_portfolios(names: Sequence[Name], descriptions: Sequence[Description]) -> list[Name]:
    """Leave out the names of portfolios, which speak for nobody: « la secrétaire d'État au Numérique »."""
    inside = {
        i
        for d in descriptions
        if d.category in {"minister", "ministry"}
        for i in range(d.head + d.noun.length, d.last + 1)
    }
    return [n for n in names if n.first not in inside or n.kind in {"person", "place"}]


def attach_roles(tokens: Sequence[Token], descriptions: Sequence[Description], registered: Register, names: Sequence[Name]) -> None:
    """Tie to each person the descriptions that the text ties to it.

    Before the name: « le Premier ministre serbe, Vojislav Kostunica ». Behind it: « Francesco Nucara, député d'un petit
    groupe, », « Hashim Thaci, ancien commandant ». By a copula: « M. Brandt est l'actionnaire majoritaire d'EFI ».
    """
    by_last = {n.last: n for n in names}
    _mark_employers(tokens, descriptions, registered, by_last)
    for description in descriptions:
        name = description.name
        if name is None and not description.plural:
            name = _name_before(tokens, description, by_last)
        if name is None:
            continue
        entity = registered.of_name[name.first]
        if description.noun.entry.kind == "person" and entity.kind == "unknown":
            entity.kind = "person"
        if entity.kind != description.noun.entry.kind and description.noun.entry.kind == "person":
            continue
        entity.roles.append(description)
        registered.by_role.setdefault(description.lemma, []).append(entity)
        entity.role = entity.role or description.text
        if entity.kind == "person" and entity.gender is None:
            entity.gender = description.gender
        if description.office:
            entity.offices.add((description.office, country_in(description.modifiers)))
        elif description.lemma == "homologue" and (same := _office_before(tokens, description, descriptions)):
            entity.offices.add((same, country_in(description.modifiers)))


def _office_before(tokens: Sequence[Token], description: Description, descriptions: Sequence[Description]) -> str | None:
    """Return the office that a counterpart shares: « le président serbe … son homologue russe »."""
    place = bisect_left([d.head for d in descriptions], description.head)
    for other in reversed(descriptions[:place]):
        if tokens[other.head].sentence != tokens[description.head].sentence:
            return None
        if other.office:
            return other.office
    return None


def _mark_employers(
    tokens: Sequence[Token], descriptions: Sequence[Description], registered: Register, by_last: Mapping[int, Name]
) -> None:
    """« le patron de RéseauPlus », « les salariés de Verrelec »: whoever has a boss, staff or customers is no person."""
    for description in descriptions:
        name = by_last.get(description.last)
        if name is None or description.lemma not in _STAFF or name.kind != "unknown":
            continue
        if tokens[name.start - 1].folded in {"de", "d'", "chez"} and registered.of_name[name.first].kind == "unknown":
            registered.of_name[name.first].kind = "organisation"


_STAFF = {"patron", "PDG", "P-DG", "directeur", "directeur général", "employé", "salarié", "ouvrier", "client", "actionnaire", "usager",
          "ingénieur", "dirigeant", "gérant", "cadre", "usine", "filiale", "direction", "délégué syndical"}  # fmt: skip


def _name_before(tokens: Sequence[Token], description: Description, by_last: Mapping[int, Name]) -> Name | None:
    """Return the name that a description behind it explains, or None."""
    if description.noun.entry.kind != "person" or description.start == 0:
        return None
    before = description.start - 1
    if tokens[before].folded in _COPULAS and description.determiner in {"bare", "definite", "indefinite"}:
        while before > 0 and tokens[before].folded in _COPULAS | {"aussi", "ainsi", "donc", "egalement"}:
            before -= 1
        return by_last.get(before)
    if tokens[before].text not in {",", "("}:
        return None
    name = by_last.get(before - 1)
    if name is None or name.kind not in {"person", "unknown"}:
        return None
    if description.determiner == "bare" and tokens[before].text == ",":
        return name
    after = tokens[description.last + 1] if description.last + 1 < len(tokens) else None
    closed = after is None or after.text in {",", ".", ")", ";", ":", "»", "!", "?"} or after.folded in {"qui", "dont"}
    return name if description.determiner in {"bare", "definite"} and closed and description.name is None else None


_COPULAS = {"est", "etait", "sera", "fut", "devient", "devenu", "devenue", "nomme", "nommee", "elu", "elue", "ete", "a"}


def country_in(modifiers: Iterable[str]) -> str | None:
    """Return the country among modifiers, if exactly one is named."""
    countries = {m[1:] for m in modifiers if m.startswith("@")}
    return countries.pop() if len(countries) == 1 else None


__all__ = ["Entity", "Register", "attach_roles", "country_in", "country_of", "find_expansions", "modifiers_of", "noun_form", "register"]
