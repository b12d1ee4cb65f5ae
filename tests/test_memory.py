"""Free memory goes back to the system, even when something is still in use behind it."""

import os
import platform
from pathlib import Path

import pytest

from quotetrack.memory import give_back


def held() -> int:
    """Return the bytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what is free")
def test_what_is_free_is_given_back() -> None:
    pieces = [bytes(20_000) for _ in range(5_000)]
    last = bytes(20_000)
    full = held()
    del pieces
    give_back()
    assert full - held() > 50_000_000
    assert len(last) == 20_000
