"""Signed data of a demo country: EF.SOD, EF.CardSecurity, master lists (RFC 5652; ICAO 9303-10, 4.6.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from demo.card import tlv
from demo.card.asn1 import context, integer, octet_string, oid, sequence, set_of
from demo.card.signing import SigningKey, digest_algorithm, hashed

SIGNED_DATA = "1.2.840.113549.1.7.2"
LDS_SECURITY_OBJECT = "2.23.136.1.1.1"
MASTER_LIST = "2.23.136.1.1.2"
SECURITY_INFOS = "0.4.0.127.0.7.3.2.1"
CONTENT_TYPE, MESSAGE_DIGEST = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: a key, and the certificate that it shows."""

    key: SigningKey
    certificate: bytes

    @property
    def by_number(self) -> bytes:
        """IssuerAndSerialNumber, as they stand in the certificate."""
        (_, whole), *_ = tlv.objects(self.certificate)
        (_, inner), *_ = tlv.objects(whole)
        parts = [tlv.encode(tag, value) for tag, value in tlv.objects(inner)]
        return sequence(parts[3], parts[1])


def attribute(dotted: str, *values: bytes) -> bytes:
    return sequence(oid(dotted), set_of(*values))


def attributes(content: bytes, digest: str, content_type: str = LDS_SECURITY_OBJECT) -> list[bytes]:
    """The signed attributes (RFC 5652, 11)."""
    return [
        attribute(CONTENT_TYPE, oid(content_type)),
        attribute(MESSAGE_DIGEST, octet_string(hashed(digest, content))),
    ]


def signed(
    content: bytes,
    signer: Signer,
    *,
    content_type: str = LDS_SECURITY_OBJECT,
    digest: str = "",
    signed_attributes: Sequence[bytes] | None = None,
    identifier: bytes = b"",
    algorithm: bytes = b"",
    certificates: Sequence[bytes] | None = None,
    signature: bytes | None = None,
    signers: int = 1,
) -> bytes:
    """ContentInfo. What is given stands there instead of what is right; no attributes at all where empty."""
    used = digest or signer.key.digest
    said = attributes(content, used, content_type) if signed_attributes is None else signed_attributes
    to_sign = set_of(*said) if said else content
    shown = [signer.certificate] if certificates is None else certificates
    information = sequence(
        integer(3 if identifier[:1] == b"\x80" else 1),
        identifier or signer.by_number,
        digest_algorithm(used),
        *([context(0, *sorted(said))] if said else []),
        algorithm or signer.key.algorithm,
        octet_string(signer.key.sign(to_sign) if signature is None else signature),
    )
    data = sequence(
        integer(3),
        set_of(digest_algorithm(used)),
        sequence(oid(content_type), context(0, octet_string(content))),
        *([context(0, *shown)] if shown else []),
        set_of(*[information] * signers),
    )
    return sequence(oid(SIGNED_DATA), context(0, data))


def security_object(groups: Mapping[int, bytes], digest: str = "sha256", said: str = "") -> bytes:
    """LDSSecurityObject: the hashes of the data groups (9303-10, 4.6.2.3). `said` is announced instead."""
    listed = (
        sequence(integer(number), octet_string(hashed(digest, group)))
        for number, group in sorted(groups.items())
    )
    return sequence(integer(0), digest_algorithm(said or digest), sequence(*listed))


def file(signed_data: bytes) -> bytes:
    """EF.SOD around it (9303-10, 4.6.2)."""
    return tlv.encode(0x77, signed_data)


def master_list(certificates: Sequence[bytes]) -> bytes:
    """CscaMasterList (9303-12, 9.2)."""
    return sequence(integer(0), set_of(*certificates))
