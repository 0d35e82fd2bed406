"""What the kiosk remembers of somebody who looks procedures up: what they typed says much about them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.services.common.searching import Search
from kiosk.services.procedures.shelf import Shelf
from kiosk.seu.models import Procedure


@dataclass(repr=False)
class LookUp:
    """From the groups to one procedure."""

    shelf: Shelf | None = None
    """What this person is shown; another revision only comes when they open a procedure."""
    stale: bool = False
    """The seu could not be asked whether it still holds."""
    group: str = ""
    page: int = 0
    search: Search = field(default_factory=Search)
    searched: bool = False
    """The procedure was found by words, and Back leads to them."""
    chosen: str = ""
    first: int = 0
    """Of the procedure's facts, which do not all have room at once."""
    ticket: str = "procedures.printing"
    """Key of the sentence about the leaflet."""

    @property
    def procedure(self) -> Procedure | None:
        """The one that was opened, as long as it is there."""
        return self.shelf.procedures.procedure(self.chosen) if self.shelf else None

    def __repr__(self) -> str:
        return "LookUp(…)"
