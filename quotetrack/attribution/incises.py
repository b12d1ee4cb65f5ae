"""Which verbs of saying are slipped into or behind the words: « … », a déclaré X; « …, a-t-il ajouté, … »."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from quotetrack.attribution.behind_verbs import (
    closes_a_bracket,
    is_object_alone,
    judged_in_marks,
    leads_to_colon,
)
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.groups import group_end, group_start
from quotetrack.attribution.postverbal import postverbal_subject
from quotetrack.attribution.speakers import POSSESSIVES, can_speak, is_person, may_be_person, speaking_noun
from quotetrack.attribution.surroundings import adjacent_passage
from quotetrack.attribution.times import tells_when
from quotetrack.attribution.verbs import has_impersonal_il, inverted_pronoun, told_to_us
from quotetrack.lexicon import Frame
from quotetrack.lexicon.institutions import medium
from quotetrack.lexicon.tables import plain
from quotetrack.syntax import Sentence, Word

_COMME = re.compile(r"(?:comme|ainsi que)\b", re.IGNORECASE)
_FOLLOWERS = ("iste", "ologue", "crate")
"""Endings of nouns that name somebody though no lexicon has them: « expose la cégétiste »."""
_BEFORE_INCISE = re.compile(r"[,»”\"!?…)–—\-]\s*$|''\s*$")


def is_incise(article: Article, cue: Cue) -> bool:
    """Tell whether a verb of saying stands as an incise: behind a mark, a comma or a dash, its subject behind it.

    « … », lance le candidat; …, a-t-il ajouté; …, comme le rappelle X. Not « le ministre, ajoute du sel ».
    """
    sentence = article.sentences[cue.sentence]
    if cue.form != "finite" and not _past_modal(cue):
        return False
    if cue.passive and not has_impersonal_il(sentence, cue.word):
        return False
    if not cue.frames & {Frame.INCISE, Frame.DIRECT, Frame.QUE}:
        return False
    if _finds_somebody(sentence, cue):
        return False
    if sentence.inside is not None and _told_to_the_speaker(sentence, cue):
        return False
    if sentence.inside is not None and cue.form != "finite" and not _asked_by_pronoun(sentence, cue):
        return False  # « « Il laisse les anciens moquer la troupe », dit Luc Roux »
    if _own_clause(sentence, cue):
        return False
    start = incise_start(article, sentence, cue)
    before = article.text[max(start - 6, 0) : start]
    touched = adjacent_passage(article, sentence, start)
    if touched is not None and _is_papers_name(article, touched, start):
        return False
    apart = touched is not None or _BEFORE_INCISE.search(before) is not None or _as(article, start)
    if not apart:
        return _lost_its_marks(sentence, cue)
    modal = sentence.head(cue.word) if _past_modal(cue) else None  # « …, peut-on lire dans … »
    if any(inverted_pronoun(sentence, verb) is not None for verb in (cue.word, modal) if verb is not None):
        return True
    if touched is None and _has_subject_in_front(sentence, cue):
        return False
    subjects = [
        w
        for w in sentence.children(cue.word, "nsubj", "expl:subj")
        if not article.in_marks(sentence, w)
        and not _heads_the_line(sentence, w)
        and not told_to_us(sentence, cue.word, w)
        and not _behind_colon(sentence, cue, w)
        and (w.upos == "PRON" or not cue.span.contains(w.span))  # the noun of « a porté plainte »
    ]
    if any(_behind_que(sentence, cue, w) for w in subjects):
        return False
    if touched is None and any(judged_in_marks(article, sentence, cue, w) for w in subjects):
        return False
    if any(w.id > cue.word.id for w in subjects):
        return touched is not None or not _governs_infinitive(sentence, cue)
    if subjects and _as_he_said_it(article, sentence, cue, start):
        return True
    behind = postverbal_subject(sentence, cue.word, group_end(sentence, cue))
    if touched is not None and subjects:
        return _subject_between(sentence, subjects, touched, article) or (
            _as(article, start) and bool(cue.frames & {Frame.DIRECT, Frame.QUE})
        )
    if behind is None and touched is not None and not subjects:
        return _right_behind_marks(article, sentence, cue, touched)
    if (
        touched is None
        and not _inserted(sentence, cue)
        and behind is not None
        and _time_between(sentence, cue, behind)
        and not _closes_a_clause(article, sentence, cue, behind)
    ):
        return False  # « La ministre, Aurore Roux, a défendu mardi soir son projet »
    if behind is None or _behind_que(sentence, cue, behind) or cue.word.deprel.startswith("acl:relcl"):
        return False
    if touched is None and (
        _verb_of_relative(sentence, cue) or judged_in_marks(article, sentence, cue, behind)
    ):
        return False
    if touched is not None or (_as(article, start) and not subjects):
        return True
    return _stands_between_commas(article, sentence, cue, behind, bool(subjects))


def _finds_somebody(sentence: Sentence, cue: Cue) -> bool:
    """« « En marche ! » a trouvé un chef »: what was found, by what is called so."""
    if cue.word.lemma != "trouver" or not sentence.children(cue.word, "aux"):
        return False
    found = any(w.lemma == "un" for w in sentence.words[cue.word.id : cue.word.id + 1])
    return found and sentence.word(max(group_start(sentence, cue) - 1, 1)).text != ","


def _is_papers_name(article: Article, touched: int, start: int) -> bool:
    """« le rapport que « La Gazette » a révélé »: a name right in front of its verb, no words."""
    passage = article.passages[touched]
    return (
        not article.text[passage.span.end : start].strip()
        and medium(passage.inner.of(article.text)) is not None
    )


def _lost_its_marks(sentence: Sentence, cue: Cue) -> bool:
    """« Je peux comprendre votre colère a dit le premier ministre. »: « je » and a third person who closes the line."""
    first = plain(sentence.words[0].text)
    if first not in {"je", "j'", "nous"} or cue.word.id < 4 or cue.word.deprel == "root":
        return False
    subjects = sentence.children(cue.word, "nsubj", "obj")
    behind = next((w for w in subjects if w.id > cue.word.id and may_be_person(sentence, w)), None)
    if behind is None or any(w.id < cue.word.id for w in subjects):
        return False
    own = {w.id for w in sentence.subtree(behind)}
    before = sentence.word(group_start(sentence, cue) - 1)
    if before.upos in {"SCONJ", "PRON"} or plain(before.text) in {
        "pourquoi",
        "comment",
        "quand",
        "où",
        "combien",
    }:
        return False  # « Je me demande ce qu'a dit le maire »
    return all(w.id in own or w.upos == "PUNCT" for w in sentence.words[cue.word.id :])


def _asked_by_pronoun(sentence: Sentence, cue: Cue) -> bool:
    """« …, a-t-il tenu à préciser, … »."""
    modal = sentence.head(cue.word)
    return modal is not None and inverted_pronoun(sentence, modal) is not None


def _as_he_said_it(article: Article, sentence: Sentence, cue: Cue, start: int) -> bool:
    """« Comme Luc Roux l'a dit dans un communiqué, « … » »: « le » stands for the words."""
    if not _as(article, start):
        return False
    group = [plain(w.text) for w in sentence.words if cue.span.contains(w.span)]
    opens = any(w.text == ":" and w.start > cue.span.end for w in sentence.words)
    return group[:1] in (["l'"], ["le"]) and not opens


def _behind_colon(sentence: Sentence, cue: Cue, word: Word) -> bool:
    """« des élus, dont le maire, l'affirment, et ce d'une voix : l'objectif « n'est plus tenable » »: what they say."""
    return any(w.text == ":" for w in sentence.words[cue.word.id : max(word.id - 1, cue.word.id)])


def _heads_the_line(sentence: Sentence, word: Word) -> bool:
    """« Météo : pas d'été « pourri », promettent les prévisionnistes »: what stands before a colon says nothing."""
    return word.id < len(sentence.words) and sentence.word(word.id + 1).text == ":"


def _right_behind_marks(article: Article, sentence: Sentence, cue: Cue, touched: int) -> bool:
    """« … », a dit à l'antenne celui que tous attendaient: an incise whoever its subject is."""
    gap = article.text[article.passages[touched].span.end : cue.span.start]
    return gap.strip("\u00a0\u202f ") == "," and sentence.child(cue.word, "xcomp") is None


def _verb_of_relative(sentence: Sentence, cue: Cue) -> bool:
    """« les frondeurs, dont le chef, Jean Roux, juge le texte « mort-né » »: the verb that « dont » waits for."""
    for word in reversed(sentence.words[: cue.word.id - 1]):
        if word.upos in {"VERB", "AUX"} and word.feat("VerbForm") == "Fin" and word.head != cue.word.id:
            return False
        if word.text.lower() == "dont":
            return True
    return False


def _stands_between_commas(
    article: Article, sentence: Sentence, cue: Cue, behind: Word, parsed_subject: bool
) -> bool:
    """Tell whether a verb behind a mere comma is an incise whatever its parse: « L'eau, a dit le préfet, … ».

    What follows it must be able to speak and agree with it, and then the sentence ends or its verb comes:
    « il arrive, constate les dégâts » and « il entre, rassure les habitants » are none.
    """
    if cue.word.relation == "parataxis" and not parsed_subject and _ends_with(article, sentence, behind):
        return True
    says = bool(cue.frames & {Frame.QUE, Frame.DIRECT}) or sentence.inside is not None
    speaker = can_speak(sentence, behind) or behind.lemma.lower().endswith(_FOLLOWERS)
    if not says or not speaker or not _agree(sentence, cue, behind):
        return False
    if cue.frames == {Frame.INCISE} and not is_person(sentence, behind, article.text):
        return False  # « ils arrivent, font leurs recherches, repartent »
    if closes_a_bracket(article, sentence, cue, behind):
        return True
    if _governs_infinitive(sentence, cue) or _nothing_said(sentence, cue, behind):
        return False
    if parsed_subject and is_object_alone(article, sentence, cue, behind):
        return False
    if parsed_subject and leads_to_colon(sentence, behind):
        return False
    return _ends_with(article, sentence, behind) or _verb_resumes(sentence, behind)


def _nothing_said(sentence: Sentence, cue: Cue, behind: Word) -> bool:
    """« La dirigeante du parti, Inès Soler, a critiqué Roux »: a long phrase without a verb, and none resumes it."""
    before = [w for w in sentence.words if w.end <= cue.span.start and w.upos != "PUNCT"]
    said = any(w.upos in {"VERB", "AUX"} for w in before)
    return sentence.inside is None and len(before) > 4 and not said and not _verb_resumes(sentence, behind)


def _inserted(sentence: Sentence, cue: Cue) -> bool:
    """« Le texte mettrait la paix en péril, a relevé lundi le préfet »: what stands in front has a verb of its own."""
    head = sentence.head(cue.word)
    if cue.word.relation != "conj" or sentence.child(cue.word, "cc") is not None or head is None:
        return cue.word.relation == "parataxis"
    word = sentence.child(head, "nsubj")
    noun = speaking_noun(sentence, word) if word is not None and word.upos == "NOUN" else None
    thing = noun is None or noun.entry.kind == "document"
    return word is not None and word.upos == "NOUN" and thing


def _time_between(sentence: Sentence, cue: Cue, word: Word) -> bool:
    return any(tells_when(sentence, w) for w in sentence.words[cue.word.id : word.id - 1])


def _closes_a_clause(article: Article, sentence: Sentence, cue: Cue, behind: Word) -> bool:
    """« Les ventes ont reculé, détaille mardi le rapport annuel. »: a whole clause before, who says so, the end."""
    before = [w for w in sentence.words if w.end <= cue.span.start]
    said = any(
        w.feat("VerbForm") == "Fin" and not any(a.deprel == "acl:relcl" for a in [w, *sentence.ancestors(w)])
        for w in before
    )
    own = any(
        w.feat("Poss") == "Yes" or w.text.lower() in POSSESSIVES for w in sentence.children(behind, "det")
    )
    return said and not own and can_speak(sentence, behind) and _ends_with(article, sentence, behind)


def _behind_que(sentence: Sentence, cue: Cue, word: Word) -> bool:
    """« X, ancien élu, déclare aux enquêteurs que le maire … »: the maire is in the clause, no inverted subject."""
    between = sentence.words[cue.word.id : max(word.id - 1, cue.word.id)]
    return any(plain(w.text) in {"que", "qu'"} and w.upos == "SCONJ" for w in between)


def _agree(sentence: Sentence, cue: Cue, subject: Word) -> bool:
    finite = next(
        (w for w in [*sentence.children(cue.word, "aux"), cue.word] if w.feat("VerbForm") == "Fin"), cue.word
    )
    if finite.feat("Person") in {"1", "2"}:
        return False
    number = finite.feat("Number")
    several = any(w.relation == "conj" for w in sentence.subtree(subject))
    return number is None or subject.feat("Number") in {None, number} or several


def _verb_resumes(sentence: Sentence, subject: Word) -> bool:
    """« Les travaux, a précisé le préfet, commenceront »: a comma, then a finite verb."""
    for word, following in zip(sentence.words[subject.id :], sentence.words[subject.id + 1 :], strict=False):
        if word.text == ",":
            return following.text.lower() not in {"puis", "et", "avant"}
        if word.feat("VerbForm") == "Fin":
            return False
    return False


def _ends_with(article: Article, sentence: Sentence, subject: Word) -> bool:
    """Tell whether no verb of the main clause follows a subject: it closes the sentence or its incise."""
    following = [w for w in sentence.words if w.id > subject.id and not article.in_marks(sentence, w)]
    return sentence.inside is not None or not any(
        w.feat("VerbForm") == "Fin" and w.deprel != "acl:relcl" and not w.deprel.startswith("aux")
        for w in following
    )


def _told_to_the_speaker(sentence: Sentence, cue: Cue) -> bool:
    """« …, m'a dit le médecin », « comme disait mon père » inside somebody's words: his own report, no incise."""
    group = [w for w in sentence.words if cue.span.start <= w.start < cue.span.end]
    first = min((w.id for w in group), default=cue.word.id)
    clitics = {plain(w.text) for w in sentence.words[max(first - 2, 0) : cue.word.id]}
    pronoun = inverted_pronoun(sentence, cue.word)
    if (
        "nous" in clitics
        and pronoun is not None
        and pronoun.text.lstrip("-").removeprefix("t-") in {"il", "elle"}
    ):
        return False  # « Un jour, nous dit-elle, il reviendra »: the reporters were told
    if clitics & {"m'", "me", "nous", "te", "t'", "vous"} and not clitics & {"se", "s'"}:
        return True
    behind = postverbal_subject(sentence, cue.word)
    determiners = (
        {w.text.lower() for w in sentence.children(behind, "det", "nmod")} if behind is not None else set()
    )
    return bool(determiners & {"mon", "ma", "mes", "notre", "nos"})


def _past_modal(cue: Cue) -> bool:
    """« comme devait conclure X », « …, a tenu à préciser X »: the verb of saying under a finite modal."""
    governed = cue.form == "infinitive" and cue.word.relation == "xcomp"
    return governed and 0 < cue.word.head < cue.word.id


def _has_subject_in_front(sentence: Sentence, cue: Cue) -> bool:
    """« Anne Roux, 45 ans, vient de publier un roman »: the modal has its subject; no incise."""
    modal = sentence.head(cue.word) if cue.form == "infinitive" else None
    return modal is not None and any(
        w.id < modal.id and not w.text.startswith("-") for w in sentence.children(modal, "nsubj")
    )


def _governs_infinitive(sentence: Sentence, cue: Cue) -> bool:
    for word, following in zip(
        sentence.words[cue.word.id :], sentence.words[cue.word.id + 1 :], strict=False
    ):
        # « a accusé le président sortant Alassane Ouattara de mentir »: a participle that only qualifies goes on.
        if word.upos in {"PUNCT", "AUX"} or (word.upos == "VERB" and word.deprel != "acl"):
            return False
        behind = (
            following
            if following.upos != "PUNCT"
            else sentence.word(min(following.id + 1, len(sentence.words)))
        )
        if word.text.lower() in {"à", "de", "d'", "d’"} and behind.feat("VerbForm") == "Inf":
            return True
    return False


def incise_start(article: Article, sentence: Sentence, cue: Cue) -> int:
    """Return where an incise begins: at its verb group, or at the « comme » or the subject in front of it."""
    words = sentence.words
    at = bisect_left(words, cue.span.start, key=_START)
    while at < len(words) and words[at].stand_in:
        at += 1
    first = words[at] if at < len(words) else cue.word
    if _past_modal(cue):
        modal = sentence.head(cue.word) or cue.word
        first = min([modal, *sentence.children(modal, "aux", "expl")], key=lambda w: w.id)
    start = first.start
    subject = sentence.child(cue.word, "nsubj", "expl:subj")
    if subject is not None and subject.id < first.id and _may_stand_in_front(subject):
        begin = _phrase_start(sentence, subject)
        before = bisect_right(words, begin, key=_END) - 1
        if before >= 0 and words[before].text.lower() == "comme":
            return words[before].start  # « Comme la maire l'a rappelé, « … » »
        if begin > sentence.span.start and adjacent_passage(article, sentence, begin) is not None:
            start = begin
            first = next(w for w in words if w.start == start)
    for word in reversed(words[max(first.id - 3, 0) : first.id - 1]):
        if word.text.lower() in {"comme", "ainsi", "ainsi que"}:
            return word.start
    return start


_START = attrgetter("start")
_END = attrgetter("end")


def _may_stand_in_front(subject: Word) -> bool:
    """« … », le maire a dit; « … », elle a dit."""
    return subject.upos != "PRON" or subject.text.lower() in {"il", "elle", "ils", "elles"}


def _as(article: Article, start: int) -> bool:
    return _COMME.match(article.text, start) is not None


def _own_clause(sentence: Sentence, cue: Cue) -> bool:
    for clause in sentence.children(cue.word, "ccomp", "xcomp"):
        marks = sentence.children(clause, "mark")
        if clause.id > cue.word.id and any(
            m.text.lower() in {"que", "qu'", "qu’"}
            and m.id > cue.word.id
            and not _comma_between(sentence, cue, m)
            for m in marks
        ):
            return True
    return False


def _comma_between(sentence: Sentence, cue: Cue, mark: Word) -> bool:
    """« Ce qu'ils ignorent, dit Rose, c'est que … »: behind a comma « que » is no longer the incise's."""
    return any(w.text == "," for w in sentence.words[cue.word.id : mark.id - 1])


def _subject_between(sentence: Sentence, subjects: list[Word], touched: int, article: Article) -> bool:
    """« … », il a dit: behind a comma. « …. » Le ministre a ajouté: a new sentence."""
    end = article.passages[touched].span.end
    if article.text[sentence.span.start : article.passages[touched].inner.start].strip(' «“"\u00a0\u202f'):
        return False
    return any(w.start >= end and "," in article.text[end : w.start] for w in subjects)


def _phrase_start(sentence: Sentence, word: Word) -> int:
    return min([w.start for w in sentence.subtree(word) if w.id <= word.id and w.upos != "PUNCT"])
