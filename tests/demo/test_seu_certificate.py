"""The demo seu knows whose DNIe signed its challenge, and believes no other signature."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, strategies as st

from demo.card.dnie import USES, Authority as DnieAuthority
from demo.card.holders import read_holders
from demo.seu.certificate import Holder, Unproven, signer
from tests.authority import LAST, NOW, Authority, Key, Wish, der, ec_key, pem, rsa_key, sign

CHALLENGE = b"a challenge of the seu, made for this moment"
AC = Authority()
RSA, EC = rsa_key(), ec_key()


def judged(wish: Wish | None = None, *, key: Key = RSA, by: Authority = AC) -> Holder | Unproven:
    """What is thought of a right signature with a certificate like that, where `AC` is trusted."""
    return signer(der(by.issue(key, wish)), sign(key, CHALLENGE), CHALLENGE, pem(AC.root), NOW)


@pytest.mark.parametrize("key", [RSA, EC])
@pytest.mark.parametrize("serial", ["IDCES-00000023T", "00000023T"])
@pytest.mark.parametrize("ends", ["(AUTENTICACIÓN)", "(AUTENTICACION)"])
def test_a_right_signature_tells_the_holder(key: Key, serial: str, ends: str) -> None:
    told = judged(Wish(name=f"RIERA PRAT, CLARA {ends}", serial=serial), key=key)
    assert told == Holder("00000023T")
    assert repr(told) == "Holder(…)"


def test_the_demo_dnie_is_believed_with_its_one_certificate_and_not_with_the_other() -> None:
    authority, holder, key = DnieAuthority(), read_holders()[0], rsa_key()
    firma, autenticacion = (der(authority.issue(holder, use, key.public_key())) for use in USES)
    root, signature = authority.pem().encode(), sign(key, CHALLENGE)
    assert signer(autenticacion, signature, CHALLENGE, root, NOW) == Holder(holder.number)
    assert signer(firma, signature, CHALLENGE, root, NOW) is Unproven.WRONG_USE


WRONG = [
    (Wish(signs_documents=True), Unproven.WRONG_USE),
    (Wish(authenticates=False), Unproven.WRONG_USE),
    (Wish(is_authority=True), Unproven.WRONG_USE),
    (Wish(name="RIERA PRAT, CLARA (FIRMA)"), Unproven.WRONG_USE),
    (Wish(name="RIERA PRAT, CLARA"), Unproven.WRONG_USE),
    (Wish(serial=""), Unproven.NO_DNI),
    (Wish(serial="IDCES-00000023A"), Unproven.NO_DNI),
    (Wish(serial="PASES-00000023T"), Unproven.NO_DNI),
    (Wish(last=NOW - timedelta(seconds=1)), Unproven.NOT_VALID_NOW),
    (Wish(first=NOW + timedelta(seconds=1)), Unproven.NOT_VALID_NOW),
]


@pytest.mark.parametrize(("wish", "why"), WRONG)
def test_a_certificate_that_does_not_fit_shows_nobody(wish: Wish, why: Unproven) -> None:
    assert judged(wish) is why


def test_an_authority_that_only_has_the_name_is_not_believed() -> None:
    assert judged(by=Authority()) is Unproven.ISSUER_UNKNOWN


AUTHORITIES = [
    Wish(is_authority=False),
    Wish(is_authority=True, last=NOW - timedelta(days=1)),
]


@pytest.mark.parametrize("wish", AUTHORITIES)
def test_a_root_that_is_no_authority_now_vouches_for_nobody(wish: Wish) -> None:
    root = Authority(wish=wish, key=AC.key).root
    assert (
        signer(der(AC.issue(RSA)), sign(RSA, CHALLENGE), CHALLENGE, pem(root), NOW) is Unproven.ISSUER_UNKNOWN
    )


def test_a_signature_over_another_challenge_is_a_replay() -> None:
    certificate, old = der(AC.issue(RSA)), sign(RSA, b"yesterday's challenge")
    assert signer(certificate, old, CHALLENGE, pem(AC.root), NOW) is Unproven.BAD_SIGNATURE


def test_a_copied_certificate_without_its_key_shows_nobody() -> None:
    certificate = der(AC.issue(RSA))
    assert (
        signer(certificate, sign(rsa_key(), CHALLENGE), CHALLENGE, pem(AC.root), NOW)
        is Unproven.BAD_SIGNATURE
    )


def test_a_key_that_is_too_short_shows_nobody() -> None:
    assert judged(key=rsa_key(1024)) is Unproven.BAD_SIGNATURE


@given(st.binary(max_size=300))
def test_what_is_no_certificate_is_said_and_never_raised(given: bytes) -> None:
    assert signer(given, b"", CHALLENGE, pem(AC.root), LAST) is Unproven.NO_CERTIFICATE


@given(st.data())
def test_a_certificate_with_one_changed_byte_shows_nobody(data: st.DataObject) -> None:
    certificate = bytearray(CERTIFICATE)
    at = data.draw(st.integers(0, len(certificate) - 1))
    certificate[at] ^= data.draw(st.integers(1, 255))
    assert isinstance(signer(bytes(certificate), SIGNATURE, CHALLENGE, pem(ROOT), NOW), Unproven)


@given(st.binary(max_size=300))
def test_what_is_no_signature_shows_nobody(given: bytes) -> None:
    for key in (RSA, EC):
        assert signer(der(AC.issue(key)), given, CHALLENGE, pem(ROOT), NOW) is Unproven.BAD_SIGNATURE


CERTIFICATE, SIGNATURE, ROOT = der(AC.issue(RSA)), sign(RSA, CHALLENGE), AC.root
