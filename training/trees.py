"""Sentences with their trees, as CoNLL-U holds them and as augmentation rewrites them.

A word knows its head by key, not by position: tokens can be put in, taken out and moved without numbering anything
anew. Positions are counted when a tree is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

LEFT_OUT = ("Typo", "Person[psor]", "Number[psor]", "Case", "NumForm", "Style", "Abbr", "Foreign")
"""Features that only some of the treebanks annotate."""

new_key = count(1).__next__


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word: « du » holds two of them, « de » and « le ».

    Attributes:
        key: what dependents call it; no two words of a run share one.
        head: the key of its head, None for the root.
    """

    key: int
    form: str
    lemma: str
    upos: str
    feats: str
    head: int | None
    deprel: str


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it stands in the text, with its words and the white space after it."""

    form: str
    words: tuple[Word, ...]
    after: str = " "


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence: its name (« gsd:fr-ud-dev_00001 ») and its tokens, in order."""

    name: str
    tokens: tuple[Token, ...]

    @property
    def words(self) -> list[Word]:
        """Return the words in order."""
        return [word for token in self.tokens for word in token.words]

    @property
    def root(self) -> Word:
        """Return the word that hangs on nothing."""
        return next(word for word in self.words if word.head is None)

    @property
    def text(self) -> str:
        """Return the sentence as it is written."""
        return "".join(token.form + token.after for token in self.tokens).rstrip()

    def with_words(self, change: Callable[[Word], Word]) -> Tree:
        """Return the tree with each word changed."""
        return replace(self, tokens=tuple(replace(t, words=tuple(map(change, t.words))) for t in self.tokens))


def single(
    form: str,
    upos: str,
    head: int | None,
    deprel: str,
    *,
    lemma: str = "",
    feats: str = "_",
    after: str = " ",
) -> Token:
    """Return a token of one word."""
    return Token(form, (Word(new_key(), form, lemma or form, upos, feats, head, deprel),), after)


def mark(form: str, head: int | None, after: str = " ") -> Token:
    """Return a punctuation mark."""
    return single(form, "PUNCT", head, "punct", after=after)


def copied(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return tokens whose words have keys of their own, so that a tree can stand beside its original."""
    tokens = tuple(tokens)
    keys = {word.key: new_key() for token in tokens for word in token.words}
    return tuple(
        replace(
            token,
            words=tuple(
                replace(word, key=keys[word.key], head=None if word.head is None else keys[word.head])
                for word in token.words
            ),
        )
        for token in tokens
    )


def with_after(token: Token, after: str) -> Token:
    """Return the token with other white space after it."""
    return replace(token, after=after)


def is_tree(tree: Tree) -> bool:
    """Tell whether there is one root and every word leads to it."""
    heads = {word.key: word.head for word in tree.words}
    if len(heads) != len(tree.words) or sum(head is None for head in heads.values()) != 1:
        return False
    for key in heads:
        at: int | None = key
        for _ in range(len(heads) + 1):
            if at is None:
                break
            at = heads.get(at, -1)
        else:
            return False
    return True


def read(path: Path, prefix: str = "") -> list[Tree]:
    """Return the trees of a CoNLL-U file, each named ``prefix`` and its sent_id."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [_tree(block.split("\n"), prefix, number) for number, block in enumerate(blocks, 1) if block]


def _tree(lines: Sequence[str], prefix: str, number: int) -> Tree:
    name = next(
        (line.split("=", 1)[1].strip() for line in lines if line.startswith("# sent_id")), str(number)
    )
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    keys = {row[0]: new_key() for row in rows if row[0].isdigit()}
    tokens: list[Token] = []
    last_of_token = 0
    for row in rows:
        after = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in row[0]:
            last_of_token = int(row[0].split("-")[1])
            tokens.append(Token(row[1], (), after))
        elif row[0].isdigit():
            word = Word(keys[row[0]], row[1], row[2], row[3], _kept(row[5]), keys.get(row[6]), row[7])
            if int(row[0]) <= last_of_token:
                tokens[-1] = replace(tokens[-1], words=(*tokens[-1].words, word))
            else:
                tokens.append(Token(row[1], (word,), after))
    return Tree(prefix + name, tuple(tokens))


def _kept(feats: str) -> str:
    kept = [feat for feat in feats.split("|") if feat.split("=")[0] not in LEFT_OUT]
    return "|".join(kept) or "_"


def write(path: Path, trees: Iterable[Tree]) -> None:
    """Write trees as CoNLL-U."""
    with path.open("w", encoding="utf-8") as file:
        for tree in trees:
            file.write("\n".join(conllu(tree)) + "\n\n")


def conllu(tree: Tree) -> Iterator[str]:
    """Yield the lines of a tree."""
    number = {word.key: str(i) for i, word in enumerate(tree.words, 1)}
    yield f"# sent_id = {tree.name}"
    yield f"# text = {tree.text}"
    for i, token in enumerate(tree.tokens):
        misc = "_" if token.after or i == len(tree.tokens) - 1 else "SpaceAfter=No"
        if len(token.words) > 1:
            first, last = number[token.words[0].key], number[token.words[-1].key]
            yield "\t".join((f"{first}-{last}", token.form, *["_"] * 7, misc))
            misc = "_"
        for word in token.words:
            head = "0" if word.head is None else number[word.head]
            yield "\t".join(
                (
                    number[word.key],
                    word.form,
                    word.lemma,
                    word.upos,
                    "_",
                    word.feats,
                    head,
                    word.deprel,
                    "_",
                    misc,
                )
            )
