"""From a source mention as it stands by its cue to the source that it means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from quotetrack.model import Source, Span
from quotetrack.sources.asides import where_one_says_so
from quotetrack.sources.entities import Entity
from quotetrack.sources.events import pronoun_form
from quotetrack.sources.groups import group_of, the_two
from quotetrack.sources.lookup import CLAUSE_MARKS, Index
from quotetrack.sources.names import Name
from quotetrack.sources.parts import another_of_that_sort, named_one, one_of_theirs, one_of_them
from quotetrack.sources.phrases import Description
from quotetrack.sources.pronouns import SPEAKERS
from quotetrack.sources.reading import Reading
from quotetrack.sources.tokens import Token
from quotetrack.sources.wording import as_worded, entity_at, is_partitive
from quotetrack.sources.words import ARTICLES, DEMONSTRATIVES, PREPOSITIONS, is_adjective
from quotetrack.syntax.tree import Sentence
from quotetrack.values import value


@value
class Mention:
    """A source mention to resolve.

    Attributes:
        span: the noun phrase or pronoun as it stands (« le responsable », « elle », the « il » of « dit-il »).
        sentence: index of its sentence, None where there is no parse for it.
        head: id of the word that heads it in that sentence.
    """

    span: Span
    sentence: int | None = None
    head: int | None = None


def unknown_heads(
    tokens: Sequence[Token], mentions: Sequence[Mention], sentences: Sequence[Sentence]
) -> frozenset[int]:
    """Return the indices of the nouns that head mentions, by the parse or else the first behind a determiner."""
    found: set[int] = set()
    for mention in mentions:
        first = bisect_right(tokens, mention.span.start, key=_END)
        if first < len(tokens) and pronoun_form(tokens, first) is not None:
            continue
        if mention.sentence is not None and mention.head is not None:
            word = sentences[mention.sentence].word(mention.head)
            at = bisect_left(tokens, word.start, key=_START)
            if word.upos == "NOUN" and at < len(tokens) and tokens[at].start == word.start:
                found.add(at)
                continue
        if first + 1 < len(tokens) and tokens[first].folded in ARTICLES | DEMONSTRATIVES | {
            "un",
            "une",
            "des",
        }:
            found.add(first + 1)
    return frozenset(i for i in found if not tokens[i].capital)


_START, _END = attrgetter("start"), attrgetter("end")


def head_tokens(index: Index, mention: Mention, sentences: Sequence[Sentence]) -> list[int]:
    """Return the indices of the tokens that head a mention: of its name, noun or pronoun, of each joined part."""
    inside = index.between(mention.span)
    heads = [i for i in inside if i in index.names or i in index.descriptions]
    if not heads:
        return (
            list(inside[:1])
            if pronoun_at(index, inside) is None
            else [pronoun_at(index, inside) or inside[0]]
        )
    first = _main(index, heads, mention, sentences)
    if (one := named_one(index, inside)) is not None:
        return [one.first]
    several = _named_several(index, first, inside)
    return several or [first, *_joined_heads(index, first, inside)]


def _named_several(index: Index, first: int, inside: range) -> list[int]:
    """« les députés Luc Roux (Vienne) et Anne Petit »: the heads are the names, if there are several.

    Behind a comma as well: « ses avocats, Mes Luc Roux et Anne Petit, ».
    """
    described = index.descriptions.get(first)
    if described is None or not described.plural or described.noun.entry.kind != "person":
        return []
    at = described.last + 1
    if at in inside and index.tokens[at].text == ",":
        at += 1
    name = index.names.get(at) or index.names.get(at + 1)
    if name is None or name.kind != "person" or at not in inside or name.start != at:
        return []
    named = [name.first, *_joined_heads(index, name.first, inside)]
    return named if len(named) > 1 and all(i in index.names for i in named) else []


def source_of(
    index: Index, reading: Reading, mention: Mention, sentences: Sequence[Sentence]
) -> Entity | Source | None:
    """Return the entity that a mention means, a source of its own wording, or None where nobody can know."""
    inside = index.between(mention.span)
    if not inside:
        return None
    pronoun = pronoun_at(index, inside)
    if pronoun is not None:
        return _of_pronoun(index, reading, pronoun)
    words = [index.tokens[i].folded for i in inside]
    if words in (["tous", "deux"], ["toutes", "deux"], ["les", "deux"]):
        return the_two(reading, inside.start, words[0] == "toutes")
    heads = head_tokens(index, mention, sentences)
    if heads[0] not in index.names and heads[0] not in index.descriptions:
        return (
            one_of_them(index, reading, inside)
            or another_of_that_sort(index, reading, inside)
            or as_worded(index, inside)
        )
    if (one := named_one(index, inside)) is not None:
        return reading.registered.of_name[one.first]
    if is_partitive(index.tokens, inside):
        return one_of_theirs(index, reading, inside) or as_worded(index, inside)
    if len(heads) == 1 and (named := _named_at_the_end(index, heads[0], inside)) is not None:
        return reading.registered.of_name[named.first]
    wording = inside if len(heads) == 1 else range(0)
    entities = list(dict.fromkeys(entity_at(index, reading, i, wording) for i in heads))
    if len(entities) > 1:
        return group_of(reading, entities)
    return entities[0]


def _named_at_the_end(index: Index, head: int, inside: range) -> Name | None:
    """Return the person whose name closes a mention behind a comma: « la présidente de Vision, Aïda Kamar »."""
    described = index.descriptions.get(head)
    if described is None or described.name is not None or described.plural:
        return None
    if described.noun.entry.kind not in {"person", "unknown"}:
        return None
    for i in range(described.last + 1, inside.stop):
        name = index.names.get(i)
        if i in index.introduced:
            return None
        if name is not None and name.kind in {"person", "unknown"}:
            closed = name.last >= inside.stop - 1 or index.tokens[name.last + 1].text == ","
            before = index.tokens[name.start - 1]
            joined = before.text in {",", '"', "»", "”"} or (
                is_adjective(before) and name.start - 1 > described.last
            )
            return name if closed and joined else None
    return None


def pronoun_at(index: Index, inside: range) -> int | None:
    """Return the index of the pronoun that a mention consists of, or None."""
    tokens = [index.tokens[i] for i in inside if index.tokens[i].is_word]
    if not tokens or len(tokens) > 3:
        return None
    first = tokens[0]
    form = pronoun_form(index.tokens, first.index)
    if form is not None and len(tokens) == 1 + form.count(" "):
        return first.index
    if len(tokens) == 1 and (
        first.folded in SPEAKERS | {"on", "qui", "lequel", "laquelle"} or first.folded.endswith("-on")
    ):
        return first.index
    return None


def _of_pronoun(index: Index, reading: Reading, at: int) -> Entity | Source | None:
    folded = index.tokens[at].folded
    if folded == "on" or folded.endswith("-on"):
        return where_one_says_so(index, reading, at)
    if folded in {"qui", "lequel", "laquelle"}:
        before = [r for r in reading.discourse.trail if r.last in {at - 1, at - 2} and not r.nested]
        return before[-1].entity if before else None
    return reading.of_pronoun.get(at)


def _main(index: Index, heads: Sequence[int], mention: Mention, sentences: Sequence[Sentence]) -> int:
    """Return which of the names and nouns in a mention it is about: the one that the parse says, else the first."""
    if mention.sentence is not None and mention.head is not None:
        head = sentences[mention.sentence].word(mention.head)
        for i in heads:
            if index.tokens[i].start == head.start:
                return i
            name = index.names.get(i)
            if (
                name is not None
                and index.tokens[name.first].start <= head.start < index.tokens[name.last].end
            ):
                return i if i == heads[0] or _first_is_apart(index, heads, i) else heads[0]
    return heads[0]


def _first_is_apart(index: Index, heads: Sequence[int], chosen: int) -> bool:
    """Tell whether the noun before a name neither introduces it nor holds it: then the parse decides."""
    first = index.descriptions.get(heads[0])
    return first is None or (first.name is None and chosen > first.last)


def _joined_heads(index: Index, first: int, inside: range) -> list[int]:
    """Return the heads that « et » joins to the first: « le premier secrétaire, Olivier Faure, et Jean Roux »."""
    found: list[int] = []
    at = _end_of(index, first)
    while at + 1 in inside:
        at += 1
        token = index.tokens[at]
        if token.text == "," or token.folded in {"et", "ou", "ainsi", "que"}:
            joined = token.folded == "et" or token.text == ","
            following = next(
                (
                    i
                    for i in range(at + 1, min(at + 7, inside.stop))
                    if i in index.names or i in index.descriptions
                ),
                None,
            )
            described = index.descriptions.get(following) if following is not None else None
            if described is not None and (
                described.determiner == "bare" or _of_one_named(index, described, token)
            ):
                if token.text == "," and following is not None and described.name is None:
                    at = described.last  # « Jean Roux, leader de la CGT, et Anne Petit, secrétaire de FO »
                    of_both = described.governs and index.tokens[at].capital
                    if of_both and _joins_what_it_governs(index, at, inside):
                        break
                    continue
                break
            if following is None or any(
                index.tokens[i].text in CLAUSE_MARKS
                or index.tokens[i].folded in PREPOSITIONS | {"qui", "dont", "que"}
                for i in range(at + 1, following)
                if index.tokens[i].folded not in {"et"} and index.tokens[i].text != ","
            ):
                break
            has_et = any(index.tokens[i].folded == "et" for i in range(at, following))
            if not joined or not (has_et or _list_goes_on(index, following, inside)):
                break
            found.append(following)
            at = _end_of(index, following)
        elif not found and (of := _where_from(index, at, inside)) is not None:
            at = of
        elif token.text == "(" and (closing := _closing_bracket(index, at, inside)) is not None:
            at = closing  # « Luc Roux (Vienne) et Anne Petit (Creuse) »
        else:
            break
    return found


def _joins_what_it_governs(index: Index, last: int, inside: range) -> bool:
    """« Léonie, maman de Suzanne (4 ans) | et Noé »: she has two children, and they say nothing."""
    at = last + 1
    if at in inside and index.tokens[at].text == "(":
        at = (_closing_bracket(index, at, inside) or last) + 1
    return at in inside and index.tokens[at].folded == "et"


def _of_one_named(index: Index, described: Description, comma: Token) -> bool:
    """« Luc Roux, un centriste, et Anne Petit »: what is said between commas of whoever was just named."""
    behind = described.last + 1
    return (
        comma.text == ","
        and described.start == comma.index + 1
        and described.determiner == "indefinite"
        and not described.plural
        and described.name is None
        and behind < len(index.tokens)
        and index.tokens[behind].text == ","
    )


def _closing_bracket(index: Index, opening: int, inside: range) -> int | None:
    return next(
        (i for i in range(opening + 1, opening + 8) if i in inside and index.tokens[i].text == ")"), None
    )


def _where_from(index: Index, at: int, inside: range) -> int | None:
    """« John McCain de l'Arizona et Lindsey Graham »: return where the place behind a name ends, or None."""
    if index.tokens[at].folded not in {"de", "d'", "du", "des"}:
        return None
    place = at + 1
    while place in inside and index.tokens[place].folded in {"l'", "la", "le", "les"}:
        place += 1
    if place not in inside or not index.tokens[place].capital:
        return None
    while place + 1 in inside and (
        index.tokens[place + 1].capital
        or (
            index.tokens[place + 1].folded in {"du", "de", "sur"}
            and place + 2 in inside
            and index.tokens[place + 2].capital
        )
    ):
        place += 1
    return place


def _list_goes_on(index: Index, at: int, inside: range) -> bool:
    """Tell whether an « et » still follows in the mention: « X, Y et Z », not « X, éleveur de vaches et de porcs »."""
    end = _end_of(index, at)
    if end + 2 in inside and index.tokens[end + 2].folded in {"de", "d'", "du", "des"}:
        return False
    return (
        end + 1 in inside
        and (index.tokens[end + 1].folded == "et" or index.tokens[end + 1].text == ",")
        and any(index.tokens[i].folded == "et" for i in range(end + 1, inside.stop))
    )


def _end_of(index: Index, head: int) -> int:
    """Return the last token of a name or of a description with the name that it introduces."""
    if head in index.descriptions:
        described = index.descriptions[head]
        return described.name.last if described.name is not None else described.last
    return index.names[head].last
