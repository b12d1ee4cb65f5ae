"""The same sentence as other newspapers print it: quotation marks, apostrophes, ellipses, dashes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from training.trees import Token, Tree, with_after

CLOSING = "»”"
ANY_MARK = set('«»“”"')


@dataclass(frozen=True, slots=True)
class Style:
    """A pair of quotation marks and the white space inside it."""

    opening: str
    closing: str
    space: str


STYLES = (
    Style("«", "»", " "),
    Style("«", "»", "\u202f"),
    Style("«", "»", "\xa0"),
    Style("«", "»", " "),
    Style("«", "»", ""),
    Style("“", "”", ""),
    Style('"', '"', ""),
)
"""As often as they should be drawn."""


def quotation_marks(tokens: Sequence[Token]) -> list[tuple[int | None, int | None]]:
    """Return the places of opening and closing marks, paired; None where the other one stands elsewhere."""
    pairs: list[tuple[int | None, int | None]] = []
    opened: list[int] = []
    for place, token in enumerate(tokens):
        closes = token.form in CLOSING or (token.form == '"' and bool(opened))
        if token.form in ANY_MARK and not closes:
            opened.append(place)
        elif closes and token.form in ANY_MARK:
            pairs.append((opened.pop() if opened else None, place))
    return pairs + [(place, None) for place in opened]


def has_marks(tree: Tree) -> bool:
    """Tell whether there is a quotation mark."""
    return any(token.form in ANY_MARK for token in tree.tokens)


def restyled(tree: Tree, style: Style) -> Tree:
    """Return the tree with its quotations in a style: « oui » → “oui”."""
    tokens = list(tree.tokens)
    for opening, closing in quotation_marks(tokens):
        if opening is not None:
            tokens[opening] = with_after(with_form(tokens[opening], style.opening), style.space)
        if closing is not None:
            tokens[closing] = with_form(tokens[closing], style.closing)
            if closing:
                tokens[closing - 1] = with_after(tokens[closing - 1], style.space)
    return replace(tree, tokens=tuple(tokens))


def with_apostrophes(tree: Tree, apostrophe: str) -> Tree:
    """Return the tree with one kind of apostrophe: l'État → l’État."""

    def changed(form: str) -> str:
        return form.replace("'", apostrophe).replace("’", apostrophe)

    return replace(
        tree,
        tokens=tuple(
            replace(
                token,
                form=changed(token.form),
                words=tuple(replace(word, form=changed(word.form)) for word in token.words),
            )
            for token in tree.tokens
        ),
    )


def retyped(tree: Tree, rng: random.Random) -> Tree:
    """Return the tree as a typesetter would have it: ’ for ', … for ..., – or — for -, another style of quotation."""
    tokens = list(with_apostrophes(tree, "’").tokens)
    ellipsis, dash = rng.random() < 0.7, rng.random() < 0.5
    for i, token in enumerate(tokens):
        if ellipsis and token.form == "...":
            tokens[i] = with_form(token, "…")
        elif dash and token.form == "-" and token.words[0].upos == "PUNCT":
            tokens[i] = with_form(token, rng.choice("—–"))
    return restyled(replace(tree, tokens=tuple(tokens)), rng.choice(STYLES))


def with_form(token: Token, form: str) -> Token:
    """Return a mark in another form."""
    return replace(token, form=form, words=(replace(token.words[0], form=form, lemma=form),))


def drawn(tree: Tree, rng: random.Random) -> Tree:
    """Return the tree in a style and with an apostrophe drawn by lot."""
    return with_apostrophes(restyled(tree, rng.choice(STYLES)), rng.choice("'’"))
