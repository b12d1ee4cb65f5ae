"""The chain for one document: passages → frames → syntax → reports → sources → quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from quotetrack.attribution import Article, Reference, Settled, find_reports, settle
from quotetrack.attribution.confidence import THRESHOLD, confidence_of
from quotetrack.attribution.nonspeech import non_speech
from quotetrack.datelines import without_dateline
from quotetrack.documents import paragraphs
from quotetrack.lexicon import may_be_interrupted, may_report
from quotetrack.lexicon.roles import noun_form
from quotetrack.model import Document, Extraction, NonSpeech, Passage, Quote, Source, Span
from quotetrack.parts import identified, joined, parts_of
from quotetrack.passages import find_passages
from quotetrack.sources import Mention, resolve
from quotetrack.spans import SpanIndex
from quotetrack.syntax import Sentence
from quotetrack.syntax.masking import Frame, frames, restore
from quotetrack.syntax.stanza_parser import Parser, load_parser

__all__ = ["Extractor", "Plan", "load_parser"]


@dataclass(frozen=True, slots=True)
class Plan:
    """A document with all that is known before it is parsed.

    Attributes:
        frames: the texts to parse.
    """

    document: Document
    paragraphs: Sequence[Span]
    passages: Sequence[Passage]
    frames: Sequence[Frame]


class Extractor:
    """Extracts the quotes of documents with one parser.

    Args:
        parser: see ``load_parser``.
        mask: parse the frames of long quotations instead of the whole text (see ``syntax.masking``).
        batch: documents whose frames are parsed together by ``extract_many``.
        threshold: confidence of the construction below which the source of a quote is left unknown.
    """

    def __init__(
        self, parser: Parser, mask: bool = True, batch: int = 32, threshold: float = THRESHOLD
    ) -> None:
        self.parser = parser
        self.mask = mask
        self.batch = batch
        self.threshold = threshold

    def extract(self, document: Document) -> Extraction:
        """Return the quotes of one document."""
        return next(self.extract_many([document]))

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """Yield the extraction of each document, in order, parsing ``batch`` documents at a time."""
        source = iter(documents)
        while batch := list(islice(source, self.batch)):
            plans = [[self.plan(part) for part in parts_of(document)] for document in batch]
            texts = [frame for own in plans for plan in own for frame in plan.frames]
            parsed = iter(self.parser.parse([f.text for f in texts], [f.start for f in texts]))
            for document, own in zip(batch, plans, strict=True):
                found = []
                for plan in own:
                    sentences = [s for frame in plan.frames for s in restore(frame, next(parsed))]
                    found.append(self.read(plan, sentences))
                yield joined(document, found)

    def plan(self, document: Document) -> Plan:
        """Find paragraphs and passages, and decide what has to be parsed of a document, or a part of a long one."""
        stretches = [without_dateline(p, document.text) for p in paragraphs(document)]
        passages = find_passages(document.text, stretches)
        parts = frames(document.text, stretches, passages, may_report, self.mask, may_be_interrupted)
        return Plan(document, stretches, passages, parts)

    def read(self, plan: Plan, sentences: Sequence[Sentence]) -> Extraction:
        """Find the quotes in the parse of a document (offsets of the document)."""
        ordered = sorted([s for s in sentences if s.words], key=_place)
        article = Article(plan.document, plan.paragraphs, plan.passages, ordered)
        settled = settle(article, find_reports(article))
        sources = _sources(article, settled)
        quotes = _quotes(plan.document, settled, sources, self.threshold)
        found = tuple(dict.fromkeys(s for s in sources if s is not None))
        return Extraction(plan.document, quotes, _non_speech(article, quotes), found, plan.document.warnings)


def _place(sentence: Sentence) -> tuple[int, bool]:
    return sentence.span.start, sentence.inside is not None


def _sources(article: Article, settled: Sequence[Settled]) -> list[Source | None]:
    """Resolve the mention of each report; a report that carries on takes the speaker that it carries on."""
    mentions: list[Mention] = []
    owner: list[int] = []
    voices: dict[int, int] = {}
    for i, item in enumerate(settled):
        reference = item.report.source
        if reference is not None and not _ours(article, reference):
            voices.update(dict.fromkeys(item.report.passages, len(mentions)))
            mentions.append(Mention(reference.span, reference.sentence, reference.head))
            owner.append(i)
    resolved: list[Source | None] = [None] * len(settled)
    found = resolve(article.document, article.sentences, mentions, article.passages, voices)
    for i, source in zip(owner, found, strict=True):
        resolved[i] = source
    for _ in range(len(settled)):
        changed = False
        for i, item in enumerate(settled):
            if resolved[i] is None and item.same_as is not None and resolved[item.same_as] is not None:
                resolved[i] = resolved[item.same_as]
                changed = True
        if not changed:
            break
    return resolved


def _ours(article: Article, reference: Reference) -> bool:
    """« selon nos informations »: the newspaper's own, nobody is named; « notre interlocuteur » is somebody."""
    words = reference.span.of(article.text).split()
    noun = noun_form(words, 1)
    ours = words[:1] in (["nos"], ["notre"], ["Nos"], ["Notre"])
    return ours and (noun is None or noun.entry.kind != "person")


def _quotes(
    document: Document, settled: Sequence[Settled], sources: Sequence[Source | None], threshold: float
) -> tuple[Quote, ...]:
    """Return the reports as quotes, the source left unknown where its construction is too often wrong."""
    identifiers: list[str] = []
    whose = document.id  # a hash of the whole text, once
    for item in settled:
        identifiers.append(identified(whose, document.text, item.report.content, item.report.cue))
    confidences = [confidence_of(item.report.rule) for item in settled]
    trusted = [confidence >= threshold for confidence in confidences]
    return tuple(
        Quote(
            id=identifiers[i],
            kind=item.kind,
            content=item.report.content,
            verbatim=item.verbatim,
            cue=item.report.cue,
            source=item.report.source.span if item.report.source and trusted[i] else None,
            speaker=sources[i] if trusted[i] else None,
            addressee=item.report.addressee,
            medium=item.report.medium,
            via=identifiers[item.via] if item.via is not None else None,
            stance=item.report.stance,
            rule=item.report.rule,
            confidence=confidences[i],
        )
        for i, item in enumerate(settled)
    )


def _non_speech(article: Article, quotes: Sequence[Quote]) -> tuple[NonSpeech, ...]:
    spoken = [v for q in quotes for v in q.verbatim]
    places = SpanIndex(spoken)
    return tuple(
        non_speech(article, p)
        for p in article.passages
        if not any(p.inner.overlaps(spoken[i]) for i in places.touching(p.inner))
    )
