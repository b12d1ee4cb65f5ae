"""Markers that count in some places only: « Pour la CGT, c'est « une provocation » », « X, pour qui … »."""

from __future__ import annotations

import regex

from quotetrack.attribution.context import Article
from quotetrack.attribution.model import Reference
from quotetrack.attribution.speakers import (
    can_speak,
    is_person,
    speaking_noun,
)
from quotetrack.attribution.stretches import past_closing_mark, past_medium
from quotetrack.lexicon.institutions import institution, medium
from quotetrack.lexicon.people import is_first_name, is_title
from quotetrack.lexicon.tables import fold, word_class
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word

_CLAUSE_BEGINS = regex.compile(r"(?:[,;:]|\b(?:mais|et|or|car))$", regex.IGNORECASE)
_JUDGEMENT = regex.compile(
    r",[\s\p{Z}](?:(?:c'|il s'agit|cela|(?:ce|cette|cet|ces|le|la|les|l'|son|sa)[\s\p{Z}]?[^,.;:«»]{2,60})[\s\p{Z}]?"
    r"(?:est|sont|était|reste|constitue|relève|d[e'])[\s\p{Z}]?(?:bien |là |tout simplement |même |avant tout )?"
    r"(?:[\s\p{Z}]|d'|de |un |une |des )*)?"
)
_JUDGES = regex.compile(r"\b(?:est|sont|était|étaient|reste|restent|relève|constitue|faut|fallait)\b")


_SIDED_JUDGEMENT = regex.compile(
    r",[\s\p{Z}][^.;:«»\"]{3,140}[\s\p{Z}](?:est|sont|reste|restent|constitue|constituent|demeure|demeurent)[\s\p{Z}]"
    r"(?:bien |là |tout simplement |même |avant tout |donc |tout aussi )?(?:un |une |des )?"
)
"""« Pour la CSC, la pension à points voulue par le ministre est « inefficace » »: one word of a side will do."""


_FARES = regex.compile(
    r"[\s\p{Z}]*,[\s\p{Z}](?:cela (?:veut dire|signifie|représente)\b"
    r"|ça (?:ne )?(?:passe|va|coince|change)\b"
    r"|(?:c'|ce n'|ça (?:ne )?|ce )(?:est|était|sera|va|allait)[\s\p{Z}]"
    r"(?:(?:pas|plus|guère|beaucoup|bien|encore|aussi|tout|très|loin d'être|désormais)[\s\p{Z}])*"
    r"(?:mieux|pire|pareil|idem|différent|compliqué|difficile|dur|fini|terminé|l'inconnu|la même chose"
    r"|(?:la |le |l'|une? )(?:déception|soulagement|stupeur|joie|colère|délivrance|choc|consternation|désillusion"
    r"|cauchemar|galère|attente|incertitude|angoisse|fête|fin|début))\b)"
)
"""« Pour les éleveurs, ce n'est pas mieux »: how it goes for them, not what they think."""


_DEMANDS = regex.compile(
    r"[\s\p{Z}]*,[\s\p{Z}](?:il (?:faut|faudrait|fallait|s'agit|ne s'agit|n'est pas question|est (?:urgent|temps"
    r"|nécessaire|impératif|essentiel|primordial|inadmissible|inacceptable|hors de question|impensable))\b"
    r"|pas question|hors de question|le compte n'y est pas"
    r"|[^,.;:«»]{3,50}\b(?:doit|doivent|devrait|devraient)\b)"
)
"""« Pour la CGT, il faut augmenter les salaires »: what those who speak for people ask for."""


_SETTING = regex.compile(
    r"^[\s\p{Z}]*,[\s\p{Z}](?:à|en|dès|depuis|hier|ce|cette)[\s\p{Z}][^,«»\"]{2,25}(?=,)"
)
"""« Pour les voyageurs, à 8 heures, c'est la déception »: when it goes so."""


_PASSES = regex.compile(
    r"[\s\p{Z}]*,[\s\p{Z}](?:tout|(?:l'|la |le |les |cette |cet |ce |sa |son )(?:journée|aventure|histoire|saison"
    r"|course|route|matinée|semaine|soirée|nuit|vie|carrière|match|compétition|parcours|chemin|rêve|cauchemar|calvaire|combat"
    r"|année|attente))[\s\p{Z}](?:(?:avait|a|est|s'est)[\s\p{Z}])?(?:s'|se )?(?:commenc|début|démarr|arrêt|termin|fini"
    r"|achèv|bascul|dur|continu|poursui)\p{L}*"
)
"""« Pour Julie Rey, la journée commence à cinq heures »: what happens to her, not what she thinks."""


_VIEW = regex.compile(
    r"[\s\p{Z}]*,[\s\p{Z}](?:c'est|ce n'est (?:pas|plus)"
    r"|[^,.;:«»]{3,50}?\b(?:est|sont|reste|restent|constitue|constituent|relève|relèvent))[\s\p{Z}]"
    r"(?:(?:bien|là|tout simplement|avant tout|très|trop|totalement|purement|clairement)[\s\p{Z}])*"
    r"(?:d'|de la |de |du |une? |des )?"
    r"(?:(?:graves?|nouvel(?:le)?|nouveau|véritable|vraie?|réel(?:le)?|pure?|simple)[\s\p{Z}])?"
    r"(?P<view>\p{L}+)(?![\s\p{Z}](?:de|d')[\s\p{Z}]?(?:\d|deux|trois|quatre|cinq|dix|plusieurs|quelques))"
)
"""« Pour le syndicat, cette loi est un recul »: a judgement, without marks; « est un coup dur » is how it fares."""


def holds_of_whom(article: Article, sentence: Sentence, at: Span) -> bool:
    """« Nadia Roux, pour qui « rien n'est joué » »: quoted words, or a judgement with some."""
    relative = next((w for w in sentence.words if w.start >= at.end), None)
    if relative is None:
        return False
    behind = [p for p in article.passages if p.span.start >= relative.end and not p.depth]
    if not behind or behind[0].span.start >= sentence.span.end:
        return False
    between = article.text[relative.end : behind[0].span.start]
    if not between.strip() or _JUDGES.search(between) is not None:
        return True
    own = [w for w in sentence.words if relative.end <= w.start < behind[0].span.start]
    marked = [w for w in sentence.words if behind[0].inner.contains(w.span) and w.upos not in {"ADV", "PRON"}]
    says = bool(marked) and marked[0].feat("VerbForm") == "Fin"  # « pour qui la majorité « navigue à vue » »
    return says and "," not in between and not any(w.feat("VerbForm") == "Fin" for w in own)


def confirmed(article: Article, sentence: Sentence, bounds: Span, at: Span, source: Reference) -> bool:
    """A weak marker (« pour X, ») counts at a clause's beginning, before a person or a group and a comma."""
    before = article.text[bounds.start : at.start].strip()
    if before[-1:] in _ENDING_MARKS and _closes_a_judgement(article, sentence, bounds, at, source):
        return True
    if before and not _CLAUSE_BEGINS.search(before):
        return False
    end = past_closing_mark(article.text, source.span.end)
    told_in = past_medium(article.text, end, bounds.end)
    if _right_before_words(article, sentence, source):
        return True
    if not article.text[told_in : told_in + 3].lstrip().startswith(","):
        return False
    head = sentence.word(source.head) if source.head else None
    behind = article.text[end : end + 110].replace("’", "'")
    behind = _SETTING.sub("", behind)
    if head is None or _FARES.match(behind) or _PASSES.match(behind):
        return False
    if article.text[: bounds.end].rstrip()[-1:] == "?" and not article.passages_in(bounds, sentence.inside):
        return False  # « Et pour l'inspecteur, cité onze fois par les détenus ? »
    if fold(head.lemma) in word_class("times"):
        return False  # « pour la troisième semaine d'affilée en France, »
    quoted = any(p.span.start - source.span.end in {1, 2, 3} for p in article.passages)
    if (
        quoted
        and head.upos == "NOUN"
        and any(w.feat("PronType") == "Dem" for w in sentence.children(head, "det"))
    ):
        return True  # « Pour ce syndiqué, « … » »
    if _judges_in_marks(article, sentence, source, head):
        return True
    if (_DEMANDS.match(behind) or _is_view(behind)) and _takes_sides(sentence, head):
        return True
    named = [w for w in sentence.words if source.span.contains(w.span)]
    if any(w.lemma in _ASKED and w.feat("VerbForm") == "Part" for w in named):
        return True
    return is_person(sentence, head, article.text) or any(
        (is_first_name(w.text) and sentence.word(max(w.id - 1, 1)).text.lower() not in _BEFORE_THINGS)
        or is_title(w.text)
        for w in named
    )


_BEFORE_THINGS = frozenset({"un", "une", "ce", "cette", "en", "à", "au", "de", "d'", "du"})
"""« pour un Noël en famille, », « pour les trains à destination de Madrid, »: no first names."""


_ENDING_MARKS = frozenset({"»", "”", '"', ","})


def _closes_a_judgement(
    article: Article, sentence: Sentence, bounds: Span, at: Span, source: Reference
) -> bool:
    """« Une « insupportable provocation » pour le PCF », « « Un déni », pour la gauche. »: no verb, nothing behind."""
    head = sentence.word(source.head) if source.head else None
    if head is None or _right_in_front(article, bounds, at) is None:
        return False
    if one_of_several(article, bounds, at, source) is not None:
        return True
    if not can_speak(sentence, head) and medium(source.span.of(article.text)) is None:
        return False
    paragraph = article.paragraphs[sentence.paragraph]
    told_in = past_medium(article.text, source.span.end, bounds.end)  # « pour Anne Roux dans La Gazette. »
    behind = article.text[told_in : min(bounds.end, paragraph.end)]
    closed = not any(c.isalnum() for c in behind)
    return closed and not any(w.feat("VerbForm") == "Fin" and not w.stand_in for w in sentence.words)


def one_of_several(article: Article, bounds: Span, at: Span, source: Reference) -> int | None:
    """« « un roc » pour Le Progrès, « un puncheur » pour L'Union »: which words are L'Union's, whatever the verb."""
    number = _right_in_front(article, bounds, at)
    if number is None:
        return None
    start = article.passages[number].span.start
    behind = _BEFORE_ANOTHERS.match(article.text, source.span.end, bounds.end)
    if behind is not None or _BEHIND_ANOTHERS.search(article.text, bounds.start, start) is not None:
        return number
    if medium(source.span.of(article.text)) is None or at.of(article.text).lower() != "pour":
        return None
    first = start == bounds.start and _BEFORE_OTHERS.match(article.text, source.span.end, bounds.end)
    return number if first or _BEHIND_WORDS.search(article.text, bounds.start, start) else None


def before_others(text: str, span: Span) -> Span:
    """« selon Les Échos | et « une gifle » pour L'Humanité »: a source ends where other words begin."""
    begin = _BEFORE_OTHERS.search(text, span.start, span.end)
    return span if begin is None else Span(span.start, begin.start())


def _right_in_front(article: Article, bounds: Span, at: Span) -> int | None:
    """Return the quoted words that a marker follows, at most a comma between."""
    near = article.passage_spans.ending(at.start - 3, at.start - 1)
    return next((i for i in near if article.passages[i].span.start >= bounds.start), None)


_LINK = r"(?:[,;][\s\p{Z}](?:et[\s\p{Z}])?|[\s\p{Z}]et[\s\p{Z}])"
_BEHIND_WORDS = regex.compile(rf"[»”\"]{_LINK}$")
_BEHIND_ANOTHERS = regex.compile(
    rf"[»”\"][\s\p{{Z}}]?,?[\s\p{{Z}}](?:pour|selon|d['’]après)[\s\p{{Z}}][^,;«»“”\"]{{3,40}}?{_LINK}$"
)
_BEFORE_ANOTHERS = regex.compile(rf"{_LINK}[«“\"][^«»“”\"]+[»”\"],?[\s\p{{Z}}](?:pour|selon|d['’]après)\b")
_BEFORE_OTHERS = regex.compile(rf"{_LINK}[«“\"]")


def _right_before_words(article: Article, sentence: Sentence, source: Reference) -> bool:
    """« Pour l'adjointe Léa Blin « rien n'est joué » »: a person, and the words without a comma between them."""
    head = sentence.word(source.head) if source.head else None
    words = next((p for p in article.passages if 0 < p.span.start - source.span.end < 3), None)
    told = words is not None and len(words.inner.of(article.text).split()) > 3
    return told and head is not None and is_person(sentence, head, article.text)


_ASKED = {"interroger", "consulter", "sonder", "questionner", "interviewer"}
"""« Pour la plupart des analystes interrogés, … »: they were asked, and said so."""


def _is_view(behind: str) -> bool:
    view = _VIEW.match(behind)
    return view is not None and fold(view["view"]).startswith(_VIEWS)


_VIEWS = tuple(word_class("begins what one thinks of it"))


def _takes_sides(sentence: Sentence, head: Word) -> bool:
    """Tell whether a word names what speaks for people: a party, a union, an association, the opposition."""
    named = institution(head.text)
    noun = speaking_noun(sentence, head)
    category = named.category if named is not None else noun.entry.category if noun is not None else None
    return category in {"party", "union", "joint-union", "association", "politics"}


def _judges_in_marks(article: Article, sentence: Sentence, source: Reference, head: Word) -> bool:
    """« Pour la CGT, c'est « une provocation » »: a judgement in quoted words, of whoever can speak."""
    marked = [p for p in article.passages if source.span.end < p.span.start < sentence.span.end]
    if not marked or not can_speak(sentence, head) or head.text[:1].isdigit():
        return False
    end = past_closing_mark(article.text, source.span.end)
    between = article.text[end : marked[0].span.start].replace("’", "'")
    if _SIDED_JUDGEMENT.fullmatch(between) is not None and _takes_sides(sentence, head):
        return True
    judged = next((p.span.start for p in marked if " " in p.inner.of(article.text)), source.span.end)
    between = article.text[source.span.end : judged].replace("’", "'")
    return _JUDGEMENT.fullmatch(between) is not None
