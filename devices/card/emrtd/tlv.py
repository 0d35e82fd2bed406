"""BER-TLV as chips write it (ISO/IEC 7816-4, 5.2.2): strict bounds, definite lengths, one error."""

from __future__ import annotations

from dataclasses import dataclass, field

LONGEST_HEADER = 8
"""Bytes in the longest tag and length that are read here."""


class Malformed(Exception):
    """The chip's bytes are not what the standard says. The text never holds any of them."""


@dataclass(frozen=True, slots=True)
class Tlv:
    """One data object."""

    tag: int
    """Its tag as it stands in the bytes, 5F1F for example."""
    value: bytes = field(repr=False)


def declared_length(head: bytes) -> int:
    """Length in bytes of the whole data object that begins with `head`, header included."""
    _, start, length = _header(head)
    return start + length


def read(octets: bytes) -> tuple[Tlv, bytes]:
    """The first data object of `octets`, and what follows it."""
    tag, start, length = _header(octets)
    end = start + length
    if end > len(octets):
        raise Malformed("a data object is longer than what holds it")
    return Tlv(tag, octets[start:end]), octets[end:]


def objects(octets: bytes) -> tuple[Tlv, ...]:
    """All data objects of `octets`, to its last byte."""
    found = []
    while octets:
        one, octets = read(octets)
        found.append(one)
    return tuple(found)


def only(octets: bytes, tag: int) -> bytes:
    """The value of the one data object that `octets` is."""
    one, rest = read(octets)
    if one.tag != tag or rest:
        raise Malformed("another data object than expected")
    return one.value


def find(octets: bytes, tag: int) -> bytes | None:
    """The value of the first data object with `tag` among those of `octets`."""
    return next((one.value for one in objects(octets) if one.tag == tag), None)


def need(octets: bytes, tag: int) -> bytes:
    """As `find`, where its absence is malformed."""
    value = find(octets, tag)
    if value is None:
        raise Malformed("a data object is missing")
    return value


def encode(tag: int, value: bytes) -> bytes:
    """A data object with the shortest length field."""
    size = len(value)
    if size < 0x80:
        length = bytes([size])
    else:
        octets = size.to_bytes((size.bit_length() + 7) // 8)
        length = bytes([0x80 | len(octets)]) + octets
    return tag.to_bytes((tag.bit_length() + 7) // 8 or 1) + length + value


def _header(octets: bytes) -> tuple[int, int, int]:
    """Tag, where the value starts, and its length."""
    at = 1
    if octets[:1] and octets[0] & 0x1F == 0x1F:
        while octets[at : at + 1] and octets[at] & 0x80:
            at += 1
        at += 1
    if at > 3:
        raise Malformed("a tag of more than three bytes")
    if at >= len(octets):
        raise Malformed("a data object without its header")
    tag = int.from_bytes(octets[:at])
    first = octets[at]
    at += 1
    if first < 0x80:
        return tag, at, first
    size = first & 0x7F
    if not 1 <= size <= 4:
        raise Malformed("an indefinite or huge length")
    if at + size > len(octets):
        raise Malformed("a length that is cut")
    return tag, at + size, int.from_bytes(octets[at : at + size])
