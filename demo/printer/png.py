"""Rows of dots to a black and white PNG (PNG specification, third edition), with zlib and struct alone."""

from __future__ import annotations

import struct
import zlib

DOTS_PER_METRE = 8000
"""203.2 dpi, the pitch of a thermal head with 8 dots a millimetre."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INVERTED = bytes(255 - value for value in range(256))
_NO_FILTER = b"\x00"


def picture(width: int, rows: bytes | bytearray) -> bytes:
    """A PNG of 1 bit a dot, black on white, of `rows` in which 1 is black and each takes whole bytes.

    A page without rows is one white row, because a PNG has at least one.
    """
    stride = (width + 7) // 8
    rows = bytes(rows) or bytes(stride)
    height = len(rows) // stride
    # In greyscale of 1 bit, 0 is black (PNG, 11.2.1); a print head's 1 is black.
    white_is_one = rows.translate(_INVERTED)
    lines = b"".join(
        _NO_FILTER + white_is_one[start : start + stride] for start in range(0, height * stride, stride)
    )
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", DOTS_PER_METRE, DOTS_PER_METRE, 1)),
            _chunk(b"IDAT", zlib.compress(lines, 6)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
