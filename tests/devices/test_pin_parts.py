"""The parts of a PIN's way: what goes over the pipe, which certificate is taken, whether a key signed."""

from __future__ import annotations

import os
import unicodedata

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from hypothesis import given, strategies as st

from devices.card.pkcs11.certificates import is_dnie_authentication, read_certificate, signed, to_sign
from devices.card.pkcs11.conversation import Conversation
from devices.card.pkcs11.cryptoki import CKM_ECDSA, CKM_RSA_PKCS
from devices.card.pkcs11.secret import zero
from devices.card.pkcs11.wire import Broken, Found, Kind, receive, send
from tests.authority import Authority, Wish, der, ec_key, rsa_key, sign

AC, RSA, EC = Authority(), rsa_key(), ec_key()
BY_RSA, BY_EC = AC.issue(RSA), AC.issue(EC)
CHALLENGE = b"a challenge"


def raw(der_signature: bytes) -> bytes:
    """As CKM_ECDSA gives it: r and s, one after the other (PKCS#11 2.40 mechanisms, 2.3.1)."""
    r, s = decode_dss_signature(der_signature)
    return r.to_bytes(32) + s.to_bytes(32)


@given(st.sampled_from(Kind), st.lists(st.binary(max_size=500), max_size=20))
def test_what_is_sent_is_received(kind: Kind, fields: list[bytes]) -> None:
    outlet, inlet = os.pipe()
    try:
        send(inlet, kind, fields)
        assert receive(outlet) == (kind, fields)
    finally:
        os.close(inlet)
        os.close(outlet)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_message_or_broken(given: bytes) -> None:
    outlet, inlet = os.pipe()
    os.write(inlet, given)
    os.close(inlet)
    try:
        kind, fields = receive(outlet)
        assert sum(len(field) + 2 for field in fields) + 2 <= len(given)
        assert kind in Kind
    except Broken:
        pass
    finally:
        os.close(outlet)


def test_to_write_to_somebody_who_has_gone_is_broken() -> None:
    outlet, inlet = os.pipe()
    os.close(outlet)
    with pytest.raises(Broken):
        send(inlet, Kind.SIGN, [b""])
    os.close(inlet)


def test_a_conversation_that_was_ended_does_not_begin() -> None:
    conversation = Conversation()
    conversation.kill()
    with pytest.raises(Broken), conversation.speaking("/nonexistent", "", ()):
        pass


def test_a_secret_is_overwritten_where_it_lies() -> None:
    secret = bytearray(b"12345678")
    with memoryview(secret) as same:
        zero(secret)
        assert bytes(same) == bytes(8)


def test_a_certificate_on_a_card_does_not_show_itself() -> None:
    assert repr(Found(1, 0, b"\x01", der(BY_RSA))) == "Found(…)"


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(), True),
        (Wish(name="A B, C (AUTENTICACION)"), True),
        (Wish(name=unicodedata.normalize("NFD", "A B, C (AUTENTICACIÓN)")), True),
        (Wish(name="A B, C (FIRMA)"), False),
        (Wish(name="(AUTENTICACIÓN) A B, C"), False),
        (Wish(signs_documents=True), False),
        (Wish(authenticates=False), False),
        (Wish(is_authority=True), False),
    ],
)
def test_the_certificate_for_authentication_is_told_by_its_name_and_its_use(
    wish: Wish, expected: bool
) -> None:
    certificate = read_certificate(der(AC.issue(RSA, wish)))
    assert certificate
    assert is_dnie_authentication(certificate) is expected


@given(st.binary(max_size=400))
def test_what_is_no_certificate_is_none(given: bytes) -> None:
    assert read_certificate(given) is None


@given(st.integers(0, len(der(BY_RSA)) - 1), st.integers(1, 255))
def test_a_certificate_with_a_changed_byte_is_judged_and_never_raised(at: int, change: int) -> None:
    changed = bytearray(der(BY_RSA))
    changed[at] ^= change
    certificate = read_certificate(bytes(changed))
    if certificate:
        assert is_dnie_authentication(certificate) in (True, False)


@pytest.mark.parametrize(
    ("certificate", "mechanism", "length"), [(BY_RSA, CKM_RSA_PKCS, 51), (BY_EC, CKM_ECDSA, 32)]
)
def test_each_kind_of_key_gets_what_its_mechanism_signs(
    certificate: x509.Certificate, mechanism: int, length: int
) -> None:
    asked, content = to_sign(certificate, CHALLENGE)
    assert (asked, len(content)) == (mechanism, length)


def test_a_signature_is_given_on_only_where_the_certificate_confirms_it() -> None:
    by_rsa, by_ec = sign(RSA, CHALLENGE), sign(EC, CHALLENGE)
    assert signed(BY_RSA, CHALLENGE, by_rsa) == by_rsa
    assert signed(BY_EC, CHALLENGE, raw(by_ec)) == by_ec
    assert signed(BY_RSA, b"another", by_rsa) is None
    assert signed(BY_EC, b"another", raw(by_ec)) is None


@given(st.binary(max_size=300))
def test_what_is_no_signature_is_none(made: bytes) -> None:
    assert signed(BY_RSA, CHALLENGE, made) is None
    assert signed(BY_EC, CHALLENGE, made) is None
