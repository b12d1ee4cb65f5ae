"""The treebanks of French that the models learn from, where they are published, and what each is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.trees import Tree, read


class RecipeError(Exception):
    """Something that whoever runs the recipe can mend."""


@dataclass(frozen=True, slots=True)
class Treebank:
    """A treebank of Universal Dependencies.

    Attributes:
        name: as in UD_French-NAME.
        licence: under which it may be used, and under which what is made of it may be passed on.
        train: parts that everything learns from; the first that is there is used, with all after it.
        spoken: it has little punctuation, so only the tagger and the lemmatiser learn from it.
        what: what its texts are.
    """

    name: str
    licence: str
    train: tuple[str, ...]
    what: str
    spoken: bool = False

    @property
    def published(self) -> str:
        """Return where it is published."""
        return f"https://github.com/UniversalDependencies/UD_French-{self.name}"

    def path(self, folder: Path, part: str) -> Path:
        """Return where a part of the treebank lies in a folder."""
        return folder / f"fr_{self.name.lower()}-ud-{part}.conllu"


TREEBANKS = (
    Treebank(
        "Sequoia", "LGPL-LR", ("train",), "a regional newspaper, Europarl, Wikipedia, a medicines agency"
    ),
    Treebank("GSD", "CC BY-SA 4.0", ("train", "dev"), "news, blogs, Wikipedia"),
    Treebank("PUD", "CC BY-SA 3.0", ("test",), "news and Wikipedia, many quotations"),
    Treebank("FQB", "LGPL-LR", ("test",), "questions"),
    Treebank("Rhapsodie", "CC BY-SA 4.0", ("train", "dev", "test"), "speech", spoken=True),
    Treebank("ParisStories", "CC BY-SA 4.0", ("train", "dev", "test"), "stories told", spoken=True),
)
"""UD_French-ParTUT is left out: its licence forbids commercial use. UD_French-ALTS is of the 16th century."""

CHOOSING = ("Sequoia", "dev")
"""The part by which checkpoints are chosen; nothing learns from it."""
TESTS = (("GSD", "test"), ("Sequoia", "test"))
"""The parts that nothing learns from and nothing is chosen by."""

PATTERN = "fr_{name}-ud-{part}.conllu"


@dataclass(frozen=True, slots=True)
class Texts:
    """What is in a folder of treebanks.

    Attributes:
        written: trees that everything learns from, in the order of the treebanks.
        spoken: trees of speech.
        choosing: trees by which checkpoints are chosen.
        tests: test files by treebank.
        used: for each part that is learned from its treebank, its name and the number of its sentences.
    """

    written: tuple[Tree, ...]
    spoken: tuple[Tree, ...]
    choosing: Path
    tests: tuple[tuple[str, Path], ...]
    used: tuple[tuple[Treebank, str, int], ...]


def texts(folder: Path) -> Texts:
    """Read the treebanks of a folder.

    UD_French-Sequoia (train and dev) has to be there, and UD_French-GSD: its train part, with its dev part, or its
    dev part alone. All others make the models better where they are there.

    Raises:
        RecipeError: a part that is needed is missing; the message says where it is published.
    """
    written: list[Tree] = []
    spoken: list[Tree] = []
    used: list[tuple[Treebank, str, int]] = []
    for treebank in TREEBANKS:
        for part in treebank.train:
            path = treebank.path(folder, part)
            if path.exists():
                trees = read(path, prefix=f"{treebank.name.lower()}:")
                (spoken if treebank.spoken else written).extend(trees)
                used.append((treebank, part, len(trees)))
    _insist(folder, {treebank.name for treebank, _, _ in used})
    return Texts(
        tuple(written),
        tuple(spoken),
        _bank(CHOOSING[0]).path(folder, CHOOSING[1]),
        tuple(
            (name, _bank(name).path(folder, part))
            for name, part in TESTS
            if _bank(name).path(folder, part).exists()
        ),
        tuple(used),
    )


def _bank(name: str) -> Treebank:
    return next(treebank for treebank in TREEBANKS if treebank.name == name)


def _insist(folder: Path, found: set[str]) -> None:
    missing = [name for name in ("Sequoia", "GSD") if name not in found]
    if not _bank(CHOOSING[0]).path(folder, CHOOSING[1]).exists() and CHOOSING[0] not in missing:
        missing.append(CHOOSING[0])
    if missing:
        raise RecipeError(_where(folder, missing))


def _where(folder: Path, missing: Sequence[str]) -> str:
    lines = [f"{folder} lacks treebanks that the recipe needs. Copy their .conllu files there:"]
    for treebank in TREEBANKS:
        parts = {*treebank.train, *(part for name, part in (CHOOSING, *TESTS) if name == treebank.name)}
        names = ", ".join(
            PATTERN.format(name=treebank.name.lower(), part=part)
            for part in ("train", "dev", "test")
            if part in parts
        )
        need = "needed" if treebank.name in missing else "used if it is there"
        lines.append(
            f"  UD_French-{treebank.name} ({treebank.licence}, {need}): {treebank.published}\n    {names}"
        )
    return "\n".join(lines)
