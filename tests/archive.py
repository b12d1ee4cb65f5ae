"""A seeded archive of articles with known speakers: homonyms, name variants, offices that change hands.

No parser runs: each article comes as the `Extraction` that a faultless reading of it would give, with the
truth beside it, so that what is tested is only how sources are joined across articles.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from quotetrack.model import (
    Document,
    Extraction,
    Gender,
    Kind,
    Quote,
    Source,
    SourceKind,
    Span,
    Stance,
    content_hash,
)


@dataclass(frozen=True)
class Person:
    """Somebody of the invented world: ``jobs`` are roles with the first and last year in them."""

    id: str
    first: str
    last: str
    gender: Gender
    jobs: tuple[tuple[str, int, int], ...] = ()

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


@dataclass(frozen=True)
class Article:
    """An extraction, and by quote id who really speaks; None for one that nobody can know."""

    extraction: Extraction
    speakers: dict[str, str | None]


PEOPLE = (
    # offices that change hands
    Person("valmont", "Étienne", "Valmont", "m", (("président de la République", 2010, 2014),)),
    Person("serac", "Hélène", "Sérac", "f", (
        ("ministre de l'Intérieur", 2010, 2014), ("présidente de la République", 2015, 2019))),
    Person("okoye", "Jean-Baptiste", "Okoye", "m", (
        ("Premier ministre", 2010, 2012), ("maire de Tarnac", 2013, 2019))),
    Person("le-braz", "Yann", "Le Braz", "m", (("Premier ministre", 2013, 2016),)),
    Person("de-sainte-foy", "Marguerite", "de Sainte-Foy", "f", (("Première ministre", 2017, 2019),)),
    Person("van-aert", "Wouter", "van Aert", "m", (("ministre de l'Intérieur", 2015, 2019),)),
    # relatives: one last name, several first names
    Person("valmont-2", "Solange", "Valmont", "f", (("avocate", 2010, 2019),)),
    Person("valmont-3", "Étienne-Marie", "Valmont", "m", (("évêque de Tulle", 2010, 2019),)),
    Person("le-braz-2", "Nolwenn", "Le Braz", "f", (("navigatrice", 2010, 2019),)),
    Person("okoye-2", "Jean", "Okoye", "m", (("entraîneur", 2010, 2019),)),
    Person("benali-1", "Samira", "Ben Ali", "f", (("députée", 2010, 2019),)),
    Person("benali-2", "Karim", "Ben Ali", "m", (("préfet", 2010, 2019),)),
    # a man and a woman with one full name
    Person("camille-m", "Camille", "Roche", "m", (("procureur", 2010, 2019),)),
    Person("camille-f", "Camille", "Roche", "f", (("chercheuse", 2010, 2019),)),
    Person("dominique-m", "Dominique", "Faure", "m", (("syndicaliste", 2010, 2019),)),
    Person("dominique-f", "Dominique", "Faure", "f", (("sénatrice", 2010, 2019),)),
    # names that are nearly others
    Person("martin-1", "Jean", "Martin", "m", (("économiste", 2010, 2019),)),
    Person("martin-2", "Jeanne", "Martin", "f", (("juge", 2010, 2019),)),
    Person("martin-3", "Jean-Paul", "Martin", "m", (("chef cuisinier", 2010, 2019),)),
    Person("martin-4", "Martin", "Jean", "m", (("romancier", 2010, 2019),)),
    Person("garcia", "Inès", "García Ruiz", "f", (("athlète", 2010, 2019),)),
)  # fmt: skip

NAMESAKES = (
    # two men with one full name: only a list of known people tells that there are two
    Person("namesake-1", "Paul", "Girard", "m", (("footballeur", 2010, 2019),)),
    Person("namesake-2", "Paul", "Girard", "m", (("notaire", 2010, 2019),)),
)

POWERS: tuple[tuple[str, SourceKind, str, str | None], ...] = (
    ("rni", "organisation", "Rassemblement national des indépendants", "RNI"),
    ("ps-1", "organisation", "Parti socialiste", "PS"),
    ("ps-2", "organisation", "Parti de la solidarité", "PS"),
    ("elysee", "place", "Élysée", None),
    ("kremlin", "place", "Kremlin", None),
    ("cpi", "organisation", "Cour pénale internationale", "CPI"),
)

OFFICES = ("Premier ministre", "président de la République", "ministre de l'Intérieur")
ANONYMOUS = (
    "source proche du dossier",
    "haut responsable de la présidence",
    "diplomate européen",
    "conseiller",
)
OUTLETS = ("Le Courrier", "La Dépêche de l'Ouest", "L'Écho", "Info 24")
WORDS = (
    "nous ne reculerons pas",
    "la mesure sera appliquée dès lundi",
    "c'est une faute grave",
    "les chiffres sont faux",
    "je n'ai rien à ajouter",
    "la réforme attendra l'automne",
    "il faut protéger les plus faibles",
    "aucune décision n'est prise",
    "nous avons été trompés",
    "le texte sera voté avant l'été",
)


def archive(documents: int = 500, seed: int = 20, people: tuple[Person, ...] = PEOPLE) -> list[Article]:
    """Return that many articles of the years 2010 to 2019, always the same for the same seed."""
    rng = random.Random(seed)
    return [_article(rng, number, people) for number in range(documents)]


@dataclass
class Draft:
    """An article being written: its text so far, and what has been said in it."""

    text: str = ""
    quotes: list[tuple[Span, Span, Span, Source | None, Kind, Stance, int | None]] = field(
        default_factory=list
    )

    def say(
        self,
        mention: str,
        words: str,
        source: Source | None = None,
        *,
        kind: Kind = "direct",
        stance: Stance = "asserted",
        via: int | None = None,
    ) -> Draft:
        """Add « MENTION a déclaré : « WORDS ». » to the article; ``via`` is the number of an earlier quote."""
        start = len(self.text)
        cue = start + len(mention) + 1
        content = cue + len("a déclaré : « ")
        self.text += f"{mention} a déclaré : « {words} ». "
        self.quotes.append(
            (
                Span(content, content + len(words)),
                Span(cue, cue + len("a déclaré")),
                Span(start, start + len(mention)),
                source,
                kind,
                stance,
                via,
            )
        )
        return self

    def extraction(self, name: str, **header: str | None) -> Extraction:
        """Return the article with what was found in it."""
        document = Document(name=name, text=self.text, body=Span(0, len(self.text)), **header)
        ids = [content_hash(document.id, str(content.start)) for content, *_ in self.quotes]
        quotes = tuple(
            Quote(
                id=ids[number],
                kind=kind,
                content=content,
                verbatim=() if kind == "indirect" else (content,),
                cue=cue,
                source=mention,
                speaker=source,
                via=None if via is None else ids[via],
                stance=stance,
                rule="colon",
                confidence=0.9,
            )
            for number, (content, cue, mention, source, kind, stance, via) in enumerate(self.quotes)
        )
        speakers = dict.fromkeys(quote.speaker for quote in quotes if quote.speaker)
        return Extraction(document, quotes, (), tuple(speakers))


def _article(rng: random.Random, number: int, people: tuple[Person, ...]) -> Article:
    year = rng.randint(2010, 2019)
    date = f"{year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
    draft = Draft()
    truth: list[str | None] = []
    cast = rng.sample(people, min(rng.randint(1, 3), len(people)))
    seen: set[str] = set()
    for person in cast:
        # A faultless reading keeps two people of one article apart only by what it prints: one name each.
        if person.name in seen:
            continue
        seen.add(person.name)
        ambiguous = sum(other.last == person.last for other in cast) > 1
        source = _as_known_here(rng, person, year, ambiguous=ambiguous)
        for _ in range(rng.randint(1, 3)):
            mention = source.name if ambiguous else rng.choice((source.name, *source.aliases))
            draft.say(mention, rng.choice(WORDS), source)
            truth.append(person.id)
    for speaker, source in _others(rng):
        draft.say(source.name, rng.choice(WORDS), source)
        truth.append(speaker)
    extraction = draft.extraction(
        f"article-{number:04d}",
        title=f"Titre {number}",
        date=date if rng.random() < 0.9 else date[:7],
        outlet=rng.choice(OUTLETS),
    )
    return Article(extraction, {q.id: speaker for q, speaker in zip(extraction.quotes, truth, strict=True)})


def _as_known_here(rng: random.Random, person: Person, year: int, *, ambiguous: bool) -> Source:
    """Return the person as one article presents them: a spelling, a role and a gender, or less."""
    role = next((role for role, first, last in person.jobs if first <= year <= last), None)
    gender = person.gender if rng.random() < 0.7 else None
    title = "Mme" if person.gender == "f" else "M."
    if not ambiguous and rng.random() < 0.15:
        return Source(
            person.last, "person", (f"{title} {person.last}",), role if rng.random() < 0.3 else None, gender
        )
    spellings = (
        person.name,
        person.name,
        person.name.upper(),
        _without_accents(person.name),
        person.name.replace("-", " "),
        person.name.replace("-", "\N{NON-BREAKING HYPHEN}"),
        f"{title} {person.name}",
    )
    aliases = () if ambiguous else (person.last, f"{title} {person.last}")
    return Source(rng.choice(spellings), "person", aliases, role if rng.random() < 0.6 else None, gender)


def _others(rng: random.Random) -> Iterator[tuple[str | None, Source]]:
    if rng.random() < 0.4:
        power, kind, name, acronym = rng.choice(POWERS)
        short_only = acronym is not None and rng.random() < 0.3
        if short_only and acronym == "PS":
            power = "ps-unknown"
        yield (
            power,
            Source(acronym or name, kind)
            if short_only
            else Source(name, kind, (acronym,) if acronym else ()),
        )
    if rng.random() < 0.4:
        yield None, Source(rng.choice(ANONYMOUS), "anonymous")
    if rng.random() < 0.3:
        yield None, Source(rng.choice(OFFICES), "person", gender="m")
    if rng.random() < 0.1:
        yield None, Source("manifestants", "group")


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
