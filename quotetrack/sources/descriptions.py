"""Noun phrases that describe a source: « le secrétaire d'État », « un haut responsable de la présidence française ».

A phrase is read from its head noun outwards: adjectives and determiner before it, adjectives and complements with
« de » behind it, then a name that it introduces (« le directeur d'EFI Michel Balandier », « la ministre, Agnès Buzyn »).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quotetrack.lexicon.institutions import country_of, institution, is_country, is_nationality
from quotetrack.lexicon.roles import Noun, NounForm, noun_form, office
from quotetrack.lexicon.tables import fold
from quotetrack.model import Gender, SourceKind
from quotetrack.sources.names import Name
from quotetrack.sources.tokens import Token, text_of
from quotetrack.sources.words import (
    ARTICLES,
    CONTRACTED,
    DEMONSTRATIVES,
    FUNCTION_WORDS,
    INDEFINITES,
    NUMERALS,
    PLURAL_POSSESSIVES,
    PRENOMINAL,
    SINGULAR_POSSESSIVES,
    SPEAKER_POSSESSIVES,
    is_adjective,
)

Determiner = Literal["definite", "indefinite", "demonstrative", "possessive", "bare"]


@dataclass(frozen=True, slots=True)
class Description:
    """A described source as it stands at one place.

    Attributes:
        start: index of the first token, determiner included.
        core: index of the first token without determiner.
        head: index of the head noun.
        last: index of the last token of the phrase, a name that it introduces left out.
        noun: what the lexicon says of the head.
        determiner: how it is introduced; « du ministre » counts as definite.
        number: how many there are where a numeral says so (« les deux dirigeants » → 2).
        modifiers: folded words that tell it from others of its sort; « @France » for whatever names a country.
        office: the office that head and complement name together, such as ``head-of-state``.
        governs: it has a complement with a preposition, not adjectives alone.
        name: the proper name that it introduces, apposed or fused.
        apposed: that name stands behind a comma.
    """

    start: int
    core: int
    head: int
    last: int
    noun: NounForm
    determiner: Determiner
    plural: bool
    gender: Gender | None
    number: int | None
    modifiers: frozenset[str]
    office: str | None
    text: str
    governs: bool = False
    name: Name | None = None
    apposed: bool = False

    @property
    def kind(self) -> SourceKind:
        """Return what sort of source the head noun names; several persons are a group."""
        kind = self.noun.entry.kind
        return "group" if kind == "person" and self.plural else kind

    @property
    def lemma(self) -> str:
        """Return the head noun in the masculine singular."""
        return self.noun.entry.lemma

    @property
    def category(self) -> str:
        """Return the sort of role, organisation or document."""
        return self.noun.entry.category


def find_descriptions(
    tokens: Sequence[Token], names: Sequence[Name], heads: Collection[int] = ()
) -> list[Description]:
    """Return the described sources of a text in the order of their heads; one may hold another as its complement.

    Args:
        tokens: the document.
        names: its proper names.
        heads: indices of nouns that describe a source though no lexicon says so, because a report says so.
    """
    by_first = {n.start: n for n in names} | {n.first: n for n in names}
    inside = {i for n in names for i in range(n.first, n.last + 1) if n.kind == "person" or n.last > n.first}
    texts = [t.text for t in tokens]
    found: list[Description] = []
    position = 0
    while position < len(tokens):
        noun = noun_form(texts, position) if tokens[position].is_word and position not in inside else None
        if noun is None and position not in inside:
            noun = _unknown_noun(tokens, position, position in heads, by_first)
        described = _describe(tokens, position, noun, by_first) if noun is not None else None
        if described is None:
            position += 1
            continue
        found.append(described)
        position += described.noun.length
    return _outermost_named(_chained(tokens, found))


def _outermost_named(found: Sequence[Description]) -> list[Description]:
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


def _chained(tokens: Sequence[Token], found: Sequence[Description]) -> list[Description]:
    """Hand a name on to the phrase before: « le patron de la NSA, le général Keith Alexander, »."""
    by_start = {d.start: d for d in found}
    chained: list[Description] = []
    for described in found:
        if described.name is None and described.last + 2 < len(tokens) and tokens[described.last + 1].text == ",":
            following = by_start.get(described.last + 2)
            if (
                following is not None
                and following.name is not None
                and not following.plural
                and following.noun.entry.kind == "person"
                and following.determiner == "definite"
                and _may_be_named(described.noun, following.name)
                and not described.plural
                and not _enumerates(tokens, following.name.last + 1)
            ):
                described = replace(described, name=following.name, apposed=True)
        chained.append(described)
    return chained


def modifiers_of(words: Sequence[Token]) -> frozenset[str]:
    """Return what a complement says, in a form that can be compared: « de la présidence française » → presidence, @France."""
    found: set[str] = set()
    for token in words:
        if not token.is_word or token.folded in FUNCTION_WORDS or token.text.isdigit():
            continue
        country = country_of(token.text)
        if country is not None and (token.capital or is_nationality(token.text)):
            found.add(f"@{country}")
            if is_nationality(token.text) or is_country(token.text):
                continue
        found.add(stem(token.text))
    return frozenset(found)


def stem(word: str) -> str:
    """Return a word without plural or feminine ending: « socialistes » and « socialiste » meet."""
    folded = fold(word)
    if len(folded) > 3 and folded.endswith(("s", "x")):
        folded = folded[:-1]
    return folded[:-1] if len(folded) > 4 and folded.endswith("e") else folded


def _describe(
    tokens: Sequence[Token], head: int, noun: NounForm, by_first: Mapping[int, Name]
) -> Description | None:
    token = tokens[head]
    if not _is_noun_here(tokens, head, noun):
        return None
    core = head
    while core > 0 and tokens[core - 1].folded in PRENOMINAL and tokens[core - 1].folded not in {"de", "d'"}:
        core -= 1
    if core > 0 and tokens[core - 1].text in {"-", "ex"}:
        return None
    start, determiner, number, core = _determiner(tokens, core)
    # « secrétaire d'État » may be followed by more words of the head's own entry.
    end_of_head = head + noun.length - 1
    last = _complement_end(tokens, end_of_head, noun, by_first)
    plural = noun.plural if not _plural_by_determiner(tokens, start, core) else True
    name, apposed, last = _introduced_name(tokens, head, last, noun, by_first)
    complement = tokens[end_of_head + 1 : last + 1]
    before = [t for t in tokens[core:head] if t.folded not in _EMPTY]
    return Description(
        start=start,
        core=core,
        head=head,
        last=last,
        noun=noun,
        determiner=determiner,
        plural=plural,
        gender=noun.gender,
        number=number,
        modifiers=modifiers_of([*before, *complement]),
        office=_office(noun, token, complement),
        text=text_of(tokens, core, last),
        governs=any(t.folded in _LINKS for t in complement),
        name=name,
        apposed=apposed,
    )


def _unknown_noun(
    tokens: Sequence[Token], at: int, speaks: bool, by_first: Mapping[int, Name]
) -> NounForm | None:
    """Return an entry for a noun that the lexicon lacks.

    « les hamonistes », « la neurologue »: by its ending; « le kayakiste Jean Dupont »: by the name that follows; any
    other only where a report makes it speak.
    """
    token = tokens[at]
    if at > 0 and _is_inhabitant(token) and tokens[at - 1].folded in {"l'", "le", "la"} and at not in by_first:
        feminine = token.folded.endswith(("aise", "oise", "enne", "ine", "agnole", "que")) or tokens[at - 1].folded == "la"
        return NounForm(Noun(token.text, "person", "bare"), "f" if feminine else "m", False, 1)
    if token.capital or not token.is_word or token.folded in FUNCTION_WORDS or at == 0:
        return None
    before = tokens[at - 1].folded
    if before not in _DETERMINERS | PRENOMINAL or token.upos in {"VERB", "AUX", "ADP"}:
        return None
    plural = before in _PLURAL_DETERMINERS or token.folded.endswith("istes")
    follower = token.folded.endswith(_AGENTS) and token.folded not in _NO_AGENTS and token.upos in {"NOUN", "PROPN", None}
    named = by_first.get(at + 1)
    introduces = named is not None and named.kind == "person" and named.given > 0 and not plural and before not in {"de", "d'"}
    if follower or introduces:
        return NounForm(Noun(token.folded, "person", "unknown"), None, plural, 1)
    return NounForm(Noun(token.folded, "person" if plural else "unknown", "unknown"), None, plural, 1) if speaks else None


def _is_inhabitant(token: Token) -> bool:
    """« l'Espagnol », « la Serbe »: a nationality in the singular with the capital of a noun."""
    return token.capital and is_nationality(token.text) and not token.folded.endswith("s") or (
        token.capital and token.folded.endswith(("ais", "ois")) and is_nationality(token.text)
    )


def with_expansions(descriptions: Sequence[Description], expansions: Mapping[str, str]) -> list[Description]:
    """Return descriptions whose acronyms also count under their full names: « secrétaire du PS » is of the socialists."""
    long = {stem(short): frozenset(stem(w) for w in full.replace("’", " ").replace("'", " ").split() if fold(w) not in FUNCTION_WORDS)
            for short, full in expansions.items()}  # fmt: skip
    return [replace(d, modifiers=d.modifiers.union(*(_meanings(m, long) for m in d.modifiers))) for d in descriptions]


def _meanings(modifier: str, long: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return what an acronym stands for in the document or in the lexicon, and what its sort is called."""
    if modifier in long:
        return long[modifier]
    known = institution(modifier)
    if known is None or known.kind != "organisation":
        return frozenset()
    words = frozenset(stem(w) for w in (known.stands_for or "").split() if fold(w) not in FUNCTION_WORDS)
    return words | {"union": {"syndical", "syndicat"}, "party": {"parti"}}.get(known.category or "", set())


def _is_noun_here(tokens: Sequence[Token], head: int, noun: NounForm) -> bool:
    """Tell a noun from its doubles: « note l'étude », « il cadre », « le parti socialiste », « dans le cadre de »."""
    token = tokens[head]
    before = tokens[head - 1] if head else None
    if token.upos in {"VERB", "AUX"} and (before is None or before.folded not in _DETERMINERS):
        return False
    if token.upos == "ADJ" and not (before is not None and before.folded in _DETERMINERS):
        return False
    if noun.entry.category in {"party-member", "bare"} and (before is None or before.folded not in _DETERMINERS | PRENOMINAL | set(NUMERALS)):
        return False
    if token.folded in {"cadre", "milieu", "titre", "membre", "major"} and before is not None and before.folded == "le":
        return tokens[head - 2].folded not in {"dans", "au", "à"} if head > 1 else True
    if (is_nationality(token.text) and not token.capital) or (token.folded in {"general", "conservateur"} and _follows_noun(tokens, head)):
        return False
    return not (token.folded == "parti" and token.upos == "VERB")


def _follows_noun(tokens: Sequence[Token], head: int) -> bool:
    return head > 0 and tokens[head - 1].is_word and tokens[head - 1].folded not in _DETERMINERS | PRENOMINAL


def _determiner(tokens: Sequence[Token], core: int) -> tuple[int, Determiner, int | None, int]:
    """Return where the phrase begins, what introduces it, its numeral, and where it begins without determiner."""
    number = None
    at = core - 1
    if at >= 0 and tokens[at].folded in NUMERALS:
        number = NUMERALS[tokens[at].folded]
        core, at = at, at - 1
    if at < 0:
        return core, "bare", number, core
    word = tokens[at].folded
    if word in ARTICLES or word in {"du", "au", "aux"}:
        return at, "definite", number, core
    if word == "des":
        inside = at > 0 and tokens[at - 1].is_word and tokens[at - 1].upos not in {"VERB", "AUX", "SCONJ", "CCONJ"}
        inside = inside and tokens[at - 1].folded not in {"que", "qu'", "et", "selon", "par", "avec", "pour", "d'apres"}
        return at, "definite" if inside and not tokens[at].initial else "indefinite", number, core
    if word in DEMONSTRATIVES:
        return at, "demonstrative", number, core
    if word in SINGULAR_POSSESSIVES | PLURAL_POSSESSIVES | SPEAKER_POSSESSIVES:
        return at, "possessive", number, core
    if word in INDEFINITES - {"de", "d'", "des"} or number is not None:
        start = at if word in INDEFINITES else core
        return start, "indefinite", number, core
    return core, "bare", number, core


def _plural_by_determiner(tokens: Sequence[Token], start: int, core: int) -> bool:
    """« les porte-parole », « ces PDG »: the determiner tells where the noun does not."""
    return start < core and tokens[start].folded in _PLURAL_DETERMINERS


def _complement_end(
    tokens: Sequence[Token], last: int, noun: NounForm, by_first: Mapping[int, Name]
) -> int:
    """Return the index of the last token of the phrase whose head ends at ``last``."""
    depth = 0
    while last + 1 < len(tokens) and depth < 12:
        step = _complement_step(tokens, last, noun, by_first)
        if step is None:
            break
        last = step
        depth += 1
    return last


def _complement_step(
    tokens: Sequence[Token], last: int, noun: NounForm, by_first: Mapping[int, Name]
) -> int | None:
    """Return where one more adjective or complement ends, or None where the phrase is over."""
    at = last + 1
    token = tokens[at]
    if token.paragraph != tokens[last].paragraph or token.passage != tokens[last].passage:
        return None
    if token.text == "(":
        return _after_brackets(tokens, at)
    if not token.is_word and token.text not in {"'", "’"}:
        return None
    if is_adjective(token) or token.folded in _CLOSE_WORDS:
        return at
    if token.text == "Internet" or (token.acronym and noun.entry.kind == "person"):
        return at
    following = at + 1
    if token.folded in {"de", "d'", "du", "des"}:
        return _object_of(tokens, following, by_first)
    if noun.entry.category in _TAKES_A and token.folded in {"à", "au", "aux"}:
        return _object_of(tokens, following, by_first)
    if noun.entry.category in {"official", "adviser", "friend", "source", "expert"} and token.folded in {"au", "aux", "à"}:
        return _object_of(tokens, following, by_first)
    if token.folded in {"charge", "chargee", "charges", "proche", "proches"} and following < len(tokens):
        if tokens[following].folded in {"de", "d'", "du", "des"}:
            return _object_of(tokens, following + 1, by_first)
    if token.folded == "en" and following < len(tokens) and tokens[following].folded in {"chef", "exercice", "titre"}:
        return following
    return None


def _after_brackets(tokens: Sequence[Token], at: int) -> int | None:
    """Return the index of a closing bracket with more of the phrase behind it: « le maire (sans étiquette) de Tulle »."""
    for close in range(at + 1, min(at + 7, len(tokens) - 1)):
        if tokens[close].text == ")":
            more = tokens[close + 1].folded in {"de", "d'", "du", "des"}
            return close if more or (tokens[close + 1].text == "," and tokens[close + 2 : close + 3] and tokens[close + 2].capital) else None
    return None


def _object_of(tokens: Sequence[Token], at: int, by_first: Mapping[int, Name]) -> int | None:
    """Return the last index of the noun phrase that a preposition governs, or None."""
    while at < len(tokens) and (tokens[at].folded in _DETERMINERS | PRENOMINAL or tokens[at].folded in NUMERALS):
        at += 1
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    if at in by_first:
        return by_first[at].last
    token = tokens[at]
    if token.folded in FUNCTION_WORDS or token.upos in {"VERB", "AUX", "PRON", "ADV"} or token.text.isdigit():
        return None
    noun = noun_form([t.text for t in tokens[at : at + 5]], 0)
    return at + (noun.length if noun else 1) - 1


def _introduced_name(
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
        if following is not None and following.kind in {"person", "unknown"} and _may_be_named(noun, following):
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
    alone = name.kind == "person" and len(name.words) == 1 and not name.titled
    return noun.entry.kind == "organisation" and (name.kind in {"organisation", "unknown"} or alone) and not name.plural


def _nearest_role(tokens: Sequence[Token], head: int, last: int) -> int:
    """Return the index of the person noun nearest to the end of a phrase: « le porte-parole du ministre | X »."""
    nearest = head
    texts = [t.text for t in tokens[head : last + 6]]
    own = noun_form(texts, 0)
    for offset in range(own.length if own else 1, last - head + 1):
        noun = noun_form(texts, offset)
        if noun is not None and noun.entry.kind == "person" and not noun.plural:
            before = tokens[head + offset - 1].folded
            if before in _DETERMINERS | PRENOMINAL:
                nearest = head + offset
    return nearest


def _enumerates(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name behind a comma goes on as a list: « le ministre, Jean Dupont et Marie Durand sont venus »."""
    return False if at >= len(tokens) else tokens[at].folded == "et"


def _office(noun: NounForm, head: Token, complement: Sequence[Token]) -> str | None:
    words = [t.folded for t in complement if t.is_word and t.folded not in {"de", "d'", "du", "des", "la", "l'", "le", "les"}]
    lemma = noun.entry.lemma
    found = office(lemma, " ".join(words))
    if found is None:
        return None
    bare_president = fold(lemma) == "president" and words and not is_nationality(words[0]) and not country_of(words[0])
    if bare_president and words[0] not in {"republique", "conseil", "sortant", "elu", "election"}:
        return None
    if fold(lemma) == "secretaire d'etat" and words and not is_nationality(words[0]):
        return None
    return found


_LINKS = frozenset({"de", "d'", "du", "des", "à", "au", "aux", "en", "charge", "chargee"})
_EMPTY = ARTICLES | CONTRACTED | DEMONSTRATIVES | {"un", "une", "meme", "memes"} | set(NUMERALS)
_DETERMINERS = (
    ARTICLES | CONTRACTED | DEMONSTRATIVES | SINGULAR_POSSESSIVES | PLURAL_POSSESSIVES | SPEAKER_POSSESSIVES
    | {"un", "une", "certain", "certaine", "certains", "certaines", "plusieurs", "quelques", "chaque"}
)  # fmt: skip
_PLURAL_DETERMINERS = frozenset(
    {"les", "des", "ces", "ses", "leurs", "aux", "plusieurs", "quelques", "certains", "certaines"}
)
_AGENTS = ("istes", "iste", "logue", "logues", "naire", "iatre", "iatres", "peute", "peutes", "crate", "crates")
_NO_AGENTS = frozenset(
    "liste listes piste pistes dialogue dialogues catalogue catalogues analogue epilogue prologue monologue questionnaire "
    "partenaire anniversaire dictionnaire ordinaire itineraire veste poste reste geste millenaire centenaire "
    "bicentenaire seminaire luminaire".split()
)
_TAKES_A = frozenset({"minister", "candidate", "commissioner", "delegate", "secretary", "head", "deputy-head"})
_CLOSE_WORDS = frozenset({"adjoint", "adjointe", "plenipotentiaire"})
