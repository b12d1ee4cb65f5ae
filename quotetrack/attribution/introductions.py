"""Words introduced by a colon: « X a déclaré : « … » », « Kerry : « … » », « Le maire se veut rassurant : « … » »."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import regex

from quotetrack.attribution.answers import announces_answer, answerer, made_to_speak, who_answers
from quotetrack.attribution.antecedents import subject
from quotetrack.attribution.context import Article
from quotetrack.attribution.cues import Cue
from quotetrack.attribution.headings import headline
from quotetrack.attribution.introducers import (
    bare_name,
    is_possessive,
    subject_of_introduction,
    who_breaks_in,
    whom_it_moves,
    whose_act,
)
from quotetrack.attribution.model import Reference, Report
from quotetrack.attribution.nonspeech import announces_words, is_title
from quotetrack.attribution.objects import has_its_object
from quotetrack.attribution.phrases import mention_of
from quotetrack.attribution.postverbal import postverbal_subject
from quotetrack.attribution.speakers import can_speak, is_person
from quotetrack.attribution.stretches import trimmed, without_final_stop
from quotetrack.attribution.subjects import source_of
from quotetrack.attribution.turns import is_spoken_to
from quotetrack.attribution.voice import goes_on_alone
from quotetrack.attribution.word_owners import given_the_floor, gives_the_floor, owner_of_words, whose_phrase
from quotetrack.lexicon import Frame
from quotetrack.lexicon.institutions import is_country
from quotetrack.lexicon.tables import plain, word_class
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word, span_of
from quotetrack.syntax.masking import reads_like_a_sentence

_SPEAKING = {Frame.DIRECT, Frame.QUE, Frame.INCISE, Frame.SI, Frame.OBJ, Frame.A_INF, Frame.DE_INF}
_VERBLESS = {"pas question", "hors de", "impossible de", "inutile de", "pas de", "plus question", "plus de"}
_GLOSS = regex.compile(
    r"\((?:entendez|comprenez|lisez|traduisez|traduire|comprendre|lire|sous-entendu|sous-entendez)[\s\p{Z}]*$",
    regex.I,
)
"""« (entendez : « des riches ») »: the author says what is meant."""
_NARRATED = regex.compile(
    r"(?:^|[.!?…»”\"][\s\p{Z}]+)Et[\s\p{Z}](?:[^.!?…«»“”\":;,]{2,60}[\s\p{Z}])?(?:de[\s\p{Z}]|d['’])"
    r"\p{Ll}+(?:er|ir|re)[\s\p{Z}]*$",
    regex.MULTILINE,
)
_ADDITION = regex.compile(
    r"[\s\p{Z},;.–—-]*(?:(?:et|ou|mais|puis)\b(?:[\s\p{Z}](?:encore|aussi|enfin|même)\b)?)?[\s\p{Z}]*"
)


def introduced_report(
    article: Article, passage: int, cues: Mapping[int, Sequence[Cue]], claimed: Collection[int] = ()
) -> Report | None:
    """Return the report of a passage that stands right behind a colon, or None; ``claimed`` passages are others' words.

    The cue is the last verb of saying in front of the colon; without one, a bare name (« Kerry : « … » ») or the
    subject of the sentence (« Le maire ne décolère pas : « … » ») is the source, if it can speak.
    """
    begin = article.passages[passage].span.start
    colon = colon_before(article.text, begin) or _narrated(article.text, begin)
    if colon is None or _GLOSS.search(article.text, max(colon - 20, 0), colon):
        return None
    if is_title(article, article.passages[passage]):
        return None
    index = sentence_at(article, colon, article.passages[passage])
    if index is None:
        return None
    sentence = article.sentences[index]
    content, taken = _words(article, passage, claimed)
    speaking = [
        c
        for c in cues.get(index, ())
        if c.span.start < colon
        and c.frames & _SPEAKING
        and c.form != "past_participle"
        and not _of_a_thing(sentence, c)
    ]
    intro = [w for w in sentence.words if w.end <= colon]
    alone = all(c.word.id <= sentence.root.id for c in speaking)
    moved = whom_it_moves(sentence, intro, article, index) if intro and alone else None
    if moved is not None:
        return Report("sentence_colon", content, index, taken, None, (), moved, rank=3)
    if speaking and (asking := made_to_speak(speaking)) is not None:
        answering = who_answers(article, sentence, asking, index)
        return Report("colon", content, index, taken, None, (), answering, rank=1)
    if (giving := gives_the_floor(sentence, intro)) is not None:
        given = given_the_floor(sentence, giving)
        named = mention_of(article, index, given) if given else None
        return Report("name_colon", content, index, taken, None, (), named, rank=2)
    told = _told_of_words(sentence, speaking, intro)
    if told is not None:
        named = mention_of(article, index, told)
        return Report("name_colon", content, index, taken, None, (), named, rank=2)
    if intro and announces_answer(sentence, intro):
        asked, whose = answerer(article, index)
        if asked or not is_possessive(sentence, intro, article.text):
            return Report("name_colon", content, index, taken, None, (), whose, rank=2)
    phrase = whose_phrase(sentence, intro)
    if phrase is not None and not (
        speaking and _cited(article, sentence, _introducing(sentence, speaking), index)
    ):
        named = mention_of(article, index, phrase)
        return Report("name_colon", content, index, taken, None, (), named, rank=2)
    if speaking:
        cue = _introducing(sentence, speaking)
        if (breaking := who_breaks_in(sentence, cue.word, intro)) is not None:
            named = mention_of(article, index, breaking)
            return Report("name_colon", content, index, taken, None, (), named, rank=2)
        source = (
            _cited(article, sentence, cue, index)
            or _asked(article, sentence, cue, index)
            or source_of(sentence, cue, article.text, speaking)
        )
        if (
            source is None
            and cue.form == "finite"
            and not cue.passive
            and (behind := postverbal_subject(sentence, cue.word))
            and can_speak(sentence, behind)
        ):
            source = mention_of(article, index, behind)
        if source is None and cue.form == "infinitive":  # « ne voit pas de raison de s'inquiéter : « … » »
            source = subject_of_introduction(sentence, intro, article, index)
        # « C'est au père d'être interrogé : « … » » are not the words of who spoke before.
        goes_on = goes_on_alone(cue.word, cue.form)
        carries_on = source is None and ((cue.form == "infinitive" and not cue.passive) or goes_on)
        return Report("colon", content, index, taken, cue.span, (), source, rank=1, carries_on=carries_on)
    if not intro:
        return None
    paragraph = article.paragraphs[sentence.paragraph]
    if reads_like_a_sentence(article.text, article.passages[passage], paragraph) and (
        owner := whose_act(sentence, intro)
    ):
        named = mention_of(article, index, owner)
        return Report("name_colon", content, index, taken, None, (), named, rank=2)
    if is_possessive(sentence, intro, article.text) or _adds(intro):
        return Report("sentence_colon", content, index, taken, None, (), None, rank=3, carries_on=True)
    name = bare_name(sentence, intro, article, index)
    verbless = not any(w.feat("VerbForm") == "Fin" for w in intro)
    if verbless and announces_words(Span(intro[0].start, colon).of(article.text)):
        return None  # « Le nouveau slogan : « Mangez mieux » »
    unnamed = name is not None and (_is_topic(sentence, name) or _is_fixture(article, sentence, name))
    if name is not None and not (unnamed or _in_a_state(article, sentence, name)):
        return Report("name_colon", content, index, taken, None, (), name, rank=2)
    source = subject_of_introduction(sentence, intro, article, index)
    if source is None or is_spoken_to(article.text, content, source.span):
        return headline(article, index, taken, content)
    verb = next((w for w in intro if w.upos in {"VERB", "AUX"} and w.feat("VerbForm") == "Fin"), None)
    group = _whole_verb(sentence, verb) if verb is not None and source else None
    return Report("sentence_colon", content, index, taken, group, (), source, rank=3)


def _told_of_words(sentence: Sentence, speaking: Sequence[Cue], intro: list[Word]) -> Word | None:
    """« La réponse du maire a fusé : », « Le mot de la fin revient à X : »: whose words the sentence is about."""
    if speaking and subject(sentence, speaking[-1].word) is not subject(sentence, sentence.root):
        return None
    finite = any(w.feat("VerbForm") == "Fin" for w in intro)
    return owner_of_words(sentence, intro) if finite else None


def _whole_verb(sentence: Sentence, verb: Word) -> Span:
    """« a haussé le ton : », « s'est emporté : »: the auxiliary with its participle, « se » in front."""
    bearer = sentence.head(verb) if verb.relation == "aux" else verb
    words = [verb]
    if bearer is not None and bearer.upos == "VERB" and verb.id < bearer.id <= verb.id + 4:
        words.append(bearer)
    before = sentence.word(verb.id - 1) if verb.id > 1 else None
    if before is not None and plain(before.text) in {"se", "s'", "ne", "n'"}:
        words.append(before)
    return span_of(words)


def _of_a_thing(sentence: Sentence, cue: Cue) -> bool:
    """« au bar du boulevard, où le chantier a débuté : « … » »: what a thing does in a relative clause is not said."""
    opens = cue.word.lemma == "ouvrir"  # « L'album s'ouvre par un titre inquiet : « … » »
    relative = cue.word.deprel == "acl:relcl" and cue.form == "finite"
    word = subject(sentence, cue.word) if opens or relative else None
    return word is not None and word.upos == "NOUN" and not can_speak(sentence, word)


def _narrated(text: str, begin: int) -> int | None:
    """« Et le maire d'ajouter « c'est fini » »: an infinitive that tells a story introduces words without a colon."""
    return begin if _NARRATED.search(text, max(begin - 90, 0), begin) is not None else None


def _cited(article: Article, sentence: Sentence, cue: Cue, index: int) -> Reference | None:
    """« Et de citer le général de Gaulle : « … » »: the words are those of the person who is cited."""
    if cue.word.lemma not in _CITING or cue.passive:
        return None
    word = sentence.child(cue.word, "obj")
    if word is None or word.id < cue.word.id:
        return None
    if word.lemma in _WORDS:  # « a cité les propos du président : « … » »
        word = next((w for w in sentence.children(word, "nmod") if can_speak(sentence, w)), None)
    elif cue.word.lemma != "citer" or not is_person(sentence, word, article.text):
        return None
    return None if word is None else mention_of(article, index, word)


_CITING = {
    "citer",
    "reprendre",
    "rappeler",
    "lire",
    "relire",
    "rapporter",
    "paraphraser",
    "relayer",
    "reproduire",
}
_WORDS = {
    "propos",
    "mot",
    "phrase",
    "formule",
    "parole",
    "expression",
    "message",
    "déclaration",
    "vers",
    "tweet",
}


def _asked(article: Article, sentence: Sentence, cue: Cue, index: int) -> Reference | None:
    """« Le coach a été interrogé sur ce choix : « C'est à moi de choisir » »: the words are his who is asked.

    « Le maire reste vague quand les élus l'interrogent : « … » » as well.
    """
    if cue.word.lemma not in word_class("interrogating"):
        return None
    above = sentence.head(cue.word) if cue.word.deprel == "advcl" and not cue.passive else None
    if not cue.passive and (above is None or sentence.child(cue.word, "obj", "iobj") is None):
        return None
    word = sentence.child(cue.word, "nsubj") if above is None else subject(sentence, above)
    if word is None or not can_speak(sentence, word):
        return None
    return mention_of(article, index, word)


def _is_topic(sentence: Sentence, name: Reference) -> bool:
    """« Grèce : « Nous sommes confiants » », « Festival de Cannes : … »: in front of a colon, what it is about."""
    if name.head is None:
        return False
    word = sentence.word(name.head).text
    opening = next(w for w in sentence.words if w.start >= name.span.start).text  # « Grève SNCF : « … » »
    return is_country(word) or not word_class("events").isdisjoint({word.lower(), opening.lower()})


def _is_fixture(article: Article, sentence: Sentence, name: Reference) -> bool:
    """« Après Lens - Metz (2-0) : « … » »: two teams, neither of which speaks."""
    if name.head is None or is_person(sentence, sentence.word(name.head), article.text):
        return False
    before = [w for w in sentence.words if w.end <= name.span.start]
    dashed = len(before) > 1 and before[-1].text in {"-", "–", "—"} and before[-2].upos == "PROPN"
    return dashed or _SCORE.search(article.text, name.span.start, name.span.end + 12) is not None


_SCORE = regex.compile(r"\(\d{1,3}[\s\p{Z}]?[-–][\s\p{Z}]?\d{1,3}\b")


def _in_a_state(article: Article, sentence: Sentence, name: Reference) -> bool:
    """« Epagny sous le choc : « … » »: a name of which nothing says that it is a person's, and the state it is in."""
    if name.head is None or is_person(sentence, sentence.word(name.head), article.text):
        return False
    words = [w for w in sentence.words if name.span.contains(w.span)]
    alone = len(words) > 1 and words[0].upos == "PROPN"
    return alone and words[1].text.lower() in {"sous", "en", "face", "après", "sans"}


def colon_clause(article: Article, cue: Cue, others: Sequence[Cue]) -> Span | None:
    """Return the unmarked words behind « X prévient : », if the colon follows the cue closely.

    « Il prévient : la route sera longue. » → la route sera longue
    """
    if cue.form != "finite" or not cue.frames & {Frame.QUE, Frame.DIRECT}:
        return None
    sentence = article.sentences[cue.sentence]
    bounds = article.sentence_spans[cue.sentence]
    if _of_a_thing(sentence, cue) or has_its_object(sentence, cue):
        return None  # « Un constat que la ministre ne conteste pas : … »
    if Frame.QUE not in cue.frames and not article.passages_in(
        Span(cue.span.end, bounds.end), sentence.inside
    ):
        return None
    for word in sentence.words:
        if word.text != ":" or word.start < cue.span.end or article.in_marks(sentence, word):
            continue
        between = [w for w in sentence.words if cue.span.end <= w.start and w.end <= word.start]
        behind = article.passage_spans.beginning(word.start + 1, word.start + 3)
        if any(article.passages[i].depth == 0 for i in behind):
            return None  # the passage right behind the colon says it
        if len(between) > 8 or any(
            c.span.start > cue.span.start and c.span.end <= word.start for c in others
        ):
            return None
        if any(w.stand_in for w in between) or any(w.text.lower() in {"que", "qu'"} for w in between):
            return None
        rest = [w for w in sentence.words if w.start >= word.end]
        said = any(w.feat("VerbForm") == "Fin" and w.deprel != "acl:relcl" for w in rest)
        if not said and " ".join(w.text.lower() for w in rest[:2]) not in _VERBLESS:
            return None
        objects = [
            w for w in sentence.children(cue.word, "obj") if w.id > cue.word.id and w.end <= word.start
        ]
        if any(w.upos == "NOUN" for w in objects) and not cue.inverted:
            return None
        content = without_final_stop(trimmed(Span(word.end, bounds.end), article.text), article.text)
        content = trimmed(content, article.text)
        aside = any(c.incise and content.contains(c.span) for c in others)
        if aside or _TO_HIM.match(article.text, content.start) is not None:
            return None  # « Il est clair : tout sera fait, assure-t-il », « Il y est opposé : pour lui, … »: it has it
        return content
    return None


_TO_HIM = regex.compile(r"(?:pour|selon|d['’]après)\s+(?:lui|elle|eux|elles)\b", regex.IGNORECASE)


def colon_before(text: str, position: int) -> int | None:
    """Return where the colon stands that directly precedes a position, or None."""
    at = position - 1
    while at >= 0 and (text[at].isspace() or text[at] in "\u200b\ufeff–—-(") and position - at < 6:
        at -= 1
    return at if at >= 0 and text[at] == ":" else None


def sentence_at(article: Article, position: int, passage: object = None) -> int | None:
    """Return the index of the innermost sentence that holds a position, or None."""
    best: int | None = None
    for i in article.sentence_places.touching(Span(position, position)):
        span = article.sentence_spans[i]
        if span.start <= position < span.end and (
            best is None or len(span) < len(article.sentence_spans[best])
        ):
            holder = article.sentences[i].inside
            if holder is None or article.passages[holder] is not passage:
                best = i
    return best


def _introducing(sentence: Sentence, speaking: Sequence[Cue]) -> Cue:
    """Return the last cue before the colon that can introduce words: a finite one before a participle."""
    able = [c for c in speaking if c.frames & {Frame.DIRECT, Frame.QUE, Frame.INCISE, Frame.SI}] or list(
        speaking
    )
    last = able[-1]
    if last.form != "infinitive" or Frame.QUE in last.frames:
        return last  # « … d'avoir dit : « … » »: his words
    # « Il accuse le maire d'avoir menti : « … » »: whoever accuses says so, not whoever is accused.
    accused = subject(sentence, last.word)
    ruling = {w.id for w in sentence.ancestors(last.word)}
    above = (c for c in reversed(able) if c.form == "finite" and c.word.id in ruling)
    return next((c for c in above if accused is not None and subject(sentence, c.word) is not accused), last)


def _words(article: Article, passage: int, claimed: Collection[int]) -> tuple[Span, tuple[int, ...]]:
    """Return the run of passages that one colon introduces: « : « … » et « … » », not « : « … ». « … » dit Y »."""
    first = article.passages[passage]
    last, taken = first, [passage]
    for i in range(passage + 1, len(article.passages)):
        other = article.passages[i]
        if other.depth != first.depth or other.span.start < last.span.end:
            continue
        gap = article.text[last.span.end : other.span.start]
        if not _ADDITION.fullmatch(gap) or "\n" in gap or i in claimed:
            break
        last = other
        taken.append(i)
    return Span(first.inner.start, last.inner.end), tuple(taken)


def _adds(intro: list[Word]) -> bool:
    """« Luc Roux : « … » et puis : « … » »: behind other words, nothing but a link."""
    last = max((w.id for w in intro if w.stand_in or w.text in {"»", "”"}), default=0)
    links = [w.text.lower() for w in intro if w.id > last and w.upos != "PUNCT"]
    return last > 0 and bool(links) and set(links) <= {"et", "puis", "mais", "enfin", "encore", "aussi"}
