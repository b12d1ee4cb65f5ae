"""Write an export into a new file; a file that exists is never touched."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from quotetrack.model import QuotetrackError


def write_new(path: str | os.PathLike[str], lines: Iterable[str]) -> Path:
    """Write text into a file that must not exist yet; nothing is left of it when writing fails.

    Raises:
        QuotetrackError: the path exists, or cannot be written to.
    """
    target = Path(path)
    try:
        with open(target, "x", encoding="utf-8", newline="") as file:
            try:
                file.writelines(lines)
                file.flush()
            except BaseException:
                target.unlink(missing_ok=True)
                raise
    except FileExistsError as error:
        raise QuotetrackError(
            f"{target}: exists already, and is left as it is. Name another file."
        ) from error
    except OSError as error:
        reason = error.strerror or error
        raise QuotetrackError(f"{target}: cannot be written ({reason}). Choose another place.") from error
    return target
