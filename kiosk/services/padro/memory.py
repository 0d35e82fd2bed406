"""What the kiosk remembers of the padró document that a person is asking for."""

from __future__ import annotations

from dataclasses import dataclass

from devices.contracts import Pages
from kiosk.seu.models import Issue, Offer, Offers, Rendition


@dataclass(repr=False)
class Padro:
    """From the offers to the page, ready to be printed."""

    offers: Offers | None = None
    historic: bool = False
    """Whether the second four documents are shown."""
    chosen: Offer | None = None
    purpose: str = ""
    language: str = ""
    key: str = ""
    """Idempotency key of the order that is being placed; a new order has a new one."""
    paper: str = ""
    """The random number of the copy that is being ordered or printed."""
    issue: Issue | None = None
    another: bool = False
    """The person asks for another copy of what was issued."""
    rendition: Rendition | None = None
    """What fits the document printer; None where nothing does."""
    sheets: Pages = ()

    @property
    def procedure(self) -> str:
        """What was issued, as the catalogue names it; empty where nothing was."""
        return f"padro_{self.chosen.kind}" if self.chosen and self.issue else ""

    def __repr__(self) -> str:
        return "Padro(…)"
