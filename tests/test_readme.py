"""The README tells the truth: its commands run, in their order, and print what it shows.

``python tests/test_readme.py`` writes what they print now into the README. A line ``…`` is any output.
"""

import contextlib
import doctest
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCORES = re.compile(
    r"(?<=<!-- scores: from fixtures/baseline.json -->\n).*?(?=<!-- end of scores -->)", re.DOTALL
)
CLUSTER = re.compile(r"(?<=<!-- on a cluster -->\n).*?(?=<!-- end of cluster -->)", re.DOTALL)
"""The part that needs a Ray cluster, and has a test of its own."""

INSTALLING_OR_SERVING = ("make", "pip", "quotetrack serve")
"""Commands that change the environment or run for ever; what they name is checked instead."""


@pytest.mark.models
def test_commands_and_code_print_what_the_readme_shows(tmp_path: Path) -> None:
    text = CLUSTER.sub("", README.read_text(encoding="utf-8"))
    assert with_actual_output(text, tmp_path) == text, "run: python tests/test_readme.py"


@pytest.mark.models
@pytest.mark.ray
def test_the_cluster_does_what_the_readme_shows(tmp_path: Path) -> None:
    text = CLUSTER.findall(README.read_text(encoding="utf-8"))[0]
    assert with_actual_output(text, tmp_path) == text, "run: python tests/test_readme.py"


def test_the_scores_are_those_of_the_baseline() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_scores(text) == text, "run: python tests/test_readme.py"


def test_what_is_not_run_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    extras = set(
        re.findall(r"^([a-z]+) = \[\"", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    )
    left = [command.split() for command in commands() if command.startswith(INSTALLING_OR_SERVING)]
    assert {words[1] for words in left if words[0] == "make"} <= targets
    wanted = re.findall(r"\.\[([\w,]+)\]", " ".join(" ".join(words) for words in left))
    assert {extra for group in wanted for extra in group.split(",")} <= extras


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def test_every_command_is_in_the_table() -> None:
    from quotetrack.cli import app

    names = {command.name or command.callback.__name__ for command in app.registered_commands}
    names |= {group.name for group in app.registered_groups}
    assert names == set(
        re.findall(r"^\| `quotetrack (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE)
    )


def commands() -> Iterator[str]:
    for kind, body in BLOCK.findall(README.read_text(encoding="utf-8")):
        if kind == "console":
            yield from (line.removeprefix("$ ") for line in body.splitlines() if line.startswith("$ "))


def with_actual_output(text: str, folder: Path) -> str:
    """Return the README with the output that its blocks have now, run one after the other in a folder."""
    (folder / "fixtures").symlink_to(ROOT / "fixtures")
    names: dict[str, object] = {}
    with _inside(folder):

        def run(block: re.Match[str]) -> str:
            kind, body = block.groups()
            printed = _console(body) if kind == "console" else _python(body, names)
            return f"```{kind}\n{printed}```"

        return BLOCK.sub(run, text)


def with_scores(text: str) -> str:
    """Return the README with the scores of the baseline."""
    baseline = json.loads((ROOT / "fixtures" / "baseline.json").read_text(encoding="utf-8"))
    rows = "".join(f"| {name} | {score:.3f} |\n" for name, score in baseline.items())
    return SCORES.sub(f"\n| measure | score |\n| --- | --- |\n{rows}\n", text)


def _console(body: str) -> str:
    lines = []
    for step in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, shown = step.split("\n", 1)
        lines.append(f"$ {command}\n")
        if command.startswith(INSTALLING_OR_SERVING):
            lines.append(shown)
            continue
        environment = {key: value for key, value in os.environ.items() if key != "QUOTETRACK_DB"}
        environment["OMP_NUM_THREADS"] = "1"
        environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command], env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        actual = "".join(f"{line.rstrip()}\n" for line in done.stdout.strip("\n").splitlines())
        lines.append(shown if shown.strip() == "…" else actual)
    return "".join(lines)


def _python(body: str, names: dict[str, object]) -> str:
    lines = []
    for example in doctest.DocTestParser().get_examples(body):
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(compile(example.source, "README.md", "single"), names)
        first, *more = example.source.splitlines()
        lines += [f">>> {first}\n", *(f"... {line}\n" for line in more), output.getvalue()]
    return "".join(lines)


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


if __name__ == "__main__":
    written = with_scores(README.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        cluster = with_actual_output(CLUSTER.findall(written)[0], Path(one))
        written = with_actual_output(CLUSTER.sub("", written), Path(other))
    README.write_text(CLUSTER.sub(lambda _: cluster, written), "utf-8")
