"""Stanza's trained networks run directly: the same words and trees as its pipeline, several times as fast.

Stanza builds a document of objects between one network and the next, packs every batch, scores all relations of all
pairs of words and decodes trees with a great many small arrays. Here plain lists go from one network to the next,
batches are sorted and padded, what a word contributes by itself is computed once, and only the arcs that are chosen
are labelled. What Stanza trains otherwise (character language models, transformers) is left to its own pipeline.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from quotetrack.syntax.direct.lemmas import Lemmatizer
from quotetrack.syntax.direct.tags import Tagger
from quotetrack.syntax.direct.tokens import KNOWN_FEATURES, Token, Tokenizer
from quotetrack.syntax.direct.trees import TreeParser
from quotetrack.syntax.tree import Sentence, Word

__all__ = ["DirectParser", "why_not"]


class DirectParser:
    """Parses with the networks of a loaded Stanza pipeline.

    Raises:
        ValueError: the pipeline holds networks that cannot be run directly (see `why_not`).
    """

    def __init__(self, pipeline: Any) -> None:
        if (reason := why_not(pipeline)) is not None:
            raise ValueError(reason)
        parts = pipeline.processors
        tokens, tagger, lemmas, trees = (parts[name] for name in ("tokenize", "pos", "lemma", "depparse"))
        for part in (tokens, tagger, lemmas, trees):
            part.trainer.model.eval()
        with torch.inference_mode():
            self._tokens = Tokenizer(
                tokens.trainer.model, tokens.vocab, tokens.config["feat_funcs"], tokens.config["max_seqlen"]
            )
            self._expansion = parts["mwt"].trainer.dict_expansion if "mwt" in parts else lambda word: None
            self._tags = Tagger(tagger.trainer.model, tagger.vocab, tagger.pretrain)
            self._lemmas = Lemmatizer(lemmas.trainer, lemmas.config)
            self._trees = TreeParser(
                trees.trainer.model,
                trees.vocab,
                trees.pretrain,
                repair=bool(trees.config.get("resolve_head_constraints", True)),
            )

    def parse(self, paragraphs: Sequence[str], starts: Sequence[int]) -> list[list[Sentence]]:
        """Return the sentences of each paragraph, ``starts`` being the offsets of their first characters."""
        with torch.inference_mode():
            tokenized = self._tokens(paragraphs)
            sentences = [
                self._expanded(sentence, start)
                for found, start in zip(tokenized, starts, strict=True)
                for sentence in found
            ]
            words = [[text for text, _, _ in sentence] for sentence in sentences]
            tags = self._tags(words)
            lemmas = self._lemmatized(words, [[tag.upos for tag in tagged] for tagged in tags])
            trees = self._trees(words, lemmas, [[tag.upos for tag in tagged] for tagged in tags])
        built = (
            _sentence(sentence, tagged, lemma, tree)
            for sentence, tagged, lemma, tree in zip(sentences, tags, lemmas, trees, strict=True)
        )
        return [[next(built) for _ in found] for found in tokenized]

    def _expanded(self, tokens: Sequence[Token], begins: int) -> list[tuple[str, int, int]]:
        """Return words with their offsets, counted from where the text begins: « du » is two words at one place."""
        words: list[tuple[str, int, int]] = []
        for token in tokens:
            parts = (self._expansion(token.text) or "").split() if token.multi else ()
            texts = parts if len(parts) > 1 else (token.text,)
            words += [(text, begins + token.start, begins + token.end) for text in texts]
        return words

    def _lemmatized(self, words: Sequence[Sequence[str]], tags: Sequence[Sequence[str]]) -> list[list[str]]:
        found = iter(
            self._lemmas(
                [
                    pair
                    for sentence, tagged in zip(words, tags, strict=True)
                    for pair in zip(sentence, tagged, strict=True)
                ]
            )
        )
        return [[next(found) for _ in sentence] for sentence in words]


def why_not(pipeline: Any) -> str | None:
    """Return why the networks of a pipeline cannot be run directly, or None if they can."""
    parts = pipeline.processors
    missing = {"tokenize", "pos", "lemma", "depparse"} - set(parts)
    if missing:
        return f"there is no processor {sorted(missing)[0]}"
    tokens, tags, lemmas, trees = (parts[n].trainer.args for n in ("tokenize", "pos", "lemma", "depparse"))
    wanted = {
        "the tokeniser": not tokens.get("charlm_forward_file")
        and not tokens["use_dictionary"]
        and tokens["conv_res"] is None
        and tokens["rnn_layers"] == 1
        and tokens["hierarchical"]
        and tokens["use_mwt"]
        and not tokens["skip_newline"]
        and set(tokens["feat_funcs"]) <= set(KNOWN_FEATURES),
        "the expansion of multi-word tokens": "mwt" not in parts or parts["mwt"].config["dict_only"],
        "the tagger": _plain(tags)
        and tags["char"]
        and not tags["share_hid"]
        and tags.get("tag_column_link", "tag_emb") == "tag_emb",
        "the lemmatiser": lemmas["ensemble_dict"]
        and lemmas["edit"]
        and not lemmas["dict_only"]
        and not lemmas.get("caseless")
        and not lemmas.get("charlm")
        and not parts["lemma"].trainer.has_contextual_lemmatizers(),
        "the parser": _plain(trees)
        and trees.get("model_type", "graph") == "graph"
        and not trees.get("use_arc_embedding")
        and not trees.get("reversed")
        and trees.get("use_upos", True)
        and not trees.get("use_xpos", True)
        and not trees.get("use_ufeats", True),
    }
    return next((f"{name} is of another kind" for name, fits in wanted.items() if not fits), None)


def _plain(settings: Any) -> bool:
    return bool(
        not settings.get("charlm")
        and not settings.get("bert_model")
        and settings["pretrain"]
        and settings["word_emb_dim"] > 0
        and settings["tag_emb_dim"] > 0
        and not settings.get("rec_dropout")
    )


def _sentence(
    words: Sequence[tuple[str, int, int]],
    tags: Sequence[Any],
    lemmas: Sequence[str],
    tree: Sequence[tuple[int, str]],
) -> Sentence:
    return Sentence(
        tuple(
            Word(i, text, text if lemma == "_" else lemma, tag.upos, tag.feats, head, relation, start, end)
            for i, ((text, start, end), tag, lemma, (head, relation)) in enumerate(
                zip(words, tags, lemmas, tree, strict=True), 1
            )
        )
    )
