"""The printers known, as data: what `models.toml` says of each, checked when it is read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class PrinterModel(BaseModel):
    """One model of printer. Where `sources` has no entry for a figure, nobody has verified it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    dots: Annotated[int, Field(ge=64, le=2040, multiple_of=8)]
    """Dots in a row of the head."""
    dpi: Annotated[int, Field(ge=100, le=255)]
    """Dots an inch, as GS P takes it."""
    buffer: Annotated[int, Field(ge=2048)]
    """Bytes of the receive buffer."""
    speed: Annotated[int, Field(gt=0)]
    """Millimetres of paper a second."""
    presenter: bool
    """It holds a cut sheet until it is taken, and can take it back."""
    process_ids: bool
    """It answers GS ( H when what came before is on paper; else GS r tells that it was processed."""
    clears_buffers: bool
    """It knows DLE DC4 8."""
    sources: Mapping[str, str] = Field(default_factory=dict)
    """Where a figure was read, by the name of its field."""


_Models = TypeAdapter(Mapping[str, PrinterModel])


def known_models() -> Mapping[str, PrinterModel]:
    """Every model by its name in settings."""
    text = files("devices.printer").joinpath("models.toml").read_text(encoding="utf-8")
    return _Models.validate_python(tomllib.loads(text))
