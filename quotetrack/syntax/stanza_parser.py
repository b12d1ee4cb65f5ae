"""The Stanza parser behind a small interface: paragraphs of French in, sentences with offsets out.

Only this module and ``direct`` know Stanza. Importing it is cheap; torch and stanza are imported when a parser is made.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from quotetrack.memory import give_back
from quotetrack.model import QuotetrackError
from quotetrack.syntax.tree import Sentence, Word

if TYPE_CHECKING:
    from quotetrack.syntax.direct import DirectParser

EMBEDDED = Path(__file__).resolve().parent.parent / "models" / "stanza_resources"
PROCESSORS = "tokenize,mwt,pos,lemma,depparse"
PORTION = 200_000
"""Characters parsed together: enough to fill every batch, few enough for the memory of a small machine."""

# What Stanza does not take for white space, and the apostrophe that its models know best. One character for one:
# the copy that is parsed has the length of the original, so its offsets are the original's.
_SAME_LENGTH = str.maketrans(
    dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\n\r\t\u2028\u2029\x0b\x0c\x85", " ")
    | {"’": "'", "ʼ": "'", "‐": "-", "‑": "-"}
)
_ONE_NAME = re.compile(r"\b[MN]'(?=ham+(?:ed|di)|(?i:[bcdfgkmptvz])[^\W\d_]{2})")
"""« M'hamed », « N'Golo »: nothing is elided before a consonant, so it is one word, which the models would split."""


class Parser(Protocol):
    """Anything that parses paragraphs.

    Attributes:
        name: identifies the model and its version: parses by parsers of the same name may be replayed.
    """

    name: str

    def parse(self, paragraphs: Sequence[str], starts: Sequence[int] = ()) -> list[list[Sentence]]:
        """Return the sentences of each paragraph, its first character counted as ``starts`` says, or as 0."""
        ...


class StanzaParser:
    """French sentences by a Stanza pipeline.

    Args:
        resources: a folder of Stanza models.
        package: which of them.
        device: ``cpu`` or ``cuda``.
        direct: run the networks directly where they allow it (see ``syntax.direct``); the trees are the same.
    """

    def __init__(self, resources: Path, package: str, device: str = "cpu", direct: bool = True) -> None:
        import stanza

        logging.getLogger("stanza").setLevel(logging.ERROR)
        self.name = _name(resources, package)
        self._stanza = stanza
        self._pipeline = stanza.Pipeline(
            "fr",
            dir=str(resources),
            package=package,
            processors=PROCESSORS,
            download_method=None,
            device=device,
            verbose=False,
        )
        self._direct = _direct_parser(self._pipeline) if direct else None

    def parse(self, paragraphs: Sequence[str], starts: Sequence[int] = ()) -> list[list[Sentence]]:
        """Parse paragraphs together.

        Args:
            paragraphs: texts of one paragraph each; empty ones give no sentence.
            starts: the offset of each paragraph's first character, one a paragraph; 0 if none is given.

        Returns:
            For each paragraph its sentences, with offsets that are counted from there.
        """
        starts = starts or [0] * len(paragraphs)
        parsed: list[list[Sentence]] = [[] for _ in paragraphs]
        filled = [i for i, text in enumerate(paragraphs) if text and not text.isspace()]
        parse = self._through_pipeline if self._direct is None else self._direct.parse
        for chosen in _portions(filled, [len(text) for text in paragraphs]):
            texts = [paragraphs[i].translate(_SAME_LENGTH).replace("‘‘", "''") for i in chosen]
            whole = {n: t for n, t in enumerate(texts) if "M'" in t or "N'" in t}
            for n, text in whole.items():
                texts[n] = _ONE_NAME.sub(lambda m: m[0][0] + "a", text)
            begins = [starts[i] for i in chosen]
            for n, sentences in enumerate(parse(texts, begins)):
                changed = n in whole and texts[n] != whole[n]
                parsed[chosen[n]] = _as_printed(sentences, whole[n], begins[n]) if changed else sentences
            give_back()
        return parsed

    def _through_pipeline(self, texts: Sequence[str], starts: Sequence[int]) -> list[list[Sentence]]:
        """Parse by Stanza's own pipeline, which batches best what is sorted by length."""
        ordered = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        documents = [self._stanza.Document([], text=texts[i]) for i in ordered]
        parsed: list[list[Sentence]] = [[] for _ in texts]
        for i, document in zip(ordered, self._pipeline.bulk_process(documents), strict=True):
            parsed[i] = [_sentence(s, starts[i]) for s in document.sentences]
        return parsed


def load_parser(model: str = "embedded", device: str = "cpu") -> StanzaParser:
    """Load a parser.

    Args:
        model: ``embedded`` (the models shipped with the package), ``official`` (Stanza's own French package,
            downloaded beforehand), or the path of a Stanza resources folder.
        device: ``cpu`` or ``cuda``.

    Raises:
        QuotetrackError: if the models are not there, or the device is not.
    """
    located = _located(model)
    _check_device(device)
    return StanzaParser(*located, device)


def _check_device(device: str) -> None:
    import torch

    try:
        torch.empty(0, device=device)
    except (RuntimeError, AssertionError) as error:
        said = str(error).splitlines()[0]
        raise QuotetrackError(f"--device {device}: not on this machine ({said[:80]}). Use cpu.") from error


def parser_name(model: str = "embedded") -> str:
    """Return the name that the parser of a model has once it is loaded, without loading it.

    Raises:
        QuotetrackError: if the models are not there.
    """
    return _name(*_located(model))


def official_folder() -> Path:
    """Return the folder where Stanza keeps what it downloads (``$STANZA_RESOURCES_DIR`` or its default)."""
    import os

    return Path(os.environ.get("STANZA_RESOURCES_DIR", Path.home() / "stanza_resources"))


def _located(model: str) -> tuple[Path, str]:
    """Return the folder of a model's resources, and which of the packages in it."""
    if model == "embedded":
        return EMBEDDED, "quotetrack"
    if model == "official":
        folder = official_folder()
        if not (folder / "resources.json").exists() or not (folder / "fr" / "depparse").is_dir():
            raise QuotetrackError(
                f"Stanza's French models are not in {folder}. Run: quotetrack models download official"
            )
        return folder, "default"
    folder = Path(model)
    if not (folder / "resources.json").is_file():
        raise QuotetrackError(
            f"{model} is not a Stanza resources folder (no resources.json in it). "
            "Give 'embedded', 'official' or such a folder to --model."
        )
    packages = (
        json.loads((folder / "resources.json").read_text(encoding="utf-8")).get("fr", {}).get("packages", {})
    )
    return folder, "quotetrack" if "quotetrack" in packages else "default"


def _name(resources: Path, package: str) -> str:
    return f"{package}:{_fingerprint(resources)}"


def _portions(chosen: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the chosen paragraphs in portions of bounded length, whatever their number."""
    portion: list[int] = []
    size = 0
    for i in chosen:
        if portion and size + lengths[i] > PORTION:
            yield portion
            portion, size = [], 0
        portion.append(i)
        size += lengths[i]
    if portion:
        yield portion


def _direct_parser(pipeline: Any) -> DirectParser | None:
    """Return what runs a pipeline's networks directly, or None where they, or this Stanza, are of another kind."""
    try:
        from quotetrack.syntax.direct import DirectParser, why_not
    except ImportError:
        return None
    return DirectParser(pipeline) if why_not(pipeline) is None else None


def _fingerprint(resources: Path) -> str:
    """Identify a set of models by the digest of its table of contents (which holds each file's digest)."""
    from quotetrack.model import content_hash

    return content_hash((resources / "resources.json").read_text(encoding="utf-8"))[:8]


def _as_printed(sentences: Sequence[Sentence], text: str, begins: int) -> list[Sentence]:
    """Return sentences with the words « M'hamed » as the text has them; one word of it was parsed."""

    def printed(word: Word) -> Word:
        own = text[word.start - begins : word.end - begins]
        return replace(word, text=own, lemma=own) if _ONE_NAME.match(own) is not None else word

    return [replace(s, words=tuple(map(printed, s.words))) for s in sentences]


def _sentence(sentence: Any, begins: int) -> Sentence:
    words: list[Word] = []
    for token in sentence.tokens:
        for word in token.words:
            words.append(
                Word(
                    id=word.id,
                    text=word.text,
                    lemma=word.lemma or word.text,
                    upos=word.upos or "X",
                    feats=word.feats or "",
                    head=word.head,
                    deprel=word.deprel or "dep",
                    start=begins + token.start_char,
                    end=begins + token.end_char,
                )
            )
    return Sentence(tuple(words))
