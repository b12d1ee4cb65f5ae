"""Reports introduced by a source marker without a verb: « selon X », « d'après X », « de source policière »."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import regex

from quotetrack.attribution.antecedents import subject
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.marked_clauses import marked_clause
from quotetrack.attribution.model import Reference, Report
from quotetrack.attribution.phrases import mention_of, noun_phrase
from quotetrack.attribution.postverbal import postverbal_subject
from quotetrack.attribution.rivals import appended_figure, kept_apart
from quotetrack.attribution.speakers import (
    POSSESSIVES,
    begins_a_name,
    can_speak,
    is_criterion,
    is_person,
    is_place,
    may_be_person,
    speaking_noun,
)
from quotetrack.attribution.stretches import is_connective, past_comment
from quotetrack.attribution.surroundings import adjacent_passage
from quotetrack.attribution.weak_markers import before_others, confirmed, holds_of_whom, one_of_several
from quotetrack.lexicon import MarkerMatch, find_markers
from quotetrack.lexicon.institutions import medium
from quotetrack.lexicon.people import is_title
from quotetrack.lexicon.tables import plain
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word

_WHICH = regex.compile(r"(?:lequel|laquelle|lesquels|lesquelles|que|qu['’]|la nature|l['’]âge)\b")
_QUI_OR_WHICH = regex.compile(r"(?:qui|lequel|laquelle|lesquels|lesquelles)\b", regex.IGNORECASE)
_VARYING = {
    "varier", "différer", "changer", "évoluer", "dépendre", "classer", "répartir", "définir", "calculer", "moduler",
    "fixer", "organiser", "adapter", "choisir", "trier", "procéder", "fonctionner", "établir", "juger", "agir",
    "variable", "disparate", "différent", "divers", "inégal", "contrasté", "hétérogène", "distinct", "modulable",
}  # fmt: skip
_POSSESSED = regex.compile(r"\b(?:ses|son|sa|leurs?|l['’]|les)(?=\b|[\s\p{Z}]|\p{L})", regex.IGNORECASE)


def marked_reports(article: Article, index: int, cues: Sequence[Cue]) -> list[Report]:
    """Return a report for each source marker that governs a clause of a sentence.

    « Selon le ministère, les écoles rouvriront lundi. » : source « le ministère », content « les écoles
    rouvriront lundi ». A marker inside a noun phrase (« le rapport selon lequel … ») is left alone, and so is
    « selon les cas ».
    """
    return kept_apart(article, index, list(_marked(article, index, cues)))


def _marked(article: Article, index: int, cues: Sequence[Cue]) -> Iterator[Report]:
    sentence = article.sentences[index]
    whole = article.sentence_spans[index]
    for match in find_markers(whole.of(article.text), article.words_of_markers):
        at = Span(whole.start + match.start, whole.start + match.end)
        bounds = Span(_own_start(article, whole, at), whole.end)
        if match.marker.kind == "source" and any(c.incise and 0 <= at.start - c.span.end < 12 for c in cues):
            continue  # « a-t-on appris de source policière »: the incise has it
        if match.marker.words[0] == "citant" and any(c.incise and c.span.end < at.start for c in cues):
            continue  # « Comme l'a rapporté le journal, citant deux sources, … »: the incise's own
        if match.marker.kind == "source" and _unverified(sentence, at):
            continue
        if _in_passage(article, sentence, at) or _attributes_noun(article, at):
            continue
        if match.marker.kind == "source" and not _names_source(match):
            yield from _possessed(article, sentence, index, at, cues)
            continue
        if match.marker.kind == "source" and _on_says(sentence, at, cues):
            continue  # « De source policière, on indique que … »: the verb has it
        if match.marker.kind == "source" and _are_had(sentence, at):
            continue
        source = _source(article, sentence, index, at, match)
        told = source.span if source is not None else at
        if source is not None and article.text[source.span.start : source.span.end + 3].lower() in _WHAT:
            source, told = _of_what_one_says(article, sentence, index, source, cues)
        if source is None or not _speaks(article, sentence, source) or _varies(article, sentence, at, source):
            continue
        relative = source.span.end <= at.start
        if match.marker.words[0] == "pour" and _in_the_name_of(article, sentence, source, cues):
            continue
        if match.marker.weak and match.marker.words[0] == "pour" and sentence.inside is not None:
            continue  # « « Pour les joueurs, rien n'a changé », assure Cros »: his own view of them
        if match.marker.weak and not (
            holds_of_whom(article, sentence, at)
            if relative
            else confirmed(article, sentence, bounds, at, source)
        ):
            continue
        told = told if told.end > source.span.end else _with_participle(sentence, source)
        content = marked_clause(article, sentence, bounds, at, told, cues)
        if content is None:
            continue
        span, cut, passages = content
        if (figure := appended_figure(article, index, at)) is not None and not relative:
            span, cut, passages = figure, (), ()
        one = one_of_several(article, bounds, at, source)
        if one is None and not _WORDS.isdisjoint(match.marker.words):
            one = adjacent_passage(article, sentence, at.start)
        if one is not None:
            span, cut, passages = article.passages[one].inner, (), (one,)
        if _borrows_a_voice(match, cues, bool(article.passages_in(span, sentence.inside))):
            continue
        yield Report("marker", span, index, passages, at, cut, source, rank=3)


_WHAT = {"ce que", "ce qu'", "ce qu’", "ce qu", "ce que "}


def _of_what_one_says(
    article: Article, sentence: Sentence, index: int, what: Reference, cues: Sequence[Cue]
) -> tuple[Reference | None, Span]:
    """Return who says it, and the whole phrase: « selon ce qu'a indiqué la directrice ».

    « selon ce qu'une crèche offrira » tells nobody's words.
    """
    for cue in cues:
        said = cue.word.deprel == "acl:relcl" and cue.word.head == what.head and not cue.needs_marks
        word = (subject(sentence, cue.word) or postverbal_subject(sentence, cue.word)) if said else None
        if word is not None and (can_speak(sentence, word) or word.upos == "PRON"):
            span = word.span if word.upos == "PRON" else noun_phrase(sentence, word, article.text)
            end = max(w.end for w in sentence.subtree(cue.word) if w.upos != "PUNCT")
            return Reference(span, index, word.id), Span(what.span.start, max(end, span.end))
    return None, what.span


def _own_start(article: Article, sentence: Span, at: Span) -> int:
    """« « … le film parle d'aujourd'hui. » Pour Luc Roux, … »: where a stop inside the marks hid a new sentence."""
    for passage in article.passages_in(Span(sentence.start, at.start)):
        words = article.passages[passage]
        gap = article.text[words.span.end : at.start]
        closed = words.inner.of(article.text).rstrip()[-1:] in {".", "!", "?", "…"}
        if closed and not gap.strip() and article.text[at.start : at.start + 1].isupper():
            return at.start
    return sentence.start


def _names_source(match: MarkerMatch) -> bool:
    """Tell « de source policière » from « à ses yeux », « à l'en croire »."""
    return bool({"source", "sources"} & set(match.marker.words))


def _possessed(
    article: Article, sentence: Sentence, index: int, at: Span, cues: Sequence[Cue]
) -> Iterator[Report]:
    """« À ses yeux, la réforme est « mal préparée ». »: the speaker of the report before, in the same paragraph."""
    bounds = article.sentence_spans[index]
    before = article.text[bounds.start : at.start].strip()
    closed = article.text[at.end : at.end + 1] in {",", "."}
    if not closed or (before and before[-1] not in ",:;»" and not is_connective(before)):
        return
    content = marked_clause(article, sentence, bounds, at, Span(at.end, at.end), cues)
    if content is not None and _POSSESSED.search(at.of(article.text)):
        span, cut, passages = content
        whose = _whose_turn(article, index, at)
        yield Report("marker", span, index, passages, at, cut, whose, rank=3, carries_on=True)


_WORDS = {"mot", "mots", "termes", "formule", "expression"}
"""« une réunion « utile », selon les mots de la maire »: what is marked is hers, and no more."""


def _whose_turn(article: Article, index: int, at: Span) -> Reference | None:
    """« Le maire a visité le chantier. À l'en croire, … »: whom the sentence before is about."""
    before = index - 1
    if before < 0 or article.sentences[before].paragraph != article.sentences[index].paragraph:
        return None
    sentence = article.sentences[before]
    if sentence.inside is not None or article.sentences[index].inside is not None:
        return None
    word = subject(sentence, sentence.root)
    if word is None or word.id > sentence.root.id or not can_speak(sentence, word):
        return None
    noun = speaking_noun(sentence, word)
    if noun is not None and noun.entry.kind == "document":
        return None
    several = word.feat("Number") == "Plur"
    if several != bool(_SEVERAL.search(at.of(article.text))):
        return None
    return mention_of(article, before, word)


_SEVERAL = regex.compile(r"\b(?:les|leurs?)\b", regex.IGNORECASE)


def _in_the_name_of(article: Article, sentence: Sentence, source: Reference, cues: Sequence[Cue]) -> bool:
    """« Pour le parti, son président explique que … », « Pour la CGT, Luc Roux dénonce … »: the other one speaks."""
    head = sentence.word(source.head) if source.head else None
    if head is None or is_person(sentence, head, article.text):
        return False
    following = [w for w in sentence.words if w.start >= source.span.end and w.upos != "PUNCT"][:6]
    if not following or following[0].upos not in {"DET", "PROPN"}:
        return False
    own = following[0].upos == "PROPN" or following[0].text.lower() in POSSESSIVES
    speakers = [subject(sentence, c.word) for c in cues if c.form == "finite" and not c.incise]
    return own and any(w is not None and w in following and may_be_person(sentence, w) for w in speakers)


def _are_had(sentence: Sentence, at: Span) -> bool:
    """« Ce journal n'a pas de bonnes sources »: it has none, nothing is said by them."""
    return any(at.contains(w.span) and w.relation in {"obj", "nsubj"} for w in sentence.words)


def _on_says(sentence: Sentence, at: Span, cues: Sequence[Cue]) -> bool:
    """« De sources concordantes, on apprend que … »: the verb of saying behind has « on » for its subject."""
    subjects = [w.id for w in sentence.words if w.start > at.end and w.text.lower() == "on"]
    return any(0 < c.word.id - s < 5 for c in cues for s in subjects)


def _borrows_a_voice(match: MarkerMatch, cues: Sequence[Cue], quoted: bool) -> bool:
    """« X, par la voix de Y, demande que … » is X's report, « du côté des usagers, c'est la lassitude » nobody's."""
    first = match.marker.words[0]
    return (first in {"par", "via"} and (bool(cues) or not quoted)) or (first == "du" and not quoted)


def _in_passage(article: Article, sentence: Sentence, at: Span) -> bool:
    own = article.passages[sentence.inside].inner if sentence.inside is not None else None
    return any(
        p.inner.contains(at) and (own is None or (p.inner != own and own.contains(p.span)))
        for p in article.passages
    )


def _attributes_noun(article: Article, at: Span) -> bool:
    """« une méthode selon laquelle », « classés selon leur taille »: no report; « le maire, selon lequel » is one."""
    following = article.text[at.end : at.end + 20].lstrip()
    if _WHICH.match(following) is None:
        return False
    apart = article.text[max(at.start - 3, 0) : at.start].rstrip()[-1:] == ","
    return not apart or _QUI_OR_WHICH.match(following) is None


def _source(
    article: Article, sentence: Sentence, index: int, at: Span, match: MarkerMatch
) -> Reference | None:
    if match.marker.kind == "source":
        return _source_noun(article, sentence, index, at)
    if (behind := _relative_source(article, sentence, index, at)) is not None:
        return behind
    following = [
        w
        for w in sentence.words
        if w.start >= at.end and not (w.text.lower() in {"de", "à"} and w.start == at.end)
    ]
    if not following or (following[0].upos == "PUNCT" and following[0].text not in {"«", "“", '"'}):
        return None
    first = following[0]
    if _QUI_OR_WHICH.fullmatch(first.text) is not None:
        return None  # « selon qui gagne », « une méthode, selon laquelle … »
    inside = {w.id for w in sentence.words if w.start < at.end}
    head = _head_of_phrase(sentence, first, inside)
    if head is None:
        return None
    named = sentence.words[head.id] if head.id < len(sentence.words) else None
    titled = is_title(head.text) and named is not None and named.text[:1].isupper()
    if titled and named is not None and head.upos == "PRON":
        name = noun_phrase(sentence, named, article.text)  # « selon Me Hervé Gerbi »
        return Reference(Span(head.start, name.end), index, named.id)
    personal = head.feat("PronType") == "Prs"
    span = head.span if personal else noun_phrase(sentence, head, article.text)
    span = before_others(article.text, Span(max(span.start, first.start), max(span.end, head.end)))
    return Reference(_with_bearer(article, sentence, span), index, head.id)


def _with_bearer(article: Article, sentence: Sentence, span: Span) -> Span:
    """« Selon le professeur Pierre Roux, … »: the name right behind a role and before a comma, whatever the parse."""
    behind = [w for w in sentence.words if w.start > span.end]
    name = list(itertools.takewhile(lambda w: w.upos == "PROPN", behind))
    if not name or not begins_a_name(name[0]) or article.text[span.end : name[0].start].strip():
        return span
    closed = len(name) < len(behind) and behind[len(name)].text == ","
    return Span(span.start, name[-1].end) if closed else span


def _relative_source(article: Article, sentence: Sentence, index: int, at: Span) -> Reference | None:
    """« le maire se méfie, selon qui la digue cédera », « …, selon lequel … »: whom the relative stands for."""
    relative = next((w for w in sentence.words if w.start >= at.end), None)
    if relative is None or _QUI_OR_WHICH.fullmatch(relative.text) is None:
        return None
    before = [w for w in sentence.words if w.end <= at.start and w.upos != "PUNCT"]
    root = sentence.root
    near = before[-1] if before and before[-1].upos in {"NOUN", "PROPN", "ADJ"} else None
    while (
        near is not None
        and near.relation in {"flat", "appos", "amod"}
        and (head := sentence.head(near)) is not None
    ):
        near = head
    if article.text[max(at.start - 3, 0) : at.start].rstrip()[-1:] != ",":
        return _right_before_qui(article, sentence, index, at, near)
    if relative.text.lower() != "qui":  # a paper is a noun's own: « un rapport, selon lequel … »
        person = near is not None and is_person(sentence, near, article.text)
        return mention_of(article, index, near) if near is not None and person else None
    speaks = near is not None and at.of(article.text).lower() != "pour" and _speaks_for_many(sentence, near)
    if near is not None and (speaks or _speaks_there(article, sentence, near) or _acted_on(near)):
        return mention_of(article, index, near)
    whose = subject(sentence, root) if near is None or near.upos != "PROPN" else None
    if whose is None or whose.end > at.start or not _speaks_there(article, sentence, whose):
        return None  # « Le ministre s'en remet à Bergeron, pour qui … »: perhaps a person, perhaps a town
    return mention_of(article, index, whose)


def _speaks_there(article: Article, sentence: Sentence, word: Word) -> bool:
    """Tell whether a word heads a person or the name of a paper."""
    if is_person(sentence, word, article.text):
        return True
    return medium(noun_phrase(sentence, word, article.text).of(article.text)) is not None


def _speaks_for_many(sentence: Sentence, word: Word) -> bool:
    """« contesté par FO, selon qui », « défendu par la direction, selon qui »: an acronym, or a house that speaks."""
    return can_speak(sentence, word) or (word.upos == "PROPN" and word.text.isupper() and len(word.text) > 1)


def _acted_on(word: Word) -> bool:
    """« Le cinéaste aime citer Jouvet, pour qui … »: a last name, no setting (« rentre de Lyon, selon qui … »)."""
    return word.upos == "PROPN" and word.relation in {"obj", "nsubj", "root"} and not is_place(word)


def _right_before_qui(
    article: Article, sentence: Sentence, index: int, at: Span, near: Word | None
) -> Reference | None:
    """« titre La Gazette pour qui « tout est joué » », « cite un témoin selon qui « l'alarme sonnait » »."""
    if near is None:
        return None
    named = noun_phrase(sentence, near, article.text)
    told = at.of(article.text).lower() != "pour" and is_person(sentence, near, article.text)
    return Reference(named, index, near.id) if told or medium(named.of(article.text)) is not None else None


def _head_of_phrase(sentence: Sentence, first: Word, marker: set[int]) -> Word | None:
    """Return the head of the noun phrase that begins with a word."""
    for word in sentence.words[first.id - 1 : first.id + 5]:
        if word.upos in {"NOUN", "PROPN", "PRON", "NUM"} or (
            word.upos in {"ADJ", "X"} and (word.text[:1].isupper() or word.lemma == "dernier")
        ):
            current = word
            while True:
                head = sentence.head(current)
                if (
                    head is None
                    or head.id in marker
                    or head.id < first.id
                    or head.upos not in {"NOUN", "PROPN"}
                    or current.relation not in {"amod", "nmod", "flat", "appos", "compound", "det", "nummod"}
                    or sentence.child(current, "case") is not None
                ):
                    return current
                current = head
        if word.upos in {"VERB", "AUX", "SCONJ"}:
            return None
    return None


def _source_noun(article: Article, sentence: Sentence, index: int, at: Span) -> Reference | None:
    """« de source policière », « a-t-on appris de sources concordantes »: the noun is part of the marker."""
    for word in sentence.words:
        if at.start <= word.start < at.end and word.text.lower() in {"source", "sources"}:
            span = noun_phrase(sentence, word, article.text)
            return Reference(Span(word.start, max(span.end, word.end)), index, word.id)
    return None


def _varies(article: Article, sentence: Sentence, at: Span, source: Reference) -> bool:
    """« varie selon les régions », « définis selon la loi », « disparates selon … »: the word takes the phrase."""
    if article.text[: at.start].rstrip()[-1:] in ',(-–—»”"':
        return False
    before = [w for w in sentence.words if w.end <= at.start][-1:]
    head = sentence.head(sentence.word(source.head)) if source.head else None
    return any(w is not None and w.lemma in _VARYING and w.start < at.start for w in (*before, head))


def _speaks(article: Article, sentence: Sentence, source: Reference) -> bool:
    """« selon les tronçons », « selon la taille »: what cannot speak is no source; « selon moi » is the author."""
    if source.head is None:
        return True
    word = sentence.word(source.head)
    if word.text.lower() in {"moi", "nous", "vous", "toi"}:
        return False
    if can_speak(sentence, word) or word.upos in {"PRON", "NUM", "X"} or word.text[:1].isupper():
        return True
    end = past_comment(article.text, source.span.end, sentence.span.end)
    closed = article.text[end : end + 2].lstrip()[:1] in {",", "."}
    return closed and not is_criterion(word.lemma)


def _unverified(sentence: Sentence, at: Span) -> bool:
    """« Ces chiffres n'ont pu être vérifiés de source indépendante »: nobody says so."""
    before = [w for w in sentence.words if w.end <= at.start]
    verified = next((w for w in reversed(before[-3:]) if w.lemma in _VERIFYING), None)
    negated = any(plain(w.text) in {"ne", "n'"} for w in before)
    return verified is not None and negated


_VERIFYING = {"vérifier", "confirmer", "corroborer", "établir", "recouper", "obtenir", "authentifier"}


def _with_participle(sentence: Sentence, source: Reference) -> Span:
    """« Selon un élu | ayant lu le rapport, le pont est fragile »: what the source did is no part of the words.

    Nor is what was done to it: « Selon l'expert | nommé par le tribunal, tout est faux ».
    """
    following = next((w for w in sentence.words if w.start >= source.span.end), None)
    if following is None:
        return source.span
    doing = following.text.endswith("ant") and following.upos in {"VERB", "AUX"}
    done = following.head == source.head and following.feat("VerbForm") == "Part"
    if not doing and not done:
        return source.span
    comma = next((w for w in sentence.words if w.text == "," and w.start > following.start), None)
    return source.span if comma is None else Span(source.span.start, comma.start)
