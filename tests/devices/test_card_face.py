"""The picture of a document, for staff who compare faces: read apart, and only what the SOD vouches for."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from PIL import Image

from demo.card.chip import Access, File
from demo.card.face import data_group_2
from devices.card.emrtd.face import DG2, Face, ImageKind, face_in, read_face
from devices.card.emrtd.tlv import Malformed
from devices.contracts import Can, ReadFailure
from tests.devices.card_chips import HOLDERS, LinkTo, chip, mrz_of, read_well

MARIA, LIWEI = HOLDERS["maria"], HOLDERS["liwei"]
CAN = Can(MARIA.can)


@pytest.mark.parametrize("longest", [256, 2048])
def test_the_picture_is_read_and_can_be_drawn(longest: int) -> None:
    document = chip(longest=longest)
    face = read_face(LinkTo(document), CAN, read_well(document).evidence.sod)
    assert isinstance(face, Face)
    assert face.kind is ImageKind.JPEG
    assert Image.open(io.BytesIO(face.image)).size == (413, 531)
    assert repr(face) == "Face(…)"


def test_a_picture_that_the_security_object_of_the_reading_does_not_vouch_for_is_not_shown() -> None:
    document = chip()
    sod = read_well(document).evidence.sod
    picture = bytearray(document.application[DG2.fid].content)
    picture[-1] ^= 1
    changed = replace(
        document, application={**document.application, DG2.fid: File(bytes(picture), Access.OPENED)}
    )
    assert read_face(LinkTo(changed), CAN, sod) is ReadFailure.UNREADABLE
    kept_back = {file: held for file, held in document.application.items() if file != DG2.fid}
    assert read_face(LinkTo(replace(document, application=kept_back)), CAN, sod) is ReadFailure.UNREADABLE
    assert read_face(LinkTo(document), CAN, b"\x77\x00") is ReadFailure.UNREADABLE


def test_a_wrong_secret_is_told() -> None:
    document = chip()
    sod = read_well(document).evidence.sod
    assert read_face(LinkTo(document), Can("000000"), sod) is ReadFailure.WRONG_SECRET
    assert isinstance(read_face(LinkTo(document), mrz_of(MARIA), sod), Face)


@given(st.integers(0, 200), st.integers(0, 255), st.integers(0, 400))
def test_a_picture_with_bytes_changed_is_a_picture_or_malformed(at: int, octet: int, cut: int) -> None:
    dg2 = bytearray(data_group_2())
    dg2[at] = octet
    for content in (bytes(dg2), bytes(dg2[: len(dg2) - cut])):
        try:
            face = face_in(content)
        except Malformed:
            continue
        assert face.image


@given(st.binary(max_size=200))
def test_any_bytes_are_a_picture_or_malformed(octets: bytes) -> None:
    with pytest.raises(Malformed):
        face_in(octets)
