"""Finds real-time commands in what arrives, wherever they stand: in a picture's dots too."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLEAR = bytes((0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8))

_SEQUENCES: dict[bytes, str] = {bytes((0x10, 0x04, n)): "DLE EOT" for n in (1, 2, 3, 4)}
_SEQUENCES |= {bytes((0x10, 0x05, n)): "DLE ENQ" for n in (1, 2)}
# DLE DC4 1 m t: a drawer's pulse; 2 1 8: switch off; 8 with its seven fixed bytes: clear the buffers.
_SEQUENCES |= {bytes((0x10, 0x14, 1, m, t)): "DLE DC4" for m in (0, 1) for t in range(1, 9)}
_SEQUENCES |= {bytes((0x10, 0x14, 2, 1, 8)): "DLE DC4", _CLEAR: "DLE DC4"}
_CUSTOM: dict[bytes, str] = {bytes((0x10, 0x04, n)): "DLE EOT" for n in (1, 2, 3, 4, 17, 20)}


@dataclass(frozen=True, slots=True)
class RealTime:
    """A command that is executed on reception."""

    name: str
    parameters: bytes
    end: int
    """Where in the chunk its last byte has passed."""


class Scanner:
    """Reads what arrives, chunk by chunk."""

    def __init__(self, *, custom: bool = False) -> None:
        """`custom`: it knows the real-time commands of that maker's table, and no others."""
        self._known = _CUSTOM if custom else _SEQUENCES
        self._pattern = re.compile(b"|".join(re.escape(sequence) for sequence in self._known), re.DOTALL)
        self._beginnings = {
            sequence[:length] for sequence in self._known for length in range(1, len(sequence))
        }
        self._longest = max(map(len, self._beginnings))
        self._begun = b""

    def find(self, chunk: bytes) -> list[RealTime]:
        """The commands whose last byte is in `chunk`, in the order of arrival."""
        before = len(self._begun)
        seen = self._begun + chunk
        found: list[RealTime] = []
        rest = 0
        for match in self._pattern.finditer(seen):
            sequence, rest = match.group(), match.end()
            found.append(RealTime(self._known[sequence], sequence[2:], rest - before))
        tail = seen[max(rest, len(seen) - self._longest) :]
        self._begun = next(
            (tail[start:] for start in range(len(tail)) if tail[start:] in self._beginnings), b""
        )
        return found

    def clear(self) -> None:
        """Forget a sequence that has begun."""
        self._begun = b""
