"""How a verb is built: its auxiliaries, its form, its voice, an inverted pronoun."""

from __future__ import annotations

from typing import Literal

from quotetrack.lexicon import Frame, adjective, verb_of
from quotetrack.lexicon.tables import word_class
from quotetrack.syntax import Sentence, Word

Form = Literal["finite", "participle", "past_participle", "infinitive"]
_VERBS = {"VERB", "AUX"}
_REFLEXIVE = {"se", "s'", "s’", "Se", "S'", "S’", "SE"}
_ENDINGS = {"ait", "ent", "AIT", "ENT"}
_FUTURE_STEMS = {
    "ser", "aur", "fer", "ir", "pourr", "devr", "voudr", "viendr", "tiendr", "verr", "enverr", "saur", "faudr",
    "vaudr", "recevr", "courr", "mourr", "acquerr", "deviendr", "reviendr", "parviendr", "interviendr", "proviendr",
    "surviendr", "conviendr", "détiendr", "obtiendr", "maintiendr", "contiendr", "appartiendr", "soutiendr",
    "retiendr", "entretiendr", "refer", "prévaudr", "percevr", "concevr", "pleuvr", "accueiller", "cueiller",
}  # fmt: skip


def inverted_pronoun(sentence: Sentence, word: Word) -> Word | None:
    """Return the pronoun behind a verb or its auxiliary (« a-t-il dit », « dit-elle »), or None."""
    words = sentence.words
    helpers = sentence.auxiliaries(word)
    for identifier in sorted([word.id, *[w.id for w in helpers]]) if helpers else (word.id,):
        candidate = words[identifier] if identifier < len(words) else None
        if candidate is not None and candidate.upos == "PRON" and candidate.text[0] == "-":
            return candidate
    return None


def has_impersonal_il(sentence: Sentence, word: Word) -> bool:
    """« …, est-il écrit dans le rapport », « …, a-t-il été précisé »: nobody is « il »; « est-il intervenu » is he."""
    pronoun = inverted_pronoun(sentence, word)
    if pronoun is None or not pronoun.text.lower().endswith("-il") or "Part" not in word.feats:
        return False
    known = verb_of(word.lemma, word.text)
    told = known is not None and known.frames & {Frame.QUE, Frame.DIRECT}
    says = bool(told) and adjective(word.text.lower()) is None
    with_being = any(w.lemma == "être" for w in sentence.auxiliaries(word))
    return says and with_being and word.lemma not in word_class("compound past with être")


def is_reflexive(sentence: Sentence, word: Word) -> bool:
    """Tell whether « se » stands before a verb or its auxiliary."""
    before = [w.id for w in sentence.words[: word.id - 1] if w.text in _REFLEXIVE and w.upos == "PRON"]
    if not before:
        return False
    return before[-1] >= min([word.id, *[w.id for w in sentence.auxiliaries(word)]]) - 2


def said_by_somebody(sentence: Sentence, verb: Word) -> bool:
    """« Il craint que l'eau monte »: whatever the parser says of « il », an active verb of saying has a subject.

    « Il ressort que », « il se dit que », « il a été annoncé que » have none.
    """
    active = not is_reflexive(sentence, verb) and not any(
        w.lemma == "être" for w in sentence.auxiliaries(verb)
    )
    known = verb_of(verb.lemma, verb.text, reflexive=False) is not None
    return active and known and verb.lemma not in word_class("impersonal verbs")


def is_conditional(word: Word) -> bool:
    """Tell whether a verb form is a conditional, by its features or else by its ending on the infinitive."""
    if "Cnd" in word.feats and word.feat("Mood") == "Cnd":
        return True
    if word.upos not in _VERBS:
        return False
    form = word.text.lower()
    if not form.endswith(("rait", "raient")):
        return False
    stem = form.removesuffix("aient").removesuffix("ait")
    lemma = word.lemma.lower()
    return stem in {lemma, lemma.removesuffix("e")} or stem in _FUTURE_STEMS


def conditionals(sentence: Sentence) -> list[Word]:
    """Return the conditionals of a sentence, in order; most sentences have none."""
    may_be = [w for w in sentence.words if "Cnd" in w.feats or (w.upos in _VERBS and w.text[-3:] in _ENDINGS)]
    return [w for w in may_be if is_conditional(w)]


def form_of(sentence: Sentence, word: Word) -> Form | None:
    """Say in which form a verb stands; None for forms that report nothing."""
    if helpers := sentence.auxiliaries(word):
        if any(["VerbForm=Inf" in a.feats for a in helpers]):
            return "infinitive"
        if any([a.text.lower() in {"ayant", "étant"} for a in helpers]):
            return "participle"
        return "finite"
    form = word.feat("VerbForm")
    text = word.text.lower()
    if form == "Inf":
        return "infinitive"
    if text.endswith("ant") and (form == "Part" or word.upos != "VERB"):
        return "participle"
    if form == "Part" and text == word.lemma[:-1] and word.lemma.endswith("er"):
        return "finite"  # « « Rien », certifie Luc Roux »: the participle is « certifié »
    if form == "Part":
        head = sentence.head(word)
        if (
            word.relation == "conj"
            and head is not None
            and (_with_clause(sentence, word) or _shares(sentence, word) or _beside_compound(sentence, head))
        ):
            return "finite"
        return "past_participle"
    return "finite"


def _beside_compound(sentence: Sentence, head: Word) -> bool:
    return bool(sentence.auxiliaries(head)) and head.upos == "VERB"


def _shares(sentence: Sentence, word: Word) -> bool:
    """« Il a nié que … et accusé X de … »: right behind « et », an auxiliary somewhere in front."""
    before = sentence.word(word.id - 1).text.lower() if word.id > 1 else ""
    return before in {"et", "puis"} and any(w.deprel == "aux:tense" for w in sentence.words[: word.id - 1])


def _with_clause(sentence: Sentence, word: Word) -> bool:
    """« et rappelé que … »: a coordinated participle with a clause of its own."""
    following = sentence.words[word.id] if word.id < len(sentence.words) else None
    return following is not None and following.text.lower() in {"que", "qu'", "qu’"}


def is_passive(sentence: Sentence, word: Word) -> bool:
    """Tell whether a verb is passive, by itself or through the one that it is coordinated with."""
    head = sentence.head(word) if word.relation == "conj" else None
    if (head is not None and head.upos == "VERB" and not sentence.auxiliaries(word)) and (
        word.feat("VerbForm") == "Part" and not word.text.endswith("ant") and not _with_clause(sentence, word)
    ):
        return is_passive(sentence, head)  # « il a été arrêté, puis accusé de … »
    passive = any([w.deprel in {"aux:pass", "nsubj:pass", "expl:pass"} for w in sentence.children(word)])
    return passive and not is_reflexive(sentence, word)


def is_inverted(sentence: Sentence, word: Word) -> bool:
    """Tell whether the subject of a verb stands behind it."""
    if inverted_pronoun(sentence, word) is not None:
        return True
    subject = sentence.child(word, "nsubj", "expl:subj")
    return subject is not None and subject.id > word.id


def told_to_us(sentence: Sentence, verb: Word, word: Word) -> bool:
    """« nous a confié Petr Novak »: « nous » with a verb in the third person is whom it was told; so is « m' »."""
    if word.text.replace("’", "'") in {"m'", "me", "t'", "te"}:  # « Me Roux » is a title
        return True
    if word.text.lower() not in {"nous", "vous"} or word.id >= verb.id:
        return False
    finite = finite_part(sentence, verb) or verb
    plural = finite.text.lower().endswith(("ons", "ez")) or finite.text.lower() in {"sommes", "êtes"}
    return not plural


def finite_part(sentence: Sentence, verb: Word) -> Word | None:
    """Return the auxiliary of a verb or the verb itself, whichever has a person: « a | dit », « dit »."""
    return next((w for w in [*sentence.auxiliaries(verb), verb] if w.feat("VerbForm") == "Fin"), None)


def of_that_number(sentence: Sentence, verb: Word, head: Word) -> Word:
    """« la lettre adressée aux fidèles, qui engage à … »: one engages, not they."""
    finite = finite_part(sentence, verb)
    if finite is None or finite.feat("Number") != "Sing" or head.feat("Number") != "Plur":
        return head
    above = (w for w in sentence.ancestors(head) if w.upos in {"NOUN", "PROPN"} and w.id < head.id)
    return next((w for w in above if w.feat("Number") == "Sing"), head)


def whose_number(sentence: Sentence, verb: Word, word: Word) -> Word:
    """« Trois élus, dont la maire Anne Roux, l'assurent »: the élus do, whatever the parser makes of « dont »."""
    head = sentence.head(verb)
    one_of = any(w.text.lower() == "dont" for w in sentence.children(word, "nmod"))
    if head is None or verb.deprel != "acl:relcl" or not one_of or sentence.child(word, "conj") is not None:
        return word
    finite = finite_part(sentence, verb) or verb
    several = finite.feat("Number") == "Plur" and word.feat("Number") != "Plur"
    return head if several and head.feat("Number") == "Plur" else word


def is_finite(sentence: Sentence, verb: Word) -> bool:
    """« a dit », « dit »: the verb or its auxiliary has a person."""
    return any(w.feat("VerbForm") == "Fin" for w in (verb, *sentence.children(verb, "aux", "cop")))
