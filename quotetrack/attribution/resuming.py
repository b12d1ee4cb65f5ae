"""Unmarked words that go on behind an incise: « La visite, a dit X, aura lieu lundi »."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.speakers import is_audience, speaking_noun
from quotetrack.attribution.stretches import trimmed, without_final_stop
from quotetrack.attribution.times import tells_when
from quotetrack.lexicon.tables import plain
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word

_SETTINGS = {"lors", "devant", "auprès", "avant", "après", "durant", "pendant", "selon", "tout"}
_OCCASIONS = {
    "issue",
    "sortie",
    "marge",
    "occasion",
    "terme",
    "fin",
    "visite",
    "réunion",
    "débat",
    "audience",
    "ton",
}
_GOES_ON = {
    "et",
    "mais",
    "car",
    "alors",
    "tandis",
    "parce",
    "puisque",
    "or",
    "ou",
    "même",
    "si",
    "bien",
}


def clause_goes_on(
    article: Article,
    sentence: Sentence,
    bounds: Span,
    start: int,
    end: int,
    left: Span | None,
    others: Sequence[Cue],
    closed: bool,
) -> Span | None:
    """Return the rest of the clause behind an incise in its middle: « La visite, a dit X, aura lieu lundi »."""
    text = article.text
    # « Il prévient : la route, dit-il, sera longue »: what stands before the colon is not his words.
    opening = left.start if left is not None else bounds.start
    before = [w for w in sentence.words if opening <= w.start and w.end <= start]
    if behind_a_link(text, bounds.start, start):
        before = []
    after = [w for w in sentence.words if end <= w.start < bounds.end and w.upos != "PUNCT"]
    # « souligne le journal qui le montre enfant, à huit ans »: of the relative, not of the words
    told_of = False
    while after and not closed and _part_of_incise(text, end, after[0].start):
        told_of = told_of or after[0].feat("PronType") == "Rel"
        after = after[1:]
    after = _past_comment(sentence, after, closed)
    cleft = bool(after) and _turned(sentence, after[0]) and _presents(before)
    if closed and after and _explains_the_source(sentence, article.text[end : after[0].start], after):
        return None
    if not after or (
        not closed and not cleft and after[0].text.lower() in {"qui", "dont", "lequel", "laquelle"}
    ):
        return None  # « Faux, rétorque la voisine, qui dit avoir tout vu »: she is told of, nothing goes on
    complete = any(_main_verb(sentence, w) for w in before)
    hanging = not closed and complete and (cleft or (not told_of and _left_hanging(sentence, before, after)))
    complete = complete and not hanging
    if closed and not regex.match(
        r"\W*(?:qui|dont|lequel|laquelle|mais|alors|cit)", article.text[end : end + 20]
    ):
        complete = False
    que = after[0].upos == "SCONJ" and after[0].text.lower() in {"que", "qu'", "qu’"}
    resumes = que or after[0].text.lower() in _GOES_ON
    if (
        complete
        and not (closed and resumes)
        and not (resumes and article.text[end : after[0].start].strip() == ",")
    ):
        return None
    governed = _governed_infinitive(after) and text[end : after[0].start].strip() == ","
    if not complete and not closed and not hanging and not governed and not any(is_finite(w) for w in after):
        return None
    stop = after[-1].end
    for other in others:
        if other.form == "participle" and other.span.start > after[0].start:
            gap = text[max(other.span.start - 12, 0) : other.span.start]
            if regex.search(r",\s*(?:tout\s+)?(?:en\s+)?$", gap):
                stop = min(stop, text.rfind(",", 0, other.span.start))
    if stop <= after[0].start:
        return None  # « Rien n'est fait, a insisté le maire, en rappelant que … »
    return without_final_stop(trimmed(Span(after[0].start, stop), text), text)


def behind_a_link(text: str, begin: int, start: int) -> bool:
    """« Il est absent car, | disait-on, il refuse »: the clause that « car » opens, and no more."""
    return _LINKED.search(text, max(start - 14, begin), start) is not None


_LINKED = regex.compile(r"[\s\p{Z}](?:car|puisque|parce[\s\p{Z}]que),[\s\p{Z}]*$")


_NOW = {"aujourd'hui", "aujourd’hui", "désormais", "alors", "également", "aussi", "jadis", "naguère"}
"""« selon Jean Roux, aujourd'hui conseiller »: when he is so."""


def _explains_the_source(sentence: Sentence, gap: str, after: Sequence[Word]) -> bool:
    """« La grève continue, selon Jean Roux, délégué CGT. »: who he is closes the sentence, no clause goes on."""
    if gap.strip() != ",":
        return False
    if after[0].feat("PronType") == "Rel":  # « …, selon Jean Roux, qui évoque … »: told of him
        return True
    if after[0].text.lower() in _NOW and len(after) > 1:
        after = after[1:]
    noun = after[1] if after[0].upos == "DET" and len(after) > 1 else after[0]
    article = plain(after[0].text) if noun is not after[0] else ""
    if article not in {"", "un", "une", "le", "la", "l'"}:
        return False
    named = speaking_noun(sentence, noun)
    if named is None or named.plural:
        return False
    until = list(itertools.takewhile(lambda w: w.feat("PronType") != "Rel", after))
    return not any(is_finite(w) for w in until)


def _governed_infinitive(after: Sequence[Word]) -> bool:
    """« Pas question, jure-t-il, de laisser partir les ouvriers »: the infinitive that a verbless clause waits for."""
    rest = [w for w in after[1:6] if w.upos not in {"PRON", "ADV", "PUNCT"}]
    return after[0].text.lower() in {"de", "d'", "d’"} and bool(rest) and rest[0].feat("VerbForm") == "Inf"


def _turned(sentence: Sentence, word: Word) -> bool:
    """« a-t-il assuré, qui »: a pronoun behind the verb, so that no relative can belong to its subject."""
    incise = [w for w in sentence.words[max(word.id - 6, 0) : word.id - 1] if w.upos != "PUNCT"]
    return any(w.upos == "PRON" and w.text.startswith("-") for w in incise[-2:])


def _presents(before: Sequence[Word]) -> bool:
    """« C'est lui, a-t-il assuré, qui négociait »: « c'est » and a phrase wait for their relative."""
    opening = [plain(w.text) for w in before if w.upos != "PUNCT"]
    return opening[:2] in (["c'", "est"], ["ce", "sont"], ["c'", "était"]) and not any(
        w.feat("VerbForm") == "Fin" for w in before[2:]
    )


def _past_comment(sentence: Sentence, after: list[Word], closed: bool) -> list[Word]:
    """« Comme l'a rapporté X, citant deux sources, le ministre partira »: « citant » is the incise's own."""
    if closed or not after or after[0].lemma != "citer" or not after[0].text.endswith("ant"):
        return after
    comma = next((w.id for w in sentence.words[after[0].id :] if w.text == ","), None)
    return [] if comma is None else [w for w in after if w.id > comma]


def _left_hanging(sentence: Sentence, before: Sequence[Word], after: Sequence[Word]) -> bool:
    """« Elle portera, a-t-il indiqué, sur les marchés »: the incise parts a verb from what it governs.

    « La grève est reconduite, a-t-il dit, lors d'un point de presse » tells where it was said.
    """
    own = [w for w in before if w.upos != "PUNCT"]
    if not own or own[-1].upos not in {"VERB", "AUX"} or after[0].upos not in {"ADP", "DET", "NUM", "ADJ"}:
        return False
    nouns = [w for w in after[:6] if w.upos in {"NOUN", "PROPN"}]
    setting = after[0].text.lower() in _SETTINGS or not nouns or tells_when(sentence, after[0])
    return not (setting or is_audience(nouns[0]) or nouns[0].lemma in _OCCASIONS or nouns[0].upos == "PROPN")


def _part_of_incise(text: str, end: int, position: int) -> bool:
    """Words that follow the subject without a comma are the incise's own (« a déclaré X jeudi à Londres, … »)."""
    return "," not in text[end:position]


def _main_verb(sentence: Sentence, word: Word) -> bool:
    if not is_finite(word):
        return False
    verb = sentence.head(word) if word.relation in {"aux", "cop"} else word
    return verb is not None and not any(
        w.deprel in {"acl:relcl", "advcl"} for w in [verb, *sentence.ancestors(verb)] if w.id <= verb.id + 40
    )


def is_finite(word: Word) -> bool:
    """Tell whether a word is a finite verb or auxiliary."""
    return word.upos in {"VERB", "AUX"} and word.feat("VerbForm") == "Fin"
