"""The town hall's clock: true time in Catalonia, moved by an offset that the demo's operator may set."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def _catalonia() -> tzinfo:
    try:
        return ZoneInfo("Europe/Madrid")
    except ZoneInfoNotFoundError:  # a machine without the time zone database
        return UTC


@dataclass(slots=True)
class Clock:
    """`offset` is added to the machine's clock."""

    offset: timedelta = timedelta()
    zone: tzinfo = field(default_factory=_catalonia)

    def now(self) -> datetime:
        return (datetime.now(UTC) + self.offset).astimezone(self.zone)


def rfc3339(instant: datetime) -> str:
    """With its offset, to the second."""
    return instant.isoformat(timespec="seconds")
