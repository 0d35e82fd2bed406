"""Revocation lists of countries (ICAO 9303-12, 7.1.4; RFC 5280, 5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from devices.card.trust import der
from devices.card.trust.algorithms import algorithm, same_algorithm, scheme, verify
from devices.card.trust.certificate import CRL_SIGN, Certificate, extensions_in
from devices.card.trust.der import (
    BIT_STRING,
    GENERALIZED_TIME,
    INTEGER,
    SEQUENCE,
    UTC_TIME,
    Element,
    Fields,
    Malformed,
)
from devices.card.trust.doubt import Contradiction
from devices.card.trust.keys import public_key
from devices.card.trust.names import Name, name


@dataclass(frozen=True, slots=True)
class RevocationList:
    """The certificates that a country has taken back."""

    whole: bytes = field(repr=False)
    signed: bytes = field(repr=False)
    issuer: Name
    this_update: datetime
    next_update: datetime | None
    serials: frozenset[int] = field(repr=False)
    algorithm: Element
    signature: bytes = field(repr=False)

    def check_signed_by(self, authority: Certificate) -> None:
        """Raises Contradiction where `authority` did not sign it or may not; NotKnown if nobody can tell."""
        if authority.key_usage is not None and CRL_SIGN not in authority.key_usage:
            raise Contradiction("a key that may not sign revocation lists")
        verify(public_key(authority.key), scheme(algorithm(self.algorithm)), self.signature, self.signed)


def revocation_list(octets: bytes) -> RevocationList:
    """The list in these bytes; raises Malformed."""
    outer = Fields(der.only(octets, SEQUENCE).value)
    signed, used, signature = outer.take(SEQUENCE), outer.take(SEQUENCE), outer.take(BIT_STRING)
    outer.end()
    inner = Fields(signed.value)
    inner.maybe(INTEGER)
    if not same_algorithm(inner.take(SEQUENCE), used):
        raise Contradiction("two signature algorithms for one signature")
    issuer = name(inner.take(SEQUENCE))
    this_update = _time(inner)
    if this_update is None:
        raise Malformed("a list without its date")
    next_update = _time(inner)
    revoked = inner.maybe(SEQUENCE)
    inner.maybe(0xA0)
    inner.end()
    serials = frozenset(_serials(revoked.value)) if revoked else frozenset[int]()
    return RevocationList(
        octets, signed.whole, issuer, this_update, next_update, serials, used, der.bits(signature)
    )


def _time(fields: Fields) -> datetime | None:
    found = fields.maybe(UTC_TIME) or fields.maybe(GENERALIZED_TIME)
    return der.moment(found) if found else None


def _serials(revoked: bytes) -> Iterator[int]:
    """What is critical in an entry says that it is about another issuer's certificate (RFC 5280, 5.3.3)."""
    for one in der.elements(revoked):
        entry = Fields(der.only(one.whole, SEQUENCE).value)
        serial = der.integer(entry.take(INTEGER))
        if _time(entry) is None:
            raise Malformed("a certificate taken back at no time")
        extensions = entry.maybe(SEQUENCE)
        entry.end()
        if not (extensions and any(found.critical for found in extensions_in(extensions.whole).values())):
            yield serial
