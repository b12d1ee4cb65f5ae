"""Noun phrases that describe a source: « le secrétaire d'État », « un haut responsable de la présidence française ».

A phrase is read from its head noun outwards: adjectives and determiner before it, adjectives and complements with
« de » behind it, then a name that it introduces (« le directeur d'EFI Michel Balandier »).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from quotetrack.lexicon.institutions import institution, is_nationality
from quotetrack.lexicon.roles import Noun, NounForm, noun_form, nouns_from
from quotetrack.lexicon.tables import word_class
from quotetrack.model import Gender
from quotetrack.sources.capitals import has_inner_capital, singular_inhabitant
from quotetrack.sources.introduced import hand_names_on, introduced_name, leave_to_outermost
from quotetrack.sources.modifiers import modifiers_of
from quotetrack.sources.names import Name
from quotetrack.sources.offices import office_of
from quotetrack.sources.phrases import (
    BEFORE_NOUN,
    DETERMINERS,
    PLURAL_DETERMINERS,
    Description,
    complement_end,
    determiner_of,
    plural_by_determiner,
)
from quotetrack.sources.tokens import Token, text_of
from quotetrack.sources.words import (
    ARTICLES,
    CONTRACTED,
    DEMONSTRATIVES,
    FUNCTION_WORDS,
    NUMERALS,
    PRENOMINAL,
)


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
    texts = [_without_ex(t.text) if "-" in t.text else t.text for t in tokens]
    found: list[Description] = []
    end = 0
    for at in [
        token.index
        for before, token, text in zip([*tokens[-1:], *tokens], tokens, texts, strict=False)
        if token.is_word and (before.folded in BEFORE_NOUN or nouns_from(text))
    ]:
        if at < end or at in inside:
            continue
        noun = noun_form(texts, at)
        if noun is not None and _counsel(tokens, at, by_first):
            noun = NounForm(Noun("conseil", "person", "lawyer"), None, False, 1)
        elif noun is not None and _of_another_gender(tokens, at, noun, by_first):
            noun = None
        if noun is None and at > 0 and tokens[at - 1].folded in BEFORE_NOUN:
            noun = _unknown_noun(tokens, at, at in heads, by_first)
        described = _describe(tokens, at, noun, by_first) if noun is not None else None
        if described is not None:
            found.append(described)
            end = at + described.noun.length
    return leave_to_outermost(hand_names_on(tokens, found))


def _of_another_gender(
    tokens: Sequence[Token], at: int, noun: NounForm, by_first: Mapping[int, Name]
) -> bool:
    """« le critique Paul Roux », « la critique Anne Roux » are persons, as « la critique » is not."""
    named = by_first.get(at + 1)
    if at == 0 or noun.entry.kind == "person" or noun.gender != "f" or named is None:
        return False
    of_a_person = tokens[at - 1].folded in {"le", "un", "ce"} or noun.entry.category == "press"
    return of_a_person and named.kind == "person" and named.given > 0


def _counsel(tokens: Sequence[Token], at: int, by_first: Mapping[int, Name]) -> bool:
    """« promet son conseil », « le conseil du prévenu »: a lawyer; « son conseil municipal » is none."""
    if at == 0 or tokens[at].folded != "conseil":
        return False
    if _of_a_person(tokens, at + 1, by_first) or _is_titled(tokens, at):
        return True
    if tokens[at - 1].folded not in {"son", "leur"}:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    qualified = following is not None and (following.upos == "ADJ" or following.folded in {"de", "d'", "des"})
    return not qualified


def _is_titled(tokens: Sequence[Token], at: int) -> bool:
    """« le conseil du maire, Me Luc Roux »: no council is called « Me »."""
    ending = next((i for i in range(at, min(at + _LONGEST_PHRASE, len(tokens))) if not tokens[i].is_word), at)
    apart = tokens[ending].text == "," and ending + 1 < len(tokens)
    return apart and tokens[ending + 1].text == "Me" and tokens[at - 1].folded in {"le", "son", "leur"}


_LONGEST_PHRASE = 10


def _of_a_person(tokens: Sequence[Token], at: int, by_first: Mapping[int, Name]) -> bool:
    """« | du prévenu », « | de la jeune femme », « | de Mme Roux »: what somebody has before a court."""
    if at + 1 >= len(tokens) or tokens[at].folded not in {"de", "d'", "du", "des"}:
        return False
    name = by_first.get(at + 1)
    if name is not None:
        return name.kind == "person" and (name.titled or name.given > 0)
    while at + 2 < len(tokens) and tokens[at + 1].folded in BEFORE_NOUN:
        at += 1
    noun = noun_form([t.text for t in tokens[at + 1 : at + 5]], 0)
    return noun is not None and noun.entry.category in _WHO_HAVE_COUNSEL


_WHO_HAVE_COUNSEL = frozenset({"accused", "family", "person", "police"})


def _without_ex(word: str) -> str:
    """« ex-maire » is looked up as « maire »; that he no longer is one counts among the modifiers."""
    return word[3:] if word[:3].lower() == "ex-" else word


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
    start, determiner, number, core = determiner_of(tokens, core)
    # « secrétaire d'État » may be followed by more words of the head's own entry.
    end_of_head = head + noun.length - 1
    last = complement_end(tokens, end_of_head, noun, by_first)
    plural = noun.plural if not plural_by_determiner(tokens, start, core) else True
    name, apposed, last = introduced_name(tokens, start, head, last, noun, by_first)
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
        gender=_gender(tokens, start, core, noun),
        number=number,
        modifiers=_modifiers(token, before, complement),
        office=None if _VICE in (t.folded for t in tokens[core:head]) else office_of(noun, complement),
        text=text_of(tokens, core, last),
        governs=not _LINKS.isdisjoint([t.folded for t in complement]),
        name=name,
        apposed=apposed,
    )


def _modifiers(head: Token, before: Sequence[Token], complement: Sequence[Token]) -> frozenset[str]:
    """Return what tells a noun from others, and what it says itself: « l'Italienne », « l'ex-maire »."""
    told = modifiers_of([*before, *complement]) if before or complement else frozenset[str]()
    if head.capital and is_nationality(head.text):
        told |= modifiers_of([head])
    return told | _FORMER if head.folded[:3] == "ex-" else told


def _gender(tokens: Sequence[Token], start: int, core: int, noun: NounForm) -> Gender | None:
    """Return the gender of a role, the determiner's before the noun's: « la chef » is a woman."""
    person = noun.entry.kind == "person" and not noun.plural and start < core
    if person and noun.gender == "m" and tokens[start].folded in {"la", "une", "cette", "sa"}:
        return "f"
    return noun.gender or _gender_by_determiner(tokens, start, core, noun)


def _gender_by_determiner(tokens: Sequence[Token], start: int, core: int, noun: NounForm) -> Gender | None:
    """« la quadragénaire » is a woman; but « la victime » may be a man."""
    kinds = {"person", "unknown"}
    if noun.entry.kind not in kinds or noun.plural or start == core or noun.entry.lemma in _OF_ONE_GENDER:
        return None
    word = tokens[start].folded
    if tokens[core].folded in _FEMININE:
        return "f"  # « l'ancienne ministre »
    if tokens[core].folded in _MASCULINE:
        return "m"
    return "f" if word in {"la", "une", "cette"} else "m" if word in {"le", "un", "ce", "du", "au"} else None


def _unknown_noun(
    tokens: Sequence[Token], at: int, speaks: bool, by_first: Mapping[int, Name]
) -> NounForm | None:
    """Return an entry for a noun behind a determiner or an adjective that the lexicon lacks.

    « les hamonistes », « la neurologue »: by its ending; « le kayakiste Jean Dupont »: by the name that follows; any
    other only where a report makes it speak.
    """
    token = tokens[at]
    before = tokens[at - 1].folded
    if singular_inhabitant(tokens, at) and at not in by_first:
        feminine = token.folded.endswith(("aise", "oise", "enne", "ine", "agnole", "que")) or before == "la"
        return NounForm(Noun(token.text, "person", "bare"), "f" if feminine else "m", False, 1)
    if token.capital or token.folded in FUNCTION_WORDS or token.folded in _TIMES:
        return None
    if token.upos in {"VERB", "AUX", "ADP"}:
        return None
    plural = before in PLURAL_DETERMINERS or token.folded.endswith("istes")
    follower = (
        token.folded.endswith(_AGENTS)
        and token.folded not in _NO_AGENTS
        and token.upos in {"NOUN", "PROPN", None}
    )
    named = by_first.get(at + 1)
    introduces = (
        named is not None
        and named.kind == "person"
        and named.given > 0
        and not plural
        and before not in {"de", "d'"}
    )
    if follower or introduces:
        return NounForm(Noun(token.folded, "person", "unknown"), None, plural, 1)
    return (
        NounForm(Noun(token.folded, "person" if plural else "unknown", "unknown"), None, plural, 1)
        if speaks
        else None
    )


def _is_noun_here(tokens: Sequence[Token], head: int, noun: NounForm) -> bool:
    """Tell a noun from its doubles: « note l'étude », « il cadre », « le parti socialiste », « dans le cadre de »."""
    token = tokens[head]
    before = tokens[head - 1] if head else None
    if token.folded in PRENOMINAL and noun.length == 1 and _noun_follows(tokens, head + 1):
        return False
    if token.capital and noun.length == 1 and has_inner_capital(token.text):
        return False
    if token.upos in {"VERB", "AUX"} and (before is None or before.folded not in DETERMINERS):
        return _behind_name(tokens, head)
    if token.upos == "ADJ" and not (before is not None and before.folded in DETERMINERS):
        return False
    if noun.entry.category in {"party-member", "bare"} and (
        before is None or (before.folded not in BEFORE_NOUN and before.folded not in NUMERALS)
    ):
        return False
    if noun.entry.lemma == "populaire" and _qualifies(tokens, head):
        return False
    if (
        token.folded in {"cadre", "milieu", "titre", "membre", "major"}
        and before is not None
        and before.folded == "le"
    ):
        return tokens[head - 2].folded not in {"dans", "au", "à"} if head > 1 else True
    if (is_nationality(token.text) and not token.capital) or (
        noun.entry.lemma in {"général", "conservateur"} and _follows_noun(tokens, head)
    ):
        return False
    return not (token.folded == "parti" and token.upos == "VERB")


def _behind_name(tokens: Sequence[Token], head: int) -> bool:
    """« Anne Roux, déléguée CFDT »: a role, though the tagger takes it for what was done with her."""
    if head < 2 or head + 1 >= len(tokens) or tokens[head - 1].text != ",":
        return False
    following = institution(tokens[head + 1].text)
    house = following is not None and following.category in {"union", "party"}
    return house and tokens[head - 2].capital


def _qualifies(tokens: Sequence[Token], head: int) -> bool:
    """« la populaire animatrice » is no member of a people's party."""
    following = tokens[head + 1] if head + 1 < len(tokens) else None
    return following is not None and (following.upos in {"NOUN", "PROPN", "ADJ"} or following.capital)


def _noun_follows(tokens: Sequence[Token], at: int) -> bool:
    """« l'ancien maire »: what may stand before a noun is none where one follows."""
    if at >= len(tokens) or not tokens[at].is_word or (tokens[at].capital and not tokens[at].acronym):
        return False  # but « l'ancien PDG »
    form = noun_form([_without_ex(t.text) for t in tokens[at : at + 4]], 0)
    return form is not None and tokens[at].upos not in {"VERB", "AUX", "ADJ"}


def _follows_noun(tokens: Sequence[Token], head: int) -> bool:
    return head > 0 and tokens[head - 1].is_word and tokens[head - 1].folded not in BEFORE_NOUN


_FORMER = frozenset({"ancien"})


_VICE = "vice"
"""« le vice président »: no president."""


_LINKS = frozenset({"de", "d'", "du", "des", "à", "au", "aux", "en", "charge", "chargee"})


_OF_ONE_GENDER = frozenset(
    {"victime", "personne", "star", "vedette", "recrue", "figure", "personnalité", "tête de liste", "conseil"}
)
"""Nouns whose gender says nothing about the person."""


_FEMININE = frozenset(
    {"ancienne", "actuelle", "nouvelle", "premiere", "future", "petite", "grande", "seconde"}
)


_MASCULINE = frozenset(
    {"ancien", "actuel", "nouveau", "nouvel", "premier", "futur", "petit", "grand", "second"}
)
"""Adjectives before a noun that is the same for men and women."""


_EMPTY = ARTICLES | CONTRACTED | DEMONSTRATIVES | {"un", "une", "meme", "memes"} | set(NUMERALS)


_AGENTS = (
    "istes",
    "iste",
    "logue",
    "logues",
    "naire",
    "iatre",
    "iatres",
    "peute",
    "peutes",
    "crate",
    "crates",
)


_NO_AGENTS = word_class("no agents")


_TIMES = word_class("times")
