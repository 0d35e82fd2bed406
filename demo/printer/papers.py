"""The sheets that came out: each a PNG in the folder, numbered from 1, with what became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from demo.printer.png import DOTS_PER_METRE, picture

Place = Literal["tray", "presented", "taken", "ejected", "retracted"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One cut sheet. `tray` is below a printer without a presenter."""

    number: int
    width: int
    rows: int
    place: Place
    power_cuts: tuple[int, ...] = ()
    """Rows at which the power went while this sheet was under the head."""

    @property
    def height_mm(self) -> float:
        """Length of the paper."""
        return self.rows * 1000 / DOTS_PER_METRE


class Papers:
    """Draws and remembers; goes on counting where an earlier printer with the same folder ended."""

    def __init__(self, folder: Path, width: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._width = width
        earlier = (re.fullmatch(r"paper-(\d+)\.png", path.name) for path in folder.iterdir())
        self._last = max((int(name[1]) for name in earlier if name), default=0)
        self._sheets: dict[int, Sheet] = {}
        self._received = (folder / "printed.bin").open("ab", buffering=0)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets of this run, oldest first."""
        return tuple(self._sheets.values())

    def received(self, chunk: bytes) -> None:
        """Keep `chunk` in `printed.bin` as it arrived."""
        self._received.write(chunk)

    def add(self, rows: bytes | bytearray, place: Place, power_cuts: tuple[int, ...]) -> Sheet:
        """Draw a sheet that was cut off."""
        self._last += 1
        (self._folder / f"paper-{self._last}.png").write_bytes(picture(self._width, rows))
        height = len(rows) // ((self._width + 7) // 8)
        sheet = Sheet(self._last, self._width, height, place, power_cuts)
        self._sheets[sheet.number] = sheet
        return sheet

    def move(self, number: int, place: Place) -> Sheet:
        """Say what became of sheet `number`."""
        sheet = self._sheets[number] = replace(self._sheets[number], place=place)
        return sheet

    def picture(self, number: int) -> bytes | None:
        """The PNG of sheet `number`."""
        path = self._folder / f"paper-{number}.png"
        return path.read_bytes() if path.is_file() else None

    def close(self) -> None:
        """Close `printed.bin`."""
        self._received.close()
