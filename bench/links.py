"""Links that note what goes over them: to a chip in this process, or to the one behind a reader."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

from bench.air import Exchange
from demo.card import lds, tlv
from demo.card.chip import Access, Chip, Document, File
from demo.card.holders import read_holders
from demo.card.issuer import Issuer
from demo.card.pace import PaceProtocol
from demo.card.personalisation import document
from devices.card.emrtd.channel import Link

DG11 = 0x010B


class NotingLink:
    """Each command's header and each exchange's sizes, in order."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self.headers: list[bytes] = []
        self.exchanges: list[Exchange] = []

    def transmit(self, command: bytes) -> bytes:
        """Send a command, give the response."""
        answer = self._link.transmit(command)
        self.headers.append(command[:4])
        self.exchanges.append((len(command), len(answer)))
        return answer

    def reset(self) -> None:
        """Power the chip off and on."""
        self._link.reset()

    def of_file(self, short_identifier: int) -> list[Exchange]:
        """What brought this file: from the READ BINARY that names it to the next that names one.

        Secure messaging leaves the header as it is (ICAO 9303-11, 9.8.4).
        """
        named = [at for at, header in enumerate(self.headers) if header[1] == 0xB0 and header[2] & 0x80]
        for begin, end in pairwise([*named, len(self.headers)]):
            if self.headers[begin][2] == 0x80 | short_identifier:
                return self.exchanges[begin:end]
        raise RuntimeError("the file was not read")


class ChipInHand:
    """A chip without a reader between."""

    def __init__(self, chip: Chip) -> None:
        self._chip = chip

    def transmit(self, command: bytes) -> bytes:
        """Send a command, give the response."""
        return self._chip.answer(command)

    def reset(self) -> None:
        """Power the chip off and on."""
        self._chip.reset()


class TimedScard:
    """`smartcard.scard`, with the seconds that were spent waiting for a card through it."""

    WAITS = frozenset({"SCardConnect", "SCardReconnect", "SCardTransmit", "SCardDisconnect"})

    def __init__(self, scard: object) -> None:
        self._scard = scard
        self.waited = 0.0

    def __getattr__(self, name: str) -> object:
        found: object = getattr(self._scard, name)
        if name not in self.WAITS or not callable(found):
            return found
        call = found

        def timed(*arguments: object) -> object:
            began = time.perf_counter()
            try:
                return call(*arguments)
            finally:
                self.waited += time.perf_counter() - began

        return timed


def card_with(size: int, longest: int) -> tuple[Document, str]:
    """A DNI whose DG11 has `size` bytes and whose chip sends at most `longest` at once; and its CAN."""
    holder = next(one for one in read_holders() if one.kind == "dni")
    plain = document(holder, PaceProtocol(), Issuer(holder.issuer), holder)
    ((tag, details),) = tlv.objects(plain.application[DG11].content)
    content = next(
        whole
        for filler in range(size, 0, -1)
        if len(whole := tlv.encode(tag, details, tlv.encode(0x5F42, bytes(filler)))) <= size
    )
    files = {**plain.application, DG11: File(content, Access.OPENED)}
    master = {**plain.master, lds.EF_ATR_INFO: File(lds.atr_info(longest + 2), Access.EVERYONE)}
    return replace(plain, application=files, master=master, longest=longest), holder.can
