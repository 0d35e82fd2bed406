"""Which hour it is in town: the time zone of settings."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from config.problem import refuse


def known_time_zone(name: str) -> str:
    """The name of a time zone, as it is. Refuses one that the IANA database does not know."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise refuse("no time zone has that name", "a name like Europe/Madrid") from None
    return name
