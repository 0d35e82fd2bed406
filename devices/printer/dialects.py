"""What makers do differently: how status is asked, told and heard, how paper is cut, how an error ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from devices.printer import commands
from devices.printer.custom import CustomHearing
from devices.printer.status import EpsonHearing, Hearing

DialectName = Literal["epson", "custom"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """One maker's way."""

    hearing: Callable[[], Hearing]
    questions: tuple[int, ...]
    """The n of each DLE EOT that together tell the whole status."""
    push: bytes
    """Status comes unasked from now on."""
    cut: bytes
    recovers: bool
    """DLE ENQ ends the cutter's error; else only a hand does."""


DIALECTS: Mapping[DialectName, Dialect] = {
    "epson": Dialect(
        EpsonHearing, commands.QUESTIONS, commands.PUSH_STATUS, commands.FEED_AND_CUT, recovers=True
    ),
    "custom": Dialect(
        CustomHearing,
        (commands.FULL_STATUS,),
        commands.PUSH_FULL_STATUS,
        commands.CUT_OFF,
        recovers=False,
    ),
}
