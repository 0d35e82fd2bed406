"""What every table of the settings is made of: its base, and values as file and environment write them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Seconds = Annotated[float, Field(json_schema_extra={"unit": "s"})]
Minutes = Annotated[int, Field(json_schema_extra={"unit": "min"})]
Pixels = Annotated[int, Field(json_schema_extra={"unit": "px"})]
OptionalFile = Annotated[Path | None, BeforeValidator(lambda given: None if given == "" else given)]


def whole(given: object) -> object:
    """A number as the environment writes it."""
    return int(given) if isinstance(given, str) and given.isascii() and given.isdecimal() else given


def split(given: object) -> object:
    """A list as the environment writes it: `ca,es`."""
    return [part.strip() for part in given.split(",")] if isinstance(given, str) else given


class Section(BaseModel):
    """A table of the file. What is not known is refused, and errors never repeat what was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
