"""The names, descriptions and pronouns of a text in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from quotetrack.lexicon.institutions import medium
from quotetrack.sources.names import Name
from quotetrack.sources.phrases import Description
from quotetrack.sources.pronouns import PRONOUNS
from quotetrack.sources.tokens import Token, text_of
from quotetrack.sources.words import FUNCTION_WORDS, PRENOMINAL


def alone_in_marks(tokens: Sequence[Token], at: int) -> range:
    """Return the tokens of a name that has its marks to itself: « …, écrit « Le Progrès » »; the frame mentions it."""
    first = last = at
    passage = tokens[at].passage
    while first and tokens[first - 1].passage == passage is not None:
        first -= 1
        if at - first >= _LONGEST_NAME:
            return range(0)
    while last + 1 < len(tokens) and tokens[last + 1].passage == passage is not None:
        last += 1
        if last - first >= _LONGEST_NAME:
            return range(0)
    named = medium(text_of(tokens, first, last).replace("’", "'")) is not None
    return range(first, last + 1) if named else range(0)


_LONGEST_NAME = 6
"""Words of a paper's name."""


def aside_speaker(tokens: Sequence[Token], at: int) -> range:
    """Return the tokens of the speaker of an aside inside quotation marks: « …, soupire une sénatrice, … ».

    The head may have adjectives and a determiner before it; before those stands the verb, and before that a comma.
    Empty where the speaker does not follow its verb in this way: he is then part of the words.
    """
    if "-" in tokens[at].text and tokens[at].folded.rpartition("-")[2] in {
        "il",
        "elle",
        "ils",
        "elles",
        "on",
    }:
        return range(at, at + 1)
    before = at - 1
    while before > 0 and (
        tokens[before].folded in _BEFORE_SPEAKER | PRENOMINAL or tokens[before].text in _TITLES
    ):
        before -= 1
    verb = before
    while (
        verb > 0 and at - verb < 9 and tokens[verb].is_word and tokens[verb].paragraph == tokens[at].paragraph
    ):
        noun = tokens[verb].upos in {"NOUN", "PROPN", "PRON"} and tokens[verb].folded not in _CLITICS
        if noun and verb != before:
            return range(0)
        verb -= 1
    if verb == before or tokens[verb].text not in {",", "?", "!", "…", "–", "—"}:
        return range(0)
    end = at
    while end + 1 < len(tokens) and tokens[end + 1].is_word and tokens[end + 1].passage == tokens[at].passage:
        end += 1
    return range(before + 1, end + 1)


_BEFORE_SPEAKER = {
    "le",
    "la",
    "l'",
    "les",
    "un",
    "une",
    "des",
    "ce",
    "cet",
    "cette",
    "son",
    "sa",
    "ses",
    "leur",
    "leurs",
}


_CLITICS = {"se", "s'", "nous", "lui", "leur", "le", "la", "l'", "en", "y"}
"""« …, se plaint Jean Roux, … », « …, nous confie le maire, … »: part of the verb."""


_TITLES = {"M.", "Mme", "Me", "Dr", "Dre", "Pr", "Mlle", "MM."}


def reading_order(
    tokens: Sequence[Token], names: Sequence[Name], descriptions: Sequence[Description]
) -> Iterator[Event]:
    """Yield names, descriptions and subject pronouns in text order, each with the index of its first token."""
    events: list[tuple[int, int, Name | Description | str]] = [(n.start, 1, n) for n in names]
    events += [(d.start, 0, d) for d in descriptions]
    covered = {i for n in names for i in range(n.first, n.last + 1)}
    for at in [t.index for t in tokens if t.folded in _PRONOUN_WORDS or "-" in t.folded]:
        if at not in covered and (form := pronoun_form(tokens, at)) is not None:
            events.append((at, 2, form))
    events.sort(key=itemgetter(0, 1))
    for at, _, event in events:
        yield at, event


Event = tuple[int, Name | Description | str]
"""What is read at a token: a name, a description, or the form of a pronoun."""


_PRONOUN_WORDS = frozenset({"celui", "celle", "ce", "cette", "ces", "le", "la", *PRONOUNS})
"""Words that a pronoun may begin with, those with a hyphen apart."""


def pronoun_form(tokens: Sequence[Token], at: int) -> str | None:
    """Return the key in `PRONOUNS` of the pronoun at a token: « a-t-il » → il, « cette dernière », « elle »."""
    folded = tokens[at].folded
    if folded in {"ce", "cette", "ces"} and at + 1 < len(tokens):
        both = f"{folded} {tokens[at + 1].folded}"
        following = tokens[at + 2] if at + 2 < len(tokens) else None
        noun_follows = (
            following is not None and following.upos == "NOUN" and following.folded not in FUNCTION_WORDS
        )
        return both if both in PRONOUNS and not noun_follows else None
    if folded in {"le", "la"} and at + 1 < len(tokens) and tokens[at + 1].folded in _ONE_OF_TWO:
        return _one_of_two(tokens, at)
    if folded in {"celui", "celle"} and 0 < at < len(tokens) - 1:
        # « …, clame celui qui est aussi éducateur »: who has the word
        behind = [t.folded for t in tokens[at + 1 : at + 3]]
        relative = behind[0] in {"qui", "que", "qu'", "dont"} or behind[1:] == ["qui"]  # « celle pour qui »
        told = tokens[at - 1].upos in {"VERB", "AUX"} and relative
        return {"celui": "il", "celle": "elle"}[folded] if told else None
    if folded in PRONOUNS:
        return None if folded == "lui" and tokens[at].upos not in {None, "PRON"} else folded
    tail = folded.rpartition("-")[2].removeprefix("t'")  # « ajoute-t'il », as it is often misspelt
    return tail if tail in {"il", "elle", "ils", "elles"} and "-" in folded else None


def _one_of_two(tokens: Sequence[Token], at: int) -> str | None:
    """« le premier », « la seconde », « le même », where no noun follows."""
    following = tokens[at + 2] if at + 2 < len(tokens) else None
    goes_on = following is not None and (
        following.upos in {"NOUN", "ADJ", "PROPN", "NUM"}
        or following.capital
        or following.folded in {"de", "du", "d'", "que", "qu'"}
    )
    form = f"{tokens[at].folded} {tokens[at + 1].folded}"
    return form if form in PRONOUNS and not goes_on else None


_ONE_OF_TWO = frozenset({"premier", "premiere", "second", "seconde", "meme"})


def nested_heads(descriptions: Sequence[Description], names: Sequence[Name]) -> frozenset[int]:
    """Return the head indices of what stands as a complement inside another description."""
    covered = {i for d in descriptions for i in range(d.head + 1, d.last + 1)}
    return frozenset({d.head for d in descriptions} & covered | {n.first for n in names} & covered)


def acts(tokens: Sequence[Token], description: Description) -> bool:
    """« Hier, le premier | ministre a parlé »: of several words that make one noun, the parse has its own head."""
    first, length = description.head, description.noun.length
    return tokens[first].subject or (length > 1 and any([t.subject for t in tokens[first : first + length]]))


def tells_what_one_is(tokens: Sequence[Token], description: Description) -> bool:
    """« il jure ne pas être candidat »: nobody whom « il » could mean further on."""
    bare = description.determiner == "bare" and not description.plural and description.name is None
    return bare and description.start > 0 and tokens[description.start - 1].folded in _BEING


_BEING = frozenset({"etre", "devenir", "redevenir", "rester"})
