"""The logical subject of a verb in any form: in front, borrowed from its governor, « qui » resolved."""

from __future__ import annotations

from quotetrack.attribution.coordination import goes_with_the_verb_above
from quotetrack.attribution.houses import (
    name_behind_a_house,
    paper_before,
)
from quotetrack.attribution.openings import behind_participle, past_setting
from quotetrack.attribution.postverbal import postverbal_subject
from quotetrack.attribution.speakers import (
    begins_in,
    can_speak,
    may_be_person,
)
from quotetrack.attribution.times import measures_time, sets_time
from quotetrack.attribution.verbs import (
    inverted_pronoun,
    is_finite,
    of_that_number,
    said_by_somebody,
    told_to_us,
    whose_number,
)
from quotetrack.lexicon import noun as reporting_noun
from quotetrack.lexicon.tables import word_class
from quotetrack.syntax import Sentence, Word

_FIRST_OR_SECOND = {"moi", "-moi", "je", "j'", "j’", "tu", "nous", "vous", "-je", "-tu", "-nous", "-vous"}
_OBJECT_CONTROL = {
    "inviter", "exhorter", "appeler", "pousser", "obliger", "contraindre", "conduire", "amener", "forcer",
    "autoriser", "inciter", "encourager", "aider", "laisser", "faire", "entendre", "voir", "accuser", "soupçonner",
    "blâmer", "sommer", "prier", "presser", "charger", "convaincre", "persuader", "dissuader", "empêcher", "féliciter",
    "remercier", "suspecter", "enjoindre",
}  # fmt: skip
_DATIVE_CONTROL = {
    "reprocher", "demander", "ordonner", "conseiller", "recommander", "interdire", "permettre", "commander", "imposer",
    "réclamer", "suggérer",
}  # fmt: skip

_REACHING = {"point", "risque", "but"}


def speaks_for_itself(sentence: Sentence, verb: Word) -> bool:
    """Tell whether the subject is « je », « nous », « vous »: inside a quotation that is no new speaker."""
    word = subject(sentence, verb)
    return word is not None and word.upos == "PRON" and word.text.lower() in _FIRST_OR_SECOND


def subject(sentence: Sentence, verb: Word, depth: int = 0) -> Word | None:
    """Return the word that heads the logical subject of a verb in any form, or None."""
    if depth > 6:
        return None
    pronoun = inverted_pronoun(sentence, verb)
    own = [
        w
        for w in sentence.children(verb, "nsubj")
        if not told_to_us(sentence, verb, w)
        and not (w.id > verb.id and sets_time(sentence, w))
        and not measures_time(sentence, w)
    ]
    nominal = [w for w in own if w.upos != "PRON" or not w.text.startswith("-")]
    if nominal:
        before = [w for w in nominal if w.id < verb.id]
        chosen = whose_number(sentence, verb, before[-1]) if before else nominal[0]
        return _antecedent(sentence, verb, past_setting(sentence, chosen))
    if pronoun is not None:
        return pronoun
    if own:
        return own[0]
    if expletive := sentence.child(verb, "expl:subj"):
        impersonal = expletive.lemma in {"lui", "il", "ce"} and not expletive.text.startswith("-")
        return None if impersonal and not said_by_somebody(sentence, verb) else expletive
    return (
        _right_before(sentence, verb)
        or (behind_participle(sentence, verb) if is_finite(sentence, verb) else None)
        or _borrowed(sentence, verb, depth)
    )


def _right_before(sentence: Sentence, verb: Word) -> Word | None:
    """« Valdavie : Paris juge … »: a speaker right in front of a finite verb whose subject the parser lost."""
    if verb.feat("VerbForm") == "Inf" or verb.text.endswith("ant"):
        return None
    group = [verb, *sentence.children(verb, "aux", "expl", "iobj")]
    first = min((w.id for w in group if w.id <= verb.id), default=verb.id)
    if not any(w.feat("VerbForm") == "Fin" for w in group) or first < 2:
        return None
    word = _before_parenthesis(sentence, sentence.word(first - 1))
    if word.upos not in {"NOUN", "PROPN"} or not can_speak(sentence, word) or word.stand_in:
        return None
    start = word.id
    while start > 1 and sentence.word(start - 1).upos in {"PROPN", "DET", "ADJ"}:
        start -= 1
    before = sentence.word(start - 1) if start > 1 else None
    governed = before is not None and before.upos in {"ADP", "NOUN"} and not begins_in(sentence, before)
    return None if governed else word


def _before_parenthesis(sentence: Sentence, word: Word) -> Word:
    """« Yann Roux (PS) a exprimé son désaccord »: the name in front of a party, a place, an age in parentheses."""
    if word.text != ")":
        return word
    opened = next((w for w in reversed(sentence.words[max(word.id - 7, 0) : word.id]) if w.text == "("), None)
    if opened is None or opened.id < 2:
        return word
    named = sentence.word(opened.id - 1)
    while named.relation == "flat" and named.head == named.id - 1:
        named = sentence.word(named.head)
    return named


def agent_of(sentence: Sentence, verb: Word) -> Word | None:
    """Return the agent of a passive (« par le préfet »), or None."""
    for word in sentence.children(verb, "obl"):
        cases = {c.text.lower() for c in sentence.children(word, "case")}
        agent = "par" in cases or (word.deprel == "obl:agent" and cases & {"de", "d'"})
        if agent and word.upos in {"NOUN", "PROPN", "PRON"}:
            return word
    return None


def _antecedent(sentence: Sentence, verb: Word, word: Word) -> Word | None:
    """Resolve « qui »: the noun that its clause hangs on, or the clefted one (« c'est X qui l'a dit »)."""
    if word.text.lower() not in {"qui", "lequel", "laquelle", "lesquels", "lesquelles"}:
        return word
    if (paper := paper_before(sentence, word)) is not None:
        return paper
    clause = verb
    for _ in range(6):
        head = sentence.head(clause)
        if head is None:
            return _noun_before(sentence, word)
        if (name := _name_before(sentence, word)) is not None:
            return name
        if clause.deprel in {"acl:relcl", "acl", "ccomp", "advcl:cleft", "parataxis"} and head.upos in {
            "NOUN", "PROPN", "PRON", "NUM", "ADJ", "X",
        }:  # fmt: skip
            return _who_acts(sentence, _explained(sentence, of_that_number(sentence, verb, head)))
        if clause.relation not in {"conj", "xcomp", "aux", "advcl"} and head.upos in {"VERB", "AUX"}:
            return _noun_before(sentence, word)
        clause = head
    return None


def _who_acts(sentence: Sentence, word: Word) -> Word:
    """« Il a vu le maire à quatre reprises, qui a promis … »: of what stands before « qui », who can speak."""
    head = sentence.head(word)
    if word.relation != "obl" or head is None or word.upos != "NOUN" or may_be_person(sentence, word):
        return word
    people = (w for w in sentence.children(head, "obj") if w.id < word.id and may_be_person(sentence, w))
    return next(people, word)


def _name_before(sentence: Sentence, relative: Word) -> Word | None:
    """« la présidente des petites villes, Mireille Cazaux, qui réclame »: the name right in front, whole."""
    position = relative.id - 1
    if position >= 1 and sentence.word(position).text == ",":
        position -= 1
    last = position
    while position >= 1 and sentence.word(position).upos == "PROPN":
        position -= 1
    if last - position < 2 or position < 1 or sentence.word(position).text != ",":
        return None
    return sentence.word(position + 1)


def _explained(sentence: Sentence, word: Word) -> Word:
    """Return who the noun in front of a relative clause stands for.

    « Jean Roux, un retraité de 78 ans, qui dit … »: an indefinite apposition only explains who it is. « les propos de
    Jean Roux, maire, qui dit … »: words say nothing, their owner does.
    """
    if (person := name_behind_a_house(sentence, word)) is not None:
        return person
    head = sentence.head(word)
    behind = head is not None and head.id < word.id and head.upos in {"NOUN", "PROPN"}
    indefinite = any(w.lemma == "un" for w in sentence.children(word, "det"))
    if head is not None and behind and indefinite and word.relation == "appos":
        return head
    owner = next((w for w in sentence.children(word, "nmod") if can_speak(sentence, w)), None)
    if owner is None:
        return word
    # « renforcer la position de Kinshasa, qui accuse … »: a position accuses nobody.
    thing = word.upos == "NOUN" and not may_be_person(sentence, word)
    named = owner.upos == "PROPN" and _right_in_front(sentence, owner)
    return owner if reporting_noun(word.lemma) is not None or (thing and named) else word


def _right_in_front(sentence: Sentence, owner: Word) -> bool:
    """Tell whether a name stands right before a comma and « qui »."""
    last = max(w.id for w in sentence.subtree(owner) if w.relation in {"flat", "root"} or w.id == owner.id)
    following = [w.text.lower() for w in sentence.words[last : last + 2]]
    return following[:2] == [",", "qui"]


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
            return _who_acts(sentence, _explained(sentence, candidate))
        if candidate.upos in {"VERB", "AUX"}:
            return None
    return None


def _borrowed(sentence: Sentence, verb: Word, depth: int) -> Word | None:
    """Return the subject that a participle, an infinitive or a coordinated verb borrows from its governor."""
    head = sentence.head(verb)
    if head is None:
        return None
    if verb.relation == "acl" and head.upos in {"NOUN", "PROPN", "PRON"} and verb.deprel != "acl:relcl":
        if head.lemma in _REACHING and verb.feat("VerbForm") == "Inf" and sentence.child(head, "case"):
            above = sentence.head(head)  # « La maire s'inquiète, au point d'écrire au préfet que … »
            return subject(sentence, above, depth + 1) if above is not None else None
        if head.relation == "obj" and any(w.text.lower() == "pour" for w in sentence.children(verb, "mark")):
            above = sentence.head(head)  # « Le cabinet a envoyé une note pour expliquer que … »
            return subject(sentence, above, depth + 1) if above is not None else None
        return head if not head.stand_in else _sibling_incise(sentence, verb, head, depth)
    if head.stand_in or head.upos not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
        return _sibling_incise(sentence, verb, head, depth)
    if verb.relation == "conj" and is_finite(sentence, verb) and not is_finite(sentence, head):
        # « Paris accuse Kiev d'avoir triché et dénonce … »: whoever accuses also denounces.
        ruling = (w for w in sentence.ancestors(head) if w.upos in {"VERB", "AUX"} and is_finite(sentence, w))
        return subject(sentence, next(ruling, head), depth + 1)
    if _closes_a_relative(sentence, verb, head):
        return sentence.head(head)
    if goes_with_the_verb_above(sentence, verb) and (above := sentence.head(head)) is not None:
        return subject(sentence, above, depth + 1)
    if verb.relation in {"xcomp", "ccomp", "obl", "advcl", "conj", "parataxis", "acl", "dep", "appos"}:
        if verb.relation in {"xcomp", "obl"} and head.lemma in _OBJECT_CONTROL:
            return sentence.child(head, "obj", "iobj") or subject(sentence, head, depth + 1)
        if head.lemma in word_class("perceiving") and verb.feat("VerbForm") == "Inf":
            # « Elle a entendu crier « au feu » »: somebody else cried
            return sentence.child(head, "obj", "iobj")
        controls = head.lemma in _DATIVE_CONTROL and verb.relation != "conj"
        told = _told(sentence, head) if controls else None
        if told is not None:
            return told
        found = _sibling_incise(sentence, verb, head, depth) if verb.relation == "advcl" else None
        if found is not None:
            return found
        if head.upos in {"NOUN", "PROPN"} and verb.relation in {"conj", "appos"}:
            return None
        return subject(sentence, head, depth + 1)
    return None


def _closes_a_relative(sentence: Sentence, verb: Word, head: Word) -> bool:
    """« Un rapport, dont le maire a eu copie, pointe « un oubli » »: a verb taken for a noun of the relative clause."""
    taken_for_noun = verb.upos in {"NOUN", "PROPN", "X"} and "Part" not in verb.feats
    return taken_for_noun and head.deprel == "acl:relcl" and sentence.word(verb.id - 1).text == ","


def _told(sentence: Sentence, verb: Word) -> Word | None:
    """« Elle reproche au maire d'avoir annoncé que … »: the maire announced it."""
    for word in sentence.children(verb, "iobj", "obl"):
        cases = {c.text.lower() for c in sentence.children(word, "case")}
        if word.deprel in {"iobj", "obl:arg"} and (not cases or cases & {"à"}):
            return word
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
