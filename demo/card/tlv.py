"""Data objects as tag, length and value (ISO/IEC 7816-4, 6.3; ASN.1 BER)."""

from __future__ import annotations

from collections.abc import Iterator


class MalformedObject(ValueError):
    """The bytes are no sequence of data objects. Carries no bytes: they may be personal."""


def encode(tag: int, *values: bytes) -> bytes:
    """One data object; its value is `values` one after the other."""
    value = b"".join(values)
    return tag.to_bytes((tag.bit_length() + 7) // 8 or 1) + _length(len(value)) + value


def _length(count: int) -> bytes:
    if count < 0x80:
        return bytes([count])
    octets = count.to_bytes((count.bit_length() + 7) // 8)
    return bytes([0x80 | len(octets)]) + octets


def objects(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Each tag with its value, in order. Raises `MalformedObject`."""
    at = 0
    while at < len(content):
        tag, at = _read_tag(content, at)
        count, at = _read_length(content, at)
        if at + count > len(content):
            raise MalformedObject
        yield tag, content[at : at + count]
        at += count


def _read_tag(content: bytes, at: int) -> tuple[int, int]:
    tag = content[at]
    at += 1
    if tag & 0x1F == 0x1F:
        while True:
            if at >= len(content):
                raise MalformedObject
            tag = tag << 8 | content[at]
            at += 1
            if not tag & 0x80:
                break
    return tag, at


def _read_length(content: bytes, at: int) -> tuple[int, int]:
    if at >= len(content):
        raise MalformedObject
    first = content[at]
    if first < 0x80:
        return first, at + 1
    octets = first & 0x7F
    if not 1 <= octets <= 3 or at + 1 + octets > len(content):
        raise MalformedObject
    return int.from_bytes(content[at + 1 : at + 1 + octets]), at + 1 + octets
