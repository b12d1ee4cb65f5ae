"""What stays is left alone, what is free is given back: the memory of a run over an archive stays small and cheap."""

from __future__ import annotations

import ctypes
import gc
import os
from collections.abc import Callable
from functools import cache

NEW_OBJECTS = 10_000
"""How many objects may be made before the garbage collector looks at them: some ten articles' worth."""
PLANS = 256
"""For so many shapes of batches, of the last used, the networks keep how to compute them: a fifth of a megabyte each,
and a millisecond to work out again. Left to itself, oneDNN keeps a thousand, and an archive has them all."""


def settle() -> None:
    """Prepare a process that is there to read an archive: let its memory neither grow nor be gone through for nothing.

    The garbage collector passes over all that there is now, as the models stay until the end; else it reads them all
    again each time that a text has made its thousands of words: a fifth of the time outside the parser. It looks for
    what is new less often, nearly all of which is free again after each document anyway. And the networks, if they
    have not computed anything yet, remember fewer shapes of batches.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
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
