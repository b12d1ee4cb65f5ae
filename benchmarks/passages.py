"""How fast passages are found: megabytes of generated press text a second, best of several runs.

    python -m benchmarks.passages [MEGABYTES]

Stages: the scanner (`find_marks`), passages with their pairing, and the same on text whose marks are broken.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

from quotetrack.documents import paragraphs, parse_document
from quotetrack.marks import find_marks
from quotetrack.passages import find_passages

SENTENCES = (
    "Le conseil municipal s'est réuni mardi soir pour examiner le budget de l'année prochaine.",
    "« Nous n'avons pas d'autre choix que d'attendre », a déclaré la maire à l'issue de la séance.",
    "L'opposition a dénoncé une « fuite en avant » et demandé qu'un audit soit mené avant l'été.",
    "Selon la préfecture, quelque 2 500 personnes ont défilé dans le calme jusqu'à l'hôtel de ville.",
    '"Les chiffres sont là, a-t-il insisté. Il suffit de les lire", répond le directeur de l\'usine.',
    "Aujourd’hui, l’entreprise emploie cent vingt salariés, dont une majorité d’ouvriers qualifiés.",
    "Les travaux, qui devaient s'achever au printemps, ont pris plusieurs mois de retard.",
    "Il a rappelé que « le “grand débat” n'avait rien réglé » et que d'autres mesures suivraient.",
    "Aucune date n'a été fixée pour la prochaine rencontre entre la direction et les syndicats.",
)


def press_text(megabytes: float, seed: int = 1) -> str:
    """Return paragraphs of two to five sentences, a mark about every hundred characters."""
    chosen = random.Random(seed)
    parts: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        paragraph = " ".join(chosen.choices(SENTENCES, k=chosen.randint(2, 5)))
        parts.append(paragraph)
        size += len(paragraph.encode()) + 2
    return "\n\n".join(parts)


def with_broken_marks(text: str, seed: int = 2) -> str:
    """Return ``text`` with one mark in ten lost."""
    chosen = random.Random(seed)
    return "".join(c for c in text if c not in '«»“”"' or chosen.random() > 0.1)


def best_rate(work: Callable[[], object], megabytes: float, runs: int = 5) -> float:
    """Return megabytes a second of the fastest of several runs."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return megabytes / min(seconds)


def main() -> None:
    size = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    for name, text in (("sound", press_text(size)), ("broken", with_broken_marks(press_text(size)))):
        document = parse_document("press", text)
        spans = paragraphs(document)
        megabytes = len(text.encode()) / 1e6
        scanner = best_rate(lambda text=text: sum(1 for _ in find_marks(text)), megabytes)
        whole = best_rate(lambda text=text, spans=spans: find_passages(text, spans), megabytes)
        layout = best_rate(lambda document=document: paragraphs(document), megabytes)
        print(
            f"{name:7} {megabytes:5.1f} MB  marks {scanner:6.1f} MB/s  passages {whole:6.1f} MB/s  "
            f"paragraphs {layout:6.1f} MB/s  ({len(find_passages(text, spans)):,} passages)"
        )


if __name__ == "__main__":
    main()
