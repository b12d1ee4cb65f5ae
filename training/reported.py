"""Reported speech made of a sentence and a speaker: « S », a déclaré X. / X affirme que S.

The tree follows Sequoia: the verb of saying is `parataxis:insert` under what is said, or what is said is its `ccomp`.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from training.speakers import said_by
from training.trees import Token, Tree, Word, copied, mark, single, with_after
from training.typography import has_marks

FINAL = {".", ";", ":", "!", "?", ",", "...", "…"}
HEADS = {"VERB", "ADJ", "NOUN", "PRON", "PROPN"}
VOWELS = "aeiouéèêâîôû"
WAYS = ("after", "after", "after", "inside", "before", "before", "that", "closing")
"""As often as they should be drawn."""


def reported(tree: Tree, rng: random.Random) -> Tree | None:
    """Return the sentence reported in a way drawn by lot, None where it does not lend itself to it."""
    if has_marks(tree) or tree.tokens[0].form in "-—–" or not 4 <= len(tree.words) <= 45:
        return None
    said, final = _without_final(list(copied(tree.tokens)))
    if said[-1].words[0].upos == "PUNCT" and said[-1].form != ")":
        return None
    root = Tree(tree.name, tuple(said)).root
    if root.upos not in HEADS:
        return None
    way = rng.choice(WAYS)
    if way in ("after", "closing"):
        tokens = _before_its_verb(said, root.key, final, rng, opened=way == "after")
    elif way == "before":
        tokens = _after_its_verb(said, root, final, rng)
    elif way == "that":
        tokens = _subordinate(said, root, final, rng)
    else:
        tokens = _around_its_verb(said, root.key, rng)
    return None if tokens is None else Tree(tree.name, tuple(tokens))


def _before_its_verb(
    said: list[Token], root: int, final: str, rng: random.Random, opened: bool
) -> list[Token]:
    """« Le pont rouvrira lundi », a déclaré la maire. Without the opening mark it ends a longer quotation."""
    saying, verb = said_by(rng, root, "parataxis:insert", inverted=True)
    comma, close = mark(",", verb), mark("»", root)
    tight = not opened or rng.random() < 0.6
    middle = [with_after(close, "" if tight else " "), comma]
    if opened and rng.random() < 0.15:
        middle = [close]
    if opened and final in ("!", "?", "…", "..."):
        middle.insert(0, mark(final, root))
    before = [mark("«", root)] if opened else []
    return [*before, *_spaced(said), *middle, *_tight(saying), mark(".", root)]


def _after_its_verb(said: list[Token], root: Word, final: str, rng: random.Random) -> list[Token]:
    """La maire a déclaré : « Le pont rouvrira lundi. »"""
    saying, verb = said_by(rng, None, "root", inverted=False)
    saying = _capital(saying) if rng.random() < 0.6 else _tight(_capital(saying))
    if rng.random() < 0.6:
        stop = mark(final or ".", root.key)
        spaced = _spaced(said) if stop.form not in (".", "...", "…") else _tight(said)
        end = [*spaced, stop, mark("»", root.key)]
    else:
        end = [*_spaced(said), mark("»", root.key, after=""), mark(".", verb)]
    colon, opening = mark(":", root.key), mark("«", root.key)
    return [*saying, colon, opening, *_under(end, root, verb)]


def _subordinate(said: list[Token], root: Word, final: str, rng: random.Random) -> list[Token] | None:
    """La maire a déclaré que le pont rouvrirait lundi."""
    first = said[0].words[0]
    subject = any(w.head == root.key and w.deprel.startswith("nsubj") for token in said for w in token.words)
    if final not in (".", "") or not subject:
        return None
    if first.upos in ("ADP", "SCONJ", "CCONJ", "ADV") and rng.random() < 0.7:
        return None
    saying, verb = said_by(rng, None, "root", inverted=False)
    elided = first.form[0].lower() in VOWELS
    that = single(
        "qu'" if elided else "que", "SCONJ", root.key, "mark", lemma="que", after="" if elided else " "
    )
    if first.upos != "PROPN":
        said = _first_letter(said, str.lower)
    return [*_capital(saying), that, *_under(_tight(said), root, verb), mark(".", verb)]


def _around_its_verb(said: list[Token], root: int, rng: random.Random) -> list[Token] | None:
    """« Le pont », a déclaré la maire, « rouvrira lundi »."""
    places = [i for i, token in enumerate(said) if token.form == "," and 3 <= i < len(said) - 3]
    if not places:
        return None
    place = rng.choice(places)
    comma = said[place].words[0].key
    if any(word.head == comma for token in said for word in token.words):
        return None
    saying, verb = said_by(rng, root, "parataxis:insert", inverted=True)
    return [
        mark("«", root),
        *_spaced(said[:place]),
        mark("»", root, after=""),
        mark(",", verb),
        *_tight(saying),
        mark(",", verb),
        mark("«", root),
        *_spaced(said[place + 1 :]),
        mark("»", root, after=""),
        mark(".", root),
    ]


def _without_final(tokens: list[Token]) -> tuple[list[Token], str]:
    """Return the sentence without its final mark, and the mark."""
    last = tokens[-1]
    if len(tokens) > 2 and last.words[0].upos == "PUNCT" and last.form in FINAL:
        key = last.words[0].key
        if not any(word.head == key for token in tokens for word in token.words):
            return tokens[:-1], last.form
    return tokens, ""


def _under(tokens: list[Token], root: Word, verb: int) -> list[Token]:
    """Hang what is said under its verb."""

    def hung(word: Word) -> Word:
        return replace(word, head=verb, deprel="ccomp") if word.key == root.key else word

    return [replace(token, words=tuple(map(hung, token.words))) for token in tokens]


def _spaced(tokens: list[Token]) -> list[Token]:
    return [*tokens[:-1], with_after(tokens[-1], " ")]


def _tight(tokens: list[Token]) -> list[Token]:
    return [*tokens[:-1], with_after(tokens[-1], "")]


def _capital(tokens: list[Token]) -> list[Token]:
    return _first_letter(tokens, str.upper)


def _first_letter(tokens: list[Token], change: Callable[[str], str]) -> list[Token]:
    first = tokens[0]
    word = first.words[0]
    changed = replace(
        first,
        form=change(first.form[0]) + first.form[1:],
        words=(replace(word, form=change(word.form[0]) + word.form[1:]), *first.words[1:]),
    )
    return [changed, *tokens[1:]]
