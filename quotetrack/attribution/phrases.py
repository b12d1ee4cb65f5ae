"""Noun phrases and clauses as stretches of text: where they begin, where they end, what to leave out."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import regex

from quotetrack.attribution.speakers import is_audience
from quotetrack.lexicon.institutions import medium
from quotetrack.lexicon.people import is_title
from quotetrack.lexicon.roles import noun_form
from quotetrack.lexicon.tables import word_class
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
_EDGE = regex.compile(r"^[\s\p{Z}\p{Cf},;:.…\-–—()\[\]«»“”\"„‹›]+|[\s\p{Z}\p{Cf},;:\-–—(\[«“\"„‹]+$")
_EDGE_WORDS = regex.compile(r"^[\s\p{Z}\p{Cf},;:\-–—)\]«»“”\"„‹›]+|[\s\p{Z}\p{Cf},;:\-–—(\[«»“”\"„‹›]+$")
_TAIL = regex.compile(r"(?r)[\s\p{Z}\p{Cf},;:\-–—(\[«»“”\"„‹›]+")  # read backwards, from the end
_COMMENT = regex.compile(
    r"\s*,\s*(?:(?:qui|dont|où|auteure?|interrogée?|citée?|cités|joint|jointe)\b|\d+[\s\p{Z}]ans\b)"
    r"(?:[^,«»“”\".;:]|«[^«»]{1,60}»|“[^“”]{1,60}”|\"[^\"]{1,60}\")*(?=,)"
    r"|\s*,\s*(?:du|des|de (?:la|l'))\b[^,«“\".;:]{3,60}(?=,)"
    r"|(?:\s*,\s*(?:et\s+)?|\s*)\b(?:publié|paru|diffusé|dévoilé|mené|réalisé|présenté|consulté|relayé|obtenu|rendu|révélé|commandé|daté"
    r"|communiqué|établi|effectué|transmis|revendiqué|avancé|fourni|donné|livré|rapporté|annoncé|compilé|collecté|recueilli|cité|divulgué|rencontré|interrogé|contacté|interviewé|sondé|joint"
    r"|présent|entendu)e?s?\b[^,«“\".;:]*(?=[,.])"
    r"|\s+(?:s'exprimant|parlant|ayant requis|requérant|souhaitant|tenant à)\b[^,«“\".;:]{0,70}(?=,)"
    r"|\s*,\s*\p{Ll}[\p{L}-]+(?=,)"
    r"|\s*,?\s+(?:dans|sur|au micro de|chez)\s+(?:les colonnes (?:de |du |d')|un entretien (?:à |au )"
    r"|une interview (?:à |au ))?(?:(?:[Ll]e|[Ll]a|[Ll]es|[Ll]')\s?)?[\p{Lu}\d][^,«“\".;:]{1,60}(?=,)"
    r"|\s*,\s*(?:du|d['’]|de(?:\s+la|\s+l['’])?)\s*\p{Lu}[^,«“\".;:]{1,60}(?=,)"
    r"|\s+(?:en (?:poste|charge|fonction)|à|au|basée?s?|installée?s?)\b[^,«“\".;:]{0,60}(?=,)"
    r"|\s+(?:que|qu'|dont|qui|auquel|à laquelle|auxquels|auxquelles|à qui)(?=[\s\p{L}])"
    r"(?:[^,«»“”\".;:]|«[^«»]{1,40}»|“[^“”]{1,40}”|\"[^\"]{1,40}\"){3,120}(?=,)"
)
_DATELINE = regex.compile(
    r"(?P<city>\p{Lu}[\p{L}'’-]+(?:[ \p{Z}]\p{Lu}[\p{L}'’-]+){0,2})"
    r"(?P<region>,[ \p{Z}]\p{Lu}[\p{L}'’-]+(?:[ \p{Z}][\p{L}'’-]+){0,3})?"
    r"(?:,[ \p{Z}](?:\p{Ll}+[ \p{Z}])?\d{1,2}(?:er)?[ \p{Z}]\p{L}+\.?(?: \d{4})?)?"
    r"[ \p{Z}]?(?:\((?P<agency>[^()]{2,25})\)[ \p{Z}]?)?[–—_-][ \p{Z}]+(?=\p{Lu}|[«“\"])"
)
_HOUR = regex.compile(
    r"\d{1,2}[ \p{Z}]?[hH][ \p{Z}]?(?:\d{2})?[ \p{Z}]?[.:–—-][ \p{Z}]+(?:[^-–—.:«»“”\"\n]{2,40}[ \p{Z}][–—-][ \p{Z}]+)?"
    r"(?=\p{Lu}|[«“\"])"
)
"""« 15h45 – Appel à la mobilisation – « Merci ! » »: the hour of a live report, and its heading."""
_TRADE = regex.compile(r"\s*,\s*(?P<noun>\p{Ll}[\p{L}-]+)[^,«“\".;:]{0,60}(?=,)")
CONNECTIVE = regex.compile(
    r"(?:(?:mais|or|et|car|donc|ainsi|cependant|toutefois|néanmoins|pourtant|d'ailleurs|en outre"
    r"|par ailleurs|en revanche"
    r"|par contre|au contraire|de plus|du reste|de même|mieux encore|pis encore|enfin|ensuite|puis|en effet|en fait"
    r"|par conséquent|en conséquence|bref|surtout|reste que|autrement dit|à l'inverse|dans le même temps|dès lors"
    r"|à ce titre|dans ce sens|dans ce contexte|pour autant|bien sûr|certes|quant à lui|de son côté|pour sa part)"
    r"(?=[\s\p{Z},])[\s\p{Z},]*)+",
    regex.IGNORECASE,
)


_SERVING = {
    "adjoint", "conseiller", "assistant", "attaché", "délégué", "suppléant", "candidat", "adjointe", "conseillère",
    "assistante", "attachée", "déléguée", "suppléante", "candidate", "aide", "secrétaire",
}  # fmt: skip
"""Who is somebody's by « à »: « l'adjoint au maire » is not told to the maire."""


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
    kept = _without_contraction(sentence, head, kept)
    kept = _contiguous(sentence, head, _with_rest_of_name(sentence, head, kept))
    kept = _without_comment(sentence, head, kept)
    kept = [w for w in kept if w.id < _likened(head, kept)]
    kept = _with_served(sentence, head, kept)
    kept = _without_day(head, _without_audience(sentence, head, kept))
    kept = _with_title(sentence, head, _with_name_behind(sentence, head, kept))
    span = _closed(trimmed(span_of(kept), text), text)
    return span if len(span) else head.span


def _closed(span: Span, text: str) -> Span:
    """« le chef de l'Alliance (AP, d'obédience lendou) »: brackets and marks are in as a whole or not at all."""
    for opening, closing in _PAIRS:
        opened = text.rfind(opening, span.start, span.end)
        lone = text.count(opening, span.start, span.end) % 2 == 1 and text[opened - 1 : opened].isspace()
        odd = opening == closing and lone
        if opened > span.start and (odd or (opening != closing and text.find(closing, opened, span.end) < 0)):
            return trimmed(Span(span.start, opened), text)
    return span


_PAIRS = (("(", ")"), ("«", "»"), ("“", "”"), ('"', '"'))


def pronoun_span(word: Word) -> Span:
    """Return where an inverted pronoun stands without its hyphens (« -t-il » → « il »)."""
    bare = word.text.lstrip("-")
    if bare.startswith(("t-", "T-")):
        bare = bare[2:]
    return Span(word.end - len(bare), word.end)


def coordinated(sentence: Sentence, head: Word) -> list[Word]:
    """Return the heads of a coordination: « X et Y » → X, Y."""
    return [head, *(w for w in sentence.children(head, "conj") if w.upos in {"NOUN", "PROPN", "PRON", "NUM"})]


def trimmed(span: Span, text: str) -> Span:
    """Return a span without white space, marks and separating punctuation at its edges (a final stop stays)."""
    start, end = span.start, span.end
    stretch = text[start:end]
    if not stretch[:1].isalnum() and (match := _EDGE_WORDS.match(stretch)):
        start += match.end()
        stretch = text[start:end]
    if not stretch[-1:].isalnum() and (tail := _TAIL.match(stretch)):
        end -= len(tail.group())
    return Span(start, max(start, end))


def without_connective(span: Span, text: str) -> Span:
    """Return a clause without the connectives in front (« Mais », « Par ailleurs, »)."""
    match = CONNECTIVE.match(text.replace("’", "'"), span.start, span.end)
    if match and match.end() < span.end:
        return trimmed(Span(match.end(), span.end), text)
    return span


def is_connective(text: str) -> bool:
    """Tell whether nothing but connectives stands in a stretch: « En outre, »."""
    return CONNECTIVE.fullmatch(text.replace("’", "'").strip()) is not None


def past_comment(text: str, end: int, limit: int) -> int:
    """Return where the comment on a source ends: « Pour X, qui n'a pas participé aux travaux, « … » ».

    « Pour Farid, 32 ans, cariste, … », « D'après une étude publiée mardi, … » as well.
    """
    text = text.replace("’", "'")
    while match := _COMMENT.match(text, end, limit) or _trade(text, end, limit):
        end = match.end()
    return end


def past_medium(text: str, end: int, limit: int) -> int:
    """Return where the paper in which somebody says it ends: « Pour Luc Roux dans La Gazette, … », or ``end``."""
    match = _IN_A_PAPER.match(text.replace("’", "'"), end, limit)
    return match.end() if match else end


_IN_A_PAPER = regex.compile(
    r"\s+(?:dans|sur)\s+(?:(?:[Ll]e|[Ll]a|[Ll]es|[Ll]')\s?)?[\p{Lu}\d][^,«“\".;:]{1,60}(?=,)"
)


def past_dateline(text: str, start: int, limit: int) -> int:
    """Return where an article begins behind the place and the agency in front: « PRAGUE, 3 juin (Reuters) - Le … »."""
    if (hour := _HOUR.match(text, start, limit)) is not None:
        return int(hour.end())
    match = _DATELINE.match(text, start, limit)
    if match is None or (match["region"] and not match["agency"]):
        return start
    # « Jean Roux (PS) – « Nous irons au bout » »: a speaker and his party, no dispatch.
    told = match["agency"] is None or match["city"].isupper() or _is_agency(match["agency"])
    return match.end() if told else start


def _is_agency(text: str) -> bool:
    return any(medium(name.strip()) is not None for name in regex.split(r"[/,&]| - | avec | et ", text))


def _trade(text: str, end: int, limit: int) -> regex.Match[str] | None:
    match = _TRADE.match(text, end, limit)
    noun = noun_form([match["noun"]], 0) if match else None
    return match if noun is not None and noun.entry.kind == "person" else None


def without_final_stop(span: Span, text: str) -> Span:
    """Return a clause without its final full stop (those of quoted sentences stay: they are inside marks)."""
    end = span.end
    while end > span.start and (text[end - 1] in ".;:," or text[end - 1].isspace()):
        if text[end - 1] == "." and text[max(end - 3, 0) : end] == "...":
            break
        end -= 1
    return Span(span.start, end)


def clause_words(sentence: Sentence, head: Word, without: Iterable[Word] = ()) -> list[Word]:
    """Return the words of a clause, leaving out some of its parts."""
    return sentence.subtree(head, without)


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
    cases = {w.id for w in sentence.children(head, "case", "mark", "cc", "advmod") if w.id < head.id}
    cases |= {
        x.id for w in sentence.children(head, "nmod") if w.id < head.id for x in sentence.subtree(w)
    }  # « a dû se dire mardi soir l'entraîneur »
    kept = [w for w in words if w.id not in cases]
    return kept or words


def _without_cleft(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """« C'est le maire qui a déclaré » → « le maire »."""
    presenting = {w.id for w in sentence.children(head, "cop", "nsubj", "expl") if w.id < head.id}
    return [w for w in words if w.id not in presenting] or words


def _without_contraction(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
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


def _without_comment(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """Cut at a comma in front of a preposition (« l'étude du BCG, à l'exception de … » → « l'étude du BCG »).

    Or in front of how somebody looks: « le président, visage fermé », « le maire, présent depuis l'aube ».
    """
    for word, following in itertools.pairwise(words):
        if word.id <= head.id or word.text != ",":
            continue
        looks = following.upos == "NOUN" and following.lemma.lower() in word_class("bearing")
        behind = sentence.words[following.id].upos if following.id < len(sentence.words) else "PUNCT"
        qualified = (
            following.upos == "ADJ" and following.text.islower() and behind in {"ADP", "PUNCT", "CCONJ"}
        )
        if looks or qualified or following.upos in {"ADP", "ADV", "VERB", "SCONJ"}:
            return [w for w in words if w.id < word.id]
    return words


def _without_audience(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
    """« la ministre à l'AFP », « le maire dans un communiqué », « l'élu à mi-voix »: to whom, where, how is not who."""
    for word in sentence.children(head, "nmod", "obl"):
        cases = [c.text.lower() for c in sentence.children(word, "case")]
        title = " ".join(w.text for w in sentence.subtree(word) if w.upos not in {"ADP", "DET"})
        told = noun_form([word.text], 0) if cases and cases[0] in {"à", "au", "aux"} else None
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
    """« a lancé le premier ministre mercredi »: when it was said is not who."""
    while (
        len(words) > 1
        and words[-1].id > head.id
        and (words[-1].lemma.lower() in _DAYS or words[-1].text.lower() in {"de", "d'", "d’", "à"})
    ):
        words = words[:-1]
    return words


_DAYS = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier"}


def _with_title(sentence: Sentence, head: Word, words: list[Word]) -> list[Word]:
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
