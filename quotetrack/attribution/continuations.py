"""Quoted words without a cue of their own: the same speaker goes on, an intertitle, a turn of an interview."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.headings import in_heading, intertitle, is_intertitle, with_speakers_of_headlines
from quotetrack.attribution.introductions import sentence_at
from quotetrack.attribution.model import Report
from quotetrack.attribution.nonspeech import is_title
from quotetrack.attribution.presenting import adjacent, presents_another, reacts, whose_cry
from quotetrack.attribution.signatures import signature, signature_in_brackets
from quotetrack.attribution.stretches import is_connective
from quotetrack.attribution.turns import (
    asked_between,
    asks,
    categories,
    end_of,
    is_answered,
    is_question,
    silence_between,
    turn_of,
)
from quotetrack.model import Passage, Span
from quotetrack.syntax.masking import reads_like_a_sentence

_GOES_ON = regex.compile(r"[\s\p{Z}]+\p{Ll}")
_INITIAL = regex.compile(r"(?<!\w)\p{Lu}\.$")  # « L'affaire Jean N. »
_STOP = regex.compile(r"[.!?…]\s+")
_END = regex.compile(r"[.!?…\n]+")
_WORDS = regex.compile(r"\w+")
_NOTHING = regex.compile(r"[\s\p{Z}\p{Cf},;.!?…–—-]*(?:(?:et|ou|mais|puis)[\s\p{Z}]*)?")


def continued(article: Article, reports: Sequence[Report]) -> list[Report]:
    """Return the reports with those added (or widened) that carry on a speaker without a cue.

    « … », a dit X. « … » in one paragraph is one quote; a paragraph that is all quotation goes on with the speaker
    of the paragraph before, or else announces the one behind.
    """
    found = with_speakers_of_headlines(article, _with_earlier_speakers(article, reports))
    places = _Places(article)
    for i, passage in enumerate(article.passages):
        if passage.depth or passage.dialogue:
            continue
        number = article.paragraph_of(passage.span.start)
        places.note(found)
        if _claimed([found[k] for k in places.of(number)], passage):
            continue
        paragraph = article.paragraphs[number]
        alone = _alone(article, passage, paragraph)
        sentence_like = reads_like_a_sentence(article.text, passage, paragraph) or _answers_in_a_word(
            article, passage
        )
        if (signed := signature_in_brackets(article, passage)) is not None:
            found.append(Report("signature", passage.inner, None, (i,), source=signed, rank=6))
            continue
        if not alone and _behind_a_link(article, passage) and _widen(article, found, i, paragraph):
            continue
        if not sentence_like and not alone and _main_clause(article, passage):
            if (report := _carried_on(article, found, places, i, number, alone)) is not None:
                found.append(report)
            continue
        if (not sentence_like and not alone) or _part_of_a_sentence(article, passage):
            continue
        if not alone and _like_a_title(article, passage) and not whose_cry(article, passage, number):
            continue
        if (turn := turn_of(article, found, i, number, alone)) is not None:
            found.append(turn)
            continue
        if not alone and _widen(article, found, i, paragraph):
            continue
        if alone and (heading := intertitle(article, found, i)) is not None:
            found.append(heading)
            continue
        if alone and is_intertitle(article, passage):
            continue
        if not sentence_like and not passage.continues:
            continue
        if (signed := signature(article, passage, number, alone)) is not None:
            found.append(Report("signature", passage.inner, None, (i,), source=signed, rank=6))
            continue
        report = _carried_on(article, found, places, i, number, alone)
        found.append(report or _of_who_spoke_there(adjacent(article, i, number), found))
    places.note(found)
    found += _headings_of_the_rest(article, found, places)
    return with_speakers_of_headlines(article, found)


class _Places:
    """In which paragraphs reports are, so that those beside a passage are found without reading all.

    A report that is widened stays in its paragraph.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._numbers: dict[int, list[int]] = {}
        self._noted = 0

    def note(self, reports: Sequence[Report]) -> None:
        """Note the reports that were added since."""
        for k in range(self._noted, len(reports)):
            content = reports[k].content
            first, last = map(
                self._article.paragraph_of, (content.start, max(content.end - 1, content.start))
            )
            for number in range(first, last + 1):
                self._numbers.setdefault(number, []).append(k)
        self._noted = len(reports)

    def of(self, number: int) -> Sequence[int]:
        """Return the reports that touch a paragraph, by their index."""
        return self._numbers.get(number, ())


def _of_who_spoke_there(report: Report, found: Sequence[Report]) -> Report:
    """« La police cherche un témoin, a dit le préfet. ¶ « Rien n'est sûr. » »: of that sentence the préfet spoke."""
    if report.source is None:
        return report
    spoken = (
        k
        for k, r in enumerate(found)
        if r.rule == "incise"
        and r.source is not None
        and r.sentence == report.source.sentence
        and r.content.end <= report.content.start
    )
    same = next(spoken, None)
    return report if same is None else replace(report, source=None, same_as=same)


def _headings_of_the_rest(article: Article, found: Sequence[Report], places: _Places) -> list[Report]:
    """Return the intertitles whose words stand further on among those that carry a speaker on."""
    headings: list[Report] = []
    for i, passage in enumerate(article.passages):
        if passage.depth or passage.dialogue:
            continue
        number = article.paragraph_of(passage.span.start)
        if _claimed([found[k] for k in places.of(number)], passage):
            continue
        paragraph = article.paragraphs[number]
        announced = intertitle if _alone(article, passage, paragraph) else in_heading
        if (heading := announced(article, found, i)) is not None:
            headings.append(heading)
    return headings


def _main_clause(article: Article, passage: Passage) -> bool:
    """« Même si l'eau manque, « rien ne nous y oblige ». »: the sentence's own clause, behind what it concedes.

    Or behind what it is about: « Sur les autres lignes, « la régie prévoit un train sur deux ». »
    """
    before = article.text[max(passage.span.start - 3, 0) : passage.span.start].rstrip("\u00a0\u202f ")
    behind = article.text[passage.span.end : passage.span.end + 1]
    index = sentence_at(article, passage.span.start - 2, passage)
    if not before.endswith(",") or behind != "." or index is None:
        return False
    sentence = article.sentences[index]
    opening = sentence.words[0].text.lower()
    finite = [
        w
        for w in [sentence.root, *sentence.children(sentence.root, "aux", "cop")]
        if passage.inner.contains(w.span)
    ]
    subject = sentence.child(sentence.root, "nsubj")
    own = subject is not None and passage.inner.contains(subject.span)
    return opening in _CONCEDING | _ABOUT and own and any(w.feat("VerbForm") == "Fin" for w in finite)


_ABOUT = {"sur", "quant", "concernant", "côté"}
_CONCEDING = {"même", "si", "s'", "s’", "quand", "lorsque", "bien", "malgré", "mais"}


def _behind_a_link(article: Article, passage: Passage) -> bool:
    """« « Non », dit Luc Roux. Mais « il faut bien commencer ». »: a clause of his, behind nothing but a link."""
    index = sentence_at(article, passage.span.start - 2, passage)
    if index is None or passage.inner.end - passage.inner.start < 12:
        return False
    sentence = article.sentences[index]
    lead = article.text[sentence.span.start : passage.span.start]
    closed = article.text[passage.span.end : passage.span.end + 1] in {".", "!", "?", "…", "", "\n"}
    whole = closed or passage.inner.of(article.text)[-1:] in ".!?…"
    if not whole or not _links(lead):
        return False
    bearers = [sentence.root, *sentence.children(sentence.root, "aux", "cop")]
    own = all(passage.inner.contains(w.span) for w in bearers)
    return own and any(w.feat("VerbForm") == "Fin" for w in bearers)


_LINKS = {
    "et puis",
    "pour cela",
    "pour ça",
    "pour ce faire",
    "malgré cela",
    "en clair",
    "du coup",
    "alors",
    "résultat",
    "d'autant que",
    "parce que",
    "sauf que",
}


_NAME_AT_MOST = 3
"""How many words a name may have that ends like a cry."""


def _answers_in_a_word(article: Article, passage: Passage) -> bool:
    """« A-t-elle menti ? « Non. » »: one word, and its stop, right behind a question."""
    inner = passage.inner.of(article.text)
    asked = article.text[max(passage.span.start - 3, 0) : passage.span.start].rstrip().endswith("?")
    return asked and inner[:1].isupper() and inner[-1:] in ".!…"


def _part_of_a_sentence(article: Article, passage: Passage) -> bool:
    """« « L'heure des sorcières » commence avant minuit »: the author's sentence goes on behind the marks."""
    inner = passage.inner.of(article.text)
    goes_on = _GOES_ON.match(article.text[passage.span.end : passage.span.end + 3]) is not None
    named = len(inner.split()) <= _NAME_AT_MOST and inner[-1:] in "!?…"  # « « En marche ! » a réagi »
    return goes_on and (inner[-1:] not in ".!?…" or named or _INITIAL.search(inner) is not None)


def _like_a_title(article: Article, passage: Passage) -> bool:
    """« « Les Oubliés du quai », texte et mise en scène de X »: a few words, a comma, and no verb of saying."""
    inner = passage.inner.of(article.text)
    behind = article.text[passage.span.end : passage.span.end + 1]
    if is_title(article, passage):
        return True  # « autour de son film : « Le Bout du chemin » »
    return behind == "," and inner[-1:] not in ".!?…," and len(inner.split()) < 8


def _one_paragraph(article: Article, one: Span, other: Span) -> bool:
    return article.paragraph_of(one.start) == article.paragraph_of(other.start)


def _right_after(article: Article, report: Report, marker: Span) -> bool:
    """« « … », a dit Luc Roux. ¶ À ses yeux, … »: a paragraph that opens so, behind one that his words close."""
    number = article.paragraph_of(report.content.start)
    if number + 1 >= len(article.paragraphs) or article.paragraphs[number + 1].start != marker.start:
        return False
    rest = article.text[end_of(report) : article.paragraphs[number].end]
    return report.rule in {"incise", "colon"} and not _new_sentence(rest)


def _with_earlier_speakers(article: Article, reports: Sequence[Report]) -> list[Report]:
    """« Et d'ajouter : « … » »: the speaker of the report that ended last before."""
    found = list(reports)
    for position, report in enumerate(found):
        if report.carries_on:
            cue = report.cue or report.content
            earlier = [
                k
                for k, r in enumerate(found)
                if r is not report
                and r.content.end <= cue.start
                and r.stance != "hearsay"
                and (
                    report.rule != "marker"
                    or _one_paragraph(article, r.content, cue)
                    or _right_after(article, r, cue)
                )
                and (report.cue is not None or _next_sentence(article, r.content, cue))
            ]
            last = max(earlier, key=lambda k: found[k].content.end, default=None)
            since = (
                report.source is not None
                and last is not None
                and end_of(found[last]) < report.source.span.start
            )
            if last is not None and not since:
                found[position] = replace(report, source=None, same_as=last)
    return found


def _next_sentence(article: Article, one: Span, other: Span) -> bool:
    """« Luc Roux : « Tout va bien ». Son conseil : « Patientez » »: no sentence about another one between them."""
    return len(_END.findall(article.text[one.end : other.start])) < 2


def _claimed(reports: Iterable[Report], passage: Passage) -> bool:
    start, end = passage.inner.start, passage.inner.end
    near = [r for r in reports if r.content.start < end and start < r.content.end]
    return any(
        (_mostly(r.content, passage.inner) and r.stance != "hearsay" and not _told_inside(r, passage))
        or (
            r.rule == "incise_inside" and 0 <= r.content.start - start < 3
        )  # « « On attend, dit le président. »
        for r in near
    )


def _told_inside(report: Report, passage: Passage) -> bool:
    """« On nous presse de donner notre avis »: a report within somebody's words does not say whose those are."""
    inside = report.cue is not None and passage.inner.contains(report.cue)
    return inside and report.rule != "incise_inside" and passage.inner.contains(report.content)


def _mostly(outer: Span, inner: Span) -> bool:
    overlap = min(outer.end, inner.end) - max(outer.start, inner.start)
    return 2 * overlap >= len(inner)


def _alone(article: Article, passage: Passage, paragraph: Span) -> bool:
    before = article.text[paragraph.start : passage.span.start]
    after = article.text[passage.span.end : paragraph.end]
    return not _WORDS.search(before) and not _WORDS.search(after)


def _widen(article: Article, reports: list[Report], index: int, paragraph: Span) -> bool:
    """Let the report next to a passage in its paragraph take it in, if nothing stands between."""
    passage = article.passages[index]
    for position, report in enumerate(reports):
        if not paragraph.contains(report.content) or not report.passages or report.stance == "hearsay":
            continue
        end = end_of(report)
        if report.content.end <= passage.span.start:
            gap = article.text[min(end, passage.span.start) : passage.span.start]
            between = [
                r for r in reports if r is not report and r.cue and end <= r.cue.start < passage.span.start
            ]
            if between or len(_WORDS.findall(gap)) > 12 or is_answered(article, report, passage):
                continue
            if _new_sentence(gap) or _reporters_own(article, report, gap):
                continue
            if asked_between(article, end, passage.span.start):
                continue
            if presents_another(article, passage, article.paragraph_of(passage.span.start), end):
                continue
            cut = (*report.cut, Span(report.content.end, passage.inner.start))
            reports[position] = replace(
                report,
                content=Span(report.content.start, passage.inner.end),
                cut=cut,
                passages=(*report.passages, index),
            )
            return True
        of_another = _answers(article, report) or asks(article, report) or is_question(article, passage.inner)
        if passage.span.end <= report.content.start and not of_another:
            gap = article.text[passage.span.end : report.content.start].strip('«“" \u00a0\u202f')
            if _NOTHING.fullmatch(gap):
                reports[position] = replace(
                    report,
                    content=Span(passage.inner.start, report.content.end),
                    passages=(index, *report.passages),
                )
                return True
    return False


def _answers(article: Article, report: Report) -> bool:
    """« « Vous mentez ! » « Pas du tout », réplique l'adjoint »: what stands before a reply is somebody else's."""
    return "replying" in categories(article, report)


def _new_sentence(gap: str) -> bool:
    """Tell whether a sentence of the author's own stands in a gap: a stop with words behind it."""
    parts = _STOP.split(gap)
    return len(parts) > 1 and any(_WORDS.search(part) and not _links(part) for part in parts[1:])


def _reporters_own(article: Article, report: Report, gap: str) -> bool:
    """« « J'ai eu peur. » La présidente insiste. « De quoi ? » »: a sentence behind words that end with their stop."""
    closed = (
        report.content.of(article.text)[-1:] in {".", "!", "?", "…"} and end_of(report) == report.content.end
    )
    return closed and _WORDS.search(gap) is not None and not _links(gap.strip('»”" \u00a0\u202f'))


def _links(text: str) -> bool:
    """« Mais », « D'ailleurs, »: nothing of the author's own."""
    lead = text.strip(' ,«“"\u00a0\u202f').replace("’", "'")
    return is_connective(lead + ",") or lead.lower() in _LINKS


def _innermost(reports: Sequence[tuple[int, Report]], position: int, last: Report) -> tuple[int, Report]:
    """« « Rien », a dit Luc Roux, d'après L'Écho. « Et rien d'autre. » »: words of his, not the paper's."""
    if last.rule != "marker" or last.passages:
        return position, last
    within = [(k, r) for k, r in reports if r is not last and r.passages and last.content.contains(r.content)]
    return max(within, key=lambda item: item[1].content.end, default=(position, last))


def _carried_on(
    article: Article, reports: list[Report], places: _Places, index: int, number: int, alone: bool
) -> Report | None:
    """Return the passage as the words of the last speaker of this paragraph or of the one before."""
    passage = article.passages[index]

    def within(number: int) -> list[tuple[int, Report]]:
        paragraph = article.paragraphs[number]
        own = ((k, reports[k]) for k in places.of(number))
        return [(k, r) for k, r in own if paragraph.contains(r.content)]

    def earlier(number: int) -> list[tuple[int, Report]]:
        return [
            (k, r)
            for k, r in within(number)
            if r.content.end <= passage.span.start and r.stance != "hearsay" and r.rule != "heading"
        ]

    here = earlier(number)
    if here:
        position, last = _innermost(here, *max(here, key=lambda item: item[1].content.end))
        if presents_another(article, passage, number, end_of(last)) or is_answered(article, last, passage):
            return None
        if silence_between(article, end_of(last), passage.span.start):
            return None
        return Report("continued", passage.inner, None, (index,), same_as=position, rank=6)
    if not alone and not passage.continues:
        return None
    if number == 0:
        return None
    if near := earlier(number - 1):
        position, last = max(near, key=lambda item: item[1].content.end)
        if asks(article, last, passage) or reacts(article, passage, number - 1, end_of(last)):
            return None
        return Report("continued", passage.inner, None, (index,), same_as=position, rank=6)
    behind = within(number + 1) if number + 1 < len(article.paragraphs) else ()
    following = [(k, r) for k, r in behind if r.rule in {"incise", "incise_inside"} and r.passages]
    if following:
        position, _ = min(following, key=lambda item: item[1].content.start)
        return Report("announced", passage.inner, None, (index,), same_as=position, rank=6)
    return None
