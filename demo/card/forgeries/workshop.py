"""The forger's workshop: an honest document, and the places in which one thing can be made odd."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TypedDict, Unpack

from demo.card import lds, signed
from demo.card.certificates import Authority, Validity
from demo.card.holders import read_holders
from demo.card.signed import Signer
from demo.card.signing import SigningKey, ecdsa

TODAY = date(2026, 11, 26)
GENUINE, EXPIRED, STRANGER = "genuine", "genuine_expired", "issuer_unknown"
UNVERIFIED, FORGED, CLONED = "not_verified", "forged", "cloned"
SERIAL = 0x5A42


@dataclass(frozen=True, slots=True, repr=False)
class Specimen:
    """What a judge is given, and what it must say."""

    verdict: str
    groups: Mapping[int, bytes]
    sod: bytes
    known: Sequence[bytes] = ()
    """Certificates and revocation lists that were imported, in DER."""
    proof: str = "none"
    issuer: str = "ESP"
    expiry: date = date(2031, 5, 20)
    card_security: bytes = b""
    today: date = TODAY

    def __repr__(self) -> str:
        return f"Specimen({self.verdict})"


Make = Callable[[], Specimen]
FORGERIES: dict[str, Make] = {}
"""By what was done to them."""
DOUBTFUL: dict[str, Make] = {}
"""Nothing is wrong with them that could be told, or nothing at all."""


def forgery(make: Make) -> Make:
    FORGERIES[make.__name__] = make
    return make


def doubtful(make: Make) -> Make:
    DOUBTFUL[make.__name__] = make
    return make


@cache
def groups_of(resident: str = "maria") -> Mapping[int, bytes]:
    """The data groups of somebody's document that an ordinary reader reads, without keys of the chip."""
    holder = next(holder for holder in read_holders() if holder.id == resident)
    groups = lds.data_groups(holder, ())
    return {number: groups[number] for number in (1, 2, 11, 13) if number in groups}


@cache
def spain() -> Authority:
    return Authority("ES", ecdsa("P-384", "sha384"))


@cache
def romania() -> Authority:
    return Authority("RO", ecdsa("P-256"))


@cache
def honest_key() -> SigningKey:
    return ecdsa("P-256")


@cache
def signer() -> Signer:
    """An honest document signer of Spain."""
    return Signer(honest_key(), spain().certify(honest_key(), serial=SERIAL))


def content() -> bytes:
    return signed.security_object(groups_of())


class Odd(TypedDict, total=False):
    """What differs from Maria's document in a kiosk that knows Spain and Romania."""

    groups: Mapping[int, bytes]
    known: Sequence[bytes]
    proof: str
    issuer: str
    expiry: date
    card_security: bytes


class OddCertificate(TypedDict, total=False):
    """What differs from the honest signer's certificate."""

    extensions: Sequence[bytes]
    country: str
    validity: Validity


def document(sod: bytes, verdict: str = FORGED, **other: Unpack[Odd]) -> Specimen:
    """Maria's document with this signed data in its EF.SOD."""
    known = (spain().certificate, romania().certificate)
    return replace(Specimen(verdict, groups_of(), signed.file(sod), known), **other)


def by(one: Signer, verdict: str = FORGED, **other: Unpack[Odd]) -> Specimen:
    """Maria's document, signed by another than the honest signer."""
    return document(signed.signed(content(), one), verdict, **other)


def certified(verdict: str = FORGED, **other: Unpack[OddCertificate]) -> Specimen:
    """Signed by an honest key whose certificate is odd."""
    return by(Signer(honest_key(), spain().certify(honest_key(), **other)), verdict)


def genuine(verdict: str = GENUINE, sod: bytes | None = None, **other: Unpack[Odd]) -> Specimen:
    """Maria's document as it should be, but for what is given."""
    honest = by(signer(), verdict, **other)
    return honest if sod is None else replace(honest, sod=sod)


def flipped(octets: bytes, at: int, bit: int = 0x01) -> bytes:
    return octets[:at] + bytes([octets[at] ^ bit]) + octets[at + 1 :]
