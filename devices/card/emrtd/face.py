"""The picture of DG2, for staff who have to compare faces; an ordinary read leaves it alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from devices.card.emrtd import access, files, lds, tlv
from devices.card.emrtd.channel import Channel, Link
from devices.card.emrtd.files import ElementaryFile
from devices.card.emrtd.tlv import Malformed
from devices.contracts import Can, Mrz, ReadFailure

DG2 = ElementaryFile(0x0102, 0x02, 0x75)
GROUP, TEMPLATE = 0x7F61, 0x7F60  # ISO/IEC 7816-11; ICAO 9303-10, 4.7.2
DATA_BLOCKS = (0x5F2E, 0x7F2E)

# ISO/IEC 19794-5:2005, 5.4 to 5.7
FACIAL_RECORD = b"FAC\x00010\x00"
HEADER, FACIAL_INFORMATION, FEATURE_POINT, IMAGE_INFORMATION = 14, 20, 8, 12


class ImageKind(StrEnum):
    """How the picture is coded."""

    JPEG = "jpeg"
    JPEG_2000 = "jpeg_2000"


KINDS = {0: ImageKind.JPEG, 1: ImageKind.JPEG_2000}


@dataclass(frozen=True, slots=True, repr=False)
class Face:
    """The first picture of DG2. It is nobody's but the person's: never kept, never logged."""

    kind: ImageKind
    image: bytes

    def __repr__(self) -> str:
        return "Face(…)"


def read_face(link: Link, secret: Can | Mrz, sod: bytes) -> Face | ReadFailure:
    """Open the chip again and read the picture that `sod`, of the reading before, vouches for.

    A picture with another hash is another document's, or was changed: it is `UNREADABLE`.
    """
    return access.attempt(link, lambda channel: _read(channel, secret, sod))


def _read(channel: Channel, secret: Can | Mrz, sod: bytes) -> Face:
    declared = lds.hashes_in(sod)
    access.open_chip(channel, secret)
    dg2 = files.read(channel, DG2, files.unheard)
    if dg2 is None or not declared.agree({2: dg2}):
        raise Malformed("a picture that the security object does not vouch for")
    return face_in(dg2)


def face_in(dg2: bytes) -> Face:
    """The first facial image of DG2, as ISO/IEC 19794-5 has it; the newer 39794-5 is not known here."""
    template = tlv.need(tlv.need(tlv.only(dg2, DG2.tag), GROUP), TEMPLATE)
    record = next((one.value for one in tlv.objects(template) if one.tag in DATA_BLOCKS), b"")
    if not record.startswith(FACIAL_RECORD):
        raise Malformed("a picture in a record of another kind")
    block = record[HEADER:]
    length, points = int.from_bytes(block[0:4]), int.from_bytes(block[4:6])
    begins = FACIAL_INFORMATION + FEATURE_POINT * points
    information, image = (
        block[begins : begins + IMAGE_INFORMATION],
        block[begins + IMAGE_INFORMATION : length],
    )
    if length > len(block) or len(information) < IMAGE_INFORMATION or not image:
        raise Malformed("a picture that is cut")
    kind = KINDS.get(information[1])
    if kind is None:
        raise Malformed("a picture that is coded otherwise")
    return Face(kind, image)
