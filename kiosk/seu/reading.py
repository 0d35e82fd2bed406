"""From the bytes of an answer to a model, or to the place and the rule that it breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from kiosk.seu.models import Answer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Broken:
    """An answer that does not keep the contract, as a log and a technician may see it."""

    rule: str
    """Path and rule, like `offers/3/where: missing`."""


def read(shape: TypeAdapter[T], body: bytes) -> T | Broken:
    """The answer, where the whole of it keeps the contract."""
    try:
        return shape.validate_json(body, strict=True)
    except ValidationError as trouble:
        errors = trouble.errors(include_url=False, include_context=False, include_input=False)
        return Broken(_said(errors[0]["loc"], errors[0]["type"]))


def _names(model: type[Answer]) -> set[str]:
    own = {field.alias or name for name, field in model.model_fields.items()}
    return own.union(*(_names(heir) for heir in model.__subclasses__()))


def _said(path: tuple[int | str, ...], rule: str) -> str:
    # A name that the seu made up may be anybody's: only those of the contract are repeated.
    known = _names(Answer) | {"ca", "es", "en", "accepted", "wrong", "refused"}
    steps = (str(step) if isinstance(step, int) or step in known else "?" for step in path)
    return f"{'/'.join(steps) or 'body'}: {rule}"
