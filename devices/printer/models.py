"""The printers known, as data: what `models.toml` says of each, checked when it is read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from devices.printer.dialects import DialectName


class PrinterModel(BaseModel):
    """One model of printer. Each figure has its source, or is listed as not verified."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    dots: Annotated[int, Field(ge=64, le=2040, multiple_of=8)]
    """Dots in a row of the head."""
    dpi: Annotated[int, Field(ge=100, le=255)]
    """Dots an inch, as GS P takes it."""
    buffer: Annotated[int, Field(ge=2048)]
    """Bytes of the receive buffer that may be counted on."""
    speed: Annotated[int, Field(gt=0)]
    """Millimetres of paper a second."""
    dialect: DialectName
    """Whose status it tells, see `dialects`."""
    cutter: bool
    """It cuts by itself; else a person tears the paper off."""
    presenter: bool
    """It holds a cut sheet until it is taken, tells so, and can draw it back."""
    process_ids: bool
    """It answers GS ( H when what came before is on paper; else GS r tells that it was processed."""
    counters: bool
    """It counts cuts and starts, tells both, and forgets neither without power."""
    clears_buffers: bool
    """It knows DLE DC4 8."""
    serial_number: bool
    """It tells its serial number: GS I 68."""
    plain: Annotated[int, Field(ge=0, le=100)] = 0
    """Letters in a line, where tickets go as text because its line is too slow for dots; else 0."""
    sources: Mapping[str, str] = Field(default_factory=dict)
    """Where a figure was read, by the name of its field."""
    not_verified: tuple[str, ...] = ()
    """Figures that nobody has read in a maker's paper or seen on hardware."""

    @model_validator(mode="after")
    def _each_figure_is_accounted_for(self) -> PrinterModel:
        listed = sorted([*self.sources, *self.not_verified])
        if listed != sorted(FIGURES):
            raise ValueError(f"{self.title}: each figure is in sources or in not_verified, once: {FIGURES}")
        if self.dialect != "custom" and (self.presenter or self.counters):
            raise ValueError(f"{self.title}: presenter and counters are known in Custom's dialect only")
        if self.dialect != "epson" and self.serial_number:
            raise ValueError(f"{self.title}: a serial number is known in Epson's dialect only")
        if self.presenter and not (self.cutter and self.counters):
            raise ValueError(f"{self.title}: a presenter cuts, and counts what it drew back")
        return self


FIGURES = tuple(
    name for name in PrinterModel.model_fields if name not in ("title", "plain", "sources", "not_verified")
)
_Models = TypeAdapter(Mapping[str, PrinterModel])


def model_named(name: str) -> PrinterModel:
    """The model of that name in settings. Raises ValueError with the names that there are."""
    models = known_models()
    if name not in models:
        raise ValueError(f"no printer model is called {name}; right would be one of: {', '.join(models)}")
    return models[name]


@cache
def known_models() -> Mapping[str, PrinterModel]:
    """Every model by its name in settings."""
    text = files("devices.printer").joinpath("models.toml").read_text(encoding="utf-8")
    return _Models.validate_python(tomllib.loads(text))
