"""Which slots are meant by a name, over names that real readers have under PC/SC Lite (libccid, acsccid)."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from devices.card.names import Interface, contact_slots, contactless_slots, interfaces

OMNIKEY_CL = "HID Global OMNIKEY 5422 Smartcard Reader [OMNIKEY 5422CL Smartcard Reader] (IM0O2C00NF1) 00 00"
OMNIKEY_CONTACT = (
    "HID Global OMNIKEY 5422 Smartcard Reader [OMNIKEY 5422 Smartcard Reader] (IM0O2C00NF1) 01 00"
)
UTRUST_CONTACT = (
    "Identiv Identiv uTrust 4701 F Dual Interface Reader [uTrust 4701 F Contact Reader] (5504) 00 00"
)
UTRUST_CL = "Identiv Identiv uTrust 4701 F Dual Interface Reader [uTrust 4701 F CL Reader] (5504) 01 00"
ACR1281 = [f"ACS ACR1281 1S Dual Reader 00 0{slot}" for slot in range(3)]
ACR1581 = [
    "ACS ACR1581 [ACR1581 1S Dual Reader PICC] 00 00",
    "ACS ACR1581 [ACR1581 1S Dual Reader ICC] 01 00",
    "ACS ACR1581 [ACR1581 1S Dual Reader SAM] 02 00",
]
WATCHDATA = [
    "Watchdata W5181  [Contact Reader ] 00 00",
    "Watchdata W5181  [Contactless Reader ] 01 00",
    "Watchdata W5181  [SAM Reader ] 02 00",
]
ACR1252 = ["ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC] 00 00"]
ACR1252_SAM = ["ACS ACR1252 Dual Reader [ACR1252 Dual Reader SAM] 01 00"]
OLD_ACR1252 = ["ACS ACR1252 1S CL Reader 00 00", "ACS ACR1252 1S CL Reader 00 01"]
COMBINED = [
    ([OMNIKEY_CL, OMNIKEY_CONTACT], [OMNIKEY_CL], [OMNIKEY_CONTACT]),
    ([OMNIKEY_CONTACT, OMNIKEY_CL], [OMNIKEY_CL], [OMNIKEY_CONTACT]),
    ([UTRUST_CONTACT, UTRUST_CL], [UTRUST_CL], [UTRUST_CONTACT]),
    (ACR1281, ACR1281[1:2], ACR1281[:1]),
    (ACR1581, ACR1581[:1], ACR1581[1:2]),
    (WATCHDATA, WATCHDATA[1:2], WATCHDATA[:1]),
    (ACR1252_SAM + ACR1252, ACR1252, []),
    (OLD_ACR1252, OLD_ACR1252[:1], []),
]

CONTACTLESS_ALONE = [
    "ACS ACR122U PICC Interface 00 00",
    "Identiv uTrust 3700 F CL Reader [uTrust 3700 F CL Reader] (53201609204386) 00 00",
    "HID Global OMNIKEY 5022 Smart Card Reader [OMNIKEY 5022 Smart Card Reader] 00 00",
    "HID OMNIKEY 5025-CL 00 00",
    "HID OMNIKEY 5427 CK 00 00",
    "SCM Microsystems Inc. SCL010 Contactless Reader 00 00",
    "Thales RF Reader 00 00",
    "Elatec TWN4 SmartCard NFC 00 00",
    "Gemalto Prox SU USB PC LinkReader [Prox-SU Contactless interface] 00 00",
    "BIT4ID miniLector AIR NFC v3 00 00",
    "Access IS ePassport Reader 00 00",
    "REINER SCT cyberJack RFID basis 00 00",
]
CONTACT_ALONE = [
    "Gemalto PC Twin Reader (69988A87) 00 00",
    "Identiv SCR3500 A Contact Reader 00 00",
    "ACS ACR39U ICC Reader 00 00",
    "ACS ACR 38U-CCID 00 00",
    "SCM Microsystems Inc. SCR 3310 00 00",
    "HID Global OMNIKEY 3x21 Smart Card Reader [OMNIKEY 3x21 Smart Card Reader] 00 00",
    "Broadcom Corp 5880 [Contacted SmartCard] (0123456789ABCD) 00 00",
    "C3PO LTC31 v2 00 00",
    "BIT4ID miniLector EVO 00 00",
]
UNTOLD = "Virtual PCD 00 00"


@pytest.mark.parametrize(("names", "contactless", "contact"), COMBINED)
def test_a_box_with_both_interfaces_gives_each_to_whom_it_belongs(
    names: list[str], contactless: list[str], contact: list[str]
) -> None:
    assert contactless_slots(names) == contactless
    assert contact_slots(names) == contact


@pytest.mark.parametrize("name", CONTACTLESS_ALONE)
def test_a_contactless_reader_is_never_taken_for_contacts(name: str) -> None:
    assert contactless_slots([UNTOLD, name]) == [name]
    assert contact_slots([name]) == contact_slots([name], name) == []


@pytest.mark.parametrize("name", CONTACT_ALONE)
def test_a_contact_reader_is_never_taken_for_a_contactless_one(name: str) -> None:
    assert contact_slots([UNTOLD, name]) == [name]
    assert contactless_slots([name]) == contactless_slots([name], name[:12]) == []


@pytest.mark.parametrize("contact", CONTACT_ALONE)
@pytest.mark.parametrize("contactless", CONTACTLESS_ALONE)
def test_two_readers_at_once_are_each_found(contactless: str, contact: str) -> None:
    names = [contact, contactless.replace("00 00", "01 00")]
    assert contactless_slots(names) == names[1:]
    assert contact_slots(names) == names[:1]


def test_a_pattern_that_both_interfaces_bear_takes_the_one_that_is_wanted() -> None:
    for names in ([OMNIKEY_CL, OMNIKEY_CONTACT], [OMNIKEY_CONTACT, OMNIKEY_CL]):
        assert contactless_slots(names, "omnikey") == [OMNIKEY_CL]
        assert contact_slots(names, "omnikey") == [OMNIKEY_CONTACT]


def test_when_the_nfc_reader_is_unplugged_its_pattern_does_not_fall_on_the_contact_reader() -> None:
    contact = "HID Global OMNIKEY 3x21 Smart Card Reader [OMNIKEY 3x21 Smart Card Reader] 00 00"
    nfc = "HID Global OMNIKEY 5022 Smart Card Reader [OMNIKEY 5022 Smart Card Reader] 01 00"
    assert contactless_slots([contact, nfc], "omnikey") == [nfc]
    assert contactless_slots([contact], "omnikey") == []


@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        ("5422CL", [OMNIKEY_CL]),
        ("*5422CL*", [OMNIKEY_CL]),
        ("*[OMNIKEY 5422CL Smartcard Reader]*", [OMNIKEY_CL]),
        ("hid global*", [OMNIKEY_CL]),
        (OMNIKEY_CONTACT, [OMNIKEY_CONTACT]),
        ("utrust", [UTRUST_CL]),
        ("Watchdata", []),
    ],
)
def test_a_reader_is_found_by_part_of_its_name_by_a_glob_or_by_the_whole(
    pattern: str, meant: list[str]
) -> None:
    assert contactless_slots([OMNIKEY_CL, OMNIKEY_CONTACT, UTRUST_CONTACT, UTRUST_CL], pattern) == meant


def test_a_reader_that_comes_back_under_another_index_is_still_meant() -> None:
    for index in ("00", "03", "0F"):
        name = f"ACS ACR122U PICC Interface {index} 00"
        assert contactless_slots([UNTOLD, name], "ACR122U") == [name]


def test_of_two_readers_that_match_the_first_is_meant_with_its_slots_alone() -> None:
    twice = ["Zona 00 00", "Zona 00 01", "Zona 01 00"]
    assert contactless_slots(twice, "zona") == twice[:2]
    assert contact_slots(twice, "zona") == twice[:2]


def test_a_reader_that_says_nothing_is_taken_where_no_other_says_more() -> None:
    assert contactless_slots([UNTOLD]) == contact_slots([UNTOLD]) == [UNTOLD]


@given(st.lists(st.text() | st.sampled_from([*ACR1281, *ACR1581, *WATCHDATA, OMNIKEY_CL, OMNIKEY_CONTACT])))
def test_whatever_the_readers_are_called_the_defaults_never_cross_and_take_no_module(
    names: list[str],
) -> None:
    told = interfaces(names)
    assert not {Interface.CONTACT, Interface.SAM} & {told[name] for name in contactless_slots(names)}
    assert not {Interface.CONTACTLESS, Interface.SAM} & {told[name] for name in contact_slots(names)}
