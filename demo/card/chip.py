"""The chip of a document: its files, who may read them, and its answer to each command (ISO/IEC 7816-4)."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from demo.card import lds
from demo.card.apdu import Answer, Command, Sw, WrongLength, parse
from demo.card.bac import Bac
from demo.card.chip_authentication import ChipAuthentication
from demo.card.keys import Keys
from demo.card.pace import Pace, PaceProtocol
from demo.card.secure_messaging import SecureChannel

MASTER_FILE = b"\x3f\x00"
SHORT = 256
"""The most bytes of an answer to a command of short length (ISO/IEC 7816-4, 5.2)."""
NO_KEYS = Keys()
_CLASSES = (0x00, 0x10, 0x0C, 0x1C)
"""Interindustry, on the basic channel, chained or not, plain or protected (ISO/IEC 7816-4, table 2)."""


class Access(Enum):
    """Who may read a file."""

    EVERYONE = auto()
    OPENED = auto()
    """Who opened the chip by PACE or BAC."""
    INSPECTION = auto()
    """An inspection system that proved itself: never one that stands before a demo card."""


@dataclass(frozen=True, slots=True, repr=False)
class File:
    """A transparent elementary file."""

    content: bytes
    access: Access


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """What the maker put into the chip, and what opens it."""

    atr: bytes
    master: Mapping[int, File]
    application: Mapping[int, File]
    pace: tuple[PaceProtocol, ...]
    seeds: Mapping[int, bytes]
    """Of the passwords of PACE, by their reference."""
    bac: str | None
    """The MRZ information, where the chip has Basic Access Control."""
    longest: int
    """The most bytes of an answer; above 256 the chip has extended length."""
    keys: Keys = NO_KEYS
    """The private ones. A chip that was made from the files of another has none, or others."""


class Chip:
    """A document in the field of a reader: what is lost when it leaves."""

    def __init__(self, document: Document, random: Callable[[int], bytes] = os.urandom) -> None:
        self.atr = document.atr
        self._document = document
        self._random = random
        keys = document.keys
        self._pace = Pace(document.pace, document.seeds, random, keys.mapping) if document.pace else None
        self._bac = Bac(document.bac, random) if document.bac else None
        self._chip_authentication = ChipAuthentication(keys.agreement) if keys.agreement else None
        self.reset()

    def reset(self) -> None:
        """Power on, or a warm reset: the master file is selected, nothing is opened."""
        self._in_application = False
        self._current: File | None = None
        self._channel: SecureChannel | None = None
        self._opened = False
        self._fresh: SecureChannel | None = None
        if self._chip_authentication:
            self._chip_authentication.chosen = False

    def answer(self, apdu: bytes) -> bytes:
        """The response APDU."""
        try:
            command = parse(apdu)
        except WrongLength:
            return Answer(Sw.WRONG_LENGTH).encode()
        if command.cla not in _CLASSES:
            return Answer(Sw.CLASS_UNKNOWN).encode()
        answer = self._protected(command) if command.protected else self._unprotected(command)
        if self._fresh:  # the answer that opened the chip was still under the old keys, or under none
            self._channel, self._fresh = self._fresh, None
        return answer.encode()

    def _protected(self, command: Command) -> Answer:
        channel = self._channel
        if not channel:
            return Answer(Sw.SECURITY_STATUS)
        plain = channel.unwrap(command)
        if isinstance(plain, Sw):
            self._channel = None
            return Answer(plain)
        self._opened = True
        room = self._document.longest if command.extended else SHORT
        answer = Answer(Sw.WRONG_LENGTH) if self._too_long(command) else self._dispatch(plain)
        return channel.wrap(answer, odd=bool(command.ins & 1), room=room)

    def _unprotected(self, command: Command) -> Answer:
        self._channel = None  # 9303-11, 9.8.3: a plain command ends the session
        self._opened = False
        if self._too_long(command):
            return Answer(Sw.WRONG_LENGTH)
        answer = self._dispatch(command)
        return answer if len(answer.data) <= self._document.longest else Answer(Sw.WRONG_LENGTH)

    def _too_long(self, command: Command) -> bool:
        return command.extended and self._document.longest <= SHORT

    def _dispatch(self, command: Command) -> Answer:
        match command.ins:
            case 0xA4:
                return Answer(self._select(command))
            case 0xB0:
                return self._read_binary(command)
            case 0x22 if self._pace or self._chip_authentication:
                return Answer(self._manage_security_environment(command))
            case 0x86 if self._opened and self._chip_authentication and self._chip_authentication.chosen:
                answer, self._fresh = self._chip_authentication.general_authenticate(command)
                return answer
            case 0x86 if self._pace:
                answer, self._fresh = self._pace.general_authenticate(command)
                return answer
            case 0x88 if self._document.keys.active:
                return self._internal_authenticate(command)
            case 0x84 if self._bac:
                return self._bac.get_challenge(command.ne)
            case 0x82 if self._bac:
                return self._external_authenticate(self._bac, command)
        return Answer(Sw.INSTRUCTION_UNKNOWN)

    def _select(self, command: Command) -> Sw:
        """ISO/IEC 7816-4, 11.2.2, without control information in the answer (9303-10, 3.6.1)."""
        if command.p2 not in (0x0C, 0x00):
            return Sw.WRONG_P1_P2
        match command.p1:
            case 0x00 if command.data in (b"", MASTER_FILE):
                self._in_application = False
                self._current = None
                return Sw.OK
            case 0x04:
                if command.data != lds.APPLICATION or not self._document.application:
                    return Sw.NOT_FOUND
                self._in_application = True
                self._current = None
                return Sw.OK
            case 0x00 | 0x02 if len(command.data) == 2:
                return self._select_file(self._files.get(int.from_bytes(command.data)))
        return Sw.WRONG_P1_P2

    def _select_file(self, file: File | None) -> Sw:
        if file is None:
            return Sw.NOT_FOUND
        if not self._may_read(file):
            return Sw.SECURITY_STATUS
        self._current = file
        return Sw.OK

    def _read_binary(self, command: Command) -> Answer:
        """ISO/IEC 7816-4, 11.3.3; a short file identifier in P1 selects too."""
        offset = command.p1 << 8 | command.p2
        if command.p1 & 0x80:
            short = command.p1 & 0x1F
            named = (file for number, file in self._files.items() if lds.short_identifier(number) == short)
            sw = self._select_file(next(named, None))
            if sw is not Sw.OK:
                return Answer(sw)
            offset = command.p2
        if not self._current:
            return Answer(Sw.NO_CURRENT_FILE)
        if not self._may_read(self._current):
            return Answer(Sw.SECURITY_STATUS)
        if not command.ne:
            return Answer(Sw.WRONG_LENGTH)
        content = self._current.content
        if offset >= len(content):
            return Answer(Sw.BEYOND_THE_END)
        part = content[offset : offset + command.ne]
        return Answer(Sw.OK if len(part) == command.ne else Sw.END_OF_FILE, part)

    def _manage_security_environment(self, command: Command) -> Sw:
        chip = self._chip_authentication
        match command.p1, command.p2:
            case 0xC1, 0xA4 if self._pace:
                return Sw.CONDITIONS_OF_USE if self._in_application else self._pace.set_at(command.data)
            case (0x41, 0xA4 | 0xA6) if chip and not (self._opened and self._in_application):
                return Sw.SECURITY_STATUS
            case 0x41, 0xA4 if chip:
                return chip.set_at(command.data)
            case 0x41, 0xA6 if chip:
                sw, self._fresh = chip.set_kat(command.data)
                return sw
        return Sw.WRONG_P1_P2

    def _internal_authenticate(self, command: Command) -> Answer:
        """9303-11, 6.1.3."""
        active = self._document.keys.active
        if not active or not (self._opened and self._in_application):
            return Answer(Sw.SECURITY_STATUS)
        if len(command.data) != 8:
            return Answer(Sw.WRONG_LENGTH)
        return Answer(Sw.OK, active.sign(command.data, self._random))

    def _external_authenticate(self, bac: Bac, command: Command) -> Answer:
        if not self._in_application:
            return Answer(Sw.CONDITIONS_OF_USE)
        answer, self._fresh = bac.external_authenticate(command.data)
        return answer

    @property
    def _files(self) -> Mapping[int, File]:
        return self._document.application if self._in_application else self._document.master

    def _may_read(self, file: File) -> bool:
        return file.access is Access.EVERYONE or (file.access is Access.OPENED and self._opened)
