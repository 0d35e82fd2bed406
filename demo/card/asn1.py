"""ASN.1 values in DER, as far as certificates and signed data need them (ITU-T X.690)."""

from __future__ import annotations

from datetime import datetime

from demo.card import tlv

NULL = b"\x05\x00"


def sequence(*parts: bytes) -> bytes:
    return tlv.encode(0x30, *parts)


def set_of(*parts: bytes) -> bytes:
    """Sorted, as DER wants (X.690, 11.6)."""
    return tlv.encode(0x31, *sorted(parts))


def oid(dotted: str) -> bytes:
    first, second, *others = (int(part) for part in dotted.split("."))
    return tlv.encode(0x06, b"".join(map(_base_128, (40 * first + second, *others))))


def _base_128(number: int) -> bytes:
    octets = bytes([number & 0x7F])
    while number := number >> 7:
        octets = bytes([0x80 | number & 0x7F]) + octets
    return octets


def integer(number: int) -> bytes:
    return tlv.encode(0x02, number.to_bytes(number.bit_length() // 8 + 1, signed=True))


def boolean(true: bool) -> bytes:
    return tlv.encode(0x01, b"\xff" if true else b"\x00")


def octet_string(octets: bytes) -> bytes:
    return tlv.encode(0x04, octets)


def bit_string(octets: bytes) -> bytes:
    return tlv.encode(0x03, b"\x00", octets)


def named_bits(*numbers: int) -> bytes:
    """A bit string with these bits set, as short as it can be (X.690, 11.2.2)."""
    most = max(numbers)
    octets = bytearray(most // 8 + 1)
    for number in numbers:
        octets[number // 8] |= 0x80 >> number % 8
    return tlv.encode(0x03, bytes([7 - most % 8]), bytes(octets))


def utf8(text: str) -> bytes:
    return tlv.encode(0x0C, text.encode())


def printable(text: str) -> bytes:
    return tlv.encode(0x13, text.encode("ascii"))


def time(moment: datetime) -> bytes:
    """UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5)."""
    if moment.year < 2050:
        return tlv.encode(0x17, moment.strftime("%y%m%d%H%M%SZ").encode())
    return tlv.encode(0x18, moment.strftime("%Y%m%d%H%M%SZ").encode())


def context(number: int, *parts: bytes) -> bytes:
    """A constructed value with a tag of its own: explicit around one, implicit instead of a set's."""
    return tlv.encode(0xA0 | number, *parts)
