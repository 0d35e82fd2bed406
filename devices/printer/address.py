"""Where a printer is: on the network, on a serial line, behind a device file, on USB."""

from __future__ import annotations

import re
import termios
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import parse_qsl, urlsplit

RAW_PORT = 9100
SPEEDS = {
    9600: termios.B9600,
    19200: termios.B19200,
    38400: termios.B38400,
    57600: termios.B57600,
    115200: termios.B115200,
    230400: termios.B230400,
}
"""By bits a second."""
Flow = Literal["rtscts", "xonxoff", "none"]
RIGHT = (
    "a printer's address is tcp://HOST:PORT, serial:///dev/NAME?baud=115200&flow=rtscts, file:///dev/usb/lp0 "
    "or usb://VVVV:PPPP/SERIAL"
)
_USB = re.compile(r"usb://([0-9a-f]{4}):([0-9a-f]{4})(?:/([A-Za-z0-9._-]+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TcpAddress:
    """A printer on the network."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class SerialAddress:
    """A printer on a serial line: 8 bits, no parity, one stop bit."""

    path: Path
    baud: int
    flow: Flow
    """How the printer says that it takes no more: by a wire, by XOFF, or not at all."""


@dataclass(frozen=True, slots=True)
class FileAddress:
    """A printer behind a device file of the kernel's own, like usblp's."""

    path: Path


@dataclass(frozen=True, slots=True)
class UsbAddress:
    """A printer on USB by its numbers; looked for in `sysfs`, opened in `dev`."""

    vendor: str
    product: str
    serial: str
    """Empty: the only one of these numbers."""
    sysfs: Path = Path("/sys")
    dev: Path = Path("/dev")


Address = TcpAddress | SerialAddress | FileAddress | UsbAddress


def parse_address(address: str) -> Address:
    """The address that a setting means. The port is 9100 where none is given. Raises ValueError."""
    if usb := _USB.fullmatch(address):
        return UsbAddress(usb[1].lower(), usb[2].lower(), usb[3] or "")
    parts = urlsplit(address)
    given = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    if parts.scheme == "tcp" and parts.hostname and not (parts.path or parts.query or parts.username):
        return TcpAddress(parts.hostname, RAW_PORT if parts.port is None else parts.port)
    if parts.scheme == "file" and parts.path.startswith("/") and not (parts.netloc or parts.query):
        return FileAddress(Path(parts.path))
    if parts.scheme == "serial" and parts.path.startswith("/") and not parts.netloc:
        return _serial(Path(parts.path), given)
    raise ValueError(RIGHT)


def _serial(path: Path, given: dict[str, str]) -> SerialAddress:
    baud, flow = given.pop("baud", "115200"), given.pop("flow", "rtscts")
    for known in get_args(Flow):
        if flow == known and baud in map(str, SPEEDS) and not given:
            return SerialAddress(path, int(baud), known)
    raise ValueError(RIGHT)


def seconds_on_the_way(address: Address, size: int) -> float:
    """How long `size` bytes need at least, where the line is what is slow: ten bits a byte."""
    return size * 10 / address.baud if isinstance(address, SerialAddress) else 0.0
