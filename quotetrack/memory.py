"""What stays is left alone, what is free is given back: the memory of a run over an archive stays small and cheap."""

from __future__ import annotations

import ctypes
import gc
import os
from collections.abc import Callable
from functools import cache

NEW_OBJECTS = 10_000
"""How many objects may be made before the garbage collector looks at them: some ten articles' worth."""
PLANS = 64
"""For so many shapes of batches, of the last used, the networks keep how to compute them: a fourth of a megabyte each,
and a millisecond to work out again. Left to itself, oneDNN keeps a thousand, and an archive has them all; with 256,
each process has 55 MB more and is not faster."""
WORDS = 8_192
"""So many words are remembered, of the last met, by each function that is asked about all the words of texts: the
common ones come again and again. More would grow with the archive, which never stops naming new people."""
NAMES = 1_024
"""So many names, phrases and forms likewise, by each function that is asked about some of the words only."""


def settle() -> None:
    """Let the garbage collector pass over all that there is now: the models stay until the end.

    Else it reads them all again each time that a text has made its thousands of words: a fifth of the time outside the
    parser. And let it look for what is new less often: nearly all of it is free again after each document anyway.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)


def bound_networks() -> None:
    """Let the networks remember how to compute a few shapes of batches only; before they are loaded."""
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", str(PLANS))


def give_back() -> None:
    """Give free memory back where the C library can (glibc): the networks leave it in pieces that add up for ever."""
    _trim()(0)


@cache
def _trim() -> Callable[[int], int]:
    try:
        trim: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library, another system
        return lambda kept: 0
    return trim
