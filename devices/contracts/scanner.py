"""A scanner of codes and zones: it tells what it read, and when it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class ScanKind(StrEnum):
    """What was read."""

    CODE = "code"
    """A QR or a barcode."""
    MRZ = "mrz"
    """A machine readable zone, whose check digits are all right; its lines one after the other."""


@dataclass(frozen=True, slots=True, repr=False)
class Scan:
    """One code or zone. It may be somebody's data, so it does not show itself."""

    kind: ScanKind
    text: str

    def __repr__(self) -> str:
        return "Scan(…)"


class Scanner(Protocol):
    """One scanner, on a serial line or as a keyboard."""

    @property
    def present(self) -> bool:
        """Whether it can be expected to read."""

    def watch(self, heard: Callable[[Scan], None]) -> Callable[[], None]:
        """Call `heard` in the caller's event loop at every scan; the answer ends it."""

    async def close(self) -> None:
        """End what listens."""
