"""What a forger does to the data, to their hashes, to the signature over these, and to their bytes."""

from __future__ import annotations

from demo.card import signed, tlv
from demo.card.asn1 import NULL, integer, octet_string, oid, sequence, set_of
from demo.card.forgeries.workshop import (
    FORGED,
    FORGERIES,
    UNVERIFIED,
    Make,
    Specimen,
    by,
    content,
    document,
    doubtful,
    flipped,
    forgery,
    genuine,
    groups_of,
    signer,
)
from demo.card.signed import Signer, attribute, attributes
from demo.card.signing import ecdsa, hashed


def _changed_group(number: int) -> Make:
    def make() -> Specimen:
        groups = dict(groups_of())
        groups[number] = flipped(groups[number], len(groups[number]) - 2)
        return genuine(verdict=FORGED, groups=groups)

    return make


for _number in (1, 2, 11, 13):
    FORGERIES[f"a_byte_flipped_in_dg{_number}"] = _changed_group(_number)


@forgery
def dg1_of_one_and_sod_of_another() -> Specimen:
    return genuine(verdict=FORGED, groups=groups_of("jordi"))


@forgery
def the_sod_of_another() -> Specimen:
    sod = signed.file(signed.signed(signed.security_object(groups_of("jordi")), signer()))
    return genuine(verdict=FORGED, sod=sod)


@forgery
def a_data_group_without_its_hash() -> Specimen:
    less = {number: group for number, group in groups_of().items() if number != 11}
    return document(signed.signed(signed.security_object(less), signer()))


@forgery
def no_dg1_among_what_was_read() -> Specimen:
    return genuine(verdict=FORGED, groups={2: groups_of()[2]})


@forgery
def a_flipped_hash() -> Specimen:
    whole = signed.signed(content(), signer())
    return document(flipped(whole, whole.index(hashed("sha256", groups_of()[1])) + 5))


@forgery
def a_hash_that_stands_there_twice() -> Specimen:
    mine, honest = groups_of("jordi")[1], groups_of()[1]
    both = signed.security_object({1: mine, 2: honest}).replace(integer(2), integer(1))
    return document(signed.signed(both, signer()), groups={1: honest})


@forgery
def hashes_of_another_algorithm_than_is_said() -> Specimen:
    confused = signed.security_object(groups_of(), "sha1", said="sha256")
    return document(signed.signed(confused, signer()))


@forgery
def a_flipped_signature() -> Specimen:
    whole = signed.signed(content(), signer())
    return document(flipped(whole, len(whole) - 3))


@forgery
def the_signature_of_another_key() -> Specimen:
    return by(Signer(ecdsa("P-256"), signer().certificate))


@forgery
def a_signature_of_nothing() -> Specimen:
    return document(signed.signed(content(), signer(), signature=b""))


@forgery
def an_ecdsa_signature_of_zeros() -> Specimen:
    return document(signed.signed(content(), signer(), signature=sequence(integer(0), integer(0))))


@forgery
def a_flipped_signed_attribute() -> Specimen:
    whole = signed.signed(content(), signer())
    return document(flipped(whole, whole.index(hashed("sha256", content())) + 7))


@forgery
def the_message_digest_of_something_else() -> Specimen:
    said = attributes(b"something else", "sha256")
    return document(signed.signed(content(), signer(), signed_attributes=said))


@forgery
def content_swapped_under_its_signature() -> Specimen:
    said = attributes(content(), "sha256")
    mine = signed.security_object(groups_of("jordi"))
    return document(signed.signed(mine, signer(), signed_attributes=said), groups=groups_of("jordi"))


@forgery
def content_of_another_type() -> Specimen:
    return document(signed.signed(content(), signer(), content_type=signed.MASTER_LIST))


@forgery
def attributes_of_another_content_type() -> Specimen:
    said = attributes(content(), "sha256", "1.2.840.113549.1.7.1")
    return document(signed.signed(content(), signer(), signed_attributes=said))


@forgery
def two_message_digests() -> Specimen:
    said = [*attributes(content(), "sha256"), *attributes(b"something else", "sha256")[1:]]
    return document(signed.signed(content(), signer(), signed_attributes=said))


@forgery
def a_message_digest_with_two_values() -> Specimen:
    values = (octet_string(hashed("sha256", content())), octet_string(bytes(32)))
    said = [attributes(content(), "sha256")[0], attribute(signed.MESSAGE_DIGEST, *values)]
    return document(signed.signed(content(), signer(), signed_attributes=said))


@forgery
def no_message_digest() -> Specimen:
    said = attributes(content(), "sha256")[:1]
    return document(signed.signed(content(), signer(), signed_attributes=said))


@forgery
def no_signed_attributes() -> Specimen:
    return document(signed.signed(content(), signer(), signed_attributes=[]))


@forgery
def attributes_shown_as_content() -> Specimen:
    """The classic confusion: what was signed as attributes is given out as signed content (RFC 5652, 11)."""
    said = set_of(*attributes(content(), "sha256"))
    return document(signed.signed(said, signer(), signed_attributes=[], signature=signer().key.sign(said)))


@doubtful
def two_signers() -> Specimen:
    return document(signed.signed(content(), signer(), signers=2), UNVERIFIED)


@doubtful
def more_certificates_than_documents_have() -> Specimen:
    certificates = [signer().certificate] * 17
    return document(signed.signed(content(), signer(), certificates=certificates), UNVERIFIED)


@doubtful
def no_signer() -> Specimen:
    return document(signed.signed(content(), signer(), signers=0), UNVERIFIED)


@forgery
def an_algorithm_with_two_parameters() -> Specimen:
    algorithm = sequence(oid("1.2.840.10045.4.3.2"), NULL, NULL)
    return document(signed.signed(content(), signer(), algorithm=algorithm))


@doubtful
def an_algorithm_with_a_parameter_that_it_has_not() -> Specimen:
    algorithm = sequence(oid("1.2.840.10045.4.3.2"), integer(1))
    return document(signed.signed(content(), signer(), algorithm=algorithm), UNVERIFIED)


@forgery
def a_weaker_hash_beside_the_signature_s() -> Specimen:
    return document(signed.signed(content(), signer(), digest="sha1"))


@forgery
def an_rsa_algorithm_for_an_elliptic_key() -> Specimen:
    algorithm = sequence(oid("1.2.840.113549.1.1.11"), NULL)
    return document(signed.signed(content(), signer(), algorithm=algorithm))


@forgery
def a_truncated_sod() -> Specimen:
    return genuine(verdict=FORGED, sod=genuine().sod[:-1])


@forgery
def bytes_behind_the_sod() -> Specimen:
    return genuine(verdict=FORGED, sod=genuine().sod + b"\x00")


@forgery
def bytes_behind_the_signed_data() -> Specimen:
    return genuine(verdict=FORGED, sod=signed.file(signed.signed(content(), signer()) + b"\x05\x00"))


@forgery
def an_indefinite_length() -> Specimen:
    (_, inner), *_ = tlv.objects(signed.signed(content(), signer()))
    return document(b"\x30\x80" + inner + b"\x00\x00")


@forgery
def a_length_longer_than_needed() -> Specimen:
    (_, inner), *_ = tlv.objects(signed.signed(content(), signer()))
    return document(b"\x30\x84" + len(inner).to_bytes(4) + inner)


@forgery
def an_empty_sod() -> Specimen:
    return genuine(verdict=FORGED, sod=b"")


@forgery
def a_sod_of_another_tag() -> Specimen:
    return genuine(verdict=FORGED, sod=signed.signed(content(), signer()))
