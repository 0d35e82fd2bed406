"""What a technician's file holds: certificates, revocation lists and master lists, whatever their wrapping.

Known are DER, PEM, ICAO master lists (ICAO 9303-12, 9; the German one is of this kind), the LDIF files of the
ICAO PKD, and a zip of any of these.
"""

from __future__ import annotations

import base64
import binascii
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from devices.card.trust import der
from devices.card.trust.certificate import Certificate, certificate
from devices.card.trust.der import INTEGER, OBJECT_IDENTIFIER, SEQUENCE, SET, Fields, oid
from devices.card.trust.doubt import Contradiction, NotKnown
from devices.card.trust.revocation import RevocationList, revocation_list
from devices.card.trust.signed_data import SIGNED_DATA, SignedData, signed_data

MASTER_LIST = oid("2.23.136.1.1.2")  # id-icao-cscaMasterList: ICAO 9303-12, 9
LARGEST = 256 << 20
"""Bytes of a file, unpacked. The ICAO PKD's document signers and revocation lists are about 80 MB."""

_ZIP_TROUBLE = (RuntimeError, EOFError, OSError, ValueError)  # secrets, cuts, odd times and names
_PEM = re.compile(rb"-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]+)-----END \1-----")
_PEM_KINDS = (b"CERTIFICATE", b"X509 CERTIFICATE", b"X509 CRL", b"CMS", b"PKCS7")
_LDIF = re.compile(
    rb"^(pkdMasterListContent|CscaMasterListData|userCertificate|cACertificate|certificateRevocationList)"
    rb"(?:;binary)?:: *((?:[A-Za-z0-9+/=]+\r?\n?)(?: [A-Za-z0-9+/=]+\r?\n?)*)",
    re.M | re.I,
)


@dataclass(frozen=True, slots=True)
class MasterList:
    """Country signers of the whole world, as one country collected and signed them."""

    data: SignedData
    certificates: tuple[Certificate, ...] = field(repr=False)
    unread: int
    """Certificates in it that cannot be read."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the file that is none of these."""

    why: str


Offered = Certificate | RevocationList | MasterList | Unread


def offered_in(octets: bytes) -> Iterator[Offered]:
    """Everything in a file, in its order. Never raises."""
    if len(octets) > LARGEST:
        yield Unread(f"more than {LARGEST >> 20} MB")
    elif octets[:4] == b"PK\x03\x04":
        yield from _zipped(octets)
    elif b"-----BEGIN " in octets:
        yield from _armoured(octets)
    elif octets[:1] == b"\x30":
        yield _one(octets)
    else:
        found = _LDIF.findall(octets)
        yield from (_base64(text) for _, text in found)
        if not found:
            yield Unread("neither DER, PEM, LDIF nor zip")


def _armoured(octets: bytes) -> Iterator[Offered]:
    """What stands in PEM."""
    found = _PEM.findall(octets)
    for kind, text in found:
        yield _base64(text) if kind in _PEM_KINDS else Unread("PEM of another kind")
    if not found:
        yield Unread("PEM that cannot be read")


def _zipped(octets: bytes) -> Iterator[Offered]:
    """What the files in a zip hold; a zip in a zip is not opened."""
    left = LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            for member in archive.infolist():
                if member.is_dir():
                    continue
                with archive.open(member) as stream:
                    content = stream.read(left + 1)
                left -= len(content)
                if left < 0:
                    yield Unread(f"a zip with more than {LARGEST >> 20} MB")
                    return
                if content[:4] == b"PK\x03\x04":
                    yield Unread("a zip in a zip")
                else:
                    yield from offered_in(content)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, *_ZIP_TROUBLE):
        yield Unread("a zip that cannot be opened")


def _base64(text: bytes) -> Offered:
    try:
        return _one(base64.b64decode(b"".join(text.split()), validate=True))
    except binascii.Error:
        return Unread("base64 that is none")


def _one(octets: bytes) -> Offered:
    """One thing in DER."""
    try:
        first = Fields(der.only(octets, SEQUENCE).value)
        if first.peek() == OBJECT_IDENTIFIER:
            if first.take(OBJECT_IDENTIFIER).value != SIGNED_DATA:
                return Unread("CMS, but no signed data")
            return _master_list(octets)
        inner = Fields(first.take(SEQUENCE).value)
        # A certificate goes on with its number after its version; a revocation list with its algorithm.
        if inner.maybe(0xA0) or (inner.maybe(INTEGER) and inner.maybe(SEQUENCE) and _is_name(inner)):
            return certificate(octets)
        return revocation_list(octets)
    except (Contradiction, NotKnown) as why:
        return Unread(str(why))


def _is_name(rest: Fields) -> bool:
    """After number and algorithm come the issuer and the validity; in a list a date, which is no sequence."""
    return rest.maybe(SEQUENCE) is not None and rest.peek() == SEQUENCE


def _master_list(octets: bytes) -> Offered:
    """CscaMasterList: version, set of certificates (ICAO 9303-12, 9.2)."""
    data = signed_data(octets)
    if data.content_type != MASTER_LIST:
        return Unread("signed data, but no master list")
    fields = Fields(der.only(data.content, SEQUENCE).value)
    fields.take(INTEGER)
    found, unread = [], 0
    for one in der.elements(fields.take(SET).value):
        try:
            found.append(certificate(one.whole))
        except Contradiction:
            unread += 1
    fields.end()
    return MasterList(data, tuple(found), unread)
