"""What a card is that is no document: by its answer to reset, and by the application that can be selected.

A few commands, each harmless: none presents a secret, none reads a record, and what a card sends beside its
status word is thrown away unread.

| kind | found by | where that is published |
|---|---|---|
| bank | SELECT of the payment directory | EMV, book 1, 11.3.2; book B, 3.3.1 |
| transport | the reader's own ATR for a MIFARE or FeliCa memory card | PC/SC part 3 and its supplement |
| | DESFire: GetVersion, or the ATR without a word | pcsc-tools' list |
| | Calypso, CIPURSE: SELECT of their application | proxmark3's sources |
| | T-mobilitat: its ATR | pcsc-tools' list |
| health | the ATRs of Andalusia, Galicia, Extremadura, France, Italy, Germany | pcsc-tools' list |
| | German card: SELECT of its health application | gemSpec_eGK_ObjSys |

None was verified with a real card. The Catalan health card (TSI) has a magnetic stripe alone, and the Spanish
side of the European one is print: no reader of chips notices either.
"""

from __future__ import annotations

import re

from devices.card.emrtd.access import EMRTD_APPLICATION
from devices.card.emrtd.apdu import SHORT_MOST, Command, decode, select_application
from devices.card.emrtd.channel import Link, Stopped
from devices.card.emrtd.tlv import Malformed
from devices.contracts import ReadFailure

STORAGE_CARD = bytes.fromhex("804F0CA000000306")
"""In the ATR that a reader makes up for a memory card, which has no applications (PC/SC 3, 3.1.3.2.3.1)."""
TRAVELS = frozenset({0x0001, 0x0002, 0x0003, 0x0026, 0x0036, 0x0037, 0x0038, 0x0039, 0x003A, 0x003B})
"""MIFARE Classic 1K, 4K, Ultralight, Mini, four kinds of Plus, Ultralight C; FeliCa (PC/SC 3, supplement)."""

BANK = (b"2PAY.SYS.DDF01", b"1PAY.SYS.DDF01")
TRANSPORT = (b"1TIC.ICA", b"AD F1")
HEALTH = (bytes.fromhex("D27600000102"),)

GET_VERSION = Command(0x90, 0x60, 0x00, 0x00, le=SHORT_MOST)
MORE_FRAMES = 0x91AF
"""DESFire's own status word; its first frame is about the chip alone, and no more is asked for."""

TRANSPORT_ATR = re.compile(
    "3B 81 80 01 80 80"  # DESFire
    "|3B 8B 80 01 2A 26 A7 A1 0C 80 41 .. .. .. .. .."  # T-mobilitat
    "|3B .. (.. )*80 5A (.. ){9,10}82 90 00( ..)?"  # Calypso
)
HEALTH_ATR = re.compile(
    "3B 26 00 31 1A (45|51) 03 90 00"  # Andalusia
    "|3B 5B 96 00 00 31 C0 64 BA FC 10 00 0F 90 00"  # Galicia
    "|3B EB 00 00 81 31 FE 45 00 31 C0 64 A9 EC 01 00 82 90 00 23"  # Extremadura
    "|3B 75 13 00 00 4. 09 EA 90 00"  # France, Vitale 2
    "|3B [DF]F .*43 4E 53 10 31 80 .."  # Italy, with the national service card
    "|3B D0 96 FF 81 B1 FE 45 1F 0. .."  # Germany, contacts
    "|3B 85 80 01 30 01 01 30 30 34"  # Germany, contactless
)
"""Health cards as pcsc-tools' list has them; a dot is any digit."""


def memory_card(atr: bytes) -> ReadFailure | None:
    """What a card is that answers no command, or None for one with a processor."""
    _, found, name = atr.partition(STORAGE_CARD)
    if not found:
        return None
    return ReadFailure.TRANSPORT_CARD if int.from_bytes(name[1:3]) in TRAVELS else ReadFailure.NOT_A_DOCUMENT


def told_apart(link: Link, atr: bytes, failure: ReadFailure) -> ReadFailure:
    """What the card at `link` is, whose read ended with `failure`: that, or a card that is none of ours.

    Raises `Stopped` where it is gone meanwhile.
    """
    answer_to_reset = atr.hex(" ").upper()
    match failure:
        case ReadFailure.WRONG_SECRET if HEALTH_ATR.fullmatch(answer_to_reset):
            return ReadFailure.HEALTH_CARD  # a German one is opened with a number of six digits too
        case ReadFailure.NOT_A_DOCUMENT | ReadFailure.UNREADABLE:
            return _asked(link, answer_to_reset, failure)
        case _:
            return failure


def _asked(link: Link, answer_to_reset: str, failure: ReadFailure) -> ReadFailure:
    try:
        if failure is ReadFailure.UNREADABLE:  # nobody knows in what state it is
            link.reset()
            if decode(link.transmit(select_application(EMRTD_APPLICATION).encode())).ok:
                return failure
        return _kind(link, answer_to_reset)
    except Malformed:
        return failure
    except Stopped as stopped:
        if stopped.failure is not ReadFailure.CARD_PULLED:
            raise
        link.reset()  # it fell silent at a command that it does not know, or else it is gone
        return failure


def _kind(link: Link, answer_to_reset: str) -> ReadFailure:
    if _has_one(link, BANK):
        return ReadFailure.BANK_CARD
    if HEALTH_ATR.fullmatch(answer_to_reset) or _has_one(link, HEALTH):
        return ReadFailure.HEALTH_CARD
    if TRANSPORT_ATR.fullmatch(answer_to_reset) or _has_one(link, TRANSPORT) or _is_desfire(link):
        return ReadFailure.TRANSPORT_CARD
    return ReadFailure.NOT_A_DOCUMENT


def _has_one(link: Link, applications: tuple[bytes, ...]) -> bool:
    return any(_has(link, application) for application in applications)


def _has(link: Link, application: bytes) -> bool:
    """SELECT by name, as EMV book 1, 11.3.2 writes it. An application that is blocked is there too: 6283."""
    sw = decode(link.transmit(Command(0x00, 0xA4, 0x04, 0x00, application, SHORT_MOST).encode())).sw
    return sw in (0x9000, 0x6283) or sw >> 8 == 0x61


def _is_desfire(link: Link) -> bool:
    return decode(link.transmit(GET_VERSION.encode())).sw == MORE_FRAMES
