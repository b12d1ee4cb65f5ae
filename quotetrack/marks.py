"""Quotation marks as they are printed: where they stand, what they pair with, which way they point.

Guillemets and curly marks say their direction; « " » and « '' » do not, so theirs is read off their
neighbours: space before and a letter after opens, the reverse closes, anything else is left open.
Apostrophes, and a « " » that replaces one (l"été), are not marks and never leave this module.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex


class Mark(NamedTuple):
    """One quotation mark.

    Attributes:
        start, end: its place in the text.
        text: the mark as printed.
        pair: the family within which an opening mark meets its closing mark.
        side: +1 opens, -1 closes, 0 can do either.
    """

    start: int
    end: int
    text: str
    pair: str
    side: int


INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u180e"
"""Characters of no width, which neither separate words nor belong to any."""


def find_marks(text: str, start: int = 0, end: int | None = None) -> Iterator[Mark]:
    """Yield the quotation marks of ``text[start:end]`` in order."""
    single = "‘" in text
    upright = text.startswith("'") or any(opening in text for opening in UPRIGHT_OPENING)
    turned = _is_turned(text)
    common = not (single or upright or any(double in text for double in ("''", "’’", "<<", ">>", "``")))
    for match in (COMMON if common else ALL).finditer(text, start, len(text) if end is None else end):
        mark = match.group()
        first, last = match.span()
        pair, side = MARKS[mark]
        if pair == "upright":
            side = 1 if text[last : last + 1].isalpha() else -1
            if not upright or (side < 0 and ELIDED.search(text, max(0, first - 12), first)):
                continue
        elif pair == "single":
            # The Imprimerie nationale's second level; « ’ » alone is an apostrophe.
            if not single or _is_elision(text, first, last):
                continue
        elif pair == "angle":
            side = -side if turned else side
        elif pair == "double single":
            if side_in_context(text, first, last) == -side:
                side = -side  # ’’mot’’ and ‘‘mot‘‘, as some keyboards type it
        elif pair in CONTEXTUAL:
            context = side_in_context(text, first, last)
            if pair != "curly":
                if context == 0 and _is_elision(text, first, last):
                    continue
                side = context
            elif context == -side:
                # « „mot“ », and the keyboards that type ”mot”.
                side = 0
        yield Mark(first, last, mark, pair, side)


def _is_turned(text: str) -> bool:
    """Tell whether a page prints all its guillemets the wrong way round: « Il dit : » Oui « , puis : » Non « ».

    They follow each other from a closing one to an opening one all along, twice at least.
    """
    first = text.find("»")
    if first < 0 or -1 < text.find("«") < first:
        return False
    angles = "".join(_GUILLEMETS.findall(text))
    return len(angles) > 2 and angles == "»«" * (len(angles) // 2)


_GUILLEMETS = regex.compile("[«»]")


def side_in_context(text: str, start: int, end: int) -> int:
    """Tell by its neighbours alone which way a mark at ``text[start:end]`` points: +1, -1, or 0 (unclear)."""
    left, right = start - 1, end
    while left >= 0 and text[left] in TRANSPARENT:
        left -= 1
    while right < len(text) and text[right] in TRANSPARENT:
        right += 1
    before = text[left] if left >= 0 else " "
    after = text[right] if right < len(text) else " "
    may_open = before.isspace() or before in BEFORE_OPENING
    may_close = after.isspace() or after in AFTER_CLOSING
    return may_open - may_close


def skip_spaces(text: str, start: int, end: int) -> int:
    """Return where the first visible character of ``text[start:end]`` stands, ``end`` if there is none."""
    while start < end and text[start] in EDGE:
        start += 1
    return start


def _is_elision(text: str, start: int, end: int) -> bool:
    """Tell whether the mark stands for an apostrophe: l"été, aujourd"hui, l’ (at a line's end)."""
    return ELIDED.search(text, max(0, start - 12), start) is not None and (
        text[end : end + 1].isalpha() or text[start] in "’‘"
    )


EDGE = frozenset(INVISIBLE + "".join(chr(code) for code in range(0x3001) if chr(code).isspace()))
"""What does not count as text: every white space of Unicode, and the characters of no width."""

MARKS = {
    "«": ("angle", 1),
    "»": ("angle", -1),
    "<<": ("chevrons", 1),
    ">>": ("chevrons", -1),
    "‹": ("single angle", 1),
    "›": ("single angle", -1),
    "“": ("curly", 1),
    "„": ("curly", 1),
    "‟": ("curly", 1),
    "”": ("curly", -1),
    '"': ("straight", 0),
    "''": ("apostrophes", 0),
    "``": ("apostrophes", 1),
    "‘‘": ("double single", 1),
    "‘’": ("double single", 1),
    "’’": ("double single", -1),
    "’‘": ("double single", -1),
    "‘": ("single", 1),
    "’": ("single", -1),
    "'": ("upright", 0),
}
CONTEXTUAL = {"curly", "straight", "apostrophes"}

COMMON = regex.compile('[«»“”„‟"‹›]')

UPRIGHT_OPENING = (" '", "\"'", "\n'", "('", "«'", "“'", "\u00a0'")
"""How a text looks in which « ' » may open: « "Elle m'a dit: 'Pas avant un an'" »; most have it as apostrophe only."""

# Two signs exactly: <<< and ''' are something else. A single mark opens before a letter (never ‘70s) and
# closes before anything but a letter or a digit.
ALL = regex.compile(
    r"""[«»“”„‟"‹›]|(?<!<)<<(?![<=])|(?<![>=])>>(?!>)"""
    r"""|(?<!')''(?!')|(?<!‘)‘‘(?!‘)|(?<!’)’’(?!’)|(?<!`)``(?!`)"""
    r"""|(?<![\p{L}\p{N}‘’])‘’(?=[\p{L}\p{N}])|(?<![‘’])’‘(?![\p{L}\p{N}‘’])"""  # not « l’‘ami’ »
    r"""|(?<![\p{L}\p{N}‘])‘(?=[\p{L}«“"])|(?<=[^\s‘’])’(?![\p{L}\p{N}’])"""
    r"""|(?<![^\s([«“"])'(?=\p{L})(?!n')|(?<=[^\s'([«“])'(?![\p{L}\p{N}'])"""
)
ELIDED = regex.compile(r"(?:(?<!\p{L})[ldjmnstc]|qu|(?<!\p{L})(?:aujourd|entr))$", regex.IGNORECASE)

# Emphasis of Markdown is looked through, as are characters of no width.
TRANSPARENT = frozenset(INVISIBLE + "*_")
BEFORE_OPENING = frozenset("([{<«“„‹‘’'/:=—–-―\"")
AFTER_CLOSING = frozenset('.,;:!?…)]}>»”›/—–-―%"')
