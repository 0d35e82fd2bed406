"""PACE's integrated mapping: from two nonces to a generator that nobody chose (ICAO 9303-11, 4.4.3.3.2)."""

from __future__ import annotations

from devices.card.emrtd.curves import Curve, Point
from devices.card.emrtd.suites import Suite
from devices.card.emrtd.tlv import Malformed

CONSTANTS = {  # c0 and c1 by the bytes of the nonce s
    16: (
        bytes.fromhex("A668892A7C41E3CA739F40B057D85904"),
        bytes.fromhex("A4E136AC725F738B01C1F60217C188AD"),
    ),
    32: (
        bytes.fromhex("D463D65234124EF7897054986DCA0A174E28DF758CBAA03F240616414D5A1676"),
        bytes.fromhex("54BD7255F0AAF831BEC3423FCF39D69B6CBF066677D0FAAE5AADD99DF8E53517"),
    ),
}


def generator(suite: Suite, curve: Curve, s: bytes, t: bytes) -> Point:
    """The generator of the nonces `s`, which only who knows the password sees, and `t`, which all see."""
    return point(curve, pseudo_random(suite, s, t, curve.p.bit_length()) % curve.p)


def pseudo_random(suite: Suite, s: bytes, t: bytes, bits: int) -> int:
    """R(s, t), with at least `bits` and 64 more (figure 2)."""
    constants = CONSTANTS.get(len(s))
    if constants is None or len(s) < suite.key_size:
        raise Malformed("a nonce of another length than the cipher asks for")
    c0, c1 = constants
    iv, key, output = bytes(suite.block), suite.encrypt(t, bytes(suite.block), s), b""
    while len(output) * 8 < bits + 64:
        key = key[: suite.key_size]
        output += suite.encrypt(key, iv, c1)
        key = suite.encrypt(key, iv, c0)
    return int.from_bytes(output)


def point(curve: Curve, t: int) -> Point:
    """f_G: the point that belongs to a number below p, where p is 3 modulo 4 (ICAO 9303-11, appendix B.2)."""
    p, a, b = curve.p, curve.a, curve.b
    alpha = -t * t % p
    try:
        x2 = -b * pow(a, -1, p) * (1 + pow(alpha + alpha * alpha, -1, p)) % p
    except ValueError:
        raise Malformed("a number that has no point, as chance would not give") from None
    x3 = alpha * x2 % p
    h2 = (x2**3 + a * x2 + b) % p
    root = pow(h2, p - 1 - (p + 1) // 4, p)
    if root * root * h2 % p == 1:
        return Point(x2, root * h2 % p)
    return Point(x3, root * pow(t, 3, p) * h2 % p)
