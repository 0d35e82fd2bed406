"""A staff card signs a challenge made for this moment; what can be copied of it never counts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from hypothesis import given, strategies as st

from demo.card.softhsm import MODULE, Entry, configure, make_token
from demo.pcsc import CONTACT_READER
from devices.card.pkcs11.card import Pkcs11Card
from devices.card.pkcs11.certificates import authenticates
from devices.card.staff import SigningStaffCard, judge, read_authorities, told_apart
from devices.contracts import (
    Confirmation,
    NotStaff,
    PinTries,
    ReaderState,
    Signed,
    SigningFailure,
    StaffConfirmed,
)
from tests.authority import NOW, Authority, Key, Wish, der, ec_key, pem, pkcs8, rsa_key, sign
from tests.devices.card_bench import Cards
from tests.devices.pin_bench import signing, until

TOWN = Authority("Town hall staff AC")
KEY = rsa_key()
PIN = "7391508264"
STAFF = Wish(name="Porter of the blue zone", serial="")
CHALLENGE = b"a challenge"

Issue = Callable[..., None]


@pytest.fixture
def issue(both: Cards, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Issue]:
    """Make the card that lies in the reader."""

    def make(certificate: bytes, key: Key = KEY, *, each_time: bool = False) -> None:
        tokens = tmp_path / "tokens"
        make_token(tokens, PIN, [Entry("07", "key", pkcs8(key), "certificate", certificate, each_time)])
        monkeypatch.setenv("SOFTHSM2_CONF", str(configure(tmp_path, tokens)))

    yield make
    both.post("/contact/remove")


def confirmed(both: Cards, pin: bytearray, *, authority: Authority = TOWN) -> Confirmation:
    async def run() -> Confirmation:
        reader = Pkcs11Card(CONTACT_READER, MODULE, wanted=authenticates)
        async with signing(reader, both, "metro"):
            return await SigningStaffCard(reader, (authority.root,), lambda: NOW).confirm(pin)

    return asyncio.run(run())


@pytest.mark.parametrize("key", [KEY, ec_key()])
@pytest.mark.parametrize("each_time", [False, True])
def test_a_card_of_the_town_halls_own_authority_is_confirmed(
    both: Cards, issue: Issue, key: Key, each_time: bool
) -> None:
    issue(der(TOWN.issue(key, STAFF)), key, each_time=each_time)
    pin = bytearray(PIN.encode())
    told = confirmed(both, pin)
    assert isinstance(told, StaffConfirmed)
    assert not any(pin)
    assert "Porter" not in repr(told)


def test_the_wrong_pin_confirms_nobody(both: Cards, issue: Issue) -> None:
    issue(der(TOWN.issue(KEY, STAFF)))
    assert confirmed(both, bytearray(b"1111111111")) is SigningFailure.WRONG_PIN


def test_a_card_of_another_authority_of_the_same_name_is_no_staff_card(both: Cards, issue: Issue) -> None:
    issue(der(Authority(TOWN.name).issue(KEY, STAFF)))
    assert confirmed(both, bytearray(PIN.encode())) is NotStaff.ISSUER_UNKNOWN


def test_a_card_with_the_copied_certificate_and_another_key_confirms_nobody(
    both: Cards, issue: Issue
) -> None:
    issue(der(TOWN.issue(KEY, STAFF)), rsa_key())
    assert confirmed(both, bytearray(PIN.encode())) is SigningFailure.NOT_A_SIGNER


def test_a_card_that_only_answers_to_reset_like_a_staff_card_confirms_nobody(
    both: Cards, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "none").mkdir()
    monkeypatch.setenv("SOFTHSM2_CONF", str(configure(tmp_path, tmp_path / "none")))
    assert confirmed(both, bytearray(PIN.encode())) is SigningFailure.NOT_A_SIGNER


class Recorder:
    """A forged reader: plays back what a true card signed once."""

    def __init__(self, once: Signed) -> None:
        self._once = once

    @property
    def state(self) -> ReaderState:
        return ReaderState.CARD

    def watch(self, heard: Callable[[ReaderState], None]) -> Callable[[], None]:
        return lambda: None

    async def tries(self) -> PinTries | SigningFailure:
        return PinTries.SEVERAL

    async def sign(self, pin: bytearray, challenge: bytes) -> Signed | SigningFailure:
        return self._once

    async def close(self) -> None:
        return None


def test_what_was_signed_before_is_a_replay_and_confirms_nobody() -> None:
    once = Signed(der(TOWN.issue(KEY, STAFF)), sign(KEY, CHALLENGE))
    assert isinstance(judge(once, CHALLENGE, (TOWN.root,), NOW), StaffConfirmed)
    told = asyncio.run(SigningStaffCard(Recorder(once), (TOWN.root,), lambda: NOW).confirm(bytearray(b"1")))
    assert told is NotStaff.BAD_SIGNATURE


def judged(wish: Wish, *, key: Key = KEY) -> StaffConfirmed | NotStaff:
    signed = Signed(der(TOWN.issue(key, wish)), sign(key, CHALLENGE))
    return judge(signed, CHALLENGE, (TOWN.root,), NOW)


def test_certificates_that_are_not_for_this_or_not_for_now_confirm_nobody() -> None:
    assert judged(Wish(signs_documents=True)) is NotStaff.WRONG_USE
    assert judged(Wish(is_authority=True)) is NotStaff.WRONG_USE
    assert judged(Wish(last=NOW - timedelta(days=1))) is NotStaff.NOT_VALID_NOW
    assert judged(Wish(first=NOW + timedelta(days=1))) is NotStaff.NOT_VALID_NOW
    assert judged(STAFF, key=rsa_key(1024)) is NotStaff.BAD_SIGNATURE


def test_a_root_that_is_no_authority_now_vouches_for_nobody() -> None:
    signed = Signed(der(TOWN.issue(KEY, STAFF)), sign(KEY, CHALLENGE))
    for wish in (Wish(), Wish(is_authority=True, last=NOW - timedelta(days=1))):
        root = Authority(TOWN.name, wish, TOWN.key).root
        assert judge(signed, CHALLENGE, (root,), NOW) is NotStaff.ISSUER_UNKNOWN
    assert judge(signed, CHALLENGE, (), NOW) is NotStaff.NO_AUTHORITIES


def test_a_card_is_called_the_same_each_time_and_another_one_otherwise() -> None:
    first, again, other = judged(STAFF), judged(Wish(name="Renewed")), judged(STAFF, key=rsa_key())
    assert isinstance(first, StaffConfirmed)
    assert first == again
    assert first != other


def test_authorities_are_read_from_a_file_and_rubbish_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "staff.pem"
    file.write_bytes(pem(TOWN.root) + pem(Authority().root))
    assert len(read_authorities(file)) == 2
    file.write_bytes(b"rubbish")
    with pytest.raises(ValueError, match="PEM"):
        read_authorities(file)


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_whatever_a_card_says_it_is_judged_and_never_raised(certificate: bytes, signature: bytes) -> None:
    assert judge(Signed(certificate, signature), CHALLENGE, (TOWN.root,), NOW) is NotStaff.ISSUER_UNKNOWN
    own = Signed(OWN, signature)
    assert judge(own, CHALLENGE, (TOWN.root,), NOW) is NotStaff.BAD_SIGNATURE


OWN = der(TOWN.issue(KEY, STAFF))


# --- told apart from a citizen's own card, before any PIN is sent -------------------------------------------


@pytest.fixture
def empty(both: Cards) -> Cards:
    """Nobody's card is in the reader, and SoftHSM sees what is put there."""
    both.post("/contact/afresh")
    return both


def staff_of_the_demo(both: Cards) -> tuple[x509.Certificate, ...]:
    return tuple(x509.load_pem_x509_certificates(both.get("/contact/staff-authority")))


def test_the_demos_card_of_staff_is_confirmed(empty: Cards) -> None:
    async def run() -> Confirmation:
        authorities = await asyncio.to_thread(staff_of_the_demo, empty)
        reader = Pkcs11Card(CONTACT_READER, MODULE, wanted=told_apart(authorities))
        async with signing(reader, empty, "staff"):
            return await SigningStaffCard(reader, authorities).confirm(bytearray(b"2468"))

    assert isinstance(asyncio.run(run()), StaffConfirmed)


def test_a_citizens_card_gets_no_pin_of_staff_and_loses_no_try(empty: Cards) -> None:
    async def run() -> tuple[Confirmation, PinTries | SigningFailure]:
        authorities = await asyncio.to_thread(staff_of_the_demo, empty)
        reader = Pkcs11Card(CONTACT_READER, MODULE, wanted=told_apart(authorities))
        citizens = Pkcs11Card(CONTACT_READER, MODULE, counts_tries=True)
        async with signing(reader, empty, "maria"):
            told = await SigningStaffCard(reader, authorities).confirm(bytearray(b"2468"))
            await until(citizens, ReaderState.CARD)
            try:
                return told, await citizens.tries()
            finally:
                await citizens.close()

    assert asyncio.run(run()) == (SigningFailure.NOT_A_SIGNER, PinTries.SEVERAL)


def test_a_card_of_staff_is_never_taken_for_a_citizens_document(empty: Cards) -> None:
    async def run() -> Signed | SigningFailure:
        citizens = Pkcs11Card(CONTACT_READER, MODULE)
        async with signing(citizens, empty, "staff"):
            return await citizens.sign(bytearray(b"2468"), CHALLENGE)

    assert asyncio.run(run()) is SigningFailure.NOT_A_SIGNER
