"""`kiosk admin pin FILE`: asks for a PIN twice, without showing it, and writes its hash."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.admin.pin_file import LEAST, MOST, weakness, write_pin

Say = Callable[[str], None]


def set_pin(file: Path, ask: Callable[[str], str], say: Say) -> int:
    """`ask` shows its words and answers what was typed; the answer is the exit status."""
    pin = ask(f"new PIN of the technician, {LEAST} to {MOST} digits: ")
    if why := weakness(pin):
        say(why)
        return 1
    if ask("once more: ") != pin:
        say("those were two different ones; nothing was written")
        return 1
    try:
        write_pin(file, pin)
    except OSError as error:
        say(f"{file} cannot be written: {type(error).__name__}; nothing was changed")
        return 2
    say(f"{file} is written; settings name it as admin.pin_file")
    return 0
