"""Whose document it is, as the chip's files say it: every zone, long names, letters, the Spanish rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from demo.card import tlv
from demo.card.chip import Document as ChipDocument
from demo.card.curve import BRAINPOOL_P256R1
from demo.card.holders import Holder
from demo.card.mrz import check_digit
from demo.card.pace import PaceProtocol
from demo.card.suites import AES_256
from devices.card.emrtd.read import read_document
from devices.contracts import Can, CardReading, Document, DocumentKind
from tests.devices.card_bench import asked
from tests.devices.card_chips import HOLDERS, LinkTo, chip, data_group, read_well, without_file

MARIA, LIWEI, NURIA, OMAR, ELENA = (HOLDERS[name] for name in ("maria", "liwei", "nuria", "omar", "elena"))
DG11, DG13 = 0x010B, 0x010D


def said_by(holder: Holder, *missing: int, **groups: bytes) -> Document:
    """What is read from the holder's chip, some of whose files are missing or hold something else."""
    document = chip(holder, groups={int(name[2:]): content for name, content in groups.items()})
    for file in missing:
        document = without_file(document, file)
    return read_well(document, Can(holder.can)).document


def zone(lines: str) -> bytes:
    return data_group(1, tlv.encode(0x5F1F, lines.encode("ascii")))


def td2(number: str, names: str, optional: str = "") -> str:
    """Two lines of 36 (ICAO 9303-6, 4.2.2), born on 1 February 1990, good until the end of 2030."""
    upper = ("I<ROU" + names).ljust(36, "<")
    lower = number + check_digit(number) + "ROU" + "900201" + check_digit("900201") + "F"
    lower += "301231" + check_digit("301231") + optional.ljust(7, "<")
    return upper + lower + check_digit(lower[:10] + lower[13:20] + lower[21:])


# --- zones --------------------------------------------------------------------------------------------------


def test_a_card_of_three_lines_says_the_dni_in_its_optional_data() -> None:
    said = said_by(MARIA)
    assert (said.kind, said.number, said.support_number) == (DocumentKind.DNI, "00000000T", "BAA000589")


def test_a_residence_permit_says_the_nie_there() -> None:
    said = said_by(OMAR)
    assert (said.kind, said.number, said.support_number) == (DocumentKind.TIE, "X0000000T", "E00000001")
    assert said.nationality == "MAR"


def test_a_card_of_two_lines_is_read() -> None:
    said = said_by(ELENA, DG11, dg1=zone(td2("RX1234567", "POPESCU<<ELENA")))
    assert (said.kind, said.number) == (DocumentKind.EU_CARD, "RX1234567")
    assert (said.surnames, said.given_names) == ("POPESCU", "ELENA")
    assert (said.birth_date, said.expiry_date) == (date(1990, 2, 1), date(2030, 12, 31))


def test_a_passport_is_read_and_says_its_own_number() -> None:
    said = said_by(LIWEI)
    assert (said.kind, said.number, said.issuer) == (DocumentKind.PASSPORT, "E00000031", "CHN")


def test_a_spanish_passport_says_its_own_number_and_not_the_dni_beside_it() -> None:
    said = said_by(replace(MARIA, kind="passport"))
    assert (said.kind, said.number) == (DocumentKind.PASSPORT, "BAA000589")


# --- names --------------------------------------------------------------------------------------------------

LONG = replace(
    MARIA,
    surname1="Fernández de Córdoba",
    surname2="i Martínez-Bordiú de l’Espinosa",
    given_names="Maria de la Concepció Antònia",
)
LONG_SURNAMES = "Fernández de Córdoba i Martínez-Bordiú de l’Espinosa"


def test_a_name_that_the_zone_cuts_is_whole_in_dg11() -> None:
    said = said_by(LONG)
    assert said.surnames.casefold() == LONG_SURNAMES.casefold()
    assert said.given_names.casefold() == LONG.given_names.casefold()


def test_a_name_that_the_zone_cuts_is_whole_in_dg13_of_a_dnie_without_dg11() -> None:
    said = said_by(LONG, DG11)
    assert said.surnames.casefold() == LONG_SURNAMES.casefold()
    assert said.given_names.casefold() == LONG.given_names.casefold()


def test_a_name_stays_cut_where_no_other_file_has_it() -> None:
    said = said_by(LONG, DG11, DG13)
    assert "FERNANDEZ DE CORDOBA I MART".startswith(said.surnames)
    assert said.given_names


def test_a_very_long_name_needs_a_long_length_field() -> None:
    holder = replace(LONG, given_names=" ".join(["Maria"] * 60))
    assert said_by(holder).given_names.casefold() == holder.given_names.casefold()


def test_the_particle_between_the_surnames_stays() -> None:
    assert said_by(MARIA).surnames == "SOLER I VIDAL"
    assert said_by(MARIA, DG11).surnames == "SOLER I VIDAL"
    assert said_by(MARIA, DG11, DG13).surnames == "SOLER I VIDAL"


@pytest.mark.parametrize(
    ("surname", "given"),
    [
        ("Col·lell", "Núria"),
        ("Peña", "Iñaki"),
        ("Çelik", "Gülşen"),
        ("Ștefănescu", "Ion"),
        ("Łukasiewicz", "Żaneta"),
        ("Đorđević", "Ognjen"),
    ],
)
def test_letters_with_their_marks_are_those_of_the_person(surname: str, given: str) -> None:
    said = said_by(replace(NURIA, surname1=surname, surname2="", given_names=given))
    assert (said.surnames, said.given_names) == (surname.upper(), given.upper())


def test_letters_and_marks_that_are_written_apart_are_put_together() -> None:
    name = "GIL<COL·LELL<<NU\u0301RIA".encode()
    assert said_by(NURIA, dg11=data_group(11, tlv.encode(0x5F0E, name))).given_names == "NÚRIA"


@pytest.mark.parametrize(
    "name", [b"", b"<<", b"\xff\xfe<<\xff", "SOLER\u202eI<<MARIA".encode(), b"SOLER", b"A\x00B<<C"]
)
def test_a_name_that_cannot_be_shown_is_taken_from_another_file(name: bytes) -> None:
    dg11 = data_group(11, tlv.encode(0x5F0E, name))
    assert said_by(MARIA, dg11=dg11).surnames == "SOLER I VIDAL"
    assert said_by(MARIA, DG13, dg11=dg11).surnames == "SOLER I VIDAL"


def test_somebody_with_one_name_only_is_read() -> None:
    said = said_by(replace(LIWEI, surname1="Suharto", given_names=""))
    assert (said.surnames, said.given_names) == ("SUHARTO", "")


# --- how many commands --------------------------------------------------------------------------------------


@pytest.mark.parametrize("longest", [256, 512, 2048, 8192])
def test_twenty_kilobytes_take_the_least_number_of_commands_that_the_length_allows(longest: int) -> None:
    content = data_group(11, tlv.encode(0x5F0E, b"A<<B"), tlv.encode(0x5F12, bytes(20_000)))
    document = chip(
        protocols=(PaceProtocol(AES_256, BRAINPOOL_P256R1),), groups={11: content}, longest=longest
    )
    link = LinkTo(document)
    assert isinstance(read_document(link, asked(Can(MARIA.can))), CardReading)
    without = LinkTo(chip(protocols=(PaceProtocol(AES_256, BRAINPOOL_P256R1),), longest=longest))
    assert isinstance(read_document(without, asked(Can(MARIA.can))), CardReading)

    overhead = len(bytes.fromhex("8782000001 99029000 8E08")) + 8 - (1 if longest == 256 else 0)
    least = -(-len(content) // ((longest - overhead) // 16 * 16 - 1))
    small = 1  # what the DG11 of the other chip took
    assert len(link.sent) - len(without.sent) + small <= 1.05 * least
    assert len(link.sent) - len(without.sent) + small >= least


def commands(document: ChipDocument, holder: Holder) -> int:
    link = LinkTo(document)
    assert isinstance(read_document(link, asked(Can(holder.can))), CardReading)
    return len(link.sent)


def test_dg13_is_read_only_where_dg11_has_no_names() -> None:
    document = chip()
    assert commands(without_file(document, DG11), MARIA) > commands(document, MARIA)


def test_dg13_of_another_state_is_not_read() -> None:
    with_names_of_somebody_else = {13: said_names("WRONG")}
    other = without_file(chip(ELENA, groups=with_names_of_somebody_else), DG11)
    assert commands(other, ELENA) == commands(without_file(chip(ELENA), DG11), ELENA)
    assert read_well(other, Can(ELENA.can)).document.surnames == "POPESCU"


def said_names(name: str) -> bytes:
    return data_group(13, tlv.encode(0x30, *[tlv.encode(0x0C, name.encode())] * 3))
