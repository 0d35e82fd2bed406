"""The files of a chip: each parser gives a value, or says that it is malformed."""

from __future__ import annotations

from demo.card.curve import P256
from demo.card.keys import AgreementKey, EcdsaKey
from demo.card.suites import AES_256
from devices.card.emrtd import active_authentication, chip_authentication, lds, pace, security_infos, tlv
from devices.card.emrtd.tlv import Malformed

SEEDS = (
    bytes.fromhex("60185F0104303130375F36063034303030305C066175636B6D6E"),
    bytes.fromhex("31143012060A04007F0007020204020202010202010D"),
    tlv.encode(0x6E, tlv.encode(0x31, b"".join(AgreementKey(P256, 4711, AES_256, 1).infos()))),
    tlv.encode(0x6E, tlv.encode(0x31, b"".join(AgreementKey(P256, 4711, spelled_out=False).infos()))),
    tlv.encode(0x6F, EcdsaKey(P256, 4711).public()),
    tlv.encode(0x6F, EcdsaKey(P256, 4711, spelled_out=True).public()),
    bytes.fromhex("773030802A864886F70D010702A0803080"),
)


def _offered(dg14: bytes) -> object:
    infos = security_infos.in_dg14(dg14)
    return chip_authentication.offered(infos), pace.known(infos)


PARSERS = (
    lds.groups_in,
    lds.zone_in,
    lds.names_in_dg11,
    lds.names_in_dg13,
    lds.hashes_in,
    pace.offers,
    security_infos.in_card_security,
    active_authentication.key_in,
    _offered,
)
TAGS = (0x60, 0x61, 0x6B, 0x6D, 0x77, 0x31, 0x30, 0x6F, 0x6E)


def one(data: bytes) -> None:
    for tag, parser in zip(TAGS, PARSERS, strict=True):
        for octets in (data, tlv.encode(tag, data)):
            try:
                parser(octets)
            except Malformed:
                continue
