"""By turns: whose words stand right behind a question, and which words are no longer the same speaker's."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotetrack.attribution.answers import who_was_asked
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import cues
from quotetrack.attribution.model import Report
from quotetrack.model import Passage, Span

_WORDS = regex.compile(r"\w+")
_TURNS_INSIDE = regex.compile(r"[.?!…][\s\p{Z}]+[—–][\s\p{Z}]*\p{Lu}")
"""« Où étiez-vous ? — Au café. »: two speak, within one pair of marks."""
_TO_SOMEBODY = regex.compile(r"(?:lui|leur|l['’])[\s\p{Z}]?\p{L}")
_YOU = regex.compile(r"(?<!\w)(?:vous|votre|vos)(?!\w)", regex.IGNORECASE)


def turn_of(
    article: Article, reports: Sequence[Report], index: int, number: int, alone: bool
) -> Report | None:
    """« « Pourquoi ? », demande la juge au prévenu. « J'ai eu peur. » »: whoever is asked, if the article says who.

    « « J'ai eu peur. » « De quoi ? » « Des autres. » » without a word between them: by turns, nothing tells whose.
    """
    passage = article.passages[index]
    if _TURNS_INSIDE.search(article.text, passage.inner.start, passage.inner.end):
        return Report("adjacent", passage.inner, None, (index,), rank=7)
    last = _last_before(article, reports, passage, number, alone)
    if last is None or _WORDS.search(article.text, end_of(last), passage.span.start):
        return None
    asked = asks(article, last, passage)
    if asked and last.sentence is not None:
        return Report("adjacent", passage.inner, None, (index,), source=who_was_asked(article, last), rank=7)
    if alone:
        return None  # a speech goes on from paragraph to paragraph, whatever it asks
    by_turns = is_question(article, last.content) and (last.cue is None or asked)
    if not by_turns and is_question(article, passage.inner):
        by_turns = any(
            r is not last and r.content.end <= last.content.start and asks(article, r, passage)
            for r in reports
            if article.paragraph_of(r.content.start) == number
        )
    return Report("adjacent", passage.inner, None, (index,), rank=7) if by_turns else None


def _last_before(
    article: Article, reports: Sequence[Report], passage: Passage, number: int, alone: bool
) -> Report | None:
    """Return the report that ended last before a passage, in its paragraph or, where it has one to itself, above."""
    nearest = article.paragraphs[number - 1 if alone and number else number].start
    earlier = [
        r
        for r in reports
        if nearest <= r.content.start and r.content.end <= passage.span.start and r.stance != "hearsay"
    ]
    return max(earlier, key=end_of, default=None)


def is_question(article: Article, words: Span) -> bool:
    """Tell whether words end with a question."""
    return words.of(article.text).rstrip("»” \u00a0\u202f").endswith("?")


def end_of(report: Report) -> int:
    """Return where a report ends: its words, its verb and its source."""
    parts = (report.content, report.cue, report.source.span if report.source else None)
    return max(part.end for part in parts if part is not None)


def asks(article: Article, report: Report, behind: Passage | None = None) -> bool:
    """« « Vous saviez ? », l'interroge la présidente. « Non, madame. » »: what follows a question is an answer.

    So it is where somebody is asked without marks: « Le juge demande au prévenu s'il savait. « Non. » ». What stands
    right before it is one as well: « « Je dormais. » « Vous y croyez ? », demande le président ».
    Not where it is asked of nobody: « Que faire ? », se demande la maire.
    """
    if report.cue is None:
        return False
    cue = report.cue.of(article.text).lower()
    if report.rule == "question_clause":
        told = report.addressee is not None or _TO_SOMEBODY.match(cue) is not None
        return told and behind is not None and not _YOU.search(behind.inner.of(article.text))
    if not is_question(article, report.content):
        return False
    if _TO_SOMEBODY.match(cue):
        return True
    asking = cue.endswith("savoir") or {"asking", "demanding"} & categories(article, report)
    return not cue.startswith(("se ", "s'", "s’")) and bool(asking)


def categories(article: Article, report: Report) -> set[str]:
    """Return what the lexicon says of the verb that is a report's cue."""
    at = report.sentence
    return set() if at is None else {c.category for c in cues(article, at) if c.span == report.cue}


def is_answered(article: Article, report: Report, passage: Passage) -> bool:
    """Tell whether words behind a report answer what it asks: they are somebody else's."""
    return (
        asks(article, report, passage)
        or _answers_you(article, report, passage)
        or _is_told_to(article, report, passage)
    )


def _is_told_to(article: Article, report: Report, passage: Passage) -> bool:
    """« Une attachée lui dit d'arrêter. « Je vais vous laisser. » »: perhaps his words who is told to."""
    if report.rule != "infinitive" or report.cue is None:
        return False
    told = report.cue.of(article.text).lower().startswith(("lui ", "leur "))
    return told and _I.search(passage.inner.of(article.text)) is not None


def _answers_you(article: Article, report: Report, passage: Passage) -> bool:
    """« « Vous l'avez vue ? », poursuit le juge. « Je dormais. » »: « vous » was asked, and « je » answers."""
    if report.cue is None or not is_question(article, report.content):
        return False
    last = report.content.of(article.text).rstrip("?»” \u00a0\u202f").rpartition(".")[2]
    answer = passage.inner.of(article.text)
    return (
        bool(_SOMEBODY_ASKED.search(last))
        and not _I.search(last)
        and bool(_I.search(answer))
        and not _SOMEBODY_ASKED.search(answer)
    )


_SOMEBODY_ASKED = regex.compile(r"\b(?:vous|votre|vos|tu|ton|tes)\b", regex.IGNORECASE)
_I = regex.compile(r"\b(?:je|moi|mon|ma|mes|me|nous)\b|\b[jm]['’]", regex.IGNORECASE)


def asked_between(article: Article, end: int, start: int) -> bool:
    """« « Cela aide. » Jusqu'à guérir ? « Peut-être. » »: the author asks, what follows is another answer."""
    gap = article.text[end:start].strip(' «»“”"\u00a0\u202f.')
    return gap.endswith("?") and gap[:1].isupper()


def is_spoken_to(text: str, words: Span, source: Span) -> bool:
    """« Le maire a les traits tirés. « Monsieur le maire, nous serons brefs » »: said to him, not by him."""
    match = _ADDRESS.match(text, words.start, words.end)
    if match is None:
        return False
    title, told = match["title"].lower(), source.of(text).lower()
    return title in told.split() or (title.startswith("président") and "chef de l" in told)


_ADDRESS = regex.compile(
    r"(?:Monsieur|Madame|M\.|Mme)[\s\p{Z}](?:le|la)[\s\p{Z}](?P<title>\p{L}+)", regex.IGNORECASE
)


def silence_between(article: Article, end: int, start: int) -> bool:
    """« « Il y a des traces », dit la juge. Long silence. Puis : « Oui. » »: who breaks it, nobody can tell."""
    return _SILENCE.search(article.text[end:start]) is not None


_SILENCE = regex.compile(
    r"[.!?…»”\"][\s\p{Z}]*(?:un[\s\p{Z}])?(?:\p{L}+[\s\p{Z}])?silence[\s\p{Z}]?[.…]", regex.IGNORECASE
)
