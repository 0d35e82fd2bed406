"""What a chip's files mean: data objects, zone, names, hashes; any bytes give a value or Malformed."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from asn1crypto import cms, core
from hypothesis import example, given, strategies as st

from demo.card.curve import P256
from demo.card.keys import AgreementKey, EcdsaKey
from devices.card.emrtd import (
    active_authentication,
    chip_authentication,
    lds,
    mrz,
    pace,
    security_infos,
    tlv,
)
from devices.card.emrtd.document import document
from devices.card.emrtd.lds import Names
from devices.card.emrtd.tlv import Malformed, Tlv
from devices.contracts import DocumentKind

H = bytes.fromhex
TODAY = date(2026, 11, 23)

# --- data objects -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("octets", "tag", "size"),
    [
        ("0400", 0x04, 0),
        ("5F1F02AABB", 0x5F1F, 2),
        ("7F4901AA", 0x7F49, 1),
        ("048180" + "AA" * 128, 0x04, 128),
        ("04820100" + "AA" * 256, 0x04, 256),
        ("0484000000" + "01AA", 0x04, 1),
    ],
)
def test_a_data_object_is_read_to_its_end(octets: str, tag: int, size: int) -> None:
    one, rest = tlv.read(H(octets) + b"more")
    assert (one.tag, len(one.value), rest) == (tag, size, b"more")


@pytest.mark.parametrize(
    "octets",
    ["", "04", "0402AA", "5F", "5F1F", "5F818181", "0480AA0000", "0485000000000001", "0481", "048201"],
)
def test_a_data_object_that_is_cut_or_endless_is_malformed(octets: str) -> None:
    with pytest.raises(Malformed):
        tlv.read(H(octets))


@given(st.integers(1, 0x7F).filter(lambda tag: tag & 0x1F != 0x1F), st.binary(max_size=70_000))
def test_what_is_encoded_is_read_again(tag: int, value: bytes) -> None:
    octets = tlv.encode(tag, value)
    assert tlv.objects(octets) == (Tlv(tag, value),)
    assert tlv.declared_length(octets[: tlv.LONGEST_HEADER]) == len(octets)


@given(st.binary(max_size=64))
def test_any_bytes_are_data_objects_or_malformed(octets: bytes) -> None:
    try:
        found = tlv.objects(octets)
    except Malformed:
        return
    assert sum(len(one.value) + 2 for one in found) <= len(octets)


# --- the zone -----------------------------------------------------------------------------------------------

# ICAO 9303-5 and 9303-4, appendices A; the DNIe and TIE in the Spanish layout with numbers of nobody.
UTOPIAN_CARD = "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<"
UTOPIAN_PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"
UTOPIAN_TWO_LINES = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6"


def card(  # the three lines of a TD1, with its digits computed in the test's own way
    code: str, issuer: str, number: str, optional: str, nationality: str, names: str, birth: str, expiry: str
) -> str:
    def digit(text: str) -> str:
        values = [0 if c == "<" else int(c, 36) for c in text]
        return str(sum(value * (7, 3, 1)[at % 3] for at, value in enumerate(values)) % 10)

    upper = f"{code:<2}{issuer:<3}{number:<9}".replace(" ", "<")
    upper += digit(upper[5:14]) + optional.ljust(15, "<")
    middle = f"{birth}{digit(birth)}F{expiry}{digit(expiry)}{nationality}".ljust(29, "<")
    middle += digit(upper[5:30] + middle[0:7] + middle[8:15] + middle[18:29])
    return upper + middle + names.ljust(30, "<")


DNIE = card("ID", "ESP", "BAA000589", "00000000T", "ESP", "SOLER<I<VIDAL<<MARIA", "510314", "310520")
TIE = card("IR", "ESP", "E00000001", "X0000000T", "MAR", "EL<IDRISSI<<OMAR", "880730", "290211")


@pytest.mark.parametrize("zone", [UTOPIAN_CARD, UTOPIAN_PASSPORT, UTOPIAN_TWO_LINES])
def test_the_zones_of_the_standard_are_read(zone: str) -> None:
    fields = mrz.parse(zone, TODAY)
    assert (fields.surnames, fields.given_names) == ("ERIKSSON", "ANNA MARIA")
    assert (fields.issuer, fields.nationality) == ("UTO", "UTO")
    assert (fields.birth_date, fields.expiry_date) == (date(1974, 8, 12), date(2012, 4, 15))
    assert fields.document_number == ("L898902C3" if len(zone) == 88 else "D23145890")


@pytest.mark.parametrize("zone", [UTOPIAN_CARD, UTOPIAN_PASSPORT, UTOPIAN_TWO_LINES, DNIE])
def test_every_digit_of_number_dates_and_optional_data_is_protected(zone: str) -> None:
    line = {90: 0, 72: 36, 88: 44}[len(zone)]
    first = line + (5 if len(zone) == 90 else 0)
    letters = {90: 60, 72: 72, 88: 88}[len(zone)]
    for at in range(first, letters):
        if not zone[at].isdecimal():
            continue
        wrong = zone[:at] + str((int(zone[at]) + 1) % 10) + zone[at + 1 :]
        with pytest.raises(Malformed):
            mrz.parse(wrong, TODAY)


def test_a_long_document_number_goes_on_in_the_optional_data() -> None:
    # ICAO 9303-5, 4.2.2: D23145890734 with its digit 9
    zone = "I<UTOD23145890<7349<<<<<<<<<<<3407127M9507122UTO<<<<<<<<<<<2STEVENSON<<PETER<<<<<<<<<<<<<<"
    assert mrz.parse(zone, TODAY).document_number == "D23145890734"


@pytest.mark.parametrize(
    ("birth", "year"),
    [("260101", 2026), ("261123", 2026), ("261124", 1926), ("000229", 2000), ("270101", 1927)],
)
def test_nobody_was_born_in_the_future(birth: str, year: int) -> None:
    zone = card("ID", "ESP", "BAA000589", "00000000T", "ESP", "A<<B", birth, "310520")
    assert mrz.parse(zone, TODAY).birth_date.year == year


@pytest.mark.parametrize("birth", ["<<<<<<", "51<<<<", "510300", "510231", "999999"])
def test_a_date_that_is_no_date_is_malformed(birth: str) -> None:
    with pytest.raises(Malformed):
        mrz.parse(card("ID", "ESP", "BAA000589", "", "ESP", "A<<B", birth, "310520"), TODAY)


ZONES = st.one_of(
    *(st.text("0123456789ABCZ<", min_size=n, max_size=n) for n in (72, 88, 90)), st.text(max_size=95)
)


@given(ZONES)
def test_any_text_is_a_zone_or_malformed(text: str) -> None:
    try:
        mrz.parse(text, TODAY)
    except Malformed:
        return


@given(st.integers(0, 89), st.characters())
def test_a_zone_with_one_other_letter_is_a_zone_or_malformed(at: int, letter: str) -> None:
    try:
        mrz.parse(DNIE[:at] + letter + DNIE[at + 1 :], TODAY)
    except Malformed:
        return


# --- whose document it is -----------------------------------------------------------------------------------


def test_a_dnie_is_known_by_the_number_in_its_optional_data() -> None:
    found = document(mrz.parse(DNIE, TODAY), Names("Soler i Vidal", "Maria"))
    assert (found.kind, found.number, found.support_number) == (DocumentKind.DNI, "00000000T", "BAA000589")
    assert (found.surnames, found.given_names) == ("Soler i Vidal", "Maria")


def test_a_tie_is_a_spanish_card_of_somebody_who_is_not_spanish() -> None:
    found = document(mrz.parse(TIE, TODAY), None)
    assert (found.kind, found.number, found.support_number) == (DocumentKind.TIE, "X0000000T", "E00000001")
    assert (found.issuer, found.nationality, found.surnames) == ("ESP", "MAR", "EL IDRISSI")


@pytest.mark.parametrize(
    ("code", "issuer", "nationality", "kind"),
    [
        ("I", "ROU", "ROU", DocumentKind.EU_CARD),
        ("ID", "D<<", "D<<", DocumentKind.EU_CARD),
        ("IR", "FRA", "MAR", DocumentKind.OTHER),
        ("I", "UTO", "UTO", DocumentKind.OTHER),
        ("V", "ESP", "ESP", DocumentKind.OTHER),
    ],
)
def test_other_cards_are_told_apart_by_issuer_and_nationality(
    code: str, issuer: str, nationality: str, kind: DocumentKind
) -> None:
    zone = card(code, issuer, "RX0000017", "UNUSED", nationality, "A<<B", "790101", "301231")
    found = document(mrz.parse(zone, TODAY), None)
    assert (found.kind, found.number) == (kind, "RX0000017")


def test_a_document_and_its_parts_redact_themselves() -> None:
    fields = mrz.parse(DNIE, TODAY)
    told = repr((fields, document(fields, None), Names("Soler", "Maria"), Tlv(0x5F1F, b"SOLER")))
    assert not any(secret in told.upper() for secret in ("SOLER", "MARIA", "00000000T", "BAA000589", "1951"))


# --- the logical data structure -----------------------------------------------------------------------------


def test_ef_com_lists_the_data_groups() -> None:
    com = H("6016 5F01 04 30313037 5F36 06 303430303030 5C 04 61756B6D")
    assert lds.groups_in(com) == {1, 2, 11, 13}


def test_dg1_holds_the_zone() -> None:
    assert lds.zone_in(tlv.encode(0x61, tlv.encode(0x5F1F, DNIE.encode()))) == DNIE


def dg11(name: str) -> bytes:
    return tlv.encode(0x6B, H("5C025F0E") + tlv.encode(0x5F0E, name.encode()))


def test_dg11_holds_the_name_in_national_letters() -> None:
    names = lds.names_in_dg11(dg11("GIL<COL·LELL<<NÚRIA"))
    assert names is not None
    assert (names.surnames, names.given_names) == ("GIL COL·LELL", "NÚRIA")


def test_accents_that_come_apart_are_put_together() -> None:
    names = lds.names_in_dg11(dg11("NU\u0301N\u0303EZ<<A"))
    assert names is not None
    assert names.surnames == "NÚÑEZ"


@pytest.mark.parametrize("name", ["ERIKSSON ANNA", "", "<<ANNA", "A\x1b[2J<<B", "A\u202eB<<C"])
def test_a_name_that_cannot_be_told_apart_or_shown_is_none(name: str) -> None:
    assert lds.names_in_dg11(dg11(name)) is None


def test_a_name_that_is_not_utf_8_is_none() -> None:
    assert lds.names_in_dg11(tlv.encode(0x6B, tlv.encode(0x5F0E, b"N\xda\xd1EZ<<A"))) is None


FIELDS = ["SOLER", "I VIDAL", "MARIA", "00000000T", "14 03 1951", "", "CARRER LLARG " + "X" * 200]


@pytest.mark.parametrize(
    "content",
    [
        b"".join(b"\x01\x02" + field.encode() for field in FIELDS),
        b"".join(tlv.encode(0x0C, field.encode()) for field in FIELDS),
        tlv.encode(0x30, b"".join(tlv.encode(0x0C, field.encode()) for field in FIELDS)),
    ],
    ids=["pairs of control characters", "strings", "a sequence of strings"],
)
def test_the_names_of_a_dnie_stand_in_its_dg13(content: bytes) -> None:
    names = lds.names_in_dg13(tlv.encode(0x6D, content))
    assert names is not None
    assert (names.surnames, names.given_names) == ("SOLER I VIDAL", "MARIA")


def test_a_dg13_of_another_layout_gives_no_names() -> None:
    assert lds.names_in_dg13(tlv.encode(0x6D, b"whatever")) is None


# --- the document security object ---------------------------------------------------------------------------

SHA_256, UNKNOWN = H("608648016503040201"), H("608648016503040209")


def sod_of(groups: dict[int, bytes], algorithm: bytes = SHA_256, versioned: bool = False) -> bytes:
    """An EF.SOD without signatures: who signs it is not judged here."""
    hashes = b"".join(
        tlv.encode(
            0x30, tlv.encode(0x02, bytes([number])) + tlv.encode(0x04, hashlib.sha256(content).digest())
        )
        for number, content in groups.items()
    )
    inside = tlv.encode(0x02, b"\x01" if versioned else b"\x00")
    inside += tlv.encode(0x30, tlv.encode(0x06, algorithm) + H("0500")) + tlv.encode(0x30, hashes)
    inside += tlv.encode(0x30, H("1304303130381306303430303030")) if versioned else b""
    signed = cms.SignedData(
        {
            "version": "v3",
            "digest_algorithms": [{"algorithm": "sha256"}],
            "encap_content_info": {
                "content_type": "2.23.136.1.1.1",
                "content": core.ParsableOctetString(tlv.encode(0x30, inside)),
            },
            "signer_infos": [],
        }
    )
    envelope: bytes = cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump()
    return tlv.encode(0x77, envelope)


@pytest.mark.parametrize("versioned", [False, True], ids=["LDS 1.7", "LDS 1.8"])
def test_hashes_agree_where_every_group_is_the_one_that_was_signed(versioned: bool) -> None:
    declared = lds.hashes_in(sod_of({1: b"one", 11: b"eleven", 2: b"face"}, versioned=versioned))
    assert declared.agree({1: b"one", 11: b"eleven"})
    assert not declared.agree({1: b"one", 11: b"another"})
    assert not declared.agree({1: b"one", 13: b"not declared"})


def test_an_unknown_hash_algorithm_is_malformed() -> None:
    with pytest.raises(Malformed):
        lds.hashes_in(sod_of({1: b"one"}, UNKNOWN))


SAMPLES = [
    tlv.encode(0x61, tlv.encode(0x5F1F, DNIE.encode())),
    dg11("GIL<COL·LELL<<NÚRIA"),
    tlv.encode(0x6D, b"".join(tlv.encode(0x0C, field.encode()) for field in FIELDS)),
    sod_of({1: b"one", 11: b"eleven"}, versioned=True),
    H("31143012060A04007F0007020204020202010202010D"),
    tlv.encode(0x6E, tlv.encode(0x31, b"".join(AgreementKey(P256, 4711, key_id=1).infos()))),
    tlv.encode(0x6F, EcdsaKey(P256, 4711).public()),
]


def offered_by(dg14: bytes) -> object:
    infos = security_infos.in_dg14(dg14)
    return chip_authentication.offered(infos), pace.known(infos)


def every_parser_answers(octets: bytes) -> None:
    for parser in (
        lds.groups_in, lds.zone_in, lds.names_in_dg11, lds.names_in_dg13, lds.hashes_in, pace.offers,
        offered_by, security_infos.in_card_security, active_authentication.key_in,
    ):  # fmt: skip
        try:
            parser(octets)
        except Malformed:
            continue


@given(st.sampled_from([0x60, 0x61, 0x6B, 0x6D, 0x77, 0x31, 0x6E, 0x6F, 0x30]), st.binary(max_size=200))
@example(0x77, b"\x30\x80")
def test_any_bytes_of_a_file_are_a_value_or_malformed(tag: int, content: bytes) -> None:
    every_parser_answers(tlv.encode(tag, content))


@given(st.sampled_from(SAMPLES), st.data())
def test_a_file_with_some_bytes_changed_is_a_value_or_malformed(sample: bytes, data: st.DataObject) -> None:
    changed = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    every_parser_answers(bytes(changed[: data.draw(st.integers(0, len(changed)))]))
