"""Extractions as Parquet: one row a document, its quotes nested in it, nothing lost.

A shard is named by the documents in it, the models and the version that read them: written twice, it is the same file.
It can be queried as it is; in DuckDB::

    SELECT q.source_name, q.text FROM 'shards/*.parquet', unnest(quotes) AS t(q) WHERE q.kind = 'direct'
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quotetrack.model import (
    Document,
    Extraction,
    NonSpeech,
    Quote,
    QuotetrackError,
    Source,
    Span,
    content_hash,
)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shelved:
    """One row of a shard.

    Attributes:
        extraction: what was found; nothing where ``error`` says why.
        version, parser: by what it was read.
        error: why nothing could be extracted, or None.
    """

    extraction: Extraction
    version: str
    parser: str
    error: str | None


def shard_name(documents: Sequence[Document], version: str, parser: str) -> str:
    """Return the name of the shard that holds these documents, read so."""
    return f"{content_hash(version, parser, *sorted(d.id for d in documents))}.parquet"


def write_shard(folder: str, name: str, rows: Sequence[Shelved]) -> None:
    """Write a shard into a folder or object store: whole, or not at all."""
    import pyarrow
    from pyarrow import parquet

    files, path = _place(folder)
    files.create_dir(path, recursive=True)
    table = pyarrow.Table.from_pylist([_row(row) for row in rows], schema=_schema())
    unfinished = f"{path}/.{name}.{uuid.uuid4().hex}"
    with files.open_output_stream(unfinished) as stream:
        parquet.write_table(table, stream, compression="zstd", write_page_checksum=True)
    files.move(unfinished, f"{path}/{name}")


def has_shard(folder: str, name: str) -> bool:
    """Tell whether a shard is there."""
    from pyarrow.fs import FileType

    files, path = _place(folder)
    return bool(files.get_file_info(f"{path}/{name}").type == FileType.File)


def shards(place: str) -> list[str]:
    """Return the shards of a folder in the order in which they were written, or the one that a path names.

    Raises:
        QuotetrackError: there is none.
    """
    from pyarrow.fs import FileSelector, FileType

    files, path = _place(place)
    info = files.get_file_info(path)
    found = [info] if info.type == FileType.File else []
    if info.type == FileType.Directory:
        found = files.get_file_info(FileSelector(path, recursive=True))
    written = [
        f
        for f in found
        if f.type == FileType.File and f.path.endswith(".parquet") and not f.base_name.startswith(".")
    ]
    names = [f.path for f in sorted(written, key=lambda f: (f.mtime_ns or 0, f.path))]
    if not names:
        raise QuotetrackError(
            f"{place}: no shard there. Looked for .parquet files; give the folder that holds them."
        )
    scheme = place.partition("://")[0] + "://" if "://" in place else ""
    return [scheme + name for name in names]


def read_shard(shard: str) -> Iterator[Shelved]:
    """Yield what a shard holds.

    Raises:
        QuotetrackError: it is no shard of ours.
    """
    import pyarrow
    from pyarrow import parquet

    files, path = _place(shard)
    try:
        with files.open_input_file(path) as stream:
            table = parquet.ParquetFile(stream, page_checksum_verification=True)
            for batch in table.iter_batches(batch_size=64):
                for row in batch.to_pylist():
                    yield _shelved(row)
    except (OSError, KeyError, TypeError, pyarrow.ArrowInvalid) as error:
        raise QuotetrackError(
            f"{shard}: not a shard of quotetrack ({type(error).__name__}: {error}). "
            "Extract again into a new folder, or leave this file out."
        ) from error


def _place(where: str) -> tuple[Any, str]:
    """Return the file system of a path or address, and the path in it."""
    from pathlib import Path

    from pyarrow.fs import FileSystem, LocalFileSystem

    if "://" not in where:
        return LocalFileSystem(), str(Path(where).absolute())
    found = FileSystem.from_uri(where)
    return found[0], found[1]


def _row(shelved: Shelved) -> Row:
    found = shelved.extraction
    document = found.document
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "date": document.date,
        "outlet": document.outlet,
        "url": document.url,
        "path": document.path,
        "text": document.text,
        "body": _span(document.body),
        "quotes": [_quote_row(quote, document.text) for quote in found.quotes],
        "non_speech": [{"span": _span(n.span), "why": n.why} for n in found.non_speech],
        "sources": [_source_row(source) for source in found.sources],
        "warnings": list(found.warnings),
        "version": shelved.version,
        "parser": shelved.parser,
        "error": shelved.error,
    }


def _quote_row(quote: Quote, text: str) -> Row:
    speaker = quote.speaker
    return {
        "id": quote.id,
        "kind": quote.kind,
        "text": quote.content.of(text),
        "source_name": speaker.name if speaker else None,
        "content": _span(quote.content),
        "verbatim": [_span(span) for span in quote.verbatim],
        "cue": _span(quote.cue),
        "source": _span(quote.source),
        "speaker": _source_row(speaker) if speaker else None,
        "addressee": _span(quote.addressee),
        "medium": _span(quote.medium),
        "via": quote.via,
        "stance": quote.stance,
        "rule": quote.rule,
        "confidence": quote.confidence,
    }


def _source_row(source: Source) -> Row:
    return {
        "name": source.name,
        "kind": source.kind,
        "aliases": list(source.aliases),
        "role": source.role,
        "gender": source.gender,
    }


def _span(span: Span | None) -> Row | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _shelved(row: Row) -> Shelved:
    about = (row[column] for column in ("title", "date", "outlet", "url", "path"))
    document = Document(row["name"], row["text"], _read_span(row["body"]), *about)
    extraction = Extraction(
        document,
        tuple(_quote(quote) for quote in row["quotes"]),
        tuple(NonSpeech(_read_span(n["span"]), n["why"]) for n in row["non_speech"]),
        tuple(_source(source) for source in row["sources"]),
        tuple(row["warnings"]),
    )
    return Shelved(extraction, row["version"], row["parser"], row["error"])


def _quote(row: Row) -> Quote:
    return Quote(
        id=row["id"],
        kind=row["kind"],
        content=_read_span(row["content"]),
        verbatim=tuple(_read_span(span) for span in row["verbatim"]),
        cue=_maybe_span(row["cue"]),
        source=_maybe_span(row["source"]),
        speaker=_source(row["speaker"]) if row["speaker"] else None,
        addressee=_maybe_span(row["addressee"]),
        medium=_maybe_span(row["medium"]),
        via=row["via"],
        stance=row["stance"],
        rule=row["rule"],
        confidence=row["confidence"],
    )


def _source(row: Row) -> Source:
    return Source(row["name"], row["kind"], tuple(row["aliases"]), row["role"], row["gender"])


def _read_span(row: Row) -> Span:
    return Span(row["start"], row["end"])


def _maybe_span(row: Row | None) -> Span | None:
    return None if row is None else _read_span(row)


def _schema() -> Any:
    """Return the columns of a shard, the same whatever is in it."""
    import pyarrow as pa

    text, span = pa.string(), pa.struct([("start", pa.int64()), ("end", pa.int64())])
    source = pa.struct(
        [("name", text), ("kind", text), ("aliases", pa.list_(text)), ("role", text), ("gender", text)]
    )
    quote = pa.struct(
        [
            ("id", text), ("kind", text), ("text", text), ("source_name", text), ("content", span),
            ("verbatim", pa.list_(span)), ("cue", span), ("source", span), ("speaker", source), ("addressee", span),
            ("medium", span), ("via", text), ("stance", text), ("rule", text), ("confidence", pa.float64()),
        ]
    )  # fmt: skip
    return pa.schema(
        [
            *((name, text) for name in ("id", "name", "title", "date", "outlet", "url", "path", "text")),
            ("body", span), ("quotes", pa.list_(quote)),
            ("non_speech", pa.list_(pa.struct([("span", span), ("why", text)]))),
            ("sources", pa.list_(source)), ("warnings", pa.list_(text)),
            ("version", text), ("parser", text), ("error", text),
        ]
    )  # fmt: skip
