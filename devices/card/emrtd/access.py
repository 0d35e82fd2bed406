"""Opening a chip: PACE as it is offered, else BAC, and a session in the application (ICAO 9303-11, 4.2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from devices.card.emrtd import bac, files, pace
from devices.card.emrtd.apdu import SHORT_MOST, select_application
from devices.card.emrtd.channel import Channel, ExtendedRefused, Link, Stopped
from devices.card.emrtd.files import BrokenFile
from devices.card.emrtd.pace import Agreed, ChipMapping
from devices.card.emrtd.tlv import Malformed
from devices.contracts import Can, Mrz, ReadFailure

T = TypeVar("T")

EMRTD_APPLICATION = bytes.fromhex("A0000002471001")  # ICAO 9303-10, 3.6


def attempt(link: Link, work: Callable[[Channel], T]) -> T | ReadFailure:
    """What `work` gets out of the chip, whatever that sends; begun again in short form where it has to be."""
    try:
        try:
            return work(Channel(link, True))
        except ExtendedRefused:
            link.reset()
            return work(Channel(link, False))
    except Stopped as stopped:
        return stopped.failure
    except Malformed:
        return ReadFailure.UNREADABLE


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening the chip showed of it."""

    chip: ChipMapping | None = None
    """Where it was opened by PACE with chip authentication mapping."""
    card_security: bytes = field(default=b"", repr=False)
    """EF.CardSecurity, in which the key for it stands; empty where the chip keeps it back."""


def open_chip(channel: Channel, secret: Can | Mrz) -> Opened:
    """Give `channel` a session and select the application. Raises `Stopped` where the chip stays closed."""
    card_access = files.read(channel, files.CARD_ACCESS, files.unheard)
    offers = pace.offers(card_access) if card_access else ()
    longest = files.longest_response(channel) if channel.extended else SHORT_MOST
    opened = None
    for info in offers:  # the best that we know first; if the chip refuses it, the next
        agreed = pace.open_session(channel, info, secret)
        if agreed:
            channel.session, channel.longest_response = agreed.session, longest
            opened = _look_into(channel, agreed)
            break
    if not channel.send(select_application(EMRTD_APPLICATION)).ok:
        raise Stopped(ReadFailure.NOT_A_DOCUMENT)
    if opened:
        return opened
    if isinstance(secret, Can):
        raise Stopped(ReadFailure.MRZ_NEEDED)
    channel.session, channel.longest_response = bac.open_session(channel, secret), longest
    return Opened()


def _look_into(channel: Channel, agreed: Agreed) -> Opened:
    """EF.CardSecurity stands under the master file, open to who ran PACE (ICAO 9303-10, 3.11.4)."""
    if not agreed.chip:
        return Opened()
    try:
        return Opened(agreed.chip, files.read(channel, files.CARD_SECURITY, files.unheard) or b"")
    except BrokenFile:
        return Opened(agreed.chip)
