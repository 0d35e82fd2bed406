"""What lies in the demo card's files, read with other code than wrote them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from typing import ClassVar

import pytest
from asn1crypto import cms
from asn1crypto.algos import DigestAlgorithm
from asn1crypto.core import Integer, OctetString, Sequence, SequenceOf, UTF8String
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from PIL import Image

from demo.card import lds
from demo.card.holders import Holder, read_holders
from demo.card.issuer import Issuer
from demo.card.pace import PaceProtocol

HOLDERS = {holder.id: holder for holder in read_holders()}


def groups_of(holder: Holder) -> dict[int, bytes]:
    return dict(lds.data_groups(holder, [PaceProtocol().info()]))


def children(content: bytes) -> Iterator[tuple[int, bytes]]:
    while content:
        tag_length = 2 if content[0] & 0x1F == 0x1F else 1
        tag, content = int.from_bytes(content[:tag_length]), content[tag_length:]
        octets = content[0] & 0x7F if content[0] & 0x80 else 0
        length = int.from_bytes(content[1 : 1 + octets]) if octets else content[0]
        value, content = content[1 + octets : 1 + octets + length], content[1 + octets + length :]
        assert len(value) == length
        yield tag, value


def inside(content: bytes, *tags: int) -> bytes:
    """The value of the last of the tags, each within the one before."""
    for tag in tags:
        content = dict(children(content))[tag]
    return content


def test_a_dni_says_its_number_in_the_optional_data() -> None:
    assert inside(groups_of(HOLDERS["maria"])[1], 0x61, 0x5F1F).decode() == (
        "IDESPBAA000589500000000T<<<<<<5103146F3105205ESP<<<<<<<<<<<9SOLER<I<VIDAL<<MARIA<<<<<<<<<<"
    )


def test_a_tie_is_a_residence_permit_of_spain_for_another_nationality() -> None:
    lines = inside(groups_of(HOLDERS["omar"])[1], 0x61, 0x5F1F).decode()
    assert lines[:5] == "IRESP"
    assert lines[15:24] == "X0000000T"
    assert lines[45:48] == "MAR"


def test_a_passport_has_two_lines_of_44() -> None:
    lines = inside(groups_of(HOLDERS["liwei"])[1], 0x61, 0x5F1F).decode()
    assert lines[:10] == "P<CHNLI<<W"
    assert len(lines) == 88


def test_names_keep_their_diacritics_in_dg11() -> None:
    details = groups_of(HOLDERS["nuria"])[11]
    assert inside(details, 0x6B, 0x5F0E).decode() == "GIL<COL·LELL<<NÚRIA"
    assert inside(details, 0x6B, 0x5F11).decode() == "OLOT<GIRONA"
    assert inside(details, 0x6B, 0x5F2B).decode() == "19441224"


class Strings(SequenceOf):
    _child_spec = UTF8String


def test_dg13_of_a_dni_holds_sixteen_strings_and_no_other_card_has_it() -> None:
    assert Strings.load(inside(groups_of(HOLDERS["maria"])[13], 0x6D), strict=True).native == [
        "SOLER", "I VIDAL", "MARIA", "00000000-T", "14 03 1951", "ESP", "20 05 2031", "BAA000589", "F",
        "TORTOSA", "TARRAGONA", "", "CARRER DE L’EXEMPLE 12, 3R 2A", "L’HOSPITALET DE LLOBREGAT", "BARCELONA",
        "ESPAÑA",
    ]  # fmt: skip
    for holder in HOLDERS.values():
        assert (13 in groups_of(holder)) is (holder.kind == "dni")


def test_dg2_holds_a_picture_of_some_kilobytes() -> None:
    record = inside(groups_of(HOLDERS["maria"])[2], 0x75, 0x7F61, 0x7F60, 0x5F2E)
    assert record[:8] == b"FAC\x00010\x00"
    assert int.from_bytes(record[8:12]) == len(record)
    assert int.from_bytes(record[14:18]) == len(record) - 14
    picture = Image.open(io.BytesIO(record[14 + 20 + 12 :]))
    assert picture.format == "JPEG"
    assert picture.size == (int.from_bytes(record[36:38]), int.from_bytes(record[38:40]))
    assert 4_000 < len(record) < 30_000


def test_com_lists_the_tags_of_the_data_groups() -> None:
    com = lds.common(groups_of(HOLDERS["maria"]))
    assert com.hex().upper() == "60185F0104303130375F36063034303030305C066175636B6D6E"


def test_card_access_announces_pace_with_generic_mapping_on_brainpool() -> None:
    assert lds.card_access(PaceProtocol().info()).hex().upper() == (
        "31143012060A04007F0007020204020202010202010D"
    )


class DataGroupHash(Sequence):
    _fields: ClassVar = [("number", Integer), ("digest", OctetString)]


class DataGroupHashes(SequenceOf):
    _child_spec = DataGroupHash


class LdsSecurityObject(Sequence):
    _fields: ClassVar = [("version", Integer), ("algorithm", DigestAlgorithm), ("hashes", DataGroupHashes)]


def test_the_security_object_is_signed_by_a_signer_whom_the_authority_certified() -> None:
    issuer = Issuer("ESP")
    groups = groups_of(HOLDERS["maria"])
    file = issuer.security_object(groups)
    signed = cms.ContentInfo.load(inside(file, 0x77), strict=True)["content"]
    assert signed["version"].native == "v3"

    content = signed["encap_content_info"]["content"].native
    declared = LdsSecurityObject.load(content, strict=True)
    assert declared["algorithm"]["algorithm"].native == "sha256"
    assert {entry["number"]: entry["digest"] for entry in declared["hashes"].native} == {
        number: hashlib.sha256(group).digest() for number, group in groups.items()
    }

    [information] = signed["signer_infos"]
    [certificate] = signed["certificates"]
    attributes = {entry["type"].native: entry["values"][0].native for entry in information["signed_attrs"]}
    assert attributes == {
        "content_type": "2.23.136.1.1.1",
        "message_digest": hashlib.sha256(content).digest(),
    }
    signer = x509.load_der_x509_certificate(certificate.dump())
    assert information["sid"].chosen["serial_number"].native == signer.serial_number
    assert information["sid"].chosen["issuer"] == certificate.chosen.issuer
    key = signer.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    key.verify(
        information["signature"].native,
        information["signed_attrs"].untag().dump(),
        ec.ECDSA(hashes.SHA256()),
    )
    signer.verify_directly_issued_by(x509.load_pem_x509_certificate(issuer.authority_pem().encode()))


def test_another_authority_of_the_same_country_did_not_certify_it() -> None:
    file = Issuer("ESP").security_object(groups_of(HOLDERS["maria"]))
    [certificate] = cms.ContentInfo.load(inside(file, 0x77))["content"]["certificates"]
    with pytest.raises(InvalidSignature):
        x509.load_der_x509_certificate(certificate.dump()).verify_directly_issued_by(Issuer("ESP").authority)


def test_nothing_that_holds_personal_data_shows_it() -> None:
    holder = HOLDERS["maria"]
    for shown in (holder, holder.zone, holder.address):
        assert "oler" not in repr(shown)
        assert "Exemple" not in repr(shown)
        assert "00000000" not in repr(shown)
