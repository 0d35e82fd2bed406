"""The ESC/POS commands that this kiosk sends, as the maker's table writes them.

python-escpos is not used here: a dozen commands of fixed form are needed, its import costs 200 to 330 ms and
leaves a folder in the temporary directory at every start, and it knows neither ASB nor GS ( H nor DLE DC4.
"""

from __future__ import annotations

DLE, EOT, ENQ, DC4, ESC, GS = b"\x10", b"\x04", b"\x05", b"\x14", b"\x1b", b"\x1d"

INITIALISE = ESC + b"@"
"""Back to the settings of power-on; the print buffer is emptied, the receive buffer is not."""

PUSH_STATUS = GS + b"a" + b"\x0e"
"""Automatic status back: on/offline, errors and roll sensor (bits 1 to 3), not the drawer (bit 0)."""

PUSH_NOTHING = GS + b"a" + b"\x00"

SERIAL = 68
ASK_SERIAL = GS + b"I" + bytes([SERIAL])
"""Buffered; the answer is 5F, the serial number, 00 (Epson, ESC/POS application programming guide, GS I)."""

CLEAR_BUFFERS = DLE + DC4 + b"\x08" + b"\x01\x03\x14\x01\x06\x02\x08"
"""Real time: throw away receive and print buffer; the answer is 37 25 00."""

RESUME_AFTER_ERROR = DLE + ENQ + b"\x01"
"""Real time: go on from the line of the cutter's error; ignored otherwise."""

CLEAR_AFTER_ERROR = DLE + ENQ + b"\x02"
"""Real time: recover from the cutter's error with both buffers emptied; ignored otherwise."""

FEED_AND_CUT = GS + b"V" + b"\x42" + b"\x00"
"""Feed to the cutter and cut, leaving one point."""

BARRIER = GS + b"r" + b"\x01"
"""Buffered request for the roll sensor: it is answered once everything before it has been processed."""

QUESTIONS = (1, 2, 3, 4)
"""DLE EOT n: printer, cause of offline, cause of error, roll sensor."""

# Custom's own, KPM150H and KPM216H command manuals.
FULL_STATUS = 20
"""DLE EOT n: everything in one block of six bytes."""

PUSH_FULL_STATUS = GS + b"\xe0" + b"\x0f"
"""The same block, all four of its parts (bits 0 to 3), unasked at every change."""

COUNTS = GS + b"\xe2" + GS + b"\xe4" + GS + b"\xe5"
"""Cuts, sheets drawn back, times switched on: `2376 cuts`, `512ret`, `512on`, without an end of line."""

CUT_OFF = ESC + b"i"
"""Cut through."""

PRESENTER = 6
ASK_PRESENTER = GS + b"e" + bytes([PRESENTER])
"""One byte; bit 7: paper is stuck, which a full status does not tell."""

RETRACT = GS + b"e" + b"\x02"
"""Draw the sheet in the output back in."""

FEED_LIMIT = 255
"""Rows that one ESC J can feed."""

PROCESS_IDS = 16**4

LINE_FEED = b"\n"

CODE_PAGE_1252 = ESC + b"t" + b"\x10"
"""ESC t 16. Before 04, 05 or 14 its last byte would begin a real-time command: an ESC follows it."""


def ask(n: int) -> bytes:
    """DLE EOT n: one byte of status, in real time."""
    return DLE + EOT + bytes([n])


def motion_units(dpi: int) -> bytes:
    """GS P: one unit is one dot, so that ESC J counts rows."""
    return GS + b"P" + bytes([dpi, dpi])


def feed(rows: int) -> bytes:
    """ESC J n: print what waits and feed `rows`, at most FEED_LIMIT."""
    return ESC + b"J" + bytes([rows])


def raster(stride: int, rows: int) -> bytes:
    """GS v 0: the head of a raster image of `rows` rows, each of `stride` bytes, which follow."""
    return GS + b"v0" + b"\x00" + stride.to_bytes(2, "little") + rows.to_bytes(2, "little")


def process_id(number: int) -> bytes:
    """The four bytes of a process identifier.

    The maker allows 20 to 7E. Only 40 to 4F are used: bit 4 is 0 in all of them, so that a status byte (bit 4
    is 1) that arrives in the middle of the answer can be told apart.
    """
    return bytes(0x40 | (number >> shift) & 0x0F for shift in (12, 8, 4, 0))


def process_number(identifier: bytes) -> int:
    """The number behind the four bytes of `process_id`."""
    number = 0
    for digit in identifier:
        number = number << 4 | digit & 0x0F
    return number


def say_when_done(number: int) -> bytes:
    """GS ( H, function 48: answer 37 22 d1 d2 d3 d4 00 when everything before it is on paper."""
    return GS + b"(H" + b"\x06\x00" + b"\x30\x30" + process_id(number)


def line_spacing(rows: int) -> bytes:
    """ESC 3 n: a line takes `rows`, where a unit is a dot."""
    return ESC + b"3" + bytes([rows])


def size(times: int) -> bytes:
    """GS ! n: letters 1 to 8 times as wide (bits 4 to 6) and as high (bits 0 to 2)."""
    return GS + b"!" + bytes([0x11 * (times - 1)])


def bold(*, on: bool) -> bytes:
    """ESC E n."""
    return ESC + b"E" + bytes([on])


def inverted(*, on: bool) -> bytes:
    """GS B n: white on black."""
    return GS + b"B" + bytes([on])


def centred(*, on: bool) -> bytes:
    """ESC a n: what follows stands in the middle, or at the left; at the beginning of a line only."""
    return ESC + b"a" + bytes([on])


def qr_code(data: bytes, module: int) -> bytes:
    """GS ( k, functions 165, 167, 169, 180 and 181: model 2, modules of `module` dots, level M, and print."""
    told = (b"A2\x00", b"C" + bytes([module]), b"E1", b"P0" + data, b"Q0")
    return b"".join(GS + b"(k" + (len(part) + 1).to_bytes(2, "little") + b"1" + part for part in told)
