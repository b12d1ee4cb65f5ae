"""Which capitalised words belong together, and which capitals say nothing."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.lexicon.institutions import begins_known_name, country_of, institution, is_nationality, medium
from quotetrack.lexicon.people import (
    CAPITAL_PARTICLES,
    LEADING_PARTICLES,
    PARTICLES,
    is_first_name,
    office_holders,
)
from quotetrack.lexicon.roles import noun_alone, noun_form, nouns_from
from quotetrack.lexicon.tables import with_elisions, word_class
from quotetrack.sources.tokens import Token, is_civility, text_of
from quotetrack.sources.words import ARTICLES, FUNCTION_WORDS


def capitals_inside_sentences(capitals: Sequence[Token]) -> set[str]:
    """Return those of a text's words with a capital that stand where no rule of spelling asks for one."""
    return {t.text for t in capitals if not t.initial and t.folded not in FUNCTION_WORDS}


def run_at(tokens: Sequence[Token], at: int, usual: set[str]) -> tuple[int, int] | None:
    """Return first and last index of the sequence of capitalised words that begins here, or None."""
    if not tokens[at].capital and tokens[at].folded != "l'":
        of_power = address(tokens, at)
        return (at, at + of_power - 1) if of_power else None
    if known := max(known_name(tokens, at), local_paper(tokens, at)):
        return at, at + known - 1
    if not _may_begin(tokens, at, usual):
        return None
    last = at
    while (following := _continues(tokens, at, last)) is not None:
        last = following
    return at, last


def known_name(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens the institution, country or medium that begins here has; 0 if there is none.

    « la Maison Blanche », « Le Monde », « au Monde »; not « le monde », not « Paris Hilton » or « Nancy Pelosi ».
    """
    if not tokens[at].capital and tokens[at].folded not in {"l'"}:
        return 0
    best = 0
    text = ""
    if not begins_known_name(tokens[at].text.replace("’", "'")):
        return 0
    for length in range(1, 7):
        end = at + length - 1
        if end >= len(tokens) or not (tokens[end].is_word or tokens[end].text in {"'", "’"}):
            break
        if length > 1 and tokens[end].initial:
            break
        space = " " if length > 1 and tokens[end - 1].end < tokens[end].start else ""
        text += space + tokens[end].text.replace("’", "'")
        if not begins_known_name(text):
            break
        if ((found := medium(text)) is not None and _printed_as_medium(tokens, at, text, found.name)) or (
            (place := institution(text)) is not None and _same_capitals(text, place.name)
        ):
            best = length
    following = tokens[at + best] if best == 1 and at + best < len(tokens) else None
    if following is None or not following.capital or following.initial:
        return best
    goes_on = is_first_name(tokens[at].text) or not (following.acronym or is_nationality(following.text))
    return 0 if goes_on else best


def address(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens an address has that stands for a power and begins in lower case: « la place Beauvau »."""
    if tokens[at].folded not in STREETS:
        return 0
    for last in range(min(at + 3, len(tokens) - 1), at, -1):
        known = institution(text_of(tokens, at, last)) if tokens[last].capital else None
        if known is not None and known.stands_for:
            return last - at + 1
    return 0


STREETS = word_class("streets")


def local_paper(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens a local newspaper has that begins here, or 0: « L'Écho de la Mortagne »."""
    if tokens[at].folded not in _OPENS_A_PAPER:
        return 0
    article = tokens[at].folded in ARTICLES and tokens[at].capital
    first = at + 1 if article else at
    if first + 2 >= len(tokens) or not tokens[first].capital or tokens[first].folded not in _PRESS_TITLES:
        return 0
    last = first
    if tokens[first + 1].folded in {"de", "d'", "du", "des"}:
        named = first + 3 if tokens[first + 2].folded in {"la", "l'", "les"} else first + 2
        last = named if named < len(tokens) and tokens[named].capital else first
        while (
            last > first and last + 1 < len(tokens) and tokens[last + 1].capital and tokens[last].text != "."
        ):
            last += 1
    elif first == at:
        return 0
    return last - at + 1 if last > first or not tokens[first + 1].capital else 0


_PRESS_TITLES = word_class("press titles")


_OPENS_A_PAPER = _PRESS_TITLES | ARTICLES


def _printed_as_medium(tokens: Sequence[Token], at: int, text: str, name: str) -> bool:
    """Tell a newspaper from the noun: « Le Monde » or « au Monde », never « le Monde entier » or « Le monde »."""
    if _same_capitals(text, name):
        return text != "Marianne" or not (at + 1 < len(tokens) and tokens[at + 1].capital)
    bare = name.partition(" ")[2] or name[2:]
    before = tokens[at - 1].folded if at else ""
    return _same_capitals(text, bare) and before in {"du", "au", "des", "aux", "le", "la", "l'"}


def _same_capitals(text: str, name: str) -> bool:
    """Tell whether a text has capitals where the name has; a name in capitals may be written « Onu ».

    « L'équipe » at the beginning of a sentence is a team, « L'Équipe » a newspaper.
    """
    if text.isupper() or (name.isupper() and text[:1].isupper() and " " not in name):
        return True
    ours, theirs = with_elisions(text), with_elisions(name)
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
        return _particle_begins(tokens, at)
    if token.folded in _CALENDAR and next_capital and is_first_name(token.text):
        return following is not None and following.folded not in _CALENDAR  # « Noël Koffi »
    if token.folded in FUNCTION_WORDS or token.folded in _CALENDAR or len(token.text) == 1:
        return False
    if token.acronym and of_a_share(tokens, at):
        return False
    if token.text.endswith(".") and not next_capital:
        return at > 0 and is_civility(tokens[at - 1])  # « Mme A. assure »
    role = noun_form([t.text for t in tokens[at : at + 4]], 0) if nouns_from(token.text) else None
    if (
        role is not None
        and role.entry.kind == "person"
        and not is_first_name(token.text)
        and (not token.acronym or token.text == role.entry.lemma)
    ):
        return not token.initial and after_organisation(tokens, at)
    if singular_inhabitant(tokens, at):
        return False
    if not token.initial or token.acronym or token.text in usual or _set_apart(tokens, at):
        return True
    if is_first_name(token.text) or office_holders(token.text):
        if _of_something(tokens, at):
            return False
        return token.upos in {None, "PROPN", "NOUN", "X"} or next_capital
    if is_nationality(token.text):
        return following is not None and following.folded == "et" and token.folded.endswith("s")
    if has_inner_capital(token.text):
        return True
    if noun_alone(token.text) is not None:
        return False
    if token.upos is not None:
        # « Excédée Julie attend »: a participle in front of a first name, whatever the tagger says
        # « Arrivent Anne Morin et son frère »: so is a verb that opens the sentence
        told = following is not None and is_first_name(following.text) and len(token.text) > 4
        told = told and (token.text.endswith(("é", "ée", "ent")) or token.upos == "VERB")
        return not told and (
            token.upos in {"PROPN", "X"}
            or (next_capital and token.upos in {"NOUN", "ADJ", "VERB"} and not _common_ending(token))
        )
    return next_capital and not _common_ending(token)


def after_organisation(tokens: Sequence[Token], at: int) -> bool:
    """« l'association Clients debout »: behind a common noun of organisation, a capital begins a name."""
    before = tokens[at - 1] if at else None
    form = noun_alone(before.text) if before is not None and not before.capital else None
    return form is not None and form.entry.kind == "organisation"


def _of_something(tokens: Sequence[Token], at: int) -> bool:
    """« Hermine d'hiver », « Rose des sables » at the beginning of a line: things, though people are called so."""
    behind = tokens[at + 1 : at + 3]
    return (
        len(behind) == 2 and behind[0].folded in _OF_A_THING and behind[1].is_word and not behind[1].capital
    )


_OF_A_THING = frozenset({"d'", "de", "du", "des"})


def last_in_marks(tokens: Sequence[Token], at: int) -> int | None:
    """Return where a house's name of several words ends: « l'association « Les Amis du lac » »; no clause is one."""
    if at < 2 or tokens[at - 1].text not in _OPENING or not after_organisation(tokens, at - 1):
        return None
    for last in range(at, min(at + _LONGEST_NAME, len(tokens) - 1)):
        clause = tokens[last].upos in {"AUX", "PRON"} or (tokens[last].upos == "VERB" and last > at)
        if clause or not tokens[last].is_word:
            return None
        if tokens[last + 1].text in _CLOSING:
            return last if last > at else None
    return None


_OPENING, _CLOSING = frozenset({"«", "“", '"'}), frozenset({"»", "”", '"'})
_LONGEST_NAME = 8


def _set_apart(tokens: Sequence[Token], at: int) -> bool:
    """« l'association « Rivages » »: one word in marks behind a noun of organisation is its name."""
    if at < 2 or at + 1 >= len(tokens) or tokens[at - 1].text not in _OPENING:
        return False
    return tokens[at + 1].text in _CLOSING and after_organisation(tokens, at - 1)


def _particle_begins(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether « Le » in « Le Pen » belongs to a name: not at the start of a sentence unless the name is known."""
    token, following = tokens[at], tokens[at + 1]
    whole = f"{token.text} {following.text}"
    if office_holders(whole):
        return True
    if following.acronym:
        return False
    if (
        token.initial
        and token.folded in FUNCTION_WORDS
        and not (token.text == "De" and _acts(tokens, at + 1))
    ):
        return False
    return medium(following.text) is None and institution(following.text) is None


def has_inner_capital(word: str) -> bool:
    """« EnQuête », « LeSoir »: written like no common noun."""
    return word[1:] != word[1:].lower() and not word.isupper() and word.isalpha()


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """« De | Zerbi s'est dit choqué »: with a verb right behind it, what follows « De » is no place one comes from."""
    if country_of(tokens[at].text) is not None or is_first_name(tokens[at].text):
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and (
        behind.upos in {"VERB", "AUX"} or behind.folded in {"se", "s'", "ne", "n'"}
    )


def _common_ending(token: Token) -> bool:
    """« Interrogé Jean … », « Invoquant … »: a participle or an adverb at the start of a sentence is no name."""
    return token.folded.endswith(("ant", "ement", "ee", "ees", "es")) or token.text.endswith(
        ("é", "és", "i", "is")
    )


def _continues(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return the index of the capitalised word that carries the name on after ``last``, or None."""
    at = last + 1
    if at >= len(tokens) or tokens[at].paragraph != tokens[first].paragraph:
        return None
    token = tokens[at]
    if token.initial and not tokens[last].text.endswith("."):
        return None
    if token.capital and token.is_word and (not is_civility(token) or _named_so(tokens[last], token)):
        region = token.text == "Est" and tokens[last].text in {"Grand", "Nord", "Sud"}
        function = token.folded in FUNCTION_WORDS and token.text not in CAPITAL_PARTICLES
        if function and not token.acronym and not region:
            return None
        if token.acronym and of_a_share(tokens, at):
            return None
        return at if known_name(tokens, at) < 2 else None
    if token.text.isdigit() and at + 1 < len(tokens) and tokens[last].capital and len(token.text) < 3:
        return at if medium(text_of(tokens, first, at)) else None
    particles = at
    while particles < len(tokens) and tokens[particles].folded in PARTICLES and particles - at < 3:
        particles += 1
    if particles == at or particles >= len(tokens):
        return None
    leads = tokens[last].text in LEADING_PARTICLES and last > first
    if not tokens[particles].capital:
        small = leads and tokens[particles].folded not in FUNCTION_WORDS  # « Els Van de keere »
        return particles if small and tokens[particles].is_word else None
    if tokens[at].folded in {"de", "d'", "du", "des", "la"} and not leads:
        only_first_names = all(
            is_first_name(tokens[i].text) for i in range(first, last + 1) if tokens[i].capital
        )
        if (
            not only_first_names
            or is_first_name(tokens[particles].text)
            or institution(tokens[particles].text)
        ):
            return None
    return particles


def of_a_share(tokens: Sequence[Token], at: int) -> bool:
    """« Norvia NRV.L a publié », « Airbus (AIR.PA) »: by what a share goes at an exchange, nobody's name."""
    dot = at + 1 if at + 2 < len(tokens) and tokens[at + 1].text == "." else at - 1
    if dot < 1 or dot + 1 >= len(tokens) or tokens[dot].text != ".":
        return False
    share, exchange = tokens[dot - 1], tokens[dot + 1]
    joined = share.end == tokens[dot].start and tokens[dot].end == exchange.start
    return joined and share.acronym and exchange.text.isupper() and len(exchange.text) <= 2


def _named_so(before: Token, title: Token) -> bool:
    """« Ahmed Ould Cheikh El Moctar »: behind a particle, what is else a title is part of the name."""
    return before.folded in PARTICLES and len(title.text) > 3


_BEFORE_ONE = frozenset({"l'", "le", "la", "un", "une"})


def singular_inhabitant(tokens: Sequence[Token], at: int) -> bool:
    """« l'Espagnol », « la Nantaise », « une Britannique » describe a person; so they are no names."""
    token = tokens[at]
    if at > 0 and (tokens[at - 1].folded in _FORMER or token.folded[:3] == "ex-") and _once_from(token):
        return True
    if at == 0 or not token.capital or tokens[at - 1].folded not in _BEFORE_ONE:
        return False
    if at + 1 < len(tokens) and tokens[at + 1].capital and not is_first_name(tokens[at + 1].text):
        return _before_full_name(tokens, at)
    if is_nationality(token.text):
        return not token.folded.endswith("s") or singular_in_s(token)
    named = at + 1 < len(tokens) and tokens[at + 1].capital
    of_region = token.folded in _INHABITANTS_BY_NAME or (
        token.folded.endswith(("ien", "ienne", "een", "eenne")) and noun_alone(token.text) is None
    )
    return (
        (token.folded.endswith(_OF_TOWNS) or of_region)
        and not token.acronym
        and (named or token.folded not in _REGIONS)
        and institution(token.text) is None
        and medium(token.text) is None
    )


_FORMER = frozenset({"ancien", "ancienne"})


def _once_from(token: Token) -> bool:
    """« l'ancien Lyonnais », « l'ex-Toulousain »: no region, no newspaper was ever anything else."""
    town = token.text[3:] if token.folded.startswith("ex-") else token.text
    return town[:1].isupper() and not town.isupper() and token.folded.endswith(_INHABITANTS)


def _before_full_name(tokens: Sequence[Token], at: int) -> bool:
    """« le Fidjien Semi Nadolo »: where a person is from, before a first name that no list has."""
    token = tokens[at]
    three = at + 2 < len(tokens) and tokens[at + 2].capital and not tokens[at + 2].initial
    of_somewhere = is_nationality(token.text) or token.folded.endswith(_INHABITANTS)
    return (
        three
        and of_somewhere
        and not token.acronym
        and token.folded not in _REGIONS
        and noun_alone(token.text) is None
        and institution(token.text) is None
        and medium(token.text) is None
        and not any(tokens[i].acronym for i in (at + 1, at + 2))
    )


_INHABITANTS = ("ais", "aise", "ois", "oise", "ien", "ienne", "een", "eenne", "ain", "aine")


_OF_TOWNS = ("ais", "aise", "ois", "oise")


_INHABITANTS_BY_NAME = word_class("inhabitants")


_REGIONS = word_class("no inhabitants")


def singular_in_s(token: Token) -> bool:
    """Tell whether the final s of a nationality is not a plural's: « Français », not « Serbes »."""
    return is_nationality(token.text) and not is_nationality(token.text[:-1])


_CALENDAR = word_class("calendar")
