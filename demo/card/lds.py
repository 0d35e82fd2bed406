"""The files of a document: the logical data structure of ICAO 9303-10, and DG13 as the DNIe has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from demo.card import tlv
from demo.card.face import data_group_2
from demo.card.holders import Holder

APPLICATION = bytes.fromhex("A0000002471001")
"""9303-10, 4.1: LDS1 eMRTD application."""

EF_DIR = 0x2F00
EF_ATR_INFO = 0x2F01
EF_CARD_ACCESS = 0x011C
EF_CARD_SECURITY = 0x011D
EF_COM = 0x011E
EF_SOD = 0x011D

_TAGS = {1: 0x61, 2: 0x75, 3: 0x63, 11: 0x6B, 13: 0x6D, 14: 0x6E, 15: 0x6F}
"""9303-10, table 36."""


def data_group_file(number: int) -> int:
    """The file identifier of a data group (9303-10, table 36)."""
    return 0x0100 + number


def short_identifier(file: int) -> int:
    """9303-10, tables 30 and 36: the last five bits, but for EF.DIR."""
    return 0x1E if file == EF_DIR else file & 0x1F


def card_access(*infos: bytes) -> bytes:
    """EF.CardAccess: SecurityInfos (9303-11, 9.2)."""
    return tlv.encode(0x31, *infos)


def directory() -> bytes:
    """EF.DIR (9303-10, 3.11.2)."""
    return tlv.encode(0x61, tlv.encode(0x4F, APPLICATION))


def atr_info(longest: int) -> bytes:
    """EF.ATR/INFO: extended length, and the most bytes of a command and of an answer (9303-10, 3.11.1)."""
    capabilities = tlv.encode(0x47, bytes.fromhex("9401E0"))  # ISO/IEC 7816-4, tables 123 to 125
    most = tlv.encode(0x02, longest.to_bytes(2))
    return capabilities + tlv.encode(0x7F66, most, most)


def common(numbers: Iterable[int]) -> bytes:
    """EF.COM: LDS 1.7, Unicode 4.0, the data groups that there are (9303-10, 4.6.1)."""
    return tlv.encode(
        0x60,
        tlv.encode(0x5F01, b"0107"),
        tlv.encode(0x5F36, b"040000"),
        tlv.encode(0x5C, bytes(_TAGS[number] for number in numbers)),
    )


def data_groups(holder: Holder, infos: Iterable[bytes], active_key: bytes = b"") -> Mapping[int, bytes]:
    """The data groups that a document of this kind has, by number.

    `infos` are those of EF.CardAccess and of the chip's keys; `active_key` is for active authentication.
    """
    security = tuple(infos)
    groups = {1: _mrz(holder), 2: data_group_2()}
    if holder.kind != "passport":
        groups |= {3: _no_fingers(), 11: _personal_details(holder)}
    if holder.kind == "dni":
        groups[13] = _spanish_details(holder)
    if security:
        groups[14] = tlv.encode(_TAGS[14], card_access(*security))
    if active_key:
        groups[15] = tlv.encode(_TAGS[15], active_key)
    return groups


def _mrz(holder: Holder) -> bytes:
    zone = holder.zone
    lines = zone.td3() if holder.kind == "passport" else zone.td1()
    return tlv.encode(_TAGS[1], tlv.encode(0x5F1F, lines.encode("ascii")))


def _no_fingers() -> bytes:
    """DG3 without a fingerprint (9303-10, 4.7.3): only an inspection system may read it anyway."""
    return tlv.encode(_TAGS[3], tlv.encode(0x7F61, tlv.encode(0x02, b"\x00")))


def _personal_details(holder: Holder) -> bytes:
    """DG11 (9303-10, 4.7.11): names as they are written, with their diacritics."""
    fields = {
        0x5F0E: _filled(holder.surnames) + "<<" + _filled(holder.given_names),
        0x5F10: holder.number,
        0x5F2B: holder.birth_date.strftime("%Y%m%d"),
        0x5F11: _joined(holder.birth_town, holder.birth_region),
    }
    if holder.address:
        fields[0x5F42] = _joined(holder.address.street, holder.address.town, holder.address.province)
    return tlv.encode(
        _TAGS[11],
        tlv.encode(0x5C, *(tag.to_bytes(2) for tag in fields)),
        *(tlv.encode(tag, text.encode()) for tag, text in fields.items()),
    )


def _spanish_details(holder: Holder) -> bytes:
    """DG13 of the DNIe: sixteen strings in this order. No standard says so; those who read it do."""
    address = holder.address
    texts = (
        holder.surname1,
        holder.surname2,
        holder.given_names,
        f"{holder.number[:-1]}-{holder.number[-1]}",
        holder.birth_date.strftime("%d %m %Y"),
        holder.nationality,
        holder.expiry.strftime("%d %m %Y"),
        holder.support,
        holder.sex,
        holder.birth_town,
        holder.birth_region,
        "",  # the parents' names: the demo town knows none
        *((address.street, address.town, address.province, "España") if address else ("", "", "", "")),
    )
    strings = (tlv.encode(0x0C, text.upper().encode()) for text in texts)
    return tlv.encode(_TAGS[13], tlv.encode(0x30, *strings))


def _filled(names: str) -> str:
    return "<".join(names.upper().split())


def _joined(*parts: str) -> str:
    return "<".join(part.upper() for part in parts if part)
