"""Turns a printer's bytes into rows of dots; knows only the maker's manual, no code of this project."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

FIXED = {
    b"\x1b@": 0,
    b"\x1bJ": 1,
    b"\x1dP": 2,
    b"\x1da": 1,
    b"\x1dr": 1,
    b"\x10\x04": 1,
    b"\x10\x05": 1,
}
"""Bytes that follow each command (Epson, ESC/POS application programming guide)."""
RASTER = b"\x1dv0"
FUNCTION = (b"\x1d(",)
CUT_AND_FEED = (65, 66)
NPOS = """
const npos = require(process.argv[1]), fs = require('fs');
npos.parser().parse(fs.readFileSync(process.argv[2])).then(found => {
  if (found.error) throw found.error;
  const [picture] = found.entries.filter(entry => entry.type === 'raster').map(entry => entry.data);
  const rows = [];
  for (let y = 0; y < picture.height; y++) {
    let row = '';
    for (let x = 0; x < picture.width; x++) row += picture.getPixel(x, y) === 0 ? '1' : '0';
    rows.push(row);
  }
  console.log(JSON.stringify(rows));
});
"""
"""npos joins all strips of a stream to one picture, without the feeds between them."""


class NotEscPos(ValueError):
    """A byte that begins no command known here."""


def commands(stream: bytes) -> list[bytes]:
    """The stream in commands, each whole."""
    found, at = [], 0
    while at < len(stream):
        if stream[at] == 0:
            at += 1
            continue
        end = _end(stream, at)
        found.append(stream[at:end])
        at = end
    return found


def _end(stream: bytes, at: int) -> int:
    two = stream[at : at + 2]
    if two in FIXED:
        return at + 2 + FIXED[two]
    if stream[at : at + 3] == RASTER:
        across, down = (int.from_bytes(stream[at + n : at + n + 2], "little") for n in (4, 6))
        return at + 8 + across * down
    if two in FUNCTION:
        return at + 5 + int.from_bytes(stream[at + 3 : at + 5], "little")
    if two == b"\x1dV":
        return at + (4 if stream[at + 2] in CUT_AND_FEED else 3)
    raise NotEscPos(f"{two.hex()} at byte {at}")


def dots_by_npos(npos: Path, stream: Path) -> list[str]:
    """The rows of all strips as another decoder sees them: a digit a dot, 1 is black."""
    said = subprocess.run(
        ["node", "-e", NPOS, str(npos), str(stream)], check=True, capture_output=True, text=True
    )
    rows: list[str] = json.loads(said.stdout)
    return rows


def strip_rows(parsed: list[bytes]) -> list[str]:
    """The same, by this decoder."""
    rows = []
    for command in parsed:
        if command[:3] == RASTER:
            across, down = (int.from_bytes(command[n : n + 2], "little") for n in (4, 6))
            for start in range(8, 8 + across * down, across):
                row = command[start : start + across]
                rows.append(f"{int.from_bytes(row, 'big'):0{across * 8}b}")
    widest = max(map(len, rows), default=0)
    return [row.ljust(widest, "0") for row in rows]


def sheets(parsed: list[bytes], width: int) -> list[list[bytes]]:
    """The sheets as rows of `width` dots, cut where the printer was told to cut."""
    stride = width // 8
    done: list[list[bytes]] = []
    rows: list[bytes] = []
    for command in parsed:
        if command[:2] == b"\x1bJ":
            rows += [bytes(stride)] * command[2]
        elif command[:3] == RASTER:
            across, down = (int.from_bytes(command[n : n + 2], "little") for n in (4, 6))
            for start in range(8, 8 + across * down, across):
                rows.append(command[start : start + across].ljust(stride, b"\0"))
        elif command[:2] == b"\x1dV":
            done.append(rows)
            rows = []
    return done
