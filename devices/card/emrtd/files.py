"""The chip's elementary files, read in as few commands as it allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from devices.card.emrtd import tlv
from devices.card.emrtd.apdu import SHORT_MOST, read_binary, read_short_file, select_file
from devices.card.emrtd.channel import Channel
from devices.card.emrtd.tlv import Malformed

LARGEST_FILE = 0x8000
"""Bytes that the offset of READ BINARY reaches (ISO/IEC 7816-4, 11.3.3)."""

LENGTH_INFORMATION, INTEGER = 0x7F66, 0x02  # ISO/IEC 7816-4, 12.7.1


@dataclass(frozen=True, slots=True)
class ElementaryFile:
    """Where a file stands, and the tag that it begins with."""

    fid: int
    sfi: int
    tag: int


# ICAO 9303-10, 3 and 4: the first three under the master file, the others in the eMRTD application.
CARD_ACCESS = ElementaryFile(0x011C, 0x1C, 0x31)
ATR_INFO = ElementaryFile(0x2F01, 0x01, LENGTH_INFORMATION)
CARD_SECURITY = ElementaryFile(0x011D, 0x1D, 0x30)
COM = ElementaryFile(0x011E, 0x1E, 0x60)
DG1 = ElementaryFile(0x0101, 0x01, 0x61)
DG11 = ElementaryFile(0x010B, 0x0B, 0x6B)
DG13 = ElementaryFile(0x010D, 0x0D, 0x6D)
DG14 = ElementaryFile(0x010E, 0x0E, 0x6E)
DG15 = ElementaryFile(0x010F, 0x0F, 0x6F)
SOD = ElementaryFile(0x011D, 0x1D, 0x77)


class BrokenFile(Malformed):
    """The chip is sound, and this file of it is not."""


Heard = Callable[[int, int], None]
"""Told how many bytes of how many declared ones have come."""


def unheard(got: int, declared: int) -> None:
    """For a file that is too short to be told of."""


def read(channel: Channel, file: ElementaryFile, heard: Heard) -> bytes | None:
    """The file's data object, or None where the chip has no such file or keeps it to itself.

    Raises `BrokenFile` where it is no data object with the file's tag.

    One command names the file by its short identifier and asks for as much as fits. A chip that does not like
    this is asked again, with SELECT and for the header alone.
    """
    head = channel.send(read_short_file(file.sfi, channel.largest_read))
    if not head.read:
        if not channel.send(select_file(file.fid)).ok:
            return None
        head = channel.send(read_binary(0, tlv.LONGEST_HEADER))
    if not head.read or not head.data:
        return None

    try:
        total = tlv.declared_length(head.data)
    except Malformed:
        raise BrokenFile("a file that is no data object") from None
    if total > LARGEST_FILE or int.from_bytes(head.data[:1]) != file.tag:
        raise BrokenFile("a file that is not what its name says")
    content = bytearray(head.data[:total])
    heard(len(content), total)
    while len(content) < total:
        content += _part(channel, len(content), total)
        heard(len(content), total)
    return bytes(content)


def longest_response(channel: Channel) -> int:
    """Bytes that the chip can send at once, as its EF.ATR/INFO says; 256 where it says nothing."""
    head = channel.send(read_short_file(ATR_INFO.sfi, SHORT_MOST))
    if not head.read:
        if not channel.send(select_file(ATR_INFO.fid)).ok:
            return SHORT_MOST
        head = channel.send(read_binary(0, SHORT_MOST))
    try:
        information = tlv.find(head.data, ATR_INFO.tag)
        if not head.read or information is None:
            return SHORT_MOST
        sizes = [int.from_bytes(one.value) for one in tlv.objects(information) if one.tag == INTEGER]
    except Malformed:
        return SHORT_MOST
    return max(SHORT_MOST, min(sizes[1] - 2, LARGEST_FILE)) if len(sizes) == 2 else SHORT_MOST


def _part(channel: Channel, offset: int, total: int) -> bytes:
    """What the chip sends from `offset` on; it may be less than was asked, but not nothing."""
    part = channel.send(read_binary(offset, min(channel.largest_read, total - offset)))
    if not part.read and channel.longest_response > SHORT_MOST:
        channel.longest_response = SHORT_MOST  # it announced extended length, and answers 6700
        part = channel.send(read_binary(offset, min(channel.largest_read, total - offset)))
    if not part.read or not part.data:
        raise BrokenFile("a file that ends before its length")
    return part.data[: total - offset]
