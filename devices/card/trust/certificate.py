"""X.509 certificates as countries make them (ICAO 9303-12, 7), without the refusals of stricter libraries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from devices.card.trust import der
from devices.card.trust.algorithms import algorithm, same_algorithm, scheme, verify
from devices.card.trust.der import (
    BIT_STRING,
    BOOLEAN,
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

SUBJECT_KEY_IDENTIFIER = oid("2.5.29.14")
KEY_USAGE = oid("2.5.29.15")
BASIC_CONSTRAINTS = oid("2.5.29.19")
AUTHORITY_KEY_IDENTIFIER = oid("2.5.29.35")
EXTENDED_KEY_USAGE = oid("2.5.29.37")
DOCUMENT_TYPES = oid("2.23.136.1.1.6.2")  # ICAO 9303-12, 7.1.1.6
KNOWN = frozenset(
    {
        SUBJECT_KEY_IDENTIFIER,
        KEY_USAGE,
        BASIC_CONSTRAINTS,
        AUTHORITY_KEY_IDENTIFIER,
        EXTENDED_KEY_USAGE,
        DOCUMENT_TYPES,
        oid("2.5.29.16"),  # private key usage period
        oid("2.5.29.17"),  # subject's other names
        oid("2.5.29.18"),  # issuer's other names
        oid("2.5.29.31"),  # where its revocation lists are
        oid("2.5.29.32"),  # policies
        oid("2.23.136.1.1.6.1"),  # the country signer changed its name
    }
)
"""Extensions that may be critical (RFC 5280, 4.2): looked at, or nothing that a judge would need."""

DIGITAL_SIGNATURE, KEY_CERT_SIGN, CRL_SIGN = 0, 5, 6
"""Bits of key usage (RFC 5280, 4.2.1.3)."""


@dataclass(frozen=True, slots=True)
class Extension:
    """One extension."""

    critical: bool
    value: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says."""

    whole: bytes = field(repr=False)
    signed: bytes = field(repr=False)
    """TBSCertificate: what its signature covers."""
    serial: int
    issuer: Name
    subject: Name
    not_before: datetime
    not_after: datetime
    key: bytes = field(repr=False)
    """SubjectPublicKeyInfo."""
    algorithm: Element
    signature: bytes = field(repr=False)
    extensions: Mapping[bytes, Extension] = field(repr=False)

    @property
    def self_issued(self) -> bool:
        """One name and, as far as it says, one key on both sides: a root, or so it claims."""
        authority = self.authority_key_identifier
        same_key = not authority or not self.key_identifier or authority == self.key_identifier
        return self.issuer == self.subject and same_key

    @property
    def key_identifier(self) -> bytes:
        """Of its own key; empty where it has none."""
        found = self._extension(SUBJECT_KEY_IDENTIFIER)
        return der.only(found, OCTET_STRING).value if found else b""

    @property
    def authority_key_identifier(self) -> bytes:
        """Of the key that signed it; empty where it does not say."""
        found = self._extension(AUTHORITY_KEY_IDENTIFIER)
        identifier = Fields(der.only(found, SEQUENCE).value).maybe(0x80) if found else None
        return identifier.value if identifier else b""

    @property
    def key_usage(self) -> frozenset[int] | None:
        """What the key may be used for; None where it does not say."""
        found = self._extension(KEY_USAGE)
        return der.named_bits(der.only(found, BIT_STRING)) if found else None

    @property
    def is_authority(self) -> bool:
        """Whether it says that it may sign certificates."""
        found = self._extension(BASIC_CONSTRAINTS)
        says = Fields(der.only(found, SEQUENCE).value).maybe(BOOLEAN) if found else None
        return says is not None and der.boolean(says)

    @property
    def may_certify(self) -> bool:
        """Whether it is an authority's; an old root may say so by its key usage alone (RFC 5280, 6.1.1 d)."""
        usage = self.key_usage
        if BASIC_CONSTRAINTS not in self.extensions:
            return self.self_issued and usage is not None and KEY_CERT_SIGN in usage
        return self.is_authority and (usage is None or KEY_CERT_SIGN in usage)

    @property
    def extended_usages(self) -> frozenset[bytes]:
        """The special uses to which it is bound."""
        found = self._extension(EXTENDED_KEY_USAGE)
        return (
            frozenset(one.value for one in Fields(der.only(found, SEQUENCE).value).rest())
            if found
            else frozenset()
        )

    @property
    def document_types(self) -> frozenset[bytes] | None:
        """The document codes that it may sign; None where it does not say (ICAO 9303-12, 7.1.1.6).

        Raises NotKnown where it says so in a form of its own: its country did sign it.
        """
        found = self._extension(DOCUMENT_TYPES)
        if not found:
            return None
        try:
            fields = Fields(der.only(found, SEQUENCE).value)
            fields.take(INTEGER)
            return frozenset(one.value for one in Fields(fields.take(SET).value).rest())
        except Malformed:
            raise NotKnown("a list of document types in another form") from None

    @property
    def unknown_critical(self) -> bool:
        """It asks for something that is not known here (RFC 5280, 4.2)."""
        return any(one.critical and named not in KNOWN for named, one in self.extensions.items())

    def valid_on(self, day: date) -> bool:
        """Whether it is neither too new nor too old."""
        return self.not_before.date() <= day <= self.not_after.date()

    def check_signed_by(self, authority: Certificate) -> None:
        """Raises Contradiction where `authority` did not sign it; NotKnown where nobody can tell."""
        used = scheme(algorithm(self.algorithm))
        verify(public_key(authority.key), used, self.signature, self.signed)

    def _extension(self, named: bytes) -> bytes:
        found = self.extensions.get(named)
        return found.value if found else b""


def certificate(octets: bytes) -> Certificate:
    """What the certificate in these bytes says; raises Malformed."""
    outer = Fields(der.only(octets, SEQUENCE).value)
    signed, used, signature = outer.take(SEQUENCE), outer.take(SEQUENCE), outer.take(BIT_STRING)
    outer.end()
    inner = Fields(signed.value)
    version = inner.maybe(0xA0)
    if version and der.integer(der.only(version.value, INTEGER)) not in (0, 1, 2):
        raise Malformed("a version of certificates that there is not")
    serial = der.integer(inner.take(INTEGER))
    if not same_algorithm(inner.take(SEQUENCE), used):
        raise Contradiction("two signature algorithms for one signature")
    issuer = name(inner.take(SEQUENCE))
    validity = Fields(inner.take(SEQUENCE).value)
    not_before, not_after = (der.moment(one) for one in _pair(validity))
    subject = name(inner.take(SEQUENCE))
    key = inner.take(SEQUENCE).whole
    for unique_identifier in (0x81, 0x82):
        inner.maybe(unique_identifier)
    extensions = inner.maybe(0xA3)
    inner.end()
    found = Certificate(
        octets, signed.whole, serial, issuer, subject, not_before, not_after, key, used, der.bits(signature),
        extensions_in(extensions.value) if extensions else {},
    )  # fmt: skip
    _check_extensions(found)
    return found


def extensions_in(octets: bytes) -> dict[bytes, Extension]:
    """Extensions, each of which may stand there once (RFC 5280, 4.2)."""
    found: dict[bytes, Extension] = {}
    for one in Fields(der.only(octets, SEQUENCE).value).rest():
        fields = Fields(one.value)
        named = fields.take(OBJECT_IDENTIFIER).value
        critical = fields.maybe(BOOLEAN)
        value = fields.take(OCTET_STRING).value
        fields.end()
        if named in found:
            raise Malformed("an extension that stands there twice")
        found[named] = Extension(critical is not None and der.boolean(critical), value)
    return found


def _pair(fields: Fields) -> tuple[Element, Element]:
    both = fields.rest()
    if len(both) != 2:
        raise Malformed("a validity that is no pair of times")
    return both[0], both[1]


def _check_extensions(found: Certificate) -> None:
    """Each that is looked at later can be read: what is wrong shows when the certificate is read."""
    _ = (
        found.key_identifier,
        found.authority_key_identifier,
        found.key_usage,
        found.is_authority,
        found.extended_usages,
    )
