"""What the parser gets wrong each time and the words alone tell: « a d'ores et déjà annoncé »."""

from __future__ import annotations

from dataclasses import replace

from quotetrack.syntax.tree import Word

ALREADY = "ores"
"""A text without this word needs no mending."""


def mended(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a sentence with « d'ores et déjà » as the adverb that it is.

    The parser takes « et » for what joins the auxiliary with its own participle.
    """
    at = next((i for i, w in enumerate(words) if w.text == ALREADY), None)
    if at is None or at < 2 or at + 3 >= len(words) or words[at + 2].text != "déjà":
        return words
    verb = words[at + 3]
    auxiliary = next(
        (w for w in words[max(at - 4, 0) : at - 1] if w.upos == "AUX" and w.id == verb.head), None
    )
    if auxiliary is None or verb.feat("VerbForm") != "Part":
        return words
    adverb = range(at - 1, at + 3)
    found: list[Word] = []
    for i, word in enumerate(words):
        if word is verb:
            word = replace(word, head=auxiliary.head, deprel=auxiliary.deprel)
        elif word is auxiliary:
            word = replace(word, head=verb.id, deprel="aux:tense")
        elif i in adverb:
            word = replace(word, upos="ADV", head=verb.id, deprel="advmod")
        elif word.head == auxiliary.id:
            word = replace(word, head=verb.id)
        found.append(word)
    return tuple(found)
