"""The procedures that the kiosk knows, and their index: nothing of a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.search import Entry, Index, index_of
from kiosk.seu.models import Procedures


@dataclass(frozen=True, slots=True)
class Shelf:
    """One revision of the catalogue, as the seu told it at some hour."""

    procedures: Procedures
    index: Index
    told_at: datetime

    def still_so(self, now: datetime) -> Shelf:
        """The same, told again."""
        return replace(self, told_at=now)


def shelf_of(procedures: Procedures, now: datetime) -> Shelf:
    """A shelf with a new index."""
    groups = {group.id for group in procedures.groups}
    entries = (
        Entry(
            procedure.id,
            tuple(procedure.name.values()),
            procedure.keywords,
            tuple(procedure.about.values()),
        )
        for procedure in procedures.procedures
        if procedure.group in groups
    )
    return Shelf(procedures, index_of(entries), now)
