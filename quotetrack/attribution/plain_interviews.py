"""Interviews printed without dashes, labels or marks: questions, and the answers of whoever is interviewed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Reference, Report
from quotetrack.lexicon.people import is_first_name
from quotetrack.model import Span

_FULL_NAME = (
    r"(?P<first>\p{Lu}[\p{L}-]+)[ \p{Z}](?:(?:de|du|le|la|van|von|ben|el)[ \p{Z}])?\p{Lu}[\p{L}'’-]++"
)
_MET_WITH = regex.compile(
    r"\b(?i:entretien|entrevue|interview|rencontre|conversation)[ \p{Z}](?:\p{Ll}+[ \p{Z}])?avec[ \p{Z}]"
    rf"(?:[\p{{Ll}}'’, -]{{1,60}}[ \p{{Z}}])?(?<!\b(?:de|du|des)[ \p{{Z}}])(?P<name>{_FULL_NAME})"
    r"(?![ \p{Z}]et[ \p{Z}]\p{Lu})"
)
"""« Entretien avec Odile Garnier », « Rencontre avec la cheffe Odile Garnier », not « avec les fils de Luc Roux »."""
_HEADLINE = regex.compile(
    rf"(?P<name>{_FULL_NAME})(?:[ \p{{Z}}]\([^()\n]{{2,40}}\))?[\s\p{{Z}}]*:[\s\p{{Z}}]*[«“\"]"
)
"""« Odile Garnier (Vars) : « On a tenu » »."""
_YOU = regex.compile(r"(?<!\w)(?:vous|votre|vos|tu|ton|tes)(?!\w)", regex.IGNORECASE)
_I = regex.compile(r"(?<!\w)(?:je|mon|ma|mes|moi|me)(?!\w)|(?<!\w)[jm]['’]", regex.IGNORECASE)
_WE = regex.compile(r"(?<!\w)(?:nous|notre|nos|on)(?!\w)", regex.IGNORECASE)
_TO_THE_REPORTER = regex.compile(
    r"(?:vous savez|vous voyez|vous imaginez|si vous|comme vous)\b", regex.IGNORECASE
)
_LONGEST_QUESTION = 400


def plain_answers(
    article: Article, parsed_at: Callable[[Article, Span], tuple[int | None, int | None]]
) -> list[Report]:
    """« Entretien avec Odile Garnier // Comment allez-vous ? // Je tiens bon. // Et demain ? // … »: what she answers.

    Only where the article says with whom it is, three questions are answered, and questions and answers read as such
    (« vous », « je »). What stands between answers and may be another question is left alone.
    """
    asked = [n for n, p in enumerate(article.paragraphs) if _asks(article, p)]
    if len(asked) < _AT_LEAST or asked[0] == 0:
        return []
    whom = _interviewed(article, article.paragraphs[asked[0]].start)
    if whom is None:
        return []
    addressed = sum(_YOU.search(article.paragraphs[n].of(article.text)) is not None for n in asked)
    answers = _answers(article, asked)
    personal = [_I.search(a.of(article.text)) or _WE.search(a.of(article.text)) for a in answers]
    if len(answers) < _AT_LEAST or 2 * addressed < len(asked) or 2 * sum(map(bool, personal)) < len(answers):
        return []
    source = Reference(whom, *parsed_at(article, whom))
    return [Report("plain_answer", answer, None, (), source=source, rank=6) for answer in answers]


_AT_LEAST = 3
"""How many questions, and answers, make an interview."""


def _asks(article: Article, paragraph: Span) -> bool:
    words = paragraph.of(article.text)
    return words.endswith("?") and len(words) <= _LONGEST_QUESTION and words[:1] not in '«“"—–-'


def _interviewed(article: Article, before: int) -> Span | None:
    """Return where the article names whom it interviews: in its headline, or behind « entretien avec »."""
    start = article.document.body.start
    for match in (
        _HEADLINE.match(article.text, start, before),
        _MET_WITH.search(article.text, start, before),
    ):
        if match is not None and is_first_name(match["first"]):
            return Span(*match.span("name"))
    return None


def _answers(article: Article, asked: Sequence[int]) -> list[Span]:
    """Return the paragraphs that answer: those right behind a question, and more of the same person's."""
    found: list[Span] = []
    questions = set(asked)
    just_asked = False
    for number, paragraph in enumerate(article.paragraphs[asked[0] :], start=asked[0]):
        words = paragraph.of(article.text)
        own = _I.search(words) is not None
        you = _YOU.search(words) is not None and _TO_THE_REPORTER.match(words) is None
        if number in questions and not (just_asked and own and not you):
            just_asked = True
        elif _is_heading(words):
            continue
        elif just_asked or (own and not you):
            found.append(paragraph)
            just_asked = False
        else:
            just_asked = you and not own and _WE.search(words) is None and len(words) <= _LONGEST_QUESTION
    return found


def _is_heading(words: str) -> bool:
    """« Une saison de fou », « Propos recueillis par Anne Roux »: neither a question nor an answer."""
    return words[-1:] not in '.!?…»”"' and len(words.split()) <= 10
