"""Sentences put in quotation marks: whole, opened only, closed only, or one constituent of them."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from training.trees import Token, Tree, Word, copied, mark, with_after
from training.typography import has_marks

LEADING = {"case", "mark", "cc", "punct"}


def quoted(tree: Tree, rng: random.Random, opened: bool = True, closed: bool = True) -> Tree | None:
    """Return the sentence in guillemets: « Le pont rouvrira lundi. » or « Le pont rouvrira lundi ».

    With one mark only, it is the beginning or the end of a quotation of several sentences.
    """
    if has_marks(tree):
        return None
    tokens = list(copied(tree.tokens))
    root = replace(tree, tokens=tuple(tokens)).root.key
    if closed:
        final = tokens[-1].words[0].upos == "PUNCT" and tokens[-1].form in ".,;"
        at = len(tokens) - 1 if final and rng.random() < 0.5 else len(tokens)
        tokens[at - 1] = with_after(tokens[at - 1], " ")
        tokens.insert(at, mark("»", root, after="" if at < len(tokens) else " "))
    if opened:
        tokens.insert(0, mark("«", root))
    return Tree(tree.name, tuple(tokens))


def constituent_quoted(tree: Tree, rng: random.Random) -> Tree | None:
    """Return the sentence with one of its constituents in guillemets: Le maire évoque un « jeu dangereux »."""
    if has_marks(tree):
        return None
    tokens = list(copied(tree.tokens))
    chosen = [found for word in _words(tokens) if (found := _stretch(tokens, word)) is not None]
    if not chosen:
        return None
    head, first, last = rng.choice(chosen)
    after = tokens[last].after
    tokens[last] = with_after(tokens[last], " ")
    tokens.insert(last + 1, mark("»", head, after))
    tokens.insert(first, mark("«", head))
    return Tree(tree.name, tuple(tokens))


def _stretch(tokens: Sequence[Token], head: Word) -> tuple[int, int, int] | None:
    """Return the key of a head and the places of the first and last token of its constituent, if it is in one piece."""
    if head.upos not in ("NOUN", "VERB", "ADJ") or head.deprel in ("punct", "fixed", "flat:name"):
        return None
    if head.head is None:
        return None
    under: defaultdict[int | None, list[int]] = defaultdict(list)
    for word in _words(tokens):
        under[word.head].append(word.key)
    inside, waiting = set[int](), [head.key]
    while waiting:
        inside.add(key := waiting.pop())
        waiting += under[key]
    words = _words(tokens)
    places = [i for i, word in enumerate(words) if word.key in inside]
    if len(places) != places[-1] - places[0] + 1 or not 2 <= len(places) <= 25:
        return None
    if words[places[-1]].upos == "PUNCT":
        return None
    while words[places[0]].head == head.key and words[places[0]].deprel in LEADING:
        places.pop(0)
    token_of = [i for i, token in enumerate(tokens) for _ in token.words]
    first, last = token_of[places[0]], token_of[places[-1]]
    if len(tokens[first].words) > 1 or len(tokens[last].words) > 1:
        return None
    return head.key, first, last


def _words(tokens: Sequence[Token]) -> list[Word]:
    return [word for token in tokens for word in token.words]
