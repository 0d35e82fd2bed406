"""Any bytes get a verdict: never an exception, soon, in little memory, and never a good one."""

from __future__ import annotations

import time
import tracemalloc
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from asn1crypto.core import ObjectIdentifier
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import HealthCheck, given, settings, strategies as st

from demo.card.asn1 import NULL, bit_string, integer, oid, sequence
from demo.card.certificates import Authority
from demo.card.forgeries.workshop import by, genuine, signer, spain
from demo.card.signed import SECURITY_INFOS, Signer, signed
from demo.card.signing import ecdsa, explicit_parameters, rsa_pkcs1, rsa_pss
from devices.card.trust import der
from devices.card.trust.der import Malformed
from devices.card.trust.doubt import Contradiction, NotKnown
from devices.card.trust.judge import PassiveAuthentication
from devices.card.trust.keys import public_key
from devices.contracts import ChipFiles, ChipProof, Verdict
from fuzz.targets.trust import one
from tests.devices.trust_bench import judge_of, verdict_of

HONEST = genuine()
RSA = by(Signer(key := rsa_pss(), spain().certify(key)), "genuine")
MEGABYTE = 1 << 20


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> PassiveAuthentication:
    return judge_of(HONEST, tmp_path_factory.mktemp("signers"))


def with_rsa_key(modulus: int, exponent: int) -> bytes:
    """An EF.SOD whose signer has this key, in a certificate that nobody of Spain signed."""
    numbers = sequence(integer(modulus), integer(exponent))
    info = sequence(sequence(oid("1.2.840.113549.1.1.1"), NULL), bit_string(numbers))
    key = replace(rsa_pkcs1(), info=info)
    mine = Authority("ES", key)
    return der.encode(0x77, signed(b"", Signer(key, mine.certify(key))))


def nested(depth: int) -> bytes:
    """Sequences in sequences, as deep as a file can hold."""
    octets = b""
    for _ in range(depth):
        octets = der.encode(der.SEQUENCE, octets)
    return octets


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """An honest EF.SOD in which a few bytes are others, more or fewer."""
    octets = draw(st.sampled_from((HONEST.sod, RSA.sod)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(octets) - 1))
        octets = octets[:at] + draw(st.binary(max_size=6)) + octets[at + draw(st.integers(0, 6)) :]
    return octets


ANY_PROOF = st.sampled_from(ChipProof)
SHARED = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SHARED
@given(sod=st.one_of(changed(), st.binary(max_size=300)), proof=ANY_PROOF)
def test_a_changed_sod_is_never_genuine(judge: PassiveAuthentication, sod: bytes, proof: ChipProof) -> None:
    verdict = verdict_of(replace(HONEST, sod=sod, proof=str(proof)), judge=judge)
    assert verdict in Verdict
    assert verdict is not Verdict.GENUINE or sod in (HONEST.sod, RSA.sod)


@SHARED
@given(
    groups=st.dictionaries(st.integers(-1, 20), st.binary(max_size=60), max_size=5),
    card_security=st.binary(max_size=200),
    proof=ANY_PROOF,
    issuer=st.text(max_size=4),
    expiry=st.dates(),
    today=st.dates(),
)
def test_files_of_any_content_get_a_verdict(
    judge: PassiveAuthentication,
    groups: dict[int, bytes],
    card_security: bytes,
    proof: ChipProof,
    issuer: str,
    expiry: date,
    today: date,
) -> None:
    files = ChipFiles(groups, HONEST.sod, proof, expiry, issuer, card_security)
    assert judge.verdict(files, today) in (Verdict.FORGED, Verdict.CLONED)


LARGE = {
    "nothing but zeros": bytes(1 << 17),
    "a huge length": b"\x77\x84\xff\xff\xff\xff" + bytes(1 << 16),
    "sequences in sequences": der.encode(0x77, nested(16_000)),
    "many empty elements": der.encode(0x77, der.encode(der.SEQUENCE, b"\x05\x00" * 32_000)),
    "a content of 64 kB": der.encode(0x77, signed(bytes(1 << 16), signer())),
    "twelve megabytes": der.encode(0x77, bytes(12 * MEGABYTE)),
    "an RSA key of 100 kbit": with_rsa_key((1 << 100_000) + 1, 65537),
    "an RSA exponent of 8 kbit": with_rsa_key((1 << 8_190) + 1, (1 << 8_180) + 1),
    "an RSA key of nothing": with_rsa_key(0, 0),
    "a negative RSA key": with_rsa_key(-5, 3),
    "a negative RSA exponent": with_rsa_key((1 << 2_047) + 1, -3),
    "many certificates": der.encode(0x77, signed(b"", signer(), certificates=[signer().certificate] * 200)),
}


@pytest.mark.parametrize("what", LARGE)
def test_large_and_deep_files_cost_little_time_and_memory(judge: PassiveAuthentication, what: str) -> None:
    specimen = replace(HONEST, sod=LARGE[what])
    tracemalloc.start()
    began = time.thread_time()
    verdict = verdict_of(specimen, judge=judge)
    took = time.thread_time() - began
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert verdict in (Verdict.FORGED, Verdict.NOT_VERIFIED)
    assert took < 1.0
    assert most < 16 * MEGABYTE


@SHARED
@given(st.binary(max_size=60))
def test_what_is_read_as_der_is_written_in_the_same_bytes(octets: bytes) -> None:
    try:
        found = der.elements(octets)
    except Malformed:
        return
    assert b"".join(der.encode(one.tag, one.value) for one in found) == octets


@given(st.integers(0, 2), st.integers(0, 39), st.lists(st.integers(0, 1 << 40), max_size=6))
def test_object_identifiers_are_written_as_asn1crypto_writes_them(
    first: int, second: int, others: list[int]
) -> None:
    dotted = ".".join(map(str, (first, second, *others)))
    assert der.oid(dotted) == ObjectIdentifier(dotted).contents


def test_a_signed_empty_content_is_no_card_security(judge: PassiveAuthentication) -> None:
    card_security = signed(b"", signer(), content_type=SECURITY_INFOS)
    specimen = replace(HONEST, proof="pace_cam", card_security=card_security)
    assert verdict_of(specimen, judge=judge) is Verdict.CLONED


def test_times_that_there_are_not_are_malformed() -> None:
    for text in (
        b"990230000000Z",
        b"99010100Z",
        b"990101000000",
        b"990101000000+9900",
        "٩٩0101000000Z".encode(),
    ):
        with pytest.raises(Contradiction):
            der.moment(der.Element(der.UTC_TIME, text, b""))


@SHARED
@given(data=st.binary(max_size=200))
def test_the_target_of_the_long_run_takes_any_bytes(data: bytes) -> None:
    one(data)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        (der.UTC_TIME, b"491231235959Z", "2049-12-31T23:59:59+00:00"),
        (der.UTC_TIME, b"500101000000Z", "1950-01-01T00:00:00+00:00"),
        (der.UTC_TIME, b"1001011200Z", "2010-01-01T12:00:00+00:00"),
        (der.UTC_TIME, b"100101000000+0100", "2009-12-31T23:00:00+00:00"),
        (der.GENERALIZED_TIME, b"20500101000000Z", "2050-01-01T00:00:00+00:00"),
    ],
)
def test_times_are_read_as_certificates_write_them(tag: int, text: bytes, expected: str) -> None:
    assert der.moment(der.Element(tag, text, b"")).isoformat() == expected


@SHARED
@given(st.integers(-(1 << 1100), 1 << 1100), st.integers(-(1 << 70), 1 << 70))
def test_any_rsa_numbers_are_a_key_or_none(modulus: int, exponent: int) -> None:
    numbers = sequence(integer(modulus), integer(exponent))
    with suppress(Contradiction, NotKnown):
        public_key(sequence(sequence(oid("1.2.840.113549.1.1.1"), NULL), bit_string(numbers)))


@SHARED
@given(
    place=st.integers(0, 5),
    put=st.one_of(st.binary(max_size=40), st.integers(-(1 << 300), 1 << 300).map(integer)),
    point=st.one_of(st.binary(max_size=70), st.just(ecdsa().info[-65:])),
)
def test_any_curve_parameters_are_a_curve_or_none(place: int, put: bytes, point: bytes) -> None:
    parts = [one.whole for one in der.elements(der.element(explicit_parameters("P-256")).value)]
    parts[place] = put
    algorithm = sequence(oid("1.2.840.10045.2.1"), sequence(*parts))
    with suppress(Contradiction, NotKnown):
        key = public_key(sequence(algorithm, bit_string(point)))
        assert sequence(*parts) == explicit_parameters("P-256") or place in (0, 2, 5)
        assert isinstance(key, ec.EllipticCurvePublicKey)
