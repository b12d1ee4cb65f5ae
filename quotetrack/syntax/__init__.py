"""Sentences and words with offsets; the Stanza parser behind a small interface; CoNLL-U in and out."""

from quotetrack.syntax.tree import Sentence, Word, span_of

__all__ = ["Sentence", "Word", "span_of"]
