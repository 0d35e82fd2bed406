"""The elliptic curves of documents, with the two operations that PACE's mapping needs beyond ECDH.

Every multiplication is OpenSSL's own, in constant time, and refuses a point that is not on the curve.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec

from devices.card.emrtd.tlv import Malformed


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a curve that is not the one at infinity."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Curve:
    """y² = x³ + ax + b over the integers modulo p; the group has prime order."""

    named: ec.EllipticCurve
    p: int
    a: int
    b: int

    @property
    def size(self) -> int:
        """Bytes in a coordinate."""
        return (self.p.bit_length() + 7) // 8

    @property
    def order_size(self) -> int:
        """Bytes in a number below the order."""
        return (self.named.group_order.bit_length() + 7) // 8

    def random_scalar(self) -> int:
        """An ephemeral private key; its successor is one too."""
        return secrets.randbelow(self.named.group_order - 2) + 1

    def decode(self, octets: bytes) -> Point:
        """The point that the chip sent, uncompressed (BSI TR-03111, 3.2.1)."""
        if len(octets) != 1 + 2 * self.size or octets[0] != 0x04:
            raise Malformed("a point that is not uncompressed")
        try:
            numbers = ec.EllipticCurvePublicKey.from_encoded_point(self.named, octets).public_numbers()
        except ValueError:
            raise Malformed("a point that is not on the curve") from None
        return Point(numbers.x, numbers.y)

    def encode(self, point: Point) -> bytes:
        """The point as it is sent."""
        return b"\x04" + point.x.to_bytes(self.size) + point.y.to_bytes(self.size)

    def times_generator(self, scalar: int) -> Point:
        """scalar · G."""
        reduced = scalar % self.named.group_order
        if not reduced:
            raise Malformed("a scalar that gives the point at infinity")
        numbers = ec.derive_private_key(reduced, self.named).public_key().public_numbers()
        return Point(numbers.x, numbers.y)

    def shared(self, scalar: int, point: Point) -> bytes:
        """The x coordinate of scalar · point: what ECDH calls the shared secret."""
        peer = ec.EllipticCurvePublicNumbers(point.x, point.y, self.named).public_key()
        return ec.derive_private_key(scalar, self.named).exchange(ec.ECDH(), peer)

    def times(self, scalar: int, point: Point) -> Point:
        """scalar · point, for a scalar below the order less one.

        ECDH gives x alone. With the x of the next multiple, y follows (Brier and Joye, PKC 2002, prop. 3).
        """
        x = int.from_bytes(self.shared(scalar, point))
        beyond = int.from_bytes(self.shared(scalar + 1, point))
        above = 2 * self.b + (self.a + point.x * x) * (point.x + x) - beyond * (point.x - x) ** 2
        return Point(x, above * pow(2 * point.y, -1, self.p) % self.p)

    def add(self, one: Point, other: Point) -> Point:
        """one + other, for two points that are neither equal nor opposite."""
        if one.x == other.x:
            raise Malformed("two points that chance would not give")
        slope = (other.y - one.y) * pow(other.x - one.x, -1, self.p) % self.p
        x = (slope * slope - one.x - other.x) % self.p
        return Point(x, (slope * (one.x - x) - one.y) % self.p)


def _nist(named: ec.EllipticCurve, p: int, b: int) -> Curve:
    return Curve(named, p, p - 3, b)  # FIPS 186-4, D.1.2


def _number(*digits: str) -> int:
    return int("".join(digits), 16)


# ICAO 9303-11, 9.5.1. Brainpool P192, P224 and P320 (9, 11, 14) are in no OpenSSL that cryptography ships.
_BY_NUMBER = {
    8: _nist(
        ec.SECP192R1(),
        2**192 - 2**64 - 1,
        0x64210519E59C80E70FA7E9AB72243049FEB8DEECC146B9B1,
    ),
    10: _nist(
        ec.SECP224R1(),
        2**224 - 2**96 + 1,
        0xB4050A850C04B3ABF54132565044B0B7D7BFD8BA270B39432355FFB4,
    ),
    12: _nist(
        ec.SECP256R1(),
        2**256 - 2**224 + 2**192 + 2**96 - 1,
        0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
    ),
    13: Curve(
        ec.BrainpoolP256R1(),
        0xA9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377,
        0x7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9,
        0x26DC5C6CE94A4B44F330B5D9BBD77CBF958416295CF7E1CE6BCCDC18FF8C07B6,
    ),
    15: _nist(
        ec.SECP384R1(),
        2**384 - 2**128 - 2**96 + 2**32 - 1,
        _number(
            "B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF"
        ),
    ),
    16: Curve(
        ec.BrainpoolP384R1(),
        _number(
            "8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B412B1DA197FB71123ACD3A729901D1A71874700133107EC53"
        ),
        _number(
            "7BC382C63D8C150C3C72080ACE05AFA0C2BEA28E4FB22787139165EFBA91F90F8AA5814A503AD4EB04A8C7DD22CE2826"
        ),
        _number(
            "04A8C7DD22CE28268B39B55416F0447C2FB77DE107DCD2A62E880EA53EEB62D57CB4390295DBC9943AB78696FA504C11"
        ),
    ),
    17: Curve(
        ec.BrainpoolP512R1(),
        _number(
            "AADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA70330871"
            "7D4D9B009BC66842AECDA12AE6A380E62881FF2F2D82C68528AA6056583A48F3"
        ),
        _number(
            "7830A3318B603B89E2327145AC234CC594CBDD8D3DF91610A83441CAEA9863BC"
            "2DED5D5AA8253AA10A2EF1C98B9AC8B57F1117A72BF2C7B9E7C1AC4D77FC94CA"
        ),
        _number(
            "3DF91610A83441CAEA9863BC2DED5D5AA8253AA10A2EF1C98B9AC8B57F1117A7"
            "2BF2C7B9E7C1AC4D77FC94CADC083E67984050B75EBAE5DD2809BD638016F723"
        ),
    ),
    18: _nist(
        ec.SECP521R1(),
        2**521 - 1,
        _number(
            "0051953EB9618E1C9A1F929A21A0B68540EEA2DA725B99B315F3B8B489918EF1"
            "09E156193951EC7E937B1652C0BD3BB1BF073573DF883D2C34F1EF451FD46B50"
            "3F00"
        ),
    ),
}


def _here(curve: Curve) -> bool:
    """Whether the OpenSSL of this machine has it; a system's own build may lack the two smallest."""
    try:
        ec.derive_private_key(1, curve.named)
    except UnsupportedAlgorithm:
        return False
    return True


STANDARDISED = {number: curve for number, curve in _BY_NUMBER.items() if _here(curve)}
"""Standardised domain parameters by their number, as far as they can be computed with here."""
