"""DG2 with a picture of nobody: the zone and its dot (ICAO 9303-10, 4.7.2; ISO/IEC 19794-5)."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageDraw

from demo.card import tlv

_WIDTH, _HEIGHT = 413, 531  # 35 by 45 mm at 300 dots an inch


@cache
def data_group_2() -> bytes:
    """One facial image in a biometric information template."""
    header = tlv.encode(
        0xA1,
        tlv.encode(0x80, b"\x01\x01"),  # version of the header
        tlv.encode(0x81, b"\x02"),  # facial features
        tlv.encode(0x82, b"\x00"),
        tlv.encode(0x87, b"\x01\x01"),  # owner of the format: ISO/IEC JTC 1/SC 37
        tlv.encode(0x88, b"\x00\x08"),  # face image
    )
    template = tlv.encode(0x7F60, header, tlv.encode(0x5F2E, _facial_record(_picture())))
    return tlv.encode(0x75, tlv.encode(0x7F61, tlv.encode(0x02, b"\x01"), template))


def _facial_record(jpeg: bytes) -> bytes:
    """ISO/IEC 19794-5:2005, 5.4 to 5.7: nothing is said of gender, eyes, hair, expression or pose."""
    image_information = bytes.fromhex("01 00") + _WIDTH.to_bytes(2) + _HEIGHT.to_bytes(2) + bytes(6)
    block = bytes(16) + image_information + jpeg
    block = (len(block) + 4).to_bytes(4) + block
    return b"FAC\x00010\x00" + (len(block) + 14).to_bytes(4) + b"\x00\x01" + block


def _picture() -> bytes:
    image = Image.new("RGB", (_WIDTH, _HEIGHT), "#0b4fa8")
    draw = ImageDraw.Draw(image)
    for top in range(-_WIDTH, _HEIGHT, 64):
        draw.line([(0, top), (_WIDTH, top + _WIDTH)], fill="#3f7cc9", width=6)
    draw.ellipse([(116, 175), (296, 355)], fill="#ffd23f")
    jpeg = io.BytesIO()
    image.save(jpeg, "JPEG", quality=60)
    return jpeg.getvalue()
