"""Who signs quoted words: « … » — Jean Roux, « … » (Jean Roux, maire), a name in the paragraph above or below."""

from __future__ import annotations

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Reference
from quotetrack.lexicon.people import is_first_name, is_title
from quotetrack.model import Passage, Span

_NAME = (
    r"(?P<name>(?P<first>\p{Lu}[\p{L}.-]+)"
    r"(?:[ \p{Z}](?:de|du|Le|La|van|von|\p{Lu}[\p{L}'’-]+)){1,3})"
)
_SIGNED = regex.compile(r"[\s\p{Z}]*[—–(,-]?[\s\p{Z}]*" + _NAME + r"(?:,[^.!?«»:\n]{0,90})?\)?[\s\p{Z}]*$")
_HEADED = regex.compile(
    r"(?:\p{Lu}[^.!?«»:\n]{2,40}[\s\p{Z}]*:[\s\p{Z}]*)?"
    + _NAME
    + r"(?:[\s\p{Z}]*\([^()\n]{2,60}\))?(?:(?:,|[\s\p{Z}][-–—][\s\p{Z}])[^.!?«»:\n]{2,60})?[\s\p{Z}]*:?[\s\p{Z}]*"
)
_BRACKETED = regex.compile(r"[\s\p{Z}]*\(" + _NAME + r"(?:,[^()«»\n]{0,90})?\)")
_WHOSE = regex.compile(
    r"[.\s\p{Z}]*(?:La|Cette|Le|Ces|Les)[ \p{Z}](?:phrase|formule|mots?|citation|boutade|pique|saillie|tirade|sentence)"
    r"s?[ \p{Z}](?:est|était|sont)[ \p{Z}](?:signée?s?|d[eu]|d['’])[ \p{Z}]?(?:[\p{Ll}'’ -]{1,40}[ \p{Z}]|"
    r"[\p{Ll}'’ -]{1,40},[ \p{Z}])?" + _NAME
)
_TITLE_AT_MOST = 7
"""How many words a title that is a sentence may have: « On ne badine pas avec l'amour »."""
_WORDS = regex.compile(r"\w+")


def signature(article: Article, passage: Passage, number: int, alone: bool) -> Reference | None:
    """Return who signs quoted words that stand alone in their paragraph or end it, or whose the next sentence says."""
    above = _named_above(article, number) if alone else None
    return above or _named_behind(article, passage, number) or _told_whose(article, passage, number)


def signature_in_brackets(article: Article, passage: Passage) -> Reference | None:
    """« « Rien n'est joué » (Jean Roux), « il faut y croire » (Léa Blin) »: said in a list, each by a name.

    The words have a verb of their own: « L'homme qui rit » (Victor Hugo) is a title and who wrote it.
    """
    name = _bracketed(article, passage)
    if name is None:
        return None
    paragraph = article.paragraphs[article.paragraph_of(passage.span.start)]
    listed = [article.passages[i] for i in article.passages_in(paragraph)]
    said = any(_says_something(article, p) for p in listed if _bracketed(article, p) is not None)
    return Reference(name) if said else None


def _bracketed(article: Article, passage: Passage) -> Span | None:
    match = _BRACKETED.match(article.text, passage.span.end, passage.span.end + 140)
    return Span(*match.span("name")) if match is not None and _is_person(match) else None


def _says_something(article: Article, passage: Passage) -> bool:
    inner = passage.inner.of(article.text)
    return (inner[:1].islower() or len(inner.split()) > _TITLE_AT_MOST) and any(
        word.stand_in or (word.feat("VerbForm") == "Fin" and word.deprel != "acl:relcl")
        for sentence in article.sentences
        if sentence.span.start < passage.span.end and passage.span.start < sentence.span.end
        for word in sentence.words
        if passage.inner.contains(word.span)
    )


def _named_above(article: Article, number: int) -> Reference | None:
    """« Le plus déçu : Alain Roux (Lille) ¶ « … » »: a paragraph that is a label and a name, then words alone.

    « Alain Roux (Lille) – entraîneur ¶ « … » » as well.
    """
    if number == 0:
        return None
    above = article.paragraphs[number - 1]
    match = _HEADED.fullmatch(article.text, above.start, above.end)
    return Reference(Span(*match.span("name"))) if match is not None and _is_person(match) else None


def _named_behind(article: Article, passage: Passage, number: int) -> Reference | None:
    """« … » — Jean Roux; « … » (Jean Roux, maire); or the name alone in the paragraph behind."""
    stretch = Span(passage.span.end, article.paragraphs[number].end)
    if not _WORDS.search(stretch.of(article.text)) and number + 1 < len(article.paragraphs):
        stretch = article.paragraphs[number + 1]
    match = _SIGNED.match(article.text, stretch.start, stretch.end)
    return Reference(Span(*match.span("name"))) if match is not None and _is_person(match) else None


def _told_whose(article: Article, passage: Passage, number: int) -> Reference | None:
    """« « Je ne voterai pas. » La phrase est signée Anne Roux. », « La formule est du maire, Luc Roux »."""
    match = _WHOSE.match(article.text, passage.span.end, article.paragraphs[number].end)
    return Reference(Span(*match.span("name"))) if match is not None and _is_person(match) else None


def _is_person(match: regex.Match[str]) -> bool:
    return is_first_name(match["first"]) or is_title(match["first"])
