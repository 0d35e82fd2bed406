"""Puts together what a scanner sends, in whatever pieces: lines become codes, or the zone that they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from devices.contracts import Scan, ScanKind
from devices.scanner.zone import LINES, may_go_on, zone_of

LONGEST = 4096
"""Bytes of a code; a QR holds 2,953 at most (ISO/IEC 18004, table 7)."""
STX, ETX = 0x02, 0x03
ENDS = b"\r\n\x03"
"""What ends a line: CR, LF or both, and the ETX of a swipe reader."""
GS = "\x1d"
"""Separates the fields of a GS1 code; every other control character is the scanner's own."""


class Assembly:
    """What came and is not yet whole. Whoever feeds it says when the scanner has fallen silent."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        self._today = today
        self._line = bytearray()
        self._lines: list[str] = []
        self._too_long = False

    @property
    def waits(self) -> bool:
        """Whether there is something that only more bytes or silence can complete."""
        return bool(self._line or self._lines or self._too_long)

    def feed(self, data: bytes) -> tuple[Scan, ...]:
        """What became whole with these bytes."""
        found: list[Scan] = []
        for byte in data:
            if byte in ENDS:
                self._end_line()
                found += self._settle(silent=False)
            elif byte == STX:
                self._line.clear()
                self._too_long = False
            elif len(self._line) < LONGEST:
                self._line.append(byte)
            else:
                self._too_long = True
        return tuple(found)

    def silence(self) -> tuple[Scan, ...]:
        """Nothing more comes: what is there is whole."""
        self._end_line()
        return tuple(self._settle(silent=True))

    def forget(self) -> None:
        """The scanner is gone; half a code is none."""
        self._line.clear()
        self._lines.clear()
        self._too_long = False

    def _end_line(self) -> None:
        line = "" if self._too_long else as_text(bytes(self._line))
        self._line.clear()
        self._too_long = False
        if line:
            self._lines.append(line)

    def _settle(self, *, silent: bool) -> Iterator[Scan]:
        """The scans at the head of the lines; keeps those that may yet become a zone."""
        while self._lines:
            for count in (1, *sorted(set(LINES.values()))):
                if count <= len(self._lines) and (zone := zone_of(self._lines[:count], self._today())):
                    del self._lines[:count]
                    yield Scan(ScanKind.MRZ, zone)
                    break
            else:
                if not silent and may_go_on(self._lines):
                    return
                yield Scan(ScanKind.CODE, self._lines.pop(0))


def as_text(code: bytes) -> str:
    """UTF-8 where it is that, else Latin-1 (ISO/IEC 18004); without the scanner's control characters."""
    try:
        text = code.decode()
    except UnicodeDecodeError:
        text = code.decode("latin-1")
    return "".join(letter for letter in text if letter.isprintable() or letter == GS).strip()
