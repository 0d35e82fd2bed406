"""A phone on a keypad, whatever it is for: what was typed, and what the keys do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statemachine import State

from kiosk.services.identify import phone

if TYPE_CHECKING:
    from kiosk.session import Session


@dataclass(repr=False)
class TypedPhone:
    """A phone as it is typed."""

    prefix: str = phone.HOME_PREFIX
    """Country prefix, or empty while it is typed with the number."""
    number: str = ""
    bad: bool = False
    """It was sent, and is no phone of any country."""

    @property
    def possible(self) -> bool:
        """Whether a phone of that number can exist."""
        return phone.is_possible(self.prefix, self.number)


PhoneOf = Callable[["Session"], TypedPhone]
"""Which phone of the session it is; its name tells the callbacks of one screen from another's."""


def types_phone(screen: State, which: PhoneOf, bad: Callable[[Session], bool]) -> None:
    """The keys of a telephone on that screen; a number that is `bad` is kept, and told."""
    for event, typed in _keys(which).items():
        screen.to(None, event=event, on=typed, cond=bad if event == "send_phone" else None)


def _keys(which: PhoneOf) -> dict[str, Callable[..., None]]:
    def type_digit(model: Session, data: str) -> None:
        typed = which(model)
        typed.bad = False
        if data.isdigit() and len(data) == 1 and len(typed.prefix + typed.number) < phone.MAX_DIGITS:
            typed.number += data

    def correct_digit(model: Session) -> None:
        which(model).number = which(model).number[:-1]

    def clear_digits(model: Session) -> None:
        which(model).number = ""

    def other_prefix(model: Session) -> None:
        typed = which(model)
        typed.prefix, typed.number = "" if typed.prefix else phone.HOME_PREFIX, ""

    def tell_it_is_bad(model: Session) -> None:
        which(model).bad = True

    keys: dict[str, Callable[..., None]] = {
        "digit": type_digit,
        "correct": correct_digit,
        "clear": clear_digits,
        "change_prefix": other_prefix,
        "send_phone": tell_it_is_bad,
    }
    for key in keys.values():
        # The chart tells callbacks apart by their names.
        key.__name__ = key.__qualname__ = f"{key.__name__}_of_{which.__name__}"
    return keys
