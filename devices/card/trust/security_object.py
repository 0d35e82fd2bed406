"""What document signers sign: the hashes of the data groups, and the keys of the chip."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field

from devices.card.trust import der
from devices.card.trust.algorithms import Algorithm, algorithm, digest, hashed
from devices.card.trust.der import (
    INTEGER,
    OBJECT_IDENTIFIER,
    OCTET_STRING,
    SEQUENCE,
    SET,
    Fields,
    Malformed,
    oid,
)
from devices.card.trust.doubt import NotKnown

LDS_SECURITY_OBJECT = oid("2.23.136.1.1.1")  # ICAO 9303-10, 4.6.2.3
SECURITY_INFOS = oid("0.4.0.127.0.7.3.2.1")  # the content of EF.CardSecurity: ICAO 9303-11, 9.2.11
CHIP_PUBLIC_KEYS = (  # id-PK-DH and id-PK-ECDH: ICAO 9303-11, 9.2.6
    oid("0.4.0.127.0.7.2.2.1.1"),
    oid("0.4.0.127.0.7.2.2.1.2"),
)


@dataclass(frozen=True, slots=True)
class SecurityObject:
    """LDSSecurityObject."""

    algorithm: Algorithm
    hashes: Mapping[int, bytes] = field(repr=False)
    """By data group."""

    def agrees(self, groups: Mapping[int, bytes]) -> bool:
        """Whether each of `groups` has the hash that stands here; raises NotKnown."""
        used = digest(self.algorithm)
        return all(
            hmac.compare_digest(hashed(used, content), self.hashes.get(number, b""))
            for number, content in groups.items()
        )


def security_object(octets: bytes) -> SecurityObject:
    """The hashes that stand in these bytes; raises Malformed or NotKnown."""
    fields = Fields(der.only(octets, SEQUENCE).value)
    version = der.integer(fields.take(INTEGER))
    used = algorithm(fields.take(SEQUENCE))
    of_groups: dict[int, bytes] = {}
    for one in der.elements(fields.take(SEQUENCE).value):
        pair = Fields(der.only(one.whole, SEQUENCE).value)
        number, value = der.integer(pair.take(INTEGER)), pair.take(OCTET_STRING).value
        pair.end()
        if not 1 <= number <= 16 or number in of_groups:
            raise Malformed("a data group that there is not, or twice")
        of_groups[number] = value
    fields.maybe(SEQUENCE)  # the version of the logical data structure, from its 1.8 on
    fields.end()
    if version not in (0, 1):
        raise NotKnown("a version of the security object")
    return SecurityObject(used, of_groups)


def has_chip_key(infos: bytes) -> bool:
    """Whether these SecurityInfos (ICAO 9303-11, 9.2) hold a key by which the chip can prove itself."""
    for one in der.elements(der.only(infos, SET).value):
        if one.tag == SEQUENCE and Fields(one.value).take(OBJECT_IDENTIFIER).value in CHIP_PUBLIC_KEYS:
            return True
    return False
