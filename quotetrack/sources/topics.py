"""Descriptions that say nothing of their own, and roles told only in passing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from quotetrack.lexicon.tables import word_class
from quotetrack.sources.ages import fits_age
from quotetrack.sources.bystanders import (
    chosen_by_somebody,
    is_described,
    met,
    of_his_house,
    rather_who_acts,
    whose_words_are_told,
)
from quotetrack.sources.comparing import from_elsewhere, other_country
from quotetrack.sources.contrasts import set_against
from quotetrack.sources.discourse import FARTHEST, Discourse, Reference, agrees
from quotetrack.sources.entities import Entity
from quotetrack.sources.modifiers import stem
from quotetrack.sources.phrases import Description
from quotetrack.sources.reading import Reading
from quotetrack.sources.tokens import Token
from quotetrack.sources.words import SPEAKER_POSSESSIVES

TOPIC_REACH = 4
"""Sentences within which a description that says nothing of its own may mean the last speaker or subject."""


INTRODUCED_REACH = 2
"""Sentences within which the role of somebody named without one is looked for."""


FRESH = word_class("fresh categories")
"""Roles that the news brings in without a name: « le préfet », « le procureur », « le maire »."""


FRESH_UNLESS_MODIFIED = word_class("fresh categories unless modified")
"""Roles that may be anybody's where nothing is said about them: « le ministre », but « le ministre grec »."""


RELATIONS = frozenset({"friend", "counterpart", "author", "bare"})
"""Roles that say whose somebody is, not what: « son collègue », « la coautrice »."""


def just_introduced(reading: Reading, description: Description) -> Entity | None:
    """Return the person named without a role just before, whose role this description is.

    « Plus discrète, Léa Corvisart a appelé au calme. La députée écologiste … », « L'allusion visait Bertrand Coste.
    Le président du parti … ». Offices that the news brings in without a name (le préfet, le procureur, le maire) are
    left alone, and so is whoever already has a role of his own.
    """
    if description.noun.entry.kind != "person" or description.plural or description.category in FRESH:
        return None
    if description.category in FRESH_UNLESS_MODIFIED and not description.modifiers:
        return None
    if _another_one(reading.tokens, description) or whose_words_are_told(reading.tokens, description):
        return None
    if chosen_by_somebody(reading.tokens, description):
        return None
    at, tokens = description.start, reading.tokens
    inside = reading.discourse.place(at)
    unexplained: list[Reference] = []
    for reference in reading.discourse.before(at, inside):
        distance = reading.discourse.distance(reference, at)
        if distance > INTRODUCED_REACH and reading.discourse.narrated(reference, at) > INTRODUCED_REACH:
            break
        entity = reference.entity
        explained = entity.offices or any(r.head < at and not _only_related(r) for r in entity.roles)
        explained = explained or is_described(tokens, reference) or fits_age(description, entity) is False
        explained = explained or _has_the_office_of_another(reading, description, entity)
        explained = explained or of_another_trade(description, entity)
        named = entity.kind == "person" and entity.name_words and not entity.plural
        agrees = None in {entity.gender, description.gender} or entity.gender == description.gender
        if named and distance and description.governs and _tells_whose(description, entity):
            return None  # « Luc Roux a battu Paul Rey. Le chef de campagne de Paul Rey »: a third person
        if distance and named and not explained and agrees and not other_country(description, entity):
            unexplained.append(reference)
    nearest = [r for r in unexplained if tokens[r.at].sentence == tokens[unexplained[0].at].sentence]
    if len({id(r.entity) for r in nearest}) != 1:
        acts = tokens[description.head].subject or description.head in reading.speaking
        if description.category == "bare" or not acts:
            # « Novak Djokovic a battu Carlos Alcaraz. … l'Espagnol », « X a parlé de Y … le genou du capitaine »
            return None
        # « quand X a repris un corner de Y. … l'attaquant »: whoever acts.
        nearest = [r for r in nearest if r.subject and not r.nested]
    if description.office in _HEADS:
        nearest = [
            r for r in nearest if r.subject and not r.nested
        ]  # « la liste menée par X … Le chef de l'État »
    if len({id(r.entity) for r in nearest}) != 1:
        return None
    if all(of_his_house(tokens, r) or rather_who_acts(reading, description, r) for r in nearest):
        return None
    if description.governs and _another_spoke_since(reading, nearest[0], at):
        return None
    if any(r.speaking for r in nearest) and set_against(reading, description):
        return None  # « « Non », dit Luc Roux. « Si », répond le capitaine »
    if description.category == "bare" and all(met(tokens, r) for r in nearest):
        return None  # « … face à Aryna Sabalenka. … a dit la Floridienne »: not whom she only met
    return learnt_of(reading, nearest[0].entity, description)


def _another_spoke_since(reading: Reading, reference: Reference, at: int) -> bool:
    """« Ali attend. ¶ Léa Roux proteste : « … » ¶ Le proviseur de l'établissement : « … » »: a third person."""
    tokens = reading.tokens
    for other in reading.discourse.before(at, reading.discourse.place(at)):
        if other.at <= reference.at:
            return False
        apart = tokens[reference.at].paragraph < tokens[other.at].paragraph < tokens[at].paragraph
        if (
            apart
            and other.speaking
            and other.entity is not reference.entity
            and other.entity.kind == "person"
        ):
            return True
    return False


def _has_the_office_of_another(reading: Reading, description: Description, entity: Entity) -> bool:
    """« Le maire se tait. Son homologue de Vars, Anne Roux, attend. La ministre … »: she is a mayor too."""
    if not any(role.lemma == "homologue" for role in entity.roles):
        return False
    others = (e for e in reading.of_description.values() if e is not entity)
    return not any(role.lemma == description.lemma for other in others for role in other.roles)


def of_another_trade(description: Description, entity: Entity) -> bool:
    """« Me Roux plaide la relaxe. Selon l'expert, … »: whose title says his trade is nothing else by trade."""
    if not entity.trades or description.category in _FUNCTIONS:
        return False
    beside = _BESIDE_MEDICINE if "medical" in entity.trades else frozenset[str]()
    return description.category not in entity.trades | beside


_FUNCTIONS = word_class("functions") | {"person", "author"}


_BESIDE_MEDICINE = frozenset({"academic", "expert", "unknown"})


def _another_one(tokens: Sequence[Token], description: Description) -> bool:
    """« La liste menée par Paul Rey … Le chef de l'État, lui, … »: set against whoever was just named."""
    behind = tokens[description.last + 1 : description.last + 4]
    return [t.folded for t in behind] in ([",", "lui", ","], [",", "elle", ","])


def _tells_whose(description: Description, entity: Entity) -> bool:
    return bool(entity.name_words) and frozenset(map(stem, entity.name_words)) <= description.modifiers


_HEADS = frozenset({"head-of-state", "head-of-government"})


def learnt_of(reading: Reading, entity: Entity, description: Description) -> Entity:
    """Add a role that the text tells of somebody by the way, and return who it is."""
    if description not in entity.roles:
        entity.roles.append(description)
        reading.registered.by_role.setdefault(description.lemma, []).append(entity)
        entity.role = entity.role or description.text
        entity.gender = entity.gender or description.gender
    return entity


def _only_related(role: Description) -> bool:
    """« sa collègue », « l'auteur de l'essai », « la Danoise »: not what somebody is; « l'écrivain » is."""
    if role.category == "author":
        return role.lemma in {"auteur", "coauteur"}
    return role.category in RELATIONS


def on_trial(reading: Reading, description: Description) -> Entity | None:
    """Return the one person who is named before a court: « Paul Roux est jugé pour vol. Le prévenu nie. ».

    Or whose rescue was told: « Loïc Petit a été secouru en mer. … Le rescapé sourit. » None where more than one, or
    nobody without a trade at court, is named in such a sentence: who « le suspect » is must not be guessed.
    """
    rescued = description.lemma in _RESCUED
    accused = description.category == "accused" or _defended(reading, description)
    if not (accused or rescued) or description.plural or description.modifiers:
        return None
    at, tokens = description.start, reading.tokens
    told = _RESCUE if rescued else _COURT
    charged = {
        t.sentence for t in tokens[:at] if t.folded in told or (not rescued and _is_accused(tokens, t))
    }
    found: list[Entity] = []
    for reference in reading.discourse.before(at, reading.discourse.place(at)):
        entity = reference.entity
        named = entity.kind == "person" and entity.name_words and not entity.plural
        # « a requis dix ans contre Paul Roux », « a condamné Paul Roux »
        aimed_at = tokens[reference.at - 1].folded in {"contre", *_COURT} and not rescued
        stands_out = reference.subject or aimed_at
        if not named or not stands_out or tokens[reference.at].sentence not in charged:
            continue
        if agrees(entity, description.gender, False) and not _of_the_court(entity) and entity not in found:
            found.append(entity)
    return found[0] if len(found) == 1 else None


def _defended(reading: Reading, description: Description) -> bool:
    """« Son avocat, Me Roux, rappelle que son client est malade »: who stands accused."""
    if description.lemma != "client" or description.determiner != "possessive":
        return False
    at, discourse = description.start, reading.discourse
    near = (r for r in discourse.before(at, discourse.place(at)) if r.subject)
    last = next(near, None)
    return last is not None and discourse.distance(last, at) <= 1 and _pleads(last.entity)


def _pleads(entity: Entity) -> bool:
    return "lawyer" in entity.trades or any(role.category == "lawyer" for role in entity.roles)


def _is_accused(tokens: Sequence[Token], token: Token) -> bool:
    """« Paul Roux est accusé d'avoir … », « est soupçonnée de … »."""
    passive = token.text in {"accusé", "accusée", "soupçonné", "soupçonnée"} and token.index > 0
    return passive and tokens[token.index - 1].folded in {"est", "etait", "ete"}


def _of_the_court(entity: Entity) -> bool:
    return bool(entity.trades & {"lawyer"}) or any(
        role.category in {"lawyer", "magistrate", "police", "witness"}
        or role.lemma in {"victime", "plaignant"}
        for role in entity.roles
    )


_COURT = word_class("court")


_RESCUED = frozenset({"rescapé", "survivant", "miraculé", "naufragé"})


_RESCUE = word_class("rescue")


def last_speaker(reading: Reading, description: Description) -> Entity | None:
    """Return who spoke last, where a description says only that he goes on: « le même responsable », « notre hôte ».

    None for every other description: « le même ministre » has to be a minister.
    """
    if description.plural or description.lemma not in _SPEAKERS:
        return None
    if description.lemma == "source":
        return _same_source(reading, description)
    before = {reading.tokens[i].folded for i in range(description.start, description.head)}
    if not before & ({"meme"} | SPEAKER_POSSESSIVES):
        return None
    at, discourse = description.start, reading.discourse
    near = [
        r
        for r in discourse.before(at, discourse.place(at))
        if discourse.distance(r, at) <= TOPIC_REACH
        and r.entity.kind in {"person", "anonymous"}
        and agrees(r.entity, description.gender, False)
        and not (description.lemma == "témoin" and _in_office(r.entity))
    ]
    last = next((r for r in near if r.speaking), None) or next((r for r in near if r.subject), None)
    return last.entity if last is not None else None


def _in_office(entity: Entity) -> bool:
    """« … a dit le procureur. … selon le même témoin »: not he."""
    return any(role.category in _OFFICES for role in entity.roles)


_OFFICES = FRESH - {"witness", "family", "friend", "counterpart", "accused"} | {
    "minister",
    "lawyer",
    "premier",
}


def _same_source(reading: Reading, description: Description) -> Entity | None:
    """« un proche du dossier … Cette source évoque trois candidats »: the last who spoke without a name."""
    at, discourse = description.start, reading.discourse
    same = any(reading.tokens[i].folded == "meme" for i in range(description.start, description.head))
    if description.governs or not (same or description.determiner == "demonstrative"):
        return None
    for reference in discourse.before(at, discourse.place(at)):
        if discourse.distance(reference, at) > TOPIC_REACH:
            return None
        if not reference.speaking or reference.entity.plural:
            continue
        if reference.entity.kind == "anonymous" or (same and not _quoted_by_another(discourse, reference)):
            return reference.entity  # « a rappelé la SNCB. …, selon la même source »
        if not _quoted_by_another(discourse, reference):
            return None
    return None


def _quoted_by_another(discourse: Discourse, reference: Reference) -> bool:
    """« Selon un diplomate, le ministre a dit qu'il partirait. … cette source »: the diplomat, who told of it."""
    return any(
        other.speaking and other.at < reference.at and discourse.distance(other, reference.at) == 0
        for other in discourse.before(reference.at, discourse.place(reference.at))
    )


_SPEAKERS = word_class("go on speaking") | {"source"}


def is_topic(reading: Reading, reference: Reference, description: Description) -> bool:
    """Tell whether a person is whom the passage is about: the last subject or speaker of the frame, close by.

    Where the description tells a man from a woman or a Dane from a Pole, the others do not count.
    """
    at, gender, discourse = description.start, description.gender, reading.discourse
    if discourse.distance(reference, at) > TOPIC_REACH:
        return False
    inside = discourse.place(at)
    kinds = {"person", reference.entity.kind} if reference.entity.kind == "anonymous" else {"person"}
    if reference.entity.kind not in kinds:
        recent = takewhile(lambda r: discourse.distance(r, at) <= FARTHEST, discourse.before(at, inside))
        things = [r for r in recent if r.entity.kind in {"organisation", "unknown"} and r.entity.name_words]
        near = [r for r in things if r.subject and discourse.distance(r, at) <= 1]
        acting = [r for r in near if r.speaking] or near
        nearest = next(iter(acting or things), None)
        return (
            nearest is not None
            and nearest.entity is reference.entity
            and (nearest.entity.kind != "unknown" or nearest.subject)
            and discourse.distance(nearest, at) <= 1
        )

    def may_be(reference: Reference) -> bool:
        elsewhere = description.category == "bare" and from_elsewhere(description, reference.entity)
        return agrees(reference.entity, gender, False) and not elsewhere

    top = discourse.most_salient(
        at,
        lambda r: r.entity.kind in kinds and may_be(r),
        inside,
        same_sentence=False,
    )
    if top is None or top.entity is not reference.entity:
        return False
    if not (top.subject or top.speaking or (not top.nested and _alone(reading, top, kinds, inside, at))):
        return False
    return gender is None or not _beside_another(reading, top, description, inside)


def _alone(reading: Reading, top: Reference, kinds: Collection[str], inside: int | None, at: int) -> bool:
    """« Un tribunal a condamné Paul Roux. Le jeune homme … »: nobody else was spoken of."""
    return bool(top.entity.name_words) and all(
        r.entity is top.entity or r.entity.kind not in kinds for r in reading.discourse.before(at, inside)
    )


def _beside_another(reading: Reading, top: Reference, description: Description, inside: int | None) -> bool:
    """« Julie Colin et Anne Petit sont venues. … la jeune femme »: two of them in the sentence, so neither."""
    at = description.start
    where = reading.discourse.distance(top, at)
    return any(
        r.entity is not top.entity
        and r.entity.kind == "person"
        and r.entity.gender == description.gender
        and not (description.category == "bare" and from_elsewhere(description, r.entity))
        and not r.entity.plural
        and reading.discourse.distance(r, at) == where
        for r in reading.discourse.before(at, inside)
    )


def has_its_capital(reading: Reading, description: Description, entity: Entity) -> bool:
    """« la Ligue », « le Comité »: one of its kind, not what some name may be besides; « le Groupe » is a company's."""
    head = reading.tokens[description.head]
    own = head.capital and not head.initial and not head.acronym
    return (
        own
        and description.noun.entry.kind == "organisation"
        and description.category != "company"
        and entity.kind == "unknown"
    )
