"""DER as certificates and signed data are written (ITU-T X.690, 10): one way to write a thing, one error.

BER's other ways (indefinite or padded lengths) are refused: two readers could see two documents in them.
Nothing here calls itself, so depth costs nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from devices.card.trust.doubt import Contradiction

BOOLEAN, INTEGER, BIT_STRING, OCTET_STRING, NULL, OBJECT_IDENTIFIER = 0x01, 0x02, 0x03, 0x04, 0x05, 0x06
UTC_TIME, GENERALIZED_TIME, SEQUENCE, SET = 0x17, 0x18, 0x30, 0x31

_UTC_TIME = re.compile(rb"(\d{10})(\d\d)?(Z|[+-]\d{4})")
_GENERALIZED_TIME = re.compile(rb"(\d{12})(\d\d)?(Z|[+-]\d{4})")


class Malformed(Contradiction):
    """The bytes are not DER, or not of the form that the standard gives."""


@dataclass(frozen=True, slots=True)
class Element:
    """One data value."""

    tag: int
    value: bytes = field(repr=False)
    whole: bytes = field(repr=False)
    """With tag and length: what is signed, and what is compared."""


class Fields:
    """The elements of a constructed value, taken in order."""

    def __init__(self, octets: bytes) -> None:
        self._elements = elements(octets)
        self._at = 0

    def peek(self) -> int:
        """The tag of the next element; 0 where there is none."""
        return self._elements[self._at].tag if self._at < len(self._elements) else 0

    def take(self, tag: int) -> Element:
        """The next element, which must have this tag."""
        found = self.maybe(tag)
        if found is None:
            raise Malformed("another element than the standard gives")
        return found

    def maybe(self, tag: int) -> Element | None:
        """The next element where it has this tag."""
        if self.peek() != tag:
            return None
        self._at += 1
        return self._elements[self._at - 1]

    def rest(self) -> tuple[Element, ...]:
        """All that have not been taken."""
        left, self._at = self._elements[self._at :], len(self._elements)
        return left

    def end(self) -> None:
        """Nothing may be left."""
        if self._at != len(self._elements):
            raise Malformed("more elements than the standard gives")


def element(octets: bytes) -> Element:
    """The one element that `octets` is, to its last byte."""
    found, end = _read(octets, 0)
    if end != len(octets):
        raise Malformed("bytes behind the end")
    return found


def elements(octets: bytes) -> tuple[Element, ...]:
    """Every element of `octets`."""
    found, at = [], 0
    while at < len(octets):
        one, at = _read(octets, at)
        found.append(one)
    return tuple(found)


def only(octets: bytes, tag: int) -> Element:
    """The one element that `octets` is, which must have this tag."""
    found = element(octets)
    if found.tag != tag:
        raise Malformed("another element than the standard gives")
    return found


def oid(dotted: str) -> bytes:
    """The value of an object identifier, so that constants can be written as standards write them."""
    first, second, *others = (int(part) for part in dotted.split("."))
    octets = bytearray()
    for number in (40 * first + second, *others):
        digits = [number & 0x7F]
        while number := number >> 7:
            digits.append(0x80 | number & 0x7F)
        octets += bytes(reversed(digits))
    return bytes(octets)


def integer(one: Element) -> int:
    """A whole number of any sign. (Serial numbers of old certificates are negative, or padded.)"""
    if not one.value:
        raise Malformed("a number without digits")
    return int.from_bytes(one.value, signed=True)


def boolean(one: Element) -> bool:
    """True or false. (Some countries write true as 01.)"""
    if len(one.value) != 1:
        raise Malformed("neither true nor false")
    return one.value != b"\x00"


def bits(one: Element) -> bytes:
    """The bytes of a bit string that has whole bytes."""
    if one.value[:1] != b"\x00":
        raise Malformed("bits that are not whole bytes")
    return one.value[1:]


def named_bits(one: Element) -> frozenset[int]:
    """The numbers of the bits that are set."""
    if not one.value or one.value[0] > 7:
        raise Malformed("a bit string without its first byte")
    octets = one.value[1:]
    return frozenset(at for at in range(8 * len(octets)) if octets[at // 8] & 0x80 >> at % 8)


def moment(one: Element) -> datetime:
    """UTCTime or GeneralizedTime as certificates have them (RFC 5280, 4.1.2.5).

    Old ones leave out the seconds, or tell the difference from UTC.
    """
    pattern = {UTC_TIME: _UTC_TIME, GENERALIZED_TIME: _GENERALIZED_TIME}.get(one.tag)
    parts = pattern.fullmatch(one.value) if pattern else None
    if not parts:
        raise Malformed("no time as certificates have it")
    century = (b"19" if one.value >= b"50" else b"20") if one.tag == UTC_TIME else b""
    text = century + parts[1] + (parts[2] or b"00") + parts[3]
    try:
        return datetime.strptime(text.decode("ascii"), "%Y%m%d%H%M%S%z").astimezone(UTC)
    except (ValueError, OverflowError):
        raise Malformed("a time that there is not") from None


def encode(tag: int, value: bytes) -> bytes:
    """The element with this tag and value."""
    size = len(value)
    if size < 0x80:
        return bytes([tag, size]) + value
    octets = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(octets)]) + octets + value


def _read(octets: bytes, start: int) -> tuple[Element, int]:
    """The element that begins at `start`, and where it ends."""
    if start + 2 > len(octets):
        raise Malformed("an element that is cut")
    tag, size = octets[start], octets[start + 1]
    at = start + 2
    if tag & 0x1F == 0x1F or not tag:
        raise Malformed("a tag that certificates do not have")
    if size & 0x80:
        count = size & 0x7F
        if not 1 <= count <= 4 or at + count > len(octets):
            raise Malformed("an indefinite, huge or cut length")
        size = int.from_bytes(octets[at : at + count])
        if size < 0x80 or size >> 8 * (count - 1) == 0:
            raise Malformed("a length that is not the shortest")
        at += count
    end = at + size
    if end > len(octets):
        raise Malformed("an element longer than what holds it")
    return Element(tag, octets[at:end], octets[start:end]), end
