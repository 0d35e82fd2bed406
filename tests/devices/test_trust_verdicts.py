"""Every document of the forger's workshop gets the verdict that it deserves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path

import pytest

from demo.card.asn1 import NULL, oid, sequence
from demo.card.certificates import Authority
from demo.card.forgeries import DOUBTFUL, FORGERIES
from demo.card.forgeries.workshop import FORGED, GENUINE, content, document, genuine, spain
from demo.card.signed import Signer, security_object, signed
from demo.card.signing import (
    CURVES,
    DIGESTS,
    SigningKey,
    ecdsa,
    explicit_parameters,
    rsa_pkcs1,
    rsa_pss,
)
from devices.contracts import Verdict
from tests.devices.trust_bench import judge_of, verdict_of


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_refused_with_its_verdict(name: str, tmp_path: Path) -> None:
    specimen = FORGERIES[name]()
    assert specimen.verdict in (Verdict.FORGED, Verdict.CLONED)
    assert verdict_of(specimen, tmp_path) == specimen.verdict


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_is_no_forgery_is_not_called_one(name: str, tmp_path: Path) -> None:
    specimen = DOUBTFUL[name]()
    assert verdict_of(specimen, tmp_path) == specimen.verdict


def test_there_are_many_of_them() -> None:
    assert len(FORGERIES) >= 60


# --- every algorithm ----------------------------------------------------------------------------------------

KNOWN_CURVES = [curve for curve in CURVES if curve != "secp256k1"]
SIGNERS: dict[str, Callable[[], SigningKey]] = {
    **{f"ecdsa-{curve}": partial(ecdsa, curve) for curve in KNOWN_CURVES},
    **{
        f"ecdsa-{curve}-explicit": partial(ecdsa, curve, parameters=explicit_parameters(curve))
        for curve in KNOWN_CURVES
    },
    **{f"ecdsa-{digest}": partial(ecdsa, digest=digest) for digest in DIGESTS},
    **{f"rsa-{digest}": partial(rsa_pkcs1, digest=digest) for digest in DIGESTS},
    **{f"pss-{digest}": partial(rsa_pss, digest=digest) for digest in DIGESTS},
    "pss-defaults": partial(rsa_pss, digest="sha1", salt=20),
    "pss-mask-of-another-hash": partial(rsa_pss, digest="sha256", mask="sha1", salt=11),
    "pss-without-salt": partial(rsa_pss, salt=0),
    "rsa-4096": partial(rsa_pkcs1, 4096),
}


@cache
def key_of(name: str) -> SigningKey:
    """A key takes long to make, and is the same whoever's it is."""
    return SIGNERS[name]()


@pytest.mark.parametrize("name", SIGNERS)
def test_a_signer_with_any_algorithm_of_documents_is_believed(name: str, tmp_path: Path) -> None:
    key = key_of(name)
    one = Signer(key, spain().certify(key))
    assert verdict_of(document(signed(content(), one), GENUINE), tmp_path) is Verdict.GENUINE
    whole = signed(content(), one)
    signature_at_its_end = document(whole[:-1] + bytes([whole[-1] ^ 1]), FORGED)
    assert verdict_of(signature_at_its_end, tmp_path / "again") is Verdict.FORGED


@pytest.mark.parametrize("name", SIGNERS)
def test_a_country_signer_with_any_algorithm_of_documents_is_believed(name: str, tmp_path: Path) -> None:
    country, key = Authority("ES", key_of(name)), ecdsa()
    one = Signer(key, country.certify(key))
    specimen = document(signed(content(), one), GENUINE, known=(country.certificate,))
    assert verdict_of(specimen, tmp_path) is Verdict.GENUINE


@pytest.mark.parametrize("digest", DIGESTS)
def test_hashes_of_any_algorithm_of_documents_are_compared(digest: str, tmp_path: Path) -> None:
    honest = genuine()
    one = Signer(key := ecdsa(), spain().certify(key))
    specimen = document(signed(security_object(honest.groups, digest), one), GENUINE)
    assert verdict_of(specimen, tmp_path) is Verdict.GENUINE


def test_rsa_encryption_as_signature_algorithm_takes_the_hash_named_apart(tmp_path: Path) -> None:
    key = rsa_pkcs1()
    plain = sequence(oid("1.2.840.113549.1.1.1"), NULL)
    specimen = document(signed(content(), Signer(key, spain().certify(key)), algorithm=plain), GENUINE)
    assert verdict_of(specimen, tmp_path) is Verdict.GENUINE


# --- every byte ---------------------------------------------------------------------------------------------


def test_no_bit_of_the_sod_can_be_changed_and_the_document_stay_genuine(tmp_path: Path) -> None:
    honest = genuine()
    judge = judge_of(honest, tmp_path)
    assert verdict_of(honest, judge=judge) is Verdict.GENUINE
    believed = []
    for at in range(len(honest.sod)):
        changed = honest.sod[:at] + bytes([honest.sod[at] ^ 1 << at % 8]) + honest.sod[at + 1 :]
        if verdict_of(replace(honest, sod=changed), judge=judge) is Verdict.GENUINE:
            believed.append((at, honest.sod[at]))
    assert not believed


def test_a_specimen_is_judged_by_the_day(tmp_path: Path) -> None:
    honest = genuine()
    assert verdict_of(honest, tmp_path) is Verdict.GENUINE
    assert verdict_of(replace(honest, today=date(2031, 5, 21)), tmp_path) is Verdict.GENUINE_EXPIRED
