"""The demo card's chip opens to whom it should, and tells everyone else why not."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import load_der_public_key

from demo.card.chip import Chip
from demo.card.curve import BRAINPOOL_P256R1
from demo.card.holders import Holder, read_holders
from demo.card.keys import rsa_key
from demo.card.personalisation import Personalised, personalise
from tests.demo.card_terminal import OPENED, Terminal

HOLDERS = {holder.id: holder for holder in read_holders()}
APPLICATION = "A0000002471001"


def with_can(holder: Holder) -> tuple[int, bytes]:
    return 2, holder.can.encode()


def with_mrz(holder: Holder) -> tuple[int, bytes]:
    return 1, hashlib.sha1(holder.zone.information().encode()).digest()


@pytest.fixture(scope="module")
def table() -> Personalised:
    return personalise(tuple(HOLDERS.values()))


@pytest.fixture
def maria(table: Personalised) -> Terminal:
    return Terminal(table.cards["maria"]())


def opened(terminal: Terminal, holder: Holder) -> Terminal:
    assert terminal.open(*with_can(holder))[-1] == OPENED
    assert terminal.protected("0CA4040C", bytes.fromhex(APPLICATION)) == (b"", "9000")
    return terminal


@pytest.mark.parametrize("name", ["maria", "omar", "elena", "liwei"])
@pytest.mark.parametrize("password", [with_can, with_mrz])
def test_can_and_mrz_open_dni_tie_european_card_and_passport(
    table: Personalised, name: str, password: Callable[[Holder], tuple[int, bytes]]
) -> None:
    terminal = Terminal(table.cards[name]())
    assert terminal.open(*password(HOLDERS[name])) == [OPENED] * 5
    terminal.protected("0CA4040C", bytes.fromhex(APPLICATION))
    dg1, status = terminal.protected("0CB08100", le=b"\x00")
    assert dg1[:1] == b"\x61"
    assert HOLDERS[name].support.encode() in dg1
    assert status == "6282"  # fewer bytes than asked for


def test_a_wrong_can_fails_at_the_last_step_and_the_right_one_works_at_once(maria: Terminal) -> None:
    assert maria.open(2, b"000000") == [OPENED] * 4 + ["6300"]
    assert maria.plain("00A4040C07" + APPLICATION) == (b"", "9000")
    assert maria.plain("00B0810000") == (b"", "6982")
    assert maria.plain("00A4000C023F00") == (b"", "9000")
    opened(maria, HOLDERS["maria"])


def test_nothing_personal_is_read_without_opening(maria: Terminal) -> None:
    maria.plain("00A4040C07" + APPLICATION)
    for file in ("0101", "0102", "0103", "010B", "010D", "010E", "011D", "011E"):
        assert maria.plain("00A4020C02" + file) == (b"", "6982")
    assert maria.plain("00B0000000") == (b"", "6986")


def test_fingerprints_stay_closed_and_an_absent_file_is_not_found(maria: Terminal) -> None:
    opened(maria, HOLDERS["maria"])
    assert maria.protected("0CA4020C", b"\x01\x03")[1] == "6982"
    assert maria.protected("0CA4020C", b"\x01\x0f")[1] == "6A82"
    assert maria.protected("0CA4020C", b"\x01\x0b")[1] == "9000"


def test_a_file_ends_where_it_ends(maria: Terminal) -> None:
    opened(maria, HOLDERS["maria"])
    maria.protected("0CA4020C", b"\x01\x1d")
    start, status = maria.protected("0CB00000", le=b"\x04")
    assert status == "9000"
    assert start[:2] == b"\x77\x82"
    length = 4 + int.from_bytes(start[2:])
    assert maria.protected(f"0CB0{length - 1:04X}", le=b"\x01")[1] == "9000"
    last, status = maria.protected(f"0CB0{length - 1:04X}", le=b"\x08")
    assert (len(last), status) == (1, "6282")
    assert maria.protected(f"0CB0{length:04X}", le=b"\x01") == (b"", "6B00")


def test_a_short_answer_has_room_for_223_bytes_of_a_file_and_no_more(maria: Terminal) -> None:
    opened(maria, HOLDERS["maria"])
    maria.protected("0CA4020C", b"\x01\x02")
    part, status = maria.protected("0CB00000", le=b"\xdf")
    assert (len(part), status) == (223, "9000")
    assert maria.protected("0CB00000", le=b"\xf0") == (b"", "6700")


def test_extended_length_reads_as_much_as_ef_atr_info_says(maria: Terminal) -> None:
    information, _ = maria.plain("00B0810000")
    assert information.endswith(bytes.fromhex("7F66080202080002020800"))
    opened(maria, HOLDERS["maria"])
    maria.protected("0CA4020C", b"\x01\x02", extended=True)
    part, status = maria.protected("0CB00000", le=b"\x07\xd0", extended=True)
    assert (len(part), status) == (2000, "9000")
    assert maria.protected("0CB00000", le=b"\x08\x00", extended=True) == (b"", "6700")


def test_a_plain_command_ends_the_session(maria: Terminal) -> None:
    opened(maria, HOLDERS["maria"])
    assert maria.plain("00B0810004") == (b"", "6982")
    assert maria.protected("0CB08100", le=b"\x04") == (b"", "6982")


def test_a_changed_command_ends_the_session(table: Personalised) -> None:
    chip = table.cards["maria"]()

    class Meddler:
        """Turns one bit of one command."""

        atr = chip.atr
        meddles = False

        def reset(self) -> None:
            chip.reset()

        def answer(self, apdu: bytes) -> bytes:
            return chip.answer(apdu[:-2] + bytes([apdu[-2] ^ 1]) + apdu[-1:] if self.meddles else apdu)

    between = Meddler()
    terminal = opened(Terminal(between), HOLDERS["maria"])
    between.meddles = True
    assert terminal.protected("0CB08100", le=b"\x04") == (b"", "6988")
    between.meddles = False
    assert terminal.protected("0CB08100", le=b"\x04") == (b"", "6982")


def test_power_off_closes_the_chip(table: Personalised) -> None:
    chip = table.cards["maria"]()
    terminal = opened(Terminal(chip), HOLDERS["maria"])
    chip.reset()
    assert terminal.protected("0CB08100", le=b"\x04") == (b"", "6982")


def test_pace_out_of_order_is_refused(maria: Terminal) -> None:
    assert maria.plain("10860000027C0000")[1] == "6985"
    assert maria.plain("0022C1A40F800A04007F00070202040204830102")[1] == "6A80"  # AES-256
    assert maria.plain("0022C1A40F800A04007F00070202040202830103")[1] == "6A88"  # PIN
    assert maria.plain("0022C1A40F800A04007F00070202040202830102")[1] == "9000"
    assert maria.plain("00860000027C0000")[1] == "6883"
    maria.plain("0022C1A40F800A04007F00070202040202830102")
    assert maria.plain("10860000027C0000")[1] == "9000"
    assert maria.plain("10860000457C438141" + "04" + "01" * 64 + "00")[1] == "6300"  # no point of the curve


def test_an_old_passport_knows_neither_pace_nor_extended_length(table: Personalised) -> None:
    terminal = Terminal(table.cards["old-passport"]())
    assert terminal.plain("00A4020C02011C")[1] == "6A82"
    assert terminal.plain("0022C1A40F800A04007F00070202040202830101")[1] == "6D00"
    assert terminal.plain("00A4040C000007" + APPLICATION + "0000")[1] == "6700"
    assert terminal.plain("00A4040C07" + APPLICATION)[1] == "9000"
    challenge, status = terminal.plain("0084000008")
    assert (len(challenge), status) == (8, "9000")
    assert terminal.plain("0082000028" + "00" * 40 + "28")[1] == "6300"
    assert terminal.plain("0082000028" + "00" * 40 + "28")[1] == "6985"


def test_a_dni_has_no_basic_access_control(maria: Terminal) -> None:
    maria.plain("00A4040C07" + APPLICATION)
    assert maria.plain("0084000008")[1] == "6D00"


def test_a_metro_card_is_no_document(table: Personalised) -> None:
    terminal = Terminal(table.cards["metro"]())
    for command, status in (
        ("00A4000C023F00", "6A82"),
        ("00A4040C07" + APPLICATION, "6A82"),
        ("00B09C0000", "6D00"),
        ("0084000008", "6D00"),
    ):
        assert terminal.plain(command) == (b"", status)


def test_an_altered_dni_does_not_say_what_was_signed(table: Personalised) -> None:
    def hash_agrees(name: str) -> bool:
        terminal = opened(Terminal(table.cards[name]()), HOLDERS["maria"])
        dg1, _ = terminal.protected("0CB08100", le=b"\x00")
        terminal.protected("0CA4020C", b"\x01\x1d", extended=True)
        sod, _ = terminal.protected("0CB00000", le=b"\x00\x00", extended=True)
        return hashlib.sha256(dg1).digest() in sod

    assert hash_agrees("maria")
    assert not hash_agrees("altered")


@pytest.mark.parametrize(
    "apdu", ["", "00", "00A404", "00A4040C08A000", "00B000000000", "00B00000000000FF", "FFCA000000"]
)
def test_nonsense_is_answered_and_not_obeyed(table: Personalised, apdu: str) -> None:
    answer = table.cards["maria"]().answer(bytes.fromhex(apdu))
    assert answer.hex() in ("6700", "6e00", "6986")


def test_every_atr_ends_in_its_check_byte(table: Personalised) -> None:
    for make in table.cards.values():
        check = 0
        for octet in make().atr[1:]:
            check ^= octet
        assert check == 0


def test_a_dni_has_the_atr_of_a_dnie_and_a_tie_the_one_that_is_taken_for_it(table: Personalised) -> None:
    assert table.cards["maria"]().atr.hex().upper().startswith("3B888001E1F35E117781")
    assert table.cards["omar"]().atr.hex().upper() == "3B8C800150D71A03F3E1F35E117781A16A"
    assert table.cards["liwei"]().atr.hex().upper() == "3B888001E1F35E117783D70077"


def test_a_chip_shows_nothing_of_its_holder(table: Personalised) -> None:
    chip = table.cards["maria"]()
    assert isinstance(chip, Chip)
    assert "SOLER" not in repr(vars(chip))


# --- keys that never leave the chip -------------------------------------------------------------------------

CHALLENGE = bytes.fromhex("0123456789ABCDEF")


def file_of(terminal: Terminal, number: str) -> bytes:
    assert terminal.protected("0CA4020C", bytes.fromhex(number))[1] == "9000"
    return terminal.protected("0CB00000", le=b"\x04\x00", extended=True)[0]


def test_a_passport_signs_a_challenge_with_the_key_of_its_dg15(table: Personalised) -> None:
    terminal = opened(Terminal(table.cards["liwei"]()), HOLDERS["liwei"])
    dg15 = file_of(terminal, "010F")
    assert dg15[:1] == b"\x6f"
    key = load_der_public_key(dg15[2:])
    assert isinstance(key, ec.EllipticCurvePublicKey)
    signature, status = terminal.protected("0C880000", CHALLENGE, le=b"\x00")
    assert (len(signature), status) == (64, "9000")
    r, s = int.from_bytes(signature[:32]), int.from_bytes(signature[32:])
    key.verify(encode_dss_signature(r, s), CHALLENGE, ec.ECDSA(hashes.SHA256()))
    assert terminal.protected("0C880000", CHALLENGE[:7], le=b"\x00") == (b"", "6700")


def test_a_signature_with_rsa_holds_a_nonce_of_the_chip_and_the_hash_over_both() -> None:
    key = rsa_key(1024, "sha1")
    public = key.numbers.public_numbers
    opened_up = [
        pow(int.from_bytes(key.sign(CHALLENGE, os.urandom)), public.e, public.n).to_bytes(128) for _ in "12"
    ]
    assert opened_up[0] != opened_up[1]
    for message in opened_up:
        assert (message[0], message[-1]) == (0x6A, 0xBC)
        assert hashlib.sha1(message[1:-21] + CHALLENGE).digest() == message[-21:-1]


def test_nobody_gets_a_signature_or_new_keys_who_did_not_open_the_chip(table: Personalised) -> None:
    passport, card = Terminal(table.cards["liwei"]()), Terminal(table.cards["maria"]())
    for terminal in (passport, card):
        terminal.plain("00A4040C07" + APPLICATION)
    assert passport.plain("0088000008" + CHALLENGE.hex() + "00") == (b"", "6982")
    assert card.plain("002241A40C800A04007F00070202030202") == (b"", "6982")


def test_a_card_agrees_on_new_keys_with_who_knows_the_key_of_its_dg14(table: Personalised) -> None:
    maria = opened(Terminal(table.cards["maria"]()), HOLDERS["maria"])
    dg14 = file_of(maria, "010E")
    at = dg14.index(bytes.fromhex("034200")) + 3
    mechanism = bytes.fromhex("800A04007F00070202030202")
    assert maria.protected("0C2241A4", mechanism) == (b"", "9000")
    assert maria.agree_anew(13, dg14[at : at + 65]) == (bytes.fromhex("7C00"), "9000")
    assert maria.protected("0CB08100", le=b"\x04")[1] == "9000"


def test_who_does_not_know_the_key_is_not_heard_afterwards(table: Personalised) -> None:
    maria = opened(Terminal(table.cards["maria"]()), HOLDERS["maria"])
    other = bytes.fromhex("04") + b"".join(number.to_bytes(32) for number in BRAINPOOL_P256R1.generator)
    maria.protected("0C2241A4", bytes.fromhex("800A04007F00070202030202"))
    assert maria.agree_anew(13, other)[1] == "9000"
    assert maria.protected("0CB08100", le=b"\x04") == (b"", "6988")


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ("800A04007F00070202030204", "6A80"),  # AES-256
        ("800A04007F00070202030202840101", "6A88"),  # a key with a number
        ("80", "6A80"),
        ("800A04007F00070202030202", "9000"),
    ],
)
def test_chip_authentication_is_chosen_by_its_identifier_and_its_key(
    maria: Terminal, data: str, status: str
) -> None:
    opened(maria, HOLDERS["maria"])
    assert maria.protected("0C2241A4", bytes.fromhex(data)) == (b"", status)


def test_a_cloned_dni_has_every_file_of_its_own_and_no_key(table: Personalised) -> None:
    cloned = opened(Terminal(table.cards["cloned"]()), HOLDERS["maria"])
    assert b"BAA000589" in file_of(cloned, "0101")
    assert hashlib.sha256(file_of(cloned, "010E")).digest() in file_of(cloned, "011D")
    assert cloned.protected("0C2241A4", bytes.fromhex("800A04007F00070202030202"))[1] == "6A86"
    assert cloned.protected("0C880000", CHALLENGE, le=b"\x00") == (b"", "6D00")
    assert cloned.protected("0CB08100", le=b"\x04")[1] == "9000"
