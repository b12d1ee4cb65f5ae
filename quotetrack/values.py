"""Values that are made by the hundred thousand: spans, words, tokens, names, cues, reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform

    T = TypeVar("T")

    @dataclass_transform(frozen_default=True, order_default=True)
    def value(cls: type[T]) -> type[T]:
        """Make a dataclass with slots and an order that is frozen as far as the type checker can tell.

        At run time nothing forbids to change it: Python makes a frozen object fifteen times as slowly as another, and
        an article holds thousands. All other values but sentences, which note what was asked of them, are frozen.
        """
        ...

else:
    value = dataclass(slots=True, unsafe_hash=True, order=True)
