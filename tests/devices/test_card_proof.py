"""A chip shows that it holds its document's private key, or it is a copy: driver against the demo's chip."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from demo.card import lds, tlv
from demo.card.chip import NO_KEYS, Document
from demo.card.curve import BRAINPOOL_P256R1, BRAINPOOL_P384R1, CURVES, P256, P521, Curve
from demo.card.keys import AgreementKey, EcdsaKey, Keys, RsaKey, agreement_key, random_private
from demo.card.pace import Mapping, PaceProtocol
from demo.card.suites import AES_128, AES_192, AES_256, DES3, Suite
from devices.card.emrtd import active_authentication, chip_authentication, security_infos
from devices.card.emrtd.read import read_document
from devices.contracts import Can, CardReading, ChipProof
from tests.devices.card_bench import NONCE, asked
from tests.devices.card_chips import (
    HOLDERS,
    LinkTo,
    card_security,
    chip,
    data_group,
    mrz_of,
    read_well,
    without_file,
)

MARIA, LIWEI = HOLDERS["maria"], HOLDERS["liwei"]
SUITES = {"3DES": DES3, "AES-128": AES_128, "AES-192": AES_192, "AES-256": AES_256}
CAM = (PaceProtocol(mapping=Mapping.CHIP_AUTHENTICATION), PaceProtocol())

EVERY_CURVE = pytest.mark.parametrize("curve", CURVES, ids=lambda curve: curve.named.name)


def proof_of(document: Document) -> ChipProof:
    return read_well(document).proof


@cache
def rsa_numbers(bits: int) -> rsa.RSAPrivateNumbers:
    return rsa.generate_private_key(65537, bits).private_numbers()


def signing(digest: str = "sha256", bits: int = 2048) -> Keys:
    return Keys(active=RsaKey(rsa_numbers(bits), digest))


def agreeing(curve: Curve = BRAINPOOL_P256R1, suite: Suite = AES_128) -> Keys:
    return Keys(agreement_key(curve, suite))


def other(key: AgreementKey) -> AgreementKey:
    return replace(key, private=random_private(key.curve))


def test_a_document_that_declares_no_key_proves_nothing() -> None:
    reading = read_well(chip())
    assert reading.proof is ChipProof.NONE
    assert reading.evidence.signature == reading.evidence.dg15 == b""
    assert reading.evidence.dg14[:1] == b"\x6e"


# --- chip authentication ------------------------------------------------------------------------------------


@EVERY_CURVE
@pytest.mark.parametrize("suite", SUITES.values(), ids=SUITES)
@pytest.mark.parametrize("key_id", [None, 0, 1, 300])
@pytest.mark.parametrize("spelled_out", [False, True], ids=["named curve", "explicit curve"])
def test_a_chip_agrees_on_keys_with_every_cipher_and_curve(
    suite: Suite, curve: Curve, key_id: int | None, spelled_out: bool
) -> None:
    key = AgreementKey(curve, random_private(curve), suite, key_id, spelled_out)
    assert proof_of(chip(keys=Keys(key))) is ChipProof.CHIP_AUTHENTICATION


@pytest.mark.parametrize("suite", SUITES.values(), ids=SUITES)
def test_a_copy_without_the_key_or_with_another_one_is_told_from_the_chip(suite: Suite) -> None:
    keys = agreeing(suite=suite)
    assert keys.agreement
    genuine = chip(keys=keys)
    assert proof_of(replace(genuine, keys=NO_KEYS)) is ChipProof.FAILED
    assert proof_of(replace(genuine, keys=Keys(other(keys.agreement)))) is ChipProof.FAILED
    assert proof_of(genuine) is ChipProof.CHIP_AUTHENTICATION


def test_a_chip_that_says_yes_to_chip_authentication_and_keeps_its_old_keys_is_a_copy() -> None:
    genuine = chip(keys=agreeing())

    class Pretends(LinkTo):
        """Says that it agreed on keys: it protects its answers as before."""

        def transmit(self, command: bytes) -> bytes:
            answer = super().transmit(command)
            channel = self.chip._channel
            if answer[-2:] != b"\x90\x00" and channel:
                return answer[:-2] + b"\x90\x00"
            return answer

    outcome = read_document(Pretends(replace(genuine, keys=NO_KEYS)), asked(Can(MARIA.can)))
    assert not isinstance(outcome, CardReading) or outcome.proof is ChipProof.FAILED


def test_chip_authentication_works_behind_bac_too() -> None:
    document = chip(LIWEI, (), agreeing(suite=DES3), bac=True, longest=256)
    assert read_well(document, mrz_of(LIWEI)).proof is ChipProof.CHIP_AUTHENTICATION


def test_of_several_keys_the_one_with_the_strongest_cipher_is_used_by_its_number() -> None:
    strong = AgreementKey(P521, random_private(P521), AES_256, key_id=2)
    weak = AgreementKey(P256, random_private(P256), DES3, key_id=1)
    dg14 = data_group(14, lds.card_access(PaceProtocol().info(), *weak.infos(), *strong.infos()))
    document = chip(keys=Keys(strong), groups={14: dg14})
    assert proof_of(document) is ChipProof.CHIP_AUTHENTICATION
    assert proof_of(replace(document, keys=Keys(weak))) is ChipProof.FAILED


def test_a_key_without_a_cipher_goes_with_3des() -> None:
    key = agreement_key(suite=DES3)
    dg14 = data_group(14, lds.card_access(key.infos()[1]))
    assert proof_of(chip(keys=Keys(key), groups={14: dg14})) is ChipProof.CHIP_AUTHENTICATION


# --- active authentication ----------------------------------------------------------------------------------


@pytest.mark.parametrize("digest", ["sha1", "sha224", "sha256", "sha384", "sha512"])
@pytest.mark.parametrize("bits", [1280, 2048, 3072])
@pytest.mark.parametrize("complement", [False, True], ids=["B.6", "B.4"])
def test_a_chip_signs_with_rsa_and_every_hash(digest: str, bits: int, complement: bool) -> None:
    key = RsaKey(rsa_numbers(bits), digest, complement)
    reading = read_well(chip(keys=Keys(active=key)))
    assert reading.proof is ChipProof.ACTIVE_AUTHENTICATION
    assert len(reading.evidence.signature) == bits // 8
    assert reading.evidence.dg15[:1] == b"\x6f"


@EVERY_CURVE
@pytest.mark.parametrize("digest", ["sha1", "sha224", "sha256", "sha384", "sha512"])
def test_a_chip_signs_with_ecdsa_on_every_curve_and_every_hash(curve: Curve, digest: str) -> None:
    key = EcdsaKey(curve, random_private(curve), digest)
    reading = read_well(chip(keys=Keys(active=key)))
    assert reading.proof is ChipProof.ACTIVE_AUTHENTICATION
    assert reading.evidence.signature


def test_a_hash_that_dg14_does_not_name_is_found() -> None:
    key = EcdsaKey(P256, random_private(P256), "sha384", spelled_out=True)
    dg14 = data_group(14, lds.card_access(PaceProtocol().info()))
    assert proof_of(chip(keys=Keys(active=key), groups={14: dg14})) is ChipProof.ACTIVE_AUTHENTICATION


def test_a_hash_that_is_not_known_here_proves_nothing_and_the_signature_goes_along() -> None:
    key = EcdsaKey(P256, 4711)
    ripemd_160 = bytes.fromhex("30170606678108010105020101060A04007F00070101040106")
    dg14 = data_group(14, lds.card_access(PaceProtocol().info(), ripemd_160))
    reading = read_well(chip(keys=Keys(active=key), groups={14: dg14}))
    assert reading.proof is ChipProof.NONE
    assert reading.evidence.signature


def test_another_hash_than_dg14_names_is_no_proof() -> None:
    key = EcdsaKey(P256, random_private(P256), "sha384")
    document = chip(keys=Keys(active=key))
    assert proof_of(replace(document, keys=Keys(active=replace(key, digest="sha256")))) is ChipProof.FAILED


@pytest.mark.parametrize("genuine", [signing(), Keys(active=EcdsaKey(P256, 4711))], ids=["RSA", "ECDSA"])
def test_a_copy_that_signs_with_another_key_or_not_at_all_is_told_from_the_chip(genuine: Keys) -> None:
    document = chip(keys=genuine)
    assert proof_of(document) is ChipProof.ACTIVE_AUTHENTICATION
    assert proof_of(replace(document, keys=NO_KEYS)) is ChipProof.FAILED
    for active in (RsaKey(rsa_numbers(1280)), EcdsaKey(P256, 4712), RsaKey(rsa_numbers(3072))):
        assert proof_of(replace(document, keys=Keys(active=active))) is ChipProof.FAILED


@pytest.mark.parametrize("active", [signing("sha1").active, signing().active, EcdsaKey(P256, 4711)])
def test_a_signature_over_another_challenge_or_with_a_bit_changed_is_no_proof(
    active: RsaKey | EcdsaKey,
) -> None:
    key = active_authentication.key_in(data_group(15, active.public()))
    assert key
    signature = active.sign(NONCE, bytes)
    assert active_authentication.verifies(key, (), NONCE, signature)
    assert not active_authentication.verifies(key, (), bytes(8), signature)
    for at in (0, len(signature) // 2, -1):
        changed = bytearray(signature)
        changed[at] ^= 0x04
        assert not active_authentication.verifies(key, (), NONCE, bytes(changed))
    for cut in (
        b"",
        signature[:-1],
        signature + b"\0",
        b"\0" + signature,
        bytes(len(signature)),
        b"\xff" * len(signature),
    ):
        assert not active_authentication.verifies(key, (), NONCE, cut)


def recoverable(body: bytes) -> bytes:
    """What the chip with this RSA key would sign, had it this for its message."""
    numbers = rsa_numbers(1280)
    return pow(int.from_bytes(body), numbers.d, numbers.public_numbers.n).to_bytes(160)


def test_only_the_form_of_scheme_1_is_a_signature() -> None:
    key = active_authentication.key_in(data_group(15, RsaKey(rsa_numbers(1280)).public()))
    assert key

    def verifies(header: str, nonce: bytes, trailer: str, digest: str = "sha256") -> bool:
        hashed = hashlib.new(digest, nonce + NONCE).digest()
        body = bytes.fromhex(header) + nonce + hashed + bytes.fromhex(trailer)
        assert len(body) == 160
        return active_authentication.verifies(key, (), NONCE, recoverable(body))

    assert verifies("6A", bytes(125), "34CC")
    assert not verifies("4A", bytes(125), "34CC")
    assert not verifies("0A", bytes(125), "34CC")
    assert not verifies("6A", bytes(125), "31CC")
    assert not verifies("6A", bytes(125), "33CC")
    assert not verifies("6A", bytes(126), "BC")
    assert verifies("6A", bytes(138), "BC", "sha1")
    assert verifies("6A", bytes(137), "33CC", "sha1")


def test_a_long_signature_is_asked_for_in_extended_form_whatever_ef_atr_info_says() -> None:
    document = chip(keys=signing())
    silent = replace(document, master={lds.EF_CARD_ACCESS: document.master[lds.EF_CARD_ACCESS]})
    assert proof_of(silent) is ChipProof.ACTIVE_AUTHENTICATION


# --- the mapping of PACE ------------------------------------------------------------------------------------


def test_a_chip_that_proved_itself_by_pace_is_not_asked_to_agree_on_keys_again() -> None:
    key = agreement_key()
    document = chip(protocols=CAM, keys=Keys(agreement=key, mapping=key))
    link = LinkTo(document)
    outcome = read_document(link, asked(Can(MARIA.can)))
    assert isinstance(outcome, CardReading)
    assert outcome.proof is ChipProof.PACE_CAM
    assert not any(command[1] == 0x22 and command[2] == 0x41 for command in link.sent)


@pytest.mark.parametrize("forger", [False, True], ids=["without key", "with another key"])
def test_a_copy_that_claims_the_mapping_is_told_from_the_chip(forger: bool) -> None:
    key = agreement_key()
    document = chip(protocols=CAM, keys=Keys(mapping=key))
    copied = Keys(mapping=other(key)) if forger else NO_KEYS
    assert proof_of(document) is ChipProof.PACE_CAM
    assert proof_of(replace(document, keys=copied)) is ChipProof.FAILED


def test_a_chip_that_keeps_ef_cardsecurity_back_shows_no_key() -> None:
    document = chip(protocols=CAM, keys=Keys(mapping=agreement_key()))
    master = {file: held for file, held in document.master.items() if file != lds.EF_CARD_SECURITY}
    assert proof_of(replace(document, master=master)) is ChipProof.FAILED


def test_a_key_on_another_curve_is_not_the_one_of_the_mapping() -> None:
    key = agreement_key()
    document = chip(protocols=CAM, keys=Keys(mapping=key))
    elsewhere = replace(document.master[lds.EF_CARD_SECURITY], content=card_security(agreement_key(P256)))
    assert proof_of(replace(document, master={**document.master, lds.EF_CARD_SECURITY: elsewhere})) is (
        ChipProof.FAILED
    )


def test_another_genuine_chip_behind_copied_files_is_found_out_by_the_key_of_dg14() -> None:
    own, its = agreement_key(), agreement_key()
    document = chip(protocols=CAM, keys=Keys(agreement=own, mapping=own))
    accomplice = replace(
        document,
        keys=Keys(agreement=its, mapping=its),
        master={
            **document.master,
            lds.EF_CARD_SECURITY: replace(document.master[lds.EF_CARD_SECURITY], content=card_security(its)),
        },
    )
    assert proof_of(document) is ChipProof.PACE_CAM
    assert proof_of(accomplice) is ChipProof.FAILED


def test_a_copy_that_no_longer_offers_the_mapping_is_found_out_by_dg14() -> None:
    document = chip(protocols=CAM, keys=Keys(mapping=agreement_key()))
    plain = replace(document.master[lds.EF_CARD_ACCESS], content=lds.card_access(PaceProtocol().info()))
    copied = replace(
        document, keys=NO_KEYS, pace=CAM[1:], master={**document.master, lds.EF_CARD_ACCESS: plain}
    )
    assert proof_of(copied) is ChipProof.FAILED


# --- all of them, and files that are kept back --------------------------------------------------------------


def test_the_best_proof_is_told_and_the_signature_goes_along() -> None:
    key, active = agreement_key(), signing().active
    for keys, protocols, proof in (
        (Keys(key, active, key), CAM, ChipProof.PACE_CAM),
        (Keys(key, active), (PaceProtocol(),), ChipProof.CHIP_AUTHENTICATION),
        (Keys(None, active), (PaceProtocol(),), ChipProof.ACTIVE_AUTHENTICATION),
    ):
        reading = read_well(chip(protocols=protocols, keys=keys))
        assert reading.proof is proof
        assert len(reading.evidence.signature) == 256


def test_one_proof_that_fails_is_enough() -> None:
    key, active = agreement_key(), EcdsaKey(BRAINPOOL_P384R1, 4711)
    document = chip(protocols=CAM, keys=Keys(key, active, key))
    for keys in (
        Keys(key, EcdsaKey(BRAINPOOL_P384R1, 4712), key),
        Keys(key, active, other(key)),
        Keys(key, None, key),
    ):
        assert proof_of(replace(document, keys=keys)) is ChipProof.FAILED
    only_agreement = chip(keys=Keys(key, active))
    assert proof_of(replace(only_agreement, keys=Keys(other(key), active))) is ChipProof.FAILED


def mentioning(document: Document, *numbers: int) -> Document:
    """The same chip, whose EF.COM lists these data groups."""
    com = replace(document.application[lds.EF_COM], content=lds.common(numbers))
    return replace(document, application={**document.application, lds.EF_COM: com})


@pytest.mark.parametrize("number", [14, 15])
@pytest.mark.parametrize("still_listed", [True, False], ids=["EF.COM lists it", "EF.COM is silent"])
def test_a_chip_that_keeps_back_a_file_with_a_key_shows_no_key(number: int, still_listed: bool) -> None:
    document = chip(keys=Keys(agreement_key(), signing().active))
    silent = without_file(document, lds.data_group_file(number))
    if not still_listed:
        silent = mentioning(silent, *(one for one in (1, 2, 11, 13, 14, 15) if one != number))
    assert proof_of(silent) is ChipProof.FAILED


def test_a_file_with_a_key_is_read_though_ef_com_does_not_mention_it() -> None:
    reading = read_well(mentioning(chip(keys=agreeing()), 1, 2))
    assert reading.proof is ChipProof.CHIP_AUTHENTICATION
    assert reading.evidence.dg14


@pytest.mark.parametrize("number", [11, 13, 14, 15])
@pytest.mark.parametrize("at", [0, 1, 2, 3, 6, -1])
def test_a_broken_file_is_handed_on_and_its_hash_tells(number: int, at: int) -> None:
    document = chip(keys=Keys(agreement_key(), signing().active))
    file = lds.data_group_file(number)
    content = bytearray(document.application[file].content)
    content[at] ^= 0xFF
    broken = replace(document.application[file], content=bytes(content))
    outcome = read_document(
        LinkTo(replace(document, application={**document.application, file: broken})), asked(Can(MARIA.can))
    )
    assert isinstance(outcome, CardReading)
    assert outcome.hashes_agree is (number == 13)  # with the names of DG11, DG13 is not read
    if number in (14, 15) and at == 0:
        assert outcome.proof is ChipProof.FAILED


def key_info(protocol: str, algorithm: bytes, key: bytes) -> bytes:
    """ChipAuthenticationPublicKeyInfo, by hand."""
    info = tlv.encode(0x30, tlv.encode(0x30, algorithm), tlv.encode(0x03, b"\0", key))
    return tlv.encode(0x30, tlv.encode(0x06, bytes.fromhex(protocol)), info)


def test_a_key_of_a_kind_that_is_not_known_here_proves_nothing_and_breaks_nothing() -> None:
    of_a_finite_field = key_info(
        "04007F000702020101", bytes.fromhex("06092A864886F70D0103013000"), bytes.fromhex("020105")
    )
    named = tlv.encode(0x06, bytes.fromhex("2A8648CE3D0201"))
    unknown_curve = tlv.encode(0x06, bytes.fromhex("2B8104000A"))  # secp256k1
    on_another_curve = key_info("04007F000702020102", named + unknown_curve, b"\x04" + bytes(64))
    for info in (of_a_finite_field, on_another_curve, b"\x30\x00"):
        dg14 = data_group(14, lds.card_access(PaceProtocol().info(), info))
        assert proof_of(chip(groups={14: dg14})) is ChipProof.NONE
    algorithm = tlv.encode(0x30, tlv.encode(0x06, bytes.fromhex("2A864886F70D010107")))  # RSAES-OAEP
    dg15 = data_group(15, tlv.encode(0x30, algorithm, tlv.encode(0x03, b"\0")))
    assert proof_of(chip(groups={15: dg15})) is ChipProof.NONE


def test_a_key_that_cannot_be_read_does_not_hide_the_one_that_can() -> None:
    key = agreement_key()
    broken = key_info(
        "04007F000702020102",
        tlv.encode(0x06, bytes.fromhex("2A8648CE3D0201"))
        + tlv.encode(0x06, bytes.fromhex("2A8648CE3D030107")),
        b"\x04" + bytes(64),
    )
    dg14 = data_group(14, lds.card_access(broken, *key.infos()))
    document = chip(keys=Keys(key), groups={14: dg14})
    assert proof_of(document) is ChipProof.CHIP_AUTHENTICATION
    assert proof_of(replace(document, keys=NO_KEYS)) is ChipProof.FAILED


@pytest.mark.parametrize("at", ["p", "a", "b", "generator", "n"])
def test_an_explicit_curve_that_differs_in_any_number_is_not_the_curve_that_it_resembles(at: str) -> None:
    value = getattr(P256, at)
    changed = P256.multiply(2, P256.generator) if at == "generator" else value - 4
    key = AgreementKey(replace(P256, **{at: changed}), 1)
    found = security_infos.parse(tlv.encode(0x31, key.infos()[1]))
    assert chip_authentication.keys(found) == ()
    whole = security_infos.parse(tlv.encode(0x31, AgreementKey(P256, 1).infos()[1]))
    assert len(chip_authentication.keys(whole)) == 1
