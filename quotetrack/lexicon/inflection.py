"""French verb forms read backwards: which of a set of verbs a form may belong to.

A form is cut into a stem and an ending; nothing is generated, so that a few hundred verbs cost a few
milliseconds. Forms that no verb has (« ditses ») may be accepted, none that a verb has is missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from quotetrack.memory import NAMES

# Endings by the kind of stem that they follow. A kind is a group of tenses that share a stem.
_PRESENT_PLURAL = "ons ez ent ais ait ions iez aient ant e es"
_FUTURE = "ai as a ons ez ont ais ait ions iez aient"
_ENDINGS: dict[str, frozenset[str]] = {
    "er": frozenset(
        f"er {_PRESENT_PLURAL} a ai as èrent âmes âtes ât asse assent é ée és ées".split()
        + [f"er{ending}" for ending in _FUTURE.split()]
    ),
    "singular": frozenset(["", "s", "t"]),  # je dis, il dit, il prétend
    "plural": frozenset(_PRESENT_PLURAL.split()),  # ils disent, il disait, disant, qu'il dise
    "future": frozenset([*_FUTURE.split(), "e", ""]),  # dira, dirait; with « e » or nothing, the infinitive
    "past": frozenset(["s", "t", "rent", "mes", "tes", "sse", "ssent"]),  # il dit, ils dirent
    "participle": frozenset(["", "e", "s", "es"]),  # dit, dite, dits, dites
}
_LONGEST_ENDING = max(len(ending) for endings in _ENDINGS.values() for ending in endings)
_IRREGULAR_KINDS = ("singular", "plural", "future", "past", "participle")


class Inflections:
    """The forms of a set of verbs.

    Args:
        lemmas: infinitives.
        families: irregular verbs, as `irregular_families` returns them.
    """

    def __init__(self, lemmas: Iterable[str], families: Mapping[str, list[str]]) -> None:
        self.stems: dict[str, list[tuple[str, str]]] = {}
        for lemma in sorted(lemmas):
            for kind, stem in _stems(lemma, families):
                self.stems.setdefault(stem, []).append((kind, lemma))
        self._known = lru_cache(maxsize=NAMES)(self._lemmas)

    def lemmas(self, form: str) -> tuple[str, ...]:
        """Return the verbs that a lower-case form may belong to, those with the longest stem first."""
        return self._known(form)

    def _lemmas(self, form: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._read(form)))

    def _read(self, form: str) -> Iterator[str]:
        for cut in range(len(form), max(len(form) - _LONGEST_ENDING, 1) - 1, -1):
            for kind, lemma in self.stems.get(form[:cut], ()):
                if form[cut:] in _ENDINGS[kind]:
                    yield lemma


def irregular_families(rows: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    """Return the irregular families by the end of their infinitive.

    Args:
        rows: the end of the infinitive (« mettre »), then what stands in its place as the stem of the present
            singular, the present plural and imperfect, the future, the simple past, and the past participle;
            several stems are separated by a comma.
    """
    return {ending: stems for ending, *stems in rows}


def _stems(lemma: str, families: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the stems of a verb with the kind of endings that each takes."""
    if lemma.endswith("er"):
        for stem in _er_stems(lemma[:-2]):
            yield "er", stem
        return
    family = next((lemma[i:] for i in range(len(lemma)) if lemma[i:] in families), None)
    if family is not None:
        prefix = lemma.removesuffix(family)
        columns = families[family]
    elif lemma.endswith("re"):  # répondre: répond, répondait, répondra, répondirent, répondu
        prefix, columns = lemma[:-2], ["", "", "r", "i", "u"]
    else:  # avertir: avertit, avertissait, avertira, avertirent, averti
        prefix, columns = lemma[:-1], ["", "ss", "r", "", ""]
    for kind, column in zip(_IRREGULAR_KINDS, columns, strict=True):
        for stem in column.split(","):
            yield kind, prefix + stem


def _er_stems(stem: str) -> Iterator[str]:
    """Yield a first-group stem as its spelling changes: annonc/annonç, exig/exige, rappel/rappell."""
    yield stem
    if stem.endswith("c"):
        yield stem[:-1] + "ç"
    elif stem.endswith("g"):
        yield stem + "e"
    elif stem.endswith(("oy", "uy", "ay")):
        yield stem[:-1] + "i"
    elif len(stem) > 2 and stem[-2] == "e":
        yield stem + stem[-1]
    before, vowel, after = stem.rpartition("é")
    if vowel and 0 < len(after) <= 2:
        yield before + "è" + after
    elif len(stem) > 2 and stem[-2] == "e":
        yield stem[:-2] + "è" + stem[-1]
