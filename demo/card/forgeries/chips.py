"""What a forger does with chips that have a key of their own, and with what they prove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from demo.card import signed, tlv
from demo.card.asn1 import integer, oid, sequence, set_of
from demo.card.certificates import (
    DIGITAL_SIGNATURE,
    Authority,
    authority_key,
    key_usage,
)
from demo.card.forgeries.workshop import (
    CLONED,
    FORGED,
    GENUINE,
    Specimen,
    content,
    doubtful,
    forgery,
    genuine,
    groups_of,
    romania,
    signer,
    spain,
)
from demo.card.signed import Signer
from demo.card.signing import ecdsa


def _key_info() -> bytes:
    """ChipAuthenticationPublicKeyInfo of a new key (9303-11, 9.2.7)."""
    return sequence(oid("0.4.0.127.0.7.2.2.1.2"), ecdsa("P-256").info)


def keyed(
    verdict: str = GENUINE,
    proof: str = "chip_authentication",
    groups: Mapping[int, bytes] | None = None,
    expiry: date = date(2031, 5, 20),
) -> Specimen:
    """Maria's document with a key in DG14 by which its chip can prove itself."""
    signed_groups = {**groups_of(), 14: tlv.encode(0x6E, set_of(_key_info()))}
    sod = signed.file(signed.signed(signed.security_object(signed_groups), signer()))
    shown = signed_groups if groups is None else {**groups, 14: signed_groups[14]}
    return genuine(verdict, sod, groups=shown, proof=proof, expiry=expiry)


@forgery
def a_chip_that_failed_to_prove_itself() -> Specimen:
    return keyed(verdict=CLONED, proof="failed")


@forgery
def a_chip_that_did_not_prove_itself_though_it_has_a_key() -> Specimen:
    return keyed(verdict=CLONED, proof="none")


@forgery
def a_chip_that_keeps_dg14_back() -> Specimen:
    return replace(keyed(verdict=CLONED, proof="none"), groups=groups_of())


@forgery
def a_chip_that_keeps_dg15_back() -> Specimen:
    groups = {**groups_of(), 15: tlv.encode(0x6F, ecdsa("P-256").info)}
    sod = signed.file(signed.signed(signed.security_object(groups), signer()))
    return genuine(verdict=CLONED, sod=sod)


@forgery
def a_clone_of_an_expired_document() -> Specimen:
    return keyed(verdict=CLONED, proof="failed", expiry=date(2026, 11, 25))


@forgery
def a_clone_with_a_forged_group() -> Specimen:
    return keyed(verdict=FORGED, proof="failed", groups=groups_of("jordi"))


def _card_security(one: Signer, infos: bytes = b"") -> bytes:
    return signed.signed(infos or set_of(_key_info()), one, content_type=signed.SECURITY_INFOS)


@forgery
def pace_cam_without_ef_card_security() -> Specimen:
    return genuine(verdict=CLONED, proof="pace_cam")


@forgery
def an_ef_card_security_without_a_key() -> Specimen:
    infos = set_of(sequence(oid("0.4.0.127.0.7.2.2.4.6.4"), integer(2)))
    return genuine(verdict=CLONED, proof="pace_cam", card_security=_card_security(signer(), infos))


@forgery
def an_ef_card_security_of_one_s_own() -> Specimen:
    mine, key = Authority("ES", ecdsa("P-384", "sha384")), ecdsa("P-256")
    extensions = [key_usage(DIGITAL_SIGNATURE), authority_key(spain().key)]
    one = Signer(key, mine.certify(key, extensions=extensions))
    return genuine(verdict=FORGED, proof="pace_cam", card_security=_card_security(one))


@forgery
def an_ef_card_security_of_another_country() -> Specimen:
    key = ecdsa("P-256")
    one = Signer(key, romania().certify(key))
    return genuine(verdict=FORGED, proof="pace_cam", card_security=_card_security(one))


@forgery
def a_sod_in_place_of_ef_card_security() -> Specimen:
    sod = signed.signed(content(), signer())
    return genuine(verdict=FORGED, proof="pace_cam", card_security=sod)


@doubtful
def an_ef_card_security_as_it_should_be() -> Specimen:
    return genuine(proof="pace_cam", card_security=_card_security(signer()))
