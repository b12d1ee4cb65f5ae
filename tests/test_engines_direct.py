"""The networks run directly give what Stanza's pipeline gives, word for word."""

import re
from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
import torch

from quotetrack.documents import paragraphs, read_documents
from quotetrack.model import Document
from quotetrack.syntax.direct import lemmas
from quotetrack.syntax.direct.arborescence import best_tree, best_trees
from quotetrack.syntax.direct.tokens import Token, bounded
from quotetrack.syntax.direct.words import WordVectors
from quotetrack.syntax.stanza_parser import EMBEDDED, StanzaParser
from quotetrack.syntax.tree import MOST_WORDS, Sentence

ODD = [
    "",
    " \u200b ",
    "Non ?!",
    "Le maire a-t-il démenti ?! « Jamais ! », lance-t-il.",
    "Écrivez à jean.dupont@exemple.fr ou voyez https://www.exemple.fr/a?b=c. Merci.",
    "Aujourd’hui, l’État  du\u00a0Québec\tn’a rien dit, d’après l'AFP…",
    "AU NORD DU PAYS, DES DÉPUTÉS ONT DIT NON.",
    "Des\u2028lignes\net des signes : 🙂 ½ Ω \u0301.",
    "mot" * 120 + " est long.",
    "Il a dit oui. " * 120,
]


@pytest.fixture(scope="module")
def parsers() -> tuple[StanzaParser, StanzaParser]:
    direct, pipeline = (StanzaParser(EMBEDDED, "quotetrack", direct=choice) for choice in (True, False))
    assert direct._direct is not None
    return direct, pipeline


@pytest.mark.models
def test_fixtures_are_parsed_as_by_the_pipeline(parsers: tuple[StanzaParser, StanzaParser]) -> None:
    articles = [d for d in read_documents(["fixtures"]) if isinstance(d, Document)]
    texts = [span.of(article.text) for article in articles for span in paragraphs(article)]
    both = list(zip(*(parser.parse(texts) for parser in parsers), strict=True))
    # « réveiller? » is parted here on purpose, and is one word there; a sentence that ends there between two words
    # of a name goes on here.
    parted = [i for i, (a, b) in enumerate(both) if forms(a) != forms(b)]
    assert all(re.search(r"\w[!?;…»”]", texts[i]) for i in parted)
    joined = [i for i, (a, b) in enumerate(both) if i not in parted and len(a) < len(b)]
    assert all(_ends_in_a_word(texts[i], both[i][1]) for i in joined)
    assert len(parted) <= 2 and len(joined) <= 2
    direct, pipeline = zip(*(pair for i, pair in enumerate(both) if i not in parted + joined), strict=True)
    words = [
        (mine, theirs)
        for a, b in zip(direct, pipeline, strict=True)
        for mine, theirs in zip((w for s in a for w in s.words), (w for s in b for w in s.words), strict=True)
    ]
    assert len(words) > 3000
    differing = [(mine, theirs) for mine, theirs in words if mine != theirs]
    assert len(differing) <= len(words) // 2000, differing  # a rounding here and there may decide a near tie
    assert [len(s.words) for a in direct for s in a] == [len(s.words) for b in pipeline for s in b]


def _ends_in_a_word(text: str, sentences: Sequence[Sentence]) -> bool:
    return any(re.match(r"\w \w", text[s.span.end - 1 :]) for s in sentences[:-1])


def forms(sentences: Sequence[Sentence]) -> list[str]:
    return [word.text for sentence in sentences for word in sentence.words]


@pytest.mark.models
@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:20]))
def test_odd_texts_are_parsed_as_by_the_pipeline(
    text: str, parsers: tuple[StanzaParser, StanzaParser]
) -> None:
    direct, pipeline = (parser.parse([text]) for parser in parsers)
    assert direct == pipeline


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "« Je refuse de répondre », a répondu Mustapha El Khalfi qui s’exprimait lors du point de presse.",
            1,
        ),
        ("« Non », a répondu, textuellement, Mustapha El Khalfi qui s’exprimait lors du point de presse.", 1),
        ("Il a tout nié. Sa mère s'est levée. Puis plus rien.", 3),
        ("« Tant pis ! » La salle rit. Il sort…", 3),
    ],
)
def test_no_sentence_ends_between_two_words(
    text: str, sentences: int, parsers: tuple[StanzaParser, StanzaParser]
) -> None:
    assert len(parsers[0].parse([text])[0]) == sentences


@pytest.mark.models
def test_a_pronoun_behind_a_verb_in_d_is_a_word_of_its_own(
    parsers: tuple[StanzaParser, StanzaParser],
) -> None:
    direct, _ = parsers
    for verb, pronoun in (("répond", "-il"), ("défend", "-elle"), ("apprend", "-on")):
        (parsed,) = direct.parse([f"« Non », {verb}{pronoun}."])
        assert forms(parsed)[-3:] == [verb, pronoun, "."]


@pytest.mark.models
def test_neighbours_in_a_batch_change_nothing(parsers: tuple[StanzaParser, StanzaParser]) -> None:
    direct, _ = parsers
    assert direct.parse(ODD) == [direct.parse([text])[0] for text in ODD]


def test_the_best_tree_has_one_root_and_no_cycle() -> None:
    chance = np.random.default_rng(1)
    for size in (2, 3, 4, 5):
        for _ in range(60):
            scores = chance.normal(size=(size, size))
            scores[:, 0] += chance.integers(-3, 6)
            np.fill_diagonal(scores, -np.inf)
            best = max(_trees(size), key=lambda heads: _score(scores, heads))
            assert tuple(best_tree(scores)) == best


def test_sentences_of_a_batch_are_decoded_within_their_own_length() -> None:
    chance = np.random.default_rng(2)
    scores = chance.normal(size=(40, 9, 9))
    scores[:, np.arange(9), np.arange(9)] = -np.inf
    lengths = chance.integers(2, 10, size=40)
    for tree, matrix, length in zip(best_trees(scores, lengths), scores, lengths, strict=True):
        assert tree.tolist() == best_tree(matrix[:length, :length]).tolist()


def _trees(size: int) -> list[tuple[int, ...]]:
    """Return all trees over ``size - 1`` words in which one word hangs on the root."""
    return [
        heads
        for rest in product(range(size), repeat=size - 1)
        if (heads := (0, *rest)).count(0) == 2 and all(_reaches_root(heads, word) for word in range(size))
    ]


def _reaches_root(heads: tuple[int, ...], word: int) -> bool:
    for _ in heads:
        word = heads[word]
    return word == 0


def _score(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads) if word))


def tokens(text: str) -> list[Token]:
    return [Token(word, 0, 0, False) for word in text.split()]


def test_a_sentence_that_does_not_end_is_cut_behind_a_mark() -> None:
    whole = tokens("a b , c d ; e f g h i")
    assert [[t.text for t in part] for part in bounded(whole, longest=4)] == [
        ["a", "b", ","],
        ["c", "d", ";"],
        ["e", "f", "g", "h"],
        ["i"],
    ]


def test_a_sentence_of_usual_length_is_left_whole() -> None:
    whole = tokens("a b , c")
    assert list(bounded(whole, longest=4)) == [whole]


@pytest.mark.models
def test_words_without_end_do_not_fill_the_memory(parsers: tuple[StanzaParser, StanzaParser]) -> None:
    [sentences] = parsers[0].parse(["Paul 🙂 dit " * 1000])
    assert "".join(w.text for s in sentences for w in s.words).replace(" ", "") == "Paul🙂dit" * 1000
    assert max(len(s.words) for s in sentences) <= MOST_WORDS


def test_vectors_of_words_that_come_again_are_kept_and_the_others_forgotten() -> None:
    asked: list[str] = []

    def embed(words: Sequence[str]) -> torch.Tensor:
        asked.extend(words)
        return torch.tensor([[float(len(word)), 1.0] for word in words])

    vectors = WordVectors(embed, most=3)
    asked.clear()
    assert vectors(["le", "maire", "le"]).tolist() == [[2, 1], [5, 1], [2, 1]]
    vectors(["part", "demain"])
    vectors.forget_if_full()
    assert vectors(["maire", "reste", "le"]).tolist() == [[5, 1], [5, 1], [2, 1]]
    assert asked == ["le", "maire", "part", "demain", "reste"]
    vectors(["ici", "là"])
    vectors.forget_if_full()
    assert vectors(["maire", "part"]).tolist() == [[5, 1], [4, 1]]
    assert asked[5:] == ["ici", "là", "part"]


@pytest.mark.models
def test_lemmas_are_the_same_when_few_are_remembered(
    parsers: tuple[StanzaParser, StanzaParser], monkeypatch: pytest.MonkeyPatch
) -> None:
    lemmatizer = parsers[0]._direct._lemmas  # type: ignore[union-attr]
    pairs = [
        ("Quilvadec", "PROPN"),
        ("brinquebaleront", "VERB"),
        ("Zolmiennes", "ADJ"),
        ("vergobrets", "NOUN"),
    ]
    before = [lemmatizer([pair])[0] for pair in pairs]
    monkeypatch.setattr(lemmas, "MOST_WORDS", 2)
    monkeypatch.setattr(lemmatizer, "_found", {})
    monkeypatch.setattr(lemmatizer, "_older", {})
    assert [lemmatizer([pair])[0] for pair in pairs * 3] == before * 3
    assert len(lemmatizer._found) <= 3 and len(lemmatizer._older) <= 3
