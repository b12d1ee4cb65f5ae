"""One convention for all treebanks: those of UD_French-Sequoia and UD_French-GSD, which agree.

UD_French-PUD puts the verb of saying of « Q », a dit X over the quotation; here it hangs under it. PUD does not tell
`obl:arg` from `obl:mod`; the others do. PUD, FQB and the spoken treebanks have older lemmas of pronouns (« il » for il,
where Sequoia and GSD have « lui »).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from training.lists import SAYING
from training.trees import Tree, Word, is_tree

CLOSED = {"PRON", "DET", "ADP", "SCONJ", "CCONJ", "AUX"}
MODELS = ("sequoia:", "gsd:")
BEFORE_THE_VERB = {"aux:tense", "aux:pass", "expl:pv", "iobj", "obj", "advmod", "nsubj"}


@dataclass(frozen=True, slots=True)
class Convention:
    """What Sequoia and GSD do, counted.

    Attributes:
        oblique: (verb, preposition) → `obl:arg` or `obl:mod`, whichever is more frequent.
        preposition: preposition → the same.
        lemmas: (form in small letters, part of speech) → lemma, for closed classes.
    """

    oblique: dict[tuple[str, str], str]
    preposition: dict[str, str]
    lemmas: dict[tuple[str, str], str]


def convention(trees: Iterable[Tree]) -> Convention:
    """Count what the treebanks that set the convention do."""
    oblique: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    preposition: defaultdict[str, Counter[str]] = defaultdict(Counter)
    lemmas: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tree in trees:
        if not tree.name.startswith(MODELS):
            continue
        words = tree.words
        by_key = {word.key: word for word in words}
        for word in words:
            if word.upos in CLOSED:
                lemmas[_form(word), word.upos][_plain(word.lemma)] += 1
            if word.deprel in ("obl:arg", "obl:mod") and word.head is not None:
                case = _case(words, word)
                oblique[by_key[word.head].lemma, case][word.deprel] += 1
                preposition[case][word.deprel] += 1
    return Convention(_most(oblique), _most(preposition), _most(lemmas))


def harmonised(trees: Sequence[Tree]) -> list[Tree]:
    """Return the trees in one convention; a tree that would be broken by it stays as it is."""
    common = convention(trees)
    return [_harmonised(tree, common) for tree in trees]


def with_common_lemmas(tree: Tree, common: Convention) -> Tree:
    """Return the tree with the lemmas of closed classes that Sequoia and GSD have: il → lui, se → soi."""
    return tree.with_words(
        lambda word: (
            replace(word, lemma=common.lemmas.get((_form(word), word.upos), word.lemma))
            if word.upos in CLOSED
            else word
        )
    )


def _harmonised(tree: Tree, common: Convention) -> Tree:
    plain = tree.with_words(
        lambda word: replace(word, lemma=word.form.lower() if word.lemma == "_" else _plain(word.lemma))
    )
    if not plain.name.startswith(MODELS):
        plain = with_common_lemmas(plain, common)
    found = plain.with_words(_renamed)
    if found.name.startswith("pud:"):
        found = _quotation_over_verb(_obliques(found, common))
    return found if is_tree(found) else plain


def _renamed(word: Word) -> Word:
    renamed = {
        "expl:comp": "expl:pv" if word.lemma in ("se", "soi") else "expl:comp",
        "parataxis:parenth": "parataxis:insert",
        "nmod:appos": "appos",
    }
    return replace(word, deprel=renamed.get(word.deprel, word.deprel))


def _obliques(tree: Tree, common: Convention) -> Tree:
    words = tree.words
    by_key = {word.key: word for word in words}

    def told_apart(word: Word) -> Word:
        if word.deprel != "obl" or word.head is None:
            return word
        head, case = by_key[word.head], _case(words, word)
        passive = head.deprel == "acl" and "Part" in head.feats
        passive |= any(w.head == head.key and w.deprel in ("aux:pass", "nsubj:pass") for w in words)
        if case == "par" and passive:
            return replace(word, deprel="obl:agent")
        usual = common.preposition.get(case, "obl:mod")
        return replace(word, deprel=common.oblique.get((head.lemma, case), usual))

    return tree.with_words(told_apart)


def _quotation_over_verb(tree: Tree) -> Tree:
    """Hang the verb of saying under what is said before it, and what is said after its colon under the verb."""
    place = {word.key: i for i, word in enumerate(tree.words)}
    for verb in [w for w in tree.words if w.lemma in SAYING and w.upos == "VERB"]:
        for said in [w for w in tree.words if w.head == verb.key and w.deprel == "parataxis"]:
            subjects = [w for w in tree.words if w.head == verb.key and w.deprel.startswith("nsubj")]
            if place[said.key] < place[verb.key]:
                if subjects and place[subjects[0].key] < place[said.key]:
                    continue
                tree = _turned(tree, verb, said, place)
                break
            between = tree.words[place[verb.key] : place[said.key]]
            if any(w.form == ":" for w in between) and not any(
                w.head == verb.key and w.deprel == "ccomp" for w in tree.words
            ):
                tree = tree.with_words(
                    lambda w, key=said.key: replace(w, deprel="ccomp") if w.key == key else w
                )
    return tree


def _turned(tree: Tree, verb: Word, said: Word, place: dict[int, int]) -> Tree:
    group = [w for w in tree.words if w.head == verb.key and w.deprel in BEFORE_THE_VERB]
    first = min([place[w.key] for w in group if place[w.key] > place[said.key]] + [place[verb.key]])

    def change(word: Word) -> Word:
        at = place[word.key]
        if word.key == said.key:
            return replace(word, head=verb.head, deprel=verb.deprel)
        if word.key == verb.key:
            return replace(word, head=said.key, deprel="parataxis:insert")
        if word.head != verb.key:
            return word
        final = at == len(place) - 1 and word.upos == "PUNCT"
        if final or (word.deprel == "punct" and at < first):
            return replace(word, head=said.key)
        if at < place[said.key] and word.deprel in ("cc", "discourse", "advmod", "obl:mod", "mark"):
            return replace(word, head=said.key)
        return word

    return tree.with_words(change)


def _case(words: Sequence[Word], word: Word) -> str:
    return next((w.lemma for w in words if w.head == word.key and w.deprel == "case"), "")


def _form(word: Word) -> str:
    return _plain(word.form.lower())


def _plain(text: str) -> str:
    return text.replace("’", "'")


def _most(counts: dict[object, Counter[str]]) -> dict[object, str]:
    return {key: counter.most_common(1)[0][0] for key, counter in counts.items()}
