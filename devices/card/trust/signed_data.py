"""CMS signed data (RFC 5652) as EF.SOD, EF.CardSecurity and master lists are: one signer, signed attributes.

ICAO 9303-12, 8.1 and 9, are stricter than CMS. What they rule out is refused here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes

from devices.card.trust import der
from devices.card.trust.algorithms import Scheme, algorithm, digest, hashed, scheme, verify
from devices.card.trust.certificate import Certificate, certificate
from devices.card.trust.der import (
    INTEGER,
    OBJECT_IDENTIFIER,
    OCTET_STRING,
    SEQUENCE,
    SET,
    Element,
    Fields,
    Malformed,
    oid,
)
from devices.card.trust.doubt import Contradiction, NotKnown
from devices.card.trust.keys import public_key
from devices.card.trust.names import Name, name

SIGNED_DATA = oid("1.2.840.113549.1.7.2")
CONTENT_TYPE = oid("1.2.840.113549.1.9.3")
MESSAGE_DIGEST = oid("1.2.840.113549.1.9.4")
MOST_CERTIFICATES = 16
"""More than this are in no document; a master list holds its authorities as content."""


@dataclass(frozen=True, slots=True)
class SignedData:
    """One signer's word on some content."""

    content_type: bytes
    content: bytes = field(repr=False)
    certificates: tuple[Certificate, ...] = field(repr=False)
    signer: Signer = field(repr=False)


@dataclass(frozen=True, slots=True)
class Signer:
    """SignerInfo (RFC 5652, 5.3)."""

    name: Name | None
    """Of the issuer of the signer's certificate, with its number; None where the key identifier names it."""
    serial: int
    key_identifier: bytes
    digest: Element
    """Its AlgorithmIdentifier."""
    attributes: bytes = field(repr=False)
    """The elements of the signed attributes; empty where there are none."""
    algorithm: Element
    signature: bytes = field(repr=False)
    digest_is_listed: bool


def signed_data(octets: bytes) -> SignedData:
    """What is in this ContentInfo; raises Malformed, Contradiction or NotKnown."""
    outer = Fields(der.only(octets, SEQUENCE).value)
    if outer.take(OBJECT_IDENTIFIER).value != SIGNED_DATA:
        raise Contradiction("no signed data")
    inner = Fields(der.only(outer.take(0xA0).value, SEQUENCE).value)
    outer.end()
    if der.integer(inner.take(INTEGER)) != 3:  # RFC 5652, 5.1: the content is none of CMS's own
        raise NotKnown("a version of signed data")
    listed = {algorithm(one).name for one in der.elements(inner.take(SET).value)}
    enclosed = Fields(inner.take(SEQUENCE).value)
    content_type = enclosed.take(OBJECT_IDENTIFIER).value
    content = der.only(enclosed.take(0xA0).value, OCTET_STRING).value
    enclosed.end()
    certificates = inner.maybe(0xA0)
    inner.maybe(0xA1)  # revocation lists: those of the country count, not those of the document
    signers = der.elements(inner.take(SET).value)
    inner.end()
    if len(signers) != 1:  # ICAO 9303-12, 8.1 recommends one
        raise NotKnown("other than one signer")
    return SignedData(
        content_type,
        content,
        tuple(_certificates(certificates.value)) if certificates else (),
        _signer(signers[0], listed),
    )


def signers_certificate(data: SignedData) -> Certificate:
    """The certificate that the signer names; raises NotKnown where there is none at all."""
    if not data.certificates:
        raise NotKnown("signed data without its signer's certificate")
    signer = data.signer
    for one in data.certificates:
        # By the letter, not by what it means: it was copied from there, if into another encoding.
        same_name = signer.name is not None and one.issuer.text == signer.name.text
        by_number = same_name and one.issuer == signer.name and one.serial == signer.serial
        by_key = bool(signer.key_identifier) and one.key_identifier == signer.key_identifier
        if by_number or by_key:
            return one
    raise Contradiction("signed data with the certificate of another signer")


def check_content(data: SignedData, expected_type: bytes) -> None:
    """The attributes speak of this very content, of the expected type (RFC 5652, 5.4 and 11).

    Content that is not CMS's own must have them; without them, signed attributes could pass for content.
    """
    if data.content_type != expected_type:
        raise Contradiction("content of another type")
    attributes = _attributes(data.signer.attributes)
    if _single(attributes, CONTENT_TYPE, OBJECT_IDENTIFIER) != expected_type:
        raise Contradiction("attributes of a content of another type")
    if _single(attributes, MESSAGE_DIGEST, OCTET_STRING) != hashed(_digest(data.signer), data.content):
        raise Contradiction("attributes of another content")


def check_signature(data: SignedData, by: Certificate) -> None:
    """The signed attributes are signed by the key of `by`."""
    used = _scheme(data.signer)
    if not data.signer.digest_is_listed:
        raise NotKnown("a hash algorithm that the signed data do not list")
    signed = der.encode(SET, data.signer.attributes)
    verify(public_key(by.key), used, data.signer.signature, signed)


def _certificates(octets: bytes) -> list[Certificate]:
    found = der.elements(octets)
    if len(found) > MOST_CERTIFICATES:
        raise NotKnown("more certificates than documents have")
    return [certificate(one.whole) for one in found]


def _signer(one: Element, listed: set[bytes]) -> Signer:
    fields = Fields(der.only(one.whole, SEQUENCE).value)
    version = der.integer(fields.take(INTEGER))
    issuer, serial, key_identifier = None, 0, b""
    if by_key := fields.maybe(0x80):
        key_identifier = by_key.value
    else:
        named = Fields(fields.take(SEQUENCE).value)
        issuer, serial = name(named.take(SEQUENCE)), der.integer(named.take(INTEGER))
        named.end()
    if version != (1 if issuer else 3):  # RFC 5652, 5.3
        raise NotKnown("a version of signer information")
    digest_algorithm = fields.take(SEQUENCE)
    attributes = fields.maybe(0xA0)
    signature_algorithm, signature = fields.take(SEQUENCE), fields.take(OCTET_STRING).value
    fields.maybe(0xA1)  # unsigned attributes: anybody may have written them
    fields.end()
    return Signer(
        name=issuer,
        serial=serial,
        key_identifier=key_identifier,
        digest=digest_algorithm,
        attributes=attributes.value if attributes else b"",
        algorithm=signature_algorithm,
        signature=signature,
        digest_is_listed=algorithm(digest_algorithm).name in listed,
    )


def _attributes(octets: bytes) -> dict[bytes, tuple[Element, ...]]:
    """The values of each attribute, none of which may stand there twice (RFC 5652, 5.3)."""
    found: dict[bytes, tuple[Element, ...]] = {}
    for one in der.elements(octets):
        fields = Fields(der.only(one.whole, SEQUENCE).value)
        kind, values = fields.take(OBJECT_IDENTIFIER).value, fields.take(SET)
        fields.end()
        if kind in found:
            raise Malformed("an attribute that stands there twice")
        found[kind] = der.elements(values.value)
    return found


def _single(attributes: dict[bytes, tuple[Element, ...]], kind: bytes, tag: int) -> bytes:
    values = attributes.get(kind, ())
    if len(values) != 1 or values[0].tag != tag:
        raise Contradiction("a signed attribute that is not there once")
    return values[0].value


def _digest(signer: Signer) -> hashes.HashAlgorithm:
    return digest(algorithm(signer.digest))


def _scheme(signer: Signer) -> Scheme:
    return scheme(algorithm(signer.algorithm), _digest(signer))
