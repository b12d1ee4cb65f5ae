"""Numbers spelled in words: « vingt-deux », « quatre-vingt-dix », « deux mille ».

« un » and « une » alone stay words (they are articles); « cent » and « mille » alone are numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

UNITS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
}  # fmt: skip
TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_ONE = {"un": 1, "une": 1}
NUMERALS = frozenset({*UNITS, *TENS, "vingts", "cent", "cents", "mille"})


class _Folded(Protocol):
    @property
    def form(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def spelled_number(words: Sequence[_Folded], position: int) -> tuple[str, int]:
    """Return the number that starts at ``position``, in digits, and how many words it takes (0: none).

    « pour cent » is returned as the number « % ».
    """
    form = words[position].form
    if form == "pour" and position + 1 < len(words) and words[position + 1].form == "cent":
        return "%", 2
    if form not in NUMERALS:
        return "", 0
    run, end = [form], words[position].end
    for following in words[position + 1 : position + 10]:
        numeral = following.form in NUMERALS or following.form in _ONE or following.form == "et"
        if not numeral or following.start > end + 1:  # a comma separates two numbers
            break
        run.append(following.form)
        end = following.end
    return _longest(run)


def _longest(run: Sequence[str]) -> tuple[str, int]:
    total, place = 0, 0
    hundreds, used = _below_thousand(run)
    if used < len(run) and run[used] == "mille":
        total = max(hundreds, 1) * 1000
        place = used + 1
        hundreds, used = _below_thousand(run[place:])
    return str(total + hundreds), place + used


def _below_thousand(run: Sequence[str]) -> tuple[int, int]:
    value, used = _below_hundred(run)
    if used < len(run) and run[used] in {"cent", "cents"}:
        rest, more = _below_hundred(run[used + 1 :])
        return max(value, 1) * 100 + rest, used + 1 + more
    return value, used


def _below_hundred(run: Sequence[str]) -> tuple[int, int]:
    if not run:
        return 0, 0
    if list(run[:2]) in (["quatre", "vingt"], ["quatre", "vingts"]):
        tens, used = 80, 2
    elif run[0] in TENS:
        tens, used = TENS[run[0]], 1
    elif run[0] in UNITS:
        value = UNITS[run[0]]
        if value == 10 and len(run) > 1 and UNITS.get(run[1], 0) in {7, 8, 9}:
            return 10 + UNITS[run[1]], 2
        return value, 1
    else:
        return 0, 0
    rest = run[used:]
    if rest and rest[0] == "et" and len(rest) > 1 and (rest[1] in _ONE or rest[1] == "onze"):
        return tens + {**_ONE, "onze": 11}[rest[1]], used + 2
    if tens == 80 and rest and rest[0] in _ONE:
        return 81, used + 1
    if rest and rest[0] in UNITS and (UNITS[rest[0]] < 10 or tens in {60, 80}):
        value, more = _below_hundred(rest)
        return tens + value, used + more
    return tens, used
