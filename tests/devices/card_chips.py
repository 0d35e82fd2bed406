"""Chips of the demo in this process, personalised as a test wants them, and a link without a reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from demo.card import lds, tlv
from demo.card.chip import NO_KEYS, Access, Chip, Document, File
from demo.card.holders import Holder, read_holders
from demo.card.issuer import Issuer
from demo.card.keys import AgreementKey, Keys
from demo.card.pace import CAN, MRZ, PaceProtocol, password_seed
from demo.card.personalisation import EXTENDED
from devices.card.emrtd.apdu import EXTENDED_MOST
from devices.card.emrtd.read import read_document
from devices.contracts import Can, CardReading, Mrz, ReadFailure
from tests.devices.card_bench import asked

HOLDERS = {holder.id: holder for holder in read_holders()}


@cache
def issuer() -> Issuer:
    return Issuer("ESP")


class LinkTo:
    """A link to a chip in this process, with the commands that were sent."""

    def __init__(self, document: Document, meddle: Callable[[bytes], bytes] = bytes) -> None:
        self.chip = Chip(document)
        self.sent: list[bytes] = []
        self._meddle = meddle

    def transmit(self, command: bytes) -> bytes:
        self.sent.append(command)
        assert len(command) <= EXTENDED_MOST
        return self._meddle(self.chip.answer(command))

    def reset(self) -> None:
        self.chip.reset()


def card_security(key: AgreementKey) -> bytes:
    """EF.CardSecurity with that key."""
    return issuer().card_security(lds.card_access(*key.infos()))


def chip(
    holder: Holder = HOLDERS["maria"],
    protocols: tuple[PaceProtocol, ...] = (PaceProtocol(),),
    keys: Keys = NO_KEYS,
    *,
    announced: tuple[PaceProtocol, ...] | None = None,
    bac: bool = False,
    longest: int = EXTENDED,
    groups: Mapping[int, bytes] | None = None,
) -> Document:
    """A document whose DG14 and DG15 declare all of `keys`.

    `announced` is what EF.CardAccess and DG14 offer, where it is not `protocols`. `groups` stand in the place
    of those that the holder's document has, and are signed with the others.
    """
    access = tuple(protocol.info() for protocol in (protocols if announced is None else announced))
    held = dict(
        lds.data_groups(holder, (*access, *keys.infos()), keys.active.public() if keys.active else b"")
    )
    held |= groups or {}
    application = {lds.data_group_file(number): File(group, Access.OPENED) for number, group in held.items()}
    application[lds.EF_COM] = File(lds.common(held), Access.OPENED)
    application[lds.EF_SOD] = File(issuer().security_object(held), Access.OPENED)
    master = {lds.EF_ATR_INFO: File(lds.atr_info(longest), Access.EVERYONE)} if longest > 256 else {}
    if access:
        master[lds.EF_CARD_ACCESS] = File(lds.card_access(*access), Access.EVERYONE)
    if keys.mapping:
        master[lds.EF_CARD_SECURITY] = File(card_security(keys.mapping), Access.OPENED)
    information = holder.zone.information()
    return Document(
        atr=b"\x3b",
        master=master,
        application=application,
        pace=protocols,
        seeds={MRZ: password_seed(MRZ, information), CAN: password_seed(CAN, holder.can)},
        bac=information if bac else None,
        longest=longest,
        keys=keys,
    )


def without_file(document: Document, number: int) -> Document:
    """The same chip, which keeps one file of its application back."""
    kept = {file: content for file, content in document.application.items() if file != number}
    return replace(document, application=kept)


def mrz_of(holder: Holder) -> Mrz:
    return Mrz(holder.zone.number, holder.birth_date, holder.expiry)


def read(document: Document, secret: Can | Mrz | None = None) -> CardReading | ReadFailure:
    return read_document(LinkTo(document), asked(secret or Can(HOLDERS["maria"].can)))


def read_well(document: Document, secret: Can | Mrz | None = None) -> CardReading:
    outcome = read(document, secret)
    assert isinstance(outcome, CardReading), outcome
    assert outcome.hashes_agree
    return outcome


def data_group(number: int, *objects: bytes) -> bytes:
    """The data group of this number, built by hand."""
    tags = {1: 0x61, 11: 0x6B, 13: 0x6D, 14: 0x6E, 15: 0x6F}
    return tlv.encode(tags[number], *objects)
