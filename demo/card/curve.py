"""Points of the two curves that the demo chips map on: `cryptography` adds no points, and PACE needs it."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import ec

Point = tuple[int, int]
_Jacobian = tuple[int, int, int]
_INFINITY: _Jacobian = (1, 1, 0)


class NotOnCurve(ValueError):
    """The bytes are no point of this curve. Carries no bytes."""


@dataclass(frozen=True, slots=True)
class Curve:
    """y² = x³ + ax + b over the prime p, with a generator of the prime order n (cofactor 1)."""

    parameter_id: int
    """9303-11, table 6: standardised domain parameters."""
    named: ec.EllipticCurve
    p: int
    a: int
    b: int
    generator: Point
    n: int

    @property
    def octets(self) -> int:
        """Bytes of a coordinate."""
        return (self.p.bit_length() + 7) // 8

    def encode(self, point: Point) -> bytes:
        """Uncompressed (BSI TR-03111, 3.2.1)."""
        return b"\x04" + b"".join(coordinate.to_bytes(self.octets) for coordinate in point)

    def decode(self, octets: bytes) -> Point:
        """Raises `NotOnCurve`."""
        if len(octets) != 1 + 2 * self.octets or octets[0] != 4:
            raise NotOnCurve
        x = int.from_bytes(octets[1 : 1 + self.octets])
        y = int.from_bytes(octets[1 + self.octets :])
        if x >= self.p or y >= self.p or (y * y - (x * x + self.a) * x - self.b) % self.p:
            raise NotOnCurve
        return x, y

    def multiply(self, scalar: int, point: Point) -> Point:
        """Raises `NotOnCurve` where the result is the point at infinity."""
        return self._affine(self._multiply(scalar, (*point, 1)))

    def multiply_and_add(self, scalar: int, point: Point, other: Point) -> Point:
        """`scalar`·`point` + `other`. Raises `NotOnCurve` where the result is the point at infinity."""
        return self._affine(self._add(self._multiply(scalar, (*point, 1)), (*other, 1)))

    def _multiply(self, scalar: int, point: _Jacobian) -> _Jacobian:
        table = [_INFINITY, point]
        for _ in range(14):
            table.append(self._add(table[-1], point))
        total = _INFINITY
        for shift in range((scalar.bit_length() + 3) // 4 * 4 - 4, -1, -4):
            for _ in range(4):
                total = self._double(total)
            digit = scalar >> shift & 15
            if digit:
                total = self._add(total, table[digit])
        return total

    def _double(self, point: _Jacobian) -> _Jacobian:
        p = self.p
        x, y, z = point
        yy = y * y % p
        s = 4 * x * yy % p
        zz = z * z % p
        m = (3 * x * x + self.a * zz * zz) % p
        doubled = (m * m - 2 * s) % p
        return doubled, (m * (s - doubled) - 8 * yy * yy) % p, 2 * y * z % p

    def _add(self, one: _Jacobian, other: _Jacobian) -> _Jacobian:
        p = self.p
        x1, y1, z1 = one
        x2, y2, z2 = other
        if not z1:
            return other
        if not z2:
            return one
        zz1, zz2 = z1 * z1 % p, z2 * z2 % p
        u1, u2 = x1 * zz2 % p, x2 * zz1 % p
        s1, s2 = y1 * z2 * zz2 % p, y2 * z1 * zz1 % p
        if u1 == u2:
            return self._double(one) if s1 == s2 else _INFINITY
        h = u2 - u1
        hh = h * h % p
        hhh = h * hh % p
        r = s2 - s1
        v = u1 * hh % p
        x3 = (r * r - hhh - 2 * v) % p
        return x3, (r * (v - x3) - s1 * hhh) % p, h * z1 * z2 % p

    def _affine(self, point: _Jacobian) -> Point:
        x, y, z = point
        if not z:
            raise NotOnCurve
        inverse = pow(z, -1, self.p)
        square = inverse * inverse % self.p
        return x * square % self.p, y * square * inverse % self.p


P256 = Curve(
    parameter_id=12,
    named=ec.SECP256R1(),
    p=0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF,
    a=0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFC,
    b=0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
    generator=(
        0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
        0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
    ),
    n=0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
)
BRAINPOOL_P256R1 = Curve(
    parameter_id=13,
    named=ec.BrainpoolP256R1(),
    p=0xA9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377,
    a=0x7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9,
    b=0x26DC5C6CE94A4B44F330B5D9BBD77CBF958416295CF7E1CE6BCCDC18FF8C07B6,
    generator=(
        0x8BD2AEB9CB7E57CB2C4B482FFC81B7AFB9DE27E1E3BD23C23A4453BD9ACE3262,
        0x547EF835C3DAC4FD97F8461A14611DC9C27745132DED8E545C1D54C72F046997,
    ),
    n=0xA9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7,
)
