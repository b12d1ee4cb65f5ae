"""The tagger: parts of speech and features."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat
from pathlib import Path
from typing import Any
from unittest.mock import patch

from training.descent import Plan, descend
from training.speed import faster_training
from training.trees import Tree, Word, read, write

SPOKEN_SHARE = 0.25
"""Share of the spoken sentences' batches that is read in each round."""


@dataclass(frozen=True, slots=True)
class TaggerShape:
    """The sizes of the tagger."""

    hidden: int = 160
    characters: int = 100
    character: int = 40
    upos: int = 120
    features: int = 50
    word: int = 50
    tag: int = 30
    vectors: int = 100
    batch: int = 60
    cutoff: int = 7

    def arguments(self) -> list[str]:
        """Return Stanza's arguments."""
        sizes = {
            "hidden_dim": self.hidden,
            "char_hidden_dim": self.characters,
            "char_emb_dim": self.character,
            "deep_biaff_hidden_dim": self.upos,
            "composite_deep_biaff_hidden_dim": self.features,
            "word_emb_dim": self.word,
            "tag_emb_dim": self.tag,
            "transformed_dim": self.vectors,
            "batch_size": self.batch,
            "word_cutoff": self.cutoff,
            "num_layers": 2,
            "dropout": 0.4,
            "word_dropout": 0.25,
            "augment_nopunct": 0.1,
        }
        return [part for name, size in sizes.items() for part in (f"--{name}", str(size))]


def train_tagger(
    corpus: Path,
    vectors: Path,
    out: Path,
    plan: Plan,
    *,
    shape: TaggerShape,
    device: str,
    seed: int,
    start: Path | None = None,
    early: int | None = None,
) -> None:
    """Train the tagger and save it.

    Args:
        corpus: the folder of the corpus.
        vectors: the word vectors.
        out: where it is saved.
        plan: how long and how fast.
        shape: its sizes.
        device: cpu or cuda.
        seed: of all that is drawn by lot.
        start: a tagger to continue from (see `training.start`).
        early: the step after which it is saved as well as ``out`` with -early, for the parser's training data.
    """
    from stanza.models import tagger
    from stanza.models.common.utils import set_random_seed
    from stanza.models.pos.data import Dataset
    from stanza.models.pos.trainer import Trainer

    set_random_seed(seed)
    files = [corpus / "train.conllu", corpus / "spoken.conllu"]
    shares = [1.0, SPOKEN_SHARE]
    present = [
        (str(file), str(share)) for file, share in zip(files, shares, strict=True) if file.stat().st_size
    ]
    args = tagger.parse_args(
        [
            *("--wordvec_pretrain_file", str(vectors)),
            *("--train_file", ";".join(file for file, _ in present)),
            *("--train_ratios", ";".join(share for _, share in present)),
            *("--eval_file", str(corpus / "dev.conllu"), "--lang", "fr", "--shorthand", "fr_quotetrack"),
            *("--save_dir", str(out.parent), "--save_name", out.name, "--device", device),
            *shape.arguments(),
        ]
    )
    pretrain = tagger.load_pretrain(args)
    if start is None:
        vocabulary, _, batches = tagger.load_training_data(args, pretrain)
        trainer = Trainer(args=args, vocab=vocabulary, pretrain=pretrain, device=device)
    else:
        trainer = Trainer(pretrain=pretrain, model_file=str(start), device=device, args={})
        with patch.object(Dataset, "init_vocab", staticmethod(lambda *_args, **_kwargs: trainer.vocab)):
            _, _, batches = tagger.load_training_data(args, pretrain)
    at_step = {} if early is None else {early: lambda: trainer.save(str(early_path(out)))}
    with faster_training():
        descend(plan, trainer.optimizers, endless(batches), trainer.update, at_step)
    trainer.save(str(out))
    if early is not None and not early_path(out).exists():
        trainer.save(str(early_path(out)))


def early_path(out: Path) -> Path:
    """Return where the early state of a tagger is saved."""
    return out.with_stem(out.stem + "-early")


def tag_as_early(corpus: Path, vectors: Path, early: Path) -> None:
    """Write parsed.conllu and parsed-dev.conllu: the corpus with the parts of speech of an early tagger.

    Its errors on what it has hardly learned are about as many as those of the finished tagger on new text, so that
    the parser learns from tags as good as those that it will get. What was made of a sentence by retyping has its tags.
    """
    for plain, name in (("base.conllu", "early.conllu"), ("dev.conllu", "parsed-dev.conllu")):
        _tag(corpus / plain, corpus / name, vectors, early)
    tags = {tree.name: [word.upos for word in tree.words] for tree in read(corpus / "early.conllu")}
    trees = read(corpus / "train.conllu")
    write(corpus / "parsed.conllu", (_retagged(tree, tags) for tree in trees))


def _retagged(tree: Tree, tags: dict[str, list[str]]) -> Tree:
    found = tags.get(tree.name) or tags.get(tree.name.removesuffix("-typo").removesuffix("-again"))
    words = tree.words
    if found is None or len(found) != len(words):
        return tree
    tag_of = {word.key: upos for word, upos in zip(words, found, strict=True)}

    def tagged(word: Word) -> Word:
        return replace(word, upos=tag_of[word.key], feats="_")

    return tree.with_words(tagged)


def _tag(plain: Path, out: Path, vectors: Path, tagger_file: Path) -> None:
    from stanza.models.common.doc import UPOS
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.common.utils import unsort
    from stanza.models.pos.data import Dataset
    from stanza.models.pos.trainer import Trainer
    from stanza.utils.conll import CoNLL

    pretrain = Pretrain(str(vectors))
    trainer = Trainer(pretrain=pretrain, model_file=str(tagger_file), device="cpu", args={})
    doc = CoNLL.conll2doc(str(plain))
    data = Dataset(doc, trainer.args, pretrain, vocab=trainer.vocab, evaluation=True, sort_during_eval=True)
    found: list[Any] = []
    places: list[int] = []
    for batch in data.to_loader(batch_size=100):
        found += trainer.predict(batch)
        places += batch.idx
    sentences: Sequence[Any] = unsort(found, places)
    doc.set([UPOS], [word[0] for sentence in sentences for word in sentence])
    CoNLL.write_doc2conll(doc, str(out))


def endless(batches: Any) -> Iterator[Any]:
    """Yield batches round after round."""
    return chain.from_iterable(repeat(batches))
