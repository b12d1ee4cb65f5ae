"""Extract on a Ray cluster: JSON Lines, Parquet or text in, Parquet shards out (see `quotetrack.engines.shards`).

Ray Data reads the documents from folders or object stores, actors hold the models, and each batch that an actor is
handed becomes one shard. Batches are cut the same way whenever the same files are read, and a shard is named by what is
in it, so that a batch that is tried again, after the death of its actor or its node or in another run, finds its shard
written already or writes the same one: nothing is lost and nothing is there twice.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import quotetrack
from quotetrack.documents import LINES_ENDINGS, MAX_BYTES, document_of, record_document
from quotetrack.engines.loading import Loading
from quotetrack.engines.portions import Failed, portions, read_all
from quotetrack.engines.shards import Shelved, has_shard, shard_name, write_shard
from quotetrack.model import Document, Extraction, QuotetrackError

BATCH = 256
"""Documents of a shard."""

READERS = {**dict.fromkeys(LINES_ENDINGS, "lines"), ".parquet": "parquet", ".txt": "text", ".md": "text"}


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a batch.

    Attributes:
        shard: its name; "" where no row of the batch was a document.
        documents, quotes: how many are in it.
        failed: why documents failed.
        again: nothing had to be read for it: its shard was there already, or it holds no document.
    """

    shard: str
    documents: int
    quotes: int
    failed: tuple[str, ...]
    again: bool


def extract_to_shards(
    paths: Sequence[str],
    folder: str,
    *,
    loading: Loading | None = None,
    address: str | None = None,
    actors: int | None = None,
    batch: int = BATCH,
) -> Iterator[Written]:
    """Yield what was written of each batch, as batches are done.

    Args:
        paths: files, folders or addresses (``s3://…``) of .jsonl, .parquet, .txt and .md files. Records have the fields
            of `quotetrack.documents.JSONL_FIELDS`.
        folder: where the shards go, a folder that all nodes see or an address.
        loading: the models.
        address: of a running cluster (``auto``, ``ray://…``); None is the one that is connected to, or this machine.
        actors: how many hold the models; as many as there are processors if not given.
        batch: documents of a shard.

    Raises:
        QuotetrackError: Ray is not installed or does not start, or there is nothing to read.
    """
    ray, data = _ray()
    logging.getLogger("ray.data").setLevel(logging.ERROR)  # it warns of what is asked of it below
    folder = folder if "://" in folder else os.path.abspath(folder)
    if not ray.is_initialized():
        _connect(ray, address)
    context = data.DataContext.get_current()
    # In order, so that the same files make the same batches, and the same batches the same shards.
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    processors = int(ray.cluster_resources().get("CPU", 1))
    pool = data.ActorPoolStrategy(min_size=1, max_size=actors or max(1, processors))
    for rows in _datasets(data, paths):
        written = rows.map_batches(
            _Reading,
            fn_constructor_args=(loading or Loading(), folder),
            batch_size=batch,
            batch_format="pyarrow",
            compute=pool,
            num_cpus=1,
        )
        for row in written.iter_rows():
            yield Written(
                row["shard"], row["documents"], row["quotes"], tuple(json.loads(row["failed"])), row["again"]
            )


class _Reading:
    """The work of an actor: documents to a shard."""

    def __init__(self, loading: Loading, folder: str) -> None:
        self._extractor = loading.settled(threads=1)
        self._folder = folder

    def __call__(self, batch: Any) -> dict[str, list[Any]]:
        found = [_document(row) for row in batch.to_pylist()]
        documents = [item for item in found if isinstance(item, Document)]
        failed = [item for item in found if isinstance(item, str)]
        version, parser = quotetrack.__version__, self._extractor.parser.name
        name, again, quotes = "", True, 0
        if documents:
            name = shard_name(documents, version, parser)
            again = has_shard(self._folder, name)
            if not again:
                rows = [_shelved(item, version, parser) for item in self._read(documents)]
                write_shard(self._folder, name, rows)
                quotes = sum(len(row.extraction.quotes) for row in rows)
                failed += [row.error for row in rows if row.error]
        return {
            "shard": [name],
            "documents": [len(documents)],
            "quotes": [quotes],
            "failed": [json.dumps(failed)],
            "again": [again],
        }

    def _read(self, documents: Iterable[Document]) -> Iterator[Extraction | Failed]:
        unique = {document.id: document for document in documents}
        for portion in portions(unique.values()):
            yield from read_all(self._extractor, portion.documents)


def _shelved(found: Extraction | Failed, version: str, parser: str) -> Shelved:
    if isinstance(found, Failed):
        return Shelved(Extraction(found.document), version, parser, found.message)
    return Shelved(found, version, parser, None)


def _datasets(data: Any, paths: Sequence[str]) -> Iterator[Any]:
    """Yield a dataset for each sort of file, whose rows `_document` understands."""
    by_sort: dict[str, list[str]] = {}
    for path in paths:
        for found in _files(path):
            by_sort.setdefault(READERS[os.path.splitext(found)[1].lower()], []).append(found)
    if not by_sort:
        raise QuotetrackError(
            f"nothing to read in {', '.join(paths)}. Looked for {', '.join(READERS)} files."
        )
    for sort, files in sorted(by_sort.items()):
        # One reading task a file, on whatever cluster: more would cut the batches otherwise.
        reading: dict[str, Any] = {"include_paths": True, "override_num_blocks": len(files)}
        if sort == "parquet":
            yield data.read_parquet(files, **reading)
        elif sort == "lines":
            yield data.read_text(files, drop_empty_lines=True, **reading).rename_columns({"text": "line"})
        else:
            yield data.read_binary_files(files, **reading)


def _files(path: str) -> list[str]:
    from pyarrow.fs import FileSelector, FileSystem, FileType, LocalFileSystem

    scheme = path.partition("://")[0] + "://" if "://" in path else ""
    files, inside = FileSystem.from_uri(path) if scheme else (LocalFileSystem(), str(Path(path).absolute()))
    info = files.get_file_info(inside)
    if info.type == FileType.NotFound:
        raise QuotetrackError(f"{path}: no such file or folder. Check the path.")
    found = (
        [info] if info.type == FileType.File else files.get_file_info(FileSelector(inside, recursive=True))
    )
    return sorted(
        scheme + f.path
        for f in found
        if f.type == FileType.File
        and os.path.splitext(f.path)[1].lower() in READERS
        and not f.base_name.lower().startswith((".", "readme."))
    )


def _document(row: dict[str, Any]) -> Document | str:
    """Return the document of a row (a line of JSON, a record of a table, the bytes of a file), or what is wrong."""
    path = str(row.get("path") or "")
    try:
        if "bytes" in row:
            if len(row["bytes"]) > MAX_BYTES:
                return f"{path}: larger than {MAX_BYTES:,} bytes, the limit for one document. Split it into articles."
            return document_of(row["bytes"], path, path)
        record = json.loads(row["line"]) if "line" in row else row
        return record_document(record, path, path)
    except QuotetrackError as error:
        return str(error)
    except (ValueError, RecursionError, AttributeError) as error:
        return f"{path}: {error}"


def _connect(ray: Any, address: str | None) -> None:
    """Connect to a cluster, or start one on this machine, without the dashboard that nobody looks at."""
    own = {"include_dashboard": False} if address is None else {}
    try:
        ray.init(address=address, logging_level="ERROR", log_to_driver=False, **own)
    except Exception as error:  # of many kinds, the plain Exception among them
        raise QuotetrackError(
            f"Ray did not start, or the cluster at {address or '$RAY_ADDRESS'} does not answer ({error}). "
            "On a busy machine, try again when there is less to do; for many documents on one machine, "
            "--jobs needs no Ray."
        ) from error


def _ray() -> tuple[Any, Any]:
    # Usage statistics would ask the network at every start.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise QuotetrackError(
            f"Ray is not installed ({error}). Install it with: pip install 'quotetrack[ray]'"
        ) from None
    return ray, ray.data
