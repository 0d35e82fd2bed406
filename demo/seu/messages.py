"""What the town hall wrote to people's phones and mailboxes; nothing leaves the demo."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Literal

KEPT = 20


@dataclass(frozen=True, slots=True, repr=False)
class Message:
    """`to` is the end of the phone or of the address, by which its owner knows it."""

    kind: Literal["sms", "email"]
    to: str
    text: str


class Messages:
    """The last ones, oldest first."""

    def __init__(self) -> None:
        self._sent: deque[Message] = deque(maxlen=KEPT)

    @property
    def sent(self) -> tuple[Message, ...]:
        return tuple(self._sent)

    def send(self, message: Message) -> None:
        self._sent.append(message)

    def forget_all(self) -> None:
        self._sent.clear()
