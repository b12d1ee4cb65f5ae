"""What a `ClaimStore` answers about claims: findings, dismissals, the claim of a quote, its versions."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from sqlite_utils import Database

from quotetrack.store import claim_rows, findings, queries, writing
from quotetrack.store.claim_rows import ClaimRow, VersionRow
from quotetrack.store.findings import FindingRow


class CrossChecking:
    """The part of `ClaimStore` that lays side by side what was said in many documents."""

    db: Database

    def findings(
        self,
        kinds: Sequence[str] | None = None,
        new_since: int | str | None = None,
        *,
        dismissed: bool = False,
        limit: int | None = None,
    ) -> list[FindingRow]:
        """Return what deserves a second look, the gravest first, then in the order in which it was found.

        Args:
            kinds: the checks to show (`quotetrack.claims.checks.CHECKS`); all by default.
            new_since: a finding's number, or a time in ISO format (UTC): only what was found after it.
            dismissed: also what was set aside.
            limit: at most so many.

        Raises:
            QuotetrackError: there is no such check.
        """
        with self._reading():
            return findings.findings(self.db, kinds, new_since, dismissed=dismissed, limit=limit)

    def new_findings(
        self, kinds: Sequence[str] | None = None, *, limit: int | None = None
    ) -> list[FindingRow]:
        """Return what was found since `mark_read`: the earliest found, at most so many, the gravest of them first."""
        with self._reading():
            return findings.new_findings(self.db, kinds, limit)

    def finding(self, id: str) -> FindingRow:
        """Return the finding with this id, or the only one whose id starts so.

        Raises:
            QuotetrackError: there is none, or more than one.
        """
        with self._reading():
            return findings.finding(self.db, id)

    def count_findings(
        self,
        new_since: int | str | None = None,
        kinds: Sequence[str] | None = None,
        *,
        dismissed: bool = False,
    ) -> dict[tuple[str, str], int]:
        """Count the findings, by check and severity; ``kinds``, ``new_since`` and ``dismissed`` as in `findings`."""
        with self._reading():
            return findings.count_findings(self.db, new_since, kinds, dismissed=dismissed)

    def last_read(self) -> int:
        """Return the number of the last finding that `check --new` has shown; 0 before the first time."""
        with self._reading():
            return findings.last_read(self.db)

    def mark_read(self, until: int | None = None) -> None:
        """Remember that the findings up to this number have been shown; by default all until now."""
        with self._writing():
            findings.mark_read(self.db, until, writing.now())

    def dismiss(self, finding: str, reason: str, by: str | None = None) -> FindingRow:
        """Set a finding aside; it stays so when its documents are extracted again.

        Raises:
            QuotetrackError: no such finding, or no reason.
        """
        with self._writing():
            return findings.dismiss(self.db, finding, reason, by, writing.now())

    def restore(self, finding: str) -> FindingRow:
        """Take the dismissal of a finding back; that it was dismissed stays on record."""
        with self._writing():
            return findings.restore(self.db, finding, writing.now())

    def claim(self, key: str) -> ClaimRow:
        """Return the claim that has a version with this key.

        Raises:
            QuotetrackError: there is none.
        """
        with self._reading():
            return claim_rows.claim(self.db, key)

    def claim_of(self, quote: str) -> ClaimRow | None:
        """Return the claim that a quote (id, or start of one) makes; None for a quote without a word."""
        with self._reading():
            return claim_rows.claim_of(self.db, queries.quote_by_prefix(self.db, quote).id)

    def claims_in(self, document: str) -> dict[str, str]:
        """Return the key of the claim that each quote of a document (its id) makes."""
        with self._reading():
            return claim_rows.claims_in(self.db, document)

    def versions_of(self, claim: str) -> list[VersionRow]:
        """Return the versions of the claim with this key, the earliest first."""
        with self._reading():
            return claim_rows.versions_of(self.db, claim)

    def _reading(self) -> AbstractContextManager[None]:
        raise NotImplementedError

    def _writing(self) -> AbstractContextManager[None]:
        raise NotImplementedError
