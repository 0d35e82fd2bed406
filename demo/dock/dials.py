"""The dials that the dock offers: what each sets, and which one a printer's state shows as set."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict

from demo.printer.dials import Dials

Setting = Mapping[str, object]

FINE: Setting = asdict(Dials())
"""Nothing wrong with it, and a whole roll."""

SLOW_MM_S = 30.0
"""Of the paper: A4 takes ten seconds."""

PRINTER: Mapping[str, Setting] = {
    "fine": {},
    "low": {"near_end": True},
    "paper_out": {"paper_out": True},
    "cover_open": {"cover_open": True},
    "jam": {"jam": True},
    "hot": {"overheated": True},
    "slow": {"speed_mm_s": SLOW_MM_S},
    "off": {"pull_power": "rst"},
}
TICKET = ("fine", "low", "paper_out", "cover_open")
"""Those of the ticket printer, on one line."""

NETWORK = ("fine", "slow", "down", "error_500", "garbage")
PIN, DNIE_PIN = "pin", "dnie_pin"
"""Beside the dial of the network: whether the seu accepts that proof."""

SCANNER = ("last", "in_time", "early", "late", "elsewhere", "another_town", "damaged", "other")
"""What is held before the scanner."""
TURNS = ("next", NONE_LEFT := "none_left", "from_blue")
PROCEDURES = (RIVAL := "rival", SHORT_HOLD := "short_hold", WITHDRAWN := "withdrawn")
SHORT_HOLD_S, HOLD_S = 20, 300

_BY_CAUSE = {
    "no_power": "off",
    "offline": "off",
    "cover_open": "cover_open",
    "paper_out": "paper_out",
    "jam": "jam",
    "overheated": "hot",
    "near_end": "low",
}
_MENDED_UNDER_THE_COVER = frozenset({"jam", "cutter_error"})


def settings(dial: str, causes: Collection[str]) -> Sequence[Setting]:
    """What to set, one after the other, so that `dial` alone is true of a printer that has these `causes`."""
    wanted = {**FINE, **({"power": True} if "no_power" in causes else {}), **PRINTER[dial]}
    if dial == "jam" or not _MENDED_UNDER_THE_COVER & set(causes):
        return (wanted,)
    # Paper that was stuck is stuck until somebody opens the cover.
    return ({**FINE, "cover_open": True}, wanted)


def set_now(causes: Sequence[str], speed_mm_s: float) -> str:
    """The dial that stands; empty where it is a fault for which there is none."""
    for cause in causes:
        if cause in _BY_CAUSE:
            return _BY_CAUSE[cause]
    if causes:
        return ""
    return "slow" if speed_mm_s <= SLOW_MM_S else "fine"
