"""Cues to quotes: one function per construction, each named, so that a quote can say why it exists.

Where to add a construction: clauses behind a verb in ``clauses``, « C'est ce que » in ``back_references``, infinitives
in ``infinitives``, acts that are judged in ``judgements``, quoted objects in ``objects``, verbs inside the marks in
``quoted_verbs``, incises in ``incises``, what goes on behind them in ``resuming``, colons in ``introductions``,
« selon » in ``markers``, nouns in ``nouns``, words without a cue in ``continuations``, ``turns``, ``presenting`` and
``dialogues``, the press conditional in ``hearsay``; what one report does to another in ``revising``.
Where to add a verb: in ``quotetrack/lexicon/verbs.tsv``. ``find_reports`` below says in which order the
constructions are tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quotetrack.attribution.antecedents import speaks_for_itself
from quotetrack.attribution.asides import beside_asides
from quotetrack.attribution.assembly import Settled, settle
from quotetrack.attribution.back_references import back_reference
from quotetrack.attribution.clauses import que_clause
from quotetrack.attribution.context import Article
from quotetrack.attribution.continuations import continued
from quotetrack.attribution.cues import Cue, cues
from quotetrack.attribution.dialogues import dialogue_reports
from quotetrack.attribution.finding import Finding
from quotetrack.attribution.hearsay import hearsay_reports
from quotetrack.attribution.impersonal import source_behind_on, stands_for_we
from quotetrack.attribution.incises import incise_start, is_incise
from quotetrack.attribution.infinitives import infinitive_clause, predicate
from quotetrack.attribution.introductions import colon_clause, introduced_report
from quotetrack.attribution.judgements import judged_act
from quotetrack.attribution.markers import marked_reports
from quotetrack.attribution.model import Reference, Report
from quotetrack.attribution.nouns import noun_reports
from quotetrack.attribution.objects import plain_object, quoted_object
from quotetrack.attribution.quoted_verbs import quoted_verbs
from quotetrack.attribution.revising import (
    spoken_on,
    with_words_told_on,
    without_acts_to_come,
    without_thoughts,
)
from quotetrack.attribution.settings import addressee_of, medium_of
from quotetrack.attribution.speakers import speaking_noun
from quotetrack.attribution.stretches import trimmed
from quotetrack.attribution.subjects import source_of
from quotetrack.attribution.surroundings import Around, around
from quotetrack.attribution.used_words import used_words
from quotetrack.attribution.voice import goes_on_alone, is_asked, is_general, is_wished
from quotetrack.lexicon import Frame
from quotetrack.lexicon.tables import plain, word_class
from quotetrack.model import Span
from quotetrack.syntax import Sentence, Word

__all__ = ["Article", "Reference", "Report", "Settled", "find_reports", "settle"]

CLAUSES = (back_reference, que_clause, judged_act, infinitive_clause, predicate, plain_object, quoted_object)
"""The constructions that hang content on a verb, in the order in which they are tried."""


def find_reports(article: Article) -> list[Report]:
    """Return all reports of an article, in no order, doubles included (see ``settle``)."""
    by_sentence = {i: _with_incises(article, i) for i in range(len(article.sentences))}
    reports: list[Report] = []
    for index, found in by_sentence.items():
        own = [r for cue in found if (r := _report(article, cue, found)) is not None]
        marked = marked_reports(article, index, found)
        told = list(noun_reports(article, index))
        asides = [*marked, *told, *(r for r in own if r.rule == "incise")]
        own = beside_asides(article, own, asides) if asides else own
        reports += [*spoken_on(article, found, own, marked), *marked, *told]
    claimed = {p for r in reports for p in r.passages}
    for number, passage in enumerate(article.passages):
        if number not in claimed and not passage.dialogue:
            report = introduced_report(article, number, by_sentence, claimed)
            if report is not None:
                reports.append(_with_settings(article, report, by_sentence))
                claimed.update(report.passages)
    reports += quoted_verbs(article, claimed, reports)
    reports += used_words(article, claimed)
    reports = with_words_told_on(reports, by_sentence)
    reports = without_thoughts(reports, by_sentence)
    reports = without_acts_to_come(reports, by_sentence)
    contents = [r.content for r in reports]
    incises = [r.cue for r in reports if r.rule == "incise" and r.cue is not None]
    for index in article.frame_indices:
        reports += hearsay_reports(article, index, contents, incises)
    reports += dialogue_reports(article, reports)
    return continued(article, reports)


def _with_incises(article: Article, index: int) -> list[Cue]:
    return [replace(cue, incise=True) if is_incise(article, cue) else cue for cue in cues(article, index)]


def _report(article: Article, cue: Cue, others: Sequence[Cue]) -> Report | None:
    sentence = article.sentences[cue.sentence]
    nested = sentence.inside is not None
    if cue.incise and (report := _incise_report(article, cue, others)) is not None:
        return report
    if nested and (cue.form != "finite" or cue.needs_marks):
        return None
    if (
        is_asked(sentence, cue.word)
        or is_general(sentence, cue.word)
        or (nested and is_wished(sentence, cue.word))
    ):
        return None
    for finding in _findings(article, cue, others):
        if (nested or not cue.incise) and speaks_for_itself(sentence, cue.word):
            return None  # the author's own « je », the speaker's own inside his words
        source = source_of(sentence, cue, article.text, others)
        if source is None or source.span.start < cue.span.start:
            source = source_behind_on(article, sentence, cue, source)
        if _others_words(article, cue, finding, others):
            continue
        if finding.rule == "colon_clause" or _counts(article, cue, finding, source):
            return _clause_report(article, cue, finding, source)
    return None


def _findings(article: Article, cue: Cue, others: Sequence[Cue]) -> Iterator[Finding]:
    """Yield what may hang on a verb, by one construction after the other."""
    for construction in CLAUSES if _may_count(article, cue) else ():
        if (finding := construction(article, cue, others)) is not None:
            yield finding
    if article.sentences[cue.sentence].inside is None:
        content = colon_clause(article, cue, others)
        if content is not None:
            yield Finding("colon_clause", content)


def _may_count(article: Article, cue: Cue) -> bool:
    """Tell whether a clause may count at all: « Il craint que l'eau monte » is no report, nothing in it is quoted."""
    if not cue.needs_marks or cue.category == "showing":
        return True
    return bool(article.passage_spans.touching(article.sentence_spans[cue.sentence]))


def _counts(article: Article, cue: Cue, finding: Finding, source: Reference | None) -> bool:
    """A verb of thought counts only with quoted words, an unnamed passive only with a que-clause."""
    sentence = article.sentences[cue.sentence]
    if not len(finding.content):
        return False
    shown = _is_shown(sentence, cue, source)
    if sentence.inside is not None and stands_for_we(article, cue, source):
        return False  # « « On estime que c'est fini », dit Luc Roux »: he and his like
    thought = cue.needs_marks or (finding.rule == "que_clause" and _tells_oneself(cue, source))
    if thought and not shown and not article.passages_in(finding.content, sentence.inside):
        return False
    if cue.passive or cue.form == "past_participle":
        return source is not None or (finding.rule == "que_clause" and cue.form == "finite")
    return True


def _tells_oneself(cue: Cue, source: Reference | None) -> bool:
    """« On s'est dit que c'était fini »: a thought; « Il se dit que le maire partira »: a rumour, nobody's."""
    return cue.word.lemma == "dire" and cue.category == "judging" and source is not None


def _others_words(article: Article, cue: Cue, finding: Finding, others: Sequence[Cue]) -> bool:
    """« préfère attendre les conclusions de la Cour, dont le rapport pointe « … » »: the marks are the report's.

    A thought counts by the quoted words in it; those in a relative clause behind a comma are somebody else's.
    """
    sentence = article.sentences[cue.sentence]
    if not cue.needs_marks or finding.rule not in {"infinitive", "que_clause", "quoted_object"}:
        return False
    if _acts(article, cue, finding) or _says_no_more(cue, finding, others):
        return True
    marked = article.passages_in(finding.content, sentence.inside)
    if not marked:
        return False
    inner = article.passages[marked[0]].inner
    if (
        finding.rule == "que_clause"
        and len(marked) == 1
        and _said_beside(article, sentence, cue, inner, others)
    ):
        return True
    between = article.words_between(sentence, cue.span.end, inner.start)
    relative = next((w for w in between if _opens_relative(sentence, w)), None)
    if relative is None:
        return False
    holders = {a.id for w in sentence.words if inner.contains(w.span) for a in sentence.ancestors(w)}
    within = any(sentence.word(i).deprel == "acl:relcl" and i > relative.id for i in holders)
    return (
        within
        or finding.rule == "infinitive"
        or (finding.rule == "quoted_object" and cue.category == "thinking")
    )


def _opens_relative(sentence: Sentence, word: Word) -> bool:
    """« , dont | , pour qui | »: a relative word behind a comma, with or without a preposition."""
    if word.feat("PronType") != "Rel":
        return False
    before = sentence.word(word.id - 1)
    return before.text == "," or (before.upos == "ADP" and sentence.word(max(before.id - 1, 1)).text == ",")


def _said_beside(article: Article, sentence: Sentence, cue: Cue, inner: Span, others: Sequence[Cue]) -> bool:
    """« Les jurés savent que l'accusé se dit « innocent » »: the word is his who says it right before the marks."""
    for other in others:
        near = [w for w in article.words_between(sentence, other.span.end, inner.start) if w.upos != "PUNCT"]
        if cue.span.end < other.span.start < inner.start and not other.needs_marks and len(near) <= 1:
            return True
    return False


def _says_no_more(cue: Cue, finding: Finding, others: Sequence[Cue]) -> bool:
    """« s'est contenté de répondre que … », « se souvient avoir dit que … »: what was answered, or said."""
    return (cue.word.lemma == "contenter" or cue.category == "thinking") and any(
        c.form == "infinitive"
        and not c.needs_marks
        and c.span.start <= finding.content.start + 3
        and finding.content.contains(c.span)
        for c in others
    )


def _acts(article: Article, cue: Cue, finding: Finding) -> bool:
    """« Le patron a voulu « secouer le cocotier » »: what somebody wanted to do and did; « veut » is what he says."""
    sentence = article.sentences[cue.sentence]
    done = cue.word.lemma in word_class("acts of will") and sentence.auxiliaries(cue.word)
    return bool(done) and any(p.inner == finding.content for p in article.passages)


def _is_shown(sentence: Sentence, cue: Cue, source: Reference | None) -> bool:
    """« Cette étude montre que … », « L'expertise a prouvé que … »: what is written speaks."""
    if cue.category != "showing" or source is None or source.head is None:
        return False
    word = sentence.word(source.head)
    noun = speaking_noun(sentence, word)
    return word.text.lower() in word_class("findings") or (noun is not None and noun.entry.kind == "document")


def _clause_report(article: Article, cue: Cue, finding: Finding, source: Reference | None) -> Report:
    sentence = article.sentences[cue.sentence]
    if source is not None and finding.content.contains(source.span):
        source = None
    return Report(
        finding.rule,
        finding.content,
        cue.sentence,
        (),
        cue.span,
        (),
        source,
        _apart(addressee_of(sentence, cue, article.text, finding.addressee), finding.content),
        _apart(medium_of(sentence, cue, article.text), finding.content),
        rank=2 if finding.rule != "quoted_object" else 4,
        carries_on=source is None and (_narrated(sentence, cue) or goes_on_alone(cue.word, cue.form)),
    )


def _narrated(sentence: Sentence, cue: Cue) -> bool:
    """« Et de promettre que … »: an infinitive that stands for the sentence's verb."""
    before = sentence.word(cue.word.id - 1).text.lower() if cue.word.id > 1 else ""
    return cue.form == "infinitive" and before in {"de", "d'", "d’"} and cue.word.id <= 4


def _apart(span: Span | None, content: Span) -> Span | None:
    """Return a mention if it stands outside the reported words."""
    return None if span is None or span.overlaps(content) else span


def _incise_report(article: Article, cue: Cue, others: Sequence[Cue]) -> Report | None:
    sentence = article.sentences[cue.sentence]
    source = source_of(sentence, cue, article.text)
    if sentence.inside is not None and source is not None and _is_you(source.span.of(article.text)):
        return None  # « « Pourquoi lui parlez-vous ? », demande le juge »
    start = incise_start(article, sentence, cue)
    end = max(cue.span.end, source.span.end if source is not None and source.span.start >= start else 0)
    source = source_behind_on(article, sentence, cue, source)
    found = around(article, sentence, start, end, others)
    if found is None or not len(found.content):
        return None  # « Voulez-vous être servie tout de suite ? »
    found = _as_somebody_says(article, sentence, cue, start, found)
    shown = _is_shown(sentence, cue, source)
    if (cue.needs_marks or not _says(sentence, cue)) and not found.passages and not shown:
        return None
    quoted = [article.passages[i].span for i in found.passages] if sentence.inside is None else []
    if source is not None and any(span.contains(source.span) for span in quoted):
        source = None  # a subject in the quoted words is not who says them
    return Report(
        "incise_inside" if sentence.inside is not None else "incise",
        found.content,
        cue.sentence,
        found.passages,
        cue.span,
        found.cut,
        source,
        addressee_of(sentence, cue, article.text),
        medium_of(sentence, cue, article.text),
        rank=0,
    )


def _is_you(source: str) -> bool:
    return source.lower() in {"vous", "tu", "nous", "je"}


def _as_somebody_says(article: Article, sentence: Sentence, cue: Cue, start: int, found: Around) -> Around:
    """« dit ignorer que l'otage est libre comme l'affirme le journal »: it affirms the clause alone."""
    head = sentence.head(cue.word)
    mark = sentence.child(head, "mark") if head is not None else None
    apart = article.text[max(start - 3, 0) : start].rstrip().endswith(",")
    like = article.text[start : start + 6].lower() == "comme "
    if mark is None or not like or apart or plain(mark.text) not in {"que", "qu'"}:
        return found
    if not found.content.start < mark.end < start <= found.content.end + 2:
        return found
    return replace(found, content=trimmed(Span(mark.end, found.content.end), article.text))


def _says(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether a verb reports by itself; one of manner (sourire) does so only beside quoted words.

    « Honte ! a-t-il lancé » does, « Puis, d'un geste, a-t-il lancé la balle ? » does not.
    """
    thing = sentence.child(cue.word, "obj") if Frame.QUE not in cue.frames else None
    return bool(cue.frames & {Frame.QUE, Frame.DIRECT}) and (thing is None or thing.id < cue.word.id)


def _with_settings(article: Article, report: Report, by_sentence: Mapping[int, Sequence[Cue]]) -> Report:
    for cue in by_sentence.get(report.sentence if report.sentence is not None else -1, ()):
        if cue.span == report.cue:
            sentence = article.sentences[cue.sentence]
            return replace(
                report,
                addressee=addressee_of(sentence, cue, article.text),
                medium=medium_of(sentence, cue, article.text),
            )
    return report
