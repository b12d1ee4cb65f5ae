"""Where the content of a report ends: the clause, what still belongs to it, and what is the reporter's again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from quotetrack.attribution.afterwards import last_before_afterwards
from quotetrack.attribution.coordination import build_of, goes_with_the_verb_above, number_of
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.trailing import before_what_is_added
from quotetrack.lexicon import Frame
from quotetrack.lexicon.tables import plain
from quotetrack.syntax import Sentence, Word

_GOES_ON = {
    "que", "qu'", "si", "s'", "car", "parce", "puisque", "bien", "quoique", "tandis", "afin", "pour", "lorsque",
    "quand", "comme", "jusqu'", "jusque", "sans", "dès", "tant", "sauf", "même", "ni", "où", "qui", "dont", "soit",
    "c'est-à-dire",
}  # fmt: skip
_GOES_ON_BEFORE_QUE = {"alors", "aussi", "ainsi", "pendant"}
_REPORTERS_OWN = {
    "lors", "devant", "selon", "avant", "après", "au", "aux", "à", "dans", "sur", "depuis", "via", "mardi", "lundi",
    "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "citant", "rapporte", "peu", "d'après", "en",
}  # fmt: skip


def clause_end(sentence: Sentence, cue: Cue, clause: Word, start: int, others: Sequence[Cue]) -> Word:
    """Return the last word of a reported clause.

    Args:
        sentence: the sentence.
        cue: the cue that governs the clause.
        clause: the head of the clause.
        start: id of the first word of the content.
        others: all cues of the sentence.
    """
    own = {w.id for w in sentence.subtree(clause)}
    last = max([i for i in own if i >= start] or [clause.id])
    if (
        cue.form in {"participle", "past_participle"}
        and (main := _main_clause_start(sentence, cue, clause)) is not None
    ):
        return sentence.word(_without_trailing_punctuation(sentence, min(last, main - 1), start))
    last = _first_break(sentence, cue, clause, start, last, others)
    while last < len(sentence.words):
        following = _next_segment(sentence, last)
        if following is None:
            break
        first, top = following
        if not _belongs(sentence, cue, clause, first, top, last, others):
            break
        last = _first_break(
            sentence, cue, clause, start, max(last + 1, *(w.id for w in sentence.subtree(top))), others, last
        )
        if last < first.id:
            break
    last = _before_lost_stop(sentence, start, before_what_is_added(sentence, start, last))
    return sentence.word(_without_trailing_punctuation(sentence, last, start))


def _before_lost_stop(sentence: Sentence, start: int, last: int) -> int:
    """« … qu'il dira tout à la CdG. | « Nous avons parlé », … »: a stop taken for an acronym's."""
    for word in sentence.words[start : last - 2]:
        if word.text.endswith(".") and len(word.text) > 2 and sentence.word(word.id + 1).text in {"«", "“"}:
            words = sentence.word(word.id + 2)
            if words.stand_in or words.text[:1].isupper():
                return word.id
    return last


def _main_clause_start(sentence: Sentence, cue: Cue, clause: Word) -> int | None:
    """« Soulignant que la paix était en jeu, X a exhorté … »: where the sentence's own clause begins."""
    if any(w.upos not in {"PUNCT", "ADV", "CCONJ", "ADP"} for w in sentence.words[: cue.word.id - 1]):
        return None
    seen_verb = False
    for word in sentence.words[cue.word.id :]:
        seen_verb = seen_verb or word.feat("VerbForm") == "Fin" or word.id >= clause.id
        if not seen_verb or word.text != "," or word.id + 1 > len(sentence.words):
            continue
        following = sentence.word(word.id + 1)
        if following.upos in {"DET", "PROPN", "PRON"} and following.feat("PronType") != "Rel":
            rest = sentence.words[word.id :]
            if any(w.feat("VerbForm") == "Fin" for w in rest):
                return word.id
    return None


def _first_break(
    sentence: Sentence,
    cue: Cue,
    clause: Word,
    start: int,
    last: int,
    others: Sequence[Cue],
    after: int | None = None,
) -> int:
    """Cut before the next thing that the reporter says: « …, ajoutant que », « …, a-t-il dit », « et a dénoncé »."""
    low = after if after is not None else start
    for other in others:
        if other.word.id <= low or other.word.id > last or other.word.id <= cue.word.id:
            continue
        begin = _group_start(sentence, other)
        if other.incise and sentence.word(begin - 1).text.lower() == "comme":
            begin -= 1
        if begin <= start:
            continue
        before = sentence.word(begin - 1)
        if _told_by_the_reporter(sentence, other, begin):
            return min(last, begin - 3)
        gerund = before.text.lower() in {"en", "et"} and begin > 2
        apart = before.text == "," or (gerund and sentence.word(begin - 2).text == ",")
        if other.form == "participle" and (apart or (gerund and _reports(sentence, other))):
            cut = begin - 1
            while cut > start and sentence.word(cut).text.lower() in {",", "en", "tout", "et", "mais"}:
                cut -= 1
            return min(last, cut)
        if other.form == "infinitive" and begin > 3 and before.text.lower() == "sans":
            if sentence.word(begin - 2).text.lower() == "non" and sentence.word(begin - 3).text == ",":
                return min(last, begin - 4)
            continue
        if (end := last_before_afterwards(sentence, other, others)) is not None:
            return min(last, end)
        if other.incise:
            return min(
                last,
                begin - 2 if before.upos == "PUNCT" and before.text not in {"»", "”", '"'} else begin - 1,
            )
        if (mark := _contrast(sentence, other, start)) is not None:
            return min(last, mark - 1)
        if _resumes_reporter(sentence, cue, clause, other):
            cut = begin - 1
            while cut > start and sentence.word(cut).text.lower() in {",", "et", "mais", "puis"}:
                cut -= 1
            return min(last, cut)
    if (
        cue.word.deprel == "acl:relcl"
        and (told := _verb_of_the_antecedent(sentence, clause, last)) is not None
    ):
        return min(last, told)
    infinitive = "Inf" in {w.feat("VerbForm") for w in [clause, *sentence.auxiliaries(clause)]}
    if infinitive and (resumed := _finite_conjunct(sentence, clause, last)) is not None:
        return min(last, resumed)
    for word in sentence.words[low:last]:
        if word.text == ";" and word.id > clause.id:
            return word.id - 1
    return last


def _told_by_the_reporter(sentence: Sentence, other: Cue, begin: int) -> bool:
    """« dit avoir remis ses dossiers à la police, | qui confirme … »: what closes the sentence is another's report.

    « dit avoir vu le préfet, qui lui a promis … » is still his account.
    """
    if (
        other.form != "finite"
        or other.needs_marks
        or begin < 4
        or sentence.word(begin - 1).text.lower() != "qui"
    ):
        return False
    if sentence.word(begin - 2).text != "," or _is_told_him(sentence, begin):
        return False
    closing = max(w.id for w in sentence.subtree(other.word))
    return all(w.upos == "PUNCT" for w in sentence.words[closing:])


def _is_told_him(sentence: Sentence, begin: int) -> bool:
    return sentence.word(begin).text.lower() in {
        "lui",
        "leur",
        "l'",
        "l’",
        "le",
        "la",
        "les",
        "m'",
        "me",
        "nous",
    }


def _verb_of_the_antecedent(sentence: Sentence, clause: Word, last: int) -> int | None:
    """« Les élus qui disaient que le vote attendrait ont changé d'avis »: the verb that nothing in the clause bears."""
    for word in sentence.words[clause.id : last]:
        verb = sentence.head(word) if word.relation in {"aux", "cop"} else word
        if word.feat("VerbForm") != "Fin" or verb is None or verb.relation not in {"ccomp", "xcomp"}:
            continue
        borne = sentence.child(verb, "nsubj", "expl:subj", "mark", "cc") or word.id == clause.id
        begin = word.id
        while begin > clause.id and plain(sentence.word(begin - 1).text) in _CLITICS:
            begin -= 1
        before = sentence.word(max(begin - 1, 1))
        if not borne and before.upos not in {"PRON", "SCONJ", "CCONJ", "PUNCT"}:
            return before.id
    return None


def _reports(sentence: Sentence, cue: Cue) -> bool:
    """« a été tué en défendant la ville »: a verb that counts only with quoted words says nothing without."""
    if cue.frames - {Frame.OBJ, Frame.DIRECT, Frame.DE_OBJ, Frame.EN_OBJ, Frame.SUR} and not cue.needs_marks:
        return True
    return any(w.text in {"«", "“", '"', ":"} for w in sentence.words[cue.word.id :])


def _finite_conjunct(sentence: Sentence, clause: Word, last: int) -> int | None:
    """« dit avoir ouvert une enquête et pourrait … »: a finite verb beside an infinitive is the reporter's own."""
    for word in sentence.children(clause, "conj"):
        finite = word.feat("VerbForm") == "Fin" or any(
            c.feat("VerbForm") == "Fin" for c in sentence.children(word, "aux", "cop")
        )
        first = min(w.id for w in sentence.subtree(word) if w.upos != "PUNCT")
        own = sentence.child(word, "nsubj") is not None and sentence.word(max(first - 1, 1)).text != ","
        if finite and word.id <= last and not own and not sentence.child(word, "mark"):
            return first - 1
    return None


def _contrast(sentence: Sentence, other: Cue, start: int) -> int | None:
    """« …, tandis que Bruxelles appelle à … »: another speaker's turn; where its conjunction stands."""
    mark = next((w for w in sentence.children(other.word, "mark") if w.id > start), None)
    if mark is None or mark.id < 3:
        return None
    first = sentence.word(mark.id - 1) if mark.text.lower() in {"que", "qu'", "qu’"} else mark
    comma = sentence.word(first.id - 1).text == ","
    return first.id if comma and first.text.lower() in {"tandis", "alors"} else None


def _resumes_reporter(sentence: Sentence, cue: Cue, clause: Word, other: Cue) -> bool:
    """« Il a dit qu'il viendrait et a annoncé que … »: a second verb of saying, without subject."""
    word = other.word
    if (
        word.relation != "conj"
        or other.form != "finite"
        or sentence.child(word, "nsubj", "expl:subj", "mark")
    ):
        return False
    head = sentence.head(word)
    if head is not None and head.id == cue.word.id:
        return True
    if (
        number_of(sentence, word) == number_of(sentence, cue.word) == "Sing"
        and number_of(sentence, clause) == "Plur"
    ):
        return True  # « dit que les routes sont ouvertes et demande aux habitants de rester »
    if word.feat("VerbForm") == "Part" and not sentence.auxiliaries(word):
        own = sentence.auxiliaries(clause)
        return bool(sentence.auxiliaries(cue.word)) and (not own or any(w.feat("Mood") == "Sub" for w in own))
    if goes_with_the_verb_above(sentence, word) and head is not None and head.head == cue.word.id:
        return True
    return build_of(sentence, word) == build_of(sentence, cue.word) != build_of(sentence, clause)


def _group_start(sentence: Sentence, cue: Cue) -> int:
    first = bisect_left(sentence.words, cue.span.start, key=attrgetter("start"))
    return next(w.id for w in sentence.words[first:] if not w.stand_in)


def _next_segment(sentence: Sentence, last: int) -> tuple[Word, Word] | None:
    """Return the first word behind ``last`` and the top of the segment that it opens."""
    position = last + 1
    while position <= len(sentence.words) and sentence.word(position).upos == "PUNCT":
        if sentence.word(position).text in {".", "?", "!", ";", "…"} and position > len(sentence.words) - 2:
            return None
        position += 1
    if position > len(sentence.words):
        return None
    first = top = sentence.word(position)
    for ancestor in sentence.ancestors(first):
        if ancestor.id <= last:
            break
        top = ancestor
    return first, top


def _belongs(
    sentence: Sentence, cue: Cue, clause: Word, first: Word, top: Word, last: int, others: Sequence[Cue]
) -> bool:
    between = [w.text for w in sentence.words[last : first.id - 1]]
    comma = bool({",", "-", "–", "—", "("} & set(between))
    if ":" in between or ";" in between or ")" in between:
        return False
    text = plain(first.text)
    if _waits_for(sentence, clause, first):
        return True
    cue_ids = {c.word.id for c in others}
    if text in {"et", "ou", "mais", "ni"}:
        behind = sentence.words[first.id : first.id + 3]  # « mais aussi que … »
        nxt = next((plain(w.text) for w in behind if plain(w.text) not in _ALSO), "")
        if nxt in {"que", "qu'", "de", "d'", "à", "si"}:
            return True
        if top.upos in {"VERB", "AUX"} and top.head == cue.word.id:
            return top.id not in cue_ids and _shares_its_subject(sentence, cue, clause, top)
        return top.id not in cue_ids and top.head != 0
    if (
        text in {"ce"}
        and first.id < len(sentence.words)
        and sentence.word(first.id + 1).text.lower() in {"qui", "que"}
    ):
        return True
    after = sentence.word(first.id + 1).text.lower() if first.id < len(sentence.words) else ""
    if text in _GOES_ON_BEFORE_QUE and after in {"que", "qu'", "qu’"}:
        return True
    reflexive = text == "s'" and top.id == sentence.root.id  # « La maire, qui dit tout savoir, s'inquiète »
    if text in _GOES_ON and not reflexive and not (text in {"qui", "dont", "où"} and comma and cue.inverted):
        return True
    if top.upos in {"VERB", "AUX"} and top.text.endswith("ant"):
        return not comma
    infinitive = "Inf" in {w.feat("VerbForm") for w in [top, *sentence.auxiliaries(top)]}
    if not comma and first.upos == "ADP" and infinitive:
        return True
    if not comma and (
        top.relation == "advcl" or (first.upos in {"ADP", "ADV"} and after in {"que", "qu'", "qu’"})
    ):
        return True
    if top.id == sentence.root.id or sentence.child(top, "nsubj") is not None:
        return False
    if not comma:
        return top.relation not in {"parataxis"} and top.id not in cue_ids
    return (
        text not in _REPORTERS_OWN
        and top.relation in {"conj", "appos", "amod", "nmod", "acl", "advcl", "advmod"}
        and top.head != cue.word.id
    )


_ALSO = {"aussi", "également", "surtout", "même", "encore"}


def _waits_for(sentence: Sentence, clause: Word, first: Word) -> bool:
    """« précise qu'il va, lui aussi, se prononcer »: the infinitive that a modal waits for, behind an aside."""
    if clause.lemma not in {"aller", "pouvoir", "devoir", "vouloir", "venir", "savoir"}:
        return False
    if any(w.feat("VerbForm") == "Inf" for w in sentence.words[clause.id : first.id - 1]):
        return False
    near = sentence.words[first.id - 1 : first.id + 2]
    verb = next((w for w in near if plain(w.text) not in _CLITICS), None)
    return verb is not None and verb.feat("VerbForm") == "Inf"


_CLITICS = {"se", "s'", "le", "la", "l'", "les", "y", "en", "ne", "n'", "lui", "leur", "pas"}


def _shares_its_subject(sentence: Sentence, cue: Cue, clause: Word, verb: Word) -> bool:
    """« a rétorqué que le ministre n'est pas un roi, et ne peut pas … »: the tense tells whose verb it is."""
    if sentence.child(verb, "nsubj", "expl:subj"):
        return False
    copula = sentence.child(clause, "cop")
    own = build_of(sentence, copula if copula is not None else clause)
    going_on, outer = build_of(sentence, verb), build_of(sentence, cue.word)
    # « a ajouté qu'elle était là et s'était tue »: one tense, with an auxiliary or without
    return going_on == own != outer or going_on[1:] == own[1:] != outer[1:]


def _without_trailing_punctuation(sentence: Sentence, last: int, start: int) -> int:
    while (
        last > start
        and sentence.word(last).upos == "PUNCT"
        and sentence.word(last).text in {",", ".", ";", ":", "-", "–", "—"}
    ):
        last -= 1
    return last
