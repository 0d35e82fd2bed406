"""Documents with nothing wrong, in all the ways in which that can look."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from demo.card import signed, tlv
from demo.card.asn1 import NULL, context, integer, octet_string, printable, sequence, set_of
from demo.card.certificates import (
    Validity,
    document_types,
    extension,
    revocation_list,
)
from demo.card.forgeries.chips import keyed
from demo.card.forgeries.workshop import (
    EXPIRED,
    GENUINE,
    SERIAL,
    TODAY,
    UNVERIFIED,
    Specimen,
    certified,
    content,
    document,
    doubtful,
    genuine,
    honest_key,
    signer,
    spain,
)
from demo.card.signed import Signer, attribute
from demo.card.signing import ecdsa


@doubtful
def an_ordinary_document() -> Specimen:
    return genuine()


@doubtful
def a_chip_that_proved_itself() -> Specimen:
    return keyed()


@doubtful
def a_document_on_its_last_day() -> Specimen:
    return genuine(expiry=TODAY)


@doubtful
def a_document_on_the_day_after() -> Specimen:
    return genuine(verdict=EXPIRED, expiry=date(2026, 11, 25))


@doubtful
def an_expired_document_whose_signer_expired_with_it() -> Specimen:
    validity = Validity(until=datetime(2022, 1, 1, tzinfo=UTC))
    return replace(certified(EXPIRED, validity=validity), expiry=date(2021, 5, 20))


@doubtful
def a_signer_bound_to_documents_of_this_kind() -> Specimen:
    return certified(GENUINE, extensions=spain().signer_extensions(document_types("I", "P")))


@doubtful
def a_signer_bound_to_some_documents_and_one_without_its_code() -> Specimen:
    groups = {1: tlv.encode(0x61, b"")}
    key = honest_key()
    bound = spain().certify(key, extensions=spain().signer_extensions(document_types("ID")))
    sod = signed.signed(signed.security_object(groups), Signer(key, bound))
    return document(sod, UNVERIFIED, groups=groups)


@doubtful
def a_list_of_document_types_in_another_form() -> Specimen:
    odd = extension("2.23.136.1.1.6.2", sequence(sequence(printable("ID"))))
    return certified(UNVERIFIED, extensions=spain().signer_extensions(odd))


@doubtful
def a_security_object_that_says_its_version() -> Specimen:
    """LDSSecurityObject, version 1 (9303-10, 4.6.2.3)."""
    (_, hashes), *_ = tlv.objects(content())
    _, *parts = (tlv.encode(tag, value) for tag, value in tlv.objects(hashes))
    version = sequence(printable("0108"), printable("040000"))
    return document(signed.signed(sequence(integer(1), *parts, version), signer()), GENUINE)


@doubtful
def a_security_object_of_an_unknown_version() -> Specimen:
    (_, hashes), *_ = tlv.objects(content())
    _, *parts = (tlv.encode(tag, value) for tag, value in tlv.objects(hashes))
    return document(signed.signed(sequence(integer(2), *parts), signer()), UNVERIFIED)


@doubtful
def a_signer_named_by_its_key() -> Specimen:
    identifier = bytes(range(20))
    own = extension("2.5.29.14", octet_string(identifier))
    one = Signer(honest_key(), spain().certify(honest_key(), extensions=spain().signer_extensions(own)))
    sod = signed.signed(content(), one, identifier=tlv.encode(0x80, identifier))
    return document(sod, GENUINE)


@doubtful
def a_revocation_list_that_names_others() -> Specimen:
    lists = (revocation_list(spain().name, spain().key, [1, 2, 3]),)
    return genuine(known=(spain().certificate, *lists))


@doubtful
def a_revocation_list_that_the_country_did_not_sign() -> Specimen:
    lists = (revocation_list(spain().name, ecdsa("P-384"), [SERIAL]),)
    return genuine(known=(spain().certificate, *lists))


@doubtful
def a_revocation_list_entry_about_another_issuer() -> Specimen:
    about = (sequence(extension("2.5.29.29", b"\x30\x00", critical=True)),)
    lists = (revocation_list(spain().name, spain().key, [SERIAL], about),)
    return genuine(known=(spain().certificate, *lists))


@doubtful
def unsigned_attributes() -> Specimen:
    """Anybody may have added them: they say nothing, for or against."""
    whole = signed.signed(content(), signer())
    (_, outer), *_ = tlv.objects(whole)
    kind, (_, wrapped) = list(tlv.objects(outer))
    (_, inner), *_ = tlv.objects(wrapped)
    parts = [tlv.encode(tag, value) for tag, value in tlv.objects(inner)]
    (_, information), *_ = tlv.objects(list(tlv.objects(inner))[-1][1])
    extra = context(1, attribute("1.3.6.1.4.1.99999.2", NULL))
    parts[-1] = set_of(sequence(information, extra))
    return document(sequence(tlv.encode(*kind), context(0, sequence(*parts))), GENUINE)
