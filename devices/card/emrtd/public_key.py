"""A chip's public key in a SubjectPublicKeyInfo, its curve named or spelled out (RFC 5280, 4.1)."""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.card.emrtd import tlv
from devices.card.emrtd.curves import STANDARDISED, Curve, Point
from devices.card.emrtd.security_infos import INTEGER, OID, SEQUENCE
from devices.card.emrtd.tlv import Malformed, Tlv

RSA_ENCRYPTION = bytes.fromhex("2A864886F70D010101")  # RFC 8017, appendix C
EC_PUBLIC_KEY = bytes.fromhex("2A8648CE3D0201")  # RFC 5480, 2.1.1
PRIME_FIELD = bytes.fromhex("2A8648CE3D0101")  # X9.62
STANDARDISED_PARAMETERS = bytes.fromhex("04007F00070102")  # BSI TR-03110-3, A.2.1.1
BIT_STRING, OCTET_STRING = 0x03, 0x04

NAMED = {  # DER contents of the curves' object identifiers (RFC 5480, 2.1.1.1; RFC 5639, 4.1): their numbers
    "2A8648CE3D030101": 8,
    "2B81040021": 10,
    "2A8648CE3D030107": 12,
    "2B2403030208010107": 13,
    "2B81040022": 15,
    "2B240303020801010B": 16,
    "2B240303020801010D": 17,
    "2B81040023": 18,
}
LARGEST_MODULUS, LARGEST_EXPONENT = 8192, 64
"""Bits beyond which a key would only keep us busy."""


@dataclass(frozen=True, slots=True)
class EcKey:
    """A point of a curve that is known here."""

    curve: Curve
    point: Point = field(repr=False)


@dataclass(frozen=True, slots=True)
class RsaKey:
    """Modulus and exponent."""

    modulus: int = field(repr=False)
    exponent: int

    @property
    def size(self) -> int:
        """Bytes of a signature."""
        return (self.modulus.bit_length() + 7) // 8


def public_key(info: Tlv) -> EcKey | RsaKey | None:
    """The key of a SubjectPublicKeyInfo; None where its kind or its curve is not known here."""
    algorithm, key = _two(info, SEQUENCE, SEQUENCE, BIT_STRING)
    parts = tlv.objects(algorithm.value)
    if not parts or parts[0].tag != OID or key.value[:1] != b"\0":
        raise Malformed("a public key without its algorithm")
    if parts[0].value == RSA_ENCRYPTION:
        return _rsa(key.value[1:])
    if len(parts) != 2:
        return None
    curve: Curve | None = None
    match parts[0].value:
        case identifier if identifier == EC_PUBLIC_KEY:
            curve = _curve(parts[1])
        case identifier if identifier == STANDARDISED_PARAMETERS:
            curve = STANDARDISED.get(_number(parts[1]))
    return EcKey(curve, curve.decode(key.value[1:])) if curve else None


def _rsa(octets: bytes) -> RsaKey | None:
    """RSAPublicKey (RFC 8017, appendix A.1.1)."""
    pair = tlv.read(octets)[0]
    modulus, exponent = (_number(one) for one in _two(pair, SEQUENCE, INTEGER, INTEGER))
    if modulus.bit_length() > LARGEST_MODULUS or exponent.bit_length() > LARGEST_EXPONENT:
        return None
    if modulus < 3 or exponent < 3:
        raise Malformed("a key that protects nothing")
    return RsaKey(modulus, exponent)


def _curve(parameters: Tlv) -> Curve | None:
    """By its name, or by all its numbers: with a generator of one's own, anybody knows a private key."""
    if parameters.tag == OID:
        return STANDARDISED.get(NAMED.get(parameters.value.hex().upper(), 0))
    if parameters.tag != SEQUENCE:
        return None
    _, field, equation, generator, order, *_ = (*tlv.objects(parameters.value), *[_ABSENT] * 5)
    kind, prime = _two(field, SEQUENCE, OID, INTEGER)
    a, b, *_ = (*tlv.objects(equation.value), _ABSENT, _ABSENT)
    if kind.value != PRIME_FIELD or generator.tag != OCTET_STRING:
        return None
    told = (_number(prime), int.from_bytes(a.value), int.from_bytes(b.value), _number(order))
    for curve in STANDARDISED.values():
        if told == (curve.p, curve.a, curve.b, curve.named.group_order):
            point = curve.times_generator(1)
            compressed = bytes([2 + point.y % 2]) + point.x.to_bytes(curve.size)
            return curve if generator.value in (curve.encode(point), compressed) else None
    return None


_ABSENT = Tlv(0, b"")


def _two(outer: Tlv, tag: int, first: int, second: int) -> tuple[Tlv, Tlv]:
    parts = tlv.objects(outer.value)
    if outer.tag != tag or len(parts) < 2 or (parts[0].tag, parts[1].tag) != (first, second):
        raise Malformed("a key that is built otherwise")
    return parts[0], parts[1]


def _number(one: Tlv) -> int:
    """The value of an INTEGER, which is not negative here."""
    if one.tag != INTEGER or not one.value or one.value[0] & 0x80:
        raise Malformed("a number that is none")
    return int.from_bytes(one.value)
