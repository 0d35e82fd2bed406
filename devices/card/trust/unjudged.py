"""The judge of a kiosk that was given no country signers: it has nothing to go by, and says so."""

from __future__ import annotations

from datetime import date

from devices.contracts import ChipFiles, Verdict


class Unjudged:
    """A `Judge`."""

    def verdict(self, files: ChipFiles, today: date) -> Verdict:
        return Verdict.NOT_VERIFIED


UNJUDGED = Unjudged()
