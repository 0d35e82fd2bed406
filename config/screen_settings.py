"""Settings of what a person meets: the glass, its languages, how long it waits, how one proves who one is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from config.problem import refuse
from config.section import Pixels, Seconds, Section, split

Language = Literal["ca", "es", "en"]
FileLanguage = Literal["ca", "es"]
"""What may be kept in a file: the official ones that the kiosk has words for."""


class Screen(Section):
    """The glass."""

    width: Pixels = Field(
        0, title="Width", description="Of the picture; 0 means the screen's own.", ge=0, le=8192
    )
    height: Pixels = Field(
        0, title="Height", description="Of the picture; 0 means the screen's own.", ge=0, le=8192
    )
    fullscreen: bool = Field(True, title="Full screen", description="Without a frame, over everything else.")
    px_per_mm: float = Field(
        0,
        title="Density",
        description="Measure the picture's width with a ruler; 0 means what the screen says of itself.",
        ge=0,
        le=40,
        json_schema_extra={"unit": "px/mm"},
    )
    software_rendering: Literal["auto", "always", "never"] = Field(
        "auto",
        title="Drawing without a graphics card",
        description="auto tries the graphics card first.",
    )
    calm: bool = Field(False, title="Calm", description="Nothing moves: every movement becomes a cut.")


class Session(Section):
    """How long a screen waits for a person."""

    idle_seconds: Seconds = Field(
        60,
        title="Idle",
        description="Without a touch, until the kiosk asks whether somebody is there.",
        ge=1,
        le=600,
    )
    # EN 301 549, 9.2.2.1 (WCAG 2.2.1): a person gets at least 20 seconds to ask for more time.
    idle_countdown_seconds: Seconds = Field(
        30, title="Countdown", description="From that question to the end of the session.", ge=1, le=300
    )
    take_paper_seconds: Seconds = Field(
        30,
        title="Take your paper",
        description="How long that screen stays when nothing is touched.",
        ge=1,
        le=300,
    )
    goodbye_seconds: Seconds = Field(
        8,
        title="Goodbye",
        description="How long goodbye stays before the kiosk is free again.",
        ge=0.1,
        le=60,
    )


class Help(Section):
    """Calling a person of the office."""

    again_seconds: Seconds = Field(
        120,
        title="Call again",
        description="Without an answer, until more people are told; after as long again, once more.",
        ge=5,
        le=1800,
    )


class Identity(Section):
    """Proving who one is."""

    can_tries: int = Field(
        3,
        title="Tries of the card's number",
        description="Wrong ones, of the CAN and of the lines, until a person is asked to help.",
        ge=1,
        le=10,
    )
    country_signers: Path = Field(
        Path("/var/lib/zona-blava/country-signers"),
        title="Country signers",
        description="Folder into which `kiosk trust import` puts them; documents are judged by these alone.",
        json_schema_extra={"right": "the path of a folder"},
    )


class Languages(Section):
    """What the kiosk speaks."""

    offered: Annotated[tuple[Language, ...], BeforeValidator(split)] = Field(
        ("ca", "es", "en"), title="Offered", description="In the order of the screen.", min_length=1
    )
    first: Language = Field(
        "ca", title="First", description="The language of a kiosk that nobody has touched."
    )
    file: FileLanguage = Field(
        "ca",
        title="Of the file",
        description="Of what the town hall keeps: the file's copy of the consent sheet.",
    )

    @model_validator(mode="after")
    def _first_is_offered_and_none_twice(self) -> Languages:
        if len(set(self.offered)) != len(self.offered):
            raise refuse("a language stands there twice", "each language once", field="languages.offered")
        if self.first not in self.offered:
            offered = ", ".join(self.offered)
            raise refuse("this language is not offered", f"one of {offered}", field="languages.first")
        return self
