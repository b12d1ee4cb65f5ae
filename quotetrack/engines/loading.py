"""What every engine loads, wherever it runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotetrack.extraction import Extractor


@dataclass(frozen=True, slots=True)
class Loading:
    """How to make an extractor in another process or on another machine.

    Attributes:
        model: ``embedded``, ``official`` or a folder.
        device: ``cpu`` or ``cuda``.
        parses: a file in which parses are kept (see ``syntax.parse_cache``), or None.
        mask: parse the frames of long quotations instead of the whole text (see ``syntax.masking``).
    """

    model: str = "embedded"
    device: str = "cpu"
    parses: str | None = None
    mask: bool = True

    def extractor(self, *, threads: int | None = None) -> Extractor:
        """Load the models.

        Args:
            threads: of the models on the CPU; None leaves it to Torch, which takes all there are.

        Raises:
            QuotetrackError: the models are not there, or ``parses`` is no such file.
        """
        from quotetrack.extraction import Extractor, load_parser
        from quotetrack.syntax.parse_cache import CachedParser

        if threads is not None:
            import torch

            torch.set_num_threads(threads)
        parser = load_parser(self.model, self.device)
        cached = parser if self.parses is None else CachedParser(parser, self.parses)
        return Extractor(cached, mask=self.mask)

    def settled(self, *, threads: int | None = None) -> Extractor:
        """Load the models in a process that is there for nothing else: its memory is looked after.

        In a program that calls quotetrack, garbage collector and networks are the program's own: `extractor` leaves
        them as they are.
        """
        from quotetrack.memory import bound_networks, settle

        bound_networks()
        extractor = self.extractor(threads=threads)
        settle()
        return extractor
