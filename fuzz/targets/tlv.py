"""Data objects: read to the last byte, or malformed; encoded again they read alike."""

from __future__ import annotations

from devices.card.emrtd import tlv
from devices.card.emrtd.tlv import Malformed

SEEDS = (bytes.fromhex("5F1F02AABB"), bytes.fromhex("7F4984000000020400"), bytes.fromhex("30030201003000"))


def one(data: bytes) -> None:
    try:
        found = tlv.objects(data)
    except Malformed:
        return
    again = b"".join(tlv.encode(each.tag, each.value) for each in found)
    assert len(again) <= len(data)
    assert tlv.objects(again) == found
