"""What the files of the logical data structure hold: lists, zone, names and hashes (ICAO 9303-10, 4)."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from devices.card.emrtd import tlv
from devices.card.emrtd.security_infos import signed_content
from devices.card.emrtd.tlv import Malformed

GROUPS = {  # ICAO 9303-10, table 38: tag of each data group
    0x61: 1,
    0x75: 2,
    0x63: 3,
    0x76: 4,
    0x65: 5,
    0x66: 6,
    0x67: 7,
    0x68: 8,
    0x69: 9,
    0x6A: 10,
    0x6B: 11,
    0x6C: 12,
    0x6D: 13,
    0x6E: 14,
    0x6F: 15,
    0x70: 16,
}
TAG_LIST, ZONE, FULL_NAME = 0x5C, 0x5F1F, 0x5F0E
INTEGER, OCTET_STRING, OID, UTF8_STRING, SEQUENCE = 0x02, 0x04, 0x06, 0x0C, 0x30

DIGESTS = {  # DER contents of the object identifiers
    bytes.fromhex("2B0E03021A"): "sha1",
    bytes.fromhex("608648016503040201"): "sha256",
    bytes.fromhex("608648016503040202"): "sha384",
    bytes.fromhex("608648016503040203"): "sha512",
    bytes.fromhex("608648016503040204"): "sha224",
}

CONTROL_PAIR = re.compile(r"[\x00-\x1f\x7f-\x9f]{2}")


@dataclass(frozen=True, slots=True, repr=False)
class Names:
    """A person's names with their diacritics."""

    surnames: str
    given_names: str

    def __repr__(self) -> str:
        return "Names(…)"


@dataclass(frozen=True, slots=True)
class DeclaredHashes:
    """The hashes that the document security object declares, by data group."""

    digest: str
    of_groups: Mapping[int, bytes] = field(repr=False)

    def agree(self, groups: Mapping[int, bytes]) -> bool:
        """True where each of `groups` has the hash that is declared for it."""
        return all(
            hmac.compare_digest(hashlib.new(self.digest, content).digest(), self.of_groups.get(number, b""))
            for number, content in groups.items()
        )


NO_HASHES = DeclaredHashes("sha256", {})
"""With which no data group agrees."""


def groups_in(com: bytes) -> frozenset[int]:
    """The numbers of the data groups that EF.COM lists."""
    return frozenset(GROUPS[tag] for tag in tlv.need(tlv.only(com, 0x60), TAG_LIST) if tag in GROUPS)


def zone_in(dg1: bytes) -> str:
    """The machine readable zone, its lines one after the other."""
    try:
        return tlv.need(tlv.only(dg1, 0x61), ZONE).decode("ascii")
    except UnicodeDecodeError:
        raise Malformed("a zone that is not ASCII") from None


def names_in_dg11(dg11: bytes) -> Names | None:
    """The full name in national letters, or None where it is absent or its two parts are not told apart."""
    name = tlv.find(tlv.only(dg11, 0x6B), FULL_NAME)
    if name is None:
        return None
    surnames, apart, given_names = _text(name).partition("<<")
    return _names(surnames, given_names) if apart else None


def names_in_dg13(dg13: bytes) -> Names | None:
    """The names in the DNIe's own data group: 1 and 2 are the surnames, 3 the given names.

    Its layout is not published. Open source splits it at pairs of control characters, which is what headers
    of UTF8Strings below 32 bytes look like: so such strings are tried first, and pairs after them.
    """
    content = tlv.only(dg13, 0x6D)
    fields = ["", *_strings(content)]
    if len(fields) < 4:
        fields = CONTROL_PAIR.split(_text(content))
    if len(fields) < 4:
        return None
    return _names(f"{fields[1]} {fields[2]}", fields[3])


def hashes_in(sod: bytes) -> DeclaredHashes:
    """The LDS security object in EF.SOD (ICAO 9303-10, 4.6.2; 9303-12 says who signs it)."""
    return _declared(tlv.only(signed_content(tlv.only(sod, 0x77)), SEQUENCE))


def _declared(security_object: bytes) -> DeclaredHashes:
    """LDSSecurityObject: version, hash algorithm, hashes (ICAO 9303-10, 4.6.2.3)."""
    sequences = [one.value for one in tlv.objects(security_object) if one.tag == SEQUENCE]
    if len(sequences) < 2:
        raise Malformed("a security object without its hashes")
    algorithm, hashes = sequences[:2]  # a third one tells the version from LDS 1.8 on
    digest = DIGESTS.get(tlv.need(algorithm, OID))
    if digest is None:
        raise Malformed("an unknown hash algorithm")
    return DeclaredHashes(
        digest,
        {
            int.from_bytes(tlv.need(one.value, INTEGER)): tlv.need(one.value, OCTET_STRING)
            for one in tlv.objects(hashes)
        },
    )


def _strings(content: bytes) -> list[str]:
    """The texts of `content`, where it is a list of UTF8Strings, in a sequence or not."""
    try:
        found = tlv.objects(content)
        if [one.tag for one in found] == [SEQUENCE]:
            found = tlv.objects(found[0].value)
    except Malformed:
        return []
    return [_text(one.value) for one in found] if all(one.tag == UTF8_STRING for one in found) else []


def _text(octets: bytes) -> str:
    return octets.decode("utf-8", errors="replace")


def _names(surnames: str, given_names: str) -> Names | None:
    """Names that may be shown: composed letters, single spaces, nothing that is not one."""
    parts = [
        unicodedata.normalize("NFC", " ".join(part.replace("<", " ").split()))
        for part in (surnames, given_names)
    ]
    if not parts[0] or not all(part.isprintable() and "\ufffd" not in part for part in parts):
        return None
    return Names(*parts)
