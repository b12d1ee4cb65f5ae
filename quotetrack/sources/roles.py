"""The roles that a text ties to a name: by apposition, behind the name, by a copula."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quotetrack.lexicon.people import is_first_name
from quotetrack.lexicon.roles import noun_alone
from quotetrack.lexicon.tables import word_class
from quotetrack.sources.ages import before_age
from quotetrack.sources.entities import Register
from quotetrack.sources.modifiers import stem
from quotetrack.sources.names import Name
from quotetrack.sources.phrases import Description
from quotetrack.sources.tokens import Token, sentence_start
from quotetrack.sources.words import ARTICLES, PLURAL_POSSESSIVES, SINGULAR_POSSESSIVES


def without_portfolios(names: Sequence[Name], descriptions: Sequence[Description]) -> list[Name]:
    """Leave out the names of portfolios, which speak for nobody: « la secrétaire d'État au Numérique »."""
    inside = {
        i
        for d in descriptions
        if d.noun.entry.category in {"minister", "ministry"}
        for i in range(d.head + d.noun.length, d.last + 1)
    }
    return [n for n in names if n.first not in inside or n.kind in {"person", "place"}]


def attach_roles(
    tokens: Sequence[Token], descriptions: Sequence[Description], registered: Register, names: Sequence[Name]
) -> None:
    """Tie to each person the descriptions that the text ties to it.

    Before the name: « le Premier ministre serbe, Vojislav Kostunica ». Behind it: « Francesco Nucara, député d'un petit
    groupe, », « Hashim Thaci, ancien commandant ». By a copula: « M. Brandt est l'actionnaire majoritaire d'EFI ».
    """
    by_last = {n.last: n for n in names}
    by_start = {n.start: n for n in names}
    by_opening = {d.start: d for d in descriptions}
    _mark_employers(tokens, descriptions, registered, by_last)
    for description in descriptions:
        name = _explained(tokens, description, by_last) or description.name
        if name is None and not description.plural:
            name = _name_before(tokens, description, by_last)
        if name is None and not description.plural:
            name = _called(tokens, description, by_start, by_opening)
        if name is None and (name := _one_of_several(tokens, description, by_start)) is not None:
            description = replace(description, plural=False, text=_of_one(description))
        if name is None:
            continue
        entity = registered.of_name[name.first]
        if description.noun.entry.kind == "person" and entity.kind == "unknown":
            entity.kind = "person"
        if _organises(description) and entity.kind == "unknown":
            entity.kind, entity.gender = "organisation", description.noun.gender
        if entity.kind != description.noun.entry.kind and description.noun.entry.kind == "person":
            continue
        if (
            entity.kind in {"person", "unknown"}
            and _organises(description)
            and not name.titled
            and not any(role.noun.entry.kind == "person" for role in entity.roles)
        ):
            # « l'association Conso Libre », « la société Alpha »: what looked like a person is none.
            entity.kind, entity.gender = "organisation", description.noun.gender
        entity.roles.append(description)
        registered.by_role.setdefault(description.lemma, []).append(entity)
        registered.of_role[description.head] = entity
        entity.role = entity.role or description.text
        if entity.kind == "person" and entity.gender is None:
            entity.gender = description.gender
        if description.office:
            entity.offices.add((description.office, country_in(description.modifiers)))
        elif description.lemma == "homologue" and (same := _office_before(tokens, description, descriptions)):
            entity.offices.add((same, country_in(description.modifiers)))


def _explained(tokens: Sequence[Token], description: Description, by_last: Mapping[int, Name]) -> Name | None:
    """« Luc Morin, délégué syndical Sud, »: the name behind the role is his union's; the role is his."""
    own = description.name
    if own is None or own.kind != "unknown" or len(own.words) > 1 or description.determiner != "bare":
        return None
    name = _name_before(tokens, description, by_last)
    return name if name is not None and name.kind == "person" and len(name.words) > 1 else None


def _called(
    tokens: Sequence[Token],
    description: Description,
    by_start: Mapping[int, Name],
    by_opening: Mapping[int, Description],
) -> Name | None:
    """Return the name that the article gives somebody: « une caissière que nous appellerons Marie », « prénommée Léa ».

    « L'auteure de la lettre, une caissière que nous appellerons Marie, »: both are she.
    """
    behind = description.last + 1
    if description.noun.entry.kind != "person" or behind + 2 >= len(tokens):
        return None
    apart = tokens[behind].text == ","
    told = by_opening.get(behind + 1) if apart and description.determiner == "definite" else None
    if told is not None and told.determiner == "indefinite" and not told.plural:
        return _called(tokens, told, by_start, {})
    words = [t.folded for t in tokens[behind + apart : behind + apart + 3]]
    if words == ["que", "nous", "appellerons"]:
        return by_start.get(behind + apart + 3)
    return by_start.get(behind + apart + 1) if words[:1] in (["prenomme"], ["prenommee"]) else None


def _one_of_several(
    tokens: Sequence[Token], description: Description, by_start: Mapping[int, Name]
) -> Name | None:
    """Return the name behind one of a sort: « l'un des rescapés, Andreï, », « une de ses adjointes, Lise Roux »."""
    before, behind = description.start - 1, description.last + 1
    if not description.plural or description.noun.entry.kind != "person" or behind + 1 >= len(tokens):
        return None
    if tokens[before].folded == "de":
        before -= 1
    if before < 0 or tokens[before].folded not in {"un", "une"} or tokens[behind].text != ",":
        return None
    name = by_start.get(behind + 1)
    if name is None or name.plural or name.kind not in {"person", "unknown"}:
        return None
    closed = name.last + 1 >= len(tokens) or tokens[name.last + 1].text in {",", ".", "(", ":", "»"}
    return name if closed else None


def _of_one(description: Description) -> str:
    """Return a plural description in the singular: « rescapés du naufrage » → « rescapé du naufrage »."""
    head, gap, rest = description.text.partition(" ")
    one = head.rstrip("sx") if description.gender == "f" else description.lemma.split(" ")[0]
    return f"{one}{gap}{rest}"


def note_judges(tokens: Sequence[Token], registered: Register) -> None:
    """« La présidente, Anne Delorme, » at a trial: « la magistrate » from then on."""
    trial = len(_TRIAL.intersection([t.folded for t in tokens])) >= 3
    for entity in registered.entities:
        for role in entity.roles:
            alone = {m for m in role.modifiers if m not in _BENCH}
            of_the_bench = trial or bool(role.modifiers & _COURTS)
            if role.lemma == "président" and not alone and of_the_bench:
                entity.trades.add("magistrate")


def note_players(descriptions: Sequence[Description], registered: Register) -> None:
    """« Le capitaine, Maxime Vidal, » among players and coaches: « le troisième-ligne » from then on."""
    if [d.noun.entry.category for d in descriptions].count("sport") < 2:
        return
    for entity in registered.entities:
        if any(role.lemma == "capitaine" and not role.governs for role in entity.roles):
            entity.trades.add("sport")


def note_doctors(registered: Register) -> None:
    """« La cheffe des urgences, Anne Roux, »: « la médecin » from then on."""
    for entity in registered.entities:
        if any(role.lemma in _HEADS_OF_WARDS and role.modifiers & _WARDS for role in entity.roles):
            entity.trades.add("medical")


_HEADS_OF_WARDS = frozenset({"chef", "chef de service", "patron", "professeur", "responsable"})


_WARDS = frozenset(map(stem, word_class("wards")))


_TRIAL = word_class("trial")


_COURTS = frozenset({"tribunal", "cour"})


_BENCH = frozenset({"tribunal", "cour", "assis", "chambr", "correctionnel", "audienc"})


def _organises(description: Description) -> bool:
    return description.noun.entry.kind == "organisation"


def _office_before(
    tokens: Sequence[Token], description: Description, descriptions: Sequence[Description]
) -> str | None:
    """Return the office that a counterpart shares: « le président serbe … son homologue russe »."""
    place = bisect_left([d.head for d in descriptions], description.head)
    for other in reversed(descriptions[:place]):
        if tokens[other.head].sentence != tokens[description.head].sentence:
            return None
        if other.office:
            return other.office
    return None


def _mark_employers(
    tokens: Sequence[Token],
    descriptions: Sequence[Description],
    registered: Register,
    by_last: Mapping[int, Name],
) -> None:
    """« le patron de RéseauPlus », « les salariés de Verrelec »: whoever has a boss or staff is no person."""
    for description in descriptions:
        name = by_last.get(description.last)
        if name is None or description.lemma not in _STAFF or name.kind != "unknown":
            continue
        if (
            tokens[name.start - 1].folded in {"de", "d'", "chez"}
            and registered.of_name[name.first].kind == "unknown"
        ):
            registered.of_name[name.first].kind = "organisation"


_STAFF = word_class("staff")


def _name_before(
    tokens: Sequence[Token], description: Description, by_last: Mapping[int, Name]
) -> Name | None:
    """Return the name that a description behind it explains, or None."""
    if description.start == 0:
        return None
    before = description.start - 1
    if description.noun.entry.kind == "organisation":
        return _organisation_before(tokens, description, by_last)
    if description.noun.entry.kind != "person":
        return None
    if tokens[before].folded in _COPULAS and description.determiner in {"bare", "definite", "indefinite"}:
        while before > 0 and tokens[before].folded in _COPULAS | {"aussi", "ainsi", "donc", "egalement"}:
            before -= 1
        return by_last.get(before)
    if tokens[before].text not in {",", "("}:
        return None
    name = by_last.get(before_age(tokens, before) - 1)
    if name is None or name.kind not in {"person", "unknown"} or _where_one_lives(tokens, name):
        return None
    if description.determiner == "bare" and tokens[before].text == ",":
        return name
    behind = _past_brackets(tokens, _past_joined_adjective(tokens, description.last + 1))
    after = tokens[behind] if behind < len(tokens) else None
    closed = (
        after is None
        or after.text in {",", ".", ")", ";", ":", "»", "!", "?"}
        or after.folded in {"qui", "dont"}
        or _sets_the_scene(tokens, behind)
        or _lacks_its_comma(tokens, description, name, behind)
    )
    if not closed or description.name is not None:
        return None
    if description.determiner in {"possessive", "indefinite"}:
        return name if _is_said_by_the_way(tokens, description, name, behind) else None
    return name if description.determiner in {"bare", "definite"} else None


def _where_one_lives(tokens: Sequence[Token], name: Name) -> bool:
    """« Née en 1930 à Oran, fille d'un cheminot, elle … »: she is the daughter, Oran is a town."""
    if name.kind != "unknown" or name.start < 2 or tokens[name.start - 1].folded not in {"à", "en", "dans"}:
        return False
    clause = tokens[max(name.start - 6, sentence_start(tokens, name.start)) : name.start - 1]
    return any(t.text.lower() in word_class("bears and settles") for t in clause)


def _sets_the_scene(tokens: Sequence[Token], at: int) -> bool:
    """« Luc Roux, le ministre du Plan | au micro de Lila Ben, », « | lors d'une visite, »."""
    if tokens[at].folded == "lors":
        return True
    following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    return tokens[at].folded in {"à", "au", "aux"} and following in word_class("settings")


def _lacks_its_comma(tokens: Sequence[Token], description: Description, name: Name, at: int) -> bool:
    """« Bruno Salvi, le coach des Gones | est revenu »: a first name before a comma opens the sentence.

    Or it stands behind where or when: « Derrière le comptoir, Mégane, la vendeuse | n'arrête pas ».
    """
    named = bool(name.given) or is_first_name(name.text)
    opens = named and (tokens[name.start].initial or _behind_a_setting(tokens, name.start))
    same = None in {name.gender, description.gender} or name.gender == description.gender
    acts = tokens[at].upos in {"VERB", "AUX"} or tokens[at].folded in _ACTING
    return opens and same and description.determiner == "definite" and acts


def _behind_a_setting(tokens: Sequence[Token], at: int) -> bool:
    first = sentence_start(tokens, at)
    between = tokens[first + 1 : at - 1]
    apart = tokens[at - 1].text == "," and not any(
        t.text == "," or t.upos in {"VERB", "AUX"} for t in between
    )
    return apart and tokens[first].folded in word_class("opens a setting")


_ACTING = frozenset({"est", "a", "sera", "etait", "avait", "va", "doit", "peut", "n'", "ne", "s'", "se"})


def _is_said_by_the_way(tokens: Sequence[Token], description: Description, name: Name, behind: int) -> bool:
    """« Me Luc Roux, son conseil, a plaidé »; but « Luc Roux, son fils, sa sœur et … » are several."""
    acts_alone = tokens[description.head].subject and not tokens[name.first].subject
    if acts_alone or (None not in {name.gender, description.gender} and name.gender != description.gender):
        return False
    if _somebody_elses(tokens, name):
        return False
    following = tokens[behind + 1].folded if behind + 1 < len(tokens) else ""
    return tokens[behind].text != "," or following not in _ENUMERATING


def _somebody_elses(tokens: Sequence[Token], name: Name) -> bool:
    """« le père d'Armand Vasseur, un éleveur »: perhaps the father is."""
    if name.start < 2 or tokens[name.start - 1].folded not in {"de", "d'"}:
        return False
    noun = noun_alone(tokens[name.start - 2].text.lower())
    return noun is not None and noun.entry.kind == "person"


_ENUMERATING = (
    SINGULAR_POSSESSIVES | PLURAL_POSSESSIVES | ARTICLES | {"un", "une", "des", "et", "ainsi", "mais"}
)


def _past_brackets(tokens: Sequence[Token], at: int) -> int:
    """« Anne Roux, la coordonnatrice du Programme national des pôles | (PNP), »: what a bracket adds closes nothing."""
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    return next((i + 1 for i in range(at + 1, min(at + 8, len(tokens) - 1)) if tokens[i].text == ")"), at)


def _past_joined_adjective(tokens: Sequence[Token], at: int) -> int:
    """« Nadia Roux, l'adversaire | redoutée et redoutable du maire, »: where such a phrase ends."""
    if at + 1 >= len(tokens):
        return at
    qualified = tokens[at].upos == "VERB" and tokens[at].folded.endswith(("e", "ee", "es", "ees"))
    joined = tokens[at].folded == "et" and tokens[at + 1].upos in {"ADJ", "VERB"}
    if not (qualified or joined):
        return at
    for end in range(at + 1 + joined, min(at + 12, len(tokens))):
        if tokens[end].text in {",", "."}:
            return end
        if tokens[end].upos in {"VERB", "AUX", "PRON"} or (
            not tokens[end].is_word and tokens[end].text != "-"
        ):
            break
    return at


def _organisation_before(
    tokens: Sequence[Token], description: Description, by_last: Mapping[int, Name]
) -> Name | None:
    """« Glass Lewis, une société de conseil, recommande … »: what looked like a person is an organisation."""
    before, behind = description.start - 1, description.last + 1
    if description.determiner != "indefinite" or tokens[before].text != ",":
        return None
    name = by_last.get(before - 1)
    if name is None or name.titled or is_first_name(name.words[0]) or name.kind not in {"person", "unknown"}:
        return None
    while (
        behind < len(tokens)
        and tokens[behind].is_word
        and tokens[behind].upos in {"ADP", "NOUN", "ADJ", "DET"}
    ):
        behind += 1
    closed = behind < len(tokens) and (
        tokens[behind].text in {",", ".", ")"} or tokens[behind].folded in _WHICH
    )
    return name if closed else None


_WHICH = frozenset({"qui", "dont"})


_COPULAS = {
    "est",
    "etait",
    "sera",
    "fut",
    "devient",
    "devenu",
    "devenue",
    "nomme",
    "nommee",
    "elu",
    "elue",
    "ete",
    "a",
}


def country_in(modifiers: Iterable[str]) -> str | None:
    """Return the country among modifiers, if exactly one is named."""
    countries = {m[1:] for m in modifiers if m.startswith("@")}
    return countries.pop() if len(countries) == 1 else None
