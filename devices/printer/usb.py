"""Which device file the kernel gave to a printer on USB; see docs/decisions/0007."""

from __future__ import annotations

from pathlib import Path

from devices.printer.address import UsbAddress


def device_file(address: UsbAddress) -> Path | None:
    """The file of the printer with these numbers; None where there is none, or more than one to choose from.

    sysfs: /sys/class/usbmisc/lp0 has `device`, a link to the interface; above it is the device with its
    numbers. `uevent` names the file in /dev.
    """
    found = [
        address.dev / name
        for entry in sorted((address.sysfs / "class/usbmisc").glob("lp*"))
        if _is(address, (entry / "device").resolve().parent) and (name := _name(entry))
    ]
    return found[0] if len(found) == 1 else None


def _is(address: UsbAddress, device: Path) -> bool:
    numbers = _read(device / "idVendor"), _read(device / "idProduct")
    right = numbers == (address.vendor, address.product)
    return right and address.serial in ("", _read(device / "serial"))


def _name(entry: Path) -> str:
    for line in _read(entry / "uevent").splitlines():
        key, _, value = line.partition("=")
        if key == "DEVNAME":
            return value
    return ""


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
