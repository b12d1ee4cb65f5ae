"""On a cluster of two nodes: nothing is lost and nothing is there twice, whatever dies."""

import json
import os
import re
import signal
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

pytest.importorskip("pyarrow", reason="needs: pip install 'quotetrack[ray]'")

from quotetrack.cli import app
from quotetrack.documents import Failure, parse_document, read_documents
from quotetrack.engines.loading import Loading
from quotetrack.engines.shards import Shelved, has_shard, read_shard, shard_name, shards, write_shard
from quotetrack.extraction import Extractor
from quotetrack.model import Document, Extraction, QuotetrackError
from quotetrack.store import ClaimStore

DOCUMENTS = 40


@pytest.mark.models
def test_a_shard_holds_everything(extractor: Extractor, tmp_path: Path) -> None:
    articles = [d for d in read_documents(["fixtures"]) if isinstance(d, Document)]
    rows = [Shelved(found, "0", "p", None) for found in extractor.extract_many(articles)]
    name = shard_name(articles, "0", "p")
    write_shard(str(tmp_path / "shards"), name, rows)
    assert has_shard(str(tmp_path / "shards"), name)
    assert [row for shard in shards(str(tmp_path / "shards")) for row in read_shard(shard)] == rows


@pytest.mark.models
def test_shards_are_loaded_once(extractor: Extractor, tmp_path: Path) -> None:
    articles = [d for d in read_documents(["fixtures"]) if isinstance(d, Document)]
    rows = [Shelved(found, "0", "p", None) for found in extractor.extract_many(articles)]
    rows.append(Shelved(Extraction(parse_document("a", "Un mot.")), "0", "p", "a: a fault"))
    write_shard(str(tmp_path / "shards"), "x.parquet", rows)
    write_shard(str(tmp_path / "shards"), "y.parquet", rows[:5])  # the same documents in two shards
    command = ["load", str(tmp_path / "shards"), "--db", str(tmp_path / "q.db")]
    first, second = (CliRunner().invoke(app, command) for _ in range(2))
    assert f"a: a fault\n{len(articles)} new, 5 unchanged in {tmp_path / 'q.db'}; 1 failed.\n" == first.stderr
    assert f"{len(articles) + 5} unchanged" in second.stderr
    assert first.exit_code == second.exit_code == 1
    with ClaimStore(tmp_path / "q.db") as store:
        for row in rows[:-1]:
            stored = store.extraction(row.extraction.document.id)
            assert stored.quotes == row.extraction.quotes


def test_a_failed_document_is_in_its_shard(tmp_path: Path) -> None:
    row = Shelved(Extraction(parse_document("a", "Un mot.")), "0", "p", "a: a fault")
    write_shard(str(tmp_path), "x.parquet", [row])
    assert list(read_shard(str(tmp_path / "x.parquet"))) == [row]


def test_a_file_that_is_no_shard_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.parquet").write_text("bonjour", encoding="utf-8")
    with pytest.raises(QuotetrackError, match="not a shard"):
        list(read_shard(str(tmp_path / "x.parquet")))
    with pytest.raises(QuotetrackError, match="no shard there"):
        shards(str(tmp_path / "elsewhere"))


def loaded(folder: Path) -> Result:
    return CliRunner().invoke(app, ["load", str(folder), "--db", str(folder / "q.db")])


def test_a_damaged_shard_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_text("bonjour", encoding="utf-8")
    row = Shelved(Extraction(parse_document("b", "Un mot.")), "0.1.0", "p", None)
    write_shard(str(tmp_path), "b.parquet", [row])
    result = loaded(tmp_path)
    assert result.exit_code == 1
    assert "a.parquet: not a shard of quotetrack" in result.stderr
    assert "1 new in" in result.stderr
    assert "1 shard could not be read." in result.stderr


def test_bytes_that_changed_are_noticed(tmp_path: Path) -> None:
    row = Shelved(Extraction(parse_document("b", "Un mot. " * 5000)), "0.1.0", "p", None)
    write_shard(str(tmp_path), "b.parquet", [row])
    shard = tmp_path / "b.parquet"
    sound = shard.read_bytes()
    place = sound.index(b"Un mot.") + 3
    shard.write_bytes(sound[:place] + b"M" + sound[place + 1 :])
    with pytest.raises(QuotetrackError, match="not a shard"):
        list(read_shard(str(shard)))


@pytest.mark.parametrize("versions", [("0.9.0", "0.10.0"), ("0.10.0", "0.9.0")])
def test_the_latest_version_counts_in_whatever_order_shards_come(
    versions: tuple[str, str], tmp_path: Path
) -> None:
    for number, version in enumerate(versions):
        found = Extraction(parse_document("b", "Un mot."), warnings=(version,))
        write_shard(str(tmp_path), f"{number}.parquet", [Shelved(found, version, "p", None)])
        os.utime(tmp_path / f"{number}.parquet", (number, number))
    assert loaded(tmp_path).exit_code == 0
    with ClaimStore(tmp_path / "q.db") as store:
        assert store.extraction("b").warnings == ("0.10.0",)
    assert "1 older than what is stored" in loaded(tmp_path).stderr
    with ClaimStore(tmp_path / "q.db") as store:
        assert store.extraction("b").warnings == ("0.10.0",)


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    """Start two nodes of one processor each on this machine."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ["PYTHONPATH"] = str(Path(__file__).parent)  # the nodes import `Told`
    ray = pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "object_store_memory": 10**8})
    nodes.add_node(num_cpus=1, object_store_memory=10**8)
    ray.init(address=nodes.address, logging_level="ERROR", log_to_driver=False)
    yield nodes
    del os.environ["PYTHONPATH"]
    ray.shutdown()
    nodes.shutdown()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write an archive of JSON Lines, Parquet and text."""
    import pyarrow
    from pyarrow import parquet

    folder = tmp_path_factory.mktemp("archive")
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path("fixtures").glob("f*.txt"))]
    records = [
        {
            "id": f"doc-{number}",
            "text": f"{texts[number % len(texts)]}\n\nNuméro {number}.",
            "outlet": "Le Phare",
        }
        for number in range(DOCUMENTS)
    ]
    with open(folder / "a.jsonl", "w", encoding="utf-8") as file:
        for record in records[:25]:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
        file.write('{"no": "text"}\n')
    parquet.write_table(pyarrow.Table.from_pylist(records[25:35]), folder / "b.parquet")
    for record in records[35:]:
        (folder / f"{record['id']}.txt").write_text(record["text"], encoding="utf-8")
    return folder


@pytest.mark.ray
@pytest.mark.models
def test_a_killed_worker_costs_nothing(cluster: object, archive: Path, tmp_path: Path) -> None:
    from quotetrack.engines.ray import extract_to_shards

    out, victims = tmp_path / "shards", tmp_path / "pids"
    victims.mkdir()
    written = []
    for step in extract_to_shards([str(archive)], str(out), loading=Told(parses=str(victims)), batch=5):
        written.append(step)
        if len(written) == 3:
            pids = [int(path.name) for path in victims.iterdir()]
            assert pids
            for pid in pids:
                os.kill(pid, signal.SIGKILL)
    assert len(list(victims.iterdir())) > len(pids)  # others took their place
    names = Counter(row.extraction.document.name for shard in shards(str(out)) for row in read_shard(shard))
    assert names == Counter(f"doc-{number}" for number in range(DOCUMENTS))
    assert sum(step.documents for step in written) == DOCUMENTS
    assert [message for step in written for message in step.failed] == [
        f"{archive}/a.jsonl: a record without a text. Its fields are: no."
    ]
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    time.sleep(0.01)
    again = list(extract_to_shards([str(archive)], str(out), batch=5))
    assert all(step.again for step in again)
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == before


class Told(Loading):
    """Leaves the number of its process in a folder."""

    def extractor(self, *, threads: int | None = None) -> Extractor:
        assert self.parses is not None
        (Path(self.parses) / str(os.getpid())).touch()
        return Loading().extractor(threads=threads)


def test_a_folder_is_read_as_it_is_without_ray(tmp_path: Path) -> None:
    from quotetrack.engines.ray import _files

    for name in ("a.jsonl", "b.parquet", "c.txt", "d.md", "README.md", ".e.txt", "f.json", "g.ann"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [Path(path).name for path in _files(str(tmp_path))] == ["a.jsonl", "b.parquet", "c.txt", "d.md"]


def test_a_file_too_large_is_refused_as_it_is_without_ray() -> None:
    from quotetrack.documents import MAX_BYTES
    from quotetrack.engines.ray import _document

    told = _document({"path": "roman.txt", "bytes": b"a" * (MAX_BYTES + 1)})
    assert isinstance(told, str)
    assert told.startswith("roman.txt: larger than 10,000,000 bytes")


def test_a_cluster_reads_documents_as_one_machine_does(tmp_path: Path) -> None:
    from quotetrack.engines.ray import _document

    lines = [
        {"text": "« Oui », dit-elle.", "date": "Sat, 27 Jun 2020 08:00:00 +0200", "title": ["a"]},
        {"text": "« Non », dit-il.", "id": 7, "outlet": True},
        {"text": "« \0 », dit-il."},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (tmp_path / "b.txt").write_bytes("« Oui », dit-elle.".encode("cp1252"))
    (tmp_path / "c.txt").write_text('{"text": "« Oui »"}', encoding="utf-8")
    here = list(read_documents([tmp_path]))
    rows: list[dict[str, object]] = [
        {"path": str(tmp_path / "a.jsonl"), "line": json.dumps(line)} for line in lines
    ] + [
        {"path": str(tmp_path / name), "bytes": (tmp_path / name).read_bytes()} for name in ("b.txt", "c.txt")
    ]
    there = [_document(row) for row in rows]
    assert [item for item in here if isinstance(item, Document)] == [
        item for item in there if isinstance(item, Document)
    ]
    assert [re.sub(r":\d:", ":", item.message) for item in here if isinstance(item, Failure)] == [
        item for item in there if isinstance(item, str)
    ]
    table = {"path": "a.parquet", "text": "« Oui », dit-elle.", "date": date(2020, 6, 27)}
    assert getattr(_document(table), "date", None) == "2020-06-27"


def test_a_cluster_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    ray = pytest.importorskip("ray")
    from quotetrack.engines.ray import extract_to_shards

    def init(**options: object) -> None:
        raise ConnectionError("nobody there")

    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    monkeypatch.setattr(ray, "init", init)
    with pytest.raises(QuotetrackError, match="nobody there"):
        next(extract_to_shards(["fixtures"], "out"))


def test_without_ray_one_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from quotetrack.engines.ray import extract_to_shards

    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(QuotetrackError, match="pip install"):
        next(extract_to_shards(["fixtures"], "out"))
