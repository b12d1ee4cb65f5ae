"""Whom a cue points to: subjects in front or behind, agents, antecedents, and what a participle borrows."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.attribution.cues import Cue, inverted_pronoun
from quotetrack.attribution.model import Reference
from quotetrack.attribution.phrases import noun_phrase
from quotetrack.attribution.speakers import can_speak, speaking_noun
from quotetrack.lexicon.people import is_first_name, is_title
from quotetrack.syntax import Sentence, Word

_FIRST_OR_SECOND = {"moi", "-moi", "je", "j'", "j’", "tu", "nous", "vous", "-je", "-tu", "-nous", "-vous"}
_NOT_A_SOURCE = {"qu'", "que", "qu’", "ce", "c'", "c’", "cela", "ça", "dont", "où", "quoi", "rien", "tout"}
_OBJECT_CONTROL = {
    "inviter", "exhorter", "appeler", "pousser", "obliger", "contraindre", "conduire", "amener", "forcer",
    "autoriser", "inciter", "encourager", "aider", "laisser", "faire", "entendre", "voir",
}  # fmt: skip


def source_of(sentence: Sentence, cue: Cue, text: str, others: Sequence[Cue] = ()) -> Reference | None:
    """Return the mention that a verb of saying points to, or None where nothing stands there.

    The subject of a verb, the agent of a passive (« il a été annoncé par X que »), for a participle the source of
    the verb of saying in front of it (« a déclaré X, citant … ») or else the subject of its governor.
    """
    word: Word | None
    if cue.passive or cue.form == "past_participle":
        word = _agent(sentence, cue.word)
    elif cue.incise:
        word = _incise_subject(sentence, cue)
    elif cue.form == "participle":
        word = _participle_subject(sentence, cue, others)
    else:
        word = _coordinated_subject(sentence, cue, others) or subject(sentence, cue.word)
    if word is None or word.text.lower().replace("’", "'") in _NOT_A_SOURCE or word.stand_in:
        return None
    return Reference(noun_phrase(sentence, word, text), cue.sentence, word.id)


def _coordinated_subject(sentence: Sentence, cue: Cue, others: Sequence[Cue]) -> Word | None:
    """« Il a ajouté que … et rappelé que … »: a participle without auxiliary shares that of an earlier cue.

    « Il assure que « le peuple a parlé » et accuse … »: so does a verb that the parser ties to quoted words.
    """
    if cue.word.relation == "conj" and not sentence.child(cue.word, "nsubj") and _leaves_marks(sentence, cue.word):
        outside = [c for c in others if c.word.id < cue.word.id and c.form == "finite"]
        return subject(sentence, outside[-1].word) if outside else None
    if cue.word.feat("VerbForm") != "Part" or sentence.children(cue.word, "aux", "nsubj"):
        return None
    earlier = [c for c in others if c.word.id < cue.word.id and sentence.children(c.word, "aux")]
    return subject(sentence, earlier[-1].word) if earlier else None


def _leaves_marks(sentence: Sentence, word: Word) -> bool:
    """Tell whether a closing mark, and no opening one, stands between a word's governor and the word."""
    between = [w.text for w in sentence.words[max(word.head - 1, 0) : word.id - 1]]
    closing = sum(between.count(mark) for mark in ("»", "”"))
    opening = sum(between.count(mark) for mark in ("«", "“"))
    return word.head < word.id and (closing > opening or (not closing and between.count('"') % 2 == 1))


def _incise_subject(sentence: Sentence, cue: Cue) -> Word | None:
    """Return the subject behind an incise verb, or the one in front (« … », il a dit)."""
    if pronoun := inverted_pronoun(sentence, cue.word):
        return pronoun
    word = subject(sentence, cue.word)
    behind = postverbal_subject(sentence, cue.word)
    if word is not None and word.id < cue.word.id and behind is not None and can_speak(sentence, behind):
        return behind  # « La route rouvre, a fait savoir la mairie »: the subject in front is the clause's
    if word is None or (word.id > cue.word.id and word.start > cue.span.end + 60) or word.relation == "obj":
        return postverbal_subject(sentence, cue.word) or word
    if word.head != cue.word.id and word.id < cue.word.id:
        return postverbal_subject(sentence, cue.word) or word
    return word


def _participle_subject(sentence: Sentence, cue: Cue, others: Sequence[Cue]) -> Word | None:
    """« X a assuré que …, ajoutant que »: X; « un rapport soulignant que »: it; « Soulignant que …, X a »: X."""
    verb = cue.word
    before = sentence.word(verb.id - 1) if verb.id > 1 else None
    head = sentence.head(verb)
    if (
        before is not None
        and before.text != ","
        and before.upos in {"NOUN", "PROPN", "ADJ"}
        and verb.relation == "acl"
    ):
        return head
    if first := _opens_sentence(sentence, verb):
        return _main_subject(sentence, verb) if first else None
    earlier = [c for c in others if c.word.id < verb.id and c.form == "finite" and not c.needs_marks]
    for other in reversed(earlier):
        word = _incise_subject(sentence, other) if other.incise else subject(sentence, other.word)
        if word is not None and not _within(sentence, other, earlier):
            return word
    return subject(sentence, verb)


def _within(sentence: Sentence, cue: Cue, others: Sequence[Cue]) -> bool:
    """Tell whether a cue stands in a clause that another cue of the sentence reports."""
    return any(
        ancestor.id == other.word.id and cue.word.relation not in {"conj", "parataxis"}
        for other in others
        if other is not cue and not other.incise
        for ancestor in sentence.ancestors(cue.word)
    )


def _opens_sentence(sentence: Sentence, verb: Word) -> bool:
    return all(w.upos in {"PUNCT", "ADV", "CCONJ", "ADP"} for w in sentence.words[: verb.id - 1])


def _main_subject(sentence: Sentence, verb: Word) -> Word | None:
    """Return the subject of the clause that a participle at the sentence's beginning opens onto."""
    finite = [
        w
        for w in sentence.words
        if w.id > verb.id and w.upos in {"VERB", "AUX"} and w.feat("VerbForm") == "Fin"
    ]
    found: Word | None = None
    for word in finite:
        bearer = sentence.head(word) if word.relation in {"aux", "cop"} else word
        if bearer is None or bearer.deprel.startswith("acl") or bearer.relation in {"ccomp", "advcl"}:
            continue
        own = [w for w in sentence.children(bearer, "nsubj") if w.text.lower() not in {"qui"}]
        if own:
            found = own[-1] if own[-1].id < bearer.id else own[0]
            break
    return found or subject(sentence, verb)


def speaks_for_itself(sentence: Sentence, verb: Word) -> bool:
    """Tell whether the subject is « je », « nous », « vous »: inside a quotation that is no new speaker."""
    word = subject(sentence, verb)
    return word is not None and word.upos == "PRON" and word.text.lower() in _FIRST_OR_SECOND


def subject(sentence: Sentence, verb: Word, depth: int = 0) -> Word | None:
    """Return the word that heads the logical subject of a verb in any form, or None."""
    if depth > 6:
        return None
    pronoun = inverted_pronoun(sentence, verb)
    own = sentence.children(verb, "nsubj")
    nominal = [w for w in own if w.upos != "PRON" or not w.text.startswith("-")]
    if nominal:
        before = [w for w in nominal if w.id < verb.id]
        return _antecedent(sentence, verb, before[-1] if before else nominal[0], depth)
    if pronoun is not None:
        return pronoun
    if own:
        return own[0]
    if expletive := sentence.child(verb, "expl:subj"):
        return (
            None
            if expletive.lemma in {"lui", "il", "ce"} and not expletive.text.startswith("-")
            else expletive
        )
    return _borrowed(sentence, verb, depth)


def postverbal_subject(sentence: Sentence, verb: Word, after: int | None = None) -> Word | None:
    """Return the noun phrase behind an incise verb that the parser took for something else.

    « …, lance le candidat » (labelled obj); « …, a déclaré à la presse le haut responsable » (nmod of presse):
    the first noun phrase without a preposition behind the verb.
    """
    position = after if after is not None else verb.id
    for word in sentence.words[position:]:
        if word.text in {",", ".", ";", ":", "«", "“", '"', "(", "—"} and word.upos == "PUNCT":
            if word.text == "," and word.id <= verb.id + 1:
                continue
            return None
        if word.upos in {"VERB", "AUX", "SCONJ"}:
            return None
        if word.upos == "PRON" and word.text.startswith("-"):
            return word
        if (
            word.upos in {"NOUN", "PROPN"}
            or (word.upos in {"ADJ", "NUM", "PRON"} and _has_determiner(sentence, word))
        ) and not _under_preposition(sentence, word, verb):
            return _phrase_head(sentence, word, verb)
    return None


def _has_determiner(sentence: Sentence, word: Word) -> bool:
    return word.id > 1 and any(w.upos == "DET" for w in sentence.words[max(word.id - 3, 0) : word.id - 1])


def _under_preposition(sentence: Sentence, word: Word, verb: Word) -> bool:
    """Tell whether a preposition opens the phrase in which a word stands, looking left up to the verb."""
    position = word.id - 1
    while position > verb.id:
        before = sentence.word(position)
        if before.upos == "ADP":
            return True
        if before.upos == "DET":
            previous = sentence.word(position - 1)
            return previous.upos == "ADP" and previous.id > verb.id
        apart = is_title(word.text) or not speaking_noun(sentence, before)
        if before.upos == "NOUN" and _begins_a_name(word) and apart:
            return False  # « devant les grilles Julien Carpentier », « à la presse M. Salcedo »
        if before.upos in {"ADJ", "NUM", "PROPN", "NOUN"}:
            position -= 1
            continue
        return False
    return False


def _begins_a_name(word: Word) -> bool:
    return is_title(word.text) or (word.upos == "PROPN" and is_first_name(word.text))


def _phrase_head(sentence: Sentence, word: Word, verb: Word) -> Word:
    """Climb from a word to the head of its phrase without passing a preposition's phrase or the verb."""
    current = word
    while True:
        head = sentence.head(current)
        if head is None or head.id <= verb.id or head.upos not in {"NOUN", "PROPN", "ADJ"}:
            return current
        if (
            current.relation in {"nmod", "obl"}
            or sentence.child(head, "case") is not None
            or any(c.upos == "ADP" for c in sentence.children(head, "case"))
        ):
            return current
        current = head


def _agent(sentence: Sentence, verb: Word) -> Word | None:
    for word in sentence.children(verb, "obl"):
        cases = {c.text.lower() for c in sentence.children(word, "case")}
        agent = "par" in cases or (word.deprel == "obl:agent" and cases & {"de", "d'"})
        if agent and word.upos in {"NOUN", "PROPN", "PRON"}:
            return word
    return None


def _antecedent(sentence: Sentence, verb: Word, word: Word, depth: int) -> Word | None:
    """Resolve « qui »: the noun that its clause hangs on, or the clefted one (« c'est X qui l'a dit »)."""
    if word.text.lower() not in {"qui", "lequel", "laquelle", "lesquels", "lesquelles"}:
        return word
    clause = verb
    for _ in range(6):
        head = sentence.head(clause)
        if head is None:
            return None
        if clause.deprel in {"acl:relcl", "acl", "ccomp", "advcl:cleft", "parataxis"} and head.upos in {
            "NOUN", "PROPN", "PRON", "NUM", "ADJ", "X",
        }:  # fmt: skip
            return _nearest_named(sentence, head, word)
        if clause.relation not in {"conj", "xcomp", "aux", "advcl"} and head.upos in {"VERB", "AUX"}:
            return _noun_before(sentence, word)
        clause = head
    return None


def _nearest_named(sentence: Sentence, head: Word, relative: Word) -> Word:
    """Prefer the name in apposition right before the relative (« le ministre, Jean Roux, qui … »)."""
    for word in sentence.children(head, "appos", "flat"):
        if head.id < word.id < relative.id and word.upos == "PROPN":
            return head
    return head


def _noun_before(sentence: Sentence, word: Word) -> Word | None:
    for candidate in reversed(sentence.words[: word.id - 1]):
        if candidate.upos in {"NOUN", "PROPN"}:
            head = sentence.head(candidate)
            if (
                candidate.relation in {"flat", "nmod", "appos"}
                and head is not None
                and head.id < candidate.id
            ):
                continue
            return candidate
        if candidate.upos in {"VERB", "AUX"}:
            return None
    return None


def _borrowed(sentence: Sentence, verb: Word, depth: int) -> Word | None:
    """Return the subject that a participle, an infinitive or a coordinated verb borrows from its governor."""
    head = sentence.head(verb)
    if head is None:
        return None
    if verb.relation == "acl" and head.upos in {"NOUN", "PROPN", "PRON"} and verb.deprel != "acl:relcl":
        return head if not head.stand_in else _sibling_incise(sentence, verb, head, depth)
    if head.stand_in or head.upos not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
        return _sibling_incise(sentence, verb, head, depth)
    if verb.relation in {"xcomp", "ccomp", "obl", "advcl", "conj", "parataxis", "acl", "dep", "appos"}:
        if verb.relation in {"xcomp", "obl"} and head.lemma in _OBJECT_CONTROL:
            return sentence.child(head, "obj", "iobj") or subject(sentence, head, depth + 1)
        found = _sibling_incise(sentence, verb, head, depth) if verb.relation == "advcl" else None
        if found is not None:
            return found
        if head.upos in {"NOUN", "PROPN"} and verb.relation in {"conj", "appos"}:
            return None
        return subject(sentence, head, depth + 1)
    return None


def _sibling_incise(sentence: Sentence, verb: Word, head: Word, depth: int) -> Word | None:
    """« … », a déclaré X, citant …: the participle hangs on the quoted clause, its subject on the incise."""
    candidates = [
        w
        for w in sentence.children(head, "parataxis", "ccomp", "conj", "acl", "advcl", "dep")
        if w.id != verb.id and w.id < verb.id and w.upos == "VERB"
    ]
    for word in reversed(candidates):
        if word.feat("VerbForm") == "Part" and word.text.endswith("ant"):
            continue
        found = subject(sentence, word, depth + 1) if sentence.child(word, "nsubj", "expl:subj") else None
        found = found or postverbal_subject(sentence, word)
        if found is not None:
            return found
    return None
