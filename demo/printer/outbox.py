"""What the printer has said and the host has not taken yet."""

from __future__ import annotations

from demo.printer.interpreter import Reply

_CAPACITY = 99
"""Answers beyond this many are lost (Epson's send buffer holds 99 bytes; here each answer counts once)."""


class Outbox:
    """Answers in the order in which they leave."""

    def __init__(self) -> None:
        self._waiting: list[tuple[bytes, Reply]] = []
        self._begun = False

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, said: bytes, kind: Reply) -> None:
        """Queue an answer. An automatic status passes what waits; of process IDs only the latest waits."""
        first = 1 if self._begun else 0
        if kind is Reply.PROCESS_ID:
            self._waiting[first:] = [entry for entry in self._waiting[first:] if entry[1] is not kind]
        if not said or len(self._waiting) >= _CAPACITY:
            return
        if kind is Reply.AUTOMATIC and self._waiting and self._waiting[0][1] is not kind:
            # It may come between the bytes of an answer; its own four stay together.
            self._waiting.insert(0, (said, kind))
            self._begun = False
        else:
            self._waiting.append((said, kind))

    def peek(self, most: int) -> bytes:
        """The next bytes, `most` at most."""
        return b"".join(said for said, _ in self._waiting)[:most]

    def sent(self, count: int) -> None:
        """The host has taken `count` bytes."""
        while count:
            said, kind = self._waiting[0]
            self._begun = count < len(said)
            if self._begun:
                self._waiting[0] = (said[count:], kind)
                return
            del self._waiting[0]
            count -= len(said)

    def clear(self) -> None:
        """Nobody will take them."""
        self._waiting.clear()
        self._begun = False
