"""Noun phrases as stretches of text: where they begin, where they end, what to leave out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Reference
from quotetrack.attribution.speakers import begins_in, is_audience, speaking_noun
from quotetrack.attribution.stretches import trimmed
from quotetrack.lexicon.institutions import medium
from quotetrack.lexicon.people import is_title
from quotetrack.lexicon.roles import noun_alone
from quotetrack.lexicon.tables import fold, word_class
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word, span_of

_LEFT_OUT = (
    "acl:relcl",
    "parataxis",
    "advcl",
    "vocative",
    "discourse",
    "dislocated",
    "dep",
)
_SERVING = {
    "adjoint", "conseiller", "assistant", "attaché", "délégué", "suppléant", "candidat", "adjointe", "conseillère",
    "assistante", "attachée", "déléguée", "suppléante", "candidate", "aide", "secrétaire",
}  # fmt: skip
"""Who is somebody's by « à »: « l'adjoint au maire » is not told to the maire."""


def mention_of(article: Article, index: int, head: Word) -> Reference:
    """Return the mention that a word of a sentence heads, as long as its noun phrase is."""
    return Reference(noun_phrase(article.sentences[index], head, article.text), index, head.id)


def noun_phrase(sentence: Sentence, head: Word, text: str) -> Span:
    """Return the stretch of a noun phrase: determiner, modifiers, apposition, coordination, but no clause.

    « le patron des socialistes, qui a obtenu le feu vert » → « le patron des socialistes »; a comment between
    commas (« le ministre, visiblement agacé, ») is left out as well.
    """
    if head.upos == "PRON" and head.text.startswith("-"):
        return pronoun_span(head)
    phrase = sentence.subtree(head)
    if clauses := _clauses_among(phrase, head):
        phrase = sentence.subtree(head, clauses)
    kept = [w for w in phrase if w.deprel != "punct" or w.id > head.id]
    kept = [w for w in kept if w.id >= head.id or w.feat("PronType") != "Rel"]
    kept = _without_preposition(sentence, head, _without_cleft(sentence, head, kept))
    kept = _without_contraction(sentence, kept)
    kept = _with_interim(sentence, head, kept)
    kept = _contiguous(sentence, head, _with_rest_of_name(sentence, head, kept))
    kept = _without_manner(sentence, kept)
    kept = _without_comment(sentence, head, kept)
    kept = [w for w in kept if w.id < _likened(head, kept)]
    kept = _with_served(sentence, head, kept)
    kept = _without_day(head, _without_audience(sentence, head, kept))
    kept = _with_title(sentence, _with_name_behind(sentence, head, kept))
    span = _closed(trimmed(span_of(kept), text), text)
    if head.lemma == "ministre" and text[span.end : span.end + 1] == ",":
        portfolio = _PORTFOLIO.match(
            text, span.end
        )  # « le ministre de l'Intérieur, des Sports et de l'Eau, Luc Roux »
        span = span if portfolio is None else Span(span.start, portfolio.end())
    return _with_name_in_marks(sentence, head, span, text) if len(span) else head.span


def _with_name_in_marks(sentence: Sentence, head: Word, span: Span, text: str) -> Span:
    """« l'association « Les Amis du lac » »: a house's name, up to its closing mark, and no clause."""
    named = _IN_MARKS.match(text, span.end) if head.upos == "NOUN" else None
    house = speaking_noun(sentence, head) if named is not None else None
    if named is None or house is None or house.entry.kind not in {"organisation", "document"}:
        return span
    inside = Span(*named.span("name"))
    clause = any(inside.contains(w.span) and w.relation == "nsubj" for w in sentence.words)
    return span if clause else Span(span.start, inside.end)


_IN_MARKS = regex.compile(
    r"[ \p{Z}](?:«[ \p{Z}]?|[“\"])(?P<name>\p{Lu}[^«»“”\"\n.!?]{1,50}?)(?:[ \p{Z}]?»|[”\"])(?![\p{L}])"
)


_PORTFOLIO = regex.compile(
    r"(?:,[ \p{Z}](?:(?:des|du|de)[ \p{Z}]|d['’])[^,.;:«»“”\"()\n]{2,90})+,[ \p{Z}]"
    r"(?:(?:M\.|Mme)[ \p{Z}])?\p{Lu}[\p{L}'’-]+(?:[ \p{Z}]\p{Lu}[\p{L}'’-]+)+"
)
"""The rest of a minister's portfolio between commas, and who has it."""


def _closed(span: Span, text: str) -> Span:
    """« le chef de l'Alliance (AP, d'obédience lendou) »: brackets and marks are in as a whole or not at all."""
    if _MARKS.search(text, span.start, span.end) is None:
        return span
    for opening, closing in _PAIRS:
        opened = text.rfind(opening, span.start, span.end)
        lone = text.count(opening, span.start, span.end) % 2 == 1 and text[opened - 1 : opened].isspace()
        odd = opening == closing and lone
        if opened > span.start and (odd or (opening != closing and text.find(closing, opened, span.end) < 0)):
            return trimmed(Span(span.start, opened), text)
    return span


_MARKS = re.compile('[(«“"]')
_PAIRS = (("(", ")"), ("«", "»"), ("“", "”"), ('"', '"'))


def pronoun_span(word: Word) -> Span:
    """Return where an inverted pronoun stands without its hyphens (« -t-il » → « il »)."""
    bare = word.text.lstrip("-")
    if bare.startswith(("t-", "T-")):
        bare = bare[2:]
    return Span(word.end - len(bare), word.end)


def _clauses_among(words: Sequence[Word], head: Word) -> list[Word]:
    """Return those words of a phrase that head a clause or something said by the way."""
    barred: list[Word] = []
    for word in words:
        if word.id == head.id:
            continue
        if word.deprel in _LEFT_OUT or (
            word.upos in {"VERB", "AUX"}
            and (word.deprel == "conj" or (word.deprel == "acl" and word.id > head.id))
        ):
            barred.append(word)
    return barred


def _without_preposition(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """Drop the preposition and other function words in front (« par le ministre » → « le ministre »)."""
    if words[0].id == head.id:
        return words
    leading = (w for w in sentence.children(head, "case", "mark", "cc", "advmod") if w.id < head.id)
    cases = {w.id for w in leading if not begins_in(sentence, w)}
    cases |= {
        x.id for w in sentence.children(head, "nmod") if w.id < head.id for x in sentence.subtree(w)
    }  # « a dû se dire mardi soir l'entraîneur »
    kept = [w for w in words if w.id not in cases]
    return kept or words


def _without_cleft(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """« C'est le maire qui a déclaré » → « le maire »."""
    if words[0].id == head.id:
        return words
    presenting = {w.id for w in sentence.children(head, "cop", "nsubj", "expl") if w.id < head.id}
    return [w for w in words if w.id not in presenting] or words


def _without_contraction(sentence: Sentence, words: list[Word]) -> list[Word]:
    """« du président » is one token: what is left of the phrase begins at the noun."""
    first = words[0]
    if first.upos != "DET" or len(words) == 1:
        return words
    beside = sentence.words[max(first.id - 2, 0) : first.id + 1]
    shared = any(w.start == first.start and w.end == first.end and w is not first for w in beside)
    return words[1:] if shared else words


def _with_rest_of_name(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """« a dit à Reuters Karim Dahmani »: what follows a name that the parser hung on the name of an agency."""
    if head.relation != "flat" or words[-1].id != head.id:
        return words
    rest = itertools.takewhile(
        lambda w: w.upos == "PROPN" and w.relation == "flat" and w.head == head.head,
        sentence.words[head.id :],
    )
    return [*words, *rest]


def _with_interim(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """« a dit le chef | par intérim du parti, Luc Roux »: of the phrase, though the parser ties it to the verb."""
    behind = sentence.words[head.id : head.id + 4]
    at = next((w for w in behind if w.text.lower() == "intérim"), None) if head.upos == "NOUN" else None
    if at is None or at in words or sentence.word(at.id - 1).text.lower() != "par":
        return words
    return sorted({w.id: w for w in [*words, *sentence.subtree(at)]}.values(), key=lambda w: w.id)


def _without_manner(sentence: Sentence, words: list[Word]) -> list[Word]:
    """« sourit jaune | Clément »: how somebody laughs, where the parser takes it for a part of the name."""
    first = words[0]
    named = len(words) > 1 and words[1].upos == "PROPN" and words[1].text[:1].isupper()
    if not named or first.id == 1 or first.text not in _MANNERS:
        return words
    return words[1:] if sentence.word(first.id - 1).upos in {"VERB", "ADV"} else words


_MANNERS = {"jaune", "noir", "haut", "fort", "bas", "franc", "sec", "doux", "ferme"}
"""« rire jaune », « penser tout haut », « parler franc »."""


def _without_comment(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """Cut at a comma in front of a preposition (« l'étude du BCG, à l'exception de … » → « l'étude du BCG »).

    Or in front of how somebody looks: « le président, visage fermé », « le maire, présent depuis l'aube »; or of a
    pronoun that sets apart: « la mairie, elle, assure ».
    """
    for word, following in itertools.pairwise(words):
        if word.id <= head.id or word.text != ",":
            continue
        looks = following.upos == "NOUN" and following.lemma.lower() in word_class("bearing")
        behind = sentence.words[following.id].upos if following.id < len(sentence.words) else "PUNCT"
        qualified = (
            following.upos == "ADJ" and following.text.islower() and behind in {"ADP", "PUNCT", "CCONJ"}
        )
        apart = following.text.lower() in _TONIC and behind in {"PUNCT", "VERB", "AUX", "ADV", "PRON"}
        if looks or qualified or apart or following.upos in {"ADP", "ADV", "VERB", "SCONJ"}:
            return [w for w in words if w.id < word.id]
    return words


_TONIC = {"lui", "elle", "eux", "elles"}


def _without_audience(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """« la ministre à l'AFP », « le maire dans un communiqué », « l'élu à mi-voix »: to whom, where, how is not who."""
    for word in sentence.children(head, "nmod", "obl"):
        cases = [c.text.lower() for c in sentence.children(word, "case")]
        title = " ".join(w.text for w in sentence.subtree(word) if w.upos not in {"ADP", "DET"})
        told = noun_alone(word.text) if cases and cases[0] in {"à", "au", "aux"} else None
        person = told is not None and told.entry.kind == "person" and head.lemma.lower() not in _SERVING
        manner = word.lemma.lower() in word_class("manners of saying") and cases[:1] != ["de"]
        paper = head.upos == "PROPN" and cases[:1] in (["dans"], ["sur"])
        heard = is_audience(word) or person or medium(title) is not None or paper
        heard = heard and cases[:1] not in (["de"], ["d'"], ["d’"], ["pour"])
        if word.id > head.id and cases and (manner or heard):
            first = min(w.id for w in sentence.subtree(word))
            return [w for w in words if w.id < first] if first > head.id else words
    return words


def _with_name_behind(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """Take in the name in apposition that the parser lost: « le président de la Chambre, Gianfranco Fini, »."""
    if head.upos != "NOUN" or any(
        w.upos == "PROPN" and w.id > head.id and _is_person_name(sentence, w) for w in words
    ):
        return words
    position = words[-1].id + 1
    if position >= len(sentence.words) or sentence.word(position).text != ",":
        return words
    name: list[Word] = []
    for word in sentence.words[position:]:
        if (
            word.upos != "PROPN"
            and not (not name and is_title(word.text))
            and not (name and word.text[:1].isupper() and word.upos in {"NOUN", "ADJ", "X"})
        ):
            break
        name.append(word)
    # « Selon le président, Gianfranco Fini a menti »: behind a preposition, the name is the subject of what follows.
    ends = {"PUNCT"} if sentence.children(head, "case") else {"VERB", "AUX", "PUNCT"}
    closed = position + len(name) < len(sentence.words) and (
        sentence.word(position + len(name) + 1).text in {",", ".", ":", "»"}
        or sentence.word(position + len(name) + 1).upos in ends
    )
    return [*words, sentence.word(position), *name] if len(name) >= 2 and closed else words


def _likened(head: Word, words: list[Word]) -> int:
    """Return where a phrase no longer tells who: « par le préfet comme un échec », « le maire d'un trait rageur »."""
    if _LIKENING.isdisjoint([w.text for w in words]):
        return words[-1].id + 1
    for word, following in itertools.pairwise([*words, words[-1]]):
        by = word.text.lower() in {"d'", "d’"} and following.lemma == "un"
        means = any(w.lemma.lower() in _MEANS for w in words if following.id < w.id <= following.id + 2)
        if word.id > head.id and (word.text.lower() == "comme" or (by and means)):
            return word.id
    return words[-1].id + 1


_LIKENING = frozenset({"comme", "Comme", "d'", "d’"})
_MEANS = {
    "tweet",
    "message",
    "trait",
    "geste",
    "ton",
    "mot",
    "revers",
    "sourire",
    "air",
    "voix",
    "signe",
    "formule",
}


def _with_served(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """« se souvient l'adjointe au maire de Toulx »: whose she is, where the parser takes him for an addressee."""
    served = served_by(sentence, words[-1]) if words[-1].id == head.id else None
    if served is None:
        return words
    phrase = [w for w in sentence.subtree(served) if w.id > head.id and w.deprel not in _LEFT_OUT]
    run = list(itertools.takewhile(lambda pair: pair[0] == pair[1].id, enumerate(phrase, start=head.id + 1)))
    return [*words, *(w for _, w in run)]


def served_by(sentence: Sentence, head: Word) -> Word | None:
    """Return the noun behind « à » that says whose adjoint, whose conseillère somebody is, or None."""
    if not {head.lemma.lower(), head.text.lower()} & _SERVING or head.id + 1 >= len(sentence.words):
        return None
    if sentence.word(head.id + 1).text.lower() not in {"à", "au", "aux"}:
        return None
    return next((w for w in sentence.words[head.id + 1 : head.id + 4] if w.upos in {"NOUN", "PROPN"}), None)


def _without_day(head: Word, words: list[Word]) -> list[Word]:
    """« a lancé le premier ministre mercredi », « Selon Norvia, mardi 22 août, … »: when it was said is not who."""
    if any(w.text == "," for w in words):
        words = _without_date(head, words)
    while (
        len(words) > 1
        and words[-1].id > head.id
        and (words[-1].lemma.lower() in _DAYS or words[-1].text.lower() in {"de", "d'", "d’", "à"})
    ):
        words = words[:-1]
    return words


def _without_date(head: Word, words: list[Word]) -> list[Word]:
    """« l'agence Norvia | , mardi 22 août »: a comma, and behind it nothing but a day."""
    comma = next((w for w in words if w.text == "," and w.id > head.id), None)
    behind = [w for w in words if comma is not None and w.id > comma.id]
    dated = any(fold(w.text) in _CALENDAR or w.text.lower() == "hier" for w in behind)
    if not dated or not all(w.text[:1].isdigit() or fold(w.text) in _OF_DATES for w in behind):
        return words
    return [w for w in words if comma is not None and w.id < comma.id]


_CALENDAR = word_class("calendar") - {"internet"}
_OF_DATES = _CALENDAR | {"le", "ce", "dernier", "matin", "soir", "hier", "midi", "apres-midi"}


_DAYS = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier"}


def _with_title(sentence: Sentence, words: list[Word]) -> list[Word]:
    """« a dit à l'AFP Me Karim Roux »: the title in front of a name, wherever the parser hung it."""
    before = sentence.word(words[0].id - 1) if words[0].id > 1 else None
    titled = before is not None and words[0].upos == "PROPN" and is_title(before.text)
    return [before, *words] if titled and before is not None else words


def _is_person_name(sentence: Sentence, word: Word) -> bool:
    """Tell whether a proper noun begins a name of two words or more."""
    following = sentence.words[word.id] if word.id < len(sentence.words) else None
    return word.relation in {"appos", "flat"} and following is not None and following.upos == "PROPN"


def _contiguous(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """Keep the run of words around the head; punctuation may join, a verb group may not."""
    ids = {w.id for w in words}
    low = high = head.id
    while low - 1 in ids:
        low -= 1
    while high + 1 in ids or (high + 2 in ids and sentence.word(high + 1).upos == "PUNCT"):
        high += 1
    while (
        sentence.word(high).upos == "PUNCT"
        and high > head.id
        and sentence.word(high).text not in {")", "»", "”", '"'}
    ):
        high -= 1
    while sentence.word(low).upos == "PUNCT" and low < head.id:
        low += 1
    return [sentence.word(i) for i in range(low, high + 1)]
