"""Marked words that hold their own verb of saying: « le syndicat « dénonce une mesure injuste » »."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.introductions import sentence_at
from quotetrack.attribution.model import Reference, Report
from quotetrack.attribution.phrases import noun_phrase
from quotetrack.attribution.speakers import can_speak
from quotetrack.lexicon import Frame, verbs
from quotetrack.lexicon.entries import inflections
from quotetrack.lexicon.inflection import Inflections
from quotetrack.syntax import Sentence, Word

_FIRST_VERB = regex.compile(r"(?:(?:ne|se|y|en)[\s\p{Z}]|[ns]['’])*(\p{Ll}+)[\s\p{Z}]")
_KEEPS_SILENT = regex.compile(
    r"n(?:e[\s\p{Z}]|['’])(?:souhait|veu|peu|compt|entend|fer|commente|regrette|exclu|excluait|a )\p{Ll}*[\s\p{Z}]?"
    r"(?:pas|plus|rien|aucun|guère|jamais)\b"
)
_GOES_ON = regex.compile(r"[\s\p{Z}]*(?:,[\s\p{Z}]?)?(?:et|mais|puis)?[\s\p{Z}]*")
_GOVERNING = {Frame.QUE, Frame.OBJ, Frame.DE_OBJ, Frame.A_OBJ, Frame.INF, Frame.DE_INF}


def _quoted_verb(article: Article, passage: int, found: Mapping[int, Report]) -> Report | None:
    """Return the report of words that begin at their own verb of saying in the present, or None.

    « Le maire « se réjouit de cet accord » et « appelle au calme » »: whoever is the subject in front of the marks says
    both, as in the releases that are cited so. What somebody « a reconnu » may be another's words, and so may what
    « travaille » somebody: they are left alone.

    Args:
        article, passage: where.
        found: the reports of this construction so far, by their passages.
    """
    words = article.passages[passage]
    inner = words.inner.of(article.text)
    says, has_said = _says(inner), _has_said(inner)
    if words.depth or not (says or has_said):
        return None
    index = sentence_at(article, words.span.start - 1, words)
    if index is None or article.sentences[index].inside is not None:
        return None
    source = _subject_in_front(article, index, words.span.start, compound=True) if has_said else None
    if source is None and not says:
        return None
    source = source or _subject_in_front(article, index, words.span.start, compound=False)
    if source is None:
        before = found.get(passage - 1)
        gap = article.text[article.passages[passage - 1].span.end : words.span.start] if before else ""
        if before is None or before.sentence != index or not _GOES_ON.fullmatch(gap):
            return None
        source = before.source
    return Report("quoted_verb", words.inner, index, (passage,), source=source, rank=5)


def quoted_verbs(article: Article, claimed: Collection[int], reports: Sequence[Report]) -> list[Report]:
    """Return the reports of all such words that nobody else's report holds."""
    found: dict[int, Report] = {}
    for number, passage in enumerate(article.passages):
        if number in claimed or passage.dialogue:
            continue
        report = _quoted_verb(article, number, found)
        if report is not None and not any(r.content.contains(passage.inner) for r in reports):
            found[number] = report
    return list(found.values())


def _says(inner: str) -> bool:
    """« dénonce une mesure injuste », « ne souhaite pas commenter »: what only he can say of himself."""
    if _KEEPS_SILENT.match(inner) is not None:
        return True
    return _begins_with_verb(inner, ("e", "t", "d"))


def _has_said(inner: str) -> bool:
    """« a « condamné avec fermeté » l'attaque »: a participle, whose auxiliary stands in front of the marks."""
    return _begins_with_verb(inner, ("é", "it", "is", "u"))


def _begins_with_verb(inner: str, endings: tuple[str, ...]) -> bool:
    match = _FIRST_VERB.match(inner)
    return match is not None and match[1].endswith(endings) and bool(_governing_verbs().lemmas(match[1]))


@cache
def _governing_verbs() -> Inflections:
    """Return the forms of the verbs that say something by themselves, with what they govern."""
    return inflections(
        frozenset(v.lemma for v in verbs().values() if v.frames & _GOVERNING and not v.needs_marks)
    )


def _subject_in_front(article: Article, index: int, start: int, compound: bool) -> Reference | None:
    """Return the phrase that stands right before a position and opens its clause, if it can speak.

    ``compound``: « a » or « ont » stands between.
    """
    sentence = article.sentences[index]
    before = [w for w in sentence.words if w.end <= start and not article.in_marks(sentence, w)]
    while before and before[-1].upos == "PUNCT" and before[-1].text != ",":
        before.pop()
    if compound:
        while before and before[-1].upos == "ADV":
            before.pop()
        if not before or before.pop().text.lower() not in {"a", "ont", "avait", "avaient"}:
            return None
    relative = bool(before) and before[-1].text.lower() == "qui"  # « le maire, qui « condamne ces actes », »
    while before and relative and (before[-1].text == "," or before[-1].text.lower() == "qui"):
        before.pop()
    if not before or before[-1].upos not in {"NOUN", "PROPN", "PRON", "ADJ"}:
        return None
    head = _head(sentence, before[-1])
    if not can_speak(sentence, head):
        return None
    span = noun_phrase(sentence, head, article.text)
    opening = [w for w in before if w.end <= span.start]
    apart = relative or _opens(opening)
    return Reference(span, index, head.id) if span.end >= before[-1].end and apart else None


def _head(sentence: Sentence, word: Word) -> Word:
    """Climb from the last word of a noun phrase to its head."""
    while word.relation in {"amod", "nmod", "flat", "appos", "conj", "acl", "compound"}:
        head = sentence.head(word)
        if head is None or head.id > word.id or head.upos not in {"NOUN", "PROPN", "PRON"}:
            break
        word = head
    return word


def _opens(before: Sequence[Word]) -> bool:
    """Tell whether a clause begins behind some words: at the start, behind a comma, « mais » or « que »."""
    return not before or before[-1].upos in {"PUNCT", "CCONJ", "SCONJ"}
