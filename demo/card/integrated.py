"""The integrated mapping of PACE: two nonces give a point (ICAO 9303-11, 4.4.3.3.2 and appendix B.2)."""

from __future__ import annotations

from demo.card.curve import Curve, NotOnCurve, Point
from demo.card.suites import Suite

_SHORT = ("a668892a7c41e3ca739f40b057d85904", "a4e136ac725f738b01c1f60217c188ad")
_LONG = (
    "d463d65234124ef7897054986dca0a174e28df758cbaa03f240616414d5a1676",
    "54bd7255f0aaf831bec3423fcf39d69b6cbf066677d0faae5aadd99df8e53517",
)


def nonce_octets(suite: Suite) -> int:
    """Bytes of s: whole blocks, and no fewer than a key has."""
    return 16 if suite.key_octets == 16 else 32


def map_to_curve(suite: Suite, curve: Curve, s: bytes, t: bytes) -> Point:
    """The mapped generator. Raises `NotOnCurve` for a nonce that has none."""
    return encode(curve, random_number(suite, curve, s, t) % curve.p)


def random_number(suite: Suite, curve: Curve, s: bytes, t: bytes) -> int:
    """R(s, t)."""
    c0, c1 = (bytes.fromhex(constant) for constant in (_SHORT if len(s) == 16 else _LONG))
    count = -(-(curve.p.bit_length() + 64) // (8 * len(s)))
    zero = bytes(suite.block)

    key, blocks = suite.encrypt(t, zero, s), []
    for _ in range(count):
        key = key[: suite.key_octets]
        blocks.append(suite.encrypt(key, zero, c1))
        key = suite.encrypt(key, zero, c0)
    return int.from_bytes(b"".join(blocks))


def encode(curve: Curve, t: int) -> Point:
    """f_G: one of two candidates has a square for y², whose root is a power, as p is 3 modulo 4."""
    p = curve.p
    square = t * t % p
    if square * (square - 1) % p == 0:
        raise NotOnCurve
    fraction = pow(square * (square - 1), -1, p)
    candidate = -curve.b * (1 + fraction) * pow(curve.a, -1, p) % p
    height = (pow(candidate, 3, p) + curve.a * candidate + curve.b) % p
    root = pow(height, (p + 1) // 4, p)
    if root * root % p == height:
        return candidate, root
    return -square * candidate % p, -pow(t, 3, p) * root % p
