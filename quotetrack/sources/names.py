"""Proper names in a text: where they stand and what they look like, before anything is known of who is who.

Capitals, the lexicon and the parts of speech vote; none of them is trusted alone, for a tagger takes « Selon » for
a name and « Poutine » for a verb.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quotetrack.lexicon.institutions import country_of, institution, is_nationality, medium
from quotetrack.lexicon.people import (
    CAPITAL_PARTICLES,
    PARTICLES,
    first_name_gender,
    is_first_name,
    office_holders,
    title_gender,
)
from quotetrack.lexicon.roles import noun_form
from quotetrack.lexicon.tables import fold
from quotetrack.model import Gender, SourceKind
from quotetrack.sources.tokens import Token, is_civility, text_of
from quotetrack.sources.words import FUNCTION_WORDS, is_adjective


@dataclass(frozen=True, slots=True)
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
        return tuple(fold(w) for w in self.words)

    @property
    def family(self) -> tuple[str, ...]:
        """Return the folded words of the last name, lower-case particles left out; the whole name if it stands alone."""
        rest = self.key[self.given :] or self.key
        while len(rest) > 1 and self.words[len(self.words) - len(rest)] in PARTICLES:
            rest = rest[1:]
        return rest


def find_names(tokens: Sequence[Token]) -> list[Name]:
    """Return the proper names of a text in order; they never overlap."""
    usual = _capitals_inside_sentences(tokens)
    fixed = _fixed_pairs(tokens)
    found: list[Name] = []
    position = 0
    while position < len(tokens):
        run = _run(tokens, position, usual)
        if run is None:
            position += 1
            continue
        position = run[1] + 1
        for name in (_whole(tokens, n, fixed) for n in _names_of_run(tokens, run[0], run[1], usual)):
            position = max(position, name.last + 1)
            if not _is_common_noun(tokens, name):
                found.append(name)
    return found


def _is_common_noun(tokens: Sequence[Token], name: Name) -> bool:
    """« le Parlement », « l'Association », « le Président »: a noun with a capital describes, it does not name."""
    if name.titled or len(name.words) > 1 or tokens[name.first].acronym or _after_organisation(tokens, name.first):
        return False
    if institution(name.text) or medium(name.text):
        return False
    return noun_form([name.text], 0) is not None and not is_first_name(name.text)


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


def _fixed_pairs(tokens: Sequence[Token]) -> set[tuple[str, str]]:
    """Return the capitalised words that always come with the same lower-case word: « Vision diversité », « Aube dorée »."""
    following: dict[str, Counter[str]] = {}
    for left, right in pairwise(tokens):
        if left.capital and left.is_word and left.folded not in FUNCTION_WORDS and not left.acronym:
            ours = right.text if right.is_word and not right.capital and right.sentence == left.sentence else ""
            following.setdefault(left.text, Counter())[ours] += 1
    fixed: set[tuple[str, str]] = set()
    for word, seen in following.items():
        next_word, count = seen.most_common(1)[0]
        always = next_word and count == sum(seen.values()) and count > 1
        if always and fold(next_word) not in FUNCTION_WORDS and not _verb(tokens, next_word):
            fixed.add((word, next_word))
    return fixed


def _verb(tokens: Sequence[Token], text: str) -> bool:
    return any(t.upos in {"VERB", "AUX", "PRON", "ADP", "ADV", "DET"} for t in tokens if t.text == text)


def _capitals_inside_sentences(tokens: Sequence[Token]) -> set[str]:
    """Return the words that stand with a capital where no rule of spelling asks for one."""
    return {t.text for t in tokens if t.capital and not t.initial and t.folded not in FUNCTION_WORDS}


def _run(tokens: Sequence[Token], at: int, usual: set[str]) -> tuple[int, int] | None:
    """Return first and last index of the sequence of capitalised words that begins here, or None."""
    known = _known_name(tokens, at)
    if known:
        return at, at + known - 1
    if not _may_begin(tokens, at, usual):
        return None
    last = at
    while (following := _continues(tokens, at, last)) is not None:
        last = following
    return at, last


def _known_name(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens the institution, country or medium that begins here has; 0 if there is none.

    « la Maison Blanche », « Le Monde », « au Monde »; not « le monde », not « Paris Hilton » or « Nancy Pelosi ».
    """
    if not tokens[at].capital and tokens[at].folded not in {"l'"}:
        return 0
    words: list[str] = []
    best = 0
    for length in range(1, 7):
        end = at + length - 1
        if end >= len(tokens) or not (tokens[end].is_word or tokens[end].text in {"'", "’"}):
            break
        if length > 1 and tokens[end].initial:
            break
        words.append(tokens[end].text)
        text = text_of(tokens, at, end).replace("’", "'")
        if (found := medium(text)) is not None and _printed_as_medium(tokens, at, text, found.name):
            best = length
        elif (place := institution(text)) is not None and _same_capitals(text, place.name):
            best = length
    following = tokens[at + best] if at + best < len(tokens) else None
    if best == 1 and following is not None and following.capital and not following.initial:
        if is_first_name(tokens[at].text) or not (following.acronym or is_nationality(following.text)):
            return 0
    return best


def _printed_as_medium(tokens: Sequence[Token], at: int, text: str, name: str) -> bool:
    """Tell a newspaper from the noun: « Le Monde » or « au Monde », never « le Monde entier » or « Le monde »."""
    if _same_capitals(text, name):
        return text != "Marianne" or not (at + 1 < len(tokens) and tokens[at + 1].capital)
    bare = name.partition(" ")[2] or name[2:]
    before = tokens[at - 1].folded if at else ""
    return _same_capitals(text, bare) and before in {"du", "au", "des", "aux", "le", "la", "l'"}


def _same_capitals(text: str, name: str) -> bool:
    """Tell whether a text has capitals where the name has; a name in capitals may be written « Onu »."""
    if text.isupper() or (name.isupper() and text[:1].isupper() and " " not in name):
        return True
    ours, theirs = text.split(), name.split()
    return len(ours) == len(theirs) and all(
        a[:1].isupper() or not b[:1].isupper() for a, b in zip(ours, theirs, strict=True)
    )


def _may_begin(tokens: Sequence[Token], at: int, usual: set[str]) -> bool:
    token = tokens[at]
    if not token.capital or not token.is_word or is_civility(token):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    next_capital = following is not None and following.capital and not following.initial
    if token.text in CAPITAL_PARTICLES and next_capital and following is not None:
        return _particle_begins(tokens, at, usual)
    if token.folded in FUNCTION_WORDS or token.folded in _CALENDAR or len(token.text) == 1:
        return False
    if token.text.endswith(".") and not next_capital:
        return False
    role = noun_form([t.text for t in tokens[at : at + 4]], 0)
    if role is not None and role.entry.kind == "person" and not is_first_name(token.text) and not token.acronym:
        return not token.initial and _after_organisation(tokens, at)
    if _singular_inhabitant(tokens, at):
        return False
    if not token.initial or token.acronym or token.text in usual:
        return True
    if is_first_name(token.text) or office_holders(token.text):
        return token.upos in {None, "PROPN", "NOUN", "X"} or next_capital
    if is_nationality(token.text):
        return following is not None and following.folded == "et" and token.folded.endswith("s")
    if noun_form([token.text], 0) is not None:
        return False
    if token.upos is not None:
        return token.upos in {"PROPN", "X"} or (next_capital and token.upos in {"NOUN", "ADJ", "VERB"} and not _common_ending(token))
    return next_capital and not _common_ending(token)


def _after_organisation(tokens: Sequence[Token], at: int) -> bool:
    """« l'association Clients debout »: behind a common noun of organisation, a capital begins a name."""
    before = tokens[at - 1] if at else None
    form = noun_form([before.text], 0) if before is not None and not before.capital else None
    return form is not None and form.entry.kind == "organisation"


def _particle_begins(tokens: Sequence[Token], at: int, usual: set[str]) -> bool:
    """Tell whether « Le » in « Le Pen » belongs to a name: not at the start of a sentence unless the name is known."""
    token, following = tokens[at], tokens[at + 1]
    whole = f"{token.text} {following.text}"
    if office_holders(whole):
        return True
    if token.initial or following.acronym:
        return False
    return medium(following.text) is None and institution(following.text) is None


def _common_ending(token: Token) -> bool:
    """« Interrogé Jean … », « Invoquant … »: a participle or an adverb at the start of a sentence is no name."""
    return token.folded.endswith(("ant", "ement", "ee", "ees", "es")) or token.text.endswith(("é", "és", "i", "is"))


def _continues(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return the index of the capitalised word that carries the name on after ``last``, or None."""
    at = last + 1
    if at >= len(tokens) or tokens[at].paragraph != tokens[first].paragraph:
        return None
    token = tokens[at]
    if token.initial and not tokens[last].text.endswith("."):
        return None
    if token.capital and token.is_word and not is_civility(token):
        if token.folded in FUNCTION_WORDS and token.text not in CAPITAL_PARTICLES and not token.acronym:
            return None
        return at if _known_name(tokens, at) < 2 else None
    if token.text.isdigit() and at + 1 < len(tokens) and tokens[last].capital and len(token.text) < 3:
        return at if medium(text_of(tokens, first, at)) else None
    particles = at
    while particles < len(tokens) and tokens[particles].folded in PARTICLES and particles - at < 3:
        particles += 1
    if particles == at or particles >= len(tokens) or not tokens[particles].capital:
        return None
    if tokens[at].folded in {"de", "d'", "du", "des", "la", "y"}:
        only_first_names = all(is_first_name(tokens[i].text) for i in range(first, last + 1) if tokens[i].capital)
        if not only_first_names or is_first_name(tokens[particles].text) or institution(tokens[particles].text):
            return None
    return particles


def _names_of_run(tokens: Sequence[Token], first: int, last: int, usual: set[str]) -> Iterator[Name]:
    """Yield the names that a run of capitalised words holds: « EFI Michel Balandier » holds two."""
    known = _known_name(tokens, first)
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
    if last == first or is_first_name(tokens[first].text):
        return None
    for at in range(first + 1, last):
        if is_first_name(tokens[at].text) and tokens[at].text not in CAPITAL_PARTICLES:
            return at
    governed = first > 0 and tokens[first - 1].folded in {"la", "l'", "le", "du", "de", "d'", "des", "les"}
    if governed and last - first >= 2 and (country_of(tokens[first].text) or tokens[first].acronym):
        return first + 1
    return None


def _known(tokens: Sequence[Token], first: int, last: int) -> Name:
    text = text_of(tokens, first, last)
    folded_medium = medium(text.replace("’", "'"))
    place = institution(text)
    gender: Gender | None = None
    kind: SourceKind = "organisation"
    if place is not None:
        kind = place.kind
    elif folded_medium is not None:
        gender = folded_medium.gender
    plural = first > 0 and tokens[first - 1].folded in {"les", "des", "aux"}
    return Name(first, last, first, text, kind, gender, 0, tuple(text.split(" ")), plural and kind != "organisation")


def _name(tokens: Sequence[Token], first: int, last: int) -> Name:
    words = tuple(t.text for t in tokens[first : last + 1])
    before = tokens[first - 1] if first else None
    start = first
    gender: Gender | None = None
    titled = before is not None and is_civility(before)
    if titled and before is not None:
        start, gender = first - 1, title_gender(before.text)
    given = _given(tokens, first, last)
    if given and not gender:
        gender = first_name_gender(words[0])
    kind = _kind(tokens, first, last, given, titled)
    if kind != "person" and not titled:
        gender = None
    plural = kind == "group" or (before is not None and before.folded in {"les", "des", "aux", "ces"} and kind != "person")
    return Name(first, last, start, text_of(tokens, first, last), kind, gender, given if kind == "person" else 0, words, plural, titled)


def _given(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return how many words at the start of a name are first names or initials, never all of several."""
    count = 0
    if tokens[first].text in CAPITAL_PARTICLES:
        return 0
    for at in range(first, last):
        text = tokens[at].text
        if is_first_name(text) or text.endswith("."):
            count += 1
        else:
            break
    if count == 0 and last > first and _looks_personal(tokens, first, last):
        return 1
    return count


def _kind(tokens: Sequence[Token], first: int, last: int, given: int, titled: bool) -> SourceKind:
    """Guess the kind of a name from its form and the word before it."""
    words = tokens[first : last + 1]
    before = tokens[first - 1].folded if first else ""
    if titled:
        return "person"
    if office_holders(" ".join(t.text for t in words)):
        return "person"
    if last > first and given and is_first_name(words[0].text) and not _org_word(words[-1]):
        return "person"
    if before in {"les", "des", "aux"} or _inhabitants(words):
        return "group"
    if any(t.acronym for t in words) and not (given and is_first_name(words[0].text)):
        return "organisation"
    if before in _ARTICLES and not _personal_after_article(tokens, first):
        return "organisation"
    if last > first and _looks_personal(tokens, first, last):
        return "person"
    if last == first and is_first_name(words[0].text) and before not in {"de", "d'", "à", "en"}:
        return "person"
    return "organisation" if before == "chez" or _has_inner_capital(words[0].text) else "unknown"


def _has_inner_capital(word: str) -> bool:
    """« RéseauPlus », « BlackRock »: no last name but Mac and Mc has a capital inside."""
    return any(a.islower() and b.isupper() for a, b in pairwise(word)) and not word.startswith(("Mac", "Mc", "De", "Le", "La", "Di", "Van"))


def _inhabitants(words: Sequence[Token]) -> bool:
    """« Européens »: a nationality in the plural, with the capital of a noun."""
    return len(words) == 1 and is_nationality(words[0].text) and words[0].folded.endswith("s") and not _singular_in_s(words[0])


def _singular_inhabitant(tokens: Sequence[Token], at: int) -> bool:
    """« l'Espagnol » describes a person; so it is no name."""
    token = tokens[at]
    alone = at + 1 >= len(tokens) or not tokens[at + 1].capital
    return alone and at > 0 and tokens[at - 1].folded in {"l'", "le", "la"} and is_nationality(token.text) and (
        not token.folded.endswith("s") or _singular_in_s(token)
    )


def _singular_in_s(token: Token) -> bool:
    return is_nationality(token.text) and not is_nationality(token.text[:-1])


def _looks_personal(tokens: Sequence[Token], first: int, last: int) -> bool:
    """« Hashim Thaci »: two to four capitalised words, no article, no word of an organisation."""
    words = tokens[first : last + 1]
    before = tokens[first - 1].folded if first else ""
    if not 2 <= len(words) <= 5 or before in _ARTICLES:
        return False
    return not any(t.acronym or _org_word(t) or any(c.isdigit() for c in t.text) or is_nationality(t.text) for t in words)


def _personal_after_article(tokens: Sequence[Token], first: int) -> bool:
    return first > 1 and tokens[first - 1].folded == "d'" and is_first_name(tokens[first].text)


def _org_word(token: Token) -> bool:
    if token.folded in _ORGANISATION_WORDS:
        return True
    form = noun_form([token.text], 0)
    return form is not None and form.entry.kind != "person" and not is_first_name(token.text)


_ARTICLES = {"le", "la", "l'", "un", "une", "du", "au", "ce", "cette", "cet"}
_ORGANISATION_WORDS = set(
    "group inc corp corporation company bank university college news post times institute foundation international "
    "football club racing olympique sporting stade union united city airlines motors league party council network "
    "research consulting partners capital energy pharma systems technologies media radio tv press agency".split()
)
_FIRST_OF_ORGANISATIONS = {"rassemblement", "front", "etats", "palais", "jardin", "bloc", "assises", "bourse"}
_CALENDAR = set(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout "
    "septembre octobre novembre decembre noel paques toussaint internet".split()
)


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
    if not (_org_word(tokens[name.first]) or tokens[name.first].folded in _FIRST_OF_ORGANISATIONS):
        return last
    while last + 1 < len(tokens) and last - name.first < 8:
        step = _organisation_step(tokens, last)
        if step is None:
            break
        last = step
    return last


def _organisation_step(tokens: Sequence[Token], last: int) -> int | None:
    token = tokens[last + 1]
    if token.is_word and not token.capital and is_adjective(token) and token.folded not in FUNCTION_WORDS:
        return last + 1
    if token.folded not in {"de", "d'", "du", "des"}:
        return None
    at = last + 2
    if at < len(tokens) and tokens[at].folded in {"la", "l'", "les"}:
        at += 1
    if at < len(tokens) and tokens[at].is_word and tokens[at].folded not in FUNCTION_WORDS:
        return at if tokens[at].upos not in {"VERB", "AUX", "ADV", "NUM"} else None
    return None
