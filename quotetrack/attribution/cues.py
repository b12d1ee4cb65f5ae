"""Verbs of saying in a sentence: which words, how they are built, what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quotetrack.attribution.context import Article
from quotetrack.lexicon import Expression, Frame, ReportingVerb, adjective, expressions, verb_of
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word, span_of

Form = Literal["finite", "participle", "past_participle", "infinitive"]

_CLITICS = {"se", "s'", "s’", "me", "m'", "te", "t'", "nous", "vous"}
_NEGATIVE = {"pas", "jamais", "guère", "point", "nullement", "aucunement"}
_INTENDING = {
    "vouloir", "souhaiter", "entendre", "devoir", "pouvoir", "compter", "espérer", "refuser", "éviter", "aller",
    "prévoir", "envisager", "préférer", "hésiter", "falloir", "sembler", "désirer",
}  # fmt: skip
_FUTURE_STEMS = {
    "ser", "aur", "fer", "ir", "pourr", "devr", "voudr", "viendr", "tiendr", "verr", "enverr", "saur", "faudr",
    "vaudr", "recevr", "courr", "mourr", "acquerr", "deviendr", "reviendr", "parviendr", "interviendr", "proviendr",
    "surviendr", "conviendr", "détiendr", "obtiendr", "maintiendr", "contiendr", "appartiendr", "soutiendr",
    "retiendr", "entretiendr", "refer", "prévaudr", "percevr", "concevr", "pleuvr", "accueiller", "cueiller",
}  # fmt: skip
_ASSERTED_UNDER_NEGATION = {"denying", "hiding"}


@dataclass(frozen=True, slots=True)
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


def cues(article: Article, index: int) -> Iterator[Cue]:
    """Yield the verbs of saying of a sentence, in order.

    Verbs inside a quoted fragment of the sentence are left out: they are the speaker's words, not the author's.
    """
    sentence = article.sentences[index]
    for word in sentence.words:
        if word.deprel == "aux:caus" and (causative := _causative(sentence, index, word)) is not None:
            yield causative
            continue
        said = _adjectival(sentence, index, word)
        if said is not None:
            if not article.in_marks(sentence, word):
                yield said
            continue
        if word.stand_in or not _may_be_verb(sentence, word) or article.in_marks(sentence, word):
            continue
        entry, rest = _entry(sentence, word)
        if entry is None or _negated(sentence, word, entry.category):
            continue
        form = _form(sentence, word)
        if form is None or _authors_voice(sentence, word, form) or _intended(sentence, word, form):
            continue
        yield Cue(
            index,
            word,
            _group(sentence, word, rest),
            entry.frames,
            entry.needs_marks,
            entry.category,
            form,
            _passive(sentence, word),
            _inverted(sentence, word),
        )


def _adjectival(sentence: Sentence, index: int, word: Word) -> Cue | None:
    """« est convaincu que « … » », « est catégorique : « … » »: an adjective with a copula and a subject."""
    if word.upos != "ADJ" and word.feat("VerbForm") != "Part":
        return None
    form = word.text.lower()
    entry = next(filter(None, (adjective(f) for f in (word.lemma, form, form[:-1], form[:-2]))), None)
    copula = sentence.child(word, "cop", "aux")
    impersonal = sentence.child(word, "expl:subj") is not None
    if entry is None or copula is None or impersonal or _negated(sentence, word, entry.category):
        return None
    group = Span(min(copula.start, word.start), max(copula.end, word.end))
    return Cue(index, word, group, entry.frames, entry.needs_marks, entry.category, "finite", False, False)


def _causative(sentence: Sentence, index: int, word: Word) -> Cue | None:
    """« fait valoir », « a fait savoir »: the parser makes « faire » an auxiliary of the infinitive."""
    head = sentence.head(word)
    if head is None:
        return None
    for expression in expressions(word.lemma):
        rest = _expression_words(sentence, word, expression.rest)
        if rest and rest[0].id == head.id and not _negated(sentence, head, expression.category):
            form = _form(sentence, word)
            helpers = [w for w in auxiliaries(sentence, head) if w.id != word.id]
            if form == "past_participle" and helpers:
                form = "finite"
            return Cue(
                index, head, _group(sentence, head, [word, *rest]), expression.frames, expression.needs_marks,
                expression.category, form or "finite", False, _inverted(sentence, head),
            )  # fmt: skip
    return None


def inverted_pronoun(sentence: Sentence, word: Word) -> Word | None:
    """Return the pronoun behind a verb or its auxiliary (« a-t-il dit », « dit-elle »), or None."""
    group = {word.id, *(w.id for w in auxiliaries(sentence, word))}
    for candidate in sentence.words:
        if candidate.text.startswith("-") and candidate.upos == "PRON" and candidate.id - 1 in group:
            return candidate
    return None


def auxiliaries(sentence: Sentence, word: Word) -> list[Word]:
    """Return the auxiliaries of a verb."""
    return sentence.children(word, "aux")


def _may_be_verb(sentence: Sentence, word: Word) -> bool:
    if word.upos in {"VERB", "AUX"}:
        return word.relation not in {"aux", "cop"}
    # A rare verb after a closing mark is easily taken for a noun: « … », persifle un député.
    if word.upos in {"NOUN", "ADJ", "X", "PROPN"} and word.text.islower() and word.id > 1:
        before = sentence.word(word.id - 1)
        after = sentence.word(word.id + 1) if word.id < len(sentence.words) else None
        closed = before.text in {"»", "”", '"', "''"} or (
            before.text == ","
            and (sentence.inside is not None or sentence.word(before.id - 1).text in {"»", "”", '"', "''"})
        )
        return closed and after is not None and (after.upos in {"DET", "PROPN"} or after.text.startswith("-"))
    return False


def _entry(sentence: Sentence, word: Word) -> tuple[ReportingVerb | Expression | None, list[Word]]:
    reflexive = _reflexive(sentence, word)
    for expression in expressions(word.lemma):
        if expression.reflexive and not reflexive:
            continue
        if rest := _expression_words(sentence, word, expression.rest):
            return expression, rest
    return verb_of(word.lemma, word.text, reflexive), []


def _expression_words(sentence: Sentence, word: Word, rest: tuple[str, ...]) -> list[Word]:
    """Return the words that complete an expression; up to three others may stand between them."""
    if rest[-1] in {"de", "d'", "à"} and len(rest) > 1:
        rest = rest[:-1]
    found: list[Word] = []
    position, skipped = word.id, 0
    while len(found) < len(rest):
        position += 1
        if position > len(sentence.words) or skipped > 3:
            return []
        candidate = sentence.word(position)
        wanted = rest[len(found)]
        if wanted in {candidate.lemma, candidate.text.lower().replace("’", "'")}:
            found.append(candidate)
            skipped = 0
        elif candidate.upos in {"PUNCT", "SCONJ", "VERB"} and not candidate.text.startswith("-"):
            return []
        else:
            skipped += 1
    return found


def _reflexive(sentence: Sentence, word: Word) -> bool:
    start = min([word.id, *(w.id for w in auxiliaries(sentence, word))])
    for identifier in range(max(start - 2, 1), word.id):
        candidate = sentence.word(identifier)
        if candidate.text.lower() in {"se", "s'", "s’"} and candidate.upos == "PRON":
            return True
    return False


def _negated(sentence: Sentence, word: Word, category: str) -> bool:
    if category in _ASSERTED_UNDER_NEGATION:
        return False
    subject = sentence.child(word, "nsubj")
    if subject is not None and subject.lemma.lower() in {"rien", "personne", "nul", "aucun"}:
        return True
    negations = [
        w for w in sentence.children(word, "advmod") if w.lemma in _NEGATIVE or w.text.lower() in _NEGATIVE
    ]
    return any(abs(w.id - word.id) <= 4 for w in negations) and any(
        w.text.lower() in {"ne", "n'", "n’"} for w in sentence.words[max(word.id - 7, 0) : word.id]
    )


def _authors_voice(sentence: Sentence, word: Word, form: Form) -> bool:
    """« Autant dire que … », « À noter que … », « il faut dire que », « on peut parler de »: the author speaks."""
    chain = [word]
    head = sentence.head(word)
    while head is not None and chain[-1].relation == "xcomp":
        chain.append(head)
        head = sentence.head(head)
    top = chain[-1]
    if (
        form == "finite"
        and word.text.lower().endswith("ons")
        and not sentence.child(word, "nsubj", "expl:subj")
    ):
        return True  # « Rappelons que … »
    if any(w.lemma == "falloir" for w in chain) or (head is not None and head.lemma == "falloir"):
        return True
    people = [w.text.lower().lstrip("-") for w in sentence.children(top, "nsubj", "expl:subj")]
    generic = any(p in {"on", "t-on"} for p in people)
    if generic and any(w.lemma in {"pouvoir", "devoir"} for w in chain):
        return True
    if head is not None and head.upos == "ADJ" and sentence.child(head, "expl:subj") and form == "infinitive":
        return True  # « il est intéressant de préciser que »
    if form != "infinitive" or word.relation in {"xcomp", "conj"}:
        return False
    before = sentence.word(word.id - 1).text.lower() if word.id > 1 else ""
    if word.head == 0 or before in {"autant", "à"} or (top.head == 0 and word.id <= 3):
        return before not in {"de", "d'", "d’"}
    return bool(head is not None and head.lemma in {"force", "reste", "autant", "rester", "noter"})


def _intended(sentence: Sentence, word: Word, form: Form) -> bool:
    """« veut insister sur », « devrait annoncer », « va rappeler »: not said yet (« a voulu rassurer » is)."""
    if form != "infinitive" or word.relation not in {"xcomp", "ccomp"}:
        return False
    head = sentence.head(word)
    if head is None or head.lemma not in _INTENDING or auxiliaries(sentence, head):
        return False
    if head.id > 1 and sentence.word(head.id - 1).upos == "PUNCT" and word.id == head.id + 1:
        return False  # « … », veut croire le maire
    past_in_incise = (
        head.lemma == "devoir" and head.feat("Tense") in {"Imp", "Past"} and head.feat("Mood") != "Cnd"
    )
    return not past_in_incise


def is_conditional(word: Word) -> bool:
    """Tell whether a verb form is a conditional, by its features or else by its ending on the infinitive."""
    if word.feat("Mood") == "Cnd":
        return True
    form = word.text.lower()
    if word.upos not in {"VERB", "AUX"} or not form.endswith(("rait", "raient")):
        return False
    stem = form.removesuffix("aient").removesuffix("ait")
    lemma = word.lemma.lower()
    return stem in {lemma, lemma.removesuffix("e")} or stem in _FUTURE_STEMS


def _form(sentence: Sentence, word: Word) -> Form | None:
    if auxiliaries(sentence, word):
        if any(a.feat("VerbForm") == "Inf" for a in auxiliaries(sentence, word)):
            return "infinitive"
        if any(a.text.lower() in {"ayant", "étant"} for a in auxiliaries(sentence, word)):
            return "participle"
        return "finite"
    form = word.feat("VerbForm")
    text = word.text.lower()
    if form == "Inf":
        return "infinitive"
    if text.endswith("ant") and (form == "Part" or word.upos != "VERB"):
        return "participle"
    if form == "Part":
        head = sentence.head(word)
        if (
            word.relation == "conj"
            and head is not None
            and ((auxiliaries(sentence, head) and head.upos == "VERB") or _with_clause(sentence, word))
        ):
            return "finite"
        return "past_participle"
    return "finite"


def _with_clause(sentence: Sentence, word: Word) -> bool:
    """« et rappelé que … »: a coordinated participle with a clause of its own."""
    following = sentence.words[word.id] if word.id < len(sentence.words) else None
    return following is not None and following.text.lower() in {"que", "qu'", "qu’"}


def _passive(sentence: Sentence, word: Word) -> bool:
    head = sentence.head(word)
    if (
        word.relation == "conj"
        and head is not None
        and head.upos == "VERB"
        and not auxiliaries(sentence, word)
    ) and (
        word.feat("VerbForm") == "Part" and not word.text.endswith("ant") and not _with_clause(sentence, word)
    ):
        return _passive(sentence, head)  # « il a été arrêté, puis accusé de … »
    return any(
        w.deprel in {"aux:pass", "nsubj:pass", "expl:pass"} for w in sentence.children(word)
    ) and not _reflexive(sentence, word)


def _inverted(sentence: Sentence, word: Word) -> bool:
    if inverted_pronoun(sentence, word) is not None:
        return True
    subject = sentence.child(word, "nsubj", "expl:subj")
    return subject is not None and subject.id > word.id


def _group(sentence: Sentence, word: Word, rest: list[Word]) -> Span:
    members = [word, *auxiliaries(sentence, word), *rest]
    first = min(w.id for w in members)
    while first > 1:
        before = sentence.word(first - 1)
        clitic = (
            before.upos == "PRON"
            and before.head == word.id
            and before.relation in {"expl", "obj", "iobj", "obl"}
        )
        if not (clitic or before.text.lower() in {"se", "s'", "s’", "ne", "n'", "n’"}):
            break
        first -= 1
        members.append(before)
    if pronoun := inverted_pronoun(sentence, word):
        members.append(pronoun)
    return span_of(members)
