"""Proper names in a text: where they stand and what they look like, before anything is known of who is who.

Capitals, the lexicon and the parts of speech vote; none of them is trusted alone, for a tagger takes « Selon » for
a name and « Poutine » for a verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from quotetrack.lexicon.institutions import country_of, institution, medium
from quotetrack.lexicon.people import (
    CAPITAL_PARTICLES,
    PARTICLES,
    first_name_gender,
    is_first_name,
    title_gender,
)
from quotetrack.lexicon.roles import noun_alone
from quotetrack.lexicon.tables import fold, word_class
from quotetrack.memory import NAMES
from quotetrack.model import Gender, SourceKind
from quotetrack.sources.capitals import (
    STREETS,
    address,
    after_organisation,
    capitals_inside_sentences,
    has_inner_capital,
    known_name,
    last_in_marks,
    local_paper,
    run_at,
)
from quotetrack.sources.name_kinds import given_words, is_address, kind_of, org_word
from quotetrack.sources.tokens import Token, is_civility, text_of
from quotetrack.sources.words import FUNCTION_WORDS, is_adjective, takes_object
from quotetrack.values import value


@value
class Name:
    """A proper name as it stands at one place.

    Attributes:
        first, last: indices of its first and last token, civility title left out.
        start: index of the first token with the title.
        text: the name on one line.
        kind: what it looks like; ``unknown`` for a single word that could be anybody.
        gender: from the title or the first name.
        given: how many of its words are first names or initials.
        plural: it names several (« les Républicains »).
    """

    first: int
    last: int
    start: int
    text: str
    kind: SourceKind
    gender: Gender | None
    given: int
    words: tuple[str, ...]
    plural: bool = False
    titled: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """Return its words folded, for comparison."""
        return _folded(self.words)

    @property
    def family(self) -> tuple[str, ...]:
        """Return the folded words of the last name without lower-case particles; the whole name if it stands alone."""
        return _family(self.words, self.given)


@lru_cache(maxsize=NAMES)
def _family(words: tuple[str, ...], given: int) -> tuple[str, ...]:
    folded = _folded(words)
    rest = folded[given:] or folded
    while len(rest) > 1 and words[len(words) - len(rest)] in PARTICLES:
        rest = rest[1:]
    return rest


@lru_cache(maxsize=NAMES)
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(w) for w in words)


def find_names(tokens: Sequence[Token]) -> list[Name]:
    """Return the proper names of a text in order; they never overlap."""
    beginnings = [t for t in tokens if t.capital or t.folded in _BEFORE_CAPITALS]
    capitals = [t for t in beginnings if t.capital]
    usual = capitals_inside_sentences(capitals)
    fixed = _fixed_pairs(tokens, capitals)
    estates = _estates(tokens, capitals)
    found: list[Name] = []
    position = 0
    for token in beginnings:
        if token.index < position:
            continue
        if (last := last_in_marks(tokens, token.index)) is not None:
            found.append(_of_house(tokens, token.index, last))
            position = last + 1
            continue
        run = run_at(tokens, token.index, usual)
        if run is None:
            continue
        position = run[1] + 1
        for part in _names_of_run(tokens, run[0], run[1], usual):
            name = _with_estate(tokens, _whole(tokens, part, fixed), estates)
            position = max(position, name.last + 1)
            if not _is_common_noun(tokens, name):
                found.append(name)
    return _titled_with_article(tokens, _in_capitals(tokens, found))


def _of_house(tokens: Sequence[Token], first: int, last: int) -> Name:
    words = tuple(t.text for t in tokens[first : last + 1])
    return Name(first, last, first, text_of(tokens, first, last), "organisation", None, 0, words)


def _in_capitals(tokens: Sequence[Token], names: Sequence[Name]) -> list[Name]:
    """« Anne ROUX … la présidente ROUX »: capitals are a person's last name where a full name ends with them."""
    last_names = {
        n.words[-1]: n.gender for n in names if n.kind == "person" and n.given and n.words[-1].isupper()
    }
    if not last_names:
        return list(names)
    return [
        replace(n, kind="person", gender=last_names[n.text])
        if n.text in last_names and n.kind != "person" and tokens[n.first].acronym
        else n
        for n in names
    ]


def _titled_with_article(tokens: Sequence[Token], names: Sequence[Name]) -> list[Name]:
    """« Selon Le Matin », « L'Équipier »: a title, unless it is somebody's last name: « Anne Le Roux … Le Roux »."""
    if not any(n.words[0] in _ARTICLES and n.kind == "person" for n in names):
        return list(names)
    last_names = {n.words[-2:] for n in names if n.kind == "person" and len(n.words) > 2}

    def is_title(name: Name) -> bool:
        if name.kind != "person" or name.titled or name.words[0] not in _ARTICLES or len(name.words) < 2:
            return False
        noun = tokens[name.first + 1].upos == "NOUN" and name.words[:2] not in last_names
        return noun or name.words[0] not in {"Le", "La"}

    return [replace(n, kind="organisation", gender=None, given=0) if is_title(n) else n for n in names]


_ARTICLES = frozenset({"Le", "La", "L'", "L’", "Les"})


_BEFORE_CAPITALS = STREETS | {"l'"}
"""What a name may begin with besides a capital: « la rue de Grenelle », « l'Élysée »."""


def _is_common_noun(tokens: Sequence[Token], name: Name) -> bool:
    """« le Parlement », « l'Association », « le Président »: a noun with a capital describes, it does not name."""
    if (
        name.titled
        or len(name.words) > 1
        or tokens[name.first].acronym
        or after_organisation(tokens, name.first)
    ):
        return False
    if institution(name.text) or medium(name.text) or has_inner_capital(name.text):
        return False
    return noun_alone(name.text) is not None and not is_first_name(name.text)


def _whole(tokens: Sequence[Token], name: Name, fixed: set[tuple[str, str]]) -> Name:
    """Return a name with the lower-case words that belong to it: « Parti socialiste », « Place publique »."""
    if name.kind not in {"organisation", "unknown", "group"} or name.titled:
        return name
    last = organisation_extent(tokens, name)
    while last + 1 < len(tokens) and (tokens[last].text, tokens[last + 1].text) in fixed:
        last += 1
    if last == name.last:
        return name
    words = tuple(t.text for t in tokens[name.first : last + 1])
    kind = "organisation" if name.kind == "unknown" else name.kind
    return replace(name, last=last, text=text_of(tokens, name.first, last), words=words, kind=kind)


def _with_estate(tokens: Sequence[Token], name: Name, estates: Mapping[str, int]) -> Name:
    """Return a person's full name with the second part that it always has here: « François Villeroy de Galhau »."""
    more = estates.get(tokens[name.last].text, 0) if name.kind == "person" and name.given else 0
    if not more or name.given == len(name.words):
        return name
    last = name.last + more
    words = tuple(t.text for t in tokens[name.first : last + 1])
    return replace(name, last=last, text=text_of(tokens, name.first, last), words=words)


def _estates(tokens: Sequence[Token], capitals: Sequence[Token]) -> dict[str, int]:
    """Return last names that « de » and the same capital follow each time, twice at least, with how many words.

    « Luc Roux de Nantes » once says where he is from; a name has its second part wherever it stands.
    """
    following: dict[str, list[tuple[str, ...]]] = {}
    for token in capitals:
        at = token.index
        if 0 < at < len(tokens) - 2 and token.is_word and is_first_name(tokens[at - 1].text):
            behind = tokens[at + 1 : at + 3]
            joined = behind[0].text in {"de", "d'", "d’", "du"} and behind[1].capital
            following.setdefault(token.text, []).append(tuple(t.text for t in behind) if joined else ())
    return {
        name: len(seen[0])
        for name, seen in following.items()
        if len(seen) > 1 and seen[0] and len(set(seen)) == 1 and not _is_place_or_house(seen[0][1])
    }


def _is_place_or_house(word: str) -> bool:
    return country_of(word) is not None or institution(word) is not None or is_first_name(word)


def _fixed_pairs(tokens: Sequence[Token], capitals: Sequence[Token]) -> set[tuple[str, str]]:
    """Return capitalised words with the lower-case word that always follows them: « Aube dorée »."""
    following: dict[str, list[str]] = {}
    for left in capitals:
        if left.is_word and not left.acronym and left.folded not in FUNCTION_WORDS and left is not tokens[-1]:
            right = tokens[left.index + 1]
            ours = right.is_word and not right.capital and right.sentence == left.sentence
            following.setdefault(left.text, []).append(right.text if ours else "")
    fixed: set[tuple[str, str]] = set()
    for word, seen in following.items():
        next_word, always = seen[0], len(seen) > 1 and len(set(seen)) == 1
        if next_word and always and fold(next_word) not in FUNCTION_WORDS and not _verb(tokens, next_word):
            fixed.add((word, next_word))
    return fixed


def _verb(tokens: Sequence[Token], text: str) -> bool:
    return any(t.upos in {"VERB", "AUX", "PRON", "ADP", "ADV", "DET"} for t in tokens if t.text == text)


def _names_of_run(tokens: Sequence[Token], first: int, last: int, usual: set[str]) -> Iterator[Name]:
    """Yield the names that a run of capitalised words holds: « EFI Michel Balandier » holds two."""
    known = max(known_name(tokens, first), local_paper(tokens, first)) or address(tokens, first)
    if known and first + known - 1 == last:
        yield _known(tokens, first, last)
        return
    cut = _second_name(tokens, first, last)
    if cut is not None:
        yield from _names_of_run(tokens, first, cut - 1, usual)
        yield from _names_of_run(tokens, cut, last, usual)
        return
    yield _name(tokens, first, last)


def _second_name(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return where a person's name begins after another name in one run, or None.

    « le directeur d'EFI Michel Balandier », « la ministre de la Santé Agnès Buzyn », « le président de la Serbie
    Boris Tadic »; not « Jean Pierre Martin », where all is one name.
    """
    if last == first:
        return None
    if is_first_name(tokens[first].text):
        return _behind_whose(tokens, first, last)
    for at in range(first + 1, last):
        if not tokens[at].capital or tokens[at].text in CAPITAL_PARTICLES:
            continue  # « Tamim ben Hamad »: no Ben
        if is_first_name(tokens[at].text):
            return None if _begins_alone(tokens, first) else at
    if tokens[first].folded in _PORTFOLIOS and _of_minister(tokens, first):
        return first + 1
    governed = first > 0 and tokens[first - 1].folded in {"la", "l'", "le", "du", "de", "d'", "des", "les"}
    if governed and last - first >= 2 and (country_of(tokens[first].text) or tokens[first].acronym):
        return first + 1
    return None


def _behind_whose(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """« l'opposant à Paul Biya | Issa Tchiroma Bakary »: a second first name, behind whom he opposes."""
    if last < first + 3 or first < 2 or tokens[first - 1].folded not in _OF_WHOM:
        return None
    noun = noun_alone(tokens[first - 2].text)
    at = first + 2
    if noun is None or noun.entry.kind != "person" or is_first_name(tokens[first + 1].text):
        return None
    return at if tokens[at].capital and is_first_name(tokens[at].text) else None


_OF_WHOM = frozenset({"à", "de", "d'"})


def _begins_alone(tokens: Sequence[Token], first: int) -> bool:
    """« a dit Damantang Albert Camara », « le ministre Ravo Pierre Olo »: nothing in front makes it a thing's name."""
    token, before = tokens[first], tokens[first - 1] if first else None
    if token.acronym or institution(token.text) is not None or medium(token.text) is not None:
        return False
    if before is None or before.sentence != token.sentence or before.text in {",", "(", ":", "»", "«"}:
        return True
    noun = noun_alone(before.text)
    return before.upos in {"VERB", "AUX"} or (noun is not None and noun.entry.kind == "person")


def _of_minister(tokens: Sequence[Token], first: int) -> bool:
    """« la ministre des | Finances Roux »: a portfolio, and behind it the last name of who has it."""
    return any(tokens[i].folded == "ministre" for i in range(max(0, first - 4), first))


_PORTFOLIOS = word_class("portfolios")


def _known(tokens: Sequence[Token], first: int, last: int) -> Name:
    text = text_of(tokens, first, last)
    folded_medium = medium(text.replace("’", "'"))
    place = institution(text)
    gender: Gender | None = None
    kind: SourceKind = "organisation"
    if place is not None:
        kind = place.kind
    elif is_address(tokens, first, 0):
        kind = "place"  # « avenue de la Libération »
    elif folded_medium is not None:
        gender = folded_medium.gender
    plural = first > 0 and tokens[first - 1].folded in {"les", "des", "aux"}
    return Name(
        first, last, first, text, kind, gender, 0, tuple(text.split(" ")), plural and kind != "organisation"
    )


def _name(tokens: Sequence[Token], first: int, last: int) -> Name:
    words = tuple([t.text for t in tokens[first : last + 1]])
    before = tokens[first - 1] if first else None
    start = first
    gender: Gender | None = None
    titled = before is not None and is_civility(before)
    if titled and before is not None:
        start, gender = first - 1, title_gender(before.text)
    # Of « Mme A. » the title is half the name.
    shown = start if first == last and words[0].endswith(".") else first
    given = given_words(tokens, first, last)
    if given and not gender:
        gender = first_name_gender(words[0])
    kind = kind_of(tokens, first, last, given, titled)
    if kind == "person" and gender is None and first == last and not titled:
        gender = first_name_gender(words[0])  # but « Me Martin » may be a woman
    if kind != "person" and not titled:
        gender = None
    several = (
        first < last and words[0] == "Les" and kind != "organisation"
    )  # « le groupe parlementaire Les Verts »
    plural = (
        kind == "group"
        or several
        or (before is not None and before.folded in {"les", "des", "aux", "ces"} and kind != "person")
    )
    return Name(
        first,
        last,
        start,
        text_of(tokens, shown, last),
        kind,
        gender,
        given if kind == "person" else 0,
        words,
        plural,
        titled,
    )


_FIRST_OF_ORGANISATIONS = {
    "conference",
    "rassemblement",
    "front",
    "etats",
    "palais",
    "jardin",
    "bloc",
    "assises",
    "bourse",
}


def organisation_extent(tokens: Sequence[Token], name: Name) -> int:
    """Return the last index of an organisation's name that goes on in lower case.

    « Rassemblement national des indépendants », « Conseil de sécurité des Nations unies »: the first word is a
    noun of the lexicon or ends as one does, and adjectives and « de » complements follow.
    """
    last = name.last
    if name.kind not in {"organisation", "unknown"} or tokens[name.first].acronym:
        return last
    if medium(name.text) is not None or institution(name.text) is not None:
        return last
    if not (org_word(tokens[name.first]) or tokens[name.first].folded in _FIRST_OF_ORGANISATIONS):
        return last
    while last + 1 < len(tokens) and last - name.first < 8:
        step = _organisation_step(tokens, last)
        if step is None:
            break
        last = step
    return last


def _organisation_step(tokens: Sequence[Token], last: int) -> int | None:
    token = tokens[last + 1]
    qualifies = token.is_word and not token.capital and is_adjective(token)
    if qualifies and token.folded not in FUNCTION_WORDS and not takes_object(tokens, last + 1):
        return last + 1
    if token.folded == "et" and last + 2 < len(tokens) and is_adjective(tokens[last]):
        joined = tokens[last + 2]  # « Conseil économique et social »
        return last + 2 if not joined.capital and is_adjective(joined) else None
    if token.folded not in {"de", "d'", "du", "des"}:
        return None
    at = last + 2
    if at < len(tokens) and tokens[at].folded in {"la", "l'", "les"}:
        at += 1
    if at < len(tokens) and tokens[at].is_word and tokens[at].folded not in FUNCTION_WORDS:
        return at if tokens[at].upos not in {"VERB", "AUX", "ADV", "NUM"} else None
    return None
