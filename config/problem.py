"""What is wrong with a setting, said so that a technician can put it right without reading code."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True)
class Problem:
    """One setting that cannot be taken. It never repeats the value: a secret may stand in the wrong place."""

    field: str
    """Its path, like `seu.base_url`; empty where the whole file is meant."""
    why: str
    right: str
    """What would be taken."""
    where: str = ""
    """The file or the environment variable that says it; empty for a value that nobody gave."""

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        return f"{self.field or 'settings'}{place}: {self.why}; right would be: {self.right}"


def refuse(why: str, right: str, field: str = "") -> PydanticCustomError:
    """The error that a validator raises; `field` where it is another than the one validated."""
    return PydanticCustomError("setting", "{why}", {"why": why, "right": right, "field": field})
