"""SecurityInfos: what a chip says of its protocols and keys, in EF.CardAccess, DG14 and EF.CardSecurity."""

from __future__ import annotations

from dataclasses import dataclass

from asn1crypto import cms

from devices.card.emrtd import tlv
from devices.card.emrtd.tlv import Malformed, Tlv

OID, INTEGER, SEQUENCE, SET = 0x06, 0x02, 0x30, 0x31


@dataclass(frozen=True, slots=True)
class SecurityInfo:
    """One of them (ICAO 9303-11, 9.2): what it is, and its data."""

    oid: bytes
    """DER contents of the object identifier."""
    data: tuple[Tlv, ...]

    def number_at(self, at: int) -> int | None:
        """The INTEGER at this place of its data, or None where there is none."""
        one = self.data[at] if at < len(self.data) else None
        if one is None or one.tag != INTEGER or not one.value or one.value[0] & 0x80:
            return None
        return int.from_bytes(one.value)


def parse(security_infos: bytes) -> tuple[SecurityInfo, ...]:
    """All of a SET. One that does not begin with an object identifier is left out."""
    found = []
    for info in tlv.objects(tlv.only(security_infos, SET)):
        parts = tlv.objects(info.value) if info.tag == SEQUENCE else ()
        if parts and parts[0].tag == OID:
            found.append(SecurityInfo(parts[0].value, parts[1:]))
    return tuple(found)


def in_dg14(dg14: bytes) -> tuple[SecurityInfo, ...]:
    """Those of DG14 (ICAO 9303-10, 4.7.14)."""
    return parse(tlv.only(dg14, 0x6E))


def in_card_security(card_security: bytes) -> tuple[SecurityInfo, ...]:
    """Those that EF.CardSecurity holds under a signature, which is for a judge (ICAO 9303-11, 9.2.11)."""
    return parse(signed_content(card_security))


def signed_content(signed_data: bytes) -> bytes:
    """What a CMS SignedData holds (RFC 5652, 5)."""
    try:
        envelope = cms.ContentInfo.load(signed_data, strict=True)
        if envelope["content_type"].native != "signed_data":
            raise Malformed("another content than signed data")
        return bytes(envelope["content"]["encap_content_info"]["content"].native)
    except (ValueError, TypeError, KeyError, OverflowError):
        raise Malformed("what is no signed data") from None
