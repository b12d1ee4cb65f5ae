"""Two wordings against each other: the words that differ, as HTML."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from quotetrack.model import Span
from quotetrack.store.findings import ChangedWords
from quotetrack.web.inert import inert, plain
from quotetrack.web.wording import TOUCHED


def before(text: str, changes: Sequence[ChangedWords]) -> Markup:
    """Return the earlier wording, the words that the other changes or drops as ``<del>``."""
    return _marked(text, [(change.before, "del", _about(change)) for change in changes])


def after(text: str, changes: Sequence[ChangedWords], earlier: str | None = None) -> Markup:
    """Return the later wording, its changed or added words as ``<ins>``.

    With ``earlier``, the words that they stand for, or that were dropped, are shown before them as ``<del>``.
    """
    marks = []
    for change in changes:
        gone = change.before.of(earlier) if earlier is not None else ""
        marks.append((change.after, "ins", _about(change), gone))
    return _marked(text, [mark[:3] for mark in marks], [mark[3] for mark in marks])


def _marked(text: str, marks: Sequence[tuple[Span, str, str]], gone: Sequence[str] | None = None) -> Markup:
    parts: list[Markup] = []
    done = 0
    order = sorted(range(len(marks)), key=lambda index: marks[index][0])
    for index in order:
        span, tag, about = marks[index]
        if span.start < done or span.end > len(text):
            continue  # overlaps what is marked already
        parts.append(inert(text[done : span.start]))
        if gone and gone[index]:
            space = Markup("") if parts[-1].endswith((" ", "\u00a0")) or not parts[-1] else Markup(" ")
            parts.append(space + Markup('<del title="{}">{}</del> ').format(plain(about), inert(gone[index])))
        if len(span):
            parts.append(
                Markup(f'<{tag} title="{{}}">{{}}</{tag}>').format(plain(about), inert(span.of(text)))
            )
        done = span.end
    parts.append(inert(text[done:]))
    return Markup("").join(parts)


def _about(change: ChangedWords) -> str:
    return ", ".join(TOUCHED[kind] for kind in change.touched) or "mots"
