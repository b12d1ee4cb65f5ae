"""Characters to tokens and sentences, with Stanza's trained tokeniser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from stanza.models.tokenization.data import PER_CHAR_FEAT_FUNCS
from stanza.models.tokenization.utils import MASK_RE
from torch import Tensor
from torch.nn import functional

from quotetrack.syntax.direct.recurrent import BothWays, batches, stacked
from quotetrack.syntax.tree import MOST_WORDS

WINDOW = 1000
"""Characters read at once; a longer paragraph is read on from the last sentence that ended."""

BATCH = 8000
"""Characters of a batch, padding included."""

KNOWN_FEATURES = (*PER_CHAR_FEAT_FUNCS, "end_of_para", "start_of_para")

END, SENTENCE_END, MULTI, MULTI_SENTENCE_END = 1, 2, 3, 4


class Token(NamedTuple):
    """A token: its text, where it stands in the paragraph, and whether it holds several words."""

    text: str
    start: int
    end: int
    multi: bool


class Tokenizer:
    """Stanza's tokeniser, several paragraphs at once.

    Args:
        trained: the tokeniser's network.
        vocabulary: its characters.
        features: names of what it is told about each character, in order.
        longest: characters beyond which a token is an unknown word.
    """

    def __init__(self, trained: Any, vocabulary: Any, features: Sequence[str], longest: int) -> None:
        self._net = trained
        self._ids = vocabulary._unit2id
        self._features = features
        self._longest = longest
        self._first, self._second = BothWays(trained.rnn), BothWays(trained.rnn2)
        self._judges = stacked([trained.tok_clf, trained.sent_clf, trained.mwt_clf])
        self._judges_again = stacked([trained.tok_clf2, trained.sent_clf2, trained.mwt_clf2])
        self._row_of = np.full(0x110000, -1, dtype=np.int32)
        self._rows = [self._row("<PAD>")]

    def __call__(self, paragraphs: Sequence[str]) -> list[list[Sequence[Token]]]:
        """Return the tokens of the sentences of each paragraph, none of them longer than `MOST_WORDS`."""
        texts: list[str] = []
        origins: list[np.ndarray] = []
        for paragraph in paragraphs:
            text, origin = _collapsed(paragraph)
            texts.append(text)
            origins.append(origin)
        return [
            [part for whole in _sentences(text, origin, labels, self._longest) for part in bounded(whole)]
            for text, origin, labels in zip(texts, origins, self._labels(texts), strict=True)
        ]

    def _labels(self, texts: Sequence[str]) -> list[np.ndarray]:
        """Return for each character what ends with it."""
        inputs = [self._inputs(text) for text in texts]
        labels: list[np.ndarray] = [np.zeros(0, dtype=np.int64)] * len(texts)
        short = [i for i, text in enumerate(texts) if 0 < len(text) < WINDOW]
        padding = self._rows[0][None]
        for i, found in zip(short, self._read([torch.cat((inputs[i], padding)) for i in short]), strict=True):
            labels[i] = found[:-1]
        done = {i: 0 for i, text in enumerate(texts) if len(text) >= WINDOW}
        parts: dict[int, list[np.ndarray]] = {i: [] for i in done}
        while done:
            windows = [inputs[i][at : at + WINDOW] for i, at in done.items()]
            for (i, at), found in zip(list(done.items()), self._read(windows), strict=True):
                ends = np.flatnonzero((found == SENTENCE_END) | (found == MULTI_SENTENCE_END))
                last = at >= len(texts[i]) - WINDOW
                parts[i].append(found if last or not len(ends) else found[: ends[-1] + 1])
                done[i] += len(parts[i][-1])
                if done[i] >= len(texts[i]):
                    labels[i] = np.concatenate(parts[i])
                    del done[i]
        for text, found in zip(texts, labels, strict=True):
            if text:
                found[-1] = MULTI_SENTENCE_END if found[-1] > SENTENCE_END else SENTENCE_END
                _part_from_marks(text, found)
                _go_on_without_stop(text, found)
                _part_from_pronouns(text, found)
                _keep_addresses_whole(text, found)
                _end_behind_a_network(text, found)
        return labels

    def _inputs(self, text: str) -> Tensor:
        codes = _codes(text)
        rows = self._row_of[codes]
        if (rows < 0).any():
            for code in np.unique(codes[rows < 0]):
                self._row_of[code] = len(self._rows)
                self._rows.append(self._row(chr(code)))
            rows = self._row_of[codes]
            self._table = torch.stack(self._rows)
        if not text:
            return self._rows[0].new_zeros((0, len(self._rows[0])))
        inputs = self._table.index_select(0, torch.from_numpy(rows).to(self._table.device))
        width = self._net.embeddings.embedding_dim
        for name, at in (("start_of_para", 0), ("end_of_para", -1)):
            if name in self._features:
                inputs[at, width + self._features.index(name)] = 1.0
        return inputs

    def _row(self, character: str) -> Tensor:
        embedding = self._net.embeddings.weight[self._ids.get(character, self._ids["<UNK>"])]
        said = [
            float(PER_CHAR_FEAT_FUNCS[name](character))
            if name in PER_CHAR_FEAT_FUNCS and character != "<PAD>"
            else 0.0
            for name in self._features
        ]
        return torch.cat((embedding, embedding.new_tensor(said)))

    def _read(self, sequences: Sequence[Tensor]) -> list[np.ndarray]:
        """Return the labels of each sequence of inputs."""
        read: list[np.ndarray] = [np.zeros(0)] * len(sequences)
        device = self._net.embeddings.weight.device
        for batch in batches([len(s) for s in sequences], BATCH, device):
            inputs = batch.padded(torch.cat([sequences[i] for i in batch.members]))
            once = self._first(inputs, batch)
            judged = self._judges(once)
            token = judged[:, :, :1]
            again = once * torch.sigmoid(-token * self._net.args["hier_invtemp"]).neg_().add_(1.0)
            judged = judged + self._judges_again(self._second(again, batch))
            likely, unlikely = functional.logsigmoid(judged), functional.logsigmoid(-judged)
            token, sentence, multi = likely.unbind(2)
            no_token, no_sentence, no_multi = unlikely.unbind(2)
            scores = torch.stack(
                (
                    no_token,
                    token + no_sentence + no_multi,
                    token + sentence + no_multi,
                    token + no_sentence + multi,
                    token + sentence + multi,
                ),
                2,
            )
            labels = scores.argmax(2).T.cpu().numpy()
            for i, row, length in zip(batch.members, labels, batch.lengths, strict=True):
                read[i] = row[:length]
        return read


def _codes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _collapsed(paragraph: str) -> tuple[str, np.ndarray]:
    """Return a paragraph with each run of white space as one space, and where its characters stood."""
    codes = _codes(paragraph.rstrip())
    space = _SPACE[codes]
    kept = ~space
    kept[0:1] = True
    kept[1:] |= ~space[:-1]
    origin = np.flatnonzero(kept)
    text = np.where(space, 32, codes)[origin].astype(np.uint32)
    return text.tobytes().decode("utf-32-le", "surrogatepass"), origin


def _sentences(text: str, origin: np.ndarray, labels: np.ndarray, longest: int) -> list[list[Token]]:
    sentences: list[list[Token]] = []
    current: list[Token] = []
    start = 0
    for position in np.flatnonzero(labels).tolist():
        end = position + 1
        word = text[start:end].lstrip()
        if word:
            label = labels[position]
            at = int(origin[end - len(word)])
            shown = word if len(word) <= longest else "<UNK>"
            current.append(Token(shown, at, int(origin[position]) + 1, label >= MULTI))
            if label in (SENTENCE_END, MULTI_SENTENCE_END):
                sentences.append(current)
                current = []
        start = end
    if current:
        sentences.append(current)
    return sentences


def bounded(sentence: Sequence[Token], longest: int = MOST_WORDS) -> Iterator[Sequence[Token]]:
    """Yield a sentence in parts of at most so many tokens, cut behind a mark where there is one."""
    start = 0
    while len(sentence) - start > longest:
        last = start + longest - 1
        marks = (i for i in range(last, start + longest // 2 - 1, -1) if sentence[i].text in _CUTS)
        end = next(marks, last) + 1
        yield sentence[start:end]
        start = end
    yield sentence[start:]


_CUTS = frozenset(".;:!?…»,")


def _part_from_marks(text: str, labels: np.ndarray) -> None:
    """End a word where « ! », « ? », « ; », « … » follow it without a space, as in Quebec: « Assez! a-t-il lancé »."""
    for match in _MARK_BEHIND_WORD.finditer(text):
        if labels[match.start()] == 0:
            labels[match.start()] = END


def _go_on_without_stop(text: str, labels: np.ndarray) -> None:
    """Let no sentence end between two words: « a répondu Ravo | El Asri qui… » is a name that the network parted."""
    for position in np.flatnonzero((labels == SENTENCE_END) | (labels == MULTI_SENTENCE_END)).tolist():
        if _WORD_BEHIND_WORD.match(text, position):
            labels[position] = END if labels[position] == SENTENCE_END else MULTI


def _part_from_pronouns(text: str, labels: np.ndarray) -> None:
    """End a verb in « d » before the pronoun behind it (« répond-il »), a turn that the training text lacks."""
    for match in _TURNED_PRONOUN.finditer(text):
        if labels[match.start()] == 0:
            labels[match.start()] = END


def _keep_addresses_whole(text: str, labels: np.ndarray) -> None:
    """Make one token of each e-mail and web address."""
    if "." in text and ("@" in text or "://" in text or "www." in text or _names_a_domain(text)):
        for match in MASK_RE.finditer(text):
            labels[match.start() : match.end() - 1] = 0
            if labels[match.end() - 1] == 0:
                labels[match.end() - 1] = END


def _end_behind_a_network(text: str, labels: np.ndarray) -> None:
    """End a sentence behind « a-t-il écrit sur X. », which the network takes for an initial."""
    if " X." in text:
        for match in _ON_A_NETWORK.finditer(text):
            labels[match.end() - 1 : match.end() + 1] = END, SENTENCE_END


def _names_a_domain(text: str) -> bool:
    return any(ending in text for ending in (".gov", ".org", ".edu", ".net", ".com", ".co"))


_MARK_BEHIND_WORD = re.compile(r"[^\W_](?=(?:[!?;»”…]+|\.{3})(?:\s|$|[»”\"]))")
_ON_A_NETWORK = re.compile(r"\bsur (?:le réseau (?:social )?)?X(?=\.(?: [«“\"(]{0,2} ?[A-ZÀ-Þ]|$))")
_TURNED_PRONOUN = re.compile(r"d(?=-(?:ils?|elles?|on)\b)")

_WORD_BEHIND_WORD = re.compile(r"[^\W\d_] [^\W\d_]")

_SPACE = np.array([chr(code).isspace() or 0x80 <= code < 0xA0 for code in range(0x110000)])
