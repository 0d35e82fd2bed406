"""A chip with one bit of one file changed: it is never genuine, whichever bit of whichever file it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from demo.card import lds
from demo.card.chip import Document, File
from demo.card.pace import PaceProtocol
from demo.card.personalisation import document
from devices.card.emrtd.read import Asked, read_document
from devices.card.trust.intake import take_in
from devices.card.trust.judge import PassiveAuthentication
from devices.card.trust.store import CountrySigners
from devices.contracts import Can, CardReading, ReadFailure, Verdict
from tests.devices.card_bench import NONCE
from tests.devices.card_chips import HOLDERS, LinkTo, issuer

MARIA = HOLDERS["maria"]
GENUINE = document(MARIA, PaceProtocol(), issuer(), MARIA)
FILES = {
    "DG1": lds.data_group_file(1),
    "DG11": lds.data_group_file(11),
    "DG14": lds.data_group_file(14),
    "SOD": lds.EF_SOD,
}
REFUSED = (Verdict.FORGED, Verdict.CLONED, Verdict.ISSUER_UNKNOWN, Verdict.NOT_VERIFIED)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> PassiveAuthentication:
    folder = tmp_path_factory.mktemp("signers")
    take_in(issuer().authority_pem().encode(), "demo.pem", folder, date.today())
    return PassiveAuthentication(CountrySigners(folder))


def outcome(chip: Document, judge: PassiveAuthentication) -> Verdict | ReadFailure:
    read = read_document(LinkTo(chip), Asked(Can(MARIA.can), NONCE, lambda progress: None, judge))
    return read.verdict if isinstance(read, CardReading) else read


def tampered(file: int, at: int, bit: int) -> Document:
    content = bytearray(GENUINE.application[file].content)
    content[at % len(content)] ^= 1 << bit
    changed = {**GENUINE.application, file: File(bytes(content), GENUINE.application[file].access)}
    return replace(GENUINE, application=changed)


def test_untouched_it_is_genuine(judge: PassiveAuthentication) -> None:
    assert outcome(GENUINE, judge) is Verdict.GENUINE


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 4000), bit=st.integers(0, 7))
def test_one_bit_of_a_file_makes_it_another(
    name: str, judge: PassiveAuthentication, at: int, bit: int
) -> None:
    came = outcome(tampered(FILES[name], at, bit), judge)
    assert came in (*REFUSED, ReadFailure.FORGED, ReadFailure.UNREADABLE)


@pytest.mark.parametrize("at", range(5, 95, 6))
def test_a_letter_of_the_zone_is_forged_whether_its_digits_agree_or_not(
    at: int, judge: PassiveAuthentication
) -> None:
    assert outcome(tampered(FILES["DG1"], at, 0), judge) in (Verdict.FORGED, ReadFailure.FORGED)


def test_a_security_object_of_which_nothing_can_be_read_is_forged(judge: PassiveAuthentication) -> None:
    rubbish = File(b"\x77\x04\x30\x02\x05\x00", GENUINE.application[lds.EF_SOD].access)
    chip = replace(GENUINE, application={**GENUINE.application, lds.EF_SOD: rubbish})
    assert outcome(chip, judge) is Verdict.FORGED


def test_a_file_that_is_not_needed_is_not_read_and_so_not_judged(judge: PassiveAuthentication) -> None:
    """DG13 holds far more than names; DG11 has them, so nothing of DG13 is used."""
    assert outcome(tampered(lds.data_group_file(13), 40, 0), judge) is Verdict.GENUINE
