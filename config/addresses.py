"""Which addresses a kiosk may be given: https to anywhere, plain http to itself, and the ways to printers."""

from __future__ import annotations

import ipaddress
import re

from config.problem import refuse

# Narrow on purpose: nothing that two programs could read in two ways (user info, backslashes, odd spellings
# of an IPv4 address), and nothing that could carry personal data or a secret (query, fragment).
_URL = re.compile(
    r"(?P<scheme>[a-z]+)://(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])"
    r"(?::(?P<port>[0-9]{1,5}))?(?P<path>/[A-Za-z0-9._~/-]*)?"
)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    mapped = isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None
    return address.is_loopback and not mapped


def _port_is_real(port: str | None) -> bool:
    return port is None or 1 <= int(port) <= 65535


def seu_address(given: str) -> str:
    """The address as given; refused unless it is https, or http to this machine."""
    if given == "":
        return given
    right = "https://HOST/PATH, or http://127.0.0.1:PORT for a seu on this machine"
    parts = _URL.fullmatch(given)
    if "@" in given or "?" in given or "#" in given:
        raise refuse("an address holds no user, password or query; a secret has its token_file", right)
    if parts is None or not _port_is_real(parts["port"]):
        raise refuse("this is no address", right)
    if parts["scheme"] == "http" and not _is_loopback(parts["host"]):
        raise refuse("over plain http everybody on the way could read and change what is sent", right)
    if parts["scheme"] not in ("http", "https"):
        raise refuse(f"the seu is not reached over {parts['scheme']}", right)
    return given


PRINTER_RIGHT = (
    "tcp://HOST:PORT, like tcp://192.168.1.40:9100; usb://04b8:0e28 or usb://04b8:0e28/SERIAL; "
    "serial:///dev/ttyUSB0?baud=115200&flow=rtscts; file:///dev/usb/lp0"
)
_DEVICE = r"/dev/(?!.*\.\.)[A-Za-z0-9._:+/-]+"
_PRINTER = re.compile(
    rf"file://{_DEVICE}"
    rf"|serial://{_DEVICE}\?baud=(9600|19200|38400|57600|115200|230400)(&flow=(rtscts|xonxoff|none))?"
    r"|usb://[0-9a-f]{4}:[0-9a-f]{4}(/[A-Za-z0-9._-]{1,64})?"
)


def printer_address(given: str) -> str:
    """The address as given; refused unless it is one of PRINTER_RIGHT."""
    if _PRINTER.fullmatch(given):
        return given
    parts = _URL.fullmatch(given)
    if parts is None or parts["scheme"] != "tcp" or parts["path"] is not None:
        raise refuse("a printer is reached by network, USB, serial line or device file", PRINTER_RIGHT)
    if parts["port"] is None or not _port_is_real(parts["port"]):
        raise refuse("the port is missing or out of range", PRINTER_RIGHT)
    return given


IPP_RIGHT = f"{PRINTER_RIGHT}; ipp://HOST/PATH or ipps://HOST/PATH for an A4 printer that reads PDF"


def document_printer_address(given: str) -> str:
    """The address as given; refused unless it is one of IPP_RIGHT."""
    parts = _URL.fullmatch(given)
    if parts is None or parts["scheme"] not in ("ipp", "ipps"):
        return printer_address(given)
    if parts["path"] is None or not _port_is_real(parts["port"]):
        raise refuse("the path is missing, or the port out of range", IPP_RIGHT)
    return given
