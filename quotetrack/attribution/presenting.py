"""Quoted words without a cue: who is presented in the sentence before them, or behind them."""

from __future__ import annotations

import regex

from quotetrack.attribution.answers import interrogated
from quotetrack.attribution.antecedents import agent_of, subject
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue, cues
from quotetrack.attribution.model import Reference, Report
from quotetrack.attribution.neighbours import (
    sentence_around,
    sentence_before,
    sentence_behind,
    sentences_between,
    verb_behind,
)
from quotetrack.attribution.newcomers import (
    in_these_words,
    is_named,
    newcomer,
    opens,
    presented_below,
    set_against,
    shown_and_followed,
    speaks_of_himself,
    tells_him_to,
    undergoes,
    who_comments,
)
from quotetrack.attribution.phrases import mention_of, noun_phrase
from quotetrack.attribution.speakers import can_speak, is_person, may_be_person
from quotetrack.attribution.subjects import source_of
from quotetrack.attribution.turns import is_spoken_to
from quotetrack.attribution.word_owners import owner_of_words
from quotetrack.lexicon import Frame
from quotetrack.lexicon import noun as reporting_noun
from quotetrack.lexicon.people import is_first_name, is_title
from quotetrack.lexicon.tables import fold, word_class
from quotetrack.model import Passage, Span
from quotetrack.syntax import Sentence, Word

_STATES = regex.compile(
    r"\b(?:je|on|nous|moi|est|sont|sera|était|a|ont|va|vont|faut|pas|plus|rien)\b|\b[jmn]['’]",
    regex.IGNORECASE,
)
_I = regex.compile(r"\b(?:je|moi)\b|\b[jm]['’]", regex.IGNORECASE)
_WE = regex.compile(r"\b(?:nous|on|notre|nos)\b", regex.IGNORECASE)
_I_OR_WE = regex.compile(r"\b(?:je|on|nous|me|moi)\b|\b[jm]['’]", regex.IGNORECASE)


def adjacent(article: Article, index: int, number: int) -> Report:
    """« Le maire ne décolère pas. « On nous ment ! » »: the subject of the sentence before, if it can speak.

    « « On n'a plus rien. » Paul Morel, éleveur, montre le hangar »: or else whom the sentence behind presents.
    """
    passage = article.passages[index]
    before = sentence_before(article, passage, number)
    crying = whose_cry(article, passage, number) or _who_claims_it(article, passage, number)
    if crying is not None:
        return Report("adjacent", passage.inner, None, (index,), source=crying, rank=7)
    reference = _summed_up_by(article, passage, number)
    if reference is None and before is not None:
        asked = None if passage.inner.of(article.text).endswith("?") else interrogated(article, before)
        reference = asked or _speaking_subject(article, before)
    if reference is None and (before is None or _led_by_pronoun(article, before)):
        reference = _presented_behind(article, passage, number)
    if reference is None and before is not None:
        reference = _speaking_pronoun(article, before)
    if reference is None and before is None and opens(article, number):
        reference = presented_below(article, passage, number)
    if reference is None and before is None:
        further = sentence_before(article, passage, number - 1)
        behind = sentence_behind(article, passage, number)
        # « Un témoin a entendu « … » » is a sentence of its own.
        in_front = article.text[article.paragraphs[number].start : passage.span.start]
        opening = not any(c.isalnum() for c in in_front)
        if opening and further is not None and (behind is None or _speaking_subject(article, behind) is None):
            reference = _presented_above(article, passage, further)
    if reference is not None and (
        is_spoken_to(article.text, passage.inner, reference.span) or _one_of_many(article, passage, reference)
    ):
        reference = None
    return Report("adjacent", passage.inner, None, (index,), source=reference, rank=7)


def _one_of_many(article: Article, passage: Passage, reference: Reference) -> bool:
    """« Les trente joueurs attendent. « Je suis arrivé hier » »: one of them, or somebody else."""
    if reference.sentence is None or reference.head is None:
        return False
    several = article.sentences[reference.sentence].word(reference.head).feat("Number") == "Plur"
    words = passage.inner.of(article.text)
    return several and _I.search(words) is not None and _WE.search(words) is None


def presents_another(article: Article, passage: Passage, number: int, since: int) -> bool:
    """Tell whether a sentence between a report that ended at ``since`` and a passage is about a person by name.

    « …, a expliqué Paul. Marc Roux, épuisé, n'a pu cacher sa déception. « On n'a rien lâché. » »: Marc's words.
    """
    between = sentences_between(article, number, since, passage.span.start)
    if between and (
        who_comments(article.sentences[between[-1]], article.text) or shown_and_followed(article, between)
    ):
        return True
    shown = _shown_since(article, passage, number, since)
    if shown is None:
        return _same_view_of_another(article, passage, number, since)
    before, word = shown
    sentence = article.sentences[before]
    named = word.upos == "PROPN" or is_title(word.text) or is_named(sentence, word)
    if named and article.sentence_spans[before].start >= since and is_person(sentence, word, article.text):
        return True
    return _makes_a_gesture(article, sentence, word, since) or _join_in(sentence, word)


def _same_view_of_another(article: Article, passage: Passage, number: int, since: int) -> bool:
    """« …, explique le maire. Même analyse du côté du préfet. « … » »: words of whom the verbless sentence names."""
    if _LIKEWISE.search(article.text, since, passage.span.start) is not None:
        return True
    before = sentence_before(article, passage, number)
    if before is None or article.sentence_spans[before].start < since:
        return False
    sentence = article.sentences[before]
    part = [w for w in sentence.words if w.upos != "PUNCT"]
    return bool(part) and owner_of_words(sentence, part, by_verb=False) is not None


_LIKEWISE = regex.compile(
    r"\bMême[\s\p{Z}]\p{Ll}[^.?!…«»“”]{0,30}\b(?:chez|du côté)\b[^.?!…«»“”]*[.?!…]+[\s\p{Z}]*$"
)
"""« Même son de cloche chez Luc Roux. »"""


def _shown_since(article: Article, passage: Passage, number: int, since: int) -> tuple[int, Word] | None:
    """Return the last sentence before a passage and its subject, where that stands behind ``since``."""
    before = sentence_before(article, passage, number)
    if before is None:
        return None
    sentence = article.sentences[before]
    word = subject(sentence, sentence.root)
    return None if word is None or word.start < since else (before, word)


def _join_in(sentence: Sentence, word: Word) -> bool:
    """« Les médecins font le même constat. « … » », « La maire partage cet avis. « … » »: others, of the same mind."""
    shared = sentence.child(sentence.root, "obj")
    if shared is None or sentence.root.lemma not in _SHARING or reporting_noun(shared.lemma) is None:
        return False
    same = any(w.lemma in {"même", "ce"} for w in sentence.children(shared, "amod", "det"))
    return same and may_be_person(sentence, word) and word.id < sentence.root.id


_SHARING = {"faire", "partager", "tenir", "dresser", "avoir", "rejoindre"}


def reacts(article: Article, passage: Passage, number: int, since: int) -> bool:
    """Tell whether the last sentence before a passage shows one person who is about to speak.

    « « Pourquoi ? », demande la juge. Le prévenu hésite. « J'avais peur. » »
    """
    shown = _shown_since(article, passage, number, since)
    return shown is not None and _makes_a_gesture(article, article.sentences[shown[0]], shown[1], since)


def _makes_a_gesture(article: Article, sentence: Sentence, word: Word, since: int) -> bool:
    root = sentence.root
    if word.id > root.id or not fold(root.text).startswith(_REACTIONS):
        return False
    short = len([w for w in sentence.words if w.start >= since]) <= _A_GESTURE
    alone = word.upos in {"NOUN", "PROPN"} and word.feat("Number") != "Plur"
    named = any(w.upos == "PROPN" for w in sentence.subtree(word))  # « Le petit Riou, 18 ans, rougit. »
    return short and alone and (named or is_person(sentence, word, article.text))


_REACTIONS = tuple(word_class("reactions"))


_A_GESTURE = 10
"""Words of a sentence that shows how somebody takes what was said, and nothing else."""


def whose_cry(article: Article, passage: Passage, number: int) -> Reference | None:
    """« « On n'en peut plus » : le cri d'alarme des infirmières » → infirmières; « …, le récit de la voisine »."""
    if article.text[passage.span.end : passage.span.end + 3].strip()[:1] not in {":", ","}:
        return None
    for index in article.by_paragraph.get(number, []):
        sentence = article.sentences[index]
        behind = [w for w in sentence.words if w.start >= passage.span.end and w.upos != "PUNCT"]
        gap = article.text[passage.span.end : behind[0].start] if behind else ""
        if sentence.inside is not None or gap.strip() not in {":", ","} or behind[0].upos != "DET":
            continue
        said = next((w for w in behind[1:3] if w.upos == "NOUN"), None)
        if said is None or (said.lemma != "cri" and reporting_noun(said.lemma) is None):
            return None
        if gap.strip() == "," and not _I_OR_WE.search(passage.inner.of(article.text)):
            return None  # « « Le Pont de l'Alma », le récit de Marie Roux »: a title
        if any(w.feat("VerbForm") == "Fin" for w in behind):
            return None
        owners = [w for w in behind if w.id > said.id and w.relation == "nmod" and can_speak(sentence, w)]
        return mention_of(article, index, owners[0]) if owners else None
    return None


def _who_claims_it(article: Article, passage: Passage, number: int) -> Reference | None:
    """« « On nous a volés » : l'opposante Anne Roux accuse le pouvoir »: who says something of the kind behind a colon.

    Not « « On tiendra » : le maire face aux grévistes », where nobody does.
    """
    colon = article.text[passage.span.end : passage.span.end + 3].strip()[:1] == ":"
    if not colon or _STATES.search(passage.inner.of(article.text)) is None:
        return None
    for index in article.by_paragraph.get(number, []):
        sentence = article.sentences[index]
        behind = [w for w in sentence.words if w.start >= passage.span.end and w.upos != "PUNCT"]
        if sentence.inside is not None or not behind or behind[0].start - passage.span.end > 4:
            continue
        cue = next((c for c in cues(article, index) if c.span.start > behind[0].start), None)
        if cue is None or cue.form != "finite" or cue.passive or cue.word.deprel.startswith("acl"):
            return None
        word = subject(sentence, cue.word)
        if (
            word is None
            or not can_speak(sentence, word)
            or cue.category in {"neutral", "showing", "praising"}
        ):
            return None  # « « C'est la vie » : le musée annonce une exposition »
        span = noun_phrase(sentence, word, article.text)
        first = span.start <= behind[0].start and word.id < cue.word.id
        return Reference(span, index, word.id) if first else None
    return None


def _led_by_pronoun(article: Article, index: int) -> bool:
    """« Elle reçoit en bottes. « Asseyez-vous. » Anne Le Goff, paludière, … »: a portrait names her only then."""
    word = subject(article.sentences[index], article.sentences[index].root)
    return word is not None and word.text.lower() in {"il", "elle"}


def _presented_behind(article: Article, passage: Passage, number: int) -> Reference | None:
    """Return the person whom the sentence behind the words names in full, or whose words it calls them.

    « « On n'a plus rien. » Paul Morel, éleveur, montre … », « « On dormait. » Le constat du maire est sans appel ».
    """
    index = sentence_behind(article, passage, number)
    root = article.sentences[index].root if index is not None else None
    if index is None and passage.inner.of(article.text)[-1:] in ".!?…":
        index = sentence_around(article, passage, number)  # the parser did not part them
        root = verb_behind(article, index, passage) if index is not None else None
    if index is None or root is None:
        return None
    sentence = article.sentences[index]
    bearers = [root, *sentence.children(root, "cop")]
    word = next((w for w in (subject(sentence, b) for b in bearers) if w is not None), None)
    if word is None or word.id > root.id or word.start < passage.span.end:
        return None
    if word.upos == "NOUN" and reporting_noun(word.lemma) is not None:
        owner = next((w for w in sentence.children(word, "nmod") if can_speak(sentence, w)), None)
        if owner is None:
            return None
        span = noun_phrase(sentence, owner, article.text)
        name = next((w for w in sentence.children(word, "appos") if 0 <= w.start - span.end <= 1), None)
        end = noun_phrase(sentence, name, article.text).end if name is not None else span.end
        return Reference(Span(span.start, end), index, owner.id)
    if undergoes(sentence, word) and not speaks_of_himself(article, passage):
        return None  # « « C'est fini. » Paul Roux a été arrêté lundi »
    if word.upos == "NOUN" and _pointed_at(sentence, word) and is_person(sentence, word, article.text):
        return mention_of(article, index, word)
    named = word.upos == "NOUN" and _has_a_name(article, sentence, word)
    if named and ((opens(article, number) and _in_the_present(sentence)) or _takes_a_stand(article, index)):
        return mention_of(article, index, word)
    following = sentence.words[word.id] if word.id < len(sentence.words) else None
    named = (is_first_name(word.text) or is_title(word.text)) and following is not None
    if not named or following is None or following.upos != "PROPN":
        return None
    return mention_of(article, index, word)


def _pointed_at(sentence: Sentence, word: Word) -> bool:
    """« « On les laisse là ! » Ce médecin raconte les couloirs »: whoever has just spoken."""
    pointing = any(w.text.lower() in {"ce", "cet", "cette"} for w in sentence.children(word, "det"))
    return pointing and word.id <= 3 and _in_the_present(sentence)


def _has_a_name(article: Article, sentence: Sentence, word: Word) -> bool:
    """« Le conseiller d'Etat Luc Roux », « Le maire, Luc Roux, »."""
    span = noun_phrase(sentence, word, article.text)
    return any(w.upos == "PROPN" and is_first_name(w.text) for w in sentence.words if span.contains(w.span))


def _in_the_present(sentence: Sentence) -> bool:
    """« Le maire, Luc Roux, contemple les dégâts »: whom the article shows while he speaks; « est arrivé » is news."""
    return sentence.root.feat("Tense") == "Pres" and not sentence.auxiliaries(sentence.root)


def _takes_a_stand(article: Article, index: int) -> bool:
    """« « Rien n'est caché. » Le conseiller d'Etat Luc Roux a relativisé le rapport »."""
    root = article.sentences[index].root.id
    return any(c.word.id == root and not c.passive for c in cues(article, index))


def _summed_up_by(article: Article, passage: Passage, number: int) -> Reference | None:
    """« « Ça tangue. » Jeudi, un député résumait ainsi l'ambiance »: who says it in the sentence behind."""
    index = sentence_behind(article, passage, number)
    sentence = article.sentences[index] if index is not None else None
    if index is not None and sentence is not None and (word := in_these_words(sentence)) is not None:
        return mention_of(article, index, word)
    if index is None:
        index = sentence_around(article, passage, number)
        sentence = article.sentences[index] if index is not None else None
    if index is None or sentence is None:
        return None
    cue = next((c for c in cues(article, index) if c.span.start >= passage.span.end), None)
    if cue is None:
        return None
    if article.passages_in(Span(passage.span.end, cue.span.start)):
        return (
            None  # « Je dormais. » « Vous y croyez ? », demande le juge: what he says stands before his verb
        )
    so = any(w.text.lower() == "ainsi" and w.id > 1 for w in sentence.words)
    answers = cue.category == "replying" and passage.inner.of(article.text).rstrip().endswith("?")
    waits = _asks_without_words(sentence, cue) and not answers
    return source_of(sentence, cue, article.text) if so or waits else None


def _asks_without_words(sentence: Sentence, cue: Cue) -> bool:
    """« « Que ferez-vous ? » Jean Roux a demandé à la ministre. »: a verb of saying that waits for its words."""
    own = sentence.children(cue.word, "obj", "ccomp", "xcomp", "obl:mod", "advcl")
    return (
        cue.form == "finite"
        and not cue.passive
        and not cue.needs_marks
        and Frame.DIRECT in cue.frames
        and not sentence.child(cue.word, "cc", "mark")
        and not any(w.id > cue.word.id and w.upos != "ADV" for w in own)
        and cue.word.lemma in {"demander", "répondre", "lancer", "répliquer", "rétorquer", "ajouter", "crier"}
    )


def _speaking_subject(article: Article, index: int) -> Reference | None:
    sentence = article.sentences[index]
    root = sentence.root
    announced = owner_of_words(sentence, sentence.words, by_verb=False)
    if tells_him_to(sentence) or _WONT_SAY.search(article.sentence_spans[index].of(article.text)) is not None:
        return None
    word = (
        _who_asked(sentence) or who_comments(sentence, article.text) or announced or subject(sentence, root)
    )
    if announced is None and (other := set_against(sentence)) is not None:
        word = other if any(c.word.id == other.head for c in cues(article, index)) else None
    if word is not None and word.upos == "PRON":  # « celui de Tulle, Luc Roux, »
        word = next((w for w in sentence.children(word, "appos") if w.upos == "PROPN"), word)
    if word is None or word.upos == "PRON" or not can_speak(sentence, word):
        return None
    return mention_of(article, index, word)


_WONT_SAY = regex.compile(
    r"\b(?:pas|point)[\s\p{Z}](?:voulu|souhaité|désiré|souhaite|veut)[\s\p{Z}](?:le[\s\p{Z}]|y[\s\p{Z}])?"
    r"(?:commenter|répondre|s['’]exprimer|réagir)|\brefus\p{L}+[\s\p{Z}](?:de|tout)[\s\p{Z}](?:commenta?|répondre)"
)
"""« n'a pas voulu commenter », « se refuse à tout commentaire »: no words of his follow."""


def _presented_above(article: Article, passage: Passage, index: int) -> Reference | None:
    """« La maire a un doute. ¶ « Qui paiera ? » », « Lui aussi a tout perdu. ¶ « … » »: by the sentence above."""
    return (
        _speaking_subject(article, index)
        or newcomer(article, passage, index)
        or _speaking_pronoun(article, index)
    )


def _who_asked(sentence: Sentence) -> Word | None:
    """« Le sergent s'est fait poser cette question par le juge. « … » »: the judge's words."""
    made = [
        w for w in sentence.children(sentence.root, "aux") if w.deprel == "aux:caus" and w.lemma == "faire"
    ]
    return agent_of(sentence, sentence.root) if made and sentence.root.feat("VerbForm") == "Inf" else None


def _speaking_pronoun(article: Article, index: int) -> Reference | None:
    """« Il ne décolère pas. « On nous ment ! » », « Ce dernier a sorti ses plans. « Tout est là. » »: as a subject."""
    sentence = article.sentences[index]
    word = subject(sentence, sentence.root)
    if word is None or word.relation != "nsubj" or word.id > sentence.root.id:
        return None
    if word.text.lower() in {"dernier", "dernière"} and sentence.child(word, "det") is not None:
        return mention_of(article, index, word)
    acts = sentence.root.upos in {"VERB", "ADJ"} and sentence.root.lemma not in _IMPERSONAL
    if not any(
        w.upos == "PROPN" for i in article.frame_indices if i < index for w in article.sentences[i].words
    ):
        return None  # « Elle reçoit en bottes »: a portrait names her only further on
    return Reference(word.span, index, word.id) if acts and word.text.lower() in {"il", "elle"} else None


_IMPERSONAL = {
    "falloir",
    "pleuvoir",
    "neiger",
    "agir",
    "sembler",
    "suffire",
    "rester",
    "manquer",
    "avoir",
    "arriver",
}
"""« Il faut partir », « Il reste deux jours »: nobody does."""
