"""Content that hangs on a verb of saying as an infinitive or a predicate: « accuse X de … », « se dit prêt à … »."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotetrack.attribution.antecedents import subject
from quotetrack.attribution.boundaries import clause_end
from quotetrack.attribution.clauses import name_of_audience
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.finding import Finding, addressed, stretch
from quotetrack.attribution.speakers import can_speak, may_be_person
from quotetrack.attribution.stretches import straight
from quotetrack.attribution.times import tells_when
from quotetrack.lexicon import Frame, noun
from quotetrack.lexicon.tables import plain, word_class
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word

_BEFORE_INFINITIVE = {
    "«", "“", '"', "ne", "n'", "pas", "me", "m'", "te", "t'", "se", "s'", "le", "la", "l'", "les", "lui", "leur",
    "nous", "vous", "y", "en",
}  # fmt: skip
_NEGATING = {
    "ne",
    "n'",
    "n’",
    "pas",
    "plus",
    "jamais",
    "rien",
    "guère",
    "point",
    "nullement",
    "y",
    "en",
    "se",
    "s'",
    "s’",
}
_OPENING = {"«", "“", '"', "''"}
_ASIDE = regex.compile(
    r"(?:,?[\s\p{Z}]+(?:au contraire|tout de même|quand même|malgré tout|à son tour|à nouveau|de nouveau|sans surprise"
    r"|d'ores et déjà|de (?:son|leur) côté|pour (?:sa|leur) part|(?:quant à )?(?:lui|elle|eux|elles)"
    r"(?: aussi| également| non plus)?)(?=[\s\p{Z},]))+,?[\s\p{Z}]+"
)
_REPORTERS_LINKS = {"toutefois", "cependant", "néanmoins", "pourtant", "également", "ainsi", "donc", "enfin"}
_INTENTIONS = {"intention", "volonté", "souhait", "refus", "décision", "désir", "besoin", "nécessité"}


def infinitive_clause(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find the infinitive that a verb of saying governs.

    « Paris accuse Ankara de jouer un « jeu dangereux » » → jouer un « jeu dangereux »; « appelle à voter »,
    « dit avoir tout essayé », « s'est engagé, une fois élu, à démissionner ».
    """
    wanted: set[str] = set()
    if Frame.DE_INF in cue.frames:
        wanted |= {"de", "d'"}
    if Frame.A_INF in cue.frames:
        wanted.add("à")
    if Frame.INF in cue.frames:
        wanted.add("")
    if not wanted:
        return None
    sentence = article.sentences[cue.sentence]
    if cue.word.lemma in word_class("perceiving") and sentence.auxiliaries(cue.word):
        return None  # « Elle a entendu crier « au feu » »: heard, not meant
    found = _infinitive(sentence, cue, wanted)
    if found is None or _befalls(sentence, cue, found[0]):
        return None
    verb, start = found
    if (whole := _marked_with_those_asked(article, sentence, cue, start)) is not None:
        return Finding("infinitive", whole, None)
    last = clause_end(sentence, cue, verb, start, others)
    if (colon := _answer_behind(article, sentence, cue, verb)) is not None:
        last = sentence.word(min(last.id, colon - 1))
    content = stretch(article, sentence, start, max(last.id, verb.id))
    return Finding("infinitive", content, addressed(sentence, cue))


def _answer_behind(article: Article, sentence: Sentence, cue: Cue, verb: Word) -> int | None:
    """« Le juge lui demande de se justifier : « … » »: the colon behind which whoever is asked to speak answers."""
    if cue.category not in {"demanding", "urging"} or verb.lemma not in word_class("made to speak"):
        return None
    colons = [w for w in sentence.words[verb.id :] if w.text == ":" and not article.in_marks(sentence, w)]
    for colon in colons[:1]:
        if any(0 < p.span.start - colon.start < 4 for p in article.passages):
            return colon.id
    return None


def _befalls(sentence: Sentence, cue: Cue, verb: Word) -> bool:
    """« La toiture menaçait de s'effondrer », « L'hiver promet d'être rude »: what may happen to a thing."""
    speaker = subject(sentence, cue.word)
    is_so = any(w.lemma == "être" for w in sentence.children(verb, "cop", "aux"))
    happens = is_so or verb.lemma in word_class("befalls things")
    return (
        happens
        and cue.category in {"demanding", "promising"}
        and speaker is not None
        and speaker.upos == "NOUN"
        and not may_be_person(sentence, speaker)
    )


def _marked_with_those_asked(article: Article, sentence: Sentence, cue: Cue, start: int) -> Span | None:
    """« appelant « les deux camps à déposer les armes » »: the marks open before those who are asked."""
    first = sentence.word(start)
    for i in article.passages_in(Span(cue.span.end, sentence.span.end), sentence.inside):
        inner = article.passages[i].inner
        if inner.start < first.start < inner.end and cue.span.end < inner.start:
            asked = [w for w in sentence.words if inner.start <= w.start < first.start]
            return inner if any(w.upos in {"NOUN", "PROPN", "PRON"} for w in asked) else None
    return None


def predicate(article: Article, cue: Cue, others: Sequence[Cue]) -> Finding | None:
    """Find what somebody says of himself: « se dit prête à la proclamer », « s'est dit « inquiet » »."""
    if Frame.ATTR not in cue.frames:
        return None
    sentence = article.sentences[cue.sentence]
    speaker = subject(sentence, cue.word)
    if speaker is not None and not can_speak(sentence, speaker) and speaker.text.lower() not in {"qui", "on"}:
        return None
    aside = _ASIDE.match(straight(article.text), cue.span.end)
    after = cue.span.end if aside is None else aside.end()
    for word in sentence.words[cue.word.id :]:
        if word.start < after:
            continue
        if word.upos == "PUNCT" and word.text not in {"«", "“", '"', "''", "»", "”"}:
            return None
        if word.upos == "ADP" and word.text.lower() not in {"en", "pour", "contre", "sans", "sous"}:
            return None
        if tells_when(sentence, word) or _the_day_before(sentence, word):
            continue  # « s'est dit mardi soir prêt à partir »; a fire « s'est déclaré mardi soir »
        if word.upos in {"ADJ", "VERB", "NOUN"} and not word.text.endswith("ant"):
            if _declares_an_act(article, cue, word):
                return None
            first = word.id
            while first - 1 > cue.word.id and sentence.word(first - 1).upos in {"ADV", "DET", "PUNCT"}:
                before = sentence.word(first - 1)
                if before.text == "," or before.start < after or before.text.lower() in _REPORTERS_LINKS:
                    break  # « se dit toutefois encouragée »
                first -= 1
            last = clause_end(sentence, cue, word, first, others)
            return Finding("predicate", stretch(article, sentence, first, max(last.id, word.id)))
        if word.upos not in {"ADV", "DET", "PUNCT", "PRON", "ADP"}:
            return None
    return None


def _declares_an_act(article: Article, cue: Cue, word: Word) -> bool:
    """« s'est déclaré candidat à la mairie », « s'est déclarée en faillite »: done by declaring it, no words said."""
    done = {word.lemma.lower(), word.text.lower()} & word_class("done by declaring")
    return cue.word.lemma == "déclarer" and bool(done) and article.passage_at(word) is None


def _the_day_before(sentence: Sentence, word: Word) -> bool:
    """« s'est dit la veille prêt à partir »: when he said so, before what he says."""
    following = sentence.words[word.id] if word.id < len(sentence.words) else None
    timed = word.lemma.lower() in word_class("times") and bool(sentence.child(word, "det"))
    return timed and following is not None and following.upos in {"ADJ", "VERB", "ADV"}


def _infinitive(sentence: Sentence, cue: Cue, wanted: set[str]) -> tuple[Word, int] | None:
    """Return the governed infinitive and the id of the first word of its clause."""
    direct = [
        w
        for w in sentence.children(cue.word, "xcomp", "ccomp", "obl", "advcl", "acl", "obj", "iobj")
        if w.id > cue.word.id
    ]
    said = [w for w in direct if w.upos == "NOUN" and (noun(w.lemma) is not None or w.lemma in _INTENTIONS)]
    nominal = [c for w in said for c in sentence.children(w, "acl", "xcomp", "ccomp")]
    for verb in [*direct, *nominal]:
        auxiliary = sentence.child(verb, "aux", "cop")
        bearer = auxiliary if auxiliary is not None and auxiliary.id > cue.word.id else verb
        if bearer.feat("VerbForm") != "Inf" and not (
            bearer is verb and verb.text.endswith(("er", "ir", "re"))
        ):
            continue
        if bearer.feat("VerbForm") != "Inf" and verb.upos != "VERB":
            continue
        marks = [
            w
            for w in sentence.children(verb, "mark", "case")
            if w.id < verb.id and w.upos == "ADP" and w.id > cue.word.id
        ]
        text = plain(marks[0].text) if marks else ""
        if text not in wanted or (marks and _with_a_view(sentence, marks[0])):
            continue
        if not text and (verb.id - cue.word.id > 6 or _relative_object(sentence, cue.word)):
            continue
        start = marks[0].id + 1 if marks else _first_of(sentence, verb, cue.word.id)
        return verb, start
    return _infinitive_further(sentence, cue, wanted)


def _with_a_view(sentence: Sentence, mark: Word) -> bool:
    """« la réunion qu'il a proposée en vue de rapprocher les voisins »: what for, not what he proposes to do."""
    before = " ".join(w.text.lower() for w in sentence.words[max(mark.id - 3, 0) : mark.id - 1])
    return before.endswith(("en vue", "afin", "au lieu", "avant", "histoire", "faute"))


def _infinitive_further(sentence: Sentence, cue: Cue, wanted: set[str]) -> tuple[Word, int] | None:
    """« s'est engagé, une fois élu, à travailler », « demandent au préfet d'« user de son autorité » », « demande au
    ministre de l'y inviter ».

    The infinitive behind what stands between commas, or behind those who are asked, where the tree lost it.
    """
    after = cue.word.id
    comma = after < len(sentence.words) and sentence.word(after + 1).text == ","
    if not comma and "" in wanted and after + 1 < len(sentence.words):
        comma = sentence.word(after + 2).text == ","  # « a affirmé jeudi, au lendemain de …, avoir … »
    if not comma and "" in wanted and (done := _thing_done(sentence, cue)) is not None:
        return done
    asks = cue.category in {"demanding", "urging", "accusing", "warning", "promising"}
    if not comma and not asks:
        return None
    for word in sentence.words[after:]:
        if word.id - after > 14 or word.feat("VerbForm") == "Fin" or word.text in {";", ":", "."}:
            return None
        if word.feat("VerbForm") == "Inf":
            return None  # « proposé par Paris pour tenter de sortir de la crise »: what one tries to do
        text = plain(word.text)
        following = next(
            (w for w in sentence.words[word.id :] if plain(w.text) not in _BEFORE_INFINITIVE),
            None,
        )
        if (
            "" in wanted
            and text == ","
            and word.id > after + 1
            and following is not None
            and following.feat("VerbForm") == "Inf"
            and _aside_between(sentence, after, word)
        ):
            helps = following.relation in {"aux", "cop"}
            first = word.id + 1  # « a assuré, devant les élus, | n'avoir rien vu »
            while first < following.id and sentence.word(first).text in _OPENING:
                first += 1
            return (sentence.head(following) or following) if helps else following, first
        if text not in wanted - {""} or following is None or following.feat("VerbForm") != "Inf":
            continue
        if _with_a_view(sentence, word):
            return None
        if (comma and sentence.word(word.id - 1).text == ",") or (asks and not comma):
            start = word.id + 1
            while sentence.word(start).upos == "PUNCT" and start < following.id:
                start += 1
            helps = following.relation in {"aux", "cop"}  # « d'avoir affirmé »
            return (sentence.head(following) or following) if helps else following, start
    return None


def _thing_done(sentence: Sentence, cue: Cue) -> tuple[Word, int] | None:
    """« a nié ce mercredi devant le juge avoir perçu de l'argent »: a perfect infinitive behind when and to whom.

    « a déclaré dans un entretien au magazine « Relief » être en faveur d'un retour »: or that of « être ».
    """
    between: list[Word] = []
    named = name_of_audience(sentence, cue.word.id)
    if any(w.id > cue.word.id and w.upos == "NOUN" for w in sentence.children(cue.word, "obj")):
        return None  # « a reconnu la voix pour l'avoir entendue »
    for word in sentence.words[cue.word.id : cue.word.id + 14]:
        if word.id in named:
            continue
        if word.feat("VerbForm") == "Inf":
            verb = sentence.head(word)
            bare = not between or between[-1].upos != "ADP"
            perfect = word.relation in {"aux", "cop"} and verb is not None and verb.id > word.id
            first = word.id
            while first - 1 > cue.word.id and sentence.word(first - 1).text.lower() in _NEGATING:
                first -= 1
            return (verb, first) if bare and perfect and verb is not None else None
        if word.upos == "VERB" and word.relation == "acl" and word.feat("VerbForm") == "Part":
            continue  # « dans une interview accordée au magazine »
        if word.upos in {"PUNCT", "VERB", "AUX", "SCONJ", "CCONJ"}:
            return None
        between.append(word)
    return None


def _aside_between(sentence: Sentence, after: int, comma: Word) -> bool:
    """« ont affirmé jeudi, au lendemain de la mutinerie, avoir été attaqués »: an aside between two commas."""
    between = sentence.words[after : comma.id - 1]
    commas = [w for w in between if w.text == ","]
    return len(commas) == 1 and sentence.word(commas[0].id + 1).upos in {"ADP", "ADV", "DET"}


def _relative_object(sentence: Sentence, verb: Word) -> bool:
    """« le rôle qu'il prétend assumer »: the relative is the infinitive's object, nothing is reported."""
    clause = next((w for w in [verb, *sentence.ancestors(verb)] if w.deprel == "acl:relcl"), None)
    return clause is not None and any(
        w.text.lower() in {"que", "qu'", "qu’"} and w.feat("PronType") == "Rel"
        for w in sentence.subtree(clause)
    )


def _first_of(sentence: Sentence, verb: Word, after: int) -> int:
    near = [
        w.id
        for w in sentence.children(verb, "expl", "advmod", "obj", "iobj", "aux", "cop")
        if after < w.id < verb.id
    ]
    first = min([verb.id, *near])
    while first - 1 > after and sentence.word(first - 1).text.lower() in _NEGATING:
        first -= 1  # « a juré n'avoir rien vu », « dit ne pas vouloir partir »
        near.append(first)
    first = min([verb.id, *near])
    if first - 2 > after and sentence.word(first - 1).text in _OPENING:
        while first - 1 > after and sentence.word(first - 1).text.lower() in _NEGATING | _OPENING:
            first -= 1  # « dit ne « rien regretter » », « assure ne pas « avoir menti » »
        while sentence.word(first).text in _OPENING:
            first += 1
    return first
