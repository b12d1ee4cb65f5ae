"""Stretches of text: where they begin and end, and what stands in front of them or behind and is passed over."""

from __future__ import annotations

from functools import lru_cache

import regex

from quotetrack.lexicon.roles import noun_alone
from quotetrack.model import Span

_DOUBLED = r"''|[‘’]{2}|``"
_EDGE_WORDS = regex.compile(
    rf"^(?:[\s\p{{Z}}\p{{Cf}},;:\-–—)\]«»“”\"„‹›]|{_DOUBLED})+|(?:[\s\p{{Z}}\p{{Cf}},;:\-–—(\[«»“”\"„‹›]|{_DOUBLED})+$"
)
_TAIL = regex.compile(
    rf"(?r)(?:[\s\p{{Z}}\p{{Cf}},;:\-–—(\[«»“”\"„‹›]|{_DOUBLED})+"
)  # read backwards, from the end
_PAPER = r"(?:(?:[Ll]e|[Ll]a|[Ll]es|[Ll]')\s?)?[\p{Lu}\d][^,«“\".;:]{1,60}(?=,)"
"""A capital, an article before it: « La Gazette de la Mortagne, »."""
_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_DATE = (
    r"\d{1,2}(?:er)?[\s\p{Z}](?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
    r"(?:[\s\p{Z}]\d{4})?"
)
_COMMENT = regex.compile(
    r"\s*,\s*(?:(?:qui|dont|où|auteure?|interrogée?|citée?|cités|joint|jointe)\b|\d+[\s\p{Z}]ans\b)"
    r"(?:[^,«»“”\".;:]|«[^«»]{1,60}»|“[^“”]{1,60}”|\"[^\"]{1,60}\")*(?=,)"
    r"|\s*,\s*(?:du|de (?:la|l'))\b[^,«“\".;:]{3,60}(?=,)"
    r"|(?:\s*,\s*(?:et\s+)?|\s*)\b(?:publié|paru|diffusé|dévoilé|mené|réalisé|présenté|consulté|relayé|obtenu|rendu|révélé|commandé|daté"
    r"|communiqué|établi|effectué|transmis|revendiqué|avancé|fourni|donné|livré|rapporté|annoncé|compilé|collecté|recueilli|cité|divulgué|rencontré|interrogé|contacté|interviewé|sondé|joint"
    r"|présent|entendu)e?s?\b[^,«“\".;:]*(?=[,.])"
    r"|\s+(?:s'exprimant|parlant|ayant requis|requérant|souhaitant|tenant à)\b[^,«“\".;:]{0,70}(?=,)"
    r"|\s*,?\s+dans\s(?:une?|son|sa|leur)\s(?:entretien|interview|tribune|communiqué"
    r"|billet|éditorial)\b(?:[^,«»“”\".;:]|«[^«»]{1,60}»|“[^“”]{1,60}”)*(?=[,.])"
    r"|\s*,\s*\p{Ll}[\p{L}-]+(?=,)"
    rf"|\s*,\s*(?:(?:le|ce)\s)?(?:{_DAY}(?:[\s\p{{Z}}]{_DATE})?|{_DATE})(?=,)"
    r"|\s*,?\s+(?:dans|sur|au micro de|chez)\s+(?:les colonnes (?:de |du |d')|un entretien (?:à |au )"
    rf"|une interview (?:à |au ))?{_PAPER}"
    r"|\s*,\s*(?:du|d['’]|de(?:\s+la|\s+l['’])?)\s*\p{Lu}[^,«“\".;:]{1,60}(?=,)"
    r"|\s+(?:en (?:poste|charge|fonction)|à|au|basée?s?|installée?s?)\b[^,«“\".;:]{0,60}(?=,)"
    r"|\s+(?:que|qu'|dont|qui|auquel|à laquelle|auxquels|auxquelles|à qui)(?=[\s\p{L}])"
    r"(?:[^,«»“”\".;:]|«[^«»]{1,40}»|“[^“”]{1,40}”|\"[^\"]{1,40}\"){3,120}(?=,)"
)
_TRADE = regex.compile(r"\s*,\s*(?P<noun>\p{Ll}[\p{L}-]+)[^,«“\".;:]{0,60}(?=,)")
_CLAUSE_BEHIND = (
    r"(?=,\s(?:(?:les?|la|une?|des|ces?|cette|son|sa|ses|leurs?|il|elle|on|ils|elles|l'|c')\b|[«“\"]))"
)
_WITH_ARTICLE = r"\s*,\s*(?:(?:le|la|son|sa|leur|une?)\s|l')(?P<noun>\p{Ll}[\p{L}-]+)"
_APPOSED = regex.compile(rf"{_WITH_ARTICLE}[^,«“\".;:]{{0,60}}{_CLAUSE_BEHIND}")
_ONE_OF = regex.compile(
    rf"\s*,\s*l'une?\s(?:des|de\s(?:ses|leurs|nos|ces))\b[^,«“\".;:]{{3,70}}{_CLAUSE_BEHIND}"
)
"""« Selon Anne Roux|, l'une des mères contactées ce matin, la classe fermera »."""
_BEFORE_COLON = regex.compile(
    _WITH_ARTICLE
    + r"(?:\s(?:d'|(?:de|du|des)\s)(?:la\s|l'|une?\s|ses\s|son\s|sa\s)?[\p{L}\d-]+)*(?=\s?:\s?[«“\"])"
)
"""« Selon Farid|, le père d'un élève : « … » »."""
_NAME_BEFORE = regex.compile(r"(?r)\p{Lu}[\p{L}'-]+\s\p{Lu}[\p{L}'-]+")
CONNECTIVE = regex.compile(
    r"(?:(?:mais|or|et|car|donc|ainsi|cependant|toutefois|néanmoins|pourtant|d'ailleurs|en outre"
    r"|par ailleurs|en revanche"
    r"|par contre|au contraire|de plus|du reste|de même|mieux encore|pis encore|enfin|ensuite|puis|en effet|en fait"
    r"|par conséquent|en conséquence|bref|surtout|reste que|autrement dit|[àa] l'inverse|dans le même temps|dès lors"
    r"|en même temps|pour cause|[àa] ce titre|c'est pourquoi|au final|au bilan"
    r"|dans ce sens|dans ce contexte|pour autant|bien sûr|certes|quant à lui|de son côté|pour sa part)"
    r"(?=[\s\p{Z},])[\s\p{Z},]*)+",
    regex.IGNORECASE,
)


@lru_cache(maxsize=1)
def straight(text: str) -> str:
    """Return an article's text with straight apostrophes: it is asked for again and again; no place in it changes."""
    return text.replace("’", "'")


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
    match = CONNECTIVE.match(straight(text), span.start, span.end)
    if match and match.end() < span.end:
        return trimmed(Span(match.end(), span.end), text)
    return span


def is_connective(text: str) -> bool:
    """Tell whether nothing but connectives stands in a stretch: « En outre, »."""
    return CONNECTIVE.fullmatch(text.replace("’", "'").strip() + ",") is not None


def past_comment(text: str, end: int, limit: int) -> int:
    """Return where the comment on a source ends: « Pour X, qui n'a pas participé aux travaux, « … » ».

    « Pour Farid, 32 ans, cariste, … », « D'après une étude publiée mardi, … » as well.
    """
    text = straight(text)
    while match := _COMMENT.match(text, end, limit) or _trade(text, end, limit):
        end = match.end()
    when = _WHEN.match(text, end, limit)
    return when.end() if when else end


_WHEN = regex.compile(
    rf"\s+(?:ce\s|dès\s)?(?:{_DAY}|hier)"
    r"(?:\s(?:matin|midi|soir|après-midi|dernier))?(?=\s*[.]?$)"
)
"""« selon la préfecture | lundi soir. »: when it was said closes the sentence."""


def opened_bracket(text: str, at: int) -> int | None:
    """Return where the bracket opens that a position stands in, or None; brackets are short."""
    opened = text.rfind("(", max(at - _LONGEST_BRACKET, 0), at)
    return opened if opened >= 0 and not _LEAVES_BRACKET.search(text, opened, at) else None


_LONGEST_BRACKET = 200
_LEAVES_BRACKET = regex.compile(r"[)\n]")


def past_closing_mark(text: str, end: int) -> int:
    """Return where a mark that closes right behind ends: « pour le journal « La Voix | » |, »."""
    match = _CLOSING.match(text, end)
    return match.end() if match else end


_CLOSING = regex.compile(r"[\s\p{Z}]?[»”]|\"(?!\p{L})")


def past_medium(text: str, end: int, limit: int) -> int:
    """Return where the paper in which somebody says it ends: « Pour Luc Roux dans La Gazette, … », or ``end``."""
    match = _IN_A_PAPER.match(straight(text), end, limit)
    return match.end() if match else end


_IN_A_PAPER = regex.compile(rf"\s+(?:dans|sur)\s+(?:{_PAPER}|{_PAPER.replace('(?=,)', '(?=[.]?$)')})")


def _trade(text: str, end: int, limit: int) -> regex.Match[str] | None:
    """« Farid |, cariste, », « Paul Roux |, son avocat, le dossier est vide »."""
    if (one := _ONE_OF.match(text, end, limit)) is not None:
        return one
    apposed = _NAME_BEFORE.match(text, max(end - 60, 0), end) is not None
    for form in (_TRADE, _BEFORE_COLON, _APPOSED) if apposed else (_TRADE, _BEFORE_COLON):
        match = form.match(text, end, limit)
        noun = noun_alone(match["noun"]) if match else None
        if noun is not None and noun.entry.kind == "person":
            return match
    return None


def without_final_stop(span: Span, text: str) -> Span:
    """Return a clause without its final full stop (those of quoted sentences stay: they are inside marks)."""
    end = span.end
    while end > span.start and (text[end - 1] in ".;:," or text[end - 1].isspace()):
        if text[end - 1] == "." and text[max(end - 3, 0) : end] == "...":
            break
        end -= 1
    return Span(span.start, end)
