"""What goes over the pipes between the kiosk and the process that holds the module: a kind and a few fields.

Bytes go to and from the descriptors themselves: a buffered file would keep a copy of the PIN.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

MOST_FOUND = 60
"""Certificates in a message, whose fields are counted in one byte."""


class Kind(Enum):
    """Of a message."""

    FOUND = b"F"
    """Child: four fields a certificate (`Found`)."""
    SIGN = b"S"
    """Kiosk: slot, id of the key, mechanism, what is to be signed, length of the PIN, which follows bare."""
    SIGNED = b"D"
    """Child: the signature as the module made it."""
    FAILED = b"E"
    """Child: the return value, the step at which it came, and the token's flags afterwards."""


class Step(Enum):
    """Where the child was when a call failed."""

    LOAD = 0
    LOOK = 1
    LOGIN = 2
    SIGN = 3


class Broken(Exception):
    """The other side has gone, or what it says makes no sense."""


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """A certificate on a token, by which its key is found."""

    slot: int
    flags: int
    """Of the token (PKCS#11 2.40, 3.2: CK_TOKEN_INFO)."""
    id: bytes
    certificate: bytes
    """X.509, DER."""

    def __repr__(self) -> str:
        return "Found(…)"


def number(value: int) -> bytes:
    """A CK_ULONG as a field."""
    return value.to_bytes(8)


def send(pipe: int, kind: Kind, fields: Sequence[bytes]) -> None:
    """Write one message. Raises `Broken`."""
    _write(pipe, kind.value + bytes([len(fields)]))
    for field in fields:
        _write(pipe, len(field).to_bytes(2))
        _write(pipe, field)


def receive(pipe: int) -> tuple[Kind, list[bytes]]:
    """Read one message. Raises `Broken`."""
    head = read(pipe, 2)
    try:
        kind = Kind(bytes(head[:1]))
    except ValueError:
        raise Broken from None
    return kind, [bytes(read(pipe, int.from_bytes(read(pipe, 2)))) for _ in range(head[1])]


def send_secret(pipe: int, secret: bytearray) -> None:
    """Write it from where it lies. Raises `Broken`."""
    _write(pipe, secret)


def read(pipe: int, count: int) -> bytearray:
    """Exactly so many bytes, read into the place that is given back. Raises `Broken`."""
    place = bytearray(count)
    done = 0
    with memoryview(place) as view:
        while done < count:
            try:
                got = os.readv(pipe, [view[done:]])
            except OSError:
                raise Broken from None
            if not got:
                raise Broken
            done += got
    return place


def _write(pipe: int, content: bytes | bytearray) -> None:
    """Raises `Broken`."""
    with memoryview(content) as view:
        done = 0
        while done < len(view):
            try:
                done += os.write(pipe, view[done:])
            except OSError:
                raise Broken from None
