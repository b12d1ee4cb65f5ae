"""Pronouns: « il », « selon elle », « ces derniers », « celui-ci », « on ».

Constraints first (gender, number, no place speaks as « il », nothing from inside other quotations), then preferences:
subject before object, the last speaker before others, near before far (Lappin & Leass 1994, weights of our own).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from quotetrack.lexicon.people import is_first_name, is_title
from quotetrack.model import Gender
from quotetrack.sources.discourse import Discourse, Reference, agrees, perhaps_place
from quotetrack.sources.entities import Entity
from quotetrack.sources.papers import last_paper, speaker_behind, who_wrote_there
from quotetrack.sources.passed_over import (
    only_cited,
    rather_the_house,
    says_who,
    whose_account,
    whose_act_it_was,
)
from quotetrack.sources.turns import (
    followed_by_another,
    house_told_of_last,
    one_of_two,
    quant_a,
    told_by,
    who_asked,
    whose_answer,
)
from quotetrack.sources.words import ARTICLES, CONTRACTED


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun and what it asks of its antecedent.

    Attributes:
        last_named: it means whoever was named last.
        place: it means one of two, the first (0) or the second (1).
    """

    gender: Gender | None
    plural: bool
    last_named: bool = False
    place: int | None = None


PRONOUNS: dict[str, Pronoun] = {
    "il": Pronoun("m", False),
    "elle": Pronoun("f", False),
    "ils": Pronoun("m", True),
    "elles": Pronoun("f", True),
    "lui": Pronoun("m", False),
    "eux": Pronoun("m", True),
    "lui-meme": Pronoun("m", False),
    "elle-meme": Pronoun("f", False),
    "eux-memes": Pronoun("m", True),
    "elles-memes": Pronoun("f", True),
    "celui-ci": Pronoun("m", False, True),
    "celle-ci": Pronoun("f", False, True),
    "ceux-ci": Pronoun("m", True, True),
    "celles-ci": Pronoun("f", True, True),
    "ce dernier": Pronoun("m", False, True),
    "cette derniere": Pronoun("f", False, True),
    "ces derniers": Pronoun("m", True, True),
    "ces dernieres": Pronoun("f", True, True),
    "le meme": Pronoun("m", False),
    "la meme": Pronoun("f", False),
    "le premier": Pronoun("m", False, place=0),
    "la premiere": Pronoun("f", False, place=0),
    "le second": Pronoun("m", False, place=1),
    "la seconde": Pronoun("f", False, place=1),
}


SPEAKERS = frozenset({"je", "j'", "nous", "moi", "tu", "vous", "toi"})
"""Whoever these are, the text around does not say."""


_FIRST_PERSON = frozenset({"je", "j'", "me", "m'", "moi", "mon", "ma", "mes"})


def antecedent(discourse: Discourse, at: int, pronoun: Pronoun, inverted: bool) -> Entity | None:
    """Return whom a pronoun stands for, or None.

    Args:
        discourse: what was mentioned before.
        at: index of the pronoun's first token.
        pronoun: what it asks for.
        inverted: it follows its verb in an aside (« …, a-t-il dit »): the sentence around it is then what he said, and
            whom that sentence is about is seldom who says it.
    """
    inside = discourse.place(at)
    if pronoun.place is not None:
        return one_of_two(discourse, at, pronoun.place, pronoun.gender, inside)
    if inside is not None:
        found = _find(discourse, at, pronoun, inside, same_sentence=True)
        if found is not None or not inverted:
            return found.entity if found else None
    if not inverted and (whom := quant_a(discourse, at, pronoun.gender, pronoun.plural)) is not None:
        return whom
    if (
        not inverted
        and (writer := who_wrote_there(discourse, at, pronoun.gender, pronoun.plural)) is not None
    ):
        return writer
    if inverted and (opening := _opens_his_own_words(discourse, at, pronoun)) is not None:
        return opening
    if inverted and (told := told_by(discourse, at, pronoun.gender, pronoun.plural)) is not None:
        return told
    if inverted and (aside := _of_the_aside_before(discourse, at, pronoun)) is not None:
        return aside
    found = _find(discourse, at, pronoun, None, same_sentence=not inverted)
    if found is not None and inverted:
        found = (
            _according_to(discourse, found, pronoun)
            or _behind_the_setting(discourse, found, pronoun)
            or _goes_on_speaking(discourse, found, at, pronoun)
            or found
        )
        if followed_by_another(discourse, found, pronoun.gender, pronoun.plural):
            return None
    if found is None and inverted:
        found = _find(discourse, at, pronoun, None, same_sentence=True)
    if found is not None and _another_is_told_of(discourse, found.entity, at, pronoun):
        return None
    if at in discourse.speaking:
        found = _or_a_paper(discourse, found, at, pronoun)
    return found.entity if found else None


def _another_is_told_of(discourse: Discourse, found: Entity, at: int, pronoun: Pronoun) -> bool:
    """« …, crie un policier. // Même peine pour Luc, déjà jugé. Il promet … »: no longer of the policier."""
    if found.kind != "anonymous":
        return False
    other = None
    for reference in discourse.before(at):
        if discourse.tokens[reference.at].paragraph < discourse.tokens[at].paragraph:
            break
        if reference.entity is found and not reference.pronoun:
            return False
        named = is_first_name(reference.entity.name.split(" ")[0])
        if named and agrees(reference.entity, pronoun.gender, pronoun.plural):
            other = reference
    if other is None:
        return False
    before = (t for t in reversed(discourse.tokens[: other.at]) if t.is_word)
    here = takewhile(lambda t: t.paragraph == discourse.tokens[at].paragraph, before)
    return not any(t.folded in {"il", "elle"} for t in here)


def _or_a_paper(discourse: Discourse, found: Reference | None, at: int, pronoun: Pronoun) -> Reference | None:
    """« …, explique un communiqué. Il ajoute que … »: where no person is meant, the paper that spoke last goes on."""
    paper = last_paper(discourse, at, pronoun.gender, pronoun.plural)
    if paper is None:
        return found
    if found is None or found.entity.kind in {"group", "organisation"}:
        return paper if paper.speaking else found
    return speaker_behind(discourse, paper, found, at)


def _opens_his_own_words(discourse: Discourse, at: int, pronoun: Pronoun) -> Entity | None:
    """Return who opens the sentence of an aside as the one who goes on to speak in it.

    « Le maire conteste cette lecture : le texte, fait-il valoir, … », « Le maire a répondu en citant des mesures « qui
    ont porté », a-t-il insisté »: the colon, or the marks, part what he does from what he says.
    """
    opening = None
    for reference in discourse.before(at):
        if discourse.distance(reference, at):
            break
        if reference.pronoun:
            continue
        if (reference.subject and not reference.nested) or whose_answer(discourse, reference):
            opening = reference
    if opening is None or opening.entity.kind not in {"person", "anonymous", "unknown"}:
        return None
    if opening.gender not in {None, pronoun.gender} or not agrees(
        opening.entity, pronoun.gender, pronoun.plural
    ):
        return None
    between = discourse.tokens[opening.last + 1 : at]
    parted = any(t.text == ":" and not t.quoted for t in between)
    quoted = any(t.quoted for t in between) and not discourse.tokens[at].quoted
    return opening.entity if parted or (quoted and opening.speaking) else None


def _find(
    discourse: Discourse, at: int, pronoun: Pronoun, inside: int | None, same_sentence: bool
) -> Reference | None:
    spoken_of = (
        _named_in_his_words(discourse, at)
        | who_asked(discourse, at)
        | whose_act_it_was(discourse, at)
        | (set() if pronoun.last_named else whose_account(discourse, at))
    )

    def acceptable(reference: Reference) -> bool:
        return (
            agrees(reference.entity, pronoun.gender, pronoun.plural)
            and id(reference.entity) not in spoken_of
            and (reference.gender in {None, pronoun.gender} or pronoun.gender is None)
            and reference.entity.kind != "document"
            and not perhaps_place(discourse, reference)
            and (
                _agrees_by_its_article(discourse, reference, pronoun)
                if pronoun.last_named
                else not _only_by_the_way(reference)
            )
            and not _of_a_relative(discourse, reference, at)
            and not _too_far(discourse, reference, at)
            and not _seen_in_passing(discourse, reference, at)
        )

    if pronoun.last_named:
        near = [
            r
            for r in discourse.before(at, inside)
            if discourse.distance(r, at) <= 2 and acceptable(r) and not r.pronoun and not r.nested
        ]
        # « Le maire dit que celui-ci ment. »: not himself.
        telling = {id(r.entity) for r in near if (r.speaking or r.subject) and discourse.distance(r, at) == 0}
        near = [r for r in near if id(r.entity) not in telling]
        persons = [r for r in near if r.entity.kind in {"person", "anonymous", "group"}]
        if persons and near[0] not in persons and _as_well(discourse, near[0], persons[0]):
            return None
        return next(iter(persons or near), None)
    known = discourse.most_salient(
        at,
        lambda r: (
            acceptable(r) and not says_who(discourse, r, at) and not only_cited(discourse, r, at, acceptable)
        ),
        inside,
        same_sentence,
    )
    found = known or discourse.most_salient(at, acceptable, inside, same_sentence)
    if found is not None and pronoun.plural and rather_the_house(discourse, found, at):
        return None
    if found is not None and found.entity.kind == "person" and discourse.distance(found, at) > 1:
        return house_told_of_last(discourse, at, acceptable, inside) or found
    return found


def _agrees_by_its_article(discourse: Discourse, reference: Reference, pronoun: Pronoun) -> bool:
    """« L'accusé a frappé la victime. Ce dernier nie »: « celui-ci » agrees with the noun, whoever the person is."""
    article = discourse.tokens[reference.at].folded
    other = {"la", "une", "cette"} if pronoun.gender == "m" else {"le", "un", "ce", "cet"}
    return reference.pronoun or article not in other


def _as_well(discourse: Discourse, thing: Reference, person: Reference) -> bool:
    """« Anne Roux a saisi la commission. Celle-ci … » may be either, « Anne Roux, déléguée CGT. Celle-ci … » is she."""
    same = discourse.tokens[thing.at].sentence == discourse.tokens[person.at].sentence
    told = {discourse.tokens[i].folded for i in (thing.at - 1, thing.at) if i >= 0}
    return person.subject and same and bool(told & (ARTICLES | CONTRACTED))


def _according_to(discourse: Discourse, found: Reference, pronoun: Pronoun) -> Reference | None:
    """« Selon Luc Roux, le ministre ment. « Il le sait », a-t-il raillé »: he whose account it is."""
    for reference in discourse.before(found.at):
        if discourse.distance(reference, found.at):
            return None
        if reference.speaking and not reference.nested and _opens_with_marker(discourse, reference.at):
            same = reference.entity.kind == found.entity.kind
            return reference if same and agrees(reference.entity, pronoun.gender, pronoun.plural) else None
    return None


def _opens_with_marker(discourse: Discourse, at: int) -> bool:
    """Tell whether « selon » or « d'après » opens the sentence, at most a word before a token."""
    for token in discourse.tokens[max(at - 2, 0) : at]:
        elided = token.folded == "apres" and token.index > 0 and discourse.tokens[token.index - 1].initial
        if elided or (token.initial and token.folded in {"selon", "apres"}):
            return True
    return False


def _of_the_aside_before(discourse: Discourse, at: int, pronoun: Pronoun) -> Entity | None:
    """« Rien n'est réglé, a dit le juge, même si, a-t-il noté, … »: who spoke in the aside before goes on."""
    for reference in discourse.before(at):
        if discourse.distance(reference, at):
            return None
        behind_verb = reference.at > 0 and discourse.tokens[reference.at - 1].upos in {"VERB", "AUX"}
        if reference.speaking and behind_verb and not reference.pronoun:
            fits = agrees(reference.entity, pronoun.gender, pronoun.plural)
            return reference.entity if fits and reference.gender in {None, pronoun.gender} else None
    return None


def _goes_on_speaking(discourse: Discourse, found: Reference, at: int, pronoun: Pronoun) -> Reference | None:
    """« …, a dit le procureur. Le lycéen est en prison. « … », a-t-il encore dit »: who has said something before.

    A person without a name who has not spoken yet adds nothing; one who was just named may be who begins to speak.
    """
    near = [t.folded for t in discourse.tokens[max(at - 2, 0) : at + 4]]
    if found.entity.name_words or not any(word.startswith(_ADDING) for word in near):
        return None
    spoke = [r for r in discourse.before(at) if r.speaking and discourse.distance(r, at) <= SPOKEN_REACH]
    if not spoke or any(r.entity is found.entity for r in spoke):
        return None
    last = spoke[0]
    person = last.entity.kind in {"person", "anonymous"} and not last.nested
    return last if person and agrees(last.entity, pronoun.gender, pronoun.plural) else None


SPOKEN_REACH = 5
"""Sentences within which whoever « a encore dit » something spoke before."""


_ADDING = ("ajout", "encore", "egalement", "poursui", "conclu")


def _behind_the_setting(discourse: Discourse, found: Reference, pronoun: Pronoun) -> Reference | None:
    """« À une question de X, qui doutait, Y a défendu sa loi »: the subject behind the comma, not whom that names."""
    if not found.at or discourse.tokens[found.at - 1].folded not in _SETTING:
        return None
    for reference in discourse.before(len(discourse.tokens)):
        if reference.at <= found.last:
            return None
        if discourse.tokens[reference.at].sentence != discourse.tokens[found.at].sentence:
            continue
        main = reference.subject and not reference.nested and discourse.tokens[reference.at - 1].text == ","
        person = reference.entity.kind == found.entity.kind == "person"
        if main and person and agrees(reference.entity, pronoun.gender, pronoun.plural):
            return reference
    return None


_SETTING = frozenset({"de", "d'", "du", "par", "avec", "à", "au"})


def _named_in_his_words(discourse: Discourse, at: int) -> set[int]:
    """Return who is called by title and name in the words right before an aside: « Je n'ai rien promis à M. Roux ».

    Nobody who says « je » speaks so of himself.
    """
    passage = None
    for index in range(at - 1, max(at - _VERB_GROUP, 0), -1):
        if discourse.tokens[index].quoted:
            passage = discourse.tokens[index].passage
            break
    inside = discourse.places.get(passage, ()) if passage is not None else ()
    titled = {id(r.entity) for r in inside if is_title(discourse.tokens[r.at].text)}
    if not titled or passage is None:
        return set()
    words = _words_of(discourse, passage, index)
    return titled if any(w in _FIRST_PERSON for w in words) else set()


def _words_of(discourse: Discourse, passage: int, last: int) -> Iterator[str]:
    """Yield the words of a passage from its last token back to where it opens."""
    for index in range(last, -1, -1):
        token = discourse.tokens[index]
        if token.passage != passage:
            return
        yield token.folded


_VERB_GROUP = 6
"""Tokens within which an aside's pronoun follows the words: « …, a-t-il », « …, s'est ensuite défendu-il »."""


def _only_by_the_way(reference: Reference) -> bool:
    """« devant le conseil », « avec la mairie »: an organisation that neither acts nor speaks there."""
    return reference.entity.kind == "organisation" and not (reference.subject or reference.speaking)


def _of_a_relative(discourse: Discourse, reference: Reference, at: int) -> bool:
    """« Dans ce message, que Libération a lu, il explique … »: the newspaper only read it."""
    before = [t.folded for t in discourse.tokens[max(reference.at - 3, 0) : reference.at]]
    while before and before[-1] in {"le", "la", "l'", "les"}:
        before.pop()
    named = reference.entity.kind in {"organisation", "place"} and discourse.distance(reference, at) == 0
    return named and before[-2:] in ([",", "que"], [",", "qu'"], [",", "dont"])


def _too_far(discourse: Discourse, reference: Reference, at: int) -> bool:
    """« Leur établissement avait été évacué. » is forgotten three sentences on, where a person is not."""
    return reference.entity.kind == "organisation" and discourse.distance(reference, at) > 2


def _seen_in_passing(discourse: Discourse, reference: Reference, at: int) -> bool:
    """« On voit le maire et Anne Roux. ¶ La vidéo circule. Elle explique … »: she did nothing, paragraphs before."""
    if reference.subject or reference.speaking or reference.pronoun:
        return False
    before = discourse.tokens[at].paragraph - discourse.tokens[reference.at].paragraph
    return before > 1 and discourse.mentions.get(id(reference.entity), 0) == 1
