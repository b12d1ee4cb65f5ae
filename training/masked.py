"""Frames as the extractor has them parsed: a short stand-in where the quotation was (see `quotetrack.syntax.masking`).

« Nous ne lâcherons rien », a déclaré le ministre. → « cela est vrai », a déclaré le ministre.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotetrack.syntax.masking import STAND_IN
from training.trees import Token, Tree, Word, new_key, single, with_after
from training.typography import quotation_marks

STOPS = {".", "!", "?", "…", "..."}
NOT_A_CLAUSE = {"nmod", "obj", "appos", "amod", "nsubj", "obl:mod", "obl:arg", "conj", "acl"}
CLAUSE_HEADS = {"VERB", "ADJ", "NOUN", "PRON", "AUX", "ADV"}


def masked(tree: Tree) -> Tree | None:
    """Return the sentence with its first quoted clause replaced by the stand-in, None where it quotes no clause."""
    for opening, closing in quotation_marks(tree.tokens):
        if opening is None or closing is None:
            continue
        inner = tree.tokens[opening + 1 : closing]
        head = _clause_head(tree, inner)
        if head is not None:
            return _replaced(tree, opening, closing, head)
    return None


def _clause_head(tree: Tree, inner: Sequence[Token]) -> Word | None:
    """Return the head of a quotation that hangs together: nothing but its head is linked with the frame."""
    words = [word for token in inner for word in token.words]
    if len(words) < 3:
        return None
    inside = {word.key for word in words}
    hanging = [word for word in words if word.head not in inside]
    if len(hanging) != 1:
        return None
    head = hanging[0]
    if head.deprel in NOT_A_CLAUSE or head.upos not in CLAUSE_HEADS:
        return None
    if any(word.head in inside - {head.key} for word in tree.words if word.key not in inside):
        return None
    return head


def _replaced(tree: Tree, opening: int, closing: int, head: Word) -> Tree:
    last = tree.tokens[closing - 1]
    stop = (last,) if last.form in STOPS and closing == len(tree.tokens) - 1 else ()
    before, after = tree.tokens[: opening + 1], tree.tokens[closing:]
    stand_in = _stand_in(head, "" if stop else last.after)
    top = stand_in[-1].words[0].key
    kept = {w.key for token in (*before, *after) for w in token.words}

    def hung(token: Token) -> Token:
        return replace(
            token,
            words=tuple(
                replace(w, head=top) if w.head is not None and w.head not in kept else w for w in token.words
            ),
        )

    return replace(tree, tokens=tuple(map(hung, before)) + stand_in + tuple(map(hung, stop + after)))


def _stand_in(head: Word, after: str) -> tuple[Token, ...]:
    """Return « cela est vrai » in the place of a head."""
    cela, est, vrai = STAND_IN.split()
    top = new_key()
    true = Word(top, vrai, vrai, "ADJ", "Gender=Masc|Number=Sing", head.head, head.deprel)
    return (
        single(cela, "PRON", top, "nsubj", feats="Gender=Masc|Number=Sing|Person=3|PronType=Dem"),
        single(
            est,
            "AUX",
            top,
            "cop",
            lemma="être",
            feats="Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
        ),
        with_after(Token(vrai, (true,)), after),
    )
