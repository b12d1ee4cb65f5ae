"""What the models score from raw text, with the scorer of the CoNLL 2018 shared task."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from training.lists import SAYING
from training.package import PACKAGE

METRICS = {
    "tokens": "Tokens",
    "sentences": "Sentences",
    "words": "Words",
    "UPOS": "UPOS",
    "UFeats": "UFeats",
    "lemmas": "Lemmas",
    "UAS": "UAS",
    "LAS": "LAS",
    "CLAS": "CLAS",
}
"""Our names and the scorer's."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the models score on a treebank.

    Attributes:
        metrics: F1 of each metric, in percent.
        relations: name → F1 of arc and relation together, in percent, and the number of gold cases.
        words_per_second: of the whole pipeline, as Stanza runs it.
    """

    metrics: dict[str, float]
    relations: dict[str, tuple[float, int]]
    words_per_second: float


PRESS = Path(__file__).with_name("press.txt")
"""Articles written for the tests of quotetrack, a sentence a line, a blank line between paragraphs.

The first set of models split them; they were then read over and corrected by hand, which favours that set a little.
"""


def press_sentences(resources: Path, articles: Path = PRESS, device: str = "cpu") -> float:
    """Return F1 of the sentences of articles with quotations, in percent; a sentence is right if both its ends are."""
    paragraphs = [block.split("\n") for block in articles.read_text(encoding="utf-8").strip().split("\n\n")]
    pipeline = _pipeline(resources, "tokenize", device)
    right = wanted = found = 0
    for lines in paragraphs:
        gold, start = set(), 0
        for line in lines:
            gold.add((start, start + len(line)))
            start += len(line) + 1
        got = {
            (sentence.tokens[0].start_char, sentence.tokens[-1].end_char)
            for sentence in pipeline(" ".join(lines).replace("’", "'")).sentences
        }
        right, wanted, found = right + len(gold & got), wanted + len(gold), found + len(got)
    return round(200 * right / (wanted + found), 2)


def _pipeline(resources: Path, processors: str, device: str) -> Any:
    import stanza

    return stanza.Pipeline(
        "fr",
        dir=str(resources),
        package=PACKAGE,
        download_method=None,
        processors=processors,
        device=device,
        logging_level="ERROR",
    )


def scored(resources: Path, gold: Path, device: str = "cpu") -> Scores:
    """Score a resources folder on a treebank, from raw text: its sentences in one paragraph, a space between them."""
    pipeline = _pipeline(resources, "tokenize,mwt,pos,lemma,depparse", device)
    annotated = gold.read_text(encoding="utf-8")
    lines = [line.removeprefix("# text = ") for line in annotated.split("\n") if line.startswith("# text = ")]
    pipeline(lines[0])
    before = time.perf_counter()
    document = pipeline(" ".join(line.strip() for line in lines))
    seconds = time.perf_counter() - before
    found = f"{document:C}\n\n"
    evaluated = _evaluated(annotated, found)
    return Scores(
        {ours: round(100 * evaluated[theirs].f1, 2) for ours, theirs in METRICS.items()},
        relations(annotated, found),
        sum(len(sentence.words) for sentence in document.sentences) / seconds,
    )


def _evaluated(gold: str, found: str) -> Any:
    try:
        from udtools import udeval as scorer

        return scorer.evaluate(*(scorer.load_conllu(io.StringIO(text), "", {}) for text in (gold, found)))
    except ImportError:
        from stanza.utils import conll18_ud_eval

        return conll18_ud_eval.evaluate(*(conll18_ud_eval.load_conllu(io.StringIO(t)) for t in (gold, found)))


class Arc(NamedTuple):
    """A word and what it hangs on; places count characters without white space."""

    deprel: str
    upos: str
    lemma: str
    head: tuple[int, int, int] | None
    head_upos: str
    head_lemma: str

    @property
    def relation(self) -> str:
        """Return the relation without its subtype."""
        return self.deprel.split(":")[0]


def _verb_core(arc: Arc) -> bool:
    core = {"nsubj", "obj", "iobj", "ccomp", "xcomp", "parataxis"}
    return (arc.relation in core and arc.head_upos == "VERB") or (arc.deprel == "root" and arc.upos == "VERB")


def _subject_of_saying(arc: Arc) -> bool:
    return arc.relation == "nsubj" and arc.head_upos == "VERB" and arc.head_lemma in SAYING


def _what_is_said(arc: Arc) -> bool:
    if arc.relation == "ccomp":
        return arc.head_upos == "VERB" and arc.head_lemma in SAYING
    return arc.relation == "parataxis" and arc.upos == "VERB" and arc.lemma in SAYING


RELATIONS: dict[str, Callable[[Arc], bool]] = {
    "verb core": _verb_core,
    "subject of a verb of saying": _subject_of_saying,
    "link to what is said": _what_is_said,
}


def relations(gold: str, found: str) -> dict[str, tuple[float, int]]:
    """Return F1 of the relations that reported speech rests on, and how many there are in the gold annotation."""
    wanted, got = dict(_arcs(gold)), dict(_arcs(found))
    result = {}
    for name, chosen in RELATIONS.items():
        a = {place for place, arc in wanted.items() if chosen(arc)}
        b = {place for place, arc in got.items() if chosen(arc)}
        right = sum(wanted[place].head == got[place].head for place in a & b)
        result[name] = round(200 * right / max(1, len(a) + len(b)), 1), len(a)
    return result


def _arcs(conllu: str) -> Iterator[tuple[tuple[int, int, int], Arc]]:
    position = 0
    for block in conllu.strip().split("\n\n"):
        rows: dict[int, list[str]] = {}
        places: dict[int, tuple[int, int, int]] = {}
        first, last, span = 0, 0, (0, 0)
        for line in block.split("\n"):
            row = line.split("\t")
            if len(row) < 10 or "." in row[0]:
                continue
            length = len("".join(row[1].split()))
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                span = position, position + length
                position += length
                continue
            number = int(row[0])
            if number > last:
                first, span = number, (position, position + length)
                position += length
            places[number] = (*span, number - first)
            rows[number] = row
        for number, row in rows.items():
            head = rows.get(int(row[6]))
            upos, lemma = (head[3], head[2]) if head else ("", "")
            yield places[number], Arc(row[7], row[3], row[2], places.get(int(row[6])), upos, lemma)
