"""Names that a description introduces: « le directeur d'EFI Michel Balandier », « la ministre, Agnès Buzyn »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from quotetrack.lexicon.people import is_first_name
from quotetrack.lexicon.roles import NounForm, noun_alone, noun_form
from quotetrack.lexicon.tables import fold, word_class
from quotetrack.sources.names import Name
from quotetrack.sources.phrases import BEFORE_NOUN, Description
from quotetrack.sources.tokens import Token
from quotetrack.sources.words import PREPOSITIONS


def leave_to_outermost(found: Sequence[Description]) -> list[Description]:
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
        if (
            described.noun.entry.kind != "document"
        ):  # « une lettre de la directrice, Anne Roux, »: no letter is she
            reach = max(reach, described.last)
        kept.append(described)
    return kept


def hand_names_on(tokens: Sequence[Token], found: Sequence[Description]) -> list[Description]:
    """Hand a name on to the phrase before: « le patron de la NSA, le général Keith Alexander, ».

    Or to what « et » joins without an article: « le maire de Tulle et président de l'agglomération, Luc Roux, ».
    """
    by_start = {d.start: d for d in found}
    chained: list[Description] = []
    for described in found:
        if (joined := _joined_without_article(tokens, described, by_start)) is not None:
            described = replace(described, name=joined.name, apposed=joined.apposed)
        if (
            described.name is None
            and described.last + 2 < len(tokens)
            and tokens[described.last + 1].text == ","
        ):
            following = by_start.get(described.last + 2)
            if (
                following is not None
                and following.name is not None
                and not following.plural
                and following.noun.entry.kind == "person"
                and following.determiner == "definite"
                and _may_be_named(described.noun, following.name)
                and not described.plural
                and described.noun.entry.kind in {"person", "unknown"}
                and not _enumerates(tokens, following.name.last + 1)
                and not _opens_sentence_behind(tokens, described.start, following.name)
            ):
                described = replace(described, name=following.name, apposed=True)
        chained.append(described)
    return chained


def _joined_without_article(
    tokens: Sequence[Token], described: Description, by_start: Mapping[int, Description]
) -> Description | None:
    """Return the named role that « et » adds to another of the same person: « le maire et député Luc Roux »."""
    at = described.last + 1
    if described.name is not None or described.plural or described.noun.entry.kind != "person":
        return None
    if at + 1 >= len(tokens) or tokens[at].folded != "et":
        return None
    following = by_start.get(at + 1)
    if following is None or following.determiner != "bare" or following.name is None or following.plural:
        return None
    return following if following.noun.entry.kind == "person" else None


def _opens_sentence_behind(tokens: Sequence[Token], start: int, name: Name) -> bool:
    """« Selon le maire, le président du club Jean Roux, a été vu … »: the second phrase is who was seen."""
    before = tokens[start - 1] if start else None
    opening = tokens[start - 2] if start > 1 and tokens[start - 2].folded == "d'" else before  # « D'après »
    at = name.last + 1
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    return (
        before is not None
        and opening is not None
        and before.folded in PREPOSITIONS
        and opening.initial
        and at < len(tokens)
        and (tokens[at].upos in {"VERB", "AUX"} or tokens[at].folded in {"ne", "n'", "se", "s'"})
    )


def introduced_name(
    tokens: Sequence[Token], start: int, head: int, last: int, noun: NounForm, by_first: Mapping[int, Name]
) -> tuple[Name | None, bool, int]:
    """Return the name that the phrase introduces, whether behind a comma, and where the phrase really ends.

    Fused: « le secrétaire d'État John Kerry », « le directeur d'EFI Michel Balandier ». Apposed: « la ministre de
    la Santé, Agnès Buzyn », where the comma stands outside any enumeration. A name right behind « de » is a
    complement: « la femme de Bill Clinton » introduces nobody.
    """
    at = _after_rank_in_brackets(tokens, last, noun)
    fused = by_first.get(at)
    if fused is not None and head < last and _named_house(tokens[last], noun, fused):
        fused = None
    if fused is not None and _nearest_role(tokens, head, last) == head and _may_be_named(noun, fused):
        return fused, False, last
    marked = _name_in_marks(tokens, last, noun, by_first)
    if marked is not None:
        return marked, False, last
    if (dashed := _name_between_dashes(tokens, last, noun, by_first)) is not None:
        return dashed, True, last
    at = _after_participle(tokens, _after_marked_name(tokens, last, noun), noun)
    if at + 1 < len(tokens) and tokens[at].text == ",":
        following = by_first.get(at + 1) or _behind_article(tokens, at + 1, by_first)
        kinds = {"person", "unknown"}
        closed = following is not None and _closed(tokens, following.last + 1)
        if noun.entry.kind == "organisation":
            # « En conférence de presse, Roux a dit … » introduces nobody.
            kinds = {"person", "unknown", "organisation"} if closed else set()
        elif following is not None and not closed and _opens_clause(tokens, start, following):
            lacks_comma = at == last + 1 and _names_its_subject(tokens, start, head, last, noun, following)
            return (following, True, last) if lacks_comma else (None, False, last)
        if following is not None and following.kind in kinds and _may_be_named(noun, following):
            if noun.plural or _enumerates(tokens, following.last + 1):
                return None, False, last
            if noun.entry.kind == "person" and _names_the_house(tokens, head, last, following, by_first):
                return None, False, following.last
            return following, True, last
    return None, False, last


def _behind_article(tokens: Sequence[Token], at: int, by_first: Mapping[int, Name]) -> Name | None:
    """« le directeur de l'hôpital, le Dr Paul Roux, »: a title with an article."""
    name = by_first.get(at + 1) if tokens[at].folded in {"le", "la"} else None
    return name if name is not None and name.titled else None


def _after_rank_in_brackets(tokens: Sequence[Token], last: int, noun: NounForm) -> int:
    """Return where a name may follow a role: « le député (LR) | Luc Roux », « le chef d'escadron (CEN) | Luc Roux »."""
    at = last + 1
    bracketed = noun.entry.kind == "person" and at + 3 < len(tokens) and tokens[at].text == "("
    return at + 3 if bracketed and tokens[at + 2].text == ")" and tokens[at + 1].acronym else at


def _named_house(last: Token, noun: NounForm, name: Name) -> bool:
    """« la directrice de l'ONG Sahel Vert »: the house is called so, not the person who leads it."""
    if noun.entry.kind != "person" or name.titled or len(name.words) < 2 or is_first_name(name.words[0]):
        return False  # « le chef du gouvernement Sánchez »
    house = noun_alone(last.text) if not last.capital or last.acronym else None
    return house is not None and house.entry.category in _NAMED_HOUSES


def _names_the_house(
    tokens: Sequence[Token], head: int, last: int, name: Name, by_first: Mapping[int, Name]
) -> bool:
    """« le porte-parole du gestionnaire, Infrabel, »: one word, nobody's last name, behind a house without a name."""
    if (
        name.kind != "unknown"
        or name.titled
        or len(name.words) > 1
        or last < head + 2
        or tokens[last].capital
    ):
        return False
    if tokens[head + 1].folded not in _OF:
        return False
    words = [t.text for t in tokens[head + 2 : last + 1]]
    house = next((f for at in range(min(3, len(words))) if (f := noun_form(words, at)) is not None), None)
    company = house is not None and house.entry.category in _NAMED_HOUSES
    if not company and fold(words[0]) not in word_class("houses by what they do"):
        return False
    return not any(n.kind == "person" and n.family[-1:] == name.key for n in by_first.values())


_NAMED_HOUSES = frozenset({"association", "company"})


def _name_between_dashes(
    tokens: Sequence[Token], last: int, noun: NounForm, by_first: Mapping[int, Name]
) -> Name | None:
    """Return the name that dashes set apart behind a role: « le sélectionneur de la France – Luc Rey – a parlé »."""
    name = by_first.get(last + 2)
    if noun.entry.kind != "person" or name is None or name.last + 1 >= len(tokens):
        return None
    dashes = {tokens[last + 1].text, tokens[name.last + 1].text}
    return name if dashes <= {"–", "—"} and _may_be_named(noun, name) else None


def _name_in_marks(
    tokens: Sequence[Token], last: int, noun: NounForm, by_first: Mapping[int, Name]
) -> Name | None:
    """Return the name that marks set apart behind an organisation's noun: « le magazine « Spiegel » »."""
    name = by_first.get(last + 2)
    if noun.entry.kind != "organisation" or name is None or name.last + 1 >= len(tokens):
        return None
    set_apart = tokens[last + 1].text in _OPENING and tokens[name.last + 1].text in _ENDING
    return name if set_apart and _may_be_named(noun, name) else None


def _after_marked_name(tokens: Sequence[Token], last: int, noun: NounForm) -> int:
    """Return where a phrase ends that a name in marks closes: « la présidente du club « Eau claire » |, Anne Roux »."""
    at = last + 1
    if noun.entry.kind != "person" or at >= len(tokens) or tokens[at].text not in _OPENING:
        return last
    for end in range(at + 2, min(at + 9, len(tokens))):
        if tokens[end].text in _ENDING:
            return end
        if tokens[end].text in {".", "?", "!", ","}:
            break
    return last


_OPENING, _ENDING = frozenset({"«", "“", '"'}), frozenset({"»", "”", '"'})


def _after_participle(tokens: Sequence[Token], last: int, noun: NounForm) -> int:
    """Return where a phrase ends that a participle or a preposition adds to.

    « le chef du groupe Norvia | basé à Alep, Paul Roux, », « son prédécesseur | à la tête du ministère, Paul Roux, »,
    « le directeur du travail | et de l'emploi, Paul Roux, », « le juge | siégeant à Tulle, Luc Roux, ».
    """
    at = last + 1
    if noun.entry.kind != "person" or at >= len(tokens):
        return at
    joined = tokens[at].folded == "et" and at + 1 < len(tokens) and tokens[at + 1].folded in _OF
    if not joined and tokens[at].folded not in _ADDING and not _is_participle(tokens[at].text):
        return at
    for end in range(at + 1, min(at + 12, len(tokens))):
        if tokens[end].text == ",":
            return end
        if tokens[end].text in {"-", "–"}:
            continue  # « Côte-des-Neiges–Notre-Dame »
        told = tokens[end].upos in {"VERB", "AUX", "PRON"} and not _is_participle(tokens[end].text)
        if not tokens[end].is_word or told:
            break
    return at


_OF = frozenset({"de", "d'", "du", "des", "à", "au", "aux"})


_ADDING = frozenset({"à", "au", "aux", "chez", "dans", "en", "pour"})


def _is_participle(word: str) -> bool:
    return word.islower() and _PARTICIPLE.fullmatch(word) is not None


_PARTICIPLE = regex.compile(r"\p{Ll}+(?:é|ée|és|ées|is|ise|it|ite|u|ue|us|ant)")


def _may_be_named(noun: NounForm, name: Name) -> bool:
    """A person's role introduces persons, an organisation's noun organisations; « à la presse » is whom one tells."""
    if noun.plural or noun.entry.lemma == "presse":
        return False
    if noun.entry.kind == "person":
        return name.kind in {"person", "unknown"} and not name.plural
    if noun.entry.kind == "unknown":
        return name.kind in {"person", "unknown"} and not name.plural
    alone = (
        name.kind == "person"
        and not name.titled
        and (len(name.words) == 1 or not is_first_name(name.words[0]))
    )
    return (
        noun.entry.kind == "organisation"
        and (name.kind in {"organisation", "unknown"} or alone)
        and not name.plural
    )


def _opens_clause(tokens: Sequence[Token], start: int, name: Name) -> bool:
    """« Pour le ministre, Roux a menti. », « Comme l'a dit le juge, Roux est accusé … »: nobody is introduced."""
    behind = tokens[name.last + 1]
    before = tokens[start - 1] if start else None
    return (before is not None and before.folded in PREPOSITIONS) or (
        behind.upos in {"VERB", "AUX"} or behind.folded in {"ne", "n'", "se", "s'"}
    )


def _names_its_subject(
    tokens: Sequence[Token], start: int, head: int, last: int, noun: NounForm, name: Name
) -> bool:
    """« La procureure de Tulle, Anne Roux s'est rendue … »: a full name behind what opens the sentence.

    The comma behind it is lost. « Le maire absent, Anne Roux a parlé » tells of two persons.
    """
    opens = (
        tokens[start].initial
        and tokens[start].folded in {"le", "la", "l'"}
        and noun.entry.kind == "person"
        and not noun.plural
    )
    ends = last == head or tokens[last].upos in {"NOUN", "PROPN"} or tokens[last].capital
    return opens and ends and name.kind == "person" and name.given > 0 and not name.titled


def _closed(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in _CLOSING or tokens[at].folded in {"qui", "dont", "et"}


_CLOSING = frozenset({",", ".", ")", "(", ";", ":", "!", "?", "»", "«", "…", "-", "–", "—"})


def _nearest_role(tokens: Sequence[Token], head: int, last: int) -> int:
    """Return the index of the person noun nearest to the end of a phrase: « le porte-parole du ministre | X »."""
    nearest = head
    texts = [t.text for t in tokens[head : last + 6]]
    own = noun_form(texts, 0)
    for offset in range(own.length if own else 1, last - head + 1):
        noun = noun_form(texts, offset)
        if noun is not None and noun.entry.kind == "person" and not noun.plural:
            before = tokens[head + offset - 1].folded
            if before in BEFORE_NOUN:
                nearest = head + offset
    return nearest


def _enumerates(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name behind a comma goes on as a list: « le ministre, Jean Dupont et Marie Durand sont venus »."""
    return False if at >= len(tokens) else tokens[at].folded == "et"
