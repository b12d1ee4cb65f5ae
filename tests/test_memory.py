"""Free memory goes back to the system, even when something is still in use behind it."""

import os
import platform
import subprocess
import sys
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


GROWTH = """
import torch
from test_memory import held
from quotetrack.memory import bound_networks
{first}
torch.set_num_threads(1)
network = torch.nn.LSTM(64, 64).eval()
with torch.inference_mode():
    network(torch.zeros(1, 4, 64))
    before = held()
    for steps in range(2, 1000):
        network(torch.zeros(steps, 4, 64))
print(held() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_the_networks_do_not_remember_every_shape_that_they_met() -> None:
    grown = [_printed(GROWTH.format(first=how)) for how in ("", "bound_networks()")]
    assert grown[1] < grown[0] * 2 / 3


def _printed(program: str) -> int:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ONEDNN_")}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parent, env=environment, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return int(done.stdout)
