"""CoNLL-U in and out, so that a parse can be stored, looked at, and replayed without the models.

Offsets go into MISC (``start_char``, ``end_char``), what is ours beside them (``StandIn=Yes``) and into
sentence comments (``# paragraph = 3``, ``# inside = 1``). Multi-word tokens are written as ranges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotetrack.model import QuotetrackError
from quotetrack.syntax.tree import Sentence, Word


def write_conllu(sentences: Iterable[Sentence], text: str) -> str:
    """Return sentences as CoNLL-U; ``text`` is the text that their offsets index."""
    return "".join(f"{_block(sentence, text)}\n\n" for sentence in sentences)


def read_conllu(source: str) -> list[Sentence]:
    """Return the sentences of a CoNLL-U text.

    Words without offsets in MISC get them from their forms, as if each sentence were its words joined by
    the spaces that ``SpaceAfter=No`` leaves, one sentence after the other with a space between.

    Raises:
        QuotetrackError: naming the first line that is not CoNLL-U.
    """
    sentences: list[Sentence] = []
    position = 0
    for comments, rows in _blocks(source):
        words, position = _words(rows, position)
        sentences.append(
            Sentence(
                tuple(words),
                paragraph=int(comments.get("paragraph", "0")),
                inside=int(comments["inside"]) if "inside" in comments else None,
            )
        )
    return sentences


def _block(sentence: Sentence, text: str) -> str:
    lines = [f"# text = {' '.join(sentence.span.of(text).split())}", f"# paragraph = {sentence.paragraph}"]
    if sentence.inside is not None:
        lines.append(f"# inside = {sentence.inside}")
    words = sentence.words
    for position, word in enumerate(words):
        shared = [w for w in words[position:] if w.span == word.span and not word.stand_in]
        first = position == 0 or words[position - 1].span != word.span
        if first and len(shared) > 1:
            form = word.span.of(text).replace("\n", " ")
            lines.append(f"{word.id}-{word.id + len(shared) - 1}\t{form}" + "\t_" * 7 + f"\t{_misc(word)}")
        lines.append(
            "\t".join(
                [
                    str(word.id),
                    word.text,
                    word.lemma,
                    word.upos,
                    "_",
                    word.feats or "_",
                    str(word.head),
                    word.deprel,
                    "_",
                    _misc(word),
                ]
            )
        )
    return "\n".join(lines)


def _misc(word: Word) -> str:
    return f"start_char={word.start}|end_char={word.end}" + ("|StandIn=Yes" if word.stand_in else "")


def _blocks(source: str) -> Iterator[tuple[dict[str, str], list[tuple[int, list[str]]]]]:
    comments: dict[str, str] = {}
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*source.split("\n"), ""], 1):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line.strip():
            fields = line.rstrip("\r").split("\t")
            if len(fields) != 10:
                raise QuotetrackError(f"line {number} is not CoNLL-U: it has {len(fields)} columns, not 10")
            rows.append((number, fields))
        elif rows:
            yield comments, rows
            comments, rows = {}, []


def _words(rows: list[tuple[int, list[str]]], position: int) -> tuple[list[Word], int]:
    words: list[Word] = []
    token_until, token_span = 0, (0, 0)
    for number, row in rows:
        identifier, form, lemma, upos, _, feats, head, deprel, _, misc = row
        if "." in identifier:
            continue
        notes = dict(pair.split("=", 1) for pair in misc.split("|") if "=" in pair)
        if "start_char" in notes:
            span = int(notes["start_char"]), int(notes["end_char"])
        elif identifier.isdigit() and int(identifier) <= token_until:
            span = token_span
        else:
            span = position, position + len(form)
            position = span[1] + ("SpaceAfter" not in notes)
        if "-" in identifier:
            token_until, token_span = int(identifier.split("-")[1]), span
            continue
        if not identifier.isdigit() or not head.isdigit() or int(identifier) != len(words) + 1:
            raise QuotetrackError(f"line {number} is not CoNLL-U: word id {identifier!r}, head {head!r}")
        words.append(
            Word(
                int(identifier), form, lemma, upos, "" if feats == "_" else feats, int(head), deprel,
                span[0], span[1], notes.get("StandIn") == "Yes",
            )
        )  # fmt: skip
    if any(w.head > len(words) for w in words):
        raise QuotetrackError(f"line {rows[0][0]}: a head of this sentence lies outside of it")
    return words, position
