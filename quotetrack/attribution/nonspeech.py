"""Passages that nobody is quoted for: titles, names, words as words, scare quotes."""

from __future__ import annotations

from typing import Literal

import regex

from quotetrack.attribution.context import Article
from quotetrack.model import NonSpeech, Passage

Why = Literal["scare", "title", "name", "word"]

_TITLE = regex.compile(
    r"(?:livre|roman|film|série|émission|exposition|album|chanson|pièce|ouvrage|essai|récit|recueil|magazine|journal"
    r"|revue|documentaire|thème|rapport|programme|spectacle|opéra|tableau|poème|section|chapitre|rubrique|face|forum|prix|colloque|journée|semaine|tube|single|titre|poème|podcast|dossier|article|titre|titré"
    r"|titrée|cycle|série|collection|campagne|intitulé|intitulée|intitulés|intitulées)s?\b(?:\s+(?:intitulée?s?|titrée?s?|sur|de"
    r"|dans|le|la|les|du|des|thème))*[\s\p{Z}]*$"
    r"|\b(?:entretien|interview|tribune)\b(?:[\s\p{Z}]+[\p{L}\d]+){0,5}[\s\p{Z}]+(?:à|dans)[\s\p{Z}]+$",
    regex.IGNORECASE,
)
_WORK = (
    r"(?:film|livre|roman|album|essai|récit|documentaire|recueil|spectacle|disque|ouvrage|long-métrage|court-métrage"
    r"|podcast|pièce|chanson|exposition|autobiographie|biographie)"
)
_TITLED_BEHIND = regex.compile(
    r"[\s\p{Z}]*,[\s\p{Z}](?:(?:son|sa|leur|une?|le|la)[\s\p{Z}]|l['’])(?:(?:premi|derni|nouve|proch|secon|deuxi)\p{L}+"
    rf"[\s\p{{Z}}])?{_WORK}(?:[,.;:)]|[\s\p{{Z}}](?:paru|sorti|publié|édité|tourné|réalisé|consacré|de|sur|qui|avec|dont)\b)"
)
"""« « Le Bout du chemin », son premier film, »."""
_WORK_BEFORE_COLON = regex.compile(
    rf"\b(?:son|sa|leurs?|ses)[\s\p{{Z}}](?:\p{{L}}+[\s\p{{Z}}])?{_WORK}s?[\s\p{{Z}}]*:[\s\p{{Z}}]*$"
)
_ENTITLED = regex.compile(r"\b(?:intitul|titr)ée?s?[\s\p{Z}]*:[\s\p{Z}]*$")
"""« une tribune intitulée : « Je fais partie de la résistance » »."""
_CLAUSE_OPENS = regex.compile(
    r"(?:(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|ça|cela|ne)\b|[jcn]['’])", regex.IGNORECASE
)
_NAME = regex.compile(
    r"\b(?:baptisé|surnommé|dénommé|nommé|appelé|rebaptisé|alias)[es]{0,2}[\s\p{Z}]*$"
    r"|\b(?P<thing>opération|plan|projet|navire|porte-avions"
    r"|paquebot|chalutier|label|marque|groupe|collectif|mouvement|association|hôtel|restaurant|café|salle)[es]{0,2}"
    r"[\s\p{Z}]*$|\bsurnomme(?:nt)?(?:\s\p{L}+){0,2}[\s\p{Z}]*$",
    regex.IGNORECASE,
)
_NICKNAMED = regex.compile(r",\s(?:dit|dite|dits|dites)[\s\p{Z}]*$")
_INFINITIVE = regex.compile(
    r"(?:(?:ne|se|y|en|le|la|les)[\s\p{Z}]|[ns]['’]|(?:pas|plus|jamais|rien)[\s\p{Z}])*"
    r"\p{Ll}+(?:er|ir|re)(?:[\s\p{Z}]|$)"
)
"""« Paul Roux, dit « le Belge » » has a nickname; « un diplomate, amusé, dit « ne pas y croire » » says so."""
_WORD = regex.compile(
    r"(?:mots?|termes?|expressions?|formules?|slogans?|notion|adjectif|verbe|concept|mention|appellation|sigle"
    r"|qualificatif|étiquette|pancarte|banderole|inscription|affichette|affiche|panneau|graffiti|tag)s?\b"
    r"(?:\s(?:de|d'|du))?[\s\p{Z},:]*$",
    regex.IGNORECASE,
)

_STOP = regex.compile(r"[.!?;:»]\s")
_CALLED = regex.compile(
    r"\bce[\s\p{Z}]+qu(?:e[\s\p{Z}]|['’])[^.!?;:«»“”\"]{0,50}\b(?:appel|nomm|dénomm|surnomm|baptis)\p{L}*[\s\p{Z}]*$",
    regex.IGNORECASE,
)


def non_speech(article: Article, passage: Passage) -> NonSpeech:
    """Say why a passage that no report claims stands between marks."""
    return NonSpeech(passage.inner, _why(article, passage))


def is_named_thing(article: Article, passage: Passage) -> bool:
    """Tell whether the words in front show that a passage is a title, a name or a word as a word.

    « le livre « Ma vie » », « le programme baptisé « MUSCULAR » », « le mot « rupture » ».
    """
    return _why(article, passage) != "scare"


def called_so(before: str) -> bool:
    """Tell whether somebody calls something by the words that follow: « ce qu'il a appelé « un gâchis » »."""
    return _CALLED.search(before[-80:]) is not None


def announces_words(before: str) -> bool:
    """Tell whether what stands in front of a colon says that words as words follow: « Le nouveau slogan : »."""
    return _WORD.search(before) is not None


def is_title(article: Article, passage: Passage) -> bool:
    """« autour de son film : « Le Bout du chemin » », « « Le Bout du chemin », son film, »: a work, nobody's words."""
    words = passage.inner.of(article.text)
    if _ENTITLED.search(article.text, max(passage.span.start - 16, 0), passage.span.start) is not None:
        return True
    if not words[:1].isupper() or words[-1:] in ".!?…" or len(words.split()) > 8:
        return False
    if _TITLED_BEHIND.match(article.text, passage.span.end) is not None:
        return True
    before = article.text[max(passage.span.start - 50, 0) : passage.span.start]
    return _WORK_BEFORE_COLON.search(before) is not None and _CLAUSE_OPENS.match(words) is None


def _why(article: Article, passage: Passage) -> Why:
    if is_title(article, passage):
        return "title"
    before = article.text[max(passage.span.start - 60, 0) : passage.span.start]
    return _why_between(_STOP.split(before)[-1], passage.inner.of(article.text))


def _why_between(before: str, inner: str) -> Why:
    """Say why words stand between marks, by the words in front; several rules ask it of each passage."""
    if _WORD.search(before):
        return "word"
    if _TITLE.search(before) and (inner[:1].isupper() or "intitul" in before or "titré" in before):
        return "title"
    if (
        (named := _NAME.search(before))
        and not called_so(before)
        and (inner[:1].isupper() or not named["thing"])
    ):
        return "name"
    if _NICKNAMED.search(before) and not _INFINITIVE.match(inner):
        return "name"
    words = inner.split()
    if inner[:1].isupper() and len(words) <= 4 and sum(w[:1].isupper() for w in words) * 2 > len(words):
        return "name" if inner[-1:] not in "!?." else "scare"
    return "scare"
