"""Nouns that name a source: roles with their gender (« directrice »), organisations, documents, groups.

A form is looked up as printed, in either number; entries of several words (« premier ministre ») win over
shorter ones::

    noun_form(["la", "directrice", "générale"], 1).entry.lemma   # "directeur général", gender "f"
    noun_form(["les", "journaux"], 1).entry.kind                 # "organisation", plural
    office("chef", "état")                                       # "head-of-state"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from quotetrack.lexicon.tables import fold, rows
from quotetrack.memory import NAMES, WORDS
from quotetrack.model import Gender, SourceKind

LONGEST = 4
"""How many words the longest entry has."""

ANONYMOUS_CATEGORIES = frozenset(
    {"official", "adviser", "friend", "diplomat", "witness", "police", "magistrate"}
)
"""Roles that hide a name when they come with an indefinite article: « un conseiller », « un diplomate »."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that can name a source.

    Attributes:
        lemma: masculine singular for roles, singular otherwise.
        kind: what sort of source it names.
        category: what sort of role, organisation or document: ``minister``, ``media``, ``study`` …
    """

    lemma: str
    kind: SourceKind
    category: str


@dataclass(frozen=True, slots=True)
class NounForm:
    """A form of a noun met in a text.

    Attributes:
        length: number of words.
        gender: None where the form is the same for both (« un porte-parole »).
    """

    entry: Noun
    gender: Gender | None
    plural: bool
    length: int


def noun_form(words: Sequence[str], at: int) -> NounForm | None:
    """Return the longest entry that begins at a position of a list of words, or None.

    A compound counts as its first part: « médecin-conseil » → « médecin ».
    """
    if at >= len(words):
        return None
    begun = nouns_from(words[at])
    if begun is None:
        return None
    longest, part = begun
    for length in range(min(longest, len(words) - at), 0, -1):
        found = _entry_of(" ".join(words[at : at + length]))
        if found is not None:
            return found
    return part


@lru_cache(maxsize=NAMES)
def noun_alone(word: str) -> NounForm | None:
    """Return the entry that is this one word, or None."""
    return noun_form((word,), 0)


@lru_cache(maxsize=WORDS)
def nouns_from(word: str) -> tuple[int, NounForm | None] | None:
    """Return how many words the longest entry has that begins with a word, and what its first part is as a compound.

    None for most words, which begin no noun that can name a source; all words of an article are asked about.
    """
    longest = _longest_by_first_word().get(_first_word(fold(word)), 0)
    part = _first_part(word)
    return (longest, part) if longest or part is not None else None


def forms_of(category: str) -> Iterator[str]:
    """Yield all forms of the nouns of a category: « socialiste », « socialistes » … of the party members."""
    return (form for form, noun in _forms().items() if noun.entry.category == category)


def heads_office(head: str) -> bool:
    """Tell whether a noun names an office, alone or with a complement: « chef », « secrétaire d'État »."""
    return fold(head) in _office_heads()


def office(head: str, complement: str) -> str | None:
    """Return the office that a head noun and the beginning of its complement name, both folded or not.

    « chef », « État » → ``head-of-state``; « patron », « diplomatie » → ``foreign-minister``; None for « chef » alone.
    """
    table, first = _offices(), fold(head)
    words = fold(complement).split()
    for length in range(len(words), 0, -1):
        if found := table.get((first, " ".join(words[:length]))):
            return found
    return table.get((first, ""))


@lru_cache(maxsize=NAMES)
def _entry_of(text: str) -> NounForm | None:
    printed = text.replace("’", "'").replace("' ", "'")
    # Accents tell « suspecte » from « suspecté »; only capitals may go without: « Etat », « ECOLE ».
    return _forms().get(printed.lower()) or (
        _unaccented().get(fold(printed)) if _may_lack_accents(printed) else None
    )


def _first_part(word: str) -> NounForm | None:
    """Return the entry of the first part of a compound, if it is a person: « médecin-conseil » → « médecin »."""
    first, hyphen, _ = word.partition("-")
    compound = _forms().get(first.lower()) if hyphen else None
    return compound if compound is not None and compound.entry.kind == "person" else None


@cache
def _longest_by_first_word() -> dict[str, int]:
    longest: dict[str, int] = {}
    for form, noun in _unaccented().items():
        first = _first_word(form)
        longest[first] = max(longest.get(first, 0), noun.length)
    return longest


def _first_word(folded: str) -> str:
    return next(iter(folded.replace("'", "' ").split()), "")


def _may_lack_accents(printed: str) -> bool:
    return any(c.isupper() for c in printed)


@cache
def _forms() -> dict[str, NounForm]:
    found: dict[str, NounForm] = {}

    def add(form: str, entry: Noun, gender: Gender | None, plural: bool) -> None:
        length = len(form.replace("'", "' ").split())
        for spelled in (form.lower(), form.lower().translate(_SPELLING_OF_1990)):
            found.setdefault(spelled, NounForm(entry, gender, plural, length))

    for noun, gender, kind, category in rows("speakers.tsv", 4):
        entry = Noun(noun, cast(SourceKind, kind), category)
        add(noun, entry, cast(Gender, gender), noun in _PLURALS)
        for plural in _plurals(noun):
            add(plural, entry, cast(Gender, gender), True)
    for masculine, feminine, category in rows("roles.tsv", 3):
        entry = Noun(masculine, "person", category)
        forms: list[tuple[str, Gender | None]] = [(masculine, "m"), (feminine, "f")]
        for form, gender_of in forms if masculine != feminine else [(masculine, None)]:
            add(form, entry, gender_of, False)
            for plural in _plurals(form):
                add(plural, entry, gender_of, True)
    return found


@cache
def _unaccented() -> dict[str, NounForm]:
    found: dict[str, NounForm] = {}
    for form, noun in _forms().items():
        found.setdefault(fold(form), noun)
    return found


_SPELLING_OF_1990 = str.maketrans("îû", "iu")
"""« entraineur », « maitre »: the spelling of 1990 leaves out these circumflexes."""

_PLURALS = {"gens", "autorités", "forces", "secours", "services secrets", "milieux"}
_INVARIABLE = {"porte-parole", "PDG", "P-DG", "ONG", "garde des Sceaux", *_PLURALS}


def _plurals(noun: str) -> Iterator[str]:
    """Yield the plurals of a noun: of the first word, and of an adjective that follows it directly."""
    if noun in _INVARIABLE:
        return
    words = noun.split(" ")
    yield " ".join([_plural(words[0]), *words[1:]])
    if len(words) == 2 and "'" not in words[1]:
        yield f"{_plural(words[0])} {_plural(words[1])}"


def _plural(word: str) -> str:
    if word[-1] in "sxz":
        return word
    if word.endswith("al") and word not in {"final", "festival"}:
        return word[:-2] + "aux"
    return word + ("x" if word.endswith(("eau", "eu")) else "s")


@cache
def _office_heads() -> frozenset[str]:
    return frozenset(head for head, _ in _offices())


@cache
def _offices() -> dict[tuple[str, str], str]:
    return {(fold(head), fold(complement)): name for head, complement, name in rows("offices.tsv", 3)}
