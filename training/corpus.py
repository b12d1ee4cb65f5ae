"""The files that Stanza learns from, made of treebanks: each sentence as it is, retyped, quoted, reported, masked."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.harmony import CLOSED, convention, harmonised, with_common_lemmas
from training.masked import masked
from training.paragraphs import labelled, paragraphs
from training.quoted import constituent_quoted, quoted
from training.reported import reported
from training.treebanks import Texts
from training.trees import Token, Tree, Word, copied, is_tree, new_key, read, write
from training.typography import drawn, retyped, with_apostrophes

SEED = 13
CONTRACTIONS = {
    "au": "à le",
    "aux": "à les",
    "du": "de le",
    "des": "de les",
    "auquel": "à lequel",
    "auxquels": "à lesquels",
    "auxquelles": "à lesquelles",
    "duquel": "de lequel",
    "desquels": "de lesquels",
    "desquelles": "de lesquelles",
}
DOUBLED = "gsd:"
"""The treebank whose sentences are retyped twice while its train part is not there: it alone is like its test."""


@dataclass(frozen=True, slots=True)
class Files:
    """Where the files of the corpus lie."""

    folder: Path

    def path(self, name: str) -> Path:
        """Return where a file lies: « base.conllu », « tokens.txt »."""
        return self.folder / name


def write_corpus(texts: Texts, folder: Path, seed: int = SEED) -> Files:
    """Write all training files and return where they lie.

    Files:
        base.conllu: the harmonised sentences; train.conllu: with everything made of them.
        spoken.conllu: the spoken sentences, for parts of speech only.
        dev.conllu: the sentences by which checkpoints are chosen.
        tokens.txt, .labels: pseudo-paragraphs for the tokeniser; chosen.txt, .labels, .conllu: the same for choosing.
        expansions.json, expansions.conllu: multi-word tokens; lemmas.conllu: forms with their lemmas.
    """
    rng = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    files = Files(folder)
    trees = [with_apostrophes(tree, "'") for tree in harmonised((*texts.written, *texts.spoken))]
    base, spoken = trees[: len(texts.written)], trees[len(texts.written) :]
    common = convention(base)
    plenty = sum(tree.name.startswith(DOUBLED) for tree in base) > 5000
    other = [retyped(_named(tree, "typo"), rng) for tree in base if not tree.name.startswith("fqb:")]
    if not plenty:
        other += [retyped(_named(tree, "again"), rng) for tree in base if tree.name.startswith(DOUBLED)]
    made = {
        kind: [with_common_lemmas(drawn(tree, rng), common) for tree in found]
        for kind, found in (("mask", _masks(base, rng)), ("wrap", _wrapped(base, rng)))
    }
    everything = [*base, *other, *made["wrap"], *made["mask"]]
    rng.shuffle(everything)
    write(files.path("base.conllu"), base)
    write(files.path("train.conllu"), everything)
    write(files.path("spoken.conllu"), (_parts_of_speech(tree, rng) for tree in spoken))
    write(files.path("dev.conllu"), read(texts.choosing))
    _write_tokens(files, base, other, made, rng)
    _write_expansions(files, base, spoken)
    write(files.path("lemmas.conllu"), _lemma_rows([*base, *other, *spoken], rng))
    counts = {"base": len(base), "retyped": len(other), "spoken": len(spoken)}
    counts |= {kind: len(found) for kind, found in made.items()}
    files.path("counts.json").write_text(json.dumps(counts), encoding="utf-8")
    return files


def _masks(base: Sequence[Tree], rng: random.Random) -> Iterable[Tree]:
    for tree in base:
        if tree.name.startswith("fqb:"):
            continue
        found = masked(replace(tree, tokens=copied(tree.tokens)))
        if found is None and rng.random() < 0.22:
            direct = reported(tree, rng)
            found = None if direct is None else masked(direct)
        if found is not None and is_tree(found):
            yield _named(found, "mask")


def _wrapped(base: Sequence[Tree], rng: random.Random) -> Iterable[Tree]:
    for tree in base:
        if tree.name.startswith("fqb:") and rng.random() < 0.6:
            continue
        lot = rng.random()
        if lot < 0.16:
            opened, closed = rng.choice(((True, True), (True, True), (True, False), (False, True)))
            found = quoted(tree, rng, opened, closed)
        elif lot < 0.36:
            found = constituent_quoted(tree, rng)
        else:
            found = reported(tree, rng) if lot < 0.66 else None
        if found is not None and is_tree(found):
            yield _named(found, "wrap")


def _named(tree: Tree, kind: str) -> Tree:
    return replace(tree, name=f"{tree.name}-{kind}")


def _parts_of_speech(tree: Tree, rng: random.Random) -> Tree:
    bare = tree.with_words(lambda word: replace(word, feats="_"))
    return with_apostrophes(bare, "’") if rng.random() < 0.5 else bare


def _write_tokens(
    files: Files, base: Sequence[Tree], other: Sequence[Tree], made: dict[str, list[Tree]], rng: random.Random
) -> None:
    found: list[Sequence[Tree]] = []
    for group in (base, other):
        by_treebank: defaultdict[str, list[Tree]] = defaultdict(list)
        for tree in group:
            by_treebank[tree.name.split(":")[0]].append(tree)
        for trees in by_treebank.values():
            found += paragraphs(trees, rng, 6)
    for trees, most in ((made["wrap"], 4), (made["mask"], 3)):
        found += paragraphs(rng.sample(trees, len(trees)), rng, most)
    found += _long_quotations(base, rng)
    rng.shuffle(found)
    labelled(found, files.path("tokens"))
    dev = read(files.path("dev.conllu"))
    varied = [drawn(tree, rng) for tree in (*_wrapped(dev, rng), *_masks(dev[::4], rng))]
    chosen = paragraphs([*dev, *varied], rng, 6)
    labelled(chosen, files.path("chosen"))
    write(files.path("chosen.conllu"), (tree for paragraph in chosen for tree in paragraph))


def _long_quotations(base: Sequence[Tree], rng: random.Random) -> Iterable[Sequence[Tree]]:
    """Yield paragraphs in which a quotation runs over several sentences: « A. B. C », a déclaré X."""
    for paragraph in paragraphs([tree for tree in base if not tree.name.startswith("fqb:")], rng, 4)[::2]:
        if len(paragraph) < 2 or any(quoted(tree, rng) is None for tree in paragraph):
            continue
        first = quoted(paragraph[0], rng, closed=False) or paragraph[0]
        last = reported(paragraph[-1], rng) or paragraph[-1]
        style = random.Random(rng.random())
        state = style.getstate()
        changed = []
        for tree in (first, *paragraph[1:-1], last):
            style.setstate(state)
            changed.append(drawn(tree, style))
        yield changed


def _write_expansions(files: Files, base: Sequence[Tree], spoken: Sequence[Tree]) -> None:
    seen = Counter(
        (token.form, tuple(word.form.lower() for word in token.words))
        for tree in (*base, *spoken)
        for token in tree.tokens
        if len(token.words) > 1
    )
    rows = [[[form, list(words)], number] for (form, words), number in seen.items()]
    files.path("expansions.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    closed = (
        _contraction(number, change(form), [change(words.split()[0]), words.split()[1]])
        for number, (form, words) in enumerate(CONTRACTIONS.items())
        for change in (str.lower, str.capitalize, str.upper)
        for _ in range(3)
    )
    write(files.path("expansions.conllu"), (*base, *closed))


def _contraction(number: int, form: str, words: Sequence[str]) -> Tree:
    noun = Word(new_key(), "x", "x", "NOUN", "_", None, "root")
    preposition = Word(new_key(), words[0], words[0].lower(), "ADP", "_", noun.key, "case")
    article = words[1].upper() if form.isupper() else words[1]
    determiner = Word(new_key(), article, "le", "DET", "_", noun.key, "det")
    return Tree(f"expansion{number}", (Token(form, (preposition, determiner)), Token("x", (noun,))))


def _lemma_rows(trees: Sequence[Tree], rng: random.Random) -> Iterable[Tree]:
    """Yield forms with their most frequent lemmas as if they were sentences of 25 words, frequent forms repeatedly."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word in tree.words:
            if word.lemma not in ("_", ""):
                seen[word.form, word.upos][word.lemma] += 1
    rows: list[tuple[str, str, str]] = []
    for (form, upos), lemmas in seen.items():
        lemma, total = lemmas.most_common(1)[0][0], sum(lemmas.values())
        rows += [(form, upos, lemma)] * (1 + (total > 4) + (total > 30) + (total > 300))
        capital = form[:1].upper() + form[1:]
        if upos in CLOSED | {"ADV"} and form.islower() and total > 2 and (capital, upos) not in seen:
            rows.append((capital, upos, lemma))
    rng.shuffle(rows)
    for start in range(0, len(rows), 25):
        words = [
            Word(new_key(), form, lemma, upos, "_", None, "dep")
            for form, upos, lemma in rows[start : start + 25]
        ]
        hung = [words[0], *(replace(word, head=words[0].key) for word in words[1:])]
        hung[0] = replace(hung[0], deprel="root")
        yield Tree(f"lemmas{start}", tuple(Token(word.form, (word,)) for word in hung))
