"""Verbs of saying in a sentence: which words they are, what may hang on them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quotetrack.attribution.context import Article
from quotetrack.attribution.postverbal import postverbal_subject
from quotetrack.attribution.speakers import may_be_person, speaking_noun
from quotetrack.attribution.verbs import (
    Form,
    form_of,
    inverted_pronoun,
    is_conditional,
    is_inverted,
    is_passive,
    is_reflexive,
    said_by_somebody,
    told_to_us,
)
from quotetrack.attribution.voice import is_authors_voice, is_intended, is_negated
from quotetrack.lexicon import (
    Expression,
    Frame,
    ReportingVerb,
    adjective,
    expressions,
    expressions_of,
    verb_of,
)
from quotetrack.lexicon.tables import plain
from quotetrack.memory import NAMES
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word, span_of
from quotetrack.values import value

_BEFORE_A_RARE_VERB = {"»", "”", '"', "''", ","}
_MAY_SAY = {"VERB", "AUX", "ADJ", "NOUN", "PROPN", "X"}
"""What a verb of saying may be taken for by the tagger."""
_TAKEN_FOR = {"NOUN", "PROPN", "X"}
"""What the tagger may take a rare verb for behind a mark, and only there: « … », persifle un député."""
_CLITICS = {"se", "s'", "s’", "me", "m'", "te", "t'", "nous", "vous"}


@value
class Cue:
    """A verb of saying at work.

    Attributes:
        sentence: index of its sentence.
        word: the verb that says.
        span: the verb group: auxiliaries, clitics, what stands between them, an inverted pronoun.
        frames: how content may hang on it.
        needs_marks: it counts only with quoted words (craindre, saluer).
        form: finite, present participle, past participle without auxiliary, or infinitive.
        passive: « il a été annoncé que », « accusé par X de ».
        inverted: its subject stands behind it (« a déclaré X », « a-t-il dit »).
        conditional: it stands in the conditional (« il évoquerait »).
        incise: it is slipped into or behind the words (set by ``find_reports``).
    """

    sentence: int
    word: Word
    span: Span
    frames: frozenset[Frame]
    needs_marks: bool
    category: str
    form: Form
    passive: bool
    inverted: bool
    incise: bool = False
    conditional: bool = False


def cues(article: Article, index: int) -> Iterator[Cue]:
    """Yield the verbs of saying of a sentence, in order.

    Verbs inside a quoted fragment of the sentence are left out: they are the speaker's words, not the author's.
    """
    sentence = article.sentences[index]
    for word in sentence.words:
        if word.upos not in _MAY_SAY:
            continue
        if word.deprel == "aux:caus" and (causative := _causative(sentence, index, word)) is not None:
            yield causative
            continue
        if word.upos in _TAKEN_FOR and "Part" not in word.feats and not _behind_mark(sentence, word):
            continue
        known = _known(word.lemma, word.text)
        said = known.adjective
        if said is not None and (state := _adjectival(sentence, index, word, said)) is not None:
            if not article.in_marks(sentence, word):
                yield state
            continue
        may_be_verb = _may_be_verb(sentence, word)
        if word.stand_in or (word.upos != "VERB" and not may_be_verb):
            continue
        entry, rest = _entry(sentence, word, known)
        if entry is None:
            if (unknown := _behind_speech(article, sentence, index, word)) is not None:
                yield unknown
            continue
        if not may_be_verb or article.in_marks(sentence, word):
            continue
        if is_negated(sentence, word, entry.category):
            continue
        form = form_of(sentence, word)
        if form is None or is_authors_voice(sentence, word, form) or is_intended(sentence, word, form):
            continue
        yield Cue(
            index,
            word,
            _group(sentence, word, rest),
            entry.frames,
            entry.needs_marks,
            entry.category,
            form,
            is_passive(sentence, word),
            is_inverted(sentence, word),
            conditional=any([is_conditional(w) for w in [word, *sentence.auxiliaries(word)]]),
        )


def _behind_speech(article: Article, sentence: Sentence, index: int, word: Word) -> Cue | None:
    """« On ne voyait plus rien », rembobine une voisine: whatever the verb, it stands where one says who spoke.

    Right behind a quoted sentence and a comma (or its « ! »), in the third person, and somebody right behind it.
    """
    if word.upos != "VERB" or word.id < 4 or not _behind_mark(sentence, word):
        return None
    if word.feat("VerbForm") != "Fin" or word.feat("Person") != "3":
        return None
    before = sentence.word(word.id - 1)
    comma = before.text == ","
    mark = sentence.word(before.id - 1) if comma else before
    if mark.text not in {"»", "”", '"'}:
        return None
    said = next((article.passages[i] for i in article.passage_spans.ending(mark.end - 3, mark.end + 1)), None)
    if said is not None and not comma and said.inner.of(article.text)[-1:] not in "?!…":
        return None
    speaker = postverbal_subject(sentence, word)
    if said is None or speaker is None or speaker.id > word.id + 4 or sentence.child(word, "ccomp", "xcomp"):
        return None
    own = [w for w in sentence.words if said.inner.contains(w.span)]
    sentence_like = any(w.stand_in or w.feat("VerbForm") == "Fin" for w in own)
    noun = speaking_noun(sentence, speaker)
    speaks = may_be_person(sentence, speaker) and (noun is None or noun.entry.kind != "document")
    if not sentence_like or not speaks or article.in_marks(sentence, word):
        return None
    return Cue(
        index, word, _group(sentence, word, []), frozenset({Frame.DIRECT, Frame.INCISE}), True, "manner", "finite",
        False, True,
    )  # fmt: skip


class _Known(NamedTuple):
    """What the lexicon has of a word: an adjective that reports, a verb without and with « se », expressions."""

    adjective: ReportingVerb | None
    verb: ReportingVerb | None
    reflexive: ReportingVerb | None
    expressions: Sequence[Expression]


@lru_cache(maxsize=NAMES)
def _known(lemma: str, text: str) -> _Known:
    form = text.lower()
    spellings = (lemma, form, form[:-1], form[:-2])  # without the ending of gender and number
    said = next(filter(None, map(adjective, spellings)), None)
    verb, reflexive = verb_of(lemma, text), verb_of(lemma, text, reflexive=True)
    reports = verb or reflexive or expressions(lemma)
    return _Known(said, verb, reflexive, expressions_of(lemma, text) if reports else ())


def _adjectival(sentence: Sentence, index: int, word: Word, entry: ReportingVerb) -> Cue | None:
    """« est convaincu que « … » », « est catégorique : « … » »: an adjective with a copula and a subject."""
    if word.upos != "ADJ" and word.feat("VerbForm") != "Part":
        return None
    copula = sentence.child(word, "cop", "aux")
    if copula is None or is_negated(sentence, word, entry.category):
        return None
    if sentence.child(word, "expl:subj") is not None:
        return None
    subject = sentence.child(word, "nsubj")
    if subject is not None and subject.upos == "NOUN" and not may_be_person(sentence, subject):
        return None  # « Le ciel est clair : … », « Une chose est sûre : … »
    group = Span(min(copula.start, word.start), max(copula.end, word.end))
    return Cue(index, word, group, entry.frames, entry.needs_marks, entry.category, "finite", False, False)


def _causative(sentence: Sentence, index: int, word: Word) -> Cue | None:
    """« fait valoir », « a fait savoir »: the parser makes « faire » an auxiliary of the infinitive."""
    head = sentence.head(word)
    if head is None:
        return None
    for expression in expressions(word.lemma):
        rest = _expression_words(sentence, word, expression.rest)
        if rest and rest[0].id == head.id and not is_negated(sentence, head, expression.category):
            form = form_of(sentence, word)
            helpers = [w for w in sentence.auxiliaries(head) if w.id != word.id]
            if form == "past_participle" and helpers:
                form = "finite"
            return Cue(
                index, head, _group(sentence, head, [word, *rest]), expression.frames, expression.needs_marks,
                expression.category, form or "finite", False, is_inverted(sentence, head),
            )  # fmt: skip
    return None


def _behind_mark(sentence: Sentence, word: Word) -> bool:
    """Tell whether a closing mark or a comma stands in front, where an incise may begin."""
    return word.id > 1 and sentence.words[word.id - 2].text in _BEFORE_A_RARE_VERB


def _may_be_verb(sentence: Sentence, word: Word) -> bool:
    if word.upos in {"VERB", "AUX"}:
        return not word.deprel.startswith(("aux", "cop"))
    # A rare verb after a closing mark is easily taken for a noun: « … », persifle un député.
    if word.upos in {"ADJ", *_TAKEN_FOR} and word.text.islower() and _behind_mark(sentence, word):
        before = sentence.word(word.id - 1)
        after = sentence.word(word.id + 1) if word.id < len(sentence.words) else None
        closed = before.text in {"»", "”", '"', "''"} or (
            before.text == ","
            and (
                sentence.inside is not None
                or sentence.word(before.id - 1).text in {"»", "”", '"', "''"}
                or (after is not None and (after.upos == "DET" or after.upos == "PROPN"))
            )
        )
        return closed and after is not None and (after.upos in {"DET", "PROPN"} or after.text.startswith("-"))
    return False


def _entry(
    sentence: Sentence, word: Word, known: _Known
) -> tuple[ReportingVerb | Expression | None, list[Word]]:
    if known.expressions:
        near = sentence.words[word.id : word.id + _FARTHEST + 1]
        lemmas, texts = [w.lemma for w in near], [plain(w.text) for w in near]
        for expression in known.expressions:
            if expression.rest[0] not in lemmas and expression.rest[0] not in texts:
                continue
            if expression.reflexive and not is_reflexive(sentence, word):
                continue
            if rest := _expression_words(sentence, word, expression.rest):
                return expression, rest
    if known.verb is known.reflexive:
        return known.verb, []
    return known.reflexive if is_reflexive(sentence, word) else known.verb, []


def _expression_words(sentence: Sentence, word: Word, rest: tuple[str, ...]) -> list[Word]:
    """Return the words that complete an expression; up to three others may stand between them."""
    if rest[-1] in {"de", "d'", "à"} and len(rest) > 1:
        rest = rest[:-1]
    most = _FARTHEST if _leads_to_clause(sentence, word, rest) else 3
    found: list[Word] = []
    position, skipped = word.id, 0
    while len(found) < len(rest):
        position += 1
        if position > len(sentence.words) or skipped > most:
            return []
        candidate = sentence.word(position)
        wanted = rest[len(found)]
        if wanted in {candidate.lemma, plain(candidate.text)}:
            found.append(candidate)
            skipped = 0
        elif candidate.upos in {"PUNCT", "SCONJ", "VERB"} and not candidate.text.startswith("-"):
            return []
        else:
            skipped += 1
    return found


_FARTHEST = 9
"""How many others may stand before a word of an expression, at most."""


def _leads_to_clause(sentence: Sentence, word: Word, rest: tuple[str, ...]) -> bool:
    """« a plaidé, mardi, dans une lettre ouverte, pour que … »: « pour » may stand further off before « que »."""
    if rest != ("pour",):
        return False
    following = [plain(w.text) for w in sentence.words[word.id : word.id + 12]]
    return any(a == "pour" and b in {"que", "qu'"} for a, b in itertools.pairwise(following))


def _group(sentence: Sentence, word: Word, rest: list[Word]) -> Span:
    members = [word, *sentence.auxiliaries(word), *rest]
    first = min([w.id for w in members])
    while first > 1:
        before = sentence.word(first - 1)
        clitic = (
            before.upos == "PRON"
            and before.feat("PronType") != "Rel"
            and plain(before.text) not in {"que", "qu'"}
            and not before.text.endswith(("-même", "-mêmes"))  # « Le maire lui-même avait appelé … »
            and before.head == word.id
            and not (before.deprel == "expl:subj" and said_by_somebody(sentence, word))
            and (before.relation in {"expl", "obj", "iobj", "obl"} or told_to_us(sentence, word, before))
        )
        if not (clitic or before.text.lower() in {"se", "s'", "s’", "ne", "n'", "n’"}):
            break
        first -= 1
        members.append(before)
    if pronoun := inverted_pronoun(sentence, word):
        members.append(pronoun)
    return span_of(members)
