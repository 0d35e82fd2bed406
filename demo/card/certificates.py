"""Certificates and revocation lists of a demo country, written out (RFC 5280; ICAO 9303-12, 7).

By hand, since libraries refuse to write what a forger would, and explicit curve parameters.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from demo.card import tlv
from demo.card.asn1 import (
    bit_string,
    boolean,
    context,
    integer,
    named_bits,
    octet_string,
    oid,
    printable,
    sequence,
    set_of,
    time,
    utf8,
)
from demo.card.signing import SigningKey

FROM = datetime(2010, 1, 1, tzinfo=UTC)
UNTIL = datetime(2045, 1, 1, tzinfo=UTC)
"""Long enough for every document of the demo town, the expired ones too."""

DIGITAL_SIGNATURE, KEY_CERT_SIGN, CRL_SIGN = 0, 5, 6
"""RFC 5280, 4.2.1.3."""


@dataclass(frozen=True, slots=True)
class Validity:
    since: datetime = FROM
    until: datetime = UNTIL


def name(country: str, common_name: str) -> bytes:
    return sequence(
        set_of(sequence(oid("2.5.4.6"), printable(country))),
        set_of(sequence(oid("2.5.4.10"), utf8("Zona Blava Demo"))),
        set_of(sequence(oid("2.5.4.3"), utf8(common_name))),
    )


def extension(dotted: str, value: bytes, critical: bool = False) -> bytes:
    return sequence(oid(dotted), *([boolean(True)] if critical else []), octet_string(value))


def key_usage(*bits: int) -> bytes:
    return extension("2.5.29.15", named_bits(*bits), critical=True)


def authority_constraints() -> bytes:
    """basicConstraints of an authority whose signers are no authorities."""
    return extension("2.5.29.19", sequence(boolean(True), integer(0)), critical=True)


def key_identifier(key: SigningKey) -> bytes:
    """RFC 5280, 4.2.1.2, method 1, but over the whole key info: any bytes will do that are the key's own."""
    return hashlib.sha1(key.info, usedforsecurity=False).digest()


def subject_key(key: SigningKey) -> bytes:
    return extension("2.5.29.14", octet_string(key_identifier(key)))


def authority_key(key: SigningKey) -> bytes:
    return extension("2.5.29.35", sequence(tlv.encode(0x80, key_identifier(key))))


def document_types(*codes: str) -> bytes:
    """9303-12, 7.1.1.6."""
    listed = set_of(*(printable(code) for code in codes))
    return extension("2.23.136.1.1.6.2", sequence(integer(0), listed))


def extended_usage(dotted: str) -> bytes:
    return extension("2.5.29.37", sequence(oid(dotted)), critical=True)


def certificate(
    subject: bytes,
    key: SigningKey,
    issuer: bytes,
    signer: SigningKey,
    extensions: Sequence[bytes],
    *,
    serial: int | None = None,
    validity: Validity = Validity(),
    algorithm: bytes = b"",
) -> bytes:
    """`signer` signs that `subject` has `key`; `algorithm` stands outside instead of the signer's."""
    signed = sequence(
        context(0, integer(2)),
        integer(secrets.randbits(63) | 1 if serial is None else serial),
        signer.algorithm,
        issuer,
        sequence(time(validity.since), time(validity.until)),
        subject,
        key.info,
        *([context(3, sequence(*extensions))] if extensions else []),
    )
    return sequence(signed, algorithm or signer.algorithm, bit_string(signer.sign(signed)))


def revocation_list(
    issuer: bytes, signer: SigningKey, serials: Sequence[int], extensions: Sequence[bytes] = ()
) -> bytes:
    """RFC 5280, 5.1."""
    revoked = [sequence(integer(serial), time(FROM), *extensions) for serial in serials]
    signed = sequence(
        integer(1),
        signer.algorithm,
        issuer,
        time(FROM),
        time(UNTIL),
        *([sequence(*revoked)] if revoked else []),
    )
    return sequence(signed, signer.algorithm, bit_string(signer.sign(signed)))


class Authority:
    """A country signing authority (9303-12, 7.1.1): it certifies document signers."""

    def __init__(
        self,
        country: str,
        key: SigningKey,
        common_name: str = "Zona Blava Demo CSCA",
        validity: Validity = Validity(),
    ) -> None:
        self.country, self.key, self.name = country, key, name(country, common_name)
        self.certificate = certificate(
            self.name, key, self.name, key, authority_extensions(key, key), validity=validity
        )

    def certify(
        self,
        key: SigningKey,
        *,
        extensions: Sequence[bytes] | None = None,
        country: str = "",
        serial: int | None = None,
        validity: Validity = Validity(),
    ) -> bytes:
        """The certificate of a document signer with `key`."""
        subject = name(country or self.country, "Zona Blava Demo Document Signer")
        chosen = self.signer_extensions() if extensions is None else extensions
        return certificate(subject, key, self.name, self.key, chosen, serial=serial, validity=validity)

    def signer_extensions(self, *more: bytes) -> list[bytes]:
        """9303-12, table 6."""
        return [key_usage(DIGITAL_SIGNATURE), authority_key(self.key), *more]

    def link_to(self, newer: Authority, serial: int | None = None) -> bytes:
        """A link certificate: the key of today vouches for that of tomorrow (9303-12, 4.2)."""
        return certificate(
            newer.name,
            newer.key,
            self.name,
            self.key,
            authority_extensions(newer.key, self.key),
            serial=serial,
        )


def authority_extensions(key: SigningKey, signer: SigningKey) -> list[bytes]:
    return [
        key_usage(KEY_CERT_SIGN, CRL_SIGN),
        authority_constraints(),
        subject_key(key),
        authority_key(signer),
    ]
