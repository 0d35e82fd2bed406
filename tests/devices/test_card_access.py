"""Every way to open a chip that documents have, driver against the demo's chip; and which is taken first."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from demo.card.curve import BRAINPOOL_P256R1, BRAINPOOL_P512R1, CURVES, P256, P384, Curve
from demo.card.keys import EcdsaKey, Keys, agreement_key, rsa_key
from demo.card.pace import MRZ, Mapping, PaceProtocol
from demo.card.suites import AES_128, AES_192, AES_256, DES3, Suite
from devices.card.emrtd.channel import Stopped
from devices.card.emrtd.read import read_document
from devices.contracts import Can, CardReading, ChipProof, Mrz, ReadFailure
from tests.devices.card_bench import asked
from tests.devices.card_chips import HOLDERS, LinkTo, chip, mrz_of, read, read_well

MARIA, LIWEI = HOLDERS["maria"], HOLDERS["liwei"]
SUITES = {"3DES": DES3, "AES-128": AES_128, "AES-192": AES_192, "AES-256": AES_256}

EVERY_SUITE = pytest.mark.parametrize("suite", SUITES.values(), ids=SUITES)
EVERY_CURVE = pytest.mark.parametrize("curve", CURVES, ids=lambda curve: curve.named.name)


@EVERY_CURVE
@EVERY_SUITE
@pytest.mark.parametrize("mapping", [Mapping.GENERIC, Mapping.INTEGRATED])
@pytest.mark.parametrize("secret", [Can(MARIA.can), mrz_of(MARIA)], ids=["CAN", "MRZ"])
def test_pace_opens_a_chip_with_every_mapping_cipher_and_curve(
    mapping: Mapping, suite: Suite, curve: Curve, secret: Can | Mrz
) -> None:
    reading = read_well(chip(protocols=(PaceProtocol(suite, curve, mapping),)), secret)
    assert reading.document.number == MARIA.number


@EVERY_CURVE
@pytest.mark.parametrize("suite", [AES_128, AES_192, AES_256], ids=["AES-128", "AES-192", "AES-256"])
def test_pace_with_chip_authentication_mapping_opens_a_chip_and_proves_it(suite: Suite, curve: Curve) -> None:
    keys = Keys(mapping=agreement_key(curve, suite))
    protocol = PaceProtocol(suite, curve, Mapping.CHIP_AUTHENTICATION)
    assert read_well(chip(protocols=(protocol,), keys=keys)).proof is ChipProof.PACE_CAM


@EVERY_SUITE
@pytest.mark.parametrize("mapping", [Mapping.GENERIC, Mapping.INTEGRATED])
def test_a_wrong_secret_is_told_whatever_the_mapping(mapping: Mapping, suite: Suite) -> None:
    document = chip(protocols=(PaceProtocol(suite, P256, mapping),))
    assert read(document, Can("000000")) is ReadFailure.WRONG_SECRET


# --- which way first ----------------------------------------------------------------------------------------

WEAK, STRONG = PaceProtocol(DES3, P384), PaceProtocol(AES_256, BRAINPOOL_P512R1)


def chosen(link: LinkTo) -> list[tuple[int, int]]:
    """The mapping and the cipher of each MSE:Set AT for PACE, in order."""
    return [(one[15], one[16]) for one in link.sent if one[1:4] == bytes.fromhex("22C1A4")]


def test_the_best_offer_is_taken_first() -> None:
    link = LinkTo(chip(protocols=(WEAK, STRONG)))
    assert isinstance(read_document(link, asked(Can(MARIA.can))), CardReading)
    assert chosen(link) == [(2, 4)]


def test_where_the_chip_refuses_the_best_offer_the_next_one_opens_it() -> None:
    link = LinkTo(chip(protocols=(WEAK,), announced=(STRONG, WEAK)))
    assert isinstance(read_document(link, asked(Can(MARIA.can))), CardReading)
    assert chosen(link) == [(2, 4), (2, 1)]


def test_where_the_chip_breaks_the_best_offer_off_in_the_middle_the_next_one_opens_it() -> None:
    answered = itertools.count()

    def breaks_the_second_step_off(answer: bytes) -> bytes:
        mapped = answer[:2] == bytes.fromhex("7C81") and next(answered) == 0
        return bytes.fromhex("6A80") if mapped else answer

    link = LinkTo(chip(protocols=(WEAK, STRONG)), breaks_the_second_step_off)
    assert isinstance(read_document(link, asked(Can(MARIA.can))), CardReading)
    assert chosen(link) == [(2, 4), (2, 1)]


def test_a_wrong_can_is_tried_once_however_many_offers_there_are() -> None:
    link = LinkTo(chip(protocols=(WEAK, STRONG)))
    assert read_document(link, asked(Can("000000"))) is ReadFailure.WRONG_SECRET
    assert len(chosen(link)) == 1


def test_a_chip_with_both_is_opened_by_pace_and_not_by_bac() -> None:
    link = LinkTo(chip(LIWEI, bac=True))
    assert isinstance(read_document(link, asked(mrz_of(LIWEI))), CardReading)
    assert not any(command[1] == 0x84 for command in link.sent)


@pytest.mark.parametrize("announced", [(), (STRONG,)], ids=["offers nothing", "refuses all that it offers"])
def test_a_chip_that_pace_does_not_open_is_opened_by_bac_with_the_mrz(
    announced: tuple[PaceProtocol, ...],
) -> None:
    document = chip(LIWEI, (WEAK,), announced=announced, bac=True)
    assert read_well(document, mrz_of(LIWEI)).document.number == LIWEI.number
    assert read(document, Can(LIWEI.can)) is ReadFailure.MRZ_NEEDED


def test_a_chip_that_knows_no_can_asks_for_the_mrz() -> None:
    document = chip(LIWEI)
    only_mrz = replace(document, seeds={MRZ: document.seeds[MRZ]})
    assert read(only_mrz, Can(LIWEI.can)) is ReadFailure.MRZ_NEEDED
    assert read_well(only_mrz, mrz_of(LIWEI)).document.number == LIWEI.number


# --- extended length ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("longest", [256, 512, 2048, 8192])
@EVERY_SUITE
def test_a_chip_is_read_with_the_length_that_it_has(suite: Suite, longest: int) -> None:
    protocol = PaceProtocol(suite, BRAINPOOL_P256R1)
    assert read_well(chip(protocols=(protocol,), longest=longest)).document.number == MARIA.number


class Narrow(LinkTo):
    """Through a reader that carries no command in extended form."""

    def transmit(self, command: bytes) -> bytes:
        if len(command) > 5 and command[4] == 0:
            raise Stopped(ReadFailure.CARD_PULLED)
        return super().transmit(command)


def test_a_reader_without_extended_length_reads_and_proves_what_fits_a_short_answer() -> None:
    short = Keys(agreement_key(), EcdsaKey(P256, 4711))
    outcome = read_document(Narrow(chip(keys=short)), asked(Can(MARIA.can)))
    assert isinstance(outcome, CardReading)
    assert outcome.proof is ChipProof.CHIP_AUTHENTICATION
    assert outcome.evidence.signature


def test_a_reader_without_extended_length_cannot_bring_a_long_signature_so_there_is_no_proof() -> None:
    outcome = read_document(Narrow(chip(keys=Keys(active=rsa_key(2048)))), asked(Can(MARIA.can)))
    assert isinstance(outcome, CardReading)
    assert outcome.proof is ChipProof.FAILED
    assert not outcome.evidence.signature
