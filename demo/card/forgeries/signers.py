"""What a forger does to the certificates of document signers and country signers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from demo.card import signed
from demo.card.asn1 import NULL
from demo.card.certificates import (
    CRL_SIGN,
    DIGITAL_SIGNATURE,
    KEY_CERT_SIGN,
    Authority,
    Validity,
    authority_constraints,
    authority_extensions,
    authority_key,
    certificate,
    document_types,
    extended_usage,
    extension,
    key_usage,
    name,
    revocation_list,
)
from demo.card.forgeries.workshop import (
    FORGED,
    GENUINE,
    SERIAL,
    STRANGER,
    UNVERIFIED,
    Specimen,
    by,
    certified,
    content,
    document,
    doubtful,
    flipped,
    forgery,
    genuine,
    honest_key,
    romania,
    signer,
    spain,
)
from demo.card.signed import Signer
from demo.card.signing import ecdsa


@forgery
def a_flipped_certificate() -> Specimen:
    whole = signer().certificate
    return by(Signer(honest_key(), flipped(whole, whole.index(b"Document Signer"), 0x20)))


@forgery
def a_flipped_certificate_signature() -> Specimen:
    return by(Signer(honest_key(), flipped(signer().certificate, len(signer().certificate) - 2)))


@forgery
def a_certificate_with_a_key_put_in() -> Specimen:
    mine = ecdsa("P-256")
    return by(Signer(mine, signer().certificate.replace(honest_key().info, mine.info)))


@forgery
def the_certificate_of_another_signer() -> Specimen:
    other = ecdsa("P-256")
    certificates = [spain().certify(other)]
    return document(signed.signed(content(), signer(), certificates=certificates))


@forgery
def an_expired_signer() -> Specimen:
    return certified(validity=Validity(until=datetime(2026, 11, 25, tzinfo=UTC)))


@forgery
def a_signer_that_is_not_yet_valid() -> Specimen:
    return certified(validity=Validity(since=datetime(2026, 11, 27, tzinfo=UTC)))


@forgery
def a_signer_that_expired_before_its_document() -> Specimen:
    validity = Validity(until=datetime(2020, 1, 1, tzinfo=UTC))
    return replace(certified(validity=validity), expiry=date(2021, 5, 20))


@forgery
def a_key_that_is_not_for_signatures() -> Specimen:
    return certified(extensions=[key_usage(2), authority_key(spain().key)])


@forgery
def a_certificate_without_key_usage() -> Specimen:
    return certified(extensions=[authority_key(spain().key)])


@forgery
def a_signer_of_master_lists() -> Specimen:
    return certified(extensions=spain().signer_extensions(extended_usage("2.23.136.1.1.3")))


@forgery
def an_authority_used_as_signer() -> Specimen:
    usage = key_usage(DIGITAL_SIGNATURE, KEY_CERT_SIGN)
    return certified(extensions=[usage, authority_constraints(), authority_key(spain().key)])


@forgery
def the_country_signer_itself_as_signer() -> Specimen:
    return by(Signer(spain().key, spain().certificate))


@forgery
def a_signer_for_documents_of_another_kind() -> Specimen:
    return certified(extensions=spain().signer_extensions(document_types("P", "AR")))


@forgery
def a_signer_of_another_country() -> Specimen:
    key = ecdsa("P-256")
    return by(Signer(key, romania().certify(key)))


@forgery
def a_signer_whose_country_is_not_its_authority_s() -> Specimen:
    return certified(country="RO")


@forgery
def a_revoked_signer() -> Specimen:
    lists = (revocation_list(spain().name, spain().key, [1, SERIAL, 3]),)
    return genuine(verdict=FORGED, known=(spain().certificate, *lists))


@forgery
def a_signer_of_a_revoked_country_signer() -> Specimen:
    """A link certificate that was taken back, and so the key to which it led."""
    newer, key = Authority("ES", ecdsa("P-384"), "Next"), ecdsa("P-256")
    link = spain().link_to(newer, serial=SERIAL)
    known = (spain().certificate, link, revocation_list(spain().name, spain().key, [SERIAL]))
    return by(Signer(key, newer.certify(key)), known=known)


@forgery
def two_algorithms_for_the_certificate_s_signature() -> Specimen:
    outside = certificate(
        name("ES", "Zona Blava Demo Document Signer"),
        honest_key(),
        spain().name,
        spain().key,
        spain().signer_extensions(),
        algorithm=ecdsa("P-384", "sha256").algorithm,
    )
    return by(Signer(honest_key(), outside))


@forgery
def an_extension_that_stands_there_twice() -> Specimen:
    return certified(extensions=spain().signer_extensions(key_usage(DIGITAL_SIGNATURE)))


@forgery
def a_look_alike_of_the_country_signer() -> Specimen:
    """The same name and key identifier, and another key."""
    mine, key = Authority("ES", ecdsa("P-384", "sha384")), ecdsa("P-256")
    extensions = [key_usage(DIGITAL_SIGNATURE), authority_key(spain().key)]
    return by(Signer(key, mine.certify(key, extensions=extensions)))


@forgery
def a_look_alike_that_does_not_name_its_key() -> Specimen:
    mine, key = Authority("ES", ecdsa("P-384", "sha384")), ecdsa("P-256")
    return by(Signer(key, mine.certify(key, extensions=[key_usage(DIGITAL_SIGNATURE)])))


@forgery
def an_expired_country_signer() -> Specimen:
    old = Authority("ES", ecdsa("P-384"), validity=Validity(until=datetime(2025, 1, 1, tzinfo=UTC)))
    key = ecdsa("P-256")
    return by(Signer(key, old.certify(key)), known=(old.certificate,))


@doubtful
def a_country_signer_that_may_not_certify() -> Specimen:
    """Refused when it was to be imported, so that nobody stands behind the document."""
    key, mine = ecdsa("P-256"), Authority("ES", ecdsa("P-384"), "Odd")
    extensions = [key_usage(CRL_SIGN), *authority_extensions(mine.key, mine.key)[1:]]
    odd = certificate(mine.name, mine.key, mine.name, mine.key, extensions)
    return by(Signer(key, mine.certify(key)), STRANGER, known=(odd, romania().certificate))


@doubtful
def an_old_root_that_says_by_its_key_usage_alone_what_it_is() -> Specimen:
    key, mine = ecdsa("P-256"), Authority("ES", ecdsa("P-384"), "Old")
    extensions = authority_extensions(mine.key, mine.key)
    old = certificate(mine.name, mine.key, mine.name, mine.key, [extensions[0], *extensions[2:]])
    return by(Signer(key, mine.certify(key)), GENUINE, known=(old,))


@doubtful
def a_root_that_asks_for_something_unknown() -> Specimen:
    key, mine = ecdsa("P-256"), Authority("ES", ecdsa("P-384"), "Odd")
    odd = extension("1.3.6.1.4.1.99999.1", NULL, critical=True)
    extensions = [*authority_extensions(mine.key, mine.key), odd]
    root = certificate(mine.name, mine.key, mine.name, mine.key, extensions)
    return by(Signer(key, mine.certify(key)), UNVERIFIED, known=(root,))


@doubtful
def a_revocation_list_by_a_key_that_may_not_sign_it() -> Specimen:
    key, mine = ecdsa("P-256"), Authority("ES", ecdsa("P-384"), "No lists")
    extensions = [key_usage(KEY_CERT_SIGN), *authority_extensions(mine.key, mine.key)[1:]]
    root = certificate(mine.name, mine.key, mine.name, mine.key, extensions)
    known = (root, revocation_list(mine.name, mine.key, [SERIAL]))
    return by(Signer(key, mine.certify(key, serial=SERIAL)), GENUINE, known=known)


@doubtful
def a_link_that_says_by_its_key_usage_alone_what_it_is() -> Specimen:
    key, newer = ecdsa("P-256"), Authority("ES", ecdsa("P-384"), "Next")
    extensions = authority_extensions(newer.key, spain().key)
    link = certificate(newer.name, newer.key, spain().name, spain().key, [extensions[0], *extensions[2:]])
    return by(Signer(key, newer.certify(key)), STRANGER, known=(spain().certificate, link))


@doubtful
def a_look_alike_with_a_key_of_its_own() -> Specimen:
    """Nobody can tell it from a newer key of the country that was not imported."""
    mine, key = Authority("ES", ecdsa("P-384", "sha384")), ecdsa("P-256")
    return by(Signer(key, mine.certify(key)), STRANGER)


@doubtful
def a_country_that_was_not_imported() -> Specimen:
    return genuine(verdict=STRANGER, known=(romania().certificate,))


@doubtful
def a_state_that_there_is_not() -> Specimen:
    return genuine(verdict=STRANGER, issuer="XYZ")


@doubtful
def a_kiosk_without_country_signers() -> Specimen:
    return genuine(verdict=UNVERIFIED, known=())


@doubtful
def a_link_certificate_alone() -> Specimen:
    newer = Authority("ES", ecdsa("P-384"), "Next")
    key = ecdsa("P-256")
    return by(Signer(key, newer.certify(key)), STRANGER, known=(spain().link_to(newer),))


@doubtful
def a_link_certificate_to_a_newer_key() -> Specimen:
    newer = Authority("ES", ecdsa("P-384"), "Next")
    key = ecdsa("P-256")
    known = (spain().certificate, spain().link_to(newer))
    return by(Signer(key, newer.certify(key)), GENUINE, known=known)
