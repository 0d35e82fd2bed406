"""What a forger does to public keys, curves and the parameters of signatures (CVE-2020-0601 for one)."""

from __future__ import annotations

from dataclasses import replace

from demo.card import signed, tlv
from demo.card.asn1 import NULL, bit_string, context, integer, octet_string, oid, sequence
from demo.card.certificates import extension
from demo.card.forgeries.workshop import (
    FORGED,
    UNVERIFIED,
    Specimen,
    by,
    certified,
    content,
    document,
    doubtful,
    flipped,
    forgery,
    groups_of,
    honest_key,
    signer,
    spain,
)
from demo.card.signed import Signer
from demo.card.signing import (
    digest_algorithm,
    ecdsa,
    explicit_parameters,
    pss_parameters,
    rsa_pkcs1,
    rsa_pss,
)


def _with_parameters(parameters: bytes, verdict: str = FORGED, curve: str = "P-256") -> Specimen:
    key = ecdsa(curve, parameters=parameters)
    return by(Signer(key, spain().certify(key)), verdict)


def _parameters(place: int, value: bytes) -> bytes:
    """Explicit parameters but for one: 1 field, 2 coefficients, 3 generator, 4 order, 5 cofactor."""
    (_, inner), *_ = tlv.objects(explicit_parameters("P-256"))
    parts = [tlv.encode(tag, content) for tag, content in tlv.objects(inner)]
    parts[place] = value
    return sequence(*parts)


def _part(place: int) -> bytes:
    (_, inner), *_ = tlv.objects(explicit_parameters("P-256"))
    return list(tlv.objects(inner))[place][1]


@forgery
def a_generator_of_one_s_own() -> Specimen:
    """CVE-2020-0601: a point of the curve, and not its generator."""
    point = ecdsa("P-256").info[-65:]
    return _with_parameters(_parameters(3, octet_string(point)))


@forgery
def another_order() -> Specimen:
    return _with_parameters(_parameters(4, integer(int.from_bytes(_part(4)) - 2)))


@forgery
def another_cofactor() -> Specimen:
    return _with_parameters(_parameters(5, integer(2)))


@forgery
def another_coefficient() -> Specimen:
    (_, a), (_, b), *_ = tlv.objects(_part(2))
    other = flipped(b, len(b) - 1)
    return _with_parameters(_parameters(2, sequence(octet_string(a), octet_string(other))))


@forgery
def another_field() -> Specimen:
    prime = int.from_bytes(list(tlv.objects(_part(1)))[1][1])
    return _with_parameters(_parameters(1, sequence(oid("1.2.840.10045.1.1"), integer(prime + 2))))


@forgery
def a_public_key_that_is_not_on_its_curve() -> Specimen:
    key = honest_key()
    odd = replace(key, info=flipped(key.info, len(key.info) - 1))
    return by(Signer(key, spain().certify(odd)))


@doubtful
def a_named_curve_that_documents_do_not_have() -> Specimen:
    key = ecdsa("secp256k1")
    return by(Signer(key, spain().certify(key)), UNVERIFIED)


@doubtful
def an_unknown_curve_written_out() -> Specimen:
    return _with_parameters(explicit_parameters("secp256k1"), UNVERIFIED, "secp256k1")


@doubtful
def a_curve_over_another_kind_of_field() -> Specimen:
    field = sequence(oid("1.2.840.10045.1.2"), sequence(integer(163)))
    return _with_parameters(_parameters(1, field), UNVERIFIED)


@doubtful
def a_key_without_its_curve() -> Specimen:
    key = honest_key()
    info = sequence(sequence(oid("1.2.840.10045.2.1")), bit_string(key.info[-65:]))
    return by(Signer(key, spain().certify(replace(key, info=info))), UNVERIFIED)


@doubtful
def pss_without_its_parameters() -> Specimen:
    key = replace(rsa_pss(), algorithm=sequence(oid("1.2.840.113549.1.1.10")))
    return by(Signer(key, spain().certify(key)), UNVERIFIED)


@doubtful
def pss_with_an_unknown_mask() -> Specimen:
    mask = context(1, sequence(oid("1.2.840.113549.1.1.7"), digest_algorithm("sha256")))
    algorithm = sequence(oid("1.2.840.113549.1.1.10"), sequence(mask))
    key = replace(rsa_pss(), algorithm=algorithm)
    return by(Signer(key, spain().certify(key)), UNVERIFIED)


@doubtful
def a_curve_that_is_left_to_be_guessed() -> Specimen:
    return _with_parameters(NULL, UNVERIFIED)


@forgery
def pss_announced_with_another_salt() -> Specimen:
    key = rsa_pss(salt=32, parameters=pss_parameters("sha256", "sha256", 20))
    return by(Signer(key, spain().certify(key)))


@forgery
def pss_announced_with_another_mask() -> Specimen:
    key = rsa_pss(mask="sha1", parameters=pss_parameters("sha256", "sha256", 32))
    return by(Signer(key, spain().certify(key)))


@forgery
def pss_announced_for_a_pkcs1_signature() -> Specimen:
    key = rsa_pkcs1()
    announced = sequence(oid("1.2.840.113549.1.1.10"), pss_parameters("sha256", "sha256", 32))
    return document(signed.signed(content(), Signer(key, spain().certify(key)), algorithm=announced))


@forgery
def pss_with_another_hash_than_the_digest_s() -> Specimen:
    key = rsa_pss(digest="sha512", salt=64)
    return document(signed.signed(content(), Signer(key, spain().certify(key)), digest="sha256"))


@doubtful
def pss_with_an_unknown_trailer() -> Specimen:
    key = rsa_pss(parameters=pss_parameters("sha256", "sha256", 32, trailer=2))
    return by(Signer(key, spain().certify(key)), UNVERIFIED)


@doubtful
def a_signature_algorithm_that_is_not_known() -> Specimen:
    algorithm = sequence(oid("1.3.101.112"))
    return document(signed.signed(content(), signer(), algorithm=algorithm), UNVERIFIED)


@doubtful
def a_hash_algorithm_that_is_not_known() -> Specimen:
    sha256, sha3 = oid("2.16.840.1.101.3.4.2.1"), oid("2.16.840.1.101.3.4.2.8")
    return document(signed.signed(content().replace(sha256, sha3), signer()), UNVERIFIED)


@doubtful
def a_critical_extension_that_is_not_known() -> Specimen:
    odd = extension("1.3.6.1.4.1.99999.1", b"\x05\x00", critical=True)
    return certified(UNVERIFIED, extensions=spain().signer_extensions(odd))


@doubtful
def signed_data_without_a_certificate() -> Specimen:
    return document(signed.signed(content(), signer(), certificates=[]), UNVERIFIED)


@doubtful
def a_hash_that_is_wrong_and_a_curve_that_is_not_known() -> Specimen:
    """What contradicts outweighs what is not known."""
    key = ecdsa("secp256k1")
    one = by(Signer(key, spain().certify(key)))
    return replace(one, groups=groups_of("jordi"))
