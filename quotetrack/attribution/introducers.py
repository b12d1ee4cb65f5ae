"""Who is named in front of a colon without a verb of saying: « Jean Roux, maire : », « Refus poli du maire : »."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from quotetrack.attribution.antecedents import subject
from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Reference
from quotetrack.attribution.phrases import mention_of
from quotetrack.attribution.speakers import POSSESSIVES, can_speak, is_person, may_be_person, speaking_noun
from quotetrack.attribution.stretches import trimmed
from quotetrack.attribution.word_owners import owner_of_words
from quotetrack.lexicon.people import is_title
from quotetrack.lexicon.tables import word_class
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word


def bare_name(sentence: Sentence, intro: list[Word], article: Article, index: int) -> Reference | None:
    """« Kerry : », « Lire aussi : Benoît Hamon : », « Jean Roux, maire de Nantes : »."""
    part = intro
    for word in reversed(intro[:-1] if intro[-1].text == ":" else intro):
        if word.text in {":", ";", "|", "–", "—", "-", "»"}:
            part = [w for w in intro if w.id > word.id]
            break
    part = [w for w in part if w.text != ":"]
    if (
        part
        and part[0].text.lower() == "pour"
        and any(is_person(sentence, w, article.text) for w in part[1:2])
    ):
        part = part[1:]  # « Pour Jean Roux : « … » »
    part = _past_likening(part)
    if part and (owner := owner_of_words(sentence, part)) is not None:
        return mention_of(article, index, owner)
    if not part or any(w.upos in {"VERB", "AUX"} and w.feat("VerbForm") == "Fin" for w in part):
        return None
    heads = [
        w for w in part if w.upos == "PROPN" or (w.upos in {"NOUN", "X", "ADJ"} and can_speak(sentence, w))
    ]
    if not heads and part[0].text.lower() in {"lui", "elle", "eux", "un", "une"} and len(part) <= 4:
        heads = [part[-1]]
    if not heads or len(part) > 14:
        return None
    head = heads[0]
    if part[0].upos == "ADP":
        return None
    lead = [
        w for w in part if w.id < head.id and w.upos not in {"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "ADV"}
    ]
    if lead:
        return None
    names = [w for w in part if w.id >= head.id]
    end = names[0].end
    for word, following in itertools.pairwise([*names, names[-1]]):
        if word.upos == "PUNCT" or (
            word.text.lower() in {"de", "d'", "d’"} and following.feat("VerbForm") == "Inf"
        ):
            break  # « Et Pauline de conclure sur cette épreuve : »
        end = word.end
    first = next(w for w in part if w.upos != "CCONJ")
    return Reference(trimmed(Span(first.start, end), article.text), index, head.id)


def _past_likening(part: list[Word]) -> list[Word]:
    """« Tout comme, d'ailleurs, | le procureur : « … » »: whom somebody else agrees with has words of his own."""
    like = next((i for i, w in enumerate(part[:2]) if w.text.lower() == "comme"), None)
    if like is None or (like == 1 and part[0].text.lower() != "tout"):
        return part
    rest = part[like + 1 :]
    while rest and (
        rest[0].upos == "PUNCT" or rest[0].text.lower() in {"d'", "d’", "ailleurs", "d'ailleurs"}
    ):
        rest = rest[1:]
    return rest


def who_breaks_in(sentence: Sentence, cue: Word, intro: Sequence[Word]) -> Word | None:
    """« Le juge finissait sa phrase quand une femme se lève : « … » »: who does something meanwhile speaks."""
    if not any(w.upos == "NOUN" and w.id > cue.id for w in sentence.children(cue, "obj")):
        return None
    clause = next((w for w in reversed(intro) if w.deprel == "advcl" and w.head == cue.id), None)
    mark = next((w.text.lower() for w in sentence.children(clause, "mark")), "") if clause is not None else ""
    if clause is None or mark not in {"quand", "lorsque", "lorsqu'", "lorsqu’"}:
        return None
    if any(w.text.lower() not in {"se", "s'", "s’"} for w in sentence.children(clause, "obj", "iobj")):
        return None  # « quand les élus l'interrogent »
    word = subject(sentence, clause)
    return word if word is not None and word.upos != "PRON" and may_be_person(sentence, word) else None


def whose_act(sentence: Sentence, intro: list[Word]) -> Word | None:
    """« Refus poli du maire : « On ne paiera pas deux fois » »: whose act a noun without an article names."""
    part = [w for w in intro if w.upos != "PUNCT"]
    if (
        not part
        or part[0].upos != "NOUN"
        or part[0].id != 1
        or any(w.upos in {"VERB", "AUX", "DET"} for w in part[:2])
    ):
        return None
    owner = next(iter(sentence.children(part[0], "nmod")), None)
    case = sentence.child(owner, "case") if owner is not None else None
    if owner is None or case is None or case.text.lower() not in {"de", "du", "d'", "d’", "des"}:
        return None
    noun = speaking_noun(sentence, owner)
    person = noun is not None and noun.entry.kind in {"person", "group"}
    return owner if person and all(w.id <= 8 for w in part) else None


def is_possessive(sentence: Sentence, intro: list[Word], text: str) -> bool:
    """« Son verdict : », « Sa réponse, cinglante : »: of the one spoken of just before; « Son avocat : » is another."""
    if intro[0].text.lower() not in POSSESSIVES or any(w.feat("VerbForm") == "Fin" for w in intro):
        return False
    owned = next((w for w in intro if w.upos in {"NOUN", "PROPN"}), None)
    return owned is None or not is_person(sentence, owned, text)


def subject_of_introduction(
    sentence: Sentence, intro: list[Word], article: Article, index: int
) -> Reference | None:
    """« Le maire est formel : », « Le premier, c'est Jean : »: the last that can speak, or whom « c'est » shows."""
    verbs = [w for w in intro if sentence.child(w, "nsubj") and _bears_a_clause(sentence, w)]
    if (presented := _presented(sentence, intro, article.text)) is not None:
        return mention_of(article, index, presented)
    for verb in reversed(verbs):
        word = subject(sentence, verb)
        if word is not None and _is_speaker(sentence, word):
            return mention_of(article, index, word)
    return None


def _bears_a_clause(sentence: Sentence, word: Word) -> bool:
    """« Le maire est formel », « Luc Roux est en réunion », « Anne, elle, est au marché », where « est » may rule."""
    if word.deprel == "cop":  # it has kept the subject for itself
        return word.head == sentence.root.id
    ruling = word.upos in {"VERB", "ADJ", "NOUN"} or word.deprel == "root"
    main = word.deprel in {"root", "conj", "parataxis", "advcl:cleft"}
    return ruling and (main or _clefted(sentence, word))


def whom_it_moves(sentence: Sentence, intro: list[Word], article: Article, index: int) -> Reference | None:
    """« Cette décision inquiète Anne Roux, directrice : « … » »: whoever is moved by something says so."""
    root = sentence.root
    if root not in intro or not _moves(sentence, root):
        return None
    for word in sentence.children(root, "obj", "iobj", "obl"):
        case = sentence.child(word, "case")
        felt = case is None or case.text.lower() in {"à", "au", "aux", "chez"}
        person = is_person(sentence, word, article.text) or is_title(word.text.capitalize())
        if word.id > root.id and word in intro and felt and person:
            return mention_of(article, index, word)
    return None


def _moves(sentence: Sentence, verb: Word) -> bool:
    """« agace le préfet », « a fait bondir le maire », « laisse un goût amer à l'avocate »."""
    if verb.lemma in word_class("moving"):
        return True
    if verb.lemma == "laisser":
        return any(w.lemma == "goût" for w in sentence.children(verb, "obj"))
    caused = any(w.deprel == "aux:caus" for w in sentence.children(verb, "aux"))
    return caused and verb.lemma in word_class("made to react")


def _presented(sentence: Sentence, intro: list[Word], text: str) -> Word | None:
    """« Le premier, c'est Jean, visage rouge : « … » »: whom « c'est » presents."""
    root = sentence.root
    if root.upos not in {"PROPN", "NOUN"} or root not in intro or not is_person(sentence, root, text):
        return None
    pointing = [w for w in sentence.children(root, "nsubj") if w.text.lower() in {"c'", "c’", "ce", "voici"}]
    return root if pointing and sentence.child(root, "cop") is not None else None


def _clefted(sentence: Sentence, verb: Word) -> bool:
    """« C'est donc à mi-mandat qu'il tire sa révérence : « … » »: the clause that « c'est » presents."""
    root = sentence.root
    presented = sentence.child(root, "nsubj")
    return (
        verb.head == root.id
        and presented is not None
        and presented.text.lower() in {"c'", "c’", "ce"}
        and any(
            m.text.lower() in {"que", "qu'", "qu’"} for m in sentence.children(verb, "mark", "obj", "obl")
        )
    )


def _is_speaker(sentence: Sentence, word: Word) -> bool:
    if word.upos == "PRON" and not is_title(word.text):
        return word.text.lower().lstrip("-") in {
            "il",
            "elle",
            "ils",
            "elles",
            "t-il",
            "t-elle",
            "celui-ci",
            "celle-ci",
        }
    return can_speak(sentence, word)
