"""Whose words a noun announces: « La réponse du maire : », « Un avis partagé par X », « Le dernier mot est à X »."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.attribution.antecedents import agent_of
from quotetrack.attribution.speakers import can_speak, may_be_person
from quotetrack.lexicon import noun as reporting_noun
from quotetrack.lexicon.tables import plain, word_class
from quotetrack.syntax import Sentence, Word

_SHARING = {"partager", "confirmer", "relayer", "reprendre", "approuver", "résumer", "formuler", "exprimer"}
_GOING_TO = {"revenir", "être", "aller", "appartenir", "échoir"}
_IN_TURN = {
    "réponse",
    "réplique",
    "riposte",
    "réaction",
    "commentaire",
    "verdict",
    "conclusion",
    "explication",
    "discours",
}
_BESIDE = {"chez", "pour"}
_GIVING = {"donner", "redonner", "laisser", "rendre", "passer", "céder", "offrir", "tendre"}
_FLOOR = {"parole", "micro"}


def owner_of_words(sentence: Sentence, part: Sequence[Word], by_verb: bool = True) -> Word | None:
    """Return who owns the noun of saying that leads a sentence or what stands in front of a colon, or None.

    Args:
        sentence: the sentence.
        part: its words that announce, in order.
        by_verb: « La réponse du maire a fusé » counts as well.
    """
    if (met := _who_was_met(sentence, part)) is not None:
        return met
    said = next((w for w in part if w.upos == "NOUN" and _is_said(w)), None)
    if said is None or said.id > part[0].id + 4 or (sentence.child(said, "case") and said.text != "cloche"):
        return None
    finite = any(w.feat("VerbForm") == "Fin" and w.deprel != "acl:relcl" for w in part)
    if finite:
        leads = by_verb and _leads(sentence, said)
        return _to_whom_it_goes(sentence, said) or (_own(sentence, said) if leads else None)
    return _own(sentence, said) or _who_shares(sentence, said) or _beside(sentence, said)


def whose_phrase(sentence: Sentence, part: Sequence[Word]) -> Word | None:
    """« Le livre s'ouvre sur une phrase de Korczak : »: whose it is, whatever the verb, right before the colon."""
    phrases = word_class("phrases of somebody")
    said = next((w for w in part[-_LONGEST_OWNER:] if w.lemma in phrases and w.upos == "NOUN"), None)
    if said is None:
        return None
    whole = {w.id for w in sentence.subtree(said)}
    closing = all(w.id in whole or w.upos == "PUNCT" for w in part if w.id > said.id)
    return _own(sentence, said) if closing else None


_LONGEST_OWNER = 8
"""Words of « une phrase du poète Paul Roux »."""


def gives_the_floor(sentence: Sentence, part: Sequence[Word]) -> Word | None:
    """Return the verb by which somebody lets others speak: « La radio donne la parole à une habitante : »."""
    given = (w for w in part if w.lemma in _FLOOR and w.deprel == "obj" and w.id > 1)
    floor = next(
        (w for w in given if sentence.word(w.id - 1).text.lower() in {"la", "le"}), None
    )  # not « sa parole »
    verb = sentence.head(floor) if floor is not None else None
    return verb if verb is not None and verb.lemma in _GIVING else None


def given_the_floor(sentence: Sentence, verb: Word) -> Word | None:
    """« donne la parole à une habitante » → habitante; None where it is a pronoun in front (« lui rend la parole »)."""
    at = (w for w in sentence.children(verb, "obl", "iobj") if w.id > verb.id and can_speak(sentence, w))
    return next(at, None)


def _who_was_met(sentence: Sentence, part: Sequence[Word]) -> Word | None:
    """« Rencontre avec Luc Roux », « Interview du capitaine, Luc Roux »: what follows is said by whoever was met."""
    first = next((w for w in part[:2] if w.lemma.lower() in _MEETINGS), None)
    if first is None or any(w.feat("VerbForm") == "Fin" and w.deprel != "acl:relcl" for w in part):
        return None
    for word in sentence.children(first, "nmod", "obl"):
        cases = {c.text.lower() for c in sentence.children(word, "case")}
        whose = cases & {"avec"} or (cases & {"de", "du", "d'", "d’"} and first.lemma.lower() == "interview")
        if whose and word in part and may_be_person(sentence, word):
            return word
    return None


_MEETINGS = {"rencontre", "entretien", "interview", "conversation", "tête-à-tête", "discussion"}


def _is_said(word: Word) -> bool:
    """Tell whether a noun stands for words: « réponse », « avis »; « son de cloche » does."""
    return reporting_noun(word.lemma) is not None or word.text == "cloche"


def _own(sentence: Sentence, said: Word) -> Word | None:
    """« Commentaire du président », « La réponse de Jean Roux »; « La réponse aux élus » is somebody else's."""
    return next(
        (w for w in sentence.children(said, "nmod") if can_speak(sentence, w) and is_of(sentence, w)), None
    )


def is_of(sentence: Sentence, word: Word) -> bool:
    """Tell whether « de » stands in front of a noun."""
    return any(plain(c.text) in {"de", "d'", "du", "des"} for c in sentence.children(word, "case"))


def _beside(sentence: Sentence, said: Word) -> Word | None:
    """« Même constat chez Luc Roux », « Même analyse du côté du préfet »."""
    beside = list(sentence.children(said, "nmod"))
    sound = sentence.head(said) if said.text == "cloche" else None  # « même son de cloche chez … »
    if sound is not None:
        beside += sentence.children(sound, "nmod")
    for word in beside:
        cases = {c.text.lower() for c in sentence.children(word, "case")}
        side = sentence.child(word, "nmod") if word.lemma == "côté" else None
        found = side if side is not None else word if cases & _BESIDE else None
        house = "chez" in cases and found is word and can_speak(sentence, word)  # « chez The Independent »
        if found is not None and (house or may_be_person(sentence, found)):
            return found
    return None


def _who_shares(sentence: Sentence, said: Word) -> Word | None:
    """« Un avis partagé par Luc Roux », « Un constat que partage la maire », not « que ne partage pas »."""
    for word in sentence.children(said, "acl"):
        lemma = {word.lemma, word.lemma + "r"}  # « que partage »: the tagger may take it for the noun
        if not lemma & _SHARING or sentence.child(word, "advmod") is not None:
            continue
        found = agent_of(sentence, word) or sentence.child(word, "nsubj")
        if found is not None and found.id > word.id and can_speak(sentence, found):
            return found
    return None


def _to_whom_it_goes(sentence: Sentence, said: Word) -> Word | None:
    """« Le mot de la fin est revenu à M. Roux », « La parole est à Luc Roux »."""
    root = sentence.root
    if said.head != root.id or root.lemma not in _GOING_TO:
        return None
    for word in sentence.children(root, "obl", "iobj"):
        cases = {c.text.lower() for c in sentence.children(word, "case")}
        if word.id > root.id and cases & {"à", "pour"} and can_speak(sentence, word):
            return word
    return None


def _leads(sentence: Sentence, said: Word) -> bool:
    """« La réponse du préfet a fusé », « … ne s'est pas fait attendre », not « inquiète les éleveurs »."""
    root = sentence.root
    return (
        said.lemma in _IN_TURN
        and said.head == root.id
        and said.relation == "nsubj"
        and said.id < root.id
        and sentence.child(root, "obj", "iobj") is None
    )
