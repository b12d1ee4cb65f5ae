"""From a source mention as it stands by its cue to the source that it means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from quotetrack.lexicon.roles import ANONYMOUS_CATEGORIES
from quotetrack.model import Source, Span
from quotetrack.sources.descriptions import Description
from quotetrack.sources.entities import Entity
from quotetrack.sources.names import Name
from quotetrack.sources.pronouns import SPEAKERS
from quotetrack.sources.resolution import Reading, group_of, pronoun_form
from quotetrack.sources.tokens import Token, text_of
from quotetrack.sources.words import (
    ARTICLES,
    DEMONSTRATIVES,
    FUNCTION_WORDS,
    PLURAL_POSSESSIVES,
    PREPOSITIONS,
    SINGULAR_POSSESSIVES,
    is_adjective,
)
from quotetrack.syntax.tree import Sentence


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Index:
    """What stands where in a document, for looking mentions up.

    Attributes:
        names, descriptions: by the index of their first token, of their head.
        introduced: indices of the first tokens of the names that a description introduces.
    """

    tokens: Sequence[Token]
    starts: list[int]
    ends: list[int]
    names: dict[int, Name]
    descriptions: dict[int, Description]
    introduced: frozenset[int]

    def between(self, span: Span) -> range:
        """Return the indices of the tokens that overlap a span."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))


def unknown_heads(tokens: Sequence[Token], mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the indices of the nouns that head mentions, by the parse or else as the first word behind a determiner."""
    by_start = {t.start: t.index for t in tokens}
    ends = [t.end for t in tokens]
    found: set[int] = set()
    for mention in mentions:
        first = bisect_right(ends, mention.span.start)
        if first < len(tokens) and pronoun_form(tokens, first) is not None:
            continue
        if mention.sentence is not None and mention.head is not None:
            word = sentences[mention.sentence].word(mention.head)
            if word.upos == "NOUN" and word.start in by_start:
                found.add(by_start[word.start])
                continue
        if first + 1 < len(tokens) and tokens[first].folded in ARTICLES | DEMONSTRATIVES | {"un", "une", "des"}:
            found.add(first + 1)
    return frozenset(i for i in found if not tokens[i].capital)


def index_of(tokens: Sequence[Token], names: Sequence[Name], descriptions: Sequence[Description]) -> Index:
    """Return the look-up tables of a document."""
    return Index(
        tokens,
        [t.start for t in tokens],
        [t.end for t in tokens],
        {n.first: n for n in names},
        {d.head: d for d in descriptions},
        frozenset(d.name.first for d in descriptions if d.name is not None),
    )


def head_tokens(index: Index, mention: Mention, sentences: Sequence[Sentence]) -> list[int]:
    """Return the indices of the tokens that head a mention: of its name, noun or pronoun, of each joined part."""
    inside = index.between(mention.span)
    heads = [i for i in inside if i in index.names or i in index.descriptions]
    if not heads:
        return list(inside[:1]) if pronoun_at(index, inside) is None else [pronoun_at(index, inside) or inside[0]]
    first = _main(index, heads, inside, mention, sentences)
    return [first, *(i for i in _joined_heads(index, first, inside))]


def source_of(index: Index, reading: Reading, mention: Mention, sentences: Sequence[Sentence]) -> Entity | Source | None:
    """Return the entity that a mention means, a source of its own wording, or None where nobody can know."""
    inside = index.between(mention.span)
    if not inside:
        return None
    pronoun = pronoun_at(index, inside)
    if pronoun is not None:
        return _of_pronoun(index, reading, pronoun)
    heads = head_tokens(index, mention, sentences)
    if heads[0] not in index.names and heads[0] not in index.descriptions:
        return _another(index, reading, inside) or _as_worded(index, inside)
    if _partitive(index.tokens, inside):
        return _as_worded(index, inside)
    if len(heads) == 1 and (named := _named_at_the_end(index, heads[0], inside)) is not None:
        return reading.registered.of_name[named.first]
    entities = list(dict.fromkeys(_entity_at(index, reading, i, inside) for i in heads))
    if len(entities) > 1:
        return group_of(reading, entities)
    return entities[0]


def _named_at_the_end(index: Index, head: int, inside: range) -> Name | None:
    """Return the person whose name closes a mention behind a comma: « la présidente de Vision diversité, Aïda Kamar »."""
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
            joined = before.text in {",", '"', "»", "”"} or (is_adjective(before) and name.start - 1 > described.last)
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
    if len(tokens) == 1 and (first.folded in SPEAKERS | {"on", "qui", "lequel", "laquelle"} or first.folded.endswith("-on")):
        return first.index
    return None


def _of_pronoun(index: Index, reading: Reading, at: int) -> Entity | Source | None:
    folded = index.tokens[at].folded
    if folded == "on" or folded.endswith("-on"):
        return _where_one_says_so(index, reading, at)
    if folded in {"qui", "lequel", "laquelle"}:
        before = [r for r in reading.discourse.trail if r.last in {at - 1, at - 2} and not r.nested]
        return before[-1].entity if before else None
    return reading.of_pronoun.get(at)


def _where_one_says_so(index: Index, reading: Reading, at: int) -> Entity | Source | None:
    """Return the place that « on » speaks for: « dit-on à l'Élysée », « Dans son entourage, on conteste »."""
    tokens = index.tokens
    for behind in range(at + 1, min(at + 7, len(tokens))):
        if tokens[behind].text in _STOPS or tokens[behind].sentence != tokens[at].sentence:
            break
        if tokens[behind].folded in _LOCATIVES:
            return _place_after(index, reading, behind)
    first = at
    while first > 0 and tokens[first - 1].sentence == tokens[at].sentence and tokens[first - 1].passage == tokens[at].passage:
        first -= 1
    if tokens[first].folded in _LOCATIVES and at - first < 14:
        return _place_after(index, reading, first)
    return None


def _place_after(index: Index, reading: Reading, preposition: int) -> Entity | Source | None:
    for i in range(preposition + 1, min(preposition + 6, len(index.tokens))):
        if i in index.names or i in index.descriptions:
            return _entity_at(index, reading, i, range(i, i + 1))
        if index.tokens[i].text in _STOPS or index.tokens[i].upos in {"VERB", "AUX"}:
            return None
    return None


def _main(
    index: Index, heads: Sequence[int], inside: range, mention: Mention, sentences: Sequence[Sentence]
) -> int:
    """Return which of the names and nouns in a mention it is about: the one that the parse says, else the first."""
    if mention.sentence is not None and mention.head is not None:
        head = sentences[mention.sentence].word(mention.head)
        for i in heads:
            if index.tokens[i].start == head.start:
                return i
            name = index.names.get(i)
            if name is not None and index.tokens[name.first].start <= head.start < index.tokens[name.last].end:
                return i if i == heads[0] or _first_is_apart(index, heads, i) else heads[0]
    return heads[0]


def _first_is_apart(index: Index, heads: Sequence[int], chosen: int) -> bool:
    """Tell whether the noun before a name neither introduces it nor holds it: then the parse decides."""
    first = index.descriptions.get(heads[0])
    return first is None or (first.name is None and chosen > first.last)


def _joined_heads(index: Index, first: int, inside: range) -> list[int]:
    """Return the heads that « et » joins to the first one: « le premier secrétaire, Olivier Faure, et Raphaël Glucksmann »."""
    found: list[int] = []
    at = _end_of(index, first)
    while at + 1 in inside:
        at += 1
        token = index.tokens[at]
        if token.text == "," or token.folded in {"et", "ou", "ainsi", "que"}:
            joined = token.folded == "et" or token.text == ","
            following = next((i for i in range(at + 1, min(at + 7, inside.stop)) if i in index.names or i in index.descriptions), None)
            described = index.descriptions.get(following) if following is not None else None
            if described is not None and described.determiner == "bare":
                break
            if following is None or any(
                index.tokens[i].text in _STOPS or index.tokens[i].folded in PREPOSITIONS | {"qui", "dont", "que"}
                for i in range(at + 1, following)
                if index.tokens[i].folded not in {"et"} and index.tokens[i].text != ","
            ):
                break
            has_et = any(index.tokens[i].folded == "et" for i in range(at, following))
            if not joined or not (has_et or _list_goes_on(index, following, inside)):
                break
            found.append(following)
            at = _end_of(index, following)
        else:
            break
    return found


def _list_goes_on(index: Index, at: int, inside: range) -> bool:
    """Tell whether an « et » still follows in the mention: « X, Y et Z »."""
    end = _end_of(index, at)
    return end + 1 in inside and (index.tokens[end + 1].folded == "et" or index.tokens[end + 1].text == ",") and any(
        index.tokens[i].folded == "et" for i in range(end + 1, inside.stop)
    )


def _end_of(index: Index, head: int) -> int:
    """Return the last token of a name or of a description with the name that it introduces."""
    if head in index.descriptions:
        described = index.descriptions[head]
        return described.name.last if described.name is not None else described.last
    return index.names[head].last


def _entity_at(index: Index, reading: Reading, head: int, inside: range) -> Entity:
    described = index.descriptions.get(head)
    if described is None:
        return reading.registered.of_name[head]
    entity = reading.of_description[head]
    if described.determiner == "possessive" and described.name is None and entity.roles[:1] == [described]:
        _name_possessor(index, reading, described, entity)
    elif entity.roles[:1] == [described] and not entity.members and entity.introduced == head:
        _word_in_full(index, described, entity, inside)
    return entity


def _word_in_full(index: Index, described: Description, entity: Entity, inside: range) -> None:
    """Give a source that is known by its description only the exact wording of its mention."""
    last = max(described.last, _end_of_wording(index.tokens, described.last, inside))
    quantified = index.tokens[described.start].folded in _QUANTIFIERS
    if last > described.last or quantified:
        first = described.start if quantified else described.core
        wording = text_of(index.tokens, first, last)
        entity.name = wording[0].lower() + wording[1:] if quantified else wording
    if entity.kind == "anonymous" and described.category not in ANONYMOUS_CATEGORIES:
        entity.role = described.text


def _name_possessor(index: Index, reading: Reading, described: Description, entity: Entity) -> None:
    """Say whose it is: « son entourage » → « entourage d'Emmanuel Macron », if the text tells."""
    tokens = index.tokens
    plural = tokens[described.start].folded in PLURAL_POSSESSIVES
    if tokens[described.start].folded not in SINGULAR_POSSESSIVES | PLURAL_POSSESSIVES:
        return
    private = described.category in {"family", "friend", "lawyer", "bare", "circle", "medical", "person"}
    kinds = {"person", "anonymous"} if private else {"person", "organisation", "group", "place", "unknown"}
    owner = reading.discourse.most_salient(
        described.start,
        lambda r: r.entity.plural == plural and r.entity is not entity and r.entity.kind in kinds,
        reading.discourse.place(described.start),
    )
    if owner is not None and owner.entity.kind in {"person", "organisation"}:
        entity.name = f"{described.text} {of(owner.entity.name)}"
    entity.wordings[f"{tokens[described.start].text.lower()} {described.text}"] += 1


def of(name: str) -> str:
    """Return « de » and a name, elided where it must be: « d'Emmanuel Macron »."""
    return f"d'{name}" if name[:1].lower() in "aeiouyéèêàâîôûhœ" and name[:1].lower() != "h" else f"de {name}"


def _another(index: Index, reading: Reading, inside: range) -> Source | None:
    """Return one more of the last anonymous speaker's sort: « Une autre » after « une sénatrice » → « autre sénatrice »."""
    words = [index.tokens[i].folded for i in inside]
    if words not in (["un", "autre"], ["une", "autre"], ["un", "second"], ["une", "seconde"]):
        return None
    for reference in reading.discourse.before(inside.start):
        entity = reference.entity
        if entity.kind == "anonymous" and entity.roles and entity.gender in {None, "f" if words[0] == "une" else "m"}:
            head = index.tokens[entity.roles[0].head].text
            return Source(f"{words[1]} {head}", "anonymous", gender="f" if words[0] == "une" else "m")
    return None


def _as_worded(index: Index, inside: range) -> Source | None:
    """Return a mention that holds nothing known, under its own words: « les hamonistes », « un des documents »."""
    tokens = index.tokens
    first = inside.start
    if tokens[first].folded in ARTICLES | DEMONSTRATIVES | {"un", "une", "des", "du", "au", "aux"} and not _partitive(tokens, inside):
        first += 1
    if first >= inside.stop or not tokens[first].is_word:
        return None
    last = _end_of_wording(tokens, first, range(first, inside.stop))
    words = [t for t in tokens[first : last + 1] if t.is_word]
    if not words or all(t.folded in FUNCTION_WORDS for t in words):
        return None
    plural = tokens[inside.start].folded in {"les", "des", "ces", "certains", "certaines", "plusieurs", "quelques"}
    return Source(text_of(tokens, first, last), "group" if plural else "unknown")


def _end_of_wording(tokens: Sequence[Token], at: int, inside: range) -> int:
    """Return the last token before a comma, a relative clause or a bracket.

    A participle closes what a name has already told apart: « l'enquête Ipsos | publiée lundi », but « un sondage
    commandé à l'Ifop ».
    """
    last = at
    while last + 1 in inside:
        token = tokens[last + 1]
        if token.upos == "VERB" and any(t.capital for t in tokens[inside.start + 1 : last + 1]):
            break
        if (not token.is_word and token.text not in {"'", "’", "&"}) or token.folded in {"qui", "que", "qu'", "dont", "lequel"}:
            break
        last += 1
    while last > at and tokens[last].folded in FUNCTION_WORDS:
        last -= 1
    return last


def _partitive(tokens: Sequence[Token], inside: range) -> bool:
    """« un des documents », « l'une de ses proches »: one of several, whom the text does not tell."""
    words = [tokens[i].folded for i in inside[:4]]
    words = words[1:] if words[:1] == ["l'"] else words
    return len(words) > 1 and words[0] in {"un", "une", "certains", "certaines", "plusieurs", "deux", "trois"} and words[1] in {"des", "de", "d'"}


_QUANTIFIERS = {"plusieurs", "quelques", "certains", "certaines"}
_LOCATIVES = {"à", "au", "aux", "chez", "dans"}
_STOPS = {",", ".", ";", ":", "!", "?", "»", "«", "(", ")", "\"", "”", "“"}
