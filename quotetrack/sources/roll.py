"""Who has been named so far, found by name: a long document names thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotetrack.lexicon.tables import fold
from quotetrack.sources.spelling import same_but_for_a_slip

if TYPE_CHECKING:
    from quotetrack.sources.entities import Entity

LONGEST = 12
"""Words of a last name, at most: a list of names without commas is one name of thousands of words."""

Key = tuple[str, ...]
"""The words of a full name, folded."""


class Roll(list["Entity"]):
    """The entities of a document in the order in which they were met."""

    def __init__(self) -> None:
        super().__init__()
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)

    def append(self, entity: Entity) -> None:
        """Add an entity under the name that it has now."""
        self._by_name[fold(entity.name)].append(len(self))
        super().append(entity)

    def called(self, *names: str) -> list[Entity]:
        """Return the entities of one of these names, accents and capitals aside."""
        return [self[i] for i in sorted({i for name in names for i in self._by_name.get(fold(name), ())})]


class FullNames(dict[Key, "Entity"]):
    """The persons that a document names in full."""

    def __init__(self) -> None:
        super().__init__()
        self._by_end: defaultdict[Key, list[Entity]] = defaultdict(list)
        self._by_part: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_first: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_initials: defaultdict[Key, list[Key]] = defaultdict(list)

    def __setitem__(self, key: Key, entity: Entity) -> None:
        if key not in self:
            for length in range(1, min(len(key), LONGEST + 1)):
                self._by_end[key[-length:]].append(entity)
            for part in dict.fromkeys(_parts(key[1:])):
                self._by_part[part].append(entity)
            self._by_first[key[0]].append(entity)
            self._by_initials[_initials(key)].append(key)
        super().__setitem__(key, entity)

    def of_last_name(self, words: Key) -> list[Entity]:
        """Return those whose name ends so: « Kerry », « Le Foll »."""
        return self._by_end.get(words, [])

    def of_part(self, word: str) -> list[Entity]:
        """Return those with this word in their last name: « Sissi » for « al-Sissi »."""
        return self._by_part.get(word, [])

    def of_first_name(self, word: str) -> list[Entity]:
        """Return those of this first name."""
        return self._by_first.get(word, [])

    def twin(self, key: Key) -> Entity | None:
        """Return the first whose name is this one but for a slip: « Fatmir Sejdiu », « Fatmir Sedjiu »."""
        near = self._by_initials.get(_initials(key), ())
        return next((self[other] for other in near if same_but_for_a_slip(other, key)), None)


def _initials(key: Key) -> Key:
    return tuple(word[:1] for word in key)


def _parts(words: Sequence[str]) -> list[str]:
    """Return the words of a last name, Arabic articles also left out: « al-Sissi » → al-sissi, sissi."""
    return [*words, *(w[3:] for w in words if w[:3] in {"al-", "el-", "ar-", "as-", "ed-", "es-"})]
