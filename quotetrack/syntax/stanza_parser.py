"""The Stanza parser behind a small interface: paragraphs of French in, sentences with offsets out.

Only this module knows Stanza. Importing it is cheap; torch and stanza are imported when a parser is made.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from quotetrack.model import QuotetrackError
from quotetrack.syntax.tree import Sentence, Word

EMBEDDED = Path(__file__).resolve().parent.parent / "models" / "stanza_resources"
PROCESSORS = "tokenize,mwt,pos,lemma,depparse"

# What Stanza does not take for white space, and the apostrophe that its models know best. One character for one:
# the copy that is parsed has the length of the original, so its offsets are the original's.
_SAME_LENGTH = str.maketrans(
    dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\n\r\t\u2028\u2029\x0b\x0c\x85", " ") | {"’": "'", "ʼ": "'", "‐": "-", "‑": "-"}
)


class Parser(Protocol):
    """Anything that parses paragraphs.

    Attributes:
        name: identifies the model and its version: parses by parsers of the same name may be replayed.
    """

    name: str

    def parse(self, paragraphs: Sequence[str]) -> list[list[Sentence]]:
        """Return the sentences of each paragraph, with offsets into that paragraph's text."""
        ...


class StanzaParser:
    """French sentences by a Stanza pipeline."""

    def __init__(self, resources: Path, package: str, device: str = "cpu") -> None:
        import stanza

        logging.getLogger("stanza").setLevel(logging.ERROR)
        self.name = f"{package}:{_fingerprint(resources)}"
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

    def parse(self, paragraphs: Sequence[str]) -> list[list[Sentence]]:
        """Parse paragraphs in one batch.

        Args:
            paragraphs: texts of one paragraph each; empty ones give no sentence.

        Returns:
            For each paragraph its sentences, offsets counted from the paragraph's first character.
        """
        parsed: list[list[Sentence]] = [[] for _ in paragraphs]
        filled = [i for i, text in enumerate(paragraphs) if not text.isspace() and text]
        filled.sort(key=lambda i: len(paragraphs[i]))
        if not filled:
            return parsed
        documents = [self._stanza.Document([], text=paragraphs[i].translate(_SAME_LENGTH)) for i in filled]
        for i, document in zip(filled, self._pipeline.bulk_process(documents), strict=True):
            parsed[i] = [_sentence(s) for s in document.sentences]
        return parsed


def load_parser(model: str = "embedded", device: str = "cpu") -> StanzaParser:
    """Load a parser.

    Args:
        model: ``embedded`` (the models shipped with the package), ``official`` (Stanza's own French package,
            downloaded beforehand), or the path of a Stanza resources folder.
        device: ``cpu`` or ``cuda``.

    Raises:
        QuotetrackError: if the models are not there.
    """
    if model == "embedded":
        return StanzaParser(EMBEDDED, "quotetrack", device)
    if model == "official":
        folder = official_folder()
        if not (folder / "resources.json").exists() or not (folder / "fr" / "depparse").is_dir():
            raise QuotetrackError(
                f"Stanza's French models are not in {folder}. Run: quotetrack models download official"
            )
        return StanzaParser(folder, "default", device)
    folder = Path(model)
    if not (folder / "resources.json").is_file():
        raise QuotetrackError(
            f"{model} is not a Stanza resources folder (no resources.json in it). "
            "Give 'embedded', 'official' or such a folder to --model."
        )
    packages = json.loads((folder / "resources.json").read_text(encoding="utf-8")).get("fr", {}).get("packages", {})
    return StanzaParser(folder, "quotetrack" if "quotetrack" in packages else "default", device)


def official_folder() -> Path:
    """Return the folder where Stanza keeps what it downloads (``$STANZA_RESOURCES_DIR`` or its default)."""
    import os

    return Path(os.environ.get("STANZA_RESOURCES_DIR", Path.home() / "stanza_resources"))


def _fingerprint(resources: Path) -> str:
    """Identify a set of models by the digest of its table of contents (which holds each file's digest)."""
    from quotetrack.model import content_hash

    return content_hash((resources / "resources.json").read_text(encoding="utf-8"))[:8]


def _sentence(sentence: Any) -> Sentence:
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
                    start=token.start_char,
                    end=token.end_char,
                )
            )
    return Sentence(tuple(words))
