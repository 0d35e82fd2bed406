"""Obeys the commands of the buffer, one at a time, when what they wait for is done."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from zlib import crc32

from demo.printer import dots, status
from demo.printer.mechanism import Mechanism
from demo.printer.parser import Command, Raster, Rows, Step, Text


class Reply(Enum):
    """What a transmission is, because they do not queue alike."""

    ANSWER = auto()
    PROCESS_ID = auto()
    """Of those that the host did not read, the printer keeps the latest."""
    AUTOMATIC = auto()
    """Comes between other answers."""


Transmit = Callable[[bytes, Reply], None]

# GS P: motion units of a head with 203 dots an inch until told otherwise (TM-L90).
_HORIZONTAL, _VERTICAL = 203, 406
_DOTS_AN_INCH = 203
_LINE_SPACING = 30
_MAKER = "ZONA BLAVA"


def serial_number(name: str) -> str:
    """Of the printer of that name; its digits look like bytes of status."""
    return f"ZB{crc32(name.encode()):010d}"


class Interpreter:
    """The settings that commands change, and what each command does."""

    def __init__(
        self, name: str, mechanism: Mechanism, transmit: Transmit, *, process_ids: bool, custom: bool
    ) -> None:
        self._name = name
        self._mechanism = mechanism
        self._transmit = transmit
        self._process_ids = process_ids
        self._custom = custom
        self._commands: dict[str, Callable[[bytes], None]] = {
            "LF": lambda _: self._feed_lines(1),
            "ESC @": lambda _: self.initialise(),
            "ESC J": lambda p: self._print_and_feed(self._vertical(p[0])),
            "ESC d": lambda p: self._feed_lines(p[0]),
            "ESC 2": lambda _: self._set_spacing(_LINE_SPACING),
            "ESC 3": lambda p: self._set_spacing(self._vertical(p[0])),
            "ESC a": self._justify,
            "ESC $": self._move_across,
            "ESC i": lambda _: self._cut(0),
            "ESC m": lambda _: self._cut(0),
            "GS V": self._select_cut,
            "GS P": self._set_motion_units,
            "GS L": self._set_left_margin,
            "GS a": self._enable_automatic_status,
            "GS r": lambda p: transmit(status.buffered_status(p[0], mechanism.condition), Reply.ANSWER),
            "GS ( H": self._answer_process_id,
            "GS ( D": self._enable_real_time,
            "GS ( L": self._graphics,
            "GS 8 L": self._graphics,
            "GS I": self._identify,
            "GS g": self._count,
        }
        if custom:
            for unknown in ("GS a", "GS ( H", "GS ( D", "GS I", "GS g"):
                del self._commands[unknown]
            self._commands |= {
                "GS \xe0": self._enable_automatic_status,
                "GS \xe2": lambda _: self._tell(f"{mechanism.counters.cuts} cuts"),
                "GS \xe3": lambda _: self._tell(f"{mechanism.counters.rows // 80}cm"),
                "GS \xe4": lambda _: self._tell(f"{mechanism.counters.retractions}ret"),
                "GS \xe5": lambda _: self._tell(f"{mechanism.counters.power_ups}on"),
            }
        if custom and mechanism.presenter:
            self._commands["GS e"] = self._present
        self.initialise()

    def automatic(self, condition: status.Condition) -> tuple[bytes, bytes]:
        """The automatic status, and what of it counts as a change."""
        items = self.automatic_items
        if self._custom:
            said = status.parts(items, condition)
            return said, said
        said = status.automatic_status(condition)
        return said, status.watched(items, said)

    def initialise(self) -> None:
        """ESC @: every setting as at power on. Automatic status too: no manual at hand says that it stays."""
        self.automatic_items = 0
        # DLE DC4 1 and 2 (TM-T81): the drawer's pulse works, switching off does not.
        self.real_time_enabled = {1: True, 2: False}
        self._units = (_HORIZONTAL, _VERTICAL)
        self._spacing = _LINE_SPACING
        self._margin = self._across = self._justification = self._raster_offset = 0
        self.forget()

    def forget(self) -> None:
        """Drop what is composed and not printed."""
        self._line = b""
        self._graphic: Rows | None = None

    def obey(self, step: Step) -> None:
        """Do one step. The mechanism has finished what came before."""
        match step:
            case Rows():
                self._load(step)
            case Text(characters):
                self._compose(characters)
            case Raster():
                self._begin_raster(step)
            case Command(name, parameters):
                command = self._commands.get(name)
                if command:
                    command(parameters)

    # --- print and feed ---------------------------------------------------------------------------------

    def _begin_raster(self, raster: Raster) -> None:
        if self._line:
            self._print_line(0)
        self._raster_offset = self._offset(dots.raster_width(raster))
        self._across = 0

    def _load(self, rows: Rows) -> None:
        self._mechanism.load(dots.raster(rows, stride=self._mechanism.stride, offset=self._raster_offset))

    def _offset(self, wide: int) -> int:
        spare = max(0, self._mechanism.width - self._margin - wide)
        return self._margin + self._across + (0, spare // 2, spare)[self._justification]

    def _compose(self, characters: bytes) -> None:
        fit = (self._mechanism.width - self._margin) // dots.CELL_WIDTH
        self._line += characters
        while len(self._line) > fit:
            rest, self._line = self._line[fit:], self._line[:fit]
            self._print_line(self._spacing)
            self._line = rest

    def _print_line(self, spacing: int) -> None:
        if self._line:
            stride = self._mechanism.stride
            offset = self._offset(len(self._line) * dots.CELL_WIDTH)
            self._mechanism.load(dots.line(self._line, stride=stride, offset=offset))
            spacing = max(0, spacing - dots.CELL_HEIGHT)
            self._line = b""
        self._across = 0
        self._feed(spacing)

    def _feed(self, rows: int) -> None:
        self._mechanism.load(dots.blank(rows, stride=self._mechanism.stride))

    def _feed_lines(self, count: int) -> None:
        self._print_line(self._spacing)
        self._feed(self._spacing * (count - 1))

    def _print_and_feed(self, rows: int) -> None:
        self._print_line(0)
        self._feed(rows)

    def _select_cut(self, parameters: bytes) -> None:
        # 65, 66: feed n, then cut. 103, 104 would draw the paper back afterwards, 97, 98 cut later: not here.
        self._cut(self._vertical(parameters[1]) if parameters[0] in (65, 66, 103, 104) else 0)

    def _cut(self, rows: int) -> None:
        self._print_and_feed(rows)
        self._mechanism.cut()

    # --- settings ---------------------------------------------------------------------------------------

    def _vertical(self, units: int) -> int:
        return units * _DOTS_AN_INCH // self._units[1]

    def _horizontal(self, units: bytes) -> int:
        return int.from_bytes(units, "little") * _DOTS_AN_INCH // self._units[0]

    def _set_spacing(self, rows: int) -> None:
        self._spacing = rows

    def _justify(self, parameters: bytes) -> None:
        if parameters[0] % 48 <= 2:
            self._justification = parameters[0] % 48

    def _move_across(self, parameters: bytes) -> None:
        self._across = self._horizontal(parameters)

    def _set_motion_units(self, parameters: bytes) -> None:
        self._units = (parameters[0] or _HORIZONTAL, parameters[1] or _VERTICAL)

    def _set_left_margin(self, parameters: bytes) -> None:
        self._margin = min(self._horizontal(parameters), self._mechanism.width)

    def _enable_real_time(self, parameters: bytes) -> None:
        if parameters[:1] == b"\x14":  # m = 20
            for a, b in zip(parameters[1::2], parameters[2::2], strict=False):
                if a in self.real_time_enabled:
                    self.real_time_enabled[a] = b in (1, 49)

    # --- answers ----------------------------------------------------------------------------------------

    def _enable_automatic_status(self, parameters: bytes) -> None:
        self.automatic_items = parameters[0]
        if self.automatic_items:
            self._transmit(self.automatic(self._mechanism.condition)[0], Reply.AUTOMATIC)

    def _answer_process_id(self, parameters: bytes) -> None:
        identifier = parameters[2:]
        known = self._process_ids and parameters[:2] == b"00" and len(identifier) == 4
        if known and all(0x20 <= byte <= 0x7E for byte in identifier):
            self._transmit(b"\x37\x22" + identifier + b"\x00", Reply.PROCESS_ID)

    def _identify(self, parameters: bytes) -> None:
        named = {66: _MAKER, 67: f"DEMO {self._mechanism.width}", 65: "1.00"}
        if self._name:
            named[68] = serial_number(self._name)
        # 2: type, bit 1 is the cutter.
        bytes_ = {1: b"\x02", 49: b"\x02", 2: b"\x02", 50: b"\x02", 3: b"\x01", 51: b"\x01"}
        n = parameters[0]
        if n in named:
            self._block(named[n])
        elif n in bytes_:
            self._transmit(bytes_[n], Reply.ANSWER)

    def _count(self, parameters: bytes) -> None:
        kind, counter = parameters[0], int.from_bytes(parameters[2:4], "little")
        rows, cuts = self._mechanism.counters.told
        known = {20: rows // _LINE_SPACING, 50: cuts}
        if kind == 0x32 and counter % 128 in known:
            self._block(str(known[counter % 128]))

    def _block(self, text: str) -> None:
        self._transmit(b"\x5f" + text.encode("ascii", "replace") + b"\x00", Reply.ANSWER)

    def _tell(self, text: str) -> None:
        self._transmit(text.encode("ascii"), Reply.ANSWER)

    def _present(self, parameters: bytes) -> None:
        match parameters[0]:
            case 2:
                self._mechanism.retract()
            case 5:
                self._mechanism.eject()
            case 6:
                self._transmit(status.presenter_status(self._mechanism.condition), Reply.ANSWER)

    # --- graphics ---------------------------------------------------------------------------------------

    def _graphics(self, parameters: bytes) -> None:
        match parameters[:2]:
            case b"0p":  # fn 112: a bx by c xL xH yL yH and the dots
                across, rows = (int.from_bytes(parameters[at : at + 2], "little") for at in (6, 8))
                raster = Raster((across + 7) // 8, rows, wide=parameters[3] == 2, tall=parameters[4] == 2)
                if len(parameters) - 10 == raster.stride * rows:
                    self._graphic = Rows(raster, parameters[10:])
            case b"0\x02" | b"02":  # fn 2 and 50: print what is stored
                if self._graphic:
                    self._begin_raster(self._graphic.raster)
                    self._load(self._graphic)
                    self._graphic = None
