"""The smart card service (PC/SC) with one private context, and a card that is connected through it.

It is used at the level of `smartcard.scard`: pyscard's monitors never recover from a stopped one. The import
waits until the first use, because the library reads PCSCLITE_CSOCK_NAME.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Protocol, Self

from devices.card.emrtd.channel import Stopped
from devices.contracts import ReadFailure

NOTICE = 600
"""Milliseconds within which pcscd notices that a card is gone: it polls each 400."""


class Scard(Protocol):
    """What is used of `smartcard.scard`. Each call answers with its result code, first or alone."""

    SCARD_SCOPE_USER: int
    SCARD_S_SUCCESS: int
    SCARD_E_TIMEOUT: int
    SCARD_E_NO_READERS_AVAILABLE: int
    SCARD_E_NO_SMARTCARD: int
    SCARD_E_PROTO_MISMATCH: int
    SCARD_W_REMOVED_CARD: int
    SCARD_W_UNPOWERED_CARD: int
    SCARD_W_UNRESPONSIVE_CARD: int
    SCARD_STATE_UNAWARE: int
    SCARD_STATE_CHANGED: int
    SCARD_STATE_PRESENT: int
    SCARD_SHARE_EXCLUSIVE: int
    SCARD_PROTOCOL_T0: int
    SCARD_PROTOCOL_T1: int
    SCARD_PCI_T0: int
    SCARD_PCI_T1: int
    SCARD_RESET_CARD: int
    SCARD_LEAVE_CARD: int

    def SCardEstablishContext(self, scope: int) -> tuple[int, int]: ...
    def SCardReleaseContext(self, context: int) -> int: ...
    def SCardCancel(self, context: int) -> int: ...
    def SCardListReaders(self, context: int, groups: list[str]) -> tuple[int, list[str]]: ...
    def SCardGetStatusChange(
        self, context: int, timeout: int, states: Sequence[tuple[str, int]]
    ) -> tuple[int, list[tuple[str, int, list[int]]]]: ...
    def SCardConnect(self, context: int, slot: str, share: int, protocols: int) -> tuple[int, int, int]: ...
    def SCardReconnect(self, card: int, share: int, protocols: int, initially: int) -> tuple[int, int]: ...
    def SCardDisconnect(self, card: int, disposition: int) -> int: ...
    def SCardStatus(self, card: int) -> tuple[int, str, int, int, list[int]]: ...
    def SCardTransmit(self, card: int, protocol: int, command: list[int]) -> tuple[int, list[int]]: ...


class ServiceLost(Exception):
    """The service does not answer, or knows the reader no more."""


class Service:
    """One context. It is used by one thread, but for `cancel`."""

    def __init__(self) -> None:
        try:
            from smartcard import scard
        except ImportError:  # libpcsclite is not installed
            raise ServiceLost from None
        self.scard: Scard = scard
        result, self.context = self.scard.SCardEstablishContext(self.scard.SCARD_SCOPE_USER)
        self._want(result)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.scard.SCardReleaseContext(self.context)

    def slots(self) -> list[str]:
        """The names of all slots of all readers."""
        result, names = self.scard.SCardListReaders(self.context, [])
        if result == self.scard.SCARD_E_NO_READERS_AVAILABLE:
            return []
        self._want(result)
        return names

    def wait(self, known: Mapping[str, int], milliseconds: int) -> dict[str, int]:
        """The states of slots once one differs from what is `known`, or after the time."""
        result, states = self.scard.SCardGetStatusChange(self.context, milliseconds, list(known.items()))
        if result == self.scard.SCARD_E_TIMEOUT:
            return dict(known)
        self._want(result)
        return {name: state & ~self.scard.SCARD_STATE_CHANGED for name, state, _ in states}

    def cancel(self) -> None:
        """End a `wait` of another thread."""
        self.scard.SCardCancel(self.context)

    def _want(self, result: int) -> None:
        if result != self.scard.SCARD_S_SUCCESS:
            raise ServiceLost


class CardLink:
    """A card, connected for nobody else, and reset when it is let go so that no session stays open in it.

    A card that may have been pulled is not touched: pcscd would call it absent at once, and not notice when
    it comes back before the next poll.
    """

    def __init__(self, service: Service, slot: str, withdrawn: Callable[[], bool]) -> None:
        """Raises `Stopped`. Once `withdrawn` says so, no command is sent any more."""
        self._service, self._scard, self._slot = service, service.scard, slot
        self._withdrawn = withdrawn
        self._answered = self._lost = False
        self._protocols = self._scard.SCARD_PROTOCOL_T0 | self._scard.SCARD_PROTOCOL_T1
        result, self._card, protocol = self._scard.SCardConnect(
            service.context, slot, self._scard.SCARD_SHARE_EXCLUSIVE, self._protocols
        )
        if result != self._scard.SCARD_S_SUCCESS:
            raise Stopped(self._why_not_connected(result))
        self._use(protocol)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        disposition = self._scard.SCARD_LEAVE_CARD if self._lost else self._scard.SCARD_RESET_CARD
        self._scard.SCardDisconnect(self._card, disposition)

    @property
    def atr(self) -> bytes:
        """The answer to reset; empty where the service does not tell it any more."""
        _, _, _, _, atr = self._scard.SCardStatus(self._card)
        return bytes(atr)

    def transmit(self, command: bytes) -> bytes:
        """Send a command, give the response with its status word. Raises `Stopped`."""
        if self._withdrawn():
            raise Stopped(ReadFailure.TIMED_OUT)
        result, response = self._scard.SCardTransmit(self._card, self._pci, list(command))
        if result != self._scard.SCARD_S_SUCCESS or len(response) < 2:
            self._lost = True
            raise Stopped(self._why_silent())
        self._answered = True
        return bytes(response)

    def reset(self) -> None:
        """Power the chip off and on. Raises `Stopped`."""
        try:
            there = self._is_there()
        except ServiceLost:
            raise Stopped(ReadFailure.READER_GONE) from None
        if not there:
            raise Stopped(ReadFailure.CARD_PULLED)
        result, protocol = self._scard.SCardReconnect(
            self._card, self._scard.SCARD_SHARE_EXCLUSIVE, self._protocols, self._scard.SCARD_RESET_CARD
        )
        if result != self._scard.SCARD_S_SUCCESS:
            raise Stopped(ReadFailure.CARD_PULLED)
        self._use(protocol)
        self._lost = False

    def _use(self, protocol: int) -> None:
        t0 = protocol == self._scard.SCARD_PROTOCOL_T0
        self._pci = self._scard.SCARD_PCI_T0 if t0 else self._scard.SCARD_PCI_T1

    def _why_not_connected(self, result: int) -> ReadFailure:
        if result in (self._scard.SCARD_E_NO_SMARTCARD, self._scard.SCARD_W_REMOVED_CARD):
            return ReadFailure.CARD_PULLED
        dumb = (
            self._scard.SCARD_W_UNRESPONSIVE_CARD,
            self._scard.SCARD_W_UNPOWERED_CARD,
            self._scard.SCARD_E_PROTO_MISMATCH,
        )
        return ReadFailure.UNREADABLE if result in dumb else ReadFailure.READER_GONE

    def _why_silent(self) -> ReadFailure:
        """The codes do not tell: a card that was pulled gives several, an empty answer among them."""
        try:
            if self._slot not in self._service.slots():
                return ReadFailure.READER_GONE
            if self._answered or not self._is_there():
                return ReadFailure.CARD_PULLED
        except ServiceLost:
            return ReadFailure.READER_GONE
        return ReadFailure.UNREADABLE

    def _is_there(self) -> bool:
        """False once the service has noticed that the card is gone, for which it gets the time of a poll."""
        seen = self._service.wait({self._slot: self._scard.SCARD_STATE_UNAWARE}, 0)
        if seen[self._slot] & self._scard.SCARD_STATE_PRESENT:
            seen = self._service.wait(seen, NOTICE)
        return bool(seen[self._slot] & self._scard.SCARD_STATE_PRESENT)
