"""The French words of the pages: kinds, constructions, dates, counts."""

from __future__ import annotations

import re

from quotetrack.claims.touched import Touched
from quotetrack.model import Kind, SourceKind, Stance
from quotetrack.store.rows import Verdict

KINDS: dict[Kind, str] = {"direct": "directe", "mixed": "mixte", "indirect": "indirecte"}

KINDS_EXPLAINED: dict[Kind, str] = {
    "direct": "mots rapportés tels quels, entre guillemets",
    "mixed": "propos rapportés, dont une partie entre guillemets",
    "indirect": "propos rapportés sans guillemets",
}

STANCES: dict[Stance, str] = {"asserted": "affirmée", "hearsay": "ouï-dire"}

HEARSAY_EXPLAINED = "conditionnel de presse : l’article le rapporte sans dire d’où il le tient"

SOURCE_KINDS: dict[SourceKind, str] = {
    "person": "personne",
    "group": "groupe",
    "organisation": "organisation",
    "place": "lieu qui parle pour une institution",
    "document": "document",
    "anonymous": "source anonyme",
    "unknown": "source non identifiée",
}

UNKNOWN_SOURCE = "Source non identifiée"

CHECKS: dict[str, tuple[str, str]] = {
    "altered words": ("Mots modifiés", "Entre guillemets dans les deux articles, mais pas les mêmes mots."),
    "disputed speaker": ("Locuteur disputé", "Les mêmes mots, prêtés à deux bouches."),
    "changed story": ("Récit changé", "La même source, le même sujet, une négation ou un nombre différent."),
    "hearsay turned fact": ("Ouï-dire devenu fait", "Au conditionnel dans un titre, affirmé dans un autre."),
    "paraphrase made verbatim": (
        "Paraphrase mise entre guillemets",
        "Rapporté sans guillemets dans un article, cité mot pour mot dans un autre.",
    ),
    "second-hand": ("De seconde main", "Connu seulement par ce qu’un autre en rapporte."),
    "hearsay": ("Ouï-dire", "Au conditionnel : personne n’en répond."),
    "anonymous only": ("Anonymes seulement", "Aucune source nommée, nulle part."),
    "single source": ("Source unique", "Plusieurs articles, une seule bouche."),
}
"""The checks by name: how they are called, and what they mean."""

SEVERITIES = {"high": "grave", "medium": "à vérifier", "low": "à savoir"}

TOUCHED: dict[Touched, str] = {
    "negation": "négation",
    "modality": "modalité",
    "number": "nombre",
    "name": "nom",
    "date": "date",
    "wording": "mots",
    "form": "forme",
}

VERDICTS: dict[Verdict, str] = {
    "true": "vrai",
    "false": "faux",
    "misleading": "trompeur",
    "unverifiable": "invérifiable",
    "missing-context": "manque de contexte",
}

CONSTRUCTIONS: dict[str, str] = {
    "adjacent": "guillemets à la suite d’une phrase dont le sujet peut parler",
    "announced": "guillemets que la phrase d’avant annonce",
    "appeal": "appel : « appellent à la grève »",
    "colon": "verbe et deux-points : « il a dit : … »",
    "colon_clause": "verbe et deux-points, sans guillemets",
    "continued": "guillemets de celui qui vient de parler",
    "heading": "intertitre qui reprend des mots cités dans l’article",
    "headline": "titre qui cite : « Incendie : « … » »",
    "hearsay": "conditionnel de presse : « il serait … »",
    "incise": "incise : « …, a-t-il dit »",
    "answer": "réponse entre guillemets à une question de l’entretien",
    "back_reference": "phrase que la suivante attribue : « C’est ce que révèle… »",
    "signature": "citation suivie du nom de son auteur",
    "incise_inside": "incise à l’intérieur d’une citation",
    "infinitive": "verbe et infinitif : « promet de … », « accuse … de … »",
    "labelled_turn": "tour de parole sous un nom ou une initiale qui revient",
    "marker": "marqueur : « selon … », « d’après … », « pour … »",
    "name_colon": "nom et deux-points : « Le maire : … »",
    "noun_clause": "nom : « la déclaration selon laquelle … »",
    "plain_answer": "réponse d’un entretien imprimé sans tirets ni guillemets",
    "predicate": "ce que quelqu’un dit de lui-même : « se dit inquiet »",
    "que_clause": "verbe et « que » : « assure que … »",
    "question_clause": "question rapportée : « demande si … »",
    "question_turn": "question d’un entretien",
    "quoted_object": "verbe et mots entre guillemets : « dénonce un « gâchis » »",
    "quoted_verb": "verbe à l’intérieur des guillemets : le syndicat « dénonce … »",
    "sentence_colon": "phrase qui finit par deux-points",
    "turn": "réponse d’un entretien ou réplique d’un dialogue",
}
"""What found a quote, in words for the reader; a construction that is not listed shows its own name."""

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_SHORT_MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip
_AFTER_A_MARK, _BEFORE_A_MARK = re.compile("(?<=[«‹]) "), re.compile("(?<=\\S) (?=[»›;:!?])")
_ARTICLE = re.compile("^(?:les? |la |l[’']|une? |des )", re.IGNORECASE)
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?")


def construction(rule: str) -> str:
    """Return the construction that found a quote, in plain French."""
    return CONSTRUCTIONS.get(rule) or rule.replace("_", " ").replace("-", " ")


def french_date(date: str | None) -> str:
    """Write an ISO date, possibly partial, as French print does.

    2020-06-27 → « 27 juin 2020 », 2020-06 → « juin 2020 »; anything else comes back as it is.
    """
    match = _ISO_DATE.fullmatch(date or "")
    if match is None:
        return date or ""
    year, month, day = match.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year if month is None else (date or "")
    name = _MONTHS[int(month) - 1]
    if day is None:
        return f"{name} {year}"
    return f"{'1ᵉʳ' if int(day) == 1 else int(day)} {name} {year}"


def same_name(one: str, other: str) -> bool:
    """Tell whether two names differ by an article and capitals at most: « Le maire », « maire »."""
    return _ARTICLE.sub("", one).casefold() == _ARTICLE.sub("", other).casefold()


def short_date(date: str) -> str:
    """Write an ISO date for a narrow place: 2020-06-27 → « 27 juin », 2020-07 → « juil. 2020 », 2020 → « 2020 »."""
    match = _ISO_DATE.fullmatch(date)
    if match is None or match[2] is None or not 1 <= int(match[2]) <= 12:
        return date
    month = _SHORT_MONTHS[int(match[2]) - 1]
    return f"{int(match[3])} {month}" if match[3] else f"{month} {match[1]}"


def count(number: int, singular: str) -> str:
    """Write a number with its noun: 1 → « 1 citation », 2000 → « 2 000 citations » (thin no-break space)."""
    return f"{grouped(number)}\u00a0{noun(number, singular)}"


def noun(number: int, singular: str) -> str:
    """Return a noun as it stands after a number; French counts in the plural from two on."""
    return singular if number < 2 else singular + "s"


def grouped(number: int) -> str:
    """Write a number with its thousands set apart: 1000000 → « 1 000 000 »."""
    return f"{number:,}".replace(",", "\u202f")


def spaced(text: str) -> str:
    """Return the text on one line, whatever spaces it had, with those of French print.

    A mark keeps to its words: neither « oui » nor « Quoi ? » is broken at the end of a line.
    """
    line = " ".join(text.split())
    return _BEFORE_A_MARK.sub("\u00a0", _AFTER_A_MARK.sub("\u00a0", line))


def excerpt(text: str, most: int = 180) -> str:
    """Return the text on one line, cut at a word after ``most`` characters at the latest; spaced as French print is."""
    line = spaced(text[: 4 * most])
    if len(line) <= most:
        return line
    shortened, space, _ = line[:most].rpartition(" ")
    return (shortened if space else line[:most]).rstrip(" ,;:") + "\u00a0…"
