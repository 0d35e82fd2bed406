"""What a person may hold before the scanner: their appointment as it is on paper, and what is none of ours.

The text of the code is written from the contract (schema `Appointment`), apart from whoever reads it.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict

from demo.seu.arrivals import HERE, Arrivals
from demo.seu.town import INE

ANOTHER_INE = "08019"
OTHER = "https://www.exemple.cat/menu-del-dia"
_ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase + "-_"

Which = Literal["last", "in_time", "early", "late", "elsewhere", "another_town", "damaged", "other"]


@dataclass(frozen=True, slots=True)
class _Made:
    """An appointment that is made for it: so many minutes from now, at that office, for that procedure."""

    minutes: int
    office: str = HERE
    procedure: str = ""


_MADE: Mapping[Which, _Made] = {
    "in_time": _Made(10),
    "early": _Made(180),
    "late": _Made(-60, procedure="join_register"),
    "elsewhere": _Made(10, "florida"),
}


class _Shown(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    which: Which


def add_shown_codes(app: FastAPI, arrivals: Arrivals) -> None:
    """The operator's side. `last` is of the appointment made last, and of a new one where there is none."""

    @app.post("/arrivals/shown")
    async def show_code(shown: _Shown) -> dict[str, str]:
        return {"text": _text(arrivals, shown.which)}


def _text(arrivals: Arrivals, which: Which) -> str:
    if which == "other":
        return OTHER
    made = _MADE.get(which)
    code = arrivals.make(made.minutes, "", made.office, made.procedure) if made else arrivals.last()
    if code is None:
        code = arrivals.make(_MADE["in_time"].minutes, "", HERE)
    text = written(ANOTHER_INE if which == "another_town" else INE, code)
    return _misread(text) if which == "damaged" else text


def written(ine: str, code: str) -> str:
    """As it stands in the QR, with its check character (ISO 7064, MOD 65,64)."""
    size = len(_ALPHABET)
    rest = size
    for letter in ine + code:
        rest = (rest + _ALPHABET.index(letter)) % size or size
        rest = rest * 2 % (size + 1)
    return f"ZB1:{ine}:{code}{_ALPHABET[(size + 1 - rest) % size]}"


def _misread(text: str) -> str:
    """One letter of it is another."""
    at = len(text) - 4
    return text[:at] + ("0" if text[at] == "O" else "O") + text[at + 1 :]
